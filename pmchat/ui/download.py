"""Everything that a person gave and was told, as one ZIP file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from pmchat.handout.sheet import sheet_of
from pmchat.handout.text import text_of
from pmchat.i18n import N_, _, day
from pmchat.ui.answer import FOR_VISIT, SECTIONS, with_role
from pmchat.ui.saved import json_of
from pmchat.ui.session import Exchange, Session

FROM = N_(
    "From pmchat, a computer program, not a clinician. It explains and can be wrong; your care "
    "team decides."
)


def everything(state: Session) -> bytes:
    """The conversation and the list as text, and all of it, with the reports as read, as JSON."""
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        archive.writestr("everything.json", json_of(state))
        if state.exchanges:
            said = map(exchange_text, state.exchanges)
            archive.writestr("conversation.txt", "\n\n".join(said) + "\n")
        if not state.visit.is_empty:
            archive.writestr("my-questions.txt", text_of(sheet_of(state.visit, date.today())))
    return file.getvalue()


def exchange_text(exchange: Exchange) -> str:
    """A question with its answer and sources, as plain text."""
    return "\n".join(_lines(exchange))


def _lines(exchange: Exchange) -> Iterator[str]:
    answer = exchange.answer
    yield _("YOU ASKED: {question}").format(question=exchange.question)
    headed = {*dict(SECTIONS), "next_step"}
    parts = [("", [s for s in answer.sentences if s.role not in headed])]
    parts += [(_(heading), with_role(answer.sentences, role)) for role, heading in SECTIONS]
    parts += [("", with_role(answer.sentences, "next_step"))]
    for heading, sentences in parts:
        if sentences:
            yield from ("", *filter(None, [heading]), *(s.text for s in sentences))
    if answer.questions_for_visit:
        yield from ("", f"{_(FOR_VISIT)}:", *(f"- {q}" for q in answer.questions_for_visit))
    if answer.sources:
        yield from ("", _("Sources:"))
    for source in answer.sources:
        checked = _("Checked {day}.").format(day=day(source.checked))
        yield f"- {source.organisation}: {source.title}, {source.url}. {checked}"
    yield from ("", _(FROM))
