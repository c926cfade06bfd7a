"""Reports on one gene: a title says what was looked for, a line below what was found."""

from __future__ import annotations

import pytest

from pmchat.reports.read import read_text

from .helpers import agree

PERSON = "Patient: TEST, PERSON   Specimen: blood\n"

CASES = [
    ("JAK2 V617F MUTATION ANALYSIS", "Result: Not detected", "JAK2 absent p.V617F"),
    ("BCR::ABL1 QUANTITATIVE PCR", "Result: Not detected", "ABL1 absent fusion"),
    ("EML4-ALK FUSION BY RT-PCR", "RESULT:   NEGATIVE", "ALK absent fusion"),
    ("EGFR T790M, plasma", "Interpretation: NEGATIVE", "EGFR absent p.T790M"),
    ("Laboratory report\nTest ordered: BRAF V600E, real-time PCR",
     "Test result: Mutation not detected", "BRAF absent p.V600E"),
    ("Laboratory report\nProcedure            KRAS G12C (ddPCR)", "Result               Negative",
     "KRAS absent p.G12C"),
    ("JAK2 V617F Mutation Analysis", "Result\nDETECTED\nAllele burden: 38.2%",
     "JAK2 present p.V617F 38.2%"),
    ("EGFR mutation analysis",
     "Clinical history: lung cancer, ALK negative\nResult: POSITIVE for p.Leu858Arg (c.2573T>G)\n"
     "T790M: not detected", "EGFR present p.L858R c.2573T>G; EGFR absent p.T790M"),
    ("HER2 FISH", "Result: Amplified", "ERBB2 present cnv"),
    ("HLA-B*57:01 Genotyping", "Result: NEGATIVE", "HLA-B*57:01 absent"),
    ("FLT3-ITD and NPM1 testing", "FLT3-ITD: Not detected", "FLT3 absent"),
    ("Targeted analysis",
     "FAMILY HISTORY\nMother: cancer at 44\nKnown familial variant: BRCA1 c.5266dup\nRESULT\n"
     "Familial variant: DETECTED, heterozygous", "BRCA1 present c.5266dup"),
    ("Targeted analysis",
     "Family history: The familial variant in BRCA2, c.5946del, was not detected in this person.",
     "BRCA2 absent c.5946del"),
    ("Hereditary panel",
     "Family history: Known familial mutation MSH6 c.3261dup in her aunt.\nResult: NEGATIVE",
     "overall_result absent"),
    ("KRAS mutation analysis", "Result: c.35G>A (p.Gly12Asp) detected\nCytology\n"
     "Result: negative for malignancy", "KRAS present c.35G>A p.G12D; overall_result absent"),
    ("BRAF V600E mutation analysis", "Result: detected\nCytology\nResult: negative",
     "BRAF present p.V600E; overall_result absent"),
    ("MGMT promoter methylation analysis", "Result: Methylated",
     "MGMT_promoter_methylation present"),
    ("TMB 8 mut/Mb by NGS", "HER2 3+ by IHC testing", "TMB present 8mut/Mb; ERBB2 present 3+"),
    ("BCR::ABL1 quantitative RT-PCR (p190, p210)",
     "TEST NOT PERFORMED - RNA degraded. Please send a new sample if it is still needed.",
     "ABL1 not_done fusion"),
    ("CALR EXON 9 MUTATION", "Comment: see the note.", ""),
    ("JAK2 V617F MUTATION ANALYSIS", "Result: see the comment", ""),
]  # fmt: skip


@pytest.mark.parametrize(("title", "below", "expected"), CASES)
def test_a_result_below_its_title(title: str, below: str, expected: str) -> None:
    report = read_text(f"{title}\n{PERSON}{below}\n")
    assert agree(report, expected) is None


def test_what_a_title_looks_for_is_not_there_by_that() -> None:
    report = read_text(
        f"BRAF V600E mutation test (cobas)\n{PERSON}Result: Quantity not sufficient\n"
    )
    assert (report.findings, report.status) == ((), "failed")
