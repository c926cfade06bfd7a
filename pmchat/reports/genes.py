"""Gene names in text: whole tokens, exact case, HGNC symbols and their other names."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib import resources
from typing import NamedTuple

# Symbols that are also words or abbreviations; they count only beside a result.
WORDLIKE = frozenset(
    "ACE ADA AGT AMT APP AR ASL BTD CAD CAT CBS CHM CIC CLU DBT DCC DCX DEK DES DLD EDA ENG ERF "
    "ERG EVC F11 F2 F5 F8 F9 FAH FAS FH FUS GAA GALE GHR GLA GNE GNS GRN GSS ILK IVD JUN KEL KIT "
    "LOX LPA LPL MAF MAX MET MGA MPI MPZ MTR MVK NEB NIN OAT OTC PAH PC PML POR "
    "PROC RB1 REL REN REST RET SET SHE SKI SMO SRC SRY TEK TPR TTR VCL WAS".split()
) - {"RB1", "SMO", "ERG", "RET", "PML"}
_NOT_BEFORE = re.compile(
    r"(?:\banti|\bnon|\bpan)-$"
    r"|\b(?:(?<!not )test|collection|reagent|diagnostic|assay|sampling)\s+$",
    re.I,
)
_IN_DATE = re.compile(r"\d[-/. ]JUN\b|\bJUN[-/. ]+\d", re.I)  # a month that is also a gene
_NOT_AFTER = re.compile(
    r"^[- ](?:targeted|directed|inhibitors?|inhibition|TKIs?|antibod\w+|blocking|dependent)\b|"
    r"^-(?:mutant|mutated|driven|low|like|abn(?:ormal)?|(?-i:related(?!\))|associated))\b|^\s?/\s?(?:CEP|CEN)\s?-?\d+"
    r"(?!\d|(?:\s+FISH)?\s*:\s*[A-Za-z]|(?:\s{2,}|\s?\t)[A-Za-z])",
    re.I,
)
_CHANGE_AFTER = re.compile(
    r"\s?(?:exon|ex\d|gene|amplif|amp\b|fusion|rearr|mutat|variant|alterat|delet|loss|gain|cop(?:y|ies)|overexp"
    r"|[pc]\.|\(?[A-Z]\d+)",
    re.I,
)
_CHANGE_BEFORE = re.compile(
    r"\b(?:amplifications?|mutations?|fusions?|rearrangements?|alterations?|variants?|deletions?"
    r"|gains?|loss|exon \d+) (?:of|in|involving) (?:the )?$",
    re.I,
)
_APART_BEFORE = re.compile(r"(?:^|[,;:|\t(/.-]|\s{2}|\b(?:and|or|in|of|for|gene|no))\s*$", re.I)
_APART_AFTER = re.compile(
    r"\s*(?:$|[,;:|\t)/.=-]|\s{2}|\((?!s\))|(?:and|or|not|was|were|is|are|negative|positive|wild|detected|results?(?=\s?[:=])|FISH"
    r"|IHC)\b)",
    re.I,
)
# The form of a fusion, or of EGFR without its outer part: TACC3v1, EGFRvIII.
_FORM = re.compile(r"(?<=\d)v\d+[a-z]?$|(?<=EGFR)vIII$")
_VERB = re.compile(r"\s+(?:NOT\s+)?[A-Z]+(?:ED|EN|NE|UND)\b")  # "AND WAS RAISED BY"
_WORD = re.compile(r"[A-Za-z0-9]+")

MISMATCH_REPAIR = frozenset({"MLH1", "MSH2", "MSH6", "PMS2"})
"""The genes whose proteins mend copying errors; a stain shows whether they are there."""
_NUMBERS = re.compile(
    r"(?:\s?[/,&]\s?\d{1,2}(?![\dA-Za-z%+]|\.\d)(?!\s*[%+]))+|-\d(?![\dA-Za-z.%+-])"
)


class Mention(NamedTuple):
    """A gene named in a text."""

    symbol: str
    start: int
    end: int


@cache
def symbols() -> dict[str, str]:
    """Every known name of a gene with its HGNC symbol."""
    text = resources.files("pmchat.reports").joinpath("genes.txt").read_text("utf-8")
    table: dict[str, str] = {}
    for row in text.splitlines():
        if row and not row.startswith("#"):
            first, *others = row.split()
            table[first] = first
            for other in others:
                table.setdefault(other, first)
    return table


@lru_cache(maxsize=32768)
def find_genes(text: str) -> tuple[Mention, ...]:
    """The genes named in the text, in order; "BRCA1/2" names two."""
    words = [(m.start(), m.end()) for m in _WORD.finditer(text)]
    found: list[Mention] = []
    index = 0
    while index < len(words):
        hit = _longest(text, words, index)
        if hit is None:
            index += 1
            continue
        name, last = hit
        start, end = words[index][0], words[last][1]
        index = last + 1
        if _NOT_BEFORE.search(text[max(0, start - 14) : start]):
            continue
        if _NOT_AFTER.match(text[end : end + 24]):
            continue
        if _IN_DATE.search(text[max(0, start - 2) : end + 3]):
            continue
        family, end = _family(text, name, end)
        found.extend(Mention(symbol, start, end) for symbol in family)
        while index < len(words) and words[index][0] < end:
            index += 1
    return tuple(found)


def _longest(text: str, words: list[tuple[int, int]], index: int) -> tuple[str, int] | None:
    """The longest known name that begins at this word, over joining hyphens and slashes."""
    table = symbols()
    start = words[index][0]
    best: tuple[str, int] | None = None
    for last in range(index, min(index + 3, len(words))):
        if last > index and text[words[last - 1][1] : words[last][0]] not in ("-", "/"):
            break
        name = text[start : words[last][1]]
        if name in table or (name := _FORM.sub("", name)) in table:
            best = (name, last)
    return best


def _family(text: str, name: str, end: int) -> tuple[list[str], int]:
    """Expands "NTRK1/2/3" to its members; a plain name gives itself."""
    table = symbols()
    ending = re.compile(r"/(\d?[A-Z])(?![A-Za-z0-9])").match(text, end)  # "CDKN2A/B", "CDKN2A/2B"
    if ending is not None and name[-1].isalpha():
        other = name[: -len(ending[1])] + ending[1]
        if other in table:
            return [table[name], table[other]], ending.end()
    match = _NUMBERS.match(text, end)
    stem = name.rstrip("0123456789")
    if match is None or stem == name:
        return [table[name]], end
    numbers = re.findall(r"\d+", match.group())
    if match.group().startswith("-"):
        first = int(name[len(stem) :])
        numbers = [str(n) for n in range(first + 1, int(numbers[0]) + 1)]
    members = [stem + n for n in numbers]
    if not members or any(m not in table for m in members):
        return [table[name]], end
    return [table[name], *(table[m] for m in members)], match.end()


def plain_word(text: str, gene: Mention) -> bool:
    """True for a symbol such as MET or WAS that stands as a word of a sentence."""
    if gene.symbol not in WORDLIKE and text[gene.start : gene.end] not in WORDLIKE:
        return False
    before, after = text[: gene.start], text[gene.end :]
    if gene.symbol == "MAF" and re.match(r"\s*(?:\(%\))?\s*[:=]?\s*[<>]?\d", after):
        return True  # the share of reads
    if gene.symbol == "WAS" and _VERB.match(after) and re.search(r"[A-Z]\s+$", before):
        return True
    if re.search(r"\bgenes?\s*:\s*$", before, re.I):
        return False
    if _CHANGE_AFTER.match(after) or _CHANGE_BEFORE.search(before):
        return False
    return not (_APART_BEFORE.search(before) and _APART_AFTER.match(after))
