"""The straight lines drawn on a page of a PDF, as the borders of tables are."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import NamedTuple

import pypdfium2 as pdfium
from pypdfium2 import raw

_THIN = 3.0
_NEAR = 2.0
_SHORTEST = 6.0
_MOST_PATHS = 6000
_MOST_EDGES = 3000

Point = tuple[float, float]


class Rule(NamedTuple):
    """A line that runs along the page: at `place`, from `start` to `end`, in points."""

    place: float
    start: float
    end: float

    def covers(self, low: float, high: float) -> bool:
        """Whether the line runs all the way between two places."""
        return self.start <= low + _NEAR and self.end >= high - _NEAR


class Rules(NamedTuple):
    """The lines of a page: `across` from left to right, `down` from bottom to top."""

    across: list[Rule]
    down: list[Rule]


def read_rules(page: pdfium.PdfPage) -> Rules:
    """The lines of a page and the edges of its boxes; none where a drawing has too many."""
    across: list[Rule] = []
    down: list[Rule] = []
    paths = list(page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=3))
    for path in paths if len(paths) <= _MOST_PATHS else ():
        for (x0, y0), (x1, y1) in _edges(path):
            if abs(y0 - y1) < _NEAR <= abs(x0 - x1):
                across.append(Rule((y0 + y1) / 2, min(x0, x1), max(x0, x1)))
            elif abs(x0 - x1) < _NEAR <= abs(y0 - y1):
                down.append(Rule((x0 + x1) / 2, min(y0, y1), max(y0, y1)))
    if max(len(across), len(down)) > _MOST_EDGES:
        return Rules([], [])
    return Rules(_joined(across), _joined(down))


def _edges(path: pdfium.PdfObject) -> Iterator[tuple[Point, Point]]:
    """The straight parts of a path; a thin box is a line."""
    left, bottom, right, top = path.get_bounds()
    if top - bottom < _THIN or right - left < _THIN:
        middle_x, middle_y = (left + right) / 2, (bottom + top) / 2
        flat = top - bottom < right - left
        yield (
            ((left, middle_y), (right, middle_y)) if flat else ((middle_x, bottom), (middle_x, top))
        )
        return
    matrix = path.get_matrix()
    begun: list[Point] = []
    for index in range(raw.FPDFPath_CountSegments(path.raw)):
        segment = raw.FPDFPath_GetPathSegment(path.raw, index)
        x, y = ctypes.c_float(), ctypes.c_float()
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        point = matrix.on_point(x.value, y.value)
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            begun = []
        elif kind == raw.FPDF_SEGMENT_LINETO and begun:
            yield begun[-1], point
        begun.append(point)
        if raw.FPDFPathSegment_GetClose(segment) and len(begun) > 1:
            yield point, begun[0]


def _joined(rules: list[Rule]) -> list[Rule]:
    """Pieces of one line joined; those too short to be a border are left out."""
    joined: list[Rule] = []
    for rule in sorted(rules):
        whole = rule
        for one in [one for one in joined if _same(one, rule)]:
            joined.remove(one)
            whole = Rule(one.place, min(whole.start, one.start), max(whole.end, one.end))
        joined.append(whole)
    return [rule for rule in joined if rule.end - rule.start >= _SHORTEST]


def _same(one: Rule, rule: Rule) -> bool:
    beside = one.start <= rule.end + _NEAR and rule.start <= one.end + _NEAR
    return beside and abs(rule.place - one.place) < _NEAR
