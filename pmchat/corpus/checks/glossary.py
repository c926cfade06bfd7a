"""Whether the glossary's definitions are short, plain, cited and each there once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from pmchat.corpus.checks.problem import Problem
from pmchat.corpus.checks.wording import Style
from pmchat.glossary import DOCUMENT_ID, Glossary, Term, fold
from pmchat.text import sentences

MAX_WORDS = 25


def check_glossary(glossary: Glossary, style: Style) -> Iterator[Problem]:
    """All faults of the glossary."""
    sids = {s.sid for s in glossary.sources}
    names = Counter(fold(n) for t in glossary.terms for n in {fold(t.term), *map(fold, t.also)})
    for term in glossary.terms:
        for name in {fold(term.term), *map(fold, term.also)}:
            if names[name] > 1:
                yield _error(term, f'"{name}" stands twice')
        count = len(term.definition.split())
        if count > MAX_WORDS:
            yield _error(term, f"{count} words; a definition has at most {MAX_WORDS}")
        if len(sentences(term.definition)) != 1 or not term.definition.endswith("."):
            yield _error(term, "a definition is one sentence")
        if not term.sources or not set(term.sources) <= sids:
            yield _error(term, "cites no source, or one that is not listed")
        for rule in style.wordings:
            if rule.breaks(term.definition):
                yield _error(term, rule.say)


def _error(term: Term, what: str) -> Problem:
    return Problem(
        level="error",
        rule="glossary",
        document_id=DOCUMENT_ID,
        section=term.term,
        path="glossary.yaml",
        line=1,
        what=f"{term.term}: {what}",
    )
