"""Sentences of the library that are true and beside the point: each rule by what it is on."""

from __future__ import annotations

import re
from collections.abc import Collection

from pmchat.answering.cancers import on_another_cancer
from pmchat.answering.understand import Understanding
from pmchat.lexicon import Lexicon

_TUMOR = re.compile(
    r"\b(?:in|of|from|on) (?:a|the|your|some|this) (?:\w+ )?tumou?rs?\b(?! (?:of|in) the)"
    r"|\btumou?rs? (?:tests?|tested|testing|reports?|panels?|samples?|tissue|DNA|cells?|changes?"
    r"|findings?|results?|mutations?)\b"
    r"|\bbiops\w+|\bwhole cancer\b|\bcancer is gone\b|\btreatment is left\b",
    re.IGNORECASE,
)
_SPEAKS_OF_TUMOR = re.compile(r"\btumou?rs?\b|\bbiops\w+", re.IGNORECASE)
"""A sentence on a tumor that was tested, and a question beside which it is told."""

_GENOTYPES = frozenset({"genotype", "haplotype"})

_SURGERY = re.compile(r"(?<!after )(?<!before )(?<!by )\bsurgery\b", re.IGNORECASE)
_ON_SURGERY = re.compile(
    r"\b(?:handled?|manag\w+|options?|choices?|plan)\b"
    r"|\bsurg\w+|\boperat\w+|\bremov\w+|\bmastectom\w+|\bhysterectom\w+|\bovar\w+|\bbreasts?\b"
    r"|\bwomb\b|\bcut\b|\btaken? out\b|\bprevent\w*|\blower\b|\bavoid\b|\bwhat (?:can|do|now)\b",
    re.IGNORECASE,
)
"""A sentence on surgery, and a question beside which it is told."""

_SEVERAL = (
    (
        re.compile(r"\bVAFs of \d|\bnot added up\b"),
        re.compile(
            r"\badd\w*|\btotal\b|\bsum\b|\d ?%? ?\+ ?\d|\baltogether\b|\bin all\b|\bboth\b", re.I
        ),
    ),
    (
        re.compile(r"\bnow than before\b"),
        re.compile(
            r"\bbefore\b|\blast\b|\bearlier\b|\bcompar\w+"
            r"|\b(?:gone|went|came|come|drop\w*|fell|down|up)\b",
            re.I,
        ),
    ),
)
"""Sentences on adding and on comparing numbers, and the questions that ask of that."""

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


def beside_the_point(
    text: str, asked: Understanding, lexicon: Lexicon, known_genes: Collection[str]
) -> bool:
    """Whether a sentence is on what neither the question nor a result touched is on.

    `known_genes` are those that the question or the report names.
    """
    return (
        _is_of_another_cancer(text, asked, lexicon)
        or _is_of_tumor(text, asked, lexicon)
        or _is_of_failure(text, asked)
        or _is_of_surgery(text, asked)
        or _is_of_look_alike(text, asked, lexicon, known_genes)
        or _is_of_vus(text, asked)
        or any(told.search(text) and not of.search(asked.text) for told, of in _SEVERAL)
    )


def _is_of_another_cancer(text: str, asked: Understanding, lexicon: Lexicon) -> bool:
    """A cancer that neither question nor report names."""
    if not asked.findings or not asked.cancers:
        return False
    return on_another_cancer(lexicon.entities(text), {*asked.cancers, *asked.entities}, lexicon)


def _is_of_tumor(text: str, asked: Understanding, lexicon: Lexicon) -> bool:
    """A tumor that was tested, where question and report speak of none."""
    if not asked.stated or not _TUMOR.search(text) or _SPEAKS_OF_TUMOR.search(asked.text):
        return False
    stated = {f.analyte for f in asked.stated}
    if set(lexicon.entities(text)) & set(asked.entities) - stated - set(asked.concepts):
        return False  # what the question names is not of this report
    inborn = sum(f.origin == "germline" or f.kind in _GENOTYPES for f in asked.stated)
    return 2 * inborn > len(asked.stated)


def _is_of_failure(text: str, asked: Understanding) -> bool:
    """A failed test, where a test was only not done, is unclear, or found nothing."""
    touched = asked.findings
    missed = bool(touched) and all(f.polarity == "absent_stated" for f in touched)
    fails = _NO_ANSWER if missed else _FAILS
    if not fails.search(text) or fails.search(asked.text):
        return False
    open_ones = [f for f in touched if f.polarity in {"not_performed", "indeterminate"}]
    failed = any(_FAILED.search(f.evidence.text) for f in open_ones)
    return missed or (bool(open_ones) and not failed)


def _is_of_surgery(text: str, asked: Understanding) -> bool:
    """Surgery, of which one who asks of a result said nothing."""
    if not asked.findings or asked.asked in {"options", "next_step"}:
        return False
    return bool(_SURGERY.search(text)) and not _ON_SURGERY.search(asked.text)


def _is_of_look_alike(
    text: str, asked: Understanding, lexicon: Lexicon, known_genes: Collection[str]
) -> bool:
    """How a gene differs from one that looks alike, which nobody has named."""
    alike = _IS_NOT.search(text)
    if alike is None or not asked.findings:
        return False
    genes = {e for e in lexicon.entities(alike[1]) if lexicon.entries[e].kind == "genes"}
    return bool(genes) and genes.isdisjoint(known_genes)


def _is_of_vus(text: str, asked: Understanding) -> bool:
    """A VUS in some gene, where other results are touched."""
    if not asked.findings or "VUS" in asked.entities:
        return False
    is_vus = any(f.classification == "vus" for f in asked.findings)
    return not is_vus and text.startswith("A VUS in ")
