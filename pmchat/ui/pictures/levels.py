"""MSI as one of three labelled places: stable, low, high."""

from __future__ import annotations

import re
from typing import Literal

from pmchat.i18n import N_, _
from pmchat.model import Finding
from pmchat.ui.pictures.svg import LINE, PAD, WIDTH, Picture, drawing, lines, text, wrapped

Level = Literal["stable", "low", "high"]

_NAMES: dict[Level, str] = {
    "stable": N_("Stable (MSS)"),
    "low": N_("Low (MSI-L)"),
    "high": N_("High (MSI-H)"),
}
_UNSTABLE = N_("Unstable")
_STABLE = re.compile(r"\b(?:MS-?)?stable\b|\bMSS\b", re.I)
_HIGH = re.compile(r"MSI?-?H\b|\bhigh\b", re.I)
_TOP, _HEIGHT, _GAP = 72.0, 54.0, 6.0


def level_of(finding: Finding) -> Level | None:
    """The level that the report states of MSI; None for any other result, and if it is unclear."""
    if finding.analyte != "MSI":
        return None
    if finding.polarity == "present":
        return "high"
    if finding.polarity != "absent_stated":
        return None
    label = finding.value.label if finding.value else None
    if label == "low":
        return "low"
    # "MSI-H not detected" leaves open which of the two others it is
    return "stable" if label == "stable" or _STABLE.search(finding.printed) else None


def levels(finding: Finding, level: Level) -> Picture:
    """The three places side by side, with a mark above the one that the report states."""
    names = {one: _(name) for one, name in _NAMES.items()}
    if level == "high" and not _HIGH.search(finding.printed):
        names["high"] = _(_UNSTABLE)
    title = f"{finding.analyte}: {names[level]}"
    parts = [lines(PAD, 24, wrapped(title), "b")]
    wide = (WIDTH - 2 * PAD - 2 * _GAP) / 3
    for place, one in enumerate(names):
        x = PAD + place * (wide + _GAP)
        parts.append(_place(x, wide, names[one], is_stated=one == level))
    words = _("{title}. Of three levels ({levels}), your report states this one.")
    told = words.format(title=title, levels=", ".join(names.values()))
    return Picture(drawing(_TOP + _HEIGHT + 14, *parts), told)


def _place(x: float, wide: float, name: str, *, is_stated: bool) -> str:
    middle = x + wide / 2
    css = "hole" if is_stated else "track"
    words = wrapped(name, 9)
    foot = _TOP + _HEIGHT / 2 + 5 - (len(words) - 1) * LINE / 2
    said = (
        text(middle, foot + line * LINE, one, "b" if is_stated else "", "middle")
        for line, one in enumerate(words)
    )
    mark = f'<path class="ink" d="M{middle:g} {_TOP - 2:g}l-8 -12h16z"/>'
    above = mark + text(middle, _TOP - 20, _("your report"), "s", "middle")
    return (
        f'<rect class="{css}" x="{x:g}" y="{_TOP:g}" width="{wide:g}" height="{_HEIGHT:g}" rx="5"/>'
        + "".join(said)
        + (above if is_stated else "")
    )
