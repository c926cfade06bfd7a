from __future__ import annotations

import ctypes
import logging
from collections.abc import Iterator

import pypdfium2 as pdfium
import pytest
from pypdfium2 import raw

from pmchat.handout.pdf import Printed, pdf_of, unprintable
from pmchat.handout.sheet import TITLE, sheet_of

from .visits import DAY, REASON, RESULT, WORDS, sheet, visit_of


def _pages(printed: Printed) -> list[pdfium.PdfPage]:
    return list(pdfium.PdfDocument(printed.data))


def _words(printed: Printed) -> str:
    return " ".join(" ".join(p.get_textpage().get_text_range().split()) for p in _pages(printed))


def _sizes(page: pdfium.PdfPage) -> Iterator[float]:
    text = page.get_textpage()
    drawn = (i for i in range(text.count_chars()) if not raw.FPDFText_IsGenerated(text, i))
    return (raw.FPDFText_GetFontSize(text, i) for i in drawn)


def test_the_usual_list_is_one_page_with_selectable_text_and_room_to_write() -> None:
    printed = pdf_of(sheet(4, "How much will I pay?"))
    assert (printed.pages, printed.room) == (1, 2)
    words = _words(printed)
    assert "Page 1" not in words
    for said in (
        TITLE,
        *WORDS.splitlines(),
        REASON,
        "5. How much will I pay?",
        "not medical advice",
    ):
        assert said in words


@pytest.mark.parametrize(("count", "room"), [(1, 2), (6, 1), (9, 0)])
def test_a_longer_list_gets_less_room_to_write_before_a_second_page(count: int, room: int) -> None:
    printed = pdf_of(sheet(count))
    assert (printed.pages, printed.room) == (1, room)


def test_a_long_list_goes_on_to_another_page_and_is_never_smaller_than_12_points() -> None:
    printed = pdf_of(sheet(15))
    assert printed.pages >= 2
    assert "15. Which EGFR change was found in sample 14" in _words(printed)
    last = f"Page {printed.pages} of {printed.pages}"
    assert last in _pages(printed)[-1].get_textpage().get_text_range()
    assert "Page 1 of" in _pages(printed)[0].get_textpage().get_text_range()
    assert min(size for page in _pages(printed) for size in _sizes(page)) >= 12


@pytest.mark.parametrize("text", ["w" * 300, "Why? " * 60, "1\u20142 " * 70])
def test_nothing_is_drawn_beyond_the_margins(text: str) -> None:
    for page in _pages(pdf_of(sheet(0, *(f"{n} {text}"[:300] for n in range(8))))):
        width, height = page.get_size()
        text_page = page.get_textpage()
        for n in range(text_page.count_chars()):
            left, bottom, right, top = text_page.get_charbox(n)
            assert left >= 40
            assert right <= width - 40
            assert bottom >= 40
            assert top <= height - 40


def test_the_report_stands_only_on_a_page_that_asks_for_it() -> None:
    visit = visit_of(1)
    assert RESULT not in _words(pdf_of(sheet_of(visit, DAY)))
    asked = visit.model_copy(update={"results": (RESULT,)})
    assert RESULT in _words(pdf_of(sheet_of(asked, DAY)))


def test_it_has_title_language_and_tags_for_screen_readers() -> None:
    printed = pdf_of(sheet(2))
    document = pdfium.PdfDocument(printed.data)
    assert document.get_metadata_dict()["Title"] == TITLE
    assert document.is_tagged()
    assert b"/Lang (en)" in printed.data
    kinds = _kinds(document[0])
    assert kinds[0] == "H1"
    assert kinds.count("H2") == 3
    assert kinds.count("P") >= 8


def test_letters_that_the_font_lacks_become_question_marks_and_are_not_logged(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    text = "Is \u6211 \U0001f600 non\u2011small \u03b2 \u0416?"
    assert unprintable(text) == "\u6211\U0001f600"
    assert "Is ? ? non-small \u03b2 \u0416?" in _words(pdf_of(sheet(0, text)))
    assert "\u6211" not in caplog.text


def _kinds(page: pdfium.PdfPage) -> list[str]:
    """The tags of a page, in the order in which they are read."""
    tree = raw.FPDF_StructTree_GetForPage(page)
    root = raw.FPDF_StructTree_GetChildAtIndex(tree, 0)
    count = raw.FPDF_StructElement_CountChildren(root)
    found = [_kind(raw.FPDF_StructElement_GetChildAtIndex(root, n)) for n in range(count)]
    raw.FPDF_StructTree_Close(tree)
    return found


def _kind(element: object) -> str:
    buffer = ctypes.create_string_buffer(64)
    size = raw.FPDF_StructElement_GetType(element, buffer, 64)
    return buffer.raw[: size - 2].decode("utf-16-le")
