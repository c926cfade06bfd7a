"""Observations: their words, and what they say of gene, origin and result."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from pmchat.model import Evidence, Identifier, Origin, Polarity
from pmchat.reports.fhir.codes import (
    BIOMARKERS,
    CODING,
    CONFIDENCE,
    DISCRETE,
    GENE,
    INTERPRETATIONS,
    NAMES,
    RESULTS,
    SOURCE,
    SOURCES,
)
from pmchat.reports.fhir.extensions import with_extensions
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
    withdrawn,
    words,
)
from pmchat.reports.genes import find_genes, symbols
from pmchat.reports.lines import Line, find_instructions
from pmchat.reports.masking import mask
from pmchat.reports.polarity import find_cues

_MOST_PARTS, _MOST_TWINS = 300, 5
_NAME, _VALUE, _TEXT = 200, 1_000, 8_000
_ENZYME = re.compile(r"CYP\d|TPMT|NUDT15|DPYD|NAT2|UGT1A1")
_NO_ENZYMES = frozenset({"VKORC1", "SLCO1B1", "ABCG2", "ABCB1", "OPRM1", "IFNL3", "IFNL4", "COMT"})
_OTHER_PEOPLE = ("RelatedPerson", "FamilyMemberHistory")


@dataclass(eq=False)
class Observed:
    """An Observation with its running number, its words, and what others say of it."""

    resource: Resource
    number: int
    text: str
    parts: dict[str, Resource] = field(default_factory=dict)
    implications: list[Observed] = field(default_factory=list)
    orders: int = 0

    @property
    def names(self) -> set[str]:
        """What other resources call it."""
        return names(self.resource)

    @property
    def codes(self) -> dict[str, None]:
        """What is observed, as codes."""
        return codes(self.resource.get("code"))

    @property
    def live(self) -> bool:
        """False for one that was cancelled, entered in error, or made on a relative."""
        focus = " ".join(references_whole(self.resource.get("focus")))
        relative = any(kind in focus for kind in _OTHER_PEOPLE)
        return not withdrawn(self.resource) and not relative

    @property
    def sources(self) -> list[str]:
        """What it was drawn from, as the names of other resources; the old guide says related."""
        return references(self.resource.get("derivedFrom")) + self._related("derived-from")

    @property
    def members(self) -> list[str]:
        """What it groups, as the names of other resources."""
        return references(self.resource.get("hasMember")) + self._related("has-member")

    def _related(self, kind: str) -> list[str]:
        return [
            target
            for one in dicts(self.resource.get("related"))
            if words(one.get("type")) == kind
            for target in references(one.get("target"))
        ]

    def about(self, *wanted: str) -> bool:
        """True when one of the codes is what is observed."""
        return any(code in self.codes for code in wanted)

    def part(self, *wanted: str) -> str | None:
        """The words of the first component with one of the codes."""
        for code in wanted:
            if code in self.parts and (said := value_words(self.parts[code])):
                return said
        return None

    def all_parts(self, code: str) -> list[str]:
        """The words of every component with the code."""
        found = [
            value_words(part)
            for part in components(self.resource)
            if code in codes(part.get("code"))
        ]
        return [said for said in found if said]

    def evidence(self, *added: str) -> Evidence:
        """The printed words: page 1, line the running number."""
        return Evidence(page=1, line=self.number, text="; ".join([self.text, *added]))


def observe(resource: Resource, number: int, identifiers: Iterable[Identifier] = ()) -> Observed:
    """An Observation made ready for reading; names of people are masked in its words."""
    resource, orders = _without_orders(with_extensions(resource))
    parts = {
        code: part for part in reversed(components(resource)) for code in codes(part.get("code"))
    }
    text = "; ".join(_sentences(resource))[:_TEXT]
    hidden = [i for i in identifiers if i.text.lower() in text.lower()]
    return Observed(resource, number, mask(text, hidden), parts, orders=orders)


def link(observed: list[Observed]) -> None:
    """Hands each Observation what was drawn from it alone.

    A statement drawn from several together speaks of none of them by itself, and a
    name that two different Observations share leads to neither.
    """
    called: dict[str, list[Observed]] = {}
    for one in observed:
        for name in names(one.resource):
            called.setdefault(name, []).append(one)
    for one in (o for o in observed if o.live):
        targets = _meant(one, called)
        found = called.get(targets.pop(), []) if len(targets) == 1 else []
        twins = len(found) <= _MOST_TWINS and len({f.text for f in found}) == 1
        if twins and not any(target is one for target in found):
            for target in found:
                target.implications.append(one)


def _meant(one: Observed, called: dict[str, list[Observed]]) -> set[str]:
    """What it was drawn from; of several genes a "metabolizer" is told of the only enzyme."""
    targets = set(one.sources)
    if len(targets) < 2 or not (value_words(one.resource) or "").lower().endswith("metabolizer"):
        return targets
    genes = {t: gene_of(called[t][0]) for t in targets if t in called}
    enzymes = {t for t, gene in genes.items() if gene and _ENZYME.match(gene)}
    others = {t for t, gene in genes.items() if gene in _NO_ENZYMES}
    return enzymes if len(enzymes) == 1 and enzymes | others == targets else targets


def components(resource: Resource) -> list[Resource]:
    """The components of an Observation; a report has a few dozen at most."""
    return dicts(resource.get("component"))[:_MOST_PARTS]


def references_whole(node: object) -> list[str]:
    """References as they are written, and the types they name."""
    return [
        said
        for part in dicts(node)
        for key in ("reference", "type")
        if (said := words(part.get(key)))
    ]


def _sentences(resource: Resource) -> list[str]:
    """The Observation in its own words: what, value, then each component and note."""
    said = [pair for node in (resource, *components(resource)) if (pair := _pair(node))]
    notes = [n for part in dicts(resource.get("note")) if (n := words(part.get("text")))]
    found = [*said, *(f"note: {n}" for n in notes)]
    return found or [name for name in (name_of(resource),) if name]


def _without_orders(resource: Resource) -> tuple[Resource, int]:
    """The Observation without what addresses a program, and how often that was."""
    parts, notes = components(resource), dicts(resource.get("note"))
    kept_parts = [part for part in parts if not _is_order(_pair(part))]
    kept_notes = [note for note in notes if not _is_order(words(note.get("text")))]
    orders = len(parts) - len(kept_parts) + len(notes) - len(kept_notes)
    kept = {**resource, "component": kept_parts, "note": kept_notes}
    if _is_order(_pair(resource)):
        kept = {k: v for k, v in kept.items() if not k.startswith("value") and k != "code"}
        orders += 1
    return kept, orders


def _is_order(text: str | None) -> bool:
    return bool(text) and find_instructions([Line(1, 1, text or "", text or "")])[1] > 0


def _pair(node: Resource) -> str:
    """The name and value of an Observation or component, as they are shown."""
    name, value = name_of(node), value_or_reason(node)
    return f"{(name or 'value')[:_NAME]}: {value[:_VALUE]}" if value else ""


def name_of(node: Resource) -> str | None:
    """What an Observation or component is called; a biomarker's code before its display."""
    code = node.get("code")
    known = next((BIOMARKERS[c] for c in codes(code) if c in BIOMARKERS), None)
    name = known or displayed(code)
    return NAMES.get(name or "", name)


def value_or_reason(node: Resource) -> str | None:
    """The value in words, or why there is none."""
    return value_words(node) or shown(node.get("dataAbsentReason"))


def genes_of(one: Observed) -> list[str]:
    """The symbols of the genes studied, as its components name them."""
    found = [
        symbol
        for part in components(one.resource)
        if GENE in codes(part.get("code")) and (symbol := _symbol(value_of(part)))
    ]
    return list(dict.fromkeys(found))


def _symbol(value: object) -> str | None:
    texts = [shown(value) or "", displayed(value) or "", *codes(value)]
    texts.append(words(value) or "")
    for text in texts:
        if text in symbols():
            return symbols()[text]
        if re.fullmatch(r"[A-Z][A-Z0-9]+(?:orf\d+)?(?:-[A-Z0-9]+)?", text):
            return text
        if genes := find_genes(text):
            return genes[0].symbol
    return None


def gene_of(one: Observed) -> str | None:
    """The gene's symbol by its component, else by the words of the change."""
    if genes := genes_of(one):
        return genes[0]
    for text in (one.part(DISCRETE), one.part(CODING), value_words(one.resource)):
        if genes := [mention.symbol for mention in find_genes(text or "")]:
            return genes[0]
    return None


def result_of(one: Observed) -> Polarity:
    """Present or absent by the coded or written value; without one it stays open."""
    value = value_of(one.resource)
    if value is not None:
        said = _stated(value, value_words(one.resource))
        if said == "present" and (one.part(CONFIDENCE) or "").lower() == "low":
            return "indeterminate"
        return said
    if "dataAbsentReason" in one.resource:
        return absence_of(one.resource)
    marks = codes(one.resource.get("interpretation"))
    found = {INTERPRETATIONS[m] for m in marks if m in INTERPRETATIONS}
    return found.pop() if len(found) == 1 else "indeterminate"


def absence_of(node: Resource) -> Polarity:
    """What the reason for a missing value says: not done, or left open."""
    reason = node["dataAbsentReason"]
    text = " ".join([*codes(reason), shown(reason) or ""]).lower()
    return "not_performed" if re.search("not[- ]performed|error", text) else "indeterminate"


def _stated(value: object, text: str | None) -> Polarity:
    """The result that a value states; two that differ leave it open."""
    if isinstance(value, bool):
        return "present" if value else "absent_stated"
    coded = {RESULTS[c] for c in codes(value) if c in RESULTS}
    if len(coded) == 1:
        return coded.pop()
    if coded:
        return "indeterminate"
    cues = [c.polarity for c in find_cues(text or "") if c.polarity]
    return cues[0] if cues else "indeterminate"


def origin_of(one: Observed) -> Origin:
    """Germline or somatic as stated by the source class; else unknown."""
    if SOURCE not in one.parts:
        return "unknown"
    value = value_of(one.parts[SOURCE])
    coded = {SOURCES[c] for c in codes(value) if c in SOURCES}
    if coded:
        return coded.pop() if len(coded) == 1 else "unknown"
    said = (displayed(value) or words(value) or "").lower()
    return "germline" if said == "germline" else "somatic" if said == "somatic" else "unknown"
