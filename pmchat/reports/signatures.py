"""How the words of a biomarker are read: MSI, TMB, HRD, mismatch repair, levels."""

from __future__ import annotations

import re
from collections.abc import Callable

from pmchat.model import Polarity, Value
from pmchat.reports.biomarkers import METHYLATION, kind_of
from pmchat.reports.chromosomes import read_chromosome, read_karyotype
from pmchat.reports.polarity import stated, stated_of
from pmchat.reports.stain_names import STAIN_NAMES
from pmchat.reports.stains import CUTOFF, read_pdl1, read_stain
from pmchat.reports.values import NUMBER, SIGN, Reading, number, operator, read_fraction

_MB = (
    r"\s*(?:(?:muts?(?:ations?)?\.?|m|var(?:iants)?)\s*(?:/|per)\s*(?:Mb|MB|mb|megabases?)"
    r"|(?:/|per)\s*(?:Mb|megabases?))\b"
)


_DIGIT = re.compile(r"(?<![\w-])\d")


Reader = Callable[[str, Polarity | None], "Reading | None"]


_STABLE = re.compile(r"\b(?:MS-?)?stable\b|\bMSS\b|\bMSI-?S\b", re.I)
_UNSTABLE_SITES = re.compile(
    r"\b(?:sites|loci|markers|microsatellites)(?: are| were)? unstable\b"
    r"|\b\d+ (?:of|out of) \d+ (?:are |were )?unstable\b"
    r"|\bunstable (?:microsatellite )?(?:sites|loci|markers|microsatellites)\b",
    re.I,
)
_SHARE_UNSTABLE = re.compile(rf"({NUMBER})\s?%[^%;]{{0,20}}\bunstable\b", re.I)
_SHARE = re.compile(rf"(?<![\w.])({NUMBER})\s?%")
_CALLED_STABLE = re.compile(
    r"\b(?:MSS|MSI-?L(?:ow)?)\b(?!\s*[:<=\u2264]|\s*(?:is|if|below|under|means)\b)", re.I
)
_MANY_SITES = 20  # percent
_HIGH_LEGEND = re.compile(
    r"\(?\bMSI-?H(?:igh)?\b(?: (?:is|if|when|means|from)\b|\s*:?\s*[<>=\u2264\u2265])[^();]*\)?",
    re.I,
)
_HIGH = re.compile(r"\b(?:MSI-?H(?:igh)?|MS-?High)\b", re.I)
_SCALE = re.compile(r"\W*(?:[<≤]|below|under|up to|0\s?[-–])", re.I)


_HIGH_DENIED = re.compile(r"(\bstable)\s*\(MSI-?H(?:igh)? not (?:detected|found)\)", re.I)


def _stable_with_count(text: str) -> bool:
    """Whether stable is stated and "unstable" only counts sites: "MSS (2 % of sites unstable)"."""
    stable = _STABLE.search(text)
    if stable is None or re.search(r"MSI-?H|\bhigh\b", text, re.I):
        return False
    before, after = text[: stable.start()], text[stable.end() :]
    is_state = not re.search(r"\b(?:un|in)stable\b", before, re.I) and not _SCALE.match(after)
    return is_state and bool(_UNSTABLE_SITES.search(after))


def _msi(text: str, scope: Polarity | None) -> Reading | None:
    text = _HIGH_LEGEND.sub(" ", _HIGH_DENIED.sub(r"\1", text))
    if re.search(r"\bstable\b.*\bhigh\b|\bhigh\b.*\bstable\b", text, re.I | re.S):
        return None  # the marks of a scale
    said = stated(re.sub(r"\b(?:MS-)?stable\b", "", text, flags=re.I))
    if re.search(r"\bnot (?:MSI-?)?high\b", text, re.I):
        return Reading("absent_stated")
    if re.search(r"MS-?Equivocal|MSI-?E\b|MSI[- ]indeterminate", text, re.I):
        return Reading("indeterminate")
    if said in ("not_performed", "indeterminate"):
        return Reading(said)
    if said == "absent_stated" or scope == "absent_stated":
        return Reading("absent_stated")
    if re.search(r"\b(?:0|zero|none) ?(?:/|of|out of) ?(?:the )?\d{1,3}\b", text, re.I):
        return Reading("absent_stated")
    if _stable_with_count(text):
        return Reading("absent_stated", Value(number=None, unit=None, label="stable"))
    if re.search(r"\b(?:un|in)stable\b", text, re.I):
        return _unstable(text)
    if re.search(r"\bMSS\b|\bMSI-?S\b|stab(?:le|ility|il|ile)\b", text, re.I) and not re.search(
        r"instab|MSI-?H", text, re.I
    ):
        return Reading("absent_stated", Value(number=None, unit=None, label="stable"))
    if re.search(r"\bstable\b|\bMSS\b", text, re.I):
        return Reading("absent_stated", Value(number=None, unit=None, label="stable"))
    if re.search(r"MSI-?L\b|\blow\b(?!-)", text, re.I):
        return Reading("absent_stated", Value(number=None, unit=None, label="low"))
    if re.search(r"MSI-?H(?:igh)?\b|\bhigh\b|MS-?High", text, re.I):
        return Reading("present", Value(number=None, unit=None, label="high"))
    return Reading("present") if said == "present" else None


def _unstable(text: str) -> Reading | None:
    """What "unstable" says; few unstable sites, without a word on what they mean, say nothing."""
    if re.search(r"\bnot (?:un|in)stable\b", text, re.I):
        return Reading("absent_stated")
    if _HIGH.search(text):
        return Reading("present", Value(number=None, unit=None, label="high"))
    if _CALLED_STABLE.search(text):
        return Reading("absent_stated", Value(number=None, unit=None, label="stable"))
    share = _SHARE_UNSTABLE.search(text)
    few = share is not None and number(share[1]) < _MANY_SITES
    return None if few else Reading("present")


def _tmb(text: str, scope: Polarity | None) -> Reading | None:
    if match := re.search(rf"{SIGN}\s*({NUMBER}){_MB}", text, re.I):
        value = Value(
            number=number(match[2]), unit="mut/Mb", label="TMB", operator=operator(match[1])
        )
        return Reading("present", value)
    if match := re.search(
        rf"(?<=[\s(]){_MB}[\s:|)]+{SIGN}\s*({NUMBER})(?![\w.%])", f" {text}", re.I
    ):
        value = Value(
            number=number(match[2]), unit="mut/Mb", label="TMB", operator=operator(match[1])
        )
        return Reading("present", value)
    said = stated(text)
    if said in ("not_performed", "indeterminate"):
        return Reading(said)
    label = re.search(r"\b(high|low|intermediate)\b(?!-)|TMB-([HL])\b", text, re.I)
    if label is None or re.search(r"\blow\b.*\bhigh\b|\bhigh\b.*\blow\b", text, re.I):
        return None  # no level, or both ends of a scale
    level = (label[1] or {"H": "high", "L": "low"}[label[2].upper()]).lower()
    value = Value(number=None, unit=None, label=level)
    negative = said == "absent_stated" or scope == "absent_stated" or level != "high"
    return Reading("absent_stated" if negative else "present", value)


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
        r"(?:dMMR|deficien\w+)\W+(?:was |is )?(?:ruled out|excluded|not (?:detected|seen|found))"
        r"|\bdMMR\b.*\balteration not (?:present|found|detected)\b",
        text,
        re.I,
    ):
        return Reading("absent_stated")
    if re.search(
        r"\bdMMR\b|deficient|deficiency detected|\bloss\b|\blost\b|\babsent\b|abnormal", text, re.I
    ):
        if scope == "absent_stated":
            return Reading("absent_stated")
        return Reading("present", Value(number=None, unit=None, label="loss"))
    return None


_POSITIVE_FROM = re.compile(
    rf"positive\s*(?:at|when|from|above|:)\s*\D{{0,15}}{NUMBER}"
    rf"|negative\s*(?:at|when|below|under|:)\s*[<\u2264]=?\s*{NUMBER}",
    re.I,
)


def _hrd(text: str, scope: Polarity | None) -> Reading | None:
    said = stated(_POSITIVE_FROM.sub("", CUTOFF.sub("", text))) or scope
    if said in ("not_performed", "indeterminate"):
        return Reading(said)
    cutoff = re.search(
        rf"(?:cut-?off|threshold|>=|\u2265|positive\s*(?:if|at|when|from|above|:))\D{{0,25}}({NUMBER})",
        text,
        re.I,
    )
    text = _TITLED.sub(" ", text)
    plain = re.sub(
        rf"\(?\s*(?:cut-?off|threshold|reference|positive\s*(?:if|is|when|at|from|above|:))\D{{0,25}}{NUMBER}"
        rf"\s*%?\s*\)?|(?:>=|\u2265)\s*{NUMBER}\s*%?",
        " ",
        text,
        flags=re.I,
    )
    match = re.search(rf"(?<![\w.-]){SIGN}\s*({NUMBER})(?![\w-])\s*(%)?", plain)
    value = None
    if match:
        kind = re.search(r"gLOH|LOH|GIS|genomic instability score|HRD score", text, re.I)
        value = Value(
            number=number(match[2]), unit=match[3], label=kind.group() if kind else "score",
            operator=operator(match[1]),
        )  # fmt: skip
    level = re.search(r"\b(high|low)\b(?!-)", plain, re.I)
    if said is None and level:
        said = "present" if level[1].lower() == "high" else "absent_stated"
    if said:
        return Reading(said, value)
    if match and cutoff:
        high = number(match[2]) >= number(cutoff[1])
        return Reading("present" if high else "absent_stated", value)
    return Reading("indeterminate", value) if value else None


# What stands behind the name of a test is its date, or who was tested: "HRD TEST   F   61 y".
_TITLED = re.compile(
    r"^\W*HRD\W+(?:status )?(?:test|assay|panel|report|analysis|profil\w+)\b"
    r"(?![^.;]*\b(?:score|GIS|positive|negative)\b).*",
    re.I | re.S,
)

# "Negative at a limit of 0.1 %" measures nothing.
_LIMIT = re.compile(rf"\b(?:limit|sensitivity|LOD)(?: of detection)?(?: of)?\W*{NUMBER}\s*%", re.I)


def _amount(text: str, scope: Polarity | None) -> Reading | None:
    """A share or level with its unit, or a plain result: tumor fraction, ctDNA."""
    text = re.sub(rf"(MTM/mL)\s*[:=]?\s*({NUMBER})(?!\s*MTM)", r"\2 \1", text)
    said = stated_of(text, scope)
    text = _LIMIT.sub(" ", text)
    match = re.search(
        rf"{SIGN}\s*({NUMBER})\s*(?:(%(?:\s*IS)?|MTM/mL|copies/mL|hGE/mL)"
        rf"|(?:(?:residual|clonal|tumou?r|leuk\w+|B-?|myeloma) )*"
        rf"(?:cells?|sequences|clonotypes|copies)?\s?per (?:million|1,000,000|10\^?6)\b)",
        text,
        re.I,
    )
    value = None
    if match:
        value = Value(
            number=number(match[2]),
            unit=match[3] or "per million cells",
            label=None,
            operator=operator(match[1]),
        )
    if said:
        return Reading(said, value)
    if value is None or not value.number:
        return None
    return Reading("absent_stated" if value.operator in ("<", "<=") else "present", value)


def _mutated(text: str, scope: Polarity | None) -> Reading | None:
    """IGHV of the leukemia cells: mutated or not, and how alike it is to the inherited gene."""
    share = re.search(
        rf"({NUMBER})\s*%\s*(?:\w+[ /])?(?:identity|identical|homology|homologous)"
        rf"|(?:identity|identical|homology)[^\d%]{{0,50}}?({NUMBER})\s*%",
        text,
        re.I,
    )
    value = None
    if share:
        value = Value(number=number(share[1] or share[2]), unit="%", label="identity")
    if (said := stated(text)) in ("not_performed", "indeterminate"):
        return Reading(said, value)
    if re.search(r"\bun-?mutated\b|\b(?:not|non)-? ?(?:hyper)?mutated\b", text, re.I):
        return Reading("absent_stated", value)
    if re.search(r"\b(?:hyper)?mutated\b", text, re.I):
        return Reading("present", value)
    hypermutation = re.search(r"hypermutation", text, re.I)
    return Reading(said or scope, value) if hypermutation and (said or scope) else None  # type: ignore[arg-type]


def _score(text: str, scope: Polarity | None) -> Reading | None:
    """A score of many genes together; the number is kept, what it means is not read into it."""
    match = re.search(rf"(?<![\w.]){NUMBER}(?![\w%.])", text)
    if match is None:
        return None
    return Reading("present", Value(number=number(match.group()), unit=None, label="score"))


def _codeletion(text: str, scope: Polarity | None) -> Reading | None:
    if re.search(r"\b(?:no|not|non-?)\s?co-?delet", text, re.I):
        return Reading("absent_stated")
    if re.search(r"\bco-?deleted\b", text, re.I) and stated(text) is None:
        return Reading("present")
    return _plain(text, scope)


_WITH_CUT_OFF = re.compile(r"\([^()]*\b(?:cut-?off|threshold)\b[^()]*\)", re.I)


def _methylation(text: str, scope: Polarity | None) -> Reading | None:
    text = _WITH_CUT_OFF.sub(" ", text)
    if re.search(r"\b(?:un|non-?|not )methylated\b", text, re.I):
        return Reading("absent_stated")
    if re.search(r"\b(?:hyper)?methylated\b", text, re.I):
        share = _SHARE.search(CUTOFF.sub(" ", text))
        value = Value(number=number(share[1]), unit="%", label=None) if share else None
        return Reading("present", value)
    return _plain(text, scope)


def _histone(text: str, scope: Polarity | None) -> Reading | None:
    """A change of histone H3, by stain or in the DNA: with the share of reads when it is there."""
    said = stated_of(text, scope)
    share = read_fraction(text)
    if said is None and (share or re.search(r"\bmutant\b", text, re.I)):
        said = "present"
    if said is None:
        return None
    return Reading(said, share.value if share and said == "present" else None)


def _plain(text: str, scope: Polarity | None) -> Reading | None:
    said = stated_of(text, scope)
    return Reading(said) if said else None


_READERS: dict[str, Reader] = {
    "MSI": _msi,
    "TMB": _tmb,
    "PD-L1": read_pdl1,
    "MMR": _mmr,
    "H3 K27me3": _mmr,
    "HRD": _hrd,
    "ER": read_stain,
    "PR": read_stain,
    "AR": read_stain,
    "Ki-67": read_stain,
    "CLDN18.2": read_stain,
    "FGFR2b": read_stain,
    "FOLR1": read_stain,
    "ctDNA": _amount,
    "tumor fraction": _amount,
    "MRD": _amount,
    "IGHV": _mutated,
    "karyotype": read_karyotype,
    "Recurrence Score": _score,
    "Decipher": _score,
    "1p/19q codeletion": _codeletion,
}


def read_mark(analyte: str, text: str, scope: Polarity | None) -> Reading | None:
    """What the words after a biomarker's name say; `scope` is what the sentence says of it."""
    if scope in ("not_performed", "indeterminate") and not (stated(text) or _DIGIT.search(text)):
        return Reading(scope)
    defaults = {"cnv": read_chromosome, "fusion": read_chromosome, "snv": _histone}
    default = defaults.get(kind_of(analyte), _plain)
    if analyte.endswith(METHYLATION):
        default = _methylation
    if analyte in STAIN_NAMES:
        default = read_stain
    return _READERS.get(analyte, default)(text, scope)
