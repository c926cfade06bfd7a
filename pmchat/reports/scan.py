"""A report whose pages, or some of them, are pictures: read with care and said so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pmchat.errors import ReportError
from pmchat.model import Finding, Report
from pmchat.reports.file import File
from pmchat.reports.layout import Laid, lay_out
from pmchat.reports.misreads import misread_cues, misread_names
from pmchat.reports.ocr import read_words
from pmchat.reports.picture import open_pages
from pmchat.reports.text import read_pages

from PIL import Image

_LOW = 0.5
_FAINT = 0.75
_QUOTED = 8
_GLUED = re.compile(
    r"(?i)(?<=[a-z])(?=not (?:detected|identified|found|performed))|(?<![a-z])not(?=(?:detected"
    r"|identified|found|performed|amplified|evaluable|reported|present|seen)\b)"
)
_NO_REPORT = (
    "No report could be read in this picture.",
    "Take the photo again from straight above and in good light, or paste the text of the report.",
)


@dataclass(frozen=True)
class Page:
    """The lines of a page; `seen` if they were read from a picture, `unread` if it was not read."""

    lines: tuple[Laid, ...]
    seen: bool = False
    unread: bool = False

    @property
    def text(self) -> str:
        """The page as text."""
        return "\n".join(line.text for line in self.lines)


def read_picture(file: File) -> Report:
    """Reads a photo or a scan."""
    return read_scan([see(picture) for picture in open_pages(file.data)])


def see(picture: Image.Image) -> Page:
    """A page read from its picture."""
    laid = lay_out(read_words(picture))
    return Page(tuple(Laid(_part(line.text), line.score) for line in laid), seen=True)


def read_scan(pages: Sequence[Page]) -> Report:
    """Reads pages of which some are pictures; their findings are less sure, and a warning says so."""
    try:
        report = read_pages([page.text for page in pages])
    except ReportError as error:
        raise ReportError(*_NO_REPORT) from error
    findings = tuple(_doubted(finding, pages) for finding in report.findings)
    warnings = [*_read_from(pages), *report.warnings, *_misreads(report, pages), *_faint(pages)]
    return report.model_copy(update={"findings": findings, "warnings": tuple(warnings)})


def _part(text: str) -> str:
    """Sets a "not" apart where the space beside it was not seen."""
    return re.sub(r"(?i)\bnot(?=(?:detected|identified|found|performed|amplified|present|seen)\b)",
                  lambda m: m.group() + " ", text)


def _lines(finding: Finding, pages: Sequence[Page]) -> tuple[Laid, ...]:
    """The lines behind a finding, if they were read from a picture."""
    page = pages[finding.evidence.page - 1]
    first = finding.evidence.line - 1
    count = finding.evidence.text.count("\n") + 1
    return page.lines[first : first + count] if page.seen else ()


def _doubted(finding: Finding, pages: Sequence[Page]) -> Finding:
    """The finding, as sure as its least sure letters, and unsure where a word looks misread."""
    lines = _lines(finding, pages)
    if not lines:
        return finding
    confidence = finding.confidence * min(0.99, *(line.score for line in lines))
    if any(misread_names(line.text) or misread_cues(line.text) for line in lines):
        confidence = min(confidence, _LOW)
    return finding.model_copy(update={"confidence": round(confidence, 2)})


def _read_from(pages: Sequence[Page]) -> list[str]:
    numbers = [str(number) for number, page in enumerate(pages, start=1) if page.seen]
    if len(numbers) == len(pages):
        what = "This report was" if len(pages) > 1 else "This page was"
    elif len(numbers) == 1:
        what = f"Page {numbers[0]} was"
    else:
        what = f"Pages {', '.join(numbers[:-1])} and {numbers[-1]} were"
    return [
        f"{what} read from a picture. Letters and numbers can be read wrong. "
        "Please compare each result with your paper."
    ]


def _misreads(report: Report, pages: Sequence[Page]) -> list[str]:
    """Words that look misread: names anywhere, words of result beside a finding."""
    behind = {(f.evidence.page, f.evidence.line + n) for f in report.findings
              for n in range(f.evidence.text.count("\n") + 1)}  # fmt: skip
    told = " ".join(report.warnings)
    words = {}
    for number, page in enumerate(pages, start=1):
        for at, line in enumerate(page.lines if page.seen else (), start=1):
            cues = misread_cues(line.text) if (number, at) in behind else []
            for word in [*misread_names(line.text), *cues]:
                if f'"{word}"' not in told:
                    words.setdefault(word, number)
    warnings = [
        f'I read "{word}" on page {page}. A letter of it may be wrong. '
        "Please compare it with your paper."
        for word, page in list(words.items())[:_QUOTED]
    ]
    if len(words) > _QUOTED:
        warnings.append(f"{len(words) - _QUOTED} more words may have been read wrong.")
    return warnings


def _faint(pages: Sequence[Page]) -> list[str]:
    """Pages on which much of the print could not be read well."""
    ...
    return []
