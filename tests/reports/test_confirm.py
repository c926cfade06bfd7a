from __future__ import annotations

import pytest

from pmchat.errors import ReportError
from pmchat.model import Finding, Report, Value
from pmchat.reports.confirm import (
    add,
    confirm,
    mend,
    printed_values,
    remove,
    reread,
    settled,
    waiting,
)
from pmchat.reports.read import read_text

TEXT = """Example tumor panel (made up)
GENOMIC FINDINGS
BRAF   V600E   VAF 22.0 %
KRAS   G12D    VAF 3.1 %
Tumor Mutational Burden - 4 Muts/Mb
THERAPIES (in patient's tumor type)
BRAF V600E: dabrafenib
"""


@pytest.fixture
def report() -> Report:
    return read_text(TEXT)


def _of(report: Report, analyte: str) -> Finding:
    return next(f for f in report.findings if f.analyte == analyte)


def _unsure(report: Report, analyte: str) -> Report:
    """As a reader of pictures leaves it that was not certain of a line."""
    findings = tuple(
        f.model_copy(update={"confidence": 0.5}) if f.analyte == analyte else f
        for f in report.findings
    )
    return report.model_copy(update={"findings": findings})


def test_an_unsure_line_waits_until_it_is_confirmed(report: Report) -> None:
    unsure = _unsure(report, "KRAS")
    assert [f.analyte for f in waiting(unsure)] == ["KRAS"]
    assert "KRAS" not in {f.analyte for f in settled(unsure).findings}
    confirmed = confirm(unsure, _of(unsure, "KRAS").id)
    assert not waiting(confirmed)
    assert settled(confirmed) == confirmed


def test_a_removed_finding_takes_its_drugs_with_it(report: Report) -> None:
    assert {t.analyte for t in report.therapies} == {"BRAF"}
    left = remove(report, _of(report, "BRAF").id)
    assert "BRAF" not in {f.analyte for f in left.findings}
    assert not left.therapies
    assert "BRAF" in {f.analyte for f in report.findings}, "the report itself is as it was"


def test_a_corrected_finding_keeps_its_line_and_says_who_corrected_it(report: Report) -> None:
    before = _of(report, "BRAF")
    after = _of(mend(report, before.id, "absent_stated", None, None), "BRAF")
    assert (after.polarity, after.value, after.by_person) == ("absent_stated", None, "corrected")
    assert after.evidence == before.evidence
    assert "by_person" not in after.model_dump(), "the JSON of a report stays as it is"


@pytest.mark.parametrize(
    ("analyte", "amounts"),
    [
        ("KRAS", [(3.1, "%", "VAF")]),
        ("TMB", [(4.0, "mut/Mb", "TMB")]),
    ],
)
def test_only_amounts_that_are_printed_can_be_chosen(
    report: Report, analyte: str, amounts: list[tuple[float, str, str]]
) -> None:
    values = printed_values(_of(report, analyte))
    assert [(v.number, v.unit, v.label) for v in values] == amounts


def test_the_sign_and_a_comma_of_an_amount_are_kept() -> None:
    report = read_text("PATHOLOGY\nTumor Mutational Burden: <0,5 mut/Mb (cut-off 10)\n")
    values = printed_values(_of(report, "TMB"))
    assert Value(number=0.5, unit="mut/Mb", label="TMB", operator="<") in values
    assert 10.0 in {v.number for v in values}


def test_a_missing_line_is_read_like_any_other(report: Report) -> None:
    added = add(report, "  EGFR  L858R (c.2573T>G)  detected, VAF 12 %")
    new = added.findings[-1]
    assert (new.analyte, new.polarity, new.by_person) == ("EGFR", "present", "added")
    assert new.evidence.text == "EGFR L858R (c.2573T>G) detected, VAF 12 %"
    assert len({f.id for f in add(added, "MET amplification: not detected").findings}) == (
        len(report.findings) + 2
    )


@pytest.mark.parametrize("line", ["", "  ", "I feel tired today", "x" * 500])
def test_a_line_without_a_result_is_refused_calmly(report: Report, line: str) -> None:
    with pytest.raises(ReportError) as error:
        add(report, line)
    assert error.value.mend.startswith("Please copy")


VUS = """Example tumor panel (made up)
VARIANTS OF UNCERTAIN SIGNIFICANCE
ATR P604S
"""


def test_a_misread_name_is_read_anew_from_the_corrected_line(report: Report) -> None:
    old = _of(report, "KRAS")
    mended = reread(report, old.id, "NRAS   Q61K    VAF 31 %")
    new = _of(mended, "NRAS")
    assert (new.hgvs_p, new.value and new.value.number, new.by_person) == (
        "p.Q61K",
        31.0,
        "corrected",
    )
    assert new.id == old.id, "an answer that cites the old one is found by it"
    assert (new.evidence.line, new.evidence.text) == (4, "NRAS Q61K VAF 31 %")
    assert "KRAS" not in {f.analyte for f in mended.findings}
    assert len(mended.findings) == len(report.findings)


def test_what_the_heading_above_a_line_tells_outlives_its_correction() -> None:
    report = read_text(VUS)
    old = _of(report, "ATR")
    assert old.classification == "vus"
    new = _of(reread(report, old.id, "ATM P604S"), "ATM")
    assert (new.classification, new.section) == ("vus", old.section)
    said_so = _of(reread(report, old.id, "ATM P604S likely pathogenic"), "ATM")
    assert said_so.classification == "likely_pathogenic", "the line itself counts more"


@pytest.mark.parametrize(
    ("before", "after", "polarity"),
    [
        ("ALK fusion: detected", "ALK fusion: not detected", "absent_stated"),
        ("ALK fusion: not detected", "ALK fusion: detected", "present"),
        ("ALK fusion: not detected", "RET fusion: not detected", "absent_stated"),
    ],
)
def test_found_or_not_follows_the_corrected_line(before: str, after: str, polarity: str) -> None:
    report = read_text(f"Example tumor panel (made up)\n{before}\n")
    new = reread(report, _of(report, "ALK").id, after).findings[-1]
    assert new.polarity == polarity


def test_other_results_of_the_corrected_line_stay_as_they_are() -> None:
    report = read_text("TUMOR PANEL\nBRAF V600E detected, KRAS G12D detected\n")
    mended = reread(report, _of(report, "KRAS").id, "BRAF V600E detected, NRAS G12D detected")
    assert [f.analyte for f in mended.findings] == ["BRAF", "NRAS"]
    assert _of(mended, "BRAF").by_person is None


def test_a_name_that_was_corrected_takes_its_drugs_with_it(report: Report) -> None:
    assert not reread(report, _of(report, "BRAF").id, "NRAS Q61K VAF 22 %").therapies


@pytest.mark.parametrize("line", ["", "BRAF V600E   VAF 22.0 %", "I feel tired", "x" * 500])
def test_a_line_that_is_not_corrected_is_refused_calmly(report: Report, line: str) -> None:
    with pytest.raises(ReportError) as error:
        reread(report, _of(report, "BRAF").id, line)
    assert error.value.mend.startswith("Please c")


def test_a_sentence_that_prints_a_result_goes_with_it() -> None:
    report = read_text(
        "TUMOR PANEL (tissue DNA)\nCOMMENT\n"
        "Sequencing of the sample in our laboratory detected KRAS G12D and it was confirmed.\n"
        "The sample was of good quality for this kind of test.\n"
    )
    kras = next(f for f in report.findings if f.analyte == "KRAS")
    assert len(report.remarks) == 2
    assert [r.text[:10] for r in remove(report, kras.id).remarks] == ["The sample"]
    assert confirm(report, kras.id).remarks == report.remarks
