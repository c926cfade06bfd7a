"""What readers say of answers: what they chose, on which day, of which pages; never who they are.

The words of a question are in it only if the person ticked that they may be. All of it is deleted
after `DAYS`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Literal

from sqlalchemy import Column, Integer, MetaData, String, Table, Text, insert, select

from pmchat.i18n import N_, _
from pmchat.model import Frozen, Outcome
from pmchat.store import delete_rows, open_sqlite

DAYS = 180
"""How long a word of feedback is kept."""

FILE = "feedback.sqlite"

Verdict = Literal["helped", "did_not_help", "mistake"]
Reason = Literal[
    "not_answered",
    "hard_to_read",
    "too_long",
    "upsetting",
    "wrong",
    "out_of_date",
    "not_in_source",
    "misread_report",
    "harmful",
    "other",
]


class Feedback(Frozen):
    """What one person said of one answer.

    `about` is the passage that a mistake is in, "report" for what was said of the person's report,
    or empty for the answer as a whole; `sentence` is the place of the wrong sentence in that
    passage, from 1. `cited` are the passages that the answer rests on.
    """

    day: date
    verdict: Verdict
    reason: Reason | None = None
    about: str = ""
    sentence: int | None = None
    outcome: Outcome
    release: str
    cited: tuple[str, ...] = ()
    question: str = ""


_TABLES = MetaData()
_TOLD = Table(
    "told",
    _TABLES,
    Column("number", Integer, primary_key=True),
    Column("day", String(10), nullable=False),
    Column("body", Text, nullable=False),
)


class FeedbackStore:
    """One SQLite file. Its methods may be called from any thread."""

    def __init__(self, path: Path) -> None:
        self._engine = open_sqlite(path, _TABLES)
        self._forget_old(date.today())

    def add(self, feedback: Feedback) -> None:
        """Store it."""
        self._forget_old(feedback.day)
        row = {"day": feedback.day.isoformat(), "body": feedback.model_dump_json()}
        with self._engine.begin() as open_:
            open_.execute(insert(_TOLD).values(row))

    def all(self) -> list[Feedback]:
        """Everything that was said, the newest first."""
        with self._engine.connect() as open_:
            rows = open_.execute(select(_TOLD.c.body).order_by(_TOLD.c.number.desc())).scalars()
            return [Feedback.model_validate_json(row) for row in rows]

    def _forget_old(self, today: date) -> None:
        delete_rows(self._engine, _TOLD, _TOLD.c.day < (today - timedelta(days=DAYS)).isoformat())


def read(var: Path) -> list[Feedback]:
    """What was said, the newest first; nothing is written where nothing was said yet."""
    path = var / FILE
    return FeedbackStore(path).all() if path.exists() else []


def rows(found: Iterable[Feedback]) -> Iterator[dict[str, str]]:
    """Each as staff read it, in plain cells."""
    for one in found:
        yield {
            N_("day"): f"{one.day}",
            N_("said"): _plain(one.verdict),
            N_("why"): _plain(one.reason or ""),
            N_("about"): _place(one),
            N_("outcome"): _plain(one.outcome),
            N_("pages"): ", ".join(one.cited),
            N_("release"): one.release,
            N_("question"): one.question,
        }


def _place(one: Feedback) -> str:
    place = one.about or _("the whole answer")
    if not one.sentence:
        return place
    return _("{passage}, sentence {number}").format(passage=place, number=one.sentence)


def _plain(name: str) -> str:
    return name.replace("_", " ")
