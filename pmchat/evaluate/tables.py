"""The results of an evaluation as Markdown tables, and every miss in a line."""

from __future__ import annotations

import json
import statistics
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from pmchat.evaluate.judge import Judged

CITES = frozenset({"answer", "answer-from-report", "redirect-to-clinician"})


def by_kind(judged: Sequence[Judged]) -> str:
    """One row for each expected behaviour."""
    groups = _grouped(judged, lambda j: j.golden.expected_behaviour)
    rows = ["| kind | questions | outcome right | expected document cited |", "|---|--:|--:|--:|"]
    for kind, items in groups.items():
        cited = f"{sum(j.document_cited for j in items)} of {len(items)}" if kind in CITES else "-"
        rows.append(f"| {kind} | {len(items)} | {sum(j.outcome_right for j in items)} | {cited} |")
    return "\n".join(rows)


def by_area(judged: Sequence[Judged]) -> str:
    """One row for each area of the library, on the questions that are to be answered."""
    groups = _grouped([j for j in judged if j.due], lambda j: j.area)
    rows = [
        "| area | to be answered | answered | expected document cited | required facts told |",
        "|---|--:|--:|--:|--:|",
    ]
    for area, items in sorted(groups.items()):
        facts = sum(len(j.golden.facts) for j in items)
        told = f"{sum(j.facts_told for j in items)} of {facts}" if facts else "-"
        rows.append(
            f"| {area} | {len(items)} | {sum(j.outcome_right for j in items)} "
            f"| {sum(j.document_cited for j in items)} | {told} |"
        )
    return "\n".join(rows)


def overall(judged: Sequence[Judged]) -> str:
    """The figures over all questions."""
    due = [j for j in judged if j.due]
    facts = sum(len(j.golden.facts) for j in due)
    grades = [j.answer.reading_grade for j in judged if j.answer.outcome == "answer"]
    times = sorted(j.answer.timings_ms["total"] for j in judged)
    shares = [
        j.answer.timings_ms["embedding"] / j.answer.timings_ms["total"]
        for j in judged
        if "embedding" in j.answer.timings_ms
    ]
    rows = [
        ("outcome right", _share(sum(j.outcome_right for j in judged), len(judged))),
        ("expected document cited", _share(sum(j.document_cited for j in due), len(due))),
        ("required facts told, by words", _share(sum(j.facts_told for j in due), facts)),
        ("forbidden claims made", str(sum(j.claims_made for j in judged))),
        ("wrongly abstained", _share(sum(j.answer.outcome == "abstain" for j in due), len(due))),
        ("over-triaged", str(sum(j.over_triaged for j in judged))),
        ("citation integrity", f"{statistics.fmean(j.integrity for j in judged):.1%}"),
    ]
    if grades:
        rows.append(("reading grade, median", f"{statistics.median(grades):.1f}"))
        rows.append(("reading grade, highest", f"{max(grades):.1f}"))
    rows.append(("time per answer, p50", f"{_percentile(times, 50):.0f} ms"))
    rows.append(("time per answer, p95", f"{_percentile(times, 95):.0f} ms"))
    if shares:
        rows.append(("of that the embedding call, median", f"{statistics.median(shares):.0%}"))
    return "\n".join(["| measure | value |", "|---|--:|", *(f"| {a} | {b} |" for a, b in rows)])


def misses(judged: Sequence[Judged]) -> str:
    """What fell short, question by question."""
    return "\n".join(_miss(j) for j in judged if j.missed) or "No misses."


def _miss(item: Judged) -> str:
    golden, trace = item.golden, item.answer.trace
    untold = [f.fact for f in golden.facts if not f.is_told(item.told)] if item.due else []
    parts = [
        f"- {golden.id} expected {golden.expected_behaviour}, got {item.answer.outcome}: "
        f"{json.dumps(golden.question, ensure_ascii=False)}"
    ]
    if item.due and not item.document_cited:
        parts.append(f"wants {list(golden.expected_docs)}, cites {sorted(item.cited)}")
        parts.append(f"found {[p.passage_id for p in trace.passages[:3]]}")
    parts += [f"does not tell: {fact}" for fact in untold]
    parts += [f"CLAIMS: {c.claim}" for c in golden.claims if c.is_told(item.told)]
    return "; ".join(parts)


def unasked(documents: Sequence[str], judged: Sequence[Judged]) -> Iterator[str]:
    """The documents that no golden question asks for."""
    asked = {d for j in judged for d in j.golden.expected_docs}
    yield from (d for d in documents if d not in asked)


def _grouped(judged: Sequence[Judged], key: Callable[[Judged], str]) -> dict[str, list[Judged]]:
    groups: dict[str, list[Judged]] = defaultdict(list)
    for item in judged:
        groups[key(item)].append(item)
    return groups


def _share(part: int, whole: int) -> str:
    return f"{part} of {whole} ({part / whole:.1%})" if whole else "-"


def _percentile(values: Sequence[float], percent: int) -> float:
    return values[min(len(values) - 1, round(percent / 100 * (len(values) - 1)))]
