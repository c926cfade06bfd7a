from __future__ import annotations

import pytest

from .helpers import HEAD, agree, read

ANSWERS = "BRAF V600E      No      HRAS      No\nNRAS            Yes     KRAS      No"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (f"RESULTS BY GENE\n{ANSWERS}",
         "BRAF absent p.V600E; HRAS absent; NRAS present; KRAS absent"),
        ("RESULTS BY GENE\nBRAF\tNo\nNRAS\tYes\nALK fusion\tNo",
         "BRAF absent; NRAS present; ALK absent"),
        (f"GENES COVERED BY THE PANEL\n{ANSWERS}", ""),
        (f"Tested by this assay\n{ANSWERS}", ""),
    ],
)  # fmt: skip
def test_names_answered_by_yes_or_no(body: str, expected: str) -> None:
    assert agree(read(body, HEAD), expected) is None
