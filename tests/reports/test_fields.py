"""Fields of a report's head, and which lines are none."""

import pytest

from pmchat.reports.fields import is_field
from pmchat.reports.read import read_text


@pytest.mark.parametrize(
    "text",
    [
        "Diagnosis: Lung adenocarcinoma",
        "Specimen site: Lung, right upper lobe (FFPE block A2)",
        "Tumor content: 60 %",
        "Tumor nuclei 35 %",
        "Neoplastic cellularity: 45%",
        "Gleason 4+5=9 (per requisition)",
        "Prior therapy stated on requisition: erlotinib",
        "HEREDITARY CANCER PANEL (47 genes, germline)",
        "Collected: 2026-08-11",
        "Pathologic stage: not assigned on core biopsy.",
        "Invasive ductal carcinoma (no special type), Nottingham grade 2",
    ],
)
def test_fields(text: str) -> None:
    assert is_field(text)


@pytest.mark.parametrize(
    "text",
    [
        "Tumor Mutational Burden - 4 Muts/Mb",
        "Tumor-only test; germline origin not determined.",
        "EGFR L858R detected",
        "Report to follow",
        "Patient: Jane Miller",
    ],
)
def test_other_lines(text: str) -> None:
    assert not is_field(text)


def test_a_field_with_personal_data_is_not_kept() -> None:
    report = read_text(
        "TUMOR PANEL\nSpecimen: S26-12345 left breast   Diagnosis: Breast carcinoma\n"
        "Accession: S26-12345\nPIK3CA H1047R detected\n"
    )
    kept = [r.text for r in report.remarks]
    assert "Diagnosis: Breast carcinoma" in kept
    assert not any("S26-12345" in k for k in kept)


def test_each_field_keeps_its_line() -> None:
    report = read_text(
        "TUMOR PANEL\nDiagnosis: Colon cancer  Tumor content: 40 %\nKRAS G12D found\n"
    )
    assert [(r.line, r.text) for r in report.remarks] == [
        (2, "Diagnosis: Colon cancer"),
        (2, "Tumor content: 40 %"),
    ]
