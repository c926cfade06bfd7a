"""Tables copied with one space between their cells: words in one line head rows of genes."""

from __future__ import annotations

import re
from dataclasses import replace

from pmchat.reports.biomarkers import find_marks
from pmchat.reports.genes import find_genes
from pmchat.reports.polarity import find_cues
from pmchat.reports.sections import Placed

_HEADS = re.compile(
    r"(?!.*\b(?:the|in|were|are|is|and)\b)"
    r"\s*(?:genes?|alterations?|variants?|(?:bio)?markers?|targets?)(?: [A-Za-z()/%'-]+){2,12}\s*",
    re.I,
)
_COLUMN = re.compile(
    r"\b(?:transcript|alteration|change|kind|type|effect|consequence|fraction|frequency|VAF|tier"
    r"|class(?:ification)?|method|outcome|results?|status|zygosity|exons?|protein|cDNA)\b",
    re.I,
)
_FEWEST = 2  # known columns
_TIER = re.compile(r"(?<=\s)(?:I{1,3}|IV)-?[A-D]?\s*$")
_CLASS = re.compile(r"(?<=\s)[1-5]\s*$")
_NOTE = re.compile(r"\s*(?:[\u2020\u2021*]|\(?[\da-z][.)]\s|[-\u2013o]\s?=|page\b)", re.I)
_DENIES = re.compile(r"\s*(?:no|none|not|insufficient)\b", re.I)  # of something else
_LONGEST = 9  # words of a wrapped cell
_MOST_LINES = 4  # of a row


def join_packed(placed: list[Placed]) -> list[Placed]:
    """The lines with those of each row of such a table as one row, its tier told as one."""
    number = max((one.table_row for one in placed), default=0)
    out: list[Placed] = []
    index = 0
    while index < len(placed):
        out.append(placed[index])
        index += 1
        if not _heads(out[-1]):
            continue
        heading = out[-1].line.text
        for row in _rows(placed[index:]):
            number += 1
            out.extend(replace(one, table_row=number) for one in _told(row, heading))
            index += len(row)
    return out


def _heads(one: Placed) -> bool:
    """True for the words of columns in one line, without a gene or a result."""
    text = one.line.text
    if one.table_row or not _HEADS.fullmatch(text) or find_genes(text) or find_cues(text):
        return False
    return len(_COLUMN.findall(text)) >= _FEWEST and bool(_COLUMN.search(text.split()[-1]))


def _rows(lines: list[Placed]) -> list[list[Placed]]:
    """The lines below the headings, row by row; a gene or marker begins each row."""
    rows: list[list[Placed]] = []
    for one in lines:
        if one.line.blank or one.heading or one.table_row or _NOTE.match(one.line.text):
            break
        if _begins(one.line.text):
            rows.append([one])
        elif rows and len(rows[-1]) < _MOST_LINES and _goes_on(one.line.text):
            rows[-1].append(one)
        else:
            break
    return rows


def _begins(text: str) -> bool:
    """True for a line that begins with the name of a gene or marker."""
    text = text.strip()
    return 0 in [g.start for g in find_genes(text)] + [m.start for m in find_marks(text)]


def _goes_on(text: str) -> bool:
    """True for a few words that can be the rest of wrapped cells."""
    return (
        not _DENIES.match(text)
        and len(text.split()) <= _LONGEST
        and not re.search(r"[.:;]\s*$|[a-z]:\s", text)
    )


def _told(row: list[Placed], heading: str) -> list[Placed]:
    """The lines of a row; a bare number or letter in the last column gets the word above it."""
    word = heading.rsplit(maxsplit=1)[-1].lower()
    cell, label = (_TIER, "Tier") if word == "tier" else (_CLASS, "class")
    if word not in ("tier", "class") or not cell.search(row[-1].line.text):
        return row
    text = cell.sub(lambda m: f"{label} {m[0]}", row[-1].line.text)
    return [*row[:-1], replace(row[-1], line=replace(row[-1].line, text=text))]
