import json
from pathlib import Path

import pytest

from pmchat.answering.conversation import Answerer
from pmchat.errors import UsageError
from pmchat.evaluate.run import evaluate

FACT = {"fact": "A VUS is neither good nor bad.", "words": [["not known", "unknown", "unclear"]]}
CLAIM = {"claim": "A VUS is harmful.", "words": [["vus"], ["variant", "vus"]]}


def _write(path: Path, *rows: dict[str, object]) -> Path:
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    return path


def test_right_and_wrong_answers_are_counted(answerer: Answerer, tmp_path: Path) -> None:
    answer = {"expected_behaviour": "answer", "expected_docs": ["rep-vus"]}
    path = _write(
        tmp_path / "golden.jsonl",
        {"id": "1", "question": "what is a VUS", **answer, "must_contain": [FACT, "a note"]},
        {"id": "2", "question": "who won the football match", **answer, "must_contain": [FACT]},
        {"id": "3", "question": "what is ALK", **answer, "expected_docs": ["not-there"]},
        {"id": "4", "question": "what is a VUS", **answer, "must_not_claim": [CLAIM]},
    )
    report = evaluate(answerer, path, None, misses=True)
    assert "| answer | 3 | 2 | 2 of 3 |" in report
    assert "| reading-reports | 3 | 2 | 2 | 1 of 2 |" in report
    assert "| forbidden claims made | 1 |" in report
    assert "| citation integrity | 100.0% |" in report
    assert "- 2 expected answer, got out_of_scope" in report
    assert "does not tell: A VUS is neither good nor bad." in report
    assert "CLAIMS: A VUS is harmful." in report
    assert "rep-vus," not in report.partition("no question asks for: ")[2].partition("\n")[0]


@pytest.mark.parametrize("content", ["not json", "", '{"id": "1"}'])
def test_a_file_that_is_no_golden_file_is_refused(
    answerer: Answerer, tmp_path: Path, content: str
) -> None:
    path = tmp_path / "golden.jsonl"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(UsageError):
        evaluate(answerer, path, None, misses=False)
