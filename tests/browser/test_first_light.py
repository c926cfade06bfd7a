"""The whole way in a real browser: a report as PDF, a question, a citation, a follow-up.

`make screenshot` sets PMCHAT_SCREENSHOT: the page with the answer is saved there.
"""

from __future__ import annotations

import os
import re

from playwright.sync_api import Page, expect

from pmchat.settings import ROOT

from .helpers import OWN_REPORT, ask, settle, upload


def test_first_light_with_our_own_report(page: Page) -> None:
    upload(page, OWN_REPORT)
    _see_the_exon_19_deletion_explained(page)
    screenshot = os.environ.get("PMCHAT_SCREENSHOT")
    if screenshot:
        page.set_viewport_size({"width": 1100, "height": 1350})
        page.locator(".pm-you:visible").scroll_into_view_if_needed()
        page.screenshot(path=ROOT / screenshot)
    _see_a_follow_up(page)
    _see_the_evidence(page)


def test_an_answer_is_announced_once(page: Page) -> None:
    ask(page, "what is a variant of uncertain significance?")
    page.evaluate(
        "window.said = []; new MutationObserver(() => window.said.push("
        "document.getElementById('pm-live').textContent)).observe("
        "document.getElementById('pm-live'), {childList: true, characterData: true, subtree: true})"
    )
    ask(page, "can it be inherited?")
    page.get_by_text("Everything", exact=True).click()  # a change of depth announces nothing
    settle(page)
    page.wait_for_timeout(1500)  # longer than the page goes on bringing the answer into sight
    assert page.evaluate("window.said") == ["Answer 2 is ready."]


def test_help_is_three_keys_away(page: Page) -> None:
    page.get_by_placeholder("Type your question here").wait_for()
    settle(page)
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Skip to main content")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("I need help now")
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="988").first).to_be_visible()


def test_every_place_that_the_keyboard_comes_to_on_a_phone_can_be_seen(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.get_by_placeholder("Type your question here").wait_for()
    settle(page)
    page.evaluate("document.activeElement.blur()")
    for _ in range(12):
        page.keyboard.press("Tab")
        # the input of a radio button is drawn by its label
        place = page.evaluate(
            "(({left, right, top, bottom}) => ({left, right, top, bottom}))("
            "(document.activeElement.closest('label') ?? document.activeElement)"
            ".getBoundingClientRect())"
        )
        assert place["right"] > 0
        assert place["left"] < 360
        assert place["bottom"] > 0
        assert place["top"] < 740


def test_each_line_of_a_starter_question_begins_at_the_left(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 800})
    for name, count in (("Is a change in my tumor", 2), ("What is biomarker testing?", 1)):
        button = page.get_by_role("button", name=name)
        lines = button.locator("p").evaluate(
            "p => { const r = document.createRange(); r.selectNodeContents(p);"
            " return [...r.getClientRects()].map(l => l.left) }"
        )
        box = button.bounding_box()
        assert box is not None
        assert len(lines) == count
        assert max(lines) - box["x"] < 24


def test_hostile_text_in_a_report_is_only_text(page: Page) -> None:
    attack = "<img src=http://evil.example/a.png onerror=document.title='owned'>"
    upload(page, OWN_REPORT.replace("VAF 27.5 %", f"VAF 27.5 % {attack}"))
    ask(page, f"what does my EGFR result mean {attack}")
    assert page.locator("img[src*=evil]").count() == 0
    assert page.title() != "owned"


def _see_the_exon_19_deletion_explained(page: Page) -> None:
    read = page.get_by_test_id("stExpander").filter(has_text="What I read in your report")
    expect(read).to_contain_text("Found or measured")
    expect(read).to_contain_text("exon 19 deletion")
    expect(read).not_to_contain_text("TEST")
    ask(page, "what does my EGFR result mean")
    answer = page.locator(".pm-answer")
    expect(answer.locator(".pm-headline")).to_contain_text("exon 19 deletion")
    answer.get_by_text(re.compile(r"^Your report, line \d+$")).first.click()
    expect(answer.locator("mark:visible").first).to_contain_text("exon 19 deletion")
    sentence = answer.locator(".pm-sentence", has=page.get_by_text("Source 1")).first
    words = sentence.locator("> span").inner_text()
    sentence.get_by_text("Source 1", exact=True).click()
    expect(sentence.locator("mark:visible")).to_have_text(words)
    expect(sentence).to_contain_text("How checked:")
    expect(sentence).to_contain_text("no clinician has reviewed this page yet")


def _see_a_follow_up(page: Page) -> None:
    ask(page, "can it be inherited?")
    expect(page.locator(".pm-question:visible")).to_have_text("can it be inherited?")
    expect(page.locator(".pm-answer:visible")).to_contain_text("EGFR")
    expect(page.get_by_text("Earlier question: what does my EGFR")).to_be_visible()


def _see_the_evidence(page: Page) -> None:
    page.get_by_role("link", name="For counselors").click()
    expect(page.locator(".pm-facts")).to_contain_text("EGFR")
    expect(page.get_by_role("table").first).to_contain_text("tgt-egfr#")
