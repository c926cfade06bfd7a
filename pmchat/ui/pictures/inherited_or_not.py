"""A change a person was born with beside one that is only in the tumor."""

from __future__ import annotations

from pmchat.i18n import N_, _
from pmchat.ui.pictures.svg import WIDTH, Picture, arrow, drawing, lines, text

HEADS = (N_("Inherited\n(germline)"), N_("Only in the tumor\n(somatic)"))
WHERE = (N_("in nearly every cell\nof the body"), N_("only in cells\nof the tumor"))
CHILDREN = (N_("can be passed\nto a child"), N_("is not passed\nto a child"))
KEY = N_("Each dot stands for cells with the change.")
WORDS = N_(
    "Two people side by side. Each dot stands for cells with the change. Left, inherited "
    "(germline): the change is in nearly every cell of the body, so dots fill the whole body. It "
    "can be passed to a child, so an arrow leads to a child full of dots. Right, only in the tumor "
    "(somatic): the change is only in cells of the tumor, so dots fill one round spot in the "
    "chest. It is not passed to a child, so the way to the child is crossed out, and the child has "
    "no dots."
)

_TOP = 64.0
_FOOT = 210.0
_CHILD = 262.0


def inherited_or_not() -> Picture:
    """Two columns: the body, where the change is, and the child."""
    parts = [f'<path class="rule" d="M{WIDTH / 2} 14V388"/>']
    for column, x in enumerate((WIDTH / 4, 3 * WIDTH / 4)):
        name, *more = _(HEADS[column]).splitlines()
        parts += [text(x, 28, name, "b", "middle"), *_middle(x, 46, more)]
        parts.append(_body(x, _TOP, 1.0))
        parts += _middle(x, _FOOT, _(WHERE[column]).splitlines())
        parts.append(_body(x, _CHILD + 20, 0.5))
        parts += _middle(x, 372, _(CHILDREN[column]).splitlines())
    left, right = WIDTH / 4, 3 * WIDTH / 4
    parts += [_dots(left, _TOP, 1.0), _dots(left, _CHILD + 20, 0.5), _tumor(right)]
    parts.append(arrow(left, _FOOT + 30, left, _CHILD + 14))
    parts.append(f'<path class="rule dash" d="M{right} {_FOOT + 30}V{_CHILD + 10}"/>')
    parts.append(f'<path class="line" d="M{right - 9} {_FOOT + 34}l18 18m0 -18l-18 18"/>')
    parts.append(lines(14, 420, [_(KEY)], "s"))
    return Picture(drawing(434, *parts), _(WORDS))


def _middle(x: float, y: float, said: list[str]) -> list[str]:
    return [text(x, y + i * 18, line, "", "middle") for i, line in enumerate(said)]


def _body(x: float, y: float, size: float) -> str:
    """A head and a body, `size` 1 for a grown person."""
    r, shoulder, height = 19 * size, 40 * size, 78 * size
    top = y + 2 * r + 4 * size
    return (
        f'<circle class="hole" cx="{x:g}" cy="{y + r:g}" r="{r:g}"/>'
        f'<path class="hole" d="M{x - shoulder:g} {top + height:g}v{-height + 22 * size:g}'
        f"q0 {-22 * size:g} {22 * size:g} {-22 * size:g}h{2 * shoulder - 44 * size:g}"
        f'q{22 * size:g} 0 {22 * size:g} {22 * size:g}v{height - 22 * size:g}z"/>'
    )


def _dots(x: float, y: float, size: float) -> str:
    """Dots all over the head and the body."""
    places = [(0, 12), (-9, 24), (9, 24)]
    places += [(dx, dy) for dy in (58, 76, 94, 110) for dx in (-27, -9, 9, 27)]
    return "".join(_dot(x + dx * size, y + dy * size, 3.2 * size + 0.5) for dx, dy in places)


def _tumor(x: float) -> str:
    """A round spot in the chest with dots in it."""
    cx, cy = x + 16, _TOP + 74
    around = ((0, 0), (-7, -5), (7, -5), (-6, 6), (7, 6))
    return f'<circle class="rule" cx="{cx:g}" cy="{cy:g}" r="17"/>' + "".join(
        _dot(cx + dx, cy + dy, 3) for dx, dy in around
    )


def _dot(x: float, y: float, r: float) -> str:
    return f'<circle class="ink" cx="{x:g}" cy="{y:g}" r="{r:g}"/>'
