"""Made-up reports as pictures: printed, scanned badly, photographed."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import numpy as np
import pypdfium2 as pdfium
from fpdf import FPDF
from fpdf.enums import TextMode
from PIL import Image, ImageFilter

Change = Callable[[Image.Image], Image.Image]


def render(pdf: bytes, dpi: int = 200) -> Image.Image:
    """The first page of a PDF as a grey picture."""
    page = pdfium.PdfDocument(pdf)[0]
    picture: Image.Image = page.render(scale=dpi / 72, grayscale=True).to_pil()
    return picture.convert("L")


def save(picture: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    stream = BytesIO()
    picture.save(stream, kind, **options)
    return stream.getvalue()


def scanned_pdf(*pages: Image.Image | str, hidden: str = "") -> bytes:
    """A PDF of pictures that fill their pages, with hidden text, and of pages of text."""
    pdf = FPDF()
    pdf.set_font("helvetica", size=9)
    for page in pages:
        pdf.add_page()
        if isinstance(page, str):
            for line in page.splitlines():
                pdf.cell(0, 5, line, new_x="LMARGIN", new_y="NEXT")
        else:
            pdf.image(page, 0, 0, pdf.w, pdf.h)
            pdf.text_mode = TextMode.INVISIBLE
            pdf.multi_cell(0, 5, hidden)
            pdf.text_mode = TextMode.FILL
    return bytes(pdf.output())


def make_table(
    head: str, *tables: list[list[str]], foot: str = "", font: str = "helvetica"
) -> bytes:
    """A PDF of text lines, ruled tables and text lines again."""
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font(font, size=9)
    for line in head.splitlines():
        pdf.cell(0, 5, line, new_x="LMARGIN", new_y="NEXT")
    for rows in tables:
        pdf.ln(3)
        with pdf.table(line_height=5) as table:
            for cells in rows:
                row = table.row()
                for cell in cells:
                    row.cell(cell)
    pdf.ln(3)
    for line in foot.splitlines():
        pdf.cell(0, 5, line, new_x="LMARGIN", new_y="NEXT")
    return bytes(pdf.output())


def turn(degrees: float) -> Change:
    return lambda p: p.rotate(degrees, Image.Resampling.BICUBIC, expand=True, fillcolor=255)


def noise(spread: float) -> Change:
    def change(picture: Image.Image) -> Image.Image:
        grains = np.random.default_rng(7).normal(0, spread, (picture.height, picture.width))
        return Image.fromarray(np.clip(np.asarray(picture) + grains, 0, 255).astype(np.uint8))

    return change


def blur(radius: float) -> Change:
    return lambda picture: picture.filter(ImageFilter.GaussianBlur(radius))


def jpeg(quality: int) -> Change:
    return lambda p: Image.open(BytesIO(save(p, "JPEG", quality=quality))).convert("L")


def shade(picture: Image.Image) -> Image.Image:
    """Light from one side: from full to two fifths of it, with a shadow over a corner."""
    width, height = picture.size
    across, down = np.meshgrid(np.linspace(1, 0.4, width), np.linspace(1, 0.8, height))
    light = across * down * np.where((across < 0.6) & (down < 0.87), 0.75, 1.0)
    return Image.fromarray((np.asarray(picture) * light).astype(np.uint8))


def lean(picture: Image.Image) -> Image.Image:
    """A sheet seen from a lower corner, on a grey table."""
    width, height = picture.size
    corners = [(0.08, 0.05), (0.9, 0.02), (0.99, 0.97), (0.02, 0.93)]
    sheet = [(0, 0), (width, 0), (width, height), (0, height)]
    rows, wanted = [], []
    for corner, (x, y) in zip(corners, sheet, strict=True):
        u, v = corner[0] * width, corner[1] * height
        rows += [[u, v, 1, 0, 0, 0, -x * u, -x * v], [0, 0, 0, u, v, 1, -y * u, -y * v]]
        wanted += [x, y]
    terms = np.linalg.solve(np.array(rows, float), np.array(wanted, float))
    perspective = Image.Transform.PERSPECTIVE
    return picture.transform(
        picture.size, perspective, list(terms), Image.Resampling.BICUBIC, fillcolor=120
    )


def photo(picture: Image.Image) -> Image.Image:
    """All that a phone does to a sheet."""
    for change in (lean, shade, blur(0.8), noise(6), jpeg(60)):
        picture = change(picture)
    return picture


CHANGES: dict[str, Change] = {
    "straight": lambda picture: picture,
    "turned 1": turn(1),
    "turned -2": turn(-2),
    "noise": noise(18),
    "JPEG 60": jpeg(60),
    "blur": blur(1.2),
    "uneven light": shade,
    "perspective": lean,
    "photo": photo,
}

REPORTS = {
    "solid tumor table": make_table(
        "SYNTHETIC REPORT - NOT A REAL PERSON\nSOLID TUMOR NGS PANEL (tissue)\n"
        "Patient: MUSTER, ERIKA   DOB: 1958-04-02   Specimen: Colon, biopsy (FFPE)\n"
        "Collected: 2026-05-03   Reported: 2026-05-20",
        [
            ["Gene", "Variant", "VAF", "Classification"],
            ["KRAS", "p.Gly12Asp (c.35G>A)", "38.4%", "Tier I"],
            ["APC", "p.Arg1450* (c.4348C>T)", "41.7%", "Tier III"],
            ["PIK3CA", "p.Glu545Lys (c.1633G>A)", "12.9%", "Tier II"],
            ["BRAF", "Not detected", "", ""],
            ["NRAS", "Not detected", "", ""],
        ],
        foot="MSI: stable (MSS)\nTMB: 6.3 mut/Mb\nHER2 amplification: not detected",
    ),
    "plasma table": make_table(
        "SYNTHETIC REPORT - NOT A REAL PERSON\nLIQUID BIOPSY (plasma cell-free DNA) report\n"
        "Patient: MUSTER, MAX   Sex: M   Blood collected: 2026-06-11   Reported: 2026-06-19",
        [
            ["Alteration", "% cfDNA", "Comment"],
            ["EGFR L858R", "0.8%", ""],
            ["EGFR T790M", "0.3%", "resistance"],
            ["TP53 R175H", "1.6%", ""],
            ["MET amplification", "Not Detected", ""],
            ["ALK fusion", "Not Detected", ""],
        ],
        foot="MSI-High: NOT DETECTED\nTumor fraction: 2%",
        font="times",
    ),
    "germline table": make_table(
        "SYNTHETIC REPORT - NOT A REAL PERSON\nHereditary cancer panel (germline), 77 genes\n"
        "Patient: MUSTER, EVA   Specimen: Saliva   Reported: 2026-01-15\nRESULT: POSITIVE",
        [
            ["Gene", "DNA change", "Protein change", "Zygosity", "Classification"],
            ["BRCA1", "c.5266dup", "p.Gln1756Profs*74", "heterozygous", "Pathogenic"],
            ["MLH1", "c.350C>T", "p.Thr117Met", "heterozygous", "Likely pathogenic"],
            ["CHEK2", "c.470T>C", "p.Ile157Thr", "heterozygous",
             "Variant of uncertain significance"],
        ],
        foot="No pathogenic variants were identified in TP53, PALB2 or CDH1.",
    ),
    "stains": make_table(
        "SYNTHETIC REPORT - NOT A REAL PERSON\nImmunohistochemistry report\n"
        "Patient: MUSTER, ADA   Specimen: Endometrium, curettage   Reported: 2026-03-30",
        [
            ["Marker", "Result"],
            ["MLH1", "Loss of nuclear expression"],
            ["PMS2", "Loss of nuclear expression"],
            ["MSH2", "Intact nuclear expression"],
            ["MSH6", "Intact nuclear expression"],
        ],
        foot="PD-L1 (22C3): CPS 12\nHER2 IHC: 1+ (negative)\nER: positive 90%\nPR: negative",
    ),
}  # fmt: skip
