"""The one way in: bytes or text of a report to a `Report`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pmchat.errors import ReportError
from pmchat.i18n import N_, _
from pmchat.model import Report
from pmchat.reports.archive import is_packed, refuse_packed
from pmchat.reports.biomarkers import find_marks
from pmchat.reports.data.caris import is_caris, read_caris
from pmchat.reports.data.consumer import is_consumer, read_consumer
from pmchat.reports.data.foundation import is_foundation, read_foundation
from pmchat.reports.data.lab import is_lab, read_lab
from pmchat.reports.data.maf import is_maf, read_maf
from pmchat.reports.data.pharmcat import is_pharmcat, read_pharmcat
from pmchat.reports.data.phenopacket import is_phenopacket, read_phenopacket
from pmchat.reports.data.vcf import is_vcf, read_vcf
from pmchat.reports.data.xml import is_xml, refuse
from pmchat.reports.docx import is_docx, read_docx
from pmchat.reports.fhir.markup import looks_like_fhir_xml
from pmchat.reports.fhir.report import looks_like_json, read_fhir, read_fhir_xml
from pmchat.reports.file import File
from pmchat.reports.genes import find_genes
from pmchat.reports.html import is_html, read_html
from pmchat.reports.mail import is_mail, read_mail
from pmchat.reports.masking import masked
from pmchat.reports.odt import is_odt, read_odt
from pmchat.reports.pages import Pages
from pmchat.reports.pdf import is_pdf, read_pdf
from pmchat.reports.picture import is_picture
from pmchat.reports.polarity import find_cues
from pmchat.reports.rtf import is_rtf, read_rtf
from pmchat.reports.scan import read_picture
from pmchat.reports.text import read_pages
from pmchat.reports.variants import find_variants

MAX_BYTES = 10 * 1024 * 1024
MAX_CHARACTERS = 2_000_000
MAX_TEXT_PAGES = 200
TOO_LARGE = (N_("This file is larger than 10 MB."), N_("Please upload only the report itself."))


@dataclass(frozen=True)
class Format:
    """A kind of file: how its content is recognised, and how it is read.

    `read` gives a Report, or the pages of a text that is read like a pasted one; with
    `Pages` goes what the person should know of the file.
    """

    name: str
    fits: Callable[[File], bool]
    read: Callable[[File], Report | Pages | list[str]]


FORMATS: tuple[Format, ...] = (
    Format("PDF", is_pdf, lambda file: read_pdf(file.data)),
    Format("picture", is_picture, read_picture),
    Format("FHIR XML", looks_like_fhir_xml, read_fhir_xml),
    Format("VCF", is_vcf, read_vcf),
    Format("Foundation XML", is_foundation, read_foundation),
    Format("Caris", is_caris, read_caris),
    Format("PharmCAT", is_pharmcat, read_pharmcat),
    Format("Phenopacket", is_phenopacket, read_phenopacket),
    Format("laboratory JSON", is_lab, read_lab),
    Format("MAF", is_maf, read_maf),
    Format("consumer raw data", is_consumer, read_consumer),
    Format("Word", is_docx, lambda file: read_docx(file.data)),
    Format("RTF", is_rtf, lambda file: read_rtf(file.data)),
    Format("ODT", is_odt, lambda file: read_odt(file.data)),
    Format("mail", is_mail, lambda file: read_mail(file.data)),
    Format("HTML", is_html, lambda file: read_html(file.data)),
    Format(
        "FHIR", lambda file: looks_like_json(file.text or ""), lambda f: read_fhir(f.text or "")
    ),
    Format("packed", is_packed, refuse_packed),
    Format("other XML", is_xml, refuse),
)
"""Tried in this order; what fits none of them is read as plain text."""


def read_report(data: bytes, name: str) -> Report:
    """Reads a report file; its content, not its name, says what it is."""
    file = File(data, name)
    if not data:
        raise ReportError(
            _("This PDF is empty.") if name.lower().endswith(".pdf") else _("This file is empty."),
            _("Save or download it again and try once more."),
        )
    if len(data) > MAX_BYTES:
        raise ReportError(*map(_, TOO_LARGE))
    try:
        read = next((f.read(file) for f in FORMATS if f.fits(file)), None)
        if isinstance(read, Report):
            return masked(read)
        if isinstance(read, Pages):
            report = _read_pages(read.texts)
            return report.model_copy(update={"warnings": (*report.warnings, *read.warnings)})
        return _read_pages(read) if read is not None else read_text(_text_of(file))
    finally:
        _forget()


def read_text(text: str) -> Report:
    """Reads the pasted text of a report; a form feed begins a new page."""
    if not text.strip():
        raise ReportError(_("There is no text to read."), _("Paste the text of the report."))
    pages = text.replace("\r\n", "\n").replace("\r", "\n").split("\f")
    if len(pages) > MAX_TEXT_PAGES:
        what = _("This text has {count} pages; {most} is the most that can be read.")
        raise ReportError(
            what.format(count=len(pages), most=MAX_TEXT_PAGES),
            _("Please paste only the report itself."),
        )
    try:
        return _read_pages(pages)
    finally:
        _forget()


def _read_pages(pages: list[str]) -> Report:
    if sum(len(page) for page in pages) > MAX_CHARACTERS:
        raise ReportError(
            _("This report is longer than 2,000,000 characters."),
            _("Please use only the pages with the results."),
        )
    return masked(read_pages(pages))


def _forget() -> None:
    """Empties what was remembered for speed: a report must not outlive its reading."""
    find_genes.cache_clear()
    find_marks.cache_clear()
    find_cues.cache_clear()
    find_variants.cache_clear()


def _text_of(file: File) -> str:
    if file.text is None:
        raise ReportError(
            _("This kind of file cannot be read."),
            _("Please use a PDF with text, a FHIR file, or paste the text of the report."),
        )
    return file.text
