from __future__ import annotations

import io
import json
import zipfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from pmchat.store import DAYS, Store
from pmchat.ui import kept
from pmchat.ui.download import everything
from pmchat.ui.keeping import COOKIE, DELETE
from pmchat.ui.kept import STOP
from pmchat.ui.parts import NOT_KEPT
from pmchat.ui.session import Session

from .helpers import ask, downloads, go, open_patient_pages, press, text_of
from .test_chat import REPORT

KEEP = kept.KEEP.format(days=DAYS)
SECRET = "Is my BRAF change from the zebra-blue lake?"


@pytest.fixture(autouse=True)
def _no_cookie(monkeypatch: pytest.MonkeyPatch) -> None:
    """AppTest has no browser; tests/browser has one, with real cookies."""
    monkeypatch.setattr(st, "context", SimpleNamespace(cookies={}))


def _told(app: AppTest) -> AppTest:
    """A session with a report, a question and words for the visit."""
    app.file_uploader[0].upload("a.txt", REPORT.encode()).run()
    ask(app, SECRET)
    go(app, "visit")
    app.text_area[0].set_value("I fear the zebra-blue lake")
    press(app, "Save my words")
    return go(app, "kept")


def _on_disk(var: Path) -> bytes:
    files = [p for p in var.rglob("*") if p.is_file() and p.name.startswith("kept")]
    return b"".join(p.read_bytes() for p in files)


def _state(app: AppTest) -> Session:
    state: Session = app.session_state["pmchat"]
    return state


def _comes_back(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """The page after a reload: a new session of a browser that has the cookie."""
    key = _state(app).key
    cookies = {COOKIE: key.token} if key else {}
    monkeypatch.setattr(st, "context", SimpleNamespace(cookies=cookies))
    return open_patient_pages()


def test_nothing_is_written_before_a_yes_and_the_page_says_so(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = _told(open_patient_pages())
    assert NOT_KEPT in text_of(app)
    assert _on_disk(built) == b""
    again = text_of(_comes_back(app, monkeypatch))
    assert "zebra-blue" not in again
    assert "V600E" not in again


def test_what_is_kept_survives_a_reload(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = press(_told(open_patient_pages()), KEEP)
    assert "You chose to keep this conversation on this computer." in text_of(app)
    assert b"zebra-blue" in _on_disk(built)
    again = _comes_back(app, monkeypatch)
    words = text_of(again)
    assert "You chose to keep this conversation on this computer." in words
    assert SECRET in words
    assert "V600E" in words
    assert "DOE" not in words
    assert "<mark>" in words, "the sources of an answer still open"
    ask(again, "what is BRAF?")
    go(again, "visit")
    assert again.text_area[0].value == "I fear the zebra-blue lake"
    assert "what is BRAF?" in text_of(go(_comes_back(again, monkeypatch), "chat"))


def test_a_correction_of_the_report_survives(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_patient_pages()
    app.file_uploader[0].upload("a.txt", REPORT.encode()).run()
    app.toggle[0].set_value(True).run()
    app.selectbox[0].select("A result is missing").run()
    next(t for t in app.text_input).set_value("BRCA2 c.5946delT pathogenic variant detected")
    press(app, "Add this line")
    ask(app, "What does my BRCA2 result mean?")
    press(go(app, "kept"), KEEP)
    again = text_of(_comes_back(app, monkeypatch))
    assert "as you added it" in again
    assert "As you added it, your report lists this BRCA2 change" in again


def test_a_report_that_is_removed_leaves_the_file_too(built: Path) -> None:
    app = press(_told(open_patient_pages()), KEEP)
    assert b"V600E" in _on_disk(built)
    press(go(app, "chat"), "Remove my report")
    assert b"V600E" not in _on_disk(built)
    assert b"zebra-blue lake" in _on_disk(built), "the words for the visit stay"


@pytest.mark.parametrize("page", ["chat", "visit", "kept"])
def test_one_press_on_any_page_deletes_everything(
    built: Path, monkeypatch: pytest.MonkeyPatch, page: str
) -> None:
    app = press(_told(open_patient_pages()), KEEP)
    before = _comes_back(app, monkeypatch)
    press(go(before, page), DELETE)
    words = text_of(before)
    assert (
        "Everything was deleted: 1 report, 1 answer, your words for the visit, the copy kept on "
        "this computer." in words
    )
    assert NOT_KEPT in words
    assert DELETE not in [b.label for b in before.button]
    for place in ("chat", "visit"):
        assert "V600E" not in text_of(go(before, place))
    assert before.text_area[0].value == ""
    assert b"zebra-blue" not in _on_disk(built)
    assert "zebra-blue" not in text_of(_comes_back(app, monkeypatch))


def test_it_is_said_what_was_deleted_when_nothing_was_kept(built: Path) -> None:
    app = press(ask(open_patient_pages(), SECRET), DELETE)
    assert "Everything was deleted: 1 answer." in text_of(app)
    assert "zebra-blue" not in text_of(app)


@pytest.mark.parametrize("box", ["sought", "term"])
def test_what_was_searched_can_be_deleted_too(built: Path, box: str) -> None:
    app = go(open_patient_pages(), "learn")
    assert DELETE not in [b.label for b in app.button]
    app.text_input(key=box).set_value("BRCA").run()
    assert DELETE in [b.label for b in app.button]
    go(app, "kept")
    assert text_of(app).count("<td>nothing is here now</td>") == 4, "the search is held"
    press(app, DELETE)
    assert "Everything was deleted: what you searched for." in text_of(app)
    assert go(app, "learn").text_input(key=box).value == ""


def test_the_page_says_what_is_held_and_after_a_deletion_that_nothing_is(built: Path) -> None:
    app = go(_told(open_patient_pages()), "learn")
    app.text_input(key="sought").set_value("BRCA").run()
    assert "nothing is here now" not in text_of(go(app, "kept"))
    go(press(app, DELETE), "kept")
    assert text_of(app).count("<td>nothing is here now</td>") == 5


def test_keeping_can_be_stopped_without_losing_the_page(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = press(_told(open_patient_pages()), KEEP)
    again = _comes_back(app, monkeypatch)
    press(go(again, "kept"), STOP)
    assert NOT_KEPT in text_of(again)
    assert b"zebra-blue" not in _on_disk(built)
    assert SECRET in text_of(go(again, "chat"))
    assert b"zebra-blue" not in _on_disk(built)


def test_a_window_does_not_bring_back_what_another_one_deleted(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = press(_told(open_patient_pages()), KEEP)
    two = _comes_back(one, monkeypatch)
    press(two, DELETE)
    ask(go(one, "chat"), "what is BRAF?")
    assert "changed or deleted in another window" in text_of(one)
    assert NOT_KEPT in text_of(one)
    assert b"zebra-blue" not in _on_disk(built)


def test_after_30_days_it_is_gone(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = press(_told(open_patient_pages()), KEEP)
    state = _state(app)
    assert state.key is not None
    old = Store(built / "kept.sqlite").keep(
        state.stored, datetime.now(UTC) - timedelta(days=DAYS, minutes=1)
    )
    state.key = old
    assert "zebra-blue" not in text_of(_comes_back(app, monkeypatch))


def test_what_another_version_kept_is_said_and_deleted(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = open_patient_pages()
    _state(app).key = Store(built / "kept.sqlite").keep('{"form": 0, "zebra": "blue"}')
    again = _comes_back(app, monkeypatch)
    assert "What was kept cannot be opened" in text_of(again)
    assert b"zebra" not in _on_disk(built)


def test_everything_can_be_taken_along(built: Path) -> None:
    app = _told(open_patient_pages())
    assert "Download everything" in downloads(app)
    with zipfile.ZipFile(io.BytesIO(everything(_state(app)))) as archive:
        files = {name: archive.read(name).decode() for name in archive.namelist()}
    assert f"YOU ASKED: {SECRET}" in files["conversation.txt"]
    assert "I fear the zebra-blue lake" in files["my-questions.txt"]
    data = json.loads(files["everything.json"])
    assert data["reports"][0]["read"]["findings"][0]["analyte"] == "BRAF"
    assert data["conversation"][0]["question"] == SECRET
    assert data["visit"]["words"] == "I fear the zebra-blue lake"
