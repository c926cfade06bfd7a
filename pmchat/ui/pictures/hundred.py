"""The rule by which a sentence tells of so many of 100, and what of it can be drawn."""

from __future__ import annotations

import re
from dataclasses import dataclass

_BELOW = ("fewer than", "less than", "under", "below", "at most", "up to")
_ABOVE = ("more than", "over", "at least")
_ROUGH = ("about", "around", "near", "nearly", "almost", "only", "between", "an estimated")
_PEOPLE = (
    "people women men adults children babies girls boys relatives carriers parents patients "
    "veterans"
).split()
_NOT_BEFORE_PEOPLE = (
    "of in among for with from that who at by and or had have has get gets got were was are is"
).split()
"""Words that end what is counted: 5 of 100 cancers in people are no people."""

_FIGURE = re.compile(
    rf"(?P<hedge>(?:\b(?:{'|'.join((*_BELOW, *_ABOVE, *_ROUGH))})\s+)*)"
    r"(?<![\d.,/$-])\b(?P<low>\d{1,3})(?P<range>(?:\s+(?:to|and)\s+|\s*[-–]\s*)(?P<high>\d{1,3}))?"
    r"\s+(?:of|in|out of)\s+(?:every\s+|each\s+)?100(?![\w%-]|[.,]\d)"
    rf"(?:\s+(?:(?!(?:{'|'.join(_NOT_BEFORE_PEOPLE)})\b)[\w-]+\s+){{0,3}}?"
    rf"(?P<people>{'|'.join(_PEOPLE)})\b)?",
    re.I,
)
_OPEN_START = re.compile(r"\d\s+(?:or|and)\s+$|\d\s*[-–]\s*$")
"""Before a match: it is the second of two numbers that the rule does not read."""

_OPEN_END = re.compile(r"\s+or\s+(?:more|fewer|less|higher|lower)\b")
_DENIED = re.compile(
    r"\b(?:does|do|did) not (?:mean|hold)\b|\bis not (?:an? )?\d|\bis not the same\b", re.I
)
"""A sentence that says what a number does not mean must not be drawn."""


@dataclass(frozen=True)
class Figure:
    """So many of 100, as a sentence says it.

    `sure` are counted in any case, `possible` only perhaps: the rest of a range, or all of
    "fewer than". `is_open` tells that there may be more, as in "more than".
    """

    words: str
    sure: int
    possible: int
    is_open: bool
    of_people: bool

    @property
    def others(self) -> int:
        """Those who are not counted."""
        return 100 - self.sure - self.possible


def figures(sentence: str) -> tuple[Figure, ...]:
    """All figures of a sentence, in its order; none where it denies or cannot be read surely."""
    if _DENIED.search(sentence):
        return ()
    found = [m for m in _FIGURE.finditer(sentence) if _is_whole(m, sentence)]
    of_people = any(m["people"] for m in found)
    made = (_figure(m, of_people) for m in found)
    return tuple(dict.fromkeys(f for f in made if f is not None))


def _is_whole(match: re.Match[str], sentence: str) -> bool:
    before, after = sentence[: match.start()], sentence[match.end() :]
    return not _OPEN_START.search(before) and not _OPEN_END.match(after)


def _figure(match: re.Match[str], of_people: bool) -> Figure | None:
    hedge = " ".join(match["hedge"].lower().split())
    low = int(match["low"])
    high = int(match["high"] or low)
    if not low <= high <= 100 or ("and" in (match["range"] or "") and "between" not in hedge):
        return None
    below = any(word in hedge for word in _BELOW)
    above = any(word in hedge for word in _ABOVE)
    if (below or above) and match["high"]:
        return None
    sure = 0 if below else low
    return Figure(" ".join(match[0].split()), sure, high - sure, above, of_people)
