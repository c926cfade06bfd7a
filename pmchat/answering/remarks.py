"""What else the report says that a question is on: comments, limits, the family's history."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from math import log

from pmchat.answering.silent import is_on_attribute
from pmchat.answering.topics import (
    CORRECTED,
    DENIALS,
    FIELDS,
    NOTHING_HARMFUL,
    OF_NEGATIVES,
    SURE_TOPICS,
    TOPICS,
    TREATMENT,
    WARNINGS,
    Topic,
    is_on,
)
from pmchat.answering.withheld import is_withheld
from pmchat.lexicon import Lexicon
from pmchat.model import Evidence, Finding, Report, ReportCitation, SectionKind, Sentence
from pmchat.reports.fields import is_field
from pmchat.reports.therapies import names_no_drug
from pmchat.reports.together import name_of, part_saying
from pmchat.text import numbers, terms

MOST = 3
"""How many are told beside what was found."""

MOST_UNSTATED = 3
"""How many are told that name what was asked for and has no result."""

MOST_FIELDS = 3
"""How many fields of the report's head are told."""

OF_SURE = 2
"""How many are told of a topic of which what is said is on just what is asked."""

USUAL = 0.45
"""How near the nearest remark usually is: where all are farther, none stands out as near."""

FEW = 2
"""With more genes than this, a field is a list of genes."""

OF_ALL = 4
"""How many are told of a whole report."""

AROUND = 2
"""How many lines below a remark the next one still goes on from it."""

LONGEST = 500
"""Letters of one quotation of several remarks."""

JOINING = frozenset("ALK ROS1 RET NTRK1 NTRK2 NTRK3 NRG1 FGFR1 FGFR2 FGFR3 MET".split())
"""Genes of which a test of RNA looks for fusions, or for a piece left out."""

_FUSIONS = re.compile(r"\bfusions?\b|\bRNA\b", re.I)
_TRIALS = re.compile(r"\btrials?\b|\bstud(?:y|ies)\b", re.I)
_UNTESTED = re.compile(r"\b(?:not (?:performed|done|tested|reported)|failed|QNS)\b", re.I)
_UNCLEAR = re.compile(r"\bVUS\b|\buncertain significance\b|\binsufficient to\b", re.I)

Near = Callable[[str, Sequence[str]], Sequence[float]]
"""How near texts are in meaning (cosine) to a question or to one of its clauses."""

_MARK = re.compile(r"\(([a-h1-9]|i{1,3}|iv|v)\)|\[([1-9])\]|\b(?:foot)?note ([a-e1-9])\b", re.I)
"""The mark of a footnote."""

_OF_GENES = frozenset({"genes", "variants"})

_LIST = 8
"""A line with more names than this is a list of what was tested."""


@dataclass(frozen=True)
class Weights:
    """What each sign counts that a remark is on a question.

    Fitted by logistic regression to 266 questions on 21 reports, of which readers had marked the
    lines that answer. `near` is the cosine to the question, `gap` how far it is behind the
    nearest remark, `words` the words shared, each by how rare it is in the report, `topics` how
    many things asked it is on, `own` whether it names what is asked about, `genes` any gene,
    `others` other genes alone. What warns against changing a medicine alone is told wherever that
    is asked; `warnings` was set so and not fitted.
    """

    near: float = 2.76
    gap: float = 4.45
    words: float = 0.28
    topics: float = 1.51
    own: float = 1.67
    genes: float = -0.86
    others: float = -0.97
    warnings: float = 2.0
    base: float = -3.38


WEIGHTS = Weights()
TOLD = -1.8
"""From which value a remark is told: readers found that of ten such told six help."""


@dataclass(frozen=True)
class _Wanted:
    """What remarks are held against: the words and topics of a question.

    `own` are the names asked about and of the findings touched, `unstated` those asked about that
    have no result; `unclear`: a change of uncertain
    meaning is touched; `missed`: something that was not found, or nothing, is; `text` is the
    question.
    """

    words: set[str]
    topics: Sequence[Topic]
    own: set[str]
    unstated: set[str]
    unclear: bool
    missed: bool
    text: str
    lexicon: Lexicon

    def may_tell(self, remark: Evidence) -> bool:
        """Whether a remark is not on a correction, an unclear change or a negative result that
        nobody asked of, and no list of many names."""
        genes = _genes_in(remark, self.lexicon)
        if CORRECTED not in self.topics and is_on(remark, [CORRECTED]):
            return False
        is_denied = is_on(remark, [NOTHING_HARMFUL])
        if _UNCLEAR.search(remark.text) and not (genes or self.unclear or is_denied):
            return False
        on_negatives = is_on(remark, [OF_NEGATIVES]) and not is_on(remark, self.topics)
        if on_negatives and not (self.missed or OF_NEGATIVES.asked.search(self.text)):
            return False
        if _TRIALS.search(remark.text) and not _TRIALS.search(self.text):
            return False
        return len(genes) <= _LIST or not genes.isdisjoint(self.unstated)

    def names_own(self, remark: Evidence) -> bool:
        """Whether a remark names what is asked about."""
        return not self.own.isdisjoint(self.lexicon.entities(remark.text))

    def names_others(self, remark: Evidence) -> bool:
        """Whether a remark is on other genes alone; on what joins them it is on all such genes."""
        genes = _genes_in(remark, self.lexicon)
        if not genes and JOINING & self.own and _FUSIONS.search(remark.text):
            return False
        own = {e for e in self.own if self.lexicon.entries[e].kind in _OF_GENES}
        return bool(genes and own and not genes & own)


def _values(
    remarks: Sequence[Evidence], wanted: _Wanted, near: Near, text: str
) -> dict[str, float]:
    """How much each remark tells of what is asked, by its text."""
    if not remarks:
        return {}
    nearness = dict(
        zip((r.text for r in remarks), near(text, [r.text for r in remarks]), strict=True)
    )
    best = max(USUAL, *nearness.values())
    rare = _rarity(remarks)
    w = WEIGHTS
    return {
        r.text: w.base
        + w.near * nearness[r.text]
        + w.gap * (nearness[r.text] - best)
        + w.words * sum(rare[t] for t in wanted.words & set(terms(r.text)))
        + w.topics * sum(t.said.search(r.text) is not None for t in wanted.topics)
        + w.own * wanted.names_own(r)
        + w.genes * bool(_genes_in(r, wanted.lexicon))
        + w.others * wanted.names_others(r)
        + w.warnings * (WARNINGS in wanted.topics and is_on(r, [WARNINGS]))
        for r in remarks
    }


def _rarity(remarks: Sequence[Evidence]) -> dict[str, float]:
    """How rare each word is among the remarks: the logarithm of one in how many has it."""
    counts = Counter(t for r in remarks for t in set(terms(r.text)))
    return {t: log((len(remarks) + 1) / (n + 0.5)) for t, n in counts.items()}


def _meet(one: Evidence, other: Evidence) -> bool:
    return one.page == other.page and abs(one.line - other.line) <= AROUND


def remarks_on(
    text: str,
    report: Report,
    lexicon: Lexicon,
    *,
    asked: SectionKind | None,
    names: Sequence[str],
    findings: Sequence[Finding],
    not_stated: Sequence[str],
    near: Near,
) -> tuple[Evidence, ...]:
    """The remarks that a question is on, the nearest ones, in their order.

    `names` are those asked about and of the `findings` touched. A remark counts if it is near
    in meaning, on a topic that is asked, or shares words with the question; none that names
    other genes alone.
    """
    said = [r for r in report.remarks if not is_withheld(r.text, text)]
    fields = [r for r in said if is_field(r.text)]
    remarks = [r for r in said if r not in fields and not names_no_drug(r.text)]
    missed = any(f.polarity == "absent_stated" for f in findings)
    topics = [
        t
        for t in (*TOPICS, TREATMENT, DENIALS, WARNINGS)
        if asked in t.kinds or t.asked.search(text)
    ]
    wanted = _Wanted(
        words=set(terms(text)) | {n for n in numbers(text) if len(n) > 1},
        topics=[*topics, *([OF_NEGATIVES] if missed else [])],
        own=set(names),
        unstated=set(not_stated),
        unclear="VUS" in names or any(f.classification == "vus" for f in findings),
        missed=missed or not findings,
        text=text,
        lexicon=lexicon,
    )
    borne = {m for f in findings for m in _marks(f.evidence.text)}
    asked_notes = borne | set(_marks(text))
    elsewhere = {m for f in report.findings for m in _marks(f.evidence.text)} - asked_notes
    remarks = [r for r in remarks if _note(r.text) not in elsewhere]
    classes = _classes(lexicon)
    drugs = {e for e in names if lexicon.entries[e].kind == "drugs"} - classes
    handled = {g for e in classes & set(names) for g in lexicon.entries[e].genes}
    kin = drugs | {e for d in drugs for e in lexicon.related(d)}
    kin |= {e.id for e in lexicon.entries.values() if handled & set(e.genes)}
    remarks = [r for r in remarks if wanted.may_tell(r) and not _on_others(r, drugs, kin, lexicon)]
    unstated = [r for r in remarks if set(not_stated) & set(lexicon.entities(r.text))]
    told = unstated[:MOST_UNSTATED] or _best(_values(remarks, wanted, near, text), remarks)
    told += [r for r in remarks if drugs & set(lexicon.entities(r.text))][:MOST]
    told += [r for r in remarks if missed and is_on(r, [OF_NEGATIVES])][:1]
    told += [r for r in remarks if is_on_attribute(r.text, text)]
    told += [r for r in remarks if _note(r.text) in asked_notes]
    if JOINING & set(names):
        told += [r for r in remarks if _FUSIONS.search(r.text) and _UNTESTED.search(r.text)]
    for topic in (t for t in SURE_TOPICS if asked in t.kinds or t.asked.search(text)):
        told += [r for r in remarks if topic.said.search(r.text)][:OF_SURE]
    asked_for = [t for t in FIELDS if t.asked.search(text)]
    heads = [f for f in fields if is_on(f, asked_for) and len(_genes_in(f, lexicon)) <= FEW]
    return (*heads[:MOST_FIELDS], *(r for r in remarks if r in told))


def _marks(text: str) -> list[str]:
    """The marks of footnotes in a text: "a" for "(a)" and "note a"."""
    return [(m[1] or m[2] or m[3]).lower() for m in _MARK.finditer(text)]


def _note(line: str) -> str | None:
    """The mark of the footnote that a line is, or None."""
    begins = _MARK.match(line.strip())
    return _marks(begins.group())[0] if begins else None


def _classes(lexicon: Lexicon) -> set[str]:
    """The names of kinds of medicines, such as statins."""
    return {e.id for e in lexicon.entries.values() if e.group == "drug class"}


def _on_others(
    remark: Evidence, drugs: Collection[str], kin: Collection[str], lexicon: Lexicon
) -> bool:
    """Whether a remark is on other medicines than those asked about, and their `kin`."""
    told = {e for e in lexicon.entities(remark.text) if lexicon.entries[e].kind == "drugs"}
    return bool(drugs) and bool(told) and told.isdisjoint(kin)


def _best(value: Mapping[str, float], remarks: Sequence[Evidence]) -> list[Evidence]:
    """The remarks of the highest value."""
    likely = [r for r in remarks if value[r.text] > TOLD]
    return sorted(likely, key=lambda r: -value[r.text])[:MOST]


def remarks_of_all(report: Report, lexicon: Lexicon) -> tuple[Evidence, ...]:
    """The first remarks of a whole report that matter whatever is asked."""
    topics = [t for t in TOPICS if t.of_all]
    if any(f.polarity == "absent_stated" for f in report.findings):
        topics.append(OF_NEGATIVES)
    told = (
        r
        for r in report.remarks
        if not (is_field(r.text) or names_no_drug(r.text))
        and len(_genes_in(r, lexicon)) <= _LIST
        and not is_withheld(r.text, "")
    )
    return tuple(r for r in told if is_on(r, topics))[:OF_ALL]


def _genes_in(remark: Evidence, lexicon: Lexicon) -> set[str]:
    return {e for e in lexicon.entities(remark.text) if lexicon.entries[e].kind in _OF_GENES}


def say_remarks(
    remarks: Sequence[Evidence], report: Report | None, *, leads: bool = False
) -> list[Sentence]:
    """A sentence for each run of remarks, the printed words in quotation marks; the first may
    lead."""
    return [
        Sentence(
            text=f"{_owner(run[0], report)} {'says' if leads and not place else 'also says'}: "
            f'"{" ".join(r.text for r in run).rstrip(".")}".',
            role="headline" if leads and not place else "report",
            citations=tuple(
                ReportCitation(finding_id=None, page=r.page, line=r.line, quote=r.text) for r in run
            ),
        )
        for place, run in enumerate(_runs(remarks))
    ]


def _runs(remarks: Sequence[Evidence]) -> list[list[Evidence]]:
    """Remarks that go on from each other stand together, if they are whole sentences."""
    runs: list[list[Evidence]] = []
    for one in remarks:
        last = runs[-1] if runs else []
        length = sum(len(r.text) for r in [*last, one])
        goes_on = last and _meet(last[-1], one) and last[-1].text.endswith(".")
        goes_on = goes_on and _note(one.text) is None
        if goes_on and length <= LONGEST:
            last.append(one)
        else:
            runs.append([one])
    return runs


def _owner(remark: Evidence, report: Report | None) -> str:
    """The report that prints a remark, by its number if there are several."""
    part = part_saying(report, remark.page, remark.line, remark.text)
    return f"Your {name_of(part, None)}" if part else "Your report"
