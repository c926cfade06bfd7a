"""The older way to tell a variant: extensions of the Observation instead of components."""

from __future__ import annotations

import re

from pmchat.reports.fhir.codes import (
    AMINO_CHANGE,
    CHANGE,
    DBSNP,
    DISCRETE,
    FRACTION,
    GENE,
    GENOMIC,
    PROTEIN,
    SIGNIFICANCE,
    SOURCE,
    VARIANT,
)
from pmchat.reports.fhir.resources import Resource, codes, dicts, first, value_of, words

_URL = re.compile(r"genetics([A-Z]\w*)$")
# Extension, and the part inside it where it has parts, to the code of a component
_CODES: dict[tuple[str, str], str] = {
    ("Gene", ""): GENE,
    ("Variant", ""): DISCRETE,
    ("Variant", "name"): DISCRETE,
    ("Variant", "id"): DBSNP,
    ("Variant", "type"): CHANGE,
    ("DNASequenceVariation", ""): GENOMIC,
    ("DNAVariationId", ""): DBSNP,
    ("AminoAcidChange", ""): PROTEIN,
    ("AminoAcidChange", "name"): PROTEIN,
    ("AminoAcidChange", "type"): AMINO_CHANGE,
    ("CopyNumberEvent", ""): CHANGE,
    ("GenomicSourceClass", ""): SOURCE,
    ("Allele", "state"): "53034-5",
    ("Allele", "frequency"): FRACTION,
    ("Interpretation", ""): SIGNIFICANCE,
}
_CHANGES = frozenset((DISCRETE, PROTEIN, CHANGE, GENOMIC))


def with_extensions(resource: Resource) -> Resource:
    """The Observation with its genetics extensions as components; others are left as they are."""
    parts = [part for one in dicts(resource.get("extension")) for part in _parts(one)]
    found = {code for part in parts for code in codes(part["code"])}
    if GENE not in found or not found & _CHANGES:
        return resource
    code = first(resource.get("code"))
    coding = [*dicts(code.get("coding")), {"code": VARIANT}]
    return {
        **resource,
        "code": {**code, "coding": coding},
        "component": [*parts, *dicts(resource.get("component"))],
    }


def _parts(extension: Resource) -> list[Resource]:
    match = _URL.search(words(extension.get("url")) or "")
    if match is None:
        return []
    inner = [(one, words(one.get("url")) or "") for one in dicts(extension.get("extension"))]
    return [
        {"code": {"coding": [{"code": _CODES[match[1], part.lower()]}]}, "value": value_of(one)}
        for one, part in [(extension, ""), *inner]
        if (match[1], part.lower()) in _CODES and value_of(one) is not None
    ]
