"""The text of a PDF, page by page, with its lines and columns kept; scanned pages are seen."""

from __future__ import annotations

import re

import pypdfium2 as pdfium
from pypdfium2 import raw

from pmchat.errors import ReportError
from pmchat.i18n import N_, _
from pmchat.model import Report
from pmchat.reports.file import File
from pmchat.reports.layout import Laid, lay_out
from pmchat.reports.letters import read_letters, turn_words
from pmchat.reports.picture import LONG_SIDE
from pmchat.reports.picture import MAX_PAGES as MAX_SEEN
from pmchat.reports.ruled import find_drawn
from pmchat.reports.rules import read_rules
from pmchat.reports.scan import Page, read_scan, refuse_others, see

MAX_PAGES = 200
_HEAD = 1024
_SCALE = 200 / 72
_COVERED = 0.5
_FEW_LETTERS = 200
_BROKEN = (
    N_("This PDF file is damaged and could not be opened."),
    N_("Download it again, or paste the text of the report."),
)
_LOCKED = (
    N_("This PDF is locked with a password."),
    N_("Save a copy without the password, or paste the text of the report."),
)
_EMPTY = (
    N_("This PDF holds no text that can be read."),
    N_("Check that it is the right file, or paste the text of the report."),
)


def is_pdf(file: File) -> bool:
    """Whether the content is a PDF; some begin with a few stray bytes."""
    return b"%PDF-" in file.data[:_HEAD]


def read_pdf(data: bytes) -> Report | list[str]:
    """The pages of a PDF as text; a report where some of them had to be seen as pictures."""
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        locked = "password" in str(error).lower() or "security" in str(error).lower()
        raise ReportError(*map(_, _LOCKED if locked else _BROKEN)) from error
    try:
        if len(document) > MAX_PAGES:
            what = _("This PDF has {count} pages; {most} is the most that can be read.")
            raise ReportError(
                what.format(count=len(document), most=MAX_PAGES),
                _("Please upload only the report itself."),
            )
        pages: list[Page] = []
        for index in range(len(document)):
            left = MAX_SEEN - sum(page.seen for page in pages)
            pages.append(_page(document, index, left > 0))
            refuse_others(pages)
    except pdfium.PdfiumError as error:
        raise ReportError(*map(_, _BROKEN)) from error
    finally:
        document.close()
    if not any(re.search(r"\w", page.text) for page in pages):
        raise ReportError(*map(_, _EMPTY))
    if any(page.seen or page.unread for page in pages):
        return read_scan(pages)
    return [page.text for page in pages]


def _page(document: pdfium.PdfDocument, index: int, may_see: bool) -> Page:
    """One page; its words are laid out again as they stand on the paper."""
    page = document[index]
    textpage = page.get_textpage()
    try:
        found = read_letters(textpage)
        turned = turn_words(found)
        letters = sum(len(word.text) for words in turned for word in words)
        scanned = _scanned(page, letters)
        if scanned and may_see:
            scale = min(_SCALE, LONG_SIDE / max(page.get_size()))
            return see(page.render(scale=scale, grayscale=True).to_pil().convert("L"))
        laid: list[Laid] = []
        for words in turned:
            tables = find_drawn(words, read_rules(page)) if words is found.get(0) else ()
            laid += [Laid("", 1.0)] if laid else []
            laid += lay_out(words, tables)
        return Page(tuple(laid), unread=scanned and not letters)
    finally:
        textpage.close()
        page.close()


def _scanned(page: pdfium.PdfPage, letters: int) -> bool:
    """True for a page without text, or a picture under a few letters or under hidden ones.

    Scanners and their programs hide the text that they read behind the picture, good or bad.
    """
    objects = list(page.get_objects(max_depth=2))
    if not letters:
        return bool(objects)
    width, height = page.get_size()
    if sum(_area(one) for one in objects if one.type == raw.FPDF_PAGEOBJ_IMAGE) < (
        _COVERED * width * height
    ):
        return False
    texts = [one for one in objects if one.type == raw.FPDF_PAGEOBJ_TEXT]
    hidden = raw.FPDF_TEXTRENDERMODE_INVISIBLE
    return letters < _FEW_LETTERS or all(
        raw.FPDFTextObj_GetTextRenderMode(one.raw) == hidden for one in texts
    )


def _area(one: pdfium.PdfObject) -> float:
    left, bottom, right, top = one.get_bounds()
    return float((right - left) * (top - bottom))
