"""Photos and scans: the pages of a picture file, upright, grey and not too large."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from io import BytesIO

from PIL import Image, ImageOps, ImageSequence

from pmchat.errors import ReportError
from pmchat.i18n import N_, _
from pmchat.reports.file import File

MAX_MEGAPIXELS = 60
MAX_PAGES = 20
LONG_SIDE = 2600
"""The most pixels of a page's longer side that are looked at: A4 at about 220 dpi."""
_SMALL = 1200
_MARKS = (
    b"\xff\xd8\xff",
    b"\x89PNG\r\n\x1a\n",
    b"II*\0",
    b"MM\0*",
    b"GIF87a",
    b"GIF89a",
)
_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1", b"avif")
_SCALE_16_BIT = 1 / 256
_DAMAGE = (
    OSError,
    ValueError,
    TypeError,
    LookupError,
    ArithmeticError,
    SyntaxError,
    EOFError,
    struct.error,
    Image.DecompressionBombError,
)
"""What the library raises on files that are not whole, from one format to the next."""
_BROKEN = (
    N_("This picture is damaged and could not be opened."),
    N_("Take or save it again, or paste the text of the report."),
)


def is_picture(file: File) -> bool:
    """Whether the content is a JPEG, PNG, TIFF, BMP, WEBP, GIF, HEIC or AVIF picture."""
    data = file.data
    return (
        file.begins(*_MARKS)
        or (file.begins(b"RIFF") and data[8:12] == b"WEBP")
        or (file.begins(b"BM") and data[6:10] == b"\0\0\0\0")
        or (data[4:8] == b"ftyp" and data[8:12] in _BRANDS)
    )


def open_pages(data: bytes) -> Iterator[Image.Image]:
    """The pages of a picture file one after the other; a TIFF may hold several."""
    if data[4:8] == b"ftyp":
        # Photos of iPhones; other pictures need no such library.
        from pi_heif import register_heif_opener

        register_heif_opener()
    try:
        with Image.open(BytesIO(data)) as picture:
            _check(picture)
            for page in ImageSequence.Iterator(picture) if picture.format == "TIFF" else [picture]:
                _check(page)
                yield prepare(page)
    except _DAMAGE as error:
        raise ReportError(*map(_, _BROKEN)) from error


def prepare(page: Image.Image) -> Image.Image:
    """A page as it is read: upright, grey on white, of a fitting size."""
    page.draft("L", (LONG_SIDE, LONG_SIDE))  # a large JPEG need not be opened in full
    if page.mode.startswith("I"):
        page = page.convert("I").point(lambda value: value * _SCALE_16_BIT).convert("L")
    else:
        page = page.convert("RGBA" if page.has_transparency_data else "L")
    page.thumbnail((LONG_SIDE, LONG_SIDE))
    page = ImageOps.exif_transpose(page)
    if page.mode == "RGBA":
        page = Image.alpha_composite(Image.new("RGBA", page.size, "white"), page).convert("L")
    return ImageOps.scale(page, 2) if max(page.size) < _SMALL else page


def _check(picture: Image.Image) -> None:
    width, height = picture.size
    if width * height > MAX_MEGAPIXELS * 1_000_000:
        what = _("This picture has more than {count} million pixels.")
        raise ReportError(
            what.format(count=MAX_MEGAPIXELS),
            _("Please save it smaller, or take the photo with a lower resolution."),
        )
    if getattr(picture, "n_frames", 1) > MAX_PAGES and picture.format == "TIFF":
        what = _("This file holds more than {count} pictures of pages.")
        raise ReportError(
            what.format(count=MAX_PAGES), _("Please use only the pages with the results.")
        )
