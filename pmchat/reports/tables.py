"""Tables: what each column holds, so that every cell is read as what its heading says.

A table row leaves as pieces, one a cell, in the order of the columns: a wrapped
cell stays whole, cells that are no result are left out, and a cell of drugs goes
with its gene into a row of its own that only `therapies` reads.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pmchat.reports.biomarkers import find_marks
from pmchat.reports.columns import (
    BY_METHOD,
    column_origin,
    heads_list,
    sample_kind,
)
from pmchat.reports.dates import latest
from pmchat.reports.draws import read_draws
from pmchat.reports.genes import find_genes
from pmchat.reports.headings import SectionKind
from pmchat.reports.pgx import GENES
from pmchat.reports.polarity import stated
from pmchat.reports.sections import Placed, Section
from pmchat.reports.table import MARK, Table, TableRow, begin_table
from pmchat.reports.table_words import denies, disagree, of_change, shows_change
from pmchat.reports.values import read_origin
from pmchat.reports.variants import find_events, find_variants
from pmchat.reports.visits import latest_visit

_DRUGS: tuple[SectionKind, ...] = ("therapies", "therapies_other", "resistance")
_EMPTY = re.compile(r"^(?:[\s.*\u2013\u2014-]*|n/?a|n|no|none|\[ ?\])$", re.I)
# "Values are % of cell-free DNA": what bare numbers below days count.
_SHARES = re.compile(
    r"\b(?:values?|numbers|figures|results)\b[^.;:]{0,20}? (?:are|is|as|in)\b[^.;]{0,20}?"
    r"(?:%|\bpercent)[^.;]{0,25}?\b(?:cfDNA|cell-free DNA|VAF|MAF|reads|allele \w+)"
    r"|\((?:%|percent) of (?:the )?(?:\w+ )?(?:cfDNA|cell-free DNA|reads)(?: molecules)?\)\s*$",
    re.I,
)
# What each of such columns tells is said of one method, or of one sort of change.
_BY_METHOD = re.compile(
    rf"{BY_METHOD}|(?:gene )?(?:fusions?|rearrangements?|amplifications?)|copy number(?: \w+)?"
    r"|SNVs?(?: ?(?:/|and|&) ?indels?)?|indels?|(?:point )?mutations?|variants?",
    re.I,
)
_OF_CANCERS = re.compile(r"(?:tumou?r|cancer|disease)[ -]?types?|indications?", re.I)
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


def split_tables(placed: list[Placed]) -> list[Placed]:
    """The lines with those of each table replaced by its cells."""
    out: list[Placed] = []
    index, count = 0, 0
    before: Table | None = None
    draws = read_draws(one.line.text for one in placed)
    shares = next((m.group() for one in placed if (m := _SHARES.search(one.line.text))), "")
    while index < len(placed):
        table = begin_table(placed[index], draws)
        if table is None and before is not None and before.fits(placed[index]):
            table = Table(before.mark, before.columns, draws)
            index -= 1  # its first row stands where a line of headings would
        if table is None:
            out.append(placed[index])
            index += 1
            continue
        start, index = index, table.fill(placed, index)
        if table.of_labels:  # each line is a label and its value, as lines are read
            out.extend(placed[start:index])
            continue
        before = table
        for piece in _Cells(table, shares).pieces(count):
            count = max(count, piece.table_row)
            out.append(piece)
    return out


@dataclass
class _Cells:
    """The cells of a table that tell results; `shares`: what numbers below days are."""

    table: Table
    shares: str = ""

    def pieces(self, number: int) -> Iterator[Placed]:
        """The cells of all rows; `number` is that of the last table row before."""
        kinds = self._kinds()
        if heads_list(self.table.columns):
            yield from self._listed(number)
            return
        stated = [i for i, kind in enumerate(kinds) if kind in ("yes", "no")]
        if any(find_genes(row.text(i)) for row in self.table.rows for i in stated):
            yield from self._lists(kinds, number)
            return
        shares = self.shares if "date" in kinds else ""
        fraction = next(
            (self.table.columns[i].heading for i, k in enumerate(kinds) if k == "fraction"), shares
        )
        samples = self._samples(kinds)
        origins = self._origins()
        dated = "date" in kinds and not {"fraction", "result"} & set(kinds)
        unsure = dated and self._latest() is None
        days = self._told_days(kinds) if "date" in kinds else []
        for row in self.table.rows:
            if len(days) > 1 and disagree([row.text(i) for i in days]):
                continue  # which of them is the last is not known
            section, kept = self._marked(row, stated), self._kept(row, kinds)
            if section is None and any(kind in _DRUGS for kind in kinds):
                section = self._of_drugs(row, kinds)
            told = [i for i in samples or origins if not _EMPTY.match(row.text(i))]
            for column in told or [-1]:
                every = [i for i in kept if i not in (samples or origins) or i == column]
                for own in self._by_method(row, every):
                    number += 1
                    for piece in row.parts(own, section or origins.get(column), number):
                        yield replace(
                            piece, fraction=fraction, sample=samples.get(column, ""),
                            unsure=unsure or self._disagree(row, own, kinds),
                        )  # fmt: skip
            for i, kind in enumerate(kinds):
                if kind in _DRUGS and row.cells.get(i):
                    number += 1
                    yield from row.parts([self.table.key, i], self._drugs(row, i), number)

    def _kinds(self) -> list[str]:
        """What the columns hold; letters that are all of one day are those of samples."""
        kinds = [c.kind for c in self.table.columns]
        dated = [self.table.columns[i].heading for i, kind in enumerate(kinds) if kind == "date"]
        if dated and self._latest() is None and all(map(_LETTERED.match, dated)):
            return ["unknown" if kind == "date" else kind for kind in kinds]
        return kinds

    def _samples(self, kinds: list[str]) -> dict[int, str]:
        """The columns that each speak of a sample of their own: "Tissue", "Plasma VAF"."""
        plain = [i for i, k in enumerate(kinds) if k in ("unknown", "fraction", "result", "detail")]
        found = {i: sample for i in plain if (sample := sample_kind(self.table.columns[i].heading))}
        return found if len(set(found.values())) > 1 else {}

    def _origins(self) -> dict[int, Section]:
        """The columns "Tumor-derived" and "Germline", when there are both: each is a part."""
        told = {i: column_origin(c.heading) for i, c in enumerate(self.table.columns)}
        found = {i: origin for i, origin in told.items() if origin is not None}
        if len(set(found.values())) == 1:
            return {}
        return {i: Section("findings", self.table.columns[i].heading, o) for i, o in found.items()}

    def _by_method(self, row: TableRow, kept: list[int]) -> list[list[int]]:
        """The columns in parts, one for each method, where one of them found a change.

        What another method denies is left out then: it denies another sort of change.
        """
        methods = [i for i in kept if _BY_METHOD.fullmatch(self.table.columns[i].heading)]
        shown = [i for i in methods if shows_change(row.text(i))]
        if not shown:
            return [kept]
        for i in methods:
            heading = self.table.columns[i].heading
            if find_events(heading) and stated(row.text(i)) and not find_events(row.text(i)):
                row.name(i, heading)
        told = [i for i in methods if not _EMPTY.match(row.text(i))]
        told = [i for i in told if i in shown or stated(row.text(i)) != "absent_stated"]
        first = [i for i in kept if i not in methods or i == shown[0]]
        return [first, *([self.table.key, i] for i in told if i != shown[0])]

    def _disagree(self, row: TableRow, kept: list[int], kinds: list[str]) -> bool:
        """True when one column of unknown words denies and another shows a change."""
        return disagree([row.text(i) for i in kept if kinds[i] == "unknown"])

    def _kept(self, row: TableRow, kinds: list[str]) -> list[int]:
        """The columns whose cells speak of the result."""
        kept = []
        for i, kind in enumerate(kinds):
            text = row.text(i)
            earlier = kind == "date" and ("fraction" in kinds or i not in self._told_days(kinds))
            aside = kind in ("aside", "relative", "trials", *_DRUGS) or earlier
            if kind == "aside" and of_change(self.table.columns[i].heading, text):
                aside = False
            others = [row.text(j) for j in range(len(kinds)) if j not in (i, self.table.key)]
            alone = denies(text) and all(map(_EMPTY.match, others))
            if kind in _DRUGS and (alone or read_origin(text) == "possible_ch"):
                aside = False  # said of the change, where a drug would stand
            if kind == "note" and re.search(r"\bprevious|\bprior\b|\bformerly\b", text, re.I):
                aside = True
            elif kind == "note" and "result" in kinds:
                aside = stated(text) != "indeterminate" and read_origin(text) is None
            if kind in ("unknown", "note") and any(rx.search(text) for _, rx in _SETTINGS):
                aside = not re.search(r"\btier\b", text, re.I)
            elif kind == "unknown" and "fraction" in kinds:
                aside = bool(re.fullmatch(r"[\d.,\s]+", text))
            if kind == "sought":  # what was looked for is not what was found
                aside = any(shows_change(row.text(j)) for j, k in enumerate(kinds) if k == "result")
            if kind in ("yes", "no"):
                aside = bool(MARK.match(text) or _EMPTY.match(text))
            if i == self.table.key or not aside:
                kept.append(i)
        return kept

    def _latest(self) -> int | None:
        """The column of the last day, where each column is a day."""
        days = [i for i, c in enumerate(self.table.columns) if c.kind == "date"]
        last = latest([self.table.columns[i].heading for i in days])
        return days[last] if days and last is not None else None

    def _told_days(self, kinds: list[str]) -> list[int]:
        """The column of the last day or time point; all of them where none is known to be last."""
        if any(_NOW.fullmatch(c.heading) for c in self.table.columns):
            return []
        if (day := self._latest()) is not None:
            return [day]
        visits = [i for i, kind in enumerate(kinds) if kind == "date"]
        if "result" in kinds:
            return []
        last = latest_visit([self.table.columns[i].heading for i in visits])
        return visits if last is None else [visits[last]]

    def _marked(self, row: TableRow, columns: list[int]) -> Section | None:
        """What a mark in a column such as "Not detected" makes of its row; without one, nothing."""
        if not columns:
            return None
        marked = [i for i in columns if not _EMPTY.match(row.text(i))]
        if len(marked) == 1 and (row.whole or not self.table.mark):
            return self._stated(marked[0])
        denied = [i for i in columns if re.match(r"no?$", row.text(i), re.I)]
        if len(columns) == 1 and denied and self.table.columns[denied[0]].kind == "yes":
            return Section("negatives", self.table.columns[denied[0]].heading)
        return Section("prose", self.table.columns[columns[0]].heading)

    def _of_drugs(self, row: TableRow, kinds: list[str]) -> Section | None:
        """The section of a row in a table of drugs: below a list of negatives it is none of them.

        Where each row begins with a drug and then names a gene that handles it, it tells of the
        drug alone; where it begins with a cancer, of what the drug is approved for.
        """
        first = next(i for i, kind in enumerate(kinds) if kind in _DRUGS)
        told = {"result", "detail", "fraction", "date"} & set(kinds)
        whole = " ".join(row.text(i) for i in row.cells)
        symbols = {g.symbol for g in find_genes(whole)}
        of_drug = first < self.table.key and not told and symbols <= GENES
        if _OF_CANCERS.fullmatch(self.table.columns[0].heading):
            return Section("skip", self.table.columns[first].heading)
        genotype = _GENOTYPE.search(whole) or find_variants(whole) or find_events(whole)
        if of_drug and not genotype and not find_marks(whole):
            return Section("therapies", self.table.columns[first].heading)
        around = next(iter(row.cells.values()))[0][0].section.kind
        return Section("body") if around in ("negatives", "not_done") else None

    def _stated(self, column: int) -> Section:
        kind: SectionKind = "negatives" if self.table.columns[column].kind == "no" else "positives"
        return Section(kind, self.table.columns[column].heading)

    def _drugs(self, row: TableRow, column: int) -> Section:
        kind = self.table.columns[column].kind
        section = row.cells[column][0][0].section
        if kind == "therapies" and section.kind in _DRUGS:
            kind = section.kind
        if kind == "therapies":
            cells = (row.text(i) for i in row.cells if i not in (self.table.key, column))
            beside = " ".join([section.title or "", *cells])
            kind = next((k for k, words in _SETTINGS if words.search(beside)), kind)
        return Section(next(k for k in _DRUGS if k == kind), self.table.columns[column].heading)

    def _listed(self, number: int) -> Iterator[Placed]:
        """The rows below "Looked for, not found" or "No result", each with what stands beside."""
        first = self.table.columns[0]
        section = Section("negatives" if first.kind == "no" else "not_done", first.heading)
        for place, row in enumerate(self.table.rows, start=number + 1):
            yield from row.parts(sorted(row.cells), section, place)

    def _lists(self, kinds: list[str], number: int) -> Iterator[Placed]:
        """Columns that are lists of their own, read one after the other."""
        for i, kind in enumerate(kinds):
            section: Section | None = None
            if kind in ("yes", "no"):
                section = Section(
                    "negatives" if kind == "no" else "positives", self.table.columns[i].heading
                )
            for row in self.table.rows:
                number += 1
                if kind not in ("aside", "relative", "trials", *_DRUGS):
                    yield from row.parts([i], section, number)
