"""What was read of a report, as one piece of HTML: each result beside its printed line."""

from __future__ import annotations

from collections.abc import Sequence

from pmchat.answering.findings import is_of_both
from pmchat.i18n import N_, _, day
from pmchat.model import Classification, Finding, Polarity, Report
from pmchat.reports.compare import amount, change_of
from pmchat.reports.confirm import SURE
from pmchat.reports.together import part_of
from pmchat.ui.markup import bullets, esc, folded, heading, hidden, paragraph

FAMILIES = {
    "tumor_ngs_tissue": N_("Tumor gene test on tissue"),
    "tumor_ngs_plasma": N_("Tumor gene test on blood"),
    "germline": N_("Inherited gene test"),
    "pgx": N_("Gene test on how the body handles medicines"),
    "ihc": N_("Protein test on tumor tissue"),
    "hrd": N_("DNA repair test on tumor tissue"),
    "mrd": N_("Blood test for traces of cancer"),
    "cytogenetics": N_("Chromosome test"),
    "consumer": N_("Test that you ordered yourself"),
    "other": N_("Report"),
}
_BOTH = N_("Tumor gene test and inherited gene test")
_STATUS = {
    "preliminary": N_("Preliminary: the final report may differ."),
    "amended": N_("Amended: this is a corrected version."),
    "failed": N_("The test did not give a result."),
}
GROUPS = (
    ("present", N_("Found or measured")),
    ("uncertain", N_("Not certain")),
    ("absent_stated", N_("Looked for and not found, or normal")),
    ("not_performed", N_("Not done")),
)
_FOLDED = frozenset({"absent_stated", "not_performed"})
"""Groups that are often long and that a person opens if they wish."""

POLARITIES: dict[Polarity, str] = {
    "present": N_("found or measured"),
    "absent_stated": N_("looked for and not found, or normal"),
    "indeterminate": N_("no clear result"),
    "not_performed": N_("not done"),
}
CLASSES: dict[Classification, str] = {
    "pathogenic": N_("pathogenic"),
    "likely_pathogenic": N_("likely pathogenic"),
    "vus": N_("uncertain significance (VUS)"),
    "likely_benign": N_("likely benign"),
    "benign": N_("benign"),
    "tier_1": N_("tier I"),
    "tier_2": N_("tier II"),
    "tier_3": N_("tier III"),
    "tier_4": N_("tier IV"),
}
_BY_YOU = {"corrected": N_("as you corrected it"), "added": N_("as you added it")}
_BY_ME = {"corrected": N_("corrected by me"), "added": N_("added by me")}
_IDENTIFIERS = {
    "name": N_("name"),
    "birth_date": N_("birth date"),
    "mrn": N_("record number"),
    "accession": N_("number of the sample or report"),
    "ssn": N_("social security number"),
    "insurance": N_("insurance number"),
    "phone": N_("phone number"),
    "email": N_("e-mail address"),
    "address": N_("address"),
    "physician": N_("name of a doctor"),
}


def kind_of(report: Report) -> str:
    """What kind of test a report is on, in plain words."""
    both = report.family == "germline" and is_of_both(report)
    return _(_BOTH if both else FAMILIES[report.family])


def report_html(report: Report) -> str:
    """What kind of report it is, its results in groups, and what to know about it."""
    parts = [_summary(report), *(paragraph(w, "pm-warning") for w in report.warnings)]
    parts += [_group(name, _(title), report) for name, title in GROUPS]
    if report.limits:
        parts.append(heading(_("What this test cannot tell"), 3) + bullets(report.limits))
    parts.append(_personal(report))
    return "".join(parts)


def group_of(finding: Finding) -> str:
    """Where a finding is listed."""
    unsure = finding.classification == "vus" or finding.origin == "possible_ch"
    if finding.polarity == "indeterminate" or (finding.polarity == "present" and unsure):
        return "uncertain"
    return finding.polarity


def _summary(report: Report) -> str:
    facts = [kind_of(report)]
    if report.laboratory:
        facts.append(_("Laboratory: {name}").format(name=hidden(report.laboratory, report)))
    if report.dates.reported:
        facts.append(_("Date of the report: {day}").format(day=day(report.dates.reported)))
    if report.status in _STATUS:
        facts.append(_(_STATUS[report.status]))
    return f'<p class="pm-kicker">{"<br>".join(esc(f) for f in facts)}</p>'


def _group(name: str, title: str, report: Report) -> str:
    found = [f for f in report.findings if group_of(f) == name]
    if not found:
        return ""
    lines: dict[tuple[int, int, str], list[Finding]] = {}
    for finding in found:
        place = finding.evidence
        lines.setdefault((place.page, place.line, place.text), []).append(finding)
    items = "".join(_line(findings, report) for findings in lines.values())
    listed = f'<ul class="pm-results">{items}</ul>'
    counted = f"{title} ({len(found)})"
    return folded(counted, listed) if name in _FOLDED else heading(counted, 3) + listed


def _line(findings: Sequence[Finding], report: Report) -> str:
    """The results that one printed line gives, and that line."""
    place = findings[0].evidence
    names = ", ".join(dict.fromkeys(f.analyte for f in findings))
    remarks = [r for f in findings for r in _remarks(f)]
    remarks += [_(_BY_YOU[f.by_person]) for f in findings if f.by_person]
    said = f" ({'; '.join(dict.fromkeys(remarks))})" if remarks else ""
    return (
        f"<li><strong>{esc(hidden(names, report))}</strong>{esc(said)}"
        f' <span class="pm-place">{_place(findings[0])}</span>'
        f'<div class="pm-printed">{esc(hidden(place.text, report))}</div></li>'
    )


def _place(finding: Finding) -> str:
    place = finding.evidence
    if finding.by_person == "added":
        return _("from you")
    return _("page {page}, line {line}").format(page=place.page, line=place.line)


def _remarks(finding: Finding) -> list[str]:
    remarks = []
    if finding.classification == "vus":
        remarks.append(_("variant of uncertain significance"))
    if finding.origin == "possible_ch":
        remarks.append(_("may come from blood cells"))
    if finding.polarity == "indeterminate":
        remarks.append(_("no clear result"))
    if finding.confidence < SURE:
        remarks.append(_("hard to read, please check; not used in answers yet"))
    return remarks


def said_of(finding: Finding) -> str:
    """What was read of a finding, in plain words."""
    said = [f"{name_of(finding)}: {_(POLARITIES[finding.polarity])}"]
    if finding.value and finding.value.number is not None:
        said.append(_("amount {amount}").format(amount=amount(finding.value)))
    if finding.classification:
        said.append(_(CLASSES[finding.classification]))
    return ", ".join(said)


def name_of(finding: Finding) -> str:
    """What a finding is on, with its change if one is spelled out: several may be of one gene."""
    change = change_of(finding) if finding.hgvs_p or finding.hgvs_c else ""
    return f"{finding.analyte} {change}".strip()


def _personal(report: Report) -> str:
    if not report.identifiers:
        return ""
    kinds = dict.fromkeys(i.kind for i in report.identifiers)
    named = ", ".join(_(_IDENTIFIERS[k]) for k in kinds)
    said = _("Personal details on the report ({kinds}) are hidden here.").format(kinds=named)
    return paragraph(said)


def results_of(report: Report) -> list[str]:
    """A line for each result that was found or is not certain, as it may be taken along."""
    return list(dict.fromkeys(_result(f, report) for f in report.findings if is_found(f)))


def is_found(finding: Finding) -> bool:
    """Whether a result was found, or is not certain."""
    return group_of(finding) in {"present", "uncertain"}


def _result(finding: Finding, report: Report) -> str:
    printed = finding.printed
    is_named = finding.kind == "summary" or finding.analyte.casefold() in printed.casefold()
    facts = _remarks(finding)
    if finding.classification and finding.classification != "vus":
        facts.append(_(CLASSES[finding.classification]))
    if finding.by_person:
        facts.append(_(_BY_ME[finding.by_person]))
    if finding.by_person != "added":
        part = part_of(report, finding.id)
        place = _("report {number}, {place}") if part else "{place}"
        facts.append(place.format(number=part and part.number, place=_place(finding)))
    said = printed if is_named else f"{finding.analyte}: {printed}"
    return hidden(f"{said} ({'; '.join(facts)})", report)
