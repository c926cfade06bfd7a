"""Files that mean harm or were made by a broken program: they end calmly, and soon."""

from __future__ import annotations

import json
import random
import time
from contextlib import suppress
from typing import Any

import pytest

from pmchat.errors import ReportError
from pmchat.model import Report
from pmchat.reports.read import read_report

from .build import (
    CHANGE,
    FRACTION,
    SOMATIC,
    Node,
    as_xml,
    bundle,
    concept,
    from_,
    observation,
    part,
    quantity,
    said,
    variant,
)

ODD: tuple[Any, ...] = (
    None, True, 0, -1, 1e308, 10**400, "", "x" * 5_000, "\u0000\ud83d\ude00", [], {}, [[]], [None],
    {"coding": 7}, {"coding": [None, 7, "x", {"code": []}]}, {"value": {"value": {}}},
    {"reference": ["#"]}, {"reference": "#"}, {"text": {"div": []}},
)  # fmt: skip
PLACES = (
    "status", "code", "component", "valueCodeableConcept", "derivedFrom", "hasMember", "id",
    "subject", "specimen", "interpretation", "dataAbsentReason", "note", "related", "meta",
    "contained", "fullUrl", "resourceType", "focus", "valueQuantity",
)  # fmt: skip


def attempt(root: Any) -> Report | None:
    """The report, or None when the file is refused."""
    data = root if isinstance(root, bytes) else json.dumps(root).encode()
    with suppress(ReportError):
        return read_report(data, "report")
    return None


@pytest.mark.parametrize("place", PLACES)
def test_wrong_types(place: str) -> None:
    for odd in ODD:
        attempt(bundle(variant(CHANGE, SOMATIC) | {place: odd}))
        attempt(bundle(variant({**CHANGE, place: odd}, FRACTION)))
        attempt(bundle(variant(CHANGE), **{place: odd}))


@pytest.mark.parametrize(
    "kind",
    ["Patient", "Practitioner", "Specimen", "Organization", "Condition", "Binary",
     "DocumentReference", "ServiceRequest", "RiskAssessment"],
)  # fmt: skip
def test_wrong_types_around_the_results(kind: str) -> None:
    fields = ("name", "identifier", "telecom", "address", "birthDate", "collection", "type", "code",
              "content", "data", "reasonCode", "id")  # fmt: skip
    for odd in ODD:
        around = {"resourceType": kind} | dict.fromkeys(fields, odd)
        report = attempt(bundle(around, variant(CHANGE), presentedForm=odd, conclusion=odd))
        assert report is None or report.findings


def test_circles() -> None:
    ring = [variant(CHANGE, id=f"v{n}", **from_(f"v{(n + 1) % 3}")) for n in range(3)]
    itself = variant(CHANGE, id="s", hasMember=[{"reference": "#s"}], **from_("s"))
    report = attempt(bundle(*ring, itself))
    assert report is not None
    assert len(report.findings) == 1


def test_contained_in_one_another() -> None:
    inner: Node = variant(CHANGE, id="x")
    for _ in range(150):
        inner = {"resourceType": "DiagnosticReport", "id": "x", "contained": [inner],
                 "result": [{"reference": "#x"}]}  # fmt: skip
    attempt(inner)


@pytest.mark.parametrize(
    "text",
    [
        '{"resourceType": "Observation", "resourceType": "Patient"}',
        '{"a":' * 50_000,
        '[{"resourceType":"Observation","component":' * 400 + "1" + "}]" * 400,
        '{"resourceType": "Observation", "valueQuantity": {"value": NaN}}',
        '{"resourceType": "Observation", "valueInteger": ' + "9" * 5_000 + "}",
        '{"resourceType": "Observation", "valueDecimal": 1e999999}',
    ],
)
def test_odd_json(text: str) -> None:
    attempt(text.encode())


@pytest.mark.parametrize("value", ["1e999", "NaN", "Infinity", "9" * 400, "-0", "1e-400", "0x10"])
def test_numbers_that_are_none_are_not_used(value: str) -> None:
    for name in ("81258-6", "82155-3"):
        text = as_xml(variant(CHANGE, part(name, quantity(0.123))))
        report = attempt(text.replace('"0.123"', f'"{value}"').encode())
        assert report is not None
        assert report.findings[0].value is None


def test_a_number_beyond_all_measure_gives_no_finding() -> None:
    for value in (quantity(10**400), {"valueString": "9" * 400 + " mut/Mb"}):
        report = attempt(bundle(observation("94076-7", value), variant(CHANGE)))
        assert report is not None
        assert [f.analyte for f in report.findings] == ["EGFR"]


@pytest.mark.parametrize(
    "root",
    [
        bundle(*(variant(CHANGE, id=str(n)) for n in range(3_100))),
        bundle(variant(*[CHANGE] * 20_000)),
        bundle(variant(part("81252-9", said("EGFR " * 100_000)))),
        bundle(observation("x", {"valueString": "PD-L1 TPS 5 % (" * 50_000})),
        bundle(variant(CHANGE), text={"div": "<" * 500_000}),
        bundle(conclusion="no evidence of " * 30_000),
        bundle(*(observation("x", said("a"), id="a", **from_("a")) for _ in range(2_000))),
    ],
    ids=["many", "parts", "long change", "long value", "narrative", "conclusion", "same id"],
)
def test_large_files_end_soon(root: Node) -> None:
    begun = time.monotonic()
    attempt(root)
    assert time.monotonic() - begun < 40


def test_not_utf_8() -> None:
    data = json.dumps(bundle(variant(CHANGE)), ensure_ascii=False).encode()
    for change in (b"\xff", b"\xc3\x28", b"\xed\xa0\x80"):
        attempt(data.replace(b"Leu858Arg", b"Leu858Arg" + change))


def mutated(node: Any, chance: random.Random) -> Any:
    """The node with a few of its parts dropped, swapped, doubled or packed up."""
    roll = chance.random()
    if roll < 0.03:
        return chance.choice(ODD)
    if roll < 0.05:
        return [node]
    if roll < 0.06:
        return {"resource": node}
    if isinstance(node, dict):
        kept = {k: mutated(v, chance) for k, v in node.items() if chance.random() > 0.03}
        if kept and chance.random() < 0.03:
            kept[chance.choice(list(kept))] = chance.choice(list(kept.values()))
        return kept
    if isinstance(node, list):
        parts = [mutated(v, chance) for v in node]
        return parts + parts[:1] if chance.random() < 0.05 else parts
    return node


def test_mutated_reports_end_calmly() -> None:
    root = bundle(
        {"resourceType": "Patient", "id": "p", "name": [{"given": ["Jane"], "family": "Doe"}]},
        {"resourceType": "Specimen", "id": "s", "collection": {"collectedDateTime": "2026-01-02"}},
        variant(CHANGE, SOMATIC, FRACTION, id="v", specimen={"reference": "Specimen/s"}),
        observation("diagnostic-implication", {}, part("53037-8", concept("LA6668-3")),
                    **from_("v")),
        observation("therapeutic-implication", {}, part("51963-7", said("Osimertinib")),
                    part("51961-1", concept("LA6677-4")), **from_("v")),
        observation("94076-7", quantity(12, "1/1000000{Base}")),
        result=[{"reference": "Observation/v"}], conclusion="EGFR mutated", issued="2026-01-03",
    )  # fmt: skip
    chance = random.Random(4)
    for _ in range(300):
        attempt(mutated(root, chance))
