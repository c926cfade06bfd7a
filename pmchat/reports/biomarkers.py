"""Biomarkers that are no gene change: MSI, TMB, PD-L1, protein stains, scores."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from pmchat.model import Polarity, Value
from pmchat.reports.polarity import find_cues
from pmchat.reports.values import NUMBER, number, operator

_SIGN = r"(<=|>=|<|>|\u2264|\u2265)?"
_MB = r"\s*(?:muts?(?:ations?)?\.?|m|var(?:iants)?)\s*(?:/|per)\s*(?:Mb|MB|mb|megabases?)\b"
_CUTOFF = re.compile(
    r"\(?\s*(?:cut-?off|threshold|reference|ref\.?|normal|positive if|range|high\s*(?:is|=|:))"
    r"[^;,)|]{0,40}\)?",
    re.I,
)


@dataclass(frozen=True)
class Reading:
    """What a biomarker's words say."""

    polarity: Polarity
    value: Value | None = None


@dataclass(frozen=True)
class Mark:
    """A biomarker named in a text."""

    analyte: str
    start: int
    end: int
    text: str


Reader = Callable[[str, Polarity | None], "Reading | None"]


def stated(text: str) -> Polarity | None:
    """The result that plain words state; a doubt or a test not done outweighs the rest."""
    cues = [c.polarity for c in find_cues(text)]
    for polarity in ("not_performed", "indeterminate"):
        if polarity in cues:
            return polarity
    return cues[0] if cues else None


def _msi(text: str, scope: Polarity | None) -> Reading | None:
    said = stated(re.sub(r"\b(?:MS-)?stable\b", "", text, flags=re.I))
    if re.search(r"MS-?Equivocal|MSI-?E\b|MSI[- ]indeterminate", text, re.I):
        return Reading("indeterminate")
    if said in ("not_performed", "indeterminate"):
        return Reading(said)
    if said == "absent_stated" or scope == "absent_stated":
        return Reading("absent_stated")
    if re.search(r"\bMSS\b|\bMSI-?S\b|stab(?:le|ility)\b", text, re.I) and not re.search(
        r"instab|MSI-?H", text, re.I
    ):
        return Reading("absent_stated", Value(number=None, unit=None, label="stable"))
    if re.search(r"\bstable\b|\bMSS\b", text, re.I):
        return Reading("absent_stated", Value(number=None, unit=None, label="stable"))
    if re.search(r"MSI-?L\b|\blow\b", text, re.I):
        return Reading("absent_stated", Value(number=None, unit=None, label="low"))
    if re.search(r"MSI-?H(?:igh)?\b|\bhigh\b|MS-?High", text, re.I):
        return Reading("present", Value(number=None, unit=None, label="high"))
    return Reading("present") if said == "present" else None


def _tmb(text: str, scope: Polarity | None) -> Reading | None:
    if match := re.search(rf"{_SIGN}\s*({NUMBER}){_MB}", text, re.I):
        value = Value(
            number=number(match[2]), unit="mut/Mb", label="TMB", operator=operator(match[1])
        )
        return Reading("present", value)
    said = stated(text)
    if said in ("not_performed", "indeterminate"):
        return Reading(said)
    label = re.search(r"\b(high|low|intermediate)\b|TMB-([HL])\b", text, re.I)
    if label is None:
        return None
    level = (label[1] or {"H": "high", "L": "low"}[label[2].upper()]).lower()
    value = Value(number=None, unit=None, label=level)
    negative = said == "absent_stated" or scope == "absent_stated" or level != "high"
    return Reading("absent_stated" if negative else "present", value)


_SCORES: tuple[tuple[str, str, str | None], ...] = (
    ("TPS", r"(?:TPS|tumou?r proportion score)\b\)?", "%"),
    ("CPS", r"(?:CPS|combined positive score)\b\)?", None),
    ("TAP", r"(?:TAP|tumou?r area positivity)\b\)?", "%"),
    ("IC", r"(?:IC|immune cells?)\b(?: score)?\)?", "%"),
    ("TC", r"(?:TC|tumou?r cells?)\b(?: score)?\)?", "%"),
)


def pdl1_scores(text: str) -> list[tuple[int, int, Reading]]:
    """The scores printed for PD-L1, each with its place; the kind of score is never assumed."""
    found = []
    for label, name, unit in _SCORES:
        rx = (
            rf"\b{name}(?:\s*\([A-Z0-9 ]+\))?\s*(?:[:=-]|of|is"
            rf"|score)*\s*(?:[0-3]\+\s*\(?)?\s*{_SIGN}\s*({NUMBER})(?!\s*[-\u2013]\s*\d|\+"
            rf"|\d)\s*%?"
        )
        if match := re.search(rx, text, re.I):
            found.append((match.start(), match.end(), _score(label, unit, match[1], match[2])))
        elif match := re.search(rf"\b{name}\D{{0,12}}(\d+)\s*[-\u2013]\s*(\d+)\s*%", text, re.I):
            value = Value(number=None, unit=unit, label=label)
            reading = Reading("present" if match[1] != "0" else "indeterminate", value)
            found.append((match.start(), match.end(), reading))
        elif match := re.search(rf"{_SIGN}\s*({NUMBER})\s*%\s*\(?{name}", text, re.I):
            found.append((match.start(), match.end(), _score(label, unit, match[1], match[2])))
    return sorted(found, key=lambda f: f[0])


def _score(label: str | None, unit: str | None, sign: str | None, digits: str) -> Reading:
    amount, sign = number(digits), operator(sign)
    value = Value(number=amount, unit=unit, label=label, operator=sign)
    if amount == 0 or (sign == "<" and amount <= 1):
        return Reading("absent_stated", value)
    return Reading("indeterminate" if sign in ("<", "<=") else "present", value)


def _pdl1(text: str, scope: Polarity | None) -> Reading | None:
    text = _CUTOFF.sub(lambda m: " " * len(m.group()), text)
    scores = pdl1_scores(text)
    said = stated(text)
    if scores:
        return scores[0][2]
    if said in ("not_performed", "indeterminate"):
        return Reading(said)
    if match := re.search(rf"(?:^|[\s:=(]){_SIGN}\s*({NUMBER})\s*(%)", text):
        return _score(None, "%", match[1], match[2])
    text = re.sub(r"PD-?L1|22C3|28-8|SP\d+|73-10|E1L3N", "", text)
    if match := re.match(rf"[^\d]{{0,20}}[\s:=]{_SIGN}\s*({NUMBER})\s*(?:$|[.;,])", text):
        return _score(None, None, match[1], match[2])
    return Reading(said or scope) if said or scope else None  # type: ignore[arg-type]


def _stain(text: str, scope: Polarity | None) -> Reading | None:
    """ER, PR, Ki-67, CLDN18.2 and others: percent of cells, positive or negative."""
    text = _CUTOFF.sub("", text)
    said = stated(text) or scope
    match = re.search(rf"{_SIGN}\s*({NUMBER})\s*%", text)
    value = None
    if match:
        value = Value(
            number=number(match[2]), unit="%", label="cells stained", operator=operator(match[1])
        )
    if said:
        return Reading(said, value)
    if match is None:
        return None
    low = number(match[2]) == 0 or operator(match[1]) in ("<", "<=")
    return Reading("absent_stated" if low else "present", value)


def _mmr(text: str, scope: Polarity | None) -> Reading | None:
    """Mismatch repair: loss or deficient is the finding, intact is its absence."""
    said = stated(text)
    if said in ("not_performed", "indeterminate"):
        return Reading(said)
    if re.search(
        r"\bno (?:evidence of )?loss\b|\bpMMR\b|proficient|intact|retained|preserved"
        r"|\bnormal\b",
        text,
        re.I,
    ):
        return Reading("absent_stated", Value(number=None, unit=None, label="intact"))
    if re.search(
        r"\bdMMR\b|deficient|deficiency detected|\bloss\b|\blost\b|\babsent\b|abnormal", text, re.I
    ):
        if scope == "absent_stated":
            return Reading("absent_stated")
        return Reading("present", Value(number=None, unit=None, label="loss"))
    return None


def _hrd(text: str, scope: Polarity | None) -> Reading | None:
    said = stated(_CUTOFF.sub("", text)) or scope
    if said in ("not_performed", "indeterminate"):
        return Reading(said)
    cutoff = re.search(rf"(?:cut-?off|threshold|>=|\u2265)\D{{0,12}}({NUMBER})", text, re.I)
    plain = re.sub(
        rf"\(?\s*(?:cut-?off|threshold|reference"
        rf"|positive)\D{{0,25}}{NUMBER}\s*%?\s*\)?|(?:>=|\u2265)\s*{NUMBER}\s*%?",
        " ",
        text,
        flags=re.I,
    )
    match = re.search(rf"(?<![\w.]){_SIGN}\s*({NUMBER})\s*(%)?", plain)
    value = None
    if match:
        kind = re.search(r"gLOH|LOH|GIS|genomic instability score|HRD score", text, re.I)
        value = Value(
            number=number(match[2]), unit=match[3], label=kind.group() if kind else "score",
            operator=operator(match[1]),
        )  # fmt: skip
    if said:
        return Reading(said, value)
    if match and cutoff:
        high = number(match[2]) >= number(cutoff[1])
        return Reading("present" if high else "absent_stated", value)
    return Reading("indeterminate", value) if value else None


def _amount(text: str, scope: Polarity | None) -> Reading | None:
    """A share or level with its unit, or a plain result: tumor fraction, ctDNA."""
    said = stated(text) or scope
    match = re.search(rf"{_SIGN}\s*({NUMBER})\s*(%(?:\s*IS)?|MTM/mL|copies/mL|hGE/mL)", text, re.I)
    value = None
    if match:
        value = Value(
            number=number(match[2]), unit=match[3], label=None, operator=operator(match[1])
        )
    if said:
        return Reading(said, value)
    return Reading("present", value) if value and value.number else None


def _her2(text: str, scope: Polarity | None) -> Reading | None:
    """HER2 stain: 0 and 1+ negative, 2+ equivocal, 3+ positive."""
    said = stated(text)
    match = re.search(r"(?<![\d.+])([0-3])\s*\+|\b(?:score|IHC)\s*:?\s*\(?(0)\b(?!\.)", text)
    if said == "not_performed" and match is None:
        return Reading("not_performed")
    if match is None:
        return Reading(said or scope) if said or scope else None  # type: ignore[arg-type]
    score = int(match[1] or match[2])
    polarity: Polarity = ("absent_stated", "absent_stated", "indeterminate", "present")[score]
    value = Value(number=float(score), unit="+" if score else None, label="IHC")
    return Reading(polarity, value)


def _methylation(text: str, scope: Polarity | None) -> Reading | None:
    if re.search(r"\b(?:un|non-?|not )methylated\b", text, re.I):
        return Reading("absent_stated")
    if re.search(r"\b(?:hyper)?methylated\b", text, re.I):
        return Reading("present")
    return _plain(text, scope)


def _plain(text: str, scope: Polarity | None) -> Reading | None:
    said = stated(text) or scope
    return Reading(said) if said else None


# analyte, kind, how it is named, how its words are read
_TABLE: tuple[tuple[str, str, str, Reader], ...] = (
    (
        "MSI",
        "signature",
        r"\b(?:b?MSI(?:[- ](?:H(?:igh)?|L(?:ow)?|S(?:table)?|E|indeterminate))?|MSS|MS[- ](?:Stable"
        r"|Equivocal|High)|microsatellite[- ](?:instability|status|stable|stability|unstable"
        r"|instable)"
        r"(?:[- ]high)?)(?![A-Za-z0-9])",
        _msi,
    ),
    (
        "TMB",
        "signature",
        r"\b(?:b|t)?TMB(?:-(?:H(?:igh)?|L(?:ow)?))?(?![A-Za-z])"
        r"|\b(?:blood )?tumou?r mutation(?:al)? (?:burden|load)\b",
        _tmb,
    ),
    (
        "MLH1 promoter methylation",
        "signature",
        r"\bMLH1[ -](?:promoter[ -])?(?:hyper)?methylation\b(?: (?:status|analysis|testing))?",
        _methylation,
    ),
    (
        "MGMT promoter methylation",
        "signature",
        r"\bMGMT[ -](?:promoter[ -])?(?:hyper)?methylation\b(?: (?:status|analysis|testing))?",
        _methylation,
    ),
    ("PD-L1", "protein", r"\bPD-?L1\b|\bCD274(?=\s*\(?(?:PD-?L1|IHC))", _pdl1),
    ("MMR", "protein", r"\b[dp]MMR\b|\bMMR\b|\b(?:DNA )?mismatch repair\b(?: proteins?| status"
                       r"| \(?MMR\)?)*", _mmr),
    (
        "HRD",
        "signature",
        r"\bHRD(?:sig)?\b|\bhomologous recombination (?:deficiency|deficient|status"
        r"|repair status)\b"
        r"|\bgenomic instability (?:score|status)\b|\bGIS\b|\bg?LOH(?: score)?\b(?=\s*[:=\d-])"
        r"|\bgLOH\b",
        _hrd,
    ),
    ("ER", "protein", r"\bER(?=\s*(?:[:(=]|\s{2}|positive|negative|low|\d|IHC|status|-\s))"
                      r"|\bestrogen receptor\b", _stain),
    ("PR", "protein", r"\bPg?R(?=\s*(?:[:(=]|\s{2}|positive|negative|\d|IHC|status|-\s))"
                      r"|\bprogesterone receptor\b", _stain),
    ("Ki-67", "protein", r"\bKi-?67\b", _stain),
    ("CLDN18.2", "protein", r"\b(?:CLDN|claudin)[- ]?18\.2\b", _stain),
    ("FOLR1", "protein", r"\bFOLR1(?= (?:IHC|\())|\bfolate receptor[- ]alpha\b|\bFR\u03b1", _stain),
    ("p16", "protein", r"\bp16(?![A-Za-z0-9])(?=[^;.]{0,20}(?:positive|negative|IHC|overexp"
                       r"|block))", _plain),
    ("AR-V7", "protein", r"\bAR-?V7\b", _plain),
    ("EBV", "signature", r"\bEBV\b|\bEBER\b", _plain),
    ("HPV", "signature", r"\bHPV\b(?: ?-?\d+)?", _plain),
    (
        "ctDNA",
        "signature",
        r"\b(?:ctDNA|circulating tumou?r DNA)\b(?=[^.;]{0,40}(?:detected|positive|negative|MTM|:))",
        _amount,
    ),
    ("tumor fraction", "signature", r"\b(?:ctDNA )?tumou?r fraction\b(?=\s*(?:[:=(]|is|of|-\s"
                                    r"|\s{2}))", _amount),
    ("MRD", "signature", r"\bMRD\b(?=\s*(?:[:(]|status|result|positive|negative|\s{2}))", _amount),
)  # fmt: skip
READERS: dict[str, tuple[str, Reader]] = {name: (kind, read) for name, kind, _, read in _TABLE}
READERS["HER2 IHC"] = ("protein", _her2)
_PATTERNS = tuple(
    (name, re.compile(rx, 0 if name in ("ER", "PR") else re.I)) for name, _, rx, _ in _TABLE
)


@lru_cache(maxsize=8192)
def find_marks(text: str) -> tuple[Mark, ...]:
    """The biomarkers named in the text, in order; names of one thing in a row count once."""
    found: list[Mark] = []
    for name, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            if all(match.end() <= m.start or match.start() >= m.end for m in found):
                found.append(Mark(name, match.start(), match.end(), match.group()))
    return tuple(sorted(found, key=lambda m: m.start))
