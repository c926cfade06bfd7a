"""The words of a page laid out again as lines and columns of text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from pmchat.reports.bands import join_cells
from pmchat.reports.regions import split_regions
from pmchat.reports.ruled import Drawn
from pmchat.reports.words import Row, Word, rows_of

_WIDE = 1.8  # letters


class Laid(NamedTuple):
    """A line of a page, and the score of its least sure word."""

    text: str
    score: float


def lay_out(words: list[Word], drawn: Sequence[Drawn] = ()) -> list[Laid]:
    """Lines from top to bottom; a wide gap between words becomes wide white space.

    Columns of prose and bars at the side are read one after the other. The rows of tables that
    are `drawn` with lines come as they are.
    """
    lines: list[Laid] = []
    left = words
    for table in sorted(drawn, key=lambda one: -max(word.top for word in one.words)):
        top, low = (pick(word.middle for word in table.words) for pick in (max, min))
        above = [word for word in left if word.middle > top]
        lines += [*_lay_out(above), *_rows(table)]
        left = [word for word in left if word.middle < low]
    return [*lines, *_lay_out(left)]


def _rows(table: Drawn) -> list[Laid]:
    score = min(word.score for word in table.words)
    return [Laid("", 1.0), *(Laid(row, score) for row in table.rows), Laid("", 1.0)]


def _lay_out(words: list[Word]) -> list[Laid]:
    if not words:
        return []
    lines: list[Laid] = []
    for region in split_regions(words):
        margin = min(word.left for word in region)
        width = _letter_width(region)
        if lines:
            lines.append(Laid("", 1.0))
        lines.extend(
            Laid(_line(row, margin, width), min(word.score for word in row))
            for row in join_cells(rows_of(region), margin)
        )
    return lines


def _line(row: Row, margin: float, width: float) -> str:
    """The words of a line, each column where it stands on the page."""
    line = " " * max(0, min(12, round((row[0].left - margin) / width)))
    for index, word in enumerate(row):
        if index:
            last = row[index - 1]
            place = min(round((word.left - margin) / width), len(line) + 40)
            # Cells joined from several lines hold spaces, and stand apart however long they are.
            cells = " " in last.text or " " in word.text
            wide = cells or word.left - last.right >= _WIDE * width
            line = line.ljust(max(len(line) + 2, place)) if wide else line + " "
        line += word.text
    return line


def _letter_width(words: list[Word]) -> float:
    """How wide a letter is on the page, on the whole."""
    return max(1.0, sum(w.right - w.left for w in words) / max(1, sum(len(w.text) for w in words)))
