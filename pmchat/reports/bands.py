"""Lines of wrapped cells joined to the row of the table that they belong to."""

from __future__ import annotations

from collections.abc import Sequence

from pmchat.reports.words import Row, Word, cells_of

_SAME_PLACE = 0.6
_TIGHT = 1.9
_CLEARLY_WIDER = 1.12


def join_cells(rows: list[Row], margin: float) -> list[Row]:
    """Each table row as one line; a line without first column goes to the row that it is nearer.

    Between two rows the widest gap parts what belongs to the one from what belongs to the other;
    where all gaps are alike, cells begin at the top.
    """
    heads = [i for i, row in enumerate(rows) if row[0].left < margin + row[0].height]
    if not heads:
        return rows
    joined = rows[: heads[0]]
    held: list[Row] = []
    before = heads[0]
    for head, following in zip(heads, [*heads[1:], len(rows)], strict=True):
        ahead = rows[following] if following < len(rows) else None
        around = [rows[before], *([ahead] if ahead else [])]
        before = head
        run = rows[head + 1 : following]
        cut = _cut([rows[head], *run, *([ahead] if ahead else [])], ahead is not None)
        columns = _spans([rows[head], *around])
        mine, apart = _attached(rows[head], run[:cut], columns)
        joined.append(_columns([*held, rows[head], *mine], columns) if held or mine else rows[head])
        next_held: list[Row] = []
        if ahead is not None:
            taken, left = _attached(ahead, run[cut:][::-1], _spans([ahead, rows[head]]))
            next_held, left = taken[::-1], left[::-1]
            apart = [*apart, *left]
        else:
            apart = [*apart, *run[cut:]]
        joined.extend(apart)
        held = next_held
    return joined


def _cut(run: Sequence[Row], closed: bool) -> int:
    """How many lines after the first row of the run belong to it; the others to the last one."""
    inner = len(run) - 2 if closed else len(run) - 1
    if inner < 1 or not closed:
        return max(inner, 0)
    gaps = [a[0].middle - b[0].middle for a, b in zip(run, run[1:], strict=False)]
    widest = max(gaps)
    if widest < _CLEARLY_WIDER * min(gaps):
        return inner
    return gaps.index(widest)


def _attached(head: Row, lines: Sequence[Row], columns: list[Word]) -> tuple[list[Row], list[Row]]:
    """The lines that go on in the columns of a row, from the nearest on, and those that do not."""
    before = head
    for index, line in enumerate(lines):
        height = max(line[0].height, head[0].height)
        tight = abs(before[0].middle - line[0].middle) <= _TIGHT * height
        if not tight or len(columns) < 2 or not _under(cells_of(line)[0], columns[1:]):
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
    """The places of the columns that some rows share, from left to right."""
    spans: list[Word] = []
    for cell in (cell for row in rows for cell in cells_of(row)):
        same = [s for s in spans if cell.left < s.right and s.left < cell.right]
        if not same:
            spans.append(cell)
        elif len(same) == 1:  # a line of prose beside the table spans its columns
            same[0].left = min(same[0].left, cell.left)
            same[0].right = max(same[0].right, cell.right)
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
