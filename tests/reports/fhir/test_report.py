from __future__ import annotations

import json
from typing import Any

import pytest

from pmchat.errors import ReportError
from pmchat.model import Report
from pmchat.reports.read import read_report


def coded(code: str, display: str = "", system: str = "http://loinc.org") -> dict[str, Any]:
    return {"coding": [{"system": system, "code": code, "display": display}]}


def part(code: str, value: dict[str, Any]) -> dict[str, Any]:
    return {"code": coded(code), **value}


def concept(code: str, display: str = "") -> dict[str, Any]:
    return {"valueCodeableConcept": coded(code, display)}


def observation(
    code: str, value: dict[str, Any], *parts: dict[str, Any], **more: Any
) -> dict[str, Any]:
    return {
        "resourceType": "Observation",
        "status": "final",
        "code": coded(code),
        "component": list(parts),
        **value,
        **more,
    }


GENE = part("48018-6", concept("HGNC:3236", "EGFR"))
CHANGE = part("48005-3", concept("p.Leu858Arg"))
SOMATIC = part("48002-0", concept("LA6684-0", "Somatic"))
FRACTION = part("81258-6", {"valueQuantity": {"value": 23.4, "unit": "%"}})
PRESENT = concept("LA9633-4", "Present")


def read(*resources: dict[str, Any], **report: Any) -> Report:
    head = {"resourceType": "DiagnosticReport", "status": "final", "code": {"text": "Panel"}}
    entries = [{"resource": r} for r in (head | report, *resources)]
    bundle = {"resourceType": "Bundle", "type": "collection", "entry": entries}
    return read_report(json.dumps(bundle).encode(), "report")


def test_variant() -> None:
    report = read(observation("69548-6", PRESENT, GENE, CHANGE, SOMATIC, FRACTION))
    (finding,) = report.findings
    assert (finding.analyte, finding.hgvs_p, finding.origin) == ("EGFR", "p.Leu858Arg", "somatic")
    assert finding.value is not None
    assert (finding.value.number, finding.value.unit, finding.value.label) == (23.4, "%", "VAF")
    assert (finding.evidence.page, finding.evidence.line) == (1, 1)
    assert "EGFR" in finding.evidence.text
    assert "Present" in finding.evidence.text
    assert report.family == "tumor_ngs_tissue"


@pytest.mark.parametrize(
    ("value", "polarity"),
    [
        (PRESENT, "present"),
        (concept("LA9634-2", "Absent"), "absent_stated"),
        (concept("LA11884-6", "Indeterminate"), "indeterminate"),
        (concept("LA18198-4", "No call"), "indeterminate"),
        ({"dataAbsentReason": coded("not-performed")}, "not_performed"),
        ({}, "indeterminate"),
    ],
)
def test_polarity_of_a_variant(value: dict[str, Any], polarity: str) -> None:
    assert read(observation("69548-6", value, GENE, CHANGE)).findings[0].polarity == polarity


def test_class_from_an_implication() -> None:
    variant = observation("69548-6", PRESENT, GENE, CHANGE, id="v1")
    implication = observation(
        "53037-8", concept("LA6668-3", "Pathogenic"), derivedFrom=[{"reference": "Observation/v1"}]
    )
    assert [f.classification for f in read(variant, implication).findings] == ["pathogenic"]


def test_withdrawn_observation_is_left_out() -> None:
    wrong = observation("69548-6", PRESENT, GENE, CHANGE) | {"status": "entered-in-error"}
    right = observation("51968-6", concept("LA6577-6", "Negative"))
    (finding,) = read(wrong, right).findings
    assert (finding.analyte, finding.polarity, finding.evidence.line) == (
        "overall result",
        "absent_stated",
        2,
    )


@pytest.mark.parametrize(
    ("name", "value", "analyte", "polarity"),
    [
        ("Microsatellite instability", {"valueString": "MSS"}, "MSI", "absent_stated"),
        ("MSI status", {"valueString": "High"}, "MSI", "present"),
        (
            "Tumor mutational burden",
            {"valueQuantity": {"value": 12, "unit": "mutations per megabase"}},
            "TMB",
            "present",
        ),
        (
            "PD-L1 by clone 22C3 tumor proportion score",
            {"valueString": "TPS 80 %"},
            "PD-L1",
            "present",
        ),
    ],
)
def test_biomarkers(name: str, value: dict[str, Any], analyte: str, polarity: str) -> None:
    (finding,) = read({"resourceType": "Observation", "code": {"text": name}, **value}).findings
    assert (finding.analyte, finding.polarity) == (analyte, polarity)


def test_genotype_with_its_meaning() -> None:
    gene = part("48018-6", concept("HGNC:2621", "CYP2C19"))
    genotype = observation("84413-4", {"valueCodeableConcept": {"text": "*2/*17"}}, gene, id="g")
    effect = observation(
        "53040-2",
        {"valueCodeableConcept": {"text": "Intermediate metabolizer"}},
        derivedFrom=[{"reference": "#g"}],
    )
    report = read(genotype, effect)
    (finding,) = report.findings
    assert finding.as_printed == "CYP2C19 *2/*17"
    assert finding.value is not None
    assert finding.value.label == "intermediate metabolizer"
    assert report.family == "pgx"


def test_patient_data_are_identifiers() -> None:
    patient = {
        "resourceType": "Patient",
        "name": [{"family": "Doe", "given": ["Jane"]}],
        "birthDate": "1960-01-02",
        "identifier": [{"value": "4711"}],
    }
    report = read(patient, observation("69548-6", PRESENT, GENE, CHANGE))
    assert {i.text for i in report.identifiers} == {"Jane Doe", "1960-01-02", "4711"}


def test_two_patients_stop_the_reading() -> None:
    a = observation("69548-6", PRESENT, GENE, CHANGE, subject={"reference": "Patient/a"})
    b = observation("69548-6", PRESENT, GENE, CHANGE, subject={"reference": "Patient/b"})
    assert read(a, b).findings == ()


@pytest.mark.parametrize(
    "text",
    [
        "[1, 2]",
        '{"resourceType": 7}',
        '{"resourceType": "Bundle", "entry": {"resource": null}}',
        '{"resourceType": "Observation", "code": [], "component": "x"}',
        '{"resourceType": "Observation", "code": {"coding": ["x", null]}, "valueQuantity": "y"}',
        "[" * 100_000,
    ],
)
def test_odd_shapes_are_refused(text: str) -> None:
    with pytest.raises(ReportError):
        read_report(text.encode(), "a.json")
