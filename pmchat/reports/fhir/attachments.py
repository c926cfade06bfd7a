"""Documents that a FHIR file carries within: read with the text reader when they are small."""

from __future__ import annotations

import base64
import binascii
import re
from html import unescape

from pmchat.errors import ReportError
from pmchat.i18n import N_, _
from pmchat.model import Finding, Report, ReportDates
from pmchat.reports.fhir.load import Kinds
from pmchat.reports.fhir.resources import Resource, dicts, first, index, references, strings, words
from pmchat.reports.file import File
from pmchat.reports.pdf import is_pdf, read_pdf
from pmchat.reports.text import read_pages

UNREAD = N_("The file holds an attached document that was not read.")
READ = N_("Part of the results stands in a document inside this file. It was read too.")
MAX_BYTES = 2 * 1024 * 1024
MAX_DOCUMENTS = 5
_BREAK = re.compile(r"<(?:br|/p|/tr|/li|/div|/h\d)\b[^>]{0,500}>", re.I)
_CELL = re.compile(r"</t[dh]\b[^>]{0,500}>", re.I)
_TAG = re.compile(r"<[^>]{0,2000}>")


def read_documents(kinds: Kinds, reports: list[Resource]) -> tuple[list[Report], bool]:
    """The reports read from attached documents, and whether one was left unread."""
    found: list[Report] = []
    unread = False
    attached = _attachments(kinds, reports)
    for one in attached[:MAX_DOCUMENTS]:
        report = _read(one)
        if report is None:
            unread = True
        else:
            found.append(_turned(report, by=1))
    return found, unread or len(attached) > MAX_DOCUMENTS


def read_told(reports: list[Resource]) -> list[Report]:
    """What conclusions tell, and without them the text of a report or of its sections."""
    found = []
    for one in reports:
        plain = "\n".join(strings(one.get("conclusion")))
        nodes = [one, *dicts(one.get("section"))]
        narrative = "\n".join(d for n in nodes for d in strings(first(n.get("text")).get("div")))
        text = plain if plain.strip() else plain_text(narrative)
        if text.strip() and (report := _pages([text[: MAX_BYTES // 4]])):
            found.append(report)
    return found


def plain_text(markup: str) -> str:
    """The words of HTML, one row or paragraph a line."""
    text = _CELL.sub("\t", _BREAK.sub("\n", markup[:MAX_BYTES]))
    return unescape(_TAG.sub(" ", text))


def added_findings(found: list[Finding], documents: list[Report]) -> list[Finding]:
    """The documents' findings about what the structured part does not name."""
    known = {f.analyte for f in found}
    return [f for one in documents for f in one.findings if f.analyte not in known]


def in_frame(told: Report, frame: Report, unread: bool) -> Report:
    """A document's report with what the file around it says of laboratory, dates and people."""
    dates = {k: v or getattr(told.dates, k) for k, v in frame.dates.model_dump().items()}
    return told.model_copy(
        update={
            "status": frame.status if frame.status != "final" else told.status,
            "laboratory": frame.laboratory or told.laboratory,
            "test": frame.test or told.test,
            "dates": ReportDates(**dates),
            "limits": (*told.limits, *[_(UNREAD)] * unread),
            "identifiers": (*frame.identifiers, *told.identifiers),
        }
    )


def _attachments(kinds: Kinds, reports: list[Resource]) -> list[Resource]:
    held = index(kinds.get("Binary", []))
    found = [a for one in reports for a in dicts(one.get("presentedForm"))]
    for one in kinds.get("DocumentReference", []):
        found += [first(c.get("attachment")) for c in dicts(one.get("content"))]
    return [_fetched(a, held) for a in found if a]


def _fetched(attachment: Resource, held: dict[str, Resource]) -> Resource:
    """The attachment with its data, which may stand in a Binary of the same file."""
    target = references([{"reference": attachment.get("url")}])
    binary = held.get(target[0]) if target and "data" not in attachment else None
    return {**attachment, "data": binary.get("data")} if binary else attachment


def _read(attachment: Resource) -> Report | None:
    """The report in the attached document, or None when it cannot be read."""
    coded = attachment.get("data")
    if not isinstance(coded, str) or len(coded) > 2 * MAX_BYTES:
        return None
    try:
        file = File(base64.b64decode("".join(coded.split()), validate=True), "attachment")
    except (binascii.Error, ValueError):
        return None
    if len(file.data) > MAX_BYTES:
        return None
    if is_pdf(file):
        try:
            read = read_pdf(file.data)
            return read if isinstance(read, Report) else _pages(read)
        except ReportError:
            return None
    kind = words(attachment.get("contentType")) or "text/plain"
    if not kind.startswith("text/") or file.text is None:
        return None
    return _pages([plain_text(file.text)] if "html" in kind else file.text.split("\f"))


def _turned(report: Report, by: int) -> Report:
    """The report with its page numbers counted on from the structured part, which is page 1."""
    moved = {
        "findings": tuple(
            f.model_copy(
                update={"evidence": f.evidence.model_copy(update={"page": f.evidence.page + by})}
            )
            for f in report.findings
        ),
        "therapies": tuple(
            t.model_copy(
                update={"evidence": t.evidence.model_copy(update={"page": t.evidence.page + by})}
            )
            for t in report.therapies
        ),
        "identifiers": tuple(
            i.model_copy(update={"page": i.page + by}) for i in report.identifiers
        ),
    }
    return report.model_copy(update=moved)


def _pages(pages: list[str]) -> Report | None:
    try:
        return read_pages(pages)
    except ReportError:
        return None
