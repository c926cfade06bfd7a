"""A row of a gene and its change, whatever its columns are called."""

from __future__ import annotations

import re
from typing import Any

from pmchat.model import Classification, Origin, Polarity, Value
from pmchat.reports.classes import read_class
from pmchat.reports.data.draft import Draft
from pmchat.reports.data.fields import (
    Node,
    class_of,
    coding_of,
    fusion_gene,
    number_of,
    origin_of,
    protein_of,
    said,
    share,
    silent,
    symbol_of,
)
from pmchat.reports.pgx import GENES
from pmchat.reports.polarity import stated
from pmchat.reports.variants import find_events, find_variants

_COLUMNS = {
    "gene": "hugosymbol hgncsymbol genesymbol symbol gene genename genes biomarkername biomarker",
    "coding": "hgvsc hgvscdna hgvscoding hgvscodingchange cdna cdnachange codingchange dnachange"
              " cdschange cdseffect codingdnachange nucleotidechange cdot cvariant txchange",
    "protein": "hgvspshort hgvsp hgvsprotein hgvsproteinchange proteinchange aminoacidchange"
               " aachange proteineffect mutationeffect pdot pvariant hgvspfull",
    "change": "alteration variant variantname mutation genealteration alterationname display",
    "class": "classification clinicalsignificance pathogenicity acmgclassification acmg"
             " significance variantclassification interpretation tier clinicalclassification",
    "zygosity": "zygosity allelicstate",
    "fraction": "vaf allelefraction allelicfraction variantallelefrequency variantallelefraction"
                " variantfrequency tumorvaf mutantallelefraction tvaf",
    "origin": "origin variantorigin genomicsource mutationstatus somaticstatus sourceclass"
              " germlinesomatic somaticgermline",
    "result": "result status call detected testresult interpretationresult",
    "effect": "variantclassification consequence effect varianteffect functionaleffect"
              " mutationtype variantdescription varianttype",
    "copies": "copynumber copynumbervalue",
    "diplotype": "diplotype staralleles genotype haplotypes",
    "phenotype": "phenotype metabolizerstatus predictedphenotype metabolizer metabolicstatus",
    "score": "activityscore",
    "alternative": "taltcount altcount tumoraltcount altdepth",
    "reference": "trefcount refcount tumorrefcount refdepth",
    "partner": "gene3 gene2 partnergene othergene fusionpartner",
    "first": "gene5 gene1",
    "filter": "filter",
}  # fmt: skip
_BY_KEY = {name: tuple(keys.split()) for name, keys in _COLUMNS.items()}
_QUIET = re.compile(
    r"^(?:silent|synonymous(?:_variant)?|intron(?:_variant)?|igr|rna|[35]'?(?:utr|flank)"
    r"|intergenic\w*|(?:up|down)stream\w*)$",
    re.I,
)
_NO_CALL = re.compile(r"unknown|not called|no call|indeterminate|undetermined", re.I)
_CLASS_LENGTH = 60


def row_of(record: Node) -> dict[str, str]:
    """The columns that are known, each with the text of the first of its names."""
    plain: dict[str, str] = {}
    for key, value in record.items():
        yes_no = "detected" if value is True else "not detected" if value is False else None
        if text := yes_no or said(value):
            plain.setdefault(re.sub(r"[^a-z0-9]", "", str(key).lower()), text)
    return {
        name: next(plain[key] for key in keys if key in plain)
        for name, keys in _BY_KEY.items()
        if any(key in plain for key in keys)
    }


def is_row(row: dict[str, str]) -> bool:
    """Whether a row names a gene with something said of it."""
    told = {"coding", "protein", "diplotype", "phenotype", "copies"} & set(row)
    named = "change" in row and bool(find_variants(row["change"]) or find_events(row["change"]))
    return ("gene" in row and (bool(told) or named)) or {"first", "partner"} <= set(row)


def add_row(
    draft: Draft,
    row: dict[str, str],
    *,
    origin: Origin = "unknown",
    uncertain: bool = False,
    absent: bool = False,
    section: str | None = None,
    line: int | None = None,
) -> None:
    """Adds what a row says; `uncertain` and `absent` are said by the heading above it."""
    where: dict[str, Any] = {"section": section, "line": line}
    if {"first", "partner"} <= set(row):
        _add_fusion(draft, row, origin, uncertain, where)
        return
    gene = symbol_of(row.get("gene"))
    if gene is None:
        return
    coding, protein = coding_of(row.get("coding")), protein_of(row.get("protein"))
    words = row.get("change") or row.get("coding") or row.get("protein") or ""
    for variant in find_variants(words) if not (coding or protein) else ():
        coding = variant.hgvs if variant.kind == "c" else coding
        protein = variant.hgvs if variant.kind == "p" else protein
    origin = origin_of(row["origin"]) if origin_of(row.get("origin")) != "unknown" else origin
    if not (coding or protein) and gene in GENES and {"diplotype", "phenotype"} & set(row):
        _add_genotype(draft, gene, row, where)
    elif coding or protein or find_events(words):
        _add_change(
            draft, gene, row, (coding, protein), origin=origin, uncertain=uncertain,
            polarity=_polarity(row, absent), where=where,
        )  # fmt: skip
    elif "copies" in row and (kind := _copy_change(row)):
        value = Value(number=number_of(row["copies"]), unit="copies", label="copy number")
        draft.add(
            gene, "cnv", "present", f"{gene} {kind}", f"copy number {row['copies']}",
            value=value if value.number is not None else None, origin=origin, **where,
        )  # fmt: skip
    elif "result" in row and (polarity := stated(row["result"])):
        draft.add(gene, "gene", polarity, f"{gene} {row['result']}", origin=origin, **where)


def _class(row: dict[str, str], uncertain: bool) -> Classification | None:
    """The class that a short text states; prose is none."""
    stated_class = row.get("class", "")
    # where one column is both, as in a MAF, it is the effect that is not known
    of_effect = stated_class.lower() == "unknown" and stated_class == row.get("effect")
    if not of_effect and len(stated_class) <= _CLASS_LENGTH and (found := class_of(stated_class)):
        return found
    others = (row.get("result", ""), row.get("effect", ""))
    classes = (read_class(text) for text in others if len(text) <= _CLASS_LENGTH)
    return next((c for c in classes if c), "vus" if uncertain else None)


def _polarity(row: dict[str, str], absent: bool) -> Polarity:
    said_so = stated(row["result"]) if "result" in row else None
    if absent or said_so == "absent_stated":
        return "absent_stated"
    return said_so if said_so in ("indeterminate", "not_performed") else "present"


def _add_change(
    draft: Draft,
    gene: str,
    row: dict[str, str],
    names: tuple[str | None, str | None],
    *,
    origin: Origin,
    uncertain: bool,
    polarity: Polarity,
    where: dict[str, Any],
) -> None:
    classification = _class(row, uncertain)
    quiet = silent(names[1]) or bool(_QUIET.match(row.get("effect", "")) and not names[1])
    if classification in ("benign", "likely_benign") or (quiet and classification is None):
        return
    value = _share(row)
    events = find_events(row.get("change", "")) if not any(names) else []
    draft.add_change(
        gene, row.get("change") or row.get("protein") or row.get("coding"),
        row.get("class") if len(row.get("class", "")) <= _CLASS_LENGTH else None,
        row.get("zygosity"), f"VAF {value.number:g} %" if value and value.number else None,
        row.get("effect"), row.get("origin"), row.get("result"),
        called=row.get("gene"), hgvs_c=names[0], hgvs_p=names[1],
        kind=events[0].kind if events else None, polarity=polarity, value=value, origin=origin,
        classification=classification, **where,
    )  # fmt: skip


def _share(row: dict[str, str]) -> Value | None:
    """The share of reads; a number above 1 counts in hundreds."""
    if "fraction" in row:
        number = number_of(row["fraction"])
        return share(row["fraction"], percent=number is not None and number > 1)
    alternative, reference = number_of(row.get("alternative")), number_of(row.get("reference"))
    if not alternative or reference is None or alternative + reference <= 0:
        return None
    return share(alternative / (alternative + reference))


def _add_fusion(
    draft: Draft, row: dict[str, str], origin: Origin, uncertain: bool, where: dict[str, Any]
) -> None:
    gene = fusion_gene(row["first"], row["partner"])
    if gene:
        pair = f"{row['first']}-{row['partner']}"
        draft.add(
            gene, "fusion", _polarity(row, False), f"{pair} fusion", row.get("effect"),
            origin=origin, classification=_class(row, uncertain), **where,
        )  # fmt: skip


def _copy_change(row: dict[str, str]) -> str | None:
    """Gain or loss in the file's words; a bare number of copies says neither."""
    words = f"{row.get('effect', '')} {row.get('result', '')} {row.get('change', '')}"
    match = re.search(
        r"amplif\w*|copy number (?:gain|loss)|deletion|\bloss\b|\bgain\b", words, re.I
    )
    return match.group().lower() if match else None


def _add_genotype(draft: Draft, gene: str, row: dict[str, str], where: dict[str, Any]) -> None:
    diplotype, phenotype = row.get("diplotype"), row.get("phenotype")
    printed = " ".join(t for t in (gene, diplotype) if t)
    if diplotype is None and phenotype is None:
        return
    if _NO_CALL.search(diplotype or "") and (phenotype is None or _NO_CALL.search(phenotype)):
        draft.add(gene, "gene", "indeterminate", printed, phenotype, **where)
        return
    number = number_of(row.get("score"))
    label = phenotype.lower().replace("extensive metab", "normal metab") if phenotype else None
    value = None
    if label or number is not None:
        unit = "activity score" if number is not None else None
        value = Value(number=number, unit=unit, label=label)
    polarity: Polarity = "indeterminate" if label and _NO_CALL.search(label) else "present"
    draft.add(
        gene, "genotype", polarity, printed, phenotype,
        f"activity score {number:g}" if number is not None else None, value=value,
        origin="germline", **where,
    )  # fmt: skip
