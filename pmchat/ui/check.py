"""The person's check of what was read: right, not right, other than read, or missing."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import streamlit as st

from pmchat.errors import PmchatError
from pmchat.i18n import N_, _
from pmchat.model import Finding, Report
from pmchat.reports.compare import amount
from pmchat.reports.confirm import add, confirm, mend, printed_values, remove, reread, waiting
from pmchat.reports.facsimile import facsimile
from pmchat.ui.findings import CLASSES, POLARITIES, said_of
from pmchat.ui.focus import focus_next
from pmchat.ui.markup import esc, heading, hidden, label, note, paragraph, status
from pmchat.ui.session import Brought, Session

NOTED = "pm-noted"
"""Where a person reads that their change was taken, and where a keyboard goes on."""

FIRST = "pm-first-{}"
"""Where a keyboard goes on after a report was read that has such a line."""

_OUT, _OTHER = N_("It is not right: leave it out"), N_("It says something else")
_MISREAD = N_("A name, letter or number on this line is misread")


def check_first(state: Session, brought: Brought) -> None:
    """One line that was hard to read, with the question whether it is right."""
    lines = waiting(brought.report)
    if not lines:
        return
    finding = lines[0]
    with st.container(border=True, key=f"first-{brought.key}"):
        name = _("Please check this line")
        if len(lines) > 1:
            name = _("Please check this line ({count} are left)").format(count=len(lines))
        why = _(
            "It was hard to read, or your report says two things. I do not use it until you say so."
        )
        st.html(
            heading(name, 3, FIRST.format(brought.key)) + paragraph(why) + _line(finding, brought)
        )
        _page_of(finding, brought)
        key = f"{brought.key}-{finding.id}"
        if st.button(_("Yes, my paper says this"), key=f"yes-{key}", width="stretch"):
            _change(state, brought, finding.id, partial(confirm, finding_id=finding.id))
        if st.button(_("No, leave it out"), key=f"no-{key}", width="stretch"):
            _change(state, brought, finding.id, partial(remove, finding_id=finding.id))
        if st.toggle(_(_MISREAD), key=f"misread-{key}"):
            _correct_line(state, brought, finding)


def mend_lines(state: Session, brought: Brought) -> None:
    """Folded until asked for: choose one line and say what is right, or add one."""
    if not st.toggle(_("Something is wrong or missing"), key=f"wrong-{brought.key}"):
        return
    findings = {f.id: f for f in brought.report.findings}
    chosen = st.selectbox(
        _("Which result?"),
        [None, *findings],
        format_func=lambda i: _choice(findings[i], brought) if i else _("A result is missing"),
        index=1 if findings else 0,
        key=f"which-{brought.key}-{len(findings)}",
    )
    if chosen is None:
        _add(state, brought)
    else:
        _mend(state, brought, findings[chosen])
    if state.notice and state.notice_at == brought.key:
        st.html(status(state.notice, NOTED))


def _mend(state: Session, brought: Brought, finding: Finding) -> None:
    st.html(_line(finding, brought))
    _page_of(finding, brought)
    key = f"{brought.key}-{finding.id}"
    what = st.radio(_("What is right?"), [_OUT, _OTHER, _MISREAD], format_func=_, key=f"what-{key}")
    if what == _OUT:
        if st.button(_("Leave this line out"), key=f"out-{key}"):
            _change(state, brought, finding.id, partial(remove, finding_id=finding.id), brought.key)
        return
    if what == _MISREAD:
        _correct_line(state, brought, finding, brought.key)
        return
    _correct_result(state, brought, finding)


def _correct_result(state: Session, brought: Brought, finding: Finding) -> None:
    """Found or not, class and number, out of what can be."""
    with st.form(f"mend-{brought.key}-{finding.id}", border=False):
        polarity = st.selectbox(
            _("My paper says"),
            list(POLARITIES),
            index=list(POLARITIES).index(finding.polarity),
            format_func=lambda p: _(POLARITIES[p]).capitalize(),
        )
        classes = [None, *CLASSES]
        classification = st.selectbox(
            _("Class"),
            classes,
            index=classes.index(finding.classification),
            format_func=lambda c: _(CLASSES[c]) if c else _("no class is printed"),
        )
        values = [*printed_values(finding), None]
        value = st.selectbox(
            _("Number on this line"),
            values,
            index=0 if finding.value else len(values) - 1,
            format_func=lambda v: (amount(v) or v.label or "") if v else _("no number counts here"),
        )
        if st.form_submit_button(_("Save what my paper says")):
            done = partial(
                mend,
                finding_id=finding.id,
                polarity=polarity,
                classification=classification,
                value=value,
            )
            _change(state, brought, finding.id, done, brought.key)


def _correct_line(
    state: Session, brought: Brought, finding: Finding, at: int | None = None
) -> None:
    """The line to be typed as it is printed; the program then reads it again."""
    with st.form(f"line-{brought.key}-{finding.id}-{at}", border=False):
        text = st.text_area(
            _("Change the line until it says what your paper says"),
            hidden(" ".join(finding.evidence.text.split()), brought.report),
        )
        if st.form_submit_button(_("Read this line again")):
            done = partial(reread, finding_id=finding.id, text=text)
            try:
                _change(state, brought, finding.id, done, at)
            except PmchatError as error:
                st.html(note(error))


def _add(state: Session, brought: Brought) -> None:
    with st.form(f"add-{brought.key}-{state.inputs}", border=False):
        text = st.text_input(_("Copy the line as it is printed on your paper"))
        if st.form_submit_button(_("Add this line")):
            try:
                _change(state, brought, None, partial(add, text=text), brought.key)
            except PmchatError as error:
                st.html(note(error))


def _change(
    state: Session,
    brought: Brought,
    finding_id: str | None,
    change: Callable[[Report], Report],
    at: int | None = None,
) -> None:
    before = brought.report.findings
    state.change(brought, finding_id, change)
    new = "; ".join(said_of(f) for f in brought.report.findings if f.by_person and f not in before)
    read = _("Now I read: {result}.").format(result=hidden(new, brought.report)) if new else ""
    state.tell(f"{state.notice} {read}".strip(), at)
    focus_next(state, f"#{NOTED}")
    st.rerun()


def _choice(finding: Finding, brought: Brought) -> str:
    where = _("line {line}").format(line=finding.evidence.line)
    if finding.by_person == "added":
        where = _("added by you")
    said = f"{said_of(finding)} ({where})"
    return label(hidden(said, brought.report)).replace("\\", "")


def _line(finding: Finding, brought: Brought) -> str:
    said, printed = said_of(finding), finding.evidence.text
    read = esc(_("I read:"))
    return (
        f"<p>{read} <strong>{esc(hidden(said, brought.report))}</strong></p>"
        + paragraph(_("Printed:"))
        + f'<div class="pm-printed">{esc(hidden(printed, brought.report))}</div>'
    )


def _page_of(finding: Finding, brought: Brought) -> None:
    """The picture of the page on demand, for files that have pages."""
    if not brought.data or finding.by_person == "added":
        return
    if not st.toggle(_("Show it on my page"), key=f"page-{brought.key}"):
        return
    made = facsimile(brought.data, finding.evidence)
    if made is None:
        st.html(paragraph(_("There is no picture of this page.")))
        return
    picture, is_marked = made
    said = _("Page {page} of your report. Only you see it.")
    if is_marked:
        said = _("Page {page} of your report, with this line in a yellow frame. Only you see it.")
    st.image(picture, caption=said.format(page=finding.evidence.page))
