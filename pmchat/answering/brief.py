"""A report in a few lines: one sentence for each kind of result, the printed words quoted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pmchat.answering.findings import (
    OF_GERMLINE,
    by_weight,
    is_bare_negative,
    is_measured,
    is_of_both,
    quoted,
    sample_of,
    whose,
)
from pmchat.answering.lookup import GENE_KINDS, is_harmful
from pmchat.model import Finding, Report, ReportCitation, Sentence

LISTED = 20
"""How many results of one kind are named."""


def say_briefly(findings: Sequence[Finding], report: Report | None) -> list[Sentence]:
    """What was found, measured, unclear and not found; of several reports each its own."""
    groups: dict[tuple[str, str], list[Finding]] = {}
    for finding in by_weight(findings):
        groups.setdefault((whose(finding, report), _called(finding, report)), []).append(finding)
    return [
        Sentence(
            text=f"{owner} {called}: {_listed(found)}.",
            role="report" if place else "headline",
            citations=tuple(_cited(found)),
        )
        for place, ((owner, called), found) in enumerate(groups.items())
    ]


def _called(finding: Finding, report: Report | None) -> str:
    """What results of this kind are called."""
    if finding.kind == "summary":
        return OF_GERMLINE if is_of_both(report) else "gives this overall result"
    if finding.polarity == "not_performed":
        return "gives no result for"
    if finding.polarity == "indeterminate" and not is_measured(finding):
        return "gives no clear result for"
    if finding.kind not in GENE_KINDS:
        return "gives these results"
    if is_bare_negative(finding):
        return f"says that no reportable change was found{sample_of(finding, report)} in"
    if finding.polarity == "absent_stated":
        return f"says that no change was found{sample_of(finding, report)} in these tests"
    if finding.origin == "possible_ch":
        return "marks as possible clonal hematopoiesis"
    if finding.classification == "vus":
        return "lists as a variant of uncertain significance"
    if is_harmful(finding):
        called = (finding.classification or "").replace("_", " ")
        return f"lists as germline (from birth) and {called}"
    if finding.origin == "germline":
        return "lists as germline (from birth)"
    return f"lists these changes as found{sample_of(finding, report)}"


def _listed(findings: Sequence[Finding]) -> str:
    if all(map(is_bare_negative, findings)):
        return _some([f.analyte for f in findings], ", ")
    return _some(list(dict.fromkeys(map(quoted, findings))), "; ")


def _some(names: Sequence[str], between: str) -> str:
    """The first of them, and that there are others."""
    return between.join([*names[:LISTED], *(["and others"] if len(names) > LISTED else [])])


def _cited(findings: Sequence[Finding]) -> Iterator[ReportCitation]:
    for finding in findings:
        place = finding.evidence
        yield ReportCitation(
            finding_id=finding.id, page=place.page, line=place.line, quote=place.text
        )
