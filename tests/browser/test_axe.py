"""axe-core on every page: no violation of WCAG 2.2 A or AA."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Frame, Page, expect

from pmchat.settings import ROOT

from .helpers import ask, go, settle

OPTIONS = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    },
    "resultTypes": ["violations"],
}
KNOWN: dict[tuple[str, str], str] = {}
"""What Streamlit itself breaks: rule and a piece of the HTML, with why it cannot be mended here.

Empty: each that was found was mended by a colour of the theme, or by markup of our own in the
place of the widget. A new one fails here, and so does one that is listed and found no more.
"""


@pytest.fixture(scope="module")
def extra(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Only one area's pages for the page of staff, which takes long to check all of them."""
    knowledge = tmp_path_factory.mktemp("few") / "knowledge"
    shutil.copytree(ROOT / "knowledge", knowledge, ignore=shutil.ignore_patterns("documents"))
    area = Path("documents") / "foundations"
    shutil.copytree(ROOT / "knowledge" / area, knowledge / area)
    return {"PMCHAT_KNOWLEDGE": str(knowledge)}


@dataclass(frozen=True)
class Look:
    """A window, the theme of the device and the size of letters."""

    width: int
    scheme: Literal["light", "dark"]
    size: int


@pytest.mark.parametrize(
    "look",
    [Look(1280, "light", 100), pytest.param(Look(360, "dark", 150), marks=pytest.mark.slow)],
    ids=str,
)
def test_no_page_breaks_a_rule_of_wcag(page: Page, look: Look) -> None:
    found = dict(_walk(page, look))
    assert len(found) == 12
    broken = {(name, *one) for name, ones in found.items() for one in ones}
    known = {k for k in KNOWN if any(_is(k, b) for b in broken)}
    for rule, piece in known:
        print(f"Streamlit's own: {rule} at {piece}: {KNOWN[rule, piece]}")
    assert not [b for b in broken if not any(_is(k, b) for k in known)]
    assert known == set(KNOWN)


def test_a_fault_is_noticed(page: Page) -> None:
    page.locator(".pm-what").wait_for()
    page.evaluate("document.querySelector('.pm-what').style.color = '#ddd'")
    page.evaluate("document.querySelector('.pm-what').innerHTML += '<img src=data:,>'")
    assert {rule for rule, _ in _broken(page)} == {"color-contrast", "image-alt"}


def _walk(page: Page, look: Look) -> Iterator[tuple[str, set[tuple[str, str]]]]:
    """Every page, without and with something on it: its name and what is broken there."""
    page.emulate_media(color_scheme=look.scheme)
    page.set_viewport_size({"width": look.width, "height": 900})
    page.get_by_text("Comfort: text size, contrast").click()
    page.get_by_text(f"{look.size} %", exact=True).click()
    root = f"{17 * look.size / 100:g}px"
    expect(page.locator("html")).to_have_css("font-size", root)
    yield "empty", _broken(page)
    page.get_by_text("Try a made-up report").click()
    settle(page)
    page.get_by_role("button", name="Use this made-up report").click()
    page.get_by_text("Something is wrong or missing").click()
    page.get_by_text("It says something else").click()
    page.get_by_role("button", name="Save what my paper says").wait_for()
    page.get_by_text("See my report as a picture").click()
    yield "check", _broken(page)
    ask(page, "what does my ERBB2 result mean")
    page.get_by_role("button", name="Report a mistake").click()
    page.get_by_role("button", name="Send nothing").wait_for()
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    yield "answer, all open", _broken(page)
    page.locator(".pm-term:visible").first.click()
    yield "a word explained", _broken(page, within=".pm-gloss:popover-open")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Add to my questions").first.click()
    page.get_by_text("In your list:").first.wait_for()
    for name in ("My visit", "Learn", "What is kept", "For counselors", "For staff"):
        go(page, name)
        expect(page.locator("html")).to_have_css("font-size", root)
        if name == "My visit":
            page.get_by_text("Print results of my report too").click()
            page.get_by_role("button", name="Change 1").click()
            page.get_by_label("Your question in your words").wait_for()
            page.frame_locator("iframe").get_by_text("From my report").wait_for()
            settle(page)
            yield "the page to print", _broken(page, page.frames[-1])
        if name == "Learn":
            _search(page)
            yield "a search and words explained", _broken(page)
            page.get_by_role("button", name="Read: How high is the breast cancer risk").click()
            page.get_by_role("heading", name="How high is the breast cancer risk").wait_for()
            page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        yield name, _broken(page)
    go(page, "Ask")
    ask(page, "I want to kill myself")
    yield "crisis", _broken(page)


def _search(page: Page) -> None:
    page.get_by_label("Search the library").fill("breast cancer risk with BRCA2")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="What was found").wait_for()
    page.get_by_text("Runs in the family").click()


def _broken(
    page: Page, part: Frame | None = None, within: str | None = None
) -> set[tuple[str, str]]:
    """The rules that a page breaks, each with the HTML; it also must not scroll sideways.

    Looked at from its top, else a link half under the bar with the help counts as too small.
    """
    settle(page)
    if within is None:
        page.evaluate("document.querySelector('.stMain').scrollTo(0, 0)")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    result = Axe().run(part or page, context=within, options=OPTIONS).response
    assert result["passes"], "axe looked at something"
    return {(v["id"], n["html"]) for v in result["violations"] for n in v["nodes"]}


def _is(known: tuple[str, str], broken: tuple[str, str, str]) -> bool:
    return known[0] == broken[1] and known[1] in broken[2]
