"""Where a part of a report begins and ends."""

import pytest

from .helpers import agree, read

PARTS = [
    ("wrapped-title", "Summary of Detected Somatic Alterations, Immunotherapy Biomarkers &\n"
     "Associated Treatment Options\nESR1 D538G      4.2%\nTP53 R273C      0.3%",
     "ESR1 present 4.2%; TP53 present 0.3%"),
    ("not-detected-for", "Synonymous Alterations\nEGFR Q787Q (51.0%)\n\n"
     "Relevant Biomarkers for this tumor type: Not Detected\nBiomarker      Result\n"
     "ERBB2 amplification      Not Detected", "ERBB2 absent"),
    ("method", "Clinical history\nAstrocytoma, ATRX lost in 2019.\nImmunohistochemistry\n"
     "GFAP: positive\nOLIG2: positive", "GFAP present; Olig2 present"),
    ("earlier-method", "EGFR L858R\nPrevious results\nImmunohistochemistry\nALK: positive",
     "EGFR present"),
    ("approvals", "EGFR L858R\n\nTABLE 1. Companion diagnostic indications\n"
     "TUMOR TYPE      BIOMARKER(S) DETECTED      THERAPY\n"
     "Melanoma        BRAF V600E                 dabrafenib\n"
     "Breast cancer   ERBB2 amplification        trastuzumab", "EGFR present"),
    ("ranges", "HER2 IHC: 1+\n\nREFERENCE RANGES (ASCO/CAP)\n"
     " ER and PR:   Positive >=10% for ER, PR positive >=1%\n Ki-67:       Low <=5%; high >=30%",
     "ERBB2 absent 1+"),
    ("doubt-cell", "GRIK4\nNo call\nIndeterminate\n\nTPMT\n*1/*3A\nIntermediate metabolizer",
     "GRIK4 not_done; TPMT present"),
    ("reason", "FISH\nALK break-apart\nNegative (4% of 50 nuclei split)\nROS1 break-apart\n"
     "Not performed (IHC negative)\nRET rearrangement: negative",
     "ALK absent; ROS1 not_done; RET absent"),
    ("probe", "EGFR L858R\nALK break-apart", "EGFR present"),
    ("overall", "EGFR L858R\n- Familial variant check (BRCA2)\nRESULT: POSITIVE",
     "EGFR present; overall_result present"),
    ("addendum", "ADDENDUM 3 (03/06/2026)  PAN-TRK IHC AND NTRK FUSION\nTPM3::NTRK1 detected",
     "NTRK1 present"),
    ("not-on-panel", "BRCA2 c.5946del heterozygous pathogenic\n\nNot part of this panel\n"
     "    APC, MUTYH and others.", "BRCA2 present pathogenic; APC not_done; MUTYH not_done"),
    ("genotypes", "How to read this report\nPoor metabolizer: little function (as CYP2D6 *4)."
     "\n\nGenotype and phenotype summary\nGene\tGenotype\tPhenotype\n"
     "CYP2C19\t*2/*17\tIntermediate metabolizer", "CYP2C19 present intermediate_metabolizer"),
    ("meaning-not-known", "3a. Changes of clear importance\n    KRAS   G12C    11 %\n"
     "3b. Changes whose meaning is not known (VUS, Tier III)\n    NF1   p.Arg2616Gln   48 %",
     "KRAS present no_class; NF1 present vus"),
    ("advice-below", "BRCA2 c.5946del pathogenic\n\nNot examined\n    HOXB13 (not on panel)\n\n"
     "What usually comes next (for discussion)\n    - For PALB2, US guidelines speak of a yearly "
     "breast MRI from about age 30.", "BRCA2 present; HOXB13 not_done"),
    ("earlier-quote", "PD-L1 (22c3)  CPS 5\nAmendment: PD-L1 (22c3) was issued on 04-May-2026 as "
     '"Negative, CPS: 0" from a section without tumor.', "PD-L1 present 5"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "body", "expected"), PARTS, ids=[c[0] for c in PARTS])
def test_parts(name: str, body: str, expected: str) -> None:
    assert agree(read(body), expected) is None


SENTENCES = [
    ("including", "No gene fusion detected, including fusions of FGFR1, RET and ALK.",
     "FGFR1 absent; RET absent; ALK absent"),
    ("coding", "No pathogenic variant was detected in the coding sequences of APC, KRAS or SMAD4.",
     "APC absent; KRAS absent; SMAD4 absent"),
    ("in-brackets", "No pathogenic variants (wild type) in: KRAS, NRAS and TP53.",
     "KRAS absent; NRAS absent; TP53 absent"),
    ("again", "BRAF V600E by Immunohistochemistry (VE1): Negative for BRAF V600E expression",
     "BRAF absent"),
    ("version", 'EGFR L858R\nVersion 1 (30-Jan-2026) stated "CDKN2A/B pending".', "EGFR present"),
    ("preliminary", "The preliminary NGS report issued 06/17/2026 listed IDH2 c.419G>A, "
     "p.(Arg140Gln), VAF 2.1%. IDH2 p.(Arg140Gln) is NOT DETECTED.", "IDH2 absent"),
    ("class", "EGFR L858R\nOligodendroglioma requires IDH mutation with 1p/19q codeletion and "
     "usually carries CIC mutations.", "EGFR present"),
    ("enriched", "EGFR L858R\nMLH1-methylated, BRAF wild-type carcinomas are enriched for NTRK "
     "fusions.", "EGFR present"),
    ("cut-off", "MGMT promoter methylation Result: METHYLATED, mean 28% (cut-off: 10% methylated; "
     "8-9% borderline; < 8% unmethylated)", "MGMT_promoter_methylation present 28%"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "body", "expected"), SENTENCES, ids=[c[0] for c in SENTENCES])
def test_sentences(name: str, body: str, expected: str) -> None:
    assert agree(read(body), expected) is None
