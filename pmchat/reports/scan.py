"""A report whose pages, or some of them, are pictures: read with care and said so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from PIL import Image

from pmchat.errors import ReportError
from pmchat.i18n import N_, _, listed, ngettext
from pmchat.model import Finding, Report
from pmchat.reports.file import File
from pmchat.reports.genes import find_genes
from pmchat.reports.layout import Laid, lay_out
from pmchat.reports.misreads import misread_cues, misread_names
from pmchat.reports.picture import MAX_PAGES, open_pages
from pmchat.reports.progress import tell
from pmchat.reports.text import is_report, read_pages

_LOOKED_AT = 3
_MUCH_PRINT = 80
_UNSURE = 0.5
_FAINT = 0.4
_FEW_FAINT = 2
_MUCH_FAINT = 0.25
_QUOTED = 8
_NOT_APART = re.compile(
    r"(?i:\bnot)(?=(?i:detected|identified|found|performed|amplified|present|seen)\b)"
    r"|[a-z%)](?=NOT\s)"
)
_SAYS_NO = re.compile(r"\b(?:not|no|none|negative|absent|without)\b", re.I)
_CAPITAL = re.compile(r"(?<![A-Za-z])([CP])(?=\.[*(-]?(?:\d|[A-Z][a-z]{2}\d))")
_NO_REPORT = (
    N_("No genetic or lab report could be read in this file."),
    N_("Take the photo again from straight above in good light, or paste the text of the report."),
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
    # numpy comes with it, which most reports do without.
    from pmchat.reports.ocr import read_words

    tell("pictures")
    words = read_words(picture)
    laid = lay_out(words) if words else []
    return Page(tuple(Laid(_mend(line.text), line.score) for line in laid), seen=True)


def refuse_others(pages: Sequence[Page]) -> None:
    """Raises ReportError when enough was seen and nothing of a report stands on it.

    Enough are three pages, or two of close print: each takes seconds, and a book has hundreds.
    """
    text = "\n".join(page.text for page in pages)
    seen = [page for page in pages if page.seen]
    close = len(seen) > 1 and sum(len(page.lines) for page in seen) >= _MUCH_PRINT
    enough = len(seen) >= _LOOKED_AT or close
    if enough and not is_report(text) and not find_genes(text):
        raise ReportError(*map(_, _NO_REPORT))


def read_scan(pages: Sequence[Page]) -> Report:
    """Reads pages of which some are pictures: these findings are less sure, and it is said so."""
    try:
        report = read_pages([page.text for page in pages])
    except ReportError as error:
        raise ReportError(*map(_, _NO_REPORT)) from error
    blurred = [finding for finding in report.findings if _may_be_turned(finding, pages)]
    findings = tuple(_doubted(one, pages) for one in report.findings if one not in blurred)
    warnings = [
        *_read_from(pages), *report.warnings, *_left_out(blurred), *_misreads(report, pages),
        *_faint(pages),
    ]  # fmt: skip
    # A "not" may be lost in a picture, and nobody is asked to check what stands beside results.
    remarks = tuple(one for one in report.remarks if not pages[one.page - 1].seen)
    return report.model_copy(
        update={"findings": findings, "warnings": tuple(warnings), "remarks": remarks}
    )


def _mend(text: str) -> str:
    """Sets a "not" apart where the space beside it was lost, and prints c. and p. small."""
    text = _NOT_APART.sub(lambda match: match.group() + " ", text)
    return _CAPITAL.sub(lambda match: match.group().lower(), text)


def _lines(finding: Finding, pages: Sequence[Page]) -> tuple[Laid, ...]:
    """The lines behind a finding, if they were read from a picture."""
    page = pages[finding.evidence.page - 1]
    first = finding.evidence.line - 1
    count = finding.evidence.text.count("\n") + 1
    return page.lines[first : first + count] if page.seen else ()


def _unsure(lines: Sequence[Laid]) -> bool:
    return any(misread_names(line.text) or misread_cues(line.text) for line in lines)


def _may_be_turned(finding: Finding, pages: Sequence[Page]) -> bool:
    """True for a finding that is there, on a line with a "not" and with a word that is misread."""
    lines = _lines(finding, pages)
    says_no = any(_SAYS_NO.search(line.text) for line in lines)
    return finding.polarity == "present" and says_no and _unsure(lines)


def _left_out(findings: Sequence[Finding]) -> list[str]:
    said = _("What page {page} says of {name} could not be read for sure. It was left out.")
    return [said.format(page=one.evidence.page, name=one.analyte) for one in findings]


def _doubted(finding: Finding, pages: Sequence[Page]) -> Finding:
    """The finding, as sure as its least sure letters, and unsure where a word looks misread.

    A share of reads that lost its % sign may have a digit in its place; it is not used.
    """
    lines = _lines(finding, pages)
    if not lines:
        return finding
    confidence = finding.confidence * min(0.99, *(line.score for line in lines))
    value = finding.value
    no_unit = finding.kind in ("snv", "indel") and value is not None and value.unit is None
    if no_unit or _unsure(lines):
        confidence = min(confidence, _UNSURE)
    return finding.model_copy(
        update={"confidence": round(confidence, 2), "value": None if no_unit else value}
    )


def _read_from(pages: Sequence[Page]) -> list[str]:
    numbers = [str(number) for number, page in enumerate(pages, start=1) if page.seen]
    if len(numbers) == len(pages):
        what = _("This report was read from a picture.")
    else:
        what = ngettext(
            "Page {pages} was read from a picture.",
            "Pages {pages} were read from a picture.",
            len(numbers),
        ).format(pages=listed(numbers))
    compare = _(
        "Letters and numbers can be read wrong. Please compare each result with your paper."
    )
    return [f"{what} {compare}"]


def _misreads(report: Report, pages: Sequence[Page]) -> list[str]:
    """Words that look misread: names anywhere, words of result beside a finding."""
    behind = {(f.evidence.page, f.evidence.line + n) for f in report.findings
              for n in range(f.evidence.text.count("\n") + 1)}  # fmt: skip
    told = " ".join(report.warnings)
    words: dict[str, int] = {}
    for number, page in enumerate(pages, start=1):
        for at, line in enumerate(page.lines if page.seen else (), start=1):
            cues = misread_cues(line.text) if (number, at) in behind else []
            for word in [*misread_names(line.text), *cues]:
                if f'"{word}"' not in told:
                    words.setdefault(word, number)
    said = _(
        'I read "{word}" on page {page}. A letter of it may be wrong. Please compare it with your '
        "paper."
    )
    shown = list(words.items())[:_QUOTED]
    warnings = [said.format(word=word, page=page) for word, page in shown]
    if more := len(words) - len(shown):
        said = ngettext(
            "{count} more word may have been read wrong.",
            "{count} more words may have been read wrong.",
            more,
        )
        warnings.append(said.format(count=more))
    return warnings


def _faint(pages: Sequence[Page]) -> list[str]:
    """What could not be read well, and what was not read."""
    warnings = []
    for number, page in enumerate(pages, start=1):
        faint = sum(line.score < _FAINT for line in page.lines)
        if faint > max(_FEW_FAINT, _MUCH_FAINT * len(page.lines)):
            said = _(
                "Much of page {page} could not be read well. A sharper picture in good light would "
                "help."
            )
            warnings.append(said.format(page=number))
        elif faint > _FEW_FAINT:
            said = _("Some print on page {page} is small or faint. It may have been read wrong.")
            warnings.append(said.format(page=number))
    unread = [str(number) for number, page in enumerate(pages, start=1) if page.unread]
    if unread:
        said = _("Only the first {count} scanned pages were read. Not read: page {pages}.")
        warnings.append(said.format(count=MAX_PAGES, pages=listed(unread)))
    return warnings
