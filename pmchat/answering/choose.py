"""Chooses which sentences of the pages found are told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

from pmchat.answering.lookup import GENE_KINDS, MAIN, pages_about
from pmchat.answering.understand import Understanding
from pmchat.corpus.release import Release
from pmchat.model import Document, Finding, Passage, SectionKind, Statement
from pmchat.retrieval.search import Hit
from pmchat.retrieval.sentences import Nearness

LEAD_SENTENCES = 6
SAME_PAGE_SENTENCES = 5
OTHER_SENTENCES = 3
OTHERS = 4

CLOSING: tuple[SectionKind, ...] = ("limits", "next_step")
CLOSING_SENTENCES = 1
"""What an answer ends with: what this does not mean, and what to do next."""

OTHER_MARGIN = 5.0
"""How far another document may be behind the first in score and still add."""

LEAD_NEARNESS = 3.0
"""What the nearness of a section's two nearest sentences counts beside its score."""

OWN_PAGE = 2.0
"""What a section of the page on the finding asked about gains over others."""

FEW = 3
"""How many findings can be touched for their pages to be preferred."""

HEADLINE_GAIN = 0.2
"""How much nearer than the first sentence of the best section another must be to lead."""

NEAR = 0.3
"""How near a sentence must be to the question to be told beside the lead."""

OTHER_NAME = 0.5
"""What a sentence loses that is on another gene, variant or drug than those asked for."""

_SHARE = re.compile(
    r"\b\d[\d,.]* (?:of|in|out of) (?:every |the )?\d|\bpercent\b|\bstud(?:y|ies)\b"
    r"|\b\d[\d,]* (?:people|women|men|children|patients)\b"
)

_NOTHING_FOUND = re.compile(
    r"\bno \S+ (?:change|fusion|mutation)|\bwithout (?:a|an|any)\b|wild[ -]type|negative\b"
    r"|\bmissing\b|not (?:found|detected)",
    re.IGNORECASE,
)
"""Words of a sentence on a result in which nothing was found."""

Part = tuple[Passage, tuple[Statement, ...]]
"""A passage with those of its sentences that are to be told."""

Told = tuple[Passage, Statement]
"""A sentence with the passage that it stands in."""


@dataclass(frozen=True)
class Found:
    """What a search brought: passages, best first, and how near each sentence is.

    `of_findings` gives by finding id how near each sentence is to that finding, in words.
    """

    hits: Sequence[Hit]
    nearness: Nearness
    of_findings: Mapping[str, Nearness] = field(default_factory=dict)


def choose(
    understanding: Understanding, found: Found, release: Release, today: date
) -> Iterator[Part]:
    """What was searched: the headline, its section, the rest of its page, and pages as close.

    The first sentence of a section answers its heading, so it leads the best
    section, unless a sentence of that page is much nearer to the question; the
    others are told by their nearness. Shares of people from other pages are
    told only to those who ask for numbers.
    """
    nearest = _Nearest(understanding, found.nearness, release, today)
    numbers_wanted = understanding.asked == "numbers"
    lead = _lead(found, understanding, release)
    opening = (lead, lead.statements[0])
    page = [(p, s) for p in release.by_id[lead.document_id].passages for s in p.statements]
    if _spares_figures(understanding):
        page = _without_shares(page)
    able = page if numbers_wanted else _without_shares(page)
    # What to do in an emergency comes before all else, and what a finding is before its details,
    # unless the question draws a conclusion from it.
    keep = lead.kind == "urgent" or (understanding.findings and understanding.asked != "limits")
    headline = opening if keep else nearest.headline(opening, able)
    yield from _parts([headline])
    rest = [told for told in page if told not in (headline, opening)]
    section = nearest.of([t for t in rest if t[0] is lead], LEAD_SENTENCES - 1, least=None)
    yield from _parts(section if headline == opening else [opening, *section])
    beside = nearest.of([t for t in rest if t[0] is not lead], SAME_PAGE_SENTENCES, NEAR)
    yield from _parts(beside)
    said = [headline, opening, *section, *beside]
    yield from explain_findings(understanding, found, release, today, said)
    for passage in _others(found.hits, lead):
        if understanding.findings and nearest.is_foreign(release.by_id[passage.document_id]):
            continue
        told = [(passage, s) for s in passage.statements if not nearest.is_aside(s)]
        told = told if numbers_wanted else _without_shares(told)
        yield from _parts(nearest.of(told, OTHER_SENTENCES, NEAR))
    for kind in CLOSING:
        closing = [t for t in page if t[0].kind == kind and t not in said]
        yield from _parts(nearest.of(closing, CLOSING_SENTENCES, least=None))


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
        nearest = _Nearest(understanding, found.of_findings[finding.id], release, today)
        for document in pages_about(finding, release)[:1]:
            for kind in _around(finding):
                sections = (p for p in document.passages if p.kind == kind)
                page = [
                    (p, s)
                    for p in sections
                    for s in p.statements
                    if s.text not in seen and _suits(finding, s.text)
                ]
                chosen = nearest.of(_without_shares(page), 1, NEAR)
                seen |= {s.text for _, s in chosen}
                yield from _parts(chosen)


def _suits(finding: Finding, text: str) -> bool:
    """Whether a sentence can be about such a result, and not about one that is the opposite."""
    if finding.polarity == "absent_stated":
        return bool(_NOTHING_FOUND.search(text))
    return finding.polarity != "present" or not _NOTHING_FOUND.search(text)


def _around(finding: Finding) -> tuple[SectionKind, ...]:
    """The kinds of sections that put a finding in its place."""
    if finding.origin == "germline":
        return ("limits", "next_step")
    if finding.kind in GENE_KINDS and finding.polarity == "present":
        return ("inheritance", "limits")
    return ("limits",)


def _own_pages(understanding: Understanding, release: Release) -> set[str]:
    """The pages on what was found of the findings touched, unless many are touched at once."""
    found = [f for f in understanding.findings if f.polarity == "present"]
    findings = found if len(found) <= FEW else []
    return {d.id for f in findings for d in pages_about(f, release)}


def _lead(found: Found, understanding: Understanding, release: Release) -> Passage:
    """The section that fits best as a whole and in its single sentences.

    A page on the finding that was asked about is preferred, and what the finding is before
    what it is not.
    """
    own = _own_pages(understanding, release)

    def value(hit: Hit) -> float:
        two = sorted(found.nearness[hit.passage.id])[-2:]
        is_own = hit.passage.document_id in own
        is_meant = understanding.asked == "meaning" == hit.passage.kind
        preferred = OWN_PAGE * (is_own + (is_own and is_meant))
        return hit.score.score + preferred + LEAD_NEARNESS * float(sum(two)) / len(two)

    return max(found.hits, key=value).passage


def _parts(chosen: Sequence[Told]) -> Iterator[Part]:
    for passage, group in groupby(chosen, key=lambda told: told[0]):
        yield passage, tuple(s for _, s in group)


def _without_shares(told: Sequence[Told]) -> list[Told]:
    return [(p, s) for p, s in told if not _SHARE.search(s.text)]


def _others(hits: Sequence[Hit], lead: Passage) -> list[Passage]:
    """A passage each of other documents that are nearly as close as the first."""
    found: dict[str, Passage] = {}
    for hit in hits:
        near = hits[0].score.score - hit.score.score <= OTHER_MARGIN
        if near and hit.passage.document_id != lead.document_id:
            found.setdefault(hit.passage.document_id, hit.passage)
    return list(found.values())[:OTHERS]


class _Nearest:
    """Chooses the sentences that are nearest to a question."""

    def __init__(
        self, understanding: Understanding, nearness: Nearness, release: Release, today: date
    ) -> None:
        self._nearness = nearness
        self._today = today
        self._lexicon = release.lexicon
        self._drugs_wanted = understanding.asked == "options"
        names = self._single(understanding.entities)
        self._asked = names | {r for n in names for r in release.lexicon.related(n)}

    def headline(self, opening: Told, page: Sequence[Told]) -> Told:
        """The opening, or the sentence of the page that is much nearer to the question."""
        nearest = self.of(page, 1, self._value(*opening) + HEADLINE_GAIN)
        return nearest[0] if nearest else opening

    def of(self, told: Sequence[Told], count: int, least: float | None) -> list[Told]:
        """At most `count` sentences of passages that have not expired, in their order."""
        fresh = [(p, s) for p, s in told if p.is_fresh(self._today)]
        values = {id(s): self._value(p, s) for p, s in fresh}
        near = [t for t in fresh if least is None or values[id(t[1])] >= least]
        best = {id(s) for _, s in sorted(near, key=lambda t: -values[id(t[1])])[:count]}
        return [t for t in near if id(t[1]) in best]

    def _value(self, passage: Passage, statement: Statement) -> float:
        value = float(self._nearness[passage.id][passage.statements.index(statement)])
        return value - OTHER_NAME if self._is_of_another(statement.text) else value

    def is_foreign(self, document: Document) -> bool:
        """Whether a page on genes or drugs is chiefly about others than those asked for."""
        return (
            bool(self._single(document.entities))
            and not self._single(document.entities[:MAIN]) & self._asked
        )

    def is_aside(self, statement: Statement) -> bool:
        """Whether a sentence names genes, drugs or variants that nobody asked for."""
        named = self._single(self._lexicon.entities(statement.text))
        return not self._drugs_wanted and bool(named) and not named & self._asked

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
