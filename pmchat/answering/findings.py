"""Says in plain words what a report prints about a finding, with its line."""

from __future__ import annotations

from pmchat.model import Finding, ReportCitation, Role, Sentence

SHOWN = 6
"""How many findings one answer tells; the rest are counted."""

_ORDER = {"present": 0, "indeterminate": 1, "absent_stated": 2, "not_performed": 3}


def say_findings(findings: tuple[Finding, ...]) -> list[Sentence]:
    """One sentence a finding, the telling ones first; the first is the headline."""
    told = sorted(findings, key=_rank)[:SHOWN]
    said: list[Sentence] = []
    for finding in told:
        role: Role = "report" if said else "headline"
        said.append(Sentence(text=_text(finding), role=role, citations=(_citation(finding),)))
    return said


def _rank(finding: Finding) -> tuple[int, bool, bool]:
    return (
        _ORDER[finding.polarity],
        finding.classification == "vus",
        finding.origin == "possible_ch",
    )


def _citation(finding: Finding) -> ReportCitation:
    evidence = finding.evidence
    return ReportCitation(
        finding_id=finding.id, page=evidence.page, line=evidence.line, quote=evidence.text
    )


def _text(finding: Finding) -> str:
    printed = " ".join(finding.as_printed.split()).rstrip(".")
    name = finding.analyte
    if finding.kind == "summary":
        return f'Your report gives this overall result: "{printed}".'
    if finding.polarity == "not_performed":
        return f'Your report says that this test was not done: "{printed}".'
    if finding.polarity == "indeterminate":
        return f'Your report gives no clear result for {name}: "{printed}".'
    if finding.polarity == "absent_stated":
        return _absent(finding, printed)
    return _present(finding, printed)


def _absent(finding: Finding, printed: str) -> str:
    name = finding.analyte
    if finding.kind in {"protein", "signature"}:
        return f'Your report gives this {name} result: "{printed}".'
    return f'Your report says that this was not found in the sample for {name}: "{printed}".'


def _present(finding: Finding, printed: str) -> str:
    name = finding.analyte
    if finding.kind in {"protein", "signature", "genotype", "haplotype"}:
        return f'Your report gives this {name} result: "{printed}".'
    if finding.origin == "possible_ch":
        what = "marks this {} change as possible clonal hematopoiesis"
    elif finding.classification == "vus":
        what = "lists this {} change as a variant of uncertain significance"
    elif finding.classification in {"pathogenic", "likely_pathogenic"}:
        what = "lists this {} change and calls it " + finding.classification.replace("_", " ")
    else:
        what = "lists this {} change as found"
    return f'Your report {what.format(name)}: "{printed}".'
