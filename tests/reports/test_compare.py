from __future__ import annotations

from pmchat.model import Folder
from pmchat.reports.compare import Series, compare, told
from pmchat.reports.read import read_text
from pmchat.reports.together import together

BLOOD = """Bay Laboratory
LIQUID BIOPSY (plasma cell-free DNA)
Blood collected {day}   Reported {day}
Alteration       % cfDNA
{rows}
"""


def _folder(*reports: tuple[str, str]) -> Folder:
    return together([read_text(BLOOD.format(day=day, rows=rows)) for day, rows in reports])


def _said(series: Series) -> list[str]:
    return [said for _, said in told(series)]


def test_the_same_change_is_put_in_order_of_days() -> None:
    (series,) = compare(
        _folder(
            ("2026-06-02", "EGFR  p.Leu858Arg      1.2%"),
            ("2026-01-05", "EGFR  L858R      4.0%"),
        )
    )
    assert (series.analyte, series.change, series.label) == ("EGFR", "L858R", "VAF")
    assert _said(series) == ["4 %", "1.2 %"]
    assert [p.number for p in series.points] == [2, 1]


def test_another_change_of_the_gene_is_another_thing() -> None:
    folder = _folder(("2026-01-05", "EGFR  L858R   4.0%"), ("2026-06-02", "EGFR  T790M   1.2%"))
    assert compare(folder) == []


def test_not_found_has_its_place_but_no_number() -> None:
    (series,) = compare(
        _folder(
            ("2026-01-05", "EGFR  L858R      4.0%"),
            ("2026-06-02", "Not detected: EGFR L858R"),
        )
    )
    assert _said(series) == ["4 %", "not found by this test"]


def test_amounts_of_other_units_and_kinds_never_meet() -> None:
    tissue = "PATHOLOGY\nCollected: 2026-01-05\nPD-L1 IHC (22C3): TPS {}\n"
    scores = "PATHOLOGY\nCollected: 2026-03-05\nPD-L1 IHC (22C3): CPS 30\n"
    reports = [read_text(tissue.format("80 %")), read_text(scores)]
    assert compare(together(reports)) == []


def test_a_sign_is_kept_and_another_sample_is_seen() -> None:
    tissue = "Bay Laboratory\nTUMOR GENE PANEL (tissue, DNA)\nCollected: {}\nPD-L1 IHC: TPS {} %\n"
    reports = [
        read_text(tissue.format(d, n)) for d, n in (("2026-01-05", "60"), ("2026-05-05", "<1"))
    ]
    (series,) = compare(together(reports))
    assert _said(series) == ["60 %", "less than 1 %"]
    assert not series.mixed
    blood = _folder(("2026-06-02", "EGFR  L858R   4.0%")).parts[0].report
    other = read_text(
        "TUMOR GENE PANEL (tissue, DNA)\nCollected: 2026-01-01\nEGFR L858R VAF 30 %\n"
    )
    assert compare(together([blood, other]))[0].mixed
