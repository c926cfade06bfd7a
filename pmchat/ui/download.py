"""Everything that a person gave and was told, as one ZIP file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from pmchat.handout.sheet import sheet_of
from pmchat.handout.text import text_of
from pmchat.ui.saved import json_of
from pmchat.ui.session import Exchange, Session


def everything(state: Session) -> bytes:
    """The conversation and the list as text, and all of it, with the reports as read, as JSON."""
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        archive.writestr("everything.json", json_of(state))
        if state.exchanges:
            said = ("\n".join(_exchange(e)) for e in state.exchanges)
            archive.writestr("conversation.txt", "\n\n".join(said) + "\n")
        if not state.visit.is_empty:
            archive.writestr("my-questions.txt", text_of(sheet_of(state.visit, date.today())))
    return file.getvalue()


def _exchange(exchange: Exchange) -> Iterator[str]:
    answer = exchange.answer
    yield from (f"YOU ASKED: {exchange.question}", "", *(s.text for s in answer.sentences))
    if answer.sources:
        yield from ("", "Sources:")
    for source in answer.sources:
        yield f"- {source.organisation}: {source.title}, {source.url}"
