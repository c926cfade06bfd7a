"""The parts of a report, known by their headings."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from pmchat.reports.answers import answers
from pmchat.reports.biomarkers import find_marks
from pmchat.reports.genes import find_genes
from pmchat.reports.lines import Line

SectionKind = Literal[
    "body", "findings", "vus", "negatives", "positives", "indeterminate", "benign", "therapies",
    "therapies_other", "resistance", "trials", "genes", "prose", "history", "skip",
]  # fmt: skip

# The first pattern that fits the start of a line names its section.
_HEADINGS: tuple[tuple[SectionKind, str], ...] = (
    (
        "trials",
        r"(?:available |potential |matching |matched |open |relevant )*(?:clinical )?trials?"
        r"(?: options?| matches)?\b(?! (?:of|in|have|has|show))",
    ),
    (
        "resistance",
        r"(?:therap(?:y|ies)|drugs?|treatments?)\b.{0,40}\b(?:lack of (?:response|benefit)"
        r"|resistan\w+|reduced benefit|no benefit|to avoid)",
    ),
    ("resistance", r"(?:potential |predicted )?(?:lack of (?:response|benefit)|resistance to)\b"),
    ("resistance", r"therapies to (?:avoid|consider avoiding)"),
    (
        "therapies_other",
        r"(?:FDA[- ]approved |approved )?(?:therap(?:y|ies)|drugs?|treatments?)\b.{0,60}"
        r"\b(?:other|another|different) (?:tumou?r|cancer|indication|disease)",
    ),
    ("therapies_other", r"\W{0,3}(?:approved )?in (?:other|another) (?:tumou?r|cancer|indication)"),
    (
        "therapies",
        r"(?:FDA[- ]approved |approved |associated |linked |matched |potential )*"
        r"(?:therap(?:y|ies)|drug associations?|drugs?|treatment(?: option)?s?"
        r"|treatment implications?)"
        r"(?: (?:associated|linked|with|options?|considerations?|implications?|associations?|for"
        r"|approved|by|in|\.\.\.)\b|\s*(?::|$|\())",
    ),
    ("therapies", r"(?:FDA[- ]approved|approved) (?:therap|drug|in (?:this|current|patient))"),
    (
        "vus",
        r"(?:(?:genomic |somatic |germline |DNA |RNA |sequence |tumou?r |additional findings?:? "
        r"|other )*"
        r"(?:variants?|alterations?|mutations?|findings?) of (?:uncertain|unknown|undetermined)"
        r" (?:clinical )?(?:significance|relevance|potential))",
    ),
    ("vus", r"(?:additional findings?\W{1,3})?VUS\b(?=\s*(?:$|[:(\-]|\s{2}|\(s\)|s\b|list))"),
    ("vus", r"(?:unclassified|uncertain) (?:variants?|alterations?)"),
    (
        "benign",
        r"(?:likely )?benign\b.{0,20}(?:variants?|alterations?|polymorphisms?)?\s*(?::|$)"
        r"|synonymous\b"
        r"|polymorphisms?\s*(?::|$)",
    ),
    (
        "negatives",
        r"(?:pertinent|relevant|significant) negatives?|negative (?:results?|findings"
        r"|genes)\s*(?::|$)"
        r"|(?:alterations?|variants?|mutations?|biomarkers?|genes?) not (?:detected|identified"
        r"|found)\s*(?::|$)"
        r"|(?:genes|biomarkers) with no\b|not detected\s*$"
        r"|no (?:reportable|clinically significant|pathogenic)\b.{0,60}\bin the following\b",
    ),
    (
        "genes",
        r"(?:appendix\b.{0,30})?(?:complete |full )?(?:list of |the following )?(?:the )?genes?"
        r"(?: (?:and|or) (?:regions|exons|introns|rearrangements))?"
        r" (?:assayed|analy[sz]ed|tested|sequenced|included|evaluated|covered|interrogated|examined"
        r"|targeted|on (?:this|the) panel|in (?:this|the) (?:panel|test|assay)|list\b"
        r"|panel\s*(?::|$))",
    ),
    ("genes", r"(?:gene|panel) (?:list|content|coverage)\b|list of genes\b|panel genes\b"),
    (
        "genes",
        r"(?:this|the) (?:test|panel|assay) (?:analy[sz]es|evaluates|includes|covers|sequences"
        r"|interrogates|detects|examines|consists)\b|appendix\b|DNA gene list|RNA gene list",
    ),
    (
        "history",
        r"(?:patient |personal |medical |family |clinical |relevant |reported )*(?:and family )?"
        r"(?:history|indications?|question|information provided)\b(?! of (?:uncertain))",
    ),
    (
        "history",
        r"(?:reason|indication) for (?:test|referral|study|order)\w*|clinical (?:diagnosis|data"
        r"|question)"
        r"|(?:primary |referring |submitted |clinical )?diagnosis\s*:|r/o\b|rule out\b|pedigree\b",
    ),
    (
        "prose",
        r"(?:variant |gene |clinical |result |genomic |therapy |biomarker )*(?:interpretations?"
        r"|descriptions?|summary of evidence|relevance|background)\s*(?::|$)"
        r"|about (?:this|the|your) (?:gene|variant|result|test)|(?:gene|variant) and (?:protein"
        r"|disease)",
    ),
    (
        "skip",
        r"(?:test )?(?:limitations?|disclaimers?|methods?|methodology|assay (?:description|details"
        r"|performance)|technical (?:details|notes|information)|references?|bibliography|literature"
        r"|citations?|(?:prescribing|dosing|medication|drug) (?:recommendations?|guidance)"
        r"|allele matching details"
        r"|glossary|test (?:description|performance|methodology|information)|performance"
        r"|quality (?:metrics|control)|definitions?|legend|abbreviations|about the test"
        r"|what (?:does|do|is)\b.{0,40}|next steps|management|recommendations?|genetic counseling"
        r"|electronically signed|signed (?:out )?by|comparison (?:with|to) (?:previous|prior))"
        r"\s*(?::|$|\(|\s{2})",
    ),
    ("findings", r"(?:germline|somatic|inherited|hereditary|acquired)\b[^.:]{0,60}(?::\s*)?$"),
    (
        "findings",
        r"(?:genomic|biomarker|molecular|somatic|germline|genetic|pathogenic|clinically significant"
        r"|reportable|significant|positive|actionable|potentially actionable|biologically relevant"
        r"|key|other|additional|immunotherapy|genotype|tumou?r|plasma|tissue|summary of|detected"
        r"|DNA|RNA|IHC"
        r"|detailed|NGS|sequencing|test|laboratory|final|principal|primary|PGx|pharmacogen\w+"
        r"|cancer[- ]type relevant)"
        r"(?:[ /,&-]+(?:and|likely|or|of|potentially|biologically|actionable|relevant|pathogenic"
        r"|clinical|significant|genomic|biomarker|molecular|variant|tumou?r|test|tested|DNA"
        r"|RNA))*[ /-]+(?:findings?|alterations?|variants?|results?|mutations?|markers?"
        r"|biomarkers?|signatures?|relevant|actionable|changes|genotypes?|summary)\b[^.]{0,30}\s*"
        r"(?::|$|\s{2}|\()",
    ),
    (
        "findings",
        r"(?:results?|findings?|alterations?(?: detected)?|variants?|biomarkers?)\s*:?\s*$",
    ),
    (
        "indeterminate",
        r"(?:indeterminate|equivocal)(?: (?:results?|findings?|markers?|biomarkers?))?\s*(?::|$)",
    ),
)
_NUMBER = r"(?:section\s+[IVX\d]+\W+|\d{1,3}(?:\.\d{0,3})?\s+|[IVX]+\.\s+|[A-H]\.\s+)"
_TABLE: tuple[tuple[SectionKind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(rf"\W*{_NUMBER}?(?:{pattern})", re.I)) for kind, pattern in _HEADINGS
)
_SOMATIC = re.compile(r"\bsomatic\b", re.I)
_GERMLINE = re.compile(r"\bgermline\b|\binherited\b|\bhereditary\b", re.I)
_UNKNOWN_HEADING = re.compile(r"^\W*[A-Z][A-Za-z /&,()'-]{2,60}:?\s*$")
_RESULT_LABEL = re.compile(
    r"^\W*(?:PD-?L1|CD274|MSI|bMSI|TMB|bTMB|microsatellite|tumou?r mutation\w* burden|HER2|HRD|MMR"
    r"|mismatch repair|IHC|FISH|NGS|overall result|result|ER|PR|Ki-?67|RESULTS?)\b[^:.;]{0,60}:",
    re.I,
)
_TITLE_WORDS = 8
_OPEN_END = re.compile(r"(?:[,;:/(+&-]|\b(?:and|or|with|for|in|of|the))\s*$", re.I)


@dataclass(frozen=True)
class Section:
    """The part of a report that a line belongs to."""

    kind: SectionKind
    title: str | None = None
    origin: Literal["somatic", "germline"] | None = None


BODY = Section("body")


@dataclass(frozen=True)
class Placed:
    """A line with its section; `heading` is where the heading on it ends, or 0.

    A cell of a table has the number of its row and the heading over the shares of reads.
    """

    line: Line
    section: Section
    heading: int = 0
    table_row: int = 0
    fraction: str = ""


def place(lines: list[Line]) -> list[Placed]:
    """Gives every line that is no noise its section."""
    placed: list[Placed] = []
    printed: list[Line] = []
    block, inline = BODY, None
    previous = ""
    for line in lines:
        if line.noise:
            continue
        if line.blank:
            placed.append(Placed(line, inline or block))
            printed.append(line)
            continue
        if inline is not None and not _continues(previous, line):
            inline = None
        found = None if answers(printed, line) else _heading(line)
        if found is None and inline is None and _resets(line, block):
            block = BODY
            title = _title(line)
            block = Section("body", title) if title else BODY
        if found is not None:
            section, end = found
            if line.text[end:].strip(" :.-|\t"):
                inline = section
            else:
                block, inline = section, None
            placed.append(Placed(line, section, end))
        else:
            placed.append(Placed(line, inline or block))
        previous = line.text
        printed.append(line)
    return placed


def _heading(line: Line) -> tuple[Section, int] | None:
    """The section that a line opens, and where the heading ends on the line."""
    for kind, pattern in _TABLE:
        match = pattern.match(line.text)
        if match is None or not _heading_like(line, match.end()):
            continue
        end = _heading_end(line.text, match.end())
        head, rest = line.text[:end], line.text[end:]
        if kind == "findings" and rest.strip() and find_marks(head):
            continue
        title = " ".join(line.text[:end].strip(" :-|\t").split())
        return Section(kind, title, _origin(title)), end
    return None


def _heading_like(line: Line, end: int) -> bool:
    """A heading stands alone, ends with a colon or columns, or is in capitals."""
    head, rest = line.text[:end], line.text[end:]
    if re.match(r"\s*(?:$|[:(]|\s{2,}|[-\u2013|\t])", rest) or head.rstrip().endswith((":", "(")):
        return True
    if not any(c.islower() for c in head):
        return True
    if _short_title(line.text):
        return True
    return ":" in rest[:80] and not find_genes(rest.split(":")[0]) and rest.count(".") == 0


def _short_title(text: str) -> bool:
    """True for a few words on a line of their own, without a gene, a number or a full stop."""
    words = text.split()
    plain = not re.search(r"[\d:;]|\.\s*$", text) and not find_genes(text) and not find_marks(text)
    return plain and len(words) <= _TITLE_WORDS and text.strip()[:1].isupper()


def _heading_end(text: str, end: int) -> int:
    """Where the heading ends: at its colon, wide space, bracket, or the line's end."""
    if text[:end].rstrip().endswith(":"):
        return end
    rest = text[end:]
    colon = rest.find(":")
    if 0 <= colon < 90 and not find_genes(rest[:colon]):
        return end + colon + 1
    wide = re.search(r"\s{2,}|[|\t]", rest)
    if wide and wide.start() < 60 and not find_genes(rest[: wide.start()]):
        return end + wide.end()
    return end if find_genes(rest) else len(text)


def _origin(title: str) -> Literal["somatic", "germline"] | None:
    somatic, germline = _SOMATIC.search(title), _GERMLINE.search(title)
    if somatic and not germline:
        return "somatic"
    if germline and not somatic:
        return "germline"
    return None


def _continues(previous: str, line: Line) -> bool:
    """True when the line goes on with the inline section of the line before it."""
    text = line.text
    first = text.lstrip()[:1]
    return bool(_OPEN_END.search(previous)) or first.islower() or line.indent >= 4 or first == "("


def _resets(line: Line, block: Section) -> bool:
    """True when a line without a known heading ends the section before it."""
    if block.kind in ("body", "findings"):
        return _title(line) is not None
    if _RESULT_LABEL.match(line.text):
        return block.kind not in ("vus", "negatives", "genes", "history")
    return _title(line) is not None


def _title(line: Line) -> str | None:
    """The words of a heading that is in no table: capitals or a closing colon, no gene."""
    text = line.text
    if not _UNKNOWN_HEADING.match(text) or find_genes(text) or find_marks(text) or line.indent > 12:
        return None
    words = text.split()
    if re.search(r"\b(?:report|patient|page|laborator(?:y|ies)|confidential)\b", text, re.I):
        return None
    capitals = not any(c.islower() for c in text) and len(words) <= 7 and len(text.strip()) > 5
    closing = text.rstrip().endswith(":") and len(words) <= 5
    return " ".join(words).strip(":") if capitals or closing else None
