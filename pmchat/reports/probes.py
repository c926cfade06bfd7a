"""Probes of chromosomes in a table: the place on the chromosome, the cells counted, the reading."""

from __future__ import annotations

import re
from dataclasses import replace

from pmchat.reports.biomarkers import find_marks
from pmchat.reports.genes import find_genes
from pmchat.reports.rows import Row

_BAND = re.compile(r"\b\d{1,2}[pq]\d+(?:\.\d+)?\s*$")
_CHANGE = re.compile(r"\t(?:(?:mono|bi)-?allelic |heterozygous |homozygous )?"
                     r"(?:deletion|loss|gain|amplification)\b", re.I)  # fmt: skip
_FEWEST = 3  # cells
# "MYB    6q23    2.0 %    < 6.5 %    NORMAL"
_NORMAL = re.compile(
    r"\S+(?:\s{2,}|\s?[|\t]\s?)\(?\d{1,2}[pq]\d+(?:\.\d+)?\)?(?:\s{2,}|\s?[|\t])"
    r"(?:.*(?:\s{2}|[|\t]\s?))?normal\s*[|]?\s*$",
    re.I,
)


def join_probes(rows: list[Row]) -> list[Row]:
    """The rows with the reading of a probe right behind its place: "13q14  deletion  74%"."""
    return [_joined(row) if row.text.startswith("\t") else row for row in rows]


def _joined(row: Row) -> Row:
    first, *others = row.lines
    named = find_genes(first.text) or find_marks(first.text)
    changes = [one for one in others if _CHANGE.match(one.text)]
    if len(row.lines) < _FEWEST or named or len(changes) != 1 or not _BAND.search(first.text):
        return row
    lines = (first, changes[0], *(one for one in others if one is not changes[0]))
    text, starts = "", []
    for line in lines:
        starts.append(len(text))
        text += line.text + " "
    return replace(
        row, text=text.rstrip(), lines=lines, starts=tuple(starts), leads=(0,) * len(lines)
    )


def normal_probe(words: str) -> bool:
    """True for a gene with its place on the chromosome and the reading "normal"."""
    return bool(_NORMAL.match(words))
