"""What a column of a table holds, by the words of its heading."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from pmchat.reports.biomarkers import find_marks
from pmchat.reports.cells import split_cells
from pmchat.reports.classes import CLASS_WORD
from pmchat.reports.cue_parts import PERSON
from pmchat.reports.dates import without_day
from pmchat.reports.draws import with_days
from pmchat.reports.genes import find_genes
from pmchat.reports.polarity import find_cues
from pmchat.reports.variants import find_variants
from pmchat.reports.visits import is_visit

_OVERALL = r"overall(?: (?:test )?(?:results?|interpretation|outcome))?|results? summary"
# What was found in one of several ways: "Sequencing", "Deletion / duplication".
BY_METHOD = (
    r"(?:(?:(?:Sanger |next[- ]generation |gene )?sequencing|sequence variants?"
    r"|sequence(?= (?:analysis|results?|testing)$)"
    r"|del(?:etions?)?\.? ?(?:/|and|or|&) ?dup(?:lications?)?\.?|MLPA|NGS|[DR]NA"
    r"|large (?:rearrangements?|deletions?)|CNV)(?: (?:results?|analysis|testing))?)"
)
# The first pattern that fits a whole heading names what the column holds.
_KINDS: tuple[tuple[str, str], ...] = (
    ("trials", r"(?:clinical |matched |open )*trials?.*|NCT.*"),
    ("resistance", r".*(?:resistan|lack of|no benefit|to avoid|reduced benefit).*"),
    ("therapies_other", r".*\b(?:other|another|different) (?:indication|tumou?r|cancer).*"),
    ("therapies", r".*\b(?:therap(?:y|ies|eutics?)|drugs?|treatments?|medications?)\b.*"
                  r"|medicines?"
                  r"|(?:FDA[- ])?approved\b.*|.*\b(?:in|for) (?:this |current |patient'?s )?"
                  r"(?:indication|tumou?r type)"),
    ("relative", rf"(?:biological )?(?:{PERSON}|partner|spouse|parental|maternal|paternal)\b.*"),
    ("undone", r"no results?|(?:tests? )?not (?:performed|tested|done|evaluable|assessed)"
               r"|without (?:a )?result|failed"),
    ("no", r"(?:looked for|tested|sought),? (?:and |but )?not (?:detected|found|identified|seen)"
           r"|(?:[a-z]+ ){0,2}(?:alterations?|mutations?|variants?|biomarkers?|findings?|genes?) "
           r"not (?:detected|found|identified)|(?:not|none) (?:detected|found|identified|present)"
           r"|negatives?|absent|wild[- ]?type"
           r"|(?:pertinent|relevant) negatives|no (?:mutation|variant|alteration)s?.*"),
    ("sought", r"(?:[a-z]+ ){0,2}(?:alteration|mutation|variant|change|target|hot ?spot)s? "
               r"(?:looked for|searched for|tested(?: for)?|sought|assayed|assessed|interrogated"
               r"|examined|evaluated|screened|covered)"),
    ("yes", r"(?:[a-z]+ ){0,2}(?:alterations?|mutations?|variants?|biomarkers?) (?:detected"
            r"|found|identified)|(?:detected|found|identified|positives?|present|mutated)\s?\??"),
    ("aside", r"(?:reference|ref|normal|standard|expected)\b.*|(?:\w+ )?controls?|flags?|cut-?off.*"
              r"|known (?:variant|mutation|alteration)s?|evidence(?: type)?|PMIDs?"
              r"|(?:limits? of detection|detection limits?|LOD|analytical sensitivity)\b.*"
              r"|threshold.*|(?:previous|prior)\b.*"
              r"|(?:%|VAF|result|value)s? (?:before|earlier|previously|last time)"
              r"|at (?:initial |first |original |primary )?(?:diagnosis|presentation)"
              r"|(?:at )?baseline"
              r"|(?:[a-z-]+ ){0,3}genes? (?:tested|assayed|analy[sz]ed|covered"
              r"|on (?:the|this) panel)"
              r"|(?:allele )?functionality|allele function"
              r"|(?:exons?|codons?|regions?|transcript(?:[ -]ID)?)(?: (?:tested|covered|analy[sz]ed"
              r"|examined))?|(?:mean )?(?:coverage|depth)\b.*|(?:read )?depth|reads|analyte"
              r"|(?:evidence )?level\b.*|level of evi(?:dence|-)|guidelines?|page|(?:\w+ )?trend"
              r"|allele function(?:ality|s)?|what (?:it|this) means|meaning|explanation"
              r"|(?:mode of )?inheritance|implications?"
              r"|(?:clinical |dosing |prescribing )?(?:recommendations?|guidance)"),
    ("fraction", r".*\b(?:[VN]AF|MAF|AF|cfDNA|allel(?:e|ic) (?:freq\w*|frac\w*)|variant (?:freq\w*"
                 r"|frac\w*)|mutant frac\w*).*|freq(?:uency|\.)? ?\(?%\)?"),
    ("note", r"(?:comments?|reasons?|notes?|remarks?|interpretive comments?)"),
    ("subject", r"genes?|gene name|(?:condition|disease|disorder)s?(?: ?[(/] ?genes?\)?)?"
                r"|(?:(?:bio)?markers?|stains?|antibod(?:y|ies))(?: ?\(clones?\))?"
                r"|components?|signatures?"
                r"|(?:(?:genomic|biomarker|molecular|detected) )?"
                r"(?:alterations?|findings?|biomarkers?)(?: detected| identified)?"
                r"|targets?|features?|probes?(?: sets?| names?)?(?: \([^()]*\))?|proteins?"
                r"|(?:test|panel|assay)(?: name| performed)?"
                r"|variants? found"),
    ("result", rf"{_OVERALL}|results? \((?:diplotype|genotype|allele)s?\)"
               rf"|{BY_METHOD}|(?:patient|proband|index)(?: \([^()]*\)| result)?"
               r"|(?:your |test |final )?(?:results?|values?)|status|findings?|interpretation"
               r"|call|outcome|score|now|today"
               r"|(?:this|current) (?:test|sample|specimen|study|report|visit|result)"
               r"|detection"),
    ("detail", r"(?:variant interpretation|(?:predicted|likely) phenotype|activity(?: score)?"
               r"|(?:protein|DNA|RNA|coding) (?:alteration|change|variant)"
               r"|(?:patient['\u2019]s )?variant|alteration|mutation|change|DNA change|cDNA"
               r"|cDNA change|nucleotide"
               r"|nucleotide change|coding|protein change|amino acid(?: change)?|HGVS.*|zygosity"
               rf"|(?:clinical )?significance|(?:(?:ACMG|AMP|IARC|variant)[ /]?)*{CLASS_WORD}"
               r"|pathogenicity|tier|origin|method"
               r"|technology|type|copy number|copies|genotype|diplotype|phenotype|effect"
               r"|(?:functional )?(?:consequence|category)|function|percent.*|%.*)"),
)  # fmt: skip
_OF_DAY = re.compile(
    r"(?:[\W\d]|\b(?:of|from|on|collected|sample|blood|draw|cfDNA|VAF|MAF|or|copy|copies|level|result|value"
    r"|amplification|day|time|diagnosis|baseline|follow-?up|relapse|progression|current|today|previous|prior|draw"
    r"|time ?point|(?-i:[A-H]))\b)*",
    re.I,
)
"""What a heading that names a day says beside it."""
_FOOTNOTE = re.compile(r"(\S+)(\s*\([a-z]\)|\s*[*\u2020\u2021]+)")
_LETTERED = re.compile(
    r"(?:specimen|sample|part)\s+([A-H])\b[.:)]?\s*|(?-i:([A-H]))[.:)]\s+(?=[A-Z])", re.I
)
# Where a sample was taken, when it has a column of its own.
_PLACE = re.compile(
    r"(?:primary(?: (?:tumou?r|site|lesion))?|metasta(?:sis|tic (?:tumou?r|site|lesion))"
    r"|(?:local )?recurrence|(?:left|right)(?: [a-z]+){0,2}"
    r"|(?:sample|specimen|block|biopsy|core|lesion|tumou?r|nodule|node) (?:[A-Z]?\d{1,2}|[A-H])"
    r"|lymph node|resection|biopsy)(?: \([^()]*\))?",
    re.I,
)
_ORIGIN = re.compile(
    r"(?:(germline|inherited|constitutional)|somatic|acquired|tumou?r[- ](?:derived|specific))"
    r"(?: (?:results?|variants?|findings?|changes?|status))?",
    re.I,
)
_LONGEST_HEADING = 72
_DRUGS = re.compile(r"(?:medicine|medication|drug)s?(?: names?)?", re.I)
_CHANGES = re.compile(r"(?:variant|mutation|change|position|SNP)s?", re.I)
_LIMIT = re.compile(r"\b(?:limits?|min(?:imum|\.)?|sensitivity|cut-?off)\b", re.I)
_OF_PATIENT = re.compile(r"patient['\u2019]s variants?\b", re.I)
_GENES = re.compile(r"genes?|gene (?:name|symbol)", re.I)
_COMPILED = tuple((kind, re.compile(rf"(?:{rx})", re.I)) for kind, rx in _KINDS)


@lru_cache(maxsize=8192)
def column_kind(heading: str) -> str:
    """The sort of column: subject, result, fraction, drugs, ...; "unknown" when no words fit."""
    words = re.sub(r"\(s\)", "s", " ".join(heading.split())).strip(" :*/")
    aside = without_day(words)
    if aside is not None and _OF_DAY.fullmatch(aside):
        return "date"
    whole = next((kind for kind, pattern in _COMPILED if pattern.fullmatch(words)), "unknown")
    if whole == "unknown" and is_visit(words):
        return "date"
    if whole == "unknown" and "/" in words:
        kinds = {column_kind(part) for part in words.split("/")}
        return kinds.pop() if len(kinds) == 1 else whole
    return whole


def column_class(heading: str) -> bool:
    """True for a column of classes, where a bare number is one of the scale of five."""
    return bool(re.search(rf"\b(?:{CLASS_WORD}|ACMG|pathogenicity)\b", heading, re.I))


def lettered(heading: str) -> tuple[str, str] | None:
    """The letter of a sample and its place, for "A. Left breast" and "Specimen B"."""
    match = _LETTERED.match(heading.strip())
    if match is None:
        return None
    return (match[1] or match[2]).upper(), " ".join(heading.strip()[match.end() :].split())


def column_origin(heading: str) -> Literal["somatic", "germline"] | None:
    """Where the changes of a column come from: "Germline", "Tumor-derived", "Somatic result"."""
    match = _ORIGIN.fullmatch(" ".join(heading.split()))
    return None if match is None else "germline" if match[1] else "somatic"


def sample_kind(heading: str) -> str:
    """The sample of a column by its heading: "plasma", "A. Left breast" or nothing."""
    if lettered(heading) is not None or _PLACE.fullmatch(heading.strip()):
        return " ".join(heading.split())
    liquid = re.search(r"\b(?:plasma|blood|liquid|cfDNA|ctDNA)\b", heading, re.I)
    solid = re.search(r"\b(?:tissue|tumou?r|FFPE|biopsy|solid)\b", heading, re.I)
    if bool(liquid) == bool(solid):
        return ""
    return "plasma" if liquid else "tissue"


@dataclass
class Column:
    """A column of a table with the place and the words of its heading."""

    start: int
    end: int
    heading: str

    @property
    def kind(self) -> str:
        """What the column holds."""
        return column_kind(self.heading)

    def labelled(self, text: str) -> str:
        """A bare number with the words of the heading: "Tier IIC", "72% of nuclei"."""
        heading = self.heading.lower()
        if noted := _FOOTNOTE.fullmatch(text):
            return self.labelled(noted[1]) + noted[2]
        if re.fullmatch(_OVERALL, heading):
            return f"{self.heading}: {text}"
        if re.fullmatch(r"(?:I{1,3}|IV|[1-4])-?[A-D]?", text) and "tier" in heading:
            return f"Tier {text}"
        if re.fullmatch(r"[1-5]|I{1,3}|IV|V", text) and column_class(heading):
            return f"class {text}"
        if not re.fullmatch(r"\d+(?:\.\d+)?(?:\s?%)?", text):
            return text
        if heading in ("copy number", "copies"):
            return f"copy number {text}"
        if heading == "activity score":
            return f"activity score {text}"
        nuclei = "%" in f"{text}{heading}" and re.search("nuclei|cells", heading)
        return f"{text.rstrip(' %')}% of nuclei" if nuclei else text


def read_headings(
    text: str, draws: dict[str, str] | None = None
) -> tuple[str, list[Column]] | None:
    """The mark between the cells and the columns, for a line of headings that are known.

    `draws` are the days of samples that are named by letters.
    """
    if find_genes(text) or (find_marks(text) and find_cues(text)):
        return None
    mark = "|" if "|" in text else "\t" if "\t" in text.strip() else ""
    cells = split_cells(text, mark)
    if any(c.text.startswith(":") for c in cells):
        return None  # a label with its value
    headings = with_days([c.text for c in cells], draws or {})
    columns = [Column(c.start, c.end, h) for c, h in zip(cells, headings, strict=True)]
    if _beside_days(columns):
        columns[0].heading = "Gene"
    if columns and columns[0].start > 1 and _beside_names(columns):
        columns = [Column(0, 1, "Gene"), *columns]
    if mark and not columns[0].heading and _beside_names(columns[1:]):
        columns[0].heading = "Gene"
    unnamed = not any(c.kind == "subject" for c in columns)
    if columns and unnamed and _CHANGES.fullmatch(columns[0].heading):
        columns[0].heading = "Alteration"  # each row begins with the gene and its change
    named = [c for c in columns if c.heading]
    if len(named) > 2 and unnamed and _DRUGS.fullmatch(columns[0].heading):
        return mark, columns
    if len(named) < 2 or any(len(c.heading) > _LONGEST_HEADING for c in named):
        return None
    known = [c.kind for c in named if c.kind != "unknown" or sample_kind(c.heading)]
    subject = "subject" in known or {"yes", "no"} <= set(known) or heads_list(columns)
    if not subject or len(known) < 2 or 2 * len(known) < len(named):
        return None
    return mark, columns


def heads_results(text: str) -> bool:
    """True for the headings of genes beside what was found in them: its class, its share.

    "Patient's variant" tells so too.
    """
    known = read_headings(text)
    if known is None:
        return False
    headings = [c.heading for c in known[1]]
    told = any(
        column_class(h)
        or _OF_PATIENT.match(h)
        or (column_kind(h) in ("fraction", "result") and not _LIMIT.search(h))
        for h in headings
    )
    return told and any(_GENES.fullmatch(h) for h in headings)


def heads_list(columns: list[Column]) -> bool:
    """True for a table of what was not found, or not tested: its first heading says so of all."""
    kinds = [c.kind for c in columns]
    return kinds[0] in ("no", "undone") and not {"yes", "no", "undone"} & set(kinds[1:])


def _beside_days(columns: list[Column]) -> bool:
    """True for days behind a heading in other words, above rows that each begin with a name."""
    first, *days = columns or [Column(0, 0, "")]
    named = bool(first.heading) and not re.search(r"[\d:]", first.heading)
    return named and len(days) > 1 and {c.kind for c in days} == {"date"}


def _beside_names(columns: list[Column]) -> bool:
    """True for headings beside a first column that has none, above rows with a name each."""
    return _of_people(columns) or _of_days(columns) or _of_samples(columns)


def _of_people(columns: list[Column]) -> bool:
    """True for headings that name the person and a relative, above rows that each name a gene."""
    kinds = [c.kind for c in columns if c.heading]
    return kinds[:1] == ["result"] and "relative" in kinds


def _of_days(columns: list[Column]) -> bool:
    """True for headings that are nothing but days, above rows that each begin with a name."""
    kinds = {c.kind for c in columns}
    return len(columns) > 1 and "date" in kinds <= {"date", "result"}


def _of_samples(columns: list[Column]) -> bool:
    """True for headings that are nothing but samples, above rows that each begin with a name."""
    letters = [named[0] for c in columns if (named := lettered(c.heading))]
    names = letters or [kind for c in columns if (kind := sample_kind(c.heading))]
    return len(set(names)) == len(columns) > 1


def names_change(text: str) -> bool:
    """True for a cell that is the name of a change, as in a column of the places tested."""
    text = text.strip()
    return any(v.start == 0 and v.end == len(text) for v in find_variants(text))
