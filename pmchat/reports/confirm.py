"""What a person says of the findings read: right, not right, other than read, or missing."""

from __future__ import annotations

import re
from collections.abc import Callable

from pmchat.errors import ReportError
from pmchat.i18n import _
from pmchat.model import Classification, Evidence, Finding, Polarity, Report, Value
from pmchat.reports.read import read_text

SURE = 0.7
"""A finding read with less confidence waits until the person has checked it."""

MAX_LINE = 400
_NUMBER = re.compile(
    r"(?<![\w.,])(?P<operator><=|>=|[<>≤≥])?\s?(?P<number>\d+(?:[.,]\d+)?)(?![\w.,]*\d)"
    r"\s?(?P<unit>%|mut/Mb|muts/Mb|m/MB)?",
    re.I,
)
_OPERATORS = {"≤": "<=", "≥": ">="}


def waiting(report: Report) -> list[Finding]:
    """The findings that are not used until the person has checked them."""
    return [f for f in report.findings if f.confidence < SURE]


def settled(report: Report) -> Report:
    """The report without the findings that still wait."""
    return _kept(report, lambda f: f.confidence >= SURE)


def confirm(report: Report, finding_id: str) -> Report:
    """The report with this finding held to be right."""
    return _changed(report, finding_id, lambda f: f.model_copy(update={"confidence": 1.0}))


def remove(report: Report, finding_id: str) -> Report:
    """The report without this finding, and without the drugs printed beside it alone."""
    return _kept(report, lambda f: f.id != finding_id)


def mend(
    report: Report,
    finding_id: str,
    polarity: Polarity,
    classification: Classification | None,
    value: Value | None,
) -> Report:
    """The report with this finding as the person reads it on the paper."""
    update = {
        "polarity": polarity,
        "classification": classification,
        "value": value,
        "confidence": 1.0,
        "by_person": "corrected",
    }
    return _changed(report, finding_id, lambda f: f.model_copy(update=update))


def printed_values(finding: Finding) -> list[Value]:
    """The amounts that the finding's line prints; only one of them can be its value.

    A number keeps the unit printed behind it and the label that the finding has already.
    """
    label = finding.value.label if finding.value else None
    found = [] if finding.value is None else [finding.value]
    for match in _NUMBER.finditer(finding.evidence.text):
        sign = match["operator"]
        value = Value(
            number=float(match["number"].replace(",", ".")),
            unit=_unit(match["unit"]),
            label=label,
            operator=_OPERATORS.get(sign, sign) if sign else None,
        )
        if value not in found:
            found.append(value)
    return found


def add(report: Report, text: str) -> Report:
    """The report with the findings of a line that the person copied from the paper.

    The line is read like any other text. Raises ReportError if it holds no finding.
    """
    line = " ".join(text.split())
    if not line:
        raise ReportError(
            _("There is no line in the box."), _("Please copy one line from your paper.")
        )
    if len(line) > MAX_LINE:
        raise ReportError(
            _("This is more than one line."), _("Please copy one line from your paper at a time.")
        )
    try:
        found = read_text(line).findings
    except ReportError:
        found = ()
    if not found:
        raise ReportError(
            _("I could not find a result on this line."),
            _("Please copy it as it is printed, with the name of the gene or marker."),
        )
    added = sum(f.by_person == "added" for f in report.findings)
    new = [_added(f, line, number) for number, f in enumerate(found, added + 1)]
    return report.model_copy(update={"findings": (*report.findings, *new)})


def _added(finding: Finding, line: str, number: int) -> Finding:
    update = {
        "id": f"a{number}",
        "specimen_id": None,
        "evidence": Evidence(page=1, line=1, text=line),
        "confidence": 1.0,
        "by_person": "added",
    }
    return finding.model_copy(update=update)


def _unit(printed: str | None) -> str | None:
    if printed is None:
        return None
    return "%" if printed == "%" else "mut/Mb"


def _changed(report: Report, finding_id: str, change: Callable[[Finding], Finding]) -> Report:
    findings = tuple(change(f) if f.id == finding_id else f for f in report.findings)
    return report.model_copy(update={"findings": findings})


def _kept(report: Report, keep: Callable[[Finding], bool]) -> Report:
    findings = tuple(f for f in report.findings if keep(f))
    gone = {f.analyte for f in report.findings} - {f.analyte for f in findings}
    therapies = tuple(t for t in report.therapies if t.analyte not in gone)
    return report.model_copy(update={"findings": findings, "therapies": therapies})
