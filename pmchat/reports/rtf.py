"""A Rich Text Format document: its printed text with tables, without what is hidden.

Written here because the converters at hand print hidden and deleted text and drop headers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from pmchat.errors import ReportError
from pmchat.i18n import _
from pmchat.reports.file import File
from pmchat.reports.pages import (
    Cell,
    Pages,
    check_text,
    hidden_warnings,
    page_text,
    table_lines,
)
from pmchat.reports.rtf_marks import ASIDE, CODEPAGES, PRINTED, SIGNS, SILENT, TOKEN, State

_MAX_DEPTH = 2000
_TINY_SIZE = 3  # half points
_FONT = re.compile(r"\\f(\d+)[^{};]{0,200}?\\fcharset(\d+)")
_COLOURS = re.compile(r"\{\\colortbl([^{}]{0,20000})\}")
_WHITE = re.compile(r"\\red255\s*\\green255\s*\\blue255")
_BINARY = re.compile(rb"\\bin(\d{1,9}) ?")


def is_rtf(file: File) -> bool:
    """Whether the content is Rich Text Format."""
    return file.data[:64].lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{\\rtf")


def read_rtf(data: bytes) -> Pages:
    """The pages of the document: headers first, then its text, then notes and footers."""
    document = _Document(_without_binary(data).decode("latin-1"))
    document.read()
    pages = [*document.pages]
    pages[0] = [*document.top, *pages[0]]
    pages[-1] = [*pages[-1], *document.notes]
    texts = [page_text(lines) for lines in pages]
    check_text(texts)
    return Pages(texts, hidden_warnings(document.unseen))


def _without_binary(data: bytes) -> bytes:
    """The data without the raw bytes of pictures, which may hold braces."""
    parts, place = [], 0
    while match := _BINARY.search(data, place):
        parts.append(data[place : match.start()])
        place = match.end() + int(match[1])
    return b"".join([*parts, data[place:]])


@dataclass
class _Grid:
    """The rows of a table that is being read, and the merges told for the coming row."""

    rows: list[list[Cell]] = field(default_factory=list)
    cells: list[Cell] = field(default_factory=list)


class _Document:
    """Text taken off the marks of the format, page by page."""

    def __init__(self, text: str) -> None:
        self.pages: list[list[str]] = [[]]
        self.top: list[str] = []
        self.notes: list[str] = []
        self.unseen = 0
        self._text = text
        self._fonts = {
            number: CODEPAGES.get(int(charset), "") for number, charset in _FONT.findall(text)
        }
        table = _COLOURS.search(text)
        colours = table[1].split(";") if table else []
        self._whites = {i for i, colour in enumerate(colours) if _WHITE.search(colour)}
        self._state = State()
        self._stack: list[State] = []
        self._line: list[str] = []
        self._bytes = bytearray()
        self._left = 0
        self._cell: list[str] = []
        self._grid, self._nested = _Grid(), _Grid()
        self._merges: list[str] = []
        self._merge = ""

    def read(self) -> None:
        """Goes through the whole text once."""
        opened = False
        for token in TOKEN.finditer(self._text):
            kind = token.lastgroup
            if kind == "number":
                kind = "word"
            if kind != "code":
                self._flush_bytes()
            if kind == "brace":
                self._left = 0
                if token["brace"] == "{":
                    if len(self._stack) >= _MAX_DEPTH:
                        raise ReportError(
                            _("This document is built in a way that cannot be read."),
                            _("Save it as a PDF, or paste the text of the report."),
                        )
                    self._stack.append(replace(self._state))
                    opened = True
                elif self._stack:
                    self._close(self._stack.pop())
                    if not self._stack:  # what follows the document is not printed
                        self.unseen += len(self._text[token.end() :].split())
                        break
            elif kind == "word":
                self._word(token["word"], token["number"], opened)
            elif kind == "code":
                self._byte(int(token["code"], 16))
            elif kind == "sign":
                self._sign(token["sign"])
            elif kind == "text":
                self._letters(token["text"])
            opened = (kind == "brace" and token["brace"] == "{") or token["sign"] == "*"
        self._flush_bytes()
        self._end_line()
        self._end_table()

    def _close(self, outer: State) -> None:
        if self._state.aside and not outer.aside:
            self._end_line()
        self._state = outer

    def _sign(self, sign: str) -> None:
        if sign == "*":
            self._state.silent = True
        elif sign in ("\n", "\r"):
            self._end_line()
        else:
            self._add(SIGNS.get(sign, ""))

    def _word(self, word: str, number: str | None, opened: bool) -> None:
        state = self._state
        if opened and word in PRINTED:
            outer = self._stack[-1] if self._stack else State()
            state.silent = outer.silent
            return
        if word in SILENT:
            state.silent = True
        if state.silent:
            return
        value = int(number) if number else None
        if word in ASIDE:
            self._end_line()
            state.aside = ASIDE[word]
        elif word in SIGNS:
            self._add(SIGNS[word])
        elif word == "u" and value is not None:
            self._add(chr(value % 0x10000))
            self._left = state.skip
        elif word == "uc" and value is not None:
            state.skip = min(max(value, 0), 16)
        elif not self._layout(word):
            self._look(word, value)

    def _layout(self, word: str) -> bool:
        """Paragraphs, pages and tables; True when the word was one of theirs."""
        if word in ("par", "sect", "page"):
            self._end_line(True)
            if word == "page" and not self._state.in_table and not self._state.aside:
                self._end_table()
                self.pages.append([])
        elif word in ("cell", "nestcell"):
            self._end_cell(self._nested if word == "nestcell" else self._grid)
        elif word == "row":
            self._end_row(self._grid)
        elif word == "nestrow":
            self._end_row(self._nested)
            self._cell.extend(table_lines(self._nested.rows))
            self._nested = _Grid()
        elif word == "trowd":
            self._merges, self._merge = [], ""
        elif word in ("clmrg", "clvmrg"):
            self._merge = word
        elif word == "cellx":
            self._merges.append(self._merge)
            self._merge = ""
        elif word == "intbl":
            self._state.in_table = True
        else:
            return False
        return True

    def _look(self, word: str, value: int | None) -> None:
        """The looks of letters that decide whether they can be seen, and their encoding."""
        state, on = self._state, value != 0
        if word == "v":
            state.hidden = on
        elif word == "deleted":
            state.deleted = on
        elif word in ("strike", "striked"):
            state.struck = on
        elif word == "fs":
            state.tiny = value is not None and value <= _TINY_SIZE
        elif word == "cf":
            state.white = value in self._whites
        elif word in ("highlight", "cb", "chcbpat", "cbpat", "clcbpat"):
            state.shaded = bool(value) and value not in self._whites
        elif word == "plain":
            state.hidden = state.deleted = state.struck = state.tiny = state.white = False
        elif word == "pard":
            state.in_table = False
        elif word == "f" and value is not None:
            state.encoding = self._fonts.get(str(value)) or state.encoding
        elif word == "ansicpg" and value is not None:
            state.encoding = "utf-8" if value == 65001 else f"cp{value}"

    def _letters(self, text: str) -> None:
        skipped = min(self._left, len(text))
        self._left -= skipped
        self._add(text[skipped:].replace("\t", " "))

    def _byte(self, code: int) -> None:
        if self._left:
            self._left -= 1
        else:
            self._bytes.append(code)

    def _flush_bytes(self) -> None:
        if not self._bytes:
            return
        try:
            text = bytes(self._bytes).decode(self._state.encoding, "replace")
        except LookupError:
            text = bytes(self._bytes).decode("cp1252", "replace")
        self._bytes.clear()
        self._add(text)

    def _add(self, text: str) -> None:
        if self._state.silent:
            return
        if self._state.unseen:
            self.unseen += len(text.split())
            return
        first, *more = text.split("\n")
        self._line.append(first)
        for part in more:
            self._end_line()
            self._line.append(part)

    def _end_line(self, blank: bool = False) -> None:
        """Puts the line where it belongs: into the cell, the notes, or on the page."""
        # Letters beyond the basic plane come as two halves.
        line = "".join(self._line).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        self._line = []
        line = re.sub(r"(?<=\S)\s*\t+", "\t", line.rstrip())
        if self._state.aside:
            target = self.notes if self._state.aside == "notes" else self.top
            if line and line not in target:
                target.append(line)
        elif self._state.in_table:
            if line:
                self._cell.append(line)
        elif line or blank:
            self._end_table()
            self.pages[-1].append(line)

    def _end_cell(self, grid: _Grid) -> None:
        # A cell ends in the table even where \intbl was forgotten.
        inside, self._state.in_table = self._state.in_table, True
        self._end_line()
        self._state.in_table = inside
        lines, self._cell = self._cell, []
        column = len(grid.cells)
        merge = self._merges[column] if column < len(self._merges) else ""
        above = grid.rows[-1] if grid.rows else []
        if merge == "clvmrg" and not lines and column < len(above):
            lines = list(above[column].lines)
        grid.cells.append(Cell(lines))

    def _end_row(self, grid: _Grid) -> None:
        if grid.cells:
            grid.rows.append(grid.cells)
        grid.cells = []

    def _end_table(self) -> None:
        self._end_row(self._grid)
        self.pages[-1].extend(table_lines(self._grid.rows))
        self._grid = _Grid()
        self.pages[-1].extend(self._cell)
        self._cell = []
