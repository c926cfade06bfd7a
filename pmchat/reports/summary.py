"""The overall result that a report prints, and whether the test failed."""

from __future__ import annotations

import re
from itertools import pairwise

from pmchat.model import Finding, Origin, Polarity
from pmchat.reports.biomarkers import find_marks
from pmchat.reports.findings import SILENT_SECTIONS
from pmchat.reports.genes import find_genes
from pmchat.reports.prose import general
from pmchat.reports.rows import Row

_NOUN = r"(?:mutations?|variants?|alterations?|changes|findings)"
_TABLE: tuple[tuple[Polarity, str], ...] = (
    (
        "indeterminate",
        r"uncertain|inconclusive|indeterminate|variants? of uncertain significance"
        r"|VUS",
    ),
    (
        "absent_stated",
        rf"negativ[eoa]?|normal|no (?:[\w-]+ ){{0,6}}{_NOUN}|not detected|none detected"
        rf"|nothing",
    ),
    ("present", r"positiv[eoa]?|abnormal|(?:likely )?pathogenic|detected|clinically significant"),
)
_LABEL = (
    r"^\W*(?:[^\W\d]+ ?/ ?)?(?:(?:overall|final|summary|test|your|genetic|primary|panel"
    r"|screen(?:ing)?|summary of)\s+)*"
    r"(?:results?|interpretation|outcome|summary|conclusion|overall)(?:\s+summary)?(?:\s*[:=|-]\s*|\s+is\s+)"
)
_TWO_CELLS = re.compile(r"^(\S+(?: \S+){0,2})(?:\s{2,}|\t)(\S+)$")
_LABELLED = tuple((p, re.compile(rf"{_LABEL}(?:{rx})\b", re.I)) for p, rx in _TABLE)
_BANNER: tuple[tuple[Polarity, re.Pattern[str]], ...] = (
    ("absent_stated", re.compile(rf"^\W*(?:negative\s*[:,.-]\s*|negative$)"
                                 rf"|^\W*(?:negative\W+)?no (?!other\b"
                                 rf"|additional\b)(?:(?:reportable|clinically|significant"
                                 rf"|pathogenic|likely|or|/|known|deleterious|actionable|relevant"
                                 rf"|disease-causing|somatic|germline|genomic"
                                 rf"|P/LP)[\s,/]*)+{_NOUN}(?:\s+(?:or \w+ )?(?:were |was "
                                 rf"|are )?(?:detected|identified|found))?\W*$"
                                 rf"|^\W*no {_NOUN} (?:were |was )?(?:detected|identified|found)"
                                 rf"\W*$", re.I)),
    ("present", re.compile(rf"^\W*(?:positive\s*[:,.-]|positive$"
                           rf"|positive for (?:a|one|two|three|\d)"
                           rf" (?:likely )?(?:pathogenic )?{_NOUN})"
                           rf"|^\W*(?:clinically significant"
                           rf"|pathogenic) {_NOUN} (?:was |were )?(?:detected|identified"
                           rf"|found)\W*$", re.I)),
    ("indeterminate", re.compile(r"^\W*(?:uncertain|inconclusive)\s*(?:[:,.-]|$)", re.I)),
)  # fmt: skip
_FAILED = re.compile(
    r"\bQNS\b|\bTNP\b|\bquantity (?:is |was )?(?:not sufficient|insufficient)\b|\btest (?:failed"
    r"|failure|could not be (?:performed|completed))"
    r"|\b(?:testing|analysis|sequencing|assay|test|sample|specimen|library preparation) (?:has "
    r"|have )?failed\b|\bfailed (?:quality|QC|sequencing)\b"
    r"|\b(?:testing|analysis|sequencing|test) (?:was|were|is|could"
    r"|can)(?: ?not)? (?:not )?(?:be )?(?:performed|completed|possible"
    r"|unsuccessful)\b(?=.{0,60}(?:insufficient|quality|quantity|due|because)|\W*$)"
    r"|\b(?:specimen|sample|tissue|DNA|material)\b.{0,40}\b(?:insufficient|inadequate"
    r"|unsuitable)\b(?: (?:for|quality|quantity))?"
    r"|\binsufficient (?:\w+ ){0,2}(?:sample|tissue|material|DNA|quantity|specimen)\b"
    r"|\bno results? (?:could be|available|can be|are|were)\b"
    r"|\bresults?\s*:\s*(?:test )?(?:failed|not available|no result)",
    re.I,
)
_PARTIAL = re.compile(
    r"\b(?:RNA|fusion|IHC|PD-?L1|MSI|TMB|HER2|FISH|some|remaining|additional"
    r"|exons?|regions?|genes?|methylation|partial|part of)\b",
    re.I,
)


_WORD = re.compile(r"^\W*(positive|negative|uncertain|inconclusive)\s*[:=-]", re.I)


def find_legends(rows: list[Row]) -> set[int]:
    """The numbers of rows that tell in turn what "Positive: ..." and "Negative: ..." mean."""
    words = [m[1].lower() if (m := _WORD.match(row.text)) else None for row in rows]
    return {
        place
        for index, (one, other) in enumerate(pairwise(words))
        if one and other and one != other
        for place in (index, index + 1)
    }


def read_summary(row: Row, origin: Origin) -> Finding | None:
    """The overall result of the report when the row prints it."""
    if row.section.kind in SILENT_SECTIONS - {"history"} or row.section.kind == "vus":
        return None
    text = row.text.strip()
    for polarity, pattern in _LABELLED:
        cells = re.split(r"\s{3,}|\t", text)[1:] if not find_genes(text) else []
        beside = any(pattern.fullmatch(cell.strip()) for cell in cells)
        labelled = pattern.match(text) or pattern.match(_TWO_CELLS.sub(r"\1: \2", text))
        if (labelled or beside) and not find_marks(text) and not general(text):
            return _finding(row, polarity, origin)
    if find_genes(text) or find_marks(text) or len(text) > 200:
        return None
    for polarity, pattern in _BANNER:
        if pattern.search(text):
            return _finding(row, polarity, origin)
    return None


def _finding(row: Row, polarity: Polarity, origin: Origin) -> Finding:
    return Finding(
        id="f0",
        specimen_id=None,
        analyte="overall result",
        kind="summary",
        as_printed=row.printed(0, len(row.text)),
        polarity=polarity,
        origin=origin,
        section=row.section.title,
        evidence=row.evidence(0, len(row.text)),
    )


def failed(rows: list[Row]) -> bool:
    """True when a row says that the whole test gave no result."""
    for row in rows:
        if row.section.kind in ("skip", "genes", "trials", "history", "prose"):
            continue
        for sentence in re.split(r"(?<=[.;])\s+", row.text):
            if not _FAILED.search(sentence) or general(sentence):
                continue
            if _PARTIAL.search(sentence) or find_genes(sentence) or find_marks(sentence):
                continue
            if re.search(r"\b(?:if|when|may|might|unless|in case)\b", sentence, re.I):
                continue
            return True
    return False
