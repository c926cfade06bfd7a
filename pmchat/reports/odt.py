"""An OpenDocument text: its printed text with tables, without hidden or deleted words."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from pmchat.errors import ReportError
from pmchat.i18n import _
from pmchat.reports.archive import LOCKED, Archive, names_in
from pmchat.reports.file import File
from pmchat.reports.pages import Cell, Pages, check_text, hidden_warnings, page_text, table_lines

_NAMES = "{urn:oasis:names:tc:opendocument:xmlns:"
_TEXT = _NAMES + "text:1.0}"
_TABLE = _NAMES + "table:1.0}"
_OFFICE = _NAMES + "office:1.0}"
_STYLE = _NAMES + "style:1.0}"
_LOOKS = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_GONE = frozenset({
    _TEXT + "tracked-changes", _OFFICE + "annotation", _TEXT + "hidden-text",
    _TEXT + "hidden-paragraph", _OFFICE + "forms", _TEXT + "sequence-decls",
    _TEXT + "note-citation", _TEXT + "variable-decls",
})  # fmt: skip
_MARK = b"mimetypeapplication/vnd.oasis.opendocument.text"
_CONTENT = "content.xml"
_MOST = 64


def is_odt(file: File) -> bool:
    """Whether the content is an OpenDocument text."""
    return _MARK in file.data[:200] and _CONTENT in names_in(file)


def read_odt(data: bytes) -> Pages:
    """The text of the document with its page headers before and its footers behind it."""
    archive = Archive(data)
    if "META-INF/manifest.xml" in archive.names and (
        b"encryption-data" in archive.read("META-INF/manifest.xml")
    ):
        raise ReportError(*map(_, LOCKED))
    content = archive.xml(_CONTENT)
    styles = archive.xml("styles.xml") if "styles.xml" in archive.names else None
    document = _Document([content, *([styles] if styles is not None else [])])
    lines: list[str] = []
    for name in ("header", "body", "footer"):
        root, tag = (content, _OFFICE + "body") if name == "body" else (styles, _STYLE + name)
        for part in root.iter(tag) if root is not None else ():
            lines.extend([*document.blocks(part), ""])
    texts = [page_text(lines)]
    check_text(texts)
    return Pages(texts, hidden_warnings(document.unseen))


class _Document:
    """The lines of a document's parts."""

    def __init__(self, roots: list[Element]) -> None:
        self.unseen = 0
        self._hidden = {
            style.get(_STYLE + "name", "")
            for root in roots
            for style in root.iter(_STYLE + "style")
            if any(_hides(looks) for looks in style.iter(_STYLE + "text-properties"))
        }

    def blocks(self, parent: Element) -> list[str]:
        """The paragraphs, lists and tables inside an element."""
        lines: list[str] = []
        for element in parent:
            if self._is_gone(element):
                continue
            if element.tag in (_TEXT + "p", _TEXT + "h"):
                boxes: list[Element] = []
                lines.extend("".join(self._words(element, boxes)).split("\n"))
                for box in boxes:
                    lines.extend(self.blocks(box))
            elif element.tag == _TABLE + "table":
                lines.extend(self._table(element))
            elif element.tag == _TEXT + "list-item":
                first, *rest = self.blocks(element) or [""]
                lines.extend([first if first.startswith("* ") else f"* {first}", *rest])
            else:
                lines.extend(self.blocks(element))
        return lines

    def _is_gone(self, element: Element) -> bool:
        hidden = element.tag in _GONE or element.get(_TEXT + "style-name") in self._hidden
        if hidden:
            self.unseen += len("".join(element.itertext()).split())
        return hidden

    def _words(self, parent: Element, boxes: list[Element]) -> Iterator[str]:
        """The printed words of a paragraph; text boxes in it are put aside."""
        yield (parent.text or "").replace("\n", " ")
        for element in parent:
            if element.tag == _TEXT + "s":
                yield " " * _number(element.get(_TEXT + "c"))
            elif element.tag == _TEXT + "tab":
                yield "\t"
            elif element.tag == _TEXT + "line-break":
                yield "\n"
            elif element.tag.endswith(("}frame", "}custom-shape")) or element.tag == _TEXT + "note":
                boxes.append(element)
            elif not self._is_gone(element):
                yield from self._words(element, boxes)
            yield (element.tail or "").replace("\n", " ")

    def _table(self, table: Element) -> list[str]:
        rows: list[list[Cell]] = []
        for row in table.iter(_TABLE + "table-row"):
            cells: list[Cell] = []
            for element in row:
                if element.tag != _TABLE + "table-cell":
                    continue  # a covered cell lies under one that spans it
                cell = Cell(
                    [line for line in self.blocks(element) if line.strip()],
                    _number(element.get(_TABLE + "number-columns-spanned")),
                    _number(element.get(_TABLE + "number-rows-spanned")),
                )
                again = _number(element.get(_TABLE + "number-columns-repeated"))
                cells.extend([cell] * min(again, _MOST - len(cells)))
            rows.append(cells)
        return table_lines(rows)


def _hides(looks: Element) -> bool:
    """Hidden or crossed out, or white without a ground."""
    white = looks.get(_LOOKS + "color", "").lower() == "#ffffff"
    return (
        looks.get(_TEXT + "display") == "none"
        or looks.get(_STYLE + "text-line-through-style", "none") != "none"
        or (white and looks.get(_LOOKS + "background-color") is None)
    )


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 4 else 1
