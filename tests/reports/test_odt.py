"""OpenDocument texts, saved mails and web pages saved as one file."""

from __future__ import annotations

import io
import zipfile
from email.message import EmailMessage

import pytest

from pmchat.errors import ReportError
from pmchat.reports.odt import read_odt
from pmchat.reports.read import read_report

NAMES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
    for short, long in (("text", "text"), ("table", "table"), ("office", "office"),
                        ("style", "style"), ("draw", "drawing"))
)  # fmt: skip
STYLES = (
    '<office:automatic-styles><style:style style:name="H"><style:text-properties text:display='
    '"none"/></style:style></office:automatic-styles>'
)


def make_odt(body: str, manifest: str = "") -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("META-INF/manifest.xml", f"<m>{manifest}</m>")
        archive.writestr(
            "content.xml",
            f"<office:document-content {NAMES}>{STYLES}<office:body><office:text>{body}"
            "</office:text></office:body></office:document-content>",
        )
    return written.getvalue()


def cells(*texts: str, marks: str = "") -> str:
    return "".join(
        f"<table:table-cell{marks}><text:p>{t}</text:p></table:table-cell>" for t in texts
    )


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<text:h>RESULTS</text:h><text:p>BRAF<text:s text:c='2'/>V600E</text:p>",
         ["RESULTS", "BRAF  V600E"]),
        ("<text:p>Gene<text:tab/>VAF<text:line-break/>x</text:p>", ["Gene\tVAF", "x"]),
        ("<text:list><text:list-item><text:p>ALK</text:p></text:list-item></text:list>", ["* ALK"]),
        (f"<table:table><table:table-row>{cells('Gene', 'VAF')}</table:table-row>"
         f"<table:table-row>{cells('EGFR', '3%')}</table:table-row></table:table>",
         ["Gene\tVAF", "EGFR\t3%"]),
        ("<text:tracked-changes><text:p>old</text:p></text:tracked-changes><text:p>a"
         "<text:span text:style-name='H'>hidden</text:span></text:p>", ["a"]),
    ],
)  # fmt: skip
def test_what_is_printed(body: str, expected: list[str]) -> None:
    assert read_odt(make_odt(body)).texts[0].splitlines() == expected


def test_report_in_an_odt() -> None:
    report = read_report(
        make_odt("<text:p>Panel report</text:p><text:p>BRAF V600E 3%</text:p>"), "a"
    )
    assert [f.analyte for f in report.findings] == ["BRAF"]


def test_locked_odt_is_refused() -> None:
    with pytest.raises(ReportError, match="password"):
        read_report(make_odt("<text:p>x</text:p>", "<encryption-data/>"), "a")


def mail(html: str | None, attach: bool = False) -> bytes:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "lab@example.org", "a@example.org", "KRAS"
    message.set_content("Panel report\nBRAF V600E 3%\n")
    if html:
        message.add_alternative(html, subtype="html")
    if attach:
        message.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="a.pdf")
    return message.as_bytes()


@pytest.mark.parametrize("html", [None, "<p>Panel report<p hidden>ALK<p>BRAF V600E 3%"])
@pytest.mark.parametrize("attach", [False, True])
def test_report_in_a_mail(html: str | None, attach: bool) -> None:
    report = read_report(mail(html, attach), "a.eml")
    assert [f.analyte for f in report.findings] == ["BRAF"]
    assert any("attached" in warning for warning in report.warnings) is attach


def test_page_saved_as_one_file() -> None:
    data = (
        b"From: <Saved by a browser>\r\nSnapshot-Content-Location: https://example.org/\r\n"
        b'MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="x"\r\n'
        b"\r\n--x\r\nContent-Type: text/html; charset=utf-8\r\n"
        b"Content-Transfer-Encoding: quoted-printable\r\n\r\n<p>Panel report<p>BRAF V600E 3=25\r\n"
        b"--x\r\nContent-Type: image/png\r\n\r\niVBO\r\n--x--\r\n"
    )
    report = read_report(data, "a.mhtml")
    assert [(f.analyte, f.value.number) for f in report.findings if f.value] == [("BRAF", 3.0)]
