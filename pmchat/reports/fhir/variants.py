"""Findings from variant Observations: small changes, copies, fusions, karyotypes, places."""

from __future__ import annotations

import re

from pmchat.model import Finding, Value
from pmchat.reports.biomarkers import find_marks, kind_of
from pmchat.reports.fhir.codes import (
    ALTERNATE,
    AMINO_CHANGE,
    BAND,
    CHANGE,
    CHROMOSOME,
    CODING,
    CONSEQUENCE,
    COPIES,
    DBSNP,
    DISCRETE,
    FEATURE,
    FRACTION,
    FUSED,
    GENOMIC,
    KARYOTYPE,
    MOTIF,
    PLACES,
    PROTEIN,
    REFERENCE,
    REPEATS,
    SEQUENCE,
    TRANSCRIPT,
    VARIANT,
)
from pmchat.reports.fhir.implications import class_of, classes_of
from pmchat.reports.fhir.observations import Observed, gene_of, genes_of, origin_of, result_of
from pmchat.reports.fhir.resources import first, number, value_of, value_words, words
from pmchat.reports.fhir.sayings import make_finding, read_worded
from pmchat.reports.values import operator
from pmchat.reports.variants import Variant, change_kind, find_events, find_variants

_SILENT = re.compile(r"(?<!non-)(?<!non)(?:synonymous|\bsilent)", re.I)
_UNCHANGED = re.compile(r"(?:\S+:)?p\.\(?=\)?")
_FUSED = re.compile(r"fusion|rearrange|translocation", re.I)
# A stretch that is told by its kind, not by its letters, as in a VCF.
_SYMBOLIC = re.compile(r"<(DEL|DUP|CNV|INS|INV)[:>]")
_PAIR = re.compile(r"[A-Za-z0-9-]+::[A-Za-z0-9-]+")
_COUNTED = re.compile(r"copy|amplif|\bgain\b|\bloss\b", re.I)
_STRETCH = re.compile(r"duplicat|deletion|copy|\bgain\b|\bloss\b", re.I)


def read_variant(one: Observed) -> list[Finding]:
    """The finding of a variant; benign and silent changes are left out."""
    told = _told_by(one)
    coding = _first(told, "c", CODING, DISCRETE)
    protein = _first(told, "p", PROTEIN, DISCRETE)
    stated, classes = class_of(one), classes_of(one)
    if classes and set(classes) <= {"benign", "likely_benign"}:
        return []
    if not classes and _silent(told, protein):
        return []
    if fused := _fusion(one):
        return fused
    label = _label(told)
    gene, kind = gene_of(told), _kind(told, label, coding, protein)
    mark = None if gene else next(iter(find_marks(label)), None)
    if kind == "cnv" and not label:
        label = one.part(CHANGE) or f"copy number {one.part(COPIES)}"
    if not gene and not label:
        return []
    polarity = result_of(one)
    said = [] if told is one else [told.text]
    return [
        make_finding(
            one, gene or (mark.analyte if mark else label),
            kind_of(mark.analyte) if mark else kind, polarity,
            as_printed=label if not gene or label.startswith(gene) else f"{gene} {label}".strip(),
            hgvs_c=coding.hgvs if coding else None,
            hgvs_p=protein.hgvs if protein else None,
            value=_amount(one, kind) if polarity == "present" else None,
            origin=origin_of(one),
            classification=stated if polarity == "present" else None,
            added=[*said, *_class_words(one)],
        )
    ]  # fmt: skip


def left_out(one: Observed) -> bool:
    """True for a variant without a finding because it is harmless or silent."""
    return one.about(VARIANT) and result_of(one) == "present" and bool(_label(_told_by(one)))


def _told_by(one: Observed) -> Observed:
    """The Observation that names the change: the variant, or the one consequence drawn from it."""
    if one.part(CODING, PROTEIN):
        return one
    others = [
        o
        for o in one.implications
        if any(code.startswith(CONSEQUENCE) for code in o.codes) and o.part(CODING, PROTEIN)
    ]
    if len(others) != 1:
        return one
    parts = {**one.parts, **others[0].parts}
    return Observed(one.resource, one.number, others[0].text, parts)


def _class_words(one: Observed) -> list[str]:
    """The words of the implication that gives the class, when it stands elsewhere."""
    return [o.text for o in one.implications if classes_of(o) and o.text][:1]


def _first(one: Observed, kind: str, *parts: str) -> Variant | None:
    for text in (one.part(p) for p in parts):
        for variant in find_variants(text or ""):
            if variant.kind == kind:
                return variant
    return None


def _silent(one: Observed, protein: Variant | None) -> bool:
    """True when the file says that the protein stays the same."""
    if protein is not None:
        return protein.silent
    if one.part(CODING) and not one.part(PROTEIN):
        return bool(_SILENT.search(one.part(AMINO_CHANGE, FEATURE) or ""))
    unchanged = _UNCHANGED.fullmatch(one.part(PROTEIN) or "")
    return bool(unchanged or _SILENT.search(one.part(AMINO_CHANGE, FEATURE) or ""))


def _label(one: Observed) -> str:
    """The change in the file's words; without a name of it, its place."""
    named = [one.part(CODING), one.part(PROTEIN)]
    if not any(named):
        discrete = one.part(DISCRETE) or ""
        named = [None if discrete.isdigit() else discrete or None]
        named = [named[0] or one.part(GENOMIC) or one.part(KARYOTYPE) or _place(one)]
    return " ".join(dict.fromkeys(n for n in named if n))


def _place(one: Observed) -> str | None:
    """A change known only by its number in a catalogue or its place on a sequence."""
    change = ">".join(p for p in (one.part(REFERENCE), one.part(ALTERNATE)) if p)
    if _structural(one):
        change = one.part(CHANGE) or ""
    repeats = " ".join(p for p in (one.part(MOTIF), one.part(REPEATS)) if p)
    start = one.part(*PLACES)
    catalogued = one.part(DBSNP)
    sequence = one.part(SEQUENCE, TRANSCRIPT) if start or not catalogued else None
    found = [catalogued, sequence, start, change, repeats and f"repeat {repeats}"]
    if not (catalogued or start or repeats or change):
        found = [one.part(BAND, CHROMOSOME)]
    return " ".join(p for p in found if p) or None


def _structural(one: Observed) -> bool:
    """True for a stretch that is lost or doubled, given by its ends and not by its letters."""
    return bool(_STRETCH.search(one.part(CHANGE) or "")) and not one.part(
        ALTERNATE, CODING, PROTEIN, GENOMIC
    )


def _kind(one: Observed, label: str, coding: Variant | None, protein: Variant | None) -> str:
    if coding or protein:
        return change_kind(coding.hgvs if coding else None, protein.hgvs if protein else None)
    if _COUNTED.search(one.part(CHANGE) or "") or _structural(one):
        return "cnv"
    if events := find_events(one.part(DISCRETE) or ""):
        return events[0].kind
    if symbolic := _SYMBOLIC.search(label):
        return "indel" if symbolic[1] in ("INS", "INV") else "cnv"
    alleles = [one.part(REFERENCE) or "", one.part(ALTERNATE) or ""]
    if one.part(REPEATS):
        return "indel"
    if one.part(COPIES) and not one.part(GENOMIC) and not all(alleles):
        return "cnv"
    if all(alleles) and len(alleles[0]) != len(alleles[1]):
        return "indel"
    return change_kind(label, None) if label else "gene"


def _fusion(one: Observed) -> list[Finding]:
    """A fusion, by the words for the change or the kind of change beside the genes."""
    named = one.part(DISCRETE) or ""
    genes = genes_of(one)
    if not _FUSED.search(f"{named} {one.part(CHANGE) or ''}"):
        return []
    text = named if _FUSED.search(named) else f"{'-'.join(genes[:2])} fusion"
    if not named and not genes:
        return []
    if len(genes) == 1 and genes[0] not in text:
        text = f"{genes[0]} {text}"
    found = [f for f in read_worded(one, f"{text} detected") if f.kind == "fusion"][:1]
    polarity, partners = result_of(one), one.part(FUSED) or ""
    if not named and len(genes) == 1 and _PAIR.fullmatch(partners):
        text = f"{partners} fusion"
    return [
        f.model_copy(
            update={
                "polarity": polarity, "as_printed": text, "origin": origin_of(one),
                "classification": class_of(one) if polarity == "present" else None,
            }
        )
        for f in found
    ]  # fmt: skip


def _amount(one: Observed, kind: str) -> Value | None:
    """Copies, or the share of reads: a bare share is a part of one, more needs its unit."""
    node = one.parts.get(COPIES if kind == "cnv" else FRACTION, {})
    value = first(value_of(node))
    amount = number(value.get("value"))
    if amount is None:
        amount = number(value_words(node))
    if amount is None or amount < 0 or (amount == 0 and kind != "cnv"):
        return None
    sign = operator(words(value.get("comparator")))
    if kind == "cnv":
        return Value(number=amount, unit="copies", label="copy number", operator=sign)
    percent = "%" in (words(value.get("unit")), words(value.get("code")))
    if amount > (100 if percent else 1):
        return None
    return Value(number=amount, unit="%" if percent else None, label="VAF", operator=sign)
