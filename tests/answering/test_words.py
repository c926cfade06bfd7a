"""Hard words in the lines that an answer quotes are explained beside them, where they matter."""

import pytest

from pmchat.answering.conversation import Answerer
from pmchat.model import Question
from pmchat.reports.read import read_text

LUNG = """SOLID TUMOR PANEL (tissue)   lung adenocarcinoma
RESULTS
CDKN2A   homozygous deletion
KRAS     G12C   VAF 28 %
PD-L1 IHC (22C3) Tumor Proportion Score (TPS): 5 %
"""
GENOTYPES = """PHARMACOGENOMIC REPORT   Specimen: buccal swab
Gene        Genotype      Phenotype
CYP2D6      *4/*4         Poor Metabolizer
TPMT        *1/*1         Normal Metabolizer
"""
TPS = "The tumor proportion score, or TPS, tells"
POOR = "A poor metabolizer is a person"
BOTH = "A homozygous deletion means that both copies"


@pytest.mark.parametrize(
    ("report", "text", "explained"),
    [
        (LUNG, "PD-L1 5 %, so a 5 % chance that it works?", TPS),
        (LUNG, "what does my PD-L1 result mean", TPS),
        (LUNG, "what is this CDKN2A thing", BOTH),
        (GENOTYPES, "is my CYP2D6 result bad", POOR),
    ],
)
def test_words_of_the_line_are_explained(
    answerer: Answerer, report: str, text: str, explained: str
) -> None:
    answer = answerer.answer(Question(text=text, report=read_text(report)))
    places = [i for i, s in enumerate(answer.sentences) if s.text.startswith(explained)]
    assert places
    assert places[0] <= 2
    assert answer.sentences[places[0]].citations[0].kind == "passage"


@pytest.mark.parametrize(
    ("report", "text", "explained"),
    [
        (LUNG, "which drugs are there for KRAS G12C", TPS),
        (LUNG, "did my kids get KRAS from me", BOTH),
        (GENOTYPES, "who can see my CYP2D6 result", POOR),
        (GENOTYPES, "what does TPMT do", POOR),
    ],
)
def test_words_that_nobody_asks_of_are_left_alone(
    answerer: Answerer, report: str, text: str, explained: str
) -> None:
    answer = answerer.answer(Question(text=text, report=read_text(report)))
    assert not any(s.text.startswith(explained) for s in answer.sentences)
