"""The words of a PDF page, found letter by letter, also where they run up or down the page."""

from __future__ import annotations

import math

import pypdfium2 as pdfium
from pypdfium2 import raw

from pmchat.reports.words import Word

_HYPHENS = ("\ufffe", "\u0002")
_SAME_WORD = 0.35  # of the height of a letter
_SLANT = 10  # degrees

Turned = dict[int, list[Word]]
"""The words by the quarter turns of their letters (0 to 3); 4 for what is set aslant."""


def read_letters(textpage: pdfium.PdfTextPage) -> Turned:
    """The words of a page, parted at white space and wide gaps.

    Places are as if every quarter turn were upright.
    """
    text = textpage.get_text_range().replace("\r\n", "\n")
    found: Turned = {}
    current: Word | None = None
    before = 0
    count = textpage.count_chars()
    for index in range(count):
        letter = textpage.get_text_range(index, 1) if len(text) != count else text[index]
        letter = "-" if letter in _HYPHENS else letter
        if not letter.strip():
            current = None
            continue
        turn = _turn(textpage, index)
        left, bottom, right, top = _upright(textpage.get_charbox(index, loose=True), turn)
        height = max(top - bottom, 1.0)
        if (
            current is not None
            and turn == before
            and (turn == 4 or _near(current, left, bottom, height))
        ):
            current.text += letter
            current.right = max(current.right, right)
        else:
            current = Word(letter, left, right, bottom, top)
            found.setdefault(turn, []).append(current)
        before = turn
    return found


def turn_words(found: Turned) -> list[list[Word]]:
    """The words of each direction; first the one that most of the page is set in."""
    return sorted(found.values(), key=lambda words: -sum(len(word.text) for word in words))


def _near(current: Word, left: float, bottom: float, height: float) -> bool:
    same_line = abs(current.bottom - bottom) < 0.5 * height
    return same_line and -0.5 * height < left - current.right < _SAME_WORD * height


def _turn(textpage: pdfium.PdfTextPage, index: int) -> int:
    """The quarter turns of a letter to the right; 4 when it is set aslant."""
    degrees = math.degrees(raw.FPDFText_GetCharAngle(textpage.raw, index)) % 360
    quarter = round(degrees / 90)
    return quarter % 4 if abs(degrees - 90 * quarter) < _SLANT else 4


def _upright(
    box: tuple[float, float, float, float], turn: int
) -> tuple[float, float, float, float]:
    """The box on the page turned so that its letters stand upright."""
    left, bottom, right, top = box
    if turn == 3:
        return bottom, -right, top, -left
    if turn == 2:
        return -right, -top, -left, -bottom
    if turn == 1:
        return -top, left, -bottom, right
    return box
