"""The Word file, the plain text and the print view say what the sheet says."""

from __future__ import annotations

from html.parser import HTMLParser
from io import BytesIO

import pytest
from docx import Document

from pmchat.handout.docx import docx_of
from pmchat.handout.sheet import Sheet, sheet_of
from pmchat.handout.text import WIDTH, text_of
from pmchat.handout.web import web_of

from .visits import DAY, HOSTILE, RESULT, visit_of


@pytest.fixture
def full() -> Sheet:
    visit = visit_of(3, HOSTILE).model_copy(update={"results": (RESULT,)})
    return sheet_of(visit, DAY)


def _said(sheet: Sheet) -> list[str]:
    items = [t for i in sheet.items for t in (i.question, i.why, i.source) if t]
    return [sheet.made, *sheet.words, *items, *sheet.results, sheet.footer]


def _plain(text: str) -> str:
    return " ".join(text.split())


def test_the_word_file_reads_back_in_large_type(full: Sheet) -> None:
    document = Document(BytesIO(docx_of(full, 2)))
    words = _plain("\n".join(p.text for p in document.paragraphs))
    assert [s for s in _said(full) if s not in words] == []
    headings = [p.text for p in document.paragraphs if p.style.name.startswith("Heading")]  # type: ignore[union-attr]
    assert headings == [
        "My questions for this visit",
        "What I want to say",
        "My questions",
        "From my report",
    ]
    sizes = {r.font.size.pt for p in document.paragraphs for r in p.runs if r.font.size}
    assert min(sizes) >= 12
    properties = document.core_properties
    assert (properties.author, properties.comments) == ("", "")
    assert properties.language == "en"


def test_the_plain_text_has_short_lines(full: Sheet) -> None:
    text = text_of(full)
    assert [s for s in _said(full) if s not in _plain(text)] == []
    assert max(map(len, text.splitlines())) <= WIDTH
    assert text.count("[ ]") == 4


def test_the_print_view_says_the_same_and_nothing_in_it_becomes_html(full: Sheet) -> None:
    page = web_of(full, 1)
    reader = _Reader()
    reader.feed(page)
    words = _plain(" ".join(reader.words))
    assert [s for s in _said(full) if s not in words] == []
    assert "img" not in reader.tags
    assert page.count('class="line"') == 4
    assert '<html lang="en">' in page


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.add(tag)

    def handle_data(self, data: str) -> None:
        self.words.append(data)
