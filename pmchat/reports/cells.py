"""The cells of a line: between marks, or parted by wide space."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

_WIDE = re.compile(r"\S+(?: \S+)*")


@dataclass(frozen=True)
class Cell:
    """The words of a cell and where they stand on the line."""

    text: str
    start: int
    end: int


def split_cells(text: str, mark: str = "") -> list[Cell]:
    """The cells of a line: between marks, or parted by wide space when there is no mark."""
    if not mark:
        return [Cell(m.group(), m.start(), m.end()) for m in _WIDE.finditer(text)]
    parts = text.strip(" ").split(mark)
    framed = mark == "|" and not parts[0] and len(parts) > 2
    return [Cell(part.strip(), 0, 0) for part in parts[framed:]]


def below(cell: Cell, columns: Sequence[Cell]) -> int | None:
    """The column that the cell stands under, or None."""
    shared = [min(cell.end, c.end) - max(cell.start, c.start) for c in columns]
    return shared.index(max(shared)) if max(shared) > 0 else None


def cut_at(cell: Cell, starts: Sequence[int]) -> list[Cell]:
    """The cell in its parts, where a word of it begins at the start of a later column.

    A column that is filled to its end has but one space before the next.
    """
    if cell.start not in starts:
        return [cell]
    shifts = [start - cell.start for start in starts if cell.start < start < cell.end]
    cuts = [0, *(s for s in shifts if cell.text[s - 1 : s] == " "), len(cell.text)]
    parts = [(cell.start + low, cell.text[low:high].rstrip()) for low, high in pairwise(cuts)]
    return [Cell(text, start, start + len(text)) for start, text in parts]
