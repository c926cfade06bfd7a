"""Chooses which sentences of the pages found are told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from pmchat.answering.lead import ON_TREATMENT, lead_of, own_pages
from pmchat.answering.levels import TAKEN_FOR, corrected, on_level, without_shares
from pmchat.answering.lookup import GENE_KINDS, drug_type, pages_about
from pmchat.answering.nearest import Found, Nearest, Told
from pmchat.answering.presumed import suits
from pmchat.answering.subject import OF_FINDINGS
from pmchat.answering.understand import Understanding
from pmchat.corpus.release import Release
from pmchat.model import Finding, Passage, SectionKind, Statement
from pmchat.retrieval.search import Hit


@dataclass(frozen=True)
class Length:
    """How many sentences are told: of the best section, of its page, and of each other page."""

    section: int
    page: int
    others: int
    of_other: int


BESIDE_REPORT = Length(section=4, page=2, others=1, of_other=1)
BESIDE_SITUATION = Length(section=3, page=1, others=0, of_other=0)
BELOW_SITUATION = Length(section=2, page=0, others=0, of_other=0)
"""Lines of the report come first, and leave less room, as does what a situation calls for, most
of all to a page that is not on what was found."""

FIRST = 4
MOST = 16
"""Without a report, how many sentences stand in front, and how many are told in all."""

_THEN_SITUATION: frozenset[SectionKind | None] = frozenset({"inheritance", "options", "next_step"})
"""What is asked of a finding, and answered by its page, before what a situation calls for."""

JOINED_SENTENCES = 2
JOINED_NEAR = 0.4
"""How many sentences tell what a finding means beside another one, and how near they must be."""

CLOSING: tuple[SectionKind, ...] = ("limits", "next_step")
CLOSING_SENTENCES = 1
CLOSING_NEAR = 0.5
"""What an answer ends with: what this does not mean, and what to do next; beside lines of a
report only what is near to the question."""

OTHER_MARGIN = 5.0
"""How far another document may be behind the first in score and still add."""

NOT_OTHER = 0.05
"""Below this nearness a sentence of the lead section is on another name than was asked for."""

NEAR = 0.3
"""How near a sentence must be to the question to be told beside the lead."""

SECTION_SHARE = 0.55
PAGE_SHARE = 0.75
"""What share of the nearest sentence's nearness others need beside lines of the report: those of
the lead section, and those of its page and other pages."""

_INHERITED = re.compile(r"\binherit|syndrome", re.IGNORECASE)
_SERVING: dict[SectionKind | None, set[SectionKind]] = {
    "inheritance": {"inheritance", "testing"},
    "meaning": {"meaning", "limits", "numbers", "how_it_works", "options"},
    "limits": {"limits", "meaning", "numbers"},
    "testing": {"testing", "limits", "next_step"},
}
"""The kinds of sections beside the lead that serve a question on a person's own result."""

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
    """What was searched; without a report, the sentences that answer best.

    Beside a report the first sentence of a section answers its heading, so it leads the best
    section, unless a sentence of that page is much nearer to the question; the rest of its page
    and pages as close follow by their nearness. Shares of people from other pages are told only
    to those who ask for numbers. What the `situation` calls for takes the place of most
    else, and stands first unless the page on what was found answers what is asked.
    """
    choice = _Choice(understanding, found, release, today)
    if not (choice.on_report or situation):
        yield from choice.alone()
        return
    length = _length(choice, situation)
    opening = choice.opening(length)
    below = choice.is_own and understanding.asked in _THEN_SITUATION
    first, then = (opening, situation) if below else (situation, opening)
    told = [*first, *(t for t in then if t not in first)]
    told += [(p, s) for p, statements in choice.around(length, told) for s in statements]
    if understanding.findings and not situation:
        told = choice.nearest_first(told)
    yield from in_parts(told)


def _length(choice: _Choice, situation: Sequence[Told]) -> Length:
    if situation:
        return BESIDE_SITUATION if choice.is_own else BELOW_SITUATION
    return BESIDE_REPORT


class _Choice:
    """What can be told of the best section found, of its page and of others."""

    def __init__(
        self, understanding: Understanding, found: Found, release: Release, today: date
    ) -> None:
        self._understanding, self._found = understanding, found
        self._release, self._today = release, today
        self._nearest = Nearest(understanding, found.nearness, release, today)
        self.on_report = bool(understanding.findings or understanding.remarks)
        self.lead = lead_of(found, understanding, release, today)
        page = [(p, s) for p in release.by_id[self.lead.document_id].passages for s in p.statements]
        self._page = without_shares(page) if _spares_figures(understanding) else page
        self._best = self._nearest.best(self._page) if self.on_report else 0.0
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
        yield from self._closing(told, least=None)

    @property
    def is_own(self) -> bool:
        """Whether the best section is of a page on what was found."""
        return self.lead.document_id in own_pages(self._understanding, self._release)

    def opening(self, length: Length) -> list[Told]:
        """What is told of a number first, the headline, and the rest of its section."""
        understanding, nearest = self._understanding, self._nearest
        first = (self.lead, self.lead.statements[0])
        # What to do in an emergency comes before all else, and what a finding is before its
        # details, unless the question draws a conclusion from it.
        keep = self.lead.kind == "urgent" or (
            understanding.findings and understanding.asked != "limits"
        )
        goes = nearest.goes(*first) and not self._is_aside(first)
        able = self._page if understanding.asked == "numbers" else without_shares(self._page)
        headline = first if keep and goes else nearest.headline(first, able)
        rest = [t for t in self._page if t not in (headline, first, *self._level)]
        own = [t for t in rest if t[0] is self.lead and not self._is_aside(t)]
        least = max(NOT_OTHER, SECTION_SHARE * self._best)
        section = nearest.of(own, length.section - 1, least)
        begin = [headline] if headline == first or not goes else [headline, first]
        return [*self._level, *begin, *section]

    def nearest_first(self, told: Sequence[Told]) -> list[Told]:
        """The sentences, the nearest one in front if it is much nearer than the first.

        What a thing is comes before its details, and what a number is not before all else.
        """
        asks_what = self._understanding.asked == "meaning"
        return list(told) if self._level or asks_what else self._nearest.first(told)

    def _is_aside(self, told: Told) -> bool:
        return bool(self._understanding.findings) and self._nearest.is_of_another(told[1].text)

    def around(self, length: Length, said: Sequence[Told]) -> Iterator[Part]:
        """What is told besides: of two results, of the rest of the page, of other pages."""
        understanding, nearest, release = self._understanding, self._nearest, self._release
        pairs = [p.told for p in self._found.pairs if _is_asked(p.told, understanding)]
        both = nearest.of(
            [t for t in pairs if t not in said], JOINED_SENTENCES, JOINED_NEAR, any_name=True
        )
        rest = [t for t in self._page if t[0] is not self.lead and t not in [*said, *both]]
        if self.on_report:
            rest = [t for t in rest if _serves(t[0].kind, understanding)]
        least = max(NEAR, PAGE_SHARE * self._best)
        beside = nearest.of(rest, length.page, least)
        yield from in_parts([*both, *beside])
        said = [*said, *both, *beside]
        yield from explain_findings(understanding, self._found, release, self._today, said)
        others = [
            p
            for p in _others(self._found.hits, self.lead)
            if not (understanding.findings and nearest.is_foreign(release.by_id[p.document_id]))
        ]
        yield from _other_pages(
            understanding, others[: length.others], nearest, length.of_other, least
        )
        yield from self._closing(said, CLOSING_NEAR)

    def _closing(self, said: Sequence[Told], least: float | None) -> Iterator[Part]:
        for kind in CLOSING:
            closing = [t for t in self._page if t[0].kind == kind and t not in said]
            yield from in_parts(self._nearest.of(closing, CLOSING_SENTENCES, least))


def _together(ranked: Sequence[Told]) -> list[Told]:
    """The first, then the others by section, the best section first, in the order of the page."""
    if not ranked:
        return []
    best = list(dict.fromkeys(p.id for p, _ in ranked))
    rest = sorted(ranked[1:], key=lambda t: (best.index(t[0].id), t[0].statements.index(t[1])))
    return [ranked[0], *rest]


def _other_pages(
    understanding: Understanding,
    passages: Sequence[Passage],
    nearest: Nearest,
    count: int,
    least: float,
) -> Iterator[Part]:
    """What pages that are nearly as close as the first add to it."""
    for passage in passages:
        told = [(passage, s) for s in passage.statements if not nearest.is_aside(s)]
        told = told if understanding.asked == "numbers" else without_shares(told)
        yield from in_parts(nearest.of(told, count, least))


def _serves(kind: SectionKind, understanding: Understanding) -> bool:
    """Whether a section tells anything of the kind of thing that is asked; of what was not found
    no treatment is told."""
    asked = understanding.asked
    missed = bool(understanding.findings) and not understanding.has_found
    if missed and kind in _TREATING and kind != asked:
        return False
    if kind == "urgent":
        return asked in ON_TREATMENT
    return asked not in _SERVING or kind in _SERVING[asked]


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


def _others(hits: Sequence[Hit], lead: Passage) -> list[Passage]:
    """A passage each of other documents that are nearly as close as the first."""
    found: dict[str, Passage] = {}
    for hit in hits:
        near = hits[0].score.score - hit.score.score <= OTHER_MARGIN
        if near and hit.passage.document_id != lead.document_id:
            found.setdefault(hit.passage.document_id, hit.passage)
    return list(found.values())
