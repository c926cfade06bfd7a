"""Words with their places on a page, and the lines and cells that they stand in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median

_CELL_GAP = 0.6
_MUCH_HIGHER = 2.5


@dataclass
class Word:
    """Letters that stand together, with their place on the page.

    Lengths are in points and run from left to right and from bottom to top. `score` says how sure
    the reading of a picture is of its letters (0 to 1).
    """

    text: str
    left: float
    right: float
    bottom: float
    top: float
    score: float = 1.0

    @property
    def height(self) -> float:
        """How high the letters stand."""
        return max(self.top - self.bottom, 1.0)

    @property
    def middle(self) -> float:
        """The height on the page of the middle of the letters."""
        return (self.bottom + self.top) / 2


Row = list[Word]
"""The words of a line from left to right."""


def rows_of(words: Sequence[Word]) -> list[Row]:
    """The words line by line from top to bottom; a much larger word stands alone."""
    rows: list[Row] = []
    usual = median(word.height for word in words)
    for word in sorted(words, key=lambda w: (-w.middle, w.left)):
        first = rows[-1][0] if rows else word
        large = max(first.height, word.height) > _MUCH_HIGHER * usual
        alike = not large or first.height < 2 * word.height < 4 * first.height
        if rows and alike and first.bottom <= word.middle <= first.top:
            rows[-1].append(word)
        else:
            rows.append([word])
    return [sorted(row, key=lambda w: w.left) for row in rows]


def cells_of(row: Row) -> list[Word]:
    """The words of a line joined to cells at gaps narrower than a column's."""
    cells: list[Word] = []
    for word in row:
        gap = word.left - cells[-1].right if cells else 0.0
        if cells and gap < _CELL_GAP * word.height:
            cells[-1].text += " " + word.text
            cells[-1].right = word.right
            cells[-1].score = min(cells[-1].score, word.score)
        else:
            cells.append(replace(word))
    return cells
