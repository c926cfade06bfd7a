"""Times the page in a browser: the first load, and from Enter to the words of an answer.

Run: .venv/bin/python -m tests.benchmarks.browser [questions]. Needs chromium and a built library.
"""

from __future__ import annotations

import json
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence

from playwright.sync_api import Page, expect, sync_playwright

from pmchat.settings import ROOT
from tests.benchmarks.start import FLAGS, PORT, open_page

BOX = "Type your question here"

# Times, from the key on, when words are first in a new answer (or told while it is written) and
# when the page stands still with it. Milliseconds.
_WATCH = """() => {
  const seen = {first: null, full: null};
  window.pmSeen = seen;
  addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    const begun = performance.now();
    const look = () => {
      const newest = [...document.querySelectorAll(".pm-you")].pop();
      const fresh = newest && newest.id !== window.pmBefore;
      const answer = fresh && document.querySelector(".pm-answer, .pm-urgent");
      if (answer && seen.first === null) seen.first = performance.now() - begun;
      const still = document.querySelector('[data-test-script-state="notRunning"]');
      if (answer && still) { seen.full = performance.now() - begun; window.pmBefore = newest.id; }
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }, {once: true, capture: true});
}"""


def main(count: int) -> None:
    """Print the seconds of one cold start and load, and the medians of so many questions."""
    begun = time.perf_counter()
    command = [sys.executable, "-m", "pmchat", "serve", "--port", str(PORT)]
    with subprocess.Popen(command, cwd=ROOT) as app, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        page = browser.new_page()
        open_page(page)
        page.get_by_placeholder(BOX).wait_for()
        print(f"command to a page that can be used: {time.perf_counter() - begun:.1f} s")
        begun = time.perf_counter()
        page.reload()
        page.get_by_placeholder(BOX).wait_for()
        print(f"the page again, with the program warm: {time.perf_counter() - begun:.2f} s")
        questions = _questions(count + 1)
        _timed(page, questions[0])  # warms the model
        times = [_timed(page, question) for question in questions[1:]]
        browser.close()
        app.terminate()
    firsts, fulls = zip(*times, strict=True)
    _say("Enter to the first words", firsts)
    _say("Enter to the full answer", fulls)


def _questions(count: int) -> list[str]:
    """Golden questions, spread evenly over the file."""
    lines = (ROOT / "tests" / "golden" / "part1.jsonl").read_text(encoding="utf-8").splitlines()
    asked = [json.loads(line)["question"] for line in lines]
    return [asked[place * len(asked) // count] for place in range(count)]


def _timed(page: Page, question: str) -> tuple[float, float]:
    """Ask one question as a person does; seconds to its first words and to all of it."""
    box = page.get_by_placeholder(BOX)
    expect(page.locator('[data-test-script-state="notRunning"]')).to_be_attached()
    page.evaluate(_WATCH)
    box.fill(question)
    box.press("Enter")
    page.wait_for_function("window.pmSeen.full !== null", timeout=120_000)
    seen = page.evaluate("window.pmSeen")
    return seen["first"] / 1000, seen["full"] / 1000


def _say(name: str, seconds: Sequence[float]) -> None:
    worst = sorted(seconds)[int(len(seconds) * 0.95)]
    print(
        f"{name}: median {statistics.median(seconds):.2f} s of {len(seconds)}, "
        f"95th percentile {worst:.2f} s"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 30)
