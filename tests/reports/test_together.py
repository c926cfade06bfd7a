from __future__ import annotations

import pytest

from pmchat.errors import ReportError
from pmchat.model import Report
from pmchat.reports.read import read_text
from pmchat.reports.together import name_of, part_of, replaced, together

TISSUE = """Example Harbor Lab        TUMOR GENE PANEL (tissue, DNA)
Patient: TESTER, ANY   DOB 1960-05-06   MRN 998877
Specimen site: Lung (FFPE)   Collected: 2026-01-05   Reported: 2026-01-20
GENOMIC FINDINGS
EGFR   L858R    VAF 27.5 %
Tumor Mutational Burden - 5 Muts/Mb
"""
BLOOD = """LIQUID BIOPSY (plasma cell-free DNA)
Patient: TESTER, ANY   DOB 05/06/1960
Blood collected 2026-06-02   Reported 2026-06-10
Alteration       % cfDNA
EGFR  L858R      1.2%
EGFR  T790M      0.4%
"""
AMENDED = TISSUE.replace("TUMOR GENE PANEL", "AMENDED REPORT - TUMOR GENE PANEL").replace(
    "Reported: 2026-01-20", "Reported: 2026-01-20   Amended: 2026-02-01"
)


def _read(*texts: str) -> list[Report]:
    return [read_text(text) for text in texts]


def test_one_report_keeps_its_ids() -> None:
    (report,) = _read(TISSUE)
    folder = together([report])
    assert folder.findings == report.findings
    assert part_of(folder, folder.findings[0].id) is None


def test_several_reports_stay_apart_with_sample_and_day() -> None:
    folder = together(_read(TISSUE, BLOOD))
    assert len({f.id for f in folder.findings}) == len(folder.findings)
    assert {s.id for s in folder.specimens} == {"r1.s1", "r2.s1"}
    resistant = next(f for f in folder.findings if "T790M" in f.as_printed)
    part = part_of(folder, resistant.id)
    assert part is not None
    assert name_of(part, resistant.specimen_id) == "report 2 (plasma collected June 2, 2026)"
    assert folder.family == "tumor_ngs_plasma", "the latest report leads"


def test_a_corrected_version_replaces_the_first_and_says_so() -> None:
    folder = together(_read(TISSUE, BLOOD, AMENDED.replace("VAF 27.5 %", "VAF 25.7 %")))
    assert [p.number for p in folder.parts] == [2, 3]
    assert not any("27.5" in f.as_printed for f in folder.findings)
    assert any("Report 1 is not used" in w for w in folder.warnings)


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ((TISSUE, TISSUE), {2: 1}),
        ((AMENDED, TISSUE), {2: 1}),
        ((TISSUE, BLOOD), {}),
        ((TISSUE, AMENDED.replace("Collected: 2026-01-05", "Collected: 2026-03-05")), {}),
        ((TISSUE, AMENDED.replace("Example Harbor Lab", "Other Bay Laboratory")), {}),
    ],
)
def test_only_a_version_of_the_same_sample_replaces(
    texts: tuple[str, ...], expected: dict[int, int]
) -> None:
    assert replaced(_read(*texts)) == expected


def test_reports_of_two_people_are_not_joined() -> None:
    with pytest.raises(ReportError, match="two different people"):
        together(_read(TISSUE, BLOOD.replace("05/06/1960", "1971-08-30")))
