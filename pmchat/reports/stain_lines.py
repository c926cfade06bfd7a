"""Results of one stain or probe on lines of their own below its name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pmchat.reports.biomarkers import find_marks, kind_of
from pmchat.reports.genes import find_genes
from pmchat.reports.polarity import find_cues
from pmchat.reports.rows import Row
from pmchat.reports.titled import after

_LABELLED = re.compile(r"\W*[A-Za-z][A-Za-z0-9 /,()<>%-]{2,80}:\s*\S")
_SHARE = re.compile(
    r"\W*(?:(?:percent(?:age)?|proportion|%) (?:of )?(?:(?:positive|stained|tumou?r|invasive"
    r"|cancer|carcinoma|tumou?r cell) ){0,3}(?:cells?|nuclei)(?: (?:positive|stained|staining"
    r"|with nuclear (?:positivity|staining)))?"
    r"|percent(?:age)? (?:positive|stained|staining))"
    r"\s*:\s*[<>~\u2264\u2265]?\s*\d+(?:[.,]\d+)?\s*%\W*$",
    re.I,
)
_PROBE = re.compile(r"\b(?:in situ hybridi[sz]ation|(?:[FCS]|DD?)?ISH)\b", re.I)
_COUNT = re.compile(r"\W*(?:[\w/]+ ){0,5}(?:copies|signals?|copy number|ratio)\b[^:]*:\s*\d", re.I)
_RATIO = re.compile(r"\W*(?:[\w/]+ ){0,4}ratio\b[^:]*:\s*\d", re.I)
_JUDGED = re.compile(
    r"\W*(?:(?:final|overall|ISH|FISH) )?(?:interpretation|results?|status|conclusion)\s*:", re.I
)
_BELOW = 8  # rows
_LONGEST = 16  # words of a name with its clone and first result


def join_stain_lines(rows: Sequence[Row]) -> list[Row]:
    """The rows with the share of cells, or the verdict on copies, joined to the name above."""
    joined: list[Row] = []
    place = 0
    while place < len(rows):
        row, place = rows[place], place + 1
        below = _labelled_below(row, rows[place : place + _BELOW])
        told = _told_below(row, below)
        if not told:
            joined.append(row)
            continue
        one = row
        for part in told:
            one = replace(after(one, part), section=row.section)
        counted = bool(_PROBE.search(row.text))
        joined.append(one)
        joined += [r for r in below if r not in told and not (counted and _COUNT.match(r.text))]
        place += len(below)
    return joined


def _told_below(row: Row, below: Sequence[Row]) -> list[Row]:
    """The rows that tell the result of the stain or probe that a row names, and of none other."""
    share = next((r for r in below if _SHARE.match(r.text)), None)
    verdict = next((r for r in below if _JUDGED.match(r.text) and find_cues(r.text)), None)
    name, _, held = row.text.rpartition("\t")
    if not _SHARE.match(held):
        name, held = row.text, ""
    if _names_stain(name) and (share or held or not find_cues(name)):
        return [r for r in (share, verdict) if r is not None]
    if verdict is None or not _names_probe(row):
        return []
    ratio = next((r for r in below if _RATIO.match(r.text)), None)
    return [verdict] if ratio is None else [verdict, ratio]


def _labelled_below(row: Row, rows: Sequence[Row]) -> list[Row]:
    """The rows right below that each are a label and its value, and name nothing but the gene."""
    own = {g.symbol for g in find_genes(row.text)}
    below: list[Row] = []
    last = row
    for one in rows:
        apart = one.lines[0].number != last.lines[-1].number + 1
        other = find_marks(one.text) or {g.symbol for g in find_genes(one.text)} - own
        if apart or other or not _LABELLED.match(one.text):
            break
        below.append(one)
        last = one
    return below


def _names_stain(text: str) -> bool:
    """True for the name of one stained protein, with its first result at most."""
    kinds = {(m.analyte, kind_of(m.analyte)) for m in find_marks(text)}
    return (
        len(kinds) == 1
        and next(iter(kinds))[1] == "protein"
        and not find_genes(_without_marks(text))
        and len(text.split()) <= _LONGEST
        and "%" not in text
    )


def _without_marks(text: str) -> str:
    for mark in reversed(find_marks(text)):
        text = text[: mark.start] + text[mark.end :]
    return text


def _names_probe(row: Row) -> bool:
    """True for the name of one gene whose copies are counted, and no result of it."""
    genes = {g.symbol for g in find_genes(row.text)}
    named = len(genes) == 1 and not find_marks(row.text) and _PROBE.search(row.text)
    return bool(named) and not find_cues(row.text) and len(row.text.split()) <= _LONGEST
