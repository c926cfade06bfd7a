"""One analyte over several reports: a dot a report, a line only between like tests."""

from __future__ import annotations

from itertools import pairwise

from pmchat.i18n import _, day
from pmchat.reports.compare import Point, Series, amount, same_test
from pmchat.ui.pictures.svg import PAD, WIDTH, Picture, drawing, lines, text, wrapped

_TOP, _FOOT = 76.0, 190.0
_LEFT, _RIGHT = PAD + 26.0, WIDTH - PAD - 26.0
_NEAR = 48.0
"""Two dots stand at least so far apart that their numbers can be read."""


def course(series: Series, title: str) -> Picture | None:
    """The numbers by day; None if fewer than two of them have one."""
    points = [p for p in series.points if p.when and p.value and p.value.number is not None]
    if len(points) < 2:
        return None
    places = _across(points)
    highest = max(_number(p) for p in points) or 1.0
    heights = [_FOOT - (_FOOT - _TOP) * _number(p) / highest for p in points]
    parts = [lines(PAD, 22, wrapped(title), "b")]
    parts.append(f'<path class="rule" d="M{PAD} {_FOOT:g}H{WIDTH - PAD}"/>')
    pairs = pairwise(zip(points, places, heights, strict=True))
    for (one, x1, y1), (other, x2, y2) in pairs:
        if same_test(one, other):
            parts.append(f'<path class="line" d="M{x1:g} {y1:g}L{x2:g} {y2:g}"/>')
    for point, x, y in zip(points, places, heights, strict=True):
        parts.append(f'<circle class="hole" cx="{x:g}" cy="{y:g}" r="6"/>')
        said = f"{point.value.operator or ''}{_number(point):g}" if point.value else ""
        parts.append(text(x, y - 12, said, "b", "middle"))
        parts.append(text(x, _FOOT + 20, f"{point.number}", "", "middle"))
    parts.append(text(PAD, _FOOT + 42, _("number of the report, in order of days"), "s"))
    dot = _("report {number}, {day}: {amount}")
    told = "; ".join(
        dot.format(number=p.number, day=day(p.when), amount=amount(p.value))
        for p in points
        if p.when and p.value
    )
    return Picture(drawing(_FOOT + 54, *parts), f"{title}. {told}.")


def _number(point: Point) -> float:
    return (point.value.number if point.value else None) or 0.0


def _across(points: list[Point]) -> list[float]:
    """Places by day, pushed apart where they would touch, and back into the paper."""
    days = [p.when.toordinal() for p in points if p.when]
    span = max(days[-1] - days[0], 1)
    near = min(_NEAR, (_RIGHT - _LEFT) / (len(points) - 1))
    places = [_LEFT + (_RIGHT - _LEFT) * (d - days[0]) / span for d in days]
    for i in range(1, len(places)):
        places[i] = max(places[i], places[i - 1] + near)
    places[-1] = min(places[-1], _RIGHT)
    for i in range(len(places) - 2, -1, -1):
        places[i] = min(places[i], places[i + 1] - near)
    return places
