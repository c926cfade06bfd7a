"""Findings from Observations of the Genomics Reporting guide and its kin."""

from __future__ import annotations

import re

from pmchat.model import Finding, Polarity, Value
from pmchat.reports.biomarkers import find_marks, kind_of
from pmchat.reports.fhir.codes import (
    CODING,
    GENOTYPE,
    HAPLOTYPE,
    OVERALL,
    PHASE,
    PROTEIN,
    REGION,
    SIGNIFICANCE,
    STATEMENTS,
    TMB,
    VARIANT,
)
from pmchat.reports.fhir.implications import class_of, phenotype_of, risk_of
from pmchat.reports.fhir.observations import (
    Observed,
    absence_of,
    components,
    gene_of,
    name_of,
    origin_of,
    result_of,
)
from pmchat.reports.fhir.resources import Resource, codes, dicts, first, shown, value_words, words
from pmchat.reports.fhir.sayings import make_finding, read_worded
from pmchat.reports.fhir.variants import read_variant
from pmchat.reports.polarity import stated

_SCORE = re.compile(r"\b(?:TPS|CPS|TAP|IC|TC)\b")
_PER_MEGABASE = re.compile(
    r"\s*(?:(?:somatic )?(?:variants?|muts?|\{?mutations?\}?)[ /]*(?:per|/) ?(?:megabase|Mb).*"
    r"|1/1000000.*|(?<=\d)\s*/?Mb)",
    re.I,
)


def read_observation(one: Observed) -> list[Finding]:
    """The findings of one Observation."""
    if not one.live or one.about(REGION, PHASE):
        return []
    if one.about(VARIANT):
        return read_variant(one)
    if one.about(OVERALL):
        return _overall(one)
    if one.about(GENOTYPE, HAPLOTYPE):
        return _genotype(one)
    if any(code in STATEMENTS for code in one.codes):
        return _phenotype(one)
    if one.about(SIGNIFICANCE) or any("implication" in c or "consequence" in c for c in one.codes):
        return _implied(one)
    return [f for node in _measured(one) for f in _biomarker(one, node)]


def _overall(one: Observed) -> list[Finding]:
    said = value_words(one.resource)
    if not said:
        return []
    return [make_finding(one, "overall result", "summary", result_of(one), as_printed=said)]


def _genotype(one: Observed) -> list[Finding]:
    """A genotype or haplotype; one that was not called is no result."""
    name, gene = value_words(one.resource) or "", gene_of(one)
    if not gene or not name:
        return []
    kind = "genotype" if one.about(GENOTYPE) else "haplotype"
    label = (phenotype_of(one) or "").removeprefix(f"{gene.lower()} ") or risk_of(one)
    value = Value(number=None, unit=None, label=label) if label else None
    open_call = re.search(r"\b(?:no[- ]call|indeterminate|unknown|not called|failed)\b", name, re.I)
    polarity: Polarity = "indeterminate" if open_call else stated(name) or "present"
    allele = re.match(r"HLA-[A-Z0-9]+\*\d+:\d+(?= (?:positive|negative|not|absent))", name, re.I)
    return [
        make_finding(
            one, allele.group() if allele else gene, kind, polarity,
            as_printed=name if gene in name else f"{gene} {name}",
            value=value, origin=origin_of(one),
            added=[o.text for o in one.implications if label and _says(o, label)][:1],
        )
    ]  # fmt: skip


def _says(one: Observed, label: str) -> bool:
    """True for the implication that a label, or what stands in front of its bracket, is from."""
    return label.partition(" (")[0] in one.text.lower()


def _phenotype(one: Observed) -> list[Finding]:
    """How a gene handles medicines; a line without its gene names nothing and is left out."""
    gene, said = gene_of(one), value_words(one.resource)
    if not gene or not said:
        return []
    value = Value(number=None, unit=None, label=said.lower())
    return [
        make_finding(one, gene, "genotype", "present", as_printed=f"{gene} {said}", value=value)
    ]


def _implied(one: Observed) -> list[Finding]:
    """An implication that carries a gene and a change of its own and points to no variant."""
    if one.sources or not gene_of(one) or not one.part(CODING, PROTEIN) or class_of(one) is None:
        return []
    return [
        f.model_copy(update={"polarity": "present", "classification": class_of(one)})
        for f in read_variant(one)
    ]


def _measured(one: Observed) -> list[Resource]:
    """The Observation, and those of its components that name a biomarker of their own."""
    parts = [
        part
        for part in components(one.resource)
        if find_marks(name_of(part) or "") and value_words(part)
    ]
    return [one.resource, *parts]


def _biomarker(one: Observed, node: Resource) -> list[Finding]:
    """Biomarkers known by their name: MSI, TMB, PD-L1 and other stains."""
    name, said = name_of(node), value_words(node) or shown(node.get("interpretation"))
    marks = find_marks(name or "")
    if not name or not said:
        reason = shown(node.get("dataAbsentReason"))
        return [_not_told(one, node, marks[0].analyte, reason)] if marks and reason else []
    if TMB in codes(node.get("code")) or re.search("burden", name, re.I):
        said = _PER_MEGABASE.sub(" mut/Mb", said)
        if TMB in codes(node.get("code")) and re.fullmatch(r"[<>]?=?[\d.]+", said):
            said += " mut/Mb"
    notes = [n for part in dicts(node.get("note")) if (n := words(part.get("text"), 200))]
    score = _SCORE.search(words(first(node.get("code")).get("text"), 200) or "")
    if score and not _SCORE.search(name):
        said = f"{score.group()} {said}"
    scores = [n for n in notes if re.search(r"\b(?:TPS|CPS|proportion score)\b", n, re.I)]
    tail = ", ".join([said, *scores])
    found = read_worded(one, f"{name}: {tail}")
    return found or (read_worded(one, f"{marks[0].text}: {tail}") if marks else [])


def _not_told(one: Observed, node: Resource, analyte: str, reason: str) -> Finding:
    """A biomarker whose result is missing, with the reason that the file gives."""
    polarity = absence_of(node)
    return make_finding(one, analyte, kind_of(analyte), polarity, as_printed=f"{analyte}: {reason}")
