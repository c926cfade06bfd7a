"""Tables drawn with lines: each row as one line of text, its cells parted by tabs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from pmchat.reports.biomarkers import find_marks
from pmchat.reports.genes import find_genes
from pmchat.reports.rules import Rule, Rules
from pmchat.reports.words import Word, cells_of, rows_of

_NEAR = 3.0
_FEWEST = 2  # lines across
_TIGHT = 1.9  # heights of a letter
_HIGHEST = 120.0  # points from line to line where none go down
_LABEL = re.compile(r"^\W*[A-Za-z][A-Za-z /.()-]{1,30}:(?!:)")
_CUT = re.compile(r"(?:[_(]|\b[pc]\.)$")

Span = tuple[float, float]


class Drawn(NamedTuple):
    """A table on the page: its rows from top to bottom, and the words that stand in them."""

    rows: list[str]
    words: list[Word]


class _Frame(NamedTuple):
    """The lines of a table: `across` all the way from top to bottom, and the rest."""

    across: list[Rule]
    parts: list[Rule]
    down: list[Rule]

    def beside(self, word: Word) -> bool:
        return self.across[-1].place < word.middle < self.across[0].place

    def holds(self, word: Word) -> bool:
        left, right = self.across[0].start, self.across[0].end
        return self.beside(word) and left < (word.left + word.right) / 2 < right


def find_drawn(words: Sequence[Word], rules: Rules) -> list[Drawn]:
    """The tables drawn with lines; one with words beside it, or with texts in it, is left."""
    found: list[Drawn] = []
    for lines in _frames(rules):
        frame = _stretched(lines, words)
        inside = [word for word in words if frame.holds(word)]
        if not inside or len(inside) < sum(frame.beside(word) for word in words):
            continue
        ends = (frame.across[0].start, frame.across[0].end)
        columns = _spans([*ends, *(r.place for r in frame.down)])
        drawn = len(columns) > 1
        columns = columns if drawn else _gutters(inside)
        cells = _cells(frame, columns, inside) if len(columns) > 1 else []
        if _is_table(cells, drawn=drawn):
            rows = ("\t".join(map(_text, row)).rstrip() for row in cells)
            found.append(Drawn([row for row in rows if row.strip()], inside))
    return found


def _frames(rules: Rules) -> Iterator[_Frame]:
    """Lines of one length, one below the other, that lines down or short ways hold together."""
    lengths = {(round(r.start / _NEAR), round(r.end / _NEAR)): r for r in rules.across}
    seen: list[Rule] = []
    for one in lengths.values():
        alike = [
            r for r in rules.across
            if abs(r.start - one.start) < _NEAR and abs(r.end - one.end) < _NEAR and r not in seen
        ]  # fmt: skip
        seen.extend(alike)
        down = [r for r in rules.down if one.start - _NEAR < r.place < one.end + _NEAR]
        run: list[Rule] = []
        for rule in [*sorted(alike, key=lambda r: -r.place), None]:
            if run and (rule is None or not _held(run[-1], rule, down)):
                if len(run) >= _FEWEST:
                    yield _frame(run, rules.across, down)
                run = []
            if rule is not None:
                run.append(rule)


def _held(above: Rule, below: Rule, down: Sequence[Rule]) -> bool:
    low, high = below.place, above.place
    if any(r.covers(low, high) for r in down):
        return True
    touched = any(r.start < high + _NEAR and r.end > low - _NEAR for r in down)
    return not touched and high - low < _HIGHEST


def _frame(run: list[Rule], across: Sequence[Rule], down: Sequence[Rule]) -> _Frame:
    top, bottom = run[0], run[-1]
    parts = [
        r for r in across
        if r not in run and bottom.place < r.place < top.place
        and r.start > top.start - _NEAR and r.end < top.end + _NEAR
    ]  # fmt: skip
    inner = [r for r in down if r.start < top.place - _NEAR and r.end > bottom.place + _NEAR]
    return _Frame(run, parts, inner)


def _stretched(frame: _Frame, words: Sequence[Word]) -> _Frame:
    """The frame with the rows above its first line and below its last, where none close it."""
    top, bottom = frame.across[0], frame.across[-1]
    over = [r.end for r in frame.down] or _outside(words, top, 1)
    under = [r.start for r in frame.down] or _outside(words, bottom, -1)
    across = [top._replace(place=max([top.place, *over])), *frame.across]
    across.append(bottom._replace(place=min([bottom.place, *under])))
    return frame._replace(across=across)


def _outside(words: Sequence[Word], rule: Rule, way: int) -> Iterator[float]:
    """Where the lines of several cells end that stand close to a line: above it (1) or below."""
    within = [w for w in words if rule.start < w.right < rule.end + _NEAR]
    near = [w for w in within if (w.middle - rule.place) * way > 0]
    before = rule.place
    for row in sorted(rows_of(near) if near else [], key=lambda r: way * r[0].middle):
        if (row[0].middle - before) * way > _TIGHT * row[0].height:
            return
        before = row[0].middle
        if len(cells_of(row)) > 1:
            yield max(w.top for w in row) if way > 0 else min(w.bottom for w in row)


def _spans(places: Iterable[float]) -> list[Span]:
    """From each place to the next; places that are nearly one count once."""
    apart: list[float] = []
    for place in sorted(places):
        if not apart or place - apart[-1] > _NEAR:
            apart.append(place)
    return list(pairwise(apart))


def _gutters(words: Sequence[Word]) -> list[Span]:
    """The columns between white stripes that no word crosses; none where a line has more cells."""
    cells = [cells_of(row) for row in rows_of(words)]
    columns: list[Span] = []
    for cell in sorted((c for row in cells for c in row), key=lambda c: c.left):
        if columns and cell.left < columns[-1][1]:
            columns[-1] = (columns[-1][0], max(columns[-1][1], cell.right))
        else:
            columns.append((cell.left, cell.right))
    return columns if len(columns) >= max(map(len, cells)) else []


def _cells(frame: _Frame, columns: list[Span], words: Sequence[Word]) -> list[list[list[Word]]]:
    """The words by row and column; a merged cell speaks for each of its rows."""
    across = [*frame.across, *frame.parts]
    bands = _spans(r.place for r in across)[::-1]
    cells: list[list[list[Word]]] = [[[] for _ in columns] for _ in bands]
    for word in words:
        row = max((i for i, (_, high) in enumerate(bands) if word.middle <= high), default=0)
        column = _column(word, columns)
        while row and not any(_parts(r, bands[row][1], columns[column]) for r in across):
            row -= 1
        middle = sum(bands[row]) / 2
        while (
            column
            and frame.down
            and not any(
                abs(r.place - columns[column][0]) < _NEAR and r.covers(middle, middle)
                for r in frame.down
            )
        ):
            column -= 1
        cells[row][column].append(word)
    for row, (_, top) in enumerate(bands):
        for column, span in enumerate(columns):
            if row and not any(_parts(r, top, span) for r in across):
                cells[row][column] = cells[row - 1][column]
    return cells


def _column(word: Word, columns: Sequence[Span]) -> int:
    centre = (word.left + word.right) / 2
    return max((i for i, (left, _) in enumerate(columns) if left <= centre), default=0)


def _parts(rule: Rule, place: float, column: Span) -> bool:
    """Whether a line parts a cell of the column from the one above it."""
    middle = sum(column) / 2
    return abs(rule.place - place) < _NEAR and rule.start < middle < rule.end


def _is_table(cells: list[list[list[Word]]], *, drawn: bool) -> bool:
    """False for boxes that hold texts or several results each."""
    if sum(any(row) for row in cells) < 3 - drawn:
        return False
    for row in cells:
        lines = [_lines(cell) for cell in row]
        if any(sum(bool(_LABEL.match(one)) for one in cell) > 1 for cell in lines):
            return False
        several = {len(cell) for cell in lines if cell}
        alike = not drawn and len(several) == 1 and several != {1}
        if alike or sum(map(_names, lines[0])) > 1:
            return False
    return True


def _names(text: str) -> bool:
    starts = [g.start for g in find_genes(text)] + [m.start for m in find_marks(text)]
    return any(start <= 1 for start in starts)


def _lines(cell: Sequence[Word]) -> list[str]:
    return [" ".join(word.text for word in row) for row in rows_of(cell)] if cell else []


def _text(cell: Sequence[Word]) -> str:
    """The lines of a cell on one line; a change that is cut goes on without a space."""
    text = ""
    for line in _lines(cell):
        text += line if not text or _CUT.search(text) else f" {line}"
    return text
