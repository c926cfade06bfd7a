"""Careful ways to look into FHIR resources, whatever a file made of them."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from typing import Any

from pmchat.reports.fhir.codes import NAMES, WITHDRAWN

Resource = dict[str, Any]
LONGEST = 2_000
_LONGEST_NUMBER = 40
_NUMBER = re.compile(r"[+-]?\d{1,15}(?:\.\d{1,15})?(?:[eE][+-]?\d{1,2})?")


def dicts(value: Any) -> list[Resource]:
    """The objects of a list, or of one object; anything else gives none."""
    values = value if isinstance(value, list) else [value]
    return [v for v in values if isinstance(v, dict)]


def first(value: Any) -> Resource:
    """The first object of a list, or the object itself; anything else gives an empty one."""
    return next(iter(dicts(value)), {})


def words(value: Any, most: int = LONGEST) -> str | None:
    """A string or number on one line of at most `most` letters, or None."""
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return None
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return " ".join(str(value)[:most].split()) or None


def strings(value: Any) -> list[str]:
    """The strings of a list, or one string; anything else gives none."""
    values = value if isinstance(value, list) else [value]
    return [v for v in values if isinstance(v, str)]


def number(value: Any) -> float | None:
    """A number, also one written as text (XML has no other); None for anything else."""
    text = words(value)
    return float(text) if text and _NUMBER.fullmatch(text) else None


def codings(concept: Any) -> list[tuple[str, str]]:
    """Pairs of code and display of a CodeableConcept or a Coding."""
    found = []
    for part in dicts(concept):
        for coding in dicts(part.get("coding")) or ([part] if "display" in part else []):
            found.append((words(coding.get("code")) or "", words(coding.get("display")) or ""))
    return found


def codes(concept: Any) -> dict[str, None]:
    """The codes of a CodeableConcept in their order; look-ups work as in a set."""
    return {code: None for code, _ in codings(concept) if code}


def shown(concept: Any) -> str | None:
    """The words of a CodeableConcept: its text, a display, else the name of a code."""
    for part in dicts(concept):
        if text := words(part.get("text")):
            return text
    pairs = codings(concept)
    display = next((d for _, d in pairs if d), None)
    return display or next((NAMES.get(c, c) for c, _ in pairs if c), None)


def displayed(concept: Any) -> str | None:
    """Like `shown`, with the coded display before the free text."""
    return next((d for _, d in codings(concept) if d), None) or shown(concept)


def value_of(node: Resource) -> Any:
    """The value of an Observation or component, whatever its type."""
    return next((v for k, v in node.items() if k.startswith("value") and v is not None), None)


def value_words(node: Resource) -> str | None:
    """The value as words: concept, quantity with unit, range, ratio, string."""
    value = value_of(node)
    if isinstance(value, list):
        value = value[0] if len(value) == 1 else None
    if isinstance(value, dict):
        return displayed(value) if {"coding", "text", "display"} & set(value) else _measured(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return words(value)


def _measured(value: Resource) -> str | None:
    if "value" in value:
        unit = words(value.get("unit")) or words(value.get("code")) or ""
        sign = words(value.get("comparator")) or ""
        amount = words(value["value"])
        if amount is None or len(amount) > _LONGEST_NUMBER:
            return None
        return f"{sign}{amount} {'' if unit == '1' else unit}".strip()
    for pair, mark in ((("low", "high"), "-"), (("numerator", "denominator"), "/")):
        ends = [words(first(value.get(k)).get("value")) for k in pair]
        if any(ends):
            return mark.join(dict.fromkeys(e for e in ends if e))
    return None


def references(node: Any) -> list[str]:
    """The targets of references, shortened to their last part."""
    return [_tail(t) for part in dicts(node) if (t := words(part.get("reference")))]


def names(resource: Resource) -> set[str]:
    """What references may call the resource: its id, the end of its full address."""
    known = (words(resource.get("id")), words(resource.get("fullUrl")))
    return {tail for name in known if name and (tail := _tail(name))}


def index(resources: Iterable[Resource]) -> dict[str, Resource]:
    """The resources by what references call them."""
    return {name: one for one in resources for name in names(one)}


def _tail(address: str) -> str:
    address, _, _ = address.partition("/_history/")
    return address.removeprefix("#").rsplit("/", 1)[-1].removeprefix("urn:uuid:")


def withdrawn(resource: Resource) -> bool:
    """True for what was cancelled or entered in error, however the status is spelled."""
    return re.sub(r"[\W_]", "", words(resource.get("status")) or "").lower() in WITHDRAWN


def day_of(value: Any) -> str | None:
    """The date of a FHIR dateTime, when it is whole."""
    match = re.match(r"\d{4}-\d{2}-\d{2}", words(value) or "")
    return match.group() if match else None
