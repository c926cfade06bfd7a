"""What one visit to the page keeps in memory, and nowhere else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import streamlit as st

from pmchat.corpus.release import Release
from pmchat.errors import PmchatError
from pmchat.model import Answer, Report, Turn

_KEY = "pmchat"


@dataclass(frozen=True)
class Exchange:
    """A question with its answer, and what is needed to open the answer's citations later."""

    number: int
    question: str
    answer: Answer
    stages: tuple[str, ...]
    release: Release
    report: Report | None

    @property
    def is_urgent(self) -> bool:
        """Whether a fixed text stands alone as the answer."""
        return self.answer.outcome in {"urgent", "crisis"}


@dataclass
class Session:
    """One person's report and conversation."""

    report: Report | None = None
    exchanges: list[Exchange] = field(default_factory=list)
    report_error: PmchatError | None = None
    question_error: PmchatError | None = None
    removed: bool = False
    asked: int = 0
    inputs: int = 0
    unread: bool = False

    @property
    def history(self) -> tuple[Turn, ...]:
        """The conversation as the engine takes it."""
        return tuple(Turn(question=e.question, answer=e.answer.text) for e in self.exchanges)

    def add(self, question: str, answer: Answer, stages: Sequence[str], release: Release) -> None:
        """Keep a new answer; the page announces it once."""
        self.asked += 1
        self.exchanges.append(
            Exchange(self.asked, question, answer, tuple(stages), release, self.report)
        )
        self.question_error = None
        self.unread = True

    def take(self, report: Report) -> None:
        """Keep a report; the answers that quote an earlier one go with it."""
        self._forget()
        self.report = report

    def remove(self) -> None:
        """Forget the report and every answer that could quote it."""
        self._forget()
        self.removed = True

    def renew_inputs(self) -> None:
        """Give the upload and the text box new keys, so that Streamlit drops what they hold."""
        self.inputs += 1

    def _forget(self) -> None:
        self.report = None
        self.exchanges = [e for e in self.exchanges if e.report is None]
        self.report_error = self.question_error = None
        self.removed = False
        self.renew_inputs()


def session() -> Session:
    """The session of the person at the page."""
    if _KEY not in st.session_state:
        st.session_state[_KEY] = Session()
    kept: Session = st.session_state[_KEY]
    return kept
