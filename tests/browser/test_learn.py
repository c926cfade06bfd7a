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
    expect(page.get_by_alt_text("More than 60 of 100 women, drawn as 100 people")).to_be_visible()
    _is_calm(page)
    page.get_by_role("button", name="Ask about this").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#pm-live")).to_have_text("Answer 1 is ready.", timeout=WAIT)
    expect(page.locator(".pm-question")).to_have_text("BRCA1 and BRCA2 (women and men)")


def _is_calm(page: Page) -> None:
    """Once it stands still: nothing to scroll sideways, one first heading."""
    page.locator('[data-test-script-state="notRunning"]').wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    expect(page.locator("h1")).to_have_count(1)
