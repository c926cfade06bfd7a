"""The parts of a report, known by their headings."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from pmchat.reports.answers import answers
from pmchat.reports.biomarkers import find_marks
from pmchat.reports.cells import split_cells
from pmchat.reports.classes import read_class
from pmchat.reports.columns import heads_results
from pmchat.reports.elsewhere import from_elsewhere
from pmchat.reports.genes import find_genes, plain_word
from pmchat.reports.headings import HEADINGS, SectionKind
from pmchat.reports.lines import Line
from pmchat.reports.plain_titles import in_plain_words
from pmchat.reports.polarity import find_cues
from pmchat.reports.prose import wordy
from pmchat.reports.titles import (
    MARKER_WORDS,
    OPEN_END,
    TITLE_WORDS,
    heading_end,
    heading_like,
    heads_columns,
    names_marker,
    numbered_title,
    short_title,
    title_of,
)
from pmchat.reports.variants import find_variants

_SOMATIC = re.compile(r"\bsomatic\b", re.I)
_GERMLINE = re.compile(r"\bgermline\b|\binherited\b|\bhereditary\b", re.I)
_BLOOD = re.compile(
    r"\bha?ematopoie|\bCHIP\b|(?-i:\bCH\b)"
    r"|\b(?:likely|possibl[ey]|probabl[ey]|presumably|perhaps|may be|suspected)\b[\w ]{0,20}"
    r"\bblood (?:cells?|origin)\b",
    re.I,
)
_DOUBT = re.compile(
    r"\b(?:may|might|could|possibl[ey]|potential(?:ly)?|suspected|presumed|likely) (?:be )?(?:of )?"
    r"(?:germline|inherited|somatic)\b",
    re.I,
)
_RESULT_LABEL = re.compile(
    r"^\W*(?:gene(?: name)?|PD-?L1|CD274|MSI|bMSI|TMB|bTMB|microsatellite|HER2|HRD|MMR"
    r"|tumou?r mutation\w* burden|mismatch repair|IHC|FISH|NGS|overall result|result|ER|PR|Ki-?67"
    r"|RESULTS?)\b[^:.;]{0,60}:"
    # a karyotype needs no colon
    r"|\W*(?:result|karyotype)s?\s{2,}\d\d(?:[~-]\d\d)?,[XY]\S*\[\d",
    re.I,
)
_LABEL = re.compile(r"\W*[A-Z][A-Za-z ]{2,40}:(?=\s)")
_SORT = re.compile(
    r"\b(?:mutation|variant|alteration|change|fusion|rearrangement|amplification|deletion|indel"
    r"|SNV|gene|copy number|DNA|RNA|hotspot)",
    re.I,
)
"""What sort of change a list within a list is of."""
_LEGEND = re.compile(
    r"\W*(?:reference(?: (?:ranges?|values|intervals|key))?|legend|definitions?|abbreviations"
    r"|scoring)(?:\s?\([^()]*\)?)?\s*:?\s*$"
    r"|.*\b(?:thresholds|cut-?offs|criteria|definitions)\W*$"
    r"|.*\b(?:guide|key|explanation) (?:to|of|for)\b",
    re.I,
)
# The title of a page beside the number of the order that runs on top of every page.
_AT_SIDE = re.compile(
    r"(?=.*\d).*\S\s{3,}(?:appendix:?\s+)?(variants of (?:unknown|uncertain) significance)"
    r"(?: \(VUS\))?\s*$",
    re.I,
)
_VERB_OPEN = re.compile(r"\b(?:was|were|is|are|been|be|not)\s*$", re.I)
_TITLE_OPEN = re.compile(r"^[^.:]*[A-Za-z,] ?&\s*$")  # "Biomarkers &", above the rest of the title
_DOUBT_ONLY = re.compile(r"\s*(?:indeterminate|equivocal)\s*", re.I)
_PARTICIPLE = re.compile(r"\s*(?:detected|identified|found|seen|observed|present)\b", re.I)
_HEADING_MARK = re.compile(r"\s*([>#\u25a0\u25ba\u00a7=]{1,3})\s*(?=[A-Z]{4,})")
_TESTED_HERE = re.compile(
    r".*[.;,]\s*$"
    r"|(?!.*\b(?:prior|previous|earlier|results?|profiles?|reports?|findings|(?:19|20)\d\d)\b).*"
    r"\b(?:received|submitted|sent|referred|(?:samples?|specimens?|biops(?:y|ies)|blocks?|slides?)"
    r" from) ",
    re.I,
)
"""A sentence, or a sample from elsewhere that was tested here."""
_OF_MANY = re.compile(r"\b(?:genes|(?:bio)?markers|targets|negatives)\b", re.I)
_LONG_TITLE = 12  # words
_FEW_WORDS = 3
_AHEAD, _BACK = 4, 60  # lines
_FEWEST_GENES = 3  # of a line that goes on with a list of them
_RESULTS = ("negatives", "positives", "not_done")
OVERALL = re.compile(r"\W*(?:(?:OVERALL|TEST|FINAL) )?RESULT\s*:\s*[A-Z][A-Z ,-]{2,40}\W*")
_ABOUT_TEST = re.compile(
    r"\W*(?:about (?:the|this|your) test|tests? (?:description|information"
    r"|performed|ordered|requested))",
    re.I,
)
_REASON = re.compile(r"\W*(?:(?:reason|indication)s?\b|why\b|personal history\b)", re.I)
_EARLIER = re.compile(r"\b(?:previous|prior|earlier|past|outside|external|first|other)\b", re.I)
_METHOD = re.compile(
    r"(?:immunohistochemi\w+|IHC|flow cytometry|cytogenetics|karyotype|(?:[FC]?ISH|"
    r"(?:fluorescence |chromogenic )?in[ -]situ hybridi[sz]ation)"
    r"|molecular (?:\w+ )?(?:analysis|testing|studies|pathology|genetics|findings|results)"
    r"|(?:next[- ]generation |DNA |RNA |gene ){0,2}(?:sequencing|(?:fusion |gene )?panel)|NGS)"
    r"(?:(?: and |[ /,&]+)(?:copy number|FISH|IHC|stains|NGS|sequencing|fusions?|results?|panel"
    r"|studies|analysis))*(?: ?\([^()]*\))?\W*",
    re.I,
)


@dataclass(frozen=True)
class Section:
    """The part of a report that a line belongs to."""

    kind: SectionKind
    title: str | None = None
    origin: Literal["somatic", "germline", "possible_ch", "unknown"] | None = None


BODY = Section("body")


@dataclass(frozen=True)
class Placed:
    """A line with its section; `heading` is where the heading on it ends, or 0.

    A cell of a table has the number of its row, the heading over the shares of reads, and the
    sample ("plasma", "tissue") when the table has a column for each. `unsure`: other time points
    stand beside, and no day tells which of them is the last.
    """

    line: Line
    section: Section
    heading: int = 0
    table_row: int = 0
    fraction: str = ""
    sample: str = ""
    unsure: bool = False


def place(lines: list[Line]) -> list[Placed]:
    """Gives every line that is no noise its section."""
    placed: list[Placed] = []
    printed: list[Line] = []
    block, inline = BODY, None
    previous = mark = ""
    for index, line in enumerate(lines):
        if line.noise:
            continue
        if line.blank:
            placed.append(Placed(line, inline or block))
            printed.append(line)
            continue
        ended = _after_blank(printed) and not OPEN_END.search(previous)
        ended = ended or heads_results(line.text)
        if inline is not None and (ended or not _continues(previous, line, inline)):
            inline = None
        found = None if answers(printed, line) or _ends_sentence(printed, line) else _heading(line)
        if (
            found is not None
            and found[0].kind in _RESULTS
            and block.kind not in _RESULTS
            and (_answers(previous, line) or _alone(lines[index : index + _AHEAD]))
        ):
            found = None
        ends = _resets(line, block) and not _in_legend(printed, line, block)
        if _after_blank(printed):
            ends = ends or _labels(line, block) or _heads_stain(lines, index, block)
            ends = ends or _heads_prose(lines, index, block)
            ends = ends or (block.kind == "benign" and _tells_marker(line.text))
            ends = ends or (block.kind == "history" and _answers_reason(line.text, block))
            ends = ends or _tells_change(placed, line, block) or _beyond(placed, line, block)
        ends = ends or _marked_like(line, mark) or _tells_result(line.text, block)
        ends = ends or _heads_method(line.text, block)
        if found is None and inline is None and ends:
            block = BODY
            title = title_of(line)
            block = Section("body", title) if title else BODY
        if found is not None:
            section, end = _within(block, found[0], line), found[1]
            if line.text[end:].strip(" :.-|\t") and not heads_columns(line.text, end):
                inline = section
            else:
                block, inline = section, None
                mark = _mark_of(line)
            placed.append(Placed(line, section, end))
        else:
            placed.append(Placed(line, inline or block))
        previous = line.text
        printed.append(line)
    return placed


def _within(block: Section, section: Section, line: Line) -> Section:
    """Below variants of uncertain significance, "Somatic" heads a part of them, or its columns."""
    first = split_cells(line.text)[0].text
    part = section.origin is not None and len(first.split()) == 1
    return replace(section, kind="vus") if block.kind == "vus" and part else section


def _answers(previous: str, line: Line) -> bool:
    """True for "Not detected" alone below a gene's name: the result of that gene."""
    named = bool(find_genes(previous) or find_marks(previous))
    if previous.rstrip().endswith(":"):
        return named and not find_cues(previous) and len(line.text.split()) <= TITLE_WORDS
    told = "%" in previous or _OF_MANY.search(line.text)
    said = re.split(r"[,(;]", line.text)[0]  # without the reason: "Not performed (IHC negative)"
    return named and not told and len(previous.split()) <= 3 and len(said.split()) <= 3


def _heading(line: Line) -> tuple[Section, int] | None:
    """The section that a line opens, and where the heading ends on the line."""
    for kind, pattern in HEADINGS:
        match = pattern.match(line.text)
        if match is None or not heading_like(line, match.end()):
            continue
        end = heading_end(line.text, match.end())
        head, rest = line.text[:end], line.text[end:]
        if kind == "positives" and re.match(r"\W*\d+\s", head):
            continue  # "1 variant detected" is a result
        named = find_marks(head) or [g for g in find_genes(head) if not plain_word(head, g)]
        if kind == "negatives" and named and not rest.strip(" :"):
            continue  # "KRAS mutations not found" is a result
        if kind == "findings" and named and (rest.strip() or head.rstrip().endswith(".")):
            continue
        title = " ".join(line.text[:end].strip(" :-|\t").split())
        origin = _origin(title)
        if origin == "possible_ch" and title.lstrip(" !*(")[:1].islower():
            continue  # a word on the result above
        return Section(kind, title, origin), end
    if (at_side := _AT_SIDE.match(line.text)) and not find_genes(line.text):
        return Section("vus", at_side[1]), len(line.text)
    if _of_others(line.text):
        return Section("history", " ".join(line.text.split())), len(line.text)
    return None


def _of_others(text: str) -> bool:
    """True for a title above what others found: "Profile of 2024 (other laboratory)"."""
    if not from_elsewhere(text) or len(text.split()) > _LONG_TITLE or _TESTED_HERE.match(text):
        return False
    return not (find_genes(text) or find_marks(text) or find_cues(text) or "%" in text)


def _origin(title: str) -> Literal["somatic", "germline", "possible_ch", "unknown"] | None:
    if _BLOOD.search(title):
        return "possible_ch"
    if _DOUBT.search(title):
        return "unknown"
    somatic, germline = _SOMATIC.search(title), _GERMLINE.search(title)
    if somatic and not germline:
        return "somatic"
    if germline and not somatic:
        return "germline"
    return None


def _continues(previous: str, line: Line, inline: Section) -> bool:
    """True when the line goes on with the inline section of the line before it."""
    text = line.text
    if inline.kind == "genes" and len(find_genes(text)) >= _FEWEST_GENES and not find_cues(text):
        return True
    if inline.kind == "history" and text.lstrip()[:1] in "\"\u201c'":
        return True  # the words of others: 'said to be "BRCA1 positive"'
    first = text.lstrip()[:1]
    return bool(OPEN_END.search(previous)) or first.islower() or line.indent >= 4 or first == "("


def _resets(line: Line, block: Section) -> bool:
    """True when a line without a known heading ends the section before it."""
    if block.kind in ("body", "findings"):
        return title_of(line) is not None or numbered_title(line.text)
    if _RESULT_LABEL.match(line.text):
        return block.kind not in ("vus", "negatives", "genes", "history")
    return title_of(line) is not None


def _mark_of(line: Line) -> str:
    """The sign that a heading begins with, as in "> DETECTED"."""
    match = _HEADING_MARK.match(line.text)
    return match[1] if match else ""


def _marked_like(line: Line, mark: str) -> bool:
    """True for words in capitals behind the sign that the heading above began with."""
    words = _HEADING_MARK.match(line.text)
    if words is None or not mark or words[1] != mark:
        return False
    first = re.split(r"\s{2,}|[:|\t]", line.text[words.end() :])[0]
    return not (find_genes(first) or find_marks(first))


def _ends_sentence(printed: list[Line], line: Line) -> bool:
    """True for words that go on with the line above: "found", the rest of a title, a result."""
    if not printed or printed[-1].blank:
        return False
    above = printed[-1].text
    if _TITLE_OPEN.search(above) or _DOUBT_ONLY.fullmatch(line.text):
        return True
    if _VERB_OPEN.search(above) and _PARTICIPLE.match(line.text):
        return True
    if " " in line.text.strip():
        return line.text.strip()[:1].islower() and _runs_on(above)
    running = line.text.strip()[:1].islower() and len(above.split()) > MARKER_WORDS
    return running or bool(_VERB_OPEN.search(above))


def _runs_on(above: str) -> bool:
    """True for a line of prose that ends amid its sentence."""
    prose = len(re.findall(r"\b[a-z]{2,}\b", above)) > TITLE_WORDS
    return prose and not re.search(r"[.:;!?]\s*$|\S\s{3,}\S|[|\t]", above.strip())


def _in_legend(printed: list[Line], line: Line, block: Section) -> bool:
    """True for a line such as "HER2 3+: strong staining", right below "Reference" or "Legend"."""
    told = _LEGEND.match(block.title or "") and _RESULT_LABEL.match(line.text)
    return bool(told) and not _after_blank(printed)


def _after_blank(printed: list[Line]) -> bool:
    return bool(printed) and printed[-1].blank


def _labels(line: Line, block: Section) -> bool:
    """True for a paragraph with a label of its own below a list of negatives: "Targets: ALK"."""
    label = _LABEL.match(line.text)
    if label is None or block.kind not in ("negatives", "not_done"):
        return False
    return not (find_genes(label[0]) or find_marks(label[0]) or _SORT.search(label[0]))


def _tells_marker(text: str) -> bool:
    """True for a biomarker with its result, which is no harmless change: "MSI-High  absent"."""
    first = next(iter(find_marks(text.strip())), None)
    named = first is not None and first.start <= len("Blood ")
    return named and bool(find_cues(text) or re.search(r"\s\d", text))


def _tells_change(placed: list[Placed], line: Line, block: Section) -> bool:
    """True for a change that stands apart below a list of mere genes that have none."""
    above: list[str] = []
    for one in reversed(placed):
        if (one.line.blank and above) or one.heading or one.section != block:
            break
        above.append(one.line.text)
    listed = block.kind == "negatives" and any(map(find_genes, above))
    told = find_variants(line.text) and not find_cues(line.text)
    return bool(listed and told) and not any(map(find_variants, above))


def _alone(lines: list[Line]) -> bool:
    """True for "As expected" above no list of names: it may be the result of what stands above."""
    line, *below = [one.text for one in lines if not one.blank][:2] or [""]
    if (
        len(line.split()) > _FEW_WORDS
        or re.match(r"\W*no|.*:", line, re.I)
        or not in_plain_words(line)
    ):
        return False
    return not below or not find_genes(below[0]) or bool(find_variants(below[0]))


def _beyond(placed: list[Placed], line: Line, block: Section) -> bool:
    """True for a paragraph that begins with no name, below the names of a title in plain words."""
    if not in_plain_words(block.title or ""):
        return False
    text = line.text.lstrip(" *\u2022-")
    if 0 in [g.start for g in find_genes(text)] + [m.start for m in find_marks(text)]:
        return False
    held = [one for one in placed[-_BACK:] if one.section == block and not one.heading]
    return any(find_genes(one.line.text) or find_marks(one.line.text) for one in held)


def _answers_reason(text: str, block: Section) -> bool:
    """True for the result in capitals below the reason why the test was done."""
    return bool(OVERALL.fullmatch(text) and _REASON.match(block.title or ""))


def _heads_method(text: str, block: Section) -> bool:
    """True for a method alone on its line below the history, if that is not of earlier tests."""
    told = block.kind == "history" and not _EARLIER.search(block.title or "")
    return told and bool(_METHOD.fullmatch(text.strip()))


def _tells_result(text: str, block: Section) -> bool:
    """True for a table of results, or a change with its class, below words on the test; below
    the reason for it only for such a table."""
    title = block.title or ""
    if block.kind == "history" and _REASON.match(title):
        return heads_results(text)
    if not _ABOUT_TEST.match(title):
        return False
    row = split_cells(text, "\t" if "\t" in text else "")
    genes, changes = find_genes(row[0].text), find_variants(text)
    told = bool(genes and changes) and read_class(text) is not None and not wordy(text)
    return told or heads_results(text)


def _heads_stain(lines: list[Line], index: int, block: Section) -> bool:
    """True for a marker alone on its line above a text, which no history goes on with."""
    below = lines[index + 1 : index + 2]
    written = bool(below) and not below[0].blank
    return block.kind == "history" and written and names_marker(lines[index].text)


def _heads_prose(lines: list[Line], index: int, block: Section) -> bool:
    """True for a title in plain words above a text, which no list of names goes on with."""
    line, *below = [one for one in lines[index : index + 4] if not one.blank][:2]
    text = bool(below) and len(re.findall(r"\b[a-z]{2,}\b", below[0].text)) >= TITLE_WORDS
    titled = (
        short_title(line.text)
        and not _SORT.search(line.text.replace("changed", ""))
        and "," not in line.text
    )
    return block.kind in ("negatives", "not_done") and text and titled and line.indent < 4
