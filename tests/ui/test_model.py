"""What a person sees of a chat model: who writes, what is sent, and that it may be refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.chat_servers import Script, ScriptedServer

from .helpers import ask, open_page, press, text_of
from .test_chat import REPORT

BRAF = "what is BRAF"
GOOD = (
    "BRAF is a gene which helps tell the cells when to grow. [1]\n"
    "A BRAF change can keep the growth signals switched on. [1]\n"
    "You are cured. [1]\n"
)
COMPOSED = "BRAF is a gene that helps tell cells when to grow."
LEAVES = "Nothing you type or upload leaves this computer."


@pytest.fixture
def remote(scripted: ScriptedServer, monkeypatch: pytest.MonkeyPatch) -> ScriptedServer:
    """A model whose address does not show that it is on this computer."""
    monkeypatch.setenv("PMCHAT_MODEL", "openai:scripted")
    monkeypatch.setenv("PMCHAT_MODEL_URL", scripted.url.replace("127.0.0.1", "127.1") + "/v1")
    scripted.plays(GOOD)
    return scripted


@pytest.fixture
def local(scripted: ScriptedServer, monkeypatch: pytest.MonkeyPatch) -> ScriptedServer:
    monkeypatch.setenv("PMCHAT_MODEL", "openai:scripted")
    monkeypatch.setenv("PMCHAT_MODEL_URL", f"{scripted.url}/v1")
    scripted.plays(GOOD)
    return scripted


def labels(app: AppTest) -> list[str]:
    return [b.label.replace("\\", "") for b in app.button]


def test_a_local_model_is_named_and_writes_without_asking(
    built: Path, local: ScriptedServer
) -> None:
    app = open_page("chat")
    words = text_of(app)
    assert LEAVES in words
    assert "A language model on this computer (openai:scripted) puts answers into words." in words
    assert not any(b.startswith("Yes") for b in labels(app))
    ask(app, BRAF)
    words = text_of(app)
    assert "BRAF is a gene which helps tell the cells when to grow." in words
    assert "cured" not in words
    assert "The language model openai:scripted worded it." in words
    assert f"<mark>{COMPOSED}</mark>" in words, "the words behind it can be opened"


def test_a_remote_model_gets_nothing_before_a_yes(built: Path, remote: ScriptedServer) -> None:
    app = open_page("chat")
    app.file_uploader[0].upload("a.txt", REPORT.encode()).run()
    words = text_of(app)
    assert LEAVES in words
    assert "May a language model of 127.1 help with the wording?" in words
    assert "the results read from your report" in words
    assert "your name, your birth date and your record numbers are not sent" in words
    ask(app, BRAF)
    assert COMPOSED in text_of(app)
    assert remote.bodies == []


def test_a_yes_is_asked_for_once_and_can_be_taken_back(built: Path, remote: ScriptedServer) -> None:
    app = open_page("chat")
    press(app, "Yes, send this to 127\\.1")
    words = text_of(app)
    assert LEAVES not in words
    assert "You agreed that this is sent to 127.1" in words
    ask(app, BRAF)
    assert "tell the cells when to grow." in text_of(app)
    assert len(remote.bodies) == 1
    press(app, "Send nothing more to 127\\.1")
    assert LEAVES in text_of(app)
    assert not any(b.startswith("Yes") for b in labels(app)), "it is not asked again"
    ask(app, "what is BRAF?")
    assert len(remote.bodies) == 1


def test_a_no_is_kept(built: Path, remote: ScriptedServer) -> None:
    app = open_page("chat")
    press(app, "No, keep everything on this computer")
    assert "May a language model" not in text_of(app)
    ask(app, BRAF)
    words = text_of(app)
    assert COMPOSED in words
    assert LEAVES in words
    assert "No sentence was invented" in words
    assert remote.bodies == []


@pytest.mark.parametrize("script", [Script(status=500, raw=b"{}"), Script(""), Script(raw=b"?")])
def test_a_model_that_fails_leaves_the_composed_answer_and_a_calm_line(
    built: Path, local: ScriptedServer, script: Script
) -> None:
    local.plays(script)
    words = text_of(ask(open_page("chat"), BRAF))
    assert COMPOSED in words
    assert "The answer is put together from the library instead." in words
    assert 'class="pm-note"' not in words


def test_a_model_that_cannot_be_set_up_is_said_and_answers_are_composed(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PMCHAT_MODEL", "nobody:model")
    monkeypatch.setenv("PMCHAT_MODEL_URL", "http://127.0.0.1:9")
    app = open_page("chat")
    assert "nobody:model cannot be set up" in text_of(app)
    assert COMPOSED in text_of(ask(app, BRAF))
