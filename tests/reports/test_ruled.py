"""Tables drawn with lines in a PDF: a cell stays whole, whatever stands on its height."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from fpdf import FPDF

from pmchat.reports.pdf import read_pdf
from pmchat.reports.read import read_report

from .helpers import agree

_ROWS = [
    ("Gene", "Variant", "Zygosity", "Classification"),
    ("BRCA2", "c.5350_5351del (p.Asn1784Hisfs*2) exon 11 of 27", "Heterozygous", "PATHOGENIC"),
    (
        "ATM\nNM_000051.3",
        "c.6067G>A\n(p.Gly2023Arg)",
        "Heterozygous",
        "UNCERTAIN SIGNIFICANCE, not to be used to guide care",
    ),
    ("BRIP1", "c.2220G>T (p.Gln740His)", "Heterozygous", "UNCERTAIN SIGNIFICANCE"),
]


def make(layout: str, rows: Sequence[tuple[str, ...]]) -> bytes:
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("helvetica", size=9)
    for line in ("Hereditary cancer panel", "Patient: TEST, PERSON   Specimen: saliva", "Variants"):
        pdf.cell(0, 6, line, new_x="LMARGIN", new_y="NEXT")
    widths = (25, 40, 30, 40)[: len(rows[0])]
    with pdf.table(col_widths=widths, borders_layout=layout, text_align="LEFT", line_height=5) as t:
        for cells in rows:
            row = t.row()
            for cell in cells:
                row.cell(cell)
    pdf.multi_cell(0, 5, "A variant of uncertain significance is no reason for care.")
    return bytes(pdf.output())


@pytest.mark.parametrize("layout", ["ALL", "HORIZONTAL_LINES", "INTERNAL"])
def test_cells_of_several_lines_keep_to_their_row(layout: str) -> None:
    report = read_report(make(layout, _ROWS), "report.pdf")
    assert not agree(
        report,
        "BRCA2 c.5350_5351del p.N1784Hfs*2 pathogenic; ATM c.6067G>A p.G2023R vus;"
        " BRIP1 c.2220G>T p.Q740H vus",
    )


def test_a_merged_cell_speaks_for_each_of_its_rows() -> None:
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("helvetica", size=9)
    with pdf.table(col_widths=(30, 60), text_align="LEFT") as table:
        for cells in (("Gene", "Variant"), ("TP53", "p.R175H"), ("", "p.R248Q")):
            row = table.row()
            for cell in filter(None, cells):
                row.cell(cell, rowspan=2 if cell == "TP53" else 1)
    text = read_pdf(bytes(pdf.output()))
    assert isinstance(text, list)
    assert text[0].strip("\n") == "Gene\tVariant\nTP53\tp.R175H\nTP53\tp.R248Q"


def test_boxes_of_text_are_no_table() -> None:
    boxes = [
        ("Patient: A. Test\nBorn: 1960", "Sample: blood\nTaken: 2026-01-02"),
        ("Ordered by: Dr. B", "Laboratory: C"),
        ("Reported: 2026-02-01", "Status: final"),
    ]
    text = read_pdf(make("ALL", boxes))
    assert isinstance(text, list)
    assert "\t" not in text[0]
