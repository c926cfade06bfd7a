"""In a made-up language, no word of the interface is left in English.

The language has the form of the catalogue with Greek letters for the Latin ones, so that whatever
is still in Latin letters was not looked up, or comes from the library, the report or the person.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from zipfile import ZipFile

import pytest
import streamlit as st
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from docx import Document
from pydantic_core import to_jsonable_python
from streamlit.testing.v1 import AppTest

from pmchat.handout.docx import docx_of
from pmchat.handout.sheet import sheet_of
from pmchat.model import Answer
from pmchat.settings import ROOT
from pmchat.ui.download import everything
from pmchat.ui.session import Session
from pmchat.ui.starters import starters

from .helpers import SECONDS
from .visible import visible

LATIN, GREEK = "abcdefghijklmnopqrstuvwxyz", "αβψδεφγηιξκλμνοπθρστυωϊχϋζ"
LETTERS = str.maketrans(LATIN + LATIN.upper(), GREEK + GREEK.upper())
APP = """
import streamlit as st
from pmchat.ui import chat, counselor, kept, learn, library, visit
from pmchat.ui.keeping import keeping
pages = [chat, visit, learn, kept, counselor, library]
with keeping():
    {p.__name__.split(".")[-1]: p for p in pages}[st.session_state.get("page", "chat")].show()
"""
REPORT = """Example tumor panel (made up)
Patient: DOE, JANE   MRN: 1234567
Report date: {day}
Specimen: tissue, collected {day}
GENOMIC FINDINGS
BRAF   V600E   VAF {share} %
TMB 12 mut/Mb
PERTINENT NEGATIVES No reportable alterations in: KRAS, NRAS
VARIANTS OF UNKNOWN SIGNIFICANCE: ATM P604S
"""
QUESTIONS = ("What is BRCA?", "What is a BRAF change?")


def pseudo(text: str) -> str:
    """A text in the made-up language; what is put into it keeps its name."""
    parts = re.split(r"(\{[^}]*\})", text)
    return "".join(p if p.startswith("{") else p.translate(LETTERS) for p in parts)


@pytest.fixture
def _greek(built: Path, small_library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with (ROOT / "knowledge" / "locale" / "pmchat.pot").open("rb") as file:
        texts = read_po(file, locale="el")
    for message in texts:
        if isinstance(message.id, str):
            message.string = pseudo(message.id) if message.id else message.string
        else:
            message.string = tuple(pseudo(form) for form in message.id)
    folder = small_library / "locale" / "el" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    with (folder / "pmchat.mo").open("wb") as file:
        write_mo(file, texts)
    monkeypatch.setenv("PMCHAT_LANGUAGE", "el")
    monkeypatch.setattr(st, "context", SimpleNamespace(cookies={}))  # AppTest has no browser


class Person:
    """Someone at the pages, and all that is theirs or the library's."""

    def __init__(self) -> None:
        self.app = AppTest.from_string(APP, default_timeout=SECONDS).run()
        self.given = [*QUESTIONS, "helped", "UTC"]

    @property
    def session(self) -> Session:
        found: Session = self.app.session_state["pmchat"]
        return found

    def goes_to(self, page: str) -> None:
        self.app.session_state["page"] = page
        self.app.run()

    def presses(self, label: str) -> None:
        names = (label, pseudo(label))
        next(b for b in self.app.button if b.label.startswith(names)).click().run()

    def pastes(self, text: str) -> None:
        self.given.append(text)
        ways = next(r for r in self.app.radio if pseudo("Paste the text") in r.options)
        ways.set_value(pseudo("Paste the text")).run()
        self.app.text_area[0].set_value(text)
        self.presses("Read this text")

    def sees(self) -> list[str]:
        """What is in Latin letters on the page and comes neither from them nor the library."""
        return list(latin(visible(self.app), self.known()))

    def known(self) -> set[str]:
        """What they gave, what the report prints, and the library's words; not fixed texts."""
        state = self.session
        told = [
            [e.question, _cited(e.answer), e.answer.trace, list(e.answer.timings_ms)]
            for e in state.exchanges
        ]
        read = [b.report.model_copy(update={"warnings": (), "limits": ()}) for b in state.brought]
        library = [
            [e.release.documents, [p.text for p in e.release.passages.values()], e.release.glossary]
            for e in state.exchanges
        ]
        asked = starters(state.report, set())
        return set(_values([self.given, told, read, library, state.visit, asked]))


def latin(texts: Iterable[str], known: set[str]) -> Iterator[str]:
    """The pieces in Latin letters that stand in nothing that is known."""
    whole = "\n".join(" ".join(k.split()) for k in known)
    for text in texts:
        for piece in re.split(r"[^\x20-\x7e\u2010-\u2026]|[;:,()]", text):
            words = " ".join(re.sub(r"^[^a-zA-Z]+|[^a-zA-Z]+$", "", piece).split())
            alone = rf"(?<![a-zA-Z]){re.escape(words)}(?![a-zA-Z])"
            if len(words) > 1 and not re.search(alone, whole):
                yield words


def files(state: Session) -> Iterator[str]:
    """The words of what a person takes along: plain text, and the page for the visit in Word."""
    with ZipFile(BytesIO(everything(state))) as archive:
        for name in ("conversation.txt", "my-questions.txt"):
            yield from archive.read(name).decode().splitlines()
    sheet = sheet_of(state.visit, date.today())
    for paragraph in Document(BytesIO(docx_of(sheet, 1))).paragraphs:
        yield paragraph.text


def _cited(answer: Answer) -> Answer:
    return answer.model_copy(
        update={"sentences": tuple(s for s in answer.sentences if s.citations)}
    )


def _values(of: object) -> Iterator[str]:
    plain: Any = to_jsonable_python(of, fallback=str)
    if isinstance(plain, str):
        yield plain
    elif isinstance(plain, dict):
        yield from (v for one in plain.values() for v in _values(one))
    elif isinstance(plain, list):
        yield from (v for one in plain for v in _values(one))


@pytest.mark.usefixtures("_greek")
def test_nothing_that_the_pages_say_stays_in_english() -> None:
    person = Person()
    assert any('lang = "el"' in html.proto.body for html in person.app.get("html"))
    left = person.sees()
    person.pastes("Dear diary, today was a good day.")
    left += person.sees()
    person.pastes(REPORT.format(day="March 24, 2026", share="22.0"))
    left += person.sees()
    person.presses("This matches my paper")
    person.app.toggle[0].set_value(True).run()
    left += person.sees()
    for question in QUESTIONS:
        person.app.chat_input[0].set_value(question).run()
        left += person.sees()
    person.presses("It helped")
    person.presses("Report a mistake")
    person.presses("Add to my questions")
    person.presses("Add my own question")
    left += person.sees()
    person.pastes(REPORT.format(day="May 26, 2026", share="11.0"))
    left += person.sees()
    left += latin(files(person.session), person.known())
    steps = {
        "visit": ("Move 2 up", "Change 1", "Leave it as it is", "Add this question"),
        "learn": ("BRAF changes", "Ask about this"),
        "kept": ("Keep this conversation",),
        "counselor": (),
        "library": ("Check, build and publish",),
        "chat": ("Remove all my reports", "Delete everything"),
    }
    for page, presses in steps.items():
        person.goes_to(page)
        left += person.sees()
        for label in presses:
            person.presses(label)
            left += person.sees()
    assert "\n".join(dict.fromkeys(left)) == ""
