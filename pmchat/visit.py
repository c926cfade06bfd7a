"""The list that a person takes to their visit: questions in their order, and their own words."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from datetime import date

from pydantic import Field

from pmchat.answering.presumed import presumes_other
from pmchat.corpus.release import Release
from pmchat.errors import QuestionError
from pmchat.i18n import _
from pmchat.model import Answer, Finding, Frozen, PassageCitation, SourceRef
from pmchat.retrieval.search import Query, Searcher

MAX_QUESTION = 300
MAX_QUESTIONS = 20
MAX_WORDS = 600
"""Characters of what the person wants to say: more would not fit beside the questions."""

NEAR = 0.75
"""How near a sentence must be to a question to stand as its reason; else the page's first does."""


class Why(Frozen):
    """A sentence of the library, word for word, with what it rests on."""

    citation: PassageCitation
    page: str = Field(description="title of the library's page")
    sources: tuple[SourceRef, ...]
    draft: bool


class VisitQuestion(Frozen):
    """One question.

    `asked` is the question of the conversation that it came from, `page` the page of the library
    that suggests it; both are empty for the person's own.
    """

    number: int = Field(description="stays the same when the list is ordered anew")
    text: str
    asked: str = ""
    page: str = ""
    why: Why | None = None


class Visit(Frozen):
    """All that goes on the page for the visit. `results` are lines of the person's report."""

    questions: tuple[VisitQuestion, ...] = ()
    words: str = ""
    results: tuple[str, ...] = ()
    with_why: bool = True

    def has(self, text: str) -> bool:
        """Whether the list holds this question."""
        return any(_same(q.text, text) for q in self.questions)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to print."""
        return not (self.questions or self.words)


def add(visit: Visit, text: str, *, asked: str = "", page: str = "") -> Visit:
    """The list with one more question at its end. Raises QuestionError if it cannot be taken."""
    text = _taken(text)
    if visit.has(text):
        raise QuestionError(
            _("This question is in your list already."), _("You can change it there.")
        )
    if len(visit.questions) >= MAX_QUESTIONS:
        what = _("Your list has {count} questions, more than one visit can hold.")
        raise QuestionError(what.format(count=MAX_QUESTIONS), _("Please remove one first."))
    number = max((q.number for q in visit.questions), default=0) + 1
    question = VisitQuestion(number=number, text=text, asked=asked, page=page)
    return visit.model_copy(update={"questions": (*visit.questions, question)})


def edit(visit: Visit, number: int, text: str) -> Visit:
    """The list with other words for one question. Raises QuestionError if they cannot be taken."""
    text = _taken(text)
    if any(_same(q.text, text) for q in visit.questions if q.number != number):
        raise QuestionError(_("Another question says the same."), _("You can remove one of them."))
    return _with(visit, number, text=text)


def explain(visit: Visit, number: int, why: Why | None) -> Visit:
    """The list with the reason of one question."""
    return _with(visit, number, why=why)


def move(visit: Visit, number: int, by: int) -> Visit:
    """The list with one question `by` places further down (up if negative), within its ends."""
    questions = list(visit.questions)
    place = next(i for i, q in enumerate(questions) if q.number == number)
    questions.insert(max(0, place + by), questions.pop(place))
    return visit.model_copy(update={"questions": tuple(questions)})


def remove(visit: Visit, number: int) -> Visit:
    """The list without one question."""
    kept = tuple(q for q in visit.questions if q.number != number)
    return visit.model_copy(update={"questions": kept})


def say(visit: Visit, words: str) -> Visit:
    """The visit with what the person wants to say. Raises QuestionError if it is too long."""
    lines = [_clean(line) for line in words.strip().splitlines()]
    text = "\n".join(lines)
    if len(text) > MAX_WORDS:
        what = _("Your words have {count} letters; at most {most} fit on the page.")
        raise QuestionError(
            what.format(count=len(text), most=MAX_WORDS), _("Please say it in fewer words.")
        )
    return visit.model_copy(update={"words": text})


def page_of(text: str, answer: Answer, release: Release) -> str:
    """The id of the page that suggests a question, of those that the answer cites if it can be.

    Empty if no page does.
    """
    cited = dict.fromkeys(
        c.document_id
        for s in answer.sentences
        for c in s.citations
        if isinstance(c, PassageCitation)
    )
    pages = [*(release.by_id[d] for d in cited if d in release.by_id), *release.documents]
    return next((d.id for d in pages if text in d.questions), "")


def why(
    question: VisitQuestion, searcher: Searcher, today: date, stated: Sequence[Finding] = ()
) -> Why | None:
    """The sentence that is nearest to a question on the page that suggests it, if there is one.

    None that can be true only of another report than one that has the findings `stated`.
    """
    page = searcher.release.by_id.get(question.page)
    if page is None:
        return None
    query = Query(question.text)
    nearness = searcher.nearness(query, searcher.embed(query))
    told = [
        (float(value), passage, statement)
        for passage in page.passages
        if not (passage.expires and passage.expires < today)
        for statement, value in zip(passage.statements, nearness[passage.id], strict=True)
        if not presumes_other(statement.text, stated, searcher.release.lexicon)
    ]
    if not told:
        return None
    best = max(told, key=lambda t: t[0])
    passage, statement = (best if best[0] >= NEAR else told[0])[1:]
    citation = PassageCitation(
        passage_id=passage.id, document_id=page.id, quote=statement.text, sources=statement.sources
    )
    return Why(
        citation=citation,
        page=page.title,
        sources=page.references(statement.sources),
        draft=page.is_draft,
    )


def _with(visit: Visit, number: int, **new: object) -> Visit:
    changed = [q.model_copy(update=new) if q.number == number else q for q in visit.questions]
    return visit.model_copy(update={"questions": tuple(changed)})


def _taken(text: str) -> str:
    """A question on one line, without what a file cannot hold."""
    text = _clean(text)
    if not text:
        raise QuestionError(_("The question is empty."), _("Please type a question."))
    if len(text) > MAX_QUESTION:
        what = _("The question has {count:,} letters; at most {most} fit on the page.")
        raise QuestionError(
            what.format(count=len(text), most=MAX_QUESTION), _("Please ask it in fewer words.")
        )
    return text


def _clean(line: str) -> str:
    kept = (c if unicodedata.category(c) not in {"Cc", "Cs"} else " " for c in line)
    return " ".join("".join(kept).split())


def _same(one: str, other: str) -> bool:
    return _folded(one) == _folded(other)


def _folded(text: str) -> str:
    return " ".join(text.casefold().split()).strip(" ?.!")
