"""The disease that a row names beside its result: its own markers are not those of the person."""

from __future__ import annotations

import re

from pmchat.reports.biomarkers import find_marks
from pmchat.reports.genes import find_genes
from pmchat.reports.variants import find_events, find_variants

_SHORT = r"(?-i:NSCLC|SCLC|m?CRC|TNBC|MBC|AML|ALL|CLL|GIST|HNSCC|HCC|RCC|PDAC|EOC)"
_DISEASE = re.compile(
    rf"\b(?:cancers?|[a-z]*carcinomas?|(?:solid|stromal) tumou?rs?|melanomas?|{_SHORT}"
    r"|[a-z]*sarcomas?|leuk(?:a)?emias?|lymphomas?|myelomas?|gliomas?|glioblastomas?)\b",
    re.I,
)
_MARKED = re.compile(
    rf"(?<![\w-])(?:(?!{_SHORT})(?-i:[A-Z][A-Za-z0-9]{{1,8}})|platinum|hormone)"
    r"(?:[ -]receptor)?"
    r"(?:[ -](?:negative|positive|wild[ -]?type|mutant|mutated|amplified|rearranged)\b|[+-](?!\w))",
    re.I,
)
_TOLD = re.compile(r"[%:]|\b(?:was|were|is|are|not|no|detected|found|identified|this)\b", re.I)
_PART = re.compile(r"\([^()]*\)|(?:(?!\s{2}|[|\t(]).)+")
# Of the breast, or beside one gene alone: three genes of the blood may be "triple-negative" too.
_TRIPLE = re.compile(r"\btriple[ -](receptor[ -])?negative\b(?! for\b)", re.I)
_OF_BLOOD = frozenset({"JAK2", "CALR", "MPL"})
_BREAST = re.compile(r"\W+(?:\w+[ -])?breast\b", re.I)
_RECEPTOR = re.compile(r"\b(?:ER|PR|HER2)\b")


def without_diseases(text: str) -> str:
    """The text of a row without the markers of a disease that stands beside a change."""
    if (triple := _TRIPLE.search(text)) and not _RECEPTOR.search(text):
        named, before = _named(text), text[: triple.start()]
        alone = len(named) == 1 and not named & _OF_BLOOD and bool(find_variants(before))
        if triple[1] or alone or _BREAST.match(text, triple.end()):
            text = before + " " * len(triple[0]) + text[triple.end() :]
    for part in _PART.finditer(text):
        if _names_disease(part[0]) and _of_another(text[: part.start()], part[0]):
            text = text[: part.start()] + " " * len(part[0]) + text[part.end() :]
    return text


def _names_disease(part: str) -> bool:
    """True for "EGFR wild-type NSCLC": a disease, told by a marker, and no result."""
    told = _TOLD.search(part) or find_variants(part)
    return bool(_DISEASE.search(part) and _MARKED.search(part)) and not told


def _of_another(before: str, part: str) -> bool:
    """True when a change stands in front, and the part names other markers than it does."""
    changed = find_variants(before) or find_events(before)
    return bool(changed) and not _named(before) & _named(part)


def _named(text: str) -> set[str]:
    return {g.symbol for g in find_genes(text)} | {m.analyte for m in find_marks(text)}
