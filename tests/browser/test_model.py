"""A chat model in a real browser: its sentences as they hold, and a press on Stop."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.chat_servers import Script, ScriptedServer, scripted_server

from .helpers import SECONDS

FIRST = "A BRAF change is a change in a gene that helps pass growth signals inside the cells."


@pytest.fixture(scope="module")
def writing() -> Iterator[ScriptedServer]:
    with scripted_server() as server:
        yield server


@pytest.fixture(scope="module")
def extra(writing: ScriptedServer) -> dict[str, str]:
    return {"PMCHAT_MODEL": "openai:scripted", "PMCHAT_MODEL_URL": f"{writing.url}/v1"}


def test_sentences_come_one_by_one_and_stop_shows_the_composed_answer(
    page: Page, writing: ScriptedServer
) -> None:
    writing.plays(Script(f"{FIRST} [1]\n" + "You are cured. [1] " * 500, pause=0.05))
    page.get_by_placeholder("Type your question here").fill("what is a BRAF change")
    page.keyboard.press("Enter")
    expect(page.get_by_text(FIRST)).to_be_visible(timeout=SECONDS * 1000)
    page.get_by_role("button", name="Stop, and show the library's own answer").click()
    expect(page.locator(".pm-headline")).to_be_visible(timeout=SECONDS * 1000)
    expect(page.get_by_text(FIRST)).to_have_count(0)
    expect(page.get_by_text("cured")).to_have_count(0)
    page.get_by_text("How this answer was made").click()
    expect(page.get_by_text("You stopped the language model.")).to_be_visible()
    assert writing.hung_up.wait(10)
