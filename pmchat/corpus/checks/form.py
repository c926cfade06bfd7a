"""Whether a document has the form that `knowledge/README.md` asks for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Set
from datetime import date

from pmchat.corpus.checks.problem import Page, Problem
from pmchat.lexicon import Lexicon
from pmchat.model import Passage
from pmchat.plain import reading_grade
from pmchat.text import sentences

MAX_GRADE = 9.0
MIN_WORDS, MAX_WORDS = 40, 150
MAX_SENTENCE_WORDS = 28
MIN_ASKS, MAX_ASKS = 3, 8


def check_form(page: Page, known: Set[str], lexicon: Lexicon, today: date) -> Iterator[Problem]:
    """All faults of form; `known` are the ids that a link may lead to."""
    yield from _sources(page)
    yield from _links(page, known, lexicon)
    yield from _dates(page, today)
    for passage in page.document.passages:
        yield from _section(page, passage, lexicon)
        yield from _sentences(page, passage)


def _sources(page: Page) -> Iterator[Problem]:
    document = page.document
    sids = [s.sid for s in document.sources]
    for sid in _repeated(sids):
        yield page.error("source", f"source {sid} stands twice")
    cited = {sid for p in document.passages for s in p.statements for sid in s.sources}
    for sid in sorted(cited - set(sids)):
        yield page.error("source", f"[{sid}] is cited but not among the sources")
    for sid in sorted(set(sids) - cited):
        yield page.warning("source", f"source {sid} is never cited")
    unchecked = {s.sid for s in document.sources if s.check == "unchecked"}
    for passage in document.passages:
        for statement in passage.statements:
            if set(statement.sources) <= unchecked and re.search(r"\d", statement.text):
                yield page.error(
                    "uncited-number", "a number with no checked source", passage, statement.text
                )


def _links(page: Page, known: Set[str], lexicon: Lexicon) -> Iterator[Problem]:
    document = page.document
    if document.area != page.path.parent.name:
        yield page.error("place", f"area is {document.area}, but the file lies elsewhere")
    for other in document.related:
        if other not in known:
            yield page.error("link", f"related {other} does not exist")
    for entity in document.entities:
        if entity not in lexicon.entries:
            yield page.error("name", f"entity {entity} is not in the lexicon")
    if document.status == "reviewed" and not document.reviewer:
        yield page.error("review", "status is reviewed but no reviewer is named")
    for passage_id in _repeated(p.id for p in document.passages):
        yield page.error("section", f"section {passage_id} stands twice")


def _dates(page: Page, today: date) -> Iterator[Problem]:
    document = page.document
    if document.review_by < today:
        yield page.warning("expiry", f"review was due on {document.review_by}")
    for passage in document.passages:
        if not passage.is_fresh(today):
            yield page.warning("expiry", f"expired on {passage.expires}", passage)


def _section(page: Page, passage: Passage, lexicon: Lexicon) -> Iterator[Problem]:
    count = len(passage.text.split())
    if not MIN_WORDS <= count <= MAX_WORDS:
        what = f"{count} words; a section has {MIN_WORDS} to {MAX_WORDS}"
        yield page.error("length", what, passage)
    grade = reading_grade([s.text for s in passage.statements], lexicon.mask)
    if grade > MAX_GRADE:
        yield page.error("grade", f"reading grade {grade}; at most {MAX_GRADE:g}", passage)
    if not MIN_ASKS <= len(passage.asks) <= MAX_ASKS:
        what = f"{len(passage.asks)} asks; a section has {MIN_ASKS} to {MAX_ASKS}"
        yield page.error("asks", what, passage)
    if not passage.heading.endswith("?"):
        yield page.error("heading", "a heading that is not a question", passage)


def _sentences(page: Page, passage: Passage) -> Iterator[Problem]:
    for text in (s.text for s in passage.statements):
        if len(sentences(text)) != 1:
            yield page.error("source", "a sentence without its own source mark", passage, text)
        if text[-1] not in '.?!"':
            yield page.error("form", "no full stop before the source mark", passage, text)
        if len(text.split()) > MAX_SENTENCE_WORDS:
            what = f"more than {MAX_SENTENCE_WORDS} words"
            yield page.error("sentence-length", what, passage, text)
        if re.search(r"[\[\]*_`]", text.replace("_", "", 1) if "del" in text else text):
            yield page.error("form", "has marks other than its sources", passage, text)


def _repeated(values: Iterable[str]) -> list[str]:
    return [value for value, count in Counter(values).items() if count > 1]
