from __future__ import annotations

import pytest

from pmchat.reports.asides import of_earlier

from .helpers import HEAD, agree, read


@pytest.mark.parametrize(
    ("words", "earlier"),
    [
        ("Diagnosis 13 March 2026: positive, allelic ratio 0.31", True),
        ("The colonoscopic biopsy (KG26/3021) was tested at Strathlorne with a kit", True),
        ("NRAS p.Q61R was also reported in the tissue biopsy of 2025-12", True),
        ("The referring report describes HER2 score 3+", True),
        # words on this sample
        ("EGFR was tested by NGS and L858R was detected", False),
        ("ER was examined by IHC: positive", False),
        ("KRAS G12D was found in the biopsy of 12/05/2026", False),
        ("Final diagnosis comment: HER2 positive", False),
        ("Block received from outside hospital: KRAS G12D detected", False),
    ],
)
def test_what_is_said_of_an_earlier_sample(words: str, earlier: bool) -> None:
    assert of_earlier(words) is earlier


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("p53 IHC: wild-type pattern, no overexpression", "TP53 absent"),
        ("p53 IHC: aberrant, not wild-type pattern", "TP53 present"),
        ("p53 IHC: aberrant (non-wild-type) staining", "TP53 present"),
    ],
)
def test_the_pattern_of_a_stain(body: str, expected: str) -> None:
    assert agree(read(body, HEAD), expected) is None


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("PD-L1 (22C3): CPS 7.\nTonsil PD-L1 positive.", "PD-L1 present 7"),
        ("Site: tonsil\nTonsil biopsy with squamous carcinoma: PD-L1 CPS 20", "PD-L1 present 20"),
        ("In the tumor and not in normal tissue, KRAS G12D (23%) was found.", "KRAS present 23%"),
    ],
)
def test_healthy_tissue_is_a_control_only_right_before_the_name(body: str, expected: str) -> None:
    assert agree(read(body, HEAD), expected) is None
