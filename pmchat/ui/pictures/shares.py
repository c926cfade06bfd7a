"""VAF: the share of DNA reads that show each change."""

from __future__ import annotations

from pmchat.i18n import N_, _
from pmchat.model import Finding, Report
from pmchat.reports.compare import amount
from pmchat.ui.pictures.names import short_name
from pmchat.ui.pictures.svg import LINE, PAD, WIDTH, Picture, drawing, lines, text, wrapped

_SHOWN = 12
_BAR = 12
_SCALE = (WIDTH - 2 * PAD) / 100
_TITLE = N_("Share of DNA reads with each change (VAF)")


def shares(report: Report) -> Picture | None:
    """A bar for each change with a VAF in percent; None if there is none."""
    measured = [f for f in report.findings if _share(f) is not None][:_SHOWN]
    if not measured:
        return None
    title = _(_TITLE)
    heads = wrapped(title)
    y = 10.0 + len(heads) * LINE
    parts = [lines(PAD, 22, heads, "b")]
    told = []
    for finding in measured:
        share = _share(finding) or 0.0
        value = finding.value
        said = amount(value) if value else ""
        name = short_name(finding, report)
        parts.append(text(PAD, y + 20, name))
        parts.append(text(WIDTH - PAD, y + 20, said, "b", "end"))
        parts.append(_bar(y + 26, share))
        told.append(f"{name}: {said}")
        y += LINE + _BAR + 14
    parts.append(text(PAD, y + 16, "0 %", "s"))
    parts.append(text(WIDTH - PAD, y + 16, _("100 % of the reads"), "s", "end"))
    return Picture(drawing(y + 28, *parts), f"{title}. {'; '.join(told)}.")


def _bar(y: float, share: float) -> str:
    full = WIDTH - 2 * PAD
    return (
        f'<rect class="track" x="{PAD}" y="{y:g}" width="{full}" height="{_BAR}" rx="3"/>'
        f'<rect class="ink" x="{PAD}" y="{y:g}" width="{share * _SCALE:g}" height="{_BAR}" rx="3"/>'
    )


def _share(finding: Finding) -> float | None:
    value = finding.value
    if value is None or value.label != "VAF" or value.unit != "%" or value.number is None:
        return None
    return value.number if finding.polarity == "present" and 0 <= value.number <= 100 else None
