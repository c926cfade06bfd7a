"""Whose results a file holds."""

import json
from typing import Any

import pytest

from pmchat.model import Report
from pmchat.reports.read import read_report

from .build import concept, observation, part, said

CHILD, MOTHER = "Patient/child", "Patient/mother"


def _variant(gene: str, subject: str) -> dict[str, Any]:
    present = concept("LA9633-4", "Present")
    named = part("48018-6", said(gene))
    change = part("48004-6", said("c.35del"))
    return observation("69548-6", present, named, change, subject={"reference": subject})


def _report(subject: str) -> dict[str, Any]:
    return {"resourceType": "DiagnosticReport", "status": "final", "code": {"text": "Exome"},
            "subject": {"reference": subject}}  # fmt: skip


def _read(*resources: dict[str, Any]) -> Report:
    people = [
        {"resourceType": "Patient", "id": "child", "name": [{"text": "May Roe"}]},
        {"resourceType": "Patient", "id": "mother", "name": [{"text": "Ann Roe"}]},
    ]
    entries = [{"resource": one} for one in (*people, *resources)]
    bundle = {"resourceType": "Bundle", "type": "collection", "entry": entries}
    return read_report(json.dumps(bundle).encode(), "trio.json")


@pytest.mark.parametrize(
    ("reports", "genes", "warning"),
    [
        ([_report(CHILD)], ["GJB2"], "results of other people"),
        ([_report(CHILD), _report(CHILD)], ["GJB2"], "results of other people"),
        ([_report(CHILD), _report(MOTHER)], [], "two different people"),
        ([], [], "two different people"),
    ],
)
def test_only_the_results_of_the_person_of_the_report_are_read(
    reports: list[dict[str, Any]], genes: list[str], warning: str
) -> None:
    report = _read(*reports, _variant("GJB2", CHILD), _variant("BRCA1", MOTHER))
    assert [f.analyte for f in report.findings] == genes
    assert any(warning in w for w in report.warnings)
