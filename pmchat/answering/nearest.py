"""Which sentences of the pages found are nearest to what was asked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from pmchat.answering.cancers import on_another_cancer
from pmchat.answering.lookup import MAIN, SCORES, changed
from pmchat.answering.presumed import presumes_other
from pmchat.answering.understand import Understanding
from pmchat.corpus.release import Release
from pmchat.model import Document, Finding, Passage, Statement
from pmchat.retrieval.search import Hit
from pmchat.retrieval.sentences import Nearness

HEADLINE_GAIN = 0.2
"""How much nearer than the first sentence of the best section another must be to lead."""

OTHER_NAME = 0.5
"""What a sentence loses that is on another gene, variant or drug than those asked for."""

OWN_SCORE = 0.3
"""What a sentence gains that names the printed score of a stain (2+)."""

_STAIN_SCORE = re.compile(r"(?<!\d)[0-3]\+")

_TUMOR = re.compile(
    r"\btumou?rs?\b|\bbiops\w+|\bwhole cancer\b|\bcancer is gone\b|\btreatment is left\b",
    re.IGNORECASE,
)
_GENOTYPES = frozenset({"genotype", "haplotype"})

_SURGERY = re.compile(r"\bsurgery\b", re.IGNORECASE)
_ON_SURGERY = re.compile(
    r"\bsurg\w+|\boperat\w+|\bremov\w+|\bmastectom\w+|\bhysterectom\w+|\bovar\w+|\bbreasts?\b"
    r"|\bwomb\b|\bcut\b|\btaken? out\b|\bprevent\w*|\blower\b|\bavoid\b|\bwhat (?:can|do|now)\b",
    re.IGNORECASE,
)
"""A sentence on surgery, and a question beside which it is told."""

_IS_NOT = re.compile(r"^[A-Z][\w-]+ is not ([A-Z][A-Z0-9-]{2,})\b")
"""A sentence that tells one name from another."""

_FAILS = re.compile(r"\bfail(?:s|ed)?\b|\bQNS\b", re.IGNORECASE)
_NO_ANSWER = re.compile(
    r"\bfail(?:s|ed)?\b|\bQNS\b|\bno call\b|\bnot (?:done|performed)\b|\btoo little tumor\b",
    re.IGNORECASE,
)
_FAILED = re.compile(
    r"\bfail\w*|\bQNS\b|\binsufficient\b|\bnot (?:sufficient|evaluable|assessable|reported)\b"
    r"|\b(?:could|can) ?not\b|\bunable\b|\bno (?:result|call)\b|\binconclusive\b|\bquality\b"
    r"|\btoo (?:few|low|little)\b|\blow\b",
    re.IGNORECASE,
)
"""A sentence on a test that failed, and a line of a report that tells of one."""

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

    `of_findings` gives by finding id how near each sentence is to that finding, in words;
    `pairs` are the sentences on two results of the report.
    """

    hits: Sequence[Hit]
    nearness: Nearness
    of_findings: Mapping[str, Nearness] = field(default_factory=dict)
    pairs: Sequence[Pair] = ()


class Nearest:
    """Chooses the sentences that are nearest to a question and go with the person's report."""

    def __init__(
        self, understanding: Understanding, nearness: Nearness, release: Release, today: date
    ) -> None:
        self._nearness = nearness
        self._today = today
        self._lexicon = release.lexicon
        self._understanding = understanding
        self._drugs_wanted = understanding.asked == "options"
        printed = [e for f in understanding.findings for e in self._lexicon.entities(changed(f))]
        stains = [f.as_printed for f in understanding.findings if f.kind == "protein"]
        self._stain_scores = set(_STAIN_SCORE.findall(" ".join(stains)))
        names = self._single([*understanding.entities, *printed])
        self._asked = names | {r for n in names for r in release.lexicon.related(n)}
        stated = {e for f in understanding.stated for e in self._lexicon.entities(f.analyte)}
        self._known_genes = self._genes(self._asked | stated)

    def headline(self, opening: Told, page: Sequence[Told]) -> Told:
        """The opening, or the sentence of the page that is much nearer to the question."""
        least = self._value(*opening) + HEADLINE_GAIN if self.goes(*opening) else None
        nearest = self.of(page, 1, least)
        return nearest[0] if nearest else opening

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

    def first(self, told: Sequence[Told]) -> list[Told]:
        """The sentences, the nearest one in front if it is much nearer than the first."""
        if not told or told[0][0].kind == "urgent":
            return list(told)
        nearest = max(told, key=lambda t: self._value(*t))
        if self._value(*nearest) < self._value(*told[0]) + HEADLINE_GAIN:
            return list(told)
        return [nearest, *(t for t in told if t is not nearest)]

    def best(self, told: Sequence[Told]) -> float:
        """How near the nearest of the sentences that may be told is."""
        return max((self._value(p, s) for p, s in told if self.goes(p, s)), default=0.0)

    def goes(self, passage: Passage, statement: Statement) -> bool:
        """Whether nothing that the report states speaks against a sentence."""
        asked = self._understanding
        return not presumes_other(
            statement.text,
            asked.stated,
            self._lexicon,
            asked.entities,
            defines=passage.kind == "meaning",
        ) and not (
            self._is_of_another_cancer(statement)
            or self._is_of_tumor(statement)
            or self._is_of_failure(statement)
            or self._is_of_surgery(statement)
            or self._parts_from_unnamed(statement)
            or self._is_of_vus(statement)
        )

    def _is_of_vus(self, statement: Statement) -> bool:
        """Whether a sentence is on a VUS in some gene, where other results are touched."""
        asked = self._understanding
        if not asked.findings or "VUS" in asked.entities:
            return False
        is_vus = any(f.classification == "vus" for f in asked.findings)
        return not is_vus and statement.text.startswith("A VUS in ")

    def _parts_from_unnamed(self, statement: Statement) -> bool:
        """Whether a sentence tells a gene from one that looks alike, which nobody has named."""
        alike = _IS_NOT.search(statement.text)
        if alike is None or not self._understanding.findings:
            return False
        genes = self._genes({*self._lexicon.entities(alike[1])})
        return bool(genes) and not genes & self._known_genes

    def _is_of_surgery(self, statement: Statement) -> bool:
        """Whether a sentence is on surgery, of which one who asks of a result said nothing."""
        asked = self._understanding
        if not asked.findings or asked.asked in {"options", "next_step"}:
            return False
        return bool(_SURGERY.search(statement.text)) and not _ON_SURGERY.search(asked.text)

    def _is_of_failure(self, statement: Statement) -> bool:
        """Whether a sentence is on a failed test where a test was only not done, is unclear, or
        found nothing."""
        touched = self._understanding.findings
        missed = bool(touched) and all(f.polarity == "absent_stated" for f in touched)
        fails = _NO_ANSWER if missed else _FAILS
        if not fails.search(statement.text) or fails.search(self._understanding.text):
            return False
        if missed:
            return True
        open_ones = [f for f in touched if f.polarity in {"not_performed", "indeterminate"}]
        return bool(open_ones) and not any(_FAILED.search(f.evidence.text) for f in open_ones)

    def _is_of_tumor(self, statement: Statement) -> bool:
        """Whether a sentence is on a tumor, which neither question nor report speaks of."""
        asked = self._understanding
        if not asked.stated or _TUMOR.search(asked.text):
            return False
        inborn = sum(f.origin == "germline" or f.kind in _GENOTYPES for f in asked.stated)
        return 2 * inborn > len(asked.stated) and bool(_TUMOR.search(statement.text))

    def _is_of_another_cancer(self, statement: Statement) -> bool:
        """Whether a sentence is on a cancer that neither question nor report names."""
        asked = self._understanding
        if not asked.findings or not asked.cancers:
            return False
        named = self._lexicon.entities(statement.text)
        return on_another_cancer(named, {*asked.cancers, *asked.entities}, self._lexicon)

    def _value(self, passage: Passage, statement: Statement) -> float:
        near = self._near(passage, statement)
        near += OWN_SCORE * self.names_own_score(statement.text)
        return near - OTHER_NAME if self.is_of_another(statement.text) else near

    def _near(self, passage: Passage, statement: Statement) -> float:
        return float(self._nearness[passage.id][passage.statements.index(statement)])

    def is_foreign(self, document: Document) -> bool:
        """Whether a page on genes or drugs is chiefly about others than those asked for."""
        return (
            bool(self._single(document.entities))
            and not self._single(document.entities[:MAIN]) & self._asked
        )

    def is_aside(self, statement: Statement) -> bool:
        """Whether a sentence names genes, drugs, variants or scores that nobody asked for."""
        entities = self._lexicon.entities(statement.text)
        if self._understanding.findings and self._is_on_other_score(entities):
            return True
        named = self._single(entities)
        return not self._drugs_wanted and bool(named) and not named & self._asked

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
