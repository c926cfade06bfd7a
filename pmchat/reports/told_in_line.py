"""Results of several days within one line: only the last is kept."""

from __future__ import annotations

import re

from pmchat.reports.dates import DATE, DAY_OF_YEAR, MONTH_OF_YEAR, latest
from pmchat.reports.values import NUMBER

_RESULT = (
    rf"(?:[<>]?\s?{NUMBER}\s?%(?:\s?IS)?|not (?:detected|found|seen)|undetectable|undetected"
    r"|negative|positive|detected|ND)"
)
_DATED = re.compile(rf"(?<=[:,;] )({_RESULT})\s\((?P<day>{DATE}|{MONTH_OF_YEAR})\),?", re.I)
# "04-MAY: detected, ratio 0.42   20-JUL: not detected"
_LABELLED = re.compile(
    rf"(?<!\w)(?P<day>{DATE}|{MONTH_OF_YEAR}|{DAY_OF_YEAR}):\s(?:(?!\s{{2}}|;).)+", re.I
)
_ARROWS = re.compile(rf"(?:{_RESULT}\s*(?:-+>|=+>)\s*)+(?={_RESULT})", re.I)
# "rose from undetectable to 4.1 %"
_FROM = re.compile(rf"\bfrom {_RESULT}(?= to {_RESULT})", re.I)
_FEWEST = 2


def only_last(text: str) -> str:
    """The text with blanks in place of results that a later one follows.

    "4.1% (Jan 2026), ND (May 2026)", "4.1% -> ND", "from 4.1% to undetectable" and
    "04-MAY: detected  20-JUL: not detected" leave the last.
    """
    for pattern in (_ARROWS, _FROM):
        text = pattern.sub(lambda m: " " * len(m[0]), text)
    for pattern in (_DATED, _LABELLED):
        text = _only_latest(text, list(pattern.finditer(text)))
    return text


def _only_latest(text: str, dated: list[re.Match[str]]) -> str:
    """The text with blanks in place of all results but that of the last day."""
    last = latest([m["day"] for m in dated]) if len(dated) >= _FEWEST else None
    if last is None:
        return text
    for place, match in enumerate(dated):
        if place != last:
            text = text[: match.start()] + " " * len(match[0]) + text[match.end() :]
    return text
