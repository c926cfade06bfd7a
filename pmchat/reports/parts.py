"""A report of a tumor and of the person's own genes in one: which lines are on the tumor."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pmchat.reports.genes import find_genes
from pmchat.reports.lines import Line
from pmchat.reports.polarity import find_cues

_PART = r"^\W*(?:(?:part|section|test|report)\W+(?:[A-D]|[1-4]|I{1,3}|one|two)\b\W*)?"
_TUMOR = re.compile(
    _PART + r"(?:tumou?r|somatic|FFPE)\b(?!\W*(?:content|purity|type|cells?|fraction|mutational))",
    re.IGNORECASE,
)
_PERSON = re.compile(
    _PART + r"(?:germline|hereditary|inherited|constitutional|normal|blood|saliva)\b",
    re.IGNORECASE,
)
_LONG = 14
"""More words than this are no title."""


def tumor_part(lines: Iterable[Line]) -> frozenset[tuple[int, int]]:
    """Page and number of each line from the title of the tumor's part to that of the other."""
    found = set()
    of_tumor = False
    for line in lines:
        if _is_title(line.text):
            of_tumor = bool(_TUMOR.match(line.text)) or (of_tumor and not _PERSON.match(line.text))
        if of_tumor:
            found.add((line.page, line.number))
    return frozenset(found)


def _is_title(text: str) -> bool:
    if not (_TUMOR.match(text) or _PERSON.match(text)) or len(text.split()) > _LONG:
        return False
    return not (find_genes(text) or find_cues(text) or "%" in text)
