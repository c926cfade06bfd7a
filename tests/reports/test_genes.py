from __future__ import annotations

import pytest

from pmchat.reports.genes import find_genes, symbols


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("HER2", ["ERBB2"]),
        ("HER-2/neu", ["ERBB2"]),
        ("BRCA1/2", ["BRCA1", "BRCA2"]),
        ("NTRK1/2/3", ["NTRK1", "NTRK2", "NTRK3"]),
        ("EML4-ALK", ["EML4", "ALK"]),
        ("NKX2-1", ["NKX2-1"]),
        ("HLA-B*57:01", ["HLA-B"]),
        ("p.Thr790Met", []),
        ("met, kit, Ret", []),
        ("BRCA", []),
        ("anti-EGFR therapy, EGFR-targeted, EGFR inhibitor", []),
        ("HER2/CEP17 ratio", []),
    ],
)
def test_whole_names_in_exact_case(text: str, found: list[str]) -> None:
    assert [m.symbol for m in find_genes(text)] == found


def test_list_is_large_and_sound() -> None:
    table = symbols()
    assert len(set(table.values())) > 700
    assert all(table[symbol] == symbol for symbol in set(table.values()))
