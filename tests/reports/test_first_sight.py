"""Sentences and tables that were misread when a report of their sort came for the first time."""

from __future__ import annotations

import pytest

from pmchat.reports.read import read_text

from .helpers import agree, read, short

CASES = [
    # where a change may come from is no doubt that it is there
    ("origin-cell", "Alteration\tVariant allele fraction\tClass\n"
     "BAP1 c.1203T>G p.Tyr401*\t47%\tTier II, possible germline",
     "BAP1 present 47% c.1203T>G unknown_origin"),
    ("origin-bracket", "TP53 p.R175H 48% (suspected germline origin)", "TP53 present p.R175H"),
    ("origin-change", "Possible MET amplification.", "MET unclear"),
    # what a result falls short of for a drug is no test that failed
    ("criteria-drug", "TMB: 3 mut/Mb\nThe low TMB does not meet the biomarker criteria for "
     "pembrolizumab.", "TMB present 3mut/Mb"),
    ("criteria-test", "PD-L1: specimen did not meet the criteria for analysis", "PD-L1 not_done"),
    ("criteria-quality", "ALK fusion: sample does not meet quality criteria", "ALK not_done"),
    # the two partners of a fusion
    ("joining", "An in-frame fusion joining FGFR2 (exons 1-17) to BICC1 was identified.",
     "FGFR2 present fusion"),
    ("between", "A fusion between exon 13 of EML4 and exon 20 of ALK was detected.",
     "ALK present fusion"),
    ("between-none", "No rearrangement between BCR and ABL1 was found.", "ABL1 absent fusion"),
    ("two-fusions", "No fusions of ALK and RET were found.", "ALK absent; RET absent"),
    # what a laboratory could not do, in the table of how the test went
    ("performance", "KRAS: wild-type\n\nAssay performance\nComponent\tStatus\tRemark\n"
     "DNA sequencing, 505 genes\tPASS\tMean depth 612x\n"
     "PD-L1 immunohistochemistry\tNOT PERFORMED\tNot ordered\nMSI\tPASS\t112 loci",
     "KRAS absent; PD-L1 not_done"),
    ("none-of-these", "FGFR2::BICC1 fusion   Detected\nTumors often develop resistance through new "
     "FGFR2 kinase domain mutations; none of these was seen in this sample.",
     "FGFR2 present fusion"),
    ("none-of-these-alone", "FGFR2 kinase domain mutations; none of these was seen in this sample.",
     "FGFR2 absent"),
    # the probe of a chromosome's arm says nothing of the gene's letters
    ("band", "Probe\tResult\n17p13 (TP53)\tNot detected\n1p32 (CDKN2C)\tFAILED\n"
     "8q24 (MYC)\tNot detected", "TP53 absent cnv; CDKN2C not_done cnv; MYC absent gene"),
    # what the doctor wrote as the diagnosis
    ("diagnosis", "Order ID     X-1\nDiagnosis    Breast carcinoma, ER positive, HER2 negative\n\n"
     "PIK3CA H1047R   6.8%", "PIK3CA present p.H1047R 6.8%"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_first_sight(body: str, expected: str) -> None:
    assert agree(read(body), expected) is None


def test_column_of_today_beside_one_of_the_diagnosis() -> None:
    report = read(
        "Probe                     Now                    At diagnosis\n"
        "t(4;14) FGFR3::IGH        DETECTED 82%           DETECTED 78%\n"
        "1q21 (CKS1B)              GAIN, 3 copies, 64%    Not detected\n"
        "13q14/13q34               LOSS (-13) 85%         LOSS (-13) 80%\n"
        "t(11;14) CCND1::IGH       Not detected           Detected 10%"
    )
    assert short(report) == [
        ("t(4;14)", "present"),
        ("gain(1q21)", "present"),
        ("del(13q14)", "present"),
        ("t(11;14)", "absent_stated"),
    ]


GERMLINE = [
    ("letter", "Why you were tested\nYour sister was found to have a paraganglioma. Her genetic "
     "test found a fault in a gene called SDHB.\n\nYour result\n\n"
     "   Gene    Change (NM_003000.3)        Type of change         Your result\n"
     "   SDHB    c.268C>T p.(Arg90*)         Pathogenic, class 5    PRESENT (one copy)\n\n"
     "You do carry the SDHB gene change that was found in your sister.",
     "SDHB present c.268C>T pathogenic"),
    ("copies", "CYP2D6\t*1/*4, copy number FAILED\tIndeterminate", "CYP2D6 unclear genotype"),
    ("not-typed", "CYP2D6 genotype: not tested", "CYP2D6 not_done"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("body", "expected"), [c[1:] for c in GERMLINE], ids=[c[0] for c in GERMLINE]
)
def test_first_sight_of_a_gene_from_birth(body: str, expected: str) -> None:
    head = "Germline genetic test report\nPatient: TEST, PERSON   Specimen: blood\n\n"
    assert agree(read_text(head + body), expected) is None
