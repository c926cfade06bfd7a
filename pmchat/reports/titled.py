"""Reports on one gene: the result stands below a title that names what was looked for."""

from __future__ import annotations

import re
from dataclasses import replace

from pmchat.reports.asides import of_earlier
from pmchat.reports.biomarkers import find_marks, kind_of
from pmchat.reports.classes import read_class
from pmchat.reports.genes import find_genes
from pmchat.reports.lines import Line
from pmchat.reports.polarity import find_cues
from pmchat.reports.prose import general
from pmchat.reports.relatives import tested_here
from pmchat.reports.rows import Row
from pmchat.reports.signatures import read_mark
from pmchat.reports.titles import names_marker
from pmchat.reports.values import read_copies, read_fraction, read_level
from pmchat.reports.variants import find_events, find_variants

_METHOD = r"(?:(?:q|dd|RT-?|RQ-?)*PCR|sequencing|FISH|NGS|genotypes?|quantitative|report)"
_TEST = (
    r"(?:analys[ie]s|testing|tests?|assays?|detection|genotyping|quantitation|quantification"
    r"|screen(?:ing)?|stud(?:y|ies))"
)
_AROUND = (
    rf"(?:{_METHOD}|{_TEST}|qualitative|real[- ]time|reflex|blood|peripheral|bone|marrow|tissue"
    r"|plasma|tumou?r|with|and|for|in|of|on|by|final|level|transcripts?|mutations?|\([^()]*\)|\W|\d)"
)
_ENDS_TEST = re.compile(rf"\b{_TEST}\b{_AROUND}*$", re.I)
_ENDS_METHOD = re.compile(rf"\b{_METHOD}\b{_AROUND}*$", re.I)
_RELATED = re.compile(
    r"(?<=[A-Z0-9])-(?:[Rr]elated(?=\))|Related|Associated)\b"
)  # "Hemochromatosis (HFE-Related)"
_ORDERED = re.compile(
    r"\W*(?:(?:test|assay|panel|study|procedure|examination|service)s?(?: (?:name|type))?|order"
    r"|(?:familial )?(?:variant|mutation)s? (?:tested|analy[sz]ed)|gene (?:tested|analy[sz]ed))"
    r"(?: (?:ordered|performed|requested|done))?\s*(?::(?!:)|\s{2}|\t|\|)",
    re.I,
)
# The change that was looked for, below the gene's name.
_SOUGHT = re.compile(
    r"\W*(?:familial )?(?:variant|mutation|change) (?:looked for|sought|tested|in question)"
    r"\s*(?::|\s{2}|\t|\|)(?=.*[cp]\.)",
    re.I,
)
_FIELD = re.compile(
    r"\W*(?:patient|name|DOB|date of birth|born|specimen|sample|MRN|collected)\b", re.I
)
_FAMILIAL = re.compile(
    r"\b(?:known|family|familial) (?:\w+ ){0,2}(?:variant|mutation|alteration)\b", re.I
)
_EXAMINED = re.compile(
    r"\bwe (?:have )?(?:examined|tested|analy[sz]ed|sequenced|investigated) the \S+ gene\b"
    r"|^\W*\S+ (?:variants|alleles|positions) (?:looked for|tested|examined|genotyped)\W*$"
)
_NUMBERED = re.compile(r"\W*(?:\d{1,2}|[A-H]|[IVX]+)\.\s")
_LABEL = re.compile(r"(?!.*\b(?:control|quality|sample|specimen)\b)[^:.;]{2,40}:\s*", re.I)
_COMPONENT = re.compile(
    r"\W*(?:component|analyte|marker|gene|condition|item)(?: name)?\s*:(?!:)", re.I
)
_VALUE = re.compile(r"\W*(?:(?:your )?value|result|finding|answer|status)\s*:\s*\S", re.I)
_BELOW = 4  # rows
_BRACKET = re.compile(r"(?<=[A-Za-z] )\([^()]*\bper\b[^()]*\)")  # the unit of a count
_INNER_COLON = re.compile(r"::|(?<=\d):(?=\d)")
_LONGEST = 14  # words
_METHYLATED = re.compile(r"\W*(?:(?:un|hyper|non-?)|not )?methylated\b", re.I)
_TITLE_LINES = 8
_TOP_ROWS = 3
_NEAR = 30  # letters
_FEW = 3  # words
_ALLELE = re.compile(r"\*[\d:]+")
_ZYGOSITY = re.compile(r"\b(?:hetero|homo|hemi)zygous\b(?!.*\b(?:normal|reference)\b)", re.I)
_RESULT = re.compile(
    r"\W*(?:(?:test|final|overall|mutation|qualitative|quantitative|PCR|assay)\s+)*"
    r"(?:results?|interpretation|status|conclusion|genotype found)\b\s*(?:[:|-]|\s{2}|\t)\s*\S",
    re.I,
)
_TEST_ALONE = re.compile(r"\W*(?:(?:the |this )?(?:test|assay)(?: was)?)?\W*", re.I)
# "Negative for malignancy" says nothing of a gene.
_OF_OTHERS = re.compile(
    r"\b(?:negative|positive) for (?!(?:the |an? |any |this )?(?:\w+ )?(?:mutations?|variants?"
    r"|alterations?|changes?|rearrangements?|fusions?|translocations?|amplification|deletions?"
    r"|transcripts?|exon|codon|[pc]\.|[A-Z]\d))",
    re.I,
)
_AMOUNT = re.compile(
    r"\W*(?:VAF|variant allele|allele (?:burden|freq|frac)|mutant allele|mutation(?:al)? burden"
    r"|(?:ratio )?\(?IS\b|% ?IS\b|international scale|value\b|level\b)",
    re.I,
)


def join_titles(rows: list[Row]) -> list[Row]:
    """The rows with each result that names nothing joined to the title that names the one gene.

    Lines that only name a test are left out: what they look for is not there by that.
    """
    joined: list[Row] = []
    title: Row | None = None
    family: Row | None = None
    answered = False
    for place, row in enumerate(rows):
        if place and title is not None and _parted(rows[place - 1], row, title):
            title = None
        if joined and joined[-1] is rows[place - 1] and _valued(rows[place - 1], row):
            joined[-1] = after(_subject(rows[place - 1]) or rows[place - 1], row)
        elif _names(row.text):
            known = _FAMILIAL.search(row.text) and find_variants(row.text) and not _says(row)
            tested = _names_test(row) or _on_top(rows, place) or _heads(rows, place)
            tested = tested or _heads_text(rows, place)
            first = family is None and row.section.kind == "history" and find_variants(row.text)
            family = _subject(row) if known or first else family
            title = _subject(row) if tested else _kept(title, row)
            answered = answered and not tested
            joined += [] if known or tested else [row]
        elif family is not None and _of_family(row):
            joined.append(row if general(row.text) else after(family, row))
        elif title is None:
            joined.append(row)
        elif not find_variants(title.text) and _SOUGHT.match(row.text) and not find_cues(row.text):
            title = after(title, row, whole=True)
        elif _AMOUNT.match(row.text) and joined and _found(joined[-1], title):
            joined[-1] = after(joined[-1], row)
        elif _is_result(title, row) and (find_variants(row.text) or not answered):
            joined.append(after(title, row))
            answered = True
        else:
            joined.append(row)
    return joined


def _parted(above: Row, row: Row, title: Row) -> bool:
    """True below a blank line, where "Hemochromatosis (HFE-Related)" holds no more."""
    related = _RELATED.match(
        title.lines[0].raw, title.lines[0].raw.find(title.text) + len(title.text)
    )
    return bool(related) and row.lines[0].number > above.lines[-1].number + 1


def _of_family(row: Row) -> bool:
    """True for what was found of the variant in the family, in this person."""
    if not find_cues(row.text):
        return False
    return bool(_FAMILIAL.search(row.text)) or tested_here(row.text)


def _names_test(row: Row) -> bool:
    """True for a line that names a test and no result: "JAK2 V617F mutation analysis"."""
    text = row.text.strip()
    if _EXAMINED.search(text):
        return not find_variants(text)
    if label := _ORDERED.match(text):
        named, *others = re.split(r"\s{2,}|\t|\|", text[label.end() :].strip())
        return _names(named) and not any(map(_names, others)) and not _says(row)
    if ":" in _INNER_COLON.sub("", text) or re.search(r"\s{3}|\t", text):
        return False
    first = row.lines[0]
    titled = first.page == 1 and first.number <= _TITLE_LINES
    ends = _ENDS_TEST.search(text) or (titled and _ENDS_METHOD.search(text))
    return bool(ends or _RELATED.search(text)) and not _says(row)


def _names(text: str) -> bool:
    return bool(find_genes(text) or find_marks(text))


def _on_top(rows: list[Row], place: int) -> bool:
    """True for a few words above the name of the person, such as "EGFR T790M, plasma"."""
    ahead = rows[place + 1 : place + 1 + _TOP_ROWS]
    return (
        place < _TOP_ROWS
        and bool(find_genes(rows[place].text))
        and any(_FIELD.match(row.text) for row in ahead)
        and ":" not in _INNER_COLON.sub("", rows[place].text)
        and not _says(rows[place])
    )


def _heads(rows: list[Row], place: int) -> bool:
    """True for a numbered name of a gene above results that stand deeper: "E. FLT3-ITD"."""
    row, below = rows[place], rows[place + 1 : place + 1 + _BELOW]
    deeper = [one for one in below if one.lines[0].indent > row.lines[0].indent]
    numbered = _NUMBERED.match(row.text) and not find_variants(row.text)
    answers = bool(deeper) and deeper[0] is below[0] and _reads(row, below[0])
    return bool(numbered) and not _says(row) and (any(map(_labelled, deeper)) or answers)


def _heads_text(rows: list[Row], place: int) -> bool:
    """True for a marker alone on its line, right above the text that tells of its stain."""
    row, below = rows[place], rows[place + 1 : place + 2]
    measured = any(kind_of(m.analyte) != "protein" for m in find_marks(row.text))
    told = any(_undone(one) or _METHYLATED.match(one.text) for one in below)
    if measured and not told:
        return False  # what is measured is explained below such titles too
    first = not place or rows[place - 1].lines[-1].number + 1 < row.lines[0].number
    return first and names_marker(row.text) and any(_reads(row, one) for one in below)


def _undone(row: Row) -> bool:
    """True for a few words that a result is not there, or not yet: "Culture in progress"."""
    cues = {cue.polarity for cue in find_cues(row.text)}
    return cues == {"not_performed"} and len(row.text.split()) <= _LONGEST


def _reads(name: Row, row: Row) -> bool:
    """True for a row right below a marker that names nothing and states a result of it."""
    apart = row.lines[0].number != name.lines[-1].number + 1
    if apart or _names(row.text) or general(row.text):
        return False
    marks = find_marks(name.text)
    stated = bool(marks) and read_mark(marks[0].analyte, row.text, None) is not None
    return stated or (names_marker(name.text) and bool(find_cues(row.text)))


def _valued(name: Row, row: Row) -> bool:
    """True for "Value: ..." right below "Component: HBB (...)"."""
    beside = row.lines[0].number == name.lines[-1].number + 1 and row.section == name.section
    labels = _COMPONENT.match(name.text) and _VALUE.match(row.text)
    return beside and bool(labels) and _names(name.text) and not _says(name)


def _labelled(row: Row) -> bool:
    """True for a label with its result, such as "Fragment analysis today: not detected"."""
    cues = find_cues(row.text)
    told = cues and _LABEL.fullmatch(row.text[: cues[0].start])
    return bool(told) and not of_earlier(row.text)


def _says(row: Row) -> bool:
    """Whether a row is long or states a result, an amount or a class."""
    text = row.text
    told = read_fraction(text) or read_level(text) or read_copies(text) or read_class(text)
    measured = any(read_mark(m.analyte, text[m.start :], None) for m in find_marks(text))
    measured = measured or bool(re.search(r"[0-3]\s?\+", text))
    return len(text.split()) > _LONGEST or measured or bool(find_cues(text) or told)


def _subject(row: Row) -> Row | None:
    """The name alone of what a title looks for, when it is one gene, one fusion or one marker."""
    text = _BRACKET.sub(lambda m: " " * len(m[0]), row.text)
    if examined := _EXAMINED.search(text):
        text = " " * examined.start() + examined.group()
    marks = find_marks(text)
    genes = [g for g in find_genes(text) if not any(m.start <= g.start < m.end for m in marks)]
    names = [(n.start, n.end) for n in genes] or [(n.start, n.end) for n in marks]
    if (
        not names
        or (len(row.lines) > 1 and not _EXAMINED.search(text))
        or len({m.analyte for m in marks}) > 1
    ):
        return None
    start, end = min(names)[0], max(last for _, last in names)
    fused = re.fullmatch(r"[\w/:;-]+", row.text[start:end])
    if len({g.symbol for g in genes}) > 1 and not fused:
        return None
    more = [v.end for v in find_variants(row.text)] + [e.end for e in find_events(row.text)]
    end = max([end, *(last for last in more if genes and last - end < _NEAR)])
    if allele := _ALLELE.match(row.text, end):
        end = allele.end()
    line = replace(row.lines[0], text=row.text[start:end])
    return replace(row, text=line.text, lines=(line,), starts=(0,), leads=(0,), heading=0)


def _found(row: Row, title: Row) -> bool:
    """Whether a row is a result of the title, and not that nothing was found."""
    joined = row.lines[0] in (title.lines[0], _gene_line(title))
    return joined and all(cue.polarity == "present" for cue in find_cues(row.text))


def _gene_line(title: Row) -> Line:
    genes = find_genes(title.text)
    return replace(title.lines[0], text=title.text[: genes[-1].end] if genes else title.text)


def _kept(title: Row | None, row: Row) -> Row | None:
    """The title still holds below a line that names no other gene, or none of this test."""
    if title is None or row.section.kind == "history":
        return title
    own = {g.symbol for g in find_genes(title.text)}
    return title if {g.symbol for g in find_genes(row.text)} <= own else None


def _is_result(title: Row, row: Row) -> bool:
    """A result by its label, by standing alone, or by a change with what is said of it."""
    cues = find_cues(row.text)
    undone = cues and cues[0].polarity == "not_performed"
    if undone and _TEST_ALONE.fullmatch(row.text[: cues[0].start]):
        return True
    if (
        general(row.text)
        or _OF_OTHERS.search(row.text)
        or row.section.kind in ("skip", "history", "genes")
    ):
        return False
    if of_earlier(row.text):
        return False
    if _reads(title, row):
        return True
    if _RESULT.match(row.text):
        bare = not find_variants(title.text) and not find_events(title.text)
        return bool(cues) or bare or bool(_ZYGOSITY.search(row.text))
    alone = len(row.text.split()) <= _FEW
    stated = cues and cues[0].end - cues[0].start > len(row.text.strip()) / 2
    if _NUMBERED.match(title.lines[0].raw) and _labelled(row):
        return True
    return bool(cues) and bool((alone and stated) or find_variants(row.text))


def after(above: Row, row: Row, *, whole: bool = False) -> Row:
    """Both rows as one; a change named below goes before that of the title, unless `whole`."""
    text, lines = above.text, above.lines
    if not whole and len(lines) == 1 and find_variants(row.text):
        lines = (_gene_line(above),)
        text = lines[0].text
    offset = len(text) + 2
    own = row.leads or (0,) * len(row.lines)
    return replace(
        row, text=f"{text}: {row.text}", lines=(*lines, *row.lines),
        starts=(*above.starts, *(offset + s for s in row.starts)), leads=(*above.leads, *own),
        heading=0,
    )  # fmt: skip
