"""Explains the hard words in the lines of the report that an answer quotes."""

from __future__ import annotations

from collections.abc import Sequence

from pmchat.answering.findings import by_weight, quoted
from pmchat.answering.levels import FEW
from pmchat.answering.understand import Understanding
from pmchat.glossary import Glossary, Term
from pmchat.model import Finding, SectionKind
from pmchat.text import numbers

MOST = 2
"""How many words are explained beside the lines."""

ON_RESULT: frozenset[SectionKind | None] = frozenset({None, "meaning", "numbers", "limits"})
"""What is asked of a result itself; other questions have their own words explained alone."""


def words_of(understanding: Understanding, glossary: Glossary) -> list[Term]:
    """The terms of the result words in the lines quoted, those that the question has first."""
    asked = {place.term.term for place in glossary.find(understanding.query)}
    quoted_ones = _quoted(understanding.findings)
    terms = {t.term: t for f in quoted_ones for t in _result_words(f, glossary)}
    shown = {n for f in quoted_ones if f.value for n in numbers(f.as_printed)}
    if understanding.asked not in ON_RESULT and not shown & set(numbers(understanding.query)):
        terms = {name: term for name, term in terms.items() if name in asked}
    return sorted(terms.values(), key=lambda t: t.term not in asked)[:MOST]


def _quoted(findings: Sequence[Finding]) -> list[Finding]:
    """The findings whose words need explaining, if they are few."""
    open_or_found = [f for f in by_weight(findings) if f.polarity != "absent_stated"]
    return open_or_found if len(open_or_found) <= FEW else []


def _result_words(finding: Finding, glossary: Glossary) -> list[Term]:
    return [p.term for p in glossary.find(quoted(finding)) if p.term.of_results]
