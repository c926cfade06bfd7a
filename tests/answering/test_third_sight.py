"""Questions on made-up reports: what is told, and what stands aside."""

import pytest

from pmchat.answering.conversation import Answerer
from pmchat.model import Question
from pmchat.reports.read import read_text
from tests.reports.helpers import FILES

PLASMA = """LIQUID BIOPSY (plasma cell-free DNA)   Diagnosis: Breast cancer, ER+/HER2-, metastatic
Alteration                    % cfDNA
ESR1  D538G                   2.1%
TP53  R175H                   0.9%               possible clonal hematopoiesis (CH)
BRCA2 Q1782*                  49.6%              possible germline origin; confirm
Tumor fraction: low (<1 %)
Not detected: AKT1 mutation, ERBB2 (HER2) amplification
MSI: MSI-High NOT DETECTED
Therapies linked by the laboratory: ESR1 - elacestrant, imlunestrant
Not detected does not exclude the presence of an alteration in the tumor.
CLINICAL TRIALS: 3 trials listed, see appendix
"""
LUNG = """TUMOR GENE PANEL (tissue, DNA)   Diagnosis: Lung adenocarcinoma
Microsatellite status - MS-Stable
KRAS G12C (c.34G>T)   VAF 22.8 %
RNA fusion analysis: QNS (quantity not sufficient) - not performed
No reportable alterations in: ALK, BRAF, EGFR, MET
PD-L1 IHC (22C3): Tumor Proportion Score (TPS) <1 %
"""
COLON = """SOLID TUMOR PANEL + IHC     Colon, sigmoid, adenocarcinoma
APC R1450* detected, VAF 38 %
NRAS: wild-type
NTRK1/2/3 fusions: could not be assessed (RNA quantity not sufficient)
IHC mismatch repair: MLH1, PMS2, MSH2, MSH6 - intact nuclear expression
Tumor-only test: cannot tell inherited from acquired changes.
"""
PROSTATE = """TUMOR PROFILING (tissue, DNA)    Diagnosis: Prostate adenocarcinoma, metastatic
BRCA2     E1550fs      VAF 12 %
PTEN      homozygous deletion (loss)
Tumor-only test; it does not distinguish germline from somatic alterations.
"""
GERMLINE = """HEREDITARY CANCER PANEL, germline, saliva
RESULT: POSITIVE - LIKELY PATHOGENIC VARIANT IDENTIFIED IN PALB2
PALB2  c.1671_1674del (p.Ile558fs)   heterozygous   Likely pathogenic
CHEK2  c.905T>G (p.Leu302Arg)        heterozygous   Variant of uncertain significance
BRCA1, BRCA2, TP53: no pathogenic or likely pathogenic variant detected.
"""
VUS_ONLY = """HEREDITARY CANCER PANEL, germline, saliva
RESULT: NEGATIVE - no pathogenic or likely pathogenic variants detected
MSH6  c.2345G>A (p.Ser782Asn)   heterozygous   Variant of uncertain significance
Family history reported: mother endometrial cancer at 48, maternal uncle colon cancer at 55
"""
PGX = """PHARMACOGENOMIC REPORT   Sample: cheek swab
UGT1A1   *28/*28    Poor metabolizer    irinotecan
CYP2C19  *1/*1      Normal metabolizer
DPYD     c.2846A>T/ref      Intermediate (AS 1.5)    fluorouracil, capecitabine
SLCO1B1  *1/*5      Decreased function  simvastatin
"""


@pytest.mark.parametrize(
    ("report", "question", "told"),
    [
        (PLASMA, "MSI not detected, so am I stable?", "can miss some tumors that are MSI-high"),
        (PLASMA, "BRCA2 49.6% ?? is half of me cancer", "possible germline origin; confirm"),
        (PLASMA, "BRCA2 49.6% ?? is half of me cancer", "which changes you were born with"),
        (PLASMA, "No AKT1 so is that good?", "does not exclude"),
        (PROSTATE, "that biopsy is from 2021, is it any use now", "what the cancer is like now"),
        (LUNG, "my RNA part says QNS. thats a negative for fusions i guess", "not a negative"),
        (COLON, "it says my MLH1 is INTACT is that bad", "MLH1 is intact"),
        (COLON, "APC R1450* ... isnt APC the polyposis gene", "which changes you were born with"),
        (PROSTATE, "Google says PTEN loss = Cowden syndrome. do i have that", "Cowden syndrome"),
        (PROSTATE, "PTEN loss = Cowden syndrome?", "does not distinguish germline from somatic"),
        (PROSTATE, "BRCA2?? im a man. did they mix up my sample", "Men"),
        (GERMLINE, "LIKELY pathogenic.. so its just likely, maybe nothing?", "ikely pathogenic"),
        (
            GERMLINE,
            "How often mammograms? give me the date of the first one",
            "schedule for checks",
        ),
        (
            GERMLINE,
            "likely pathogenic... so maybe its nothing?",
            "does not mean that you have cancer",
        ),
        (PROSTATE, "BRCA2 12%. so I was born with it?", "the number is not proof"),
        (COLON, "it says NRAS wild. is that a bad mutation", "usual form"),
        (LUNG, "My PDL1 is under 1%. is immunotherapy useless", "fewer than 1 of 100 tumor cells"),
        (COLON, "What about NTRK? negative right?", "NTRK1/2/3 fusions: could not be assessed"),
        (
            COLON,
            "They tested the liver. does that mean its liver cancer now",
            "still the same type",
        ),
        (PGX, "Dad starts xeloda monday. is the DPYD thing a problem", "become dangerous"),
        (VUS_ONLY, "how will i know if they change there mind about it", "new class"),
        (GERMLINE, "is it as bad as BRCA", "PALB2 c.1671_1674del"),
        (LUNG, "no EGFR so my cancer is gone?", "does not mean that the cancer is gone"),
        (GERMLINE, "My girl is 8, shall i get her swabbed for palb2", "age 18"),
        (VUS_ONLY, "MSH6 and another VUS, two VUS, is that double", "do not add up"),
        (GERMLINE, "should my brother get checked for the CHEK2 one", "PALB2 c.1671_1674del"),
        (LUNG, "pdl1 less than 1... so immunotherapy is off the table", "does not always rule out"),
        (VUS_ONLY, "theres a VUS in MSH6. So do I have lynch or not", "amily history"),
        (VUS_ONLY, "theres a VUS in MSH6. So do I have lynch or not", "can help guide"),
    ],
)
def test_what_is_asked_is_told(answerer: Answerer, report: str, question: str, told: str) -> None:
    answer = answerer.answer(Question(text=question, report=read_text(report)))
    assert told in answer.text


@pytest.mark.parametrize(
    ("report", "question", "aside"),
    [
        (PLASMA, "explain my report", "MSS means microsatellite stable"),
        (PLASMA, "explain my report", "heart disease"),
        (PLASMA, "tumor fraction low - good news?", "elacestrant"),
        (PLASMA, "tumor fraction low - good news?", "3 trials listed"),
        (PLASMA, "what does my ESR1 change mean", "does not exclude"),
        (PLASMA, "BRCA2 49.6% ?? is half of me cancer", "VAFs of 30"),
        (COLON, "What about NTRK? negative right?", "NRAS"),
        (LUNG, "do i have EGFR like my friend", "QNS"),
        (LUNG, "do i have EGFR like my friend", "failed test"),
        (LUNG, "do i have EGFR like my friend", "no call"),
        (COLON, "it says my MLH1 is INTACT is that bad", "switched off"),
        (COLON, "it says my MLH1 is INTACT is that bad", "no reportable change"),
        (PROSTATE, "do me and my sister need testing because of dads brca2", "A VUS in BRCA1"),
        (GERMLINE, "LIKELY pathogenic palb2, maybe nothing?", "A VUS in"),
        (PGX, "is that the Gilbert thing my brother has", "CYP2C19 from the mother"),
        (PGX, "is that the Gilbert thing my brother has", "I found no result for Gilbert"),
        (PGX, "can i just cut my simvastatin in half, it says decreased", "a smaller amount"),
        (PROSTATE, "BRCA2 12%. so I was born with it?", "now than before"),
        (PROSTATE, "BRCA2 12%. so I was born with it?", "not added up"),
        (PROSTATE, "whats BRCA2 doing in my tumor", "BRCA is not BRAF"),
        (PGX, "is UGT1A1 the Gilbert thing my brother has", "no reportable alterations"),
    ],
)
def test_what_is_beside_the_point_stands_aside(
    answerer: Answerer, report: str, question: str, aside: str
) -> None:
    answer = answerer.answer(Question(text=question, report=read_text(report)))
    assert aside not in answer.text


def test_a_summary_in_a_few_lines_is_short(answerer: Answerer) -> None:
    asked = "can you summarize my wifes report for the family in 5 lines"
    answer = answerer.answer(Question(text=asked, report=read_text(PLASMA)))
    assert len(answer.sentences) <= 12
    assert "ESR1 D538G" in answer.text
    assert "AKT1" in answer.text
    assert "MSI-High NOT DETECTED" in answer.text
    assert "does not exclude" in answer.text
    assert "questions" in answer.text
    assert "Which ESR1 change was found" not in answer.text


@pytest.mark.parametrize(
    ("line", "quoted"),
    [
        ("BRAF: wild-type (V600E not detected)", '"BRAF: wild-type (V600E not detected)"'),
        ("IHC: MLH1 intact; MSH6 intact (pMMR)", '"MSH6 intact (pMMR)"'),
    ],
)
def test_a_print_has_no_half_brackets(answerer: Answerer, line: str, quoted: str) -> None:
    report = read_text(f"TUMOR GENE PANEL (tissue)\n{line}\n")
    answer = answerer.answer(Question(text="explain my report", report=report))
    assert quoted in answer.text


def test_no_summary_loses_a_result(answerer: Answerer) -> None:
    lost = {}
    for path in sorted(FILES.rglob("*.txt"))[::30]:
        report = read_text(path.read_text(encoding="utf-8"))
        asked = Question(text="summarize my report in 5 lines", report=report)
        if dropped := answerer.answer(asked).trace.dropped:
            lost[path.stem] = dropped
    assert lost == {}
