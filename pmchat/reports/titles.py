"""Lines that are a title by their looks, whatever part of a report they head, and where it ends."""

from __future__ import annotations

import re

from pmchat.reports.biomarkers import find_marks
from pmchat.reports.cells import split_cells
from pmchat.reports.columns import column_kind
from pmchat.reports.genes import find_genes
from pmchat.reports.lines import Line
from pmchat.reports.polarity import find_cues
from pmchat.reports.variants import find_events, find_variants

OPEN_END = re.compile(r"(?:[,;:/(+&-]|\b(?:and|or|with|for|in|of|the))\s*$", re.I)
"""How a line ends that goes on below."""
_UNKNOWN_HEADING = re.compile(
    r"^\W*(?:(?:\d{1,2}|[A-H]|[IVX]+)\.\s+)?[A-Z][A-Za-z /&,()'-]{2,60}(?: \([^()]{2,60}\))?:?\s*$"
)
_NUMBERED = re.compile(
    r"^\W*(?:\d{1,2}|[A-H]|[IVX]+)\.\s+[A-Z][A-Z0-9/-]+(?: [A-Z0-9/-]+)+\s*(?:[,(:]|$)"
)
TITLE_WORDS = 8
"""At most, in the title of a part."""
MARKER_WORDS = 3
"""At most, in the name of a marker."""
_COLUMNS = {"fraction", "detail", "subject", "aside", "trials", "therapies"}
"""What a column holds whose heading may stand beside the title of a part."""


def numbered_title(text: str) -> bool:
    """True for the numbered heading of a part in capitals, which states no change itself."""
    if not _NUMBERED.match(text) or OPEN_END.search(text):
        return False
    return not (find_variants(text) or find_events(text))


def short_title(text: str) -> bool:
    """True for a few words on a line of their own, without a gene, a number or a full stop."""
    words = text.split()
    plain = (
        not re.search(r"(?<![A-Za-z\d])\d|[:;]|\.\s*$", text)
        and not find_genes(text)
        and not find_marks(text)
    )
    return plain and len(words) <= TITLE_WORDS and text.strip()[:1].isupper()


def names_marker(text: str) -> bool:
    """True for the name of a marker, or of HER2, alone: "PD-L1 (clone 22C3)"."""
    plain = re.sub(r"\([^()]*\)", " ", text)
    named = bool(find_marks(plain)) or any(g.symbol == "ERBB2" for g in find_genes(plain))
    short = len(plain.split()) <= MARKER_WORDS and not re.search(r"[:.;?|\t]|\d\s?%", text)
    return named and short and not (find_variants(text) or find_events(text) or find_cues(text))


def title_of(line: Line) -> str | None:
    """The words of a heading that is in no table: capitals or a closing colon, no gene."""
    text = line.text
    if not _UNKNOWN_HEADING.match(text) or find_genes(text) or find_marks(text) or line.indent > 12:
        return None
    if text.rstrip(" :").endswith(")"):  # "OTHER STAINS (block A1)", but no "POSITIVE (3+)"
        if find_cues(text):
            return None
        text = re.sub(r"\s?\([^()]*\)(?=:?\s*$)", "", text)
    words = text.split()
    if re.search(r"\b(?:report|patient|page|laborator(?:y|ies)|confidential)\b", text, re.I):
        return None
    capitals = not any(c.islower() for c in text) and len(words) <= 7 and len(text.strip()) > 5
    closing = text.rstrip().endswith(":") and len(words) <= 5
    return " ".join(words).strip(":") if capitals or closing else None


def heads_columns(text: str, end: int) -> bool:
    """True for nothing but the headings of columns beside the title of a part."""
    apart = re.search(r"\s{3,}$|\t$", text[:end]) or re.match(r"\s{3,}|\t", text[end:])
    cells = [cell.text for cell in split_cells(text[end:])]
    plain = not re.search(r"[\d:;.]", text[end:]) and not find_cues(text[end:])
    return bool(apart) and plain and {column_kind(c) for c in cells} <= _COLUMNS


def heading_like(line: Line, end: int) -> bool:
    """A heading stands alone, ends with a colon or columns, or is in capitals."""
    if re.search(r"\([^()]*,\s*$", line.text):
        return False  # amid a bracket
    head, rest = line.text[:end], line.text[end:]
    if re.match(r"\s*(?:$|[:(]|\s{2,}|[-\u2013|\t])", rest) or head.rstrip().endswith((":", "(")):
        return True
    if not any(c.islower() for c in head):
        return True
    if short_title(line.text):
        return True
    label = rest.split(":")[0]
    return ":" in rest[:80] and not find_genes(label) and not re.search(r"\.\s", rest)


def heading_end(text: str, end: int) -> int:
    """Where the heading ends: at its colon, wide space, bracket, or the line's end."""
    if text[:end].rstrip().endswith(":"):
        return end
    rest = text[end:]
    colon = rest.find(":")
    if 0 <= colon < 90 and not find_genes(rest[:colon]):
        return end + colon + 1
    wide = re.search(r"\s{2,}|[|\t]", rest)
    if wide and wide.start() < 60 and not find_genes(rest[: wide.start()]):
        return end + wide.end()
    return end if find_genes(rest) else len(text)
