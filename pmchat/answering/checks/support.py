"""Which sentence of a passage stands behind which part of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pmchat.answering.checks.said import Said, take_apart
from pmchat.lexicon import Lexicon

_END = re.compile(r"(?<=[\w)][.!?])(?<!\.\w\.)(?<!St\.)(?<!Dr\.)[\"')]?\s+(?=\S)|\n")
"""The end of a sentence or line; a name such as pmchat may begin the next in small letters."""
_TRIED = 3
"""How many of the nearest sentences may stand behind a part."""


@dataclass(frozen=True)
class Claim:
    """What a text says, and the sentences that may stand behind it, nearest first."""

    said: Said
    support: tuple[Said, ...]


def claims(text: str, quote: str, lexicon: Lexicon) -> Iterator[Claim]:
    """The parts of a text, each with its support in the quote.

    A sentence that one sentence of the quote covers stays whole. Else its clauses
    go to the sentences that are nearest to each, and those of one sentence stay together.
    """
    quoted = [take_apart(s, lexicon) for s in split(quote)]
    for sentence in split(text):
        said = take_apart(sentence, lexicon)
        nearest = _nearest(said, quoted)
        if not nearest or len(said.clauses) == 1 or said.keys <= nearest[0].keys:
            yield Claim(said, nearest)
            continue
        parts: dict[Said, list[int]] = {}
        for clause in said.clauses:
            closest = _nearest(clause, quoted) or nearest
            parts.setdefault(closest[0], []).append(clause.words[0].clause)
        for numbers in parts.values():
            part = said.only(*numbers)
            yield Claim(part, _nearest(part, quoted) or nearest)


def split(text: str) -> list[str]:
    """The sentences of a text, each without the space around it."""
    return [part.strip() for part in _END.split(text) if part.strip()]


def _nearest(said: Said, quoted: Sequence[Said]) -> tuple[Said, ...]:
    """The sentences that share most with what is said; only the first if it has all of it."""
    shared = {q: len(said.keys & q.keys) for q in quoted}
    some = [q for q in quoted if shared[q]]
    ranked = sorted(some, key=lambda q: (-shared[q], len(q.keys)))
    whole = bool(ranked) and said.keys <= ranked[0].keys
    return tuple(ranked[: 1 if whole else _TRIED])
