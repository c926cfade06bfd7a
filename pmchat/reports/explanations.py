"""Table rows without the long cells beside the result, which only explain it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from pmchat.model import Classification
from pmchat.reports.classes import read_class
from pmchat.reports.genes import find_genes
from pmchat.reports.polarity import find_cues
from pmchat.reports.prose import general
from pmchat.reports.variants import find_variants

_CELL = re.compile(r"(?:(?!\t|\|| {3}| [-\u2013\u2014] ).)+")
_GENOTYPE = re.compile(r"\*\d+\w*\s?/\s?\*\d")
_FEW = 6  # words
_SHORT = 3  # words


def told_by(sentence: str, classified: Callable[[str], Classification | None]) -> str:
    """A row without its cells of many words; without tabs the short ones must tell a class."""
    cells = [m.group() for m in _CELL.finditer(sentence)]
    kept = "\t".join(c for c in cells if _is_short(c) or find_genes(c) or find_variants(c))
    return kept if "\t" in sentence or classified(kept) else sentence


def find_reasons(words: str) -> Iterator[tuple[int, int]]:
    """The cells of a row that speak in general, if short ones are the result.

    "PALB2  c.509_510del  PATHOGENIC    Relatives may be tested": the last says nothing of PALB2.
    """
    cells = list(_CELL.finditer(words))
    short = "\t".join(c.group() for c in cells if _is_short(c.group()))
    answered = any(find_cues(c.group()) and len(c.group().split()) <= _SHORT for c in cells)
    classed = find_variants(short) and read_class(short)
    if not (answered or classed or _GENOTYPE.search(short)):
        return
    named = {g.symbol for g in find_genes(short)}
    for cell in cells:
        told = find_variants(cell.group()) or {g.symbol for g in find_genes(cell.group())} - named
        if len(cell.group().split()) > _SHORT and not told and general(cell.group()):
            yield cell.span()


def without(words: str, spans: list[tuple[int, int]]) -> str:
    """The words with blanks in place of the spans."""
    for start, end in spans:
        words = words[:start] + " " * (end - start) + words[end:]
    return words


def _is_short(cell: str) -> bool:
    return len(cell.split()) <= _FEW
