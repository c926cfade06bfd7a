"""One report gives the same findings, whatever kind of document it comes as."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from pmchat.model import Report
from pmchat.reports.read import read_report

from .documents import FORMS, Block

Row = tuple[str, str, str | None, str | None, float | None, str | None, str]

TUMOUR: list[Block] = [
    "Northfield Cancer Genetics - Solid Tumor NGS Panel Report",
    "Patient: MUSTER, ERIKA     MRN: AB-10023     DOB: 1958-04-17",
    "Specimen: Colon, FFPE block B3     Collected: 2026-05-02     Reported: 2026-05-19",
    "",
    "GENOMIC FINDINGS",
    [
        ["Gene", "Variant", "cDNA", "VAF", "Tier"],
        ["KRAS", "p.Gly12Asp", "c.35G>A", "28.5%", "Tier I"],
        ["APC", "p.Arg1450*", "c.4348C>T", "41.0%", "Tier II"],
        ["SMAD4", "p.Arg361His", "c.1082G>A", "9.2%", "Tier III"],
    ],
    "",
    "BIOMARKERS",
    "Microsatellite status: MS-Stable",
    "Tumor Mutational Burden: 6 Muts/Mb",
    "",
    "Pertinent negatives: No reportable alterations in the following genes: BRAF, NRAS, ERBB2",
    "",
    "Genes tested: AKT1, ALK, BRCA1, BRCA2, EGFR, MET, RET",
]
PLASMA: list[Block] = [
    "Liquid biopsy report (plasma cell-free DNA)",
    "Patient: MUSTER, ERIKA     Blood collected: 2026-06-01     Reported: 2026-06-09",
    "",
    [
        ["Alteration", "% cfDNA", "Comment"],
        ["EGFR L858R", "12.4%", ""],
        ["EGFR T790M", "0.9%", ""],
        ["DNMT3A R882C", "1.1%", "possible clonal hematopoiesis"],
        ["MET amplification", "Not detected", ""],
    ],
    "",
    "MSI: MSI-High not detected",
    "Not detected: ALK fusion, ROS1 fusion, KRAS G12C",
]
GERMLINE: list[Block] = [
    "Hereditary Cancer Panel (germline)",
    "Patient: MUSTER, ERIKA     Specimen: Blood     Reported: 2026-01-20",
    "RESULT: POSITIVE - PATHOGENIC VARIANT IDENTIFIED IN PALB2",
    "",
    [
        ["Gene", "Variant", "Zygosity", "Classification"],
        ["PALB2", "c.3113G>A (p.Trp1038*)", "heterozygous", "Pathogenic"],
        ["CHEK2", "c.470T>C (p.Ile157Thr)", "heterozygous", "Variant of Uncertain Significance"],
    ],
    "",
    "No pathogenic variants were identified in BRCA1, BRCA2 or TP53.",
    "Family history: mother breast cancer at 49",
]
PGX: list[Block] = [
    "Pharmacogenomics report",
    "Patient: MUSTER, ERIKA     Specimen: saliva     Reported: 2026-02-11",
    "",
    [
        ["Gene", "Genotype", "Phenotype"],
        ["CYP2C19", "*2/*2", "Poor Metabolizer"],
        ["CYP2D6", "*1/*41", "Normal Metabolizer"],
        ["SLCO1B1", "*1/*5", "Decreased Function"],
        ["DPYD", "Not tested", ""],
    ],
]
STAINS: list[Block] = [
    "Immunohistochemistry report",
    "Patient: MUSTER, ERIKA     Specimen: Stomach, biopsy     Reported: 2026-03-30",
    "",
    [
        ["Marker", "Clone", "Result"],
        ["MLH1", "M1", "Loss of nuclear expression"],
        ["MSH2", "G219", "Intact nuclear expression"],
        ["HER2", "4B5", "2+, equivocal"],
    ],
    "",
    "PD-L1 (22C3): CPS 15",
]
REPORTS: dict[str, tuple[list[Block], list[Row]]] = {
    "tumour": (TUMOUR, [
        ("KRAS", "present", "c.35G>A", "p.Gly12Asp", 28.5, "tier_1", "unknown"),
        ("APC", "present", "c.4348C>T", "p.Arg1450*", 41.0, "tier_2", "unknown"),
        ("SMAD4", "present", "c.1082G>A", "p.Arg361His", 9.2, "tier_3", "unknown"),
        ("MSI", "absent_stated", None, None, None, None, "unknown"),
        ("TMB", "present", None, None, 6.0, None, "unknown"),
        ("BRAF", "absent_stated", None, None, None, None, "unknown"),
        ("NRAS", "absent_stated", None, None, None, None, "unknown"),
        ("ERBB2", "absent_stated", None, None, None, None, "unknown"),
    ]),
    "plasma": (PLASMA, [
        ("EGFR", "present", None, "p.L858R", 12.4, None, "unknown"),
        ("EGFR", "present", None, "p.T790M", 0.9, None, "unknown"),
        ("DNMT3A", "present", None, "p.R882C", 1.1, None, "possible_ch"),
        ("MET", "absent_stated", None, None, None, None, "unknown"),
        ("MSI", "absent_stated", None, None, None, None, "unknown"),
        ("ALK", "absent_stated", None, None, None, None, "unknown"),
        ("ROS1", "absent_stated", None, None, None, None, "unknown"),
        ("KRAS", "absent_stated", None, "p.G12C", None, None, "unknown"),
    ]),
    "germline": (GERMLINE, [
        ("overall result", "present", None, None, None, None, "germline"),
        ("PALB2", "present", "c.3113G>A", "p.Trp1038*", None, "pathogenic", "germline"),
        ("CHEK2", "present", "c.470T>C", "p.Ile157Thr", None, "vus", "germline"),
        ("BRCA1", "absent_stated", None, None, None, None, "germline"),
        ("BRCA2", "absent_stated", None, None, None, None, "germline"),
        ("TP53", "absent_stated", None, None, None, None, "germline"),
    ]),
    "pgx": (PGX, [
        ("CYP2C19", "present", None, None, None, None, "germline"),
        ("CYP2D6", "present", None, None, None, None, "germline"),
        ("SLCO1B1", "present", None, None, None, None, "germline"),
        ("DPYD", "not_performed", None, None, None, None, "germline"),
    ]),
    "stains": (STAINS, [
        ("MLH1", "present", None, None, None, None, "unknown"),
        ("MSH2", "absent_stated", None, None, None, None, "unknown"),
        ("ERBB2", "indeterminate", None, None, 2.0, None, "unknown"),
        ("PD-L1", "present", None, None, 15.0, None, "unknown"),
    ]),
}  # fmt: skip
each_form = pytest.mark.parametrize("form", FORMS)


def rows(report: Report) -> list[Row]:
    return [
        (
            f.analyte, f.polarity, f.hgvs_c, f.hgvs_p, f.value.number if f.value else None,
            f.classification, f.origin,
        )
        for f in report.findings
    ]  # fmt: skip


@each_form
@pytest.mark.parametrize("name", REPORTS)
def test_every_form_gives_the_same_findings(name: str, form: str) -> None:
    blocks, expected = REPORTS[name]
    report = read_report(FORMS[form](blocks), "report")
    assert rows(report) == expected
    assert any(i.kind == "name" and i.text == "MUSTER, ERIKA" for i in report.identifiers)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("BRAF V600E\nNot Detected\nEGFR\nNegative\nALK fusion\nDetected\n", "BRAF- EGFR- ALK+"),
        ("ALK fusion\nDetected\nBRAF V600E\nNot detected\n", "ALK+ BRAF-"),
        ("Detected\nEGFR L858R\nNot detected\nALK, RET\n", "EGFR+ ALK- RET-"),
        ("Variants detected\nEGFR L858R\nTP53 R273H\nNot detected\nALK\n", "EGFR+ TP53+ ALK-"),
        ("Detected\n\nEGFR L858R\n\nNot detected\n\nALK\n", "EGFR+ ALK-"),
    ],
)
def test_results_below_names_and_names_below_results(text: str, expected: str) -> None:
    found = read_report(f"NGS panel report\nSpecimen: FFPE\n\n{text}".encode(), "a").findings
    signs = {"present": "+", "absent_stated": "-"}
    assert " ".join(f.analyte + signs[f.polarity] for f in found) == expected


FIXTURES = Path(__file__).parents[2].parent / "shared" / "domain" / "fixtures"


def fixtures() -> list[dict[str, Any]]:
    path = FIXTURES / "expected.jsonl"
    lines = path.read_text().splitlines() if path.is_file() else []
    return [case for case in map(json.loads, lines) if case["id"] != "R1_inject"]


@pytest.mark.skipif(not FIXTURES.is_dir(), reason="the shared fixtures are missing")
@pytest.mark.parametrize("form", [form for form in FORMS if form != "txt"])
@pytest.mark.parametrize("case", fixtures(), ids=lambda c: str(c["id"]))
def test_fixtures_in_every_form(case: dict[str, Any], form: str) -> None:
    """What the text gives is held against `expected.jsonl` in test_fixtures."""
    text = (FIXTURES / f"{case['id']}.txt").read_bytes()
    data = FORMS[form](text.decode().splitlines())
    assert rows(read_report(data, "report")) == rows(read_report(text, "report.txt"))
