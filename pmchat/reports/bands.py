"""Lines of wrapped cells joined to the row of the table that they belong to."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from pmchat.reports.words import Row, Word, cells_of

_SAME_PLACE = 0.6
_TIGHT = 1.9
_CLEARLY_WIDER = 1.12


def join_cells(rows: list[Row], margin: float) -> list[Row]:
    """Each table row as one line; a line without first column goes to the row that it is nearer.

    Between two rows the widest gap parts what belongs to the one from what belongs to the other;
    where all gaps are alike, cells begin at the top.
    """
    rows = _join_names(rows, margin)
    heads = [i for i, row in enumerate(rows) if _at_margin(row, margin)]
    if not heads:
        return rows
    joined = rows[: heads[0]]
    held: list[Row] = []
    for number, head in enumerate(heads):
        around = [rows[heads[number - 1]]] if number else []
        following = heads[number + 1] if number + 1 < len(heads) else len(rows)
        ahead = rows[following : following + 1]
        run = rows[head + 1 : following]
        cut = _cut([rows[head], *run, *ahead]) if ahead else len(run)
        mine, apart = _attached(rows[head], run[:cut], [*around, *ahead])
        band = [*held, rows[head], *mine]
        spans = _spans([rows[head], *around, *ahead])
        joined.append(_columns(band, spans) if len(band) > 1 else rows[head])
        held = []
        if ahead:
            taken, left = _attached(ahead[0], run[cut:][::-1], [rows[head]])
            held, apart = taken[::-1], [*apart, *left[::-1]]
        joined.extend(apart)
    return joined


def _at_margin(row: Row, margin: float) -> bool:
    return row[0].left < margin + row[0].height


def _join_names(rows: list[Row], margin: float) -> list[Row]:
    """A name that wraps in the first column joined: its second line is nearer than any row."""
    joined: list[Row] = []
    gaps = [a[0].middle - b[0].middle for a, b in pairwise(rows)]
    gaps.append(math.inf)
    for index, row in enumerate(rows):
        if index > 1 and joined and _at_margin(row, margin):
            tight = gaps[index - 1] * _CLEARLY_WIDER
            cells, above = cells_of(row), cells_of(rows[index - 1])
            fits = len(cells) == 1 and len(above) > 1 and cells[0].right < above[1].left
            nearer = tight < gaps[index] and tight < gaps[index - 2]
            if fits and nearer and _at_margin(rows[index - 1], margin):
                joined[-1] = [
                    replace(above[0], text=f"{above[0].text} {cells[0].text}"),
                    *above[1:],
                ]
                continue
        joined.append(row)
    return joined


def _cut(run: Sequence[Row]) -> int:
    """How many lines between the first and the last row belong to the first."""
    gaps = [a[0].middle - b[0].middle for a, b in pairwise(run)]
    widest = max(gaps)
    return len(run) - 2 if widest < _CLEARLY_WIDER * min(gaps) else gaps.index(widest)


def _attached(
    head: Row, lines: Sequence[Row], around: Sequence[Row]
) -> tuple[list[Row], list[Row]]:
    """The lines that go on in the columns of a row, from the nearest on, and those that do not."""
    columns = [cell for row in (head, *around) for cell in cells_of(row)[1:]]
    before = head
    for index, line in enumerate(lines):
        height = max(line[0].height, head[0].height)
        tight = abs(before[0].middle - line[0].middle) <= _TIGHT * height
        if not tight or not _under(cells_of(line)[0], columns):
            return list(lines[:index]), list(lines[index:])
        before = line
    return list(lines), []


def _under(cell: Word, columns: Sequence[Word]) -> bool:
    """Whether a cell begins, or is centred, where a column does."""
    near = _SAME_PLACE * cell.height
    return any(
        abs(cell.left - column.left) <= near
        or abs(cell.left + cell.right - column.left - column.right) <= 2 * near
        for column in columns
    )


def _spans(rows: Sequence[Row]) -> list[Word]:
    """The cells that mark the columns of the first row, and those that the others have besides."""
    spans: list[Word] = []
    for cell in (cell for row in rows for cell in cells_of(row)):
        if not any(cell.left < s.right and s.left < cell.right for s in spans):
            spans.append(cell)
    return sorted(spans, key=lambda s: s.left)


def _columns(band: Sequence[Row], spans: Sequence[Word]) -> Row:
    """One line of a table row: the words of each column from top to bottom."""
    found: dict[int, Word] = {}
    for cell in (cell for row in band for cell in cells_of(row)):
        shared = [min(cell.right, s.right) - max(cell.left, s.left) for s in spans]
        column = shared.index(max(shared))
        if shared[column] <= 0:
            column = max((i for i, s in enumerate(spans) if s.left <= cell.left), default=0)
        word = found.get(column)
        if word is None:
            found[column] = cell
        else:
            word.text += " " + cell.text
            word.score = min(word.score, cell.score)
            word.left, word.right = min(word.left, cell.left), max(word.right, cell.right)
    return [found[column] for column in sorted(found)]
