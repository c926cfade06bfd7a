"""Citations as the reader sees them: a small worded button that opens the exact words."""

from __future__ import annotations

from collections.abc import Sequence

from pmchat.corpus.release import Release
from pmchat.i18n import N_, _, day
from pmchat.model import (
    Citation,
    Document,
    Finding,
    Part,
    PassageCitation,
    Report,
    ReportCitation,
    Sentence,
    Source,
)
from pmchat.reports.together import name_of, part_of, part_saying
from pmchat.ui.markup import esc, folded, hidden, link, marked, paragraph
from pmchat.ui.session import Exchange

DRAFT = N_("Draft: no clinician has reviewed this page yet.")
_CHECKS = {
    "read": N_("How checked: we read this source on {day}."),
    "secondary": N_(
        "How checked: we read a report or a copy of this source, not the source itself, on {day}."
    ),
    "unchecked": N_("How checked: not yet held against this source (noted on {day})."),
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
        if is_run(sentence.citations):
            return self._run(sentence.citations)
        return "".join(self._button(c) for c in sentence.citations)

    def _run(self, citations: Sequence[Citation]) -> str:
        """One button for lines of a report that are quoted together."""
        lines = [c for c in citations if isinstance(c, ReportCitation)]
        name = report_label(lines[0], self._exchange.report, lines[-1].line)
        return opened(name, "".join(self._report_line(c) for c in lines))

    def _button(self, citation: Citation) -> str:
        if isinstance(citation, ReportCitation):
            name = report_label(citation, self._exchange.report)
            return opened(name, self._report_line(citation))
        name = _("Source {number}").format(number=self.numbers[citation.passage_id])
        return opened(name, passage_html(self._exchange.release, citation))

    def _report_line(self, citation: ReportCitation) -> str:
        report = self._exchange.report
        if report is None:
            return paragraph(_("The report was removed."))
        found = _finding(citation, report)
        whole = found.evidence.text if found else ""
        printed = hidden(whole if citation.quote in whole else citation.quote, report)
        quote = hidden(citation.quote, report)
        return (
            f"<p>{esc(_where(citation, report))}:</p>"
            f'<div class="pm-printed">{marked(printed, quote)}</div>'
        )


def is_run(citations: Sequence[Citation]) -> bool:
    """Whether a sentence quotes several statements of a report that go on from each other."""
    lines = [c for c in citations if isinstance(c, ReportCitation) and c.finding_id is None]
    return len(lines) > 1 and len(lines) == len(citations)


def report_label(citation: ReportCitation, report: Report | None, last: int | None = None) -> str:
    """What the button of a report's line, or of its lines up to the `last`, says."""
    found = _finding(citation, report) if report else None
    part = _part(citation, report)
    name = _("Your report {number}").format(number=part.number) if part else _("Your report")
    said = _("{report}, line {line}")
    if found and found.by_person == "added":
        said = _("{report}, a line you added")
    if last and last > citation.line:
        said = _("{report}, lines {line} to {last}")
    return said.format(report=name, line=citation.line, last=last)


def passage_html(release: Release, citation: PassageCitation) -> str:
    """A passage of the library with the quoted words marked, and what they rest on."""
    passage = release.passages[citation.passage_id]
    document = release.by_id[citation.document_id]
    sources = [s for s in document.sources if s.sid in citation.sources]
    listed = "".join(f"<li>{source_html(s)}</li>" for s in sources)
    return (
        paragraph(_("From our library: {page}").format(page=document.title), "pm-kicker")
        + f"<p><strong>{esc(passage.heading)}</strong></p>"
        + f"<p>{marked(passage.text, citation.quote)}</p>"
        + paragraph(_("The marked words rest on:"))
        + f"<ul>{listed}</ul>{status_html(document)}"
    )


def opened(name: str, body: str) -> str:
    """A small button that opens its evidence at its place."""
    return folded(name, f'<div class="pm-evidence">{body}</div>', "pm-source")


def _finding(citation: ReportCitation, report: Report) -> Finding | None:
    return next((f for f in report.findings if f.id == citation.finding_id), None)


def _part(citation: ReportCitation, report: Report | None) -> Part | None:
    """The report of several that a line stands in."""
    said = part_saying(report, citation.page, citation.line, citation.quote)
    return part_of(report, citation.finding_id) or said


def _where(citation: ReportCitation, report: Report) -> str:
    found = _finding(citation, report)
    part = _part(citation, report)
    name = _("Your report")
    if part:
        sample = found.specimen_id if found else None
        name = _("Your {report}").format(report=name_of(part, sample))
    said = _("{report}, page {page}, line {line}, as printed")
    if found and found.by_person == "added":
        said = _("{report}, a line you added")
    elif found and found.by_person:
        said = _("{report}, page {page}, line {line}, as printed. You corrected how I read it")
    return said.format(report=name, page=citation.page, line=citation.line)


def source_html(source: Source) -> str:
    """A source with its link, and how and when it was checked."""
    how = _(_CHECKS[source.check]).format(day=day(source.accessed))
    remark = f" ({source.note})" if source.note else ""
    title = f"{esc(source.organisation)}: {link(source.title, source.url)}"
    return f"{title}. {esc(how + remark)}"


def status_html(document: Document) -> str:
    """Whether a clinician reviewed a page, and when its facts were checked."""
    said = _(DRAFT)
    if not document.is_draft:
        said = _("Reviewed by {name}.").format(name=document.reviewer)
    checked = _("Facts on this page were last checked on {day}.").format(day=day(document.checked))
    return paragraph(f"{said} {checked}", "pm-status")
