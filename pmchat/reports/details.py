"""Lines that tell more of the test named above them: a score, a count, a genotype, a share."""

from __future__ import annotations

import re

from pmchat.reports.biomarkers import find_marks
from pmchat.reports.genes import find_genes
from pmchat.reports.values import NUMBER, SIGN

_LABELS = re.compile(
    r"^\W*(?:variant \d+ )?(?:(?:variants?|alleles?)(?: \d)?|(?:DNA |coding )?change|class"
    r"|share of reads|location|DNA|copies"
    r"|(?:current|latest|this|today'?s) (?:result|test|sample)|your result|what it means"
    r"|protein(?: change)?|cDNA(?: change)?"
    r"|nucleotide(?: change)?|coding"
    r"|(?:AA|amino acid)(?: change)?|HGVS\w*|VAF|allele (?:frac|freq)\w*\.?|variant allele\w*"
    r"|classification|zygosity"
    r"|alteration|transcript|result|interpretation|significance|consequence|exon|copy number|tier"
    r"|origin|genotype|phenotype|diplotype|metabolizer status|activity score|type|partner|effect"
    r"|clinical significance|pathogenicity|score|status)\s*(?::|\s{2}|[|\t])",
    re.I,
)
_GENOTYPE = re.compile(r"^\W*(?:genotype|phenotype|diplotype|activity score)\b", re.I)
_SHARE = re.compile(
    rf"^\W*(?:VAF|allele frequency|variant allele \w+)\s*{SIGN}\s*{NUMBER}\s*%", re.I
)
_LEVEL = re.compile(rf"\s*{SIGN}\s*{NUMBER}\s*(?:MTM/mL|copies/mL|%\s*IS\b|(?:muts?|m)/Mb)", re.I)
# What the row above names, and how the lines begin that tell more of it.
_MORE: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (re.compile(named), re.compile(rf"^\W*(?:{below})", re.I))
    for named, below in (
        (
            r"\bPD-?L1\b",
            r"(?:tumou?r proportion score|combined positive score|tumou?r area positivity"
            r"|tumou?r cells|(?:tumou?r[- ]infiltrating )?immune cells?|TPS|CPS|TAP|TC|IC)"
            r"\s*(?:\([A-Z]{2,3}\)\s*)?(?:score\s*)?[:=]",
        ),
        (
            r"\b(?:HER2|ERBB2)\b[^;]*(?:\b(?:[FCS]|DD?)?ISH\b|in situ)",
            r"number of (?:observers|cells|nuclei|tumou?r cells)|(?:average|mean) (?:number of )?"
            r"(?:HER2|CEP17)|(?:HER2|ERBB2)\s?/\s?(?:CEP|CEN)-?17|ratio\b",
        ),
        (r"\b(?:HER2|ERBB2)\b", r"(?:reflex )?(?:(?:[FCS]|DD?)?ISH|in situ hybridi[sz]ation)\b"),
        (
            r"\bIGHV",
            r"IGHV (?:gene|family|allele|usage)|(?:V[- ])?gene usage|(?:percent|%) (?:identity"
            r"|homology)|(?:germline )?(?:identity|homology)\b|(?:result|status|interpretation)\s*:"
            r"|(?:un|hyper|borderline )?mutated\b",
        ),
        (r"\b(?:HRD|GIS|[Gg]enomic [Ii]nstability|gLOH|LOH)\b", r"(?:threshold|cut-?off)\b"),
    )
)
# "Gene GAA" on its line, with "Result Carrier" and "Variant c...." below.
_GENE_LINE = re.compile(r"^\s*Genes?\s[\w/-]+(?:\s{2}|\s*$|\s(?:Result|Variant)\b)")
_SHORT_LABEL = re.compile(r"^\s*(?:Result|Variant|Change|Class|Zygosity)\s\S")
_FISH = re.compile(r"\b(?:[FCS]|DD?)?ISH\b|in situ", re.I)


def tells_more(row: str, text: str) -> bool:
    """True when a line begins with a label that tells more of the gene or marker of the row."""
    if _more_of_test(row, text):
        return True
    labelled = _LABELS.match(text) or (_GENE_LINE.match(row) and _SHORT_LABEL.match(text))
    if not (labelled or _SHARE.match(text)):
        return False
    own, named = _names(row), _names(text)
    return bool(own) and named <= own and (not named or bool(_GENOTYPE.match(text)))


def _names(text: str) -> set[str]:
    return {g.symbol for g in find_genes(text)} | {m.analyte for m in find_marks(text)}


def is_label(text: str) -> bool:
    """True for the words of a label alone: "Variant 1 DNA change"."""
    return bool(_LABELS.match(f"{text.strip()}:"))


def level_of(row: str, text: str) -> bool:
    """True for a level alone on its line below the marker that it belongs to."""
    level, score = _LEVEL.match(text), re.fullmatch(r"\s*\d{1,3}\s*", text)
    if not (level or score):
        return False  # before the markers are looked for, which takes longest
    marks = {m.analyte for m in find_marks(row)}
    if "Recurrence Score" in marks and not re.search(r"\d", row.rsplit("core", maxsplit=1)[-1]):
        return bool(score)
    wanted = {"TMB"} if level and level.group().lower().endswith("mb") else marks
    return bool(level and marks & wanted) and not _LEVEL.search(row)


def _more_of_test(row: str, text: str) -> bool:
    for named, below in _MORE:
        if below.match(text) and named.search(row):
            again = _FISH.match(text.lstrip()) and _FISH.search(row)
            others = {g.symbol for g in find_genes(text)} - {g.symbol for g in find_genes(row)}
            return not again and not others
    return False
