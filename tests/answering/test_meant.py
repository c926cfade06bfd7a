"""A name that is not known, or that only looks like one of the report, is asked back."""

import pytest

from pmchat.answering.conversation import Answerer
from pmchat.model import Question, Report
from pmchat.reports.read import read_text

COLON = read_text(
    "SOLID TUMOR PANEL (tissue DNA)   Colon adenocarcinoma\nRESULTS\nBRAF V600E   VAF 27 %\n"
    "MET amplification   detected\n"
)


@pytest.mark.parametrize(
    ("text", "report", "meant"),
    [
        ("what is a BRF mutation", None, "BRAF"),
        ("is the MTE amplification bad", COLON, "MET"),
        ("whats a PIKCA mutation", None, "PIK3CA"),
        ("is the BRAZ change bad", COLON, "BRAF"),
    ],
)
def test_a_name_that_is_not_known_is_asked_back(
    answerer: Answerer, text: str, report: Report | None, meant: str
) -> None:
    answer = answerer.answer(Question(text=text, report=report))
    assert "Did you mean" in answer.text
    assert meant in answer.text
    assert not any(s.role in {"headline", "explanation"} for s in answer.sentences)


@pytest.mark.parametrize(
    "text",
    [
        "what is KRSA",
        "i heard of NGS, what is that",
        "does the mood-medicine gene test work",
        "explain EGFR to me plz",
    ],
)
def test_a_known_name_is_not(answerer: Answerer, text: str) -> None:
    assert "Did you mean" not in answerer.answer(Question(text=text)).text


def test_a_name_that_looks_like_one_of_the_report_is_told_apart(answerer: Answerer) -> None:
    answer = answerer.answer(Question(text="what does my BRCA mutation mean", report=COLON))
    assert "no result for BRCA" in answer.text
    assert "Your report names BRAF, which looks alike. Which one do you mean?" in answer.text
    assert "BRAF is not the same as BRCA1 or BRCA2" in answer.text
    assert "BRAF V600E" in answer.text, "its line is shown"
    assert "PARP" not in answer.text, "what is true of BRCA is not told of BRAF"
