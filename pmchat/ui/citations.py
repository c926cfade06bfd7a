"""Citations as the reader sees them: a small worded button that opens the exact words."""

from __future__ import annotations

from pmchat.corpus.release import Release
from pmchat.model import (
    Citation,
    Document,
    Finding,
    PassageCitation,
    Report,
    ReportCitation,
    Sentence,
    Source,
)
from pmchat.reports.together import name_of, part_of
from pmchat.text import day
from pmchat.ui.markup import esc, hidden, link, marked
from pmchat.ui.session import Exchange

DRAFT = "Draft: no clinician has reviewed this page yet."
_CHECKS = {
    "read": "we read this source on {}",
    "secondary": "we read a report or a copy of this source, not the source itself, on {}",
    "unchecked": "not yet held against this source (noted on {})",
}


class Citations:
    """Numbers the passages of one answer and opens each at its place."""

    def __init__(self, exchange: Exchange) -> None:
        self._exchange = exchange
        cited = [c for s in exchange.answer.sentences for c in s.citations]
        ids = dict.fromkeys(c.passage_id for c in cited if isinstance(c, PassageCitation))
        self.numbers = {passage_id: n for n, passage_id in enumerate(ids, 1)}

    def after(self, sentence: Sentence) -> str:
        """The buttons that stand after a sentence."""
        return "".join(self._button(c) for c in sentence.citations)

    def _button(self, citation: Citation) -> str:
        if isinstance(citation, ReportCitation):
            name = report_label(citation, self._exchange.report)
            return opened(name, self._report_line(citation))
        name = f"Source {self.numbers[citation.passage_id]}"
        return opened(name, passage_html(self._exchange.release, citation))

    def _report_line(self, citation: ReportCitation) -> str:
        report = self._exchange.report
        if report is None:
            return "<p>The report was removed.</p>"
        found = _finding(citation, report)
        printed = hidden(found.evidence.text if found else citation.quote, report)
        quote = hidden(citation.quote, report)
        return (
            f"<p>{esc(_where(citation, report))}:</p>"
            f'<div class="pm-printed">{marked(printed, quote)}</div>'
        )


def report_label(citation: ReportCitation, report: Report | None) -> str:
    """What the button of a report's line says."""
    found = _finding(citation, report) if report else None
    part = part_of(report, citation.finding_id)
    name = f"Your report {part.number}" if part else "Your report"
    if found and found.by_person == "added":
        return f"{name}, a line you added"
    return f"{name}, line {citation.line}"


def passage_html(release: Release, citation: PassageCitation) -> str:
    """A passage of the library with the quoted words marked, and what they rest on."""
    passage = release.passages[citation.passage_id]
    document = release.by_id[citation.document_id]
    sources = [s for s in document.sources if s.sid in citation.sources]
    return (
        f'<p class="pm-kicker">From our library: {esc(document.title)}</p>'
        f"<p><strong>{esc(passage.heading)}</strong></p>"
        f"<p>{marked(passage.text, citation.quote)}</p>"
        "<p>The marked words rest on:</p><ul>"
        + "".join(f"<li>{source_html(s)}</li>" for s in sources)
        + f"</ul>{status_html(document)}"
    )


def opened(name: str, body: str) -> str:
    """A small button that opens its evidence at its place."""
    return (
        f'<details class="pm-source"><summary>{esc(name)}</summary>'
        f'<div class="pm-evidence">{body}</div></details>'
    )


def _finding(citation: ReportCitation, report: Report) -> Finding | None:
    return next((f for f in report.findings if f.id == citation.finding_id), None)


def _where(citation: ReportCitation, report: Report) -> str:
    found = _finding(citation, report)
    part = part_of(report, citation.finding_id)
    name = f"Your {name_of(part, found.specimen_id if found else None)}" if part else "Your report"
    if found and found.by_person == "added":
        return f"{name}, a line that you added"
    hand = ". You corrected how I read it" if found and found.by_person else ""
    return f"{name}, page {citation.page}, line {citation.line}, as printed{hand}"


def source_html(source: Source) -> str:
    """A source with its link, and how and when it was checked."""
    how = _CHECKS[source.check].format(day(source.accessed))
    remark = f" ({source.note})" if source.note else ""
    title = f"{esc(source.organisation)}: {link(source.title, source.url)}"
    return f"{title}. {esc(f'How checked: {how}{remark}.')}"


def status_html(document: Document) -> str:
    """Whether a clinician reviewed a page, and when its facts were checked."""
    said = DRAFT if document.is_draft else f"Reviewed by {document.reviewer}."
    checked = f"Facts on this page were last checked on {day(document.checked)}."
    return f'<p class="pm-status">{esc(said)} {esc(checked)}</p>'
