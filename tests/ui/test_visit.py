from __future__ import annotations

from pathlib import Path

from streamlit.testing.v1 import AppTest

from .helpers import ask, downloads, go, open_patient_pages, press, seen, text_of
from .test_chat import REPORT

SUGGESTED = "What does this mean for me?"
OWN = "What is a BRAF change?"


def _labels(app: AppTest) -> list[str]:
    return [b.label.replace("\\", "") for b in app.button]


def _press(app: AppTest, start: str) -> AppTest:
    button = next(b for b in app.button if b.label.replace("\\", "").startswith(start))
    return button.click().run()


def _with_two_questions() -> AppTest:
    app = ask(open_patient_pages(), OWN)
    _press(app, "Add to my questions")
    _press(app, "Add my own question")
    return go(app, "visit")


def _headings(app: AppTest) -> list[str]:
    words = text_of(app).split('<h3 class="pm-listed">')[1:]
    return [w.split("</h3>")[0] for w in words]


def _write(app: AppTest, words: str, button: str, *, line: bool = False) -> AppTest:
    box = app.text_input[0] if line else app.text_area[0]
    box.set_value(words)
    return press(app, button)


def test_a_suggested_and_the_persons_own_question_are_added_below_an_answer(built: Path) -> None:
    app = ask(open_patient_pages(), OWN)
    assert f"Add to my questions: {SUGGESTED}" in _labels(app)
    _press(app, "Add to my questions")
    assert f"In your list: {SUGGESTED}" in text_of(app)
    _press(app, "Add my own question")
    assert f"In your list: {OWN}" in text_of(app)
    assert not [b for b in _labels(app) if b.startswith("Add ")]
    go(app, "visit")
    assert _headings(app) == [f"1. {SUGGESTED}", f"2. {OWN}"]
    words = text_of(app)
    assert words.count("Why it matters:") == 1, "the person's own question gets no reason"
    assert "Example Institute" in words
    assert "Draft: no clinician has reviewed this page yet." in words


def test_urgent_words_get_no_list(built: Path) -> None:
    app = ask(open_patient_pages(), "I want to kill myself")
    assert not [b for b in _labels(app) if b.startswith("Add ")]


def test_the_list_is_ordered_changed_and_shortened(built: Path) -> None:
    app = _with_two_questions()
    press(app, "Move 2 up")
    assert _headings(app) == [f"1. {OWN}", f"2. {SUGGESTED}"]
    assert f"Moved up: {OWN}" in text_of(app)
    press(app, "Change 1")
    _write(app, "Is my BRAF change inherited?", "Save this question")
    assert _headings(app)[0] == "1. Is my BRAF change inherited?"
    _write(app, "Who pays?", "Add this question", line=True)
    assert _headings(app)[2] == "3. Who pays?"
    press(app, "Remove 2")
    assert _headings(app) == ["1. Is my BRAF change inherited?", "2. Who pays?"]


def test_what_cannot_be_taken_is_said_and_nothing_is_lost(built: Path) -> None:
    app = _with_two_questions()
    _write(app, OWN.upper(), "Add this question", line=True)
    assert "This question is in your list already." in text_of(app)
    _write(app, "x" * 700, "Save my words")
    assert "at most 600 fit on the page" in text_of(app)
    assert len(_headings(app)) == 2


def test_the_page_is_shown_and_given_as_files(built: Path) -> None:
    app = _with_two_questions()
    _write(app, "I am afraid of <b>pain</b>", "Save my words")
    words = text_of(app)
    assert "It fits on one page." in words
    assert downloads(app) == [
        "Get my page as a PDF",
        "Get my page as a Word file",
        "Get my page as plain text",
    ]
    shown = app.get("iframe")[0].proto.srcdoc
    assert "I am afraid of &lt;b&gt;pain&lt;/b&gt;" in shown
    assert f"2. {OWN}" in shown
    assert "<b>pain</b>" not in seen(app)


def test_a_long_list_is_told_to_take_more_pages(built: Path) -> None:
    app = go(open_patient_pages(), "visit")
    for number in range(9):
        words = f"{number} " + "And what else could be done about this in my own case? " * 5
        _write(app, words, "Add this question", line=True)
    assert "It takes 2 pages." in text_of(app)


def test_the_report_is_on_the_page_only_if_asked_and_without_names(built: Path) -> None:
    app = open_patient_pages()
    app.file_uploader[0].upload("a.txt", REPORT.encode()).run()
    ask(app, OWN)
    _press(app, "Add to my questions")
    go(app, "visit")
    assert "V600E" not in app.get("iframe")[0].proto.srcdoc
    box = next(c for c in app.checkbox if "results of my report" in c.label)
    box.check().run()
    shown = app.get("iframe")[0].proto.srcdoc
    assert "BRAF V600E VAF 22.0 % (page 1, line 4)" in shown
    assert "ATM" in shown
    assert "variant of uncertain significance" in shown
    assert "DOE" not in shown
    app.multiselect[0].set_value([o for o in app.multiselect[0].options if "BRAF" in o]).run()
    assert "ATM" not in app.get("iframe")[0].proto.srcdoc
    go(app, "chat")
    press(app, "Remove my report")
    go(app, "visit")
    assert "V600E" not in app.get("iframe")[0].proto.srcdoc
