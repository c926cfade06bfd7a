"""Samples of several days that a report names by letters, as in "Draw A: 06 Mar 2024"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pmchat.reports.dates import DATE, MONTH_OF_YEAR, month_of

_DAY = rf"(?P<day>{DATE}|{MONTH_OF_YEAR})"
_LETTER = r"(?-i:(?P<letter>[A-H]))"
_NAMED = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        # a specimen by its letter is of a place, and all of them count
        rf"(?<!specimen )(?<!part )(?<!block )(?<![\w-]){_LETTER}\s?[:=]\s?{_DAY}",
        rf"{_DAY} ?\({_LETTER}\b",
        rf"\b(?:draw|sample|time ?point) {_LETTER}\W{{1,3}}(?:(?:collected|drawn|taken) )?"
        rf"(?:on )?{_DAY}",
    )
)
_BARE = re.compile(r"(?:(?:draw|sample|time ?point) )?(?-i:([A-H]))", re.I)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|/\d\d(?!\d)")  # soon found, in few lines
_FEWEST = 2


def read_draws(texts: Iterable[str]) -> dict[str, str]:
    """The day of each letter; none where one is told to be of two months, or two of one day."""
    draws: dict[str, str] = {}
    for text in filter(_YEAR.search, texts):
        for match in (m for pattern in _NAMED for m in pattern.finditer(text)):
            day = draws.setdefault(match["letter"], match["day"])
            if month_of(day) != month_of(match["day"]):
                return {}
    apart = len(set(draws.values())) == len(draws)
    return draws if apart and len(draws) >= _FEWEST else {}


def with_days(headings: list[str], draws: dict[str, str]) -> list[str]:
    """The headings with the day behind each letter, when several of them are nothing but one."""
    bare = [_BARE.fullmatch(heading.strip()) for heading in headings]
    days = [draws.get(match[1]) if match else None for match in bare]
    if sum(day is not None for day in days) < _FEWEST:
        return headings
    return [f"{h}: {day}" if day else h for h, day in zip(headings, days, strict=True)]
