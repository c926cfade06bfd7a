"""Which sentences of the pages found are nearest to what was asked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from pmchat.answering.aside import beside_the_point
from pmchat.answering.lookup import SCORES, changed
from pmchat.answering.presumed import presumes_other
from pmchat.answering.understand import Understanding
from pmchat.corpus.release import Release
from pmchat.model import Finding, Passage, Statement
from pmchat.retrieval.search import Hit
from pmchat.retrieval.sentences import Nearness

OTHER_NAME = 0.5
"""What a sentence loses that is on another gene, variant or drug than those asked for."""

OWN_SCORE = 0.3
"""What a sentence gains that names the printed score of a stain (2+)."""

_STAIN_SCORE = re.compile(r"(?<!\d)[0-3]\+")

Told = tuple[Passage, Statement]
"""A sentence with the passage that it stands in."""


@dataclass(frozen=True)
class Pair:
    """A sentence on a finding touched and another one of the report."""

    told: Told
    other: Finding


@dataclass(frozen=True)
class Found:
    """What a search brought: passages, best first, and how near each sentence is.

    `relevance` is, beside a report, how well each sentence answers (`BESIDE_REPORT`);
    `of_findings` gives by finding id how near each sentence is to that finding, in words;
    `pairs` are the sentences on two results of the report, `unheard` the names in the question
    of which no page has a word.
    """

    hits: Sequence[Hit]
    nearness: Nearness
    relevance: Nearness = field(default_factory=dict)
    of_findings: Mapping[str, Nearness] = field(default_factory=dict)
    pairs: Sequence[Pair] = ()
    unheard: Sequence[str] = ()


class Nearest:
    """Chooses the sentences that are nearest to a question and go with the person's report."""

    def __init__(
        self, understanding: Understanding, nearness: Nearness, release: Release, today: date
    ) -> None:
        self._nearness = nearness
        self._today = today
        self._lexicon = release.lexicon
        self._understanding = understanding
        printed = [e for f in understanding.findings for e in self._lexicon.entities(changed(f))]
        stains = [f.as_printed for f in understanding.findings if f.kind == "protein"]
        self._stain_scores = set(_STAIN_SCORE.findall(" ".join(stains)))
        names = self._single([*understanding.entities, *printed])
        self._asked = names | {r for n in names for r in release.lexicon.related(n)}
        stated = {e for f in understanding.stated for e in self._lexicon.entities(f.analyte)}
        self._known_genes = self._genes(self._asked | stated)

    def of(
        self, told: Sequence[Told], count: int, least: float | None, *, any_name: bool = False
    ) -> list[Told]:
        """At most `count` sentences that may be told, in their order.

        With `any_name` those on other names than were asked for count as much.
        """
        fresh = [(p, s) for p, s in told if p.is_fresh(self._today) and self.goes(p, s)]
        value = self._near if any_name else self._value
        values = {id(s): value(p, s) for p, s in fresh}
        near = [t for t in fresh if least is None or values[id(t[1])] >= least]
        best = {id(s) for _, s in sorted(near, key=lambda t: -values[id(t[1])])[:count]}
        return [t for t in near if id(t[1]) in best]

    def ranked(self, told: Sequence[Told]) -> list[Told]:
        """The sentences that may be told, the nearest first."""
        fresh = [(p, s) for p, s in told if p.is_fresh(self._today) and self.goes(p, s)]
        return sorted(fresh, key=lambda t: -self._value(*t))

    def beyond(self, least: float, told: Sequence[Told]) -> list[Told]:
        """The sentences, each once, that are at least so near."""
        return [t for t in dict.fromkeys(told) if self._near(*t) >= least]

    def goes(self, passage: Passage, statement: Statement) -> bool:
        """Whether nothing that the report states speaks against a sentence."""
        asked = self._understanding
        return not presumes_other(
            statement.text,
            asked.stated,
            self._lexicon,
            asked.entities,
            defines=passage.kind == "meaning",
        ) and not beside_the_point(statement.text, asked, self._lexicon, self._known_genes)

    def _value(self, passage: Passage, statement: Statement) -> float:
        near = self._near(passage, statement)
        near += OWN_SCORE * self.names_own_score(statement.text)
        return near - OTHER_NAME if self.is_of_another(statement.text) else near

    def _near(self, passage: Passage, statement: Statement) -> float:
        return float(self._nearness[passage.id][passage.statements.index(statement)])

    def names_own_variant(self, text: str) -> bool:
        """Whether a sentence names a variant that was asked for or found."""
        return bool(self._variants(set(self._lexicon.entities(text))) & self._variants(self._asked))

    def names_own_score(self, text: str) -> bool:
        """Whether a sentence names the score of a stain that was found."""
        return bool(self._stain_scores.intersection(_STAIN_SCORE.findall(text)))

    def is_of_another(self, text: str) -> bool:
        """Whether a sentence names genes, drugs or variants, and none of those asked for."""
        if not (self._asked or self._understanding.findings):
            return False
        entities = self._lexicon.entities(text)
        if self._understanding.findings and self._is_on_other_score(entities):
            return True
        named = self._single(entities)
        if self._is_on_other_gene(named):
            return True
        asked = self._variants(self._asked)
        genes = {self._lexicon.entries[v].gene for v in asked}
        variants = {v for v in self._variants(named) if self._lexicon.entries[v].gene in genes}
        if variants:
            return not variants & asked
        return bool(self._asked and named) and not named & self._asked

    def is_not_of_these(self, text: str) -> bool:
        """Whether a sentence is of another name, or names a variant and none asked for or found."""
        variants = self._variants(set(self._lexicon.entities(text)))
        return self.is_of_another(text) or bool(variants and not variants & self._asked)

    def _is_on_other_gene(self, named: set[str]) -> bool:
        """Whether genes are named, and none that the question or the report speaks of."""
        genes = self._genes(named)
        known = self._genes({*self._understanding.entities}) or self._understanding.findings
        return bool(genes and known) and not genes & self._known_genes

    def _is_on_other_score(self, entities: Iterable[str]) -> bool:
        """Whether a sentence is on PD-L1, TMB and the like, and report and question are not."""
        understanding = self._understanding
        known = {*understanding.entities, *(f.analyte for f in understanding.stated)}
        return bool(SCORES.intersection(entities) - known)

    def _single(self, entities: Iterable[str]) -> set[str]:
        """Genes, variants and drugs: what is true of one is not true of another."""
        kinds = {"genes", "variants", "drugs"}
        return {e for e in entities if self._lexicon.entries[e].kind in kinds}

    def _genes(self, names: set[str]) -> set[str]:
        return {e for e in names if self._lexicon.entries[e].kind == "genes"}

    def _variants(self, names: set[str]) -> set[str]:
        return {e for e in names if self._lexicon.entries[e].kind == "variants"}
