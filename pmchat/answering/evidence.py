"""Whether what was found is strong enough to answer from."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pmchat.answering.cancers import on_another_cancer
from pmchat.answering.lookup import LOOK_ALIKES, MAIN, READ_WITH, SYNDROME_GENES, is_slight
from pmchat.answering.understand import Understanding
from pmchat.corpus.release import Release
from pmchat.lexicon import Lexicon
from pmchat.model import Document, Finding
from pmchat.retrieval.search import NAMED_KINDS, Hit

COVERAGE_WEIGHT = 0.5
NAMED = 0.25
MISSING = 0.25
"""Weights of `strength`, from a logistic regression on the golden questions.

A named gene, drug or law makes any page about it look near, whatever is asked
of it, so that a question with names needs more.
"""

ENOUGH = 0.42
"""Strength at which the library answers; below it there is no answer."""

STRANGE = 0.67
"""The same for a question without any name or word of the field, which chance can bring near."""

CLOSE = 0.55
"""Strength from which an answer needs no word of caution."""

FLOOR = 0.40
"""Cosine below which, without a known name, shared words are chance."""

LOOKED_AT = 3
"""How many of the best passages are looked at; the strongest of them counts."""

IN_SCOPE = 0.35
"""Below this cosine, with no known name, a question is about something else."""

CH = "clonal hematopoiesis"
"""What the page on changes of blood cells is about, which are no news beside a leukemia."""

HOME = "US"
"""Whose laws are told unless the question names another country."""

_ON_HARMFUL = frozenset({"hereditary", "targeted-therapy"})
"""Areas whose pages tell of changes that are known to matter; of a VUS that is not known."""

READ_ON = {True: READ_WITH["germline"], False: READ_WITH["tumor_ngs_tissue"]}
"""Under which name the library tells how to read a report of inherited changes, or of others."""

_ON_TUMORS = frozenset({"targeted-therapy", "immunotherapy"})
"""Areas whose pages tell of changes in tumors."""

_TUMOR_TESTS = frozenset(
    "gene-expression test,IHC,MRD,liquid biopsy,NGS,multi-cancer early detection test".split(",")
)
"""Pages on tests of a tumor, or for cancer, which do not explain changes from birth."""

_FUSED = re.compile(r"\b[A-Z0-9]+::[A-Z0-9]+\b")
"""The name of two joined genes."""

_BESIDE = frozenset({"consumer DNA test", "distress", LOOK_ALIKES})
"""Pages that do not explain a finding of a report, unless they are asked for by name."""

EUROPE = re.compile(
    r"\b(?:UK|U\.K\.|NHS|EU|GDPR|(?i:Brit(?:ain|ish)|England|Scotland|Wales|Ireland|Europe\w*"
    r"|Germany|France|Spain|Italy|Netherlands|Belgium|Austria|Sweden|Denmark|Poland|London))\b"
)
OVERSEAS = re.compile(r"\b(?:Canad\w+|Austral\w+|India|Japan|China|Mexico|Brazil)\b", re.IGNORECASE)
"""Countries of which the library has pages on rights, and of which it has none."""

_OF_FIELD = re.compile(
    r"\b(?:gen(?:es?|etics?|omes?|omics?)\b|dna\b|tests?\b|test(?:ed|ing)\b|cancer|tumou?r|results?\b"
    r"|reports?\b|treat(?:ment|ed)|medic|drugs?\b|pills?\b|tablets?\b|chemo|doctor|nurse|clinic|hospital"
    r"|labs?\b|blood|cells?\b|inherit|famil|relatives?\b|mutat|variants?\b|counsel|insur|trials?\b|scans?\b"
    r"|surg|operation|biops|diagnos|therap|patient|illness|disease|pregnan|bab(?:y|ies)\b|research"
    r"|husband|wife\b|partner|mothers?\b|fathers?\b|mom\b|mum\b|dad\b|sons?\b|daughters?|brothers?\b|sisters?\b"
    r"|child|kids?\b|papers?\b|upload|chatbots?\b|bots?\b)",
    re.IGNORECASE,
)
"""Words of the field that the library is about, of the people in it, and of this program."""

SIDE_EFFECT_KINDS = frozenset({"side_effects", "urgent", "limits", "numbers"})


def strength(hits: Sequence[Hit], understanding: Understanding, lexicon: Lexicon) -> float:
    """How much of the question the best passages meet, about 0 to 1.5; 0 if there are none.

    Cosine and coverage, less what the question names and the passage does not.
    A question with codes that nothing knows cannot be answered.
    """
    if understanding.unknown and not understanding.findings:
        return 0.0
    names = {e for e in understanding.entities if lexicon.entries[e].kind in NAMED_KINDS}

    def met(hit: Hit) -> float:
        told = set(hit.passage.entities)
        missing = sum(_missing(n, told, lexicon) for n in names) / len(names) if names else 0.0
        reached = hit.score.similarity + COVERAGE_WEIGHT * hit.score.coverage
        return reached - (NAMED if names else 0.0) - MISSING * missing

    floor = 0.0 if names else FLOOR
    near = [hit for hit in hits[:LOOKED_AT] if hit.score.similarity >= floor]
    return max(map(met, near), default=0.0)


def is_enough(evidence: float, understanding: Understanding) -> bool:
    """Whether the library can answer, from the `strength` of what was found."""
    return evidence >= (STRANGE if _is_strange(understanding) else ENOUGH)


def _is_strange(understanding: Understanding) -> bool:
    """Whether a question touches nothing known, and has no word of the field either."""
    known = understanding.entities or understanding.findings or understanding.remarks
    return not (known or _OF_FIELD.search(understanding.query))


def _missing(name: str, told: set[str], lexicon: Lexicon) -> float:
    """How far a passage misses a name: not at all, half if it tells of its kind, or wholly."""
    if name in told:
        return 0.0
    return 0.5 if told & set(lexicon.related(name)) else 1.0


def fitting(hits: Sequence[Hit], understanding: Understanding, release: Release) -> list[Hit]:
    """The passages that may be told at all, best first.

    A question on the side effects of a drug is not answered by what it is for, nor by
    the side effects of another; one on who may see a result, not by what the result means;
    one on a finding in a tumor, not by what is true of inherited changes; one on an inherited
    change, not by the drugs for tumors that have it.
    """
    entries = release.lexicon.entries
    named = any(entries[e].kind in {"genes", "drugs"} for e in understanding.entities)
    harm = understanding.asked == "side_effects" and named
    found = understanding.findings
    in_tumor = bool(found) and all(f.origin != "germline" for f in found)
    in_tumor = in_tumor and not understanding.of_person
    inborn = bool(found) and all(f.origin == "germline" for f in found)
    inborn = inborn or understanding.of_person or _is_all_inborn(understanding)
    drugs = understanding.asked in {"options", "side_effects", "cost"}
    drug_genes = not found and _is_on_drug_genes(understanding.stated)
    private = understanding.asked == "privacy" and any(h.passage.kind == "privacy" for h in hits)
    negative = any(f.kind == "summary" and f.polarity == "absent_stated" for f in found)
    changes = [f for f in found if f.kind != "summary"]
    aside = _aside(understanding, release.lexicon) if found else frozenset()
    blood_cells = bool(found) and CH not in understanding.entities
    blood_cells = blood_cells and all(f.origin != "possible_ch" for f in found)
    abroad = bool(EUROPE.search(understanding.query))
    return [
        h
        for h in hits
        if h.fits
        and (abroad or _is_of_home(release.by_id[h.passage.document_id]))
        and aside.isdisjoint(release.by_id[h.passage.document_id].entities[:1])
        and (not private or h.passage.kind == "privacy")
        and (not harm or (h.passage.kind in SIDE_EFFECT_KINDS and h.score.entity > 0))
        and not (negative and _is_on_syndrome(release.by_id[h.passage.document_id], understanding))
        and not (found and _is_on_another_cancer(h, understanding, release))
        and not _is_on_unsure(release.by_id[h.passage.document_id], changes)
        and not (blood_cells and release.by_id[h.passage.document_id].entities[:1] == (CH,))
        and not _is_on_missed(release.by_id[h.passage.document_id], understanding)
        and not (in_tumor and release.by_id[h.passage.document_id].area == "hereditary")
        and not (drug_genes and release.by_id[h.passage.document_id].area == "hereditary")
        and not (inborn and not drugs and release.by_id[h.passage.document_id].area in _ON_TUMORS)
    ]


def _is_all_inborn(understanding: Understanding) -> bool:
    """Whether nothing is touched of a report that has results from birth alone."""
    stated = understanding.stated
    return (
        not understanding.findings and bool(stated) and all(f.origin == "germline" for f in stated)
    )


def _is_on_drug_genes(stated: Sequence[Finding]) -> bool:
    """Whether a report is on genes that handle drugs, which tell of no inherited cancer."""
    genotypes = [f for f in stated if f.kind in {"genotype", "haplotype"}]
    return 2 * len(genotypes) > len(stated)


def _is_on_unsure(document: Document, changes: Sequence[Finding]) -> bool:
    """Whether a page tells of harmful changes where none is known to matter in its genes."""
    if document.area not in _ON_HARMFUL:
        return False
    own = [f for f in changes if f.analyte in document.entities[:SYNDROME_GENES]] or changes
    return bool(own) and all(_is_unsure(f) for f in own)


def _is_on_missed(document: Document, understanding: Understanding) -> bool:
    """Whether a page is chiefly on a gene that the report tested and did not find, where others
    were found and nobody asked of it."""
    if document.area != "targeted-therapy" or not understanding.has_found:
        return False
    asked = {*understanding.entities, *(f.analyte for f in understanding.findings)}
    if asked & set(document.entities):
        return False
    chief = document.entities[0]
    own = [f for f in understanding.stated if chief in {f.analyte, *_FUSED.findall(f.as_printed)}]
    return bool(own) and all(f.polarity == "absent_stated" for f in own)


def _is_unsure(finding: Finding) -> bool:
    """Whether a change is not known to matter, or only a little: no syndrome is told of it."""
    return finding.classification == "vus" or is_slight(finding)


def _aside(understanding: Understanding, lexicon: Lexicon) -> frozenset[str]:
    """The pages of `_BESIDE` that the question does not ask for."""
    asked = set(understanding.entities)
    groups = [{e.id, *e.members} for e in lexicon.entries.values() if e.members]
    mixed_up = any(
        other in asked and not any({name, other} <= group for group in groups)
        for name in asked
        for other in lexicon.look_alikes.get(name, ())
    )
    told_apart = {LOOK_ALIKES} if mixed_up or understanding.not_stated else set()
    germline = {f.origin == "germline" for f in understanding.findings}
    other_reports = {READ_ON[not g] for g in germline} if len(germline) == 1 else set()
    of_tumors = _TUMOR_TESTS if germline == {True} else frozenset()
    return (_BESIDE | other_reports | of_tumors) - asked - told_apart


def _is_on_another_cancer(hit: Hit, understanding: Understanding, release: Release) -> bool:
    """Whether a page is on cancers that neither the report nor the question names.

    The page on a result that was found never is: its single sentences are looked at instead.
    """
    named = release.by_id[hit.passage.document_id].entities
    if set(named[:MAIN]) & set(understanding.concepts):
        return False
    own = {*understanding.cancers, *understanding.entities} if understanding.cancers else ()
    return on_another_cancer(named, own, release.lexicon)


def _is_on_syndrome(document: Document, understanding: Understanding) -> bool:
    """Whether a page is on inherited changes that the question does not name."""
    return document.area == "hereditary" and not set(document.entities[:MAIN]) & set(
        understanding.entities
    )


def _is_of_home(document: Document) -> bool:
    return bool({"any", HOME} & set(document.jurisdiction))


def is_in_scope(hits: Sequence[Hit], understanding: Understanding) -> bool:
    """Whether the question is about anything that the library is about."""
    if understanding.entities or understanding.unknown:
        return True
    if _is_strange(understanding):
        return False
    return bool(hits) and max(h.score.similarity for h in hits) >= IN_SCOPE
