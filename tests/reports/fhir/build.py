"""FHIR resources made for a test, in JSON and in XML."""

from __future__ import annotations

import json
from typing import Any
from xml.sax.saxutils import quoteattr

from pmchat.model import Report
from pmchat.reports.read import read_report

Node = dict[str, Any]


def coded(code: str, display: str = "", system: str = "http://loinc.org") -> Node:
    coding = {"system": system, "code": code}
    return {"coding": [coding | ({"display": display} if display else {})]}


def part(code: str, value: Node) -> Node:
    return {"code": coded(code), **value}


def concept(code: str, display: str = "") -> Node:
    return {"valueCodeableConcept": coded(code, display)}


def said(text: str) -> Node:
    return {"valueCodeableConcept": {"text": text}}


def quantity(value: float, unit: str | None = None, **more: Any) -> Node:
    return {"valueQuantity": {"value": value, **({"unit": unit} if unit else {}), **more}}


def observation(code: str, value: Node, *parts: Node, **more: Any) -> Node:
    return {
        "resourceType": "Observation",
        "status": "final",
        "code": coded(code),
        "component": list(parts),
        **value,
        **more,
    }


def from_(*names: str) -> dict[str, Any]:
    return {"derivedFrom": [{"reference": f"Observation/{name}"} for name in names]}


GENE = part("48018-6", concept("HGNC:3236", "EGFR"))
CHANGE = part("48005-3", concept("p.Leu858Arg"))
SOMATIC = part("48002-0", concept("LA6684-0", "Somatic"))
GERMLINE = part("48002-0", concept("LA6683-2", "Germline"))
FRACTION = part("81258-6", quantity(23.4, "%"))
PRESENT = concept("LA9633-4", "Present")


def variant(*parts: Node, value: Node = PRESENT, **more: Any) -> Node:
    return observation("69548-6", value, GENE, *parts, **more)


def bundle(*resources: Node, **report: Any) -> Node:
    head = {"resourceType": "DiagnosticReport", "status": "final", "code": {"text": "Panel"}}
    entries = [{"resource": r} for r in (head | report, *resources)]
    return {"resourceType": "Bundle", "type": "collection", "entry": entries}


def read(*resources: Node, **report: Any) -> Report:
    return read_json(bundle(*resources, **report))


def read_json(root: Any) -> Report:
    return read_report(json.dumps(root).encode(), "report")


def as_xml(root: Node) -> str:
    return _resource(root, ' xmlns="http://hl7.org/fhir"')


def _resource(one: Node, attributes: str = "") -> str:
    name = one["resourceType"]
    inner = "".join(_element(k, v) for k, v in one.items() if k != "resourceType")
    return f"<{name}{attributes}>{inner}</{name}>"


def _element(name: str, value: Any) -> str:
    if isinstance(value, list):
        return "".join(_element(name, v) for v in value)
    if isinstance(value, dict) and "resourceType" in value:
        return f"<{name}>{_resource(value)}</{name}>"
    if isinstance(value, dict):
        return f"<{name}>{''.join(_element(k, v) for k, v in value.items())}</{name}>"
    if isinstance(value, bool):
        value = str(value).lower()
    return str(value) if name == "div" else f"<{name} value={quoteattr(str(value))}/>"
