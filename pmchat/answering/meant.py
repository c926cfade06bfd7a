"""Which name a person means: one that is unknown, or one that looks like another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from wordfreq import zipf_frequency

from pmchat.answering.compose import explain_shortly
from pmchat.answering.findings import say_findings
from pmchat.answering.lookup import LOOK_ALIKES
from pmchat.answering.touched import typed_small
from pmchat.answering.understand import Understanding
from pmchat.answering.wording import alike_sentence, which_sentences
from pmchat.corpus.release import Release
from pmchat.lexicon import Lexicon
from pmchat.model import Passage, Question, Report, Sentence
from pmchat.reports.genes import symbols

NEAR = 0.6
"""How alike a typed name must be to a known one (difflib's ratio)."""

MOST = 3
"""How many names are offered."""

TOLD = 3
"""How many of its sentences tell two names apart."""

LINES = 2
"""How many lines of the report stand beside them."""

_WORD = re.compile(r"(?<![\w-])[A-Za-z][A-Za-z0-9-]{1,7}(?![\w-])")
_BEFORE_NAME = re.compile(
    r"\s+(?:genes?|mutations?|changes?|variants?|results?|amplification|fusion|score|status)\b",
    re.IGNORECASE,
)
_EVERYDAY = 2.5
"""From this frequency on (Zipf scale) a word is plain English."""


NAMED = frozenset({"genes", "drugs", "variants", "conditions", "laws"})
"""Kinds of names with which a question says what it is about."""


def which_was_meant(
    question: Question, understanding: Understanding, release: Release
) -> tuple[Sentence, ...]:
    """Asks which name was meant, if one looks like another of the report or is not known."""
    lexicon, report = release.lexicon, question.report
    if understanding.mistaken:
        apart = tell_apart(understanding.entities, understanding.mistaken, release)
        return (*apart, *say_findings(understanding.findings, report)[:LINES])
    named = any(lexicon.entries[e].kind in NAMED for e in understanding.entities)
    named = named or bool(report and typed_small(question.text, report))
    word = None if named else unknown_name(question.text, lexicon)
    near = near_names(word, lexicon, report) if word else []
    return which_sentences(word, near) if word and near else ()


def unknown_name(text: str, lexicon: Lexicon) -> str | None:
    """The first word that stands or looks like the name of a gene and is none."""
    known = [range(m.start, m.end) for m in lexicon.find(text)]
    for match in _WORD.finditer(text):
        word = match.group()
        if any(match.start() in span for span in known) or word.upper() in symbols():
            continue
        is_like_name = sum(map(str.isupper, word)) > 1 or any(map(str.isdigit, word))
        stands_like_one = _BEFORE_NAME.match(text, match.end())
        if (is_like_name or stands_like_one) and zipf_frequency(word, "en") < _EVERYDAY:
            return word
    return None


def near_names(word: str, lexicon: Lexicon, report: Report | None) -> list[str]:
    """The genes whose names are near to a word, those of the report alone if it has any."""
    genes = {e.id for e in lexicon.entries.values() if e.kind == "genes"}
    printed = {f.analyte for f in report.findings} if report else set()
    for names in (printed, genes):
        fitting = sorted(n for n in names if abs(len(n) - len(word)) <= 1)
        if found := get_close_matches(word.upper(), fitting, MOST, NEAR):
            return found
    return []


def tell_apart(
    asked: Sequence[str], printed: Sequence[str], release: Release
) -> Iterator[Sentence]:
    """Asks which name is meant, with what the library says of the two."""
    yield alike_sentence(printed)
    pages = (d for d in release.documents if LOOK_ALIKES in d.entities[:1])
    passages = [p for d in pages for p in d.passages]

    def tells(passage: Passage) -> int:
        named = [set(release.lexicon.entities(s.text)) for s in passage.statements]
        on_asked, on_printed = (sum(bool(n & set(x)) for n in named) for x in (asked, printed))
        return on_asked * on_printed

    best = max(passages, key=tells, default=None)
    if best and tells(best):
        yield from explain_shortly(best, TOLD)
