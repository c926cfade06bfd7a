"""Says which medicines a report prints beside a finding; never that they fit the person."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence

from pmchat.answering.findings import whose
from pmchat.answering.withheld import is_withheld
from pmchat.model import Finding, Report, ReportCitation, Sentence, TherapyLine
from pmchat.reports.genes import find_genes
from pmchat.reports.therapies import names_no_drug
from pmchat.reports.together import part_of

_SCOPES = {
    "this_tumor": "",
    "other_tumor": " for other kinds of tumors",
    "resistance": " with a note on resistance",
}
_MORE = 3
_LONGEST = 200
"""How many plain words beside names a line has that says more, and how long one is at most."""

_WORD = re.compile(r"\b[a-z]{3,}\b")

_NO_BENEFIT = re.compile(r"\black of (?:benefit|response)\b", re.IGNORECASE)


def say_medicines(
    findings: Sequence[Finding], report: Report | None, asked: Container[str] = ()
) -> list[Sentence]:
    """A sentence for each gene or biomarker found that has medicines printed beside it, and for
    those not found beside which one that is asked about is printed: `asked` are their names.
    """
    if report is None:
        return []
    # Of several reports each prints its own, so a gene found in two is told twice.
    told = [f for f in findings if f.polarity == "present" or f.analyte in asked]
    found = {(whose(f, report), f.analyte): f for f in told}
    return [
        Sentence(
            text=f"{owner} prints these medicines beside {analyte}"
            f"{_beside(scope, lines)}: {', '.join(dict.fromkeys(line.drug for line in lines))}.",
            role="report",
            citations=tuple(_citations(finding, lines)),
        )
        for (owner, analyte), finding in found.items()
        for scope in _SCOPES
        if (lines := _lines(_own(report, finding), analyte, scope))
    ]


def say_none_listed(findings: Sequence[Finding], report: Report | None) -> list[Sentence]:
    """A sentence for each gene found beside which the report says that it lists no medicine."""
    found = {f.analyte: f for f in findings if f.polarity == "present"}
    lines = [r for r in report.remarks if names_no_drug(r.text)] if report else []
    return [
        Sentence(
            text=f"{whose(found[gene.symbol], report)} prints no medicine beside {gene.symbol}:"
            f' "{line.text.rstrip(".")}".',
            role="report",
            citations=(
                ReportCitation(finding_id=None, page=line.page, line=line.line, quote=line.text),
            ),
        )
        for line in lines
        for gene in find_genes(line.text)
        if gene.symbol in found
    ]


def say_lines_of(
    named: Sequence[TherapyLine], findings: Sequence[Finding], report: Report | None
) -> list[Sentence]:
    """The lines that name a medicine asked about, word for word, where they say more than names."""
    by_analyte = {f.analyte: f for f in findings}
    said = {}
    for line in named:
        row = " ".join(line.evidence.text.split())
        drugs = {w for t in report.therapies for w in t.drug.lower().split()} if report else set()
        plain = [w for w in _WORD.findall(row.partition(":")[2] or row) if w not in drugs]
        says_more = len(plain) >= _MORE and len(row) <= _LONGEST and not is_withheld(row, "")
        if (finding := by_analyte.get(line.analyte)) and says_more:
            said[row] = Sentence(
                text=f"{whose(finding, report)} prints this medicine beside {line.analyte}"
                f' on this line: "{row.rstrip(".")}".',
                role="report",
                citations=tuple(_citations(finding, [line])),
            )
    return list(said.values())


def _beside(scope: str, lines: Sequence[TherapyLine]) -> str:
    """What the list is for, in its own words where it prints that a medicine does not help."""
    printed = (_NO_BENEFIT.search(line.evidence.text) for line in lines)
    words = next((found[0] for found in printed if found), None)
    return f' as "{words}"' if words else _SCOPES[scope]


def _own(report: Report, finding: Finding) -> Report:
    """The one of several reports that a finding stands in."""
    part = part_of(report, finding.id)
    return part.report if part else report


def _lines(report: Report, analyte: str, scope: str) -> list[TherapyLine]:
    return [t for t in report.therapies if t.analyte == analyte and t.scope == scope]


def _citations(finding: Finding, lines: Sequence[TherapyLine]) -> Iterator[ReportCitation]:
    """Each printed line once."""
    for evidence in dict.fromkeys(line.evidence for line in lines):
        yield ReportCitation(
            finding_id=finding.id, page=evidence.page, line=evidence.line, quote=evidence.text
        )
