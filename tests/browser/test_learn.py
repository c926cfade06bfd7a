"""The page Learn on a phone and by the keyboard."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from .helpers import SECONDS

WAIT = SECONDS * 1000 / 4


def test_a_page_with_pictures_fits_a_phone_and_goes_to_the_page_ask(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 800})
    page.locator(".st-key-pages").get_by_role("link", name="Learn", exact=True).click()
    box = page.get_by_label("Search the library")
    box.fill("breast cancer risk with BRCA2")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="What was found").wait_for()
    _is_calm(page)
    found = page.get_by_role("button", name="Read: How high is the breast cancer risk").first
    found.focus()
    page.keyboard.press("Enter")
    heading = page.get_by_role("heading", name="How high is the breast cancer risk").first
    expect(heading).to_be_focused(timeout=WAIT)
    place = heading.bounding_box()
    assert place is not None
    assert place["y"] < 200, "what belongs to it stands below it on the screen"
    expect(page.get_by_alt_text("More than 60 of 100 women, drawn as 100 people")).to_be_visible()
    _is_calm(page)
    page.get_by_role("button", name="Ask about this").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#pm-live")).to_have_text("Answer 1 is ready.", timeout=WAIT)
    expect(page.locator(".pm-question")).to_have_text("BRCA1 and BRCA2 (women and men)")


def _is_calm(page: Page, width: int = 360) -> None:
    """Once it stands still: nothing to scroll sideways, one first heading."""
    page.locator('[data-test-script-state="notRunning"]').wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    expect(page.locator("h1")).to_have_count(1)


def test_a_search_shows_what_was_found_on_a_phone_with_large_type(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.get_by_text("Comfort: text size, contrast").click()
    page.get_by_text("150 %", exact=True).click()
    page.locator(".st-key-pages").get_by_role("link", name="Learn", exact=True).click()
    heading = page.get_by_role("heading", name="What was found")
    for words in ("breast cancer risk", "who pays for the test"):
        page.get_by_label("Search the library").fill(words)
        page.keyboard.press("Enter")
        expect(heading).to_be_focused(timeout=WAIT)
        expect(heading).to_be_in_viewport()
        expect(page.locator(".st-key-found h3").first).to_be_in_viewport()
    page.get_by_label("Find a word").fill("exon")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="1 word was found.")).to_be_focused(timeout=WAIT)
    expect(page.locator(".pm-terms dd").first).to_be_in_viewport()


def test_a_search_does_not_take_the_place_of_a_person_who_went_on(page: Page) -> None:
    page.get_by_role("link", name="Learn", exact=True).filter(visible=True).first.click()
    page.get_by_label("Search the library").fill("breast cancer risk")
    page.get_by_label("Find a word").click()
    page.get_by_role("heading", name="What was found").wait_for()
    _is_calm(page, 1280)
    expect(page.get_by_label("Find a word")).to_be_focused()
