"""What a document must fulfil before it may be published."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from pmchat.corpus.documents import read_document
from pmchat.errors import CorpusError
from pmchat.lexicon import Lexicon
from pmchat.model import Document, Passage
from pmchat.plain import reading_grade
from pmchat.text import sentences

MAX_GRADE = 9.0
MIN_WORDS, MAX_WORDS = 40, 150
MAX_SENTENCE_WORDS = 28
MIN_ASKS, MAX_ASKS = 3, 8

_DOSE = re.compile(r"\b\d[\d.,]*\s?(?:mg|mcg|micrograms?|milligrams?|ml|milliliters?)\b", re.I)
_LEANS_BACK = re.compile(
    r"(?!It is (?:\w+ly )?(?:worth|possible|common|normal|okay|natural|hard|rare|important|not)\b)"
    r"(?!This (?:page|tool|library|program|chatbot)\b)"
    r"(?:It|This|They|That|These|Those|He|She|Yes|No(?=,)|Not always"
    r"|Also|But|And|So|However|Instead|Then)\b"
)
_ADVICE = re.compile(
    r"\byou (?:should|must|need to|have to|ought to) (?:take|stop|start|switch|skip|have|get)\b",
    re.I,
)


@dataclass(frozen=True)
class Problem:
    """Something to mend. An error blocks a release, a warning does not."""

    level: Literal["error", "warning"]
    document_id: str
    place: str
    what: str

    def __str__(self) -> str:
        return f"{self.level}: {self.document_id}{self.place}: {self.what}"


def check_library(folder: Path, today: date) -> tuple[list[Document], list[Problem]]:
    """Read and check `knowledge/`: the documents that could be read, and all problems."""
    lexicon = Lexicon.load(folder / "lexicon")
    documents: list[Document] = []
    problems: list[Problem] = []
    for path in sorted((folder / "documents").glob("*/*.md"), key=lambda p: p.stem):
        try:
            document = read_document(path, lexicon)
        except CorpusError as error:
            problems.append(Problem("error", path.stem, "", error.what))
            continue
        if document.area != path.parent.name:
            problems.append(Problem("error", path.stem, "", f"lies in {path.parent.name}"))
        documents.append(document)
    known = {d.id for d in documents}
    for document in documents:
        problems += check_document(document, known, lexicon, today)
    return documents, problems


def check_document(
    document: Document, known: set[str], lexicon: Lexicon, today: date
) -> Iterator[Problem]:
    """All problems of one document; `known` are the ids that a link may lead to."""

    def error(place: str, what: str) -> Problem:
        return Problem("error", document.id, place, what)

    sids = [s.sid for s in document.sources]
    for sid in {s for s in sids if sids.count(s) > 1}:
        yield error("", f"source {sid} stands twice")
    cited = {sid for p in document.passages for s in p.statements for sid in s.sources}
    for sid in sorted(cited - set(sids)):
        yield error("", f"[{sid}] is cited but not among the sources")
    for sid in sorted(set(sids) - cited):
        yield Problem("warning", document.id, "", f"source {sid} is never cited")
    for other in document.related:
        if other not in known:
            yield error("", f"related {other} does not exist")
    for entity in document.entities:
        if entity not in lexicon.entries:
            yield error("", f"entity {entity} is not in the lexicon")
    if document.status == "reviewed" and not document.reviewer:
        yield error("", "status is reviewed but no reviewer is named")
    if document.review_by < today:
        yield Problem("warning", document.id, "", f"review was due on {document.review_by}")
    ids = [p.id for p in document.passages]
    for passage_id in {i for i in ids if ids.count(i) > 1}:
        yield error("", f"section {passage_id} stands twice")
    unchecked = {s.sid for s in document.sources if s.check == "unchecked"}
    for passage in document.passages:
        yield from _check_passage(passage, lexicon, unchecked, today)


def _check_passage(
    passage: Passage, lexicon: Lexicon, unchecked: set[str], today: date
) -> Iterator[Problem]:
    place = "#" + passage.id.partition("#")[2]

    def error(what: str) -> Problem:
        return Problem("error", passage.document_id, place, what)

    count = len(passage.text.split())
    if not MIN_WORDS <= count <= MAX_WORDS:
        yield error(f"{count} words; a section has {MIN_WORDS} to {MAX_WORDS}")
    grade = reading_grade([s.text for s in passage.statements], lexicon.mask)
    if grade > MAX_GRADE:
        yield error(f"reading grade {grade}; at most {MAX_GRADE:g}")
    if not MIN_ASKS <= len(passage.asks) <= MAX_ASKS:
        yield error(f"{len(passage.asks)} asks; a section has {MIN_ASKS} to {MAX_ASKS}")
    if passage.expires and passage.expires < today:
        yield Problem("warning", passage.document_id, place, f"expired on {passage.expires}")
    for statement in passage.statements:
        for what in _sentence_errors(statement.text):
            yield error(f'{what}: "{statement.text[:70]}"')
        if set(statement.sources) <= unchecked and re.search(r"\d", statement.text):
            yield error(f'a number with no checked source: "{statement.text[:70]}"')


def _sentence_errors(text: str) -> Iterator[str]:
    if len(sentences(text)) != 1:
        yield "a sentence without its own source mark"
    if text[-1] not in '.?!"':
        yield "no full stop before the source mark"
    if len(text.split()) > MAX_SENTENCE_WORDS:
        yield f"more than {MAX_SENTENCE_WORDS} words"
    if _DOSE.search(text):
        yield "looks like a dose"
    if _LEANS_BACK.match(text):
        yield "cannot be quoted alone"
    if _ADVICE.search(text):
        yield "reads as advice"
    if re.search(r"[\[\]*_`]", text.replace("_", "", 1) if "del" in text else text):
        yield "has marks other than its sources"
