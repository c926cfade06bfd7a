"""Reports in FHIR R4, JSON or XML: a DiagnosticReport, a Bundle, or Observations."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import chain

from pmchat.errors import ReportError
from pmchat.i18n import N_, _
from pmchat.model import Finding, Identifier, Report
from pmchat.reports.fhir.attachments import (
    READ,
    UNREAD,
    added_findings,
    in_frame,
    read_documents,
    read_told,
)  # fmt: skip
from pmchat.reports.fhir.codes import OVERALL, RESULTS, UNREAD_REGIONS
from pmchat.reports.fhir.header import (
    read_dates,
    read_family,
    read_laboratory,
    read_specimens,
    read_status,
)
from pmchat.reports.fhir.implications import UNPLACED, classes_of, read_therapies
from pmchat.reports.fhir.load import Kinds, load_json, sort_resources
from pmchat.reports.fhir.markup import load_xml
from pmchat.reports.fhir.observations import Observed, link, observe
from pmchat.reports.fhir.people import (
    another_person,
    read_people,
    two_subjects,
    without_relatives,
)
from pmchat.reports.fhir.resources import (
    Resource,
    codes,
    dicts,
    names,
    references,
    shown,
    withdrawn,
    words,
)
from pmchat.reports.fhir.results import read_observation
from pmchat.reports.fhir.variants import left_out
from pmchat.reports.file import File
from pmchat.reports.lines import Line, find_instructions
from pmchat.reports.merge import merge
from pmchat.reports.notes import TOO_MANY, TWO_PEOPLE, instruction_warnings, read_limits
from pmchat.reports.remarks import remarks_in

_MOST = 3_000
_UNNAMED = N_(
    "Some changes are given only by their place in the DNA. The file names no gene for them."
)
_WITHDRAWN = N_("The laboratory withdrew or cancelled this report. No result was read from it.")
_HARMLESS = N_("Changes that the laboratory holds to be harmless or without effect were left out.")
_LOOSE_CLASS = N_(
    "The file states a class such as pathogenic for a change that it does not hold. "
    "Ask your care team which change is meant."
)
_SEVERAL_CLASSES = N_("The file gives more than one class for a change. Ask your care team.")
_RISK = N_("The file holds an estimate of risk that was not read.")
_NOT_COVERED = N_("Some parts of the genes were not covered by the test.")
_RELATIVES = N_("The file also holds results of other people. They were not read.")
_NOTHING = (
    N_("This FHIR file holds no genetic or tumor test result."),
    N_("Check that it is the right file, or paste the text of the report."),
)
_MEANING_ONLY = (
    N_("This FHIR file says what a change means, but not which change it is."),
    N_("Ask the laboratory for the whole report, or paste its text."),
)
_ATTACHED_ONLY = (
    N_("The document inside this FHIR file could not be read, and the file holds nothing else."),
    N_("Save that document by itself and upload it, or paste its text."),
)
_PLACE = re.compile(r"N[CGMRTW]_|chr|rs\d|\d|[cgmp]\.")
_JSON = re.compile(r"\s*(?:\{|\[(?:\s*\[)*\s*(?:[{\"\]\d-]|true|false|null|\Z))")
_TO_MASK = ("name", "physician", "phone", "email", "address")


def looks_like_json(text: str) -> bool:
    """True when the text is meant to be JSON; a remark in brackets may open a text as well.

    One that lost its first letters is JSON still, and damaged.
    """
    return bool(_JSON.match(text.lstrip("\ufeff"))) or '"resourceType"' in text


def read_fhir(text: str) -> Report:
    """Reads FHIR in JSON; every finding points to its Observation by running number."""
    return _read(sort_resources(load_json(text)))


def read_fhir_xml(file: File) -> Report:
    """Reads FHIR in XML, like the same in JSON."""
    return _read(sort_resources(load_xml(file)))


@dataclass
class _Content:
    """What a file holds: resources by type, reports that still count, Observations, people."""

    kinds: Kinds
    live: list[Resource]
    observed: list[Observed]
    identifiers: list[Identifier]


def _read(kinds: Kinds) -> Report:
    identifiers = read_people(kinds)
    reports = kinds.get("DiagnosticReport", [])
    live = [r for r in reports if not withdrawn(r)]
    everyone = _observe(kinds, live, identifiers)
    observed = without_relatives(kinds, reports, everyone)
    content = _Content(kinds, live, observed, identifiers)
    if reports and not live:
        frame = _frame(content, reports)
        return frame.model_copy(update={"status": "failed", "warnings": (_(_WITHDRAWN),)})
    found = {one.number: read_observation(one) for one in content.observed}
    raw = [*chain.from_iterable(found.values()), *_concluded(content.observed, live)]
    documents, unread = read_documents(kinds, live)
    if not raw:
        documents += read_told([*live, *kinds.get("Composition", [])])
        if told := next((d for d in documents if d.findings), None):
            return _of_one_person(in_frame(told, _frame(content, live), unread), identifiers, told)
    harmless = any(left_out(o) for o in content.observed if o.live and not found[o.number])
    if not raw and not harmless:
        meant = _MEANING_ONLY if any(map(classes_of, content.observed)) else _NOTHING
        raise ReportError(*map(_, _ATTACHED_ONLY if unread else meant))
    report = _structured(content, found, raw, documents)
    limits = [*report.limits, *[_(UNREAD)] * unread]
    warnings = [*report.warnings, *[_(_HARMLESS)] * harmless]
    warnings += [_(_RELATIVES)] * (len(observed) < len(everyone))
    report = report.model_copy(update={"limits": tuple(limits), "warnings": tuple(warnings)})
    return _of_one_person(report, identifiers, *documents)


def _frame(content: _Content, reports: list[Resource]) -> Report:
    """What stands around the findings."""
    specimens, _ = read_specimens(content.kinds, content.observed)
    return Report(
        family="other",
        language=_language(content.kinds),
        status=read_status(reports, content.observed),
        laboratory=read_laboratory(content.kinds, reports, content.observed),
        test=next((t for r in reports if (t := shown(r.get("code")))), None),
        specimens=specimens,
        dates=read_dates(content.kinds, reports, content.observed, specimens),
        identifiers=tuple(content.identifiers),
    )


def _structured(
    content: _Content,
    found: dict[int, list[Finding]],
    raw: list[Finding],
    documents: list[Report],
) -> Report:
    """The report of the Observations, with what only the documents name."""
    kinds, observed = content.kinds, content.observed
    specimens, of_specimen = read_specimens(kinds, observed)
    added = added_findings(raw, documents)
    findings, warnings = merge([*raw, *added], of_specimen)
    if two_subjects(kinds, observed):
        findings, warnings = [], [_(TWO_PEOPLE), *warnings]
    family = read_family(kinds, observed, findings, specimens)
    therapies, unplaced = read_therapies(observed, found, kinds)
    tumor = bool(findings) and family not in ("pgx", "germline")
    concluded = " ".join(words(r.get("conclusion")) or "" for r in content.live)
    limits = [*read_limits(concluded, family), *_limits(kinds, observed)]
    limits += [_(UNPLACED)] * (unplaced and tumor) + [_(READ)] * bool(added)
    named = chain.from_iterable(d.identifiers for d in documents)
    return _frame(content, content.live).model_copy(
        update={
            "family": family,
            "findings": tuple(findings),
            "therapies": tuple(therapies) if tumor else (),
            "limits": tuple(dict.fromkeys(limits)),
            "remarks": remarks_in(concluded),
            "warnings": (*warnings, *_warnings(kinds, observed, findings)),
            "identifiers": (*content.identifiers, *named),
        }
    )


def _of_one_person(report: Report, patient: list[Identifier], *documents: Report) -> Report:
    """The report, without findings when a document inside is made out to someone else."""
    if not another_person(patient, list(documents)):
        return report
    warnings = (_(TWO_PEOPLE), *report.warnings)
    return report.model_copy(update={"findings": (), "therapies": (), "warnings": warnings})


def _observe(kinds: Kinds, live: list[Resource], identifiers: list[Identifier]) -> list[Observed]:
    """The Observations that count, linked; results that a report only names come last."""
    hidden = [i for i in identifiers if i.kind in _TO_MASK and len(i.text) > 3]
    given = kinds.get("Observation", [])[:_MOST] + _only_named(live)
    observed = [observe(one, number, hidden) for number, one in enumerate(given, start=1)]
    link(observed)
    dropped = _of_withdrawn(kinds, observed)
    return [one for one in observed if not dropped & one.names]


def _of_withdrawn(kinds: Kinds, observed: list[Observed]) -> set[str]:
    """The names of results that belong to withdrawn reports alone, also through their groups."""
    reports = kinds.get("DiagnosticReport", [])
    members = {name: one.members for one in observed for name in one.names}
    kept = _reached([r for r in reports if not withdrawn(r)], members)
    return _reached([r for r in reports if withdrawn(r)], members) - kept


def _reached(reports: list[Resource], members: dict[str, list[str]]) -> set[str]:
    """The names of all that the reports contain or point to, and of what those group."""
    inside = [n for r in reports for one in dicts(r.get("contained")) for n in names(one)]
    stack = inside + [name for r in reports for name in references(r.get("result"))]
    found: set[str] = set()
    while stack:
        name = stack.pop()
        if name not in found:
            found.add(name)
            stack.extend(members.get(name, []))
    return found


def _only_named(reports: list[Resource]) -> list[Resource]:
    """Results without a reference, of which the report prints only the words."""
    found = []
    for said in (r for report in reports for r in dicts(report.get("result"))):
        name, mark, value = (words(said.get("display")) or "").partition(":")
        if mark and value.strip() and not words(said.get("reference")):
            genotype = {"coding": [{"code": "84413-4"}]} if "genotype" in name.lower() else {}
            found.append(
                {
                    "resourceType": "Observation",
                    "code": {**genotype, "text": name},
                    "valueString": value.strip(),
                }
            )
    return found


def _concluded(observed: list[Observed], reports: list[Resource]) -> list[Finding]:
    """The overall result by the report's coded conclusion, unless an Observation states it."""
    if any(one.live and one.about(OVERALL) for one in observed):
        return []
    for report in reports:
        concept = report.get("conclusionCode")
        if len({RESULTS[c] for c in codes(concept) if c in RESULTS}) == 1:
            stated = observe({"code": {"coding": [{"code": OVERALL}]},
                              "valueCodeableConcept": concept}, 1)  # fmt: skip
            return read_observation(stated)
    return []


def _language(kinds: Kinds) -> str:
    """The language that a resource names; English when none does."""
    named = (words(one.get("language")) for one in chain.from_iterable(kinds.values()))
    return (next((n for n in named if n), None) or "en")[:2].lower()


def _limits(kinds: Kinds, observed: list[Observed]) -> list[str]:
    limits = [_(_RISK)] if "RiskAssessment" in kinds else []
    if any(one.live and one.part(UNREAD_REGIONS) for one in observed):
        limits.append(_(_NOT_COVERED))
    return limits


def _warnings(kinds: Kinds, observed: list[Observed], findings: list[Finding]) -> list[str]:
    texts = [words(r.get("conclusion")) or "" for r in kinds.get("DiagnosticReport", [])]
    lines = [Line(1, n, text, text) for n, text in enumerate(texts, start=1)]
    orders = find_instructions(lines)[1] + sum(one.orders for one in observed)
    warnings = instruction_warnings(orders)
    if any(_PLACE.match(f.analyte) for f in findings):
        warnings.append(_(_UNNAMED))
    if any(len(classes_of(one)) > 1 for one in observed if one.live):
        warnings.append(_(_SEVERAL_CLASSES))
    held = {name for one in observed for name in one.names}
    loose = (o for o in observed if o.live and o.sources and not held & set(o.sources))
    if any(map(classes_of, loose)):
        warnings.append(_(_LOOSE_CLASS))
    if len(kinds.get("Observation", [])) > _MOST:
        warnings.append(_(TOO_MANY))
    return warnings
