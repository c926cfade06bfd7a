"""Notes below a table, by their marks: what "(2) Variant of uncertain significance" is said of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pmchat.model import Finding
from pmchat.reports.classes import read_class
from pmchat.reports.genes import find_genes
from pmchat.reports.rows import Row
from pmchat.reports.values import read_origin
from pmchat.reports.variants import find_variants

_MARK = r"\(\d\)|\([a-h]\)|\[\d\]|\*{1,3}|[\u2020\u2021]"
_NOTE = re.compile(rf"\s*({_MARK})\s*[:=]?\s*(?=[A-Za-z])")
_NEITHER = re.compile(
    r"\bneither (?:as )?(?:positive|present|detected) n?or (?:as )?(?:negative|absent)\b",
    re.I,
)
_LONGEST = 20  # words


def with_footnotes(findings: Sequence[Finding], rows: Sequence[Row]) -> list[Finding]:
    """The findings with the class, origin or doubt that a footnote of their own line gives."""
    notes = _notes(rows)
    return [_noted(one, notes) for one in findings]


def _notes(rows: Sequence[Row]) -> dict[str, str]:
    """The notes that name no gene, by their marks; a mark that comes twice says nothing."""
    notes: dict[str, str] = {}
    for row in rows:
        match = _NOTE.match(row.text)
        named = find_genes(row.text) or find_variants(row.text)
        if match is None or named or len(row.text.split()) > _LONGEST:
            continue
        notes[match[1]] = "" if match[1] in notes else row.text[match.end() :]
    return notes


def _noted(one: Finding, notes: dict[str, str]) -> Finding:
    if one.polarity != "present" or not (one.hgvs_c or one.hgvs_p):
        return one
    marked = [n for mark, n in notes.items() if _bears(one.evidence.text, mark)]
    if len(marked) != 1:
        return one
    changes: dict[str, object] = {}
    if one.classification is None and (said := read_class(marked[0])):
        changes["classification"] = said
    if _NEITHER.search(marked[0]):
        changes["polarity"] = "indeterminate"
    if one.origin == "unknown" and read_origin(marked[0]) == "possible_ch":
        changes["origin"] = "possible_ch"
    return one.model_copy(update=changes)


def _bears(line: str, mark: str) -> bool:
    """True for a line with the mark behind a word, and not twice."""
    return len(re.findall(rf"(?<=[\w%])\s*{re.escape(mark)}(?!\w)", line)) == 1
