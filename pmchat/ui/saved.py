"""A session as JSON and back: what is stored after a yes, and what a person can download."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import to_jsonable_python

from pmchat.corpus.release import Release
from pmchat.errors import ReleaseError, StoreError
from pmchat.i18n import _
from pmchat.model import Answer, Folder, Frozen, Report
from pmchat.ui.session import Brought, Exchange, Session
from pmchat.visit import Visit

FORM = 1
"""Number of the layout; another one is not opened."""


class SavedReport(Frozen):
    """A report as it was read and as the person corrected it; its file is not saved."""

    read: Report
    report: Report
    matched: bool


class SavedExchange(Frozen):
    """A question with its answer; `reports` is the place of what it leaned on in `leaned_on`."""

    number: int
    question: str
    answer: Answer
    stages: tuple[str, ...]
    release: str
    reports: int | None


class Saved(Frozen):
    """All that one person gave, asked and was told."""

    form: int = FORM
    reports: tuple[SavedReport, ...] = ()
    leaned_on: tuple[Folder, ...] = ()
    conversation: tuple[SavedExchange, ...] = ()
    visit: Visit = Visit()


def json_of(state: Session) -> str:
    """The session as JSON."""
    return json.dumps(to_jsonable_python(_whole(_saved(state))), ensure_ascii=False)


def restore(state: Session, body: str, opened: Callable[[str], Release]) -> int:
    """Fill an empty session; returns how many answers were left out.

    `opened` gives a release by its digest; an answer whose release is gone cannot show its
    sources, so it is left out. Raises StoreError for JSON of another layout.
    """
    try:
        saved = TypeAdapter(Saved).validate_json(body)
    except ValidationError:
        saved = None
    if saved is None or saved.form != FORM:
        raise StoreError(
            _("What was kept cannot be opened: another version of pmchat wrote it."),
            _("You can delete it and start anew."),
        )
    state.brought = [
        Brought(place, one.read, one.report, matched=one.matched)
        for place, one in enumerate(saved.reports)
    ]
    state.inputs = len(saved.reports)
    state.exchanges = [
        e for e in (_exchange(one, saved, opened) for one in saved.conversation) if e
    ]
    state.asked = max((one.number for one in saved.conversation), default=0)
    state.visit = saved.visit
    return len(saved.conversation) - len(state.exchanges)


def _saved(state: Session) -> Saved:
    leaned_on: list[Folder] = []
    for exchange in state.exchanges:
        if exchange.report and exchange.report not in leaned_on:
            leaned_on.append(exchange.report)
    return Saved(
        reports=tuple(
            SavedReport(read=b.read, report=b.report, matched=b.matched) for b in state.brought
        ),
        leaned_on=tuple(leaned_on),
        conversation=tuple(
            SavedExchange(
                number=e.number,
                question=e.question,
                answer=e.answer,
                stages=e.stages,
                release=e.release.digest,
                reports=leaned_on.index(e.report) if e.report else None,
            )
            for e in state.exchanges
        ),
        visit=state.visit,
    )


def _exchange(
    one: SavedExchange, saved: Saved, opened: Callable[[str], Release]
) -> Exchange | None:
    try:
        release = opened(one.release)
    except ReleaseError:
        return None
    report = None if one.reports is None else saved.leaned_on[one.reports]
    return Exchange(one.number, one.question, one.answer, one.stages, release, report)


def _whole(value: Any) -> Any:
    """Plain values with all fields, those too that the fixed JSON of reports and answers omits."""
    if isinstance(value, BaseModel):
        return {name: _whole(getattr(value, name)) for name in type(value).model_fields}
    if isinstance(value, list | tuple):
        return [_whole(v) for v in value]
    return value
