from __future__ import annotations

import html

from streamlit.testing.v1 import AppTest

from pmchat.settings import ROOT
from pmchat.ui import parts

SECONDS = 120


def open_page(name: str) -> AppTest:
    """One page of the app by itself."""
    script = f"from pmchat.ui import {name}\n{name}.show()\n"
    return AppTest.from_string(script, default_timeout=SECONDS).run()


def open_app() -> AppTest:
    return AppTest.from_file(str(ROOT / "app.py"), default_timeout=SECONDS).run()


def seen(app: AppTest, unexpected: bool = False) -> str:
    """All HTML of the page, which must hold the box of an unexpected error only if so said."""
    assert not app.exception
    text = "\n".join(str(h.proto.body) for h in app.get("html"))
    assert (parts.unexpected().what in text) == unexpected
    return text


def press(app: AppTest, label: str) -> AppTest:
    return next(b for b in app.button if b.label == label).click().run()


def ask(app: AppTest, question: str) -> AppTest:
    return app.chat_input[0].set_value(question).run()


def text_of(app: AppTest) -> str:
    """The page's words as a person reads them."""
    return html.unescape(seen(app))


PATIENT_PAGES = """
import streamlit as st
from pmchat.ui import chat, kept, learn, visit
from pmchat.ui.keeping import keeping
pages = {"chat": chat, "visit": visit, "learn": learn, "kept": kept}
with keeping():
    pages[st.session_state.get("page", "chat")].show()
"""


def open_patient_pages() -> AppTest:
    """The patient's pages in one session, with what stands around them; see `go`."""
    return AppTest.from_string(PATIENT_PAGES, default_timeout=SECONDS).run()


def go(app: AppTest, name: str) -> AppTest:
    """Turn to another of the patient's pages."""
    app.session_state["page"] = name
    return app.run()


def downloads(app: AppTest) -> list[str]:
    """The names of the page's download buttons."""
    return [str(d.proto.label) for d in app.get("download_button")]
