"""What one visit to the page holds in memory; `keeping` stores it if the person said so."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Literal

import streamlit as st

from pmchat.corpus.release import Release
from pmchat.errors import PmchatError, ReportError
from pmchat.feedback import Verdict
from pmchat.i18n import _
from pmchat.model import Answer, Folder, Report, Turn
from pmchat.reports.confirm import settled, waiting
from pmchat.reports.together import MAX_REPORTS, part_of, replaced, together
from pmchat.store import Key
from pmchat.ui.comfort import Comfort
from pmchat.visit import Visit

_KEY = "pmchat"

PageName = Literal["ask", "visit"]
"""Pages that a button on another page turns to."""


@dataclass(frozen=True)
class Exchange:
    """A question with its answer, and what is needed to open the answer's citations later."""

    number: int
    question: str
    answer: Answer
    stages: tuple[str, ...]
    release: Release
    report: Folder | None

    @property
    def is_urgent(self) -> bool:
        """Whether a fixed text stands alone as the answer."""
        return self.answer.outcome in {"urgent", "crisis"}

    def cites(self, number: int, finding_id: str) -> bool:
        """Whether the answer leans on this finding of this report."""
        cited = [c for s in self.answer.sentences for c in s.citations if c.kind == "report"]
        return any(self._origin(c.finding_id) == (number, finding_id) for c in cited)

    def _origin(self, finding_id: str | None) -> tuple[int, str]:
        part = part_of(self.report, finding_id)
        return (part.number if part else 1), (finding_id or "").split(".")[-1]


@dataclass
class Brought:
    """One report that the person brought, as it stands after their checks.

    `read` is the report as it was read, to know it again if it is brought twice; `data` is the
    file itself, for the picture of its page; empty for a pasted text.
    """

    key: int
    read: Report
    report: Report
    data: bytes = b""
    matched: bool = False


@dataclass
class Session:
    """One person's reports, conversation and list for the visit.

    `key` opens the stored copy, which holds `stored`; without one nothing is kept. `looked` tells
    that an earlier copy was looked for, `forgotten` that the browser is to forget its key.
    On the page Learn, `reading` is the library page that is open, `left` the one that was read
    before, `sought` what was searched, `word` the word that was looked up; `to_ask` is a question
    that goes from there to the page Ask. `focus` is what takes the focus at the next drawing,
    `focus_from` a box from which it may be taken.
    `notice` stands at the head of the reports, or at the end of the one with the key `notice_at`.
    `reworded` is the number of the answer whose question was put back into the box. By the number
    of an answer, `saying` is what the person is about to say of it and `said` what they sent;
    `sent_words` tells that the words of a question were among it.
    """

    brought: list[Brought] = field(default_factory=list)
    exchanges: list[Exchange] = field(default_factory=list)
    visit: Visit = field(default_factory=Visit)
    comfort: Comfort = field(default_factory=Comfort)
    visit_error: PmchatError | None = None
    visit_notice: str = ""
    editing: int | None = None
    focus: str = ""
    focus_from: str = ""
    focused: int = 0
    key: Key | None = None
    stored: str = ""
    looked: bool = False
    forgotten: bool = False
    kept_notice: str = ""
    report_error: PmchatError | None = None
    question_error: PmchatError | None = None
    notice: str = ""
    notice_at: int | None = None
    asked: int = 0
    inputs: int = 0
    unread: bool = False
    reading: str = ""
    left: str = ""
    sought: str = ""
    word: str = ""
    to_ask: str = ""
    turn_to: PageName | None = None
    reworded: int = 0
    saying: dict[int, Verdict] = field(default_factory=dict)
    said: dict[int, tuple[Verdict, ...]] = field(default_factory=dict)
    sent_words: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether the person has given or asked nothing yet."""
        return not (self.brought or self.exchanges) and self.visit == Visit()

    @property
    def report(self) -> Folder | None:
        """What answers lean on: all reports, without the lines that still wait for a check."""
        if not self.brought:
            return None
        newer = replaced([b.report for b in self.brought])
        used = [b for number, b in enumerate(self.brought, 1) if number not in newer]
        names = [f.analyte for b in used for f in waiting(b.report)]
        return together([settled(b.report) for b in self.brought], names)

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
        self.tell("")
        self.unread = True

    def take(self, report: Report, data: bytes = b"") -> None:
        """Keep one more report.

        Raises ReportError for a report of another person, one that is here already, and one too
        many.
        """
        if len(self.brought) >= MAX_REPORTS:
            raise ReportError(
                _("At most {count} reports can be kept at once.").format(count=MAX_REPORTS),
                _("Please remove one that you do not need."),
            )
        if any(b.read == report for b in self.brought):
            raise ReportError(
                _("This report is here already."),
                _("You can ask your questions, or add another one."),
            )
        self._check_person(report)
        self.brought.append(Brought(self.inputs, report, report, data))
        self.report_error = self.question_error = None
        self.tell("")
        self.renew_inputs()

    def _check_person(self, report: Report) -> None:
        try:
            together([*(b.report for b in self.brought), report])
        except ReportError as error:
            mend = _(
                "The report that you just gave was not added. To use it instead, first remove what "
                "is here."
            )
            raise ReportError(error.what, mend) from error

    def change(
        self, brought: Brought, finding_id: str | None, change: Callable[[Report], Report]
    ) -> None:
        """Change a report by the person's hand; answers that lean on a changed line go."""
        brought.report = change(brought.report)
        self.report_error = None
        number = self.brought.index(brought) + 1
        kept = [e for e in self.exchanges if not (finding_id and e.cites(number, finding_id))]
        gone = len(kept) < len(self.exchanges)
        said = _("Thank you, noted.")
        if gone:
            said += " " + _("An answer that used this line was removed. You can ask again.")
        self.tell(said)
        self.exchanges = kept

    def remove(self, brought: Brought | None = None) -> None:
        """Forget a report, or all; every answer that could quote one goes with it."""
        self.brought = [b for b in self.brought if brought is not None and b is not brought]
        self.exchanges = [e for e in self.exchanges if e.report is None]
        self.report_error = self.question_error = None
        self.tell(_("Your report and the answers from it were removed."))
        self.renew_inputs()

    def tell(self, notice: str, at: int | None = None) -> None:
        """Set what the step of the reports says of the last press: at its head, or at a report."""
        self.notice, self.notice_at = notice, at

    def hand_over(self, question: str) -> None:
        """Take a question from another page to the page Ask."""
        self.to_ask = question
        self.turn_to = "ask"

    def turned(self) -> PageName | None:
        """The page that a press turns to, once."""
        turn, self.turn_to = self.turn_to, None
        return turn

    def renew_inputs(self) -> None:
        """Give the upload and the text box new keys, so that Streamlit drops what they hold."""
        self.inputs += 1


def session() -> Session:
    """The session of the person at the page."""
    if _KEY not in st.session_state:
        st.session_state[_KEY] = Session()
    kept: Session = st.session_state[_KEY]
    return kept


def forget() -> Session:
    """Forget all that the person gave and what the widgets hold; returns the empty session."""
    old = session()
    st.session_state.clear()
    new = Session(inputs=old.inputs + 1, asked=old.asked, looked=True, forgotten=True)
    new.focused, new.comfort, new.sent_words = old.focused, old.comfort, old.sent_words
    st.session_state[_KEY] = new
    return new
