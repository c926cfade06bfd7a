"""Words that are said of something else take nothing from a result, and no part takes another's."""

import pytest

from pmchat.reports.read import read_text

from .helpers import agree, read

BRCA2 = "BRCA2 c.5946del (p.Ser1982fs) heterozygous Pathogenic"

STATED = [
    # a title that all else is as usual denies no result that is told below it
    ("rest-normal", f"The remaining genes are normal\n{BRCA2}", "BRCA2 present pathogenic"),
    (
        "rest-unremarkable",
        "The remaining genes are unremarkable\nCFTR p.F508del carrier",
        "CFTR present",
    ),
    (
        "rest-yours",
        "The rest of the genes: normal\nYour result: MUTYH c.536A>G heterozygous pathogenic",
        "MUTYH present pathogenic",
    ),
    (
        "normal-abnormal",
        "Normal genes\nBRCA1, BRCA2\nAbnormal genes\nMLH1 c.350C>T likely pathogenic",
        "BRCA1 absent; BRCA2 absent; MLH1 present likely_pathogenic",
    ),
    # titles on other things
    ("margins", "Clear at all margins\nKRAS p.G12D", "KRAS present"),
    ("background", "No abnormalities in the background\nEGFR p.L858R", "EGFR present"),
    (
        "sample",
        "No issues with this sample\n\nBRCA1 c.68_69del Pathogenic",
        "BRCA1 present pathogenic",
    ),
    ("run", "No concerns with the run\nKRAS p.G12D detected", "KRAS present"),
    ("fixation", "No issues with fixation\nER positive 90%", "ER present 90%"),
    (
        "nodes",
        "Nothing of note in the nodes\nHER2 amplification\nPIK3CA p.H1047R",
        "ERBB2 present; PIK3CA present",
    ),
    ("section", "Not interpretable in this section\nKRAS p.G12D", "KRAS present"),
    # a class as a title over nothing
    (
        "empty-vus",
        "Pathogenic variants\nBRCA2 c.5946del (p.Ser1982fs)\nVUS\nnone",
        "BRCA2 present pathogenic",
    ),
    (
        "no-vus",
        "POSITIVE\nPALB2 p.Trp1038*\nVUS\nNo VUS identified",
        "overall_result present; PALB2 present no_class",
    ),
    # copies, the family and other tests
    ("copies-fusion", "EML4::ALK fusion, copy number normal", "ALK present"),
    ("copies-exon", "MET exon 14 skipping, copy number neutral", "MET present"),
    (
        "mri",
        "PTEN c.388C>T, heterozygous, pathogenic; the brain MRI was unremarkable",
        "PTEN present pathogenic",
    ),
    ("family", "BRCA1 c.68_69del heterozygous; family history was unremarkable.", "BRCA1 present"),
    ("clear-margins", "KRAS p.G12D   Margins: clear", "KRAS present"),
    (
        "low-for-other",
        "KRAS G12C detected (VAF 23 %), coverage too low for TP53",
        "KRAS present 23%",
    ),
    ("hold", "KRAS G12D was detected, RNA results are on hold.", "KRAS present"),
    ("exon", "BRCA1 c.68_69del was detected; exon 13 dropped out", "BRCA1 present"),
    ("for-msi", "KRAS p.G12D detected without a result for MSI", "KRAS present"),
    ("low-for-braf", "KRAS p.G12D VAF 23 %; depth too low for BRAF", "KRAS present 23%"),
    ("low-itself", "EGFR T790M: depth too low", "EGFR not_done"),
    ("unremarkable", "BRAF and NRAS were unremarkable.", "BRAF absent; NRAS absent"),
    # limits of detection, heads of two sorts
    ("limit", "JAK2 V617F: not detected in leukocytes (limit of detection VAF 1 %)", "JAK2 absent"),
    ("limit-at", "FLT3 D835Y was not detected in PBMCs at a VAF of 2 %.", "FLT3 absent"),
    (
        "two-sorts",
        "Fusions not detected and mutations not detected in the following:\nBRAF V600E\nKRAS G12C",
        "BRAF absent; KRAS absent",
    ),
    # dashes and signs
    ("sign-of-blood", "TP53 p.R175H Tier II -\n\n- = absent in blood", "TP53 present"),
    (
        "sign-behind-class",
        "BRCA1 c.68_69del heterozygous pathogenic -\n\n- = not detected",
        "BRCA1 present pathogenic",
    ),
    ("range", "PR - 40%", "PR present 40%"),
    # no change is cut from one card into the next
    (
        "none-below",
        "Gene Variant Type VAF\nTP53 p.R175H Missense 40 %\nNo fusions detected",
        "TP53 present 40%",
    ),
    ("no-loss", "No loss of MLH1 and/or PMS2.", "MLH1 absent; PMS2 absent"),
]


@pytest.mark.parametrize(("name", "body", "expected"), STATED, ids=[c[0] for c in STATED])
def test_a_result_stands_beside_words_on_something_else(
    name: str, body: str, expected: str
) -> None:
    assert agree(read(body), expected) is None, name


PANEL = f"HEREDITARY CANCER PANEL   saliva\n{{0}}\n\n{BRCA2}\n"


@pytest.mark.parametrize(
    "line",
    [
        "Tumor: breast, left",
        "Tumor site: Breast",
        "Tumor pathology: invasive ductal",
        "Tumor predisposition panel, 84 genes",
        "Tumor testing results are available on request",
    ],
)
def test_a_line_on_the_tumor_is_no_part_of_its_own(line: str) -> None:
    (found,) = (f for f in read_text(PANEL.format(line)).findings if f.analyte == "BRCA2")
    assert found.origin == "germline"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Germline findings", "Tumor (FFPE block A1)"),
        ("Part A: Germline", "Part B: Tumor"),
        ("Germline part", "Tumor part"),
    ],
)
def test_a_part_on_the_tumor_takes_no_origin_from_the_one_before(first: str, second: str) -> None:
    text = f"HEREDITARY CANCER AND TUMOR PROFILE\n{first}\n{BRCA2}\n\n{second}\nTP53 p.R175H 20%\n"
    origins = {f.analyte: f.origin for f in read_text(text).findings}
    assert origins["BRCA2"] == "germline"
    assert origins["TP53"] in {"unknown", "somatic"}


def test_a_germline_letter_with_a_long_head_is_one() -> None:
    head = "\n".join(f"Department line {i}" for i in range(10))
    text = (
        f"{head}\nSample: EDTA blood\n"
        "Core biopsy 2023: invasive ductal carcinoma\nBRCA1 c.68_69del, class 5, heterozygous\n"
        "Hereditary breast cancer is confirmed; germline DNA was tested.\n"
    )
    assert read_text(text).family == "germline"
