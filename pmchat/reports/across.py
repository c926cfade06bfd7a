"""Tables that name their genes and markers across the top, with a line below for each fact."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from pmchat.reports.biomarkers import find_marks
from pmchat.reports.cells import Cell, below, split_cells
from pmchat.reports.columns import sample_kind
from pmchat.reports.cue_parts import PERSON
from pmchat.reports.genes import find_genes
from pmchat.reports.polarity import find_cues, stated
from pmchat.reports.sections import Placed
from pmchat.reports.values import NUMBER, read_fraction
from pmchat.reports.variants import find_variants
from pmchat.reports.visits import is_visit, latest_visit

_RULE = re.compile(r"^[\s|:=_+.-]*$")
_EMPTY = re.compile(r"[-\u2013\u2014.\s]*|n/?a", re.I)
_LABEL = re.compile(r"\W*[^\W\d][^:;]{0,40}:?|%\s?[A-Za-z ]{1,20}")
_SHARE = re.compile(r"%|\b(?:VAF|MAF|AF)\b|frac|freq", re.I)
_BARE = re.compile(rf"[<>]?\s?{NUMBER}")
_OTHERS = re.compile(
    rf"\b(?:{PERSON}|relatives?|partner|spouse|maternal|paternal|parental|population)\b", re.I
)
_TEST = re.compile(
    r"\b(?:controls?|reference|LOD|limits?|sensitivity|specificity|cut-?offs?|thresholds?|expected"
    r"|coverage|depth|exons?|codons?|methods?|methodology|primers?|quality|QC)\b",
    re.I,
)
_TITLE_WORDS = 6
_FEWEST = 2  # names
_NAME_WORDS = 4
_LONGEST = 40  # letters of a cell


@dataclass(frozen=True)
class _Heads:
    """The cells of the top line and which of them name something; `led` by a label, or not."""

    mark: str
    cells: list[Cell]
    led: bool

    @property
    def named(self) -> range:
        return range(int(self.led), len(self.cells))


class _Row(NamedTuple):
    """A line below: its place, its label, and what stands under each name."""

    place: int
    label: str
    facts: dict[int, str]


def turn_tables(placed: list[Placed]) -> list[Placed]:
    """The lines with each name on top of such a table put beside what stands below it.

    Else the names alone would be read as found. What is of others, or of the test, is left out.
    """
    out: list[Placed] = []
    index, number = 0, -1_000_000  # far below the rows of courses
    while index < len(placed):
        heads = _heads(placed[index])
        rows = _rows(placed, index, heads) if heads else []
        if heads is None or not rows:
            out.append(placed[index])
            index += 1
            continue
        top = placed[index]
        lines = [] if _of_test(placed, index, heads) else [r for r in rows if not _of_others(r)]
        for column in heads.named if lines else ():
            for group in _apart(lines):
                number += 1
                out.extend(
                    _turned(placed, top, heads.cells[column].text, column, group, number=number)
                )
        index = rows[-1].place + 1
    return out


def _of_others(row: _Row) -> bool:
    """True for the line of a relative or a control, or on how the test was done."""
    return bool(_OTHERS.search(row.label) or _TEST.search(row.label))


def _of_test(placed: Sequence[Placed], index: int, heads: _Heads) -> bool:
    """True below a title, or behind a label, on limits or controls of the test."""
    above = placed[index - 1].line.text if index else ""
    label = heads.cells[0].text if heads.led else ""
    titled = len(above.split()) <= _TITLE_WORDS and _TEST.search(above)
    return bool(titled or _TEST.search(label) or _OTHERS.search(label))


def _apart(rows: list[_Row]) -> list[list[_Row]]:
    """The rows in groups of one sample each; of time points only the last, if names tell it."""
    labels = [row.label.strip(" :") for row in rows]
    if len(rows) > 1 and all(map(is_visit, labels)):
        last = latest_visit(labels)
        return [rows if last is None else [rows[last]]]
    samples = [sample_kind(label) for label in labels]
    return [[row] for row in rows] if all(samples) and len(set(samples)) > 1 else [rows]


def _turned(
    placed: Sequence[Placed], top: Placed, name: str, column: int, rows: list[_Row], *, number: int
) -> Iterator[Placed]:
    """The name of a column with what stands below it, as one row of a table."""
    sample = sample_kind(rows[0].label) if len(rows) == 1 else ""
    unsure = any(is_visit(row.label.strip(" :")) for row in rows)
    like = replace(top, heading=0, table_row=number, sample=sample, unsure=unsure)
    yield replace(like, line=replace(top.line, text=name))
    for place, _, facts in rows:
        text = facts.get(column, "")
        if not _EMPTY.fullmatch(text):
            yield replace(like, line=replace(placed[place].line, text=f"\t{text}"))


def _mark(text: str) -> str:
    return "|" if "|" in text else "\t" if "\t" in text.strip() else ""


def _heads(one: Placed) -> _Heads | None:
    """The top line of such a table: a label, or none, and two names or more without a result."""
    text = one.line.text
    if one.table_row or one.heading or ":" in text.replace("::", "") or text.startswith("\t"):
        return None
    cells = [c for c in split_cells(text, _mark(text)) if c.text or c.end]
    if len(cells) < _FEWEST or not find_genes(text):
        return None
    names = [_is_name(cell.text) for cell in cells]
    led = not names[0]
    if led and (find_cues(cells[0].text) or not _LABEL.fullmatch(cells[0].text)):
        return None
    if sum(names) < _FEWEST or not all(names[int(led) :]):
        return None
    return _Heads(_mark(text), cells, led)


def _is_name(text: str) -> bool:
    """True for a gene or marker, with its change perhaps, and no result."""
    names = len({g.symbol for g in find_genes(text)}) or len(find_marks(f"{text} :"))
    told = find_cues(text) or read_fraction(text)
    return names == 1 and not told and len(text.split()) <= _NAME_WORDS


def _rows(placed: Sequence[Placed], index: int, heads: _Heads) -> list[_Row]:
    """The lines below, each with a label and what stands under each name."""
    rows: list[_Row] = []
    for place, one in enumerate(placed[index + 1 :], start=index + 1):
        titled = one.heading and not _TEST.match(one.line.text.strip())
        if one.line.blank or one.table_row or titled:
            break
        if _RULE.match(one.line.text):
            continue
        facts = _facts(one.line.text, heads)
        if facts is None:
            break
        rows.append(_Row(place, split_cells(one.line.text, heads.mark)[0].text, facts))
    told = {column for row in rows for column, text in row.facts.items() if _tells(text)}
    return rows if len(told) >= _FEWEST or any(map(_of_others, rows)) else []


def _facts(text: str, heads: _Heads) -> dict[int, str] | None:
    """What a line says under each name, or None for a line of another sort."""
    cells = [c for c in split_cells(text, heads.mark) if c.text or c.end or heads.mark]
    if len(cells) < _FEWEST or find_genes(text) or find_marks(text):
        return None
    label, *others = cells
    if len(others) > len(heads.named) and not others[-1].text:
        others.pop()  # behind the last mark
    told = stated(label.text) and not _TEST.search(label.text)
    if not _LABEL.fullmatch(label.text) or told or find_variants(label.text):
        return None
    full = len(others) == len(heads.named)
    facts: dict[int, str] = {}
    for place, cell in enumerate(others):
        column = heads.named[place] if full else below(cell, heads.cells) if cell.end else None
        if column is None or column not in heads.named or len(cell.text) > _LONGEST:
            return None
        share = _BARE.fullmatch(cell.text) and _SHARE.search(label.text)
        facts[column] = f"{cell.text} %" if share else cell.text
    return facts


def _tells(text: str) -> bool:
    """True for a result, an amount or a change."""
    return bool(stated(f" {text}") or re.search(NUMBER, text) or find_variants(text))
