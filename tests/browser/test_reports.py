"""The person's check of what was read, several reports and pictures, on a phone and a desk."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from .helpers import OWN_REPORT, ask, press, settle, upload

BLOOD = """Example Harbor Lab     LIQUID BIOPSY (plasma cell-free DNA)
Patient: TESTER, ANY   DOB 1960-05-06   MRN 998877
Blood collected: 2026-11-02   Reported: 2026-11-10
Alteration                    % cfDNA
TP53   R175H                  0.4%
"""


def test_a_line_left_out_is_not_used(sized: Page) -> None:
    page = sized
    upload(page, OWN_REPORT)
    page.get_by_text("Something is wrong or missing").click()
    settle(page)
    page.get_by_label("Which result?").click()
    page.get_by_role("option", name="TP53").click()
    expect(page.get_by_text("I read:")).to_contain_text("TP53")
    settle(page)
    page.get_by_text("Show it on my page").click()
    expect(page.get_by_text("with this line in a yellow frame")).to_be_visible()
    press(page, "Leave this line out").click()
    expect(page.get_by_text("Thank you, noted.")).to_be_visible()
    press(page, "This matches my paper").click()
    expect(page.get_by_text("You can ask your questions now.")).to_be_visible()
    ask(page, "what does my TP53 result mean")
    answer = page.locator(".pm-answer")
    expect(answer).to_contain_text("I found no result for TP53")
    expect(answer).not_to_contain_text("R175H")
    ask(page, "what does my EGFR result mean")
    expect(page.locator(".pm-headline:visible")).to_contain_text("exon 19 deletion")


def test_a_report_of_another_person_is_refused_in_sight(sized: Page) -> None:
    page = sized
    page.set_viewport_size({"width": page.evaluate("innerWidth"), "height": 740})
    upload(page, OWN_REPORT)
    page.get_by_text("Add another report of the same person").click()
    another = page.get_by_test_id("stExpander").filter(has_text="Add another report")
    another.get_by_text("Paste the text").click()
    page.get_by_label("The text of your report").fill(BLOOD.replace("1960-05-06", "1985-11-30"))
    page.get_by_role("button", name="Read this text").click()
    expect(page.get_by_text("two different people")).to_be_in_viewport()
    expect(page.get_by_text("was not added")).to_be_in_viewport()


def test_two_reports_are_compared_and_every_picture_has_its_words(sized: Page) -> None:
    page = sized
    upload(page, OWN_REPORT)
    page.get_by_text("Add another report of the same person").click()
    upload(page, BLOOD, "What I read in report 2")
    page.get_by_text("Compare my reports over time").click()
    table = page.locator(".pm-table:visible")
    expect(table).to_contain_text("33 %")
    expect(table).to_contain_text("0.4 %")
    expect(page.get_by_text("cannot be compared straight")).to_be_visible()
    page.get_by_text("See my report as a picture").click()
    pictures = page.locator("img.pm-picture:visible")
    expect(pictures.first).to_be_visible()
    assert pictures.count() >= 3
    for place in range(pictures.count()):
        picture = pictures.nth(place)
        assert len(picture.get_attribute("alt") or "") > 20
        assert picture.evaluate("p => p.complete && p.naturalWidth > 0")
        box = picture.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= page.viewport_size["width"]  # type: ignore[index]
    assert page.evaluate("document.documentElement.scrollWidth") <= page.evaluate("innerWidth")
    ask(page, "what does my TP53 result mean")
    answer = page.locator(".pm-answer")
    expect(answer).to_contain_text("Your report 1 (FFPE tissue collected September 1, 2026)")
    expect(answer).to_contain_text("Your report 2 (plasma collected November 2, 2026)")
