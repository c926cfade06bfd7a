"""The whole way in a real browser: a report as PDF, a question, a citation, a follow-up.

`make screenshot` sets PMCHAT_SCREENSHOT: the page with the answer is saved there.
"""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from fpdf import FPDF
from playwright.sync_api import Browser, FilePayload, Page, expect, sync_playwright

from pmchat.settings import ROOT

CHROMIUM = shutil.which("chromium")
FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()
SECONDS = 120
OWN_REPORT = """MADE-UP REPORT FOR A TEST - NO REAL PERSON                     Page 1 of 2
Example Harbor Lab           TUMOR GENE PANEL (tissue, DNA)
Patient: TESTER, ANY   DOB 1960-05-06   Sex: F   MRN 998877
Diagnosis: Lung adenocarcinoma     Specimen site: Lung, left lower lobe (FFPE)
Collected: 2026-09-01   Received: 2026-09-03   Reported: 2026-09-15   Tumor content: 40 %

BIOMARKER FINDINGS
Microsatellite status - MS-Stable
Tumor Mutational Burden - 5 Muts/Mb

GENOMIC FINDINGS
EGFR   exon 19 deletion             VAF 27.5 %
       (p.E746_A750del,
        c.2236_2250del15)
TP53   R175H (c.524G>A)             VAF 33.0 %

PERTINENT NEGATIVES  No reportable alterations in the following genes relevant to this
tumor type: ALK, BRAF, KRAS, MET, RET, ROS1
"""

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed")


@pytest.fixture(scope="module")
def address(built_var: Path) -> Iterator[str]:
    """The address of the app, started for these tests on a free port."""
    with socket.socket() as free:
        free.bind(("localhost", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    environment = {**os.environ, "PMCHAT_VAR": str(built_var)}
    with subprocess.Popen(command, cwd=ROOT, env=environment) as app:
        _wait_for(f"http://localhost:{port}/_stcore/health")
        yield f"http://localhost:{port}"
        app.terminate()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """The first page; the test fails if anything is asked of another computer."""
    context = browser.new_context(viewport={"width": 1280, "height": 1000})
    opened = context.new_page()
    opened.set_default_timeout(SECONDS * 1000)
    asked: list[str] = []
    opened.on("request", lambda request: asked.append(request.url))
    opened.goto(address)
    yield opened
    context.close()
    schemes = {"http", "https", "ws", "wss"}
    hosts = {urlsplit(u).hostname for u in asked if urlsplit(u).scheme in schemes}
    assert hosts == {"localhost"}


def test_first_light_with_our_own_report(page: Page) -> None:
    _upload(page, OWN_REPORT)
    _see_the_exon_19_deletion_explained(page)
    screenshot = os.environ.get("PMCHAT_SCREENSHOT")
    if screenshot:
        page.set_viewport_size({"width": 1100, "height": 1350})
        page.locator(".pm-you:visible").scroll_into_view_if_needed()
        page.screenshot(path=ROOT / screenshot)
    _see_a_follow_up(page)
    _see_the_evidence(page)


def test_first_light_with_the_reference_report(page: Page, shared: Path) -> None:
    _upload(page, (shared / "domain" / "fixtures" / "R1.txt").read_text())
    _see_the_exon_19_deletion_explained(page)
    _see_a_follow_up(page)


def test_a_phone_shows_everything_without_scrolling_sideways(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    _upload(page, OWN_REPORT)
    _ask(page, "what does my EGFR result mean")
    page.locator("summary", has_text="Source 1").first.click()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    expect(page.get_by_text("I need help now")).to_be_in_viewport()


def test_a_citation_opens_by_keyboard_and_the_answer_stays(page: Page) -> None:
    _ask(page, "what is a variant of uncertain significance?")
    button = page.locator("summary", has_text="Source 1").first
    button.focus()
    page.keyboard.press("Enter")
    expect(page.locator("mark:visible").first).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator("mark:visible")).to_have_count(0)
    expect(page.get_by_role("heading", name="Answer", exact=True)).to_have_count(1)


def test_hostile_text_in_a_report_is_only_text(page: Page) -> None:
    attack = "<img src=http://evil.example/a.png onerror=document.title='owned'>"
    _upload(page, OWN_REPORT.replace("VAF 27.5 %", f"VAF 27.5 % {attack}"))
    _ask(page, f"what does my EGFR result mean {attack}")
    assert page.locator("img[src*=evil]").count() == 0
    assert page.title() != "owned"


def _see_the_exon_19_deletion_explained(page: Page) -> None:
    read = page.get_by_test_id("stExpander").filter(has_text="What I read in your report")
    expect(read).to_contain_text("Found or measured")
    expect(read).to_contain_text("exon 19 deletion")
    expect(read).not_to_contain_text("TEST")
    _ask(page, "what does my EGFR result mean")
    answer = page.locator(".pm-answer")
    expect(answer.locator(".pm-headline")).to_contain_text("exon 19 deletion")
    answer.get_by_text(re.compile(r"^Your report, line \d+$")).first.click()
    expect(answer.locator("mark:visible").first).to_contain_text("exon 19 deletion")
    sentence = answer.locator(".pm-sentence", has=page.get_by_text("Source 1")).first
    words = sentence.locator("> span").inner_text()
    sentence.locator("summary").click()
    expect(sentence.locator("mark")).to_be_visible()
    expect(sentence.locator("mark")).to_have_text(words)
    expect(sentence).to_contain_text("How checked:")
    expect(sentence).to_contain_text("no clinician has reviewed this page yet")


def _see_a_follow_up(page: Page) -> None:
    _ask(page, "can it be inherited?")
    expect(page.locator(".pm-question:visible")).to_have_text("can it be inherited?")
    expect(page.locator(".pm-answer:visible")).to_contain_text("EGFR")
    expect(page.get_by_text("Earlier question: what does my EGFR")).to_be_visible()


def _see_the_evidence(page: Page) -> None:
    page.get_by_role("link", name="Counselor").click()
    expect(page.locator(".pm-facts")).to_contain_text("EGFR")
    expect(page.get_by_role("table").first).to_contain_text("tgt-egfr#")


def _upload(page: Page, text: str) -> None:
    file: FilePayload = {"name": "a.pdf", "mimeType": "application/pdf", "buffer": _pdf(text)}
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_text("What I read in your report").wait_for()


def _ask(page: Page, question: str) -> None:
    """Type a question and wait until its answer is announced."""
    live = page.locator("#pm-live")
    before = live.inner_text() if live.count() else ""
    page.get_by_placeholder("Type your question here").fill(question)
    page.keyboard.press("Enter")
    announced = re.compile(rf"^(?!{re.escape(before)}$).*is ready" if before else "is ready")
    expect(live).to_have_text(announced, timeout=SECONDS * 1000)


def _pdf(text: str) -> bytes:
    pdf = FPDF()
    pdf.set_font("courier", size=9)
    pdf.add_page()
    for line in text.splitlines():
        pdf.cell(0, 4.5, line, new_x="LMARGIN", new_y="NEXT")
    return bytes(pdf.output())


def _wait_for(url: str) -> None:
    for _ in range(SECONDS * 2):
        with suppress(OSError), urllib.request.urlopen(url) as answer:
            if answer.status == 200:
                return
        time.sleep(0.5)
    pytest.fail("the app did not start")
