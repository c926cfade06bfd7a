"""Names in a series that commas and semicolons part: one word on a result may be said of all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from pmchat.model import Polarity
from pmchat.reports.biomarkers import find_marks
from pmchat.reports.genes import find_genes
from pmchat.reports.item import Item
from pmchat.reports.polarity import find_cues
from pmchat.reports.values import read_copies, read_fraction

_PARTED = re.compile(r"[\s)]*[;,][\s(]*(?:(?:and|or)\s+)?")
_FEWEST = 3  # names
_LEAD_LINES = 3
_BULLET = re.compile(r"^\s*[*\u25cf\u25aa\u25e6>-]\s+")
_LABEL = re.compile(r"[^.;:]{0,60}:(?!:)")


@dataclass(frozen=True)
class Scoped:
    """What was found for an item: polarity, the cue's span, and how it was reached.

    `doubt`: it may be said of another item: "BRCA1/BRCA2: positive", "ALK fusion; MET: negative".
    """

    polarity: Polarity | None
    cue: tuple[int, int] | None = None
    own: bool = False
    doubt: bool = False


def along_series(text: str, items: Sequence[Item], results: list[Scoped]) -> list[Scoped]:
    """In "No evidence of EGFR C797S; ALK fusion; MET exon 14 skipping" the denial is of all."""
    out, start = list(results), 0
    while start < len(items):
        stop = start + 1
        while stop < len(items) and _parted(text, items[stop - 1], items[stop]):
            stop += 1
        if any(";" in text[a.end : b.start] for a, b in pairwise(items[start:stop])):
            out[start:stop] = _of_all(text, items[start:stop], out[start:stop])
        start = stop
    return out


def _parted(text: str, item: Item, following: Item) -> bool:
    return bool(_PARTED.fullmatch(text, item.end, following.start))


def _of_all(text: str, items: Sequence[Item], results: list[Scoped]) -> list[Scoped]:
    """The results of a series in which one word at an end denies; of two names it is doubtful."""
    said = {r.cue: r for r in results if r.cue is not None}
    if len(said) != 1 or all(r.polarity for r in results):
        return results
    ((cue, told),) = said.items()
    if told.polarity == "present":
        return results
    labelled = cue[0] >= items[-1].end and ":" in text[items[-1].end : cue[0]]
    if len(items) >= _FEWEST and (cue[1] <= items[0].start or labelled):
        return [replace(told, own=r.own) if r.polarity is None else r for r in results]
    return [replace(r, doubt=True) if r.polarity is None else r for r in results]


def series_goes_on(lines: Sequence[str], text: str, *, gap: bool) -> bool:
    """True for names below an open line of a series of what was not found, or not done."""
    last = lines[-1].rstrip()
    bullets = len(lines) > 1 and _BULLET.match(last) and _BULLET.match(text)
    if not (last.endswith((";", "|")) or (bullets and not gap)):
        return False
    names = bool(find_genes(text) or find_marks(text))
    told = find_cues(text) or read_fraction(text) or read_copies(text) or "%" in text
    return names and not told and _heads_series(" ".join(lines[:_LEAD_LINES]))


def _heads_series(head: str) -> bool:
    """True for words that begin with what holds for all names: "Not detected: ALK; RET"."""
    starts = [g.start for g in find_genes(head)] + [m.start for m in find_marks(head)]
    cues = [c for c in find_cues(head) if c.polarity != "present"]
    return any(c.end <= min(starts, default=0) or _LABEL.match(head[c.end :]) for c in cues)


def open_series(lines: Sequence[str]) -> bool:
    """True for a series of names without a result so far, which a semicolon leaves open."""
    last = lines[-1].rstrip()
    return last.endswith(";") and last.count(";") > 1 and not find_cues(" ".join(lines))
