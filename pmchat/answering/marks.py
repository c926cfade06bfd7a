"""Reads the sentences and their marks out of what a model writes, piece by piece."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pmchat.text import sentences

MOST_UNMARKED = 800
"""Characters without a mark after which no more are expected."""

_MARKS = r"\[\s*\d{1,2}(?:\s*[,;]\s*\d{1,2})*\s*\]"
_MARKED = re.compile(
    rf"(?P<text>[^\n]*?)(?P<marks>{_MARKS}(?:[\s,]{{0,2}}{_MARKS})*)(?P<end>[.!?]?)"
)
_LEAD = re.compile(r"^[\s>*#-]*(?:\(?\d{1,2}[.)]\s+)?\**")


@dataclass(frozen=True)
class Marked:
    """A sentence as the model wrote it, with the numbers of the items that it cites."""

    text: str
    numbers: tuple[int, ...]


def read_marked(pieces: Iterable[str]) -> Iterator[Marked]:
    """Each marked sentence as soon as it is whole. Text without a mark of its own is left out.

    A model that goes on and on without a mark is not waited for.
    """
    rest, unmarked = "", 0
    for piece in pieces:
        rest += piece
        unmarked += len(piece)
        # The last line may go on: another mark, or the rest of a number, may follow.
        done, rest = _split(rest)
        for marked in _read(done):
            unmarked = 0
            yield marked
        if unmarked > MOST_UNMARKED:
            return
    yield from _read(rest)


def _split(text: str) -> tuple[str, str]:
    """What is surely whole, and what may go on."""
    last = None
    for match in _MARKED.finditer(text):
        if text[match.end() :].lstrip(" ,.")[:1] not in {"", "["}:
            last = match
    line = text.rfind("\n") + 1
    cut = max(last.end() if last else 0, line)
    return text[:cut], text[cut:]


def _read(text: str) -> Iterator[Marked]:
    for match in _MARKED.finditer(text):
        parts = sentences(_LEAD.sub("", match["text"]))
        if not parts:
            continue
        said = parts[-1].strip(" *\"'").rstrip(" ,;:")
        if said:
            end = "" if said[-1] in ".!?" else match["end"] or "."
            numbers = re.findall(r"\d+", match["marks"])
            yield Marked(said + end, tuple(dict.fromkeys(map(int, numbers))))
