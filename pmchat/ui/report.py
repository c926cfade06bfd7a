"""Step 1 of the patient's page: give a report, and see what was read of it."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from pmchat.errors import PmchatError, ReportError
from pmchat.model import Report
from pmchat.reports.progress import Stage
from pmchat.reports.worker import read_safely
from pmchat.ui.findings import report_html
from pmchat.ui.markup import note
from pmchat.ui.parts import UNEXPECTED, log_unexpected, settings
from pmchat.ui.session import Session

UPLOAD, PASTE, SAMPLE = "Upload a file", "Paste the text", "Try a made-up report"
_WAITING: dict[Stage, str] = {
    "text": "Reading your report",
    "pictures": "Reading the pictures in your report. This can take a minute.",
}


def show(state: Session) -> None:
    """The whole step."""
    st.html("<h2>1. Your report (optional)</h2>")
    if state.removed:
        st.html('<p role="status">Your report and the answers from it were removed.</p>')
    if state.report is None:
        _ask_for_report(state)
    else:
        _show_report(state, state.report)
    if state.report_error:
        st.html(note(state.report_error))


def _ask_for_report(state: Session) -> None:
    samples = sorted((settings().knowledge / "samples").glob("*.txt"))
    ways = [UPLOAD, PASTE, *([SAMPLE] if samples else [])]
    way = st.radio("How do you want to add it? You can also ask without one.", ways)
    if way == UPLOAD:
        _upload(state)
    elif way == PASTE:
        _paste(state)
    else:
        _sample(state, samples)


def _upload(state: Session) -> None:
    file = st.file_uploader(
        "Your report as PDF, TXT or JSON, at most 10 MB",
        type=["pdf", "txt", "json"],
        key=f"upload-{state.inputs}",
    )
    if file is not None:
        _read(state, file.getvalue(), file.name)


def _paste(state: Session) -> None:
    with st.form(f"paste-form-{state.inputs}", border=False):
        text = st.text_area("The text of your report", height=220, key=f"paste-{state.inputs}")
        if st.form_submit_button("Read this text"):
            _read(state, text)


def _sample(state: Session, samples: list[Path]) -> None:
    chosen = st.selectbox("Made-up report of no real person", samples, format_func=_sample_name)
    if st.button("Use this made-up report"):
        _read(state, chosen.read_text(encoding="utf-8"))


def _sample_name(path: Path) -> str:
    return path.stem.replace("-", " ").capitalize()


def _read(state: Session, given: str | bytes, name: str = "") -> None:
    """Read what was given, drop the input itself and draw the page anew."""
    try:
        state.take(_parsed(given, name))
    except PmchatError as error:
        state.report_error = error
    except Exception as error:
        log_unexpected(error)
        state.report_error = UNEXPECTED
    state.removed = False
    state.renew_inputs()
    st.rerun()


def _parsed(given: str | bytes, name: str) -> Report:
    """The report; leaving the page while it is read ends the reading."""
    if isinstance(given, str) and not given.strip():
        raise ReportError("There is no text in the box.", "Please paste the text of your report.")
    place = st.empty()

    def waiting(stage: Stage) -> None:
        place.html(f'<p role="status">{_WAITING[stage]}</p>')

    return read_safely(given, name, waiting=waiting)


def _show_report(state: Session, report: Report) -> None:
    count = len(report.findings)
    title = f"What I read in your report: {count} result{'s' if count != 1 else ''}"
    with st.expander(title, expanded=not state.exchanges):
        st.html(
            report_html(report)
            + "<p><strong>Does this match your paper?</strong> If a line is wrong or missing, "
            "trust your paper and ask your care team.</p>"
        )
    if st.button("Remove my report"):
        state.remove()
        st.rerun()
