from __future__ import annotations

import json

from pmchat.reports.read import read_report


def test_people_and_case_numbers_are_identifiers_and_masked() -> None:
    result = {
        "resourceType": "Observation",
        "identifier": [{"value": "S26-77"}],
        "subject": {"display": "Jane Q. Doe"},
        "performer": [{"reference": "Practitioner/1", "display": "Dr. Ada Field"}],
        "code": {"coding": [{"code": "69548-6"}]},
        "valueCodeableConcept": {"text": "Present"},
        "note": [{"text": "Seen with Jane Doe"}],
        "component": [
            {
                "code": {"coding": [{"code": "48018-6"}]},
                "valueCodeableConcept": {"text": "EGFR"},
            },
            {
                "code": {"coding": [{"code": "48005-3"}]},
                "valueCodeableConcept": {"text": "p.L858R"},
            },
        ],
    }
    patient = {
        "resourceType": "Patient",
        "name": [{"given": ["Jane"], "family": "Doe"}],
        "birthDate": "1961-02-03",
        "contact": [{"name": {"text": "Rob Doe"}, "telecom": [{"value": "555-0101"}]}],
        "address": [{"line": ["12 Elm Street"], "postalCode": "62704"}],
    }
    entries = [{"resource": one} for one in (patient, result)]
    data = json.dumps({"resourceType": "Bundle", "entry": entries}).encode()
    report = read_report(data, "a.json")
    assert {(i.kind, i.text) for i in report.identifiers} == {
        ("name", "Jane Doe"), ("name", "Jane Q. Doe"), ("name", "Rob Doe"), ("phone", "555-0101"),
        ("birth_date", "1961-02-03"), ("address", "12 Elm Street"), ("address", "62704"),
        ("physician", "Dr. Ada Field"), ("accession", "S26-77"),
    }  # fmt: skip
    assert "Jane" not in report.model_dump_json(exclude={"identifiers"})


def test_clinicians_without_a_record_of_their_own_are_named() -> None:
    patient = {
        "resourceType": "Patient", "birthDate": "1961-02-03",
        "generalPractitioner": [
            {"display": "Dr. Ada Smith"},
            {"reference": "Organization/1", "display": "City Surgery"},
        ],
    }  # fmt: skip
    specimen = {"resourceType": "Specimen", "collection": {"collector": {"display": "Lois Lane"}}}
    result = {
        "resourceType": "Observation", "code": {"coding": [{"code": "69548-6"}]},
        "valueCodeableConcept": {"text": "Present"},
        "component": [{"code": {"coding": [{"code": "48018-6"}]}, "valueString": "EGFR"},
                      {"code": {"coding": [{"code": "48005-3"}]}, "valueString": "p.L858R"}],
    }  # fmt: skip
    entries = [{"resource": one} for one in (patient, specimen, result)]
    report = read_report(json.dumps({"resourceType": "Bundle", "entry": entries}).encode(), "a")
    named = {i.text for i in report.identifiers if i.kind == "physician"}
    assert named == {"Dr. Ada Smith", "Lois Lane"}
