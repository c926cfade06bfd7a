"""FHIR resources in a JSON file, and careful ways to look into them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

Resource = dict[str, Any]


def dicts(value: Any) -> list[Resource]:
    """The objects of a list, or of one object; anything else gives none."""
    values = value if isinstance(value, list) else [value]
    return [v for v in values if isinstance(v, dict)]


def words(value: Any) -> str | None:
    """A string on one line, or None."""
    if isinstance(value, (str, int, float)) and not isinstance(value, bool):
        return " ".join(str(value).split()) or None
    return None


def walk(root: Any) -> Iterator[Resource]:
    """Every resource in the order of the file, however it is packed."""
    stack: list[Any] = [root]
    while stack:
        one = stack.pop()
        if isinstance(one, dict):
            if isinstance(one.get("resourceType"), str):
                yield one
            inner = one.get("resource")
            if isinstance(inner, dict) and isinstance(one.get("fullUrl"), str):
                inner["fullUrl"] = one["fullUrl"]
            stack.extend(reversed([v for v in one.values() if isinstance(v, (dict, list))]))
        elif isinstance(one, list):
            stack.extend(reversed([v for v in one if isinstance(v, (dict, list))]))


def codings(concept: Any) -> list[tuple[str, str]]:
    """Pairs of code and display of a CodeableConcept."""
    found = []
    for concept_part in dicts(concept):
        for coding in dicts(concept_part.get("coding")):
            found.append((words(coding.get("code")) or "", words(coding.get("display")) or ""))
    return found


def codes(concept: Any) -> set[str]:
    """The codes of a CodeableConcept."""
    return {code for code, _ in codings(concept) if code}


def shown(concept: Any) -> str | None:
    """The words of a CodeableConcept: its text, a display, else a code."""
    for part in dicts(concept):
        if text := words(part.get("text")):
            return text
    pairs = codings(concept)
    return next((d for _, d in pairs if d), None) or next((c for c, _ in pairs if c), None)


def displayed(concept: Any) -> str | None:
    """Like `shown`, with the coded display before the free text."""
    return next((d for _, d in codings(concept) if d), None) or shown(concept)


def value_of(node: Resource) -> Any:
    """The value of an Observation or component, whatever its type."""
    return next((v for k, v in node.items() if k.startswith("value") and v is not None), None)


def value_words(node: Resource) -> str | None:
    """The value as words: concept, quantity with unit, range, string."""
    value = value_of(node)
    if isinstance(value, dict):
        if "coding" in value or "text" in value:
            return displayed(value)
        if "value" in value:
            unit = words(value.get("unit")) or words(value.get("code")) or ""
            sign = words(value.get("comparator")) or ""
            return f"{sign}{words(value['value']) or ''} {unit}".strip() or None
        if "low" in value or "high" in value:
            ends = [words((dicts(value.get(k)) or [{}])[0].get("value")) for k in ("low", "high")]
            return "-".join(dict.fromkeys(e for e in ends if e)) or None
        return None
    if isinstance(value, bool):
        return "yes" if value else "no"
    return words(value)


def references(node: Any) -> list[str]:
    """The targets of references, shortened to their last part."""
    return [_tail(t) for part in dicts(node) if (t := words(part.get("reference")))]


def names(resource: Resource) -> set[str]:
    """What references may call the resource: its id, the end of its full address."""
    known = (words(resource.get("id")), words(resource.get("fullUrl")))
    return {_tail(name) for name in known if name}


def _tail(address: str) -> str:
    return address.removeprefix("#").rsplit("/", 1)[-1].removeprefix("urn:uuid:")


def day_of(value: Any) -> str | None:
    """The date of a FHIR dateTime, when it is whole."""
    match = re.match(r"\d{4}-\d{2}-\d{2}", words(value) or "")
    return match.group() if match else None
