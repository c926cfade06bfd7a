from __future__ import annotations

from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest

from pmchat.corpus.release import Release, load
from pmchat.ui.explaining import drawing_html
from pmchat.ui.markup import esc
from pmchat.ui.pictures.checkpoint import checkpoint
from pmchat.ui.pictures.gene_to_drug import gene_to_drug
from pmchat.ui.pictures.inherited_or_not import inherited_or_not
from pmchat.ui.pictures.svg import Picture
from pmchat.ui.reader import page_html

TODAY = date(2026, 11, 28)


@pytest.fixture
def library(built_var: Path) -> Release:
    return load(built_var)


@pytest.mark.parametrize(
    ("document_id", "said"),
    [
        ("fnd-dna-genes-proteins", "A cell reads a gene, makes a copy of it called RNA"),
        ("tgt-how-it-works", "Some targeted drugs block signals"),
        ("imm-checkpoint-inhibitors", "When PD-1 and PD-L1 join, the T cell gets an off signal"),
        ("fnd-germline-vs-somatic", "A germline variant is in nearly every cell"),
    ],
)
def test_a_drawing_stands_on_its_page_with_sentences_of_the_library(
    library: Release, document_id: str, said: str
) -> None:
    shown = drawing_html(library.by_id[document_id], library, TODAY)
    assert 'alt="' in shown
    assert esc(said) in shown
    assert "The picture in words" in shown
    assert ">Source</summary>" in shown


def test_a_page_without_a_drawing_has_none(library: Release) -> None:
    assert drawing_html(library.by_id["prv-gina"], library, TODAY) == ""


@pytest.mark.parametrize("picture", [gene_to_drug(), checkpoint(), inherited_or_not()])
def test_what_is_written_in_a_drawing_is_told_in_its_words(picture: Picture) -> None:
    texts = ElementTree.fromstring(picture.svg).iter("{http://www.w3.org/2000/svg}text")
    told = picture.words.lower()
    for text in texts:
        words = (text.text or "").lower().strip("1234567890. :()").split()
        missing = [w for w in words if w.strip(":.") not in told]
        assert not missing, text.text


def test_every_page_of_the_library_can_be_read(library: Release) -> None:
    for document in library.documents:
        shown = page_html(document, library, TODAY)
        assert all(esc(p.heading) in shown for p in document.passages if p.is_fresh(TODAY))


def test_parts_whose_day_has_passed_are_left_out_and_that_is_said(library: Release) -> None:
    document = library.by_id["imm-checkpoint-inhibitors"]
    aged = [p for p in document.passages if p.expires]
    shown = page_html(document, library, date(2099, 1, 1))
    assert aged
    assert not [p for p in aged if esc(p.heading) in shown]
    assert "of this page are not shown" in shown
    assert "of this page is not shown" not in page_html(document, library, TODAY)
