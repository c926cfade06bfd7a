"""The cancer that a report names as the person's own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pmchat.model import Family
from pmchat.reports.lines import Line

_LABEL = re.compile(
    r"(?:^\s*|\s{2}|[|\t;]\s*)(?:(?:primary|clinical|current|submitted|referring|pathologic(?:al)?"
    r"|final|cancer|tumou?r|patient(?:'s)?)\s+){0,2}"
    r"(?:diagnosis|disease|indication|(?:tumou?r|cancer) type|primary (?:site|tumou?r))"
    r"(?:\s*:|\s)\s*"
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
    r"%|\b(?:is|are|was|were|has|have|may|can|not|did|we|you|thank|supports?|agree|occurs?|predicts?"
    r"|identified|associated|suggests?|treated|FDA|approv\w+|trials?|clinic)\b",
    re.IGNORECASE,
)
"""What the name of a cancer does not hold: words of a sentence, or on a drug."""

_SAID = re.compile(
    r"\b(?:supports?|confirms?|agree with|consistent with) (?:the|an?) diagnosis of "
    r"(?P<named>[^.,;:(]+?)(?=\s*(?:[.,;:(]|$|\b(?:with|and|or)\b))",
    re.IGNORECASE,
)
_OF_TEST = re.compile(r"\b(?:panel|profile|report|test)\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?<=[A-Za-z)]{2})(?<!\b[Nn]o)\.\s+(?=[A-Z])")
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
    named = list(_named(own))
    plain = (name for name in named if not _OF_TEST.search(name))  # rather than the test's title
    ways = (_labelled(own), plain, _said(own), iter(named))
    found = next((name for way in ways for name in way), None)
    return found[:_LONGEST] if found else None


def _labelled(lines: Sequence[str]) -> Iterator[str]:
    for match in filter(None, map(_LABEL.search, lines)):
        if not _TITLE.match(match["named"]) and "%" not in match["named"]:
            yield match["named"].strip(" :,.")


def _said(lines: Sequence[str]) -> Iterator[str]:
    return (match["named"].strip() for match in filter(None, map(_SAID.search, lines)))


def _named(lines: Sequence[str]) -> Iterator[str]:
    # a line that begins small is the rest of a sentence
    whole = (line.strip() for line in lines if not line.strip()[:1].islower())
    cells = (cell for line in whole for cell in _CELLS.split(line))
    named = (part.strip(" :,;.-") for cell in cells for part in _SENTENCE_END.split(cell))
    return (name for name in named if _CANCER.search(name) and not _NO_NAME.search(name))
