"""Findings from FHIR Observations of the Genomics Reporting guide and its kin."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from pmchat.model import Classification, Evidence, Finding, Origin, Polarity, Value
from pmchat.reports.classes import read_class
from pmchat.reports.findings import read_findings
from pmchat.reports.genes import find_genes, symbols
from pmchat.reports.lines import Line
from pmchat.reports.polarity import find_cues
from pmchat.reports.resources import (
    Resource,
    codes,
    dicts,
    displayed,
    names,
    references,
    shown,
    value_of,
    value_words,
    words,
)  # fmt: skip
from pmchat.reports.rows import Row
from pmchat.reports.sections import BODY
from pmchat.reports.seen import Context
from pmchat.reports.variants import Variant, change_kind, find_variants

VARIANT, GENOTYPE, HAPLOTYPE = "69548-6", "84413-4", "84414-2"
OVERALL, SIGNIFICANCE, METABOLISM = "51968-6", "53037-8", "53040-2"
_GENE, _CODING, _PROTEIN, _GENOMIC = "48018-6", "48004-6", "48005-3", "81290-9"
_SOURCE, _FRACTION, _COPIES, _CHANGE, _DISCRETE = (
    "48002-0",
    "81258-6",
    "82155-3",
    "48019-4",
    "81252-9",
)
_PHENOTYPES = {METABOLISM, "51961-1", "83009-1", "effect-transporter-function"}
_RESULTS: dict[str, Polarity] = {
    "LA9633-4": "present",
    "LA6576-8": "present",
    "LA9634-2": "absent_stated",
    "LA6577-6": "absent_stated",
    "LA11884-6": "indeterminate",
    "LA18198-4": "indeterminate",
    "LA9663-1": "indeterminate",
}
_SOURCES: dict[str, Origin] = {"LA6683-2": "germline", "LA6684-0": "somatic"}
_CLASS_CODES: dict[str, Classification] = {
    "LA6668-3": "pathogenic",
    "LA26332-9": "likely_pathogenic",
    "LA26333-7": "vus",
    "LA26334-5": "likely_benign",
    "LA6675-8": "benign",
}
_NAMES = {
    VARIANT: "Genetic variant assessment",
    GENOTYPE: "Genotype display name",
    HAPLOTYPE: "Haplotype name",
    OVERALL: "Overall interpretation",
    SIGNIFICANCE: "Clinical significance",
    METABOLISM: "Effect on drug metabolism",
    _GENE: "Gene studied",
    _CODING: "DNA change",
    _PROTEIN: "Amino acid change",
    _GENOMIC: "Genomic DNA change",
    _SOURCE: "Source class",
    _FRACTION: "Allelic frequency",
    _COPIES: "Copy number",
    _CHANGE: "DNA change type",
    _DISCRETE: "Discrete genetic variant",
    "48006-1": "Amino acid change type",
    "51958-7": "Transcript",
    "53034-5": "Allelic state",
    "51963-7": "Medication assessed",
    "51961-1": "Effect on drug efficacy",
    "81259-4": "Associated phenotype",
}
_SKIPPED = frozenset({"entered-in-error", "cancelled"})


@dataclass
class Observed:
    """An Observation with its running number, its words, and the findings it gave."""

    resource: Resource
    number: int
    text: str
    parts: dict[str, Resource] = field(default_factory=dict)

    @property
    def names(self) -> set[str]:
        """What other resources call it."""
        return names(self.resource)

    @property
    def codes(self) -> set[str]:
        """What is observed, as codes."""
        return codes(self.resource.get("code"))

    @property
    def live(self) -> bool:
        """False for one that was cancelled or entered in error."""
        return words(self.resource.get("status")) not in _SKIPPED

    def part(self, *wanted: str) -> str | None:
        """The words of the first component with one of the codes."""
        for code in wanted:
            if code in self.parts:
                return value_words(self.parts[code])
        return None

    def evidence(self) -> Evidence:
        """The printed words: page 1, line the running number."""
        return Evidence(page=1, line=self.number, text=self.text)


def observe(resource: Resource, number: int) -> Observed:
    """An Observation made ready for reading."""
    parts = {
        code: part
        for part in reversed(dicts(resource.get("component")))
        for code in codes(part.get("code"))
    }
    return Observed(resource, number, _render(resource), parts)


def _render(resource: Resource) -> str:
    """The Observation in its own words: what, value, then each component."""
    pairs = [(name_of(resource), _value_or_reason(resource))]
    pairs += [(name_of(part), _value_or_reason(part)) for part in dicts(resource.get("component"))]
    said = [f"{name or 'value'}: {value}" for name, value in pairs if value]
    if not said and pairs[0][0]:
        said = [pairs[0][0]]
    notes = [n for part in dicts(resource.get("note")) if (n := words(part.get("text")))]
    return "; ".join([*said, *(f"note: {n}" for n in notes)])


def name_of(node: Resource) -> str | None:
    """What an Observation or component is called; known codes without words get theirs."""
    name = displayed(node.get("code"))
    return _NAMES.get(name or "", name)


def _value_or_reason(node: Resource) -> str | None:
    return value_words(node) or shown(node.get("dataAbsentReason"))


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
    if one.codes & _PHENOTYPES:
        return _phenotype(one)
    if one.codes & {SIGNIFICANCE} or any("implication" in c for c in one.codes):
        return _implied(one)
    return _worded(one)


def class_of(one: Observed) -> Classification | None:
    """The class that an Observation states, as its value or in a component."""
    nodes = [one.parts.get(SIGNIFICANCE)]
    if SIGNIFICANCE in one.codes:
        nodes.insert(0, one.resource)
    for node in nodes:
        if node is None:
            continue
        for code in codes(value_of(node)):
            if code in _CLASS_CODES:
                return _CLASS_CODES[code]
        if said := read_class(value_words(node) or ""):
            return said
    return None


@dataclass
class Said:
    """What implications say of the Observations they were drawn from, by reference."""

    classes: dict[str, Classification] = field(default_factory=dict)
    phenotypes: dict[str, str] = field(default_factory=dict)


def gather(observed: list[Observed]) -> Said:
    """Collects classes and drug-handling types; one drawn from several speaks of none."""
    said = Said()
    for one in (o for o in observed if o.live):
        targets = references(one.resource.get("derivedFrom"))
        if stated := class_of(one):
            for target in targets:
                said.classes.setdefault(target, stated)
        if (
            one.codes & _PHENOTYPES
            and len(targets) == 1
            and (words_of := value_words(one.resource))
        ):
            said.phenotypes.setdefault(targets[0], words_of.lower())
    return said


def gene_of(one: Observed) -> str | None:
    """The gene's symbol by its component, else by the words of the change."""
    texts = []
    if _GENE in one.parts:
        value = value_of(one.parts[_GENE])
        texts = [shown(value) or "", displayed(value) or "", *codes(value)]
    texts += [one.part(_DISCRETE) or "", one.part(_CODING) or "", value_words(one.resource) or ""]
    for text in texts:
        if text in symbols():
            return symbols()[text]
        if re.fullmatch(r"[A-Z][A-Z0-9]+(?:-[A-Z0-9]+)?", text) and text == texts[0]:
            return text
        if genes := find_genes(text):
            return genes[0].symbol
    return None


def _result(one: Observed) -> Polarity:
    for code in codes(value_of(one.resource)):
        if code in _RESULTS:
            return _RESULTS[code]
    if "dataAbsentReason" in one.resource:
        reason = " ".join(
            [
                *codes(one.resource["dataAbsentReason"]),
                shown(one.resource["dataAbsentReason"]) or "",
            ]
        )
        return "not_performed" if "not-performed" in reason else "indeterminate"
    cues = [c.polarity for c in find_cues(value_words(one.resource) or "") if c.polarity]
    return cues[0] if cues else "indeterminate"


def origin_of(one: Observed) -> Origin:
    """Germline or somatic as stated by the source class; else unknown."""
    if _SOURCE not in one.parts:
        return "unknown"
    value = value_of(one.parts[_SOURCE])
    for code in codes(value):
        if code in _SOURCES:
            return _SOURCES[code]
    said = (shown(value) or "").lower()
    return "germline" if said == "germline" else "somatic" if said == "somatic" else "unknown"


def _first(one: Observed, kind: str, *parts: str) -> Variant | None:
    for text in (one.part(p) for p in parts):
        for variant in find_variants(text or ""):
            if variant.kind == kind:
                return variant
    return None


def _variant(one: Observed, classes: dict[str, Classification]) -> list[Finding]:
    coding = _first(one, "c", _CODING, _DISCRETE)
    protein = _first(one, "p", _PROTEIN, _DISCRETE)
    printed = [one.part(p) for p in (_CODING, _PROTEIN)]
    if not any(printed):
        printed = [one.part(_DISCRETE) or one.part(_GENOMIC) or _place(one)]
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
    copies = one.part(_COPIES)
    change = (one.part(_CHANGE) or "").lower()
    kind = change_kind(coding.hgvs if coding else label, protein.hgvs if protein else None)
    if "copy" in change or (copies and not coding and not protein):
        kind = "cnv"
    polarity = _result(one)
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
    code, label = (_COPIES, "copy number") if kind == "cnv" else (_FRACTION, "VAF")
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
    return [_finding(one, "overall result", "summary", _result(one), as_printed=said)]


def _genotype(one: Observed, phenotypes: dict[str, str]) -> list[Finding]:
    name = value_words(one.resource) or ""
    gene = gene_of(one)
    if not gene or not name:
        return []
    kind = "genotype" if GENOTYPE in one.codes else "haplotype"
    printed = name if gene in name else f"{gene} {name}"
    label = one.part(*_PHENOTYPES) or next(
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
    if not one.part(_CODING, _PROTEIN) or class_of(one) is None:
        return []
    return [
        f.model_copy(update={"polarity": "present", "classification": class_of(one)})
        for f in _variant(one, {})
    ]


def _worded(one: Observed) -> list[Finding]:
    """Biomarkers known by their name: MSI, TMB, PD-L1 and other stains."""
    name, said = name_of(one.resource), _value_or_reason(one.resource)
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
