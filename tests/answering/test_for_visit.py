"""Questions for the visit, told to those who ask for them."""

import pytest

from pmchat.answering.conversation import Answerer
from pmchat.answering.for_visit import asks_for_questions
from pmchat.model import Question
from pmchat.reports.read import read_text

REPORT = """COLON CANCER PANEL (tumor tissue)
BRAF p.Val600Glu (V600E) detected, VAF 27 %
MSI: MSI-H     TMB: 42 mutations/Mb
MLH1 promoter methylation: not performed
"""


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("give me 3 questions for the oncologist", True),
        ("what should i ask at my appointment", True),
        ("which questions can I bring to the visit", True),
        ("I have a question about BRAF", False),
        ("what is BRAF", False),
        ("can I ask my sister to be tested", False),
    ],
)
def test_who_asks_for_questions(text: str, asks: bool) -> None:
    assert asks_for_questions(text) is asks


def test_as_many_as_are_asked_for_are_told_on_the_results(answerer: Answerer) -> None:
    text = "give me 3 questions for the oncologist about these results"
    answer = answerer.answer(Question(text=text, report=read_text(REPORT)))
    told = [s.text for s in answer.sentences if s.text.endswith("?")]
    assert len(told) == 3
    assert tuple(told) == answer.questions_for_visit
    assert any("BRAF" in t for t in told)
    assert not any("another V600 change" in t for t in told), "the report tells which it is"
    assert [s.role for s in answer.sentences[:4]] == ["framing"] * 4, "they stand together"


def test_without_a_report_the_library_answers(answerer: Answerer) -> None:
    answer = answerer.answer(Question(text="what should I ask my oncologist"))
    assert "These are questions that you could take" not in answer.text
