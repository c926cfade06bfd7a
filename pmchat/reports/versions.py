"""Several versions of one report in a file: only the latest counts."""

from __future__ import annotations

import re

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
    r"|history of (?:amendments|revisions))",
    re.I,
)
_NEW = re.compile(
    r"^\W*(?:amended|corrected|revised|updated|current|addended|new|latest)\b(?: (?:final"
    r"|version of the))*"
    r" (?:report|results?|findings|version)\b|^\W*(?:amendment|addendum|correction)\b",
    re.I,
)
_AMENDED = re.compile(r"\b(?:amended|corrected|revised|supersedes|replaces|reissued)\b", re.I)
_HEADING_LENGTH = 110


def keep_latest(lines: list[Line]) -> tuple[list[Line], bool]:
    """The lines without those of older versions, and whether older ones were there."""
    marks = [(index, rank) for index, line in enumerate(lines) if (rank := _rank(line)) is not None]
    ranks = {rank for _, rank in marks}
    if len(ranks) < 2 and ranks != {0}:
        return lines, False
    best = max(ranks) if ranks != {0} else 1
    kept: list[Line] = []
    for index, line in enumerate(lines):
        before = [rank for place, rank in marks if place <= index]
        if not before or before[-1] == best:
            kept.append(line)
    return kept, True


def amended(lines: list[Line]) -> bool:
    """True when the report calls itself amended, corrected or revised."""
    text = "\n".join(line.text for line in lines)
    for match in _AMENDED.finditer(text):
        around = text[max(0, match.start() - 60) : match.end() + 60].lower()
        if "report" in around and not re.search(r"\bwill be|\bmay be|\bif\b|\bnot been", around):
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
    if _OLD.match(text):
        return 0
    if _NEW.match(text):
        return 99
    return None
