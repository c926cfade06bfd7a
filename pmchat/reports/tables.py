"""Tables: what each column holds, so that every cell is read as what its heading says.

A table row leaves as pieces, one a cell, in the order of the columns: a wrapped
cell stays whole, cells that are no result are left out, and a cell of drugs goes
with its gene into a row of its own that only `therapies` reads.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from sys import maxsize

from pmchat.reports.biomarkers import find_marks
from pmchat.reports.cells import Cell, below, cut_at, split_cells
from pmchat.reports.columns import (
    Column,
    column_origin,
    heads_list,
    read_headings,
    sample_kind,
)
from pmchat.reports.dates import latest
from pmchat.reports.details import is_label
from pmchat.reports.draws import read_draws
from pmchat.reports.genes import find_genes
from pmchat.reports.headings import SectionKind
from pmchat.reports.lines import Line
from pmchat.reports.pgx import GENES
from pmchat.reports.polarity import stated
from pmchat.reports.sections import Placed, Section
from pmchat.reports.table_words import answered, disagree, heads_more, of_change, sentence
from pmchat.reports.values import read_origin
from pmchat.reports.variants import find_events, find_variants
from pmchat.reports.visits import latest_visit

_DRUGS: tuple[SectionKind, ...] = ("therapies", "therapies_other", "resistance")
_RULE = re.compile(r"^[\s|:=_+.-]*$")
_EMPTY = re.compile(r"^(?:[\s.*\u2013\u2014-]*|n/?a|n|no|none|\[ ?\])$", re.I)
_MARK = re.compile(r"^\W*[xy\u2713\u2714\u2612\u25cf+*]\W*$|^\W*yes\W*$|^[\W]+$", re.I)
_OPEN_CELL = re.compile(r"\b(?:not|likely|of|and|or|uncertain)\s*$|(?<=\w)[,(/_-]$|\($", re.I)
_GOES_ON = re.compile(r"[(/a-z]|(?:VAF|MAF|AF|Allele [Ff]req\w*|Exon|NM_\d+)\b")
_LABEL = re.compile(r"\W*[A-Z][A-Za-z /-]{3,40}:\s")
_FULL_ROW = 4
_REST = 2  # words
_PROSE = 2  # headings that one cell runs below: it is a line of text
# "Values are % of cell-free DNA": what bare numbers below days count.
_SHARES = re.compile(
    r"\b(?:values?|numbers|figures|results)\b[^.;:]{0,20}? (?:are|is|as|in)\b[^.;]{0,20}?"
    r"(?:%|\bpercent)[^.;]{0,25}?\b(?:cfDNA|cell-free DNA|VAF|MAF|reads|allele \w+)"
    r"|\((?:%|percent) of (?:the )?(?:\w+ )?(?:cfDNA|cell-free DNA|reads)(?: molecules)?\)\s*$",
    re.I,
)
_AMOUNT = re.compile(r"[<>\u2264\u2265~]?\s?\d+(?:[.,]\d+)?\s?%$|ND$|n\.d\.$|-+$")
_NOW = re.compile(r"now|today|current(?: \w+)?|(?:this|present) \w+", re.I)
_LETTERED = re.compile(r"(?:[A-Z][a-z]+ )?[A-H]\b")
_GENOTYPE = re.compile(
    r"\*\d|metaboli[sz]er\b|\bfunction\b|\b(?:negative|positive|(?:not )?detected)\b", re.I
)
_SETTINGS = (
    ("resistance", re.compile(r"\black of (?:response|benefit)|\bresistan", re.I)),
    (
        "therapies_other",
        re.compile(r"\b(?:(?:an)?other|different) (?:context|tumou?r|cancer|indication)", re.I),
    ),
)
"""What a column beside that of the drugs says of them."""


@dataclass
class _Row:
    """The cells of a table row by column, each with the line it stands on."""

    cells: dict[int, list[tuple[Placed, str]]] = field(default_factory=dict)
    whole: bool = True

    def text(self, column: int) -> str:
        return " ".join(text for _, text in self.cells.get(column, []))

    def parts(self, columns: list[int], section: Section | None, number: int) -> Iterator[Placed]:
        """One piece a cell; a tab stands before each new column."""
        for column in columns:
            for index, (placed, text) in enumerate(self.cells.get(column, [])):
                line = replace(placed.line, text=text if index else f"\t{text}")
                yield Placed(line, section or placed.section, table_row=number)


def split_tables(placed: list[Placed]) -> list[Placed]:
    """The lines with those of each table replaced by its cells."""
    out: list[Placed] = []
    index, count = 0, 0
    before: _Table | None = None
    draws = read_draws(one.line.text for one in placed)
    shares = next((m.group() for one in placed if (m := _SHARES.search(one.line.text))), "")
    while index < len(placed):
        table = _begin(placed[index], draws)
        if table is None and before is not None and before.fits(placed[index]):
            table = _Table(before.mark, before.columns, draws)
            index -= 1  # its first row stands where a line of headings would
        if table is None:
            out.append(placed[index])
            index += 1
            continue
        table.shares = shares
        start, index = index, table.fill(placed, index)
        if table.of_labels:  # each line is a label and its value, as lines are read
            out.extend(placed[start:index])
            continue
        before = table
        for piece in table.pieces(count):
            count = max(count, piece.table_row)
            out.append(piece)
    return out


def _begin(one: Placed, draws: dict[str, str]) -> _Table | None:
    """A table when the line is a row of headings that are known."""
    headings = read_headings(one.line.text, draws)
    return _Table(*headings, draws) if headings else None


@dataclass
class _Table:
    """The columns of a table and its rows so far; `shares`: what numbers below days are."""

    mark: str
    columns: list[Column]
    draws: dict[str, str] = field(default_factory=dict)
    shares: str = ""
    rows: list[_Row] = field(default_factory=list)

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

    def fits(self, one: Placed) -> bool:
        """True for a line below another heading that goes on in the columns of this table."""
        cells = split_cells(one.line.text, self.mark)
        if one.heading or len(cells) != len(self.columns) or len(cells) < _FULL_ROW:
            return False
        if any(c.kind == "aside" and find_variants(cell.text)
               for c, cell in zip(self.columns, cells, strict=True)):  # fmt: skip
            return False
        first = find_genes(cells[0].text)
        if not first and {c.kind for c in self.columns[1:]} == {"date"}:
            return bool(find_marks(cells[0].text)) and all(_AMOUNT.match(c.text) for c in cells[1:])
        return bool(first) and first[0].start == 0

    def fill(self, placed: list[Placed], index: int) -> int:
        """Takes in the lines below the headings; returns the place of the first one after."""
        gap = False
        for place in range(index + 1, len(placed)):
            one = placed[place]
            if one.line.blank or _RULE.match(one.line.text):
                gap = gap or one.line.blank
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

    def _by_column(self, line: Line) -> dict[int, str]:
        """The words of the line under each heading."""
        found: dict[int, str] = {}
        cells = self._named_once(split_cells(line.text, self.mark))
        if not self.mark and len(cells) != len(self.columns) and not self._alone(cells):
            cells = [part for cell in cells for part in cut_at(cell, self._free(cells))]
        counted = bool(self.mark) or (len(cells) == len(self.columns) and not self._shifted(cells))
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
        """True when the first two cells stand in the first column, and the last one is empty."""
        headings = [Cell(c.heading, c.start, c.end) for c in self.columns]
        later = [below(cell, headings) for cell in cells[2:]]
        parted = len(cells) > _PROSE and cells[1].end <= self.columns[1].start
        return parted and later == list(range(1, len(cells) - 1))

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
        if _MARK.match(cell.text):
            return None
        before = [i for i, c in enumerate(self.columns) if c.start <= cell.start + 1]
        return before[-1] if before else 0

    def _ends(self, one: Placed, cells: dict[int, str], gap: bool) -> bool:
        """True for a line that is no part of the table."""
        if one.heading or not cells:
            return True
        if self.mark:
            return self.mark not in one.line.text or (gap and _begin(one, self.draws) is not None)
        first = cells.get(0, "")
        alone = len(cells) == 1 and bool(first) and (gap or not self._rest_of_name(first))
        if not self.mark and answered(split_cells(one.line.text)[0].text):
            return True
        if gap and _LABEL.match(first):
            return True
        if alone and (gap or ":" in first or not find_genes(first) or sentence(first)):
            return True
        return (gap and self.key not in cells) or _begin(one, self.draws) is not None

    def _rest_of_name(self, first: str) -> bool:
        """True for a word or two in small letters, which a narrow first column has cut off."""
        return bool(self.rows) and first[0].islower() and len(first.split()) <= _REST

    def _take(self, one: Placed, cells: dict[int, str]) -> None:
        """Adds a row, or the rest of wrapped cells, or a second change of the gene above."""
        named = self.key in cells and not self._wrapped(cells)
        if named or not self.rows or self._second(cells):
            above = [] if named or not self.rows else self.rows[-1].cells.get(self.key, [])
            self.rows.append(_Row({self.key: list(above)} if above else {}))
        row = self.rows[-1]
        row.whole = row.whole and len(split_cells(one.line.text, self.mark)) == len(self.columns)
        for column, text in cells.items():
            row.cells.setdefault(column, []).append((one, self.columns[column].labelled(text)))

    def _wrapped(self, cells: dict[int, str]) -> bool:
        """True when a cell goes on with one that the line above left open."""
        if not self.rows:
            return False
        name = cells[self.key]
        if len(cells) < len(self.columns) and not find_marks(name) and _GOES_ON.match(name):
            return True
        above = self.rows[-1]
        return any(c != self.key and _OPEN_CELL.search(above.text(c)) for c in cells)

    def _second(self, cells: dict[int, str]) -> bool:
        """True when a line without a gene names a change, or a share, that its row already has."""
        above = self.rows[-1]
        new = " ".join(cells.values())
        old = " ".join(above.text(c) for c in above.cells)
        kinds = {v.kind for v in find_variants(old)}
        return any(v.kind in kinds for v in find_variants(new)) or ("%" in new and "%" in old)

    def pieces(self, number: int) -> Iterator[Placed]:
        """The cells of all rows; `number` is that of the last table row before."""
        kinds = self._kinds()
        if heads_list(self.columns):
            yield from self._listed(number)
            return
        stated = [i for i, kind in enumerate(kinds) if kind in ("yes", "no")]
        if any(find_genes(row.text(i)) for row in self.rows for i in stated):
            yield from self._lists(kinds, number)
            return
        shares = self.shares if "date" in kinds else ""
        fraction = next(
            (self.columns[i].heading for i, k in enumerate(kinds) if k == "fraction"), shares
        )
        samples = self._samples(kinds)
        origins = self._origins()
        dated = "date" in kinds and not {"fraction", "result"} & set(kinds)
        unsure = dated and self._latest() is None
        for row in self.rows:
            section, kept = self._marked(row, stated), self._kept(row, kinds)
            if section is None and any(kind in _DRUGS for kind in kinds):
                section = self._of_drugs(row, kinds)
            told = [i for i in samples or origins if not _EMPTY.match(row.text(i))]
            for column in told or [-1]:
                number += 1
                own = [i for i in kept if i not in (samples or origins) or i == column]
                for piece in row.parts(own, section or origins.get(column), number):
                    yield replace(
                        piece, fraction=fraction, sample=samples.get(column, ""),
                        unsure=unsure or self._disagree(row, own, kinds),
                    )  # fmt: skip
            for i, kind in enumerate(kinds):
                if kind in _DRUGS and row.cells.get(i):
                    number += 1
                    yield from row.parts([self.key, i], self._drugs(row, i), number)

    def _kinds(self) -> list[str]:
        """What the columns hold; letters that are all of one day are those of samples."""
        kinds = [c.kind for c in self.columns]
        dated = [c.heading for c, kind in zip(self.columns, kinds, strict=True) if kind == "date"]
        if dated and self._latest() is None and all(map(_LETTERED.match, dated)):
            return ["unknown" if kind == "date" else kind for kind in kinds]
        return kinds

    def _samples(self, kinds: list[str]) -> dict[int, str]:
        """The columns that each speak of a sample of their own: "Tissue", "Plasma VAF"."""
        plain = [i for i, k in enumerate(kinds) if k in ("unknown", "fraction", "result", "detail")]
        found = {i: sample for i in plain if (sample := sample_kind(self.columns[i].heading))}
        return found if len(set(found.values())) > 1 else {}

    def _origins(self) -> dict[int, Section]:
        """The columns "Tumor-derived" and "Germline", when there are both: each is a part."""
        told = {i: column_origin(c.heading) for i, c in enumerate(self.columns)}
        found = {i: origin for i, origin in told.items() if origin is not None}
        if len(set(found.values())) < _PROSE:
            return {}
        return {i: Section("findings", self.columns[i].heading, o) for i, o in found.items()}

    def _disagree(self, row: _Row, kept: list[int], kinds: list[str]) -> bool:
        """True when one column of unknown words denies and another shows a change."""
        return disagree([row.text(i) for i in kept if kinds[i] == "unknown"])

    def _kept(self, row: _Row, kinds: list[str]) -> list[int]:
        """The columns whose cells speak of the result."""
        kept = []
        for i, kind in enumerate(kinds):
            text = row.text(i)
            earlier = kind == "date" and ("fraction" in kinds or i not in self._told_days(kinds))
            aside = kind in ("aside", "relative", "trials", *_DRUGS) or earlier
            if kind == "aside" and of_change(self.columns[i].heading, text):
                aside = False
            if kind in _DRUGS and read_origin(text) == "possible_ch":
                aside = False  # "possible clonal hematopoiesis" where a drug would stand
            if kind == "note" and re.search(r"\bprevious|\bprior\b|\bformerly\b", text, re.I):
                aside = True
            elif kind == "note" and "result" in kinds:
                aside = stated(text) != "indeterminate" and read_origin(text) is None
            if kind in ("unknown", "note") and any(rx.search(text) for _, rx in _SETTINGS):
                aside = not re.search(r"\btier\b", text, re.I)
            elif kind == "unknown" and "fraction" in kinds:
                aside = bool(re.fullmatch(r"[\d.,\s]+", text))
            if kind in ("yes", "no"):
                aside = bool(_MARK.match(text) or _EMPTY.match(text))
            if i == self.key or not aside:
                kept.append(i)
        return kept

    def _latest(self) -> int | None:
        """The column of the last day, where each column is a day."""
        days = [i for i, c in enumerate(self.columns) if c.kind == "date"]
        last = latest([self.columns[i].heading for i in days])
        return days[last] if days and last is not None else None

    def _told_days(self, kinds: list[str]) -> list[int]:
        """The column of the last day or time point; all of them where none is known to be last."""
        if any(_NOW.fullmatch(c.heading) for c in self.columns):
            return []
        if (day := self._latest()) is not None:
            return [day]
        visits = [i for i, kind in enumerate(kinds) if kind == "date"]
        if "result" in kinds:
            return []
        last = latest_visit([self.columns[i].heading for i in visits])
        return visits if last is None else [visits[last]]

    def _marked(self, row: _Row, columns: list[int]) -> Section | None:
        """What a mark in a column such as "Not detected" makes of its row; without one, nothing."""
        if not columns:
            return None
        marked = [i for i in columns if not _EMPTY.match(row.text(i))]
        if len(marked) == 1 and (row.whole or not self.mark):
            return self._stated(marked[0])
        denied = [i for i in columns if re.match(r"no?$", row.text(i), re.I)]
        if len(columns) == 1 and denied and self.columns[denied[0]].kind == "yes":
            return Section("negatives", self.columns[denied[0]].heading)
        return Section("prose", self.columns[columns[0]].heading)

    def _of_drugs(self, row: _Row, kinds: list[str]) -> Section | None:
        """The section of a row in a table of drugs: below a list of negatives it is none of them.

        Where each row begins with a drug and then names a gene that handles it, it tells of the
        drug alone.
        """
        first = next(i for i, kind in enumerate(kinds) if kind in _DRUGS)
        told = {"result", "detail", "fraction", "date"} & set(kinds)
        whole = " ".join(row.text(i) for i in row.cells)
        of_drug = first < self.key and not told and {g.symbol for g in find_genes(whole)} <= GENES
        genotype = _GENOTYPE.search(whole) or find_variants(whole) or find_events(whole)
        if of_drug and not genotype and not find_marks(whole):
            return Section("therapies", self.columns[first].heading)
        around = next(iter(row.cells.values()))[0][0].section.kind
        return Section("body") if around in ("negatives", "not_done") else None

    def _stated(self, column: int) -> Section:
        kind: SectionKind = "negatives" if self.columns[column].kind == "no" else "positives"
        return Section(kind, self.columns[column].heading)

    def _drugs(self, row: _Row, column: int) -> Section:
        kind = self.columns[column].kind
        around = row.cells[column][0][0].section.kind
        if kind == "therapies" and around in _DRUGS:
            kind = around
        if kind == "therapies":
            beside = " ".join(row.text(i) for i in row.cells if i not in (self.key, column))
            kind = next((k for k, words in _SETTINGS if words.search(beside)), kind)
        return Section(next(k for k in _DRUGS if k == kind), self.columns[column].heading)

    def _listed(self, number: int) -> Iterator[Placed]:
        """The rows below "Looked for, not found" or "No result", each with what stands beside."""
        first = self.columns[0]
        section = Section("negatives" if first.kind == "no" else "not_done", first.heading)
        for place, row in enumerate(self.rows, start=number + 1):
            yield from row.parts(sorted(row.cells), section, place)

    def _lists(self, kinds: list[str], number: int) -> Iterator[Placed]:
        """Columns that are lists of their own, read one after the other."""
        for i, kind in enumerate(kinds):
            section: Section | None = None
            if kind in ("yes", "no"):
                section = Section(
                    "negatives" if kind == "no" else "positives", self.columns[i].heading
                )
            for row in self.rows:
                number += 1
                if kind not in ("aside", "relative", "trials", *_DRUGS):
                    yield from row.parts([i], section, number)
