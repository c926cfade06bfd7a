"""What a person could see wrongly in a picture: numbers, marks, words, other people's eyes."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest

from pmchat.corpus.release import Release, load
from pmchat.model import Finding, Report
from pmchat.reports.compare import compare
from pmchat.reports.read import read_text
from pmchat.reports.together import together
from pmchat.ui.gallery import pictures_html
from pmchat.ui.pictures.course import course
from pmchat.ui.pictures.gauge import Cutoff, gauge, gauged, printed_cutoffs
from pmchat.ui.pictures.levels import level_of, levels
from pmchat.ui.pictures.overview import overview
from pmchat.ui.pictures.shares import shares
from pmchat.ui.pictures.svg import WIDTH, Picture
from pmchat.ui.quotes import quotes

TISSUE = """Example Harbor Lab        TUMOR GENE PANEL (tissue, DNA)
Patient: TESTER, ANY   DOB 1960-05-06   MRN 998877
Specimen site: Lung (FFPE)   Collected: 2026-01-05   Reported: 2026-01-20
GENOMIC FINDINGS
EGFR   L858R    VAF 27.5 %
Tumor Mutational Burden - 5 Muts/Mb
PD-L1 IHC (22C3): Tumor Proportion Score (TPS) {} %
PERTINENT NEGATIVES No reportable alterations in: ALK, BRAF
VARIANTS OF UNKNOWN SIGNIFICANCE: ATM P604S
MLH1 promoter methylation: not performed
"""


@pytest.fixture
def report() -> Report:
    return read_text(TISSUE.format(60))


@pytest.fixture
def library(built_var: Path) -> Release:
    return load(built_var)


def _of(report: Report, analyte: str) -> Finding:
    return next(f for f in report.findings if f.analyte == analyte)


def _texts(picture: Picture) -> list[ElementTree.Element]:
    root = ElementTree.fromstring(picture.svg)
    return list(root.iter("{http://www.w3.org/2000/svg}text"))


def test_the_map_says_all_five_states_in_picture_and_words(report: Report) -> None:
    made = overview(report)
    drawn = " ".join(t.text or "" for t in _texts(made))
    for heading in ("What was tested", "Found or measured (3)", "Not certain (1)",
                    "Looked for and not found", "Not done (1)", "Everything else"):  # fmt: skip
        assert heading in drawn
        assert heading in made.words
    assert "EGFR L858R" in drawn
    assert "ATM P604S" in drawn
    assert "TESTER" not in made.svg + made.words


def test_no_text_leaves_the_paper(report: Report) -> None:
    long = report.model_copy(update={"laboratory": "Laboratory of a Very Long Name " * 6})
    for made in (overview(long), shares(report)):
        assert made is not None
        for text in _texts(made):
            assert (
                float(text.get("x", "0"))
                + 8.5 * len(text.text or "") * (text.get("text-anchor") == "start")
                <= WIDTH + 8
            )
            assert len(text.text or "") <= 42


def test_text_of_a_report_is_only_text_in_a_picture(report: Report) -> None:
    hostile = '"><script>alert(1)</script>'
    bad = report.model_copy(update={"laboratory": hostile})
    made = overview(bad)
    assert "<script" not in made.svg
    assert "<script" not in made.html()
    ElementTree.fromstring(made.svg)


def test_a_bar_is_as_long_as_its_share(report: Report) -> None:
    made = shares(report)
    assert made is not None
    assert "EGFR L858R: 27.5 %" in made.words
    root = ElementTree.fromstring(made.svg)
    bars = {r.get("class"): float(r.get("width") or 0) for r in root.iter() if r.get("rx") == "3"}
    assert bars["ink"] / bars["track"] == pytest.approx(0.275)


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("PD-L1 IHC (22C3): TPS 60 %", True),
        ("PD-L1 IHC (22C3): CPS 30", True),
        ("PD-L1 IHC (22C3): TPS <1 %", True),
        ("PD-L1 IHC (22C3): not performed", False),
        ("PD-L1: 80", False),
        ("Tumor Mutational Burden: cannot be determined", False),
        ("Tumor Mutational Burden - 12 Muts/Mb", True),
    ],
)
def test_only_a_score_of_a_known_kind_gets_a_scale(line: str, shown: bool) -> None:
    report = read_text(f"PATHOLOGY REPORT\nSpecimen: tissue\nReported: 2026-01-20\n{line}\n")
    assert any(gauged(f) for f in report.findings) == shown


@pytest.mark.parametrize(
    ("line", "numbers"),
    [
        ("TMB: 12 mut/Mb (cut-off 10 mut/Mb)", [10.0]),
        ("TMB: 12 mut/Mb, high is >= 16", [16.0]),
        ("TMB: 12 mut/Mb", []),
    ],
)
def test_a_cutoff_of_the_report_stands_on_its_line(line: str, numbers: list[float]) -> None:
    report = read_text(f"TUMOR PANEL REPORT\nSpecimen: tissue\n{line}\n")
    assert [c.number for c in printed_cutoffs(_of(report, "TMB"))] == numbers


@pytest.mark.parametrize(
    ("line", "title", "places"),
    [
        ("Microsatellite status - MS-Stable", "MSI: Stable (MSS)", "High (MSI-H)"),
        ("MSI: stable, 3.2% unstable sites (cutoff 20%)", "MSI: Stable (MSS)", "High (MSI-H)"),
        ("MSI-Low", "MSI: Low (MSI-L)", "High (MSI-H)"),
        ("Microsatellite instability: MSI-H (42 %)", "MSI: High (MSI-H)", "High (MSI-H)"),
        ("Microsatellites unstable", "MSI: Unstable", "Unstable"),
    ],
)
def test_msi_stands_at_the_level_that_the_report_states(line: str, title: str, places: str) -> None:
    finding = _of(read_text(f"TUMOR PANEL REPORT\nSpecimen: tissue\n{line}\n"), "MSI")
    level = level_of(finding)
    assert level is not None
    made = levels(finding, level)
    assert made.words.startswith(f"{title}. Of three levels (Stable (MSS), Low (MSI-L), {places})")
    drawn = _texts(made)
    mark = next(t for t in drawn if t.text == "your report")
    stated = [t for t in drawn if t.get("x") == mark.get("x") and t is not mark]
    assert title == f"MSI: {' '.join(t.text or '' for t in stated)}", "the mark stands above it"


@pytest.mark.parametrize(
    "line",
    [
        "MSI-H not detected",  # it may be stable or low
        "Microsatellite status: Cannot be determined",
        "MSI: not performed",
        "Tumor Mutational Burden - 12 Muts/Mb",
    ],
)
def test_a_level_that_is_not_stated_is_not_drawn(line: str) -> None:
    report = read_text(f"TUMOR PANEL REPORT\nSpecimen: tissue\n{line}\n")
    assert report.findings
    assert not any(level_of(f) for f in report.findings)


def test_a_level_of_msi_comes_with_what_the_library_says_of_it(library: Release) -> None:
    told = {}
    for line in ("MSI-High", "Microsatellite status - MS-Stable"):
        report = read_text(f"TUMOR PANEL REPORT\nSpecimen: tissue\n{line}\n")
        told[line] = "".join(pictures_html(report, together([report]), library))
    assert "<span>MSI-H means that a tumor is poor at fixing" in told["MSI-High"]
    assert "is not a promise that a drug will work" in told["MSI-High"]
    assert "MSS means microsatellite stable" in told["Microsatellite status - MS-Stable"]
    assert "<span>MSI-H means" not in told["Microsatellite status - MS-Stable"]


def test_the_scale_names_amount_and_marks_in_words(report: Report) -> None:
    finding = _of(report, "TMB")
    value = gauged(finding)
    assert value is not None
    made = gauge(finding, value, [Cutoff(10, "printed on your report")])
    assert made.words == (
        "TMB: 5 mut/Mb, on a scale from 0 to 20. mark at 10, printed on your report."
    )
    assert gauge(finding, value, []).words == "TMB: 5 mut/Mb, on a scale from 0 to 20."


def test_cutoffs_are_those_of_the_library_with_its_sentence(
    report: Report, library: Release
) -> None:
    page = "".join(pictures_html(report, together([report]), library))
    assert "mark at 10, named by our library" in page
    assert "For pembrolizumab (Keytruda), the FDA cut-off is a TMB of 10 or more" in page
    assert "PD-L1 cut-offs differ by cancer type" in page
    assert "A VAF is not the share of your body, or of an organ, that is cancer." in page


def test_a_cutoff_that_is_out_of_date_is_not_drawn(library: Release) -> None:
    page, words = "rep-msi-tmb#treatment-now", "cut-off is a TMB of"
    assert list(quotes(library, page, words))
    assert not list(quotes(library, page, words, today=date(2100, 1, 1)))
    assert not list(quotes(library, "no-such-page#at-all", words))


def test_tmb_in_blood_gets_no_cutoff_of_tissue(library: Release) -> None:
    blood = read_text("LIQUID BIOPSY (plasma)\nReported: 2026-01-20\nbTMB: 12 Muts/Mb\n")
    page = "".join(pictures_html(blood, together([blood]), library))
    assert "TMB on its scale" in page
    assert "named by our library" not in page


@pytest.mark.parametrize(("laboratory", "joined"), [("Example Harbor Lab", 1), ("Bay Lab", 0)])
def test_a_line_joins_only_like_tests(laboratory: str, joined: int) -> None:
    later = TISSUE.replace("Example Harbor Lab", laboratory).replace("2026-01", "2026-06")
    folder = together([read_text(TISSUE.format(60)), read_text(later.format(5))])
    series = next(s for s in compare(folder) if s.analyte == "PD-L1")
    made = course(series, "PD-L1 (TPS, %)")
    assert made is not None
    assert made.svg.count('class="line"') == joined
    assert "report 1, January 5, 2026: 60 %; report 2, June 5, 2026: 5 %" in made.words
