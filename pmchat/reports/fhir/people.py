"""Personal data in Patient, RelatedPerson and Practitioner resources; whose results they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pmchat.model import Identifier, Report
from pmchat.reports.fhir.load import Kinds
from pmchat.reports.fhir.observations import Observed
from pmchat.reports.fhir.resources import Resource, dicts, first, index, references, strings, words

_Said = tuple[str, str | None, str]

_PATIENT = "in the patient record"
_CASE = "It is the number of a case or sample."
_CLINICIAN = "It is the name of a clinician."
_RELATIVE = "It is the name of a relative or contact."
_POINTERS = ("performer", "requester", "resultsInterpreter", "author", "recorder", "collector")


def read_people(kinds: Kinds) -> list[Identifier]:
    """The personal data of the patient, relatives and clinicians, each with a reason."""
    said = dict.fromkeys(_everyone(kinds))
    texts: set[tuple[str, str]] = set()
    found = []
    for kind, text, why in said:
        plain = " ".join((text or "").split())
        if plain and (kind, plain) not in texts:
            texts.add((kind, plain))
            found.append(Identifier(kind=kind, text=plain, page=1, line=1, why=why))
    return found


def two_subjects(kinds: Kinds, observed: list[Observed]) -> bool:
    """True when the results are of two different people."""
    subjects = _subjects(kinds, [o.resource for o in observed if o.live])
    if subjects:
        return len(subjects) > 1
    return len({_who(p) for p in kinds.get("Patient", []) if _who(p)}) > 1


def without_relatives(
    kinds: Kinds, reports: list[Resource], observed: list[Observed]
) -> list[Observed]:
    """The results of the one person to whom all reports are made out, and those of nobody named.

    The test of a child holds the results of the parents too.
    """
    owner = _subjects(kinds, reports)
    if len(owner) != 1:
        return observed
    return [one for one in observed if _subjects(kinds, [one.resource]) <= owner]


def _subjects(kinds: Kinds, resources: list[Resource]) -> set[str]:
    """Of whom the resources speak: names with birth dates, or references to nobody in the file."""
    patients = index(kinds.get("Patient", []))
    targets = (references(one.get("subject"))[:1] for one in resources)
    return {_who(patients[t]) if t in patients else t for (t,) in filter(None, targets)}


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


def _everyone(kinds: Kinds) -> Iterator[_Said]:
    for one in kinds.get("Patient", []):
        yield from _patient(one)
    for one in (*kinds.get("RelatedPerson", []), *kinds.get("Person", [])):
        yield from _named(one, "name", _RELATIVE)
        yield from _reached(one, "in the record of a relative")
    for one in kinds.get("Practitioner", []):
        yield from _named(one, "physician", _CLINICIAN)
        yield from _reached(one, "in the record of a clinician")
        for number in dicts(one.get("identifier")):
            yield "physician", words(number.get("value")), "It is the number of a clinician."
    for one in kinds.get("Coverage", []):
        for name in ("subscriberId", "policyHolder"):
            yield "insurance", words(one.get(name)), "It is an insurance number."
        for number in dicts(one.get("identifier")):
            yield "insurance", words(number.get("value")), "It is an insurance number."
    for kind in ("DiagnosticReport", "ServiceRequest", "Specimen", "Observation"):
        for one in kinds.get(kind, []):
            yield from _case(one)


def _patient(one: Resource) -> Iterator[_Said]:
    yield from _named(one, "name", f"It is the name {_PATIENT}.")
    yield "birth_date", words(one.get("birthDate")), f"It is the birth date {_PATIENT}."
    for number in dicts(one.get("identifier")):
        yield "mrn", words(number.get("value")), f"It is a number {_PATIENT}."
    yield from _reached(one, _PATIENT)
    for doctor in dicts(one.get("generalPractitioner")):
        if "Organization" not in (words(doctor.get("reference")) or ""):
            yield "physician", words(doctor.get("display")), _CLINICIAN
    for contact in dicts(one.get("contact")):
        yield from _named(contact, "name", _RELATIVE)
        yield from _reached(contact, _PATIENT)


def _case(one: Resource) -> Iterator[_Said]:
    """The numbers of a case, and the people whom it names beside a reference."""
    for field in ("identifier", "accessionIdentifier"):
        for number in dicts(one.get(field)):
            yield "accession", words(number.get("value")), _CASE
    for person in dicts(one.get("subject")):
        yield "name", words(person.get("display")), f"It is the name {_PATIENT}."
    collection = dicts(one.get("collection"))
    for holder in (one, *collection):
        for field in _POINTERS:
            for person in dicts(holder.get(field)):
                own = field == "collector" and "reference" not in person
                if own or "Practitioner" in (words(person.get("reference")) or ""):
                    yield "physician", words(person.get("display")), _CLINICIAN


def _named(one: Resource, kind: str, why: str) -> Iterator[_Said]:
    for name in dicts(one.get("name")):
        parts = [*strings(name.get("given")), words(name.get("family")) or ""]
        yield kind, words(name.get("text")), why
        yield kind, " ".join(parts), why


def _reached(one: Resource, where: str) -> Iterator[_Said]:
    """The contacts and addresses of a person."""
    for contact in dicts(one.get("telecom")):
        kind = "email" if words(contact.get("system")) == "email" else "phone"
        yield kind, words(contact.get("value")), f"It is a contact {where}."
    for place in dicts(one.get("address")):
        why = f"It is the address {where}."
        for street in strings(place.get("line")):
            yield "address", street, why
        yield "address", words(place.get("postalCode")), why
        yield "address", words(place.get("text")), why


def _full_name(name: Resource) -> str:
    parts = [*strings(name.get("given")), *strings(name.get("family"))]
    return words(name.get("text")) or words(" ".join(parts)) or ""
