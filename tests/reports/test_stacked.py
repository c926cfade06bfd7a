"""Tables that copying took apart, one cell a line."""

import pytest

from .helpers import agree, read

SOMATIC = [
    ["Gene", "Variant", "VAF", "Tier"],
    ["EGFR", "NM_005228.5:c.2235_2249del\np.Glu746_Ala750del\n(exon 19 deletion)", "38.2%", "I-A"],
    ["TP53", "p.Arg273His", "41%", "II-D"],
]
MARKERS = [
    ["Marker", "Result", "Cut-off"],
    ["Tumor Mutational Burden (TMB)", "5.2 mutations/Mb", "High: 10 or more"],
    ["Microsatellite Instability (MSI)", "MSS (stable)", "MSI-High: 20% or more of loci"],
    ["PD-L1 (22C3) IHC", "Not ordered", "-"],
]
EGFR = "EGFR present p.E746_A750del 38.2% tier_1"
TP53 = "TP53 present p.R273H 41% tier_2"
CASES = [
    ("wide-cell", SOMATIC, f"{EGFR}; {TP53}"),
    ("one-row", SOMATIC[:2], EGFR),
    ("result-like-a-marker", MARKERS, "TMB present 5.2mut/Mb; MSI absent; PD-L1 not_done"),
]


def stacked(rows: list[list[str]], between: str) -> str:
    return "\n" + between.join(cell for row in rows for cell in row) + "\n\nThe end of the table.\n"


@pytest.mark.parametrize("between", ["\n", "\n\n"], ids=["dense", "blank lines"])
@pytest.mark.parametrize(("name", "rows", "expected"), CASES, ids=[c[0] for c in CASES])
def test_each_row_is_put_together(
    name: str, rows: list[list[str]], expected: str, between: str
) -> None:
    assert agree(read(stacked(rows, between)), expected) is None


def test_drug_cells_of_several_lines_between_blank_lines() -> None:
    rows = [
        ["Gene", "Alteration", "VAF", "Therapies (this tumor type)", "Therapies (other types)"],
        ["KRAS", "p.G12D\nc.35G>A", "27.3%", "Resistance: cetuximab,\npanitumumab",
         "None. KRAS G12C inhibitors\nare not indicated for G12D"],
        ["MYC", "Amplification", "-", "None", "None"],
    ]  # fmt: skip
    expected = "KRAS present p.G12D c.35G>A 27.3%; MYC present cnv"
    body = "Tumor tissue, block A4\nTumor content 45 %\nReport of the laboratory\n" * 2
    assert agree(read(body + stacked(rows, "\n\n")), expected) is None


def test_the_last_draw_counts_and_one_without_a_result_ends_nothing() -> None:
    rows = [
        ["Draw", "Date", "Result", "MTM/mL"],
        ["1", "09/14/2025", "NEGATIVE", "0.00"],
        ["2", "01/22/2026", "NOT REPORTED (hemolyzed)"],
        ["3", "03/12/2026", "POSITIVE", "1.84"],
    ]
    report = read(f"ctDNA DETECTED\n\nRESULT HISTORY{stacked(rows, chr(10) * 2)}")
    assert {f.polarity for f in report.findings} == {"present"}
    assert any(f.value and f.value.number == 1.84 for f in report.findings)
