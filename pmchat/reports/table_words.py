"""What the words of a table's cells tell."""

from __future__ import annotations

import re

from pmchat.reports.columns import names_change
from pmchat.reports.genes import find_genes
from pmchat.reports.polarity import stated
from pmchat.reports.values import read_origin
from pmchat.reports.variants import find_events, find_variants

_FEW = 5  # words
_NO_CELL = re.compile(r"\W*(?:n/?a|not|no|none)\b", re.I)
_MEANING = re.compile(r"\W*(?:trend|meaning|what (?:it|this) means|explanation)", re.I)
_DENIED = re.compile(
    r"not (?:detected|found|seen|present)|ND|n\.d\.|absent|negative|none(?: (?:found|detected))?",
    re.I,
)


def of_change(heading: str, text: str) -> bool:
    """True for words in a column beside the result that are of it: its tier, name or origin."""
    origin = _MEANING.match(heading) and len(text.split()) <= _FEW and read_origin(text) is not None
    return bool(origin or re.search(r"\btier\b", text, re.I)) or names_change(text)


def answered(cell: str) -> bool:
    """True for a first cell that tells its own result: "ALK, RET: not detected"."""
    name, colon, result = cell.replace("::", "  ").partition(":")
    return bool(colon and find_genes(name) and stated(result))


def sentence(text: str) -> bool:
    """True for a sentence below the rows: "No significant variant was identified in ASXL1"."""
    return len(re.findall(r"\b[a-z]{2,}\b", text)) >= _FEW and stated(text) is not None


def heads_more(cells: dict[int, str]) -> bool:
    """True for a second line of headings."""
    text = " ".join(cells.values())
    return not find_genes(text) and not find_variants(text) and not re.search(r"\d", text)


def shows_change(text: str) -> bool:
    """True for a cell that says that a change is there, or names one without leaving it open."""
    fused = len({gene.symbol for gene in find_genes(text)}) > 1
    named = not _NO_CELL.match(text) and (fused or find_variants(text) or find_events(text))
    return stated(text) == "present" or (bool(named) and stated(text) is None)


def denies(text: str) -> bool:
    """True for a cell of nothing but "Not detected"; "None" may be said of drugs."""
    return bool(_DENIED.fullmatch(text.strip())) and not text.strip().lower().startswith("none")


def disagree(cells: list[str]) -> bool:
    """True when one of the cells denies and another shows a change or a share."""
    shown = [text for text in cells if find_variants(text) or "%" in text]
    absent = any(_DENIED.fullmatch(text.strip()) for text in cells)
    return absent and any(stated(text) != "absent_stated" for text in shown)
