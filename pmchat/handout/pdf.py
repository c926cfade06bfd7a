"""The page as a tagged PDF in large type, with room to write."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import fontpkg
from fontTools.ttLib import TTFont
from fpdf import FPDF, ViewerPreferences
from fpdf.enums import MethodReturnValue, WrapMode, XPos, YPos

from pmchat.handout.sheet import (
    BLANKS,
    NOTES,
    QUESTIONS,
    RESULTS,
    RESULTS_NOTE,
    TITLE,
    WORDS,
    Sheet,
)
from pmchat.i18n import _, language

FONT = "Fira Sans"
TITLE_SIZE, HEADING_SIZE, QUESTION_SIZE, TEXT_SIZE = 20, 15, 14, 12
"""Points. Nothing is smaller than TEXT_SIZE; what does not fit goes on to another page."""

MARGIN = 16.0
INDENT = 10.0
BOX = 5.5
LINE = 1.32
WRITING = 9.0
"""Millimetres; LINE is the height of a line as a multiple of its type."""

ROOMS = (2, 1, 0)
"""Lines to write on below each question: as many as fit on one page."""

_POINT = 25.4 / 72
_HYPHENS = re.compile("[\u2010\u2011]")


@dataclass(frozen=True)
class Printed:
    """A PDF, the number of its pages, and the lines to write on below each question."""

    data: bytes
    pages: int
    room: int


def pdf_of(sheet: Sheet) -> Printed:
    """The sheet with as much room to write as one page allows."""
    for room in ROOMS:
        pdf = _Page(sheet, room)
        if pdf.pages_count == 1:
            break
    else:
        pdf = _Page(sheet, room, numbered=True)
    return Printed(bytes(pdf.output()), pdf.pages_count, room)


def unprintable(text: str) -> str:
    """The letters of a text that the font lacks; they are printed as question marks."""
    return "".join(dict.fromkeys(c for c in _hyphenated(text) if ord(c) not in _letters()))


class _Page(FPDF):
    """Draws one sheet from top to bottom; each piece has its tag for screen readers."""

    def __init__(self, sheet: Sheet, room: int, *, numbered: bool = False) -> None:
        super().__init__(format="letter")
        self.set_margin(MARGIN)
        self.set_auto_page_break(False, MARGIN + numbered * _height(TEXT_SIZE))
        self.set_title(_(TITLE))
        self.set_lang(language())
        self.set_author("")
        self.set_creator("pmchat")
        self.viewer_preferences = ViewerPreferences(display_doc_title=True)
        self.add_font(FONT, "", _file(400))
        self.add_font(FONT, "B", _file(700))
        self.set_draw_color(90)
        self.add_page()
        self._head(sheet)
        if sheet.words:
            self._heading(_(WORDS))
            for line in sheet.words:
                self._text(line, QUESTION_SIZE)
        if sheet.items:
            self._heading(_(QUESTIONS))
        for item in sheet.items:
            self._item((item.question, f"{item.why} {item.source}".strip()), room)
        if sheet.results:
            self._heading(_(RESULTS))
            for line in sheet.results:
                self._text(f"\u2022 {line}", TEXT_SIZE)
            self._text(_(RESULTS_NOTE), TEXT_SIZE)
        self._end(sheet.footer)
        if numbered:
            self._number_pages()

    def _head(self, sheet: Sheet) -> None:
        self._text(_(TITLE), TITLE_SIZE, bold=True, tag="H1")
        self.ln(1)
        width = self.epw / 2
        for place, blank in enumerate(map(_, BLANKS)):
            y = self.y
            self.set_x(self.l_margin + place * width)
            self._text(blank, TEXT_SIZE, width=width)
            start = self.l_margin + place * width + self.get_string_width(f"{blank} ") + 2
            self._rule(start, self.l_margin + (place + 1) * width - 4, y + 5.5)
            if place == 0:
                self.y = y
        self._text(sheet.made, TEXT_SIZE)

    def _heading(self, text: str) -> None:
        self._fit(_height(HEADING_SIZE) * 3)
        self.ln(3)
        self._text(text, HEADING_SIZE, bold=True, tag="H2")

    def _item(self, texts: tuple[str, str], room: int) -> None:
        """A box to tick, the question, its reason, and lines to write on; never torn apart."""
        question, reason = texts
        width = self.epw - INDENT
        needed = self._measured(question, QUESTION_SIZE, width, bold=True) + room * WRITING + 3
        self._fit(needed + (self._measured(reason, TEXT_SIZE, width) if reason else 0))
        self.ln(2)
        with self._aside():
            self.rect(self.l_margin, self.y + 0.4, BOX, BOX)
        self._text(question, QUESTION_SIZE, bold=True, indent=INDENT)
        if reason:
            self._text(reason, TEXT_SIZE, indent=INDENT)
        for _row in range(room):
            self.y += WRITING
            self._rule(self.l_margin + INDENT, self.w - self.r_margin, self.y)

    def _end(self, footer: str) -> None:
        """Lines for notes in what is left of the page, and the footer at its foot."""
        height = self._measured(footer, TEXT_SIZE, self.epw)
        self._fit(height + 4)
        top = self.h - self.b_margin - height
        if self.y + _height(HEADING_SIZE) + 2 * WRITING + 6 < top:
            self._heading(_(NOTES))
            while self.y + WRITING + 4 < top:
                self.y += WRITING
                self._rule(self.l_margin, self.w - self.r_margin, self.y)
        self.y = top
        self._text(footer, TEXT_SIZE)

    def _number_pages(self) -> None:
        """Which page of how many, at the foot: loose sheets get mixed up."""
        for page in range(1, self.pages_count + 1):
            self.page = page
            self.set_font(FONT, "B", TEXT_SIZE)
            self.set_font(FONT, "", TEXT_SIZE)  # a font that is set already is not set anew
            self.set_xy(self.l_margin, self.h - self.b_margin)
            said = _("Page {page} of {count}").format(page=page, count=self.pages_count)
            with self._aside():
                self.cell(self.epw, _height(TEXT_SIZE), said, align="R")

    def _text(
        self,
        text: str,
        size: int,
        *,
        bold: bool = False,
        tag: str = "P",
        indent: float = 0,
        width: float = 0,
    ) -> None:
        self.set_font(FONT, "B" if bold else "", size)
        width = width or self.epw - indent
        self._fit(self._measured(text, size, width, bold=bold))
        if indent:
            self.set_x(self.l_margin + indent)
        with self._tagged(tag):
            self._cells(text, size, width)

    def _cells(self, text: str, size: int, width: float) -> None:
        self.multi_cell(
            width,
            _height(size),
            _printable(text),
            align="L",
            wrapmode=WrapMode.WORD,
            new_x=XPos.LMARGIN,
            new_y=YPos.NEXT,
        )

    def _measured(self, text: str, size: int, width: float, *, bold: bool = False) -> float:
        self.set_font(FONT, "B" if bold else "", size)
        height = self.multi_cell(
            width,
            _height(size),
            _printable(text),
            align="L",
            dry_run=True,
            output=MethodReturnValue.HEIGHT,
        )
        assert isinstance(height, float)
        return height

    def _fit(self, height: float) -> None:
        """Begin another page if this one has not so much left."""
        if self.y + height > self.h - self.b_margin:
            self.add_page()

    def _rule(self, start: float, end: float, y: float) -> None:
        with self._aside():
            self.line(start, y, end, y)

    @contextmanager
    def _tagged(self, tag: str) -> Iterator[None]:
        """Give what is drawn its place in the structure: fpdf2 itself tags only pictures."""
        number = self.struct_builder.next_mcid_for_page(self.page)
        self._add_marked_content(struct_type=f"/{tag}", mcid=number)
        self._out(f"/{tag} <</MCID {number}>> BDC")
        yield
        self._out("EMC")

    @contextmanager
    def _aside(self) -> Iterator[None]:
        """What is drawn has no words: screen readers pass it over."""
        self._out("/Artifact BMC")
        yield
        self._out("EMC")


def _height(size: int) -> float:
    return size * LINE * _POINT


def _printable(text: str) -> str:
    return "".join(c if ord(c) in _letters() else "?" for c in _hyphenated(text))


def _hyphenated(text: str) -> str:
    return _HYPHENS.sub("-", text)


def _file(weight: int) -> Path:
    return Path(fontpkg.path(FONT, weight))


@cache
def _letters() -> frozenset[int]:
    with TTFont(_file(400)) as font:
        return frozenset(font.getBestCmap())
