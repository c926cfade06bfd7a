"""Rows: the lines that belong together, joined, with the way back to the print."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pmchat.model import Evidence
from pmchat.reports.answers import answers_name
from pmchat.reports.biomarkers import find_marks
from pmchat.reports.details import level_of, tells_more
from pmchat.reports.genes import find_genes
from pmchat.reports.legends import draws_scale
from pmchat.reports.lines import Line
from pmchat.reports.polarity import find_cues
from pmchat.reports.sections import OVERALL, Placed, Section
from pmchat.reports.series import open_series, series_goes_on
from pmchat.reports.titles import numbered_title
from pmchat.reports.variants import REGION, cut_change, find_events, find_variants

NOTE = re.compile(r"(?:\((?:[a-h]|[1-9]|i{1,3}|iv|v)\)|\[[1-9]\])\s+[A-Z]")
"""How a footnote begins."""
_LOWER = re.compile(r"[a-z]{2}")
_OPEN_WORD = re.compile(r"(?:\b(?:in|of|for|the|and|or|with|by|from)|[a-z]'s)\s*$", re.I)
_GENE_LABEL = re.compile(r"\W*gene(?: name)?(?:\s{2,}|\t)", re.I)
_OPEN_VERB = re.compile(r"\b(?:was|were|is|are|been)\s*$", re.I)
_PARTICIPLE = re.compile(r"\s*(?:detected|identified|found|seen|observed|present)\b", re.I)
_LOWER_LABEL = re.compile(
    r"\s*[a-z]{3,}(?: [a-z]{3,})?:"
)  # "was identified in the / following genes:"
_OPEN_END = re.compile(
    r"(?:[,:/(+&_]|(?<=\w)-|\b[pc]\.|\b(?:and|or|of|the|in|to|with|for|no|not|cannot|by|(?<!%\s)is|are|was|were|this|a|an|from"
    r"|were not|detect|genes?|exons?|codons?|introns?|following|including))\s*$",
    re.I,
)
_LABEL_START = re.compile(
    r"^\W*(?:[A-Za-z]|\d{1,2}[pq]\d)(?:(?!\. [A-Z])[A-Za-z0-9 /()#.'+>*_-]){1,45}:(?!:)"
)
# What no result begins with: the rest of a sentence, or the amount of the marker above.
_GOES_ON = re.compile(
    r"\s*(?:%|[)\];,]|(?:and|or|of|in|with|by|is|was|were|not|skipping|mutations?|variants?|fusions?"
    r"|amplification|rearrangement|deletion|insertion)\b)"
)
_GENOTYPE = re.compile(
    r"\s*(?:\*\w+\s*/\s*\*\w+|(?:poor|intermediate|normal|extensive|rapid|ultra-?rapid)"
    r" metaboli[sz]er|(?:normal|reduced|decreased|increased|poor) (?:function|activity)"
    r"|c\.\[[^\]]*\](?: (?:hetero|homo)zygous)?(?: \(HapB3\))?)\s*$",
    re.I,
)
_CUT_WORD = re.compile(r"(?<![A-Za-z0-9-])([A-Za-z]{2,})-$")
_BULLET = re.compile(r"^\s*(?:[*\u25cf\u25aa\u25e6>-]|\(?\d{1,2}[.)]|[a-h][.)])\s+")
_WIDE = re.compile(r"\S\s{2,}\S|[|\t]")
_WORDS = re.compile(r"\b[a-z]{2,}\b")
_OF_NEXT = re.compile(r"\s*[A-Z]\w+ (?:in|of|involving) ")  # "Fusions in ALK were not detected"
_LIST_ONLY = re.compile(r"^[\s,;/&.()|\t]*(?:and|or)?[\s,;/&.()|\t]*$", re.I)
_LONGEST_ROW = 3000
_LEAD_LINES = 3
_FIRST_WORDS = 24  # letters
_REGION = re.compile(rf"\s*{REGION}")
_RULE = re.compile(r"^[\s=_*+|~.-]{3,}$")


@dataclass(frozen=True)
class Row:
    """Joined lines of one result; `starts[i]` is where line i begins in `text`.

    `silent`: it names a change without a result, where others around it have one. `unsure`: it
    may be the result of an earlier time point.
    """

    text: str
    lines: tuple[Line, ...]
    starts: tuple[int, ...]
    section: Section
    heading: int = 0
    leads: tuple[int, ...] = ()
    fraction: str = ""
    sample: str = ""
    silent: bool = False
    unsure: bool = False

    def follows(self, above: Row) -> bool:
        """True when it begins on the line right below another row."""
        return self.lines[0].number == above.lines[-1].number + 1

    def lines_of(self, start: int, end: int) -> tuple[Line, ...]:
        """The lines that the span touches."""
        first = self._index(start)
        last = self._index(max(start, end - 1))
        return self.lines[first : last + 1]

    def evidence(self, start: int, end: int) -> Evidence:
        """The printed lines behind the span."""
        touched = [(one.page, one.number) for one in self.lines_of(start, end)]
        first, last = min(touched), max(touched)
        printed = {(one.page, one.number): one.raw for one in self.lines}
        shown = [printed[place] for place in sorted(printed) if first <= place <= last]
        return Evidence(page=first[0], line=first[1], text="\n".join(shown))

    def printed(self, start: int, end: int) -> str:
        """The span as printed, without line breaks and wide space."""
        if end < len(self.text) and self.text[end] == ")":
            end += self.text.count("(", start, end) > self.text.count(")", start, end)
        parts = []
        for index, line in enumerate(self.lines):
            shift = self.starts[index] - (self.leads[index] if self.leads else 0)
            low = max(start, self.starts[index]) - shift
            high = min(end - shift, len(line.text))
            if low < high:
                source = line.raw if len(line.raw) == len(line.text) else line.text
                parts.append(source[low:high])
        words = " ".join(" ".join(parts).split())
        return re.sub(
            r"(?:[\s,;:|/\u2013]|(?<!\w)-|\s(?:and|or|&))+$", "", words.lstrip(" ,;:|-"), flags=re.I
        )

    def _index(self, position: int) -> int:
        inside = [i for i, start in enumerate(self.starts) if start <= position]
        return inside[-1] if inside else 0


def join_rows(placed: list[Placed]) -> list[Row]:
    """Joins the lines of each result; blank lines and new labels end a row."""
    rows: list[Row] = []
    open_lines: list[Placed] = []
    gap = False
    for one in placed:
        if one.line.blank or _RULE.match(one.line.text) or draws_scale(one.line.text):
            gap = True
            continue
        if open_lines and _goes_on(open_lines, one, gap):
            open_lines.append(one)
        else:
            if open_lines:
                rows.append(_row(open_lines))
            open_lines = [one]
        gap = False
    if open_lines:
        rows.append(_row(open_lines))
    return rows


def _row(placed: list[Placed]) -> Row:
    text, starts, leads = "", [], []
    for one in placed:
        word = _cut_word(text, one.line.text)
        parted = re.search(r"_$|\b[pc]\.$", text.rstrip()) or cut_change(text, one.line.text)
        cut = word or bool(parted)
        if text:
            text = text.rstrip().removesuffix("-" if word else "") if cut else text + " "
        starts.append(len(text))
        leads.append(one.line.indent if cut else 0)
        text += one.line.text[leads[-1] :]
    return Row(
        text,
        tuple(p.line for p in placed),
        tuple(starts),
        placed[0].section,
        placed[0].heading,
        tuple(leads),
        placed[0].fraction,
        placed[0].sample,
        unsure=any(p.unsure for p in placed),
    )


def _cut_word(text: str, following: str) -> bool:
    """True when a hyphen at the end of a line parts a word; gene names keep theirs."""
    match = _CUT_WORD.search(text.rstrip())
    rest = re.match(r"\s*([A-Za-z]+)", following)
    if match is None or rest is None:
        return False
    if any(find_genes(word) for word in (match[1], rest[1])) or find_marks(match[1]):
        return False
    return rest[1].islower() or (match[1].isupper() and rest[1].isupper())


def _goes_on(open_lines: list[Placed], new: Placed, gap: bool) -> bool:
    """True when the line continues the open row."""
    last = open_lines[-1].line.text
    text = new.line.text
    if new.table_row or open_lines[-1].table_row:
        return new.table_row == open_lines[-1].table_row
    if new.heading or new.section != open_lines[-1].section or _long(open_lines):
        return False
    if open_lines[-1].heading and len(last.rstrip()) <= open_lines[-1].heading:
        return False
    if _REGION.match(text) or OVERALL.fullmatch(text):
        return False
    lines = [p.line.text for p in open_lines]
    series = series_goes_on(lines, text, gap=gap)
    if len(open_lines) == 1 and numbered_title(last):
        return False
    if gap and not (series or (_left_open(open_lines) and _only_genes(text))):
        return False
    if tells_more(" ".join(lines), text) or (not gap and _begins_inside(open_lines, text)):
        return True
    if _LABEL_START.match(text) or (_GENE_LABEL.match(text) and find_genes(text)):
        return False
    if series:
        return True
    return not _BULLET.match(text) and _adds(open_lines, new)


def _left_open(open_lines: list[Placed]) -> bool:
    """True when the last line ends amid a list, a bracket or a sentence."""
    last = open_lines[-1].line.text
    answered = re.search(r"(?:\s{2}|[|\t:\]])\s*no\s*$", last, re.I)
    return (bool(_OPEN_END.search(last)) and not answered) or _unclosed(open_lines)


def _adds(open_lines: list[Placed], new: Placed) -> bool:
    """True for a line without a label or bullet that goes on with the open row."""
    last, text = open_lines[-1].line.text, new.line.text
    if (len(open_lines) == 1 and answers_name(last, text)) or _left_open(open_lines):
        return True
    if _second_change(open_lines, text):
        return False
    if _only_genes(text) and _negated_list(open_lines):
        return True
    if _begins_with_name(open_lines[0].line.text) and _begins_with_name(text):
        return False
    return _hangs(open_lines[0].line, new.line) or _wraps(last, text)


def _begins_inside(open_lines: list[Placed], text: str) -> bool:
    """True for a line that can only be the rest of the one above."""
    last = open_lines[-1].line.text
    capitals = not _LOWER.search(text) and not _LOWER.search(last)
    goes_on = bool(_GOES_ON.match(text.lower() if capitals else text))
    goes_on = goes_on and not last.rstrip().endswith(".")
    genotype = bool(_GENOTYPE.match(text)) and _names_gene(open_lines)
    row = " ".join(p.line.text for p in open_lines)
    sentence = (_OPEN_WORD.search(last) and _LOWER_LABEL.match(text)) or (
        _OPEN_VERB.search(last) and _PARTICIPLE.match(text)
    )
    return (
        goes_on
        or bool(sentence)
        or open_series([p.line.text for p in open_lines])
        or genotype
        or _cut_word(last, text)
        or level_of(row, text)
        or cut_change(last, text)
        or _change_of(last, text)
    )


def _change_of(last: str, text: str) -> bool:
    """True for a change named in words below a line that ends with its gene."""
    genes = find_genes(last)
    if not genes or genes[-1].end < len(last.rstrip()) or len(last.split()) <= 1:
        return False
    starts = [e.start for e in find_events(text)] + [v.start for v in find_variants(text)]
    first = min(starts, default=len(text))
    named = any(g.start <= first for g in find_genes(text)) or _OF_NEXT.match(text)
    return bool(starts) and not text[:first].strip() and not named


def _begins_with_name(text: str) -> bool:
    """True when a gene or biomarker is the first thing on the line."""
    text = text.lstrip()
    return any(g.start <= 1 for g in find_genes(text)) or any(
        m.start <= 1 for m in find_marks(text)
    )


def _second_change(open_lines: list[Placed], text: str) -> bool:
    """True when the line begins with a change of a sort that the row already has."""
    begins = [v for v in find_variants(text) if v.start <= _FIRST_WORDS]
    if text.lstrip()[:1].islower() and not re.match(r"\s*[cp]\.", text):
        return False
    new = set() if find_genes(text) else {v.kind for v in begins}
    if not new:
        return False
    row = " ".join(p.line.text for p in open_lines)
    return any(v.kind in new for v in find_variants(row))


def _long(open_lines: list[Placed]) -> bool:
    return sum(len(p.line.text) for p in open_lines) > _LONGEST_ROW


def _names_gene(open_lines: list[Placed]) -> bool:
    return any(find_genes(p.line.text) for p in open_lines)


def _unclosed(open_lines: list[Placed]) -> bool:
    text = " ".join(p.line.text for p in open_lines)
    return text.count("(") > text.count(")") and len(open_lines) < 6


def _only_genes(text: str) -> bool:
    """True when a line holds nothing but gene names and what parts them."""
    rest, last = [], 0
    mentions = find_genes(text)
    for mention in mentions:
        rest.append(text[last : mention.start])
        last = max(last, mention.end)
    rest.append(text[last:])
    return bool(mentions) and all(_LIST_ONLY.match(part) for part in rest)


def _negated_list(open_lines: list[Placed]) -> bool:
    """True when the row is a list of what was not found."""
    if open_lines[-1].line.text.rstrip().endswith("."):
        return False
    head = " ".join(p.line.text for p in open_lines[:_LEAD_LINES])
    cues = find_cues(head)
    return any(c.polarity == "absent_stated" and ":" in head[c.end : c.end + 90] for c in cues)


def _hangs(first: Line, new: Line) -> bool:
    """True for an indented or lower-case line that starts with no new result."""
    text = new.text.lstrip()
    if _begins_with_name(text):
        return False
    if text[:1].islower() and not re.match(r"[pc]\.", text):
        return True
    if NOTE.match(text):
        return False
    if text.startswith("("):
        return True
    deeper = new.indent >= first.indent + 3
    begins_change = any(v.start <= 2 for v in find_variants(text))
    return deeper or (begins_change and bool(re.match(r"\(?[pc]\.", text)))


def _wraps(last: str, text: str) -> bool:
    """True when prose runs on: a long line of words without an end."""
    words = _WORDS.findall(last.lower() if last.isupper() else last)
    prose = len(words) >= 6 and len(last) >= 55 and not _WIDE.search(last.strip())
    return (
        prose
        and not last.rstrip().endswith((".", "!", "?", ":"))
        and not _WIDE.search(text.strip())
    )
