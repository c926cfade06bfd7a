"""The text of a PDF, page by page, with its lines and columns kept."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pypdfium2 as pdfium

from pmchat.errors import ReportError
from pmchat.reports.file import File

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


@dataclass
class _Word:
    """Letters that stand together, with their place on the page."""

    text: str
    left: float
    right: float
    bottom: float
    top: float


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
        words = _words(textpage)
        return _layout(words) if words else ""
    finally:
        textpage.close()
        page.close()


def _words(textpage: pdfium.PdfTextPage) -> list[_Word]:
    """The words of a page, parted at white space and wide gaps."""
    text = textpage.get_text_range().replace("\r\n", "\n")
    words: list[_Word] = []
    current: _Word | None = None
    count = textpage.count_chars()
    for index in range(count):
        letter = textpage.get_text_range(index, 1) if len(text) != count else text[index]
        if letter in ("\ufffe", "\u0002"):
            letter = "-"
        if not letter.strip():
            current = None
            continue
        left, bottom, right, top = textpage.get_charbox(index, loose=True)
        height = max(top - bottom, 1.0)
        near = (
            current is not None
            and abs(current.bottom - bottom) < 0.5 * height
            and -0.5 * height < left - current.right < 0.35 * height
        )
        if current is not None and near:
            current.text += letter
            current.right = max(current.right, right)
        else:
            current = _Word(letter, left, right, bottom, top)
            words.append(current)
    return words


def _layout(words: list[_Word]) -> str:
    """Lines from top to bottom; a wide gap between words becomes wide white space."""
    rows: list[list[_Word]] = []
    for word in sorted(words, key=lambda w: (-(w.bottom + w.top) / 2, w.left)):
        middle = (word.bottom + word.top) / 2
        row = rows[-1] if rows else None
        if row is not None and row[0].bottom <= middle <= row[0].top:
            row.append(word)
        else:
            rows.append([word])
    margin = min(word.left for word in words)
    ordered = [sorted(row, key=lambda w: w.left) for row in rows]
    width = _letter_width(words)
    return "\n".join(_line(row, margin, width) for row in _join_cells(ordered, margin))


def _join_cells(rows: list[list[_Word]], margin: float) -> list[list[_Word]]:
    """Puts a line of a wrapped cell on the table row below when that row is the nearer one."""
    joined: list[list[_Word]] = []
    held: list[list[_Word]] = []
    for index, row in enumerate(rows):
        if index and index + 1 < len(rows) and _belongs_below(rows, index, margin):
            held.append(row)
            continue
        joined.append(_columns([*held, row]) if held else row)
        held = []
    return [*joined, *held]


def _belongs_below(rows: list[list[_Word]], index: int, margin: float) -> bool:
    """True for a line without first column that stands closer to the next line than the last."""
    row = rows[index]
    height = row[0].top - row[0].bottom
    below = rows[index + 1]
    if row[0].left < margin + height or below[0].left > margin + height:
        return False
    if any(u.left < w.right and w.left < u.right for u in row for w in below):
        return False
    return _middle(row) - _middle(below) < 0.8 * (_middle(rows[index - 1]) - _middle(row))


def _middle(row: list[_Word]) -> float:
    return (row[0].bottom + row[0].top) / 2


def _columns(band: list[list[_Word]]) -> list[_Word]:
    """One line of a table row: the words of each column from top to bottom."""
    cells = [cell for row in band for cell in _cells(row)]
    columns: list[_Word] = []
    for cell in cells:
        for column in columns:
            if cell.left < column.right and column.left < cell.right:
                column.text += " " + cell.text
                column.left = min(column.left, cell.left)
                column.right = max(column.right, cell.right)
                break
        else:
            columns.append(cell)
    return sorted(columns, key=lambda c: c.left)


def _cells(row: list[_Word]) -> list[_Word]:
    """The words of a line joined to cells at gaps narrower than a column's."""
    cells: list[_Word] = []
    for word in row:
        gap = word.left - cells[-1].right if cells else 0.0
        if cells and gap < 0.6 * (word.top - word.bottom):
            cells[-1].text += " " + word.text
            cells[-1].right = word.right
        else:
            cells.append(_Word(word.text, word.left, word.right, word.bottom, word.top))
    return cells


def _line(row: list[_Word], margin: float, width: float) -> str:
    """The words of a line, each column where it stands on the page."""
    line = " " * max(0, min(12, round((row[0].left - margin) / width)))
    for index, word in enumerate(row):
        if index:
            gap = (word.left - row[index - 1].right) / width
            place = min(round((word.left - margin) / width), len(line) + 40)
            line = line.ljust(max(len(line) + 2, place)) if gap >= 1.8 else line + " "
        line += word.text
    return line


def _letter_width(words: list[_Word]) -> float:
    """How wide a letter is on the page, on the whole."""
    return max(1.0, sum(w.right - w.left for w in words) / max(1, sum(len(w.text) for w in words)))
