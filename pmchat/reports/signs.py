"""Signs that a legend of the report explains: "- = nothing found", "o: not tested"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pmchat.model import Polarity
from pmchat.reports.biomarkers import find_marks
from pmchat.reports.genes import find_genes
from pmchat.reports.headings import SectionKind
from pmchat.reports.plain_titles import states_result
from pmchat.reports.polarity import find_cues, stated
from pmchat.reports.rows import Row
from pmchat.reports.sections import Section
from pmchat.reports.values import read_copies, read_fraction

_LEGEND = re.compile(
    r"(?<![^\s(;,.])[\"'(]?(-{1,3}|o|\.)[\"')]?\s{0,2}(?:=|:(?=\s)|\bmeans\b|stands for)"
    r"\s*([^;.()=]{3,60})"
)
_KINDS: dict[Polarity | None, SectionKind] = {
    "absent_stated": "negatives",
    "not_performed": "not_done",
    "indeterminate": "indeterminate",
}


def read_signs(rows: Sequence[Row]) -> list[Row]:
    """The rows that end with a sign, in the section that the legend's words make of them."""
    told = {m[1]: _KINDS.get(stated(m[2])) for row in rows for m in _LEGEND.finditer(row.text)}
    return [_signed(row, told) for row in rows] if any(told.values()) else list(rows)


def _signed(row: Row, told: dict[str, SectionKind | None]) -> Row:
    *name, sign = row.text.split()
    kind = told.get(sign)
    plain = row.section.kind in ("body", "findings", "vus") and not find_cues(row.text)
    named = find_genes(row.text) or find_marks(row.text)
    if not (kind and name and plain and named) or _measured(row) or states_result(row.text):
        return row
    return replace(row, section=Section(kind, row.section.title))


def _measured(row: Row) -> bool:
    """True for a row with an amount: its sign is that of another column."""
    return bool(read_fraction(row.text, row.fraction) or read_copies(row.text) or "+" in row.text)
