"""A web page: what a person sees of it, as lines with their columns."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from pmchat.errors import ReportError
from pmchat.i18n import _
from pmchat.reports import css
from pmchat.reports.file import File
from pmchat.reports.pages import (
    Cell,
    Pages,
    check_text,
    hidden_warnings,
    page_text,
    row_lines,
    squeeze,
    table_lines,
)

_HEAD = 8192
_STARTS = re.compile(
    r"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|div|table|section"
    r"|article|main|header|h[1-6]|p|meta|style|title|center|span|ul|dl|pre)\b",
    re.I | re.S,
)
# The texts of a data file may hold marks of their own.
_OTHER = re.compile(r"\s*(?:<|[\[{]\s*[{\"])")
_ENDS = re.compile(r"</(?:td|tr|table|div|p|span|li|h[1-6]|b|strong)>|<br ?/?>", re.I)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.I)
_WESTERN = frozenset({"", "utf-8", "utf8", "ascii", "us-ascii", "iso-8859-1", "latin1"})
_SILENT = frozenset({
    "head", "script", "style", "template", "noscript", "iframe", "object", "embed", "svg",
    "canvas", "audio", "video", "select", "datalist", "map", "noframes",
})  # fmt: skip
_CROSSED = frozenset({"del", "s", "strike"})
_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
    "dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2",
    "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu",
    "nav", "ol", "p", "pre", "section", "summary", "textarea", "ul", "optgroup", "option",
})  # fmt: skip
_BLOCK_DISPLAYS = frozenset({"block", "list-item", "grid", "flow-root"})
_PARTED = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "table", "ul", "ol", "dl", "hr"})
_ROW_CLASS = re.compile(r"(?:^|[\s_-])row(?:\s|$)", re.I)
_LABEL_CLASS = re.compile(r"(?:^|[\s_-])(?:label|key|term|fieldname|prompt)(?:[\s_-]|$)", re.I)
_LABEL_END = re.compile(r"^[^:]{1,48}:$")
_RECORDS = frozenset({"div", "li", "section", "article"})
_PARTS = frozenset({"div", "span", "strong", "b", "label", "em", "i", "h3", "h4", "h5", "h6"})
_LONGEST_PART = 160
_MARK = re.compile(r"^[\d,*\u2020\u2021\u00a7\u00b6a-h ]{1,4}$")


def is_html(file: File) -> bool:
    """Whether the content is a web page or a piece of one."""
    head = (file.text or "")[:_HEAD]
    return bool(_STARTS.match(head)) or (not _OTHER.match(head) and len(_ENDS.findall(head)) > 3)


def read_html(data: bytes) -> Pages:
    """The page as a person sees it; hidden and crossed-out words are counted, not read."""
    return read_markup(_decode(data))


def read_markup(text: str) -> Pages:
    """The same from the page's text."""
    parser = etree.HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True)
    text = re.sub(r"^\s*<\?xml[^>]*>", "", text.replace("\0", ""))
    try:
        root = etree.fromstring(text or " ", parser)
    except (etree.LxmlError, ValueError):
        root = None
    if any("depth" in error.message for error in parser.error_log):
        raise ReportError(
            _("This web page is built in a way that cannot be read."),
            _("Save it as a PDF, or paste the text of the report."),
        )
    page = _Page(css.Styles(root)) if root is not None else None
    lines = page.read(root) if page is not None and root is not None else []
    texts = [page_text(lines)]
    check_text(texts)
    return Pages(texts, hidden_warnings(page.unseen if page else 0))


def _decode(data: bytes) -> str:
    """The text by its byte order mark, as UTF-8, or by the encoding it names."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        named = _CHARSET.search(data[:_HEAD])
        label = named[1].decode("ascii").lower() if named else ""
        if label in _WESTERN:
            return data.decode("cp1252", "replace")
    try:
        return data.decode(label, "replace")
    except (LookupError, ValueError):  # a name that is no text encoding
        return data.decode("cp1252", "replace")


def _text_in(element: etree._Element) -> str:
    return "".join(str(part) for part in element.itertext())


@dataclass
class _Open:
    """An element that is being read: what it is for the page, and what it holds so far."""

    kind: str
    on_white: bool
    keeps_space: bool
    cells: list[Cell] | None = None
    rows: list[list[Cell]] | None = None
    lines: list[str] | None = None


class _Page:
    """Lines gathered from the elements of a page in their order."""

    def __init__(self, styles: css.Styles) -> None:
        self.unseen = 0
        self._styles = styles
        self._stack: list[_Open] = []
        self._sinks: list[list[str]] = [[]]
        self._line: list[str] = []

    def read(self, root: etree._Element) -> list[str]:
        """The lines of the whole tree, without recursion: pages can be nested deep."""
        walk = etree.iterwalk(root, events=("start", "end"))
        for event, element in walk:
            if event == "start":
                self._start(element)
                if self._stack[-1].kind == "silent":
                    walk.skip_subtree()
            else:
                self._end(element)
        self._break()
        return self._sinks[0]

    def _start(self, element: etree._Element) -> None:
        around = self._stack[-1] if self._stack else _Open("block", True, False)
        style = self._styles.of(element)
        on_white = around.on_white and not css.coloured(style) and not element.get("bgcolor")
        kind = self._kind(element, style, around)
        if element.tag in _SILENT:
            kind = "silent"
        elif element.tag in _CROSSED or css.hidden(element, style, around.on_white):
            self.unseen += len(_text_in(element).split())
            kind = "silent"
        space = style.get("white-space", "").startswith("pre") or element.tag in ("pre", "textarea")
        one = _Open(kind, on_white, space or around.keeps_space)
        self._stack.append(one)
        if kind == "silent":
            return
        if kind != "inline":
            self._break(keep=kind == "value")
        if element.tag in _PARTED and kind != "cell" and len(self._sinks) == 1:
            self._sinks[-1].append("")
        if kind == "table":
            one.rows = []
        elif kind == "row":
            one.cells = []
        elif kind == "cell":
            one.lines = []
            self._sinks.append(one.lines)
        if element.tag == "li" and len(self._sinks) == 1:
            self._line = ["* "]
        if element.tag == "input":
            self._add(element.get("value", ""), one.keeps_space)
        self._add(element.text or "", one.keeps_space)

    def _kind(self, element: etree._Element, style: css.Style, around: _Open) -> str:
        """What an element is on the page: table, row, cell, block, value, break or inline."""
        tag, role, display = element.tag, element.get("role", ""), style.get("display", "")
        if tag == "br":
            return "break"
        if tag == "table" or role in ("table", "grid") or display == "table":
            return "table"
        if tag in ("td", "th") or around.cells is not None:
            return "cell" if around.cells is not None else "block"
        if tag == "tr" or role == "row" or display in ("table-row", "flex", "inline-flex"):
            return "row"
        if tag == "div" and _ROW_CLASS.search(element.get("class", "")):
            return "row"
        if tag in _RECORDS and _is_record(element) and self._has_twin(element):
            return "row"
        if tag == "sup" and _MARK.match(_text_in(element).strip()):
            return "silent"
        if tag == "dd" or self._is_value(element):
            return "value"
        if tag in _BLOCKS or display in _BLOCK_DISPLAYS:
            return "inline" if display in ("inline", "inline-block") else "block"
        return "inline"

    def _has_twin(self, element: etree._Element) -> bool:
        """True when a neighbour is built alike: one result after the other."""
        return any(
            twin is not None and twin.get("class") == element.get("class") and _is_record(twin)
            for twin in (element.getprevious(), element.getnext())
        )

    def _is_value(self, element: etree._Element) -> bool:
        """True for an element that only stands below its label because of how pages are built."""
        label = element.getprevious()
        if label is None or element.getnext() is not None or label.getprevious() is not None:
            return False
        if (
            (label.tail or "").strip()
            or len(element) > 3
            or label.tag in _SILENT
            or label.tag == "br"
        ):
            return False
        named = _LABEL_CLASS.search(label.get("class", "")) or label.tag == "label"
        return bool(named or _LABEL_END.match(squeeze(_text_in(label)).strip()))

    def _end(self, element: etree._Element) -> None:
        one = self._stack.pop()
        around = self._stack[-1] if self._stack else _Open("block", True, False)
        if one.kind not in ("inline", "silent"):
            self._break()
        if one.kind == "cell" and around.cells is not None:
            lines = [line for line in self._sinks.pop() if line]
            wide, down = (_number(element.get(name)) for name in ("colspan", "rowspan"))
            head = element.tag == "th" or element.get("role") == "columnheader"
            around.cells.append(Cell(lines, wide, down, head))
        elif one.cells is not None:
            table = next((o for o in reversed(self._stack) if o.rows is not None or o.lines), None)
            if table is not None and table.rows is not None:
                table.rows.append(one.cells)
            else:
                self._sinks[-1].extend(row_lines(one.cells))
        elif one.rows is not None:
            self._sinks[-1].extend(table_lines(one.rows))
        self._add(element.tail or "", around.keeps_space)

    def _add(self, text: str, keeps_space: bool) -> None:
        """Puts words on the line; only in preformatted text do white space and lines count."""
        if not keeps_space:
            text = squeeze(text)
            if not self._line or self._line[-1].endswith(" "):
                text = text.lstrip(" ")
            if text:
                self._line.append(text)
            return
        *lines, last = text.expandtabs().replace("\r\n", "\n").split("\n")
        for line in lines:
            self._sinks[-1].append("".join([*self._line, line]))
            self._line = []
        if last:
            self._line.append(last)

    def _break(self, keep: bool = False) -> None:
        """Ends the line; `keep` sets the value beside the label that ended just before."""
        line = "".join(self._line).rstrip()
        self._line = []
        if keep and not line and self._sinks[-1]:
            line = self._sinks[-1].pop()
        if keep and line:
            self._line = [line, "  "]
        elif line:
            self._sinks[-1].append(line)


def _is_record(element: etree._Element) -> bool:
    """True for a name with its values, each in an element of its own."""
    parts = list(element)
    if element.tag not in _RECORDS or not 2 <= len(parts) <= 6 or (element.text or "").strip():
        return False
    signs = [(part.tag, part.get("class")) for part in parts]
    plain = len(parts) == 2 and all(sign[1] is None for sign in signs)
    return (plain or len(set(signs)) == len(signs)) and all(
        part.tag in _PARTS
        and not (part.tail or "").strip()
        and not any(inner.tag in _BLOCKS for inner in part.iterdescendants())
        and 0 < len(_text_in(part).strip()) <= _LONGEST_PART
        for part in parts
    )


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 6 else 1
