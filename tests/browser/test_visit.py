"""The list for the visit in a real browser: added, ordered, printed, kept, deleted."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from playwright.sync_api import Locator, Page, expect

from .helpers import OWN_REPORT, SECONDS, ask, go, settle, upload

MINE = "How will I tell my children?"
FEAR = "I am afraid of losing the feeling in my hands."


@pytest.fixture(params=[360, pytest.param(1280, marks=pytest.mark.slow)])
def sized(request: pytest.FixtureRequest, page: Page) -> Page:
    page.set_viewport_size({"width": request.param, "height": 900})
    return page


def test_from_an_answer_to_a_handout_kept_and_deleted(sized: Page) -> None:
    page = sized
    upload(page, OWN_REPORT)
    ask(page, "what does my EGFR result mean")
    _press(page, "Add to my questions").click()
    expect(page.get_by_text("In your list: Which EGFR change")).to_be_visible()
    _press(page, "Add my own question").click()
    expect(page.get_by_text("In your list: what does my EGFR")).to_be_visible()

    go(page, "My visit")
    expect(page.get_by_text("Why it matters: The exact name matters")).to_be_visible()
    _press(page, "Move 2 up").click()
    expect(_listed(page).first).to_have_text("1. what does my EGFR result mean")
    _press(page, "Change 1").click()
    page.get_by_label("Your question in your words").fill(MINE)
    _press(page, "Save this question").click()
    expect(_listed(page).first).to_have_text(f"1. {MINE}")
    page.get_by_label("Anything your care team should know").fill(FEAR)
    _press(page, "Save my words").click()
    expect(page.get_by_text("Your words were saved on this page.")).to_be_visible()
    words = _words_of(_pdf(page))
    assert FEAR in words
    assert f"1. {MINE}" in words
    assert "27.5 %" not in words, "the report only if asked"
    page.get_by_text("Print results of my report too").click()
    expect(page.frame_locator("iframe").get_by_text("From my report")).to_be_visible()
    assert "VAF 27.5 %" in _words_of(_pdf(page))
    assert page.evaluate("document.documentElement.scrollWidth") <= page.evaluate("innerWidth")

    _keep_and_reload(page)
    expect(_listed(page).first).to_have_text(f"1. {MINE}")
    _press(page, "Delete everything").click()
    expect(page.get_by_text("Everything was deleted: 1 report, 1 answer")).to_be_visible()
    page.wait_for_function("!document.cookie.includes('pmchat_kept')")
    page.reload()
    expect(page.get_by_text("Your list is empty.")).to_be_visible()
    assert not [c for c in page.context.cookies() if c["name"] == "pmchat_kept"]


def test_all_of_it_with_the_keyboard_alone(page: Page) -> None:
    page.get_by_placeholder("Type your question here").focus()
    page.keyboard.type("what is a variant of uncertain significance?")
    page.keyboard.press("Enter")
    expect(page.locator("#pm-live")).to_have_text(re.compile("is ready"), timeout=SECONDS * 1000)
    _tab_to(page, re.compile("^Add to my questions"))
    page.keyboard.press("Enter")
    expect(page.get_by_text("In your list:")).to_be_visible()
    _tab_to(page, re.compile("^Add my own question"))
    page.keyboard.press("Space")
    expect(page.get_by_text("In your list:")).to_have_count(2)
    _tab_to(page, re.compile("^My visit$"))
    page.keyboard.press("Enter")
    last = _listed(page).nth(1).inner_text().removeprefix("2. ")
    _tab_to(page, re.compile("^Move 2 up$"))
    page.keyboard.press("Enter")
    expect(_listed(page).first).to_have_text(f"1. {last}")
    expect(page.get_by_role("button", name="Move 1 down")).to_be_visible()
    _tab_to(page, re.compile("^Change 1$"))
    page.keyboard.press("Enter")
    expect(page.get_by_label("Your question in your words")).to_be_focused()
    _tab_to(page, re.compile("^Leave it as it is$"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Change 1")).to_be_focused()
    _tab_to(page, re.compile("^Get my page as a PDF$"))
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert f"1. {last}" in _words_of(download.value.path())
    _tab_to(page, re.compile("^Delete everything$"))
    page.keyboard.press("Enter")
    said = page.get_by_text("Everything was deleted: 1 answer, 2 questions")
    expect(said.locator("xpath=ancestor-or-self::p")).to_be_focused()


def test_nothing_survives_a_reload_without_a_yes(page: Page) -> None:
    expect(page.get_by_text("Nothing is kept").first).to_be_visible()
    ask(page, "what is a variant of uncertain significance?")
    page.reload()
    expect(page.get_by_text("Nothing is kept").first).to_be_visible()
    expect(page.locator(".pm-question")).to_have_count(0)


def test_the_print_button_prints_only_the_page(page: Page) -> None:
    go(page, "My visit")
    page.get_by_label("Another question").fill(MINE)
    _press(page, "Add this question").click()
    sheet = page.frame_locator("iframe")
    expect(sheet.get_by_text(f"1. {MINE}")).to_be_visible()
    frame = page.frames[-1]
    frame.evaluate("window.print = () => { document.title = 'printed'; }")
    sheet.get_by_role("button", name="Print this page").click()
    assert frame.title() == "printed"


def _press(page: Page, name: str) -> Locator:
    """A button by the first words of its name, once the page stands still."""
    settle(page)
    return page.get_by_role("button", name=name).first


def _listed(page: Page) -> Locator:
    return page.locator("h3.pm-listed")


def _pdf(page: Page) -> Path:
    button = _press(page, "Get my page as a PDF")
    with page.expect_download() as download:
        button.click()
    return Path(download.value.path())


def _words_of(pdf: Path) -> str:
    document = pdfium.PdfDocument(io.BytesIO(pdf.read_bytes()))
    return " ".join(" ".join(p.get_textpage().get_text_range().split()) for p in document)


def _keep_and_reload(page: Page) -> None:
    go(page, "What is kept")
    _press(page, "Keep this conversation").click()
    expect(page.get_by_text("You chose to keep this conversation").first).to_be_visible()
    go(page, "My visit")
    page.reload()
    expect(page.get_by_text("You chose to keep this conversation").first).to_be_visible()


def _tab_to(page: Page, name: re.Pattern[str]) -> None:
    """Press Tab until the thing with this name has the focus."""
    settle(page)
    for _ in range(150):
        page.keyboard.press("Tab")
        said = page.evaluate("document.activeElement.innerText || ''").strip()
        if name.search(said):
            return
    pytest.fail(f"{name.pattern} is not reached by the keyboard")
