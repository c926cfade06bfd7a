"""A report of a tumor and of the person's own genes in one: which lines are on the tumor."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from pmchat.reports.genes import find_genes
from pmchat.reports.lines import Line
from pmchat.reports.polarity import find_cues
from pmchat.reports.rows import Row

_LABEL = r"\W*(?:part|section|test|report)\W+(?:[A-D]|[1-4]|I{1,3}|one|two)\b\W*"
_ALONE = (
    r"(?: (?:DNA|tissue|sample|specimen))?(?: (?:results?|findings|variants|analysis|report|part"
    r"|panel|test))?(?:\s*\([^()]*\))?\s*(?:$|:\s*$|\s{2,})"
)


def _title(names: str) -> re.Pattern[str]:
    """A part's title: behind "Part B", or nothing but its name."""
    return re.compile(rf"{_LABEL}(?:{names})\b|\W*(?:{names})\b{_ALONE}", re.IGNORECASE)


_TUMOR = _title(r"tumou?r|somatic|FFPE")
_PERSON = _title(r"germline|hereditary|inherited|constitutional|normal|blood|saliva")


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


def without_origin(row: Row) -> Row:
    """A row of the tumor's part without the origin that the title of the other part told."""
    if row.section.origin != "germline":
        return row
    return replace(row, section=replace(row.section, origin=None))


def _is_title(text: str) -> bool:
    if not (_TUMOR.match(text) or _PERSON.match(text)):
        return False
    return not (find_genes(text) or find_cues(text) or "%" in text)
