"""Names in one line with their results right below, as in a list of changes in columns."""

from __future__ import annotations

import re
from dataclasses import replace

from pmchat.reports.biomarkers import find_marks
from pmchat.reports.cells import Cell, below, split_cells
from pmchat.reports.details import level_of
from pmchat.reports.genes import find_genes
from pmchat.reports.polarity import stated
from pmchat.reports.sections import Placed
from pmchat.reports.variants import find_events, find_variants

_AROUND_NAME = re.compile(r"\b(?:gene|status|score|result|by NGS|by IHC)\b|[\s:()*-]", re.I)
_OTHER_NAME = re.compile(r" \((?!\d)[A-Z0-9-]{3,10}\)$")  # "KMT2D (MLL2)"
_LEVEL = re.compile(r"\d|\b(?:high|low|stable|intermediate|MSS|MSI-H)\b", re.I)
_LONGEST_RESULT = 60
# What goes on with a change on the line above: another name of it, its share, the rest of a phrase.
_GOES_ON = re.compile(
    r"\([^)]*\)|VAF\b|[Vv]ariant allele|[Aa]llele fr|Tier [IV\d]+[A-D]?$|[Cc]op(?:ies|y number)\b"
    r"|(?![pc]\.)[a-z]"
)
_LEVEL_ALONE = re.compile(r"\d[\d.,]* ?\S+(?: \(?(?:low|high|intermediate)\)?)?", re.I)
_BLANK = 2  # lines


def split_grids(placed: list[Placed]) -> list[Placed]:
    """The lines with each name joined to what stands below it, as a table row of its own."""
    number = max((one.table_row for one in placed), default=0)
    out: list[Placed] = []
    index = 0
    while index < len(placed):
        names = _names(placed[index])
        rows, after = _rows(placed, index, names) if names else ([], index)
        if not rows:
            out.append(placed[index])
            index += 1
            continue
        for row in rows:
            for column, result in row.items():
                number += 1
                top = placed[index]
                line = replace(top.line, text=names[column].text)
                out.append(replace(top, line=line, table_row=number, heading=0))
                for place, (one, text) in enumerate(result):
                    line = replace(one.line, text=text if place else f"\t{text}")
                    out.append(replace(one, line=line, table_row=number, section=top.section))
        index = after
    return out


def _names(one: Placed) -> list[Cell]:
    """The cells of a line that holds nothing but names."""
    if one.table_row or "|" in one.line.text or "\t" in one.line.text:
        return []
    cells = split_cells(one.line.text)
    return cells if all(_is_name(cell.text) for cell in cells) else []


def _is_name(text: str) -> bool:
    """True for the name of one gene or marker with nothing but words such as "status"."""
    if len({gene.symbol for gene in find_genes(text)}) == 1:
        text = _OTHER_NAME.sub("", text)
    named = [(n.start, n.end) for n in find_genes(text)]
    if len(named) > 1 or (named and _more_than(text, *named[0])):
        return False  # before the markers are looked for, which takes longest
    named += [(m.start, m.end) for m in find_marks(text)]
    return len(named) == 1 and not _more_than(text, *named[0])


def _more_than(text: str, start: int, end: int) -> bool:
    """True when other words stand around the name."""
    return bool(_AROUND_NAME.sub("", text[:start] + text[end:]))


_Found = dict[int, list[tuple[Placed, str]]]
"""What stands under each name, by the number of its column: the lines with their words."""


def _rows(placed: list[Placed], index: int, names: list[Cell]) -> tuple[list[_Found], int]:
    """What stands under each name, one line of results or several of changes, and where it ends.

    What hangs on a single name may stand in paragraphs of its own.
    """
    rows: list[_Found] = []
    end = index + 1
    for place, one in enumerate(placed[index + 1 :], start=index + 1):
        if len(names) == 1 and one.line.blank and place - end < _BLANK:
            continue
        cells = [] if one.table_row else split_cells(one.line.text)
        if rows and len(names) == 1 and cells and _GOES_ON.match(cells[0].text):
            rows[-1][0].append((one, one.line.text.strip()))
            end = place + 1
            continue
        if not cells or (rows and not all(_is_change(c.text) for c in cells)):
            break
        row = _row(one, cells, names)
        if row is None or (place > end and not _stands_apart(names[0].text, one.line.text)):
            break
        rows.append(row)
        end = place + 1
    return rows, end


def _row(one: Placed, cells: list[Cell], names: list[Cell]) -> _Found | None:
    genes = bool(find_genes(names[0].text))
    row: _Found = {}
    for place, cell in enumerate(cells):
        column = below(cell, names) if len(names) > 1 else 0
        if column is None and len(cells) == len(names):
            column = place
        if column is None and not genes and len(cells) > len(names):
            continue  # of a name that stands elsewhere
        if column is None:
            return None
        text = f"{row[column][0][1]} {cell.text}" if column in row else cell.text
        row[column] = [(one, text)]
    texts = [found[0][1] for found in row.values()]
    if genes:
        return row if all(_is_change(text) or _is_answer(text) for text in texts) else None
    of = [names[column].text for column in row]
    return row if all(map(_is_result, texts, of)) else None


def _stands_apart(name: str, text: str) -> bool:
    """True for a change, or a level and no word more, in a paragraph below its name."""
    level = _LEVEL_ALONE.fullmatch(text.strip()) and level_of(name, text)
    return bool(level) or _is_change(split_cells(text)[0].text)


def _is_change(text: str) -> bool:
    """True when the words begin with a change and name no gene."""
    starts = [v.start for v in find_variants(text)] + [e.start for e in find_events(text)]
    return any(start <= 1 for start in starts) and not find_genes(text)


def _is_answer(text: str) -> bool:
    """True for a plain result such as "Not detected"."""
    return ":" not in text and stated(text) is not None and _is_result(text)


def _is_result(text: str, name: str = "") -> bool:
    """True for a few words that state a level or a result and name nothing but the marker."""
    short = len(text) <= _LONGEST_RESULT and not text.rstrip().endswith(".")
    others = {m.analyte for m in find_marks(text)} - {m.analyte for m in find_marks(name)}
    unnamed = not find_genes(text) and not others
    return short and unnamed and bool(stated(text) or _LEVEL.search(text))
