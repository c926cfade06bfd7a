"""Beside a report little is told, and nothing of what was not found."""

import pytest

from pmchat.answering.conversation import Answerer
from pmchat.model import Question
from pmchat.reports.read import read_text

CDH1 = (
    "HEREDITARY CANCER PANEL (germline)  Specimen: blood\nRESULT: POSITIVE\n"
    "CDH1  c.5946delT (p.Ser1982fs)  heterozygous  PATHOGENIC\n"
)
KRAS = "GENOMIC FINDINGS (tumor tissue)\nKRAS G12C VAF 22 %\nEGFR not detected\n"
GENES = "INHERITED CANCER PANEL (47 genes, germline)\nRESULT: NEGATIVE\n"


@pytest.mark.parametrize(
    ("report", "question"),
    [
        (GENES, "is 47 genes a lot"),
        (KRAS, "what do doctors do with a kras result"),
        (CDH1, "why me"),
    ],
)
def test_an_answer_beside_a_report_is_short(answerer: Answerer, report: str, question: str) -> None:
    answer = answerer.answer(Question(text=question, report=read_text(report)))
    from_library = [s for s in answer.sentences if any(c.kind == "passage" for c in s.citations)]
    assert len(from_library) <= 12


def test_of_a_gene_without_a_change_no_drugs_are_told(answerer: Answerer) -> None:
    answer = answerer.answer(Question(text="what about my EGFR", report=read_text(KRAS)))
    assert "osimertinib" not in answer.text
