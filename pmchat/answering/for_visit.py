"""Questions to take to the visit, where a person asks for them: one for each result, by weight."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pmchat.answering.findings import by_weight
from pmchat.answering.lookup import GENE_KINDS, MAIN, SCORES, pages_about
from pmchat.answering.presumed import NOT_THERE, own_variants, presumes_other, variants_in
from pmchat.corpus.release import Release
from pmchat.lexicon import Lexicon
from pmchat.model import Finding, Report

MOST = 4
"""How many are told where no number is asked for."""

_ASKS = re.compile(
    r"\bquestions\b.{0,40}\b(?:ask|for|about|to (?:take|bring)|appointment|visit)\b"
    r"|\bquestion (?:to ask|for (?:my|the|our|his|her))\b"
    r"|\bwhat (?:should|do|can|could|shall) (?:i|we) ask\b|\bwhat to ask\b",
    re.IGNORECASE,
)
_COUNT = re.compile(r"\b([2-9]|two|three|four|five|six) (?:\w+ )?questions\b", re.IGNORECASE)
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}

_ASKS_OF_FOUND = re.compile(
    r"\b(?:found|joined|changed)\b|\bmy (?:\S+ )?(?:changes?|fusion|mutation|finding)\b"
    r"|\b(?:drugs?|pills?)\b",
    re.IGNORECASE,
)
_ASKS_IF_NOT = re.compile(r"\bno\b|\bnot\b|\bnegative\b|\bmissed\b", re.IGNORECASE)
"""Words of a question for the visit that is of use only to one with, or without, a change."""

_ASKS_WHICH = re.compile(r"\b(?:another|or a different|exact name)\b", re.IGNORECASE)
"""Words of a question for the visit on which change was found."""

_ASKS_WHICH_CHANGE = re.compile(
    r"^Which (?:\S+ ){0,3}?(?:genes?|changes?|variants?|finding)\b"
    r".*\b(?:changed|found|is it|do I have)\b"
    r"|^Which of (?:the|my)\b.*\b(?:changed|a VUS)\b"
    r"|^Is my (?:tumor MSI|\S+ change|change in|finding)\b"
    r"|^Is my result positive\b|^Was (?:a|my) \S+ change found in\b",
)
"""Words of a question for the visit that a report which prints the change answers itself."""

_MY_SCORE = re.compile(r"\bmy (?:\S+ ){1,2}(?:numbers?|scores?)\b", re.IGNORECASE)
"""Words of a question for the visit that presume a score."""


def asks_for_questions(text: str) -> bool:
    """Whether a person wants questions to take to the care team."""
    return bool(_ASKS.search(text))


def how_many(text: str) -> int:
    """How many of them a person asks for."""
    count = _COUNT.search(text)
    word = count[1].lower() if count else ""
    return _NUMBERS.get(word) or (int(word) if word else MOST)


def questions_on(
    findings: Sequence[Finding], report: Report, release: Release, most: int
) -> tuple[str, ...]:
    """At most so many, from the pages on the results touched, then on the others."""
    others = [f for f in report.findings if f not in findings]
    told = [q for part in (findings, others) for q in _each(by_weight(part), report, release)]
    return tuple(dict.fromkeys(told))[:most]


def fits_visit(
    question: str, about: Sequence[str], stated: Sequence[Finding], lexicon: Lexicon
) -> bool:
    """Whether a question for the visit, from a page that is chiefly `about` these names, goes
    with what the report states: "which drugs are there for my fusion" does not where none is.
    """
    if presumes_other(question, stated, lexicon):
        return False
    scores = SCORES.intersection(lexicon.entities(question))
    if stated and _MY_SCORE.search(question) and scores - {f.analyte for f in stated}:
        return False
    if _ASKS_WHICH.search(question) and variants_in(question, lexicon) & own_variants(
        stated, lexicon
    ):
        return False
    named = {e for e in lexicon.entities(question) if lexicon.entries[e].kind == "genes"}
    names = named or {*about}
    if _ASKS_WHICH_CHANGE.search(question) and any(map(_is_spelled_out, stated)):
        return False
    own = [f for f in stated if f.kind in GENE_KINDS and f.analyte in names]
    if not own or any(f.polarity not in NOT_THERE for f in own):
        return True
    return bool(_ASKS_IF_NOT.search(question)) or not _ASKS_OF_FOUND.search(question)


def _is_spelled_out(finding: Finding) -> bool:
    """Whether a change was found whose name stands on the report."""
    is_change = finding.polarity == "present" and finding.kind in GENE_KINDS
    return is_change and len(finding.as_printed) > len(finding.analyte)


def _each(results: Sequence[Finding], report: Report, release: Release) -> Iterator[str]:
    """The first question that goes with each result, then the second of each."""
    found = [f for f in results if f.polarity != "absent_stated"] or results
    single = [f for f in found if f.kind != "summary"] or found
    fitting = [list(_fitting(f, report, release)) for f in single]
    for place in range(max(map(len, fitting), default=0)):
        yield from (questions[place] for questions in fitting if place < len(questions))


def _fitting(finding: Finding, report: Report, release: Release) -> Iterator[str]:
    for document in pages_about(finding, release)[:1]:
        about = document.entities[:MAIN]
        for question in document.questions:
            if fits_visit(question, about, report.findings, release.lexicon):
                yield question
