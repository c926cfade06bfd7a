"""The page to print, and that nothing is kept without a yes, in a real browser."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from .helpers import ask, go, press

MINE = "How will I tell my children?"


def test_nothing_survives_a_reload_without_a_yes(page: Page) -> None:
    expect(page.get_by_text("Nothing is kept").first).to_be_visible()
    ask(page, "what is a variant of uncertain significance?")
    page.reload()
    expect(page.get_by_text("Nothing is kept").first).to_be_visible()
    expect(page.locator(".pm-question")).to_have_count(0)


def test_the_print_button_prints_only_the_page(page: Page) -> None:
    go(page, "My visit")
    page.get_by_label("Another question").fill(MINE)
    press(page, "Add this question").click()
    sheet = page.frame_locator("iframe")
    expect(sheet.get_by_text(f"1. {MINE}")).to_be_visible()
    frame = page.frames[-1]
    frame.evaluate("window.print = () => { document.title = 'printed'; }")
    sheet.get_by_role("button", name="Print this page").click()
    assert frame.title() == "printed"
