"""Keeps out sentences of the library that presume another result than the person's."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from typing import Final

from pmchat.answering.lookup import GENE_KINDS, HARMFUL, HARMLESS, is_undetected_msi, result_names
from pmchat.lexicon import Lexicon, Mention
from pmchat.model import Finding
from pmchat.reports.genes import MISMATCH_REPAIR
from pmchat.text import numbers

_NOTHING_FOUND = re.compile(
    r"\bno \S+ (?:change|fusion|mutation)|\bwithout (?:a|an|any)\b|wild[ -]type|negative\b"
    r"|\bmissing\b|not (?:found|detected)",
    re.IGNORECASE,
)
"""Words of a sentence on a result in which nothing was found."""

_BEFORE_ABSENT = re.compile(
    r"\b(?:no|without(?: an?| any)?|neither|missing|absence of|lacks? an?) (?:[\w-]+ ){0,2}$",
    re.IGNORECASE,
)
_AFTER_ABSENT = re.compile(
    r"^(?:[- ](?:negative|wild[- ]type|stable)\b|(?: \w+){0,2} (?:is|was|were|are) not"
    r" (?:found|detected|there)\b|(?: \w+){0,2} missing\b)",
    re.IGNORECASE,
)
_PIECE = re.compile(r"\b(?:pieces?|parts?|bits?|letters?) of (?:the )?$", re.IGNORECASE)
"""Before a gene of which a piece is missing: that is a change, and no gene without one."""

_BEFORE_FOUND = re.compile(
    r"\b(?:an?|harmful|inherited|with|your|the same|positive) (?:[\w-]+ )?$", re.IGNORECASE
)
_AFTER_FOUND = re.compile(
    r"^(?:[- ]positive\b|(?: exon \d+| gene)? (?:changes?|mutations?|fusions?|variants?"
    r"|amplifications?|insertions?|deletions?|rearrangements?)\b)",
    re.IGNORECASE,
)
_TWO_WAYS = re.compile(r"\bif\b|\bwhether\b|\bor not\b|rule[sd]? out|\bcan be\b", re.IGNORECASE)
"""Words of a sentence that speaks of a result as open."""

OPPOSITES: Final = (
    ({"MSS", "pMMR"}, {"MSI", "dMMR"}),
    ({"HER2-negative"}, {"HER2-positive"}),
    ({"uninformative negative"}, {"true negative"}),
)
"""Names of results, normal and not, of which a report has one or the other."""

_HIGH: Final = {"TPS": 50.0, "CPS": 10.0, "TMB": 10.0}
"""From which number on a sentence on a low result is out of place, and below it one on a high."""

_MEASURED: Final = {"PD-L1", "TMB"}
_SAID_OF: Final = {*GENE_KINDS, "signature"}
"""Kinds of findings of which "positive" and "found" are said."""
_LOW_WORDS = re.compile(
    r"\b(?:low|zero|lower|negative)(?: or (?:low|zero))? (?:\w+ )?$", re.IGNORECASE
)
_HIGH_WORDS = re.compile(r"\b(?:very )?high (?:\w+ )?$", re.IGNORECASE)
_COUNTS_HIGH = re.compile(r"\bcounts? as high\b", re.IGNORECASE)
_TYPES = re.compile(
    r"\b(?:(ultrarapid|rapid)"
    r"|(poor|intermediate|normal|decreased)"
    r"(?= (?:[A-Z0-9]+ )?(?:metaboli\w+|types?|results?|function)))\b",
    re.IGNORECASE,
)
"""How fast a drug gene works, in a report and in the library."""

_OWN_CHANGE = re.compile(
    r"\byour (?:\w+ )?(?:change|fusion)\b|\b(?:change|fusion|finding) (?:is )?on your report\b",
    re.IGNORECASE,
)
"""Words that presume that a change was found."""

_CHANGE_TOLD = re.compile(r"^(?:With )?(?:an?|your) (.+?) (?:change|mutation)\b", re.IGNORECASE)
"""A sentence on one change, and what it is called."""

_BOTH_CHANGED = re.compile(r"\b(?:both|two) copies\b.{0,40}\b(?:have|with) that same change\b")
_REFERENCE = re.compile(r"\breference\b|\bhomozygous (?:normal|wild)", re.IGNORECASE)
"""A sentence on a change in both copies of a gene, and a result that both are as usual."""

_BOTH = re.compile(
    r"(?=.*\bVUS\b).*\b(?:the|an?|second|that) harmful (?:\(pathogenic\) )?change\b", re.IGNORECASE
)
"""A sentence on a report with both."""

_AFTER_NEGATIVE = re.compile(
    r"^(?!.*\b(?:positive|relatives?)\b).*(?:\bnegative (?:\w+ )?(?:test|result)\b"
    r"|\b(?:uninformative|true) negative\b)",
    re.IGNORECASE,
)
"""A sentence on what follows a test from birth that found nothing."""

_INBORN_NEGATIVE = re.compile(
    r"\b(?:uninformative|true) negative\b|\bnegative (?:inherited|germline) test\b",
    re.IGNORECASE,
)
"""The same, where it cannot be of a tumor's test."""

_AFTER_POSITIVE = re.compile(r"\b(?:after )?a positive (?:BRCA )?(?:result|test)\b", re.IGNORECASE)
"""A sentence on what follows a harmful change from birth."""

_THE_VUS = re.compile(r"\b[Tt]he VUS\b|\byour VUS\b")
"""A sentence on a report that has one."""

_MSI_RESULT = re.compile(r"\bMSI-(?:high|H)\b|\bdMMR\b", re.IGNORECASE)

_ALL_INTACT = re.compile(r"\ball\b.{0,40}\bintact\b|\bpMMR\b.{0,20}\bmeans?\b")
"""A sentence on a tumor in which no repair protein is lost."""

_STABLE = re.compile(r"^MSS means\b")
"""A sentence on a tumor that was called stable."""

_REPAIR_LOST = re.compile(
    r"\bMLH1 (?:is|was|being) switched off\b|\bMLH1 methylation\b"
    r"|^loss of (?:a repair protein|MLH1|MSH2|MSH6|PMS2)\b",
    re.IGNORECASE,
)
"""A sentence on a tumor in which a repair protein is lost."""

_MOSTLY_BY_CHANCE = re.compile(r"\bmost cancers with poor repair are not inherited\b")
"""A sentence that holds chiefly where MLH1 is lost."""

_HRD_RESULT = re.compile(r"\bHRD-(?:positive|negative)\b")

_GENOTYPES: Final = {"genotype", "haplotype"}

NOT_THERE: Final = {"absent_stated", "not_performed"}

_EXAMPLE = re.compile(r"\b(VAF|TPS|CPS|TMB) of (\d+(?:\.\d+)?)\b(?! (?:percent )?or )")
"""A number given as an example, which a reader could take for their own."""


def suits(finding: Finding, text: str) -> bool:
    """Whether a sentence can be about such a result, and not about one that is the opposite."""
    if finding.polarity == "absent_stated":
        return bool(_NOTHING_FOUND.search(text))
    return finding.polarity != "present" or not _NOTHING_FOUND.search(text)


def pairs_with(finding: Finding, names: Container[str], text: str, lexicon: Lexicon) -> bool:
    """Whether a sentence on several results has this one, known by `names`, as it was found."""
    own = [m for m in lexicon.find(text) if any(n in names for n in _known_as(m, lexicon))]
    absent = [m for m in own if _is_absent(text, m)]
    return bool(absent) if finding.polarity == "absent_stated" else len(absent) < len(own)


def presumes_other(
    text: str,
    stated: Sequence[Finding],
    lexicon: Lexicon,
    asked: Container[str] = (),
    *,
    defines: bool = False,
) -> bool:
    """Whether a sentence can be true only of a report that states something else.

    "A report without an EGFR change" does not go with an EGFR change that was found, nor "a
    ROS1 fusion" with ROS1 not found, unless the sentence `defines` what that is. What a report
    does not state, nothing speaks against. A result that is `asked` about by name is told.
    """
    if not stated:
        return False
    mentions = lexicon.find(text)
    named = {m.entity for m in mentions}
    return (
        _is_opposite([m.entity for m in mentions if m.entity not in asked], stated)
        or _is_other_class(text, set(lexicon.entities(text)), stated, lexicon)
        or _is_other_example(text, stated)
        or (not defines and _is_of_unclear(text, stated))
        or _is_other_variant(text, stated, lexicon, asked)
        or any(words.search(text) and has(stated) for words, has in _NOT_BESIDE)
        or (not defines and _is_other_type(text, named, stated, asked))
        or any(_speaks_against(text, m, stated, lexicon, defines) for m in mentions)
    )


def _known_as(mention: Mention, lexicon: Lexicon) -> list[str]:
    """The name itself, its gene, and the members of a group of genes."""
    entry = lexicon.entries[mention.entity]
    return [entry.id, *filter(None, [entry.gene]), *entry.members]


def _is_absent(text: str, mention: Mention) -> bool:
    before, after = text[: mention.start], text[mention.end :]
    if _PIECE.search(before):
        return False
    return bool(_BEFORE_ABSENT.search(before) or _AFTER_ABSENT.search(after))


def _speaks_against(
    text: str, mention: Mention, stated: Sequence[Finding], lexicon: Lexicon, defines: bool
) -> bool:
    """Whether what is presumed of one name is the opposite of what every finding of it says."""
    entry = lexicon.entries[mention.entity]
    names = _known_as(mention, lexicon)
    own = [f for f in stated if f.analyte in names and f.kind != "summary"]
    before, after = text[: mention.start], text[mention.end :]
    if own and _OWN_CHANGE.search(text) and all(f.polarity in NOT_THERE for f in own):
        return True
    if own and own[0].analyte in _MEASURED:
        return _is_other_level(before, after, own, says_none=_is_absent(text, mention))
    if not own or _TWO_WAYS.search(text) or any(f.kind not in _SAID_OF for f in own):
        return False
    if _is_absent(text, mention):
        return any(f.polarity == "present" for f in own)
    is_found = _AFTER_FOUND.search(after) or (entry.gene and _BEFORE_FOUND.search(before))
    if is_found and all(f.classification == "vus" for f in own) and "VUS" not in text:
        return True
    if _names_found(text, stated, lexicon):
        return False  # "an EGFR or ALK change", of which one was found
    return bool(is_found) and not defines and all(f.polarity == "absent_stated" for f in own)


def _names_found(text: str, stated: Sequence[Finding], lexicon: Lexicon) -> bool:
    found = {f.analyte for f in stated if f.kind in GENE_KINDS and f.polarity == "present"}
    return bool(found & set(lexicon.entities(text)))


def _is_other_level(
    before: str, after: str, findings: Sequence[Finding], *, says_none: bool
) -> bool:
    """Whether a sentence on a low score stands beside a high one, or the other way round.

    `before` and `after` are its words around the name of the score.
    """
    values = [f.value for f in findings if f.value]
    levels = {
        v.number >= _HIGH[v.label] for v in values if v.number is not None and v.label in _HIGH
    }
    if len(levels) != 1:
        return False
    if levels == {True}:
        return says_none or bool(_LOW_WORDS.search(before))
    return bool(_HIGH_WORDS.search(before) or _COUNTS_HIGH.search(after))


def _is_opposite(named: Sequence[str], stated: Sequence[Finding]) -> bool:
    """Whether a sentence names first, of two opposite results, the one the report has not."""
    results = {n for f in stated for n in _results(f)}
    for normal, other in OPPOSITES:
        if not results & (normal | other):
            continue
        mine = other if results & other else normal
        first = next((n for n in named if n in normal | other), None)
        if first is not None and first not in mine:
            return True
    return False


def _results(finding: Finding) -> list[str]:
    if finding.polarity not in {"present", "absent_stated"}:
        return []
    if finding.analyte == "ERBB2" and finding.kind == "protein":
        names = {"present": "HER2-positive", "absent_stated": "HER2-negative"}
        return [names[finding.polarity]]
    return result_names(finding)


def _is_other_class(
    text: str,
    named: set[str],
    stated: Sequence[Finding],
    lexicon: Lexicon,
) -> bool:
    """Whether a sentence on a VUS in a gene stands beside a harmful change of that gene, or one
    on a harmful change with a VUS beside no harmful one."""
    if _BOTH.search(text) and not any(f.classification in HARMFUL for f in stated):
        return True
    if _THE_VUS.search(text) and not any(f.classification == "vus" for f in stated):
        return True
    own = [f for f in stated if set(lexicon.entities(f.analyte)) & named]
    classes = {f.classification for f in own}  # of the genes named
    return "VUS" in named and bool(classes & HARMFUL) and "vus" not in classes


def _is_other_example(text: str, stated: Sequence[Finding]) -> bool:
    """Whether a sentence gives a number as an example that is not the person's own."""
    example = _EXAMPLE.search(text)
    if not example:
        return False
    own = [f for f in stated if f.value and f.value.label == example[1]]
    if not own and any(f.analyte == example[1] for f in stated):
        return True  # the person has no such number
    return bool(own) and not any(example[2] in numbers(f.as_printed) for f in own)


def _is_of_unclear(text: str, stated: Sequence[Finding]) -> bool:
    """Whether a sentence is on MSI or HRD that is there or not, where that could not be told."""
    results = (("MSI", _MSI_RESULT), ("HRD", _HRD_RESULT))
    for analyte, result in results:
        own = [f for f in stated if f.analyte == analyte]
        unclear = bool(own) and all(f.polarity in {"indeterminate", "not_performed"} for f in own)
        if unclear and result.search(text):
            return True
    return False


def _is_other_variant(
    text: str, stated: Sequence[Finding], lexicon: Lexicon, asked: Container[str]
) -> bool:
    """Whether a sentence is on one change of a gene where the report has another: G12D, G12C."""
    told = _CHANGE_TOLD.search(text)
    if not told:
        return False
    own = own_variants(stated, lexicon)
    genes = {lexicon.entries[v].gene for v in own}
    named = {v for v in variants_in(told[1], lexicon) if lexicon.entries[v].gene in genes}
    return bool(named) and not any(v in asked for v in named) and not named & own


def _is_as_usual(stated: Sequence[Finding]) -> bool:
    """Whether both copies of a gene were read as usual."""
    return any(_REFERENCE.search(f.evidence.text) for f in stated if f.kind in GENE_KINDS)


def _is_negative(stated: Sequence[Finding]) -> bool:
    """Whether a test of what a person was born with found no harmful change."""
    changes = [f for f in stated if f.kind in GENE_KINDS]
    inborn = bool(changes) and all(f.origin == "germline" for f in changes)
    return inborn and all(f.polarity != "present" or f.classification == "vus" for f in changes)


def _is_not_negative(stated: Sequence[Finding]) -> bool:
    """Whether such a test found a change that is not called harmless, or gave no answer."""
    changes = [f for f in stated if f.kind in GENE_KINDS]
    inborn = bool(changes) and all(f.origin == "germline" for f in changes)
    found = any(f.polarity == "present" and f.classification not in HARMLESS for f in changes)
    return inborn and (
        found or all(f.polarity not in {"present", "absent_stated"} for f in changes)
    )


def _is_of_tumor_alone(stated: Sequence[Finding]) -> bool:
    """Whether nothing that a person was born with was tested."""
    return all(f.origin != "germline" and f.kind not in _GENOTYPES for f in stated)


def _lacks_protein(stated: Sequence[Finding]) -> bool:
    """Whether a mismatch repair protein is lost."""
    repair = (f for f in stated if f.kind == "protein" and f.analyte in MISMATCH_REPAIR)
    return any(f.polarity == "present" for f in repair)


def _lacks_msh(stated: Sequence[Finding]) -> bool:
    """Whether MSH2 or MSH6 is lost and MLH1 is not."""
    lost = {f.analyte for f in stated if f.kind == "protein" and f.polarity == "present"}
    return bool(lost & {"MSH2", "MSH6"}) and "MLH1" not in lost


def _keeps_proteins(stated: Sequence[Finding]) -> bool:
    """Whether mismatch repair proteins were stained, and none is lost."""
    repair = [f for f in stated if f.kind == "protein" and f.analyte in MISMATCH_REPAIR]
    return bool(repair) and all(f.polarity == "absent_stated" for f in repair)


def own_variants(stated: Sequence[Finding], lexicon: Lexicon) -> set[str]:
    """The variants that were found."""
    present = [f for f in stated if f.polarity == "present"]
    return {e for f in present for e in variants_in(f"{f.analyte} {f.as_printed}", lexicon)}


def variants_in(text: str, lexicon: Lexicon) -> set[str]:
    """The variants that a text names."""
    return {e for e in lexicon.entities(text) if lexicon.entries[e].kind == "variants"}


def _is_other_type(
    text: str, named: set[str], stated: Sequence[Finding], asked: Container[str]
) -> bool:
    """Whether a sentence is on drug genes of one type where the person's are all of another."""
    labels = [(f.analyte, f.value.label or "") for f in stated if f.value]
    typed = [(gene, _types(label)) for gene, label in labels if _types(label)]
    own = [types for gene, types in typed if gene in named] or [types for _, types in typed]
    told = {t for t in _types(text) if f"{t} metabolizer" not in asked}
    return bool(told) and bool(own) and not any(t in text.lower() for types in own for t in types)


def _types(text: str) -> set[str]:
    return {(fast or other).lower() for fast, other in _TYPES.findall(text)}


_NOT_BESIDE: Final = (
    (_AFTER_POSITIVE, _is_negative),
    (_AFTER_NEGATIVE, _is_not_negative),
    (_INBORN_NEGATIVE, _is_of_tumor_alone),
    (_BOTH_CHANGED, _is_as_usual),
    (_ALL_INTACT, _lacks_protein),
    (_REPAIR_LOST, _keeps_proteins),
    (_MOSTLY_BY_CHANCE, _lacks_msh),
    (_STABLE, lambda stated: any(map(is_undetected_msi, stated))),
)
"""Sentences by their words, and the reports beside which they are out of place."""
