"""Small made-up data files, and short ways to read them."""

from __future__ import annotations

import json
from typing import Any

from pmchat.model import Finding, Report
from pmchat.reports.read import read_report


def read_json(content: Any) -> Report:
    return read_report(json.dumps(content).encode(), "file")


def read(text: str) -> Report:
    return read_report(text.encode(), "file")


def facts(report: Report) -> list[tuple[str, str, str | None, str | None]]:
    """Analyte, polarity and class of each finding, with its protein change."""
    return [(f.analyte, f.polarity, f.hgvs_p, f.classification) for f in report.findings]


def amount(finding: Finding) -> tuple[float | None, str | None, str | None]:
    value = finding.value
    return (value.number, value.unit, value.label) if value else (None, None, None)


def told(report: Report) -> str:
    return " ".join([*report.warnings, *report.limits])
