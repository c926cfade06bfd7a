"""Plain definitions of hard words, each with its sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

import yaml
from pydantic import ValidationError
from wordfreq import zipf_frequency

from pmchat.errors import CorpusError
from pmchat.model import Document, Frozen, Passage, Source, Statement
from pmchat.text import parse_yaml, singular, word_places, words

DOCUMENT_ID = "glossary"
TITLE = "Words explained"

EVERYDAY = 4.3
"""Zipf frequency from which a word is left alone in a sentence: about 1 in 50,000 words. Such words
need no explanation (cancer), or mean something else as often as not (control, sample)."""

AMBIGUOUS = frozenset("CHIP IV MMR PD deleted familial margin radiation survivor systemic".split())
"""Names that the library uses in another sense too, found by reading where names stand:
CHIP plans, tier IV, radiation of the sun, systemic mastocytosis. In a sentence they stay alone."""


class Term(Frozen):
    """A word with its definition, one sentence that stands alone.

    `also` are other forms and spellings of the word. `of_results`: reports print it as part of a
    result, so it is explained beside a line that is quoted.
    """

    term: str
    also: tuple[str, ...] = ()
    definition: str
    of_results: bool = False
    sources: tuple[str, ...]

    @property
    def passage(self) -> Passage:
        """The definition as a passage that an answer can cite."""
        return Passage(
            id=f"{DOCUMENT_ID}#{self.term.lower().replace(' ', '-')}",
            document_id=DOCUMENT_ID,
            title=TITLE,
            heading=self.term,
            kind="meaning",
            statements=(Statement(text=self.definition, sources=self.sources),),
        )


class Place(NamedTuple):
    """Where a term stands in a text."""

    start: int
    end: int
    term: Term


class Glossary(Frozen):
    """All terms, and the sources that they cite."""

    sources: tuple[Source, ...] = ()
    terms: tuple[Term, ...] = ()

    @classmethod
    def load(cls, path: Path) -> Glossary:
        """Read `glossary.yaml`. Raises CorpusError."""
        try:
            return cls.model_validate(parse_yaml(path.read_text(encoding="utf-8")))
        except (OSError, yaml.YAMLError, ValidationError) as error:
            raise CorpusError(f"{path.name} cannot be read: {error}.", "Mend it.") from error

    @property
    def document(self) -> Document:
        """The glossary as a document, for the sources behind a cited definition."""
        days = [s.accessed for s in self.sources]
        return Document(
            id=DOCUMENT_ID,
            title=TITLE,
            area="glossary",
            audience="patient",
            volatility="low",
            jurisdiction=("any",),
            status="draft",
            reviewer=None,
            checked=min(days, default=date.min),
            review_by=max(days, default=date.max),
            sources=self.sources,
            passages=tuple(t.passage for t in self.terms),
        )

    def by_name(self) -> dict[str, Term]:
        """Every form of every term, folded (see `fold`)."""
        return {fold(name): t for t in self.terms for name in (t.term, *t.also)}

    @cached_property
    def hard_names(self) -> dict[str, tuple[str, Term]]:
        """Every name that needs an explanation and has one sense, by its folded form."""
        names = ((name, t) for t in self.terms for name in (t.term, *t.also))
        hard = ((name, t) for name, t in names if name not in AMBIGUOUS and not _is_everyday(name))
        return {fold(name): (name, t) for name, t in hard}

    def find(self, text: str) -> Iterator[Place]:
        """The places of hard words in a text; of two that overlap the one that begins earlier,
        of two that begin together the longer.
        """
        spans = word_places(text)
        first = 0
        while first < len(spans):
            found = self._at(text, spans[first : first + _LONGEST])
            if found is not None:
                yield found
            first += sum(span[0] < found.end for span in spans[first:]) if found else 1

    def _at(self, text: str, spans: Sequence[tuple[int, int]]) -> Place | None:
        """The longest name that begins with the first of these words."""
        start = spans[0][0]
        for _, end in reversed(spans):
            piece = text[start:end]
            name, term = self.hard_names.get(fold(piece), ("", None))
            if term is not None and _is_written(name, piece):
                return Place(start, end, term)
        return None


_LONGEST = 6
"""Words of a name at most."""


def _is_everyday(name: str) -> bool:
    word = fold(name)
    return word.isalpha() and not _is_code(name) and zipf_frequency(word, "en") >= EVERYDAY


def _is_code(name: str) -> bool:
    """Whether its capitals count: MEN is not men, nor FISH fish."""
    return sum(c.isupper() for c in name) > 1


def _is_written(name: str, piece: str) -> bool:
    """Whether a piece of a text is this name, with nothing but spaces between its words."""
    if not all(c.isalnum() or c in " -+&./" for c in piece):
        return False
    return piece.removesuffix("s") == name.removesuffix("s") if _is_code(name) else True


def fold(name: str) -> str:
    """A name without case, punctuation and plural s, so that forms of it compare."""
    return " ".join(singular(w.lower()) for w in words(name))


def covered(names: Iterable[str], text: str) -> set[str]:
    """The folded words of a text that belong to one of the folded names."""
    padded = f" {fold(text)} "
    return {w for name in names if f" {name} " in padded for w in name.split()}
