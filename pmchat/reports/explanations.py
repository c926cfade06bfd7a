"""Table rows without the long cells beside the result, which only explain it."""

from __future__ import annotations

import re
from collections.abc import Callable

from pmchat.model import Classification
from pmchat.reports.classes import read_class
from pmchat.reports.genes import find_genes
from pmchat.reports.polarity import find_cues
from pmchat.reports.variants import find_variants

_CELLS = re.compile(r"\t|\|| {3,}")
_FEW = 6  # words
_SHORT = 3  # words


def told_by(sentence: str, classified: Callable[[str], Classification | None]) -> str:
    """A row without its cells of many words; without tabs the short ones must tell a class."""
    cells = _CELLS.split(sentence)
    kept = "\t".join(c for c in cells if _is_short(c) or find_genes(c) or find_variants(c))
    return kept if "\t" in sentence or classified(kept) else sentence


def without_reason(words: str) -> str:
    """A row without its long cells, if short ones are the result: "No result", "p.R175H  VUS"."""
    cells = _CELLS.split(words)
    short = "\t".join(filter(_is_short, cells))
    answered = any(find_cues(c) and len(c.split()) <= _SHORT for c in cells)
    if not answered and not (find_variants(short) and read_class(short)):
        return words
    named = {g.symbol for g in find_genes(short)}
    return "\t".join(
        c
        for c in cells
        if _is_short(c) or find_variants(c) or {g.symbol for g in find_genes(c)} - named
    )


def _is_short(cell: str) -> bool:
    return len(cell.split()) <= _FEW
