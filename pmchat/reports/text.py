"""A report read from its text, page by page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from pmchat.errors import ReportError
from pmchat.i18n import _
from pmchat.model import Family, Finding, Origin, Report
from pmchat.reports.across import turn_tables
from pmchat.reports.below import join_classes
from pmchat.reports.cards import lay_cards
from pmchat.reports.classes import scale_of
from pmchat.reports.course import take_courses
from pmchat.reports.dates import read_dates
from pmchat.reports.diagnosis import read_diagnosis
from pmchat.reports.findings import read_findings
from pmchat.reports.footnotes import with_footnotes
from pmchat.reports.genes import find_genes
from pmchat.reports.grids import split_grids
from pmchat.reports.header import read_family, read_laboratory, read_language, read_test
from pmchat.reports.identifiers import find_identifiers, two_people
from pmchat.reports.lines import Line, find_instructions, split_pages
from pmchat.reports.lists import deny_lists, mute_lists
from pmchat.reports.masking import hide_names
from pmchat.reports.merge import merge
from pmchat.reports.notes import (
    NOTHING,
    OLD_DRUGS,
    OLDER,
    TOO_MANY,
    TWO_PEOPLE,
    instruction_warnings,
    misread_warnings,
    read_limits,
    score_warnings,
    size_warnings,
)
from pmchat.reports.packed import join_packed
from pmchat.reports.pairs import split_pairs
from pmchat.reports.paragraphs import join_paragraphs
from pmchat.reports.parts import tumor_part, without_origin
from pmchat.reports.probes import join_probes
from pmchat.reports.reclassified import reclassify
from pmchat.reports.remarks import read_remarks
from pmchat.reports.rows import Row, join_rows
from pmchat.reports.sections import Placed, place
from pmchat.reports.seen import Context
from pmchat.reports.signs import read_signs
from pmchat.reports.silences import doubt_silences
from pmchat.reports.specimens import Specimens
from pmchat.reports.stacked import unstack
from pmchat.reports.stain_lines import join_stain_lines
from pmchat.reports.summary import failed, find_legends, read_summary
from pmchat.reports.tables import split_tables
from pmchat.reports.therapies import read_therapies
from pmchat.reports.titled import join_titles
from pmchat.reports.versions import amended, drop_earlier_column, keep_latest

_REPORT_SIGNS = re.compile(
    r"\b(specimen|collected|received|reported|report|patient|MRN|DOB|laborator(?:y|ies)|CLIA"
    r"|pathologist|diagnosis"
    r"|variants?|mutations?|genes?|panel|findings?|results?|sequencing|genotype|biopsy"
    r"|comments?)\b\s*(:)?",
    re.I,
)
_FRACTION_COLUMN = re.compile(
    r"(?:% ?)?(?:\bVAF\b|\bMAF\b|allel(?:e|ic) (?:freq|frac)\w*|% ?cfDNA|variant (?:freq"
    r"|frac)\w*)[ (]{0,2}%?",
    re.I,
)
_MAX_FINDINGS = 1000
_MATCHED = re.compile(
    r"\btumou?r[-/ ]normal\b|\bmatched normal\b|\bnormal[- ]match|\bpaired (?:normal|germline)",
    re.I,
)
_UNMATCHED = re.compile(
    r"\b(?:no|not|without|lack of)\b.{0,30}(?:matched|paired|normal)|tumou?r-only"
    r"|\b(?:matched|paired) normal\b[^.;]{0,40}\b(?:not|never|un)",
    re.I,
)
_BLURRED = re.compile(
    r"not (?:distinguish|differentiate|discriminate).{0,60}(?:germline|somatic)", re.I
)


def read_pages(pages: Sequence[str]) -> Report:
    """Reads the pages of a report; each page is a text with its own line count."""
    printed = split_pages(pages)
    identifiers = find_identifiers(printed)
    orders, count = find_instructions(printed)
    lines = [one for one in printed if one not in orders]
    lines, older = keep_latest(drop_earlier_column(hide_names(lines, identifiers)))
    lines = unstack(lay_cards(lines))
    family, language = read_family(lines), read_language(lines)
    dates, warnings = read_dates(lines)
    placed, earlier = take_courses(place(lines))
    rows = _rows(placed)
    samples = list(dict.fromkeys(row.sample for row in rows if row.sample))
    specimens = Specimens(lines, family, dates.collected, samples)
    text = "\n".join(one.text for one in lines)
    found = _findings(join_titles(rows), lines, family, language, specimens)
    no_result = failed(rows) and not any(_solid(f) for f in found)
    findings, conflicts = merge([] if no_result else found, specimens.of)
    findings, changes = reclassify(with_footnotes(findings, rows), rows)
    warnings = [
        *instruction_warnings(count), *conflicts, *changes, *warnings,
        *misread_warnings(lines, language, frozenset(i.text for i in identifiers)), *earlier,
        *score_warnings(findings), *([_(OLDER)] if older else []), *size_warnings(pages),
        *([_(TOO_MANY)] if len(found) >= _MAX_FINDINGS else []),
    ]  # fmt: skip
    if two_people(identifiers):
        findings, rows = [], []
        warnings.insert(0, _(TWO_PEOPLE))
    if not findings and not count:
        _check_report(printed)
        warnings.append(_(NOTHING))
    one_kind = None if family == "germline" and tumor_part(lines) else family
    therapies = [] if no_result or family in ("pgx", "consumer") else read_therapies(rows)
    return Report(
        family=family,
        language=language,
        status=_status(text, lines, older, no_result),
        laboratory=read_laboratory(lines),
        test=read_test(lines),
        diagnosis=read_diagnosis(lines, family),
        specimens=specimens.specimens,
        dates=dates,
        findings=tuple(findings),
        therapies=tuple(therapies),
        limits=(*read_limits(text, one_kind), *([_(OLD_DRUGS)] if therapies else [])),
        remarks=read_remarks(rows, findings, identifiers),
        warnings=tuple(warnings),
        identifiers=tuple(identifiers),
    )


def _rows(placed: list[Placed]) -> list[Row]:
    """The lines of each result joined, those of tables cell by cell."""
    cells = split_tables(turn_tables(join_packed(join_paragraphs(placed))))
    rows = join_classes(join_probes(join_rows(split_pairs(split_grids(cells)))))
    return join_stain_lines(doubt_silences(mute_lists(deny_lists(read_signs(rows)))))


def _findings(
    rows: list[Row], lines: list[Line], family: Family, language: str, specimens: Specimens
) -> list[Finding]:
    text = " ".join(one.text for one in lines)
    origin = _origin(text, family)
    title = " ".join(one.text for one in lines[:15])
    found: list[Finding] = []
    column = ""
    legends = find_legends(rows)
    germline = family in ("germline", "pgx")
    tumor = tumor_part(lines) if germline else frozenset()
    rows = [without_origin(row) if _place(row) in tumor else row for row in rows]
    scale = scale_of((row.text for row in rows), inherited=germline)
    for index, row in enumerate(rows):
        if len(found) >= _MAX_FINDINGS:
            break
        column = _column(row, column)
        of_tumor = _place(row) in tumor
        context = Context(
            origin="unknown" if of_tumor else origin,
            language=language,
            fraction_column=row.fraction or column,
            stain=family == "ihc" or bool(re.search(r"\bIHC\b", row.section.title or title)),
            germline=germline and not of_tumor,
            scale=scale,
            specimen_id=specimens.of_kind(row.sample) if row.sample else None,
        )
        summary = None if index in legends else read_summary(row, origin)
        if summary is not None:
            found.append(summary)
        found.extend(
            f
            for f in read_findings(row, context)
            if summary is None or f.polarity != "present" or f.hgvs_c or f.hgvs_p
        )
    return found


def _place(row: Row) -> tuple[int, int]:
    """The page and number of its first line."""
    return row.lines[0].page, row.lines[0].number


def _column(row: Row, before: str) -> str:
    """The heading of the table's column for the share of reads, or nothing."""
    heading = _FRACTION_COLUMN.search(row.text)
    if heading and not find_genes(row.text):
        return "" if any(c.isdigit() for c in row.text) else heading.group()
    if row.heading and not find_genes(row.text):
        return ""
    return before


def _origin(text: str, family: Family) -> Origin:
    """Where changes come from by the sort of test; a tumor-only test leaves it open."""
    if family in ("germline", "pgx", "consumer"):
        return "germline"
    if _BLURRED.search(text) or _UNMATCHED.search(text):
        return "unknown"
    return "somatic" if _MATCHED.search(text) else "unknown"


def _solid(one: Finding) -> bool:
    return one.polarity == "present" and one.kind != "summary"


def _status(
    text: str, lines: list[Line], older: bool, no_result: bool
) -> Literal["final", "preliminary", "amended", "failed"]:
    if no_result:
        return "failed"
    if older or amended(lines):
        return "amended"
    if re.search(
        r"\bpreliminary (?:report|result)|\bstatus\s*:\s*preliminary"
        r"|\breport status\W+preliminary",
        text,
        re.I,
    ):
        return "preliminary"
    return "final"


def is_report(text: str) -> bool:
    """Whether a text has the words of a report, or some of them and names of genes."""
    signs = {m[1].lower().rstrip("s") for m in _REPORT_SIGNS.finditer(text)}
    labels = {m[1].lower() for m in _REPORT_SIGNS.finditer(text) if m[2]}
    return bool((len(signs) >= 2 and labels) or (len(signs) >= 4 and find_genes(text)))


def _check_report(lines: list[Line]) -> None:
    if not is_report("\n".join(one.text for one in lines)):
        raise ReportError(
            _("This does not look like a genetic or lab report: no result was found in it."),
            _("Check that it is the right file, or copy the results page and paste it here."),
        )
