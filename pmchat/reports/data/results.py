"""The results of a Caris-style report: changes, copies, fusions, stains and signatures."""

from __future__ import annotations

import re
from typing import NamedTuple

from pmchat.model import Classification, Polarity, Value
from pmchat.reports.biomarkers import find_marks, kind_of
from pmchat.reports.data.draft import Draft
from pmchat.reports.data.fields import (
    Node,
    all_said,
    class_of,
    coding_of,
    first_said,
    fusion_gene,
    is_true,
    node,
    number_of,
    origin_of,
    protein_of,
    said,
    share,
    silent,
    symbol_of,
)
from pmchat.reports.genes import MISMATCH_REPAIR
from pmchat.reports.signatures import read_mark

_NOT_DONE = re.compile(
    r"\bQNS\b|quantity not sufficient|insufficient|not performed|not tested|cancel|technical|fail",
    re.I,
)
_OPEN = re.compile(r"indeterminate|equivocal|no result|not determined|inconclusive", re.I)
_ABSENT = re.compile(
    r"not\s?detected|wild\s?type|^normal|not amplified|not deleted|negative|\bintact|proficient"
    r"|unmethylated|^stable|\blow$|^absent|diploid",
    re.I,
)
_SCORES = {"tps": "TPS", "cps": "CPS", "tc": "TC", "ic": "IC"}


class _Stated(NamedTuple):
    """What the words of a result say."""

    polarity: Polarity
    classification: Classification | None
    words: str


def read_result(draft: Draft, kind: str, one: Node, title: str | None) -> None:
    """Adds what one result says; `kind` is the name of its field."""
    read = {
        "genomicAlteration": _read_alteration, "copyNumberAlteration": _read_copies,
        "translocation": _read_fusion, "expressionAlteration": _read_stain,
    }.get(kind)  # fmt: skip
    if read is not None:
        read(draft, one, title)
        return
    words = {
        "microsatelliteInstability": ("MSI", first_said(one, "msiCall", "result")),
        "tumorMutationBurden": ("TMB", _burden(one)),
        "genomicLevelHeterozygosity": ("HRD", _heterozygosity(one)),
        "epigeneticAlteration": (None, first_said(one, "result")),
    }.get(kind)  # fmt: skip
    if words is None or not words[1]:
        return
    marks = find_marks(f"{title} {first_said(one, 'biomarkerName')} methylation")
    analyte = words[0] or next((m.analyte for m in marks), None)
    if "MGMT" in f"{title} {first_said(one, 'biomarkerName')}":
        analyte = analyte or "MGMT promoter methylation"
    if analyte:
        _add_mark(draft, analyte, words[1], title)


def _burden(one: Node) -> str | None:
    number = number_of(one.get("mutationBurdenScore"))
    score = f"{number:g} mut/Mb" if number is not None else None
    return " ".join(t for t in (score, said(one.get("mutationBurdenCall"))) if t) or None


def _heterozygosity(one: Node) -> str | None:
    number = number_of(one.get("LOHpercentage"))
    score = f"gLOH {number:g} %" if number is not None else None
    return " ".join(t for t in (score, said(one.get("result"))) if t) or None


def _add_mark(draft: Draft, analyte: str, words: str, title: str | None) -> None:
    reading = read_mark(analyte, words, None)
    polarity: Polarity = reading.polarity if reading else "indeterminate"
    if _NOT_DONE.search(words):
        polarity = "not_performed"
    elif _OPEN.search(words):
        polarity = "indeterminate"
    elif analyte == "HRD" and (level := re.search(r"\b(high|low)\b", words, re.I)):
        polarity = "present" if level[1].lower() == "high" else "absent_stated"
    name = analyte if analyte not in words else ""
    draft.add(
        analyte, kind_of(analyte), polarity, f"{name} {words}".strip(),
        value=reading.value if reading else None, section=title,
    )  # fmt: skip


def _stated(one: Node) -> _Stated | None:
    """Result and group, whichever is plainer; None when the file says nothing."""
    result, group = first_said(one, "result"), first_said(one, "result_group", "resultGroup")
    words = result or group
    if words is None:
        return None
    for text in (result, group):
        if not text:
            continue
        if _NOT_DONE.search(text):
            return _Stated("not_performed", None, words)
        if _OPEN.search(text):
            return _Stated("indeterminate", class_of(result), words)
        if class_of(text):
            return _Stated("present", class_of(text), words)
        if _ABSENT.search(text):
            return _Stated("absent_stated", None, words)
    return _Stated("present", None, words)


def _gene(one: Node) -> str | None:
    named = [*all_said(one.get("gene")), *all_said(one.get("biomarkerName"))]
    return next((g for text in named if (g := symbol_of(text))), None)


def _read_alteration(draft: Draft, one: Node, title: str | None) -> None:
    gene, stated = _gene(one), _stated(one)
    if gene is None or stated is None or stated.classification in ("benign", "likely_benign"):
        return
    printed_c, printed_p = said(one.get("hgvsCodingChange")), said(one.get("hgvsProteinChange"))
    coding, protein = coding_of(printed_c), protein_of(printed_p)
    if stated.polarity in ("absent_stated", "not_performed") or not (printed_c or printed_p):
        draft.add(gene, "gene", stated.polarity, f"{gene} {stated.words}", section=title,
                  classification=stated.classification)  # fmt: skip
        return
    if silent(protein) and stated.classification is None:
        return
    frequency = node(one.get("alleleFrequencyInformation")).get("alleleFrequency")
    value = share(frequency, percent=True)
    draft.add_change(
        gene, printed_p or printed_c, stated.words,
        f"VAF {value.number:g} %" if value and value.number is not None else None,
        said(one.get("molecularConsequence")), said(one.get("genomicSource")),
        hgvs_c=coding, hgvs_p=protein, polarity=stated.polarity, value=value, section=title,
        origin=origin_of(said(one.get("genomicSource"))), classification=stated.classification,
    )  # fmt: skip


def _read_copies(draft: Draft, one: Node, title: str | None) -> None:
    gene, stated = _gene(one), _stated(one)
    if gene is None or stated is None:
        return
    change = first_said(one, "copyNumberType") or stated.words
    if re.search(r"intermediate", f"{change} {stated.words}", re.I):
        stated = stated._replace(polarity="indeterminate")
    copies = number_of(one.get("copyNumber"))
    value = Value(number=copies, unit="copies", label="copy number") if copies is not None else None
    draft.add(
        gene, "cnv", stated.polarity, f"{gene} {stated.words}", change,
        f"copy number {copies:g}" if copies is not None else None,
        value=value, section=title, origin=origin_of(said(one.get("genomicSource"))),
        classification=stated.classification,
    )  # fmt: skip


def _read_fusion(draft: Draft, one: Node, title: str | None) -> None:
    """A fusion, with both of its genes as printed; a gene without one is told alone."""
    stated, partners = _stated(one), [said(one.get(key)) for key in ("gene1", "gene2")]
    gene = fusion_gene(*partners) or _gene(one)
    if gene is None or stated is None:
        return
    pair = "-".join(p for p in partners if p) or gene
    draft.add(
        gene, "fusion", stated.polarity, f"{pair} {stated.words}", said(one.get("fusionISOForm")),
        section=title, origin=origin_of(said(one.get("genomicSource"))),
        classification=stated.classification,
    )  # fmt: skip


def _read_stain(draft: Draft, one: Node, title: str | None) -> None:
    """A protein on the tumor; for mismatch repair the finding is its loss."""
    stated = _stated(one)
    if stated is None:
        return
    if said(one.get("expressionType")) == "RNA":
        return
    name = first_said(one, "biomarkerName") or title or ""
    marks = find_marks(f"{name}: positive")
    analyte = marks[0].analyte if marks else _gene(one)
    if analyte is None:
        return
    polarity = stated.polarity
    if is_true(one.get("equivocal")):
        polarity = "indeterminate"
    words = _stain_words(one)
    value = _stain_value(analyte, one)
    if analyte in MISMATCH_REPAIR or analyte == "MMR":
        kept = re.search(r"positive|intact|proficient|retained|preserved", stated.words, re.I)
        lost = re.search(r"negative|loss|lost|deficient", stated.words, re.I)
        if kept or lost:
            polarity = "absent_stated" if kept else "present"
            value = Value(number=None, unit=None, label="intact" if kept else "loss")
    draft.add(
        analyte, "protein", polarity, f"{name}: {stated.words}", *words, section=title, value=value
    )


def _stain_words(one: Node) -> list[str]:
    keys = ("intensity", "stainPercent", "tpsPercent", "cpsScore", "threshold")
    split = [f"{a}{b}" for a in ("tc", "ic") for b in ("Result", "Intensity", "StainPercent")]
    return [f"{key} {text}" for key in (*keys, *split) if (text := said(one.get(key)))]


def _stain_value(analyte: str, one: Node) -> Value | None:
    """The amount with its kind of score; a PD-L1 number of no stated kind is not used."""
    percent = number_of(one.get("stainPercent"))
    if analyte == "ERBB2":
        level = number_of(one.get("intensity"))
        return Value(number=level, unit="+", label="IHC") if level is not None else None
    if analyte != "PD-L1":
        return (
            Value(number=percent, unit="%", label="cells stained") if percent is not None else None
        )
    about = f"{first_said(one, 'threshold')} {first_said(one, 'biomarkerName')}".lower()
    for key, label in _SCORES.items():
        amount = number_of(
            first_said(one, f"{key}StainPercent", f"{key}Percent", f"{key}Score", key)
        )
        amount = percent if amount is None and re.search(rf"\b{key}\b", about) else amount
        if amount is not None:
            return Value(number=amount, unit=None if label == "CPS" else "%", label=label)
    return None
