"""Finds the page about a name directly, before any similarity."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from datetime import date

from pmchat.corpus.release import Release
from pmchat.lexicon import Lexicon
from pmchat.model import Document, Finding, Passage, Statement
from pmchat.reports.genes import MISMATCH_REPAIR

_CONCEPTS = {
    "vus": "VUS",
    "possible_ch": "clonal hematopoiesis",
    "absent_stated": "pertinent negative",
    "indeterminate": "indeterminate result",
    "not_performed": "QNS",
}
"""What a finding's class, origin or polarity is called in the lexicon."""

NOTHING_FOUND = frozenset({"pertinent negative", "indeterminate result", "QNS"})
"""Names of results in which nothing was found or learned."""

_NO_ANSWER = frozenset({"indeterminate result", "QNS"})
"""Names of results that are none: their section is on what a failed test leaves open."""

_METHODS = {"protein": ("IHC",)}
"""How a result was got, where the lexicon has no name for what was tested."""

READ_WITH = {
    "tumor_ngs_tissue": "comprehensive genomic profiling",
    "tumor_ngs_plasma": "comprehensive genomic profiling",
    "germline": "germline test",
    "pgx": "pharmacogenomic test",
}
"""The name under which the library tells how to read a report of a family."""

LOOK_ALIKES = "HGNC"
"""What the page on names that look alike is about."""

MAIN = 2
"""How many of a page's first names it is chiefly about."""

SYNDROME_GENES = 6
"""The same for a page on an inherited condition, which can come from several genes."""

_CHANGES = re.compile(r"amplification|fusion|exon \d+ \w+|rearrangement", re.IGNORECASE)

_PENDING = re.compile(r"\bpending\b|\bto follow\b", re.IGNORECASE)
_UNDETECTED = re.compile(r"\bnot (?:detected|found|seen)\b", re.IGNORECASE)
_SLIGHT = re.compile(
    r"\brisk allele\b|\bincreased[- ]risk (?:allele|variant)\b|\blow[- ]penetrance\b", re.IGNORECASE
)

_OF_FAMILY = re.compile(
    r"\b(?:known|familial|family) (?:familial |family |pathogenic |[A-Z0-9]{3,8} ){0,2}"
    r"(?:variant|mutation|change)\b"
    r"|\bknown [A-Z0-9]{3,8} (?:c\.|variant|mutation|pathogenic)"
    r"|\b(?:variant|mutation|change)\b.{0,60}\b(?:of|in|from) (?:the |(?:the |this )?patient's )?"
    r"(?:mother|father|sister|brother|family|parent)\b",
    re.IGNORECASE,
)
_NO_FAMILY = re.compile(
    r"\bno known\b|\bnot (?:known|provided)\b|\b(?:if|when|should|may|could|can)\b", re.IGNORECASE
)
"""How a report names a change that runs in the family, and says that none is known."""

SCORES = frozenset({"PD-L1", "TMB", "HRD"})
"""Results of a whole tumor, which a report has or has not."""

GENE_KINDS = frozenset({"snv", "indel", "cnv", "fusion", "gene"})

HARMFUL = frozenset({"pathogenic", "likely_pathogenic"})
HARMLESS = frozenset({"vus", "benign", "likely_benign"})
"""Classes of changes that are called harmful, and of those that are not."""


def concepts(findings: Iterable[Finding], names: Mapping[str, Sequence[str]]) -> list[str]:
    """The lexicon ids behind findings: what they are first, then what they are called.

    `names` gives for each finding its ids in the lexicon, what was tested first. Where nothing
    was learned of what was tested, that comes before what it is.
    """
    findings = list(findings)
    tested: dict[str, None] = {}
    kinds: dict[str, None] = {}
    for finding in findings:
        if finding.kind not in GENE_KINDS:
            named = result_names(finding) or names[finding.id]
            tested.update(dict.fromkeys(named or _METHODS.get(finding.kind, ())))
            if _is_unanswered(finding):
                kinds[_CONCEPTS[finding.polarity]] = None
            continue
        if finding.polarity == "present" and finding.origin != "possible_ch":
            called = set(result_names(finding))
            tested.update(dict.fromkeys(n for n in names[finding.id] if n not in called))
        for key in (finding.classification, finding.origin, finding.polarity):
            if key in _CONCEPTS and not is_pending(finding):
                kinds[_CONCEPTS[key]] = None
    unanswered = all(f.kind not in GENE_KINDS and _is_unanswered(f) for f in findings)
    return [*kinds, *tested] if unanswered else [*tested, *kinds]


def _is_unanswered(finding: Finding) -> bool:
    """Whether a test of the tumor was not done, or gave neither a number nor a result."""
    if finding.polarity == "indeterminate":
        return finding.kind == "signature" and finding.value is None
    return finding.polarity == "not_performed" and not is_pending(finding)


def result_names(finding: Finding) -> list[str]:
    """The names of a result, where it has one: a VUS, dMMR, a change of blood cells."""
    normal = finding.polarity == "absent_stated"
    if finding.kind == "summary":
        return [_negative_of(finding)] if normal and finding.origin == "germline" else []
    if finding.analyte == "MSI":
        return ["MSS"] if normal else ["MSI"]
    if finding.kind == "protein" and finding.analyte in MISMATCH_REPAIR:
        return ["pMMR"] if normal else ["dMMR"]
    return [_CONCEPTS[k] for k in (finding.classification, finding.origin) if k in _CONCEPTS]


def is_harmful(finding: Finding) -> bool:
    """Whether a finding is a harmful change from birth."""
    return (
        finding.origin == "germline"
        and finding.polarity == "present"
        and finding.kind in GENE_KINDS
        and finding.classification in HARMFUL
    )


def is_undetected_msi(finding: Finding) -> bool:
    """Whether a test did not detect MSI-high, which is less than to call the tumor stable."""
    missed = finding.analyte == "MSI" and finding.polarity == "absent_stated"
    return missed and bool(_UNDETECTED.search(finding.as_printed))


def is_of_family(text: str) -> bool:
    """Whether a line is on a change that was found in a relative of the person."""
    return bool(_OF_FAMILY.search(text)) and not _NO_FAMILY.search(text)


def _negative_of(finding: Finding) -> str:
    """What a negative result is called, by whether a change of the family was looked for."""
    of_family = is_of_family(finding.evidence.text)
    return "true negative" if of_family else "uninformative negative"


def changed(finding: Finding) -> str:
    """What is printed of a change, with its name: "amplification of MET" is MET amplification."""
    kind = _CHANGES.search(finding.as_printed)
    return f"{finding.as_printed}; {finding.analyte} {kind[0]}" if kind else finding.as_printed


def meanings(
    names: Iterable[str], release: Release, today: date, inherited: Container[str]
) -> Iterator[tuple[Passage, list[Statement]]]:
    """For each name the passage that says what it is, where a page is about it; each once.

    With the passage come its sentences that name the thing. Pages
    on inherited changes serve for `inherited` names alone, so that a finding
    in a tumor is not explained as one that runs in the family.
    """
    seen: set[str] = set()
    for name in names:
        passage = _meaning(name, release, today, name in inherited)
        if passage is not None and passage.id not in seen:
            seen.add(passage.id)
            named = [s for s in passage.statements if name in release.lexicon.entities(s.text)]
            whole = name in _NO_ANSWER
            told = list(passage.statements) if whole else named or _opening(name, passage, release)
            if told:
                yield passage, told


def _opening(name: str, passage: Passage, release: Release) -> list[Statement]:
    """The first sentence of a passage, if its page is chiefly about the name."""
    chief = release.by_id[passage.document_id].entities[:MAIN]
    return list(passage.statements[:1]) if name in chief else []


def _meaning(name: str, release: Release, today: date, inherited: bool) -> Passage | None:
    """The section "what is it" on the page that is most about the name."""
    unanswered = name in _NO_ANSWER
    kind = "testing" if unanswered else "meaning"
    sections = [
        (
            (document.area == "hereditary") != inherited,
            document.entities.index(name),
            name.lower() not in f"{passage.heading} {passage.text if unanswered else ''}".lower(),
            passage,
        )
        for document in release.documents
        if name in document.entities and (inherited or document.area != "hereditary")
        for passage in document.passages
        if passage.kind == kind and passage.is_fresh(today)
    ]
    best = min(sections, key=lambda s: s[:3], default=None)
    return best[3] if best else None


def pages_about(finding: Finding, release: Release) -> list[Document]:
    """The pages that are chiefly about the result, the gene or biomarker of a finding, best first.

    A change of a blood cell, or one of unknown meaning, is explained by the page on such results,
    not by that on harmful changes of its gene.
    """
    is_missing = finding.kind in GENE_KINDS and finding.polarity == "absent_stated"
    called = ["pertinent negative"] if is_missing else result_names(finding)
    if finding.polarity == "not_performed":
        called = [_CONCEPTS["not_performed"]]
    joined = [e for e in release.lexicon.entities(finding.as_printed) if "::" in e]
    names = called or [*joined, *release.lexicon.entities(finding.analyte)]
    inherited = finding.origin == "germline"
    if inherited and is_slight(finding):
        return []
    of_birth = {"hereditary", "pharmacogenomics"}
    areas = of_birth if inherited else {d.area for d in release.documents} - {"hereditary"}
    aside = {"ethics"}
    # A page on an inherited condition names its genes one after the other, one on results these.
    chief = SYNDROME_GENES if inherited or called else MAIN
    pages = [
        (document.entities.index(name), document)
        for document in release.documents
        for name in document.entities[:chief]
        if name in names and document.area not in aside and (bool(called) or document.area in areas)
    ]
    return [document for _, document in sorted(pages, key=lambda p: p[0])]


def is_pending(finding: Finding) -> bool:
    """Whether a result is still to come: nothing failed, and nothing was left out."""
    return finding.polarity == "not_performed" and bool(_PENDING.search(finding.as_printed))


def is_slight(finding: Finding) -> bool:
    """Whether the report calls a change one that raises a risk slightly: no syndrome is told."""
    return bool(_SLIGHT.search(finding.evidence.text))


def drug_type(finding: Finding) -> str | None:
    """How a gene that handles drugs works, where that is not as usual: "poor metabolizer"."""
    label = finding.value.label if finding.kind == "genotype" and finding.value else None
    return label if label and "normal" not in label else None


def general_side_effects(names: Iterable[str], release: Release, today: date) -> Passage | None:
    """What treatments of one kind have in common, where a named one has no section of its own."""
    kinds = [kind for name in names for kind in _treatments(name, release.lexicon)]
    sections = (
        passage
        for kind in kinds
        for document in release.documents
        if kind in document.entities[:MAIN]
        for passage in document.passages
        if passage.kind == "side_effects" and passage.is_fresh(today)
    )
    return next(sections, None)


def _treatments(name: str, lexicon: Lexicon) -> list[str]:
    """The kinds of treatment that a drug is, or that act on a gene, the narrowest first."""
    genes = {e.id for e in lexicon.entries.values() if e.kind == "genes"}
    targeted = lexicon.drugs_for(name) or set(lexicon.entries[name].targets) & genes
    return [
        *(r for r in lexicon.related(name) if lexicon.entries[r].kind == "drugs"),
        *(["targeted therapy"] if targeted else []),
    ]
