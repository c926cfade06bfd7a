from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from pmchat.cli import main
from pmchat.feedback import FILE, Feedback, FeedbackStore, read
from pmchat.ui.feedback import HELPED, LEAVE, MISTAKE, NOT_HELPED, SEND, THANKS

from .helpers import ask, go, open_page, open_patient_pages, press, text_of
from .test_chat import REPORT

QUESTION = "My name is Jane Doe, MRN: 1234567. What does my BRAF result mean?"


def _answered() -> AppTest:
    app = open_patient_pages()
    app.file_uploader[0].upload("a.txt", REPORT.encode()).run()
    return ask(app, QUESTION)


def _choose(app: AppTest, label: str, option: str) -> None:
    radio = next(r for r in app.radio if r.label == label)
    radio.set_value(next(o for o in radio.options if option in o))


def test_a_good_word_is_noted_at_once_and_once(built: Path) -> None:
    app = press(_answered(), HELPED)
    assert THANKS in text_of(app)
    labels = [b.label for b in app.button]
    assert HELPED not in labels
    assert NOT_HELPED not in labels
    assert MISTAKE in labels, "a mistake can still be told"
    (said,) = read(built)
    assert said.verdict == "helped"
    assert said.cited == ("tst-braf#what-is-it",)


def test_a_mistake_has_a_reason_and_a_place_and_no_word_of_the_person(built: Path) -> None:
    app = press(_answered(), MISTAKE)
    assert "It does not reach your care team" in text_of(app)
    _choose(app, "What was it? You can leave this open.", "out of date")
    box = next(s for s in app.selectbox if s.label == "Where is the mistake?")
    assert box.options[:2] == ["In the answer as a whole", "In what it says about my report"]
    box.set_value(next(o for o in box.options if o.startswith("A BRAF change can keep")))
    press(app, SEND)
    assert THANKS in text_of(app)
    (said,) = read(built)
    assert (said.verdict, said.reason) == ("mistake", "out_of_date")
    assert (said.about, said.sentence) == ("tst-braf#what-is-it", 2)
    on_disk = (built / FILE).read_bytes()
    for private in (b"BRAF result", b"V600E", b"Jane", b"DOE", b"1234567"):
        assert private not in on_disk


def test_a_question_is_sent_only_if_ticked_without_names_and_the_page_says_so(built: Path) -> None:
    app = press(_answered(), NOT_HELPED)
    box = next(c for c in app.checkbox if "words of my question" in c.label)
    assert not box.value
    assert "Jane" not in box.label
    box.check()
    press(app, SEND)
    (said,) = read(built)
    assert said.reason is None
    assert "What does my BRAF result mean?" in said.question
    assert "Jane" not in said.question
    assert "1234567" not in said.question
    assert "stays with them" in text_of(go(app, "kept"))


def test_nothing_is_sent_by_someone_who_leaves(built: Path) -> None:
    app = press(press(_answered(), NOT_HELPED), LEAVE)
    assert NOT_HELPED in [b.label for b in app.button]
    assert THANKS not in text_of(app)
    assert not (built / FILE).exists()


def test_a_text_that_sends_for_help_asks_for_no_opinion(built: Path) -> None:
    app = ask(open_page("chat"), "I want to kill myself")
    assert not {HELPED, MISTAKE} & {b.label for b in app.button}


def test_what_cannot_be_stored_is_said_calmly(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(FeedbackStore, "add", fail)
    app = press(_answered(), HELPED)
    assert "Something did not work" in "".join(str(h.proto.body) for h in app.get("html"))
    assert HELPED in [b.label for b in app.button]


def test_staff_see_it_on_their_page_and_on_the_command_line(
    built: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    press(_answered(), HELPED)
    words = text_of(open_page("library"))
    assert "What readers said (1)" in words
    assert "tst-braf#what-is-it" in words
    assert main(["feedback"]) == 0
    assert "said: helped" in capsys.readouterr().out
    assert main(["feedback", "--json"]) == 0
    assert Feedback.model_validate_json(capsys.readouterr().out).verdict == "helped"
