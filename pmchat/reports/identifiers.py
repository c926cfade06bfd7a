"""Personal data on a report: found so that its owner sees it and no one else does."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from pmchat.model import Identifier
from pmchat.reports.lines import Line

_DAY = (
    r"(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/. ](?:\d{1,2}|[A-Za-z]{3,9})[-/. ,]+\d{2,4}"
    r"|[A-Za-z]{3,9}\.? \d{1,2},? \d{4})"
)
_NAME = (
    r"[A-Z][\w.'\u2019-]*(?:,? (?!DOB\b|MRN\b|Sex\b|Gender\b|Age\b|F\b \d|M\b \d"
    r"|ID\b)[A-Z][\w.'\u2019-]*){0,4}"
)
_TITLE_NAME = (
    r"(?:(?:Dr|Prof)\.? )?[A-Z][\w'\u2019-]+(?:,? (?:[A-Z]\."
    r"|[A-Z][\w'\u2019-]+)){0,3}(?:,? (?:M\.?D\.?|D\.?O\.?|Ph\.?D\.?|NP|PA|MS|CGC|FACMG|FCAP))*"
)

# kind, why, pattern; the first group is what is masked
_PATTERNS: tuple[tuple[str, str, str], ...] = (
    ("name", "It stands after the word for the patient's name.",
        rf"\b(?i:patient(?:'s)?(?: name)?|name of patient|last,? first name|name)\s*[:"
        rf"|]\s*({_NAME})"),
    ("name", "It stands after the word for the patient's name.", rf"\bPATIENT NAME\s+({_NAME})"),
    ("birth_date", "It stands after the words for a birth date.",
        rf"\b(?i:DOB|D\.O\.B\.?|geb(?:oren|\.)?(?: am)?|date of birth|birth ?date|born)\s*[:"
        rf"|]?\s*(?:\([^)]*\)\s*)?({_DAY})"),
    ("mrn", "It stands after the words for a record number.",
        r"\b(?i:MRN|medical record (?:number|no\.?|#)|MR ?#|patient id(?:entifier)?"
        r"|hospital (?:number|no\.?|id)|NHS (?:number|no\.?)|health card)\s*(?i:number"
        r"|no\.?)?\s*[:#|]?\s*#?\s*((?=[A-Za-z0-9 -]*\d)[A-Za-z0-9][A-Za-z0-9-]{2,}(?: \d{3,4})*)"),
    ("ssn", "It has the form of a social security number.", r"(?<!\d)(\d{3}-\d{2}-\d{4})(?!\d)"),
    ("accession", "It stands after the words for a case or sample number.",
        r"\b(?i:accession(?: (?:number|no\.?|#|id))?|case (?:number|no\.?|#|id)|order (?:number"
        r"|no\.?|#|id)|report (?:number|no\.?|#|id)|(?:specimen|sample|lab|requisition) (?:id"
        r"|number|no\.?|#)|barcode)\s*[:#"
        r"|]?\s*#?\s*((?=[A-Za-z0-9-]*\d)[A-Za-z0-9][A-Za-z0-9-]{3,})"),
    ("phone", "It has the form of a phone number.", r"(?<![\d.-])((?:\+\d{1,3}["
        r" .-]?)?(?:\(\d{3}\) ?|\d{3}[ .-])\d{3}[ .-]\d{4})(?!\d)"),
    ("phone", "It stands after the word for a phone.", r"\b(?i:phone|tel(?:ephone)?|fax|mobile"
        r"|cell)\s*[:.]?\s*(\+?[\d(][\d ().-]{6,}\d)"),
    ("email", "It has the form of an e-mail address.", r"([\w.+-]+@[\w-]+(?:\.[\w-]+)+)"),
    ("address", "It has the form of a street address.",
        r"\b(\d{1,6} (?:[NSEW]\.? )?[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){0,3} (?:Street|St|Avenue|Ave"
        r"|Road|Rd|Boulevard|Blvd|Lane|Ln|Drive|Dr|Court|Ct|Way|Place|Pl|Parkway|Pkwy|Terrace"
        r"|Circle)\b\.?(?:,? (?:Apt|Suite|Unit"
        r"|#)\.? ?\w+)?(?:,? [A-Z][A-Za-z .]+,? [A-Z]{2} \d{5}(?:-\d{4})?)?)"),
    ("address", "It stands after the word for an address.",
        r"\b(?i:(?:home |patient |mailing )?address)\s*[:|]\s*(\S.{4,80}?)(?=\s{2,}|$)"),
    ("physician", "It stands after the word for a doctor.",
        rf"\b(?i:(?:ordering|referring|treating|attending|requesting|authori[sz]ed"
        rf"|authori[sz]ing)?\s?(?:physician|provider|clinician|oncologist|doctor)(?: name)?"
        rf"|ordered by|requested by|(?:electronically )?signed(?: out)? by|pathologist"
        rf"|laboratory director|lab director|medical director|genetic counselor)\s*[:"
        rf"|]\s*({_TITLE_NAME})"),
    ("physician", "It is a name with a doctor's title.",
        r"\b(Dr\.? [A-Z][\w'\u2019-]+(?: [A-Z][\w'\u2019-]+)?)"),
)  # fmt: skip
_COMPILED = tuple((kind, why, re.compile(rx)) for kind, why, rx in _PATTERNS)


def find_identifiers(lines: list[Line]) -> list[Identifier]:
    """The personal data on the lines, each with a reason; no place counts twice."""
    found: list[Identifier] = []
    for line in lines:
        taken: list[tuple[int, int]] = []
        for kind, why, pattern in _COMPILED:
            for match in pattern.finditer(line.text):
                start, end = match.span(1)
                if any(start < b and a < end for a, b in taken):
                    continue
                taken.append((start, end))
                source = line.raw if len(line.raw) == len(line.text) else line.text
                text = source[start:end].rstrip(" ,;")
                found.append(
                    Identifier(kind=kind, text=text, page=line.page, line=line.number, why=why)
                )
    return found


def hide_names(lines: list[Line], identifiers: Iterable[Identifier]) -> list[Line]:
    """The lines with names of people blotted out, so that none is taken for a gene."""
    places: dict[tuple[int, int], list[str]] = {}
    for one in identifiers:
        if one.kind in ("name", "physician", "address"):
            places.setdefault((one.page, one.line), []).append(one.text)
    hidden = []
    for line in lines:
        text = line.text
        for name in places.get((line.page, line.number), []):
            text = text.replace(name, "#" * len(name))
        hidden.append(replace(line, text=text))
    return hidden


def mask(text: str, identifiers: Iterable[Identifier]) -> str:
    """The text with every identifier replaced by its kind in brackets."""
    for one in sorted(identifiers, key=lambda i: -len(i.text)):
        words = [re.escape(word) for word in one.text.split()]
        if words:
            pattern = r"(?<!\w)" + r"\s+".join(words) + r"(?!\w)"
            text = re.sub(pattern, f"[{one.kind}]", text, flags=re.I)
    return text


def two_people(identifiers: Iterable[Identifier]) -> bool:
    """True when the file names two different patients."""
    kinds: dict[str, set[str]] = {}
    names: list[set[str]] = []
    for one in identifiers:
        key = re.sub(r"[^a-z0-9]", "", one.text.lower())
        kinds.setdefault(one.kind, set()).add(key)
        if one.kind == "name":
            names.append(set(re.findall(r"[a-z]{2,}", one.text.lower())))
    apart = any(a and b and not a & b for a in names for b in names)
    differing = sum(len(kinds.get(kind, ())) > 1 for kind in ("mrn", "birth_date"))
    return differing == 2 or (apart and differing >= 1) or (apart and not kinds.get("mrn"))
