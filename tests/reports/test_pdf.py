from __future__ import annotations

import pytest
from fpdf import FPDF

from pmchat.reports.pdf import read_pdf
from pmchat.reports.read import read_report, read_text

from .helpers import FILES, make_pdf


@pytest.mark.parametrize("font", ["courier", "helvetica"])
@pytest.mark.parametrize("name", ["lung_columns", "germline_blocks", "pgx"])
def test_pdf_gives_what_its_text_gives(name: str, font: str) -> None:
    text = (FILES / f"{name}.txt").read_text()
    printed = [(f.analyte, f.polarity, f.hgvs_p, f.value) for f in read_text(text).findings]
    report = read_report(make_pdf(text, font=font), "a.pdf")
    assert [(f.analyte, f.polarity, f.hgvs_p, f.value) for f in report.findings] == printed


def test_evidence_names_page_and_line() -> None:
    report = read_report(make_pdf("Panel report\nKRAS: wild-type\fBRAF V600E 12%"), "a.pdf")
    places = [(f.analyte, f.evidence.page, f.evidence.line) for f in report.findings]
    assert places == [("KRAS", 1, 2), ("BRAF", 2, 1)]


def test_wrapped_cell_stays_in_its_row() -> None:
    pdf = FPDF()
    pdf.set_font("helvetica", size=9)
    pdf.add_page()
    pdf.cell(0, 5, "NGS panel report", new_x="LMARGIN", new_y="NEXT")
    cells = [
        ["Gene", "Variant", "VAF", "Class"],
        ["EGFR", "p.Leu858Arg", "23.4%", "Tier I"],
        ["TP53", "p.Arg273His in a cell that is so long that it wraps", "11%", "Tier III"],
        ["KRAS", "Not detected", "", ""],
    ]
    with pdf.table() as table:
        for line in cells:
            row = table.row()
            for cell in line:
                row.cell(cell)
    report = read_report(bytes(pdf.output()), "a.pdf")
    found = {f.analyte: (f.hgvs_p, f.polarity) for f in report.findings}
    assert found == {
        "EGFR": ("p.Leu858Arg", "present"),
        "TP53": ("p.Arg273His", "present"),
        "KRAS": (None, "absent_stated"),
    }


def test_columns_are_kept_apart() -> None:
    pages = read_pdf(make_pdf("Gene      Variant      VAF\nEGFR      L858R        23%"))
    assert isinstance(pages, list)
    (page,) = pages
    assert page.splitlines()[1].split("  ")[0] == "EGFR"
