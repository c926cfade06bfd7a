"""Tables that copying took apart, one cell a line: the cells of each row are put side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, takewhile

from pmchat.reports.biomarkers import find_marks
from pmchat.reports.columns import column_kind
from pmchat.reports.dates import DATE
from pmchat.reports.genes import find_genes
from pmchat.reports.headings import HEADINGS
from pmchat.reports.lines import Line

_DAY = re.compile(DATE, re.I)
_DAYS = re.compile(
    r"(?:collection |sample |blood )?(?:dates?|days?|draws?|collected|time ?points?)"
    r"(?: (?:taken|drawn|collected|of \w+))?",
    re.I,
)
_DRUGS = ("therapies", "therapies_other", "resistance")
_WIDE = ("detail", "unknown", *_DRUGS)
"""The columns of which a cell may hold several lines."""
_HEADING = re.compile(r"(?=.{1,40}$)[^\d\t:]*")
_AMOUNT = re.compile(
    r"[<>\u2264\u2265~]?\s?\d[\d.,]*\s?(?:%|copies|x)|(?:CN|copy number)\W{0,2}\d[\d.]*"
    r"|[-\u2013\u2014]+|n/?a|ND|not (?:detected|applicable)",
    re.I,
)
_STATES = ("positives", "negatives", "not_done")
_LONGEST_CELL = 90
_MOST_COLUMNS = 8
_MOST_LINES = 4  # more than columns, in a row at the end


@dataclass(frozen=True)
class _Cell:
    """The lines of a cell and the place of the line after it."""

    lines: tuple[Line, ...]
    end: int

    @property
    def text(self) -> str:
        return " ".join(one.text.strip() for one in self.lines)


def unstack(lines: list[Line]) -> list[Line]:
    """The lines with each row of such a table on one line, its cells parted by tabs."""
    out: list[Line] = []
    index = 0
    while index < len(lines):
        heads = _heads(lines, index)
        rows = _rows(lines, heads) if heads else []
        if len(rows) > 1 or (rows and _fits(rows[0], heads)):
            out.extend(_joined(cells) for cells in [heads, *rows])
            index = rows[-1][-1].end
        else:
            out.append(lines[index])
            index += 1
    return out


def _cells(lines: Sequence[Line], index: int, apart: bool) -> Iterator[_Cell]:
    """The cells from here on: one a line, or with blank lines between them."""
    while index < len(lines):
        start = index = next((i for i in range(index, len(lines)) if not _empty(lines[i])), index)
        index += 1
        while apart and index < len(lines) and not _empty(lines[index]):
            index += 1
        yield _Cell(tuple(lines[start:index]), index)
        if not apart and index < len(lines) and _empty(lines[index]):
            return


def _empty(line: Line) -> bool:
    """True for a line without a letter; a dash may be a cell."""
    return not line.text.strip()


def _apart(lines: Sequence[Line], index: int) -> bool:
    """True when a blank line follows: the cells of such a table are parted by them."""
    return index + 1 < len(lines) and _empty(lines[index + 1])


def _heads(lines: Sequence[Line], index: int) -> list[_Cell]:
    """The column headings from here to the first cell of the first row."""
    if _empty(lines[index]):
        return []
    heads: list[_Cell] = []
    for cell in islice(_cells(lines, index, _apart(lines, index)), _MOST_COLUMNS + 1):
        if heads and _begins(cell.text, heads):
            known = sum(column_kind(one.text) != "unknown" for one in heads)
            named = 2 * known > len(heads) or _DAYS.fullmatch(heads[0].text)
            return heads if len(heads) > 1 and named else []
        if any(one.noise for one in cell.lines) or not _HEADING.fullmatch(cell.text):
            return []
        heads.append(cell)
    return []


def _begins(text: str, heads: Sequence[_Cell]) -> bool:
    """Whether a cell is the first one of a row: a gene or marker, or a day."""
    if len(text) > _LONGEST_CELL or ":" in text or re.search(r"\t|\s{2}", text):
        return False
    if _DAYS.fullmatch(heads[0].text):
        counted = len(heads) > 1 and _DAYS.fullmatch(heads[1].text)  # "Draw" beside "Date"
        return bool(_DAY.fullmatch(text) or (counted and re.fullmatch(r"#?\d{1,2}", text)))
    starts = [g.start for g in find_genes(text)] + [m.start for m in find_marks(text)]
    return column_kind(heads[0].text) == "subject" and 0 in starts


def _rows(lines: Sequence[Line], heads: Sequence[_Cell]) -> list[list[_Cell]]:
    """The cells, row by row, as far as they fit the headings."""
    rows: list[list[_Cell]] = []
    apart = _apart(lines, heads[0].end - len(heads[0].lines))
    cells = list(takewhile(_fit_for_cell, _cells(lines, heads[-1].end, apart)))
    index = 0
    while index < len(cells) and _begins(cells[index].text, heads):
        end = _next_row(cells, index, heads)
        own = cells[index:end]
        # What follows the last row is none of it.
        row = _last_row(own, heads) if end == len(cells) else _row(own, heads)
        if row is None:
            break
        rows.append(row)
        index = end
    return rows


def _next_row(cells: Sequence[_Cell], index: int, heads: Sequence[_Cell]) -> int:
    """Where the next row begins; "MSS (stable)" in the middle of a row is its result."""
    for place in range(index + 1, len(cells)):
        if not _begins(cells[place].text, heads):
            continue
        dated = any(_DAY.fullmatch(cell.text) for cell in cells[place + 1 : place + 2])
        if place - index >= len(heads) or dated or find_genes(cells[place].text):
            return place
    return len(cells)


def _row(cells: Sequence[_Cell], heads: Sequence[_Cell]) -> list[_Cell] | None:
    """The cells of a row, one a heading; one of them may hold several lines."""
    more = len(cells) - len(heads)
    if more <= 0:  # a day without a result leaves its last cell empty
        return None if more and not _DAYS.fullmatch(heads[0].text) else list(cells)
    kinds = [column_kind(head.text) for head in heads]
    rows = {i: _widened(cells, i, more) for i in range(1, len(heads)) if kinds[i] in _WIDE}
    drugs = [i for i in rows if kinds[i] in _DRUGS]
    fitting = [row for row in rows.values() if _fits(row, heads)]
    if len(fitting) == 1:
        return fitting[0]
    return rows[drugs[0]] if len(drugs) == 1 else None


def _last_row(cells: Sequence[_Cell], heads: Sequence[_Cell]) -> list[_Cell] | None:
    """The cells of the row at the end: as many as headings, or as many more as make it fit."""
    plain = _row(cells[: len(heads)], heads)
    if plain is None or _fits(plain, heads):
        return plain
    longer = range(len(heads) + 1, min(len(cells), len(heads) + _MOST_LINES) + 1)
    rows = [row for end in longer if (row := _row(cells[:end], heads)) and _fits(row, heads)]
    return rows[0] if rows else plain


def _widened(cells: Sequence[_Cell], column: int, more: int) -> list[_Cell]:
    """The cells with those of one column put together."""
    wide = cells[column : column + more + 1]
    joined = _Cell(tuple(line for cell in wide for line in cell.lines), wide[-1].end)
    return [*cells[:column], joined, *cells[column + more + 1 :]]


def _fits(row: Sequence[_Cell], heads: Sequence[_Cell]) -> bool:
    """True when the table has a column of amounts, and this row an amount in it."""
    amounts = [i for i, head in enumerate(heads) if column_kind(head.text) == "fraction"]
    return bool(amounts) and all(_AMOUNT.fullmatch(row[i].text.strip(" *")) for i in amounts)


def _fit_for_cell(cell: _Cell) -> bool:
    """Whether it can be a cell: short, and no heading of another section."""
    if any(one.noise for one in cell.lines) or "\t" in cell.text:
        return False
    if len(cell.lines) == 1 and len(cell.text) > _LONGEST_CELL:
        return False
    first = cell.lines[0].text
    opened = next((kind for kind, pattern in HEADINGS if pattern.match(first)), None)
    return opened is None or (opened in _STATES and ":" not in first)


def _joined(cells: Sequence[_Cell]) -> Line:
    """One line of all cells; as many letters in its print as in its text."""
    raws = [" ".join(one.raw.strip() for one in cell.lines) for cell in cells]
    return replace(
        cells[0].lines[0], raw="\n".join(raws), text="\t".join(cell.text for cell in cells)
    )
