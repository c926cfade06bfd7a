"""A change a person was born with beside one that is only in the tumor."""

from __future__ import annotations

from pmchat.ui.pictures.svg import WIDTH, Picture, arrow, drawing, lines, text

HEADS = (("Inherited", "(germline)"), ("Only in the tumor", "(somatic)"))
WHERE = (("in nearly every cell", "of the body"), ("only in cells", "of the tumor"))
CHILDREN = (("can be passed", "to a child"), ("is not passed", "to a child"))
KEY = "Each dot stands for cells with the change."
WORDS = (
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
        parts.append(text(x, 28, HEADS[column][0], "b", "middle"))
        parts.append(text(x, 46, HEADS[column][1], "", "middle"))
        parts.append(_body(x, _TOP, 1.0))
        parts += [text(x, _FOOT + i * 18, w, "", "middle") for i, w in enumerate(WHERE[column])]
        parts.append(_body(x, _CHILD + 20, 0.5))
        parts += [text(x, 372 + i * 18, w, "", "middle") for i, w in enumerate(CHILDREN[column])]
    left, right = WIDTH / 4, 3 * WIDTH / 4
    parts += [_dots(left, _TOP, 1.0), _dots(left, _CHILD + 20, 0.5), _tumor(right)]
    parts.append(arrow(left, _FOOT + 30, left, _CHILD + 14))
    parts.append(f'<path class="rule dash" d="M{right} {_FOOT + 30}V{_CHILD + 10}"/>')
    parts.append(f'<path class="line" d="M{right - 9} {_FOOT + 34}l18 18m0 -18l-18 18"/>')
    parts.append(lines(14, 420, [KEY], "s"))
    return Picture(drawing(434, *parts), WORDS)


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
