"""Changes of class that a report tells beside or below a change: the latest class counts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from pmchat.i18n import _
from pmchat.model import Evidence, Finding
from pmchat.reports.classes import read_class, told_anew
from pmchat.reports.genes import find_genes
from pmchat.reports.rows import Row
from pmchat.reports.sentences import find_sentences
from pmchat.reports.variants import bare, find_variants

_SILENT = ("skip", "genes", "trials", "history")
_NEAR = 3
"""How many lines below a change a sentence that names none still speaks of it."""


class _Statement(NamedTuple):
    """A sentence that tells a new class, and the line it ends on."""

    row: Row
    start: int
    end: int

    @property
    def words(self) -> str:
        return self.row.text[self.start : self.end]

    @property
    def place(self) -> tuple[int, int]:
        line = self.row.lines_of(self.start, self.end)[-1]
        return line.page, line.number


def reclassify(findings: Sequence[Finding], rows: Sequence[Row]) -> tuple[list[Finding], list[str]]:
    """The findings with their latest class, and what to tell of the earlier ones."""
    found = list(findings)
    told: dict[int | None, list[str]] = {}
    for one in _statements(rows):
        index = _meant(found, one)
        quoted = f'"{one.row.printed(one.start, one.end)}"'
        told.setdefault(index, []).append(quoted)
        if index is not None and (latest := read_class(one.words, "12345")):
            shown = _with_lines(found[index], one, rows)
            found[index] = found[index].model_copy(
                update={"classification": latest, "evidence": shown}
            )
    return found, [_telling(index, quotes, found) for index, quotes in told.items()]


def _telling(index: int | None, quotes: list[str], found: Sequence[Finding]) -> str:
    words = "; ".join(dict.fromkeys(quotes))
    if index is None:
        said = _("The report says that the class of a change is a new one: {words}.")
        return said.format(words=words)
    said = _(
        "The report says that the class of {name} was changed: {words}. The latest one counts."
    )
    return said.format(name=found[index].analyte, words=words)


def _statements(rows: Sequence[Row]) -> list[_Statement]:
    return [
        _Statement(row, start, end)
        for row in rows
        if row.section.kind not in _SILENT
        for start, end in find_sentences(row.text, 0)
        if told_anew(row.text[start:end]) is not None
    ]


def _meant(found: Sequence[Finding], one: _Statement) -> int | None:
    """Which finding a sentence speaks of: the change or gene it names, else the one right above."""
    changes = [
        i for i, f in enumerate(found) if f.polarity != "absent_stated" and (f.hgvs_c or f.hgvs_p)
    ]
    names = {bare(v.hgvs) for v in find_variants(one.words)}
    genes = {g.symbol for g in find_genes(one.words)}
    if names or genes:
        named = [
            i
            for i in changes
            if (not genes or found[i].analyte in genes)
            and (not names or names & {bare(n) for n in (found[i].hgvs_c, found[i].hgvs_p) if n})
        ]
        return named[0] if len(named) == 1 else None
    if len(changes) == 1:
        return changes[0]
    page, line = one.place
    above = [
        i
        for i in changes
        if found[i].evidence.page == page and 0 <= line - _last_line(found[i]) <= _NEAR
    ]
    return max(above, key=lambda i: found[i].evidence.line, default=None)


def _with_lines(finding: Finding, one: _Statement, rows: Sequence[Row]) -> Evidence:
    """The printed lines of a change down to the sentence that tells its class, if it is near."""
    old = finding.evidence
    page, last = one.place
    if page != old.page or not 0 < last - _last_line(finding) <= _NEAR:
        return old
    printed = {(line.page, line.number): line.raw for row in rows for line in row.lines}
    places = sorted(p for p in printed if (page, old.line) <= p <= (page, last))
    return Evidence(page=page, line=old.line, text="\n".join(printed[p] for p in places))


def _last_line(finding: Finding) -> int:
    return finding.evidence.line + finding.evidence.text.count("\n")
