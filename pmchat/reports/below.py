"""The class of a change alone on its line, below the change and its zygosity."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from pmchat.reports.classes import read_class
from pmchat.reports.genes import find_genes
from pmchat.reports.rows import Row
from pmchat.reports.titled import after
from pmchat.reports.variants import find_variants

_CLASS = re.compile(
    r"\W*(?:(?:likely )?pathogenic|VUS|(?:variant of )?(?:uncertain|unknown) significance"
    r"|uncertain)\W*",
    re.I,
)
_ZYGOSITY = re.compile(r"\W*(?:(?:hetero|homo|hemi)zygous|het|hom)\b", re.I)
_NONE = re.compile(r"\W*(?:no|none|not|nil)\b", re.I)  # the class is a title above nothing
_LONGEST = 10  # words


def join_classes(rows: Sequence[Row]) -> list[Row]:
    """The rows with such a class joined to the change above it."""
    joined: list[Row] = []
    for index, row in enumerate(rows):
        up = _change_above(rows, index) if _CLASS.fullmatch(row.text) else 0
        if up:
            joined[-up] = after(joined[-up], row, whole=True)
        else:
            joined.append(row)
    return joined


def _change_above(rows: Sequence[Row], index: int) -> int:
    """How many rows above the change stands, or 0 where the class heads the changes below it."""
    up = 2 if index and _of_zygosity(rows[index - 1]) else 1
    block = rows[max(index - up - 1, 0) : index + 2]
    place = min(index, up + 1)
    if place < up or not all(b.follows(a) for a, b in pairwise(block[place - up : place + 1])):
        return 0
    above, below = block[: place - up], block[place + 1 :]
    heads = any(
        one.follows(block[place]) and (find_variants(one.text) or _NONE.match(one.text))
        for one in below
    )
    headed = any(_CLASS.fullmatch(one.text) for one in above)
    change = block[place - up]
    told = not find_variants(change.text) or read_class(change.text)
    return 0 if heads or headed or told else up


def _of_zygosity(row: Row) -> bool:
    """True for a line on the zygosity alone, which names no gene."""
    short = len(row.text.split()) <= _LONGEST
    return bool(_ZYGOSITY.match(row.text)) and short and not find_genes(row.text)
