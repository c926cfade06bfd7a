"""Which findings of the report a question touches, and what it asks that the report has not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from pmchat.answering.listed import listed_by
from pmchat.answering.lookup import GENE_KINDS, result_names
from pmchat.answering.repeated import narrowed, without_counts
from pmchat.answering.unnamed import REASONS, harmful_in, overall, touched_unnamed, with_reason
from pmchat.lexicon import Lexicon
from pmchat.model import Finding, Folder, Report, SectionKind, TherapyLine
from pmchat.reports.genes import MISMATCH_REPAIR
from pmchat.text import numbers, terms

_BOTH_WAYS = {"MSI": ("MSI", "MSS")}
"""Names of a result that is asked for by what it is not, too."""


_POINT = re.compile(r"\b[A-Z]\d+(?:[A-Z]|fs|del)")
"""A change of single letters in the name of a variant."""

_FUSION = re.compile(r"\bfusions?\b|\bfused\b|\brearrange\w+", re.IGNORECASE)

_TRANSCRIPT = re.compile(r"\btranscripts?\b|\bMRD\b", re.IGNORECASE)

_OWN_NAMES = frozenset({"bTMB"})
"""Names of a result that the library tells apart from the like one of tissue."""

_CANCER_GENE = re.compile(
    r"\bcancer genes?\b|\bas (?:bad|serious|risky|dangerous|high) as\b|\b(?:worse|better) than\b",
    re.IGNORECASE,
)
"""What people call any gene of inherited cancer, or hold what was found against."""

_SAID_FOUND = re.compile(
    r"\b(?:told me|(?:doctor|nurse|oncologist|team|he|she|they) (?:says?|said))\b"
    r".*\b(?:found|positive|have|has|had)\b|\bwhere (?:is|does) (?:it|that)\b",
    re.IGNORECASE,
)
"""Words of one who was told of a change that the report has not."""


_IMMUNE = re.compile(r"\bimmuno?\w*|\bcheckpoint\b|\bkeytruda\b|\bopdivo\b", re.IGNORECASE)
IMMUNE_MARKERS = frozenset({"PD-L1", "TMB", "MSI"})

_OTHER_WORDS = frozenset("met kit set max rest ar er pr not as is it at he".split())
"""Words that are also names of genes in small letters."""


_COMMON_TERMS = 3
"""A word on more findings than this tells nothing about which one is meant."""

Names = dict[str, list[str]]
"""By finding id the names in the lexicon under which a question can touch it."""


def names_of_findings(report: Report | None, lexicon: Lexicon) -> Names:
    """For each finding the ids in the lexicon of what was tested, and of what it was called."""
    findings = report.findings if report else ()
    analytes = {f.analyte: lexicon.entities(f.analyte) for f in findings}
    return {
        f.id: list(
            dict.fromkeys(
                [
                    *analytes[f.analyte],
                    *result_names(f),
                    *_BOTH_WAYS.get(f.analyte, ()),
                    *(e for e in lexicon.entities(f.as_printed) if "::" in e or e in _OWN_NAMES),
                ]
            )
        )
        for f in findings
    }


def touched_by(
    text: str,
    entities: list[str],
    report: Report,
    names: Names,
    lexicon: Lexicon,
) -> tuple[Finding, ...]:
    """The findings that the question names, repeats a number of, or names a look-alike of."""

    small = typed_small(text, report)

    def about(wanted: set[str]) -> list[Finding]:
        return [f for f in report.findings if wanted & {*names[f.id], f.analyte}]

    named = about({*entities, *small}) or _by_genes(entities, report, lexicon)
    named = [*_of_family(named, entities, report, lexicon), *named]
    named = named or _instead_of_msi(entities, report.findings)
    listed = [f for f in listed_by(text, report.findings, named) if f not in named]
    if listed:
        return (*narrowed(text, named), *listed)
    named += [f for f in _typed_as(entities, report.findings) if f not in named]
    named = _joined_alone(text, named)
    missed = bool(named) and all(f.polarity != "present" for f in named)
    harmful = harmful_in(report) if missed and _CANCER_GENE.search(text) else []
    if missed and _SAID_FOUND.search(text):
        harmful += [f for f in in_context(None, report) if f not in named][:REASONS]
    named += [f for f in _lost_beside(named, report.findings) if f not in named]
    named += [f for f in _of_residue(entities, report.findings) if f not in named]
    named += [f for f in _immune(text, named, report.findings) if f not in named]
    if named:
        stated = overall(text, report.findings)
        reason = with_reason(stated, report.findings) if _is_open(named) else stated
        return tuple(dict.fromkeys([*reason, *harmful, *narrowed(text, named)]))
    repeated = touched_unnamed(text, report)
    if repeated:
        return tuple(repeated)
    return tuple(about(_mistaken_for(entities, lexicon)))


def _joined_alone(text: str, named: list[Finding]) -> list[Finding]:
    """The fusions alone of what is named, where a fusion is asked of: no other change is one."""
    fusions = [f for f in named if f.kind == "fusion"]
    return fusions if fusions and _FUSION.search(text) else named


def _of_residue(entities: Sequence[str], findings: Sequence[Finding]) -> list[Finding]:
    """What was counted of a leukemia's own change, where minimal residual disease is asked of."""
    if "MRD" not in entities:
        return []
    return [f for f in findings if _TRANSCRIPT.search(f.evidence.text) and f.kind in GENE_KINDS]


def _immune(text: str, named: Sequence[Finding], findings: Sequence[Finding]) -> list[Finding]:
    """The other results that immunotherapy goes by, where one of them is held against it."""
    if not (_IMMUNE.search(text) and any(f.analyte in IMMUNE_MARKERS for f in named)):
        return []
    return [f for f in findings if f.analyte in IMMUNE_MARKERS and f.polarity != "not_performed"]


def _typed_as(entities: Sequence[str], findings: Sequence[Finding]) -> list[Finding]:
    """The drug genes of the type that is asked about."""
    return [f for f in findings if f.value and f.value.label in entities]


def _instead_of_msi(entities: Sequence[str], findings: Sequence[Finding]) -> list[Finding]:
    """The stains of repair proteins, where MSI is asked about and was tested by them alone."""
    asked = {"MSI", "MSS"} & set(entities)
    return [f for f in findings if asked and f.analyte in MISMATCH_REPAIR and f.kind == "protein"]


def _lost_beside(named: Sequence[Finding], findings: Sequence[Finding]) -> list[Finding]:
    """The repair proteins that are lost, where one that is intact is asked about."""
    repair = [f for f in findings if f.analyte in MISMATCH_REPAIR and f.kind == "protein"]
    intact = any(f in repair and f.polarity == "absent_stated" for f in named)
    return [f for f in repair if intact and f.polarity == "present"]


def _is_open(findings: Sequence[Finding]) -> bool:
    """Whether nothing was learned of what is named: it was not tested, or is not clear."""
    return all(f.polarity in {"not_performed", "indeterminate"} for f in findings)


def look_alikes_of(
    missing: Sequence[str],
    entities: Sequence[str],
    findings: Sequence[Finding],
    names: Names,
    lexicon: Lexicon,
) -> tuple[str, ...]:
    """What the report names where the question names only things, `missing`, that look like it."""
    asked = set(entities)
    if any(asked & {*names[f.id], f.analyte} for f in findings):
        return ()
    alike = _mistaken_for(missing, lexicon)
    return tuple(dict.fromkeys(f.analyte for f in findings if alike & set(names[f.id])))


def _mistaken_for(entities: Sequence[str], lexicon: Lexicon) -> set[str]:
    """The look-alikes that begin alike: one who asks of BRCA may have read BRAF, but not ERBB2."""
    return {
        other
        for e in entities
        for other in lexicon.look_alikes.get(e, ())
        if other[:2].lower() == e[:2].lower()
    }


def _by_genes(entities: Sequence[str], report: Report, lexicon: Lexicon) -> list[Finding]:
    """What was found in the genes of a syndrome or family, or that handle a medicine, that is
    named; if nothing was, what is said of them."""
    known = [lexicon.entries[e] for e in entities if e in lexicon.entries]
    genes = {gene for entry in known for gene in (*entry.genes, *entry.members)}
    own = [f for f in report.findings if f.analyte in genes]
    return [f for f in own if f.polarity == "present"] or own


def _of_family(
    named: Sequence[Finding], entities: Sequence[str], report: Report, lexicon: Lexicon
) -> list[Finding]:
    """What was found in a gene of the family that is named, where the family itself was not found.

    Asked of an FGFR fusion, the FGFR2 fusion that is there comes before a test without a result.
    """
    if any(f.polarity == "present" for f in named):
        return []
    genes = {gene for e in entities if e in lexicon.entries for gene in lexicon.entries[e].members}
    return [f for f in report.findings if f.analyte in genes and f.polarity == "present"]


def typed_small(text: str, report: Report) -> set[str]:
    """What was tested, typed small or without its hyphen, where that is no other word (ttf1)."""
    words = [w for w in re.findall(r"[a-z0-9]+", text.lower()) if w not in _OTHER_WORDS]
    typed = {*words, *map("".join, pairwise(words))}
    return {
        f.analyte
        for f in report.findings
        if f.analyte.lower() in typed or re.sub(r"[ -]", "", f.analyte.lower()) in typed
    }


def printed_beside(entities: Sequence[str], report: Report, lexicon: Lexicon) -> list[TherapyLine]:
    """The lines of the report that name a medicine asked about."""
    return [t for t in report.therapies if set(entities) & set(lexicon.entities(t.drug))]


def linked_to(
    entities: Sequence[str], report: Report, names: Names, lexicon: Lexicon
) -> tuple[Finding, ...]:
    """The results found that a treatment asked about goes by: EGFR for osimertinib.

    Those beside which the report prints it, or which it names in one sentence with it, come
    before all others.
    """
    beside = {t.analyte for t in printed_beside(entities, report, lexicon)}
    drugs = {e for e in entities if lexicon.entries[e].kind == "drugs"}
    said = (lexicon.entities(r.text) for r in report.remarks)
    beside |= {e for names in said if drugs & set(names) for e in names}
    own = [f for f in report.findings if f.analyte in beside]
    printed = [f for f in own if f.polarity == "present"] or own
    if printed:
        return tuple(printed)
    kinds = {"drugs", "biomarkers"}
    goes_by = {t for e in entities if lexicon.entries[e].kind in kinds for t in lexicon.related(e)}
    by = [f for f in report.findings if goes_by & set(names[f.id])]
    return tuple([f for f in by if f.polarity == "present"] or by)


def sharing_words(text: str, report: Report) -> list[Finding]:
    """The findings whose lines share a telling word with a question that names nothing."""
    text = without_counts(text)
    asked = set(terms(text)) | set(numbers(text))
    words = [
        set(terms(f"{f.as_printed} {f.evidence.text} {(f.classification or '').replace('_', ' ')}"))
        | set(numbers(f.evidence.text))
        for f in report.findings
    ]
    telling = {w for w in asked if 0 < sum(w in ws for ws in words) <= _COMMON_TERMS}
    return [f for f, ws in zip(report.findings, words, strict=True) if telling & ws]


def in_context(asked: SectionKind | None, report: Report) -> tuple[Finding, ...]:
    """The changes of the report that a question without a name is about.

    "Can my children have it" is about inherited changes, "which drugs are
    there" about all that were found and are not of uncertain significance.
    """
    return tuple(
        f
        for f in report.findings
        if f.polarity == "present"
        and f.kind in GENE_KINDS
        and f.classification != "vus"
        and f.origin != "possible_ch"
        and (asked != "inheritance" or f.origin == "germline")
    )


def context_names(
    asked: SectionKind | None, findings: Sequence[Finding], names: Names
) -> list[str]:
    """The names to search with for a question on `in_context` findings."""
    if asked == "inheritance" and not findings:
        return ["somatic variant", "germline variant"]
    return list(dict.fromkeys(e for f in findings for e in names[f.id][:1]))


def not_stated(
    entities: list[str], report: Report, names: Names, lexicon: Lexicon
) -> tuple[str, ...]:
    """Genes, changes and inherited syndromes that were asked about and that the report says
    nothing of.

    A syndrome beside a gene of the report ("a VUS in MSH6, do I have Lynch?") is asked of that
    gene. Any other name counts only if the report has a look-alike of it.
    """
    stated = {e for ids in names.values() for e in ids}
    stated |= {"MSI", "MSS"} if _instead_of_msi(["MSI"], report.findings) else set()
    printed = " ".join(f.evidence.text for f in report.findings).lower()
    entries = [lexicon.entries[e] for e in entities]
    members = {m for entry in entries for m in entry.members}
    members |= {entry.id for entry in entries if stated & set(entry.genes)}
    beside = bool(stated & set(entities))
    denied = {f.analyte for f in report.findings if f.polarity == "absent_stated"}

    def counts(entity: str) -> bool:
        entry = lexicon.entries[entity]
        if entry.kind == "conditions" and beside:
            return False
        if lexicon.look_alikes.get(entity, frozenset()) & stated & set(entities):
            return False  # held against what was found: "BRAF, isn't that BRCA?"
        syndrome = (entry.group or "").startswith("inherited")
        alike = not beside and bool(lexicon.look_alikes.get(entity, frozenset()) & stated)
        if entry.kind == "variants":  # no change found in the gene is said of this one too
            return bool(_POINT.search(entity)) and entry.gene not in denied
        return entry.kind == "genes" or bool(entry.members) or syndrome or alike

    known = stated | members | set(lexicon.entities(printed))
    return tuple(e for e in entities if e not in known and e.lower() not in printed and counts(e))


def waiting_names(
    entities: list[str] | None, report: Report | None, lexicon: Lexicon
) -> tuple[str, ...]:
    """Names asked about, or without any all, that stand on lines the person has not checked."""
    if not isinstance(report, Folder):
        return ()
    if entities is None:
        return tuple(dict.fromkeys(report.waiting))
    names = {e for analyte in report.waiting for e in lexicon.entities(analyte)}
    return tuple(e for e in entities if e in names)
