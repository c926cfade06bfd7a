"""PharmCAT results: report and phenotype JSON of versions 0.8 to 3, and the report's TSV."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from typing import Any

from pmchat.errors import ReportError
from pmchat.i18n import N_, _
from pmchat.model import Polarity, Report, ReportDates, Value
from pmchat.reports.data.draft import Draft
from pmchat.reports.data.fields import (
    Node,
    all_said,
    day_of,
    first_said,
    is_true,
    node,
    nodes,
    number_of,
    said,
    symbol_of,
)
from pmchat.reports.file import File

_HEAD = 4096
_STEP = (
    N_("This file is an intermediate step of PharmCAT and not its report."),
    N_("Please use the file of PharmCAT whose name ends in report.json or report.html."),
)
_NO_CALL = frozenset({"unknown/unknown", "unknown", "not called", "no result"})
_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,3})?")
_PLAIN = re.compile(r"(?:metaboli[sz]er|acetylator|function|susceptibility|normal)$", re.I)
_ALLELES = ("allele1", "allele2")
_NO_WORDS = frozenset({"no result", "n/a", ""})
_DRUGS = N_(
    "The file also lists advice about medicines. It was left out here. "
    "Talk about it with your doctor or pharmacist, and do not change a medicine on your own."
)
_MISSING = N_("Some places in the genes were not tested, so a genotype may be less sure.")
_SEVERAL = N_(
    "For {genes} more than one genotype fits the data. The file does not say which is right."
)
_OUTSIDE = N_("The genotype of {genes} came from another test and was only copied into this file.")
_APART = N_("The two guideline groups in this file name the type for {genes} differently.")
_ODD = N_("For {genes} the data hold a change that the program does not know.")


def is_pharmcat(file: File) -> bool:
    """True for JSON or TSV that PharmCAT wrote."""
    if _is_step(file):
        return True
    return next(_genes(file.json), None) is not None or _table(file.text or "") is not None


def read_pharmcat(file: File) -> Report:
    """One finding a gene; genes that were not called are told as such, never as normal."""
    if _is_step(file):
        raise ReportError(*map(_, _STEP))
    root = node(file.json)
    draft = Draft(family="pgx", test=_test(root))
    day = day_of(root.get("timestamp")) or day_of(
        node(root.get("matcherMetadata")).get("timestamp")
    )
    draft.dates = ReportDates(reported=day)
    draft.identify("accession", node(root.get("matcherMetadata")).get("sampleId"))
    records = list(_genes(file.json)) or [_from_row(row) for row in _table(file.text or "") or ()]
    told: dict[str, list[str]] = {}
    seen: dict[str, str | None] = {}
    for record in records:
        gene = symbol_of(first_said(record, "geneSymbol", "gene"))
        if gene is None:
            continue
        label = _phenotype(_called(record))
        if gene in seen:
            if label and seen[gene] and label != seen[gene]:
                told.setdefault(_(_APART), []).append(gene)
            continue
        seen[gene] = label
        _read_gene(draft, gene, record, told)
    draft.warnings += [
        text.format(genes=", ".join(dict.fromkeys(genes))) for text, genes in told.items()
    ]
    if any(_untested(record) for record in records):
        draft.limits.append(_(_MISSING))
    if root.get("drugs") or root.get("guidelines") or any(r.get("relatedDrugs") for r in records):
        draft.limits.append(_(_DRUGS))
    return draft.report([r.get("messages") for r in records] + [root.get("title")])


def _is_step(file: File) -> bool:
    """True for what the program writes before its report: the alleles that fit the data."""
    told = node(node(file.json).get("metadata")).get("namedAlleleMatcherVersion")
    return told is not None or "<title>PharmCAT Allele Call Report" in (file.text or "")[:_HEAD]


def _test(root: Node) -> str:
    version = first_said(root, "pharmcatVersion", "version")
    return f"PharmCAT {version}" if version else "PharmCAT"


def _genes(root: Any) -> Iterator[Node]:
    """The gene records of any version; those of CPIC before those of DPWG."""
    if isinstance(root, list):
        yield from (r for r in nodes(root) if "geneSymbol" in r and "diplotypes" in r)
        return
    top = node(root)
    if "genotypes" in top and "geneCalls" in top:
        yield from _first_version(top)
        return
    genes = node(top.get("genes") or top.get("geneReports"))
    groups = [genes.get("CPIC"), genes.get("DPWG")] if {"CPIC", "DPWG"} & set(genes) else [genes]
    for group in groups:
        yield from (r for r in nodes(list(node(group).values())) if "sourceDiplotypes" in r)


def _first_version(top: Node) -> Iterator[Node]:
    """`report.json` of versions below 2, in the form of the later ones."""
    known = {said(g.get("gene")) for g in nodes(top["genotypes"])}
    for one in nodes(top["genotypes"]):
        yield {
            "geneSymbol": one.get("gene"),
            "callSource": "OUTSIDE" if is_true(one.get("outsideCall")) else "MATCHER",
            "missing": one.get("missingVariants") == "Yes",
            "relatedDrugs": one.get("drugs"),
            "diplotypes": [
                {"label": call, "phenotypes": _split(one.get("phenotype"))}
                for call in all_said(one.get("calls"))
            ],
        }
    for one in nodes(top["geneCalls"]):
        if said(one.get("gene")) not in known:
            labels = [{"label": call} for call in all_said(one.get("diplotypes"))]
            yield {"geneSymbol": one.get("gene"), "diplotypes": labels}


def _split(phenotypes: Any) -> list[str]:
    return [p.strip() for text in all_said(phenotypes) for p in text.split(";")]


def _table(text: str) -> list[Node] | None:
    """The rows of a report's TSV; None when it is none."""
    lines = text.splitlines()
    start = next((i for i, line in enumerate(lines[:5]) if line.startswith("Gene\t")), None)
    if start is None or "\tSource Diplotype\t" not in lines[start]:
        return None
    return list(csv.DictReader(lines[start:], delimiter="\t", restval=""))


def _from_row(row: Node) -> Node:
    """A row of the TSV in the form of a gene record."""
    return {
        "geneSymbol": row.get("Gene"),
        "callSource": "OUTSIDE" if row.get("Outside Call") == "yes" else "MATCHER",
        "missing": row.get("Missing positions") == "yes",
        "sourceDiplotypes": [
            {
                "label": label.strip(),
                "phenotypes": _split(row.get("Phenotype")),
                "activityScore": row.get("Activity Score"),
                "allele1": {"function": row.get("Haplotype 1 Function")},
                "allele2": {"function": row.get("Haplotype 2 Function")},
            }
            for label in str(row.get("Source Diplotype") or "").split(" OR ")
        ],
    }


def _called(record: Node) -> list[Node]:
    for key in ("sourceDiplotypes", "diplotypes", "matcherDiplotypes"):
        if found := nodes(record.get(key)):
            return found
    return []


def _label(diplotype: Node) -> str | None:
    """The genotype's name; that of its two alleles where it has none."""
    alleles = [said(node(diplotype.get(key)).get("name")) for key in _ALLELES]
    named = said(diplotype.get("label")) or said(diplotype.get("name"))
    return named or "/".join(a for a in alleles if a) or None


def _phenotypes(diplotypes: list[Node]) -> list[str]:
    found: list[str] = []
    for one in diplotypes:
        named = all_said(one.get("phenotypes")) or all_said(one.get("phenotype"))
        found += [p for p in named if p.lower() not in _NO_WORDS and not _NUMBER.fullmatch(p)]
    return list(dict.fromkeys(found))


def _phenotype(diplotypes: list[Node]) -> str | None:
    """The one way of handling medicines that the diplotypes agree on."""
    found = _phenotypes(diplotypes)
    return found[0] if len(found) == 1 else None


def _read_gene(draft: Draft, gene: str, record: Node, told: dict[str, list[str]]) -> None:
    called = _called(record)
    labels = list(dict.fromkeys(text for one in called if (text := _label(one))))
    names = [text for text in labels if text.lower() not in _NO_CALL]
    phenotypes = _phenotypes(called)
    if str(record.get("callSource")).upper() == "OUTSIDE":
        told.setdefault(_(_OUTSIDE), []).append(gene)
    if is_true(record.get("hasUndocumentedVariations")):
        told.setdefault(_(_ODD), []).append(gene)
    if not names and not phenotypes:
        none = record.get("callSource") == "NONE"
        polarity: Polarity = "not_performed" if none else "indeterminate"
        draft.add(gene, "gene", polarity, f"{gene} {' '.join(labels) or 'not called'}")
        return
    if gene.startswith("HLA-") and any(p.startswith("*") for p in phenotypes):
        _read_hla(draft, gene, names, phenotypes)
        return
    _add_genotype(draft, gene, record, names, told)


def _add_genotype(
    draft: Draft, gene: str, record: Node, names: list[str], told: dict[str, list[str]]
) -> None:
    """One genotype; several that fit the data; or the haplotypes of an unknown phase."""
    called = _called(record)
    found = nodes(record.get("matcherComponentHaplotypes")) if len(names) != 1 else []
    components = [text for one in found if (text := _label(one))]
    single = all(one.get("allele2") is None and "allele1" in one for one in called)
    parts, names = bool(components) or single, components or names
    several = len(names) > 1 and not parts
    if several:
        told.setdefault(_(_SEVERAL), []).append(gene)
    joined = (" or " if several else ", ").join(names)
    alone = len(names) == 1 or several
    source = called if alone else nodes(record.get("recommendationDiplotypes"))
    label = _phenotype(source or called)
    open_type = several or (label or "").lower() == "indeterminate"
    draft.add(
        gene, "haplotype" if parts and "HapB3" in joined else "genotype",
        "indeterminate" if open_type else "present",
        " ".join(t for t in (gene, joined) if t), ", ".join(_phenotypes(called)),
        _score_words(source),
        *(said(node(one.get(key)).get("function")) for one in called for key in _ALLELES),
        value=_value(label, source), origin="germline",
    )  # fmt: skip


def _read_hla(draft: Draft, gene: str, names: list[str], phenotypes: list[str]) -> None:
    """Each HLA allele for itself: a negative one says nothing of the others."""
    for one in phenotypes:
        allele, _, word = one.partition(" ")
        found: Polarity = "present" if word.lower() == "positive" else "indeterminate"
        polarity: Polarity = "absent_stated" if word.lower() == "negative" else found
        draft.add(
            f"{gene}{allele}", "genotype", polarity,
            f"{gene}{one}", *(f"{gene} {name}" for name in names), origin="germline",
        )  # fmt: skip


def _score(diplotypes: list[Node]) -> float | None:
    scores = {number_of(one.get("activityScore")) for one in diplotypes}
    if scores == {None}:  # below version 2 the score stood in the place of the phenotype
        keys = [
            all_said(one.get("phenotypes")) or all_said(one.get("lookupKey")) for one in diplotypes
        ]
        scores = {float(key) for found in keys for key in found if _NUMBER.fullmatch(key)}
    return scores.pop() if len(scores) == 1 else None


def _score_words(diplotypes: list[Node]) -> str | None:
    score = _score(diplotypes)
    return None if score is None else f"activity score {score}"


def _value(label: str | None, diplotypes: list[Node]) -> Value | None:
    """How the body handles medicines; "extensive" is the old word for "normal"."""
    score = _score(diplotypes)
    if label is None and score is None:
        return None
    words = label.lower() if label and _PLAIN.search(label) else label
    words = words.replace("extensive metab", "normal metab") if words else None
    return Value(number=score, unit=None if score is None else "activity score", label=words)


def _untested(record: Node) -> bool:
    """Whether places of the gene were not read."""
    variants = nodes(record.get("variants"))
    return is_true(record.get("missing")) or any(
        "call" in v and v.get("call") is None for v in variants
    )
