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
