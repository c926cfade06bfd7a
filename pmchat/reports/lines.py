"""The lines of a report: as printed, and cleaned for reading at the same length."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

_SAME_LENGTH = str.maketrans(
    {
        "\u00a0": " ",
        "\u2007": " ",
        "\u2009": " ",
        "\u202f": " ",
        "\u2010": "-",
        "\u2011": "-",
        "\u2012": "-",
        "\u2013": "-",
        "\u2014": "-",
        "\u2212": "-",
        "\u2018": "'",
        "\u2019": "'",
        "\u201c": '"',
        "\u201d": '"',
        "\u2022": "*",
        "\u00ad": "-",
        "\u2192": ">",
    }
)
_LIGATURES = {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl"}
_PAGE_MARK = re.compile(
    r"^\W*(?:page|seite|p\.)\s*\d+\s*(?:(?:of|/|von)\s*\d+)?\W*$|^\W*\d+\s+of\s+\d+\W*$"
    r"|^\W*(?:continued (?:on|from) (?:next|previous) page|\(?continued\)?)\W*$",
    re.I,
)
_LONGEST = 1000
_HEADER_WORDS = re.compile(
    r"\b(?:patient|name|MRN|DOB|date of birth|accession|CLIA|page \d|confidential|report(?:ed)? )",
    re.I,
)


@dataclass(frozen=True)
class Line:
    """One line: `raw` as printed, `text` for matching, position counted from 1."""

    page: int
    number: int
    raw: str
    text: str
    noise: bool = False

    @property
    def blank(self) -> bool:
        """True when nothing is printed on the line."""
        return not self.text.strip(" |+-=_\t")

    @property
    def indent(self) -> int:
        """The width of the white space before the first character."""
        return len(self.text) - len(self.text.lstrip())


def clean(raw: str) -> str:
    """The line in plain characters, of the same length unless it holds a ligature."""
    if raw.isascii():
        return raw
    text = raw.translate(_SAME_LENGTH)
    for mark, letters in _LIGATURES.items():
        text = text.replace(mark, letters)
    return text


def split_pages(pages: Sequence[str]) -> list[Line]:
    """The lines of all pages in order; repeated headers and page marks are noise."""
    lines: list[Line] = []
    for page, content in enumerate(pages, start=1):
        for number, raw in enumerate(content.splitlines(), start=1):
            lines.extend(Line(page, number, raw, part) for part in _parts(clean(raw)))
    repeated = _repeated_headers(lines)
    return [
        Line(one.page, one.number, one.raw, one.text, noise=True)
        if _PAGE_MARK.match(one.text) or (one.page, one.number) in repeated
        else one
        for one in lines
    ]


def _parts(text: str) -> list[str]:
    """A very long line in pieces, cut where a sentence or a word ends."""
    parts: list[str] = []
    while len(text) > _LONGEST:
        cuts = [text.rfind(mark, _LONGEST // 2, _LONGEST) for mark in (". ", "; ", "  ", " ")]
        cut = next((c + 1 for c in cuts if c > 0), _LONGEST)
        parts.append(text[:cut])
        text = text[cut:]
    return [*parts, text]


def _repeated_headers(lines: list[Line]) -> set[tuple[int, int]]:
    """Lines that come again, apart from their numbers, and look like a page header."""

    def shape(line: Line) -> str:
        return " ".join(re.sub(r"page\s*\d+(?:\s*of\s*\d+)?", "", line.text, flags=re.I).split())

    candidates = [one for one in lines if not one.blank and _HEADER_WORDS.search(one.text)]
    counts = Counter(shape(one) for one in candidates)
    seen: set[str] = set()
    repeated: set[tuple[int, int]] = set()
    for one in candidates:
        key = shape(one)
        if counts[key] > 1 and key in seen and len(key) > 8:
            repeated.add((one.page, one.number))
        seen.add(key)
    return repeated
