"""Step 1 of the patient's page: give reports, and see and check what was read of them."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from pmchat.errors import PmchatError, ReportError
from pmchat.i18n import N_, _, ngettext
from pmchat.model import Part, Report
from pmchat.reports.confirm import waiting
from pmchat.reports.facsimile import has_pages
from pmchat.reports.progress import Stage
from pmchat.reports.together import MAX_REPORTS, name_of, replaced, replaced_warning
from pmchat.reports.worker import read_safely
from pmchat.ui.check import FIRST, NOTED, check_first, mend_lines
from pmchat.ui.findings import report_html
from pmchat.ui.focus import focus_next
from pmchat.ui.markup import heading, label, lead, note, paragraph, status
from pmchat.ui.parts import log_unexpected, settings, unexpected
from pmchat.ui.session import Brought, Session

UPLOAD, PASTE, SAMPLE = N_("Upload a file"), N_("Paste the text"), N_("Try a made-up report")
_WAITING: dict[Stage, str] = {
    "text": N_("Reading your report"),
    "pictures": N_("Reading the pictures in your report. This can take a minute."),
}
MATCHES = N_("This matches my paper")
_WRONG = "pm-wrong"
_TYPES = (
    "pdf jpg jpeg png heic heif webp tif tiff txt json xml vcf html htm docx rtf tsv csv "
    "odt mht mhtml eml yaml yml gz maf"
)
_UPLOAD_LABEL = N_(
    "Your report as a PDF, a photo (JPG, PNG, HEIC, WEBP, TIFF), a text or Word file "
    "(TXT, DOCX, RTF, HTML) or a data file (JSON, XML, VCF, TSV, CSV), at most 10 MB"
)


def show(state: Session) -> None:
    """The whole step."""
    st.html(heading(_("1. Your report (optional)")))
    with st.container():  # always, so that nothing below it is drawn anew and folds
        if state.notice and state.notice_at is None:
            st.html(status(state.notice, NOTED))
    if state.brought:
        _show_reports(state)
    else:
        _ask_for_report(state)


def _ask_for_report(state: Session) -> None:
    with st.container():  # here, for this is where the person looks
        if state.report_error:
            st.html(f'<div id="{_WRONG}" tabindex="-1">{note(state.report_error)}</div>')
    samples = sorted((settings().knowledge / "samples").glob("*.txt"))
    ways = [UPLOAD, PASTE, *([SAMPLE] if samples else [])]
    asked = _("How do you want to add it?")
    if not state.brought:
        asked = _("How do you want to add it? You can also ask without one.")
    way = st.radio(asked, ways, format_func=_)
    if way == UPLOAD:
        _upload(state)
    elif way == PASTE:
        _paste(state)
    else:
        _sample(state, samples)


def _upload(state: Session) -> None:
    file = st.file_uploader(_(_UPLOAD_LABEL), type=_TYPES.split(), key=f"upload-{state.inputs}")
    if file is not None:
        _read(state, file.getvalue(), file.name)


def _paste(state: Session) -> None:
    with st.form(f"paste-form-{state.inputs}", border=False):
        text = st.text_area(_("The text of your report"), height=220, key=f"paste-{state.inputs}")
        if st.form_submit_button(_("Read this text")):
            _read(state, text)


def _sample(state: Session, samples: list[Path]) -> None:
    chosen = st.selectbox(_("Made-up report of no real person"), samples, format_func=_sample_name)
    if st.button(_("Use this made-up report")):
        _read(state, chosen.read_text(encoding="utf-8"))


def _sample_name(path: Path) -> str:
    return path.stem.replace("-", " ").capitalize()


def _read(state: Session, given: str | bytes, name: str = "") -> None:
    """Read what was given, drop the input itself and draw the page anew."""
    try:
        pages = given if isinstance(given, bytes) and has_pages(given) else b""
        state.take(_parsed(given, name), pages)
        _tell_read(state)
    except PmchatError as error:
        state.report_error = error
    except Exception as error:
        log_unexpected(error)
        state.report_error = unexpected()
    if state.report_error:
        state.tell("")
        focus_next(state, f"#{_WRONG}")
    state.renew_inputs()
    st.rerun()


def _tell_read(state: Session) -> None:
    """Say that the last report was read, and go on at what was read of it."""
    brought = state.brought[-1]
    count = len(brought.report.findings)
    said = ngettext(
        "Your report was read: {count} result. Please check it below.",
        "Your report was read: {count} results. Please check them below.",
        count,
    )
    state.tell(said.format(count=count))
    read = f'[class*="st-key-read-{brought.key}-"] summary'
    focus_next(state, f"#{FIRST.format(brought.key)}" if waiting(brought.report) else read)


def _parsed(given: str | bytes, name: str) -> Report:
    """The report; leaving the page while it is read ends the reading."""
    if isinstance(given, str) and not given.strip():
        raise ReportError(
            _("There is no text in the box."), _("Please paste the text of your report.")
        )
    place = st.empty()

    def say(stage: Stage) -> None:
        place.html(status(_(_WAITING[stage])))

    return read_safely(given, name, waiting=say)


def _show_reports(state: Session) -> None:
    newer = replaced([b.report for b in state.brought])
    several = len(state.brought) > 1
    for number, brought in enumerate(list(state.brought), 1):
        name = _name(number, brought) if several else _("your report")
        if number in newer:
            st.html(paragraph(replaced_warning(number, newer[number]), "pm-warning"))
        else:
            check_first(state, brought)
        _show_report(state, brought, name, several)
    if len(state.brought) < MAX_REPORTS:
        another = _("Add another report of the same person")
        with st.expander(another, expanded=state.report_error is not None):
            _ask_for_report(state)
    if st.button(_("Remove all my reports") if several else _("Remove my report")):
        state.remove()
        st.rerun()


def _show_report(state: Session, brought: Brought, name: str, several: bool) -> None:
    count = len(brought.report.findings)
    title = ngettext(
        "What I read in {name}: {count} result", "What I read in {name}: {count} results", count
    ).format(name=name, count=count)
    is_open = not state.exchanges and not brought.matched
    # The key lets a mended report stay as it is, and folds it once a question was asked.
    key = f"read-{brought.key}-{'open' if is_open else 'folded'}"
    with st.expander(label(title), expanded=is_open, key=key):
        st.html(report_html(brought.report))
        if brought.matched:
            st.html(paragraph(_("You said that this matches your paper.")))
        else:
            st.html(
                lead(
                    _("Does this match your paper?"),
                    _("If a line is wrong or missing, trust your paper and ask your care team."),
                )
            )
            if st.button(_(MATCHES), key=f"matches-{brought.key}", type="primary"):
                brought.matched = True
                state.tell(_("Thank you. You can ask your questions now."))
                focus_next(state, f"#{NOTED}")
                st.rerun()
        mend_lines(state, brought)
        if several and st.button(_("Remove this report"), key=f"remove-{brought.key}"):
            state.remove(brought)
            st.rerun()


def _name(number: int, brought: Brought) -> str:
    samples = brought.report.specimens
    sample = samples[0].id if len(samples) == 1 else None
    return name_of(Part(number=number, report=brought.report), sample)
