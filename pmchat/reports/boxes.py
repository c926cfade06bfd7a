"""Boxes to tick, behind or in front of their words: "Stable [X]   Equivocal [ ]"."""

from __future__ import annotations

import re

from pmchat.reports.polarity import find_cues

_EMPTY = re.compile(r"\[ ?\]|[\u2610\u25a1]")
_BOX = re.compile(rf"{_EMPTY.pattern}|\[ ?[xX\u2713\u2714] ?\]|[\u2611\u2612\u25a0]")
_WORDS = r"(?:(?!\s{2}|[|\t\[\u2610-\u2612\u25a0\u25a1]).){0,60}"
_IN_FRONT = re.compile(rf"(?:{_EMPTY.pattern}) *{_WORDS}")
# A lone box may be no choice at all: what stands across a wide space is not its own.
_LONE = re.compile(rf"(?:{_EMPTY.pattern}){_WORDS}")
# Where the words of the first box begin: behind its label or wide space.
_BEGIN = re.compile(r"[:|\t;]\s*|\s{2,}|^\s*")
_END = re.compile(r"\s*(?:$|[|\t;.(])")
_WIDE = re.compile(r"\s{2,}(?=\S)([^|\t;.(]*)")


def without_unticked(text: str) -> str:
    """The text with blanks for each box that is not ticked and the words beside it."""
    boxes = list(_BOX.finditer(text))
    if not boxes:
        return text
    before = text[: boxes[0].start()].rstrip()
    begin = [m.end() for m in _BEGIN.finditer(before)][-1]
    starts = [begin, *(box.end() for box in boxes[:-1])]
    if not _behind(text, boxes, starts):
        pattern = _LONE if len(boxes) == 1 else _IN_FRONT
        return pattern.sub(lambda m: " " * len(m[0]), text)
    for start, box in zip(starts, boxes, strict=True):
        if _EMPTY.fullmatch(box.group()):
            text = text[:start] + " " * (box.end() - start) + text[box.end() :]
    return text


def _behind(text: str, boxes: list[re.Match[str]], starts: list[int]) -> bool:
    """True for boxes that each have words in front, and none of theirs behind the last.

    Words across a wide space are of something else only when the first box has a result in front
    of it and the last has none behind: "ER  [X]  Positive  [ ]  Negative" has its own there.
    """
    fronts = [text[start : box.start()] for start, box in zip(starts, boxes, strict=True)]
    end = boxes[-1].end()
    wide = _WIDE.match(text, end)
    told = wide is not None and find_cues(fronts[0]) and not find_cues(wide[1])
    return bool(_END.match(text, end) or told) and all(re.search(r"\w", f) for f in fronts)
