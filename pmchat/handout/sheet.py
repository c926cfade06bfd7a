"""What stands on the page for the visit, before it is a file of any kind."""

from __future__ import annotations

from datetime import date

from pmchat.i18n import N_, _, day
from pmchat.model import Frozen
from pmchat.visit import Visit, VisitQuestion, Why

TITLE = N_("My questions for this visit")
BLANKS = (N_("Name:"), N_("Date of visit:"))
"""What is left to be written by hand, so that no file needs a name."""

WORDS = N_("What I want to say")
QUESTIONS = N_("My questions")
NOTES = N_("Answers and notes")
RESULTS = N_("From my report")
RESULTS_NOTE = N_("Read by a computer program. The paper report is what counts.")
MADE = N_("Prepared with pmchat, an AI tool. It is not medical advice.")
DRAFT = N_("Its library is a draft that no clinician has reviewed yet.")


class Item(Frozen):
    """One question as it is printed; `why` and `source` are empty if there is none."""

    question: str
    why: str = ""
    source: str = ""


class Sheet(Frozen):
    """The words of the page in the order in which they are read."""

    made: str
    words: tuple[str, ...]
    items: tuple[Item, ...]
    results: tuple[str, ...]
    footer: str


def sheet_of(visit: Visit, today: date) -> Sheet:
    """The page for a visit."""
    items = [_item(number, q, visit) for number, q in enumerate(visit.questions, 1)]
    draft = any(i.why for i in items) and any(q.why and q.why.draft for q in visit.questions)
    return Sheet(
        made=_("Made on {day}").format(day=day(today)),
        words=tuple(line for line in visit.words.splitlines() if line),
        items=tuple(items),
        results=visit.results,
        footer=f"{_(MADE)} {_(DRAFT)}" if draft else _(MADE),
    )


def _item(number: int, question: VisitQuestion, visit: Visit) -> Item:
    text = f"{number}. {question.text}"
    if not (question.why and visit.with_why):
        return Item(question=text)
    why = _("Why it matters: {sentence}").format(sentence=question.why.citation.quote)
    return Item(question=text, why=why, source=source_of(question.why))


def source_of(why: Why) -> str:
    """The organisations behind a sentence, and when the facts were last held against them."""
    names = ", ".join(dict.fromkeys(s.organisation for s in why.sources))
    month = day(why.sources[0].checked, "MMMM y")
    return _("Source: {names}; checked {month}").format(names=names, month=month)
