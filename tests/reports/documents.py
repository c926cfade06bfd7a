"""The same made-up report as text, PDF, web page, Word and RTF document."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Sequence
from html import escape

from fpdf import FPDF

Block = str | list[list[str]]
"""A line of text, or the rows of a table."""

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'


def as_text(blocks: Sequence[Block]) -> bytes:
    lines = []
    for block in blocks:
        if isinstance(block, str):
            lines.append(block)
            continue
        widths = [max(len(row[i]) for row in block) + 3 for i in range(len(block[0]))]
        for row in block:
            cells = (c.ljust(w) for c, w in zip(row, widths, strict=True))
            lines.append("".join(cells).rstrip())
    return "\n".join(lines).encode()


def as_html(blocks: Sequence[Block]) -> bytes:
    parts = []
    for block in blocks:
        if block == "":
            parts.append("</p><p>")
        elif isinstance(block, str):
            parts.append(escape(block).replace("  ", "&nbsp; ") + "<br>")
        else:
            head, *rows = block
            marked = [("th", head), *(("td", row) for row in rows)]
            lines = ("".join(f"<{tag}>{escape(c)}</{tag}>" for c in row) for tag, row in marked)
            parts.append("</p><table>" + "".join(f"<tr>{x}</tr>" for x in lines) + "</table><p>")
    head_part = "<head><meta charset='utf-8'><title>Report</title></head>"
    return f"<!DOCTYPE html><html>{head_part}<body><p>{''.join(parts)}</body></html>".encode()


def word_run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def word_paragraph(text: str) -> str:
    return f"<w:p>{word_run(text)}</w:p>"


def word_table(rows: list[list[str]]) -> str:
    cells = ("".join(f"<w:tc>{word_paragraph(c)}</w:tc>" for c in row) for row in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


def make_docx(body: str, **parts: str) -> bytes:
    """A Word document from the XML of its body; `parts` are other files under word/."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr(
            "word/document.xml",
            f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>',
        )
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", content)
    return written.getvalue()


def as_docx(blocks: Sequence[Block]) -> bytes:
    return make_docx(
        "".join(word_paragraph(b) if isinstance(b, str) else word_table(b) for b in blocks)
    )


def _rtf(text: str) -> str:
    marks = {"\\": "\\\\", "{": "\\{", "}": "\\}"}
    return "".join(
        marks.get(c, c) if ord(c) < 128 else f"\\u{ord(c) - 65536 * (ord(c) > 32767)}?"
        for c in text
    )


def as_rtf(blocks: Sequence[Block]) -> bytes:
    parts = [r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fswiss Arial;}}\f0\fs20 "]
    for block in blocks:
        if isinstance(block, str):
            parts.append(rf"\pard {_rtf(block)}\par ")
            continue
        for row in block:
            borders = "".join(rf"\cellx{2000 * (i + 1)}" for i in range(len(row)))
            cells = "".join(rf"\pard\intbl {_rtf(cell)}\cell " for cell in row)
            parts.append(rf"\trowd{borders} {cells}\row ")
    return "\n".join([*parts, "}"]).encode("ascii")


def as_pdf(blocks: Sequence[Block]) -> bytes:
    pdf = FPDF()
    pdf.set_font("helvetica", size=9)
    pdf.add_page()
    for block in blocks:
        if isinstance(block, str):
            pdf.multi_cell(0, 5, block, new_x="LMARGIN", new_y="NEXT")
            continue
        with pdf.table() as table:
            for line in block:
                row = table.row()
                for cell in line:
                    row.cell(cell)
    return bytes(pdf.output())


FORMS: dict[str, Callable[[Sequence[Block]], bytes]] = {
    "txt": as_text,
    "pdf": as_pdf,
    "html": as_html,
    "docx": as_docx,
    "rtf": as_rtf,
}
