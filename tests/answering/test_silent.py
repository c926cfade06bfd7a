"""What a report is asked for beside its results: told if it is there, else said to be missing."""

import pytest

from pmchat.answering.conversation import Answerer
from pmchat.model import Question
from pmchat.reports.read import read_text

REPORT = """TUMOR PROFILING REPORT (tissue, DNA)
Diagnosis: Lung adenocarcinoma       Specimen site: Lung, right upper lobe
Collected: 2026-08-11   Reported: 2026-08-27   Tumor content: 60 %
EGFR   L858R                        VAF 31.2 %
"""
METASTATIC = REPORT.replace("adenocarcinoma", "adenocarcinoma, metastatic")
GERMLINE = """HEREDITARY CANCER PANEL (47 genes, germline)   Specimen: saliva
BRCA2  c.5946delT (p.Ser1982Argfs*22)   PATHOGENIC
"""
ZYGOUS = GERMLINE.replace("   PATHOGENIC", "   heterozygous   PATHOGENIC")


@pytest.mark.parametrize(
    ("report", "question", "missing"),
    [
        (REPORT, "what stage am I", "the stage of a cancer"),
        (REPORT, "what is the grade", "the grade of a cancer"),
        (REPORT, "has it spread?", "a spread of the cancer"),
        (GERMLINE, "is BRCA2 heterozygous or homozygous", "one or both copies"),
        (GERMLINE, "did it come from my mom or dad", "the parent from whom a change came"),
    ],
)
def test_what_the_report_does_not_state_is_said_to_be_missing(
    answerer: Answerer, report: str, question: str, missing: str
) -> None:
    answer = answerer.answer(Question(text=question, report=read_text(report)))
    assert f"I found nothing on {missing}" in answer.text or missing in answer.text
    assert "in what I read of your report" in answer.text


@pytest.mark.parametrize(
    ("report", "question", "printed"),
    [
        (METASTATIC, "has it spread?", "Diagnosis: Lung adenocarcinoma, metastatic"),
        (METASTATIC, "does this report say it has spread", "metastatic"),
        (ZYGOUS, "is BRCA2 heterozygous or homozygous", "heterozygous"),
        (REPORT, "tumor content 60%, is my lung 60% tumor", "Tumor content: 60 %"),
        (REPORT, "which biopsy did they test", "Specimen site: Lung, right upper lobe"),
        (REPORT, "when was the sample taken", "Collected: 2026-08-11"),
        (GERMLINE, "how many genes did they look at", "47 genes"),
    ],
)
def test_what_it_states_is_quoted(
    answerer: Answerer, report: str, question: str, printed: str
) -> None:
    answer = answerer.answer(Question(text=question, report=read_text(report)))
    assert "I found nothing on" not in answer.text
    assert printed in answer.text


def test_the_head_of_a_report_is_not_told_unasked(answerer: Answerer) -> None:
    answer = answerer.answer(Question(text="what is EGFR L858R", report=read_text(REPORT)))
    assert "Collected" not in answer.text
    assert "Specimen" not in answer.text
