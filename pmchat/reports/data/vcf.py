"""VCF files of versions 4.1 to 4.4, plain or gzipped.

A small reader of its own: records are lines of tabs, and the kept libraries either need a
compiled part or stop at the first odd line that a laboratory's file has.
"""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from gzip import GzipFile

from pmchat.errors import ReportError
from pmchat.i18n import N_, _
from pmchat.model import Family, Report, ReportDates
from pmchat.reports.data.annotations import Annotation, annotate, annotated, list_formats
from pmchat.reports.data.calls import Call, Samples, origin_of_record, samples_of
from pmchat.reports.data.draft import Draft
from pmchat.reports.data.fields import day_of
from pmchat.reports.file import File

MAX_UNPACKED = 60 * 1024 * 1024
MAX_FINDINGS = 100
_GZIP = b"\x1f\x8b"
_MARK = "##fileformat=VCF"
_LOOKED_AT = 200_000
_COLUMNS = re.compile(r"^#CHROM\tPOS\tID\tREF\tALT\t", re.M)  # some programs drop the mark
_NO_ALLELE = frozenset({"", ".", "*", "<*>", "<NON_REF>"})
_PASSED = frozenset({"PASS", ".", ""})
_ORDER = ("pathogenic", "likely_pathogenic", "vus")
_NO_GENES = N_(
    "This file lists {count} places in the DNA but names no gene and no meaning for them. "
    "Nothing can be told from it. Ask the laboratory for the report in words."
)
_PGX = N_(
    "This file lists places in genes that handle medicines. It does not say which gene types "
    "they make up, so no type was read. Ask the laboratory for the report in words."
)
_LEFT = N_(
    "Changes left out because they are held to be harmless or do not change a protein: {count}."
)
_FAILED = N_("Changes left out because they did not pass the laboratory's own check: {count}.")
_NO_CALL = N_("Places where the test gave no result: {count}.")
_TOO_MANY = N_(
    "The file lists {count} changes. Only {kept} are shown, the most important ones first."
)
_WHOSE = N_(
    "The file holds the data of {count} people or samples. It does not say which is yours. "
    "Nothing was read from it."
)
_NO_SAMPLE = N_(
    "The file lists changes but no person's own result for them. Nothing was read from it. "
    "Ask the laboratory for the report in words."
)
_CLINVAR = N_(
    "Classes such as pathogenic come from a public database. "
    "A laboratory's own review may say something else."
)
_NONE_LEFT = N_(
    "No change was read as a result from this file. That does not mean that there is none."
)
_RAW = N_("A list of changes is not a full report. A laboratory or doctor should explain it.")


def is_vcf(file: File) -> bool:
    """True for a VCF, packed or not."""
    if file.begins(_GZIP):
        return _unpacked_head(file.data).startswith(_MARK.encode())
    text = (file.text or "")[:_LOOKED_AT]
    return text.lstrip("\ufeff \r\n").startswith(_MARK) or bool(_COLUMNS.search(text))


def _unpacked_head(data: bytes) -> bytes:
    """The first bytes of a gzipped file; none when it is damaged."""
    try:
        return zlib.decompressobj(31).decompress(data[:4096], 64)
    except zlib.error:
        return b""


@dataclass(frozen=True)
class _Record:
    """One line of the file."""

    line: int
    place: str
    ref: str
    alts: list[str]
    passed: bool
    info: dict[str, str]
    calls: list[Call]


@dataclass
class _Tally:
    """What was found, and how much was left out and why."""

    places: int = 0
    harmless: int = 0
    failed: int = 0
    no_call: int = 0
    no_sample: int = 0
    genes: bool = False
    pgx: bool = False
    found: list[tuple[Annotation, _Record, int]] = field(default_factory=list)


def read_vcf(file: File) -> Report:
    """Changes with a gene's name that the person has; a list of bare places gives none."""
    lines = _text(file).splitlines()
    header = [line for line in lines if line.startswith("##")]
    columns = next((line for line in lines if line.startswith("#CHROM")), None)
    if columns is None:
        raise ReportError(
            _("This VCF file is cut off: it has no list of changes."),
            _("Download it again, or ask the laboratory for the report in words."),
        )
    samples = samples_of(header, columns.split("\t")[9:])
    draft = Draft(dates=ReportDates(reported=_day(header)))
    draft.identify("accession", *samples.names)
    tally = _Tally()
    if len(samples.names) > 1 and samples.own is None:
        draft.warnings.append(_(_WHOSE).format(count=len(samples.names)))
        return draft.report()
    formats = list_formats(header)
    for record in _records(lines):
        _look(record, samples, formats, tally)
    _add_findings(draft, tally, samples)
    _tell(draft, tally)
    draft.family = _family(draft, " ".join([*header, columns]), tally)
    return draft.report()


def _text(file: File) -> str:
    """The whole text; a packed one is unpacked up to a limit."""
    if not file.begins(_GZIP):
        return file.text or ""
    try:
        data = GzipFile(fileobj=io.BytesIO(file.data)).read(MAX_UNPACKED + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise ReportError(
            _("This packed VCF file is damaged."),
            _("Download it again, or ask the laboratory for the report in words."),
        ) from error
    if len(data) > MAX_UNPACKED:
        raise ReportError(
            _("This VCF file is too large to be read."),
            _("Ask the laboratory for the report in words."),
        )
    return data.decode("utf-8", "replace")


def _day(header: list[str]) -> date | None:
    text = next((line[11:].strip() for line in header if line.startswith("##fileDate=")), "")
    if re.fullmatch(r"\d{8}", text):
        text = f"{text[:4]}-{text[4:6]}-{text[6:]}"
    return day_of(text)


def _records(lines: list[str]) -> Iterator[_Record]:
    """The lines that are whole records; the others are passed over."""
    for number, line in enumerate(lines, start=1):
        cells = line.split("\t")
        if line.startswith("#") or len(cells) < 8:
            continue
        keys = cells[8].split(":") if len(cells) > 8 else []
        calls = [Call(dict(zip(keys, c.split(":"), strict=False))) for c in cells[9:]]
        info = dict(part.partition("=")[::2] for part in cells[7].split(";") if part != ".")
        yield _Record(
            number, f"{cells[0]}:{cells[1]} {cells[3]}>{cells[4]}"[:120], cells[3],
            cells[4].split(","), cells[6] in _PASSED, info, calls,
        )  # fmt: skip


def _look(record: _Record, samples: Samples, formats: dict[str, list[str]], tally: _Tally) -> None:
    """Sorts a record into the tally: found, or left out and why."""
    tally.places += 1
    tally.pgx = tally.pgx or "PX" in record.info
    if not annotated(record.info):
        return
    tally.genes = True
    own = _own(record, samples)
    if own is None and not {"DP", "DP4"} & set(record.info):
        tally.no_sample += 1
        return
    if own is not None and not own.called:
        tally.no_call += 1
        return
    for number, alt in enumerate(record.alts, start=1):
        if alt in _NO_ALLELE or (own is not None and own.has(number) is False):
            continue
        about = annotate(record.info, formats, record.ref, alt, number - 1)
        if about is None:
            continue
        if not record.passed or (own is not None and own.fields.get("FT", "") not in _PASSED):
            tally.failed += 1
        elif about.harmless or not (about.coding or about.protein or about.stated or alt[0] == "<"):
            tally.harmless += 1
        else:
            tally.found.append((about, record, number))


def _own(record: _Record, samples: Samples) -> Call | None:
    """The call of the sample to read; None where the record has none."""
    place = samples.own
    return record.calls[place] if place is not None and place < len(record.calls) else None


def _add_findings(draft: Draft, tally: _Tally, samples: Samples) -> None:
    """Findings from the most important down; so many as a report can show."""
    order = {name: rank for rank, name in enumerate(_ORDER)}
    ranked = sorted(tally.found, key=lambda f: order.get(f[0].classification or "", len(order)))
    for about, record, number in ranked[:MAX_FINDINGS]:
        own = _own(record, samples)
        value = own.vaf(number) if own else None
        alt = record.alts[number - 1]
        draft.add_change(
            about.gene,
            alt if alt.startswith("<") else record.place, record.place, about.consequence,
            about.stated, own.words(number) if own else None,
            f"VAF {value.number:g} %" if value and value.number is not None else None,
            hgvs_c=about.hgvs_c, hgvs_p=about.hgvs_p, line=record.line, value=value,
            kind="cnv" if alt.startswith("<") else "fusion" if re.search(r"[][]", alt) else None,
            classification=about.classification,
            origin=origin_of_record(record.info, samples, record.calls),
        )  # fmt: skip
    if len(ranked) > MAX_FINDINGS:
        draft.warnings.append(_(_TOO_MANY).format(count=len(ranked), kept=MAX_FINDINGS))
    if any(about.by_clinvar and about.classification for about, *_ in ranked):
        draft.limits.append(_(_CLINVAR))


def _tell(draft: Draft, tally: _Tally) -> None:
    """What was left out, in words; and what a list of bare places cannot tell."""
    if tally.pgx and not tally.found:
        draft.warnings.append(_(_PGX))
    elif not tally.genes:
        draft.warnings.append(_(_NO_GENES).format(count=tally.places))
    elif tally.no_sample and not tally.found:
        draft.warnings.append(_(_NO_SAMPLE))
    elif not tally.found:
        draft.warnings.append(_(_NONE_LEFT))
    for count, text in ((tally.failed, _(_FAILED)), (tally.no_call, _(_NO_CALL))):
        if count:
            draft.warnings.append(text.format(count=count))
    if tally.harmless:
        draft.limits.append(_(_LEFT).format(count=tally.harmless))
    draft.limits.append(_(_RAW))


def _family(draft: Draft, header: str, tally: _Tally) -> Family:
    """A kind of test only where the file states where the changes come from."""
    origins = {f.origin for f in draft.findings}
    if "somatic" in origins:
        plasma = re.search(r"plasma|cfDNA|ctDNA|cell[- ]free", header, re.I)
        return "tumor_ngs_plasma" if plasma else "tumor_ngs_tissue"
    if "germline" in origins:
        return "germline"
    return "pgx" if tally.pgx else "other"
