"""Findings from Observations of the Genomics Reporting guide and its kin."""

from __future__ import annotations

import re

from pmchat.model import Classification, Finding, Origin, Polarity, Value
from pmchat.reports.fhir.codes import (
    CHANGE,
    CODING,
    COPIES,
    DISCRETE,
    FRACTION,
    GENOMIC,
    GENOTYPE,
    HAPLOTYPE,
    OVERALL,
    PHENOTYPES,
    PROTEIN,
    SIGNIFICANCE,
    VARIANT,
)
from pmchat.reports.fhir.observations import (
    Observed,
    Said,
    class_of,
    gene_of,
    name_of,
    origin_of,
    result_of,
    value_or_reason,
)
from pmchat.reports.fhir.resources import (
    references,
    value_of,
    value_words,
    words,
)
from pmchat.reports.findings import read_findings
from pmchat.reports.lines import Line
from pmchat.reports.rows import Row
from pmchat.reports.sections import BODY
from pmchat.reports.seen import Context
from pmchat.reports.variants import Variant, change_kind, find_variants


def read_observation(one: Observed, said: Said) -> list[Finding]:
    """The findings of one Observation; `said` holds what others say of it."""
    if not one.live:
        return []
    if VARIANT in one.codes:
        return _variant(one, said.classes)
    if OVERALL in one.codes:
        return _overall(one)
    if one.codes & {GENOTYPE, HAPLOTYPE}:
        return _genotype(one, said.phenotypes)
    if one.codes & PHENOTYPES:
        return _phenotype(one)
    if one.codes & {SIGNIFICANCE} or any("implication" in c for c in one.codes):
        return _implied(one)
    return _worded(one)


def _first(one: Observed, kind: str, *parts: str) -> Variant | None:
    for text in (one.part(p) for p in parts):
        for variant in find_variants(text or ""):
            if variant.kind == kind:
                return variant
    return None


def _variant(one: Observed, classes: dict[str, Classification]) -> list[Finding]:
    coding = _first(one, "c", CODING, DISCRETE)
    protein = _first(one, "p", PROTEIN, DISCRETE)
    printed = [one.part(p) for p in (CODING, PROTEIN)]
    if not any(printed):
        printed = [one.part(DISCRETE) or one.part(GENOMIC) or _place(one)]
    gene = gene_of(one)
    if not gene and any(printed) and all(p is None or p.isdigit() for p in printed):
        gene = "unnamed change"
    label = " ".join(dict.fromkeys(p for p in printed if p))
    if not gene and not label:
        return []
    if (stated := class_of(one) or _given(one, classes)) in ("benign", "likely_benign"):
        return []
    if protein is not None and protein.silent and stated is None:
        return []
    copies = one.part(COPIES)
    change = (one.part(CHANGE) or "").lower()
    kind = change_kind(coding.hgvs if coding else label, protein.hgvs if protein else None)
    if "copy" in change or (copies and not coding and not protein):
        kind = "cnv"
    polarity = result_of(one)
    return [
        _finding(
            one, gene or label, kind, polarity,
            as_printed=" ".join(p for p in (gene, label) if p),
            hgvs_c=coding.hgvs if coding else None,
            hgvs_p=protein.hgvs if protein else None,
            value=_amount(one, kind) if polarity == "present" else None,
            origin=origin_of(one),
            classification=stated if polarity == "present" else None,
        )
    ]  # fmt: skip


def _given(one: Observed, table: dict[str, Classification]) -> Classification | None:
    return next((table[name] for name in one.names if name in table), None)


def _place(one: Observed) -> str | None:
    """A change known only by its place on a reference sequence."""
    sequence, start = one.part("48013-7"), one.part("81254-5", "exact-start-end")
    change = ">".join(p for p in (one.part("69547-8"), one.part("69551-0")) if p)
    return " ".join(p for p in (sequence, start, change) if p) or None


def _amount(one: Observed, kind: str) -> Value | None:
    code, label = (COPIES, "copy number") if kind == "cnv" else (FRACTION, "VAF")
    value = value_of(one.parts.get(code, {}))
    if not isinstance(value, dict) or not isinstance(value.get("value"), (int, float)):
        return None
    if kind == "cnv":
        return Value(number=float(value["value"]), unit="copies", label=label)
    percent = (words(value.get("unit")) or words(value.get("code"))) == "%"
    return Value(number=float(value["value"]), unit="%" if percent else None, label=label)


def _overall(one: Observed) -> list[Finding]:
    said = value_words(one.resource)
    if not said:
        return []
    return [_finding(one, "overall result", "summary", result_of(one), as_printed=said)]


def _genotype(one: Observed, phenotypes: dict[str, str]) -> list[Finding]:
    name = value_words(one.resource) or ""
    gene = gene_of(one)
    if not gene or not name:
        return []
    kind = "genotype" if GENOTYPE in one.codes else "haplotype"
    printed = name if gene in name else f"{gene} {name}"
    label = one.part(*PHENOTYPES) or next(
        (phenotypes[n] for n in one.names if n in phenotypes), None
    )
    value = Value(number=None, unit=None, label=label.lower()) if label else None
    return [
        _finding(one, gene, kind, "present", as_printed=printed, value=value, origin=origin_of(one))
    ]


def _phenotype(one: Observed) -> list[Finding]:
    """How a gene handles medicines; a line without its gene names nothing and is left out."""
    gene, said = gene_of(one), value_words(one.resource)
    if not gene or not said:
        return []
    value = Value(number=None, unit=None, label=said.lower())
    return [_finding(one, gene, "genotype", "present", as_printed=f"{gene} {said}", value=value)]


def _implied(one: Observed) -> list[Finding]:
    """An implication that carries a gene and a change of its own and points to no variant."""
    if references(one.resource.get("derivedFrom")) or not gene_of(one):
        return []
    if not one.part(CODING, PROTEIN) or class_of(one) is None:
        return []
    return [
        f.model_copy(update={"polarity": "present", "classification": class_of(one)})
        for f in _variant(one, {})
    ]


def _worded(one: Observed) -> list[Finding]:
    """Biomarkers known by their name: MSI, TMB, PD-L1 and other stains."""
    name, said = name_of(one.resource), value_or_reason(one.resource)
    if not name or not said:
        return []
    said = re.sub(
        r"(?:somatic )?(?:variants?|mutations?|\{?mutations?\}?)[ /]*(?:per"
        r"|/) ?(?:megabase|Mb).*",
        "mut/Mb",
        said,
        flags=re.I,
    )
    text = f"{name}: {said}"
    line = Line(1, one.number, text, text)
    row = Row(text, (line,), (0,), BODY)
    stain = bool(re.search(r"immune stain|immunohisto|IHC", name, re.I))
    return [
        f.model_copy(update={"evidence": one.evidence()})
        for f in read_findings(row, Context(origin="unknown", stain=stain))
    ]


def _finding(
    one: Observed,
    analyte: str,
    kind: str,
    polarity: Polarity,
    *,
    as_printed: str,
    hgvs_c: str | None = None,
    hgvs_p: str | None = None,
    value: Value | None = None,
    origin: Origin = "unknown",
    classification: Classification | None = None,
) -> Finding:
    return Finding(
        id="f0", specimen_id=None, analyte=analyte, kind=kind, as_printed=as_printed,
        hgvs_c=hgvs_c, hgvs_p=hgvs_p, value=value, polarity=polarity, origin=origin,
        classification=classification, section=name_of(one.resource),
        evidence=one.evidence(), confidence=0.99,
    )  # fmt: skip
