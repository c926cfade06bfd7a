"""Word documents: printed text only, tables as columns, and packed files that are none."""

from __future__ import annotations

import io
import zipfile

import pytest

from pmchat.errors import ReportError
from pmchat.reports.docx import read_docx
from pmchat.reports.read import read_report

from .documents import W, make_docx, word_paragraph, word_run, word_table

MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def p(content: str) -> str:
    return f"<w:p>{content}</w:p>"


def looks(marks: str, text: str = "BRAF") -> str:
    return f"<w:r><w:rPr>{marks}</w:rPr><w:t>{text}</w:t></w:r>"


def cell(text: str, marks: str = "") -> str:
    return f"<w:tc><w:tcPr>{marks}</w:tcPr>{word_paragraph(text)}</w:tc>"


def lines(body: str, **parts: str) -> list[str]:
    return "\f".join(read_docx(make_docx(body, **parts)).texts).splitlines()


BOX = f"<w:txbxContent>{word_paragraph('in a box')}</w:txbxContent>"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (p(word_run("BRAF ") + word_run("V600E")), ["BRAF V600E"]),
        (p("<w:r><w:t>Gene</w:t><w:tab/><w:tab/><w:t>VAF</w:t></w:r>"), ["Gene\tVAF"]),
        (p("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r>"), ["a", "b"]),
        (p(word_run("a") + '<w:r><w:br w:type="page"/></w:r>' + word_run("b")), ["a", "b"]),
        (p("<w:r><w:t>p.E746</w:t><w:noBreakHyphen/><w:t>A750del</w:t></w:r>"), ["p.E746-A750del"]),
        (p("<w:pPr><w:numPr/></w:pPr>" + word_run("ALK")), ["* ALK"]),
        (word_table([["Gene", "VAF"], ["RET", ""]]), ["Gene\tVAF", "RET"]),
        (
            "<w:tbl><w:tr>" + cell("EGFR", '<w:vMerge w:val="restart"/>') + cell("L858R")
            + "</w:tr>"
            "<w:tr>" + cell("", "<w:vMerge/>") + cell("T790M") + "</w:tr></w:tbl>",
            ["EGFR\tL858R", "EGFR\tT790M"],
        ),
        (
            "<w:tbl><w:tr>" + cell("A", '<w:gridSpan w:val="2"/>') + cell("B") + "</w:tr></w:tbl>",
            ["A\t\tB"],
        ),
        (p(f"<w:del>{word_run('KRAS')}</w:del><w:ins>{word_run('NRAS')}</w:ins>"), ["NRAS"]),
        (f"<w:sdt><w:sdtContent>{word_paragraph('inside')}</w:sdtContent></w:sdt>", ["inside"]),
        (p(f"<w:hyperlink>{word_run('link')}</w:hyperlink>"), ["link"]),
        (p("<w:r><w:instrText>PAGE</w:instrText></w:r>" + word_run("1")), ["1"]),
        (
            p(f'<w:r><mc:AlternateContent xmlns:mc="{MC}"><mc:Choice>{BOX}</mc:Choice>'
              f"<mc:Fallback>{BOX}</mc:Fallback></mc:AlternateContent></w:r>" + word_run("out")),
            ["out", "in a box"],
        ),
    ],
)  # fmt: skip
def test_what_is_printed(body: str, expected: list[str]) -> None:
    assert [line for line in lines(body) if line] == expected


@pytest.mark.parametrize(
    "marks",
    [
        "<w:vanish/>", "<w:strike/>", "<w:dstrike/>", '<w:color w:val="FFFFFF"/>',
        '<w:sz w:val="1"/>', '<w:rStyle w:val="Unseen"/>',
    ],
)  # fmt: skip
def test_what_is_hidden_is_not_printed(marks: str) -> None:
    styles = (
        f'<w:styles xmlns:w="{W}"><w:style w:styleId="Base"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:styleId="Unseen"><w:basedOn w:val="Base"/></w:style></w:styles>'
    )
    assert lines(p(word_run("KRAS") + looks(marks)), styles=styles) == ["KRAS"]


@pytest.mark.parametrize(
    "marks",
    ['<w:vanish w:val="0"/>', '<w:color w:val="FFFFFF"/><w:shd w:fill="003366"/>', "<w:b/>"],
)
def test_what_is_shown_is_printed(marks: str) -> None:
    assert lines(p(looks(marks))) == ["BRAF"]


def test_white_heading_of_a_dark_table_is_printed() -> None:
    white = p(looks('<w:color w:val="FFFFFF"/>'))
    dark = f'<w:tc><w:tcPr><w:shd w:fill="1F3864"/></w:tcPr>{white}</w:tc>'
    assert lines(f"<w:tbl><w:tr>{dark}{cell('VAF')}</w:tr></w:tbl>") == ["BRAF\tVAF"]


def test_headers_footers_and_notes() -> None:
    def part(tag: str, inner: str) -> str:
        return f'<w:{tag} xmlns:w="{W}">{inner}</w:{tag}>'

    header = part("hdr", word_paragraph("Patient: MUSTER, ERIKA"))
    note = part("footnotes", f"<w:footnote>{word_paragraph('VAF: share of reads')}</w:footnote>")
    found = lines(
        word_paragraph("Results"), header1=header, header2=header, footnotes=note,
        footer1=part("ftr", word_paragraph("Page 1")),
    )  # fmt: skip
    assert [line for line in found if line] == [
        "Patient: MUSTER, ERIKA", "Results", "VAF: share of reads", "Page 1",
    ]  # fmt: skip


def packed(parts: dict[str, bytes]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return written.getvalue()


DEEP = b"<a>" * 5000 + b"</a>" * 5000
ENTITY = b'<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (packed({"a.txt": b"x"}), "ZIP"),
        (packed({"xl/workbook.xml": b"x"}), "spreadsheet"),
        (packed({"word/document.xml": b"<torn"}), "damaged"),
        (packed({"word/document.xml": DEEP}), "damaged"),
        (packed({"word/document.xml": ENTITY}), "damaged"),
        (packed({"word/document.xml": b" " * 60_000_000}), "more than can be read"),
        (make_docx(""), "no text"),
        (make_docx(word_paragraph("Results"))[:300], "damaged"),
        (OLE, "cannot be read"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "password"),
        (OLE + "WordDocument".encode("utf-16-le"), "old form"),
    ],
)
def test_refusals_say_what_and_how_to_mend(data: bytes, words: str) -> None:
    with pytest.raises(ReportError) as caught:
        read_report(data, "report.docx")
    assert words in caught.value.what
    assert caught.value.mend


def test_pages_are_counted() -> None:
    body = word_paragraph("Panel report") + p('<w:r><w:br w:type="page"/></w:r>')
    report = read_report(make_docx(body + word_paragraph("BRAF V600E 12%")), "a")
    assert [(f.analyte, f.evidence.page) for f in report.findings] == [("BRAF", 2)]
