"""The resources of a file, in their order, ready to be looked up by one another."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from pmchat.errors import ReportError
from pmchat.i18n import _
from pmchat.reports.fhir.resources import Resource, dicts, first, words

Kinds = dict[str, list[Resource]]


def load_json(text: str) -> Any:
    """The content of a JSON file, or of one with a resource on each line."""
    text = text.lstrip("\ufeff")
    try:
        try:
            return json.loads(text)
        except json.JSONDecodeError as error:
            if "Extra data" not in error.msg:
                raise
            return [json.loads(line) for line in text.splitlines() if line.strip()]
    except (ValueError, RecursionError) as error:
        raise ReportError(
            _("This file looks like JSON but is damaged."),
            _("Download it again, or paste the text of the report."),
        ) from error


def sort_resources(root: Any) -> Kinds:
    """All resources under `root` by their type; of several versions of one, the latest."""
    resources = list(walk(root))
    if not resources:
        raise ReportError(
            _("This JSON file is not a FHIR report."),
            _("Ask the laboratory for a PDF or a FHIR file, or paste the text of the report."),
        )
    kinds: Kinds = {}
    for one in _latest(resources):
        kinds.setdefault(one["resourceType"], []).append(one)
    return kinds


def walk(root: Any) -> Iterator[Resource]:
    """Every resource in the order of the file, however it is packed."""
    stack: list[Any] = [root]
    packers = 0
    packed: set[int] = set()
    while stack:
        one = stack.pop()
        if isinstance(one, dict):
            if _is_resource(one):
                inner = dicts(one.get("contained"))
                if inner and id(one) not in packed:
                    packers += 1
                    _keep_apart(one, packers)
                packed.update(id(i) for i in inner)
                yield one
            held = one.get("resource")
            if isinstance(held, dict) and isinstance(one.get("fullUrl"), str):
                held["fullUrl"] = one["fullUrl"]
        stack.extend(reversed(_inside(one)))


def _is_resource(one: Resource) -> bool:
    return isinstance(one.get("resourceType"), str)


def _inside(one: Any) -> list[Any]:
    values = one.values() if isinstance(one, dict) else one
    return [v for v in values if isinstance(v, (dict, list))]


def _keep_apart(packer: Resource, number: int) -> None:
    """Renames contained resources, whose ids hold only inside the one that contains them."""
    inner = dicts(packer["contained"])
    ids = {name.removeprefix("#") for one in inner if (name := words(one.get("id")))}
    for one in inner:
        if name := words(one.get("id")):
            one["id"] = f"{number}|{name.removeprefix('#')}"
    stack: list[Any] = [packer]
    while stack:
        one = stack.pop()
        if isinstance(one, dict):
            target = one.get("reference")
            if isinstance(target, str) and target[:1] == "#" and target[1:] in ids:
                one["reference"] = f"#{number}|{target[1:]}"
            contained = dicts(one.get("contained"))
            stack.extend(contained)
            stack.extend(
                v
                for v in _inside(one)
                if v is not one.get("contained") and not (isinstance(v, dict) and _is_resource(v))
            )
        else:
            stack.extend(v for v in _inside(one) if not (isinstance(v, dict) and _is_resource(v)))


def _latest(resources: list[Resource]) -> list[Resource]:
    """The resources without older versions of the same one, as a history holds them."""
    newest: dict[tuple[str, str], tuple[str, int]] = {}
    for place, one in enumerate(resources):
        if key := _identity(one):
            newest[key] = max(newest.get(key, ("", -1)), (_version(one), place))
    return [
        one
        for place, one in enumerate(resources)
        if not (key := _identity(one)) or newest[key][1] == place
    ]


def _identity(one: Resource) -> tuple[str, str] | None:
    """Type and id of a resource that tells its version."""
    name = words(one.get("id"))
    return (one["resourceType"], name) if name and _version(one) else None


def _version(one: Resource) -> str:
    """When the resource was changed last, else its number; as text that sorts."""
    meta = first(one.get("meta"))
    number = words(meta.get("versionId")) or ""
    return words(meta.get("lastUpdated")) or (number.zfill(20) if number else "")
