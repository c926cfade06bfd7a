"""The lines of a report that count: cleaned, no page marks, none that orders a program."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

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
_LEADERS = re.compile(r"(?<=\S) ?(?:\.|\u2026){4,}(?= |$)|(?<=\S) \.{3}(?= )|(?: \.){4,}(?= |$)")
MAX_LINE = 20_000
MAX_LINES = 8_000
_PART = 1000
_FOOT_LINES = 2
_FEWEST_LINES = 8
_MOST = 0.9
_WIDEST = " " * 120
_TOO_WIDE = re.compile(r"[^\S\n]{120,}")
_BLANK_LINES = 2
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
    """The line in plain characters, of the same length unless it holds a ligature.

    Rows of dots that lead from a name to its result are wide space.
    """
    raw = _LEADERS.sub(lambda m: " " * len(m[0]), raw)
    if raw.isascii():
        return raw
    text = raw.translate(_SAME_LENGTH)
    for mark, letters in _LIGATURES.items():
        text = text.replace(mark, letters)
    return text


def split_pages(pages: Sequence[str]) -> list[Line]:
    """The lines of all pages in order; repeated headers and page marks are noise."""
    lines: list[Line] = []
    count = 0
    for page, content in enumerate(pages, start=1):
        blank = 0
        for number, raw in enumerate(content.splitlines(), start=1):
            blank = 0 if raw.strip() else blank + 1
            count += blank == 0
            if count <= MAX_LINES and blank <= _BLANK_LINES:
                lines.extend(Line(page, number, *part) for part in _parts(raw[:MAX_LINE]))
    lines = _single_spaced(lines)
    repeated = _repeated_headers(lines)
    return [
        Line(one.page, one.number, one.raw, one.text, noise=True)
        if _PAGE_MARK.match(one.text) or (one.page, one.number) in repeated
        else one
        for one in lines
    ]


def _single_spaced(lines: list[Line]) -> list[Line]:
    """The lines of a text with a blank line behind each line, without these."""
    pairs = list(pairwise(lines))
    printed = [one for one, _ in pairs if not one.blank]
    spaced = sum(not one.blank and below.blank for one, below in pairs)
    if len(printed) < _FEWEST_LINES or spaced < _MOST * len(printed):
        return lines
    return [one for above, one in zip([None, *lines], lines, strict=False)
            if not one.blank or above is None or above.blank]  # fmt: skip


def _parts(raw: str) -> list[tuple[str, str]]:
    """A very long line in pieces, printed and cleaned, cut where a sentence or a word ends.

    White space wider than any page is cut down: it would only take time to read.
    """
    parts: list[tuple[str, str]] = []
    raw = _TOO_WIDE.sub(_WIDEST, raw)
    while len(raw) > _PART:
        cuts = [raw.rfind(mark, _PART // 2, _PART) for mark in (". ", "; ", "  ", " ")]
        cut = next((c + 1 for c in cuts if c > 0), _PART)
        parts.append((raw[:cut], clean(raw[:cut])))
        raw = raw[cut:]
    return [*parts, (raw, clean(raw))]


def _repeated_headers(lines: list[Line]) -> set[tuple[int, int]]:
    """Lines that come again, apart from their numbers, and look like a page header."""

    def shape(line: Line) -> str:
        return " ".join(re.sub(r"page\s*\d+(?:\s*of\s*\d+)?", "", line.text, flags=re.I).split())

    candidates = [one for one in lines if not one.blank and _HEADER_WORDS.search(one.text)]
    counts = Counter(shape(one) for one in candidates)
    feet = _feet(lines)
    seen: set[str] = set()
    repeated: set[tuple[int, int]] = set()
    for one in candidates:
        key, place = shape(one), (one.page, one.number)
        if counts[key] > 1 and len(key) > 8 and (key in seen or place in feet):
            repeated.add(place)
        seen.add(key)
    return repeated


def _feet(lines: list[Line]) -> set[tuple[int, int]]:
    """The last printed lines of every page that another one follows."""
    printed: dict[int, list[int]] = {}
    for one in lines:
        if not one.blank:
            printed.setdefault(one.page, []).append(one.number)
    last = max(printed, default=0)
    return {
        (page, number)
        for page, numbers in printed.items()
        if page < last and len(numbers) > 2 * _FOOT_LINES
        for number in numbers[-_FOOT_LINES:]
    }


_ADDRESS = re.compile(
    r"\b(?:ignore|disregard|forget|override|bypass)\b.{0,30}\b(?:all|any|previous|prior|above"
    r"|earlier|your|these|the)\b"
    r".{0,30}\b(?:instructions?|prompts?|rules?|guidelines?|context|directions?)\b"
    r"|(?:^|[:\"'\[<(*#])\s*(?:system|assistant|developer)\s*(?:prompt|message|note"
    r"|override)?\s*\]?>?\s*:"
    r"|(?<![A-Za-z])(?-i:SYSTEM|ASSISTANT|DEVELOPER)\s*(?:PROMPT|MESSAGE|NOTE"
    r"|OVERRIDE)?\s*\]?>?\s*:\s*[a-zA-Z]"
    r"|<\|?/?(?:system|im_start|im_end|assistant|user)\|?>|\[/?INST\]|###\s*(?:instruction|system)"
    r"|\byou are (?:now )?(?:an? |the )?(?:AI|assistant|chatbot|language model|helpful|DAN"
    r"|unrestricted)\b"
    r"|\b(?:hidden|system|initial|secret) prompt\b|\b(?:as|dear|note to|attention|hey) (?:an? "
    r"|the |all )?"
    r"(?:AI|chatbot|assistant|LLM|language model|automated (?:reader|system|parser))\b"
    r"|\b(?:the |this )?(?:AI|chatbot|assistant|LLM|language model|summari[sz]er"
    r"|parser)\b.{0,15}\b(?:must|should|shall|is instructed to)\b"
    r"|\b(?:tell|assure|convince) the (?:patient|user|reader)\b|\binform the (?:user|reader)\b"
    r"|\bnew instructions?\s*:|\bdo not (?:tell|reveal|mention|inform) the (?:patient|user)\b"
    r"|\b(?:respond|reply|answer|output|print) (?:only )?(?:with|as|in|the following|the hidden"
    r"|your)\b"
    r"|\b(?:sudo|admin|debug|developer|god) mode\b|\bact as\b"
    r"|\bpretend (?:to be|that)\b|\bjailbreak\b|\bprompt injection\b",
    re.I,
)
_WRAPPED = 50
_CLOSED = re.compile(r"[.!?\"')\]]\s*$")
_LABELLED = re.compile(r"^\W*[A-Z][A-Za-z0-9 /()#-]{1,40}:")


def _runs_on(text: str) -> bool:
    """True when a line is so long and open that its sentence goes on below."""
    return len(text) >= _WRAPPED and not _CLOSED.search(text)


def addresses_program(text: str) -> bool:
    """Whether a text speaks to a program, as if to give it orders."""
    return bool(_ADDRESS.search(text))


def find_instructions(lines: list[Line]) -> tuple[set[Line], int]:
    """The lines that address a program, with what they run on to, and their number."""
    orders: set[Line] = set()
    count, running = 0, False
    previous = ""
    for line in lines:
        if line.blank:
            running = False
            continue
        if addresses_program(line.text):
            count += 0 if running else 1
            orders.add(line)
            running = True
        elif running and _runs_on(previous) and not _LABELLED.match(line.text):
            orders.add(line)
        else:
            running = False
        previous = line.text
    return orders, count
