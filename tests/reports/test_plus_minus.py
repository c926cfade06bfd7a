"""A plus or minus behind a name."""

import pytest

from .helpers import agree, read

SIGNS = [
    ("flow", "Immunophenotype: CD5-, CD10-, CD19+, CD38+, FMC7 negative",
     "CD5 absent; CD10 absent; CD19 present; CD38 present; FMC7 absent"),
    ("spaced", "The tumor cells are CD5 -, CD19 + (dim), CD23 -, and CD38 +.",
     "CD5 absent; CD19 present; CD23 absent; CD38 present"),
    ("no-commas", "B cells: CD11c+ CD25+ CD103+, CD10-.",
     "CD11c present; CD25 present; CD103 present; CD10 absent"),
    ("stains", "TTF-1 +, p40 -, CK7 +, ALK -",
     "TTF-1 present; p40 absent; CK7 present; ALK absent"),
    ("words", "CD45+, CD56-negative", "CD45 present; CD56 absent"),
    ("cells", "EGFR L858R\nCD34+/CD117+ precursors show normal maturation.", "EGFR present"),
    ("dash", "EGFR L858R\nKRAS -", "EGFR present"),
    ("cell", "Gene\tResult\tRemark\nEGFR\tL858R\t\nNRG1\t-\tnot assessable",
     "EGFR present; NRG1 unclear"),
    ("arm", "EGFR L858R\nKaryotype: not done", "EGFR present; karyotype not_done"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "body", "expected"), SIGNS, ids=[c[0] for c in SIGNS])
def test_signs(name: str, body: str, expected: str) -> None:
    assert agree(read(body), expected) is None
