"""Reports on a tumor and on the person's own genes: what is of the tumor is not inherited."""

import pytest

from pmchat.reports.read import read_text
from pmchat.ui.findings import kind_of

BOTH = """OVARIAN CANCER: TUMOR HRD TEST + GERMLINE PANEL      F   61 y
PART A  TUMOR (omentum, FFPE)      Collected 2026-05-11
HRD STATUS: POSITIVE     Genomic Instability Score (GIS) 57   (positive: 42 or more)
TP53 R175H detected, VAF 61 %      CCNE1: not amplified

PART B  GERMLINE (blood, 26 genes)      Collected 2026-05-18
RESULT: NEGATIVE - no pathogenic or likely pathogenic variants detected
VARIANT OF UNCERTAIN SIGNIFICANCE: RAD51C c.607A>T (p.Thr203Ser), heterozygous
"""
TURNED = """HEREDITARY CANCER AND TUMOR PROFILE
Germline results (saliva)
BRCA2 c.5946del heterozygous PATHOGENIC

Tumor results (FFPE block A1)
KRAS G12D VAF 21 %
"""
ADVISED = """COLORECTAL PANEL (NGS) + MISMATCH REPAIR IHC
Colon, sigmoid, adenocarcinoma. Surgical specimen.
NGS: KRAS p.Gly13Asp (G13D) detected, VAF 33 %.
Tumor content 70 %
{0}
"""


@pytest.mark.parametrize(
    ("text", "origins"),
    [
        (BOTH, {"TP53": "unknown", "CCNE1": "unknown", "RAD51C": "germline"}),
        (TURNED, {"BRCA2": "germline", "KRAS": "unknown"}),
    ],
)
def test_each_part_has_its_own_origin(text: str, origins: dict[str, str]) -> None:
    found = {f.analyte: f.origin for f in read_text(text).findings}
    assert {gene: found[gene] for gene in origins} == origins


def test_a_report_on_both_is_told_to_look_at_the_tumor_too() -> None:
    assert not any("does not look for changes in a tumor" in x for x in read_text(BOTH).limits)
    assert kind_of(read_text(BOTH)) == "Tumor gene test and inherited gene test"


@pytest.mark.parametrize(
    "line",
    [
        "Germline testing: not performed on this specimen",
        "Germline testing was declined",
        "Germline analysis is recommended if clinically indicated",
        "This test does not distinguish between germline and somatic alterations.",
        "COMMENT: Genetic counseling and\ngermline testing should be considered.",
    ],
)
def test_a_germline_test_that_was_not_done_makes_no_germline_report(line: str) -> None:
    report = read_text(ADVISED.format(line))
    assert report.family == "tumor_ngs_tissue"
    assert {f.origin for f in report.findings if f.analyte == "KRAS"} == {"unknown"}


PATHOLOGY = """SURGICAL PATHOLOGY REPORT
DIAGNOSIS: Stomach, antrum, biopsy: adenocarcinoma, poorly differentiated
COMMENT: Immunohistochemical stains were performed on block A1.
{0}
The tumor cells are positive for CK7. CK20 is focally positive.
MSH2 and MSH6: loss of nuclear expression. MLH1 and PMS2: intact.
{0}
Genetic counseling is recommended to assess the need for germline testing.
"""


def test_a_word_on_a_germline_test_makes_no_germline_report() -> None:
    report = read_text(PATHOLOGY.format("\n".join(["Block A1"] * 6)))
    assert report.family == "ihc"


@pytest.mark.parametrize(
    ("title", "result"),
    [
        ("TUMOR HRD TEST + GERMLINE PANEL   F   61 y", "HRD STATUS: POSITIVE   GIS 57"),
        ("HRD ASSAY REPORT 2024", "HRD: positive, score 57"),
        ("HRD analysis, block B2, female, 61 years", "HRD score 57 (cut-off 42)"),
    ],
)
def test_the_name_of_a_test_is_no_score(title: str, result: str) -> None:
    found = [f for f in read_text(f"{title}\n{result}\n").findings if f.analyte == "HRD"]
    assert [(f.polarity, f.value and f.value.number) for f in found] == [("present", 57.0)]
