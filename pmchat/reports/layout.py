"""Words with their places on a page, laid out again as lines and columns of text."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple


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


class Laid(NamedTuple):
    """A line of a page, and the score of its least sure word."""

    text: str
    score: float


def lay_out(words: list[Word]) -> list[Laid]:
    """Lines from top to bottom; a wide gap between words becomes wide white space."""
    if not words:
        return []
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda w: (-(w.bottom + w.top) / 2, w.left)):
        middle = (word.bottom + word.top) / 2
        row = rows[-1] if rows else None
        if row is not None and row[0].bottom <= middle <= row[0].top:
            row.append(word)
        else:
            rows.append([word])
    margin = min(word.left for word in words)
    ordered = [sorted(row, key=lambda w: w.left) for row in rows]
    width = _letter_width(words)
    return [
        Laid(_line(row, margin, width), min(word.score for word in row))
        for row in _join_cells(ordered, margin)
    ]


def _join_cells(rows: list[list[Word]], margin: float) -> list[list[Word]]:
    """Puts a line of a wrapped cell on the table row below when that row is the nearer one."""
    joined: list[list[Word]] = []
    held: list[list[Word]] = []
    for index, row in enumerate(rows):
        if index and index + 1 < len(rows) and _belongs_below(rows, index, margin):
            held.append(row)
            continue
        joined.append(_columns([*held, row]) if held else row)
        held = []
    return [*joined, *held]


def _belongs_below(rows: list[list[Word]], index: int, margin: float) -> bool:
    """True for a line without first column that stands closer to the next line than the last."""
    row = rows[index]
    height = row[0].top - row[0].bottom
    below = rows[index + 1]
    if row[0].left < margin + height or below[0].left > margin + height:
        return False
    if any(u.left < w.right and w.left < u.right for u in row for w in below):
        return False
    return _middle(row) - _middle(below) < 0.8 * (_middle(rows[index - 1]) - _middle(row))


def _middle(row: list[Word]) -> float:
    return (row[0].bottom + row[0].top) / 2


def _columns(band: list[list[Word]]) -> list[Word]:
    """One line of a table row: the words of each column from top to bottom."""
    cells = [cell for row in band for cell in _cells(row)]
    columns: list[Word] = []
    for cell in cells:
        for column in columns:
            if cell.left < column.right and column.left < cell.right:
                column.text += " " + cell.text
                column.score = min(column.score, cell.score)
                column.left = min(column.left, cell.left)
                column.right = max(column.right, cell.right)
                break
        else:
            columns.append(cell)
    return sorted(columns, key=lambda c: c.left)


def _cells(row: list[Word]) -> list[Word]:
    """The words of a line joined to cells at gaps narrower than a column's."""
    cells: list[Word] = []
    for word in row:
        gap = word.left - cells[-1].right if cells else 0.0
        if cells and gap < 0.6 * (word.top - word.bottom):
            cells[-1].text += " " + word.text
            cells[-1].right = word.right
            cells[-1].score = min(cells[-1].score, word.score)
        else:
            cells.append(replace(word))
    return cells


def _line(row: list[Word], margin: float, width: float) -> str:
    """The words of a line, each column where it stands on the page."""
    line = " " * max(0, min(12, round((row[0].left - margin) / width)))
    for index, word in enumerate(row):
        if index:
            gap = (word.left - row[index - 1].right) / width
            place = min(round((word.left - margin) / width), len(line) + 40)
            line = line.ljust(max(len(line) + 2, place)) if gap >= 1.8 else line + " "
        line += word.text
    return line


def _letter_width(words: list[Word]) -> float:
    """How wide a letter is on the page, on the whole."""
    return max(1.0, sum(w.right - w.left for w in words) / max(1, sum(len(w.text) for w in words)))
