"""Asks golden questions and judges the answers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pmchat.answering.conversation import Answerer
from pmchat.errors import UsageError
from pmchat.evaluate.golden import ANSWERED, Behaviour, GoldenQuestion
from pmchat.model import MUST_CITE, Answer, Citation, Outcome, Question, ReportCitation
from pmchat.reports.read import read_report

OUTCOMES: dict[Behaviour, frozenset[Outcome]] = {
    "answer": frozenset({"answer"}),
    "answer-from-report": frozenset({"answer"}),
    "abstain": frozenset({"abstain"}),
    "redirect-to-clinician": frozenset({"redirect"}),
    "emergency": frozenset({"urgent", "crisis"}),
    "out-of-scope": frozenset({"out_of_scope"}),
}
"""Which outcomes are right for each expected behaviour."""

ESCALATED: frozenset[Outcome] = frozenset({"urgent", "crisis"})


@dataclass(frozen=True)
class Judged:
    """A golden question with the answer given. `integrity` is the share of sound citations."""

    golden: GoldenQuestion
    answer: Answer
    area: str
    integrity: float

    @property
    def due(self) -> bool:
        """Whether the question was to be answered."""
        return self.golden.expected_behaviour in ANSWERED

    @property
    def outcome_right(self) -> bool:
        """Whether the answer is of the kind expected."""
        return self.answer.outcome in OUTCOMES[self.golden.expected_behaviour]

    @property
    def cited(self) -> frozenset[str]:
        """The ids of the documents cited."""
        citations = (c for s in self.answer.sentences for c in s.citations)
        return frozenset(c.document_id for c in citations if c.kind == "passage")

    @property
    def document_cited(self) -> bool:
        """Whether one of the expected documents is among the cited."""
        return bool(self.cited & set(self.golden.expected_docs))

    @property
    def told(self) -> list[str]:
        """The sentences that state something; the others only frame, or repeat the question."""
        return [s.text for s in self.answer.sentences if s.citations]

    @property
    def facts_told(self) -> int:
        """How many of the required facts the answer tells."""
        return sum(f.is_told(self.told) for f in self.golden.facts)

    @property
    def claims_made(self) -> int:
        """How many of the forbidden claims the answer makes."""
        return sum(c.is_told(self.told) for c in self.golden.claims)

    @property
    def over_triaged(self) -> bool:
        """Whether an emergency text was given where none was due."""
        return self.answer.outcome in ESCALATED and self.golden.expected_behaviour != "emergency"

    @property
    def missed(self) -> bool:
        """Whether anything fell short."""
        wrong = not self.outcome_right or self.claims_made or self.integrity < 1
        short = not self.document_cited or self.facts_told < len(self.golden.facts)
        return bool(wrong or (self.due and short))


def judge_all(
    answerer: Answerer, questions: Sequence[GoldenQuestion], reports: Path
) -> Iterator[Judged]:
    """Answer each question whose documents all exist.

    Report names are file names in `reports`, without ending. Emergencies and
    questions out of scope need no document.
    """
    for golden in questions:
        if all(d in answerer.release.by_id for d in golden.expected_docs):
            yield _judge(answerer, golden, reports)


def to_question(golden: GoldenQuestion, reports: Path) -> Question:
    """The question as a person would put it, with the report that it names."""
    report = None
    if golden.report:
        path = _report_path(reports, golden.report)
        report = read_report(path.read_bytes(), path.name)
    return Question(text=golden.question, id=golden.id, report=report, history=golden.history)


def _judge(answerer: Answerer, golden: GoldenQuestion, reports: Path) -> Judged:
    question = to_question(golden, reports)
    answer = answerer.answer(question)
    first = next(iter(golden.expected_docs), None)
    area = answerer.release.by_id[first].area if first else "none"
    return Judged(golden, answer, area, _integrity(answer, answerer, question))


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


def _stands(citation: Citation, answerer: Answerer, question: Question) -> bool:
    if isinstance(citation, ReportCitation):
        report = question.report
        if report is None:
            return False
        lines = [*(f.evidence for f in report.findings), *(t.evidence for t in report.therapies)]
        printed = [*lines, *report.remarks]
        return any(citation.quote in line.text for line in printed)
    passage = answerer.release.passages.get(citation.passage_id)
    return passage is not None and citation.quote in passage.text
