"""Observations: their words, and what their codes say of gene, origin, class and result."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from pmchat.model import Classification, Evidence, Origin, Polarity
from pmchat.reports.fhir.codes import (
    CLASS_CODES,
    CODING,
    DISCRETE,
    GENE,
    NAMES,
    PHENOTYPES,
    RESULTS,
    SIGNIFICANCE,
    SOURCE,
    SOURCES,
)
from pmchat.reports.fhir.resources import (
    Resource,
    codes,
    dicts,
    displayed,
    names,
    references,
    shown,
    value_of,
    value_words,
    words,
)
from pmchat.reports.genes import find_genes, symbols
from pmchat.reports.polarity import find_cues
from pmchat.reports.values import read_class

_SKIPPED = frozenset({"entered-in-error", "cancelled"})


@dataclass
class Observed:
    """An Observation with its running number, its words, and the findings it gave."""

    resource: Resource
    number: int
    text: str
    parts: dict[str, Resource] = field(default_factory=dict)

    @property
    def names(self) -> set[str]:
        """What other resources call it."""
        return names(self.resource)

    @property
    def codes(self) -> set[str]:
        """What is observed, as codes."""
        return codes(self.resource.get("code"))

    @property
    def live(self) -> bool:
        """False for one that was cancelled or entered in error."""
        return words(self.resource.get("status")) not in _SKIPPED

    def part(self, *wanted: str) -> str | None:
        """The words of the first component with one of the codes."""
        for code in wanted:
            if code in self.parts:
                return value_words(self.parts[code])
        return None

    def evidence(self) -> Evidence:
        """The printed words: page 1, line the running number."""
        return Evidence(page=1, line=self.number, text=self.text)


def observe(resource: Resource, number: int) -> Observed:
    """An Observation made ready for reading."""
    parts = {
        code: part
        for part in reversed(dicts(resource.get("component")))
        for code in codes(part.get("code"))
    }
    return Observed(resource, number, _render(resource), parts)


def _render(resource: Resource) -> str:
    """The Observation in its own words: what, value, then each component."""
    pairs = [(name_of(resource), value_or_reason(resource))]
    pairs += [(name_of(part), value_or_reason(part)) for part in dicts(resource.get("component"))]
    said = [f"{name or 'value'}: {value}" for name, value in pairs if value]
    if not said and pairs[0][0]:
        said = [pairs[0][0]]
    notes = [n for part in dicts(resource.get("note")) if (n := words(part.get("text")))]
    return "; ".join([*said, *(f"note: {n}" for n in notes)])


def name_of(node: Resource) -> str | None:
    """What an Observation or component is called; known codes without words get theirs."""
    name = displayed(node.get("code"))
    return NAMES.get(name or "", name)


def value_or_reason(node: Resource) -> str | None:
    """The value in words, or why there is none."""
    return value_words(node) or shown(node.get("dataAbsentReason"))


def class_of(one: Observed) -> Classification | None:
    """The class that an Observation states, as its value or in a component."""
    nodes = [one.parts.get(SIGNIFICANCE)]
    if SIGNIFICANCE in one.codes:
        nodes.insert(0, one.resource)
    for node in nodes:
        if node is None:
            continue
        for code in codes(value_of(node)):
            if code in CLASS_CODES:
                return CLASS_CODES[code]
        if said := read_class(value_words(node) or ""):
            return said
    return None


@dataclass
class Said:
    """What implications say of the Observations they were drawn from, by reference."""

    classes: dict[str, Classification] = field(default_factory=dict)
    phenotypes: dict[str, str] = field(default_factory=dict)


def gather(observed: list[Observed]) -> Said:
    """Collects classes and drug-handling types; one drawn from several speaks of none."""
    said = Said()
    for one in (o for o in observed if o.live):
        targets = references(one.resource.get("derivedFrom"))
        if stated := class_of(one):
            for target in targets:
                said.classes.setdefault(target, stated)
        if one.codes & PHENOTYPES and len(targets) == 1 and (words_of := value_words(one.resource)):
            said.phenotypes.setdefault(targets[0], words_of.lower())
    return said


def gene_of(one: Observed) -> str | None:
    """The gene's symbol by its component, else by the words of the change."""
    texts = []
    if GENE in one.parts:
        value = value_of(one.parts[GENE])
        texts = [shown(value) or "", displayed(value) or "", *codes(value)]
    texts += [one.part(DISCRETE) or "", one.part(CODING) or "", value_words(one.resource) or ""]
    for text in texts:
        if text in symbols():
            return symbols()[text]
        if re.fullmatch(r"[A-Z][A-Z0-9]+(?:-[A-Z0-9]+)?", text) and text == texts[0]:
            return text
        if genes := find_genes(text):
            return genes[0].symbol
    return None


def result_of(one: Observed) -> Polarity:
    """Present or absent by the coded or written value; without one it stays open."""
    for code in codes(value_of(one.resource)):
        if code in RESULTS:
            return RESULTS[code]
    if "dataAbsentReason" in one.resource:
        reason = " ".join(
            [
                *codes(one.resource["dataAbsentReason"]),
                shown(one.resource["dataAbsentReason"]) or "",
            ]
        )
        return "not_performed" if "not-performed" in reason else "indeterminate"
    cues = [c.polarity for c in find_cues(value_words(one.resource) or "") if c.polarity]
    return cues[0] if cues else "indeterminate"


def origin_of(one: Observed) -> Origin:
    """Germline or somatic as stated by the source class; else unknown."""
    if SOURCE not in one.parts:
        return "unknown"
    value = value_of(one.parts[SOURCE])
    for code in codes(value):
        if code in SOURCES:
            return SOURCES[code]
    said = (shown(value) or "").lower()
    return "germline" if said == "germline" else "somatic" if said == "somatic" else "unknown"
