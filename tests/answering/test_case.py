"""What is told beside a report has to be true of this report: its gene, origin, class, outcome."""

import pytest

from pmchat.answering.conversation import Answerer
from pmchat.model import Question
from pmchat.reports.read import read_text

PANEL = "HEREDITARY CANCER PANEL (germline)  Specimen: blood\n"


def _germline(gene: str, change: str = "c.5946delT (p.Ser1982fs)  heterozygous  PATHOGENIC") -> str:
    return f"{PANEL}RESULT: POSITIVE\n{gene}  {change}\n"


BRCA2 = _germline("BRCA2")
UNCLASSED = f"{PANEL}BRCA2: c.5946delT (p.Ser1982fs) detected, heterozygous\n"
SLIGHT = f"{PANEL}APC  c.3920T>A (p.Ile1307Lys)  heterozygous  increased risk allele\n"
NEGATIVE = f"{PANEL}RESULT: NEGATIVE - no pathogenic or likely pathogenic variants detected\n"
VUS = f"{PANEL}ATM  c.1066A>G (p.Lys356Glu)  heterozygous  Variant of Uncertain Significance\n"
FAMILY = """KNOWN FAMILIAL VARIANT TEST (single site)   Blood
RESULT:  NEGATIVE.  The familial BRCA1 variant was NOT DETECTED in this sample.
"""
FAMILY_FAILED = """KNOWN FAMILIAL VARIANT TEST (single site)   Blood
The familial BRCA1 variant: INCONCLUSIVE, not evaluable, sample failed.
"""
FAMILY_VUS = """KNOWN FAMILIAL VARIANT TEST (single site)   Blood
Known familial variant of uncertain significance in BRCA1: NOT DETECTED
"""
CARRIER = """CARRIER SCREENING (germline)  Blood
CFTR: NEGATIVE, no pathogenic variant detected
SMN1: NEGATIVE, 2 copies
"""
HEART = """CARDIOMYOPATHY PANEL (germline)  Blood
MYBPC3  c.1504C>T (p.Arg502Trp)  heterozygous  PATHOGENIC
"""
GLIOMA = """TUMOR PROFILING (tissue)   Diagnosis: Glioblastoma
MGMT promoter methylation: DETECTED
"""
LUNG = """TUMOR PROFILING REPORT (tissue, DNA)
Diagnosis: Lung adenocarcinoma     Tumor content: 60 %
EGFR   L858R                        VAF 38.0 %
PD-L1 (22C3) TPS 5 %
FAT1 A21S   variant of unknown significance
"""
DRUG_GENES = """PHARMACOGENOMIC REPORT   Specimen: saliva
Gene        Genotype      Phenotype
CYP2C19     *2/*2         Poor Metabolizer
"""
PARENT = f"""{PANEL}RESULT: POSITIVE
BRCA1  c.68_69del  heterozygous  Pathogenic - maternally inherited (mother tested)
"""

ADULT = "adult life"
NEGATIVE_TEST = "negative gene test"
UNINFORMATIVE = "uninformative negative"
TRUE_NEGATIVE = "A true negative means"
ANOTHER = "A report on another person"


def _said(answerer: Answerer, report: str, question: str) -> str:
    return answerer.answer(Question(text=question, report=read_text(report))).text


@pytest.mark.parametrize(
    ("report", "question", "never"),
    [
        *(
            (_germline(gene), "should my 8 year old son be tested now?", ADULT)
            for gene in ("APC", "RET", "TP53", "VHL")
        ),
        (HEART, "does my 8 year old son need a test?", ADULT),
        (UNCLASSED, "so am i safe, can i skip the mammogram?", NEGATIVE_TEST),
        (UNCLASSED, "do i need more checks?", UNINFORMATIVE),
        (SLIGHT, "can i skip colonoscopy then?", NEGATIVE_TEST),
        (VUS, "does my variant raise my risk?", UNINFORMATIVE),
        (FAMILY_FAILED, "are my kids safe?", TRUE_NEGATIVE),
        (FAMILY_VUS, "am i safe now?", TRUE_NEGATIVE),
        (CARRIER, "are my kids free of risk?", "colonoscopy"),
        (HEART, "i'm worried, is it urgent?", "risk of breast cancer"),
        (DRUG_GENES, "what does CYP2C19 *2/*2 mean?", "early stop"),
        (GLIOMA, "what does MGMT methylation mean?", "Lynch"),
        (BRCA2, "i'm the mother of two girls, what should i tell them about my BRCA2?", ANOTHER),
        (BRCA2, "can my sister get the same test i had?", ANOTHER),
        (BRCA2, "my mom got cancer and wants a test for my brother", ANOTHER),
        (FAMILY, "my sister had breast cancer, should she be tested?", "best person to test first"),
        (LUNG, "is PD-L1 5% not enough for immunotherapy?", "too little"),
        (BRCA2, "how likely is it that my son has it?", "Likely pathogenic means"),
        (LUNG, "what does the FAT1 change mean?", "Staying in touch"),
        (LUNG, "i only want to know: is EGFR at 38 % a lot?", "A low VAF"),
        (LUNG, "i met my surgeon about my liver metastases, what does EGFR mean", "MET is"),
        (BRCA2, "which cancers should i watch for with BRCA2?", "Diarrhea"),
    ],
)
def test_nothing_is_told_that_is_not_true_of_this_report(
    answerer: Answerer, report: str, question: str, never: str
) -> None:
    assert never not in _said(answerer, report, question)


@pytest.mark.parametrize(
    ("report", "question", "told"),
    [
        (_germline("RET"), "does my baby girl need a test now?", "MEN2"),
        (_germline("TP53"), "should my kids, 4 and 7, be tested?", "Li-Fraumeni"),
        (BRCA2, "should my 10 year old son be tested now?", ADULT),
        (_germline("VHL"), "what can VHL cause?", "kidneys"),
        (_germline("MEN1"), "what does MEN1 mean for me?", "tumors"),
        (BRCA2, "what is PD-L1?", "A PD-L1 score"),
        (_germline("MSH2"), "what is MSI-high?", "poor at fixing"),
        (LUNG, "when is osimertinib used with EGFR?", "after surgery"),
        (_germline("CDH1"), "how is a CDH1 risk handled?", "surgery before cancer"),
        (NEGATIVE, "can i skip the mammogram?", NEGATIVE_TEST),
        (FAMILY, "are my kids safe?", TRUE_NEGATIVE),
        (PARENT, "from which parent did it come?", "maternally"),
        (BRCA2, "what does it mean?", "BRCA2"),
        (BRCA2, "what is this change?", "BRCA2"),
        (VUS, "is this dangerous?", "not known"),
        (NEGATIVE, "what does the result mean?", "negative"),
    ],
)
def test_what_the_question_is_on_is_told(
    answerer: Answerer, report: str, question: str, told: str
) -> None:
    assert told in _said(answerer, report, question)


@pytest.mark.parametrize(
    "question",
    ["do my sons get BRCA2?", "my mom's test was positive and now mine is too, what is BRCA2?"],
)
def test_a_persons_own_report_is_called_theirs(answerer: Answerer, question: str) -> None:
    said = _said(answerer, BRCA2, question)
    assert "our report" in said
    assert "The report" not in said
