"""What changed between several reports of one person."""

from __future__ import annotations

import re

from pmchat.model import Finding, Folder, Report
from pmchat.reports.compare import amount, change_of, compare

_OTHER = r"(?:chang\w+|differen\w+|differ|compare\w*|new|lower|higher|(?:gone|went) (?:up|down))"
_REPORTS = r"(?:reports?|results?|tests?|last time|before)"
_ASKED = re.compile(rf"\b{_OTHER}\b.*\b{_REPORTS}\b|\b{_REPORTS}\b.*\b{_OTHER}\b", re.IGNORECASE)
"""Asked of two reports: what is other in one than in the other."""


def changed_findings(text: str, report: Report) -> list[Finding]:
    """The findings that differ between reports, those of one thing together, if that is asked."""
    if not isinstance(report, Folder) or len(report.parts) < 2 or not _ASKED.search(text):
        return []
    by_id = {f.id: f for f in report.findings}
    found = [
        by_id[point.finding_id]
        for series in compare(report)
        if len({amount(p.value) if p.value else p.polarity for p in series.points}) > 1
        for point in series.points
    ]
    for part in report.parts:
        others = [f for p in report.parts if p is not part for f in p.report.findings]
        for finding in part.report.findings:
            alike = [f for f in others if f.analyte == finding.analyte and f.kind == finding.kind]
            if finding.polarity == "present" and not any(_is_same(finding, f) for f in alike):
                found += [finding, *(f for f in alike if f.polarity != "present")]
    return list({f.id: f for f in found}.values())


def _is_same(one: Finding, other: Finding) -> bool:
    return other.polarity == "present" and change_of(one) == change_of(other)
