"""Results of one marker by day: the latest is the finding, the earlier ones are told in order."""

from __future__ import annotations

import pytest

from .helpers import agree, read

HEAD = "Monitoring report\nPatient: TEST, PERSON   Specimen: blood\n\n"


@pytest.mark.parametrize(
    ("body", "expected", "told"),
    [
        ("Date         BCR::ABL1 (% IS)    MR\n2026-01-05   12.4                -\n"
         "2026-07-09   0.05                MR3\n2026-04-07   0.9                 MR2",
         "ABL1 present 0.05%_IS", ["2026-01-05 12.4 -", "2026-04-07 0.9 MR2"]),
        ("Circulating tumor DNA (ctDNA):\n01/15/2026   Detected   0.03%\n"
         "04/20/2026   Not detected", "ctDNA absent", ["01/15/2026 Detected 0.03%"]),
        ("20-Apr-2026   ctDNA NOT DETECTED\n15-Jan-2026   ctDNA DETECTED   0.03%", "ctDNA absent",
         ["15-Jan-2026 ctDNA DETECTED 0.03%"]),
        ("| Date | MRD (cells per million) | Result |\n|---|---|---|\n"
         "| 2026-03-02 | 0 | Not detected |\n| 2025-09-10 | 18,400 | Detected |",
         "MRD absent", ["2025-09-10 18,400 Detected"]),
        ("MRD status by day\nDate        Result      Cells per million\n"
         "2026-03-02  Detected    18,400\n2025-09-10  Not detected    0",
         "MRD present 18400per_million_cells", ["2025-09-10 Not detected 0"]),
        ("2025-01-10  JAK2 V617F  41%\n2026-01-12  JAK2 V617F  22%", "JAK2 present p.V617F 22%",
         ["2025-01-10 JAK2 V617F 41%"]),
        # the order of these days does not hang on which number is the month
        ("ctDNA: course\nDate       Result      MTM/mL\n03/04/2026  Negative    0.00\n"
         "05/06/2026  Positive    0.40", "ctDNA present 0.4MTM/mL", ["03/04/2026 Negative 0.00"]),
        # days of something else
        ("ctDNA: detected\n2026-01-02  Chemotherapy cycle 1\n2026-02-02  Chemotherapy cycle 2",
         "ctDNA present", []),
    ],
)  # fmt: skip
def test_latest_day_counts(body: str, expected: str, told: list[str]) -> None:
    report = read(body, HEAD)
    assert agree(report, expected) is None
    warned = " ".join(report.warnings)
    places = [warned.find(f'"{line}"') for line in told]
    assert -1 not in places
    assert places == sorted(places)


def test_days_that_can_be_read_in_two_ways_are_left_out() -> None:
    report = read("ctDNA results\n03/04/2026  Negative\n04/03/2026  Positive", HEAD)
    assert agree(report, "") is None
    assert any("which number is the month" in warning for warning in report.warnings)


def test_days_of_the_header_are_no_results() -> None:
    report = read("Collected    Received     Reported\n2026-04-02   2026-04-03   2026-04-09\n\n"
                  "EGFR L858R 12.1%", HEAD)  # fmt: skip
    assert report.warnings == ()


def test_days_side_by_side_are_told() -> None:
    report = read("Alteration     2026-04-02   2026-07-03\nEGFR L858R     12.1%        0.4%", HEAD)
    assert agree(report, "EGFR present p.L858R 0.4%") is None
    assert any("latest day" in warning for warning in report.warnings)


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        ("13 Mar    02 Jun    24 Sep", "EGFR absent p.L858R"),
        ("24 Sep    02 Jun    13 Mar", "EGFR present p.L858R 12%"),
        ("% cfDNA 2025-JAN-20   % cfDNA 2025-JUN-03   % cfDNA 2026-SEP-14", "EGFR absent"),
        ("09/08/2025   01/02/2026   02/17/2026", "EGFR absent"),
        ("Mar 2024   Jun 2024   Jan 2025", "EGFR absent"),
        ("Jan 2025   Jun 2024   Mar 2024", "EGFR present p.L858R 12%"),
        ("03/2024   06/2024   01/2025", "EGFR absent"),
        ("2024-03   2024-06   2025-01", "EGFR absent"),
        ("Draw 1 Mar 2024   Draw 2 Jun 2024   Draw 3 Jan 2025", "EGFR absent"),
    ],
)
def test_the_last_of_columns_headed_by_days_counts(headings: str, expected: str) -> None:
    columns = headings.split("   ")
    rows = [["Gene", "Change", *filter(None, map(str.strip, columns))],
            ["EGFR", "p.L858R", "12%", "3%", "n.d."]]  # fmt: skip
    body = "\n".join("   ".join(cell.ljust(22) for cell in row) for row in rows)
    assert agree(read(body, HEAD), expected) is None
