"""Results of one marker by day: the latest counts, the earlier ones are told in order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from pmchat.i18n import N_, _
from pmchat.reports.biomarkers import find_marks
from pmchat.reports.cells import split_cells
from pmchat.reports.columns import read_headings
from pmchat.reports.dates import DATE, parse_date
from pmchat.reports.draws import read_draws
from pmchat.reports.genes import find_genes
from pmchat.reports.polarity import stated
from pmchat.reports.sections import Placed
from pmchat.reports.trends import column_of, named_columns
from pmchat.reports.values import NUMBER
from pmchat.reports.variants import find_variants
from pmchat.reports.visits import is_visit, latest_visit

SIDE_BY_SIDE = N_(
    "This report prints results of several days side by side. Only those of the latest day were "
    "read."
)
OPEN_DAYS = N_(
    "This report prints results of several days, but it is not clear which number is the month. "
    "They were left out."
)
_DAY = re.compile(rf"^[\s|*#]*(?:\d{{1,3}}[.)]?(?:\s{{2,}}|\s*[|\t]\s*))?{DATE}(?=\s|[|:]|$)", re.I)
_RULE = re.compile(r"^[\s|:=_+.-]*$")
_UNIT = re.compile(r"MTM/mL|copies/mL|%\s?IS\b|per (?:million|1,000,000|10\^?6)(?: cells)?|%", re.I)
_COPIES = re.compile(r"copies$|copy number$", re.I)
_BARE = re.compile(rf"[<>]?\s?{NUMBER}")
_DATED = re.compile(r"\b(?:dates?|days?|collect\w*|drawn?|time ?points?)\b", re.I)
_BCR_ABL1 = re.compile(r"\bBCR\W{1,3}ABL1?\b")  # alone is told on the scale "IS"
_LONGEST = 120
_LOOK_BACK = 25
_NEAR = 3
_FEWEST = 2
_FEW = 4  # words


def take_courses(placed: list[Placed]) -> tuple[list[Placed], list[str]]:
    """The lines with only the latest day of each course of results, and what to tell of the rest.

    The latest day leaves as a table row with the name of its marker.
    """
    out: list[Placed] = []
    placed, visits = _last_visits(placed)
    draws = read_draws(one.line.text for one in placed)
    beside = visits or any(_of_days(*two, draws) for two in pairwise(_printed(placed)))
    told = [_(SIDE_BY_SIDE)] if beside else []
    row = -1  # the rows of courses count down, so that they differ from those of tables
    index = 0
    while index < len(placed):
        run = _run(placed, index)
        if len(run) < _FEWEST:
            out.append(placed[index])
            index += 1
            continue
        days = _by_day(run)
        heading = _heading(placed, index)
        if heading is not None and named_columns(split_cells(heading.line.text, _mark(heading))):
            out = [one for one in out if one is not heading]  # it names what was looked for
        if days is None:
            told.append(_(OPEN_DAYS))
        else:
            pieces = list(_named(placed, index, days[-1], row))
            out = [one for one in out if one is not _name_above(placed, index)]
            out.extend(pieces)
            row = min([row, *(one.table_row for one in pieces)])
            told.append(_earlier(days[:-1]))
        row -= 1
        index += len(run)
    return out, told


def _last_visits(placed: list[Placed]) -> tuple[list[Placed], bool]:
    """The lines with only the last of results by time points: "Baseline: ...", "Cycle 3: ...".

    Its name tells which is the last, no day; so it is unsure, as all are where no name tells.
    """
    out: list[Placed] = []
    index, found = 0, False
    while index < len(placed):
        blocks = _visits(placed, index)
        index += max(1, sum(map(len, blocks)))
        if len(blocks) < _FEWEST:
            out.extend(placed[index - max(1, sum(map(len, blocks))) : index])
            continue
        last = latest_visit([_visit(block[0]) for block in blocks])
        names = [frozenset().union(*_key(block[0])[:2]) for block in blocks]
        same = bool(frozenset.intersection(*names))
        kept = [blocks[last]] if last is not None and same else blocks
        out.extend(replace(one, unsure=True) for block in kept for one in block)
        found = True
    return out, found


def _visits(placed: list[Placed], index: int) -> list[list[Placed]]:
    """The results by time points from here on, each with the lines that it runs over."""
    blocks: list[list[Placed]] = []
    for one in placed[index:]:
        if _visit(one) and (any(_key(one)) or stated(one.line.text)):
            blocks.append([one])
        elif blocks and not one.line.blank and not one.heading and ":" not in one.line.text:
            blocks[-1].append(one)
        else:
            break
    return blocks


def _visit(one: Placed) -> str:
    """The time point that a line begins with, or nothing."""
    label = one.line.text.partition(":")[0] if ":" in one.line.text else ""
    return label.strip(" *-") if is_visit(label.strip(" *-")) else ""


def _printed(placed: Sequence[Placed]) -> list[Placed]:
    return [one for one in placed if not one.line.blank and not _RULE.match(one.line.text)]


def _of_days(one: Placed, below: Placed, draws: dict[str, str]) -> bool:
    """True for a line of column headings that are days, with results below."""
    if not draws and not re.search(r"\d\W{0,2}(?:\s|$)", one.line.text):
        return False
    headings = read_headings(one.line.text, draws)
    days = [c for c in headings[1] if c.kind == "date"] if headings else []
    return len(days) >= _FEWEST and any(_key(below))


def _run(placed: Sequence[Placed], index: int) -> list[Placed]:
    """The lines from here on that each begin with a day and state a result of the same thing.

    Lines of one and the same day are no course.
    """
    run: list[Placed] = []
    if not _DAY.match(placed[index].line.text):
        return run
    heading = _heading(placed, index)
    measured = heading is not None and bool(_UNIT.search(heading.line.text))
    for one in placed[index:]:
        if not _dated(one, measured) or (run and _key(one) != _key(run[0])):
            break
        run.append(one)
    days = {match[1] for one in run if (match := _DAY.match(one.line.text))}
    return run if len(days) == len(run) else []


def _dated(one: Placed, measured: bool) -> bool:
    """True for a day with a result behind it; a bare number counts below a unit."""
    text = one.line.text
    day = _DAY.match(text)
    if day is None or len(text) > _LONGEST:
        return False
    rest = re.sub(r"^\s*:", " ", text[day.end() :])
    amount = _UNIT.search(rest) or measured
    return ":" not in rest and bool(stated(rest) or (amount and re.search(NUMBER, rest)))


def _key(one: Placed) -> tuple[frozenset[str], ...]:
    """What a line names: its markers, genes and changes."""
    text = one.line.text
    return (
        frozenset(m.analyte for m in find_marks(text)),
        frozenset(g.symbol for g in find_genes(text)),
        frozenset(v.short for v in find_variants(text)),
    )


def _by_day(run: list[Placed]) -> list[Placed] | None:
    """The lines in the order of their days; None when it hangs on which number is the month."""
    printed = [match[1] for one in run if (match := _DAY.match(one.line.text))]
    ways = [[parse_date(text, order) for text in printed] for order in ("mdy", "dmy")]
    known = [[day for day in way if day is not None] for way in ways if None not in way]
    orders = [sorted(range(len(days)), key=days.__getitem__) for days in known]
    if not orders or orders[0] != orders[-1]:
        return None
    return [run[index] for index in orders[0]]


def _named(placed: list[Placed], index: int, latest: Placed, row: int) -> Iterator[Placed]:
    """The latest line as a table row; the name comes from the heading or from the text above."""
    if any(_key(latest)):
        yield replace(latest, table_row=row)
        return
    if (above := _name_above(placed, index)) is not None:
        yield replace(above, table_row=row, heading=0)
        rest = _DAY.sub("", latest.line.text).lstrip(" :")
        yield replace(latest, line=replace(latest.line, text=f"\t{rest}"), table_row=row)
        return
    heading = _heading(placed, index)
    if heading is not None and (beside := list(_each_named(heading, latest, row))):
        yield from beside
        return
    name = _name(heading, placed[max(0, index - _LOOK_BACK) : index])
    if name is not None:
        # "History" above results by day is no history of the person.
        section = name.section if latest.section.kind == "history" else latest.section
        latest = replace(latest, section=section)
        yield replace(name, table_row=row, section=section, heading=0)
        for text in _cells(heading, latest):
            yield replace(latest, line=replace(latest.line, text=f"\t{text}"), table_row=row)


def _name_above(placed: Sequence[Placed], index: int) -> Placed | None:
    """The line right above a course that is nothing but the name of what was measured."""
    above = placed[index - 1] if index else None
    if above is None or above.line.blank or above.heading or len(above.line.text.split()) > _FEW:
        return None
    if len(split_cells(above.line.text.strip(), _mark(above))) > 1:
        return None
    text = above.line.text
    named = len({g.symbol for g in find_genes(text)}) == 1 and not find_marks(text)
    return above if named and not stated(text) and "%" not in text else None


def _each_named(heading: Placed, latest: Placed, row: int) -> Iterator[Placed]:
    """The latest line as a row for each marker that has a column of its own."""
    columns = split_cells(heading.line.text, _mark(heading))
    cells = split_cells(latest.line.text, _mark(latest))
    for column in named_columns(columns):
        for place, cell in enumerate(cells):
            if column_of(cell, place, len(cells), columns) != column or not cell.text:
                continue
            name = columns[column].text
            unit = _UNIT.search(name) or _COPIES.search(name)
            measured = unit and _BARE.fullmatch(cell.text)
            text = f"{cell.text} {unit.group()}" if unit and measured else cell.text
            yield replace(
                heading, line=replace(heading.line, text=name), section=latest.section,
                heading=0, table_row=row,
            )  # fmt: skip
            yield replace(latest, line=replace(latest.line, text=f"\t{text}"), table_row=row)
            row -= 1


def _heading(placed: Sequence[Placed], index: int) -> Placed | None:
    """The line of column headings right above a course."""
    for one in reversed(placed[max(0, index - _NEAR) : index]):
        if not one.line.blank and not _RULE.match(one.line.text):
            several = len(split_cells(one.line.text, _mark(one))) > 1
            return one if several and _DATED.search(one.line.text) else None
    return None


def _name(heading: Placed | None, above: Sequence[Placed]) -> Placed | None:
    """The marker that a course is of: named in its headings, else last before it."""
    if heading is not None:
        text = heading.line.text
        names = [(m.start, m.end) for m in (find_marks(text) or find_genes(text))]
        if names:
            return _cut(heading, names[0][0], names[-1][1])
        if re.search(r"\bIS\b", text):
            return next((_cut(one, m.start(), m.end()) for one in above
                         if (m := _BCR_ABL1.search(one.line.text))), None)  # fmt: skip
    for one in reversed(above):
        if marks := find_marks(f"{one.line.text} :"):
            return _cut(one, marks[0].start, marks[0].end)
    return None


def _cut(one: Placed, start: int, end: int) -> Placed:
    return replace(one, line=replace(one.line, text=one.line.text[start:end]))


def _mark(one: Placed) -> str:
    text = one.line.text
    return "|" if "|" in text else "\t" if "\t" in text.strip() else ""


def _cells(heading: Placed | None, latest: Placed) -> Iterator[str]:
    """The cells of a line, each bare number with the unit of its heading."""
    cells = split_cells(latest.line.text, _mark(latest))
    columns = split_cells(heading.line.text, _mark(heading)) if heading else []
    for place, cell in enumerate(cells):
        if _DAY.match(cell.text):
            continue  # stands in the line that is shown
        column = column_of(cell, place, len(cells), columns)
        unit = _UNIT.search(columns[column].text) if column is not None else None
        bare = unit and _BARE.fullmatch(cell.text)
        yield f"{cell.text} {unit.group()}" if unit and bare else cell.text


def _earlier(run: Sequence[Placed]) -> str:
    """What is said of the days before the latest: as printed, in the order of days."""
    printed = (" ".join(one.line.text.replace("|", " ").split()) for one in run)
    lines = "; ".join(f'"{text}"' for text in printed)
    said = _("The report also prints earlier results: {lines}. Only the latest one was read.")
    return said.format(lines=lines)
