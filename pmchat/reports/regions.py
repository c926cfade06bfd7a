"""The parts of a page that are read one after the other: columns of prose, bars at the side.

A table is not parted: its cells stand on common lines. What stands left and right of a gutter
without common lines are two parts.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import mean

from pmchat.reports.words import Row, Word, cells_of, rows_of

_FEWEST_LINES = 4
_SAME_EDGE = 3.0
_COMMON = 0.5
_PROSE_WORDS = 5.0
_MAX_EDGES = 12
_DEEPEST = 4


def split_regions(words: list[Word], depth: int = 0) -> list[list[Word]]:
    """The words part by part, in reading order; one part if the page has one column."""
    if depth >= _DEEPEST or len(words) < 4 * _FEWEST_LINES:
        return [words] if words else []
    segments = [cell for row in _strict_rows(words) for cell in cells_of(row)]
    for edge in _edges(segments):
        for top, bottom in _runs(segments, edge):
            inside = [s for s in segments if bottom <= s.middle <= top]
            left = [s for s in inside if s.right <= edge]
            right = [s for s in inside if s.left >= edge]
            if _apart(left, right):
                parts = (
                    [w for w in words if w.middle > top],
                    [w for w in words if bottom <= w.middle <= top and w.left < edge],
                    [w for w in words if bottom <= w.middle <= top and w.left >= edge],
                    [w for w in words if w.middle < bottom],
                )
                return [r for part in parts if part for r in split_regions(part, depth + 1)]
    return [words]


def _strict_rows(words: Sequence[Word]) -> list[Row]:
    """Lines of words on the same base line, nearly to the point."""
    rows: list[Row] = []
    for word in sorted(words, key=lambda w: (-w.bottom, w.left)):
        if rows and abs(rows[-1][0].bottom - word.bottom) < 0.2 * max(word.height, 1.0):
            rows[-1].append(word)
        else:
            rows.append([word])
    return [sorted(row, key=lambda w: w.left) for row in rows]


def _edges(segments: Sequence[Word]) -> list[float]:
    """The left edges at which several lines begin, the most common first, but for the margin."""
    counted: list[tuple[float, int]] = []
    for left in sorted(s.left for s in segments):
        if counted and left - counted[-1][0] < _SAME_EDGE:
            counted[-1] = (counted[-1][0], counted[-1][1] + 1)
        else:
            counted.append((left, 1))
    usual = [(count, edge) for edge, count in counted[1:] if count >= _FEWEST_LINES]
    return [edge - 0.5 for _, edge in sorted(usual, reverse=True)[:_MAX_EDGES]]


def _runs(segments: Sequence[Word], edge: float) -> list[tuple[float, float]]:
    """The heights between which no words cross the edge, as (top, bottom) of middles."""
    runs: list[tuple[float, float]] = []
    run: list[float] = []
    for one in sorted(segments, key=lambda s: -s.middle):
        if one.left < edge < one.right:
            if run:
                runs.append((run[0], run[-1]))
            run = []
        else:
            run.append(one.middle)
    if run:
        runs.append((run[0], run[-1]))
    return runs


def _apart(left: Sequence[Word], right: Sequence[Word]) -> bool:
    """True when the two sides are texts of their own."""
    lines_left, lines_right = (rows_of(side) if side else [] for side in (left, right))
    fewer, more = sorted((lines_left, lines_right), key=len)
    if len(fewer) < _FEWEST_LINES:
        return False
    if all(_prose(lines) for lines in (fewer, more)):
        return True
    return _common(fewer, more) < _COMMON


def _prose(lines: Sequence[Row]) -> bool:
    """True for lines of running words."""
    whole = [row for row in lines if len(row) == 1]
    words = mean(len(" ".join(s.text for s in row).split()) for row in lines)
    return len(whole) > 0.8 * len(lines) and words >= _PROSE_WORDS


def _common(fewer: Sequence[Row], more: Sequence[Row]) -> float:
    """The share of lines on one side that stand beside a line, or a cell, of the other."""
    places = [row[0].middle for row in more]
    groups: list[list[float]] = []
    gaps = [a - b for a, b in pairwise(places)]
    usual = min(gaps) if gaps else 0.0
    for place in places:
        if groups and groups[-1][-1] - place < 1.3 * usual:
            groups[-1].append(place)
        else:
            groups.append([place])
    centres = [*places, *((group[0] + group[-1]) / 2 for group in groups)]
    beside = sum(
        any(abs(row[0].middle - centre) < 0.25 * row[0].height for centre in centres)
        for row in fewer
    )
    return beside / len(fewer)
