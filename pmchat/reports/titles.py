"""The laboratory and the test named at the top of a report."""

from __future__ import annotations

import re

from pmchat.reports.lines import Line

_LAB = re.compile(
    r"\b(?:performing |testing )?(?:laboratory|lab)(?: name)?\s*[:|]\s*([^"
    r"|\t;]+?)(?=\s{2,}|,? CLIA|$)",
    re.I,
)
_NAMED = re.compile(
    r"((?:[A-Z][\w&.'-]*\s){1,5}(?:Lab(?:oratory|oratories|s)?|Diagnostics|Genomics|Genetics"
    r"|Health|Medicine|Pathology|Inc\.?)\b(?: (?:Lab(?:oratory|s)?|Inc\.?|LLC))?)"
    r"(?=\s*(?:,|$|\s{2,}|CLIA|\())"
)
_TEST = re.compile(
    r"\b(?:test(?: name| performed| ordered)?|assay|panel|procedure)\s*[:|]\s*([^"
    r"|\t;]+?)(?=\s{2,}|$)",
    re.I,
)
_TITLE = re.compile(
    r"((?:[A-Z0-9][\w/+&-]*[ ,]+)*(?:REPORT|PANEL|PROFILE|PROFILING REPORT|BIOPSY|TEST|ANALYSIS"
    r"|Report|Panel|Profile|Test|SEQUENCING|CDx)(?: (?:REPORT|\+ IHC))?(?:\s\([^)]*\))?)"
)
_NOT_TITLE = re.compile(r"SYNTHETIC|NOT A REAL|patient:|page \d|status", re.I)
_TOP = 15


def read_laboratory(lines: list[Line]) -> str | None:
    """The laboratory as printed, or None."""
    top = [line.text for line in lines if line.text.strip()][: 2 * _TOP]
    for text in top:
        if match := _LAB.search(text):
            return " ".join(match[1].split())
    for text in top[:_TOP]:
        if _NOT_TITLE.search(text):
            continue
        if match := _NAMED.search(text):
            return " ".join(match[1].split())
    return None


def read_test(lines: list[Line]) -> str | None:
    """The test as printed, or None."""
    top = [line.text for line in lines if line.text.strip()][:_TOP]
    for text in top:
        if match := _TEST.search(text):
            return " ".join(match[1].split())
    for text in top[:8]:
        for part in re.split(r"\s{2,}|[|\t]", text):
            if _NOT_TITLE.search(part):
                continue
            match = _TITLE.search(part)
            if match and len(match[1].split()) > 1:
                return " ".join(match[1].split())
    return None
