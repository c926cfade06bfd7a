"""One table: its columns, and the rows that stand below them, wrapped cells put together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise
from sys import maxsize

from pmchat.reports.biomarkers import find_marks
from pmchat.reports.cells import Cell, below, cut_at, split_cells
from pmchat.reports.classes import read_class
from pmchat.reports.columns import Column, read_headings
from pmchat.reports.details import is_label
from pmchat.reports.genes import find_genes
from pmchat.reports.lines import Line
from pmchat.reports.sections import Placed, Section
from pmchat.reports.table_words import answered, heads_more, sentence
from pmchat.reports.values import read_copies, read_origin
from pmchat.reports.variants import find_events, find_variants

_RULE = re.compile(r"^[\s|:=_+.-]*$")
MARK = re.compile(r"^\W*[xy\u2713\u2714\u2612\u25cf+*]\W*$|^\W*yes\W*$|^[\W]+$", re.I)
"""A cell that holds a tick, a cross, or no word at all."""
_OPEN_CELL = re.compile(
    r"\b(?:not|likely|of|and|or|uncertain)\s*$|(?<=\w)(?<!\d[pq])[,(/_-]$|\($", re.I
)
_GOES_ON = re.compile(r"[(/a-z]|(?:VAF|MAF|AF|Allele [Ff]req\w*|Exon|NM_\d+)\b")
_LABEL = re.compile(r"\W*[A-Z][A-Za-z /-]{3,40}:\s")
_FULL_ROW = 4
_CLOSE = 2  # letters
_REST = 2  # words
_PROSE = 2  # headings that one cell runs below: it is a line of text
_METHOD = re.compile(r"(?:test )?(?:method|technology|technique)", re.I)
_SHORT_NAME = re.compile(r"\([A-Za-z][^()]{1,20}\)")  # below a long name: "(LOH)"
# What a gene's change is called, below the name of the gene.
_EVENT_ONLY = re.compile(
    r"(?:(?:gene |copy number |focal |high-level )?(?:amplification|gain|loss|deletion"
    r"|rearrangement|fusion)|exon \d+ (?:skipping|deletion|insertion)|truncation)",
    re.I,
)
_METHODS = re.compile(
    r"(?:[A-Z]{2,4}[- ])?(?:seq(?:uencing)?|NGS|WES|WTS|IHC|(?:[FCS]|DD?)?ISH|PCR|immuno\w+)\b",
    re.I,
)
_AMOUNT_NAMED = re.compile(r"(?:[A-Za-z]{3,} )+\d")  # no cut-off: "Allelic ratio 0.62"
_AMOUNT = re.compile(
    r"[<>\u2264\u2265~]?\s?\d+(?:[.,]\d+)?\s?(?:%|copies)$|ND$|n\.d\.$|-+$|[Nn]ot detected$"
)
_FEWEST_DAYS = 2


@dataclass
class TableRow:
    """The cells of a table row by column, each with the line it stands on."""

    cells: dict[int, list[tuple[Placed, str]]] = field(default_factory=dict)
    whole: bool = True

    def text(self, column: int) -> str:
        """The words of a cell, with those of the lines that it wraps to."""
        return " ".join(text for _, text in self.cells.get(column, []))

    def name(self, column: int, heading: str) -> None:
        """Puts what the column looks for before the words of a cell that do not name it."""
        (placed, text), *more = self.cells[column]
        self.cells[column] = [(placed, f"{heading}: {text}"), *more]

    def parts(self, columns: list[int], section: Section | None, number: int) -> Iterator[Placed]:
        """One piece a cell; a tab stands before each new column."""
        for column in columns:
            for index, (placed, text) in enumerate(self.cells.get(column, [])):
                line = replace(placed.line, text=text if index else f"\t{text}")
                yield Placed(line, section or placed.section, table_row=number)


def begin_table(one: Placed, draws: dict[str, str]) -> Table | None:
    """A table when the line is a row of headings that are known."""
    headings = read_headings(one.line.text, draws)
    return Table(*headings, draws) if headings else None


@dataclass
class Table:
    """The columns of a table and its rows so far."""

    mark: str
    columns: list[Column]
    draws: dict[str, str] = field(default_factory=dict)
    rows: list[TableRow] = field(default_factory=list)

    @property
    def key(self) -> int:
        """The column that names the gene or marker."""
        return next((i for i, c in enumerate(self.columns) if c.kind == "subject"), 0)

    @property
    def of_labels(self) -> bool:
        """True when the first cells name no gene or marker but what is said of one."""
        firsts = [row.text(self.key) for row in self.rows]
        named = any(find_genes(text) or find_marks(text) for text in firsts)
        return not named and sum(map(is_label, firsts)) > 1

    @property
    def _packed(self) -> bool:
        """True when the headings stand as close as they can: places then tell no column."""
        gaps = [b.start - a.end for a, b in pairwise(self.columns)]
        return not self.mark and all(gap == _CLOSE for gap in gaps)

    def fits(self, one: Placed) -> bool:
        """True for a line below another heading that goes on in the columns of this table."""
        cells = split_cells(one.line.text, self.mark)
        if not one.heading and self._below_days(cells):
            return True
        if one.heading or len(cells) != len(self.columns) or len(cells) < _FULL_ROW:
            return False
        if any((c.kind == "aside" and (find_variants(cell.text) or _AMOUNT_NAMED.match(cell.text)))
               or (c.kind == "fraction" and read_class(cell.text))
               for c, cell in zip(self.columns, cells, strict=True)):  # fmt: skip
            return False
        first = find_genes(cells[0].text)
        if not first and {c.kind for c in self.columns[1:]} == {"date"}:
            return bool(find_marks(cells[0].text)) and all(_AMOUNT.match(c.text) for c in cells[1:])
        return bool(first) and first[0].start == 0

    def _below_days(self, cells: list[Cell]) -> bool:
        """True for a gene and its change with one amount below each of the days."""
        days = [Cell(c.heading, c.start, c.end) for c in self.columns if c.kind == "date"]
        if self.mark or not cells or len(days) < _FEWEST_DAYS or len(days) + 1 != len(self.columns):
            return False
        first, *others = cells
        under = [below(cell, days) for cell in others if _AMOUNT.match(cell.text)]
        told = sorted(day for day in under if day is not None)
        named = find_genes(first.text)
        return bool(named) and named[0].start == 0 and told == list(range(len(days)))

    def fill(self, placed: list[Placed], index: int) -> int:
        """Takes in the lines below the headings; returns the place of the first one after."""
        gap = False
        for place in range(index + 1, len(placed)):
            one = placed[place]
            if one.line.blank or _RULE.match(one.line.text):
                gap = gap or one.line.blank
                continue
            if not self.rows and not gap and self._headed_below(one):
                continue
            cells = self._by_column(one.line)
            if self._ends(one, cells, gap):
                return place
            if not self.rows and self.key not in cells and heads_more(cells):
                for column, text in cells.items():
                    if self.columns[column].kind != "date":  # a sample's own number below its day
                        self.columns[column].heading += f" {text}"
                continue
            self._take(one, cells)
            gap = False
        return len(placed)

    def _headed_below(self, one: Placed) -> bool:
        """True for the second line of all the headings, which are then put together."""
        second = begin_table(one, self.draws)
        if second is None or [c.start for c in second.columns] != [c.start for c in self.columns]:
            return False
        pairs = list(zip(self.columns, second.columns, strict=True))
        both = [Column(a.start, max(a.end, b.end), f"{a.heading} {b.heading}") for a, b in pairs]
        unknown = [sum(c.kind == "unknown" for c in cs) for cs in (both, self.columns)]
        if unknown[0] > unknown[1] or all(c.kind != "subject" for c in both):
            return False
        self.columns = both
        return True

    def _by_column(self, line: Line) -> dict[int, str]:
        """The words of the line under each heading."""
        found: dict[int, str] = {}
        cells = self._named_once(split_cells(line.text, self.mark))
        if not self.mark and len(cells) != len(self.columns) and not self._alone(cells):
            cells = [part for cell in cells for part in cut_at(cell, self._free(cells))]
        whole = len(cells) == len(self.columns)
        counted = bool(self.mark) or (whole and not (self._shifted(cells) or self._apart(cells)))
        for index, cell in enumerate(cells):
            column = min(index, len(self.columns) - 1) if counted else self._column_at(cell)
            if read_origin(cell.text) == "possible_ch" and cell.start > self.columns[-1].end:
                column = self.key  # a remark behind the last column
            if cell.text and column is not None:
                found[column] = f"{found[column]}\t{cell.text}" if column in found else cell.text
        return found

    def _alone(self, cells: list[Cell]) -> bool:
        """True for a line of prose, or of one cell, that begins where the table does."""
        return len(cells) == 1 and cells[0].start <= self.columns[0].start + 2

    def _named_once(self, cells: list[Cell]) -> list[Cell]:
        """The cells with "PML::RARA  t(15;17)" as one, where there is one more than columns."""
        if self.mark or len(cells) != len(self.columns) + 1 or self.key:
            return cells
        first, second, *rest = cells
        if not (find_genes(first.text) and find_marks(second.text)):
            return cells
        return [Cell(f"{first.text} {second.text}", first.start, second.end), *rest]

    def _shifted(self, cells: list[Cell]) -> bool:
        """True when two cells stand in one column, and the last column is empty."""
        if self._packed:
            return False
        starts = [c.start for c in self.columns]
        for first in range(len(cells) - 2):
            second, later = cells[first + 1], cells[first + 2 :]
            places = [starts.index(c.start) if c.start in starts else None for c in later]
            if not first:
                places = [self._column_at(cell) for cell in later]
            parted = starts[first] < second.start and second.end <= starts[first + 1]
            if parted and places == list(range(first + 1, len(cells) - 1)):
                return True
        return False

    def _apart(self, cells: list[Cell]) -> bool:
        """True when half of the cells begin just where another heading stands than theirs."""
        starts = [c.start for c in self.columns]
        other = [c for i, c in enumerate(cells) if c.start in starts and c.start != starts[i]]
        return not self._packed and 2 * len(other) >= len(cells)

    def _free(self, cells: list[Cell]) -> list[int]:
        """Where a cell may begin: at each column that no other cell of the line begins below."""
        starts = [c.start for c in self.columns]
        ends = [*starts[1:], maxsize]
        inside = [any(s < c.start < e for c in cells) for s, e in zip(starts, ends, strict=True)]
        return [start for start, other in zip(starts, inside, strict=True) if not other]

    def _column_at(self, cell: Cell) -> int | None:
        """The column whose heading the cell stands under, else the last one that began."""
        if cell.start <= self.columns[0].start + 2:
            return 0
        starts = [c.start for c in self.columns]
        if cell.start in starts:
            return starts.index(cell.start)
        covered = [c for c in self.columns if cell.start < c.start and c.end < cell.end]
        under = below(cell, [Cell(c.heading, c.start, c.end) for c in self.columns])
        if under is not None and len(covered) < _PROSE:
            return under
        if MARK.match(cell.text):
            return None
        before = [i for i, c in enumerate(self.columns) if c.start <= cell.start + 1]
        return before[-1] if before else 0

    def _ends(self, one: Placed, cells: dict[int, str], gap: bool) -> bool:
        """True for a line that is no part of the table."""
        if one.heading or not cells:
            return True
        if self.mark:
            headed = gap and begin_table(one, self.draws) is not None
            return self.mark not in one.line.text or headed
        first = cells.get(0, "")
        alone = len(cells) == 1 and bool(first) and (gap or not self._rest_of_name(first))
        if not self.mark and answered(split_cells(one.line.text)[0].text):
            return True
        if gap and _LABEL.match(first):
            return True
        if alone and (gap or ":" in first or not find_genes(first) or sentence(first)):
            return True
        return (gap and self.key not in cells) or begin_table(one, self.draws) is not None

    def _rest_of_name(self, first: str) -> bool:
        """True for a word or two which a narrow first column has cut off, or copies of its gene."""
        if not self.rows or len(first.split()) > _FULL_ROW:
            return False
        above = self.rows[-1].text(self.key)
        counted = read_copies(first) and any(e.kind == "cnv" for e in find_events(above))
        if _EVENT_ONLY.fullmatch(first) and any(g.end == len(above) for g in find_genes(above)):
            return True
        name = f"{above} {first}"
        marked = bool(_SHORT_NAME.fullmatch(first)) or any(
            m.start < len(above) < m.end for m in find_marks(name)
        )
        return bool(counted) or marked or (first[0].islower() and len(first.split()) <= _REST)

    def _take(self, one: Placed, cells: dict[int, str]) -> None:
        """Adds a row, or the rest of wrapped cells, or a second change of the gene above."""
        named = self.key in cells and not self._wrapped(cells)
        if named or not self.rows or self._second(cells):
            above = [] if named or not self.rows else self.rows[-1].cells.get(self.key, [])
            self.rows.append(TableRow({self.key: list(above)} if above else {}))
        row = self.rows[-1]
        row.whole = row.whole and len(split_cells(one.line.text, self.mark)) == len(self.columns)
        for column, text in cells.items():
            row.cells.setdefault(column, []).append((one, self.columns[column].labelled(text)))

    def _wrapped(self, cells: dict[int, str]) -> bool:
        """True when a cell goes on with one that the line above left open."""
        if not self.rows:
            return False
        name = cells[self.key]
        if self._rest_of_name(name) and (len(cells) == 1 or _EVENT_ONLY.fullmatch(name)):
            return True
        if len(cells) < len(self.columns) and not find_marks(name) and _GOES_ON.match(name):
            return True
        above = self.rows[-1]
        if find_variants(name) and any(g.start == 0 for g in find_genes(name)):
            return False  # a gene with its change begins a row of its own
        return any(c != self.key and _OPEN_CELL.search(above.text(c)) for c in cells)

    def _second(self, cells: dict[int, str]) -> bool:
        """True when a line without a gene names a change or share that its row has, or a method."""
        above = self.rows[-1]
        methods = [i for i, c in enumerate(self.columns) if _METHOD.fullmatch(c.heading)]
        again = [i for i in methods if _METHODS.match(cells.get(i, "")) and above.text(i)]
        if again and len(cells) > 1:
            return True
        new = " ".join(cells.values())
        old = " ".join(above.text(c) for c in above.cells)
        kinds = {v.kind for v in find_variants(old)}
        return any(v.kind in kinds for v in find_variants(new)) or ("%" in new and "%" in old)
