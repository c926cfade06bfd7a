from __future__ import annotations

from pathlib import Path

import pytest

from pmchat.corpus.release import load
from pmchat.model import Answer, Sentence
from pmchat.ui.answer import SHORT, answer_html
from pmchat.ui.session import Exchange


@pytest.mark.parametrize(("told", "folded"), [(SHORT, 0), (SHORT + 3, 3)])
def test_a_section_shows_its_first_sentences_and_folds_the_rest(
    built: Path, told: int, folded: int
) -> None:
    sentences = [Sentence(text=f"Sentence {n}.", role="explanation") for n in range(told)]
    answer = Answer(
        id=None,
        question="Why?",
        outcome="answer",
        sentences=tuple(sentences),
        reading_grade=5,
        generator="compose",
        release="digest",
        timings_ms={},
    )
    page = answer_html(Exchange(1, "Why?", answer, (), load(built), None))
    shown, _, rest = page.partition("Read more about this</summary>")
    assert shown.count("<span>Sentence") == told - folded
    assert rest.count("<span>Sentence") == folded
