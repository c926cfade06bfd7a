"""Personal data in Patient, RelatedPerson and Practitioner resources; whose results they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pmchat.model import Identifier, Report
from pmchat.reports.fhir.load import Kinds
from pmchat.reports.fhir.observations import Observed
from pmchat.reports.fhir.resources import Resource, dicts, first, index, references, strings, words


def read_people(kinds: Kinds) -> list[Identifier]:
    """The personal data of the patient and the clinicians, each with a reason."""
    patients = [*kinds.get("Patient", []), *kinds.get("RelatedPerson", [])]
    found = [pair for one in patients for pair in _patient(one)]
    found += [
        ("physician", _full_name(name), "It is the name of a clinician.")
        for one in kinds.get("Practitioner", [])
        for name in dicts(one.get("name"))
    ]
    return [
        Identifier(kind=kind, text=text, page=1, line=1, why=why)
        for kind, text, why in dict.fromkeys(found)
        if text
    ]


def two_subjects(kinds: Kinds, observed: list[Observed]) -> bool:
    """True when the results are of two different people."""
    patients = index(kinds.get("Patient", []))
    subjects = set()
    for one in (o for o in observed if o.live):
        if target := references(one.resource.get("subject"))[:1]:
            subjects.add(_who(patients[target[0]]) if target[0] in patients else target[0])
    if subjects:
        return len(subjects) > 1
    return len({_who(p) for p in kinds.get("Patient", []) if _who(p)}) > 1


def another_person(patient: list[Identifier], documents: list[Report]) -> bool:
    """True when a document inside the file is made out to someone else."""
    known = _names(patient)
    inside = _names([one for report in documents for one in report.identifiers])
    return bool(known and inside) and not known & inside


def _names(identifiers: list[Identifier]) -> set[str]:
    said = " ".join(one.text for one in identifiers if one.kind == "name")
    return set(re.findall(r"\w{2,}", said.lower()))


def _who(patient: Resource) -> str:
    """The patient's name and birth date, or else the id: one person may stand in a file twice."""
    name = _full_name(first(patient.get("name"))).lower()
    said = " ".join(filter(None, (name, words(patient.get("birthDate")))))
    return said or words(patient.get("id")) or words(patient.get("fullUrl")) or ""


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
        street = [*strings(place.get("line")), words(place.get("city")) or ""]
        full = words(place.get("text")) or ", ".join(street).strip(", ")
        yield "address", full, "It is the address in the patient record."


def _full_name(name: Resource) -> str:
    parts = [*strings(name.get("given")), *strings(name.get("family"))]
    return words(name.get("text")) or words(" ".join(parts)) or ""
