"""How a finding is called in a picture: short, and never its whole printed line."""

from __future__ import annotations

from pmchat.model import Finding, Report
from pmchat.reports.compare import amount, change_of
from pmchat.ui.markup import hidden

_LONGEST = 34
_CHANGES = frozenset({"snv", "indel", "cnv", "fusion", "gene"})


def short_name(finding: Finding, report: Report) -> str:
    """Gene and change, or what was measured with its result."""
    if finding.kind == "summary":
        return _cut(hidden(finding.printed, report))
    words = [finding.analyte]
    if finding.kind in _CHANGES:
        words.append(change_of(finding))
    elif finding.value:
        label = finding.value.label
        words += [label] if label and label != finding.analyte else []
        words += [amount(finding.value)] if finding.value.number is not None else []
    return _cut(hidden(" ".join(w for w in words if w), report))


def _cut(name: str) -> str:
    return name if len(name) <= _LONGEST else name[: _LONGEST - 1].rstrip() + "…"
