"""Biomarkers that are no gene change, found by their names: MSI, TMB, PD-L1, stains, scores."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from pmchat.reports.stain_names import STAIN_NAMES, STAIN_PATTERN, stain_name


@dataclass(frozen=True)
class Mark:
    """A biomarker named in a text."""

    analyte: str
    start: int
    end: int
    text: str


_ISCN = r"\d\d(?:[~-]\d\d)?,[XY?]+(?:,(?:\([^)\s]*\)|[^\s;(\[/])+)*(?:\[[^\]]*\])?"
_ARMS = r"\(\s?(?:\d{1,2}|X|Y)[pq]?(?:\d[\d.]*)?(?:\s?;\s?(?:\d{1,2}|X|Y)[pq]?)*\s?\)"
# A change of a chromosome, with its break points and the gene in brackets behind.
_CHROMOSOME = (
    rf"(?<![\w,])(?:(?:t|del|inv|dup|gain|amp|add|ider|i)\s?{_ARMS}(?:\s?\([pq][^)]*\))?"
    r"|(?:trisomy|monosomy|tetrasomy) (?:\d{1,2}|X)\b|hyp(?:er|o)diploidy\b"
    r"|(?:deletion|del|gain|loss) (?:of )?(?:chromosome )?\d{1,2}[pq]\d*(?:\.\d+)?\b"
    r"|(?:gain|loss) of (?:whole |one )?chromosome \d{1,2}\b(?![pq])"
    r"|chromosome \d{1,2} (?:gain|loss)\b"
    # a cell of its own in a table of probes: "7q-", "-5/5q-"
    r"|(?<=[\t ])(?:-\d{1,2}/)?\d{1,2}[pq]-(?=\s*(?:\t|\s{2}|$))"
    r"|\d{1,2}[pq]\d*(?:\.\d+)? (?:deletion|gain)\b"
    r"|\b\d{1,2}[pq]\d+(?:\.\d+)?(?:/\d{1,2}[pq]\d+(?:\.\d+)?)?(?:\s?\([A-Z0-9/, -]+\))?"
    r"[ \t]*[:|-]?[ \t]*"
    r"(?:no )?(?:evidence of )?"
    r"(?:(?:mono|bi)-?allelic |heterozygous |homozygous |interstitial )?"
    r"(?:deletion|loss|gain|amplification)\b(?! of \d))"
    r"(?:\s?\([A-Z0-9/:-]+\)|/[A-Z0-9]{3,}\b"
    r"|\s[A-Z][A-Z0-9]{2,}(?=\s?:(?!:)|\s{2}|[|\t])"
    r"|\s(?:[A-Z0-9]{3,}(?:/|::|-)IGH|IGH(?:/|::|-)[A-Z0-9]{3,})\b)?"
)
# These scores are of no other marker; a legend goes on behind the number.
_PDL1_SCORE = (
    r"\b(?:combined positive|tumou?r proportion) score\b(?:\s?\([CT]PS\))?"
    r"(?=\s*[:=]\s*[<>\u2264\u2265=]*\s*\d[\d.]*\s*%?\s*(?:$|[.;,]|\s{2}))"
)
# Genes that are switched off by methylation of their promoter.
_SILENCED = r"(?:MLH1|MGMT|BRCA1|RAD51C)"
METHYLATION = " promoter methylation"
# The protein of several genes; the first amino acid is counted or not: K27M is K28M.
_H3_CHANGE = r"(?:K2[78]|G3[45])[A-Z]"
# analyte, kind, how it is named
_TABLE: tuple[tuple[str, str, str], ...] = (
    (
        "MSI",
        "signature",
        r"\b(?:b?MSI(?:[- ](?:H(?:igh)?|L(?:ow)?|S(?:table)?|E|indeterminate))?|MSS|MS[- ](?:Stable"
        r"|Equivocal|High)|microsatellites?[- ](?:loci|instability|status|analysis|testing"
        r"|stable|stability|unstable|instable)"
        r"(?:[- ]high)?"
        r"|microsatellites(?=\s*[:=]|\s+(?:(?:are|were) )?(?:un|in)?stable\b))(?![A-Za-z0-9])",
    ),
    (
        "TMB",
        "signature",
        r"\b(?:b|t)?TMB(?:-(?:H(?:igh)?|L(?:ow)?))?(?![A-Za-z])"
        r"|\b(?:(?:blood )?tumou?r )?mutation(?:al)? (?:burden|load)\b",
    ),
    ("H3", "snv", rf"\b(?:histone )?H3(?:\.[1-3])?[ -]?(?:p\.\s?)?\(?{_H3_CHANGE}(?![A-Za-z0-9])\)?"
                  rf"(?:\s?\((?:p\.\s?)?{_H3_CHANGE}\))?"),
    ("H3 K27me3", "protein", r"\b(?:histone )?H3[ -]?K27[ -]?(?:me3|trimethylation)\b"),
    (
        "methylation",
        "signature",
        rf"\b{_SILENCED}[ -](?:promoter[ -])?(?:hyper)?methylat(?:ion|ed)\b"
        r"(?: (?:status|analysis|testing))?"
        r"|\b(?:MGMT|BRCA1|RAD51C)[ -]promoter\b"
        rf"|\b(?:promoter|methylation) of (?:the )?{_SILENCED}(?: (?:gene|promoter))*\b"
        rf"|\b{_SILENCED}(?=\W{{1,3}}(?:un|non-?|not )?methylated)",
    ),
    ("PD-L1", "protein", _PDL1_SCORE + r"|\bPD-?L1\b(?! (?:inhibit|block)\w*)"
                         r"|\bCD274(?=\s*\(?(?:PD-?L1|IHC))"),
    ("MMR", "protein", r"\b[dp]MMR\b|\bMMR\b(?! genes?\b)"
                       r"|\b(?:DNA )?mismatch repair\b(?: proteins?| status"
                       r"| \(?MMR\)?)*"),
    (
        "HRD",
        "signature",
        r"(?<![\w-])HRD(?:sig)?\b(?![-/]\d)"
        r"|\bhomologous recombination (?:deficiency|deficient|status|repair status|score)\b"
        r"|\bgenomic instability (?:score|status)\b|\bGIS\b|\bg?LOH(?: score)?\b(?=\s*[:=\d-])"
        r"|\bgLOH\b|\bgenomic (?:LOH|loss of heterozygosity)\b"
        r"|\bloss of heterozygosity (?:score|status)\b",
    ),
    ("ER", "protein", r"\bER(?!\d+(?![\d\s]*%))(?=\s*(?:[:(=]|and Pg?R\s*:|\s{2}|[<>]?\d|IHC"
                      r"|(?i:score|threshold|positive|negative|low|status)\b|-\s"
                      r"|,? ?\(?(?:part|specimen|block) [A-H]\b)"
                      r"|\s?[+-](?!\w)"
                      r"|-(?:positive|negative)\b)"
                      r"|(?:(?<=positive for )|(?<=negative for )"
                      r"|(?<=ositive: )|(?<=egative: ))ER\b"
                      r"|\b(?i:o?estrogen rec(?:eptor\b|\.))"),
    ("PR", "protein", r"\bPg?R(?!\d+(?![\d\s]*%))(?=\s*(?:[:(=]|\s{2}|\d|IHC"
                      r"|(?i:score|threshold|positive|negative|low|status)\b|-\s"
                      r"|,? ?\(?(?:part|specimen|block) [A-H]\b)|\s?[+-](?!\w)"
                      r"|-(?:positive|negative)\b)"
                      r"|(?:(?<=positive for )|(?<=negative for ))PR\b"
                      r"|(?<=\bER and )PR\b|(?<=\bER/)PR\b"
                      r"|(?<=\bER, )PR\b|\b(?i:progesterone r(?:eceptor\b|(?:ec)?\.))"),
    ("AR", "protein", r"\bandrogen receptor\b(?: \(AR\))?(?=\s*(?:[:=(]|\s{2}|\t|positive|negative"
                      r"|not |\d|IHC))"),
    ("Ki-67", "protein", r"\bKi-?67\b"),
    ("CLDN18.2", "protein", r"\b(?:CLDN|claudin)[- ]?18(?:\.2)?(?![\w.])"),
    ("FGFR2b", "protein", r"\bFGFR2b\b(?=[^;.]{0,50}(?:IHC|stain|express|positive|negative|:"
                         r"|[1-3]\+))"),
    ("FOLR1", "protein", r"\bFOLR1(?=\s+(?:IHC|\()|\)?\s*PS2)|\bFR\u03b1"
                        r"|\bfolate receptor[- ]alpha\b"),
    ("p16", "protein", r"\bp16(?![A-Za-z0-9])(?=[^;.]{0,20}(?:positive|negative|IHC|overexp"
                       r"|block))"),
    ("stain", "protein", STAIN_PATTERN),
    ("AR-V7", "protein", r"\bAR-?V7\b"),
    ("EBV", "signature", r"\bEBV\b|\bEBER\b|\bHHV-?4\b"),
    ("HPV", "signature", r"\bHPV\b(?: ?-?\d+)?"),
    (
        "ctDNA",
        "signature",
        r"\b(?:ctDNA|circulating tumou?r DNA)\b(?! (?:tumou?r )?fraction)"
        r"(?=[^.;]{0,40}(?:detected|positive|negative|MTM|:))",
    ),
    ("tumor fraction", "signature", r"\b(?:ctDNA )?tumou?r (?:DNA )?fraction\b(?: estimate)?"
                                    r"(?=\s*(?:[:=(]|is|of|-\s|\s{2}|$))"),
    ("karyotype", "signature", rf"\b(?:karyotype|ISCN|chromosome analysis)\b(?:[^\w\n]*{_ISCN}"
                               rf"(?:\s?/\s?{_ISCN})*)?|(?<![\w,]){_ISCN}(?:\s?/\s?{_ISCN})*"),
    ("chromosome", "cnv", _CHROMOSOME),
    ("Recurrence Score", "signature", r"\b(?:Oncotype(?: DX)? )?(?:breast )?recurrence score\b"
                                      r"(?: result)?(?=\W*\d)"),
    ("Decipher", "signature", r"\bDecipher\b(?: genomic classifier)?(?: score)?(?=\W*\d)"),
    ("1p/19q codeletion", "cnv", r"\b1p\s?/\s?19q\b(?:[\s-]*(?:co-?deletion|status))*"),
    ("IGHV", "signature", r"\b(?:IG[HK]V|IGVH)(?:\d[\w-]*(?:\*\d+)?)?\b|\bVH (?=mutation)"),
    ("MRD", "signature", r"\bMRD\b(?=\s*(?:[:(]|was|is|by|status|result|level|positive|negative"
                         r"|detected|not|\s{2}))"),
)  # fmt: skip


_KINDS = {name: kind for name, kind, _ in _TABLE}


_PATTERNS = tuple(
    (name, re.compile(rx, 0 if name in ("ER", "PR") else re.I)) for name, _, rx in _TABLE
)


@lru_cache(maxsize=32768)
def find_marks(text: str) -> tuple[Mark, ...]:
    """The biomarkers named in the text, in order; names of one thing in a row count once."""
    found: list[Mark] = []
    for name, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            if all(match.end() <= m.start or match.start() >= m.end for m in found):
                analyte = _NAMED[name](match.group()) if name in _NAMED else name
                found.append(Mark(analyte, match.start(), match.end(), match.group()))
    return tuple(sorted(found, key=lambda m: m.start))


def kind_of(analyte: str) -> str:
    """What sort of finding a biomarker gives; a change of a chromosome is named by itself."""
    if analyte in STAIN_NAMES:
        return "protein"
    if analyte in _KINDS:
        return _KINDS[analyte]
    if analyte.startswith("H3 "):
        return "snv"
    if analyte.endswith(METHYLATION):
        return "signature"
    return "fusion" if re.match(r"t\(|inv\(", analyte) else "cnv"


def _histone(text: str) -> str:
    """The marker by its usual name: "H3 K27M"; the gene behind it is not told by that."""
    return "H3 " + re.sub(
        r"K28|G35",
        lambda m: {"K28": "K27", "G35": "G34"}[m[0]],
        re.findall(_H3_CHANGE, text.upper())[-1],
    )


def _chromosome(text: str) -> str:
    """The change alone, in one spelling: "t(9;22)", "trisomy 12", "chromosome 7 gain"."""
    arm = re.search(r"\b\d{1,2}[pq][\d.]*", text, re.I)
    if arm is not None and "(" not in text[: arm.start()]:
        kind = re.search(r"gain|amp", text.lower())
        return f"{kind.group() if kind else 'del'}({arm.group().lower()})"
    if whole := re.search(r"chromosome (\d+)\b", text, re.I):
        return f"chromosome {whole[1]} {'gain' if 'gain' in text.lower() else 'loss'}"
    match = re.match(r"\w+\s?\([^)]*\)|\w+ \w+", text)
    name = (match.group() if match else text).lower()
    return re.sub(r"\s", "", name) if "(" in name else name


def _promoter(text: str) -> str:
    """The gene that is meant: "MGMT promoter methylation"."""
    gene = re.search(_SILENCED, text, re.I)
    return (gene.group() if gene else text).upper() + METHYLATION


_NAMED = {
    "chromosome": _chromosome, "H3": _histone, "methylation": _promoter, "stain": stain_name,
}  # fmt: skip
"""Markers that are named by the change that is printed."""
