"""Photos and scans are read by the engine itself; each page takes a second or two."""

from __future__ import annotations

import struct

import numpy as np
import pytest
from PIL import Image

from pmchat.errors import ReportError
from pmchat.model import Report
from pmchat.reports.file import File
from pmchat.reports.layout import Laid
from pmchat.reports.picture import LONG_SIDE, is_picture, open_pages
from pmchat.reports.read import read_report
from pmchat.reports.scan import Page, refuse_others

from .helpers import FILES, make_pdf, one, short
from .pictures import CHANGES, REPORTS, render, save, scanned_pdf, turn

RESULTS = "Tumor profiling report (tissue NGS)\nSpecimen: FFPE block\n\n"
SHEET = REPORTS["solid tumor table"]


def printed(body: str, dpi: int = 150) -> Image.Image:
    return render(make_pdf(RESULTS + body, font="helvetica"), dpi)


def read(picture: Image.Image, kind: str = "PNG", **options: object) -> Report:
    return read_report(save(picture, kind, **options), "report")


@pytest.mark.parametrize("change", ["turned -2", "photo"])
def test_table_is_read_as_its_text_is(change: str) -> None:
    report = read(CHANGES[change](render(SHEET)))
    text = read_report(SHEET, "a.pdf")
    assert short(report) == short(text)
    assert [(f.hgvs_p, f.hgvs_c) for f in report.findings] == [
        (f.hgvs_p, f.hgvs_c) for f in text.findings
    ]
    for seen, found in zip(report.findings, text.findings, strict=True):
        assert seen.confidence < found.confidence
    assert "read from a picture" in report.warnings[0]


@pytest.mark.parametrize("degrees", [90, 180])
def test_sheet_on_its_side_or_head(degrees: int) -> None:
    report = read(turn(degrees)(printed("KRAS: wild-type\nBRAF V600E detected, VAF 27 %")))
    assert short(report) == [("KRAS", "absent_stated"), ("BRAF", "present")]


def test_gene_with_a_wrong_letter_is_quoted_not_mended() -> None:
    report = read(printed("BRCAl c.68_69del\nP1K3CA E545K 3 %\nKRAS: wild-type\nMSI: stable"))
    assert short(report) == [("KRAS", "absent_stated"), ("MSI", "absent_stated")]
    for word in ('"BRCA', '"P1K3CA"'):
        assert any(word in w for w in report.warnings)


def test_change_with_a_wrong_letter_is_quoted_not_mended() -> None:
    report = read(printed("BRAF V6OOE detected\nEGFR p.L8S8R 18 %\nKRAS: wild-type"))
    for finding in report.findings:
        assert finding.analyte == "KRAS" or (finding.hgvs_p is None and finding.confidence < 0.7)
    assert any('"V6OOE"' in w for w in report.warnings)
    assert any('"p.L8S8R"' in w for w in report.warnings)


def test_line_with_a_not_and_a_misread_gene_gives_no_finding_that_is_there() -> None:
    report = read(
        printed("Not detected: ERBS2 (HER2) amplification, FGFRl amplification\nMSI: high")
    )
    assert [f.analyte for f in report.findings if f.polarity == "present"] == ["MSI"]
    assert any("ERBB2 could not be read for sure" in w for w in report.warnings)


def test_lone_number_in_a_column_is_no_picture_on_its_side() -> None:
    report = read(printed("TMB            4 mut/Mb\nKRAS           G12D\nCPS\nPD-L1 CPS: 7"))
    tmb = one(report, "TMB").value
    assert tmb is not None
    assert tmb.number == 4


def test_pdf_with_text_and_scanned_pages() -> None:
    comment = "\n\nCOMMENT\nGermline testing is recommended for this person."
    scan = printed(f"BRAF V600E detected, VAF 27 %{comment.replace('Germline', 'Repeat')}")
    report = read_report(scanned_pdf(f"{RESULTS}KRAS: wild-type{comment}", scan), "a.pdf")
    told = [one.text for one in report.remarks]
    comment = "Germline testing is recommended for this person."
    assert told == [comment, "Specimen: FFPE block"], "none of the picture"
    places = {f.analyte: (f.evidence.page, f.confidence) for f in report.findings}
    assert places["KRAS"] == (1, 0.95)
    assert places["BRAF"][0] == 2
    assert places["BRAF"][1] < 0.95
    assert report.warnings[0].startswith("Page 2 was read from a picture")


def test_hidden_text_behind_a_scan_is_not_trusted() -> None:
    picture = printed("KRAS: wild-type\nBRAF V600E detected")
    pdf = scanned_pdf(
        picture, hidden=RESULTS + "KRAS G12D detected\nRubbish of a bad scanner. " * 9
    )
    assert short(read_report(pdf, "a.pdf")) == [("KRAS", "absent_stated"), ("BRAF", "present")]


def test_tiff_of_two_pages() -> None:
    first, second = printed("KRAS: wild-type"), printed("BRAF V600E detected")
    report = read(first, "TIFF", save_all=True, append_images=[second])
    places = {f.analyte: f.evidence.page for f in report.findings}
    assert places == {"KRAS": 1, "BRAF": 2}


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF", "BMP", "WEBP", "GIF"])
def test_kinds_of_pictures_are_known_by_content(kind: str) -> None:
    data = save(Image.new("L", (300, 200), 255), kind)
    assert is_picture(File(data, "a.txt"))
    assert [page.mode for page in open_pages(data)] == ["L"]


def test_photo_of_an_iphone() -> None:
    report = read_report((FILES / "photo.heic").read_bytes(), "photo")
    assert short(report) == [("KRAS", "absent_stated"), ("BRAF", "present")]


def test_text_is_no_picture() -> None:
    assert not is_picture(File(b"BMI: 23\nKRAS: wild-type", "a.bmp"))


@pytest.mark.parametrize("mode", ["1", "P", "RGBA", "CMYK", "I;16"])
def test_colours_become_grey_on_white(mode: str) -> None:
    sheet = Image.new("L", (1300, 900), 255)
    sheet.paste(0, (100, 100, 200, 200))
    if mode == "I;16":
        picture = Image.fromarray(np.asarray(sheet).astype(np.uint16) * 257)
    elif mode == "RGBA":
        picture = Image.merge(
            "RGBA", [Image.new("L", sheet.size)] * 3 + [sheet.point(lambda v: 255 - v)]
        )
    else:
        picture = sheet.convert(mode)
    (page,) = open_pages(save(picture, "TIFF"))
    assert (page.getpixel((150, 150)), page.getpixel((500, 500))) == (0, 255)


def test_photo_taken_on_its_side_is_turned() -> None:
    sheet = Image.new("L", (2000, 1500), 255)
    exif = Image.Exif()
    exif[0x0112] = 6
    (page,) = open_pages(save(sheet, "JPEG", exif=exif))
    assert page.size == (1500, 2000)


def test_large_photo_is_made_smaller() -> None:
    (page,) = open_pages(save(Image.new("RGB", (6000, 4000), "white"), "JPEG"))
    assert max(page.size) == LONG_SIDE


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (save(Image.new("1", (10_000, 10_000))), "million pixels"),
        (save(Image.new("1", (20_000, 20_000))), "damaged"),
        (save(Image.new("1", (9, 9)), "TIFF", save_all=True,
              append_images=[Image.new("1", (9, 9))] * 20), "more than 20"),
        (save(Image.new("L", (900, 900), 255)), "No genetic or lab report"),
        (save(printed("KRAS"))[:2000], "damaged"),
    ],
)  # fmt: skip
def test_what_is_no_report_ends_in_a_calm_line(data: bytes, words: str) -> None:
    with pytest.raises(ReportError) as caught:
        read_report(data, "a.png")
    assert words in caught.value.what


def test_a_page_without_a_width_ends_in_a_calm_line() -> None:
    page = Image.new("L", (9, 9))
    data = bytearray(save(page, "TIFF", save_all=True, append_images=[page]))
    (first,) = struct.unpack_from("<I", data, 4)
    (count,) = struct.unpack_from("<H", data, first)
    (second,) = struct.unpack_from("<I", data, first + 2 + 12 * count)
    width = next(p for p in range(second + 2, len(data), 12) if data[p : p + 2] == b"\x00\x01")
    data[width : width + 2] = b"\x00\x80"
    with pytest.raises(ReportError, match="damaged"):
        read_report(bytes(data), "a.tif")


def test_picture_of_something_else_ends_in_a_calm_line() -> None:
    down, across = np.mgrid[0:900, 0:1200]
    waves = 127 + 90 * np.sin(across / 37) * np.cos(down / 23)
    with pytest.raises(ReportError, match="No genetic or lab report"):
        read(Image.fromarray(waves.astype(np.uint8)))


def _page(lines: int, text: str = "The siege went on for many weeks.") -> Page:
    return Page(tuple(Laid(text, 1.0) for _ in range(lines)), seen=True)


@pytest.mark.parametrize("pages", [[_page(45)] * 2, [_page(20)] * 3], ids=["close", "three"])
def test_a_book_is_refused_after_a_few_pages(pages: list[Page]) -> None:
    with pytest.raises(ReportError, match="No genetic or lab report"):
        refuse_others(pages)


@pytest.mark.parametrize(
    "pages",
    [[_page(90)], [_page(20)] * 2, [_page(45), _page(45, "BRAF V600E detected")]],
    ids=["one page", "two letters", "gene"],
)
def test_what_may_still_be_a_report_is_read_on(pages: list[Page]) -> None:
    refuse_others(pages)
