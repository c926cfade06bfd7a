"""Names of DNA and protein changes, as printed and in one form."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from pmchat.reports.cue_parts import BY_MISTAKE

_THREE = {
    "Ala": "A", "Arg": "R", "Asn": "N", "Asp": "D", "Cys": "C", "Gln": "Q", "Glu": "E",
    "Gly": "G", "His": "H", "Ile": "I", "Leu": "L", "Lys": "K", "Met": "M", "Phe": "F",
    "Pro": "P", "Ser": "S", "Thr": "T", "Trp": "W", "Tyr": "Y", "Val": "V", "Ter": "*",
    "Sec": "U",
}  # fmt: skip
# A report printed in capitals has "P.GLY12CYS (C.34G>T)".
_AMINO3 = "(?:" + "|".join([*_THREE, *(name.upper() for name in _THREE)]) + ")"
_AMINO1 = "[ACDEFGHIKLMNPQRSTVWYX*]"
_BASES = "[ACGTacgt]"


_SHIFT = r"(?:fs|FS)(?:(?:Ter|TER|\*|X)\s?(?:\d+|\?)?)?\d*"


def _protein(amino: str) -> str:
    """The pattern of a protein change in one-letter or three-letter code."""
    ends = (
        _SHIFT,
        rf"delins(?:{amino})*",
        rf"(?:del|DEL)(?:{amino})*(?:ins(?:{amino})+)?\d*",
        rf"(?:dup|DUP)(?:{amino})*",
        rf"(?:ins|INS)(?:{amino})+",
        r"ins\d+",
        r"ext[\w*-]*",
        r"=",
        r"\?",
        r"_splice",
        rf"(?:{amino}|Ter|TER|\*|X)(?:{_SHIFT})?",
    )
    return rf"{amino}\d{{1,5}}(?:_{amino}?\d{{1,5}})?(?:{'|'.join(ends)})"


_C_POSITION = r"[*-]?\d+(?:[+-]\d+)?"
_C_CHANGE = (
    rf"(?:{_BASES}+>{_BASES}+|(?:del|DEL){_BASES}*(?:(?:ins|INS)(?:{_BASES}+|\d+))?\d*"
    rf"|(?:dup|DUP){_BASES}*\d*|(?:ins|INS){_BASES}+|ins\d+"
    r"|inv\d*|=)"
)
# At these places X stands for any amino acid, elsewhere for an early stop.
_ANY_AMINO = re.compile(
    r"\b(?:G719|L858|L861|S768|C797|V600|G12|G13|Q61|K117|A146|R132|R140|R172|D835|D816|E545|H1047"
    r"|P95|K700)X$"
)
_PATTERNS: tuple[tuple[Literal["p", "c", "legacy", "splice", "either"], str], ...] = (
    # one of several, which the test does not tell apart: V600E/K
    (
        "either",
        r"(?<![A-Za-z0-9.*/-])(?:p\.)?(?P<place>[A-Z]\d{1,5})[A-Z](?:/(?:(?P=place))?[A-Z])+"
        r"(?![A-Za-z0-9])",
    ),
    (
        "p",
        rf"[pP]\.\s?\[?\(?\s?(?:{_protein(_AMINO3)}|{_protein(_AMINO1)}|0\??|\?)"
        r"(?![A-Za-z0-9])\)?\]?",
    ),
    (
        "c",
        rf"(?:(?:NM|NR|ENST|LRG)_?[\w.]+:\s?)?[cC]\.\s?\(?{_C_POSITION}(?:_{_C_POSITION})?"
        rf"\s?{_C_CHANGE}\)?",
    ),
    ("p", rf"(?<![A-Za-z0-9.]){_protein(_AMINO3)}(?![A-Za-z0-9])"),
    ("c", rf"(?<![\w.:]){_C_POSITION}(?:_{_C_POSITION})?{_BASES}+>{_BASES}+(?![\w>])"),
    ("c", rf"(?<![\w.:])(?:\d+[+-]\d+|\d+_\d+)(?:del|ins|dup){_BASES}*(?![\w>])"),
    ("p", rf"(?<![A-Za-z0-9.*/-])(?![*X]|T\d[NM]\d){_protein(_AMINO1)}(?![A-Za-z0-9])"),
    ("legacy", r"\bg\.\d+(?:_\d+)?(?:[ACGT]+>[ACGT]+|del[ACGT]*|dup[ACGT]*|ins[ACGT]+)"),
    ("legacy", r"(?<![\w.+_-])\d{2,5}(?:del|ins|dup)[ACGT]+(?![\w>])"),
)
_MAY_NAME = re.compile(r"\d|p\.")
_COMPILED = tuple((kind, re.compile(rx)) for kind, rx in _PATTERNS)

REGION = r"\bchr(?:\d{1,2}|[XY])[pq]?\s*(?:[|\t]|\s{2})\s*"
"""A piece of a chromosome in a cell of its own, in front of what became of it."""
_EVENTS: tuple[tuple[str, str], ...] = (
    ("cnv", rf"{REGION}(?:loss of heterozygosity|duplication|amplification"
            r"|(?:(?:hetero|homo)zygous |copy number )?(?:deletion|loss|gain))\b"),
    ("cnv", r"\blarge (?:genomic )?rearrangements?\b"),  # of one gene, as MLPA shows it
    ("fusion", r"\b(?:gene )?(?:fusions?|rearrangements?|rearranged|translocations?"
               r"|break-?apart)\b"),
    ("cnv", r"\bexons?\s*\d+(?:\s*(?:-|to|through|and)\s*\d+)?\s+(?:(?:is|are|was|were) )?"
            r"(?:deleted|duplicated)\b"),
    ("cnv", r"\b(?:amplifications?|amplified|non-?amplified|amp(?=[\s,.;:)]|$)"
            r"|copy[- ]number (?:gains?|loss(?:es)?)|gains?\b(?!-of)"
            r"|homozygous (?:deletion|loss)|HOMDEL|deep deletion|homdel|biallelic (?:loss|deletion)"
            r"|(?:whole[- ]gene |gross |large |partial )deletion|(?:co-?)?deleted\b"
            rf"(?!{BY_MISTAKE})"
            r"|loss of heterozygosity"
            r"|(?:deletion|duplication)\s+(?:of\s+)?(?:\([^)]*\)\s*)?exons?\s*\d+(?:\s*(?:-|to"
            r"|through|and)\s*\d+)?)"),
    ("indel", r"\b(?:exons?|ex)[ -]?\d+(?:\s*[-/]\s*\d+)?[ -]?(?:in-?frame )?(?:skipping"
              r"|deletions?|insertions?|del|ins|indels?|duplications?|dup)\b"
              r"|\binternal tandem duplications?\b|\bITD\b"),
    ("snv", r"\b(?:promoter|splice[- ]site|exon \d+|truncating|missense|frameshift|nonsense"
            r"|hotspot|activating)"
            r" (?:mutations?|variants?|alterations?)\b|\bTKD\b|\btruncation\b"),
    ("cnv", r"\b(?:CNV|deletion|loss)\b"
            r"(?! of (?:nuclear|expression|function|protein|staining|(?:the )?wild))"),
)  # fmt: skip
_EVENTS_COMPILED = tuple((kind, re.compile(rx, re.I)) for kind, rx in _EVENTS)


@dataclass(frozen=True)
class Variant:
    """A change named in a text."""

    kind: Literal["p", "c", "legacy", "splice", "either"]
    start: int
    end: int
    text: str

    @property
    def hgvs(self) -> str:
        """The name with its p. or c. prefix, without bracket or transcript."""
        body = re.sub(r"\s+", "", self.text)
        if ":" in body:
            body = body.rsplit(":", 1)[1]
        body = re.sub(r"^[pcPC]\.", "", body).strip("()[]")
        return f"{self.kind}.{_small(body)}"

    @property
    def short(self) -> str:
        """One-letter form of a protein change, for comparison."""
        return shorten(self.hgvs) if self.kind == "p" else self.hgvs

    @property
    def silent(self) -> bool:
        """True when the protein stays the same."""
        match = re.fullmatch(r"p\.([A-Z*])\d+(.)", self.short)
        return bool(match and (match[1] == match[2] or match[2] == "="))


@dataclass(frozen=True)
class Event:
    """A kind of change named in words: amplification, fusion, exon 14 skipping."""

    kind: str
    start: int
    end: int
    text: str


def _small(body: str) -> str:
    """The usual letters of a name that a report prints in capitals: GLY12CYS, 68_69DEL."""
    if any(c.islower() for c in body):
        return body
    body = re.sub(r"DEL|INS|DUP|(?<=[A-Z\d])FS", lambda m: m.group().lower(), body)
    return re.sub(_AMINO3, lambda m: m.group().title(), body)


def shorten(hgvs_p: str) -> str:
    """Protein change in one-letter code: p.Val600Glu gives p.V600E."""
    short = re.sub(_AMINO3, lambda m: _THREE[m.group()], hgvs_p)
    if _ANY_AMINO.search(short):
        return short
    return re.sub(r"(?<=\d)X$", "*", short).replace("fsX", "fs*")


def bare(hgvs: str) -> str:
    """A name for comparison: one-letter code, no letters or number after "del" or "dup"."""
    if hgvs.startswith("p."):
        return re.sub(r"(?<=\d)[A-Z*]?fs.*", "fs", shorten(hgvs))
    return re.sub(r"(?<=del|dup)(?:[ACGTacgt]+|\d+)(?!.*ins)", "", hgvs)


@lru_cache(maxsize=32768)
def find_variants(text: str) -> tuple[Variant, ...]:
    """The changes named in the text, in order, none inside another."""
    found: list[Variant] = []
    if not _MAY_NAME.search(text):
        return ()
    for kind, pattern in _COMPILED:
        for match in pattern.finditer(text):
            if all(match.end() <= v.start or match.start() >= v.end for v in found):
                found.append(Variant(kind, match.start(), match.end(), _balanced(match.group())))
    return tuple(sorted(found, key=lambda v: v.start))


def find_events(text: str) -> list[Event]:
    """Changes named in words, in order, none inside another."""
    found: list[Event] = []
    for kind, pattern in _EVENTS_COMPILED:
        for match in pattern.finditer(text):
            if all(match.end() <= e.start or match.start() >= e.end for e in found):
                found.append(Event(kind, match.start(), match.end(), match.group()))
    return sorted(found, key=lambda e: e.start)


def event_name(text: str) -> str:
    """One spelling for a change named in words: "FLT3-ITD", "exon 19 del"."""
    found = find_events(text)
    if not found:
        return text
    name = re.sub(r"[\s-]+", " ", found[0].text.lower())
    name = name.replace("internal tandem duplication", "itd")
    return re.sub(r"\b(del|ins|dup)(?:etion|ertion|lication)?s?\b", r"\1", name)


def change_kind(hgvs_c: str | None, hgvs_p: str | None) -> str:
    """`indel` when letters are gained or lost, else `snv`."""
    names = f"{hgvs_c or ''} {hgvs_p or ''}"
    return "indel" if re.search(r"del|ins|dup|fs|inv", names) else "snv"


def _balanced(text: str) -> str:
    """Drops a closing bracket that was opened before the name."""
    return text[:-1] if text.endswith(")") and "(" not in text else text


_UNFINISHED = re.compile(
    rf"(?:[pP]\.\(?{_AMINO3}\d{{1,5}}(?:_{_AMINO3}?\d*)?|[cC]\.\(?[\d_+*-]*\d[ACGT]?)$"
)
_REST = re.compile(
    rf"\s*(?:[_>*]|(?:fs|FS|del|dup|ins|DEL|DUP|INS)|{_AMINO3}(?=[^A-Za-z]|fs|FS|$))"
)


_AMINO_BEGUN = re.compile(r"[pP]\.\(?([A-Z][A-Za-z]?)$")
_AMINO_REST = re.compile(r"\s*([A-Za-z]{1,2})\d")


def cut_change(last: str, text: str) -> bool:
    """True when a line ends within the name of a change and the next one has the rest of it."""
    if _UNFINISHED.search(last.rstrip()):
        return bool(_REST.match(text))
    begun, rest = _AMINO_BEGUN.search(last.rstrip()), _AMINO_REST.match(text)
    return bool(begun and rest and re.fullmatch(_AMINO3, f"{begun[1]}{rest[1]}"))
