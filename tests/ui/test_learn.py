from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pmchat.answering.conversation import Answerer
from pmchat.ui.learn import near
from pmchat.ui.markup import label
from pmchat.ui.terms import fitting

from .helpers import go, open_page, open_patient_pages, press, text_of


def _search(words: str) -> str:
    app = open_page("learn")
    return text_of(app.text_input(key="sought").set_value(words).run())


def test_a_page_is_opened_by_its_area_and_closed_again(built: Path) -> None:
    app = open_page("learn")
    assert "A clinician has reviewed 0 of its 2 pages so far." in text_of(app)
    assert app.expander[-1].label == "Gene tests \\(2\\)"
    press(app, "BRAF changes")
    words = text_of(app)
    assert (
        "BRAF is a gene that helps tell cells when to grow.\N{NO-BREAK SPACE}<sup>[1]</sup>"
        in words
    )
    assert 'href="https://example.org/page"' in words
    assert "Draft: no clinician has reviewed this page yet." in words
    assert "we read this source on November 23, 2026" in words
    assert "Words explained" not in words
    press(app, "Back to the library")
    assert "The library by area" in text_of(app)
    assert app.expander[-1].proto.expanded, "the area that was read stays open"


def test_a_search_shows_words_and_opens_their_page(built: Path) -> None:
    app = open_page("learn")
    app.text_input(key="sought").set_value("can BRCA run in the family?").run()
    assert "A harmful BRCA change can be passed on in a family." in text_of(app)
    press(app, label("Read: What is BRCA?"))
    assert '<h2 id="pm-page" tabindex="-1">BRCA changes</h2>' in text_of(app)
    press(app, "Back to the library")
    assert app.text_input(key="sought").value == "can BRCA run in the family?"


def test_a_search_for_one_word_explains_it_first(built: Path) -> None:
    app = open_page("learn")
    app.text_input(key="sought").set_value("exons").run()
    assert text_of(app).count("An exon is a section of a gene") == 1


def test_a_search_for_something_else_finds_nothing(built: Path) -> None:
    assert "The library has nothing near these words" in _search("best pizza in town")


@pytest.mark.parametrize(
    ("words", "first"),
    [("I want to kill myself", "988"), ("I have chest pain and cannot breathe", "911")],
)
@pytest.mark.parametrize("box", ["sought", "term"])
def test_a_call_for_help_is_answered_first(built: Path, box: str, words: str, first: str) -> None:
    app = open_page("learn")
    app.text_input(key=box).set_value(words).run()
    shown = text_of(app)
    assert "Get help now" in shown
    assert f'href="tel:{first}"' in shown
    assert "What was found" not in shown


def test_words_are_explained_by_letter_and_by_their_beginning(built: Path) -> None:
    app = open_page("learn")
    assert app.selectbox(key="letter").value == "D"
    assert "DNA is the set of instructions" in text_of(app)
    app.text_input(key="term").set_value("exonic").run()
    words = text_of(app)
    assert "An exon is a section of a gene" in words
    assert "Also: exonic." in words
    assert "https://example.org/words" in words
    app.text_input(key="term").set_value("zebra").run()
    assert "The library does not explain this word." in text_of(app)


def test_ask_about_this_puts_the_question_on_the_page_ask(built: Path) -> None:
    app = go(open_patient_pages(), "learn")
    press(app, "BRAF changes")
    press(app, "Ask about this")
    go(app, "chat")
    words = text_of(app)
    assert '<p class="pm-question">BRAF changes</p>' in words
    assert "BRAF is a gene that helps tell cells when to grow." in words
    go(app, "learn")
    assert text_of(go(app, "chat")).count("You asked") == 1, "asked once"


def test_a_word_can_be_asked_about(built: Path) -> None:
    app = go(open_patient_pages(), "learn")
    app.text_input(key="term").set_value("exon").run()
    press(app, label("Ask about this: exon"))
    words = text_of(go(app, "chat"))
    assert '<p class="pm-question">What does exon mean?</p>' in words
    assert "An exon is a section of a gene" in words


def test_the_very_word_comes_first(answerer: Answerer) -> None:
    terms = answerer.release.glossary.terms
    assert fitting(terms, "gene")[0].term == "gene"
    assert fitting(terms, "Genes")[0].term == "gene"


@pytest.mark.parametrize("words", ["dpyd", "lynch syndrome", "how much does it cost", "vus"])
def test_usual_searches_find_something(answerer: Answerer, words: str) -> None:
    assert 1 <= len(near(words, answerer, date(2026, 11, 28))) <= 8
