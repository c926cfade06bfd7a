from __future__ import annotations

import re

from fpdf import FPDF
from playwright.sync_api import FilePayload, Locator, Page, expect
from playwright.sync_api import TimeoutError as PageTimeout

SECONDS = 120
TRIES = 3
HEADINGS = {
    "Ask": "Understand your gene test report",
    "For counselors": "The evidence behind the last answer",
    "For staff": "The library",
}
"""Of the pages whose heading is not their name."""

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


def upload(page: Page, text: str, title: str = "What I read in your report") -> None:
    """Give a report as PDF and wait until it was read and is shown under its title."""
    file: FilePayload = {"name": "a.pdf", "mimeType": "application/pdf", "buffer": pdf_of(text)}
    box, shown = page.locator("input[type=file]"), page.get_by_text(title)
    expect(box).to_have_count(1, timeout=SECONDS * 1000)
    for place in range(1, TRIES + 1):
        if box.count():  # one of the page before that still fades takes the file in vain
            box.set_input_files(file)
        try:
            shown.wait_for(timeout=SECONDS * 1000 / TRIES)
        except PageTimeout:
            if place == TRIES:
                raise
        else:
            return


def ask(page: Page, question: str) -> None:
    """Type a question and wait until its answer is announced."""
    live = page.locator("#pm-live")
    before = live.inner_text() if live.count() else ""
    page.get_by_placeholder("Type your question here").fill(question)
    page.keyboard.press("Enter")
    announced = re.compile(rf"^(?!{re.escape(before)}$).*is ready" if before else "is ready")
    expect(live).to_have_text(announced, timeout=SECONDS * 1000)


def go(page: Page, name: str) -> None:
    """Turn to another page by the links that the window shows: those of phones or the top line."""
    links = page.get_by_role("link", name=name, exact=True)
    phone = page.locator(".st-key-pages").get_by_role("link", name=name, exact=True)
    narrow = page.viewport_size is not None and page.viewport_size["width"] < 769
    (phone if narrow else links.filter(visible=True).first).click()
    heading = HEADINGS.get(name, name)
    expect(page.get_by_role("heading", name=heading, exact=True).first).to_be_visible()
    settle(page)


def press(page: Page, name: str) -> Locator:
    """A button by the first words of its name, once the page stands still."""
    settle(page)
    return page.get_by_role("button", name=name).first


def settle(page: Page) -> None:
    """Wait until the page stands still."""
    page.locator('[data-test-script-state="notRunning"]').wait_for()


def pdf_of(text: str) -> bytes:
    pdf = FPDF()
    pdf.set_font("courier", size=9)
    pdf.add_page()
    for line in text.splitlines():
        pdf.cell(0, 4.5, line, new_x="LMARGIN", new_y="NEXT")
    return bytes(pdf.output())
