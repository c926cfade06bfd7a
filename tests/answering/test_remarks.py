"""The lines of a report that are no result are told where a question is on them."""

import pytest

from pmchat.answering.conversation import Answerer
from pmchat.answering.remarks import say_remarks
from pmchat.answering.verify import verify
from pmchat.model import Question, Report
from pmchat.reports.read import read_text
from pmchat.reports.together import together

GERMLINE = """HEREDITARY CANCER PANEL (30 genes, germline)   Blood
RESULT: POSITIVE - PATHOGENIC VARIANT IDENTIFIED IN PALB2
Gene     Variant                     Zygosity       Classification
PALB2    c.3113G>A (p.Trp1038*)      heterozygous   PATHOGENIC
FAMILY HISTORY
Sister: breast cancer at 38.   Paternal aunt: pancreatic cancer at 66.
GENES ANALYZED (6): ATM, BRCA1, BRCA2, CHEK2, PALB2, TP53
NOT INCLUDED: VHL, RET. RNA analysis was not performed.
RECOMMENDATIONS: Genetic counseling is recommended.
"""
BREAST = """PATHOLOGY - AMENDED REPORT (version 2)
Original report: 2026-08-07        Amended: 2026-08-14
Reason for amendment: Ki-67 corrected from 81 % to 18 % (typing error).
BIOMARKERS (invasive breast carcinoma, FFPE)
ER         POSITIVE, 95 %
Ki-67      18 %
COMMENT
Lymph nodes: not sampled in this procedure. Stage cannot be given from this biopsy.
"""


@pytest.fixture(scope="module")
def germline() -> Report:
    return read_text(GERMLINE)


def said(answerer: Answerer, text: str, report: Report) -> str:
    return answerer.answer(Question(text=text, report=report)).text


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("my sister had breast cancer. does my result help her", "Sister: breast cancer at 38"),
        ("was VHL looked at?", "NOT INCLUDED: VHL, RET"),
        ("does it say anything on BRCA1", "GENES ANALYZED (6): ATM, BRCA1"),
    ],
)
def test_a_germline_report(answerer: Answerer, germline: Report, text: str, line: str) -> None:
    assert f'says: "{line}' in said(answerer, text, germline)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("my ki67 was 81 last week and now it says 18??", "corrected from 81 % to 18 %"),
        ("is it in the lymph nodes", "Lymph nodes: not sampled in this procedure"),
        ("so what stage am I", "Stage cannot be given from this biopsy"),
    ],
)
def test_a_corrected_report(answerer: Answerer, text: str, line: str) -> None:
    assert line in said(answerer, text, read_text(BREAST))


def test_what_a_negative_leaves_open_is_not_told_of_a_change_that_was_found(
    answerer: Answerer,
) -> None:
    report = FUSIONS + "A negative result does not rule out a change.\n"
    assert "rule out" not in said(answerer, "what does my KRAS result mean", read_text(report))


def test_what_is_not_asked_is_not_told(answerer: Answerer, germline: Report) -> None:
    assert "RNA analysis" not in said(answerer, "what does PALB2 do", germline)
    assert "also says" not in said(answerer, "what is a VUS", germline)


def test_a_whole_report_is_walked_through_with_what_it_could_not_do(
    answerer: Answerer, germline: Report
) -> None:
    text = said(answerer, "explain my report", germline)
    assert "NOT INCLUDED: VHL, RET" in text
    assert "Genetic counseling is recommended" in text


def test_words_that_are_not_printed_are_dropped(answerer: Answerer, germline: Report) -> None:
    passages, lexicon = answerer.release.passages, answerer.release.lexicon
    (sentence, *_) = say_remarks(germline.remarks, germline)
    assert verify([sentence], passages, germline, lexicon)[0] == [sentence]
    for changed in (
        sentence.text.replace("38", "48"),
        sentence.text.replace("Your report also says:", "Your report says that you have cancer:"),
    ):
        altered = sentence.model_copy(update={"text": changed})
        assert verify([altered], passages, germline, lexicon)[0] == []


def test_of_two_reports_each_remark_names_its_own(germline: Report) -> None:
    folder = together([germline, read_text(BREAST)])
    owners = {s.text.split(" also says")[0] for s in say_remarks(folder.remarks, folder)}
    assert len(owners) == 2
    assert all(owner.startswith("Your report ") for owner in owners)


PANEL = """HEREDITARY CANCER PANEL (germline)   Blood
RESULT: POSITIVE
One Pathogenic variant identified in PALB2.
Gene     Variant                     Zygosity       Classification
PALB2    c.3113G>A (p.Trp1038*)      heterozygous   PATHOGENIC
CDH1     c.2041G>A (p.Gly681Arg)     heterozygous   UNCERTAIN SIGNIFICANCE
COMMENTS
Pathogenic variants in PALB2 are linked to a raised risk of pancreatic and ovarian cancer.
A VUS should not be used to guide medical management.
"""
FUSIONS = """SOLID TUMOR PANEL (tissue)   lung adenocarcinoma
RESULTS
KRAS G12C   VAF 28 %
No reportable alterations were found by DNA sequencing in: ALK, EGFR, ROS1
RNA fusion panel: NOT PERFORMED - quantity of RNA not sufficient (QNS).
"""


@pytest.mark.parametrize(
    ("report", "text", "line"),
    [
        (PANEL, "what cancers is PALB2 for", "raised risk of pancreatic and ovarian cancer"),
        (FUSIONS, "did they check ALK and ROS1", "RNA fusion panel: NOT PERFORMED"),
        (FUSIONS, "why didnt they do that rna test", "RNA fusion panel: NOT PERFORMED"),
    ],
)
def test_what_the_lab_says_of_the_thing_asked_is_told(
    answerer: Answerer, report: str, text: str, line: str
) -> None:
    assert line in said(answerer, text, read_text(report))


def test_a_word_on_an_unclear_change_is_not_told_of_a_harmful_one(answerer: Answerer) -> None:
    text = said(answerer, "it says POSITIVE, do i have cancer", read_text(PANEL))
    assert "PALB2" in text
    assert "A VUS should not" not in text


MARROW = """MYELOID PANEL, bone marrow   acute myeloid leukemia
TET2   p.Q1523*   VAF 31 %
SF3B1  p.K700E    VAF 12 %
COMMENT
The aspirate was diluted with blood.
TET2 p.Q1523* is often due to clonal hematopoiesis and is no proof of remaining leukemia.
VAF is the share of DNA reads with the change and is not the percentage of leukemia cells.
Risk group is set by the clinic and is not assigned in this report.
This panel does not tell which medicine will work.
Storage of the sample ends after ten years.
"""


@pytest.mark.parametrize(
    ("text", "line", "aside"),
    [
        ("31 percent of my marrow is leukemia??", "not the percentage of leukemia", "Storage"),
        ("which group am i, good or poor risk", "Risk group is set by the clinic", "Storage"),
        ("does it show the pills that help me", "not tell which medicine will work", "diluted"),
        ("is that TET2 the leukemia coming back", "no proof of remaining leukemia", "Storage"),
    ],
)
def test_a_remark_that_is_near_in_meaning_is_told(
    answerer: Answerer, text: str, line: str, aside: str
) -> None:
    told = said(answerer, text, read_text(MARROW))
    assert line in told
    assert aside not in told


LETTER = """CLINICAL GENETICS LABORATORY   Predictive test   Blood
Patient: TARRANT, June   Date of birth: 02 May 1980
Gene     Familial variant                Result
BRCA2    c.7558C>T p.(Arg2520Ter)        Absent

Interpretation
Ms Tarrant has not inherited the BRCA2 variant that was found in her sister. Her
risk of the cancers of this variant is therefore not raised by it. Her children
cannot inherit this variant from her.

Quality
Two extractions of the same sample were tested, with the same result.
"""


def test_sentences_that_go_on_from_each_other_are_quoted_together(answerer: Answerer) -> None:
    report = read_text(LETTER)
    answer = answerer.answer(Question(text="can my kids still get it from me", report=report))
    (quoted,) = [s for s in answer.sentences if "Her children cannot inherit" in s.text]
    assert "has not inherited the BRCA2 variant" in quoted.text
    assert "Tarrant" not in quoted.text
    assert {c.line for c in quoted.citations if c.kind == "report"} == {7, 8}
    assert "Two extractions" not in answer.text


def test_below_a_fixed_text_stands_what_the_report_warns_of(answerer: Answerer) -> None:
    warning = "Do not stop or change a medicine without speaking to the prescriber."
    report = read_text(f"{DRUGS}\n{warning}\n")
    answer = answerer.answer(Question(text="should i stop my plavix now", report=report))
    assert answer.outcome == "redirect"
    assert warning.rstrip(".") in answer.text


DRUGS = """PHARMACOGENOMIC REPORT   Specimen: saliva
Gene        Genotype      Phenotype
CYP2C19     *2/*2         Poor Metabolizer

NOTES
"""


def test_a_result_within_running_text_is_quoted_with_its_whole_sentence(
    answerer: Answerer,
) -> None:
    report = read_text(
        "SURGICAL PATHOLOGY   endometrial carcinoma\nMSH6 IHC: loss of expression\n"
        "MLH1 IHC: intact\n\nCOMMENT\n"
        "The tumor has isolated loss of MSH6. The loss is not\n"
        "explained by MLH1 promoter methylation, so methylation testing was not carried out.\n"
    )
    said = answerer.answer(Question(text="was methylation tested", report=report)).text
    assert "is not explained by MLH1 promoter methylation" in said
    assert '"explained by' not in said
