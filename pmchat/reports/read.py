"""The one way in: bytes or text of a report to a `Report`."""

from __future__ import annotations

from pmchat.errors import ReportError
from pmchat.model import Report
from pmchat.reports.biomarkers import find_marks
from pmchat.reports.fhir.report import looks_like_json, read_fhir
from pmchat.reports.genes import forget
from pmchat.reports.pdf import read_pdf
from pmchat.reports.polarity import find_cues
from pmchat.reports.text import read_pages
from pmchat.reports.variants import find_variants

MAX_BYTES = 10 * 1024 * 1024
MAX_CHARACTERS = 2_000_000
MAX_TEXT_PAGES = 200
_PDF_HEAD = 1024


def read_report(data: bytes, name: str) -> Report:
    """Reads a report file; its content, not its name, says what it is."""
    if not data:
        raise ReportError(
            "This file is empty." if not name.lower().endswith(".pdf") else "This PDF is empty.",
            "Save or download it again and try once more.",
        )
    if len(data) > MAX_BYTES:
        raise ReportError(
            "This file is larger than 10 MB.", "Please upload only the report itself."
        )
    if b"%PDF-" in data[:_PDF_HEAD]:
        return _read_pages(read_pdf(data))
    text = _decode(data)
    if not looks_like_json(text):
        return read_text(text)
    try:
        return read_fhir(text)
    finally:
        _forget()


def read_text(text: str) -> Report:
    """Reads the pasted text of a report; a form feed begins a new page."""
    if not text.strip():
        raise ReportError("There is no text to read.", "Paste the text of the report.")
    pages = text.replace("\r\n", "\n").replace("\r", "\n").split("\f")
    if len(pages) > MAX_TEXT_PAGES:
        raise ReportError(
            f"This text has {len(pages)} pages; {MAX_TEXT_PAGES} is the most that can be read.",
            "Please paste only the report itself.",
        )
    return _read_pages(pages)


def _read_pages(pages: list[str]) -> Report:
    try:
        return read_pages(_limited(pages))
    finally:
        _forget()


def _forget() -> None:
    """Empties what was remembered for speed: a report must not outlive its reading."""
    forget()
    find_marks.cache_clear()
    find_cues.cache_clear()
    find_variants.cache_clear()


def _limited(pages: list[str]) -> list[str]:
    if sum(len(page) for page in pages) > MAX_CHARACTERS:
        raise ReportError(
            "This report is longer than 2,000,000 characters.",
            "Please use only the pages with the results.",
        )
    return pages


def _decode(data: bytes) -> str:
    """The bytes as text; anything that is no text is refused."""
    for mark, encoding in (
        (b"\xef\xbb\xbf", "utf-8-sig"),
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
    ):
        if data.startswith(mark):
            return _try(data, encoding) or _refuse()
    if b"\0" in data[:4096]:
        _refuse()
    text = _try(data, "utf-8")
    if text is None:
        text = _try(data, "cp1252") or data.decode("latin-1")
    control = sum(1 for c in text[:4096] if ord(c) < 32 and c not in "\t\n\r\f")
    return _refuse() if control > len(text[:4096]) / 50 else text


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _refuse() -> str:
    raise ReportError(
        "This kind of file cannot be read.",
        "Please use a PDF with text, a FHIR file, or paste the text of the report.",
    )
