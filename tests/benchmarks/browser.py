"""Times the app in a browser: its start, the page again, and from Enter to the words of an answer.

Run: .venv/bin/python -m tests.benchmarks.browser [questions] [starts]. Needs chromium and a built
library.
"""

from __future__ import annotations

import json
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from playwright.sync_api import Error, Page, expect, sync_playwright

from pmchat.settings import ROOT

PORT = 8599
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
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


def main(count: int, starts: int) -> None:
    """Print the medians of so many cold starts and, with the program warm, of so many questions."""
    questions = _questions(count + 1)
    begun = [_start(questions[0]) for _ in range(starts)]
    for name, seconds in zip(
        ("page usable", "first answer"), zip(*begun, strict=True), strict=True
    ):
        _say(f"command to {name}", seconds)
    with _app() as page:
        _timed(page, questions[0])  # warms the model
        again = time.perf_counter()
        page.reload()
        page.get_by_placeholder(BOX).wait_for()
        print(f"the page again, with the program warm: {time.perf_counter() - again:.2f} s")
        firsts, fulls = zip(*(_timed(page, q) for q in questions[1:]), strict=True)
    _say("Enter to the first words", firsts)
    _say("Enter to the full answer", fulls)


def _start(question: str) -> tuple[float, float]:
    """Seconds from the command to a page that can be used, and to the first answer."""
    begun = time.perf_counter()
    with _app() as page:
        usable = time.perf_counter() - begun
        _timed(page, question)
        return usable, time.perf_counter() - begun


@contextmanager
def _app() -> Iterator[Page]:
    """The app, started anew, and its page with the box for questions."""
    command = [sys.executable, "-m", "pmchat", "serve", "--port", str(PORT)]
    with subprocess.Popen(command, cwd=ROOT) as app, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        page = browser.new_page()
        _open(page)
        page.get_by_placeholder(BOX).wait_for()
        yield page
        browser.close()
        app.terminate()


def _open(page: Page) -> None:
    """Open the page as soon as the server answers."""
    for _ in range(600):
        try:
            page.goto(f"http://localhost:{PORT}")
            return
        except Error:
            time.sleep(0.1)
    raise SystemExit("The app did not start.")


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
    given = [int(number) for number in sys.argv[1:]]
    main(*given, *(30, 3)[len(given) :])
