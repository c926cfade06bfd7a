from __future__ import annotations

from pathlib import Path

from streamlit.testing.v1 import AppTest

from pmchat.corpus import release

from .helpers import SECONDS, ask, open_page, text_of

BOTH = """
import streamlit as st
from pmchat.ui import chat, counselor
counselor.show() if st.session_state.get("counselor") else chat.show()
"""


def test_without_an_answer_the_page_says_so(place: Path) -> None:
    assert "There is no answer yet." in text_of(open_page("counselor"))


def test_the_evidence_of_the_last_answer_is_laid_open(built: Path) -> None:
    app = AppTest.from_string(BOTH, default_timeout=SECONDS).run()
    ask(app, "What is a BRAF change?")
    app.session_state["counselor"] = True
    app.run()
    words = text_of(app)
    assert release.current(built) in words
    assert "<dd>BRAF</dd>" in words
    assert "<td>tst-braf#what-is-it</td>" in words
    assert any("What is a BRAF change" in e.label for e in app.expander)
