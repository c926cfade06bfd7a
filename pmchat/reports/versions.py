"""The versions of a report in one file: only the latest counts."""

from __future__ import annotations

import re
from dataclasses import replace

from pmchat.reports.classes import read_class
from pmchat.reports.genes import find_genes
from pmchat.reports.lines import Line

_NUMBERED = re.compile(
    r"^\W*(?:report |amended report |final report )?(?:version|revision|rev\.?"
    r"|v\.)\s*(?:no\.?|number|#|:)?\s*(\d{1,2})\b(?!\s*\.\d)",
    re.I,
)
_OLD = re.compile(
    r"^\W*(?:(?:the )?(?:original|previous|prior|earlier|superseded|initial"
    r"|first)\b(?: (?:version|final|pathology|genomic))*"
    r" (?:report|result|results|findings|version)\b|previously reported|superseded\b"
    r"|history of (?:amendments|revisions)"
    r"|background \([^)]*\b(?:diagnosis|baseline|previous|prior)[^)]*\))",
    re.I,
)
_NEW = re.compile(
    r"^\W*(?:amended|corrected|revised|updated|current|addended|new|latest)\b(?: (?:final"
    r"|version of the))*"
    r" (?:report|results?|findings|version)\b|^\W*(?:amendment|addendum|correction)\b",
    re.I,
)
# "Original report: 2026-08-07" is a line of the header, and opens no older version.
_DAY_OF = re.compile(
    r"^\W*(?:original|previous|prior|first|initial)\b[^:\n]{0,60}:\s*[\d./-]{6,10}"
    r"|^\W*(?:original|previous|prior|first|initial)(?: \w+)? reports?"
    r" (?:dated |of )?[\d./-]{6,10}\s*(?:$|\s(?=(?:amended|corrected|revised)\b)|[|;])",
    re.I,
)
_AMENDED = re.compile(r"\b(?:amended|corrected|revised|supersedes|replaces|reissued)\b", re.I)
# "Previous results" may be those of an earlier sample, not of an earlier report.
_VERSION = re.compile(r"\b(?:report|version|revision|superseded|amendments?)\b", re.I)
_TO_COME = re.compile(
    r"\b(?:will|may|can) be|\bif\b|\bnot been|\ban? (?:amended|corrected|revised) report is\b"
)
_HEADING_LENGTH = 110
_SHORT = 70  # letters


_EARLIER = re.compile(
    r"(?<=\s\s)(?:previous|prior|earlier)(?: (?:result|value|test|sample|report)s?)?"
    r"\W*(?:\([^()]*\)|[\d./-]*)\s*$",
    re.I,
)
"""The heading of a last column that holds an earlier result."""


def drop_earlier_column(lines: list[Line]) -> list[Line]:
    """The lines without a last column of earlier results, where the names have no heading.

    Under other headings a table tells its columns apart itself.
    """
    kept: list[Line] = []
    place: int | None = None
    for line in lines:
        heading = _EARLIER.search(line.text)
        if heading and len(re.split(r"\s{2,}", line.text[: heading.start()].strip())) == 1:
            place = heading.start()
        elif line.blank:
            place = None
        cut = place is not None and not line.text[place - 2 : place].strip()
        kept.append(replace(line, text=line.text[:place].rstrip()) if cut else line)
    return kept


def keep_latest(lines: list[Line]) -> tuple[list[Line], bool]:
    """The lines without those of older versions, and whether older ones were there."""
    marks = [
        (index, rank)
        for index, line in enumerate(lines)
        if (rank := _rank(line)) is not None and not _of_class(lines, index)
    ]
    ranks = {rank for _, rank in marks}
    if len(ranks) < 2 and ranks != {0}:
        return lines, False
    if ranks == {0} and not any(_VERSION.search(lines[place].text) for place, _ in marks):
        return _without_blocks(lines, {place for place, _ in marks}), False
    best = max(ranks) if ranks != {0} else 1
    named = any(_VERSION.search(lines[place].text) for place, rank in marks if rank != best)
    kept: list[Line] = []
    for index, line in enumerate(lines):
        before = [rank for place, rank in marks if place <= index]
        if not before or before[-1] == best:
            kept.append(line)
    return kept, named or ranks != {0}


def _without_blocks(lines: list[Line], starts: set[int]) -> list[Line]:
    """The lines without earlier results, each block of which ends at a blank line."""
    kept: list[Line] = []
    inside = False
    for index, line in enumerate(lines):
        inside = index in starts or (inside and not line.blank)
        if not inside:
            kept.append(line)
        elif _whole(line):
            inside = False
    return kept


def _whole(line: Line) -> bool:
    """True for an earlier result that ends on its line: "Prior result (2024): KRAS G12D"."""
    told = re.search(r":\s*(\S.*)", line.text)
    short = len(line.text) <= _SHORT and not re.search(r"[.,;:(-]\s*$", line.text)
    return short and bool(told and find_genes(told[1]))


def amended(lines: list[Line]) -> bool:
    """True when the report calls itself amended, corrected or revised."""
    text = "\n".join(line.text for line in lines)
    for match in _AMENDED.finditer(text):
        around = text[max(0, match.start() - 60) : match.end() + 60].lower()
        if "report" in around and not _TO_COME.search(around):
            return True
    return False


def _rank(line: Line) -> int | None:
    """The order of the version that a line opens: its number, else old 0 and new 99."""
    text = line.text.strip()
    if not text or len(text) > _HEADING_LENGTH:
        return None
    if re.search(r"\bsupersedes|\breplaces", text, re.I) and not _NUMBERED.match(text):
        return None
    if match := _NUMBERED.match(text):
        return int(match[1])
    if _DAY_OF.match(text):
        return None
    if _OLD.match(text):
        return 0
    if _NEW.match(text):
        return 99
    return None


def _of_class(lines: list[Line], index: int) -> bool:
    """True for "Version 2: BENIGN" beside "Version 1: VUS": these are versions of a class."""
    near = [line for line in lines[max(0, index - 2) : index + 3] if not line.blank]
    return bool(_class_version(lines[index])) and sum(map(_class_version, near)) > 1


def _class_version(line: Line) -> bool:
    return bool(_NUMBERED.match(line.text) and read_class(line.text, "12345"))
