"""Personal data, dates and names of a laboratory's JSON, found by the names of their fields."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from pmchat.model import ReportDates, Specimen
from pmchat.reports.data.draft import Draft
from pmchat.reports.data.fields import Node, day_of, is_true, said
from pmchat.reports.dates import parse_date

_MAX_DEPTH = 12
_STAFF = re.compile(r"physician|practitioner|provider|director|pathologist|doctor|clinician|signed")
_PLACE = re.compile(r"^lab|laborator|institution|facility|organi[sz]ation")
_KINDS = (
    ("name", r"(?:patient)?fullname|patientname"),
    ("birth_date", r"dob|dateofbirth|birthdate|patientdob"),
    ("mrn", r"mrn|medicalrecordnumber|patientid(?:entifier)?|localid|tempusid|emrid|subjectid"),
    ("accession", r"accession\w*|barcode|reportid(?:entifier)?|caseid|specimenid|sampleid|orderid"
                  r"|patientsampleid|labreportid|\w*sampleid"),
    ("physician", r"(?:ordering|referring|signing)?(?:physician|provider|pathologist)(?:name)?|npi"
                  r"|orderingphysician\w*|signedby|approvedby"),
    ("phone", r"phone|telephone|fax|mobile"),
    ("email", r"email|emailaddress"),
    ("address", r"address\w*|streetaddress|street|postalcode|zip(?:code)?|postcode"),
)  # fmt: skip
_NAME_PARTS = (
    r"(?:patient)?(?:first|given)name",
    r"(?:patient)?middle(?:name|initial)",
    r"(?:patient)?(?:last|family)name|surname",
)
_COMPILED = tuple((kind, re.compile(rx)) for kind, rx in _KINDS)
_DATES = {
    "collected": r"(?:sample|specimen)?collect(?:ed|ion)date|datecollected|sampledate",
    "received": r"(?:sample|specimen)?receiv(?:ed)?date|receiptdate|datereceived",
    "reported": r"report(?:ed)?date|signoutdate|datereported|issuedate|signeddate|reportsigneddate",
    "amended": r"amend(?:ed|ment)date|reviseddate",
}
_TYPES = ("specimentype", "sampletype", "samplecollectionsource", "specimensource", "tissuetype")
_SITES = ("specimensite", "samplesite", "bodysite", "biopsysite")
_STATUS: tuple[tuple[str, Literal["preliminary", "amended", "failed"]], ...] = (
    ("amend", "amended"),
    ("correct", "amended"),
    ("prelim", "preliminary"),
    ("cancel", "failed"),
    ("fail", "failed"),
    ("qns", "failed"),
)


def read_people(draft: Draft, root: Any) -> None:
    """Notes personal data, dates, laboratory, test, status and sample of the whole file."""
    seen = _Seen()
    _walk(draft, seen, root, "", 0)
    words = seen.words
    draft.dates = ReportDates(**seen.days)
    draft.laboratory = words.get("laboratory")
    draft.test = words.get("test")
    kind = next((words[key] for key in _TYPES if key in words), None)
    site = next((words[key] for key in _SITES if key in words), None)
    draft.specimens = [
        Specimen(id="s1", type=kind, site=site, collected=seen.days.get("collected"))
    ]
    status = words.get("status", "").lower()
    draft.status = next((name for mark, name in _STATUS if mark in status), "final")


@dataclass
class _Seen:
    """The dates and words found so far, by what they are."""

    days: dict[str, date] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)


def _walk(draft: Draft, seen: _Seen, value: Any, path: str, depth: int) -> None:
    if depth > _MAX_DEPTH:
        return
    if isinstance(value, list):
        for one in value:
            _walk(draft, seen, one, path, depth + 1)
    elif isinstance(value, dict):
        plain = {re.sub(r"[^a-z0-9]", "", str(key).lower()): v for key, v in value.items()}
        _note_name(draft, plain, path)
        for key, inner in plain.items():
            if isinstance(inner, (dict, list)):
                _walk(draft, seen, inner, f"{path}.{key}", depth + 1)
            elif text := said(inner):
                _note(draft, seen, key, text, path)
        if is_true(value.get("isPreliminary")):
            seen.words.setdefault("status", "preliminary")


def _note_name(draft: Draft, record: Node, path: str) -> None:
    """A person's name, put together from its parts."""
    parts = [
        text
        for part in _NAME_PARTS
        for key, value in record.items()
        if re.fullmatch(part, key) and (text := said(value))
    ]
    if parts:
        draft.identify("physician" if _STAFF.search(path) else "name", " ".join(parts))


def _note(draft: Draft, seen: _Seen, key: str, text: str, path: str) -> None:
    """One field: a date, a word about the report, or personal data."""
    for name, pattern in _DATES.items():
        if re.fullmatch(pattern, key):
            if day := day_of(text) or parse_date(text[:12]):
                seen.days.setdefault(name, day)
            return
    last = path.rsplit(".", 1)[-1]
    known = {"reportstatus": "status", "reporttype": "status", "testname": "test", "assay": "test",
             "assayname": "test", "labname": "laboratory", "laboratory": "laboratory",
             "laboratoryname": "laboratory", "performinglaboratory": "laboratory"}  # fmt: skip
    if key == "name":
        known["name"] = "laboratory" if _PLACE.search(last) else "test" if last == "test" else ""
    about = key if key in (*_TYPES, *_SITES) else known.get(key)
    if about:
        seen.words.setdefault(about, text)
    kind = next((kind for kind, pattern in _COMPILED if pattern.fullmatch(key)), None)
    if key == "name" and last in ("patient", "subject", "person"):
        kind = "name"
    if kind == "name" and _STAFF.search(path):
        kind = "physician"
    if kind and not (kind in ("address", "phone", "email") and _PLACE.search(last)):
        draft.identify(kind, text)
