from __future__ import annotations

import io

import pytest
from fpdf import FPDF
from PIL import Image

from pmchat.model import Evidence
from pmchat.reports.facsimile import facsimile, has_pages
from pmchat.reports.read import read_report

LINES = [
    "Example Harbor Lab   TUMOR GENE PANEL REPORT (tissue, DNA)",
    "Patient: TESTER, ANY   Collected: 2026-01-05   Reported: 2026-01-20",
    "GENOMIC FINDINGS",
    "EGFR   L858R    VAF 27.5 %",
    "TP53   R175H    VAF 33.0 %",
]
YELLOW = (255, 226, 138)


def _pdf() -> bytes:
    pdf = FPDF()
    pdf.set_font("courier", size=9)
    for _ in range(2):
        pdf.add_page()
        for line in LINES:
            pdf.cell(0, 20, line, new_x="LMARGIN", new_y="NEXT")
    return bytes(pdf.output())


def _picture(form: str = "PNG") -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (300, 2000), "white").save(out, form)
    return out.getvalue()


def _open(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data)).convert("RGB")


def test_every_line_of_a_pdf_is_marked_where_it_stands() -> None:
    data = _pdf()
    found = read_report(data, "a.pdf").findings
    heights = []
    for finding in found[:2]:
        made = facsimile(data, finding.evidence)
        assert made is not None
        picture, is_marked = made
        assert is_marked
        opened = _open(picture)
        colors = opened.getcolors(1_000_000) or []
        assert any(color == YELLOW for _, color in colors)
        heights.append(opened.height)
    assert all(h < 1000 for h in heights), "only the part around the line"


def test_words_that_stand_nowhere_show_the_page_unmarked() -> None:
    made = facsimile(_pdf(), Evidence(page=1, line=1, text="MET amplification CN 14"))
    assert made is not None
    assert made[1] is False


@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP", "TIFF"])
def test_a_photo_is_shown_whole(form: str) -> None:
    data = _picture(form)
    assert has_pages(data)
    made = facsimile(data, Evidence(page=1, line=3, text="EGFR L858R"))
    assert made is not None
    assert made[1] is False


@pytest.mark.parametrize("data", [b"EGFR L858R", b"{}", b"%PDF-1.7 broken", b"\x89PNG broken"])
def test_what_has_no_page_has_no_picture(data: bytes) -> None:
    assert facsimile(data, Evidence(page=1, line=1, text="EGFR")) is None


def test_a_page_that_does_not_exist_has_no_picture() -> None:
    assert facsimile(_pdf(), Evidence(page=9, line=1, text="EGFR")) is None
    assert facsimile(_picture(), Evidence(page=2, line=1, text="EGFR")) is None
