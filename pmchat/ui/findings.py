"""What was read of a report, as one piece of HTML: each result beside its printed line."""

from __future__ import annotations

from collections.abc import Sequence

from pmchat.model import Classification, Finding, Polarity, Report
from pmchat.reports.compare import amount
from pmchat.reports.confirm import SURE
from pmchat.reports.together import part_of
from pmchat.text import day
from pmchat.ui.markup import bullets, esc, hidden, paragraph

FAMILIES = {
    "tumor_ngs_tissue": "Tumor gene test on tissue",
    "tumor_ngs_plasma": "Tumor gene test on blood",
    "germline": "Inherited gene test",
    "pgx": "Gene test on how the body handles medicines",
    "ihc": "Protein test on tumor tissue",
    "hrd": "DNA repair test on tumor tissue",
    "mrd": "Blood test for traces of cancer",
    "cytogenetics": "Chromosome test",
    "consumer": "Test ordered by yourself",
    "other": "Report",
}
_STATUS = {
    "preliminary": "Preliminary: the final report may differ.",
    "amended": "Amended: this is a corrected version.",
    "failed": "The test did not give a result.",
}
GROUPS = (
    ("present", "Found or measured"),
    ("uncertain", "Not certain"),
    ("absent_stated", "Looked for and not found, or normal"),
    ("not_performed", "Not done"),
)
_FOLDED = frozenset({"absent_stated", "not_performed"})
"""Groups that are often long and that a person opens if they wish."""

POLARITIES: dict[Polarity, str] = {
    "present": "found or measured",
    "absent_stated": "looked for and not found, or normal",
    "indeterminate": "no clear result",
    "not_performed": "not done",
}
CLASSES: dict[Classification, str] = {
    "pathogenic": "pathogenic",
    "likely_pathogenic": "likely pathogenic",
    "vus": "uncertain significance (VUS)",
    "likely_benign": "likely benign",
    "benign": "benign",
    "tier_1": "tier I",
    "tier_2": "tier II",
    "tier_3": "tier III",
    "tier_4": "tier IV",
}
_IDENTIFIERS = {"mrn": "record number", "ssn": "social security number"}


def report_html(report: Report) -> str:
    """What kind of report it is, its results in groups, and what to know about it."""
    parts = [_summary(report), *(paragraph(w, "pm-warning") for w in report.warnings)]
    parts += [_group(name, heading, report) for name, heading in GROUPS]
    if report.limits:
        parts.append("<h3>What this test cannot tell</h3>" + bullets(report.limits))
    parts.append(_personal(report))
    return "".join(parts)


def group_of(finding: Finding) -> str:
    """Where a finding is listed."""
    unsure = finding.classification == "vus" or finding.origin == "possible_ch"
    if finding.polarity == "indeterminate" or (finding.polarity == "present" and unsure):
        return "uncertain"
    return finding.polarity


def _summary(report: Report) -> str:
    facts = [FAMILIES[report.family]]
    if report.laboratory:
        facts.append(f"Laboratory: {hidden(report.laboratory, report)}")
    if report.dates.reported:
        facts.append(f"Date of the report: {day(report.dates.reported)}")
    if report.status in _STATUS:
        facts.append(_STATUS[report.status])
    return f'<p class="pm-kicker">{"<br>".join(esc(f) for f in facts)}</p>'


def _group(name: str, heading: str, report: Report) -> str:
    found = [f for f in report.findings if group_of(f) == name]
    if not found:
        return ""
    lines: dict[tuple[int, int, str], list[Finding]] = {}
    for finding in found:
        place = finding.evidence
        lines.setdefault((place.page, place.line, place.text), []).append(finding)
    items = "".join(_line(findings, report) for findings in lines.values())
    listed = f'<ul class="pm-results">{items}</ul>'
    if name in _FOLDED:
        summary = f"<summary>{heading} ({len(found)})</summary>"
        return f'<details class="pm-more">{summary}{listed}</details>'
    return f"<h3>{heading} ({len(found)})</h3>{listed}"


def _line(findings: Sequence[Finding], report: Report) -> str:
    """The results that one printed line gives, and that line."""
    place = findings[0].evidence
    names = ", ".join(dict.fromkeys(f.analyte for f in findings))
    remarks = [r for f in findings for r in _remarks(f)]
    remarks += [f"as you {f.by_person} it" for f in findings if f.by_person]
    said = f" ({'; '.join(dict.fromkeys(remarks))})" if remarks else ""
    return (
        f"<li><strong>{esc(hidden(names, report))}</strong>{esc(said)}"
        f' <span class="pm-place">{_place(findings[0])}</span>'
        f'<div class="pm-printed">{esc(hidden(place.text, report))}</div></li>'
    )


def _place(finding: Finding) -> str:
    place = finding.evidence
    added = finding.by_person == "added"
    return "from you" if added else f"page {place.page}, line {place.line}"


def _remarks(finding: Finding) -> list[str]:
    remarks = []
    if finding.classification == "vus":
        remarks.append("variant of uncertain significance")
    if finding.origin == "possible_ch":
        remarks.append("may come from blood cells")
    if finding.polarity == "indeterminate":
        remarks.append("no clear result")
    if finding.confidence < SURE:
        remarks.append("hard to read, please check; not used in answers yet")
    return remarks


def said_of(finding: Finding) -> str:
    """What was read of a finding, in plain words."""
    said = [f"{finding.analyte}: {POLARITIES[finding.polarity]}"]
    if finding.value and finding.value.number is not None:
        said.append(f"amount {amount(finding.value)}")
    if finding.classification:
        said.append(CLASSES[finding.classification])
    return ", ".join(said)


def _personal(report: Report) -> str:
    if not report.identifiers:
        return ""
    kinds = dict.fromkeys(i.kind for i in report.identifiers)
    named = ", ".join(_IDENTIFIERS.get(k, k.replace("_", " ")) for k in kinds)
    return paragraph(f"Personal details on the report ({named}) are hidden here.")


def results_of(report: Report) -> list[str]:
    """A line for each result that was found or is not certain, as it may be taken along."""
    found = [f for f in report.findings if group_of(f) in {"present", "uncertain"}]
    return list(dict.fromkeys(_result(f, report) for f in found))


def _result(finding: Finding, report: Report) -> str:
    printed = finding.printed
    is_named = finding.kind == "summary" or finding.analyte.casefold() in printed.casefold()
    facts = _remarks(finding)
    if finding.classification and finding.classification != "vus":
        facts.append(CLASSES[finding.classification])
    if finding.by_person:
        facts.append(f"{finding.by_person} by me")
    if finding.by_person != "added":
        part = part_of(report, finding.id)
        facts.append(f"report {part.number}, {_place(finding)}" if part else _place(finding))
    said = printed if is_named else f"{finding.analyte}: {printed}"
    return hidden(f"{said} ({'; '.join(facts)})", report)
