from __future__ import annotations

import re
from pathlib import Path

from pmchat.corpus.release import load
from pmchat.model import Answer, Sentence
from pmchat.ui.answer import answer_html
from pmchat.ui.session import Exchange

FIRST = "An exon is copied, and DNA is read."


def _html(built: Path, *said: str) -> str:
    sentences = tuple(Sentence(text=text, role="explanation") for text in said)
    answer = Answer(
        id=None,
        question="Why?",
        outcome="answer",
        sentences=sentences,
        reading_grade=5,
        generator="compose",
        release="digest",
        timings_ms={},
    )
    return answer_html(Exchange(7, "Why?", answer, (), load(built), None), "Everything")


def _buttons(html: str) -> list[str]:
    return re.findall(r'class="pm-term"[^>]*>([^<]+)</button>', html)


def test_a_word_is_explained_once_where_it_comes_first(built: Path) -> None:
    html = _html(built, FIRST, "Exons are short. DNA is long.")
    assert _buttons(html) == ["exon", "DNA"]
    assert "An exon is a section of a gene that holds part of the plan for a protein." in html
    assert "Example Institute" in html, "with its source"
    assert html.index('class="pm-gloss"') < html.index("short.")


def test_every_button_opens_a_note_of_its_own(built: Path) -> None:
    html = _html(built, FIRST)
    opens = re.findall(r'class="pm-term" popovertarget="([^"]+)"', html)
    notes = re.findall(r'<div popover id="([^"]+)"', html)
    assert opens == notes
    assert len(set(notes)) == 2


def test_a_definition_that_is_the_answer_is_not_explained_again(built: Path) -> None:
    html = _html(built, "DNA is the set of instructions in your cells.", "Your DNA is long.")
    assert _buttons(html) == []


def test_text_around_a_word_stays_text(built: Path) -> None:
    html = _html(built, "<b>An exon</b> & more")
    assert '&lt;b&gt;An <span class="pm-unbroken"><button' in html
    assert "</button>&lt;/</span>b&gt; &amp; more" in html


def test_a_sign_stays_on_the_line_of_the_word_beside_it(built: Path) -> None:
    html = _html(built, 'It says: "exon". More.')
    sign, word = '<span class="pm-unbroken">&quot;', 'type="button" class="pm-term"'
    assert f"It says: {sign}<button {word}" in html
    assert ">exon</button>&quot;.</span> More." in html
