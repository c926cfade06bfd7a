"""Times the start: from the command to a page that can be used, and to the first answer.

Run: .venv/bin/python -m tests.benchmarks.start [times]. Needs chromium and a built library.
"""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import time

from playwright.sync_api import Error, Page, expect, sync_playwright

from pmchat.settings import ROOT

PORT = 8599
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


def main(times: int) -> None:
    """Print the median seconds of several starts."""
    starts = [_start() for _ in range(times)]
    for name, values in zip(
        ("page usable", "first answer"), zip(*starts, strict=True), strict=True
    ):
        print(f"{name}: median {statistics.median(values):.1f} s of {times} starts")


def _start() -> tuple[float, float]:
    begun = time.perf_counter()
    command = [sys.executable, "-m", "pmchat", "serve", "--port", str(PORT)]
    with subprocess.Popen(command, cwd=ROOT) as app, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        page = browser.new_page()
        open_page(page)
        box = page.get_by_placeholder("Type your question here")
        box.wait_for()
        usable = time.perf_counter() - begun
        box.fill("what is a variant of uncertain significance")
        page.keyboard.press("Enter")
        expect(page.locator(".pm-headline")).to_be_visible(timeout=120_000)
        answered = time.perf_counter() - begun
        browser.close()
        app.terminate()
    return usable, answered


def open_page(page: Page) -> None:
    """Open the page as soon as the server answers."""
    for _ in range(600):
        try:
            page.goto(f"http://localhost:{PORT}")
            return
        except Error:
            time.sleep(0.1)
    raise SystemExit("The app did not start.")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
