"""What is printed beside a change: share of reads, copies, where it comes from."""

from __future__ import annotations

import re
from typing import NamedTuple

from pmchat.model import Origin, Polarity, Value

_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+")
NUMBER = rf"(?:{_THOUSANDS.pattern}(?![\d,])|\d+(?:[.,]\d+)?)"
_SIGNS = (
    r"<=|>=|<|>|\u2264|\u2265|less than or equal to|greater than or equal to|less than|below|under"
    r"|fewer than|at least|greater than|more than|above|over|up to"
)
_OPERATOR = rf"(?:({_SIGNS}|~)\s*)?"
SIGN = rf"({_SIGNS})?"
_PERCENT = r"%|percent\b|per cent\b"
_LABEL = (
    r"(?:VAF|MAF|(?<![A-Za-z])AF|allele freq(?:uency|\.)?|allel(?:e|ic) fraction"
    r"|(?:variant|mutant|mutation) allel(?:e|ic)? ?(?:frequency|fraction)|variant (?:frequency"
    r"|fraction)|cfDNA"
    r"|allelic frequency|mutant fraction|(?:share|fraction|percentage) of (?:\w+ )?reads)"
)
_READS = (
    r"of (?:the )?(?:sequencing )?reads\b(?! (?:mapped|aligned|on|pass\w+|with|were|had|have|are))"
)
_LABELLED = re.compile(
    rf"\b%?\s*{_LABEL}\s*(?:\(%\))?\s*(?:[:=]|of|is"
    rf"|was)?\s*{_OPERATOR}({NUMBER})\s*({_PERCENT})?",
    re.I,
)
_AFTER = re.compile(rf"{_OPERATOR}({NUMBER})\s*({_PERCENT})\s*\(?(?:{_LABEL}|{_READS})", re.I)
_OF_READS = re.compile(
    rf"\d\s*(?:/|of)\s*\d+ (?:\w+ )?reads\s*[(:,=]\s*{_OPERATOR}({NUMBER})\s*({_PERCENT})"
)
_PLAIN = re.compile(rf"(?<![\w.,+-]){_OPERATOR}({NUMBER})\s*({_PERCENT})")
_OTHER_PERCENT = re.compile(
    r"(?:purity|content|cellularity|confidence|coverage|percentile|threshold|cut-?off|sensitivity"
    r"|specificity|tumou?r (?:fraction|cells?|nuclei)|blasts?|nuclei|cells|patients|population"
    r"|limit"
    r"|frequency in|risk|gnomAD|MAF in|ExAC|depth|reads)\b[^,;]{0,25}$",
    re.I,
)
_OTHER_AFTER = re.compile(
    r"^\s*(?:of (?:the |all |\d+ |tumou?r |interphase |target(?:ed)? )*(?:nuclei|cells|patients"
    r"|tumou?rs|cases|blasts|positions|bases|reads|targets?|regions?|individuals|people)|confidence"
    r"|purity|percentile|\(?IS\b"
    r"|tumou?r (?:content|purity|cell|nuclei)|TPS|cells|nuclei|risk|lifetime|coverage|are|have)",
    re.I,
)
_RATIO = re.compile(rf"\bratio\s*(?:of|[:=]|is)?\s*{_OPERATOR}({NUMBER})(?!\s*%)", re.I)
_RATIO_CUTOFF = re.compile(
    rf"\bratio\W{{0,4}}({NUMBER})(?!\s*%)[^%;.]{{0,20}}?((?:\b[\w-]+ ){{0,2}}\bcut-?off"
    rf"[^\d%;.]{{0,40}})({NUMBER})"
    r"(?!\s*%)",
    re.I,
)
_OF_LEVEL = re.compile(r"\b(?:burden|risk|MMR|relapse|respon\w+|high|low)\b", re.I)
_LEVEL = re.compile(rf"{_OPERATOR}({NUMBER})\s*%\s*\(?IS\b")
_LEVEL_AFTER = re.compile(
    rf"(?:\bIS\b(?:\s*\(?%\)?|(?=\s*[:=]?\s*{NUMBER}\s?%))|% ?\(?IS\)?"
    rf"|\(IS\)\s*:?(?=[^\d%]*\d[\d.,]*\s?%))\s*[:=]?"
    rf"\s*{_OPERATOR}({NUMBER})(?![\d.])"
)
_COPIES = re.compile(
    rf"\b(?:copy (?:number|no\.?)|copies|CN|CNV|gene copy number)\s*(?:\(copies\)\s*)?(?:of|[:=]"
    rf"|is)?\s*{_OPERATOR}({NUMBER})(?!\s*%)"
    rf"|{_OPERATOR}(?<![\w.:])(?<!per )(\d{{1,3}}(?:[.,]\d+)?)\s*(?:copies|copy number)\b"
    r"(?! (?:or|and) (?:more|above|higher|over)\b)",
    re.I,
)


_NORMAL_CELL = re.compile(
    r"(?:(?<=[|\t])|(?<=[|\t:=(] )|(?<=[:=(])|(?<=\s\s))normal(?=\s*(?:$|[|\t;,.)(]|\s\s))", re.I
)
_NORMAL_RANGE = re.compile(
    rf"({NUMBER})\s?%[^%;]{{0,30}}?\b(?:normal|reference|cut-?off|background)\b[^%\d;]{{0,25}}"
    rf"({NUMBER})\s?%",
    re.I,
)


_PLAIN_SIGN = {
    "~": None, "\u2264": "<=", "\u2265": ">=", "less than": "<", "below": "<", "under": "<",
    "fewer than": "<", "less than or equal to": "<=", "up to": "<=", "at least": ">=",
    "greater than or equal to": ">=", "greater than": ">", "more than": ">", "above": ">",
    "over": ">",
}  # fmt: skip


# "decreased from 45% to 12%": the latter is the share of today
_CHANGED = re.compile(rf"\bfrom\s+{NUMBER}\s*(?:{_PERCENT})?\s+to(?=\s+{NUMBER}\s*%)", re.I)


class Amount(NamedTuple):
    """A value and where it stands in the text."""

    value: Value
    start: int
    end: int


class Reading(NamedTuple):
    """What a biomarker's words say."""

    polarity: Polarity
    value: Value | None = None


def number(text: str) -> float:
    """A printed number; a comma is the decimal sign, but parts thousands in "18,400"."""
    if _THOUSANDS.fullmatch(text):
        return float(text.replace(",", ""))
    return float(text.replace(",", "."))


def operator(text: str | None) -> str | None:
    """The sign before a number in plain characters."""
    return _PLAIN_SIGN.get(" ".join((text or "").lower().split()), text or None)


def read_fraction(text: str, column: str = "") -> Amount | None:
    """The share of reads printed in a variant's own words.

    `column` is the heading of the table's column for it; then a bare number counts.
    """
    text = _CHANGED.sub(lambda m: " " * len(m[0]), text)
    if labelled := labelled_fraction(text):
        return labelled
    for match in _PLAIN.finditer(text):
        before, after = text[: match.start()], text[match.end() :]
        if not _OTHER_PERCENT.search(before) and not _OTHER_AFTER.match(after):
            return _amount(match)
    if column:
        cells = list(re.finditer(rf"(?<=\t)\s*()({NUMBER})()\s*(?=\t|$)", text))
        if len(cells) == 1 and number(cells[0][2]) <= 100:
            unit = "%" if "%" in column else None
            amount = _amount(cells[0])
            return amount._replace(value=amount.value.model_copy(update={"unit": unit}))
        bare = list(re.finditer(rf"(?:(?<=\s)|(?<=[|\t])|^)()({NUMBER})()(?=\s|$|[|\t])", text))
        decimals = [m for m in bare if "." in m[2] or "," in m[2]]
        if len(decimals) == 1 and number(decimals[0][2]) <= 100:
            amount = _amount(decimals[0])
            unit = "%" if "%" in column else None
            return amount._replace(value=amount.value.model_copy(update={"unit": unit}))
    return None


def labelled_fraction(text: str) -> Amount | None:
    """The share of reads that is named as such: "VAF 31%"."""
    match = _LABELLED.search(text) or _AFTER.search(text) or _OF_READS.search(text)
    return _amount(match) if match else None


def read_ratio(text: str) -> Amount | None:
    """The share of the changed gene copy to the other: "allelic ratio 0.45"."""
    return _named(_RATIO.search(text), None, "allelic ratio")


def read_level(text: str) -> Amount | None:
    """A transcript level on the international scale: "0.12 % IS"."""
    return _named(_LEVEL.search(text) or _LEVEL_AFTER.search(text), "% IS", None)


def within_normal(text: str) -> bool:
    """True for "normal" as a result, and for a share below the cut-off printed beside it."""
    shares = _NORMAL_RANGE.search(text)
    low = shares is not None and number(shares[1]) < number(shares[2])
    return low or bool(_NORMAL_CELL.search(text))


def below_cutoff(text: str) -> bool:
    """True for a ratio that is lower than the cut-off printed behind it."""
    match = _RATIO_CUTOFF.search(text)
    if match is None or _OF_LEVEL.search(match[2]):
        return False  # a cut-off of how much is there is not one of whether
    return number(match[1]) < number(match[3])


def _named(match: re.Match[str] | None, unit: str | None, label: str | None) -> Amount | None:
    if match is None:
        return None
    value = Value(number=number(match[2]), unit=unit, label=label, operator=operator(match[1]))
    return Amount(value, match.start(), match.end())


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


# Advice to test again, or where it is not found, says nothing of where this change comes from.
_OTHER_TEST = re.compile(
    r"\b(?:confirmatory |dedicated |separate |follow-up |reflex )*(?:germline|somatic)"
    r" (?:\w+ )?(?:testing|tests?|confirmation|sequencing|evaluation|counsel+ing|follow-up"
    r"|sample)\b"
    r"|\b(?:not \w+|absent|negative|undetected|undetectable) (?:in|from) (?:the )?germline\b",
    re.I,
)
_ORIGINS: tuple[tuple[Origin, str], ...] = (
    ("possible_ch", r"\bclonal h(?:a)?ematopoie(?:sis|tic)\b|\bCHIP\b|\(CH\)"
                    r"|(?-i:\bCH) (?:likely|possible|probable|suspected)\b"
                    r"|\bCH[- ](?:related|associated|origin|variant)\b|\bha?ematopoietic origin\b"
                    r"|\b(?:possibl[ey]|potential|suspected|probabl[ey]|likely|consistent with)"
                    r" (?-i:CH)\b"),
    ("unknown", r"\b(?:germline|somatic|inherited)\s?\?"
                r"|\b(?:possibility|suspicion|likelihood|chance) of (?:an? )?(?:germline|inherited"
                r"|somatic)\b|\b(?:germline|somatic|inherited)\b[^.;|\t]{0,40}"
                r"\b(?:cannot|can not|could not) be (?:excluded|ruled out|determined|distinguished)"
                r"|\b(?:germline|somatic|inherited)\b[^.;|\t]{0,40}\b(?:is|are|was|has) not "
                r"(?:been )?(?:excluded|ruled out|established|proven)\b"
                r"|\b(?:cannot|could not) (?:exclude|rule out)\b[^.;|\t]{0,20}"
                r"\b(?:germline|somatic)"
                r"|\b(?:germline|somatic|inherited) (?:origin )?(?:(?:is|was|remains) )?"
                r"(?:possible|suspected|likely)\b"
                r"|\borigin (?:is )?(?:uncertain|unknown|not determined)|\b(?:somatic"
                r"|germline) (?:or|vs\.?|versus) (?:somatic|germline)"
                r"|\b(?:possible|suspected|potential|potentially|possibly|presumed|likely"
                r"|may be) (?:an? )?(?:germline|somatic|inherited)"
                # of a wrapped cell, the change's other name between: "possible c.68_69del GERMLINE"
                r"|\bpossibl[ey]\s+[cp]\.\S+\s+(?:germline|somatic)\b"),
    ("somatic", r"\bsomatic\b(?!/)|\btumou?r[- ]associated\b|\btumou?r[- ]specific\b"
                r"|(?:\s{2}|[|\t])\s*acquired\s*(?=$|[|\t]|\s{2})"),
    ("germline", r"\bgermline\b(?!/)|\binherited\b"),
)  # fmt: skip
_ORIGINS_COMPILED = tuple((name, re.compile(rx, re.I)) for name, rx in _ORIGINS)


def read_origin(text: str) -> Origin | None:
    """Where the row says the change comes from, or None when it says nothing."""
    text = _OTHER_TEST.sub(" ", text)
    for name, pattern in _ORIGINS_COMPILED:
        if pattern.search(text):
            return name
    return None
