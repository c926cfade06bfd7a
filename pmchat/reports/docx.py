"""A Word document: its printed text with tables, without what is hidden or deleted."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from pmchat.reports.archive import Archive, names_in
from pmchat.reports.file import File
from pmchat.reports.pages import (
    Cell,
    Pages,
    check_text,
    hidden_warnings,
    page_text,
    table_lines,
)

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MAIN = "word/document.xml"
_OFF = frozenset({"0", "false", "off", "none"})
_PASSED = frozenset({"sdt", "sdtContent", "ins", "moveTo", "smartTag", "hyperlink", "fldSimple",
                     "customXml", "dir", "bdo", "body", "ruby", "rubyBase"})  # fmt: skip
_GONE = frozenset({"del", "moveFrom"})
_SIGNS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-", "softHyphen": ""}
_TINY_SIZE = 3  # half points


def is_docx(file: File) -> bool:
    """Whether the content is a Word document; macros in it (.docm) are never run."""
    return _MAIN in names_in(file) or any(
        name.startswith("word/document") and name.endswith(".xml") for name in names_in(file)
    )


def read_docx(data: bytes) -> Pages:
    """The pages of a Word document as they were last laid out."""
    archive = Archive(data)
    main = (
        _MAIN
        if _MAIN in archive.names
        else min(n for n in archive.names if n.startswith("word/document") and n.endswith(".xml"))
    )
    document = _Document(_hidden_styles(archive))
    _frame(archive, main, "header", document)
    document.blocks(_plain(archive.xml(main)))
    for kind in ("footnotes", "endnotes"):
        _frame(archive, main, kind, document)
    _frame(archive, main, "footer", document)
    texts = [page_text(lines) for lines in document.pages]
    check_text(texts)
    return Pages(texts, hidden_warnings(document.unseen))


def _frame(archive: Archive, main: str, kind: str, document: _Document) -> None:
    """Reads the headers, footers or notes; each differing one once."""
    folder = posixpath.dirname(main)
    seen: set[tuple[str, ...]] = set()
    for name in sorted(archive.names):
        if not name.startswith(f"{folder}/{kind}") or not name.endswith(".xml"):
            continue
        part = _Document(document.hidden_styles)
        part.blocks(_plain(archive.xml(name)))
        lines = [line for page in part.pages for line in page if line]
        document.unseen += part.unseen
        if lines and tuple(lines) not in seen:
            seen.add(tuple(lines))
            document.lines.extend([*lines, ""])


def _plain(root: Element) -> Element:
    """The tree with the names of the strict form of the format as those of the usual one."""
    for element in root.iter():
        if element.tag.startswith(_STRICT):
            element.tag = _W + element.tag[len(_STRICT) :]
            element.attrib = {k.replace(_STRICT, _W): v for k, v in element.attrib.items()}
    return root


def _on(properties: Element | None, name: str) -> bool:
    """Whether a property is set."""
    found = properties.find(_W + name) if properties is not None else None
    return found is not None and found.get(_W + "val", "true").lower() not in _OFF


def _hidden_styles(archive: Archive) -> frozenset[str]:
    """The ids of the styles whose text is not printed."""
    if "word/styles.xml" not in archive.names:
        return frozenset()
    hidden: set[str] = set()
    based: dict[str, str] = {}
    for style in _plain(archive.xml("word/styles.xml")).iter(_W + "style"):
        name = style.get(_W + "styleId", "")
        parent = style.find(_W + "basedOn")
        if parent is not None:
            based[name] = parent.get(_W + "val", "")
        if _on(style.find(_W + "rPr"), "vanish"):
            hidden.add(name)
    for _ in range(10):
        hidden |= {name for name, parent in based.items() if parent in hidden}
    return frozenset(hidden)


@dataclass
class _Document:
    """The lines of each page, gathered block by block."""

    hidden_styles: frozenset[str]
    unseen: int = 0
    pages: list[list[str]] = field(default_factory=lambda: [[]])

    @property
    def lines(self) -> list[str]:
        return self.pages[-1]

    def blocks(self, parent: Element, cell: list[str] | None = None, shaded: bool = False) -> None:
        """Reads the paragraphs and tables of a body, a cell or a box."""
        sink = self.lines if cell is None else cell
        for element in parent:
            tag = element.tag.removeprefix(_W)
            if tag == "p":
                self._paragraph(element, cell, shaded)
                sink = self.lines if cell is None else cell
            elif tag == "tbl":
                sink.extend(self._table(element))
            elif tag in _PASSED or tag in ("footnote", "endnote"):
                self.blocks(element, cell, shaded)
                sink = self.lines if cell is None else cell
            elif tag in _GONE:
                self.unseen += _count(element)

    def _paragraph(self, paragraph: Element, cell: list[str] | None, shaded: bool) -> None:
        properties = paragraph.find(_W + "pPr")
        sink = self.lines if cell is None else cell
        style = properties.find(_W + "pStyle") if properties is not None else None
        if style is not None and style.get(_W + "val") in self.hidden_styles:
            self.unseen += _count(paragraph)
            return
        shaded = shaded or _shaded(properties)
        boxes: list[Element] = []
        text = "".join(self._text(paragraph, shaded, boxes))
        listed = properties is not None and properties.find(_W + "numPr") is not None
        if listed and cell is None and text.strip() and not (style is not None and _titled(style)):
            text = f"* {text.lstrip()}"
        for number, part in enumerate(text.split("\f")):
            if number and cell is None:
                self.pages.append([])
                sink = self.lines
            lines = [_columns(line) for line in part.split("\n")]
            sink.extend(line for line in lines if line.strip() or cell is None)
        for box in boxes:
            self.blocks(box, cell, shaded=True)

    def _text(self, parent: Element, shaded: bool, boxes: list[Element]) -> Iterator[str]:
        """The printed letters of a paragraph; text boxes in it are put aside."""
        for element in parent:
            tag = element.tag.removeprefix(_W)
            if tag == "r":
                if self._is_hidden(element, shaded):
                    self.unseen += _count(element)
                else:
                    yield from self._run(element, boxes)
            elif tag in _PASSED:
                yield from self._text(element, shaded, boxes)
            elif tag in _GONE:
                self.unseen += _count(element)
            elif tag == f"{_CHOICE}AlternateContent":
                boxes.extend(_boxes(element))

    def _run(self, run: Element, boxes: list[Element]) -> Iterator[str]:
        for element in run:
            tag = element.tag.removeprefix(_W)
            if tag == "t":
                yield (element.text or "").replace("\n", " ")
            elif tag == "br":
                yield "\f" if element.get(_W + "type") == "page" else "\n"
            elif tag == "lastRenderedPageBreak":
                yield "\f"
            elif tag == "sym":
                yield _symbol(element)
            elif tag in ("drawing", "pict", "object", f"{_CHOICE}AlternateContent"):
                boxes.extend(_boxes(element))
            else:
                yield _SIGNS.get(tag, "")

    def _is_hidden(self, run: Element, shaded: bool) -> bool:
        """Hidden, crossed out, too small to see, or white on white paper."""
        properties = run.find(_W + "rPr")
        if properties is None:
            return False
        style = properties.find(_W + "rStyle")
        if style is not None and style.get(_W + "val") in self.hidden_styles:
            return properties.find(_W + "vanish") is None or _on(properties, "vanish")
        if any(_on(properties, name) for name in ("vanish", "strike", "dstrike")):
            return True
        size, colour = properties.find(_W + "sz"), properties.find(_W + "color")
        tiny = size is not None and size.get(_W + "val", "99").isdigit()
        if tiny and size is not None and int(size.get(_W + "val", "99")[:4]) <= _TINY_SIZE:
            return True
        white = colour is not None and colour.get(_W + "val", "").upper() == "FFFFFF"
        return white and not shaded and not _shaded(properties)

    def _table(self, table: Element) -> list[str]:
        properties = table.find(_W + "tblPr")
        shaded = properties is not None and properties.find(_W + "tblStyle") is not None
        rows: list[list[Cell]] = []
        above: dict[int, Cell] = {}
        for row in _inside(table, "tr"):
            about = row.find(_W + "trPr")
            if about is not None and about.find(_W + "del") is not None:
                self.unseen += _count(row)
                continue
            before = about.find(_W + "gridBefore") if about is not None else None
            cells = [Cell() for _ in range(_number(before))] if before is not None else []
            column = len(cells)
            for element in _inside(row, "tc"):
                cell = self._cell(element, shaded, above.get(column))
                above[column] = cell
                column += cell.across
                cells.append(cell)
            rows.append(cells)
        return table_lines(rows)

    def _cell(self, element: Element, shaded: bool, above: Cell | None) -> Cell:
        """A cell; one that goes on with the cell above holds the same words."""
        properties = element.find(_W + "tcPr")
        merged = properties.find(_W + "vMerge") if properties is not None else None
        span = properties.find(_W + "gridSpan") if properties is not None else None
        across = _number(span) if span is not None else 1
        cell = Cell(across=max(1, across))
        self.blocks(element, cell.lines, shaded or _shaded(properties))
        goes_on = merged is not None and merged.get(_W + "val", "continue") == "continue"
        if goes_on and above is not None and not cell.lines:
            cell.lines = list(above.lines)
        return cell


def _inside(parent: Element, name: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, also those in content controls."""
    for element in parent:
        tag = element.tag.removeprefix(_W)
        if tag == name:
            yield element
        elif tag in ("sdt", "sdtContent", "ins", "customXml"):
            yield from _inside(element, name)


def _boxes(element: Element) -> list[Element]:
    """The text boxes of a drawing; of two forms of the same drawing, one."""
    alternate = next((e for e in element.iter(f"{_CHOICE}AlternateContent")), None)
    if alternate is not None:
        choice = next(iter(alternate), None)
        return list(choice.iter(_W + "txbxContent")) if choice is not None else []
    return list(element.iter(_W + "txbxContent"))


def _shaded(properties: Element | None) -> bool:
    """Whether a background other than white is set."""
    if properties is None:
        return False
    shade, marker = properties.find(_W + "shd"), properties.find(_W + "highlight")
    filled = shade is not None and shade.get(_W + "fill", "auto").upper() not in ("AUTO", "FFFFFF")
    return filled or (marker is not None and marker.get(_W + "val") not in ("white", "none", None))


def _titled(style: Element) -> bool:
    return style.get(_W + "val", "").lower().startswith(("heading", "title"))


def _symbol(element: Element) -> str:
    """A letter of a symbol font; the usual ticks and bullets of Wingdings among them."""
    code = element.get(_W + "char", "")
    return {"F0FC": "\u2713", "F0FE": "\u2612", "F0FB": "\u2717", "F0B7": "\u2022"}.get(code, " ")


def _columns(line: str) -> str:
    """The line with one tab between its columns, however many were set."""
    parts = line.rstrip().split("\t")
    return "\t".join(part for i, part in enumerate(parts) if part.strip() or i == 0)


def _count(element: Element) -> int:
    words = (e.text or "" for e in element.iter() if e.tag in (_W + "t", _W + "delText"))
    return len("".join(words).split())


def _number(element: Element) -> int:
    text = element.get(_W + "val", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 3 else 1
