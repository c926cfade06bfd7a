"""All checks over `knowledge/`, and their figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import median

from pmchat.corpus.checks.form import check_form
from pmchat.corpus.checks.glossary import check_glossary
from pmchat.corpus.checks.names import check_names
from pmchat.corpus.checks.problem import Page, Problem
from pmchat.corpus.checks.repeats import check_repeats
from pmchat.corpus.checks.wording import Style, check_wording
from pmchat.corpus.documents import read_document
from pmchat.errors import CorpusError
from pmchat.glossary import Glossary
from pmchat.lexicon import Lexicon
from pmchat.model import Document
from pmchat.plain import reading_grade


@dataclass(frozen=True)
class Figures:
    """What a library holds. Grades are US school grades of sections."""

    documents: int
    sections: int
    sentences: int
    sources: dict[str, int]
    grade_median: float
    grade_highest: float
    terms: int
    names: int


@dataclass(frozen=True)
class Checked:
    """The documents that could be read, and all that is to be mended."""

    documents: tuple[Document, ...]
    problems: tuple[Problem, ...]
    figures: Figures

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that block a release."""
        return tuple(p for p in self.problems if p.level == "error")


def check_library(folder: Path, today: date) -> Checked:
    """Read and check `knowledge/`. Raises CorpusError if a file that all need is broken."""
    lexicon = Lexicon.load(folder / "lexicon")
    glossary = Glossary.load(folder / "glossary.yaml")
    style = Style.load(folder / "style.yaml")
    pages: list[Page] = []
    problems: list[Problem] = []
    for path in sorted((folder / "documents").glob("*/*.md"), key=lambda p: p.stem):
        try:
            document = read_document(path, lexicon)
        except CorpusError as error:
            where = (path.parent.name, path.stem)
            problems.append(Problem.of_file("error", "form", *where, error.what))
            continue
        pages.append(Page(document, path, path.read_text(encoding="utf-8")))
    problems += _all_checks(pages, lexicon, glossary, style, today)
    documents = tuple(p.document for p in pages)
    order = {p.document.id: i for i, p in enumerate(pages)}
    problems.sort(key=lambda p: (order.get(p.document_id, -1), p.line))
    return Checked(documents, tuple(problems), _figures(documents, lexicon, glossary))


def _all_checks(
    pages: Sequence[Page], lexicon: Lexicon, glossary: Glossary, style: Style, today: date
) -> Iterator[Problem]:
    known = {p.document.id for p in pages}
    for page in pages:
        yield from check_form(page, known, lexicon, today)
        yield from check_wording(page, style)
    yield from check_names(pages, lexicon, glossary, style)
    yield from check_repeats(pages, lexicon)
    yield from check_glossary(glossary, style)


def _figures(documents: Sequence[Document], lexicon: Lexicon, glossary: Glossary) -> Figures:
    passages = [p for d in documents for p in d.passages]
    grades = [reading_grade([s.text for s in p.statements], lexicon.mask) for p in passages]
    return Figures(
        documents=len(documents),
        sections=len(passages),
        sentences=sum(len(p.statements) for p in passages),
        sources=dict(Counter(s.check for d in documents for s in d.sources)),
        grade_median=median(grades) if grades else 0.0,
        grade_highest=max(grades, default=0.0),
        terms=len(glossary.terms),
        names=len(lexicon.entries),
    )
