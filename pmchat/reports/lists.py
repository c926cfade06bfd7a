"""Lists of what was looked for: a name without a result, among such names, states nothing."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from pmchat.model import Polarity
from pmchat.reports.asides import NO_CURE
from pmchat.reports.biomarkers import find_marks
from pmchat.reports.classes import read_class
from pmchat.reports.genes import find_genes
from pmchat.reports.headings import SectionKind
from pmchat.reports.item import Item
from pmchat.reports.items import read_items
from pmchat.reports.pgx import GENES
from pmchat.reports.plain_titles import in_plain_words, states_result
from pmchat.reports.polarity import find_cues
from pmchat.reports.rows import Row
from pmchat.reports.sections import BODY, Section
from pmchat.reports.values import read_copies, read_fraction
from pmchat.reports.variants import REGION, find_variants

_FEWEST = 3  # names
_LONGEST = 6  # words of a line with one name
_LONGEST_HEAD = 14  # words
_HEAD_LINES = 2
_TITLE_GAP = 2  # lines
# A marker that is its own result: "dMMR (MLH1-, PMS2-)", "MSI-H".
_SELF_TOLD = re.compile(r"\b(?:[dp]MMR|MSS|MSI-?H(?:igh)?|TMB-?H)\b|(?<=\w)\s?[+-](?=[,;)]|\s*$)")
# How a stain looked is a result of the protein beside it.
_STAINED = re.compile(
    r"\b(?:loss|absence|lack) of (?:\w+ ){0,2}(?:expression|staining)\b"
    r"|\b(?:nuclear|membranous|cytoplasmic) (?:expression|staining|loss)\b|(?<![\w-])[0-3]\s?\+",
    re.I,
)
_REGION = re.compile(rf"\s*{REGION}")  # what became of a piece of a chromosome is a result
_OPENS_LIST = re.compile(
    r":\s*$|\b(?:(?:not|never) (?:detected|found|seen|identified|tested|performed|evaluated)"
    r"|absent|negative)(?: in)?(?: (?:in|on|by) (?:this|the|your) (?:\w+ ){0,2}"
    r"(?:sample|specimen|test|panel|tumou?r|assay))?\s*$|\b(?:were|are)\s*$",
    re.I,
)
_SORTS = r"(?:genes|(?:bio)?markers|targets|alterations|variants|fusions|mutations|regions|tests)"
# "No change in the following markers", "Other biomarkers (not detected)", "Tests that failed"
_OF_LIST = re.compile(
    r"\bfollowing\b(?!.*[.:;])"
    rf"|\b{_SORTS}\b[^.:;]*(?:\((?:not|none|negative|absent|undetected|failed)\b[^()]*\)"
    r"|\b(?:that|which) (?:could|can|were|was|did|are|is)\b[^.:;]{0,40}\b(?:not|failed)\b[^.:;]*"
    r"|,? (?:results? )?failed)\s*$",
    re.I,
)
# "No relevant change found" alone on its line may stand apart from its list.
_APART = re.compile(
    r"\W*no (?!(?:germline|inherited|constitutional)\b)(?:[a-z-]+ ){0,3}"
    r"(?:variants?|mutations?|alterations?|changes?|findings?)"
    r" (?:detected|found|seen|identified)\s*$",
    re.I,
)
_NUMBERED_DENIAL = re.compile(
    r"\W*(?:\d{1,2}|[A-H]|[IVX]+)[.)]\s+no (?:(?:[a-z-]+,?|/) ){0,6}?"
    r"(?:variants?|mutations?|alterations?|changes?|fusions?|rearrangements?|amplifications?)\b",
    re.I,
)
_EXCEPT = re.compile(
    r"\b(?:except|other than|apart from|besides|beyond|earlier|previous(?:ly)?|prior|limits?)\b",
    re.I,
)
# A list of what no drug is for, or what another sample lacks, is of what was found.
_OF_ELSE = re.compile(
    rf"{NO_CURE}"
    r"|\bin (?:the )?(?:therapy|treatment|management|dose|germline|normal|(?:matched|paired) \w+)\b"
    r"|\bnot (?:\w+ )?(?:approved|licen[cs]ed)\b",
    re.I,
)
_PARTS = (
    r"(?:(?:gene )?(?:fusions?|rearrangements?)|translocations?|structural variants?"
    r"|amplifications?|copy[- ]number (?:changes?|alterations?|variants?|variations?|gains?|losses)"
    r"|CNVs?)"
)
# A list of fusions or of numbers of copies holds no change of a few letters.
_OF_PARTS = re.compile(
    rf"\W*(?:(?:oncogenic|relevant|reportable|known|DNA|RNA|other) )*"
    rf"{_PARTS}(?:(?:,? (?:and|or) |, | ?/ ?){_PARTS})*\W*(?:(?:was|were) )?"
    r"(?:not|none|negative|absent|undetected)\b",
    re.I,
)
_OF_LETTERS = re.compile(r"\b(?:mutations?|hot-?spots?|SNVs?|sequence)\b", re.I)
_DENYING = ("negatives", "not_done", "indeterminate")
# "Resistance mutations: negative" may be said in full, or head a list.
_COMPLETE = re.compile(r"\W*resistance\b[^:]*: *(?:not|negative|absent|none)\b", re.I)
_KINDS: dict[Polarity | None, SectionKind] = {
    "absent_stated": "negatives",
    "not_performed": "not_done",
    "indeterminate": "indeterminate",
}


def mute_lists(rows: list[Row]) -> list[Row]:
    """The rows with each list of mere names told to be one of the genes tested.

    "ALK (fusion)" and "BRAF V600E" are then not read as found, where "KRAS" alone stands beside.
    """
    named = [_Named(row, names_of(row)) for row in rows]
    out: list[Row] = []
    index = 0
    while index < len(rows):
        run = _run(named, index)
        listed = _is_list(run)
        out.extend(_tested(one.row) if listed else one.row for one in run)
        index += len(run)
    return out


def deny_lists(rows: list[Row]) -> list[Row]:
    """The rows with mere names below "The following were not found:" put in its section.

    No list of what was not found holds a change of another sort than its head names.
    """
    out: list[Row] = []
    section: Section | None = None
    for above, row in zip([None, *rows], rows, strict=False):
        told = _told_below(row)
        if told is not None or above is None or not _right_below(above, row):
            section = told
        one = replace(row, section=section) if section and told is None else row
        title = one.section.title or ""
        if one.section.kind in _DENYING and in_plain_words(title) and states_result(one.text):
            one = replace(one, section=BODY)
        if one.section.kind == "negatives" and find_variants(one.text):
            if _OF_PARTS.match(title) and not _OF_LETTERS.search(title):
                one = replace(one, section=BODY)
            elif _COMPLETE.match(title):
                one = replace(one, section=BODY, silent=True)
        out.append(one)
    return out


def _told_below(row: Row) -> Section | None:
    """The section that a line without names opens, if it ends with a colon and tells one result."""
    head = _head(row)
    if row.section.kind not in ("body", "findings") or head is None:
        return None
    if _EXCEPT.search(head) or _OF_ELSE.search(head):
        return None
    said = {cue.polarity for cue in find_cues(head)}
    named = find_genes(head) or find_marks(head) or len(head.split()) > _LONGEST_HEAD
    kind = _KINDS.get(said.pop()) if len(said) == 1 and not named else None
    return Section(kind, head.rstrip(":")) if kind else None


def _head(row: Row) -> str | None:
    """The words of a row that open a list, to the end of the line; or a numbered denial."""
    if _NUMBERED_DENIAL.match(row.text) or _APART.match(row.text):
        return row.text
    for last, line in enumerate(row.lines, start=1):
        opened = bool(_OPENS_LIST.search(line.text))
        if opened or last <= _HEAD_LINES:
            head = " ".join(" ".join(one.text for one in row.lines[:last]).split())
            if opened or _OF_LIST.search(head):
                return head
    return None


def _right_below(above: Row, row: Row) -> bool:
    """True for mere names below a row; below a denial as a title, for genes after a blank line."""
    names = names_of(_without_denied(row))
    if _NUMBERED_DENIAL.match(above.text) or _APART.match(above.text):
        near = 0 < row.lines[0].number - above.lines[-1].number <= _TITLE_GAP
        return near and bool(names) and all(item.bare and item.mark is None for item in names)
    return row.follows(above) and bool(names)


def _without_denied(row: Row) -> Row:
    """A list without the rest of its row that denies too: "BRAF, KRAS; no fusion of ALK"."""
    names, _, rest = row.text.partition(";")
    denied = {cue.polarity for cue in find_cues(rest)} == {"absent_stated"}
    return replace(row, text=names) if denied else row


class _Named(NamedTuple):
    """A row with the items that it names, when it holds nothing else."""

    row: Row
    items: list[Item]


def _run(named: list[_Named], index: int) -> list[_Named]:
    """The row, with those right below it when all state nothing but names."""
    run = [named[index]]
    for one in named[index + 1 :]:
        above = run[-1]
        adjacent = one.row.follows(above.row)
        alike = one.row.section == above.row.section and above.items and one.items
        if not (adjacent and alike):
            break
        run.append(one)
    return run


def _is_list(run: list[_Named]) -> bool:
    items = [item for one in run for item in one.items]
    if len(items) < _FEWEST:
        return False
    if len(run) > 1:
        return any(_mere(*one) for one in run)
    return 2 * sum(_mere(run[0].row, [item]) for item in items) > len(items)


def names_of(row: Row) -> list[Item]:
    """The items of a row that holds nothing else: no result, class or amount."""
    text = row.text
    if row.section.kind not in ("body", "findings") or row.heading or text.startswith("\t"):
        return []
    if (
        "%" in text
        or _REGION.match(text)
        or find_cues(text)
        or read_fraction(text)
        or read_copies(text)
        or read_class(text)
        or _SELF_TOLD.search(text)
        or _STAINED.search(text)
    ):
        return []
    items = list(read_items(text, 0, len(text)).items)
    if any(item.analyte in GENES for item in items):
        return []  # a genotype behind the name is its result
    few = len(text.split()) <= _LONGEST * len(items)
    return items if few and ":" not in text.replace("::", "") else []


def _mere(row: Row, items: list[Item]) -> bool:
    """True for genes alone, or with what was looked for in brackets: "ALK (fusion)"."""
    return all(i.mark is None and (i.bare or _bracketed(row, i)) for i in items)


def _bracketed(row: Row, item: Item) -> bool:
    event = item.event
    return not item.variants and event is not None and row.text[event.start - 1] == "("


def _tested(row: Row) -> Row:
    return replace(row, section=Section("genes", row.section.title))
