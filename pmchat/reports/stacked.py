"""Tables that copying took apart, one cell a line: the cells of each row are put side by side."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

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
_HEADING = re.compile(r"(?=.{1,40}$)[^\d\t:]*")
_LONGEST_CELL = 90
_MOST_COLUMNS = 8


def unstack(lines: list[Line]) -> list[Line]:
    """The lines with each row of such a table on one line, its cells parted by tabs."""
    out: list[Line] = []
    index = 0
    while index < len(lines):
        heads = _heads(lines, index)
        rows = _rows(lines[index + len(heads) :], heads) if heads else []
        if len(rows) > 1:
            out.extend(_joined(cells) for cells in [[[h] for h in heads], *rows])
            index += len(heads) + sum(len(cell) for cells in rows for cell in cells)
        else:
            out.append(lines[index])
            index += 1
    return out


def _heads(lines: Sequence[Line], index: int) -> list[Line]:
    """The lines of column headings from here to the first cell of the first row."""
    heads: list[Line] = []
    for line in lines[index : index + _MOST_COLUMNS + 1]:
        text = line.text.strip()
        if heads and _begins(text, heads):
            known = sum(column_kind(one.text) != "unknown" for one in heads)
            named = 2 * known > len(heads) or _DAYS.fullmatch(heads[0].text.strip())
            return heads if len(heads) > 1 and named else []
        if line.noise or not _HEADING.fullmatch(text):
            return []
        heads.append(line)
    return []


def _begins(text: str, heads: Sequence[Line]) -> bool:
    """Whether a line is the first cell of a row: a gene or marker, or a day."""
    if len(text) > _LONGEST_CELL or ":" in text or re.search(r"\t|\s{2}", text):
        return False
    if _DAYS.fullmatch(heads[0].text.strip()):
        return bool(_DAY.fullmatch(text))
    starts = [g.start for g in find_genes(text)] + [m.start for m in find_marks(text)]
    return column_kind(heads[0].text) == "subject" and 0 in starts


def _rows(lines: Sequence[Line], heads: Sequence[Line]) -> list[list[list[Line]]]:
    """The lines of each cell, row by row, as far as they fit the headings."""
    rows: list[list[list[Line]]] = []
    index = 0
    while index < len(lines) and _begins(lines[index].text.strip(), heads):
        end = next(
            (i for i in range(index + 1, len(lines)) if not _goes_on(lines[i], heads)), len(lines)
        )
        last = end == len(lines) or not _begins(lines[end].text.strip(), heads)
        # What follows the last row is none of it.
        row = _row(lines[index : index + len(heads) if last else end], heads)
        if row is None or end < index + len(heads):
            break
        rows.append(row)
        index += sum(map(len, row))
    return rows


def _goes_on(line: Line, heads: Sequence[Line]) -> bool:
    return _cell(line) and not _begins(line.text.strip(), heads)


def _row(lines: Sequence[Line], heads: Sequence[Line]) -> list[list[Line]] | None:
    """The cells of a row; of all columns only one of drugs may hold several lines."""
    cells = [[line] for line in lines]
    more = len(lines) - len(heads)
    if more > 0:
        wide = [i for i, head in enumerate(heads) if column_kind(head.text) in _DRUGS]
        if len(wide) != 1:
            return None
        cells[wide[0] : wide[0] + more + 1] = [list(lines[wide[0] : wide[0] + more + 1])]
    return cells if more >= 0 else None


def _cell(line: Line) -> bool:
    """Whether a line can be a cell: short, and no heading of another section."""
    text = line.text.strip()
    if not text or line.noise or len(text) > _LONGEST_CELL or "\t" in text:
        return False
    opened = next((kind for kind, pattern in HEADINGS if pattern.match(line.text)), None)
    return opened is None or (opened in ("positives", "negatives") and ":" not in text)


def _joined(cells: Sequence[Sequence[Line]]) -> Line:
    """One line of all cells; as many letters in its print as in its text."""
    raws = [" ".join(one.raw.strip() for one in cell) for cell in cells]
    texts = [" ".join(one.text.strip() for one in cell) for cell in cells]
    return replace(cells[0][0], raw="\n".join(raws), text="\t".join(texts))
