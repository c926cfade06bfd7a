"""What is fuzzed: a reader, the seeds that its inputs are grown from, and words to grow them with.

A further reader is one more line of `READERS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from email.message import EmailMessage
from html import escape

from pmchat.model import Report
from pmchat.reports.read import read_report, read_text
from pmchat.settings import ROOT
from tests.reports.data.test_foundation import HEAD, PMI, TAIL, short
from tests.reports.documents import as_html, as_rtf, make_docx, word_paragraph, word_table
from tests.reports.helpers import FILES, make_pdf
from tests.reports.pictures import render, save
from tests.reports.test_odt import cells, make_odt

SHARED = ROOT.parent / "shared"


OCR_SECONDS = 45.0
"""Of processor time for a page that is a picture."""


@dataclass(frozen=True)
class Reader:
    """How one kind of report is read, and where its seeds are; a folder may be missing.

    `seconds` of processor time are what no input of a seed's size may take.
    """

    read: Callable[[bytes], Report]
    seeds: Callable[[], Iterable[bytes]]
    words: tuple[bytes, ...] = ()
    seconds: float = 5.0


def files(*patterns: str) -> Callable[[], Iterable[bytes]]:
    """The files of the project's tests and of the shared folder that fit the patterns."""

    def seeds() -> Iterable[bytes]:
        for root in (ROOT / "tests", ROOT / "knowledge/samples", SHARED):
            for pattern in patterns:
                for path in sorted(root.rglob(pattern)):
                    if path.stat().st_size < 300_000:
                        yield path.read_bytes()

    return seeds


def _printed() -> Iterable[list[str]]:
    """The lines of the tests' reports, to be put into each format."""
    for path in sorted(FILES.rglob("*.txt")):
        yield path.read_text(encoding="utf-8").splitlines()


def _pdfs() -> Iterable[bytes]:
    for lines in _printed():  # the font of the test has no other letters
        yield make_pdf("\n".join(lines).encode("latin-1", "replace").decode("latin-1"))
    yield from files("*.pdf")()


def _pages() -> Iterable[bytes]:
    yield from map(as_html, _printed())
    yield from files("*.html")()


def _rich_texts() -> Iterable[bytes]:
    yield from map(as_rtf, _printed())


def _word_bodies() -> Iterable[bytes]:
    for lines in _printed():
        yield "".join(map(word_paragraph, lines)).encode()
        yield word_table([line.split("  ") for line in lines]).encode()


def _odt_bodies() -> Iterable[bytes]:
    for lines in _printed():
        yield "".join(f"<text:p>{escape(line)}</text:p>" for line in lines).encode()
        rows = (f"<table:table-row>{cells(*map(escape, x.split('  ')))}</table:table-row>"
                for x in lines)  # fmt: skip
        yield f"<table:table>{''.join(rows)}</table:table>".encode()


def _mails() -> Iterable[bytes]:
    for lines in _printed():
        mail = EmailMessage()
        mail["Subject"] = "Your results"
        mail.set_content("\n".join(lines))
        mail.add_attachment(as_html(lines), maintype="text", subtype="html", filename="r.html")
        mail.set_boundary("part")
        yield mail.as_bytes()


def _foundation() -> Iterable[bytes]:
    yield (HEAD + PMI.format("") + short("TP53", "R175H") + TAIL).encode()
    yield from files("*.xml")()


def _tables() -> Iterable[bytes]:
    yield from files("*.vcf", "*.tsv", "*.maf", "*.csv")()


def _pictures() -> Iterable[bytes]:
    page = render(make_pdf("EGFR L858R detected\nKRAS not detected"), 60)
    for kind in ("PNG", "JPEG", "TIFF", "WEBP", "BMP", "GIF"):
        yield save(page, kind)
    yield (FILES / "photo.heic").read_bytes()


def _text(data: bytes) -> Report:
    return read_text(data.decode("utf-8", "replace"))


def _file(data: bytes) -> Report:
    return read_report(data, "report")


def _word(data: bytes) -> Report:
    return _file(make_docx(data.decode("utf-8", "replace")))


def _odt(data: bytes) -> Report:
    return _file(make_odt(data.decode("utf-8", "replace")))


_WORDS = tuple(
    word.encode()
    for word in (
        "EGFR", "not detected", "no evidence of", "L858R", "c.2573T>G", "VAF 23 %", "(", ")", "|",
        "\t", "    ", "\n\n", "\f", "Patient:", "DOB", "MRN", "*1/*2", "PD-L1", "MSI", "::", "%",
        "\u200b", "\u202e", "\u0301", "1" * 400, "Version 2", "Gene  Variant  VAF\n", "null",
        '{"resourceType":', "[", "]", "}", '"valueQuantity":', "1e999", "-0", "\ufb01", "\0",
    )
)  # fmt: skip

READERS = {
    "text": Reader(_text, files("*.txt"), _WORDS),
    "pdf": Reader(  # a scanned one is read as pictures are
        _file, _pdfs, (*_WORDS, b"endobj", b"stream\n", b"/Kids", b"/Filter", b"<<"), OCR_SECONDS
    ),
    "json": Reader(_file, files("*.json"), _WORDS),
    "xml": Reader(_file, _foundation, (*_WORDS, b"<!DOCTYPE x>", b"<![CDATA[", b"&#0;", b"/>")),
    "table": Reader(_file, _tables, (*_WORDS, b"ANN=", b"CSQ=", b"##INFO=<", b"0/1", b"./.")),
    "html": Reader(_file, _pages, (*_WORDS, b"<table>", b"<td colspan=9999>", b"<!--", b"<style>")),
    "rtf": Reader(
        _file, _rich_texts, (*_WORDS, b"{", b"\\u-1?", b"\\bin9 ", b"\\row ", b"\\cell ")
    ),
    "word": Reader(_word, _word_bodies, (*_WORDS, b"<w:tbl>", b"<w:tc>", b"</w:p>", b"<w:del>")),
    "odt": Reader(_odt, _odt_bodies, (*_WORDS, b"<text:p>", b"text:c='99999'", b"<table:table>")),
    "mail": Reader(_file, _mails, (*_WORDS, b"Content-Type: multipart/mixed", b"\n--", b"=?x?q?")),
    "picture": Reader(
        _file, _pictures, (b"IHDR", b"IDAT", b"\xff\xda", b"\xff\xff\xff\xff", b"ftyp"), OCR_SECONDS
    ),
}
