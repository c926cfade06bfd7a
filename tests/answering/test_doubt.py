"""Where the library has no answer, it says so, and gives the closest that it has as just that."""

import pytest

from pmchat.answering.conversation import Answerer
from pmchat.answering.doubt import names_in
from pmchat.model import Question


@pytest.mark.parametrize(
    "question",
    [
        "How many of 100 prostate cancers are MSI-high?",
        "Is embryo testing for BRCA legal in Germany?",
        "What does the Ohio GeneGuard Act say about 23andMe",
        "What is the 2026 ACMG SF gene count?",
        "can life insurers in australia still ask about DNA results",
        "Does Canadas Genetic Non-Discrimination Act cover life insurance",
        "Is there a generic for Gleevec, and what year did the first one come out?",
        "what does a mutation in gene ZNF9987 mean for prostate cancer",
    ],
)
def test_what_no_page_holds_is_not_answered(answerer: Answerer, question: str) -> None:
    answer = answerer.answer(Question(text=question))
    assert answer.outcome == "abstain"
    assert question in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "how many people with a CHEK2 change get breast cancer",
        "how long does a genetic test result take",
        "what is the GDPR",
        "most i can pay for my cancer pills on medicare in 2027",
        "My daughter Emma is 5, should she be tested for BRCA?",
        "How common is MET exon 14 skipping in lung cancer?",
    ],
)
def test_what_a_page_holds_is_answered(answerer: Answerer, question: str) -> None:
    assert answerer.answer(Question(text=question)).outcome == "answer"


def test_the_closest_page_is_told_as_no_answer(answerer: Answerer) -> None:
    answer = answerer.answer(Question(text="How many of 100 prostate cancers are MSI-high?"))
    texts = [s.text for s in answer.sentences]
    place = texts.index("This is the closest that I found, and it may not answer your question.")
    assert all(s.citations for s in answer.sentences[place + 1 :])
    assert len(texts) > place + 1


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Does MyHeritage let police search?", ["MyHeritage"]),
        ("My daughter Emma and Dr. Patel asked. Keytruda is what?", []),
        ("what is BRCA", []),
    ],
)
def test_names_amid_a_sentence(text: str, names: list[str]) -> None:
    assert names_in(text) == names
