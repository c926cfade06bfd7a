"""Courses with a column for each marker: "Date  EGFR L858R  EGFR T790M", one day a line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pmchat.reports.biomarkers import find_marks
from pmchat.reports.cells import Cell, below
from pmchat.reports.genes import find_genes
from pmchat.reports.variants import find_variants

# What tells how good the sample was, and counts no change.
_QUALITY = re.compile(
    r"\b(?:controls?|(?:ABL1?|GUSB?|B2M) (?:transcript )?copies|depth|coverage|reads"
    r"|reference|quality|log|remarks?|comments?)\b",
    re.I,
)
_FEWEST = 2


def named_columns(headings: Sequence[Cell]) -> list[int]:
    """The columns that each name a gene or marker: two or more, or one with its change."""
    named = [
        index
        for index, heading in enumerate(headings)
        if (find_genes(heading.text) or find_marks(heading.text))
        and not _QUALITY.search(heading.text)
    ]
    changes = any(find_variants(headings[index].text) for index in named)
    return named if len(named) >= _FEWEST or changes else []


def column_of(cell: Cell, place: int, cells: int, headings: Sequence[Cell]) -> int | None:
    """The column that a cell belongs to: by its place in a full line, else by where it stands."""
    return place if cells == len(headings) else below(cell, headings) if headings else None
