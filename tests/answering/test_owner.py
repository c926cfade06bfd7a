"""Whose report a question is asked of."""

import pytest

from pmchat.answering.conversation import Answerer
from pmchat.answering.owner import is_of_another
from pmchat.model import Question, Report


@pytest.mark.parametrize(
    ("text", "of_another"),
    [
        ("what did they find in my dads lung", True),
        ("My mom has this EGFR change in her lung, should we worry", True),
        ("this is my sisters result, she sent it to me", True),
        ("im his daughter, what does it say", True),
        ("can she start it this week", True),
        ("what is EGFR", False),
        ("how can it be negative when mum had womb cancer", False),
        ("can my brother get it", False),
        ("my aunt had cancer, does my report say why", False),
    ],
)
def test_a_relative_asks(text: str, of_another: bool) -> None:
    assert is_of_another(text) == of_another


def test_a_relative_is_not_told_of_their_own_report(answerer: Answerer, lung: Report) -> None:
    answer = answerer.answer(Question(text="what did my moms lung test find", report=lung))
    assert answer.text.startswith("The report")
    assert "our report" not in " ".join(s.text for s in answer.sentences if s.role == "report")
