"""What the asks of a library teach."""

from datetime import date
from pathlib import Path

import numpy as np
import pytest

from pmchat.corpus import release
from pmchat.retrieval.bridge import FEWEST_ASKS, Bridge, Lessons
from pmchat.retrieval.embedding import MiniLM
from pmchat.retrieval.search import Query, Searcher

SIZE, SECTIONS = 16, 12


def _lessons(asks: int) -> Lessons:
    """Asks that lie near to the section behind their own, as if people used its words."""
    sections = np.eye(SECTIONS, SIZE, dtype=np.float32)
    owners = np.arange(asks) % SECTIONS
    noise = np.random.default_rng(1).normal(0, 0.05, (asks, SIZE)).astype(np.float32)
    rows = sections[(owners + 1) % SECTIONS] + noise
    return Lessons(rows / np.linalg.norm(rows, axis=1, keepdims=True), owners, sections, sections)


def test_questions_are_moved_to_the_section_that_answers_them() -> None:
    lessons = _lessons(20_000)
    bridge = Bridge.learn(lessons)
    asked = lessons.sections[4]
    assert int((lessons.sections @ asked).argmax()) == 4
    assert int((lessons.sections @ bridge.across(asked)).argmax()) == 3
    assert np.linalg.norm(bridge.across(asked)) == pytest.approx(1.0, abs=1e-5)


def test_the_same_asks_teach_the_same() -> None:
    first, second = (Bridge.learn(_lessons(FEWEST_ASKS)) for _ in range(2))
    vector = _lessons(1).asks[0]
    assert np.array_equal(first.across(vector), second.across(vector))


def test_a_few_asks_teach_nothing() -> None:
    vector = _lessons(1).asks[0]
    bridge = Bridge.learn(_lessons(FEWEST_ASKS - 1))
    assert bridge.across(vector) == pytest.approx(vector, abs=1e-6)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("same cancer as my neighbor but she gets a pill and i get chemo, why", "may differ"),
        ("is a liquid biopsy just a blood draw", "blood draw"),
    ],
)
def test_the_best_sentence_answers(
    built_var: Path, embedding: MiniLM, question: str, told: str
) -> None:
    searcher = Searcher(release.load(built_var), embedding)
    query = Query(question)
    vectors = searcher.embed(query)
    scores = searcher.scores(query, vectors, date(2026, 11, 23))
    relevance = searcher.relevance(query, vectors, scores)
    best = max(relevance, key=lambda p: float(relevance[p].max()))
    sentence = searcher.release.passages[best].statements[int(relevance[best].argmax())]
    assert told in sentence.text
