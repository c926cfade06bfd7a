"""What is told first of a number."""

import pytest

from pmchat.answering.conversation import Answerer
from pmchat.model import Question
from pmchat.reports.read import read_text

REPORT = "COLON CANCER PANEL (tumor tissue)\nKRAS: wild-type\nMSI: MSI-H     TMB: 42 mutations/Mb\n"


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("TMB 42, thats 42 percent mutated?", "TMB is a count and not a percent"),
        ("TMB 42, thats 42 percent mutated?", "TMB of 10 or more"),
        ("is a TMB of 42 high", "TMB of 10 or more, for example 13 or 42, counts as high"),
    ],
)
def test_a_count_is_no_percent_and_has_a_cut_off(
    answerer: Answerer, question: str, told: str
) -> None:
    answer = answerer.answer(Question(text=question, report=read_text(REPORT)))
    assert told in answer.text


def test_a_low_count_does_not_count_as_high(answerer: Answerer) -> None:
    report = read_text(REPORT.replace("42 mutations", "4 mutations"))
    answer = answerer.answer(Question(text="is a TMB of 4 high", report=report))
    assert "A TMB of 4 is below 10" in answer.text
    assert "counts as high" not in answer.text
