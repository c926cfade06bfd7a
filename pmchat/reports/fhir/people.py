"""Personal data in Patient and Practitioner resources."""

from __future__ import annotations

from collections.abc import Iterator

from pmchat.model import Identifier
from pmchat.reports.fhir.resources import Resource, dicts, words


def read_people(kinds: dict[str, list[Resource]]) -> list[Identifier]:
    """The personal data of the patient and the clinicians, each with a reason."""
    found = [pair for one in kinds.get("Patient", []) for pair in _patient(one)]
    found += [
        ("physician", _full_name(name), "It is the name of a clinician.")
        for one in kinds.get("Practitioner", [])
        for name in dicts(one.get("name"))
    ]
    return [
        Identifier(kind=kind, text=text, page=1, line=1, why=why)
        for kind, text, why in found
        if text
    ]


def _patient(one: Resource) -> Iterator[tuple[str, str | None, str]]:
    for name in dicts(one.get("name")):
        yield "name", _full_name(name), "It is the name in the patient record."
    yield "birth_date", words(one.get("birthDate")), "It is the birth date in the patient record."
    for number in dicts(one.get("identifier")):
        yield "mrn", words(number.get("value")), "It is a number in the patient record."
    for contact in dicts(one.get("telecom")):
        kind = "email" if words(contact.get("system")) == "email" else "phone"
        yield kind, words(contact.get("value")), "It is a contact in the patient record."
    for place in dicts(one.get("address")):
        street = [*_strings(place.get("line")), words(place.get("city")) or ""]
        full = words(place.get("text")) or ", ".join(street).strip(", ")
        yield "address", full, "It is the address in the patient record."


def _full_name(name: Resource) -> str:
    parts = [*_strings(name.get("given")), words(name.get("family")) or ""]
    return words(name.get("text")) or " ".join(parts).strip()


def _strings(value: object) -> list[str]:
    return [v for v in value if isinstance(v, str)] if isinstance(value, list) else []
