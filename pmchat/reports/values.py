"""Amounts beside a variant: share of reads, copies."""

from __future__ import annotations

import re
from typing import NamedTuple

from pmchat.model import Value

NUMBER = r"\d+(?:[.,]\d+)?"
_OPERATOR = r"(<=|>=|<|>|\u2264|\u2265|~)?"
_LABEL = (
    r"(?:VAF|MAF|(?<![A-Za-z])AF|allele freq(?:uency|\.)?|allel(?:e|ic) fraction"
    r"|(?:variant|mutant|mutation) allel(?:e|ic)? ?(?:frequency|fraction)|variant (?:frequency"
    r"|fraction)|cfDNA"
    r"|allelic frequency|mutant fraction)"
)
_LABELLED = re.compile(
    rf"\b%?\s*{_LABEL}\s*(?:\(%\))?\s*(?:[:=]|of|is"
    rf"|was)?\s*{_OPERATOR}\s*({NUMBER})\s*(%)?",
    re.I,
)
_AFTER = re.compile(rf"{_OPERATOR}\s*({NUMBER})\s*(%)\s*\(?(?:{_LABEL})", re.I)
_PLAIN = re.compile(rf"(?<![\w.,+-]){_OPERATOR}\s*({NUMBER})\s*(%)")
_OTHER_PERCENT = re.compile(
    r"(?:purity|content|cellularity|confidence|coverage|percentile|threshold|cut-?off|sensitivity"
    r"|specificity|tumou?r (?:fraction|cells?|nuclei)|blasts?|nuclei|cells|patients|population"
    r"|limit"
    r"|frequency in|risk|gnomAD|MAF in|ExAC|depth|reads)\b[^,;]{0,25}$",
    re.I,
)
_OTHER_AFTER = re.compile(
    r"^\s*(?:of (?:the )?(?:nuclei|cells|patients|tumou?rs|cases|blasts|positions)|confidence"
    r"|purity|percentile|IS\b"
    r"|tumou?r (?:content|purity|cell|nuclei)|TPS|cells|nuclei|risk|lifetime|coverage|are|have)",
    re.I,
)
_COPIES = re.compile(
    rf"\b(?:copy number|copies|CN|CNV|gene copy number)\s*(?:of|[:=]"
    rf"|is)?\s*{_OPERATOR}\s*({NUMBER})(?!\s*%)"
    rf"|{_OPERATOR}\s*(?<![\w.])({NUMBER})\s*(?:copies|copy number)\b",
    re.I,
)


class Amount(NamedTuple):
    """A value and where it stands in the text."""

    value: Value
    start: int
    end: int


def number(text: str) -> float:
    """A printed number; a comma is the decimal sign."""
    return float(text.replace(",", "."))


def operator(text: str | None) -> str | None:
    """The sign before a number in plain characters."""
    return {"\u2264": "<=", "\u2265": ">=", "~": None}.get(text or "", text or None)


def read_fraction(text: str, column: str = "") -> Amount | None:
    """The share of reads printed in a variant's own words.

    `column` is the heading of the table's column for it; then a bare number counts.
    """
    for pattern in (_LABELLED, _AFTER):
        if match := pattern.search(text):
            return _amount(match)
    for match in _PLAIN.finditer(text):
        before, after = text[: match.start()], text[match.end() :]
        if not _OTHER_PERCENT.search(before) and not _OTHER_AFTER.match(after):
            return _amount(match)
    if column:
        bare = list(re.finditer(rf"(?:(?<=\s)|(?<=[|\t])|^)()({NUMBER})()(?=\s|$|[|\t])", text))
        decimals = [m for m in bare if "." in m[2] or "," in m[2]]
        if len(decimals) == 1 and number(decimals[0][2]) <= 100:
            amount = _amount(decimals[0])
            unit = "%" if "%" in column else None
            return amount._replace(value=amount.value.model_copy(update={"unit": unit}))
    return None


def read_copies(text: str) -> Amount | None:
    """The number of copies printed beside an amplification or loss."""
    if match := _COPIES.search(text):
        sign, digits = (match[1], match[2]) if match[2] else (match[3], match[4])
        value = Value(
            number=number(digits), unit="copies", label="copy number", operator=operator(sign)
        )
        return Amount(value, match.start(), match.end())
    return None


def _amount(match: re.Match[str]) -> Amount:
    unit = "%" if match[3] else None
    value = Value(number=number(match[2]), unit=unit, label="VAF", operator=operator(match[1]))
    return Amount(value, match.start(), match.end())
