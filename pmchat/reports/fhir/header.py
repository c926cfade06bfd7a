"""Around the findings of a FHIR file: samples, dates, laboratory, status, kind of report."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Literal

from pmchat.model import Family, Finding, ReportDates, Specimen
from pmchat.reports.fhir.codes import DRUG
from pmchat.reports.fhir.load import Kinds
from pmchat.reports.fhir.observations import Observed, origin_of, references_whole
from pmchat.reports.fhir.resources import (
    Resource,
    codes,
    day_of,
    dicts,
    first,
    names,
    references,
    shown,
    words,
)

Status = Literal["final", "preliminary", "amended", "failed"]
_STATUS: dict[str, Status] = {
    "amended": "amended", "corrected": "amended", "appended": "amended",
    "preliminary": "preliminary", "partial": "preliminary", "registered": "preliminary",
    "cancelled": "failed",
}  # fmt: skip
_NUMBERED = re.compile(r"\W*\b[A-Z]{0,3}-?\d[\d-]{3,}.*")


def read_status(reports: list[Resource], observed: list[Observed]) -> Status:
    """The status of the report; without one that of its results."""
    nodes = reports or [o.resource for o in observed]
    found = [_STATUS[s] for n in nodes if (s := words(n.get("status"))) in _STATUS]
    return next((s for s in found if reports or s != "failed"), "final")


def read_specimens(
    kinds: Kinds, observed: list[Observed]
) -> tuple[tuple[Specimen, ...], Callable[[int, int], str | None]]:
    """The samples, and which one an Observation was made on."""
    samples = kinds.get("Specimen", [])
    ids = {name: f"s{i}" for i, r in enumerate(samples, 1) for name in names(r)}
    found = []
    for number, one in enumerate(samples, start=1):
        collection = first(one.get("collection"))
        start = first(collection.get("collectedPeriod")).get("start")
        day = day_of(collection.get("collectedDateTime")) or day_of(start)
        found.append(
            Specimen(
                id=f"s{number}", type=shown(one.get("type")),
                site=shown(collection.get("bodySite")), collected=_date(day),
            )
        )  # fmt: skip
    if not found:
        named = [s for o in observed for s in dicts(o.resource.get("specimen"))]
        kind = next((d for s in named if (d := words(s.get("display")))), None)
        found = [Specimen(id="s1", type=_NUMBERED.sub("", kind or "") or None)]
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


def read_dates(
    kinds: Kinds, reports: list[Resource], observed: list[Observed], specimens: tuple[Specimen, ...]
) -> ReportDates:
    """The dates of the report, or of its results when there is no report around them."""
    nodes = reports or [o.resource for o in observed]
    issued = next((d for n in nodes if (d := day_of(n.get("issued")))), None)
    done = next((d for n in nodes if (d := day_of(n.get("effectiveDateTime")))), None)
    samples = kinds.get("Specimen", [])
    received = next((d for s in samples if (d := day_of(s.get("receivedTime")))), None)
    return ReportDates(
        collected=next((s.collected for s in specimens if s.collected), None),
        received=_date(received),
        reported=_date(issued or done),
    )


def read_laboratory(kinds: Kinds, reports: list[Resource], observed: list[Observed]) -> str | None:
    """The name of the organization that made the report; never that of a person."""
    titles = {n: words(o.get("name")) for o in kinds.get("Organization", []) for n in names(o)}
    for node in [*reports, *(o.resource for o in observed)]:
        for performer in dicts(node.get("performer")):
            if any("Practitioner" in said for said in references_whole(performer)):
                continue
            found = [titles[t] for t in references(performer) if titles.get(t)]
            if name := next(iter(found), None) or words(performer.get("display")):
                return name
    return None


def read_family(
    kinds: Kinds,
    observed: list[Observed],
    findings: list[Finding],
    specimens: tuple[Specimen, ...],
) -> Family:
    """What kind of report it is, by what it holds before what it is called."""
    origins = [origin_of(o) for o in observed]
    typed = " ".join(s.type or "" for s in specimens)
    titles = " ".join(
        " ".join([shown(r.get("code")) or "", *codes(r.get("code"))])
        for r in kinds.get("DiagnosticReport", [])
    )
    genotypes = [f for f in findings if f.kind in ("genotype", "haplotype")]
    if "somatic" in origins or any(f.analyte in ("TMB", "MSI", "PD-L1") for f in findings):
        plasma = re.search(r"plasma|cell.free|cfDNA|ctDNA", f"{typed} {titles}", re.I)
        return "tumor_ngs_plasma" if plasma else "tumor_ngs_tissue"
    inherited = any(f.kind == "summary" for f in findings) or any(
        f.origin == "germline" and f not in genotypes for f in findings
    )
    if inherited:
        return "germline"
    drugs = re.search(r"pharmacogen|PGx|drug", titles, re.I)
    typing = all(f.analyte.startswith("HLA") for f in findings) and not any(
        one.part(DRUG) for one in observed
    )
    if drugs or (2 * len(genotypes) > len(findings) and not typing):
        return "pgx"
    if "germline" in origins or re.search(r"germline|hereditary|inherited", titles, re.I):
        return "germline"
    return _by_method(findings)


def _by_method(findings: list[Finding]) -> Family:
    if findings and all(f.kind == "protein" for f in findings):
        return "ihc"
    if findings and all(f.analyte == "HRD" for f in findings):
        return "hrd"
    if findings and all(f.analyte == "karyotype" or "(" in f.analyte for f in findings):
        return "cytogenetics"
    return "other"
