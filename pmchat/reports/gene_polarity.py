"""Whether a gene, or its change or genotype, is there by the words of its row."""

from __future__ import annotations

import re

from pmchat.model import Polarity
from pmchat.reports.amounts import inner_amount, share_before
from pmchat.reports.classes import told_anew
from pmchat.reports.explanations import told_by
from pmchat.reports.items import joined_in_words
from pmchat.reports.pgx import (
    Genotype,
    printed_pair,
    unchanged,
)
from pmchat.reports.probes import normal_probe
from pmchat.reports.prose import wordy
from pmchat.reports.seen import Seen, has_amount, may_be_absent
from pmchat.reports.targets import (
    announced,
    asked_for,
)
from pmchat.reports.values import (
    Amount,
    below_cutoff,
    read_copies,
    read_fraction,
    read_level,
    read_ratio,
    within_normal,
)

# The doubt is on whether it is there, not on what it means.
_CALL = re.compile(
    r"\b(?:results?|calls?|signals?|presence|detection) (?:is |was |remains? )?"
    r"(?:uncertain|unclear)"
    r"|\b(?:uncertain|unclear) (?:results?|calls?|signals?)\b",
    re.I,
)
# "Factor V Leiden: heterozygous"
_ZYGOSITY = re.compile(
    r"\)?[\w ]{0,20}(?::|\t|\s{2,}| -)\s*(?:compound )?(?:hetero|homo|hemi)zygous\b"
    r"(?![^.;|\t]*\b(?:normal|wild|reference|not|for)\b)",
    re.I,
)
# A row of a gene, perhaps a place, and the class of what was found there.
_CLASSED = re.compile(
    r"(?:(?:\s{2,}|\s*[|\t]\s*)(?:(?:chr)?(?:[\d,:-]+|[XY])|(?:hetero|homo|hemi)zygous))*"
    r"(?:\s{2,}|\s*[|\t]\s*)(?:(?:likely )?pathogenic|VUS"
    r"|(?:variant of )?uncertain significance)[\s|]*",
    re.I,
)
# One letter on both copies, of which nothing tells whether it is the usual one.
_TWICE = re.compile(
    r"(?!.*(?:metaboli|zygous))\W*rs\d+\b.*(?:[|\t]|\s{2})\s*([ACGT])/?\1\s*(?:[|\t]|\s{2}|$)"
)
# "Another drug if CYP2C19 poor metabolizer" tells of no one
_IF = re.compile(
    r"\b(?:if|when|unless|should)\s+(?:(?:the|a|an|is|patient|you|are|were) ){0,4}$", re.I
)
# A "no" in front whose reach is not known: better nothing is said than the contrary.
_DENIED = re.compile(r"\b(?:no|without) \w", re.I)
_NO_WORD = re.compile(r"\b(?:no|not|none|neither|nor|without|negative)\b", re.I)
_NOT_BE = re.compile(r"\b(?:could|can)\b[^.;|\t]{0,40}\bnot be\b", re.I)
_OPEN_DENIAL = re.compile(r"\b(?:no|not(?! only)|without|neither|nor|never)\b[^.;:|\t]*$", re.I)
_GONE = re.compile(r"lost", re.I)  # of a change, not of a protein
_NO_CELL = re.compile(r"(?:\s{2}|[|\t])\s*no\s*(?=\s{2}|[|\t]|$)", re.I)
_SHARE_CELL = r"(?!0+(?:[.,]0+)?\s?%)\d+(?:[.,]\d+)?\s?%"
_ND_CELL = r"(?:ND|n\.d\.)"
_SHARE_AND_ND = re.compile(
    rf"(?:\s{{2}}|[|\t])\s*(?:{_SHARE_CELL}\s*(?:\s{{2}}|[|\t])\s*{_ND_CELL}"
    rf"|{_ND_CELL}\s*(?:\s{{2}}|[|\t])\s*{_SHARE_CELL})(?!\w)"
)
# "T878A   nd   nd   nd": at no draw
_AT_NO_DRAW = re.compile(rf"(?:(?:\s{{2}}|[|\t])\s*{_ND_CELL}(?=\s{{2}}|[|\t]|\s*$)){{2,}}", re.I)
# "CHEK2 deletion/duplication" alone names a test
_METHOD = re.compile(r"\bdel(?:etion)?s?\s?/\s?dup(?:lication)?s?\W*(?:analysis\W*)?$", re.I)
_ONE_COPY = re.compile(r"\b(?:hemi|hetero|homo)zygous\b|\b(?:het|hom|hemi)\.(?!\w)", re.I)
_READS = re.compile(r"\b\d+ (?:\w+ )?reads\b")
_EMPTY = re.compile(
    r"\b(?:none|nil|N/?A)\b|(?:\s{2}|[|\t])\s*(?:no\b|[-\u2013\u2014]+\s*(?:$|[|\t]))"
    r"|\s[-\u2013\u2014]+\s*$"
    r"|(?:\s{2}|[|\t])\s*see (?:the )?(?:foot)?(?:note|comment)s?\b",
    re.I,
)


def gene_polarity(seen: Seen, genotype: Genotype | None) -> Polarity | None:
    """The polarity of a gene's item, or None when the row states nothing about it."""
    item, section, stated = seen.item, seen.row.section.kind, seen.scope.polarity
    if section == "negatives":
        if has_amount(seen):
            return "present"  # and asked about: see `_confidence`
        if stated == "present" and item.bare and _sentence_says(seen):
            return None
        return stated if stated in ("indeterminate", "not_performed") else "absent_stated"
    if stated == "indeterminate" and _of_meaning(seen):
        stated = "present"
    if section == "positives":
        return stated or "present"
    if section == "indeterminate" and stated != "absent_stated":
        return "indeterminate"
    if genotype is not None and not item.analyte.startswith("HLA"):
        return _genotype_polarity(seen, genotype)
    if stated == "absent_stated" and _SHARE_AND_ND.search(seen.row.text[item.end : seen.stop]):
        return None  # of two draws, perhaps, of which the later is not known
    if stated is not None:
        if item.variants and _GONE.fullmatch(seen.row.text[slice(*(seen.scope.cue or (0, 0)))]):
            return "absent_stated"
        named = genotype is not None or not item.bare or _signed(seen)  # "HLA-A*31:01 was found"
        return None if stated == "present" and not named and not _bare_present(seen) else stated
    if item.bare and normal_probe(to_end(seen)):
        return "absent_stated"
    if item.bare:
        behind = seen.row.text[item.head_end : seen.stop]
        told = _ZYGOSITY.match(behind) or (not seen.lead.strip() and _CLASSED.fullmatch(behind))
        return "present" if told else None
    return _unstated(seen)


def _of_meaning(seen: Seen) -> bool:
    """True for a change that is there, and whose meaning is uncertain."""
    if _CALL.search(seen.words):
        return False
    uncertain = seen.read_class(seen.words) in ("vus", "tier_3")
    return bool(seen.item.variants) and (uncertain or told_anew(seen.words) is not None)


def _sentence_says(seen: Seen) -> bool:
    """True for a sentence of its own below a list: "Two ESR1 mutations are now found"."""
    sentence = seen.row.text[seen.sentence.start : seen.sentence.end]
    return wordy(sentence, 1) and not _NO_WORD.search(sentence)


def _genotype_polarity(seen: Seen, genotype: Genotype) -> Polarity | None:
    """A genotype that is printed is there; one allele can be tested for and not be found."""
    stated = seen.scope.polarity
    if _IF.search(seen.lead):
        return None
    if seen.item.variants and _TWICE.match(seen.row.text):
        return "indeterminate"
    if stated == "not_performed" and printed_pair(seen.words):
        return (
            "present" if genotype.value else "indeterminate"
        )  # a part of the test failed: "*1/*4, copy number FAILED"
    if stated == "indeterminate" and _of_effect(seen):
        return "present"
    if stated == "not_performed" or (stated == "indeterminate" and genotype.value is None):
        return stated
    words = seen.row.text[seen.item.start : seen.stop]
    usual = any(unchanged(words, v.hgvs or "") for v in seen.item.variants)
    if stated == "absent_stated" and (genotype.allele_only or usual):
        return stated
    sentence = seen.row.text[seen.sentence.start : seen.sentence.end]
    sought = asked_for(sentence) or (announced(sentence) and not printed_pair(sentence))
    if genotype.value is None and stated is None and sought:
        return None
    return "present"


def _of_effect(seen: Seen) -> bool:
    """True for "possible" behind a genotype: "*28/*28; neutropenia possible" with a drug."""
    start, end = seen.scope.cue or (0, 0)
    lead = seen.row.text[seen.item.start : start]
    said = seen.row.text[start:end].lower() == "possible"
    return said and printed_pair(lead) and not re.search(r"\bor\b", lead)


def _signed(seen: Seen) -> bool:
    """True for a plus right behind the name: "CD19+"."""
    start, end = seen.scope.cue or (0, 0)
    return seen.row.text[start:end].strip() == "+"


def _bare_present(seen: Seen) -> bool:
    """A gene named without a change is there only by plain words such as "KRAS: mutated"."""
    words = seen.words
    start, end = seen.scope.cue or (0, 0)
    if seen.row.text[start:end].lower().startswith("you have inherited"):
        return True
    if not seen.row.text[seen.sentence.start : start].strip(" *-") and start < seen.item.start:
        return bool(re.fullmatch(r"\s*:[A-Z0-9, ]*", seen.row.text[end : seen.item.start]))
    return not wordy(words, 5) and bool(
        re.match(
            r"\W*\w[\w-]*(?:\W+\w+){0,6}?\W+(?:mut(?:ated|ation|ant)?\b|positive|detected|abnormal|amplified|rearranged"
            r"|deleted|carrier|premutation|full mutation)",
            words,
            re.I,
        )
        or re.search(r"\b(?:(?:variant|mutation|alteration)s?|Leiden)\b", seen.row.text, re.I)
    )


_PROBE = re.compile(r"\bbreak[- ]?apart(?: (?:probe|assay|FISH|test))*\W*$", re.I)
"""The name of a probe with nothing behind it."""


def _unstated(seen: Seen) -> Polarity | None:
    """A row of a result table states by standing there; a line of prose does not."""
    row, item = seen.row, seen.item
    sentence = row.text[seen.sentence.start : seen.sentence.end]
    fraction = read_fraction(row.text[item.end : seen.stop], seen.context.fraction_column)
    if item.variants and told_anew(sentence) is not None:
        return "present"
    if fraction is None and item.variants:
        fraction = inner_amount(seen) or share_before(seen)
    looked_for = (_NO_CELL, _PROBE, _METHOD)
    if fraction is None and any(rx.search(seen.words) for rx in looked_for):
        return None
    asked = asked_for(told_by(sentence, seen.read_class)) and not (row.fraction and fraction)
    asked = asked or (fraction is None and announced(sentence))
    normal = item.rearranged and within_normal(to_end(seen))
    if asked or (row.section.kind == "prose" and fraction is None and not normal):
        return None
    told = read_copies(seen.words) or seen.read_class(seen.words)
    if not item.variants and not told and _empty(seen, fraction):
        return None
    tail = row.text[item.end : seen.stop]
    level = fraction or read_level(tail) or read_ratio(tail)
    none = (level is not None and level.value.number == 0) or below_cutoff(tail)
    none = none or (level is None and bool(_AT_NO_DRAW.search(to_end(seen))))
    if none or normal:
        return "absent_stated"
    sign = (level and level.value.operator) or ""
    if sign and (fraction is None or may_be_absent(seen)):
        return "indeterminate"
    if row.fraction and fraction is None and item.variants and not _ONE_COPY.search(tail):
        return None
    foreign = seen.context.language != "en" and fraction is None and not told
    if foreign or _TWICE.match(row.text):
        return "indeterminate"
    sure = fraction or (item.variants and seen.read_class(seen.words))
    if wordy(told_by(sentence, seen.read_class), 8 if sure else 4):
        return None
    lead = row.text[seen.sentence.start : item.start]
    denied = _OPEN_DENIAL.search(lead) or _DENIED.search(seen.words) or _NOT_BE.search(sentence)
    denied = denied or _IF.search(lead)
    if not fraction and not told and (denied or joined_in_words(row.text, item)):
        return None
    if wordy(lead, 2) and not fraction and seen.index == 0:
        return None
    return "present"


def to_end(seen: Seen) -> str:
    """The words from the item on, with those of its translocation: "PML::RARA  t(15;17)"."""
    later = seen.sentence.items[seen.index + 1 :]
    alone = all(i.mark is not None for i in later)
    return seen.row.text[seen.item.start : seen.sentence.end if alone else seen.stop]


def _empty(seen: Seen, fraction: Amount | None) -> bool:
    """True for a cell without a result; a dash where the share would stand is none.

    A share below some limit, as a cut-off is printed, is no result either.
    """
    if fraction is not None and fraction.value.operator not in ("<", "<="):
        return False
    words = seen.words
    if seen.item.event is not None and (seen.context.fraction_column or _READS.search(words)):
        words = re.sub(r"\s[-\u2013\u2014]{1,3}\s*$", "", words)
    return bool(_EMPTY.search(words))
