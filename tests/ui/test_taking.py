from __future__ import annotations

from pathlib import Path

from pmchat.ui.taking import AGAIN, COPY, IN_BOX, PRINT

from .helpers import ask, open_page, press, seen, text_of


def test_an_answer_can_be_copied_and_printed_with_its_sources(built: Path) -> None:
    html = seen(ask(open_page("chat"), "what is BRAF <b>"))
    script = html.partition("const text = ")[2].partition(";\n")[0]
    for words in (
        "YOU ASKED: what is",
        "BRAF is a gene",
        "Sources:",
        "Example Institute",
        "Checked",
    ):
        assert words in script
    assert "<" not in script, "no words of a person can end the script"
    assert COPY in html
    assert PRINT in html


def test_a_question_comes_back_into_the_box(built: Path) -> None:
    app = press(ask(open_page("chat"), "what is BRAF"), AGAIN)
    assert IN_BOX in text_of(app)
    assert AGAIN not in [b.label for b in app.button]
    ask(app, "what is BRCA")
    assert IN_BOX not in text_of(app)
    assert AGAIN in [b.label for b in app.button]
