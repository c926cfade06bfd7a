"""Laboratory reports in JSON of no common standard: eMERGE, tumor profiles, and their like.

A walk through the file: an object that names a gene with a change, a genotype or a result is
a row; the names of the lists around it say where its changes come from.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

from pmchat.errors import ReportError
from pmchat.i18n import _
from pmchat.model import Family, Origin, Polarity, Report
from pmchat.reports.biomarkers import kind_of
from pmchat.reports.data.draft import Draft
from pmchat.reports.data.fields import (
    Node,
    first_said,
    is_true,
    node,
    nodes,
    number_of,
    origin_of,
    said,
    symbol_of,
)
from pmchat.reports.data.people import read_people
from pmchat.reports.data.rows import add_row, is_row, row_of
from pmchat.reports.file import File
from pmchat.reports.polarity import stated
from pmchat.reports.signatures import read_mark

_MAX_DEPTH = 60
_SKIPPED = re.compile(
    r"referenc|method|coverage|trial|therap|drug|guideline|panel(?!finding)|genes?(?:tested|list)"
    r"|citation|limitation|disclaimer|prior|history|assayed|covered|benign|relative|family"
    r"|synonym|database|annotation"
)
_UNCERTAIN = re.compile(r"(?:unknown|uncertain)significance|\bvus")
_NEGATIVE = re.compile(r"pertinentnegative|notdetected|negatives?$|wildtype")
_OVERALL = ("overallInterpretation", "overallResult", "overall_result", "overall_interpretation",
            "panelFinding", "resultSummary", "testResult")  # fmt: skip
_MARKS = {
    "msistatus": "MSI", "msi": "MSI", "microsatelliteinstability": "MSI",
    "microsatellitestatus": "MSI", "microsatelliteinstabilitystatus": "MSI",
    "tmb": "TMB", "tmbscore": "TMB", "tumormutationalburden": "TMB", "tumormutationburden": "TMB",
}  # fmt: skip

_WITHOUT = frozenset({"resourceType", "phenotypicFeatures"})


@dataclass(frozen=True)
class _Place:
    """Where in the file the walk is: the gene named above, and what the lists' names say."""

    gene: str | None = None
    origin: Origin = "unknown"
    uncertain: bool = False
    absent: bool = False
    section: str | None = None
    depth: int = 0

    def below(self, key: str, gene: str | None) -> _Place:
        """The place one step below."""
        plain = re.sub(r"[^a-z0-9]", "", key.lower())
        origin = origin_of(plain.replace("unknown", ""))
        return replace(
            self,
            gene=gene,
            origin=origin if origin != "unknown" else self.origin,
            uncertain=self.uncertain or bool(_UNCERTAIN.search(plain)),
            absent=self.absent or bool(_NEGATIVE.search(plain)),
            section=key if self.section is None or self.depth < 2 else self.section,
            depth=self.depth + 1,
        )


def is_lab(file: File) -> bool:
    """True for JSON that is not FHIR and holds rows of genes, or an overall result."""
    content = file.json
    if content is None or _WITHOUT & set(node(content)):
        return False
    if '"resourceType"' in (file.text or "")[:2000]:
        return False
    return _overall(node(content)) is not None or _has_row(content, 0)


def read_lab(file: File) -> Report:
    """Findings of every row; what is named without a result gives none."""
    root = file.json
    draft = Draft()
    top = node(root)
    read_people(draft, root)
    default = origin_of(first_said(top, "genomicSource", "variantOrigin", "origin"))
    overall = _overall(top)
    if overall:
        words, polarity = overall
        draft.add("overall result", "summary", polarity, words, origin=default)
    _walk(draft, root, _Place(origin=default))
    if not draft.findings:
        raise ReportError(
            _("This JSON file holds no result that can be read."),
            _("Ask the laboratory for a PDF or a FHIR file, or paste the text of the report."),
        )
    draft.family = _family(draft)
    return draft.report(root)


def _has_row(value: Any, depth: int) -> bool:
    if depth > _MAX_DEPTH:
        return False
    if isinstance(value, list):
        return any(_has_row(one, depth + 1) for one in value)
    if not isinstance(value, dict):
        return False
    if is_row(row_of(value)):
        return True
    inner = {k: v for k, v in value.items() if not _SKIPPED.search(str(k).lower())}
    if "gene" in row_of(value):
        child_rows = [row_of(n) for v in inner.values() for n in nodes(v)]
        if any({"coding", "protein"} & set(row) for row in child_rows):
            return True
    return any(_has_row(v, depth + 1) for v in inner.values())


def _overall(top: Node) -> tuple[str, Polarity] | None:
    """The overall result where it is a word, not prose."""
    words = first_said(top, *_OVERALL)
    if words is None or len(words) > 40:
        return None
    if re.search(r"uncertain|inconclusive|indeterminate|VUS", words, re.I):
        return words, "indeterminate"
    polarity = stated(words)
    return (words, polarity) if polarity else None


def _walk(draft: Draft, value: Any, place: _Place) -> None:
    if place.depth > _MAX_DEPTH:
        return
    if isinstance(value, list):
        for one in value:
            if isinstance(one, str) and place.absent and (gene := symbol_of(one)):
                draft.add(gene, "gene", "absent_stated", gene, section=place.section)
            elif isinstance(one, (dict, list)):
                _walk(draft, one, replace(place, depth=place.depth + 1))
        return
    if not isinstance(value, dict):
        return
    row = row_of(value)
    if "gene" not in row and place.gene:
        row["gene"] = place.gene
    count = len(draft.findings)
    if _reportable(value):
        add_row(
            draft, row, origin=place.origin, uncertain=place.uncertain, section=place.section,
            absent=place.absent or is_true(value.get("interrogatedButNotFound")),
        )  # fmt: skip
        if place.absent and count == len(draft.findings) and (gene := symbol_of(row.get("gene"))):
            draft.add(gene, "gene", "absent_stated", gene, section=place.section)
    gene = row.get("gene") if count == len(draft.findings) else None
    for key, inner in value.items():
        plain = re.sub(r"[^a-z0-9]", "", str(key).lower())
        if plain in _MARKS:
            _add_mark(draft, _MARKS[plain], inner)
        elif isinstance(inner, (dict, list)) and not _SKIPPED.search(plain):
            _walk(draft, inner, place.below(str(key), gene))


def _reportable(record: Node) -> bool:
    """False for a row that the laboratory marks as not reported or not interpreted."""
    return record.get("reportable") is not False and not is_true(record.get("notInterpreted"))


def _add_mark(draft: Draft, analyte: str, value: Any) -> None:
    """MSI or TMB, as a word, a number, or an object with one."""
    inner = node(value)
    words = said(value) or first_said(inner, "status", "result", "call", "value", "score")
    if words is None:
        return
    number = number_of(words)
    if analyte == "TMB" and number is not None:
        words = f"{number:g} mut/Mb"
    if reading := read_mark(analyte, words, None):
        draft.add(
            analyte, kind_of(analyte), reading.polarity, f"{analyte} {words}", value=reading.value
        )
    elif re.search(r"undetermined|equivocal|indeterminate", words, re.I):
        draft.add(analyte, kind_of(analyte), "indeterminate", f"{analyte} {words}")


def _family(draft: Draft) -> Family:
    """By what the changes are said to be; a tumor test where any is somatic."""
    origins = {f.origin for f in draft.findings if f.kind not in ("genotype", "haplotype")}
    types = " ".join([*(s.type or "" for s in draft.specimens), draft.test or ""])
    marks = any(f.analyte in ("MSI", "TMB") for f in draft.findings)
    if "somatic" in origins or marks:
        plasma = re.search(r"plasma|cell[- ]free|cfDNA|ctDNA|liquid", types, re.I)
        return "tumor_ngs_plasma" if plasma else "tumor_ngs_tissue"
    genotypes = sum(f.kind in ("genotype", "haplotype") for f in draft.findings)
    if genotypes == len(draft.findings):
        return "pgx"
    return "germline" if "germline" in origins else "other"
