"""How a checkpoint inhibitor works: the brake on a T cell, held and let go."""

from __future__ import annotations

from pmchat.i18n import N_, _
from pmchat.ui.pictures.svg import PAD, WIDTH, Picture, arrow, drawing, text

ON = N_("1. The brake is on")
OFF = N_("2. A drug blocks the brake")
T_CELL = N_("T cell")
CANCER = N_("cancer\ncell")
PARTNERS = ("PD-1", "PD-L1")
STOPPED = N_("off signal: the T cell does not attack")
FREE = N_("no off signal: the T cell can attack")
DRUG = N_("drug")
WORDS = N_(
    "Two drawings. 1. The brake is on: PD-1 on a T cell and PD-L1 on a cancer cell are joined, so "
    "the T cell gets an off signal and does not attack. 2. A drug blocks the brake: the drug lies "
    "between PD-1 and PD-L1, so they cannot join. There is no off signal, and the T cell can "
    "attack the cancer cell."
)

_R = 44.0
_APART = 196.0
_T = PAD + _R + 2
_C = WIDTH - PAD - _R - 2


def checkpoint() -> Picture:
    """Two panels, one below the other."""
    middle = WIDTH / 2
    first, second = 92.0, 92.0 + _APART
    parts = [text(PAD, 26, _(ON), "b"), _cells(first)]
    # The partners touch: a knob in a cup.
    parts.append(_cup(middle - 6, first) + _knob(middle + 4, first))
    parts.append(text(middle, first + 70, _(STOPPED), "s", "middle"))
    parts += [text(PAD, 26 + _APART, _(OFF), "b"), _cells(second)]
    parts.append(_cup(_T + _R + 18, second) + _knob(_C - _R - 18, second))
    parts.append(f'<path class="ink" d="M{middle} {second - 16:g}l11 16l-11 16l-11 -16z"/>')
    parts.append(text(middle, second - 24, _(DRUG), "s", "middle"))
    parts.append(arrow(_T + 34, second + 44, _C - 34, second + 44))
    parts.append(text(middle, second + 70, _(FREE), "s", "middle"))
    return Picture(drawing(second + 84, *parts), _(WORDS))


def _cells(y: float) -> str:
    """A round T cell, a ragged cancer cell, and the names of both and of the partners."""
    ragged = "".join(f"l{dx} {dy}" for dx, dy in _RAGGED)
    return (
        f'<circle class="hole" cx="{_T:g}" cy="{y:g}" r="{_R:g}"/>'
        f'<path class="box" d="M{_C - 40:g} {y:g}{ragged}z"/>'
        + text(_T, y + 5, _(T_CELL), "", "middle")
        + "".join(
            text(_C, y - 2 + i * 17, line, "", "middle")
            for i, line in enumerate(_(CANCER).splitlines())
        )
        + text(_T + _R + 4, y - 38, PARTNERS[0], "s")
        + text(_C - _R - 4, y - 38, PARTNERS[1], "s", "end")
    )


_RAGGED = (
    (8, -12), (-4, -14), (14, -4), (6, -14), (14, 6), (14, -6), (8, 14), (14, 2), (-2, 14),
    (10, 14), (-10, 12), (4, 14), (-14, 4), (-8, 14), (-12, -6), (-14, 6), (-8, -14), (-14, -2),
    (2, -14),
)  # fmt: skip
"""The edge of the cancer cell, from its left."""


def _cup(x: float, y: float) -> str:
    """PD-1: an arm from the T cell that ends in a cup open to the right."""
    return (
        f'<path class="line" d="M{_T + _R:g} {y:g}H{x - 8:g}"/>'
        f'<path class="line" d="M{x + 6:g} {y - 13:g}a13 13 0 0 0 0 26"/>'
    )


def _knob(x: float, y: float) -> str:
    """PD-L1: an arm from the cancer cell that ends in a knob."""
    return (
        f'<path class="line" d="M{x + 8:g} {y:g}H{_C - 40:g}"/>'
        f'<circle class="ink" cx="{x:g}" cy="{y:g}" r="8"/>'
    )
