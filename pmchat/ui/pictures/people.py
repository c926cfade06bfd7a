"""100 people, so many of them filled: a number of a sentence as a picture."""

from __future__ import annotations

from collections.abc import Sequence

from pmchat.i18n import N_, _
from pmchat.ui.pictures.hundred import Figure
from pmchat.ui.pictures.svg import LINE, PAD, Picture, drawing, lines, text, wrapped

FILLED = N_("{count} filled")
HALF = N_("{count} half filled: perhaps")
OUTLINED = N_("{count} outlined")
MORE = N_("there may be more")
PEOPLE = N_("{words}, drawn as 100 people: {parts}.")
CIRCLES = N_("{words}, drawn as 100 circles: {parts}.")

_CELL = 15.0
_SIDE = 10
_ARRAY = _CELL * _SIDE
_BESIDE = PAD + _ARRAY + 16
_LETTERS = 18
_ROW = _ARRAY + 18


def people(figures: Sequence[Figure]) -> Picture:
    """One array below the other, each with its words; circles where no people are counted."""
    parts = [_row(f, PAD + i * _ROW) for i, f in enumerate(figures)]
    return Picture(
        drawing(PAD + len(figures) * _ROW - 4, *parts), " ".join(_words(f) for f in figures)
    )


def _row(figure: Figure, top: float) -> str:
    head = wrapped(figure.words[0].upper() + figure.words[1:], _LETTERS)
    parts = [_array(figure, top), lines(_BESIDE, top + 13, head, "b")]
    y = top + 13 + len(head) * LINE + 6
    for line in _legend(figure):
        parts.append(text(_BESIDE, y, line, "s"))
        y += LINE
    return "".join(parts)


def _legend(figure: Figure) -> list[str]:
    said = [
        _(wording).format(count=count)
        for wording, count in (
            (FILLED, figure.sure),
            (HALF, figure.possible),
            (OUTLINED, figure.others),
        )
        if count
    ]
    return said + ([_(MORE)] if figure.is_open else [])


def _words(figure: Figure) -> str:
    words = figure.words[0].upper() + figure.words[1:]
    drawn = _(PEOPLE) if figure.of_people else _(CIRCLES)
    return drawn.format(words=words, parts=", ".join(_legend(figure)))


def _array(figure: Figure, top: float) -> str:
    """The 100 shapes in rows of ten: full ones, half ones, empty ones."""
    draw = _person if figure.of_people else _circle
    kinds = ["full"] * figure.sure + ["half"] * figure.possible + ["none"] * figure.others
    return "".join(
        draw(kind, PAD + (i % _SIDE) * _CELL, top + (i // _SIDE) * _CELL)
        for i, kind in enumerate(kinds)
    )


def _person(kind: str, x: float, y: float) -> str:
    """A head and shoulders; half filled means the left half."""
    head = f"M{x + 4.2:g} {y + 3.6:g}a2.8 2.8 0 1 0 5.6 0a2.8 2.8 0 1 0 -5.6 0z"
    body = f"M{x + 1.5:g} {y + 13:g}v-2.2q0 -3.3 3.3 -3.3h4.4q3.3 0 3.3 3.3v2.2z"
    left = (
        f"M{x + 7:g} {y + 0.8:g}a2.8 2.8 0 0 0 0 5.6z"
        f"M{x + 7:g} {y + 7.5:g}h-2.2q-3.3 0 -3.3 3.3v2.2h5.5z"
    )
    return _shape(kind, head + body, left)


def _circle(kind: str, x: float, y: float) -> str:
    """A circle; half filled means the left half."""
    whole = f"M{x + 1.5:g} {y + 7:g}a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0 -11 0z"
    return _shape(kind, whole, f"M{x + 7:g} {y + 1.5:g}a5.5 5.5 0 0 0 0 11z")


def _shape(kind: str, whole: str, half: str) -> str:
    """One of the 100: full, half or empty."""
    css = "thin ink" if kind == "full" else "thin"
    drawn = f'<path class="{css}" d="{whole}"/>'
    return f'{drawn}<path class="ink" d="{half}"/>' if kind == "half" else drawn
