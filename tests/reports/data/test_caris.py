from __future__ import annotations

from html import escape
from typing import Any

import pytest

from pmchat.model import Finding, Report

from .helpers import amount, read, read_json, told


def content(*results: dict[str, Any]) -> dict[str, Any]:
    return {
        "testDetails": {"labName": "Made Up Lab", "labReportID": "TN00-1", "testName": "Profile"},
        "patientInformation": {"mrn": "815", "dob": "1960-01-02", "fullName": "Jane Doe"},
        "specimenInformation": {
            "tumorSpecimenInformation": {
                "specimenType": "Tissue block", "specimenSite": "Colon",
                "specimenCollectionDate": "2025-12-20",
            }
        },
        "tests": [{"testName": "Panel", "testResults": list(results)}],
    }  # fmt: skip


def one(kind: str, **result: Any) -> Finding:
    (finding,) = read_json(content({kind: result})).findings
    return finding


def as_xml(name: str, value: Any) -> str:
    if isinstance(value, list):
        return "".join(as_xml(name, item) for item in value)
    inner = (
        "".join(as_xml(k, v) for k, v in value.items())
        if isinstance(value, dict)
        else escape("" if value is None else str(value))
    )
    return f"<{name}>{inner}</{name}>"


@pytest.mark.parametrize(
    ("result", "group", "polarity", "classification"),
    [
        ("Pathogenic Variant", "Mutated", "present", "pathogenic"),
        ("Likely Pathogenic Variant", "Mutated", "present", "likely_pathogenic"),
        ("Mutated, Presumed Pathogenic", "Mutated", "present", "likely_pathogenic"),
        ("Variant of Uncertain Significance", "Mutated", "present", "vus"),
        ("variantofunknownsignificance", "Mutated", "present", "vus"),
        ("Mutated - Other", "Mutated", "present", None),
        ("indeterminate", "No Result", "indeterminate", None),
        ("Mutation Not Detected", "Normal", "absent_stated", None),
        ("variantnotdetected", "No Result", "absent_stated", None),
        ("Wild Type", "Normal", "absent_stated", None),
        ("", "Normal", "absent_stated", None),
        ("QNS", "No Result", "not_performed", None),
        ("Quantity Not Sufficient", "", "not_performed", None),
    ],
)
def test_results_of_a_gene(
    result: str, group: str, polarity: str, classification: str | None
) -> None:
    change = {"hgvsCodingChange": "c.34G>T", "hgvsProteinChange": "p.G12C"}
    finding = one("genomicAlteration", gene="KRAS", result=result, result_group=group, **change)
    assert (finding.analyte, finding.polarity) == ("KRAS", polarity)
    assert finding.classification == classification


def test_change_with_its_share() -> None:
    finding = one(
        "genomicAlteration", gene="TP53", result="Pathogenic Variant", genomicSource="Somatic",
        hgvsCodingChange="c.524G>A", hgvsProteinChange="p.R175H",
        alleleFrequencyInformation={"alleleFrequency": 42},
    )  # fmt: skip
    assert (finding.hgvs_c, finding.hgvs_p, finding.origin) == ("c.524G>A", "p.R175H", "somatic")
    assert amount(finding) == (42.0, "%", "VAF")


def test_benign_is_left_out() -> None:
    benign = {"genomicAlteration": {"gene": "ATM", "result": "Likely Benign Variant"}}
    normal = {"genomicAlteration": {"gene": "KRAS", "result": "Wild Type"}}
    assert [f.analyte for f in read_json(content(benign, normal)).findings] == ["KRAS"]


@pytest.mark.parametrize(
    ("kind", "result", "polarity"),
    [
        ("copyNumberAlteration", "Amplified", "present"),
        ("copyNumberAlteration", "Amplification Not Detected", "absent_stated"),
        ("copyNumberAlteration", "Intermediate", "indeterminate"),
        ("translocation", "Pathogenic Fusion", "present"),
        ("translocation", "Fusion Not Detected", "absent_stated"),
        ("translocation", "Indeterminate", "indeterminate"),
    ],
)
def test_copies_and_fusions(kind: str, result: str, polarity: str) -> None:
    assert one(kind, gene="MET", result=result).polarity == polarity


@pytest.mark.parametrize(
    ("kind", "result", "analyte", "polarity", "number"),
    [
        ("microsatelliteInstability", {"msiCall": "Stable"}, "MSI", "absent_stated", None),
        ("microsatelliteInstability", {"msiCall": "High"}, "MSI", "present", None),
        ("microsatelliteInstability", {"msiCall": "Equivocal"}, "MSI", "indeterminate", None),
        ("tumorMutationBurden", {"mutationBurdenCall": "High", "mutationBurdenScore": "22 per Mb"},
         "TMB", "present", 22.0),
        ("tumorMutationBurden", {"mutationBurdenCall": "Indeterminate", "mutationBurdenScore": ""},
         "TMB", "indeterminate", None),
        ("genomicLevelHeterozygosity", {"result": "Low", "LOHpercentage": 8}, "HRD",
         "absent_stated", 8.0),
        ("genomicLevelHeterozygosity", {"result": "QNS"}, "HRD", "not_performed", None),
    ],
)  # fmt: skip
def test_signatures(
    kind: str, result: dict[str, Any], analyte: str, polarity: str, number: float | None
) -> None:
    finding = one(kind, **result)
    assert (finding.analyte, finding.polarity) == (analyte, polarity)
    assert amount(finding)[0] == number


@pytest.mark.parametrize(
    ("name", "result", "more", "expected"),
    [
        ("PD-L1 (22c3)", "Positive", {"stainPercent": 80, "threshold": "TPS >=1%"},
         ("PD-L1", "present", (80.0, "%", "TPS"))),
        ("PD-L1 (SP142)", "Positive", {"stainPercent": 80, "threshold": ">=5%"},
         ("PD-L1", "present", (None, None, None))),
        ("MLH1", "Positive", {}, ("MLH1", "absent_stated", (None, None, "intact"))),
        ("MSH6", "Loss of nuclear expression", {}, ("MSH6", "present", (None, None, "loss"))),
        ("Mismatch Repair Status", "Proficient", {},
         ("MMR", "absent_stated", (None, None, "intact"))),
        ("Mismatch Repair Status", "Deficient", {}, ("MMR", "present", (None, None, "loss"))),
        ("Her2/Neu", "Equivocal", {"gene": "ERBB2", "intensity": "2+"},
         ("ERBB2", "indeterminate", (2.0, "+", "IHC"))),
        ("ER", "Positive", {"stainPercent": "95"}, ("ER", "present", (95.0, "%", "cells stained"))),
        ("PTEN", "Negative", {"gene": "PTEN"}, ("PTEN", "absent_stated", (None, None, None))),
    ],
)  # fmt: skip
def test_stains(name: str, result: str, more: dict[str, Any], expected: Any) -> None:
    finding = one("expressionAlteration", biomarkerName=name, result=result, **more)
    assert finding.kind == "protein"
    assert (finding.analyte, finding.polarity, amount(finding)) == expected


def test_xml_reads_like_json() -> None:
    same = content(
        {"genomicAlteration": {"gene": "KRAS", "result": "Pathogenic Variant",
                               "hgvsProteinChange": "p.G12C"}},
        {"microsatelliteInstability": {"msiCall": "High"}},
    )  # fmt: skip
    text = '<?xml version="1.0"?>' + as_xml("root", same)
    left, right = read_json(same), read(text)
    assert [f.model_dump() for f in left.findings] == [f.model_dump() for f in right.findings]
    assert left.identifiers == right.identifiers


def cancelled() -> Report:
    test = {"testName": "CISH", "test_cancellation_reason": "Quantity not sufficient"}
    return read_json(content() | {"tests": [test]})


def test_cancelled_tests_are_told() -> None:
    report = cancelled()
    assert (report.status, report.findings) == ("failed", ())
    assert "CISH" in told(report)


def test_head() -> None:
    report = read_json(content({"microsatelliteInstability": {"msiCall": "High"}}))
    assert (report.laboratory, report.test) == ("Made Up Lab", "Profile")
    assert (report.specimens[0].site, report.specimens[0].type) == ("Colon", "Tissue block")
    assert {i.text for i in report.identifiers} == {"815", "1960-01-02", "Jane Doe", "TN00-1"}
