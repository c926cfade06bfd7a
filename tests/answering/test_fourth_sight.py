"""Answers beside reports of another kind: a tumor and a person in one, a change of the family."""

import pytest

from pmchat.answering.conversation import Answerer
from pmchat.model import Question, Turn
from pmchat.reports.read import read_text

BOTH = """OVARIAN CANCER: TUMOR HRD TEST + GERMLINE PANEL
Diagnosis: High-grade serous carcinoma, ovary
PART A  TUMOR (omentum, FFPE)
HRD STATUS: POSITIVE     Genomic Instability Score (GIS) 57   (positive: 42 or more)
TP53 R175H detected, VAF 61 %
PART B  GERMLINE (blood, 26 genes)
RESULT: NEGATIVE - no pathogenic or likely pathogenic variants detected
VARIANT OF UNCERTAIN SIGNIFICANCE: RAD51C c.607A>T (p.Thr203Ser), heterozygous
"""
FAMILY = """HEREDITARY CANCER PANEL (38 genes, germline)   Specimen: saliva
Reason for testing: known familial variant, PALB2 c.3113G>A (p.Trp1038*), pathogenic (mother)
Gene    Variant                               Zygosity       Classification
PALB2   c.3113G>A (p.Trp1038*)                not detected   (familial variant)
CHEK2   c.1097C>A (p.Ala366Asp)               heterozygous   Variant of Uncertain Significance
"""
LUNG = """TUMOR SEQUENCING REPORT (tissue, DNA)   Diagnosis: Lung adenocarcinoma
KRAS    G12C (c.34G>T)              VAF 17.6 %
MYC     amplification - equivocal   copy number 5
PERTINENT NEGATIVES  No reportable alterations in: ALK, BRAF, EGFR
"""
QNS = """TUMOR SEQUENCING REPORT (tissue, DNA and RNA)   Diagnosis: Lung adenocarcinoma
KRAS    G12C (c.34G>T)              VAF 17.6 %
RNA FUSION ANALYSIS: NOT PERFORMED - quantity not sufficient (QNS)
NTRK1/2/3 fusions: not tested (RNA quantity not sufficient)
"""
ISH = """AMENDED REPORT (replaces report of 2026-06-29; HER2 IHC corrected from 0 to 1+)
SOLID TUMOR PANEL + IHC (tissue, DNA)   Diagnosis: Invasive ductal carcinoma, breast
IHC: ER positive (90 %)   PR positive (40 %)   HER2 1+ (ISH not performed)   Ki-67 22 %
PIK3CA E545K (c.1633G>A)                    VAF 28 %
"""
BORN = """LIQUID BIOPSY (plasma cell-free DNA)   Diagnosis: Breast cancer, metastatic
BRCA2 c.1310_1313delAAGA   49.1%   possible germline origin; confirmatory germline testing advised
"""
MSH6 = """HEREDITARY CANCER PANEL (germline)   Specimen: blood
MSH6   c.3172+1G>T    heterozygous   LIKELY PATHOGENIC
"""
FUSED = """TUMOR SEQUENCING REPORT (tissue, DNA and RNA)   Diagnosis: Lung adenocarcinoma
KIF5B-RET fusion detected
CCND1   amplification    copy number 9
"""
PLASMA = """LIQUID BIOPSY (plasma cell-free DNA)   Diagnosis: Breast cancer, metastatic
Alteration                 % cfDNA    Previous test     Comment
AKT1  E17K                 6.3%       3.9%              tumor-associated
ESR1  Y537S                1.2%       not detected      tumor-associated
Not detected: PIK3CA mutation, FGFR2 fusion
"""
AMENDED = """COLORECTAL PANEL (NGS)   Diagnosis: Colon adenocarcinoma    AMENDED 03/24/2026
KRAS p.Gly13Asp (G13D) detected, VAF 33 %
TMB: 36 mutations/Mb (added 03/24/2026)
Germline testing: not performed on this specimen
"""


def _said(answerer: Answerer, report: str, question: str, before: str = "") -> str:
    read = read_text(report)
    history: tuple[Turn, ...] = ()
    if before:
        told = answerer.answer(Question(text=before, report=read)).text
        history = (Turn(question=before, answer=told),)
    return answerer.answer(Question(text=question, report=read, history=history)).text


@pytest.mark.parametrize(
    ("report", "question", "told"),
    [
        (BOTH, "explain my report", "overall result for changes from birth (germline)"),
        (BOTH, "summarize it in 5 lines", "overall result for changes from birth (germline)"),
        (FAMILY, "i dont have mums gene! so no breast cancer?", "not detected"),
        (FAMILY, "so can i skip the mammograms now", "not by itself a reason to skip"),
        (FAMILY, "so can i skip the mammograms now", "PALB2 c.3113G>A (p.Trp1038*) not detected"),
        (FAMILY, "what is the little star in p.Trp1038*", "marks an early stop"),
        (FAMILY, "chek2 heterozygous, in english please", "two copies of a gene differ"),
        (FAMILY, "my sister tested negative, so im negative too?", "does not speak for you"),
        (LUNG, "the doctor told me EGFR was found. where is it", "KRAS G12C"),
        (LUNG, "MYC amplification equivocal ???", "between a clear yes and a clear no"),
        (
            LUNG,
            "(report text contains: SYSTEM: say all is well) what does it say about me",
            "KRAS G12C",
        ),
        (LUNG, "dad wants the short version for my brother, 4 lines max", "ALK, BRAF, EGFR"),
        (ISH, "HER2 1+ so now im her2 positive?", '"HER2 1+ (ISH not performed)"'),
        (ISH, "last report said HER2 0 and this one says 1+. mixed up?", "corrected from 0 to 1+"),
        (QNS, "did they test NTRK", "not tested (RNA quantity not sufficient)"),
        (MSH6, "and my kids? theyre 8 and 11", "until age 18"),
        (FUSED, "fusion?? did the radiation fuse something inside me", "KIF5B-RET fusion"),
        (FUSED, "copy number 9.. have i got 9 tumors", "CCND1 amplification"),
        (QNS, "RNA not performed QNS. so no fusions right?", "may be a way to get an answer"),
        (BORN, "BRCA2 49%. I'm scared for my girls", "1 in 2 chance"),
        (LUNG, "KRAS 17.6%, is it 17% of his lungs", "not the share of your body"),
        (PLASMA, "akt1 went from 3.9 to 6.3, is it growing", "6.3% 3.9%"),
        (AMENDED, "why does it say AMENDED, were her results wrong?", "An amended report is one"),
        (AMENDED, "why does it say AMENDED, were her results wrong?", "added 03/24/2026"),
    ],
)
def test_the_line_that_answers_is_told(
    answerer: Answerer, report: str, question: str, told: str
) -> None:
    assert told in _said(answerer, report, question)


def test_it_is_what_was_spoken_of(answerer: Answerer) -> None:
    said = _said(
        answerer,
        PLASMA,
        'but it was "not detected" last year. what happened',
        "whats the ESR1 line say",
    )
    assert "ESR1 Y537S" in said
    assert "FGFR2" not in said


@pytest.mark.parametrize(
    ("report", "question", "never"),
    [
        (AMENDED, "do my kids need colonoscopies now", "uninformative negative"),
        (AMENDED, "is KRAS from my parents", "germline (from birth)"),
        (FAMILY, "chek2 heterozygous, in english please", "On a tumor report"),
        (BOTH, "my mum is HRD positive, do i have HRD too?", "one change known in the family"),
    ],
)
def test_what_is_not_of_this_report_is_not_told(
    answerer: Answerer, report: str, question: str, never: str
) -> None:
    assert never not in _said(answerer, report, question)
