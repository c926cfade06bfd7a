import json
from pathlib import Path

import pytest

from pmchat.answering.conversation import Answerer
from pmchat.errors import UsageError
from pmchat.evaluate import evaluate_file
from pmchat.settings import ROOT


def _write(path: Path, *rows: dict[str, object]) -> Path:
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    return path


def test_right_and_wrong_outcomes_are_counted(answerer: Answerer, tmp_path: Path) -> None:
    answer = {"expected_behaviour": "answer", "expected_docs": ["rep-vus"]}
    table = evaluate_file(
        answerer,
        _write(
            tmp_path / "golden.jsonl",
            {"id": "1", "question": "what is a VUS", **answer},
            {"id": "2", "question": "who won the football match", **answer},
            {"id": "3", "question": "what is ALK", **answer, "expected_docs": ["not-there"]},
        ),
        None,
        misses=True,
    )
    assert "| answer | 2 | 1 | 1 of 2 |" in table
    assert "| citation integrity | 100.0% |" in table
    assert "- 2 expected answer, got out_of_scope" in table


@pytest.mark.parametrize("content", ["not json", "", '{"id": "1"}'])
def test_a_file_that_is_no_golden_file_is_refused(
    answerer: Answerer, tmp_path: Path, content: str
) -> None:
    path = tmp_path / "golden.jsonl"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(UsageError):
        evaluate_file(answerer, path, None, misses=False)


def test_the_project_answers_its_own_golden_questions(answerer: Answerer) -> None:
    table = evaluate_file(answerer, ROOT / "tests" / "golden" / "first.jsonl", None, misses=True)
    assert "| over-triaged | 0 |" in table
    assert "| citation integrity | 100.0% |" in table
    assert "| emergency | 6 | 6 |" in table
