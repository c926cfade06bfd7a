"""Markers of blood cells, words of an earlier report, and limits of a test."""

import pytest

from .helpers import agree, read

FLOW = [
    ("flow", "Marker   Result   Intensity\nCD138   Positive   Bright\nCD45   Negative   -\n"
     "Cytoplasmic Kappa   Positive   Bright", "CD138 present; CD45 absent; Kappa present"),
    ("lymphoma", "CD10: positive\nMUM1: negative\nCyclin D1: negative",
     "CD10 present; MUM1 absent; Cyclin_D1 absent"),
    ("brain", "GFAP: positive\nOlig2: positive\nATRX: retained",
     "GFAP present; Olig2 present; ATRX absent"),
    ("hyphen", "GATA-3: positive\nWT-1: negative", "GATA3 present; WT1 absent"),
    ("phenotype", "KRAS p.G12D\nThe diagnostic phenotype (CD13 bright, CD7 partial) was not seen.",
     "KRAS present"),
    ("directed", "KRAS p.G12D\nCD19-directed CAR T-cells were discussed.", "KRAS present"),
    ("enriched", "FISH on CD138 enriched cells\nHyperdiploidy  NEGATIVE",
     "hyperdiploidy absent"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "body", "expected"), FLOW, ids=[c[0] for c in FLOW])
def test_markers_of_cells(name: str, body: str, expected: str) -> None:
    assert agree(read(body), expected) is None


EARLIER = [
    ("quoted", 'HER2 ISH: not amplified\nAMENDED 06/12/2026: HER2 ISH result added. The report of '
     '06/08/2026 read "HER2 pending".', "ERBB2 absent"),
    ("said", "EGFR: L858R detected\nOur report dated 2026-03-01 had said EGFR not detected.",
     "EGFR present"),
    ("this-report", "The report of Jane Doe shows KRAS G12C.", "KRAS present"),
    ("limit", "BRCA1: no pathogenic variant detected.\nLarge BRCA1/2 rearrangements are not fully "
     "covered by this test.", "BRCA1 absent"),
    ("own-gap", "KRAS p.G12D\nPMS2 was not fully covered.", "KRAS present; PMS2 unclear"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "body", "expected"), EARLIER, ids=[c[0] for c in EARLIER])
def test_earlier_words_and_limits(name: str, body: str, expected: str) -> None:
    assert agree(read(body), expected) is None
