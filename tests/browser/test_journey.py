"""The whole way of a patient in a real browser, with the mouse and with the keyboard alone."""

from __future__ import annotations

import io
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from playwright.sync_api import Locator, Page, expect

from .helpers import SECONDS, ask, go, press, settle

FIRST = "What does my BRAF result mean?"
SECOND = "What is biomarker testing?"
THIRD = "What does my MLH1 result mean?"
FOLLOW_UP = "can it be inherited?"
MINE = "How will I tell my children?"
FEAR = "I am afraid of losing the feeling in my hands."


def test_with_the_mouse(sized: Page) -> None:
    page = sized
    _land_and_take_the_sample(page)
    _ask_three_questions_and_follow_up(page)
    _open_a_source_and_a_word(page)
    press(page, "Add to my questions").click()
    expect(page.get_by_text("In your list:")).to_be_visible()
    press(page, "Add my own question").click()
    expect(page.get_by_text(f"In your list: {FOLLOW_UP}")).to_be_visible()
    press(page, "It helped").click()
    expect(page.get_by_text("Thank you. This was noted")).to_be_visible()
    assert _fits(page)
    _make_the_page_for_the_visit(page)
    _keep_and_reload(page)
    expect(_listed(page).first).to_have_text(f"1. {MINE}")
    press(page, "Delete everything").click()
    expect(page.get_by_text("Everything was deleted: 1 report, 4 answers")).to_be_visible()
    page.wait_for_function("!document.cookie.includes('pmchat_kept')")
    page.reload()
    expect(page.get_by_text("Your list is empty.")).to_be_visible()
    assert not [c for c in page.context.cookies() if c["name"] == "pmchat_kept"]


def test_with_the_keyboard_alone(page: Page) -> None:
    _tab_to(page, "Upload a file")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    _enter_at(page, "Use this made-up report")
    _enter_at(page, "This matches my paper")
    expect(page.get_by_text("You can ask your questions now.")).to_be_visible()
    _tab_to(page, "Type your question here")
    for number, question in enumerate((FIRST, SECOND, THIRD, FOLLOW_UP), 1):
        page.keyboard.type(question)
        page.keyboard.press("Enter")
        _is_ready(page, number)
    _enter_at(page, "Add my own question", back=True)
    expect(page.get_by_text("In your list:")).to_be_focused()
    _enter_at(page, "Source 1", back=True)
    expect(page.locator("mark:visible").first).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator("mark:visible")).to_have_count(0)
    _open_a_word_by_key(page)
    _enter_at(page, "Add to my questions")
    expect(page.get_by_text("In your list:")).to_have_count(2)

    _enter_at(page, "Go to my list")
    title = page.get_by_role("heading", name="My visit", exact=True)
    expect(title).to_be_focused()
    expect(title).to_be_in_viewport()
    last = _listed(page).nth(1).inner_text().removeprefix("2. ")
    _enter_at(page, "Move 2 up")
    expect(_listed(page).first).to_have_text(f"1. {last}")
    expect(page.get_by_role("button", name="Move 1 down")).to_be_focused()
    _enter_at(page, "Change 1")
    expect(page.get_by_label("Your question in your words")).to_be_focused()
    _enter_at(page, "Leave it as it is")
    expect(page.get_by_role("button", name="Change 1")).to_be_focused()
    with page.expect_download() as download:
        _enter_at(page, "Get my page as a PDF")
    assert f"1. {last}" in _words_of(download.value.path())
    _enter_at(page, "Delete everything")
    said = page.get_by_text("Everything was deleted: 1 report, 4 answers, 2 questions")
    expect(said.locator("xpath=ancestor-or-self::p")).to_be_focused()


def _land_and_take_the_sample(page: Page) -> None:
    expect(page.get_by_text("I am a computer program, not a clinician.")).to_be_visible()
    page.get_by_text("Try a made-up report").click()
    press(page, "Use this made-up report").click()
    press(page, "This matches my paper").click()
    expect(page.get_by_text("You can ask your questions now.")).to_be_visible()


def _ask_three_questions_and_follow_up(page: Page) -> None:
    press(page, FIRST).click()
    _is_ready(page, 1)
    for question in (SECOND, THIRD, FOLLOW_UP):
        ask(page, question)
    expect(page.locator(".pm-question:visible")).to_have_text(FOLLOW_UP)
    expect(page.get_by_text(f"Earlier question: {FIRST}")).to_be_visible()


def _open_a_source_and_a_word(page: Page) -> None:
    page.locator("summary:visible", has_text="Source 1").first.click()
    expect(page.locator("mark:visible").first).to_be_visible()
    word = page.locator(".pm-term:visible").first
    word.click()
    note = page.locator(".pm-gloss:popover-open")
    expect(note).to_be_in_viewport(ratio=1)
    expect(note).to_contain_text("From our glossary")
    note.get_by_role("button", name="Close").click()
    expect(note).to_have_count(0)
    expect(page.get_by_text("I need help now")).to_be_in_viewport()


def _make_the_page_for_the_visit(page: Page) -> None:
    press(page, "Go to my list for the visit (2)").click()
    expect(page.get_by_role("heading", name="My visit", exact=True)).to_be_visible()
    press(page, "Move 2 up").click()
    expect(_listed(page).first).to_have_text(f"1. {FOLLOW_UP}")
    press(page, "Change 1").click()
    page.get_by_label("Your question in your words").fill(MINE)
    press(page, "Save this question").click()
    expect(_listed(page).first).to_have_text(f"1. {MINE}")
    page.get_by_label("Anything your care team should know").fill(FEAR)
    press(page, "Save my words").click()
    expect(page.get_by_text("Your words were saved on this page.")).to_be_visible()
    words = _words_of(_pdf(page))
    assert FEAR in words
    assert f"1. {MINE}" in words
    assert "VAF" not in words, "the report only if asked"
    page.get_by_text("Print results of my report too").click()
    expect(page.frame_locator("iframe").get_by_text("From my report")).to_be_visible()
    assert "VAF" in _words_of(_pdf(page))
    assert _fits(page)


def _listed(page: Page) -> Locator:
    return page.locator("h3.pm-listed")


def _pdf(page: Page) -> Path:
    button = press(page, "Get my page as a PDF")
    with page.expect_download() as download:
        button.click()
    return Path(download.value.path())


def _words_of(pdf: Path) -> str:
    document = pdfium.PdfDocument(io.BytesIO(pdf.read_bytes()))
    return " ".join(" ".join(p.get_textpage().get_text_range().split()) for p in document)


def _keep_and_reload(page: Page) -> None:
    go(page, "What is kept")
    press(page, "Keep this conversation").click()
    expect(page.get_by_text("You chose to keep this conversation").first).to_be_visible()
    go(page, "My visit")
    page.reload()
    expect(page.get_by_text("You chose to keep this conversation").first).to_be_visible()


def _is_ready(page: Page, number: int) -> None:
    live = page.locator("#pm-live")
    expect(live).to_have_text(f"Answer {number} is ready.", timeout=SECONDS * 1000)
    settle(page)


def _fits(page: Page) -> bool:
    """Whether there is nothing to scroll sideways."""
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


def _open_a_word_by_key(page: Page) -> None:
    """The next hard word: Enter opens what it means, Escape closes it and the place is kept."""
    while not page.evaluate("document.activeElement.matches('.pm-term')"):
        page.keyboard.press("Tab")
    note = page.locator(".pm-gloss:popover-open")
    page.keyboard.press("Enter")
    expect(note).to_be_visible()
    page.keyboard.press("Escape")
    expect(note).to_have_count(0)
    expect(page.locator(".pm-term:focus")).to_have_count(1)


def _enter_at(page: Page, name: str, *, back: bool = False) -> None:
    _tab_to(page, name, back=back)
    page.keyboard.press("Enter")


def _tab_to(page: Page, name: str, *, back: bool = False) -> None:
    """Press Tab until the thing whose name begins so has the focus."""
    page.wait_for_function(_IS_SHOWN, arg=name)  # the key before may still be under way
    settle(page)
    for _ in range(200):
        page.keyboard.press("Shift+Tab" if back else "Tab")
        if page.evaluate(f"({_NAME})(document.activeElement)").startswith(name):
            return
    pytest.fail(f"{name} is not reached by the keyboard")


_NAME = """at => (
  at.innerText || at.closest("label")?.innerText || at.placeholder || at.ariaLabel || ""
).trim()"""
_IS_SHOWN = f"""name => [
  ...document.querySelectorAll("a, button, input, textarea, summary, [tabindex]")
].some(at => ({_NAME})(at).startsWith(name))"""
