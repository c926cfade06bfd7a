"""Wrong answers against wrong abstentions as the evidence threshold moves: a table, a picture.

Run: .venv/bin/python -m tests.benchmarks.abstention [picture.svg]
Of the golden questions those count that triage lets pass: the ones that the library answers,
and the ones that lie beyond it. Each is judged by its strength alone.
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import numpy as np

from pmchat.answering.conversation import Answerer, open_answerer
from pmchat.answering.doubt import doubt, names_in
from pmchat.answering.evidence import CLOSE, ENOUGH, fitting, strength
from pmchat.answering.understand import understand
from pmchat.evaluate.golden import ANSWERED, GoldenQuestion, read_golden
from pmchat.evaluate.judge import to_question
from pmchat.retrieval.search import Query
from pmchat.settings import ROOT, Settings

GOLDEN = ROOT / "tests" / "golden"
BEYOND = frozenset({"abstain", "out-of-scope"})
STEPS = np.arange(0.2, 0.91, 0.02)
WIDTH, HEIGHT, MARGIN = 480, 320, 50


def main(picture: Path | None) -> None:
    """Print the table; draw the curve into `picture`."""
    answerer = open_answerer(Settings.from_environment())
    questions = [g for g in read_golden(GOLDEN) if g.expected_behaviour in ANSWERED | BEYOND]
    due = np.array([g.expected_behaviour in ANSWERED for g in questions])
    values = np.array([_strength(answerer, g) for g in questions])
    rows = [
        (float(t), float(np.mean(values[~due] >= t)), float(np.mean(values[due] < t)))
        for t in STEPS
    ]
    print(f"{due.sum()} questions that the library answers, {(~due).sum()} beyond it")
    print("| threshold | answered though beyond | abstained though due |\n| --: | --: | --: |")
    for threshold, wrong, abstained in rows:
        print(f"| {threshold:.2f} | {wrong:.1%} | {abstained:.1%} |")
    if picture:
        picture.write_text(_curve(rows), encoding="utf-8")


def _strength(answerer: Answerer, golden: GoldenQuestion) -> float:
    release = answerer.release
    question = to_question(golden, GOLDEN / "fixtures")
    understanding = understand(question, release.lexicon, frozenset())
    query = Query(understanding.query, understanding.entities, understanding.asked)
    hits = answerer.searcher.search(query, answerer.searcher.embed(query), date.today())
    fit = fitting(hits, understanding, release)
    unheard = [n for n in names_in(question.text) if not answerer.searcher.has_word(n)]
    against = doubt(understanding, unheard, fit, release)
    return strength(fit, understanding, release.lexicon) - against


def _curve(rows: list[tuple[float, float, float]]) -> str:
    """The curve with the two thresholds of the program marked on it."""

    def place(wrong: float, abstained: float) -> tuple[float, float]:
        return MARGIN + wrong * (WIDTH - 2 * MARGIN), HEIGHT - MARGIN - abstained * (
            HEIGHT - 2 * MARGIN
        )

    line = " ".join("{:.1f},{:.1f}".format(*place(w, a)) for _, w, a in rows)
    marks = []
    for name, at in (("answers", ENOUGH), ("without a word of caution", CLOSE)):
        _, wrong, abstained = min(rows, key=lambda r: abs(r[0] - at))
        x, y = place(wrong, abstained)
        marks.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="5"/>')
        marks.append(f'<text x="{x + 9:.1f}" y="{y - 6:.1f}">{at:.2f} {name}</text>')
    ticks = []
    for share in (0.0, 0.25, 0.5, 0.75, 1.0):
        x, y = place(share, share)
        ticks.append(f'<text x="{x - 12:.0f}" y="{HEIGHT - MARGIN + 18}">{share:.0%}</text>')
        ticks.append(f'<text x="{MARGIN - 38}" y="{y + 4:.0f}">{share:.0%}</text>')
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
        'font-family="sans-serif" font-size="12"><title>Wrong answers and wrong abstentions'
        f'</title><rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>'
        f'<path d="M{MARGIN},{MARGIN} V{HEIGHT - MARGIN} H{WIDTH - MARGIN}" fill="none" '
        f'stroke="black"/><polyline points="{line}" fill="none" stroke="#0b5c6b" '
        f'stroke-width="2"/>{"".join(marks)}{"".join(ticks)}'
        f'<text x="{WIDTH / 2 - 90:.0f}" y="{HEIGHT - 12}">beyond the library, yet answered</text>'
        f'<text x="8" y="24">due, yet not answered</text></svg>\n'
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
