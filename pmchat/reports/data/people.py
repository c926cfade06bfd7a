"""Personal data, dates and names of a laboratory's JSON, found by the names of their fields."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from pmchat.model import ReportDates, Specimen
from pmchat.reports.data.draft import Draft
from pmchat.reports.data.fields import day_of, is_true, said
from pmchat.reports.dates import parse_date

_MAX_DEPTH = 12
_STAFF = re.compile(r"physician|practitioner|provider|director|pathologist|doctor|clinician|signed")
_PLACE = re.compile(r"^lab|laborator|institution|facility|organi[sz]ation")
_KINDS = (
    ("name", r"(?:patient)?(?:first|last|full|given|family|middle)name|patientname|surname"),
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
_COMPILED = tuple((kind, re.compile(rx)) for kind, rx in _KINDS)
_DATES = {
    "collected": r"(?:sample|specimen)?collect(?:ed|ion)date|datecollected|sampledate",
    "received": r"(?:sample|specimen)?receiv(?:ed)?date|receiptdate|datereceived|samplereceiveddate",
    "reported": r"report(?:ed)?date|signoutdate|datereported|issuedate|signeddate|reportsigneddate",
    "amended": r"amend(?:ed|ment)date|reviseddate",
}
_TYPES = ("specimentype", "sampletype", "samplecollectionsource", "specimensource", "tissuetype")
_SITES = ("specimensite", "samplesite", "bodysite", "biopsysite")
_STATUS = (("amend", "amended"), ("correct", "amended"), ("prelim", "preliminary"),
           ("cancel", "failed"), ("fail", "failed"), ("qns", "failed"))  # fmt: skip


def read_people(draft: Draft, root: Any) -> None:
    """Notes personal data, dates, laboratory, test, status and sample of the whole file."""
    days: dict[str, date] = {}
    words: dict[str, str] = {}
    _walk(draft, root, "", days, words, 0)
    draft.dates = ReportDates(**days)
    draft.laboratory = words.get("laboratory")
    draft.test = words.get("test")
    kind = next((words[key] for key in _TYPES if key in words), None)
    site = next((words[key] for key in _SITES if key in words), None)
    draft.specimens = [Specimen(id="s1", type=kind, site=site, collected=days.get("collected"))]
    status = words.get("status", "").lower()
    for mark, name in _STATUS:
        if mark in status:
            draft.status = name  # type: ignore[assignment]
            break


def _walk(
    draft: Draft, value: Any, path: str, days: dict[str, date], words: dict[str, str], depth: int
) -> None:
    if depth > _MAX_DEPTH:
        return
    if isinstance(value, list):
        for one in value:
            _walk(draft, one, path, days, words, depth + 1)
    elif isinstance(value, dict):
        for key, inner in value.items():
            plain = re.sub(r"[^a-z0-9]", "", str(key).lower())
            if isinstance(inner, (dict, list)):
                _walk(draft, inner, f"{path}.{plain}", days, words, depth + 1)
            elif text := said(inner):
                _note(draft, plain, text, path, days, words)
        if is_true(value.get("isPreliminary")):
            words.setdefault("status", "preliminary")


def _note(
    draft: Draft, key: str, text: str, path: str, days: dict[str, date], words: dict[str, str]
) -> None:
    for name, pattern in _DATES.items():
        if re.fullmatch(pattern, key):
            day = day_of(text) or parse_date(text[:12])
            if day:
                days.setdefault(name, day)
            return
    last = path.rsplit(".", 1)[-1]
    if key in ("labname", "laboratory", "laboratoryname", "performinglaboratory") or (key == "name" and _PLACE.search(last)):
        words.setdefault("laboratory", text)
    elif key in ("testname", "assay", "assayname") or (key == "name" and last == "test"):
        words.setdefault("test", text)
    elif key in ("reportstatus", "reporttype"):
        words.setdefault("status", text)
    elif key in (*_TYPES, *_SITES):
        words.setdefault(key, text)
    kind = next((kind for kind, pattern in _COMPILED if pattern.fullmatch(key)), None)
    if key == "name" and last in ("patient", "subject", "person"):
        kind = "name"
    if kind == "name" and _STAFF.search(path):
        kind = "physician"
    if kind and not (kind in ("address", "phone", "email") and _PLACE.search(last)):
        draft.identify(kind, text)
