"""Questions on lines that a report states: each row a report, a question, and what is told."""

import pytest

from pmchat.answering.conversation import Answerer
from pmchat.model import Question, Turn
from pmchat.reports.read import read_text

PGX = """PHARMACOGENOMIC REPORT   Sample: cheek swab
CYP2C19      *2/*2           Poor metabolizer
CYP2D6       *1/*4           Intermediate metabolizer
SLCO1B1      *1/*5           Decreased function
CYP2B6       No call         Could not be determined
MEDICINE        GENE        LABORATORY COMMENT
clopidogrel     CYP2C19     RED     Reduced effect possible. Consider an alternative.
escitalopram    CYP2C19     YELLOW  Higher blood level possible. Consider dose or alternative.
simvastatin     SLCO1B1     YELLOW  Higher risk of muscle symptoms.

Colors show gene effects only.
"""
COLON = """MOLECULAR AND IHC SUPPLEMENT  Sigmoid colon, resection
MLH1: intact nuclear staining
PMS2: intact nuclear staining
KRAS   p.(Gly12Asp) G12D          VAF 36 %
BRAF: wild-type
COMMENT: A KRAS exon 2 mutation predicts lack of response to cetuximab and panitumumab.
"""
CLEAR = """INHERITED BREAST / OVARIAN PANEL      21 genes      saliva
Result summary:  NEGATIVE
No pathogenic or likely pathogenic variant and no variant of uncertain significance was found.
Deletion/duplication analysis: completed for all genes except PMS2 (technical failure, not reported)
"""
MARROW = """MYELOID PANEL   Bone marrow aspirate   newly diagnosed acute myeloid leukemia (AML)
FLT3-ITD  POSITIVE, allelic ratio 0.34
DNMT3A  c.2644C>T (p.R882C)   VAF 46%
BCR::ABL1 (RT-PCR)   Not detected
The sample is leukemic marrow. Inherited predisposition was not assessed.
"""
UNCLEAR = """TUMOR PROFILE, tissue   Skin melanoma
BRAF V600E VAF 41 %
Microsatellite status: Cannot Be Determined
Tumor Mutational Burden: 18 Muts/Mb
PD-L1 IHC 22C3 TPS: 0 %
"""
AMENDED = """AMENDED REPORT - replaces report of May 11. Reason: specimen site corrected. No change.
TUMOR PROFILE, tissue
BRAF V600E VAF 41 %
"""


@pytest.mark.parametrize(
    ("report", "question", "told"),
    [
        (PGX, "im on plavix, what does red mean", "clopidogrel CYP2C19 RED Reduced effect"),
        (PGX, "my muscles hurt from the statin", "SLCO1B1 *1/*5 Decreased function"),
        (COLON, "why wont they give me cetuximab", "KRAS p.(Gly12Asp) G12D"),
        (COLON, "why wont they give me cetuximab", "predicts lack of response to cetuximab"),
        (COLON, "they are intact. is intact bad", "MLH1 is intact"),
        (CLEAR, "do i have any VUS", "no variant of uncertain significance was found"),
        (CLEAR, "was everything tested? something failed", "except PMS2 (technical failure"),
        (MARROW, "is it the philadelphia one", "BCR::ABL1"),
        (MARROW, "did I get this from my parents", "Inherited predisposition was not assessed"),
        (UNCLEAR, "am i MSI stable?", "Cannot Be Determined"),
        (UNCLEAR, "PD-L1 is 0 so immunotherapy is out", "Tumor Mutational Burden: 18 Muts/Mb"),
        (AMENDED, "why is it amended, is something wrong", "site corrected. No change"),
    ],
)
def test_the_line_that_answers_is_told(
    answerer: Answerer, report: str, question: str, told: str
) -> None:
    answer = answerer.answer(Question(text=question, report=read_text(report)))
    assert told in answer.text


@pytest.mark.parametrize(
    ("report", "question", "aside"),
    [
        (PGX, "im on plavix, what does red mean", "escitalopram CYP2C19 YELLOW"),
        (PGX, "im on plavix, what does red mean", "Consider an alternative"),
        (PGX, "what does the CYP2B6 no call mean", "biopsy"),
        (COLON, "why wont they give me cetuximab", "approved since 2020"),
        (UNCLEAR, "am i MSI stable?", "which looks alike"),
        (MARROW, "allelic ratio 0.34, is 34% of my blood leukemia", "CML"),
        (MARROW, "is DNMT3A bad", "Most people with CH"),
        (CLEAR, "was everything tested? something failed", "targeted drug still works"),
    ],
)
def test_what_is_true_of_others_is_not(
    answerer: Answerer, report: str, question: str, aside: str
) -> None:
    answer = answerer.answer(Question(text=question, report=read_text(report)))
    assert aside not in answer.text


def test_which_of_those_is_asked_of_what_was_asked_before(answerer: Answerer) -> None:
    report = read_text(
        "LUNG PANEL (tumor tissue)\nEGFR L858R VAF 20 %\n"
        "THERAPIES (in patient's tumor type)\nEGFR L858R: osimertinib, afatinib\n"
    )
    first = answerer.answer(Question(text="what drugs are on my report", report=report))
    history = (Turn(question=first.question, answer=first.text),)
    text = "which of those can she have today"
    answer = answerer.answer(Question(text=text, report=report, history=history))
    assert "osimertinib, afatinib" in answer.text
    assert "not a prescription" in answer.text
