"""TMB or PD-L1 on its scale, with the cut-offs that the report or the library states."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pmchat.i18n import _
from pmchat.model import Finding, Value
from pmchat.reports.compare import amount
from pmchat.ui.pictures.svg import (
    LINE,
    PAD,
    WIDTH,
    Picture,
    anchor_at,
    drawing,
    lines,
    text,
    wrapped,
)

_PRINTED = re.compile(
    r"(?:cut-?off|threshold|reference)\D{0,16}?(\d+(?:[.,]\d+)?)"
    r"|(?:high|positive)\s*(?:is|if|:|=|\()?\s*(?:>=|≥|>)\s*(\d+(?:[.,]\d+)?)",
    re.I,
)
_FULL = {"TPS": 100.0, "CPS": 100.0}
"""Where the scale of a score ends; TMB has no end."""

_AXIS = 88.0


@dataclass(frozen=True)
class Cutoff:
    """A number that divides a scale, and who states it."""

    number: float
    whose: str


def gauged(finding: Finding) -> Value | None:
    """The amount that can be shown on a scale: TMB in mut/Mb, PD-L1 as TPS or CPS."""
    value = finding.value
    if value is None or value.number is None or finding.polarity == "not_performed":
        return None
    if finding.analyte == "TMB":
        return value if value.unit == "mut/Mb" else None
    if finding.analyte == "PD-L1" and value.label in _FULL and 0 <= value.number <= 100:
        return value if (value.label == "TPS") == (value.unit == "%") else None
    return None


def printed_cutoffs(finding: Finding) -> list[Cutoff]:
    """The cut-offs that stand on the finding's own line."""
    found = (m[1] or m[2] for m in _PRINTED.finditer(finding.evidence.text))
    numbers = dict.fromkeys(float(n.replace(",", ".")) for n in found)
    return [Cutoff(n, _("printed on your report")) for n in numbers]


def gauge(finding: Finding, value: Value, cutoffs: Sequence[Cutoff]) -> Picture:
    """The scale with the amount and the cut-offs, each with a letter that the text explains."""
    label = value.label if value.label and value.label != finding.analyte else ""
    title = f"{finding.analyte} {label}".strip() + f": {amount(value)}"
    end = _FULL.get(label) or _round_up(max([value.number or 0, *(c.number for c in cutoffs)]))
    parts = [lines(PAD, 24, wrapped(title), "b"), _axis()]
    at = _place(value.number or 0, end)
    parts.append(f'<path class="ink" d="M{at:g} {_AXIS - 2:g}l-9 -16h18z"/>')
    parts.append(text(at, _AXIS - 24, _("your report"), "s", anchor_at(at)))
    parts.append(text(PAD, _AXIS + 32, "0", "s"))
    parts.append(text(WIDTH - PAD, _AXIS + 32, f"{end:g}", "s", "end"))
    y = _AXIS + 58
    for letter, cutoff in zip("ABCDEF", cutoffs, strict=False):
        x = _place(cutoff.number, end)
        parts.append(f'<path class="rule dash" d="M{x:g} {_AXIS - 6:g}v26"/>')
        parts.append(text(_beside(x), _AXIS + 32, letter, "b", "middle"))
        said = wrapped(f"{letter}: {cutoff.number:g}, {cutoff.whose}")
        parts.append(lines(PAD, y, said))
        y += len(said) * LINE
    mark = _("mark at {number:g}, {whose}")
    marks = "; ".join(mark.format(number=c.number, whose=c.whose) for c in cutoffs)
    words = _("{title}, on a scale from 0 to {end:g}.").format(title=title, end=end)
    return Picture(drawing(y - 4, *parts), f"{words} {marks}." if marks else words)


def _beside(x: float) -> float:
    """Where a letter stands under its mark, clear of the 0 at the scale's beginning."""
    return max(x, PAD + 16)


def _axis() -> str:
    width = WIDTH - 2 * PAD
    return f'<rect class="track" x="{PAD}" y="{_AXIS}" width="{width}" height="14" rx="3"/>'


def _place(number: float, end: float) -> float:
    return PAD + (WIDTH - 2 * PAD) * min(number, end) / end


def _round_up(highest: float) -> float:
    """An end of the scale well beyond the highest number on it."""
    return next((e for e in (20.0, 40.0, 60.0, 100.0, 200.0) if e >= 1.25 * highest), 2 * highest)
