"""Measures answers on golden questions: a table by kind, and every miss."""

from __future__ import annotations

import json
import statistics
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from pmchat.answering.conversation import Answerer
from pmchat.errors import UsageError
from pmchat.model import MUST_CITE, Answer, Question, ReportCitation, Turn
from pmchat.reports.read import read_report

OUTCOMES: dict[str, frozenset[str]] = {
    "answer": frozenset({"answer"}),
    "answer-from-report": frozenset({"answer"}),
    "abstain": frozenset({"abstain"}),
    "redirect-to-clinician": frozenset({"redirect"}),
    "emergency": frozenset({"urgent", "crisis"}),
    "out-of-scope": frozenset({"out_of_scope"}),
}
"""Which outcomes are right for each expected behaviour."""

ESCALATED = frozenset({"urgent", "crisis"})


class GoldenQuestion(BaseModel):
    """One line of a golden file. `must_contain` and `must_not_claim` are notes for people."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: str
    expected_behaviour: str
    question: str
    expected_docs: tuple[str, ...] = ()
    report: str | None = None
    tags: tuple[str, ...] = ()
    history: tuple[Turn, ...] = ()


@dataclass(frozen=True)
class Judged:
    """A golden question with the answer given and what was right in it."""

    golden: GoldenQuestion
    answer: Answer
    integrity: float

    @property
    def outcome_right(self) -> bool:
        """Whether the answer is of the kind expected."""
        return self.answer.outcome in OUTCOMES[self.golden.expected_behaviour]

    @property
    def document_cited(self) -> bool:
        """Whether one of the expected documents is among the cited."""
        return bool(_cited_documents(self.answer) & set(self.golden.expected_docs))

    @property
    def over_triaged(self) -> bool:
        """Whether an emergency text was given where none was due."""
        escalated = self.answer.outcome in ESCALATED
        return escalated and self.golden.expected_behaviour != "emergency"


def evaluate_file(answerer: Answerer, path: Path, reports: Path | None, misses: bool) -> str:
    """Answer the questions of a JSONL file whose documents all exist; a Markdown report.

    Report names are file names in `reports`, without ending; by default the
    folder `fixtures` beside the file.
    """
    folder = reports or path.parent / "fixtures"
    questions = [q for q in _read(path) if _documents_exist(q, answerer)]
    judged = [_judge(answerer, q, folder) for q in questions]
    if not judged:
        raise UsageError(f"{path.name} has no question whose documents exist.", "Try another file.")
    parts = [_by_kind(judged), _overall(judged)]
    if misses:
        parts.append(_misses(judged))
    return "\n\n".join(parts)


def _read(path: Path) -> list[GoldenQuestion]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
        return [GoldenQuestion.model_validate_json(line) for line in lines if line.strip()]
    except (OSError, ValueError) as error:
        raise UsageError(
            f"{path} cannot be read as golden questions.", "Check the file."
        ) from error


def _documents_exist(question: GoldenQuestion, answerer: Answerer) -> bool:
    """A question counts if the library holds all documents expected of it.

    Emergencies and questions out of scope need none.
    """
    if question.expected_behaviour in {"emergency", "out-of-scope"}:
        return True
    return all(d in answerer.release.by_id for d in question.expected_docs)


def _judge(answerer: Answerer, golden: GoldenQuestion, folder: Path) -> Judged:
    report = None
    if golden.report:
        path = _report_path(folder, golden.report)
        report = read_report(path.read_bytes(), path.name)
    question = Question(text=golden.question, id=golden.id, report=report, history=golden.history)
    answer = answerer.answer(question)
    return Judged(golden, answer, _integrity(answer, answerer, question))


def _report_path(folder: Path, name: str) -> Path:
    stem = name.replace("+", "_")
    found = sorted(p for p in folder.glob("*") if p.stem in {stem, f"{stem}ed"})
    if not found:
        raise UsageError(f"There is no report {name} in {folder}.", "Name it with --reports.")
    return found[0]


def _integrity(answer: Answer, answerer: Answerer, question: Question) -> float:
    """Share of the sentences that must cite whose every quote stands word for word."""
    due = [s for s in answer.sentences if s.role in MUST_CITE]
    if not due:
        return 1.0
    whole = 0
    for sentence in due:
        quotes = [_stands(c, answerer, question) for c in sentence.citations]
        whole += bool(quotes) and all(quotes)
    return whole / len(due)


def _stands(citation: object, answerer: Answerer, question: Question) -> bool:
    if isinstance(citation, ReportCitation):
        lines = [f.evidence.text for f in question.report.findings] if question.report else []
        return any(citation.quote in line for line in lines)
    passage = answerer.release.passages.get(getattr(citation, "passage_id", ""))
    return passage is not None and getattr(citation, "quote", "\0") in passage.text


def _cited_documents(answer: Answer) -> set[str]:
    return {c.document_id for s in answer.sentences for c in s.citations if c.kind == "passage"}


def _by_kind(judged: Sequence[Judged]) -> str:
    groups: dict[str, list[Judged]] = defaultdict(list)
    for item in judged:
        groups[item.golden.expected_behaviour].append(item)
    rows = ["| kind | questions | outcome right | expected document cited |", "|---|--:|--:|--:|"]
    for kind, items in groups.items():
        right = sum(j.outcome_right for j in items)
        if kind in {"answer", "answer-from-report", "redirect-to-clinician"}:
            cited = f"{sum(j.document_cited for j in items)} of {len(items)}"
        else:
            cited = "-"
        rows.append(f"| {kind} | {len(items)} | {right} | {cited} |")
    return "\n".join(rows)


def _overall(judged: Sequence[Judged]) -> str:
    total = sorted(j.answer.timings_ms["total"] for j in judged)
    embedded = [j for j in judged if "embedding" in j.answer.timings_ms]
    shares = [j.answer.timings_ms["embedding"] / j.answer.timings_ms["total"] for j in embedded]
    grades = [j.answer.reading_grade for j in judged if j.answer.outcome == "answer"]
    rows = [
        ("outcome right", f"{sum(j.outcome_right for j in judged)} of {len(judged)}"),
        ("over-triaged", str(sum(j.over_triaged for j in judged))),
        ("citation integrity", f"{statistics.fmean(j.integrity for j in judged):.1%}"),
    ]
    if grades:
        rows.append(("reading grade, median", f"{statistics.median(grades):.1f}"))
        rows.append(("reading grade, highest", f"{max(grades):.1f}"))
    rows.append(("time per answer, p50", f"{_percentile(total, 50):.0f} ms"))
    rows.append(("time per answer, p95", f"{_percentile(total, 95):.0f} ms"))
    if shares:
        rows.append(("of that the embedding call, median", f"{statistics.median(shares):.0%}"))
    return "\n".join(["| measure | value |", "|---|--:|", *(f"| {a} | {b} |" for a, b in rows)])


def _percentile(values: Sequence[float], percent: int) -> float:
    return values[min(len(values) - 1, round(percent / 100 * (len(values) - 1)))]


def _misses(judged: Sequence[Judged]) -> str:
    return "\n".join(_miss_lines(judged)) or "No misses."


def _miss_lines(judged: Sequence[Judged]) -> Iterator[str]:
    for item in judged:
        golden = item.golden
        expected = golden.expected_behaviour
        answered = expected in {"answer", "answer-from-report"}
        if item.outcome_right and (item.document_cited or not answered) and item.integrity == 1:
            continue
        best = [p.passage_id for p in item.answer.trace.passages[:3]]
        similarity = max((p.similarity for p in item.answer.trace.passages), default=0.0)
        yield (
            f"- {golden.id} expected {expected}, got {item.answer.outcome}: "
            f"{json.dumps(golden.question, ensure_ascii=False)} "
            f"wants {list(golden.expected_docs)}, "
            f"cites {sorted(_cited_documents(item.answer))}, found {best} ({similarity:.2f})"
        )
