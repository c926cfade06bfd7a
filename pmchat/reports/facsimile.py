"""The picture of a report's page, with the line of a finding marked if its place is known."""

from __future__ import annotations

import io
import re
from contextlib import suppress

import pypdfium2 as pdfium
from PIL import Image, ImageDraw, ImageOps

from pmchat.model import Evidence
from pmchat.reports.file import File
from pmchat.reports.pdf import is_pdf

_WIDTH = 1400
"""Pixels at most across a page, and three times as many down."""

_AROUND = 0.16
"""Share of the page that is shown above and below the marked line."""

_ACROSS = 0.6
"""Share of the page's width that is shown at least; all of it would be too small on a phone."""

_MARK = (255, 226, 138)
_Box = tuple[float, float, float, float]


def has_pages(data: bytes) -> bool:
    """Whether the file is a PDF or a picture."""
    return is_pdf(File(data, "")) or _photo(data, 1) is not None


def facsimile(data: bytes, evidence: Evidence) -> tuple[bytes, bool] | None:
    """The page that prints the evidence, as PNG, and whether its line is marked on it.

    Of a page with a marked line only the part around it is given. None for files that
    have no pages to look at.
    """
    if is_pdf(File(data, "")):
        return _pdf_page(data, evidence)
    return _photo(data, evidence.page)


def _pdf_page(data: bytes, evidence: Evidence) -> tuple[bytes, bool] | None:
    with suppress(pdfium.PdfiumError, IndexError):
        document = pdfium.PdfDocument(data)
        try:
            page = document[evidence.page - 1]
            width, height = page.get_size()
            scale = min(2.0, _WIDTH / width, 3 * _WIDTH / height)
            picture = page.render(scale=scale).to_pil().convert("RGB")
            box = _place(page, evidence.text)
        finally:
            document.close()
        if box is None:
            return _png(picture), False
        left, bottom, right, top = box
        pixels = (left, height - top, right, height - bottom)
        return _png(_marked(picture, tuple(round(x * scale) for x in pixels))), True
    return None


def _place(page: pdfium.PdfPage, text: str) -> _Box | None:
    """Where the first line of a text stands on the page: the row that holds most of its words."""
    textpage = page.get_textpage()
    try:
        rows: list[tuple[set[str], _Box]] = []
        for index in range(textpage.count_rects()):
            box = textpage.get_rect(index)
            words = set(_words(textpage.get_text_bounded(*box)))
            middle = (box[1] + box[3]) / 2
            if rows and rows[-1][1][1] <= middle <= rows[-1][1][3]:
                held, (left, bottom, right, top) = rows[-1]
                wider = (min(left, box[0]), bottom, max(right, box[2]), top)
                rows[-1] = (held | words, wider)
            else:
                rows.append((words, box))
    finally:
        textpage.close()
    wanted = set(_words(text.splitlines()[0] if text.strip() else ""))
    if not wanted or not rows:
        return None
    words, box = max(rows, key=lambda r: (len(wanted & r[0]), -len(r[0] - wanted)))
    return box if 2 * len(wanted & words) >= len(words) else None


def _words(text: str) -> list[str]:
    return re.findall(r"[\w.%]+", text.lower())


def _marked(picture: Image.Image, box: tuple[int, ...]) -> Image.Image:
    """The part of the page around a line, the line on yellow with a frame."""
    left, top, right, bottom = box
    paper = Image.new("RGB", picture.size, "white")
    area = (max(0, left - 8), max(0, top - 6), right + 8, bottom + 6)
    ImageDraw.Draw(paper).rectangle(area, fill=_MARK, outline=(0, 0, 0), width=3)
    shown = Image.composite(picture, paper, picture.convert("L").point(lambda v: 255 * (v < 160)))
    around = round(picture.height * _AROUND)
    high, low = max(0, top - around), min(picture.height, bottom + around)
    across = max(area[2] - area[0] + around // 2, round(picture.width * _ACROSS))
    start = max(0, min(area[0] - around // 4, picture.width - across))
    outside = picture.copy()
    outside.paste(shown.crop(area), area[:2])
    return outside.crop((start, high, min(picture.width, start + across), low))


def _photo(data: bytes, page: int) -> tuple[bytes, bool] | None:
    """A photo or a page of a scan; no reader tells yet where on it a line stands."""
    try:
        with Image.open(io.BytesIO(data)) as opened:
            opened.seek(page - 1)
            picture = ImageOps.exif_transpose(opened).convert("RGB")
    except (OSError, EOFError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
    picture.thumbnail((_WIDTH, 3 * _WIDTH))
    return _png(picture), False


def _png(picture: Image.Image) -> bytes:
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()
