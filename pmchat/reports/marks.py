"""Findings of biomarkers that are no gene change: MSI, TMB, PD-L1, stains, chromosomes."""

from __future__ import annotations

import re

from pmchat.model import Finding, Polarity
from pmchat.reports.biomarkers import kind_of
from pmchat.reports.prose import wordy
from pmchat.reports.seen import Seen, make_finding
from pmchat.reports.signatures import read_mark
from pmchat.reports.stains import pdl1_scores

_COLUMN_SAYS: dict[str, Polarity] = {
    "negatives": "absent_stated",
    "positives": "present",
}


def read_mark_of(seen: Seen) -> list[Finding]:
    """The finding of a biomarker, or one for each of several PD-L1 scores."""
    item, row = seen.item, seen.row
    kind = kind_of(item.analyte)
    words = _until_ahead(seen)
    shared = seen.scope.cue is not None and seen.scope.cue[0] >= seen.stop
    scope = seen.scope.polarity if shared or not seen.scope.own else None
    if item.analyte != "tumor fraction":  # it is measured, wherever it is printed
        scope = scope or _COLUMN_SAYS.get(row.section.kind)
    if item.analyte == "PD-L1":
        scores = pdl1_scores(words)
        if len(scores) > 1:
            ends = [item.start + end for _, end, _ in scores]
            return [
                make_finding(seen, item.analyte, kind, r, (item.start, stop))
                for stop, (_, _, r) in zip(ends, scores, strict=True)
            ]
    reading = read_mark(item.analyte, words, scope)
    if reading is None or (
        wordy(row.text[seen.sentence.start : seen.sentence.end]) and not words.strip()
    ):
        return []
    if reading.polarity == "present" and wordy(words, 7) and reading.value is None:
        return []
    stop = item.start + len(words.rstrip())
    return [make_finding(seen, item.analyte, kind, reading, (_denied_from(seen), stop))]


def _denied_from(seen: Seen) -> int:
    """Where to begin the words as printed: "No del(17p) was found" is shown with its "No"."""
    cue, start = seen.scope.cue, seen.item.start
    right_before = cue is not None and cue[1] <= start and not seen.row.text[cue[1] : start].strip()
    return cue[0] if cue is not None and right_before else start


def _until_ahead(seen: Seen) -> str:
    """The item's words without a negation that speaks of the next item."""
    words = seen.words
    cut = re.search(
        r"[,;]?\s+(?:no|not detected:|negative for)\s+(?:\w+\s+)?$"
        r"|[,;]\s+(?:(?:un|non-?)?mutated|wild[- ]?type)\s+$",
        words,
        re.I,
    )
    return words[: cut.start()] if cut else words
