"""Sentences of the library on two results that stand together in one report."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import product

from pmchat.answering.lookup import changed, result_names
from pmchat.answering.nearest import Pair, Told
from pmchat.answering.presumed import pairs_with
from pmchat.answering.understand import Understanding
from pmchat.corpus.release import Release
from pmchat.model import Finding

_NAMES = 6
"""A sentence with more names than this is a list, and joins nothing."""

_TOLD_APART = re.compile(r"\b(?:different (?:genes?|from|finding)|not the same|is not)\b")
"""Words of a sentence that keeps two names from being mistaken for each other."""

_SAME = {"dMMR": "MSI", "pMMR": "MSS"}
"""Two names of one result, which do not make two."""

ASIDE = frozenset({"foundations", "testing"})
"""Areas whose pages name results as examples only."""

_SCORE = re.compile(r"(?<!\d)[0-3]\+")
"""The score of a stain."""

_PARTNERS = 12
"""How many other findings of a report are looked at."""


def joined(understanding: Understanding, release: Release) -> list[Pair]:
    """The sentences that name a finding touched and another one, of which one was found."""
    found: dict[str, Pair] = {}
    for mine, other in _pairs(understanding):
        own, others = _names(mine, release), _names(other, release)
        for told in _on_both(own - others, others - own, release):
            if _fits(told[1].text, (mine, other), understanding, release):
                found.setdefault(told[1].text, Pair(told, other))
    for pair in _stain_with_copies(understanding, release):
        found.setdefault(pair.told[1].text, pair)
    aside = ASIDE if understanding.inherited else {*ASIDE, "hereditary"}
    return [p for p in found.values() if release.by_id[p.told[0].document_id].area not in aside]


def _pairs(understanding: Understanding) -> Iterator[tuple[Finding, Finding]]:
    """Findings touched with others of the same sample; not those of unknown meaning."""
    touched = [f for f in understanding.findings if _tells(f)]
    ids = {f.id for f in touched}
    partners = [f for f in understanding.stated if _tells(f)]
    partners.sort(key=lambda f: f.polarity != "present")
    for mine, other in product(touched, partners[:_PARTNERS]):
        alone = mine.polarity != "present" and other.polarity != "present"
        twice = other.id in ids and other.id <= mine.id
        if not alone and not twice and mine.specimen_id == other.specimen_id:
            yield mine, other


def _stain_with_copies(understanding: Understanding, release: Release) -> Iterator[Pair]:
    """The sentences on a stained protein's score with the copies of its gene: HER2 2+ and ISH."""
    for stain, copies in product(understanding.findings, understanding.stated):
        score = _SCORE.search(stain.as_printed) if stain.kind == "protein" else None
        if not score or copies.kind != "cnv" or copies.analyte != stain.analyte:
            continue
        sign = "positive" if copies.polarity == "present" else "negative"
        on_gene = (p for p in release.passages.values() if stain.analyte in p.entities)
        for passage, statement in ((p, s) for p in on_gene for s in p.statements):
            if score[0] in statement.text and f"a {sign} ISH" in statement.text:
                yield Pair((passage, statement), copies)


def _tells(finding: Finding) -> bool:
    return (
        finding.kind not in {"summary", "genotype", "haplotype"}
        and finding.polarity in {"present", "absent_stated"}
        and finding.classification not in {"vus", "benign", "likely_benign"}
    )


def _names(finding: Finding, release: Release) -> set[str]:
    """The gene, variant or biomarker, and what the result is called."""
    printed = release.lexicon.entities(f"{finding.analyte} {changed(finding)}")
    entries = release.lexicon.entries
    tested = {n for n in printed if entries[n].kind in {"genes", "variants", "biomarkers"}}
    return {_SAME.get(n, n) for n in {*tested, *result_names(finding)}}


def _on_both(own: set[str], others: set[str], release: Release) -> Iterator[Told]:
    """The sentences that name one of each."""
    for passage in release.passages.values():
        told = {_SAME.get(n, n) for n in passage.entities}
        if own.isdisjoint(told) or others.isdisjoint(told):
            continue
        for statement in passage.statements:
            named = {_SAME.get(n, n) for n in release.lexicon.entities(statement.text)}
            if len(named) <= _NAMES and named & own and named & others:
                yield passage, statement


def _fits(
    text: str, pair: Sequence[Finding], understanding: Understanding, release: Release
) -> bool:
    """Whether a sentence has both results as they are, and no gene that the report has not."""
    if _TOLD_APART.search(text):
        return False
    if not all(pairs_with(f, _names(f, release), text, release.lexicon) for f in pair):
        return False
    entries = release.lexicon.entries
    known = {n for f in understanding.stated for n in _names(f, release)}
    known |= {m for n in known for m in entries[n].members}
    named = release.lexicon.entities(text)
    return all(n in known for n in named if entries[n].kind in {"genes", "variants"})
