"""What changed between two reports is told, and no more."""

import pytest

from pmchat.answering.conversation import Answerer
from pmchat.model import Question
from pmchat.reports.read import read_text
from pmchat.reports.together import together

FIRST = """CIRCULATING TUMOR DNA (plasma)   lung adenocarcinoma
Collected: 2026-01-10
EGFR   L858R           VAF 6.8 %
TP53   R273H           VAF 3.1 %
MET amplification      not detected
No reportable alterations in: KRAS, BRAF
"""
SECOND = """CIRCULATING TUMOR DNA (plasma)   lung adenocarcinoma
Collected: 2026-06-20
EGFR   L858R           VAF 1.2 %
TP53   R273H           VAF 3.1 %
EGFR   T790M           VAF 0.4 %
MET amplification      DETECTED, copy number 4
No reportable alterations in: KRAS, BRAF
"""


@pytest.mark.parametrize(
    "text",
    [
        "what changed between my two reports",
        "is anything different from the last test",
        "compare my results with before",
    ],
)
def test_only_what_changed_is_told(answerer: Answerer, text: str) -> None:
    folder = together([read_text(FIRST), read_text(SECOND)])
    answer = answerer.answer(Question(text=text, report=folder))
    told = [s.text for s in answer.sentences]
    assert any("6.8" in t for t in told)
    assert any("1.2" in t for t in told)
    assert any("T790M" in t for t in told)
    assert any("copy number 4" in t for t in told)
    assert not any("TP53" in t or "KRAS" in t for t in told)
    assert "hard to compare" in answer.text
    assert len(told) <= 9


def test_a_name_asks_for_its_own_change(answerer: Answerer) -> None:
    folder = together([read_text(FIRST), read_text(SECOND)])
    question = Question(text="did my EGFR change between the reports", report=folder)
    assert "MET" not in answerer.answer(question).text


def test_one_report_is_compared_with_none(answerer: Answerer) -> None:
    question = Question(text="what changed between my reports", report=read_text(FIRST))
    assert answerer.answer(question).outcome == "answer"
