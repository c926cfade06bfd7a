"""Reports in FHIR R4 JSON: a DiagnosticReport, a Bundle, or Observations."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from typing import Literal

from pmchat.errors import ReportError
from pmchat.model import Family, Finding, Report, ReportDates, Specimen, TherapyLine
from pmchat.reports.fhir.observations import (
    Observed,
    gather,
    gene_of,
    observe,
    origin_of,
)  # fmt: skip
from pmchat.reports.fhir.people import read_people
from pmchat.reports.fhir.resources import (
    Resource,
    codes,
    day_of,
    dicts,
    names,
    references,
    shown,
    walk,
    words,
)  # fmt: skip
from pmchat.reports.fhir.results import read_observation
from pmchat.reports.lines import Line, find_instructions
from pmchat.reports.merge import merge
from pmchat.reports.notes import TWO_PEOPLE, instruction_warnings, read_limits

_EFFECT = "51961-1"
_STATUS: dict[str, Literal["final", "preliminary", "amended", "failed"]] = {
    "amended": "amended", "corrected": "amended", "appended": "amended",
    "preliminary": "preliminary", "partial": "preliminary", "registered": "preliminary",
    "cancelled": "failed",
}  # fmt: skip
_ATTACHED = "The file holds an attached document that was not read."
_UNNAMED = "Some changes are given only by their place in the DNA. The file names no gene for them."


def looks_like_json(text: str) -> bool:
    """True when the text is meant to be JSON."""
    return text.lstrip("\ufeff \t\r\n")[:1] in ("{", "[")


def read_fhir(text: str) -> Report:
    """Reads a FHIR file; every finding points to its Observation by running number."""
    resources = _load(text)
    kinds: dict[str, list[Resource]] = {}
    for one in resources:
        kinds.setdefault(one["resourceType"], []).append(one)
    observed = [observe(o, n) for n, o in enumerate(kinds.get("Observation", []), start=1)]
    specimens, of_specimen = _specimens(kinds, observed)
    said = gather(observed)
    raw = [finding for one in observed for finding in read_observation(one, said)]
    if not raw:
        raise ReportError(
            "This FHIR file holds no genetic or tumor test result.",
            "Check that it is the right file, or paste the text of the report.",
        )
    findings, warnings = merge(raw, of_specimen)
    family = _family(kinds, observed, findings, specimens)
    warnings += _warnings(kinds, observed, findings)
    if _two_subjects(observed):
        findings, warnings = [], [TWO_PEOPLE, *warnings]
    reports = _live(kinds.get("DiagnosticReport", []))
    limits = read_limits(" ".join(words(r.get("conclusion")) or "" for r in reports), family)
    if any(dicts(r.get("presentedForm")) for r in reports):
        limits.append(_ATTACHED)
    return Report(
        family=family,
        language=(words(resources[0].get("language")) or "en")[:2].lower(),
        status=_status(reports),
        laboratory=_laboratory(kinds, reports),
        test=next((t for r in reports if (t := shown(r.get("code")))), None),
        specimens=specimens,
        dates=_dates(reports, specimens),
        findings=tuple(findings),
        therapies=tuple(_therapies(observed)) if findings and family != "pgx" else (),
        limits=tuple(limits),
        warnings=tuple(warnings),
        identifiers=tuple(read_people(kinds)),
    )


def _load(text: str) -> list[Resource]:
    """The resources of the file in their order."""
    try:
        resources = list(walk(json.loads(text.lstrip("\ufeff"))))
    except (ValueError, RecursionError) as error:
        raise ReportError(
            "This file looks like JSON but is damaged.",
            "Download it again, or paste the text of the report.",
        ) from error
    if not resources:
        raise ReportError(
            "This JSON file is not a FHIR report.",
            "Ask the laboratory for a PDF or a FHIR file, or paste the text of the report.",
        )
    return resources


def _live(reports: list[Resource]) -> list[Resource]:
    return [r for r in reports if words(r.get("status")) != "entered-in-error"]


def _status(reports: list[Resource]) -> Literal["final", "preliminary", "amended", "failed"]:
    for report in reports:
        if (code := words(report.get("status"))) in _STATUS:
            return _STATUS[code]
    return "final"


def _specimens(
    kinds: dict[str, list[Resource]], observed: list[Observed]
) -> tuple[tuple[Specimen, ...], Callable[[int, int], str | None]]:
    """The samples, and which one an Observation was made on."""
    ids = {name: f"s{i}" for i, r in enumerate(kinds.get("Specimen", []), 1) for name in names(r)}
    found = []
    for index, one in enumerate(kinds.get("Specimen", []), start=1):
        collection = (dicts(one.get("collection")) or [{}])[0]
        period = (dicts(collection.get("collectedPeriod")) or [{}])[0]
        day = day_of(collection.get("collectedDateTime")) or day_of(period.get("start"))
        found.append(
            Specimen(
                id=f"s{index}", type=shown(one.get("type")), site=shown(collection.get("bodySite")),
                collected=_date(day),
            )
        )  # fmt: skip
    if not found:
        named = [s for o in observed for s in dicts(o.resource.get("specimen"))]
        kind = next((d for s in named if (d := words(s.get("display")))), None)
        found = [Specimen(id="s1", type=kind)]
    targets = {o.number: references(o.resource.get("specimen")) for o in observed}

    def of_specimen(page: int, number: int) -> str | None:
        if len(found) == 1:
            return found[0].id
        return next((ids[t] for t in targets.get(number, []) if t in ids), None)

    return tuple(found), of_specimen


def _date(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


def _dates(reports: list[Resource], specimens: tuple[Specimen, ...]) -> ReportDates:
    issued = next((d for r in reports if (d := day_of(r.get("issued")))), None)
    done = next((d for r in reports if (d := day_of(r.get("effectiveDateTime")))), None)
    return ReportDates(
        collected=next((s.collected for s in specimens if s.collected), None),
        reported=_date(issued or done),
    )


def _laboratory(kinds: dict[str, list[Resource]], reports: list[Resource]) -> str | None:
    titles = {n: words(o.get("name")) for o in kinds.get("Organization", []) for n in names(o)}
    for report in reports:
        for performer in dicts(report.get("performer")):
            if name := words(performer.get("display")):
                return name
            for target in references(performer):
                if titles.get(target):
                    return titles[target]
    return None


def _family(
    kinds: dict[str, list[Resource]],
    observed: list[Observed],
    findings: list[Finding],
    specimens: tuple[Specimen, ...],
) -> Family:
    origins = [origin_of(o) for o in observed]
    typed = " ".join(s.type or "" for s in specimens)
    titles = " ".join(
        " ".join([shown(r.get("code")) or "", *codes(r.get("code"))])
        for r in kinds.get("DiagnosticReport", [])
    )
    genotypes = sum(f.kind in ("genotype", "haplotype") for f in findings)
    if "somatic" in origins or any(f.analyte in ("TMB", "MSI", "PD-L1") for f in findings):
        plasma = re.search(r"plasma|cell.free|cfDNA|ctDNA", f"{typed} {titles}", re.I)
        return "tumor_ngs_plasma" if plasma else "tumor_ngs_tissue"
    inherited = any(f.kind == "summary" for f in findings) or any(
        f.origin == "germline" and f.kind not in ("genotype", "haplotype") for f in findings
    )
    if inherited:
        return "germline"
    if re.search(r"pharmacogen|PGx|drug", titles, re.I) or 2 * genotypes > len(findings):
        return "pgx"
    if "germline" in origins or re.search(r"germline|hereditary|inherited", titles, re.I):
        return "germline"
    return "ihc" if findings and all(f.kind == "protein" for f in findings) else "other"


def _therapies(observed: list[Observed]) -> list[TherapyLine]:
    """Drugs that an implication links to a change of the tumor; others are left out."""
    by_id = {name: o for o in observed for name in o.names}
    found = []
    for one in observed:
        drug, effect = one.part("51963-7"), one.part(_EFFECT)
        if not drug or not effect or not one.live:
            continue
        for target in references(one.resource.get("derivedFrom")):
            source = by_id.get(target)
            gene = gene_of(source) if source is not None else None
            if source is None or not gene or origin_of(source) != "somatic":
                continue
            found.append(
                TherapyLine(
                    analyte=gene,
                    drug=drug,
                    scope="resistance" if re.search("resist", effect, re.I) else "this_tumor",
                    evidence=one.evidence(),
                )
            )
    return found


def _warnings(
    kinds: dict[str, list[Resource]], observed: list[Observed], findings: list[Finding]
) -> list[str]:
    texts = [o.text for o in observed]
    texts += [words(r.get("conclusion")) or "" for r in kinds.get("DiagnosticReport", [])]
    lines = [Line(1, n, text, text) for n, text in enumerate(texts, start=1)]
    warnings = instruction_warnings(find_instructions(lines)[1])
    if any(re.match(r"(?:NC_|NG_|NM_|chr|\d)", f.analyte) for f in findings):
        warnings.append(_UNNAMED)
    return warnings


def _two_subjects(observed: list[Observed]) -> bool:
    subjects = {s for o in observed for s in references(o.resource.get("subject"))[:1]}
    return len(subjects) > 1
