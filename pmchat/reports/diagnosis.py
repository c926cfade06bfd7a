"""The cancer that a report names as the person's own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pmchat.model import Family
from pmchat.reports.lines import Line

_LABEL = re.compile(
    r"(?:^|\s{2,}|[|\t;])\s*(?:(?:primary|clinical|current|submitted|referring|pathologic(?:al)?"
    r"|final|cancer|tumou?r|patient(?:'s)?)\s+){0,2}"
    r"(?:diagnosis|disease|indication|(?:tumou?r|cancer) type|primary (?:site|tumou?r))"
    r"\s*(?::|\s)\s*"
    r"(?P<named>[A-Z][^|\t\n]*?)(?=\s{2,}|[|\t]|$)",
    re.IGNORECASE,
)
_CANCER = re.compile(
    r"carcinoma|melanoma|leuk(?:a)?emia|lymphoma|myeloma|glioblastoma|astrocytoma|sarcoma"
    r"|oligodendroglioma|mesothelioma",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"\b(?:family|mother|father|sister|brother|aunt|uncle|relatives?|history|risk"
    r"|panel for|patients with|found in)\b",
    re.IGNORECASE,
)
"""Words of a line on a relative, on the past, or on people in general."""
_NO_NAME = re.compile(
    r"%|\.\s*$|\.\s+[A-Z]|\b(?:is|are|was|were|has|have|may|can|not|FDA|approv\w+|treated|trials?"
    r"|panel|profile|report)\b"
)
"""What the name of a cancer does not hold: words of a sentence, or on a drug."""

_TITLE = re.compile(r"^[A-Z][A-Z ]{6,}")
_CELLS = re.compile(r"\s{2,}|[|\t]")
_HEREDITARY: frozenset[Family] = frozenset({"germline", "pgx", "consumer"})
"""Reports on the person and not on a tumor."""

_LINES = 60
_LONGEST = 80


def read_diagnosis(lines: Sequence[Line], family: Family) -> str | None:
    """What stands behind "Diagnosis" or "Tumor type", or a cancer named near the top."""
    if family in _HEREDITARY:
        return None
    own = [line.text for line in lines[:_LINES] if not _ASIDE.search(line.text)]
    found = next(_labelled(own), None) or next(_named(own), None)
    return found[:_LONGEST] if found else None


def _labelled(lines: Sequence[str]) -> Iterator[str]:
    for match in filter(None, map(_LABEL.search, lines)):
        if not _TITLE.match(match["named"]) and "%" not in match["named"]:
            yield match["named"].strip(" :,.")


def _named(lines: Sequence[str]) -> Iterator[str]:
    # a line that begins small is the rest of a sentence
    whole = (line.strip() for line in lines if not line.strip()[:1].islower())
    cells = (cell.strip(" :,;") for line in whole for cell in _CELLS.split(line))
    return (cell for cell in cells if _CANCER.search(cell) and not _NO_NAME.search(cell))
