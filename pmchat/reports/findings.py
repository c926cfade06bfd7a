"""Findings of a row: what is there, what is stated not to be, with the printed words."""

from __future__ import annotations

import re
from dataclasses import replace

from pmchat.model import Finding, Polarity
from pmchat.reports.amounts import many_copies, read_amount
from pmchat.reports.asides import of_earlier, without_asides
from pmchat.reports.biomarkers import find_marks
from pmchat.reports.classes import told_anew
from pmchat.reports.elsewhere import from_elsewhere
from pmchat.reports.explanations import find_reasons, without
from pmchat.reports.gene_polarity import gene_polarity, to_end
from pmchat.reports.genes import WORDLIKE, find_genes
from pmchat.reports.items import DRIVERS, read_items
from pmchat.reports.legends import of_threshold
from pmchat.reports.marks import read_mark_of
from pmchat.reports.pgx import (
    Genotype,
    read_alleles,
    read_genotype,
    read_genotype_before,
    tells_of_medicine,
    unchanged,
)
from pmchat.reports.polarity import find_cues
from pmchat.reports.probes import normal_probe
from pmchat.reports.prose import general, wordy
from pmchat.reports.relatives import of_relative, relative_of, tested_here
from pmchat.reports.rows import Row
from pmchat.reports.scope import resolve
from pmchat.reports.seen import Context, Seen, make_finding
from pmchat.reports.sentences import denied_at_end, find_sentences
from pmchat.reports.series import Scoped
from pmchat.reports.stains import read_protein
from pmchat.reports.targets import (
    of_control,
    of_harmless,
    only_a_target,
)
from pmchat.reports.values import (
    Reading,
    read_copies,
    read_fraction,
)
from pmchat.reports.variants import change_kind, find_events, find_variants

SILENT_SECTIONS = frozenset(
    {"benign", "therapies", "therapies_other", "resistance", "trials", "genes", "history", "skip"}
)
_PERFORMANCE = re.compile(r"\bperformance\b|\bquality\b|\bQC\b", re.I)
_AWAITED = re.compile(
    r"[*\s-]*[A-Z][\w/ -]{1,30}: (?:the )?results? (?:(?:is|are) )?(?:still )?"
    r"(?:awaited|pending)(?=\s*(?:[.;,]|$))"
)
# The probe of a chromosome's arm: "17p13 (TP53)" tells of copies, not of the gene's letters.
_BAND = re.compile(r"\b\d{1,2}[pq]\d*(?:\.\d+)?\s?\($")
_BENIGN_CELL = re.compile(
    r"\bbenign\s*(?:$|reviewed by|(?:multiple|single) submitters?|criteria provided)", re.I
)
_WORSE = re.compile(r"pathogenic|\bVUS\b|uncertain|conflicting", re.I)
_REST = re.compile(r"\W*n?or\b", re.I)  # of a sentence whose begin stands elsewhere
_QUESTION = re.compile(r"(?:^|[\s(,;])\?$")  # "?ALK fusion" asks
_CLUSTER = re.compile(r"CD\d")  # a protein on the surface of cells: "CD117 positive"
_BROKEN = DRIVERS | {"MYC", "BCL2", "BCL6"}
_SILENT = re.compile(r"\bsynonymous\b|\bsilent\b", re.I)
_AMENDED = re.compile(r"\((?:amended|revised|updated|changed|re-?classified)\)", re.I)
_ADDENDUM = re.compile(r"(?:ADDENDUM|AMENDMENT)\b[^a-z]*")  # the title of one
_DOUBT = re.compile(r"(?:un)?likely|possible|probable|suspected|uncertain", re.I)
_LIST_WORDS = 8  # of a list of names, at most
_YOU = re.compile(r"\byour?\b", re.I)
_BRACKET_LIST = re.compile(r"\((?:[A-Z][A-Z0-9]+(?:, | and |/)?){2,}\)")


def read_findings(row: Row, context: Context) -> list[Finding]:
    """The findings of one row; ids are given later."""
    row = without_asides(row)
    if from_elsewhere(row.text[: row.heading]) or from_elsewhere(row.section.title or ""):
        return []
    heard = row.section.kind == "history" and tested_here(row.text)
    heard = heard or (row.section.kind == "skip" and _not_run(row))
    heard = heard or (row.section.kind == "genes" and denied_at_end(row.text))
    if row.section.kind in SILENT_SECTIONS and not heard:
        return []
    genes, marks = find_genes(row.text), find_marks(row.text)
    if not (genes or marks) or (_SILENT.search(row.text) and not marks):
        return []
    cues = find_cues(row.text, context.language)
    if not cues and _ADDENDUM.fullmatch(row.text.strip()):
        return []
    found: list[Finding] = []
    addressed, about = bool(_YOU.search(row.text)), False
    for start, end in find_sentences(row.text, row.heading):
        sentence = read_items(row.text, start, end)
        words = row.text[start:end]
        about = addressed and relative_of(words, about)
        reasons = list(find_reasons(words))
        told = [c for c in cues if not any(a <= c.start - start < b for a, b in reasons)]
        earlier = of_earlier(words) and told_anew(words) is None
        earlier = earlier or bool(_REST.match(words))
        if (
            not sentence.items
            or earlier
            or general(_unwrapped(row, start, without(words, reasons)))
        ):
            continue
        if of_harmless(row.text[start : sentence.items[0].start]):
            continue
        if about or of_relative(words, row.text[start : sentence.items[0].end]):
            continue
        for index, scope in enumerate(resolve(row.text, sentence, told)):
            seen = Seen(row, sentence, index, scope, context)
            if row.section.kind == "not_done" and scope.polarity is None and _only_named(seen):
                seen = replace(seen, scope=Scoped("not_performed"))
            if of_threshold(seen.row.text[seen.item.head_end : seen.stop]):
                continue
            if of_control(seen.lead, seen.words) or _QUESTION.search(seen.lead):
                continue
            found.extend(read_mark_of(seen) if seen.item.mark else _gene(seen))
    return [f for f in found if not only_a_target(row, f)]


def _unwrapped(row: Row, start: int, words: str) -> str:
    """The words from the start on, without the indents of the lines that they run over."""
    for begin in reversed(row.starts):
        if 0 < begin - start < len(words):
            words = words[: begin - start] + words[begin - start :].lstrip(" ")
    return words


def _not_run(row: Row) -> bool:
    """True for a part of the test that was not done, or whose result is to come.

    The first stands in the table of how the test went, the other below advice.
    """
    cues = {cue.polarity for cue in find_cues(row.text)}
    titled = _PERFORMANCE.search(row.section.title or "") and row.text.startswith("\t")
    return bool(titled or _AWAITED.match(row.text)) and cues == {"not_performed"}


def _gene(seen: Seen) -> list[Finding]:
    item = seen.item
    if any(v.silent for v in item.variants) and not re.search(r"\bsplic", seen.words, re.I):
        return []
    if item.bare:
        item.event = many_copies(seen)
    if item.bare and _of_another(seen):
        return []
    stained = read_protein(seen)
    if stained is not None:
        return stained
    alleles = read_alleles(item.analyte, seen.row.text[item.head_end : seen.stop])
    if len(alleles) > 1:
        return [
            make_finding(
                seen, item.analyte + allele, "genotype", Reading(polarity),
                (item.start, item.head_end + end),
            )
            for allele, polarity, end in alleles
        ]  # fmt: skip
    genotype = None
    if item.bare or item.event is None:
        genotype = read_genotype(item.analyte, seen.row.text[item.head_end : seen.stop])
        genotype = genotype or read_genotype_before(item.analyte, seen.lead)
    if genotype is None and item.bare and tells_of_medicine(item.analyte, seen.words):
        return []
    polarity = gene_polarity(seen, genotype)
    if polarity is None or _covered(seen):
        return []
    wordlike = item.analyte in WORDLIKE and not _CLUSTER.match(seen.row.text, item.start)
    if wordlike and item.bare and not _listed(seen):
        return []
    found = _gene_finding(seen, polarity, genotype)
    told = found.classification or (item.variants and seen.read_class(seen.words)) or ""
    anew = told_anew(seen.words) is not None or _AMENDED.search(seen.words)
    return [] if ("benign" in told or _listed_as_benign(seen)) and not anew else [found]


def _listed_as_benign(seen: Seen) -> bool:
    """True for "MSH2 G256D, G322D | Lynch syndrome | Benign": one class for all of a cell."""
    text = seen.row.text
    first, *others = re.split(r"[|\t]", text[seen.sentence.start :])
    within = seen.item.end <= seen.sentence.start + len(first)
    benign = any(map(_BENIGN_CELL.search, others))
    return len(find_variants(first)) > 1 and within and benign and not _WORSE.search(text)


def _of_another(seen: Seen) -> bool:
    """True when a doubt stands words away from a bare name: it makes something else unlikely."""
    start, end = seen.scope.cue or (0, 0)
    text = seen.row.text
    doubted = start > seen.item.head_end and _DOUBT.fullmatch(text[start:end])
    between = text[seen.item.head_end : start].rstrip()
    return bool(doubted) and not between.endswith(":") and wordy(between, 2)


def _only_named(seen: Seen) -> bool:
    """True for a gene, or a fusion or exon of it, in a list: no change, no amount, no copies."""
    item = seen.item
    listed = item.event is None or item.event.kind in ("fusion", "indel", "cnv")
    amount = read_fraction(seen.words) or read_copies(seen.words)
    sentence = seen.row.text[seen.sentence.start : seen.sentence.end]
    named = listed and amount is None and not wordy(sentence, _LIST_WORDS)
    return named and seen.read_class(seen.words) is None


def _covered(seen: Seen) -> bool:
    """True for a bare gene whose change follows as an item of its own."""
    item = seen.item
    if not item.bare:
        return False
    later = seen.sentence.items[seen.index + 1 :]
    return bool(later) and later[0].inherited and seen.scope.cue is None


def _listed(seen: Seen) -> bool:
    """True when other genes stand beside, so that a word-like symbol means the gene."""
    if seen.row.section.kind == "negatives" or len(seen.sentence.items) > 2:
        return True
    if any(m.start() < seen.item.start < m.end() for m in _BRACKET_LIST.finditer(seen.row.text)):
        return True
    if re.search(r"\b(?:in|of) (?:the )?$", seen.lead) and seen.scope.cue is not None:
        return True
    return bool(
        re.match(
            r"\)?\s*(?:[:|\t=-]|\s{2,}|\(|(?:was|were|is|are) not\b|gene\b|cop(?:y|ies)\b"
            r"|exon|[Rr]esults?\b|mutation|fusion|IHC|FISH)",
            seen.row.text[seen.item.head_end :],
        )
    )


def _cue_end(seen: Seen) -> int:
    """Where the cue ends; "Negative for" is quoted with what it is negative for."""
    end = seen.scope.cue[1] if seen.scope.cue else seen.item.end
    text = seen.row.text
    if re.search(r"\b(?:for|of)$", text[:end], re.I):
        wide = re.search(r"\s{2,}|[.;|\t]|$", text[end : seen.stop])
        end += wide.start() if wide else 0
    return end


def _kind_by_cue(seen: Seen) -> str:
    """What sort of change the result itself names: "ERBB2  CNA-Seq  Amplified"."""
    cue = seen.scope.cue
    said = find_events(seen.row.text[slice(*cue)]) if cue and seen.scope.own else []
    return said[0].kind if said else "gene"


def _gene_finding(seen: Seen, polarity: Polarity, genotype: Genotype | None) -> Finding:
    item, row = seen.item, seen.row
    tail = row.text[item.end : seen.stop]
    coding = next((v.hgvs for v in item.variants if v.kind == "c"), None)
    protein = next((v.hgvs for v in item.variants if v.kind == "p"), None)
    if genotype is not None and coding and unchanged(row.text[item.start : seen.stop], coding):
        coding = None
    kind = item.event.kind if item.event else _kind_by_cue(seen)
    if normal_probe(to_end(seen)) and item.bare:
        kind = "cnv"
    band = _BAND.search(seen.lead) if kind == "gene" and item.analyte not in _BROKEN else None
    kind = "cnv" if band else kind
    if kind == "gene" and _CLUSTER.match(row.text, item.start):
        kind = "protein"
    if item.partners and not item.variants:
        kind = "fusion"
    elif genotype is not None:
        one_allele = item.haplotype or (genotype.allele_only and polarity == "absent_stated")
        kind = "haplotype" if one_allele else genotype.kind
    elif item.variants:
        kind = change_kind(coding or next((v.text for v in item.variants), None), protein)
    if genotype is not None and seen.context.germline is False and item.variants:
        kind = change_kind(coding, protein)
    amount = read_amount(seen, kind, polarity, tail)
    value = genotype.value if genotype is not None and amount is None else None
    value = amount.value if amount is not None else value
    stop = item.end
    if genotype is not None:
        stop = max(stop, item.head_end + genotype.end)
    if seen.scope.own and seen.scope.cue and seen.scope.cue[0] < seen.stop:
        stop = max(stop, min(_cue_end(seen), seen.stop))
    if amount is not None:
        stop = max(stop, item.end + amount.end)
    start = seen.sentence.start + band.start() if band else item.start
    finding = make_finding(seen, item.analyte, kind, Reading(polarity, value), (start, stop))
    analyte = item.analyte
    if genotype is not None and analyte.startswith("HLA"):
        analyte += genotype.suffix
    return finding.model_copy(update={"analyte": analyte, "hgvs_c": coding, "hgvs_p": protein})
