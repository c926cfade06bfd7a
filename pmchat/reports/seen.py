"""One gene or biomarker of a row on its way to a finding."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pmchat.model import Classification, Finding, Origin, Polarity
from pmchat.reports.biomarkers import Reading
from pmchat.reports.classes import read_class, read_origin
from pmchat.reports.items import Item, Sentence
from pmchat.reports.prose import wordy
from pmchat.reports.rows import Row
from pmchat.reports.scope import Scoped


@dataclass(frozen=True)
class Context:
    """What holds for the whole report while its rows are read."""

    origin: Origin
    language: str = "en"
    fraction_column: str = ""
    stain: bool = False
    germline: bool = False


@dataclass(frozen=True)
class Seen:
    """One item on its way to a finding."""

    row: Row
    sentence: Sentence
    index: int
    scope: Scoped
    context: Context

    @property
    def item(self) -> Item:
        """The gene or biomarker itself."""
        return self.sentence.items[self.index]

    @property
    def stop(self) -> int:
        """Where the words of the item end."""
        for later in self.sentence.items[self.index + 1 :]:
            if later.start > self.item.start:
                return later.start
        return self.sentence.end

    @property
    def words(self) -> str:
        """The words from the item to the next one."""
        return self.row.text[self.item.start : self.stop]


def make_finding(
    seen: Seen,
    analyte: str,
    kind: str,
    reading: Reading,
    span: tuple[int, int],
) -> Finding:
    """The finding that the words of the span print."""
    start, stop = span
    polarity, value = reading.polarity, reading.value
    row = seen.row
    first, last = start, max(stop, start + 1)
    cue = seen.scope.cue
    if cue is not None:
        first, last = min(first, cue[0]), max(last, cue[1])
    elif row.section.kind == "negatives" and row.heading:
        first = 0
    if seen.item.inherited and kind not in ("signature",):
        first = min(first, _gene_start(seen))
    classification: Classification | None = None
    origin: Origin = seen.context.origin
    if kind not in ("protein", "signature"):
        shown = row.text[last : seen.stop] if last < seen.stop else ""
        around = row.text[seen.sentence.start : start] if seen.index == 0 else ""
        found = read_class(f"{seen.words} {shown}") or read_class(around)
        if found is None and row.section.kind == "vus":
            found = "vus"
        if polarity in ("present", "indeterminate"):
            classification = found or read_class(row.section.title or "")
        origin = read_origin(seen.words) or row.section.origin or origin
        if classification or origin == "possible_ch":
            last = max(last, start + len(seen.words.rstrip()))
    else:
        origin = "unknown" if origin == "germline" else origin
    return Finding(
        id="f0",
        specimen_id=None,
        analyte=analyte,
        kind=kind,
        as_printed=row.printed(start, stop) or analyte,
        value=value,
        polarity=polarity,
        origin=origin,
        classification=classification,
        section=row.section.title if _fits(row, kind) else None,
        evidence=row.evidence(first, last),
        confidence=_confidence(seen, polarity),
    )


def _fits(row: Row, kind: str) -> bool:
    """False for a biomarker that merely follows a list of uncertain variants."""
    return row.section.kind != "vus" or kind not in ("protein", "signature")


def _gene_start(seen: Seen) -> int:
    """Where the gene of an inherited item is named."""
    for earlier in reversed(seen.sentence.items[: seen.index]):
        if not earlier.inherited:
            return earlier.start
    return seen.item.start


def _confidence(seen: Seen, polarity: Polarity) -> float:
    if seen.context.language != "en":
        return 0.4
    if re.search(r"not (?:clearly )?equivocal|cannot (?:be )?exclude", seen.words, re.I):
        return 0.4
    sentence = seen.row.text[seen.sentence.start : seen.sentence.end]
    if seen.scope.own or seen.row.section.kind in ("findings", "vus", "negatives"):
        return 0.95
    return 0.75 if wordy(sentence, 3) else 0.9
