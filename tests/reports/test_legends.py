"""Words on scales and cut-offs, which are no result."""

import pytest

from .helpers import agree, read

CASES = [
    ("scores", "HER2 0/1+ negative; 2+ equivocal; 3+ positive."),
    ("ratio", "HER2 FISH: ratio >= 2.0 with 4.0 or more copies = amplified."),
    ("ratio-or-more", "A HER2 FISH ratio of 2.0 or more is amplified."),
    ("loci", "MSI-High: 20% or more of loci"),
]


@pytest.mark.parametrize(("name", "words"), CASES, ids=[c[0] for c in CASES])
def test_a_scale_is_no_result(name: str, words: str) -> None:
    assert agree(read(f"KRAS G12D 12%\n{words}\n"), "KRAS present 12%") is None


RESULTS = [
    ("stained", "MSH6: intact (weak, in >10% of cells; not equivocal)", "MSH6 absent"),
    ("amplified", "HER2 FISH: ratio 3.1, 9.8 copies, amplified", "ERBB2 present cnv"),
    ("counts", "TMB   8.6 mut/Mb   from the synonymous and nonsynonymous count",
     "TMB present 8.6mut/Mb"),
    ("starred", "Indeterminate* (DNA sequencing): RB1, STK11.", "RB1 unclear; STK11 unclear"),
    ("for-genes", "The result is indeterminate for these genes (low coverage): RB1, STK11",
     "RB1 unclear; STK11 unclear"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "words", "expected"), RESULTS, ids=[c[0] for c in RESULTS])
def test_words_beside_a_result_do_not_hide_it(name: str, words: str, expected: str) -> None:
    assert agree(read(f"{words}\n"), expected) is None
