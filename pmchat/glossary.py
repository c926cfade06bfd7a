"""Plain definitions of hard words, each with its sources."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import yaml
from pydantic import ValidationError

from pmchat.errors import CorpusError
from pmchat.model import Document, Frozen, Passage, Source, Statement
from pmchat.text import parse_yaml, singular, words

DOCUMENT_ID = "glossary"
TITLE = "Words explained"


class Term(Frozen):
    """A word with its definition, one sentence that stands alone.

    `also` are other forms and spellings of the word.
    """

    term: str
    also: tuple[str, ...] = ()
    definition: str
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


def fold(name: str) -> str:
    """A name without case, punctuation and plural s, so that forms of it compare."""
    return " ".join(singular(w.lower()) for w in words(name))


def covered(names: Iterable[str], text: str) -> set[str]:
    """The folded words of a text that belong to one of the folded names."""
    padded = f" {fold(text)} "
    return {w for name in names if f" {name} " in padded for w in name.split()}
