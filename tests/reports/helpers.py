"""Short ways to read a report in a test."""

from __future__ import annotations

from pathlib import Path

from fpdf import FPDF

from pmchat.model import Finding, Report
from pmchat.reports.read import read_text
from pmchat.reports.variants import shorten

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


_POLARITY = {
    "present": "present",
    "absent_stated": "absent",
    "indeterminate": "unclear",
    "not_performed": "not_done",
}


def words(finding: Finding) -> set[str]:
    """What a finding says, in words that a table of cases can name: "EGFR present p.L858R 12%"."""
    value = finding.value
    said = {
        finding.analyte.replace(" ", "_"),
        _POLARITY[finding.polarity],
        finding.kind,
        f"{finding.origin}_origin",
        finding.classification or "no_class",
        finding.specimen_id or "no_specimen",
        finding.hgvs_c or "no_c",
        shorten(finding.hgvs_p) if finding.hgvs_p else "no_p",
        "doubtful" if finding.confidence < 0.5 else "sure",
    }
    if value is None:
        return said | {"no_value"}
    if value.number is not None:
        said.add(f"{value.operator or ''}{value.number:g}{(value.unit or '').replace(' ', '_')}")
    return said | {(value.label or "no_label").replace(" ", "_")}


def agree(report: Report, expected: str) -> str | None:
    """None when the report has just the findings named ("ALK absent; EGFR present 12%"), else why.

    Each part names some words of one finding; every finding must be named, once.
    """
    wanted = [set(part.split()) for part in expected.split(";") if part.strip()]
    found = [words(f) for f in report.findings]
    for want in wanted:
        match = next((f for f in found if want <= f), None)
        if match is None:
            return f"missing {sorted(want)} in {[sorted(f) for f in found]}"
        found.remove(match)
    return f"not expected: {[sorted(f) for f in found]}" if found else None
