"""A report on one page: what was tested, found, not found, uncertain, not done."""

from __future__ import annotations

from collections.abc import Sequence

from pmchat.i18n import N_, _, day
from pmchat.model import Report
from pmchat.ui.findings import GROUPS, group_of, kind_of
from pmchat.ui.markup import hidden
from pmchat.ui.pictures.names import short_name
from pmchat.ui.pictures.svg import LINE, PAD, Picture, box, drawing, lines, wrapped

_SHOWN = 16
_GAP = 8
_SIGN = 22
_ELSE = N_("This report does not say. That is not the same as a negative result.")


def overview(report: Report) -> Picture:
    """The map of one report."""
    y = float(_GAP)
    parts: list[str] = []
    told: list[str] = []
    for sign, heading, body in _boxes(report):
        texts = [line for words in body for line in wrapped(words)]
        heads = wrapped(heading, 34)
        height = (len(texts) + len(heads)) * LINE + 2 * _GAP
        parts.append(box(y, height, "dash" if sign == "else" else ""))
        parts.append(_sign(sign, y + _GAP + 9))
        left = PAD + (_SIGN if sign in _SIGNS else 0)
        parts.append(lines(left, y + _GAP + 14, heads, "b"))
        parts.append(lines(PAD, y + _GAP + 14 + len(heads) * LINE, texts))
        y += height + _GAP
        told.append(f"{heading}: {'; '.join(body)}." if heading else " ".join(body))
    return Picture(drawing(y, *parts), " ".join([_("Map of the report."), *told]))


def _boxes(report: Report) -> list[tuple[str, str, Sequence[str]]]:
    boxes: list[tuple[str, str, Sequence[str]]] = [("", _("What was tested"), _tested(report))]
    for name, heading in GROUPS:
        names = list(
            dict.fromkeys(short_name(f, report) for f in report.findings if group_of(f) == name)
        )
        if names:
            left = len(names) - _SHOWN
            more = [_("and {count} more").format(count=left)] if left > 0 else []
            apart = name in {"absent_stated", "not_performed"}
            shown = [", ".join(names[:_SHOWN])] if apart else names[:_SHOWN]
            boxes.append((name, f"{_(heading)} ({len(names)})", [*shown, *more]))
    if not report.findings:
        boxes.append(("", _("Results"), [_("I could not read any result in this report.")]))
    return [*boxes, ("else", _("Everything else"), [_(_ELSE)])]


def _tested(report: Report) -> list[str]:
    said = [kind_of(report)]
    for specimen in report.specimens:
        facts = [specimen.type or "", specimen.site or ""]
        if specimen.collected:
            facts.append(_("collected {day}").format(day=day(specimen.collected)))
        if any(facts):
            said.append(_("Sample: {facts}").format(facts=", ".join(f for f in facts if f)))
    if report.dates.reported:
        said.append(_("Date of the report: {day}").format(day=day(report.dates.reported)))
    if report.laboratory:
        said.append(_("Laboratory: {name}").format(name=report.laboratory))
    return [hidden(s, report)[:120] for s in said]


_SIGNS = {
    "present": '<circle class="ink" cx="{x}" cy="{y}" r="7"/>',
    "uncertain": '<circle class="hole" cx="{x}" cy="{y}" r="7"/>'
    '<path class="ink" d="M{x} {top}a7 7 0 0 0 0 14z"/>',
    "absent_stated": '<circle class="hole" cx="{x}" cy="{y}" r="7"/>',
    "not_performed": '<path class="line" d="M{left} {y}h14"/>',
}
"""A sign beside each heading: full, half, empty, a dash."""


def _sign(name: str, y: float) -> str:
    x = PAD + 7
    return _SIGNS.get(name, "").format(x=x, y=y, top=y - 7, left=x - 7)
