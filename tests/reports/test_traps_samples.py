"""Traps 15-20: where a change comes from, which sample, which version, which day."""

from __future__ import annotations

import pytest

from pmchat.reports.read import read_text

from .helpers import agree, read

CASES = [
    # 15 perhaps from blood cells
    ("15-derive", "TET2 Q916* 2.1%, may derive from clonal hematopoiesis",
     "TET2 present 2.1% possible_ch_origin"),
    ("15-short", "ASXL1 G646fs 1.1% (CH)\nKRAS G12D 8%",
     "ASXL1 present possible_ch_origin; KRAS present unknown_origin"),
    ("15-heading", "Variants of possible hematopoietic origin\nJAK2 V617F 0.8%\n\n"
     "GENOMIC FINDINGS\nKRAS G12D 8%",
     "JAK2 present possible_ch_origin; KRAS present unknown_origin"),
    ("15-chip", "DNMT3A R882C 3.0% potential CHIP variant", "DNMT3A present possible_ch_origin"),
    ("15-column", "Gene | Variant | VAF | Comment\nPPM1D | E472* | 0.9% | Possible CH\n"
     "ESR1 | Y537S | 2.0% | -",
     "PPM1D present possible_ch_origin; ESR1 present unknown_origin"),
    ("15-list", "DNMT3A R882C 11%\nKRAS G12D 8%\n\n"
     "Variants that May Represent Clonal Hematopoiesis: DNMT3A R882C",
     "DNMT3A present 11% possible_ch_origin; KRAS present unknown_origin"),
    # 16 from birth or from the tumor is not known
    ("16-tumor", "BRCA1 c.5266dup 52%, pathogenic", "BRCA1 present unknown_origin pathogenic"),
    ("16-excluded", "PALB2 c.3113G>A 47%; germline origin cannot be excluded",
     "PALB2 present unknown_origin 47%"),
    ("16-advice", "MSH2 R680* 49%. Confirmatory germline testing is recommended.",
     "MSH2 present unknown_origin 49%"),
    ("16-may", "ATM R3008C 51% (potentially germline)", "ATM present unknown_origin"),
    ("16-line", "CHEK2 c.1100del, VAF 48%, germline testing recommended",
     "CHEK2 present unknown_origin c.1100del 48%"),
    ("16-potential", "Potential germline variants\nBRCA2 c.5946del 49%",
     "BRCA2 present unknown_origin 49%"),
    ("16-both", "GERMLINE: RAD51D c.694C>T, pathogenic\nTUMOR: RAD51D c.694C>T, VAF 74%",
     "RAD51D germline_origin no_value; RAD51D unknown_origin 74%"),
    # 19 two tests with their own days: both stay
    ("19-two", "GERMLINE RESULTS (blood, reported 2025-12-03)\nBRCA2: no pathogenic variant "
     "detected\n\nTUMOR RESULTS (tissue, reported 2026-01-20)\nBRCA2 c.5946del 41%",
     "BRCA2 absent germline_origin; BRCA2 present 41%"),
    ("19-lines", "Hereditary cancer panel and tumor test\nGERMLINE: PALB2 c.3113G>A, heterozygous\n"
     "TUMOR: TP53 c.659A>G, VAF 66%",
     "PALB2 present germline_origin no_value; TP53 present unknown_origin 66%"),
    # 17 two samples are two columns of one table
    ("17-columns", "Alteration | Tissue | Plasma\nKRAS G12D | 22% | Not detected",
     "KRAS present 22% s1; KRAS absent s2"),
    ("17-columns-too", "Gene      Variant    Tissue VAF    Plasma VAF\n"
     "PIK3CA    E545K      18.0%         0.4%\nESR1      Y537S      Not detected  1.2%",
     "PIK3CA present 18% s1; PIK3CA present 0.4% s2; ESR1 absent s1; ESR1 present 1.2% s2"),
    # 17 each finding keeps its own sample
    ("17-numbered", "Specimen 1: Liver, FFPE\nKRAS G12V 12%\nEGFR: not detected\n\n"
     "Specimen 2: Lung, FFPE\nEGFR L858R 20%\nKRAS: not detected",
     "KRAS present s1; EGFR absent s1; EGFR present s2; KRAS absent s2"),
    ("17-letters", "Specimens:\nA. Colon, biopsy\nB. Liver, biopsy\n\nSpecimen A\nBRAF V600E 12%"
     "\n\nSpecimen B\nBRAF: not detected", "BRAF present s1; BRAF absent s2"),
    ("17-kinds", "LIQUID BIOPSY RESULTS\nESR1 D538G 0.6%\n\nTISSUE RESULTS\nESR1: not detected",
     "ESR1 present s1; ESR1 absent s2"),
    # 18 the amended version counts
    ("18-corrected", "Original report (2026-03-01)\nKRAS G12C detected 12%\n\nCorrected report "
     "(2026-03-09)\nKRAS G12V detected 12%", "KRAS present p.G12V"),
    ("18-newest-first", "Report version 3 (2026-05-01)\nALK fusion: not detected\n\n"
     "Report version 2 (2026-04-01)\nALK fusion: detected", "ALK absent"),
    ("18-previous", "AMENDED REPORT\nPrevious result: ALK fusion detected.\nAmended result: ALK "
     "fusion not detected.", "ALK absent"),
    ("18-addendum", "FINAL REPORT\nKRAS G12C 12%\n\nADDENDUM 2026-04-02\nPD-L1 (22C3): TPS 60%",
     "KRAS present 12%; PD-L1 present 60%"),
    ("18-header", "PATHOLOGY - AMENDED REPORT (version 2)\nOriginal report: 2026-08-07    Amended: "
     "2026-08-14\nReason for amendment: Ki-67 corrected from 81 % to 18 %.\n\nBIOMARKERS\n"
     "Ki-67          18 %\nHER2 IHC       1+", "Ki-67 present 18%; ERBB2 absent 1+"),
    ("18-earlier-day", "LIQUID BIOPSY (plasma)\nPrevious report from this laboratory: 2025-11-10\n"
     "Gene      Alteration     % cfDNA    2025-11-10    Comment\n"
     "AR        L702H          1.9 %      not detected\n"
     "TP53      Y220C          2.2 %      1.1 %", "AR present 1.9%; TP53 present 2.2%"),
    ("18-earlier-results", "BCR::ABL1 MUTATION TEST\nPREVIOUS RESULTS\n2025-03   T315I detected\n\n"
     "THIS SAMPLE\nBCR::ABL1 F317L   DETECTED\nBCR::ABL1 T315I   NOT DETECTED",
     "ABL1 present p.F317L; ABL1 absent p.T315I"),
    # the report says two things
    ("17-conflict", "NRAS Q61R: detected\nNRAS Q61R: not detected",
     "NRAS present doubtful; NRAS absent doubtful"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_samples(body: str, expected: str) -> None:
    assert agree(read(body), expected) is None


@pytest.mark.parametrize(
    "body",
    [
        "VERSION 1\nALK fusion detected\nVERSION 2\nALK: not detected",
        "Original report\nALK fusion detected\nRevised report\nALK: not detected",
        "Report version 2\nALK: not detected\nReport version 1\nALK fusion detected",
    ],
    ids=["18-numbers", "18-words", "18-order"],
)
def test_older_version_is_told(body: str) -> None:
    report = read(body)
    assert report.status == "amended"
    assert any("more than one version" in warning for warning in report.warnings)


@pytest.mark.parametrize(
    "body",
    [
        "NRAS Q61R: detected\nNRAS Q61R: not detected",
        "MSI: high\nMicrosatellite status: stable",
        "EGFR L858R 12%\nEGFR c.2573T>G: not detected",
    ],
    ids=["17-change", "17-marker", "17-two-names"],
)
def test_conflict_is_told(body: str) -> None:
    report = read(body)
    assert {f.confidence < 0.5 for f in report.findings} == {True}
    assert any("two different things" in warning for warning in report.warnings)


# 19 two laboratories in one file, each with its day
@pytest.mark.parametrize(
    "body",
    [
        "BLOOD RESULTS\nTP53 R175H: not detected\nTUMOR RESULTS\nTP53 R175H 33%",
        "Specimen 1: saliva, collected 2025-12-01\nTP53 R175H: not detected\n\n"
        "Specimen 2: tumor block, collected 2026-01-04\nTP53 R175H 33%",
        "Sample A - plasma\nTP53 R175H: not detected\n\nSample B - FFPE\nTP53 R175H 33%",
    ],
    ids=["19-headings", "19-numbered", "19-letters"],
)
def test_two_tests_stay_apart(body: str) -> None:
    report = read(body)
    assert agree(report, "TP53 absent sure s1; TP53 present 33% sure s2") is None
    assert not report.warnings


# 20 day and month
@pytest.mark.parametrize(
    ("line", "collected", "told"),
    [
        ("Collected: 03/04/2026", None, True),
        ("Collected: 13/04/2026", "2026-04-13", False),
        ("Collected: 03/04/2026 (DD/MM/YYYY)", "2026-04-03", False),
        ("Date of collection 4 March 2026", "2026-03-04", False),
        ("Collected Mar 4, 2026 09:15", "2026-03-04", False),
        ("Collection date: 04.03.2026", "2026-03-04", False),
    ],
    ids=lambda value: f"20-{value}" if isinstance(value, str) else None,
)
def test_dates(line: str, collected: str | None, told: bool) -> None:
    report = read_text(f"Tumor panel report\nSpecimen: FFPE block\n{line}\nKRAS: wild-type")
    assert (str(report.dates.collected) if report.dates.collected else None) == collected
    assert any("two ways" in warning for warning in report.warnings) is told


def test_each_diagnosis_in_a_list_speaks_of_its_own_sample() -> None:
    body = (
        "FINAL DIAGNOSIS:\nA. RIGHT COLON, HEMICOLECTOMY:\n   - LOSS OF MLH1\n"
        "B. TRANSVERSE COLON, POLYPECTOMY:\n   - MLH1 INTACT\n\nBIOMARKERS - SPECIMEN A, BLOCK A5\n"
        "MSH2: intact\n"
    )
    assert agree(read(body), "MLH1 present s1; MLH1 absent s2; MSH2 absent s1") is None
