"""What implications say of a change: its class, how medicines are handled, drugs named."""

from __future__ import annotations

import re
from typing import Literal

from pmchat.i18n import N_
from pmchat.model import Classification, Finding, TherapyLine
from pmchat.reports.classes import read_class
from pmchat.reports.fhir.codes import (
    CLASS_CODES,
    CONTEXTS,
    DRUG,
    EFFECTS,
    LEVEL,
    PHENOTYPES,
    RISK,
    SIGNIFICANCE,
)
from pmchat.reports.fhir.load import Kinds
from pmchat.reports.fhir.observations import Observed, components
from pmchat.reports.fhir.resources import Resource, codes, dicts, shown, value_of, value_words
from pmchat.reports.therapies import Scope

UNPLACED = N_(
    "The file links medicines to some results, but does not say if they fit this tumor. "
    "They are not listed here."
)
_AGAINST = re.compile(r"resist|non-?respon|not respon|(?:lack|loss) of|insensitiv|no benefit", re.I)
_OF_ONE_DRUG = re.compile(
    r"(?:presumed )?(?:non-)?respon\w+|(?:presumed )?resistant|(?:high|low|increased) risk", re.I
)
_DENIED = re.compile(
    r"\bnot support|\bno (?:evidence|resist|sensitiv|effect)|unknown|uncertain", re.I
)
_FOR = re.compile(r"respon|sensitiv|benefit|effective", re.I)
_TUMOR = re.compile(
    r"cancer|carcinom|neoplas|tumou?r|leuk|lymphom|melanom|sarcom|blastom|gliom|myel|metasta", re.I
)
_PLAIN = frozenset(
    "a and cancer carcinoma cell disease disorder malignant neoplasm neoplastic nos of or "
    "primary the tumor tumour".split()
)


def classes_of(one: Observed) -> list[Classification]:
    """The classes stated by the Observation itself, or else by what was drawn from it."""
    found = _own_classes(one)
    if not found:
        found = [said for other in one.implications for said in _own_classes(other)]
    if not found:
        levels = [read_class(other.part(LEVEL) or "") for other in one.implications]
        found = [said for said in levels if said and said.startswith("tier")]
    return list(dict.fromkeys(found))


def class_of(one: Observed) -> Classification | None:
    """The class, when only one is stated."""
    found = classes_of(one)
    return found[0] if len(found) == 1 else None


def _own_classes(one: Observed) -> list[Classification]:
    """Those of its value, of each component, or else of its interpretation."""
    nodes = [one.resource] if one.about(SIGNIFICANCE) else []
    nodes += [p for p in components(one.resource) if SIGNIFICANCE in codes(p.get("code"))]
    found: list[Classification] = []
    for node in nodes:
        known = [CLASS_CODES[code] for code in codes(value_of(node)) if code in CLASS_CODES]
        if said := (known[0] if known else read_class(value_words(node) or "")):
            found.append(said)
    noted = None if found else read_class(shown(one.resource.get("interpretation")) or "")
    return [*found, *([noted] if noted else [])]


def phenotype_of(one: Observed) -> str | None:
    """How the body handles medicines by this genotype; nothing where the file says two things.

    What is said of one medicine only ("high risk", "responsive") is no such type.
    """
    for code in PHENOTYPES:
        said = [one.part(code)]
        for other in one.implications:
            said.append(value_words(other.resource) if other.about(code) else None)
            said.append(other.part(code))
        types = {text.lower() for text in said if text and not _OF_ONE_DRUG.fullmatch(text)}
        if types:
            return types.pop() if len(types) == 1 else None
    return None


def risk_of(one: Observed) -> str | None:
    """The risk of a harmful reaction by this genotype, with the medicines it is said of."""
    told = []
    for other in one.implications:
        said = value_words(other.resource) if other.about(RISK) else other.part(RISK)
        drugs = other.all_parts(DRUG)
        if said and drugs:
            told.append(f"{said.lower()} ({', '.join(drugs)})")
    return "; ".join(dict.fromkeys(told)) or None


def read_therapies(
    observed: list[Observed], found: dict[int, list[Finding]], kinds: Kinds
) -> tuple[list[TherapyLine], bool]:
    """Drugs that an implication links to a change of the tumor; and whether some have no place.

    A drug that the file calls both working and not working has none.
    """
    disease = _disease(kinds)
    lines: list[TherapyLine] = []
    unplaced = False
    for source in observed:
        findings = [f for f in found.get(source.number, []) if _is_change(f)]
        told = [(drug, one) for one in source.implications for drug in one.all_parts(DRUG)]
        working = {drug.lower() for drug, one in told if _effect(one) == "working"}
        failing = {drug.lower() for drug, one in told if _effect(one) == "failing"}
        for drug, one in told if findings else []:
            doubtful = findings[0].origin == "germline" or drug.lower() in working & failing
            scope = None if doubtful else _scope(one, disease)
            unplaced = unplaced or scope is None
            if scope is not None:
                lines.append(
                    TherapyLine(
                        analyte=findings[0].analyte, drug=drug, scope=scope, evidence=one.evidence()
                    )
                )
    return lines, unplaced


def _is_change(one: Finding) -> bool:
    return one.polarity == "present" and one.kind not in ("genotype", "haplotype", "summary")


def _effect(one: Observed) -> Literal["working", "failing"] | None:
    """Whether the file says that a medicine works on the change; None when it does not say."""
    said = one.part(*EFFECTS) or ""
    if _DENIED.search(said):
        return None
    if _AGAINST.search(said):
        return "failing"
    return "working" if _FOR.search(said) else None


def _scope(one: Observed, disease: list[Resource]) -> Scope | None:
    """This tumor, another, or resistance, as the file states it; None when it does not."""
    effect = _effect(one)
    if effect == "failing":
        return "resistance"
    if effect is None:
        return None
    context = [value_of(one.parts[code]) for code in CONTEXTS if code in one.parts]
    if not context:
        return "this_tumor"
    if any(_same(left, right) for left in dicts(context) for right in disease):
        return "this_tumor"
    said = [_tokens(shown(c)) for c in dicts(context)]
    known = [_tokens(shown(d)) for d in disease]
    apart = all(a and b and not a & b for a in said for b in known)
    return "other_tumor" if said and known and apart else None


def _disease(kinds: Kinds) -> list[Resource]:
    """The patient's tumor, where the file names one."""
    found: list[Resource] = []
    for one in kinds.get("Condition", []):
        found += dicts(one.get("code"))
    for kind in ("ServiceRequest", "DiagnosticReport"):
        for one in kinds.get(kind, []):
            found += dicts(one.get("reasonCode"))
    return [one for one in found if _TUMOR.search(shown(one) or "")]


def _same(left: Resource, right: Resource) -> bool:
    """True for one code, or for one name; a longer name may be another tumor."""
    if set(codes(left)) & set(codes(right)):
        return True
    one, other = (shown(left) or "").lower(), (shown(right) or "").lower()
    return bool(one) and one == other


def _tokens(text: str | None) -> set[str]:
    return set(re.findall(r"[a-z]{2,}", (text or "").lower())) - _PLAIN
