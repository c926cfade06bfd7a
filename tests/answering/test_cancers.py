import pytest

from pmchat.answering.cancers import on_another_cancer, own_cancers
from pmchat.answering.conversation import Answerer
from pmchat.lexicon import Lexicon
from pmchat.model import Question
from pmchat.reports.read import read_text

COLON = """SOLID TUMOR PANEL (tissue DNA)
Diagnosis: Colon, right, adenocarcinoma
BRAF p.Val600Glu (V600E) detected, VAF 27 %
"""


@pytest.mark.parametrize(
    ("printed", "cancers"),
    [
        ("Diagnosis: Lung adenocarcinoma", {"non-small cell lung cancer"}),
        ("Diagnosis: Breast cancer, ER+/HER2-, metastatic", {"breast cancer"}),
        ("DISEASE  Prostate acinar adenocarcinoma   COLLECTED  3 March 2026", {"prostate cancer"}),
        ("Sigmoid colon, resection: adenocarcinoma, grade 2", {"colorectal cancer"}),
        ("Family history: mother, breast carcinoma", set()),
        ("KRAS changes are found in 90 % of pancreatic carcinomas", set()),
        ("Sample: tissue", set()),
    ],
)
def test_the_cancer_that_the_report_names(
    lexicon: Lexicon, printed: str, cancers: set[str]
) -> None:
    report = read_text(f"TUMOR PANEL (tissue DNA, NGS)\n{printed}\nTP53 R273H VAF 12 %\n")
    assert own_cancers(report, lexicon) == cancers


@pytest.mark.parametrize(
    ("named", "own", "another"),
    [
        (["melanoma"], ["colorectal cancer"], True),
        (["melanoma", "colorectal cancer"], ["colorectal cancer"], False),
        (["lung cancer"], ["non-small cell lung cancer"], False),
        (["glioma"], ["glioblastoma"], False),
        (["leukemia"], ["acute myeloid leukemia"], False),
        (["melanoma"], [], False),
        ([], ["melanoma"], False),
    ],
)
def test_what_on_another_cancer_cancer(
    lexicon: Lexicon, named: list[str], own: list[str], another: bool
) -> None:
    assert on_another_cancer(named, own, lexicon) is another


def test_drugs_are_told_for_the_cancer_of_the_report(answerer: Answerer) -> None:
    question = Question(text="can the braf thing be treated", report=read_text(COLON))
    answer = answerer.answer(question)
    assert "colorectal cancer" in answer.sentences[1].text
    assert "melanoma" not in answer.text
