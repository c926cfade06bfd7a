"""Questions that a person could begin with; they fit the report if there is one."""

from __future__ import annotations

from collections.abc import Iterator

from pmchat.model import Report
from pmchat.ui.findings import group_of

COUNT = 4
_ON_TUMOR = "Is a change in my tumor the same as an inherited change?"
_NO_TUMOR = frozenset({"germline", "consumer", "pgx"})
"""Families of reports that tell nothing of a tumor."""

_GENERAL = (
    "What is biomarker testing?",
    "What does a variant of uncertain significance mean?",
    _ON_TUMOR,
    "What should I ask at my next visit?",
)


def starters(report: Report | None, asked: set[str]) -> list[str]:
    """At most four questions that were not asked yet."""
    fitting = dict.fromkeys([*(_from_report(report) if report else ()), *_GENERAL])
    known = {_plain(q) for q in asked}
    if report and report.family in _NO_TUMOR:
        known.add(_plain(_ON_TUMOR))
    return [q for q in fitting if _plain(q) not in known][:COUNT]


def _plain(question: str) -> str:
    return question.casefold().strip(" ?.!")


def _from_report(report: Report) -> Iterator[str]:
    present = [f.analyte for f in report.findings if group_of(f) == "present"]
    measured = {f.analyte for f in report.findings if f.kind in {"signature", "protein"}}
    summaries = {f.analyte for f in report.findings if f.kind == "summary"}
    genes = [a for a in dict.fromkeys(present) if a not in measured | summaries]
    others = [a for a in dict.fromkeys(present) if a in measured]
    shown = genes if report.family == "pgx" else genes[:2]  # there each gene has its own medicines
    for name in [*shown, *others[:1]]:
        yield f"What does my {name} result mean?"
    if any(f.classification == "vus" for f in report.findings):
        yield "What does a variant of uncertain significance mean?"
    if not genes:
        yield "What does a negative result mean?"
