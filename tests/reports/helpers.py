"""Short ways to read a report in a test."""

from __future__ import annotations

from pathlib import Path

from fpdf import FPDF

from pmchat.model import Finding, Report
from pmchat.reports.read import read_text

FILES = Path(__file__).parent / "files"
HEAD = "Tumor profiling report (tissue NGS)\nPatient: TEST, PERSON   Specimen: FFPE block\n\n"


def read(body: str, head: str = HEAD) -> Report:
    return read_text(head + body)


def short(report: Report) -> list[tuple[str, str]]:
    return [(f.analyte, f.polarity) for f in report.findings]


def one(report: Report, analyte: str) -> Finding:
    found = [f for f in report.findings if f.analyte == analyte]
    assert len(found) == 1, [(f.analyte, f.as_printed) for f in report.findings]
    return found[0]


def make_pdf(text: str, *, font: str = "courier", password: str | None = None) -> bytes:
    pdf = FPDF()
    pdf.set_font(font, size=8)
    for page in text.split("\f"):
        pdf.add_page()
        for line in page.splitlines():
            pdf.cell(0, 4.2, line, new_x="LMARGIN", new_y="NEXT")
    if password:
        pdf.set_encryption(owner_password=password, user_password=password)
    return bytes(pdf.output())
