import pytest

from pmchat.answering.presumed import presumes_other
from pmchat.lexicon import Lexicon
from pmchat.reports.read import read_text

LUNG = """LUNG PANEL (tissue DNA)
Microsatellite status: MS-Stable
PD-L1 IHC (22C3): Tumor Proportion Score (TPS) 80 %
EGFR    L858R (c.2573T>G)         VAF 22.4 %
No reportable alterations in: ALK, ROS1
"""
COLON = """COLON PANEL (tissue DNA)
MSI: MSI-High
MLH1 loss of nuclear expression
MSH2 intact
"""
INHERITED = """HEREDITARY CANCER PANEL (germline)
Gene   Variant                  Zygosity       Classification
BRCA2  c.5946delT               heterozygous   PATHOGENIC
ATM    c.1234A>G (p.Lys412Glu)  heterozygous   Variant of Uncertain Significance
"""
UNCLEAR = """TUMOR PANEL (plasma, ctDNA)
HRD: could not be calculated (tumor cells < 30 %)
TMB: not evaluable (low tumor fraction)
"""
CLEAR = """HEREDITARY CANCER PANEL (germline)
BRCA1   c.68_69delAG   NOT DETECTED
BRCA2   NOT DETECTED
"""
DRUG_GENES = """PHARMACOGENOMIC REPORT   Specimen: saliva
Gene        Genotype      Phenotype
CYP2D6      *4/*4         Poor Metabolizer
CYP2C19     *1/*1         Normal Metabolizer
"""


@pytest.mark.parametrize(
    ("report", "text"),
    [
        (LUNG, "A report with no EGFR change does not mean that there is no treatment."),
        (LUNG, "Pembrolizumab alone is for tumors without EGFR or ALK changes."),
        (LUNG, "Your care team can tell you whether a drug matches the ALK fusion on your report."),
        (LUNG, "For ROS1, the exact name of your change matters."),
        (LUNG, "A ROS1 fusion does not mean that a ROS1 pill will work for you."),
        (LUNG, "A low PD-L1 score does not always rule out immunotherapy."),
        (LUNG, "A TPS of 5 percent means that 5 of 100 tumor cells stained."),
        (LUNG, "MSI-high tumors often respond to checkpoint drugs."),
        (COLON, "MSS on a tumor report means microsatellite stable."),
        (COLON, "When all the proteins are intact, the mismatch repair stain is normal."),
        (UNCLEAR, "HRD-negative does not mean that there is no treatment."),
        (UNCLEAR, "A TMB of 4 is below 10, the cut-off of one FDA approval."),
        (INHERITED, "A VUS in BRCA1 or BRCA2 has an unknown effect."),
        (CLEAR, "The options after a positive BRCA result are closer checks or surgery."),
        (CLEAR, "The VUS can get a new class later."),
        (INHERITED, "A VUS in BRCA2 has an unknown effect."),
        (INHERITED, "Closer checks for women with an ATM change can start earlier."),
        (LUNG, "An EGFR T790M change does not match the drugs made for L858R."),
        (DRUG_GENES, "Ultrarapid metabolizers make more of the active drug."),
        (DRUG_GENES, "A normal CYP2D6 result does not rule out a problem."),
    ],
)
def test_what_presumes_the_opposite_result_is_kept_out(
    lexicon: Lexicon, report: str, text: str
) -> None:
    assert presumes_other(text, read_text(report).findings, lexicon)


@pytest.mark.parametrize(
    ("report", "text"),
    [
        (DRUG_GENES, "CYP2D6 poor metabolizers get little relief from codeine."),
        (DRUG_GENES, "Types range from poor to ultrarapid metabolizer."),
        (DRUG_GENES, "With a normal CYP2C19 result, usual care may fit."),
        (LUNG, "Ultrarapid metabolizers make more of the active drug."),
        (LUNG, "An EGFR change can keep growth signals switched on."),
        (LUNG, "An exon 19 deletion means that a small piece of the EGFR gene is missing."),
        (LUNG, "An EGFR or ALK change in lung cancer matters for the choice too."),
        (LUNG, "A high PD-L1 score is not a promise."),
        (LUNG, "A TPS of 80 percent means that 80 of 100 tumor cells stained."),
        (LUNG, "A ROS1 test can be done on a blood sample."),
        (LUNG, "A KRAS change is found in some lung cancers."),
        (COLON, "MSI-H and dMMR are two ways to see the same problem."),
        (INHERITED, "A VUS in ATM has an unknown effect."),
        (INHERITED, "A harmful BRCA2 change raises the risk of some cancers."),
    ],
)
def test_what_goes_with_the_report_is_told(lexicon: Lexicon, report: str, text: str) -> None:
    assert not presumes_other(text, read_text(report).findings, lexicon)


def test_what_a_missing_change_would_be_may_be_defined(lexicon: Lexicon) -> None:
    text = "A ROS1 fusion is a change in which ROS1 is joined to another gene."
    assert not presumes_other(text, read_text(LUNG).findings, lexicon, defines=True)


def test_without_a_report_everything_may_be_told(lexicon: Lexicon) -> None:
    assert not presumes_other("A report with no EGFR change is common.", (), lexicon)
