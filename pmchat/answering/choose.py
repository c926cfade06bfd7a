"""Chooses which sentences of the pages found are told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from pmchat.answering.understand import Understanding
from pmchat.corpus.release import Release
from pmchat.model import Passage, Statement
from pmchat.retrieval.search import Hit
from pmchat.retrieval.sentences import Nearness

LEAD_SENTENCES = 6
SAME_PAGE_SENTENCES = 5
OTHER_SENTENCES = 3
OTHERS = 4

OTHER_MARGIN = 5.0
"""How far another document may be behind the first in score and still add."""

NEAR = 0.3
"""How near a sentence must be to the question to be told beside the lead."""

OTHER_NAME = 0.5
"""What a sentence loses that is on another gene, variant or drug than those asked for."""

_SHARE = re.compile(r"\b\d[\d,.]* (?:of|in|out of) (?:every |the )?\d|\bpercent\b")

Part = tuple[Passage, tuple[Statement, ...]]
"""A passage with those of its sentences that are to be told."""

Told = tuple[Passage, Statement]
"""A sentence with the passage that it stands in."""


@dataclass(frozen=True)
class Found:
    """What a search brought: passages, best first, and how near each sentence is."""

    hits: Sequence[Hit]
    nearness: Nearness


def choose(
    understanding: Understanding, found: Found, release: Release, today: date
) -> Iterator[Part]:
    """What was searched: the best section, the rest of its page, and pages nearly as close.

    The first sentence of a section answers its heading, so the best section
    keeps it; the others are the sentences that are nearest to the question.
    Shares of people from other pages are told only to those who ask for numbers.
    """
    nearest = _Nearest(understanding, found.nearness, release, today)
    lead = found.hits[0].passage
    first, rest = lead.statements[:1], lead.statements[1:]
    chosen = nearest.of([(lead, s) for s in rest], LEAD_SENTENCES - 1, least=None)
    yield lead, (*first, *(s for _, s in chosen))
    page = release.by_id[lead.document_id].passages
    beside = [(p, s) for p in page if p is not lead for s in p.statements]
    yield from _parts(nearest.of(beside, SAME_PAGE_SENTENCES, NEAR))
    numbers_wanted = understanding.asked == "numbers"
    for passage in _others(found.hits):
        told = [(passage, s) for s in passage.statements if numbers_wanted or not _is_share(s)]
        yield from _parts(nearest.of(told, OTHER_SENTENCES, NEAR))


def _parts(chosen: Sequence[Told]) -> Iterator[Part]:
    for passage, group in groupby(chosen, key=lambda told: told[0]):
        yield passage, tuple(s for _, s in group)


def _is_share(statement: Statement) -> bool:
    return bool(_SHARE.search(statement.text))


def _others(hits: Sequence[Hit]) -> list[Passage]:
    """A passage each of other documents that are nearly as close as the first."""
    lead = hits[0]
    found = {lead.passage.document_id: lead.passage}
    for hit in hits[1:]:
        if lead.score.score - hit.score.score <= OTHER_MARGIN and len(found) <= OTHERS:
            found.setdefault(hit.passage.document_id, hit.passage)
    return list(found.values())[1:]


class _Nearest:
    """Chooses the sentences that are nearest to a question."""

    def __init__(
        self, understanding: Understanding, nearness: Nearness, release: Release, today: date
    ) -> None:
        self._nearness = nearness
        self._today = today
        self._lexicon = release.lexicon
        names = self._single(understanding.entities)
        self._asked = names | {r for n in names for r in release.lexicon.related(n)}

    def of(self, told: Sequence[Told], count: int, least: float | None) -> list[Told]:
        """At most `count` sentences of passages that have not expired, in their order."""
        fresh = [(p, s) for p, s in told if not (p.expires and p.expires < self._today)]
        values = {id(s): self._value(p, s) for p, s in fresh}
        near = [t for t in fresh if least is None or values[id(t[1])] >= least]
        best = {id(s) for _, s in sorted(near, key=lambda t: -values[id(t[1])])[:count]}
        return [t for t in near if id(t[1]) in best]

    def _value(self, passage: Passage, statement: Statement) -> float:
        value = float(self._nearness[passage.id][passage.statements.index(statement)])
        return value - OTHER_NAME if self._is_of_another(statement.text) else value

    def _is_of_another(self, text: str) -> bool:
        """Whether a sentence names genes, drugs or variants, and none of those asked for."""
        if not self._asked:
            return False
        named = self._single(self._lexicon.entities(text))
        variants, asked = self._variants(named), self._variants(self._asked)
        if variants and asked:
            return not variants & asked
        return bool(named) and not named & self._asked

    def _single(self, entities: Iterable[str]) -> set[str]:
        """Genes, variants and drugs: what is true of one is not true of another."""
        kinds = {"genes", "variants", "drugs"}
        return {e for e in entities if self._lexicon.entries[e].kind in kinds}

    def _variants(self, names: set[str]) -> set[str]:
        return {e for e in names if self._lexicon.entries[e].kind == "variants"}
