"""Questions to take to the visit, where a person asks for them: one for each result, by weight."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pmchat.answering.findings import by_weight
from pmchat.answering.lookup import MAIN, pages_about
from pmchat.answering.presumed import fits_visit
from pmchat.corpus.release import Release
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
