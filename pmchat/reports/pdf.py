"""The text of a PDF, page by page, with its lines and columns kept."""

from __future__ import annotations

import re

import pypdfium2 as pdfium

from pmchat.errors import ReportError
from pmchat.reports.file import File
from pmchat.reports.layout import lay_out
from pmchat.reports.letters import read_letters, turn_words

MAX_PAGES = 200
_HEAD = 1024
_BROKEN = (
    "This PDF file is damaged and could not be opened.",
    "Download it again, or copy the text of the report and paste it.",
)
_LOCKED = (
    "This PDF is locked with a password.",
    "Save a copy without the password, or copy the text of the report and paste it.",
)
_SCANNED = (
    "This PDF holds pictures of pages but no text. It looks scanned.",
    "Please paste the text of the report instead.",
)


def is_pdf(file: File) -> bool:
    """Whether the content is a PDF; some begin with a few stray bytes."""
    return b"%PDF-" in file.data[:_HEAD]


def read_pdf(data: bytes) -> list[str]:
    """The pages of a PDF as text."""
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        locked = "password" in str(error).lower() or "security" in str(error).lower()
        raise ReportError(*(_LOCKED if locked else _BROKEN)) from error
    try:
        if len(document) > MAX_PAGES:
            raise ReportError(
                f"This PDF has {len(document)} pages; {MAX_PAGES} is the most that can be read.",
                "Please upload only the report itself.",
            )
        pages = [_page(document, index) for index in range(len(document))]
    except pdfium.PdfiumError as error:
        raise ReportError(*_BROKEN) from error
    finally:
        document.close()
    if not any(re.search(r"\w", page) for page in pages):
        raise ReportError(*_SCANNED)
    return pages


def _page(document: pdfium.PdfDocument, index: int) -> str:
    """One page; its words are laid out again as they stand on the paper."""
    page = document[index]
    textpage = page.get_textpage()
    try:
        turned = turn_words(read_letters(textpage))
        return "\n\n".join("\n".join(line.text for line in lay_out(words)) for words in turned)
    finally:
        textpage.close()
        page.close()
