"""Questions for the visit, told to those who ask for them."""

import pytest

from pmchat.answering.conversation import Answerer
from pmchat.answering.for_visit import asks_for_questions, fits_visit
from pmchat.model import Question
from pmchat.reports.read import read_text

REPORT = """COLON CANCER PANEL (tumor tissue)
BRAF p.Val600Glu (V600E) detected, VAF 27 %
MSI: MSI-H     TMB: 42 mutations/Mb
MLH1 promoter methylation: not performed
"""
LUNG = """LUNG PANEL (tissue DNA)
PD-L1 IHC (22C3): Tumor Proportion Score (TPS) 80 %
EGFR    L858R (c.2573T>G)         VAF 22.4 %
No reportable alterations in: ALK, ROS1
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


@pytest.mark.parametrize(
    ("question", "about", "fits"),
    [
        ("Which gene has joined ROS1 in my tumor, and which test found it?", ["ROS1"], False),
        ("Which ROS1 pills are approved for my cancer now?", ["ROS1"], False),
        ("Which drugs are approved for my fusion?", ["ALK"], False),
        ("Does my report cover ALK, and was RNA tested?", ["ALK"], True),
        ("Was RNA tested as well as DNA?", ["ROS1"], True),
        ("If no ROS1 change was found, is another test of use?", ["ROS1"], True),
        ("Which EGFR change was found in my tumor?", ["EGFR"], False),
        ("Which drugs are approved for my change?", ["EGFR"], True),
        ("Which KRAS drugs are approved for my change?", ["KRAS"], True),
        ("Which test and which sample gave my TMB number?", ["TMB"], False),
        ("What is my PD-L1 score, and which sample was tested?", ["PD-L1"], True),
    ],
)
def test_a_question_for_the_visit_goes_with_what_was_found(
    answerer: Answerer, question: str, about: list[str], fits: bool
) -> None:
    assert fits_visit(question, about, read_text(LUNG).findings, answerer.release.lexicon) is fits
