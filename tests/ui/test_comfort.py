from __future__ import annotations

from pathlib import Path

import pytest

from pmchat.answering.conversation import Answerer
from pmchat.model import Answer
from pmchat.ui.comfort import Comfort, style

from .helpers import ask, go, open_page, open_patient_pages, press, seen


def test_a_change_of_depth_asks_nothing_anew(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    answer = Answerer.answer

    def counted(self: Answerer, *given: object) -> Answer:
        asked.append("once")
        return answer(self, *given)  # type: ignore[arg-type]

    monkeypatch.setattr(Answerer, "answer", counted)
    app = ask(open_patient_pages(), "what is BRAF")
    app.radio(key="comfort-depth").set_value("Everything").run()
    assert "Read more about this" not in seen(app)
    go(app, "visit")
    go(app, "chat")
    assert app.radio(key="comfort-depth").value == "Everything", "kept for the visit"
    assert asked == ["once"]


def test_a_crisis_text_has_no_depth(built: Path) -> None:
    app = ask(open_page("chat"), "I want to kill myself")
    assert "comfort-depth" not in [r.key for r in app.radio]


@pytest.mark.parametrize("name", ["chat", "visit", "kept", "counselor", "library"])
def test_every_page_offers_comfort_and_help(built: Path, name: str) -> None:
    app = open_page(name)
    app.radio(key="comfort-size").set_value(150).run()
    words = seen(app)
    assert "font-size: 159.375%" in words
    assert "I need help now" in words


def test_comfort_outlives_a_turn_of_the_page_and_a_deletion(built: Path) -> None:
    app = ask(open_patient_pages(), "what is BRAF")
    app.checkbox(key="comfort-contrast").check().run()
    app.radio(key="comfort-size").set_value(125).run()
    go(app, "kept")
    press(app, "Delete everything")
    go(app, "chat")
    assert app.checkbox(key="comfort-contrast").value is True
    assert app.radio(key="comfort-size").value == 125


@pytest.mark.parametrize(
    ("comfort", "asked_of_the_device"),
    [
        (Comfort(), ["prefers-contrast", "prefers-reduced-motion"]),
        (Comfort(contrast=True), ["prefers-reduced-motion"]),
        (Comfort(calm=True), ["prefers-contrast"]),
        (Comfort(contrast=True, calm=True), []),
    ],
)
def test_what_is_not_chosen_follows_the_device(
    comfort: Comfort, asked_of_the_device: list[str]
) -> None:
    css = style(comfort)
    for name in ("prefers-contrast", "prefers-reduced-motion"):
        assert (name in css) == (name in asked_of_the_device)
    assert css.count("{") == css.count("}")
