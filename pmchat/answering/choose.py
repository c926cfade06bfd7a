"""Chooses which sentences of the pages found are told."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from datetime import date
from itertools import groupby

from pmchat.answering.evidence import SIDE_EFFECT_KINDS
from pmchat.answering.lead import lead_of, own_pages
from pmchat.answering.levels import TAKEN_FOR, corrected, on_level, without_shares
from pmchat.answering.lookup import GENE_KINDS, drug_type, pages_about
from pmchat.answering.nearest import Found, Nearest, Told
from pmchat.answering.presumed import suits
from pmchat.answering.subject import OF_FINDINGS
from pmchat.answering.understand import Understanding
from pmchat.answering.worth import TOLD, Worth
from pmchat.corpus.release import Release
from pmchat.model import Finding, Passage, SectionKind, Statement

NEAR_ONES = 40
LEAST_NEAR = 0.25
BEST, BEGINNING = 6, 3
PASSED_ON = 2
MOST_BESIDE = 7
FEWEST = 3
"""Beside a report, how many sentences are weighed, how near they must be however good their section
is, of how many sections the first ones are weighed too, how many tell how a change from birth is
passed on, and how many are told beside what the situation calls for."""

FIRST = 4
MOST = 16
"""Without a report, how many sentences stand in front, and how many are told in all."""

JOINED_SENTENCES = 2
JOINED_NEAR = 0.4
"""How many sentences tell what a finding means beside another one, and how near they must be."""

CLOSING: tuple[SectionKind, ...] = ("limits", "next_step")
CLOSING_SENTENCES = 1
"""What an answer ends with: what this does not mean, and what to do next."""

NEAR = 0.3
"""How near a sentence must be to a finding to be told of it."""

_INHERITED = re.compile(r"\binherit|syndrome", re.IGNORECASE)
_TREATING: frozenset[SectionKind] = frozenset({"options", "side_effects", "how_it_works", "urgent"})

Part = tuple[Passage, tuple[Statement, ...]]
"""A passage with those of its sentences that are to be told."""


def choose(
    understanding: Understanding,
    found: Found,
    release: Release,
    today: date,
    situation: Sequence[Told] = (),
) -> Iterator[Part]:
    """The sentences that answer best; beside a report those that are worth telling most.

    Shares of people from other pages are told only to those who ask for numbers, or beside a
    report to those who do not ask in fear or for a meaning. What the `situation` calls for is
    told in any case.
    """
    choice = _Choice(understanding, found, release, today)
    if not found.relevance:
        yield from choice.alone()
        return
    yield from in_parts(choice.beside_report(situation))


class _Choice:
    """What can be told of the best section found, of its page and of others."""

    def __init__(
        self, understanding: Understanding, found: Found, release: Release, today: date
    ) -> None:
        self._understanding, self._found = understanding, found
        self._release, self._today = release, today
        self._nearest = Nearest(understanding, found.nearness, release, today)
        self.lead = lead_of(found, understanding, release, today)
        page = [(p, s) for p in release.by_id[self.lead.document_id].passages for s in p.statements]
        self._page = without_shares(page) if _spares_figures(understanding) else page
        self._level = [
            *corrected(understanding, self._nearest, release),
            *on_level(understanding, self._nearest, release),
        ]

    def alone(self) -> Iterator[Part]:
        """Without a report: the sentences that answer best, and how the page of the first closes.

        The best few come first, so that those who read no further have them.
        """
        other = [
            h.passage for h in self._found.hits if h.passage.document_id != self.lead.document_id
        ]
        aside = [(p, s) for p in other for s in p.statements]
        asks_numbers = self._understanding.asked == "numbers"
        able = [*self._page, *(aside if asks_numbers else without_shares(aside))]
        ranked = [t for t in self._nearest.ranked(able) if t not in self._level]
        told = [*self._level, *_together(ranked[:FIRST]), *_together(ranked[FIRST:MOST])]
        yield from in_parts(told)
        yield from self._closing(told)

    def beside_report(self, situation: Sequence[Told]) -> list[Told]:
        """What is worth telling most, the best sentence first, the others by section."""
        understanding, found, release = self._understanding, self._found, self._release
        own = own_pages(understanding, release)
        worth = Worth(
            understanding,
            found,
            release,
            nearest=self._nearest,
            own=own,
            lead=self.lead,
            situation=situation,
        )
        near = self._near_ones(own)
        near = without_shares(near) if _spares_figures(understanding) else near
        able = dict.fromkeys([*situation, *near])
        values = {t: worth.of(t) for t in able if t not in self._level}
        ranked = sorted(values, key=lambda t: -values[t])
        others = [t for t in ranked if t not in situation]
        worthy = sum(values[t] >= TOLD for t in others)
        others = others[: max(FEWEST, min(worthy, MOST_BESIDE - len(situation)))]
        told = [t for t in ranked if t in situation or t in others]
        both = self._of_two(told)
        said = list(
            dict.fromkeys([*self._opening(), *self._level, *told[:1], *both, *_together(told)])
        )
        around = explain_findings(understanding, found, release, self._today, said)
        return [*said, *((p, s) for p, statements in around for s in statements)]

    def _opening(self) -> list[Told]:
        """What comes before all else: what to do in an emergency, and how what was found from
        birth is passed on."""
        first, *rest = [(self.lead, s) for s in self.lead.statements]
        of_kin = self._understanding.asked == "inheritance" == self.lead.kind
        if not self._nearest.goes(*first):
            return []
        if of_kin and self._understanding.inherited:
            return [first, *self._nearest.of(rest, PASSED_ON - 1, least=None)]
        return [first] if self.lead.kind == "urgent" else []

    def _of_two(self, told: Sequence[Told]) -> list[Told]:
        """What two results mean beside each other."""
        pairs = [p.told for p in self._found.pairs if _is_asked(p.told, self._understanding)]
        able = [t for t in pairs if t not in told]
        return self._nearest.of(able, JOINED_SENTENCES, JOINED_NEAR, any_name=True)

    def _near_ones(self, own: Container[str]) -> list[Told]:
        """The sentences of the pages found and of the `own` ones that answer best and go with the
        report, and how the best sections begin."""
        hits, relevance, nearest = self._found.hits, self._found.relevance, self._nearest
        found = {h.passage.document_id for h in hits}
        pages = [d for d in self._release.documents if d.id in found or d.id in own]
        able = [
            (p, s, r)
            for d in pages
            for p in d.passages
            if p.is_fresh(self._today)
            for s, r in zip(p.statements, relevance[p.id], strict=True)
        ]
        near = [(p, s) for p, s, _ in sorted(able, key=lambda t: -t[2])[:NEAR_ONES]]
        best = [(h.passage, s) for h in hits[:BEST] for s in h.passage.statements[:BEGINNING]]
        told = [t for t in nearest.beyond(LEAST_NEAR, [*near, *best]) if self._may_serve(t[0])]
        touched = self._understanding.findings
        return [
            (p, s)
            for p, s in told
            if nearest.goes(p, s) and not (touched and nearest.is_not_of_these(s.text))
        ]

    def _may_serve(self, passage: Passage) -> bool:
        """Whether a section is of a kind that can answer: what a medicine is for tells no side
        effects, and of what was not found no treatment is told that is not asked for."""
        asked, missed = self._understanding.asked, not self._understanding.has_found
        if self._understanding.findings and missed and passage.kind in _TREATING:
            return passage.kind == asked
        return asked != "side_effects" or passage.kind in SIDE_EFFECT_KINDS

    def _closing(self, said: Sequence[Told]) -> Iterator[Part]:
        for kind in CLOSING:
            closing = [t for t in self._page if t[0].kind == kind and t not in said]
            yield from in_parts(self._nearest.of(closing, CLOSING_SENTENCES, least=None))


def _together(ranked: Sequence[Told]) -> list[Told]:
    """The first, then the others by section, the best section first, in the order of the page."""
    if not ranked:
        return []
    best = list(dict.fromkeys(p.id for p, _ in ranked))
    rest = sorted(ranked[1:], key=lambda t: (best.index(t[0].id), t[0].statements.index(t[1])))
    return [ranked[0], *rest]


def _is_asked(told: Told, understanding: Understanding) -> bool:
    """Whether a sentence on two results can bear on the kind of thing that is asked."""
    if "VAF" in understanding.concepts:
        return False
    if understanding.asked == "inheritance" and _INHERITED.search(told[1].text):
        return True
    asked = understanding.asked
    return asked in OF_FINDINGS or asked in {"numbers", told[0].kind}


def together(
    understanding: Understanding, found: Found, release: Release, today: date
) -> Iterator[Part]:
    """What the findings of a whole report mean beside each other."""
    nearest = Nearest(understanding, found.nearness, release, today)
    both = [p.told for p in found.pairs]
    yield from in_parts(nearest.of(both, JOINED_SENTENCES, least=None, any_name=True))


def _spares_figures(understanding: Understanding) -> bool:
    """Whether shares of people are left out: fear asks for none, and a finding's meaning is not
    what happened to a group that may be another than the person's own."""
    explains = bool(understanding.findings) and understanding.asked in {"meaning", None}
    return (understanding.distressed or explains) and understanding.asked != "numbers"


def explain_findings(
    understanding: Understanding,
    found: Found,
    release: Release,
    today: date,
    told: Sequence[Told] = (),
) -> Iterator[Part]:
    """What each finding does not mean, and where it comes from, after the page about it.

    Of each kind of section the sentence that is nearest to the finding, if it is not `told`.
    """
    seen = {s.text for _, s in told}
    for finding in (f for f in understanding.findings if f.id in found.of_findings):
        nearest = Nearest(understanding, found.of_findings[finding.id], release, today)
        for document in pages_about(finding, release)[:1]:
            for kind in _around(finding, understanding):
                sections = (p for p in document.passages if p.kind == kind)
                page = [
                    (p, s)
                    for p in sections
                    for s in p.statements
                    if s.text not in seen
                    and suits(finding, s.text)
                    and not nearest.is_of_another(s.text)
                ]
                # Where a change comes from is told in general, as its section begins.
                first = kind == "inheritance" and not understanding.whole_report
                chosen = page[:1] if first else nearest.of(without_shares(page), 1, NEAR)
                seen |= {s.text for _, s in chosen}
                yield from in_parts(chosen)


def _around(finding: Finding, understanding: Understanding) -> tuple[SectionKind, ...]:
    """The kinds of sections that put a finding in its place, those not asked for only where the
    whole report is told."""
    if drug_type(finding):
        return ("side_effects", "how_it_works", "limits")
    kinds: tuple[SectionKind, ...] = ("limits",)
    if finding.origin == "germline":
        kinds = ("limits", "next_step")
    elif finding.kind in GENE_KINDS and finding.polarity == "present":
        kinds = ("inheritance", "limits")
    if understanding.whole_report:
        return kinds
    asked: set[SectionKind | None] = {"limits", understanding.asked}
    of_share = "VAF" in understanding.concepts and TAKEN_FOR.search(understanding.text)
    if understanding.asked == "meaning" and len(understanding.findings) == 1 and not of_share:
        asked.add("inheritance")  # where it comes from is part of what it is
    return tuple(k for k in kinds if k in asked)


def explain_own(
    understanding: Understanding, found: Found, release: Release, today: date, count: int
) -> Iterator[Part]:
    """The sentences of the pages on the findings touched that are nearest to the question."""
    pages = [release.by_id[i] for i in sorted(own_pages(understanding, release))]
    told = [(p, s) for d in pages for p in d.passages for s in p.statements]
    nearest = Nearest(understanding, found.nearness, release, today)
    yield from in_parts(nearest.of(without_shares(told), count, least=None))


def in_parts(chosen: Sequence[Told]) -> Iterator[Part]:
    """Sentences of one passage that follow each other, together."""
    for passage, group in groupby(chosen, key=lambda told: told[0]):
        yield passage, tuple(s for _, s in group)
