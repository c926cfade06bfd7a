"""Genotypes of genes that handle medicines: star alleles and what they mean."""

from __future__ import annotations

import re
from typing import NamedTuple

from pmchat.model import Polarity, Value
from pmchat.reports.values import number

GENES = frozenset(
    "ABCG2 CACNA1S CFTR COMT CYP1A2 CYP2A6 CYP2B6 CYP2C CYP2C8 CYP2C9 CYP2C19 CYP2D6 CYP3A4 CYP3A5 "
    "CYP4F2 DPYD F2 F5 G6PD HLA-A HLA-B IFNL3 IFNL4 MT-RNR1 MTHFR NAT2 NUDT15 OPRM1 RYR1 SLCO1B1 "
    "APOE TPMT UGT1A1 UGT2B15 VKORC1 ADRA2A ANKK1 HTR2A HTR2C SLC6A4 GRIK4 BCHE UGT1A4 DRD2".split()
)
_ALLELE = r"\*\d+[A-Z]?(?:\.\d+)?(?:\s?x\s?(?:N|\d+)|\u2265\d+)?(?:\s?\+\s?\*\d+[A-Z]?)?"
_DIPLOTYPE = re.compile(rf"{_ALLELE}\s?/\s?{_ALLELE}|(?<!\w){_ALLELE}\s+{_ALLELE}")
_SINGLE = re.compile(rf"\(?{_ALLELE}(?![/\w:])")
_HAPB3 = re.compile(r"\bHapB3\b", re.I)
_HLA = re.compile(r"\*\d{2,3}(?::\d{2,3})+(?![\d])|\*\d{4}(?!\d)")
_PHENOTYPE = re.compile(
    r"\b(?:(?:likely |possible )?(?:poor|intermediate|normal|extensive|rapid|ultra-?\s?rapid)"
    r"(?: to (?:poor|intermediate|normal|extensive|rapid|ultra-?rapid))?(?: \(normal\))?"
    r" (?:metaboli[sz]er"
    r"|acetylator)"
    r"|(?:poor|decreased|reduced|intermediate|normal|increased|no|low|high) (?:transporter )?"
    r"(?:function|activity|response|sensitivity|expression|expressor|expresser)"
    r"|(?:non-?)?express(?:o|e)r|(?:increased|high|low|normal"
    r"|intermediate) (?:warfarin )?sensitivity"
    r"|(?:slow|intermediate|fast|rapid) acetylator|deficient|variable"
    r"|(?:poor|intermediate|normal)(?= \((?:activity (?:score )?|AS )(?:[:=] ?)?\d))\b",
    re.I,
)
_NOT_SO = re.compile(
    r"\bnot (?:an? )?(?:(?:poor|intermediate|normal|rapid|ultra-?rapid) metaboli[sz]er|deficient)",
    re.I,
)
# "CYP2C19  slower clearance possible" in a table of medicines tells what becomes of a medicine
_OF_MEDICINE = re.compile(
    r"\b(?:slower|faster|higher|lower|less|more|reduced|increased|decreased)\b[^.;|\t]{0,30}?"
    r"\b(?:clearance|levels?|exposure|active drug|formation|breakdown)\b[^.;|\t]{0,20}"
    r"\b(?:possible|likely|expected|predicted)\b",
    re.I,
)
_SHORT = re.compile(r"(?<![A-Za-z0-9])(PM|IM|NM|EM|RM|UM)(?![A-Za-z0-9])")
_SHORT_WORDS = {
    "PM": "poor metabolizer",
    "IM": "intermediate metabolizer",
    "NM": "normal metabolizer",
    "EM": "normal metabolizer",
    "RM": "rapid metabolizer",
    "UM": "ultrarapid metabolizer",
}
_SCORE = re.compile(
    r"(?:\bactivity score\s*(?:[:=]|of|is)?\s*|\((?:activity|AS) (?:[:=] ?)?"
    r"|(?<=metaboli[sz]er )\(score )(\d+(?:\.\d+)?)",
    re.I,
)
_BASES = re.compile(r"\b(?:rs\d+|-?\d+[ACGT]>[ACGT])\b.{0,20}?\b([ACGT]/[ACGT]|[ACGT]{2})\b")
_REFERENCE = r"(?:rs\d+ )?(?:[A-Z] )?\(?reference\)?(?: \([ACGT]+\))?"
_UNCHANGED = re.compile(rf"(?<!\w){_REFERENCE}\s?/\s?{_REFERENCE}(?!\w)", re.I)
_HLA_STATED = re.compile(r"(\*\d{2,3}:\d{2,3})\W{1,3}(positive|negative)\b", re.I)
# The long and short forms of a promoter, and the two amino acids of COMT.
_FORMS = re.compile(
    r"(?<![A-Za-z/])(?:[LS][AG]?/[LS][AG]?|(?:Val|Met)/(?:Val|Met)|[e\u03b5][234]/[e\u03b5]?[234])(?![A-Za-z/])"
)
# The usual form of G6PD is B; others are named by where they were seen first.
_G6PD = r"(?:A[-+\u2212]?|B|Mediterranean|Canton|Kaiping|Mahidol|Viangchan|Chatham|Union|Asahi)"
_G6PD_FORMS = re.compile(
    rf"(?<![\w/]){_G6PD}\s?/\s?{_G6PD}(?![\w/])|(?<![\w/-])(?!B\b){_G6PD}(?=\W*\(?hemizygous)"
)
_PAIR = re.compile(r"(?<![A-Za-z/])[ACGT]/[ACGT](?![A-Za-z/])")


def _label(text: str) -> str | None:
    """The drug-handling type in today's words; that of the person goes before that of an allele."""
    found = [" ".join(m.group().lower().split()) for m in _PHENOTYPE.finditer(text)]
    if not found:
        return None
    label = next((f for f in found if "metaboli" in f or "acetyl" in f), found[-1])
    label = label.replace("(normal) ", "")
    label = re.sub(r"ultra[- ]\s*rapid", "ultrarapid", label.replace("metaboliser", "metabolizer"))
    return re.sub(r"\bextensive(?= metabolizer)", "normal", label)


class Genotype(NamedTuple):
    """A genotype read beside a gene; offsets are within the text given."""

    kind: str
    value: Value | None
    start: int
    end: int
    suffix: str = ""
    allele_only: bool = False


def unchanged(text: str, change: str) -> bool:
    """True when both letters printed behind a change are the usual one: "-3860G>A G/G"."""
    usual = re.search(r"([ACGT])>[ACGT]$", change)
    named = r"[ACGT]>[ACGT]\s*(?:\([^()]*\))?\W*"
    return bool(usual and re.search(rf"{named}{usual[1]}/{usual[1]}(?!\w)", text))


def read_alleles(symbol: str, text: str) -> list[tuple[str, Polarity, int]]:
    """HLA alleles of which the words after the gene say one by one whether they are there.

    Each with its polarity and where its statement ends.
    """
    if not symbol.startswith("HLA"):
        return []
    return [
        (m[1], "present" if m[2].lower() == "positive" else "absent_stated", m.end())
        for m in _HLA_STATED.finditer(text)
    ]


def read_genotype(symbol: str, text: str) -> Genotype | None:
    """The genotype or drug-handling type that the words after a gene state."""
    if symbol not in GENES:
        return None
    text = _NOT_SO.sub(lambda m: " " * len(m[0]), text)
    if symbol.startswith("HLA"):
        match = _HLA.match(text.lstrip(" -\t"))
        if match is None:
            return None
        allele = re.sub(r"^(\*\d\d)(\d\d)$", r"\1:\2", match.group())
        return Genotype("genotype", None, 0, len(text), allele)
    parts = [p.search(text) for p in (_DIPLOTYPE, _HAPB3, _PHENOTYPE, _BASES, _PAIR, _SCORE)]
    parts.append((_G6PD_FORMS if symbol == "G6PD" else _FORMS).search(text))
    allele_only = not any(m for i, m in enumerate([*parts, _UNCHANGED.search(text)]) if i != 1)
    if parts[0] is None and parts[1] is None:
        parts.append(_SINGLE.search(text))
    short = _SHORT.search(text) if parts[0] else None
    hits = [m for m in [*parts, short, _UNCHANGED.search(text)] if m is not None]
    if not hits:
        return None
    label = _label(text)
    if label is None and short is not None:
        label = _SHORT_WORDS[short[1]]
    score = number(parts[5][1]) if parts[5] else None
    value = None
    if label or score is not None:
        value = Value(
            number=score, unit="activity score" if score is not None else None, label=label
        )
    kind = "haplotype" if parts[1] and parts[0] is None else "genotype"
    start, end = min(m.start() for m in hits), max(m.end() for m in hits)
    return Genotype(kind, value, start, end, allele_only=allele_only and short is None)


def printed_pair(text: str) -> bool:
    """True when both alleles are printed: "*1/*4"."""
    return bool(_DIPLOTYPE.search(text))


def read_genotype_before(symbol: str, lead: str) -> Genotype | None:
    """The genotype right before its gene: "e3/e4 APOE genotype", "*1/*2 CYP2C19"."""
    if symbol not in GENES:
        return None
    for pattern in (_DIPLOTYPE, _FORMS):
        match = re.search(rf"(?:{pattern.pattern})\s*$", lead)
        if match:
            return Genotype("genotype", None, match.start() - len(lead), 0)
    return None


def tells_of_medicine(analyte: str, words: str) -> bool:
    """True when what stands beside a drug gene tells of a medicine, and not of the gene."""
    return analyte in GENES and bool(_OF_MEDICINE.search(words))
