"""The page as a Word file that the person can change."""

from __future__ import annotations

from io import BytesIO

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.shared import Inches, Length, Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

from pmchat.handout.sheet import (
    BLANKS,
    QUESTIONS,
    RESULTS,
    RESULTS_NOTE,
    TITLE,
    WORDS,
    Item,
    Sheet,
)
from pmchat.i18n import _, language

FONT = "Calibri"
TITLE_SIZE, HEADING_SIZE, QUESTION_SIZE, TEXT_SIZE = 20, 15, 14, 12
_MARGIN = Mm(16)
_PAGE = Inches(8.5), Inches(11)
_BOX = "\u2610"


def docx_of(sheet: Sheet, room: int) -> bytes:
    """The sheet with `room` lines to write on below each question."""
    document = Document()
    _set_up(document)
    document.add_heading(_(TITLE), 1)
    _blanks(document)
    document.add_paragraph(sheet.made)
    if sheet.words:
        document.add_heading(_(WORDS), 2)
        for line in sheet.words:
            _sized(document.add_paragraph(line), QUESTION_SIZE)
    if sheet.items:
        document.add_heading(_(QUESTIONS), 2)
    for item in sheet.items:
        _item(document, item, room)
    if sheet.results:
        document.add_heading(_(RESULTS), 2)
        for line in sheet.results:
            document.add_paragraph(line, "List Bullet")
        document.add_paragraph(_(RESULTS_NOTE))
    document.add_paragraph(sheet.footer).paragraph_format.space_before = Pt(10)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _set_up(document: WordDocument) -> None:
    properties = document.core_properties
    properties.title, properties.author, properties.comments = _(TITLE), "", ""
    properties.language = language()
    section = document.sections[0]
    section.page_width, section.page_height = _PAGE
    section.left_margin = section.right_margin = _MARGIN
    section.top_margin = section.bottom_margin = _MARGIN
    for name, size in (
        ("Normal", TEXT_SIZE),
        ("Heading 1", TITLE_SIZE),
        ("Heading 2", HEADING_SIZE),
    ):
        style = document.styles[name]
        assert isinstance(style, ParagraphStyle)
        style.font.name, style.font.size = FONT, Pt(size)
        style.font.color.rgb = RGBColor(0, 0, 0)
        style.paragraph_format.space_after = Pt(2)
        style.paragraph_format.space_before = Pt(0 if name == "Normal" else 8)


def _blanks(document: WordDocument) -> None:
    """Places to write a name and a date by hand."""
    width = _PAGE[0] - 2 * _MARGIN
    paragraph = document.add_paragraph()
    for place, blank in enumerate(BLANKS, 1):
        end = Length(width * place // len(BLANKS))
        _line(paragraph, end)
        paragraph.add_run(f"{_(blank)} \t ")


def _item(document: WordDocument, item: Item, room: int) -> None:
    question = _sized(document.add_paragraph(f"{_BOX} {item.question}"), QUESTION_SIZE)
    question.runs[0].bold = True
    question.paragraph_format.space_before = Pt(8)
    question.paragraph_format.left_indent = Mm(8)
    question.paragraph_format.first_line_indent = -Mm(8)
    question.paragraph_format.keep_with_next = bool(item.why or room)
    if item.why:
        reason = document.add_paragraph(f"{item.why} {item.source}")
        reason.paragraph_format.left_indent = Mm(8)
        reason.paragraph_format.keep_with_next = bool(room)
    for _row in range(room):
        writing = document.add_paragraph("\t")
        writing.paragraph_format.space_before = Pt(10)
        writing.paragraph_format.left_indent = Mm(8)
        _line(writing, Length(_PAGE[0] - 2 * _MARGIN))


def _line(paragraph: Paragraph, end: Length) -> None:
    """A line to write on, from the next tab up to `end`."""
    stops = paragraph.paragraph_format.tab_stops
    stops.add_tab_stop(end, WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.LINES)


def _sized(paragraph: Paragraph, size: int) -> Paragraph:
    for run in paragraph.runs:
        run.font.size = Pt(size)
    return paragraph
