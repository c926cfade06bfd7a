"""Citations as the reader sees them: a small worded button that opens the exact words."""

from __future__ import annotations

from pmchat.model import (
    Citation,
    Document,
    PassageCitation,
    ReportCitation,
    Sentence,
    Source,
)
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
        self._numbers = {passage_id: n for n, passage_id in enumerate(ids, 1)}

    def after(self, sentence: Sentence) -> str:
        """The buttons that stand after a sentence."""
        return "".join(self._button(c) for c in sentence.citations)

    def _button(self, citation: Citation) -> str:
        if isinstance(citation, ReportCitation):
            name, body = f"Your report, line {citation.line}", self._report_line(citation)
        else:
            name, body = f"Source {self._numbers[citation.passage_id]}", self._passage(citation)
        return (
            f'<details class="pm-source"><summary>{esc(name)}</summary>'
            f'<div class="pm-evidence">{body}</div></details>'
        )

    def _report_line(self, citation: ReportCitation) -> str:
        report = self._exchange.report
        if report is None:
            return "<p>The report was removed.</p>"
        evidence = [f.evidence for f in report.findings if f.id == citation.finding_id]
        printed = hidden(evidence[0].text if evidence else citation.quote, report)
        quote = hidden(citation.quote, report)
        return (
            f"<p>Your report, page {citation.page}, line {citation.line}, as printed:</p>"
            f'<div class="pm-printed">{marked(printed, quote)}</div>'
        )

    def _passage(self, citation: PassageCitation) -> str:
        release = self._exchange.release
        passage = release.passages[citation.passage_id]
        document = release.by_id[citation.document_id]
        sources = [s for s in document.sources if s.sid in citation.sources]
        return (
            f'<p class="pm-kicker">From our library: {esc(document.title)}</p>'
            f"<p><strong>{esc(passage.heading)}</strong></p>"
            f"<p>{marked(passage.text, citation.quote)}</p>"
            "<p>The marked words rest on:</p><ul>"
            + "".join(f"<li>{_source(s)}</li>" for s in sources)
            + f"</ul>{_status(document)}"
        )


def _source(source: Source) -> str:
    how = _CHECKS[source.check].format(day(source.accessed))
    remark = f" ({source.note})" if source.note else ""
    title = f"{esc(source.organisation)}: {link(source.title, source.url)}"
    return f"{title}. {esc(f'How checked: {how}{remark}.')}"


def _status(document: Document) -> str:
    if document.status == "draft" or not document.reviewer:
        said = DRAFT
    else:
        said = f"Reviewed by {document.reviewer}."
    checked = f"Facts on this page were last checked on {day(document.checked)}."
    return f'<p class="pm-status">{esc(said)} {esc(checked)}</p>'
