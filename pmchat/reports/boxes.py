"""Boxes to tick behind the words that they belong to: "Stable [X]   Equivocal [ ]"."""

from __future__ import annotations

import re

_BOX = re.compile(r"\[ ?\]|\[ ?[xX\u2713\u2714] ?\]|[\u2610-\u2612\u25a0\u25a1]")
_EMPTY = re.compile(r"\[ ?\]|[\u2610\u25a1]")
# Where the words of the first box begin: behind its label or wide space.
_BEGIN = re.compile(r"[:|\t;]\s*|\s{2,}|^\s*")
_END = re.compile(r"\s*(?:$|[|\t;.(]|\s{2})")


def without_unticked(text: str) -> str:
    """The text with blanks for each box that is not ticked and the words in front of it.

    A text whose boxes stand in front of their words is left as it is.
    """
    boxes = list(_BOX.finditer(text))
    if not boxes or not _END.match(text, boxes[-1].end()):
        return text
    before = text[: boxes[0].start()].rstrip()
    begin = [m.end() for m in _BEGIN.finditer(before)][-1]
    starts = [begin, *(box.end() for box in boxes[:-1])]
    named = all(
        re.search(r"\w", text[start : box.start()])
        for start, box in zip(starts, boxes, strict=True)
    )
    if not named:
        return text
    for start, box in zip(starts, boxes, strict=True):
        if _EMPTY.fullmatch(box.group()):
            text = text[:start] + " " * (box.end() - start) + text[box.end() :]
    return text
