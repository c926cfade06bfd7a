"""How well each part of the search ranks documents, alone and together."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from pmchat.answering.understand import understand
from pmchat.evaluate.golden import ANSWERED, GoldenQuestion
from pmchat.evaluate.judge import to_question
from pmchat.model import ScoredPassage
from pmchat.retrieval.search import LEXICAL_WEIGHT, Query, Searcher

PARTS: dict[str, Callable[[ScoredPassage], float]] = {
    "words alone (lexical)": lambda s: s.lexical,
    "meaning alone (dense)": lambda s: s.dense,
    "both added (fused)": lambda s: s.dense + LEXICAL_WEIGHT * s.lexical,
    "fused, with names, kind of question and page": lambda s: s.score,
}
"""The searches that are compared: each ranks all passages by this value."""

DEPTH = 10


def ranking_table(searcher: Searcher, questions: Sequence[GoldenQuestion], reports: Path) -> str:
    """A Markdown table of hit@1, hit@3 and nDCG@10 on questions that documents answer."""
    asked = [q for q in questions if q.expected_behaviour in ANSWERED and q.expected_docs]
    results: dict[str, list[tuple[float, float, float]]] = {name: [] for name in PARTS}
    for golden in asked:
        scores = _all_scores(searcher, golden, reports)
        for name, value in PARTS.items():
            ranked = _documents(sorted(scores, key=lambda s: -value(s)))
            results[name].append(_measures(ranked, set(golden.expected_docs)))
    rows = [
        f"| search ({len(asked)} questions) | hit@1 | hit@3 | nDCG@10 |",
        "|---|--:|--:|--:|",
    ]
    for name, measures in results.items():
        means = [sum(column) / len(asked) for column in zip(*measures, strict=True)]
        rows.append(f"| {name} | " + " | ".join(f"{m:.3f}" for m in means) + " |")
    return "\n".join(rows)


def _all_scores(searcher: Searcher, golden: GoldenQuestion, reports: Path) -> list[ScoredPassage]:
    understood = understand(to_question(golden, reports), searcher.release.lexicon, frozenset())
    query = Query(understood.query, understood.entities, understood.asked)
    every = len(searcher.release.passages)
    hits = searcher.search(query, searcher.embed(query), date.today(), limit=every)
    return [h.score for h in hits]


def _documents(ranked: Sequence[ScoredPassage]) -> list[str]:
    """Each document once, at the place of its best passage."""
    return list(dict.fromkeys(s.passage_id.partition("#")[0] for s in ranked))


def _measures(ranked: Sequence[str], wanted: set[str]) -> tuple[float, float, float]:
    gain = sum(1 / math.log2(i + 2) for i, d in enumerate(ranked[:DEPTH]) if d in wanted)
    ideal = sum(1 / math.log2(i + 2) for i in range(min(len(wanted), DEPTH)))
    return float(ranked[0] in wanted), float(bool(wanted & set(ranked[:3]))), gain / ideal
