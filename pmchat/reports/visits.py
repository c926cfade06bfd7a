"""Time points that a report names without a day: "Baseline", "Cycle 3", "Progression"."""

from __future__ import annotations

import re
from collections.abc import Sequence

_FIRST = re.compile(
    r"(?:at )?(?:baseline|screening|(?:initial |first )?(?:diagnosis|presentation|visit)"
    r"|pre-?(?:treatment|therapy|op\w*|surgery|dose)|before (?:treatment|therapy|surgery))",
    re.I,
)
_NUMBERED = re.compile(
    r"(?:(?:after |post |end of )?(?:cycle|week|month|visit|day|time ?point|draw"
    r"|follow-?up)|C|T|V|W|M)\s?(\d{1,3})(?:\s?D\d{1,2})?",
    re.I,
)
_LAST = re.compile(
    r"(?:at )?(?:(?:first |second |disease )?(?:progression|relapse|recurrence)|follow-?up"
    r"|end of (?:treatment|therapy)|post-?(?:treatment|therapy|op\w*|surgery)|EOT"
    r"|after (?:treatment|therapy|surgery))",
    re.I,
)


_MARKED = re.compile(r"\((?:now|current|latest|today|this(?: \w+)?)\)", re.I)


def is_visit(heading: str) -> bool:
    """True for a heading that is nothing but the name of a time point."""
    return _rank(heading) is not None


def latest_visit(headings: Sequence[str]) -> int | None:
    """Which of the time points is the last, by its name; None where the names have no order."""
    marked = [i for i, heading in enumerate(headings) if _MARKED.search(heading)]
    if len(marked) == 1:
        return marked[0]
    ranks = [rank for heading in headings if (rank := _rank(heading)) is not None]
    if len(ranks) < len(headings) or len(set(ranks)) < len(ranks) or not ranks:
        return None
    ordered = sorted(ranks)
    return len(ranks) - 1 if ranks == ordered else 0 if ranks == ordered[::-1] else None


def _rank(heading: str) -> tuple[int, int] | None:
    words = " ".join(_MARKED.sub("", heading).split()).strip(" :()")
    if _FIRST.fullmatch(words):
        return 0, 0
    if match := _NUMBERED.fullmatch(words):
        return 1, int(match[1])
    return (2, 0) if _LAST.fullmatch(words) else None
