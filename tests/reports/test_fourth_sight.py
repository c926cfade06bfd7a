"""Tables, lists and sentences of a fourth batch of reports that were misread at first."""

from __future__ import annotations

import pytest

from pmchat.reports.read import read_text

from .helpers import agree, read

CASES = [
    # boxes behind their words
    (
        "boxes-behind",
        "Microsatellite Instability Status\nStable   [X]   Equivocal [ ]   High [ ]",
        "MSI absent",
    ),
    ("boxes-behind-high", "MSI status: Stable [ ]  Equivocal [ ]  High [x]", "MSI present"),
    ("boxes-behind-gene", "EGFR mutation:   detected [ ]   not detected [X]", "EGFR absent"),
    ("boxes-before", "MSI status: [ ] Stable  [x] Equivocal  [ ] High", "MSI unclear"),
    # what is said of the sample, beside a result
    (
        "control-beside",
        "Tumor fraction: 4 %    White blood cell control: not performed",
        "tumor_fraction present 4%",
    ),
    (
        "control-beside-low",
        "Tumor fraction: low (<1 %)    Matched normal: not received",
        "tumor_fraction absent <1%",
    ),
    (
        "three-beside",
        "PTEN: not evaluable     MSI: MSI-High NOT DETECTED     bTMB: 6 mut/Mb",
        "PTEN unclear; MSI absent; TMB present 6mut/Mb",
    ),
    # where a change comes from is no doubt that it is there
    (
        "origin",
        "BRCA2  Q1782*  49.6%   possible germline origin; confirm with germline test",
        "BRCA2 present unknown_origin 49.6%",
    ),
]


@pytest.mark.parametrize(("name", "body", "expected"), CASES, ids=[c[0] for c in CASES])
def test_short_case(name: str, body: str, expected: str) -> None:
    assert agree(read(body + "\n"), expected) is None


FAMILIES = [
    (
        "plasma",
        "LIQUID BIOPSY (plasma cell-free DNA)\nBRCA2  Q1782*  49.6%\n"
        "possible germline origin; confirm with germline test\nNot listed pending germline test",
        "tumor_ngs_plasma",
    ),
    (
        "plasma-hereditary",
        "CELL-FREE DNA REPORT\nKRAS  G12D  4 %\nATM  R337C  50 %\n"
        "ask about a hereditary cancer panel; germline sequencing",
        "tumor_ngs_plasma",
    ),
    (
        "germline",
        "HEREDITARY CANCER PANEL\nBRCA2 c.5946del, pathogenic\n"
        "This is no liquid biopsy: cell-free DNA was not tested",
        "germline",
    ),
]


@pytest.mark.parametrize(("name", "text", "family"), FAMILIES, ids=[c[0] for c in FAMILIES])
def test_family(name: str, text: str, family: str) -> None:
    assert read_text(f"REPORT\nPatient: TEST, PERSON   Specimen: blood\n{text}\n").family == family
