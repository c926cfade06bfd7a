"""axe-core on every page: no violation of WCAG 2.2 A or AA that our code can cause."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from .helpers import OWN_REPORT, ask, go, settle, upload

RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")


def test_no_page_has_a_violation(page: Page) -> None:
    found = []
    def look(name: str) -> None:
        settle(page)
        opts = {"runOnly": {"type": "tag", "values": list(RULES)}, "resultTypes": ["violations", "incomplete"]}
        r = Axe().run(page, options=opts).response
        for kind in ("violations", "incomplete"):
          for v in r[kind]:
            for n in v["nodes"]:
                print(kind[:5], name, v["id"], v["impact"], n["target"], n["html"][:250], [x["message"][:160] for x in n["any"]+n["all"]+n["none"]][:2])
    look("empty")
    for other in ("My visit", "What is kept", "Counselor", "Library"):
        go(page, other)
        look(other + " empty")
    go(page, "Ask")
    upload(page, OWN_REPORT)
    look("read")
    page.get_by_text("Something is wrong or missing").click()
    look("check")
    ask(page, "what does my EGFR result mean")
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    look("answer")
    page.get_by_role("button", name="Add my own question").first.click()
    settle(page)
    for other in ("My visit", "Counselor", "What is kept"):
        go(page, other)
        look(other)
