"""What is told first of a number: what it is not, and where the line for it is drawn."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pmchat.answering.lookup import GENE_KINDS, pages_about
from pmchat.answering.nearest import Nearest, Told
from pmchat.answering.understand import Understanding
from pmchat.corpus.release import Release
from pmchat.model import Finding
from pmchat.text import numbers

HOW_TO_READ = "reading-reports"
"""The area of the pages on how a report is read."""

OWN_PAGES = 2
"""How many pages count as those on a finding."""

FEW = 3
"""How many findings can be touched for their pages to be preferred."""

_SHARE = re.compile(
    r"\b\d[\d,.]* (?:of|in|out of) (?:every |the )?\d|\bpercent\b|\bstud(?:y|ies)\b"
    r"|\b\d[\d.]* (?:and \d[\d.]* )?months\b"
    r"|\b\d[\d,]* (?:people|women|men|children|patients)\b"
)

_LEVEL = re.compile(r"\b(?:high|low|good|bad|normal|cut-?off|threshold|enough)\b", re.IGNORECASE)
_CUT_OFF = re.compile(
    r"\bcut-?offs?\b|\b(?:of|at least) \d+ (?:or|percent or) (?:more|higher)\b"
    r"|\bfrom an? (?:\w+ ){1,2}of \d"
)
"""Words of a question on how high a number is, and of a sentence on where a line is drawn."""

_DECODES = re.compile(r"\bis (?:below|above) \d|\bcounts? as (?:high|low|positive)\b")
"""A sentence that says on which side of that line numbers are."""

TAKEN_FOR = re.compile(
    r"\b(?:cancers?|leuka?emia|lymphoma|tumou?rs?|body|marrow|organ|stage|chances?|left|remain\w*)\b",
    re.IGNORECASE,
)
"""What the number beside a gene change is taken for."""

_DENIES = re.compile(r"\bis not\b|\bdoes not\b", re.IGNORECASE)

_MEASURES = {"%": "VAF", "copies": "copy number"}
"""What that number is, by its unit."""

PER_MEGABASE = "mut/Mb"
_PERCENT = re.compile(r"%|\bper ?cent\b", re.IGNORECASE)
_CHANCE = re.compile(r"\bchances?\b|\bodds\b|\bworks?\b", re.IGNORECASE)
_NO_CHANCE = re.compile(r"\bnot (?:the|a|an) (?:\w+ )?chance\b", re.IGNORECASE)
"""A score that is taken for a chance, and a sentence that says that it is none."""

_PER_MILLION = re.compile(r"\b(?:per|each|every) million\b", re.IGNORECASE)
"""A count of changes per million letters, and the words of a question and a sentence on it."""

CORRECTIONS = 1
"""How many sentences tell what a number is not."""

CUT_OFFS = 2
"""How many sentences tell where that line is."""


def corrected(understanding: Understanding, nearest: Nearest, release: Release) -> list[Told]:
    """What the number beside a change is not, if the question takes it for something else."""
    asked = set(numbers(understanding.query))
    for of_kind in (_of_units, _of_scores):
        if told := of_kind(understanding, nearest, release):
            return told
    values = [f.value for f in understanding.findings if f.kind in GENE_KINDS and f.value]
    repeated = {v.unit for v in values if v.number is not None and f"{v.number:g}" in asked}
    measures = {_MEASURES[unit] for unit in repeated if unit in _MEASURES}
    drawn = understanding.asked in {"limits", "numbers", None}
    if not (measures and drawn and TAKEN_FOR.search(understanding.query)):
        return []
    pages = [d for d in release.documents if d.area == HOW_TO_READ]
    sections = [p for d in pages for p in d.passages if p.kind == "limits"]
    names = release.lexicon.entities
    denials = [(p, s) for p in sections for s in p.statements if _DENIES.search(s.text)]
    told = [(p, s) for p, s in denials if measures & set(names(s.text))]
    return nearest.of(told, CORRECTIONS, least=None)


def _of_units(understanding: Understanding, nearest: Nearest, release: Release) -> list[Told]:
    """What a count of changes is, if it is taken for a percent."""
    counts = [f for f in understanding.findings if f.value and f.value.unit == PER_MEGABASE]
    if not counts or not _PERCENT.search(understanding.text):
        return []
    pages = [d for d in release.documents if counts[0].analyte in d.entities]
    told = [(p, s) for d in pages for p in d.passages for s in p.statements]
    units = [(p, s) for p, s in told if _PER_MILLION.search(s.text)]
    return nearest.of(units, CORRECTIONS, least=None)


def _of_scores(understanding: Understanding, nearest: Nearest, release: Release) -> list[Told]:
    """That a score is no chance, if its number is taken for one."""
    asked = _CHANCE.search(understanding.text)
    scores = [f for f in understanding.findings if f.kind not in GENE_KINDS and _number(f)]
    taken = {f.analyte for f in scores if asked and _repeats(f, understanding.text)}
    pages = [d for d in release.documents if d.area == HOW_TO_READ and taken & {*d.entities}]
    told = [(p, s) for d in pages for p in d.passages for s in p.statements]
    return nearest.of([t for t in told if _NO_CHANCE.search(t[1].text)], CORRECTIONS, least=None)


def on_level(understanding: Understanding, nearest: Nearest, release: Release) -> list[Told]:
    """Where the line is drawn for a number, if the question is how high it is, or repeats it."""
    measured = [f for f in understanding.findings if f.kind not in GENE_KINDS and _number(f)]
    if not measured or len(measured) > FEW:
        return []
    repeats = any(_repeats(f, understanding.text) for f in measured if f.kind == "signature")
    if not (repeats or _LEVEL.search(understanding.text)):
        return []
    own = {d.id: d for f in measured for d in pages_about(f, release)[:OWN_PAGES]}
    named = {f.analyte for f in measured}
    reading = {d.id: d for d in release.documents if d.area == HOW_TO_READ}
    pages = own | {i: d for i, d in reading.items() if named & {*d.entities}}
    told = [(p, s) for d in pages.values() for p in d.passages for s in p.statements]
    marks = [(p, s) for p, s in without_shares(told) if _CUT_OFF.search(s.text)]
    decoded = nearest.of([t for t in marks if _DECODES.search(t[1].text)], 1, least=None)
    others = [t for t in marks if t not in decoded and t[0].document_id in own]
    return [*decoded, *nearest.of(others, CUT_OFFS - len(decoded), least=None)]


def _repeats(finding: Finding, text: str) -> bool:
    number = finding.value.number if finding.value else None
    return number is not None and f"{number:g}" in numbers(text)


def _number(finding: Finding) -> bool:
    return finding.value is not None and finding.value.number is not None


def has_share(text: str) -> bool:
    """Whether a sentence gives a share of people."""
    return bool(_SHARE.search(text))


def without_shares(told: Sequence[Told]) -> list[Told]:
    """The sentences that give no share of people."""
    return [(p, s) for p, s in told if not has_share(s.text)]
