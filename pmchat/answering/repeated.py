"""Which findings a question means by repeating a number or a code of their lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pmchat.answering.codes import codes
from pmchat.answering.lookup import GENE_KINDS
from pmchat.model import Finding
from pmchat.text import numbers

_CLONE = re.compile(r"\b(?:\d+[A-Z]+\d+|SP\d+)\b")
"""The name of an antibody."""

_STAGE = re.compile(
    r"\b(?:stage|grade|tier|level|note|footnote|section|page|part|line|row)\s*(?:\d|[IV]+\b)",
    re.IGNORECASE,
)
"""A number that is no result."""

_COUNTED = re.compile(
    r"\b\d+(?:st|nd|rd|th)\b"
    r"|\b\d+ (?:\w+ )?(?:trials?|drugs?|pills?|medicines?|genes?|tests?|questions?|kids|children"
    r"|boys|girls|sons|daughters|sisters|brothers|years?|months?|weeks?|days?|hours?|times|people"
    r"|pages|lines)\b",
    re.IGNORECASE,
)
"""A number of things that are no result."""

_WORTH_ROUNDING = 10
"""People round 31.2 to 31; a small number could be anything."""

_IN_ROW = 2
"""How many numbers of a question must stand on a line to point at it."""


def without_counts(text: str) -> str:
    """A question without its numbers that count something or name a stage."""
    return _COUNTED.sub(" ", _STAGE.sub(" ", text))


def in_row(text: str, findings: Sequence[Finding]) -> list[Finding]:
    """The findings whose lines print several numbers of the question."""
    asked = set(numbers(without_counts(text)))
    return [f for f in findings if len(asked & set(numbers(f.evidence.text))) >= _IN_ROW]


def narrowed(text: str, findings: list[Finding]) -> list[Finding]:
    """Of several findings of one gene, those whose number or variant the question repeats.

    A stain and the copies of its gene are read together.
    """
    meant: set[str] = set()
    for analyte in {f.analyte for f in findings}:
        own = [f for f in findings if f.analyte == analyte]
        both = {"protein", "cnv"} <= {f.kind for f in own}
        meant |= {f.id for f in (own if both else repeating(text, own) or own)}
    return [f for f in findings if f.id in meant]


def repeating(text: str, findings: Sequence[Finding]) -> list[Finding]:
    """The findings with a number or code of the question; a number may be rounded."""
    text = without_counts(text)
    wanted = set(numbers(text)) | {w.rstrip("?.,;:!)").lower() for w in text.split()}
    exact = [f for f in findings if wanted & (_own_numbers(f) | _lower_codes(f))]
    return exact or [f for f in findings if wanted & _rounded(f)]


def _own_numbers(finding: Finding) -> set[str]:
    """The numbers of a result, not those in the name of an antibody (22C3)."""
    return set(numbers(_CLONE.sub(" ", finding.as_printed)))


def _rounded(finding: Finding) -> set[str]:
    value = finding.value.number if finding.value else None
    return {f"{value:.0f}"} if value is not None and value >= _WORTH_ROUNDING else set()


def _share(finding: Finding) -> set[str]:
    """The share of reads as a person may repeat it."""
    number = finding.value.number if finding.value else None
    return set() if number is None else {f"{number:g}"} | _rounded(finding)


def _lower_codes(finding: Finding) -> set[str]:
    return {c.lower() for c in codes(finding.as_printed)}


def asks_share(text: str, findings: Sequence[Finding]) -> bool:
    """Whether the question repeats the share of reads that stands beside a gene change."""
    shares = [f for f in findings if f.kind in GENE_KINDS and f.value and f.value.unit == "%"]
    return any(_share(f) & set(numbers(text)) for f in shares)
