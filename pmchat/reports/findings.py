"""Findings of a row: what is there, what is stated not to be, with the printed words."""

from __future__ import annotations

import re
from dataclasses import replace

from pmchat.model import Finding, Polarity
from pmchat.reports.amounts import inner_amount, many_copies, read_amount
from pmchat.reports.asides import of_earlier, without_asides
from pmchat.reports.biomarkers import find_marks
from pmchat.reports.classes import told_anew
from pmchat.reports.elsewhere import from_elsewhere
from pmchat.reports.explanations import find_reasons, told_by, without
from pmchat.reports.genes import WORDLIKE, find_genes
from pmchat.reports.items import DRIVERS, joined_in_words, read_items
from pmchat.reports.marks import read_mark_of
from pmchat.reports.pgx import (
    Genotype,
    printed_pair,
    read_alleles,
    read_genotype,
    read_genotype_before,
    unchanged,
)
from pmchat.reports.polarity import find_cues
from pmchat.reports.probes import normal_probe
from pmchat.reports.prose import general, wordy
from pmchat.reports.relatives import of_relative, relative_of, tested_here
from pmchat.reports.rows import Row
from pmchat.reports.scope import resolve
from pmchat.reports.seen import Context, Seen, has_amount, make_finding, may_be_absent
from pmchat.reports.sentences import find_sentences
from pmchat.reports.series import Scoped
from pmchat.reports.stains import read_protein
from pmchat.reports.targets import (
    announced,
    asked_for,
    of_control,
    of_harmless,
    of_threshold,
    only_a_target,
)
from pmchat.reports.values import (
    Reading,
    below_cutoff,
    read_copies,
    read_fraction,
    read_level,
    read_ratio,
    within_normal,
)
from pmchat.reports.variants import change_kind, find_events

SILENT_SECTIONS = frozenset(
    {"benign", "therapies", "therapies_other", "resistance", "trials", "genes", "history", "skip"}
)
_PERFORMANCE = re.compile(r"\bperformance\b|\bquality\b|\bQC\b", re.I)
# The probe of a chromosome's arm: "17p13 (TP53)" tells of copies, not of the gene's letters.
_BAND = re.compile(r"\b\d{1,2}[pq]\d*(?:\.\d+)?\s?\($")
# The doubt is on whether it is there, not on what it means.
_CALL = re.compile(
    r"\b(?:results?|calls?|signals?|presence|detection) (?:is |was |remains? )?"
    r"(?:uncertain|unclear)"
    r"|\b(?:uncertain|unclear) (?:results?|calls?|signals?)\b",
    re.I,
)
_REST = re.compile(r"\W*n?or\b", re.I)  # of a sentence whose begin stands elsewhere
_QUESTION = re.compile(r"(?:^|[\s(,;])\?$")  # "?ALK fusion" asks
_CLUSTER = re.compile(r"CD\d")  # a protein on the surface of cells: "CD117 positive"
# "Factor V Leiden: heterozygous"
_ZYGOSITY = re.compile(
    r"\)?[\w ]{0,20}(?::|\t|\s{2,}| -)\s*(?:compound )?(?:hetero|homo|hemi)zygous\b"
    r"(?![^.;|\t]*\b(?:normal|wild|reference|not|for)\b)",
    re.I,
)
# "Another drug if CYP2C19 poor metabolizer" tells of no one
_IF = re.compile(
    r"\b(?:if|when|unless|should)\s+(?:(?:the|a|an|is|patient|you|are|were) ){0,4}$", re.I
)
_BROKEN = DRIVERS | {"MYC", "BCL2", "BCL6"}
_SILENT = re.compile(r"\bsynonymous\b|\bsilent\b", re.I)
_DOUBT = re.compile(r"(?:un)?likely|possible|probable|suspected|uncertain", re.I)
# A "no" in front whose reach is not known: better nothing is said than the contrary.
_DENIED = re.compile(r"\b(?:no|without) \w", re.I)
_NO_WORD = re.compile(r"\b(?:no|not|none|neither|nor|without|negative)\b", re.I)
_NOT_BE = re.compile(r"\b(?:could|can)\b[^.;|\t]{0,40}\bnot be\b", re.I)
_OPEN_DENIAL = re.compile(r"\b(?:no|not(?! only)|without|neither|nor|never)\b[^.;:|\t]*$", re.I)
_YOU = re.compile(r"\byour?\b", re.I)
_GONE = re.compile(r"lost", re.I)  # of a change, not of a protein
_BRACKET_LIST = re.compile(r"\((?:[A-Z][A-Z0-9]+(?:, | and |/)?){2,}\)")
_NO_CELL = re.compile(r"(?:\s{2}|[|\t])\s*no\s*(?=\s{2}|[|\t]|$)", re.I)
_READS = re.compile(r"\b\d+ (?:\w+ )?reads\b")
_EMPTY = re.compile(
    r"\b(?:none|nil|N/?A)\b|(?:\s{2}|[|\t])\s*(?:no\b|[-\u2013\u2014]+\s*(?:$|[|\t]))", re.I
)


def read_findings(row: Row, context: Context) -> list[Finding]:
    """The findings of one row; ids are given later."""
    row = without_asides(row)
    if from_elsewhere(row.text[: row.heading]) or from_elsewhere(row.section.title or ""):
        return []
    heard = row.section.kind == "history" and tested_here(row.text)
    heard = heard or (row.section.kind == "skip" and _not_run(row))
    if (row.section.kind in SILENT_SECTIONS and not heard) or _SILENT.search(row.text):
        return []
    if not find_genes(row.text) and not find_marks(row.text):
        return []
    cues = find_cues(row.text, context.language)
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
        if not sentence.items or earlier or general(without(words, reasons)):
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


def _not_run(row: Row) -> bool:
    """True for a part of the test that was not done, in the table of how the test went."""
    cues = {cue.polarity for cue in find_cues(row.text)}
    titled = _PERFORMANCE.search(row.section.title or "")
    return bool(titled) and row.text.startswith("\t") and cues == {"not_performed"}


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
    polarity = _polarity(seen, genotype)
    if polarity is None or _covered(seen):
        return []
    wordlike = item.analyte in WORDLIKE and not _CLUSTER.match(seen.row.text, item.start)
    if wordlike and item.bare and not _listed(seen):
        return []
    found = _gene_finding(seen, polarity, genotype)
    told = found.classification or (item.variants and seen.read_class(seen.words)) or ""
    harmless = "benign" in told
    return [] if harmless and told_anew(seen.words) is None else [found]


def _polarity(seen: Seen, genotype: Genotype | None) -> Polarity | None:
    """The polarity of a gene's item, or None when the row states nothing about it."""
    item, section, stated = seen.item, seen.row.section.kind, seen.scope.polarity
    if section == "negatives":
        if has_amount(seen):
            return "present"  # and asked about: see `_confidence`
        if stated == "present" and item.bare and _sentence_says(seen):
            return None
        return stated if stated in ("indeterminate", "not_performed") else "absent_stated"
    if stated == "indeterminate" and _of_meaning(seen):
        stated = "present"
    if section == "positives":
        return stated or "present"
    if section == "indeterminate" and stated != "absent_stated":
        return "indeterminate"
    if genotype is not None and not item.analyte.startswith("HLA"):
        return _genotype_polarity(seen, genotype)
    if stated is not None:
        if item.variants and _GONE.fullmatch(seen.row.text[slice(*(seen.scope.cue or (0, 0)))]):
            return "absent_stated"
        named = genotype is not None or not item.bare  # "HLA-A*31:01 was found"
        return None if stated == "present" and not named and not _bare_present(seen) else stated
    if item.bare and normal_probe(_to_end(seen)):
        return "absent_stated"
    if item.bare:
        zygosity = _ZYGOSITY.match(seen.row.text[item.head_end : seen.stop])
        return "present" if zygosity else None
    return _unstated(seen)


def _of_another(seen: Seen) -> bool:
    """True when a doubt stands words away from a bare name: it makes something else unlikely."""
    start, end = seen.scope.cue or (0, 0)
    text = seen.row.text
    doubted = start > seen.item.head_end and _DOUBT.fullmatch(text[start:end])
    between = text[seen.item.head_end : start].rstrip()
    return bool(doubted) and not between.endswith(":") and wordy(between, 2)


def _of_meaning(seen: Seen) -> bool:
    """True for a change that is there, and whose meaning is uncertain."""
    if _CALL.search(seen.words):
        return False
    uncertain = seen.read_class(seen.words) in ("vus", "tier_3")
    return bool(seen.item.variants) and (uncertain or told_anew(seen.words) is not None)


def _sentence_says(seen: Seen) -> bool:
    """True for a sentence of its own below a list: "Two ESR1 mutations are now found"."""
    sentence = seen.row.text[seen.sentence.start : seen.sentence.end]
    return wordy(sentence, 1) and not _NO_WORD.search(sentence)


def _only_named(seen: Seen) -> bool:
    """True for a gene, or a fusion or exon of it, in a list: no change, no amount, no copies."""
    item = seen.item
    listed = item.event is None or item.event.kind in ("fusion", "indel", "cnv")
    amount = read_fraction(seen.words) or read_copies(seen.words)
    return listed and amount is None and seen.read_class(seen.words) is None


def _genotype_polarity(seen: Seen, genotype: Genotype) -> Polarity | None:
    """A genotype that is printed is there; one allele can be tested for and not be found."""
    stated = seen.scope.polarity
    if _IF.search(seen.lead):
        return None
    if stated == "not_performed" and printed_pair(seen.words):
        return (
            "present" if genotype.value else "indeterminate"
        )  # a part of the test failed: "*1/*4, copy number FAILED"
    if stated == "indeterminate" and _of_effect(seen):
        return "present"
    if stated == "not_performed" or (stated == "indeterminate" and genotype.value is None):
        return stated
    words = seen.row.text[seen.item.start : seen.stop]
    usual = any(unchanged(words, v.hgvs or "") for v in seen.item.variants)
    if stated == "absent_stated" and (genotype.allele_only or usual):
        return stated
    sentence = seen.row.text[seen.sentence.start : seen.sentence.end]
    sought = asked_for(sentence) or (announced(sentence) and not printed_pair(sentence))
    if genotype.value is None and stated is None and sought:
        return None
    return "present"


def _of_effect(seen: Seen) -> bool:
    """True for "possible" behind a genotype: "*28/*28; neutropenia possible" with a drug."""
    start, end = seen.scope.cue or (0, 0)
    lead = seen.row.text[seen.item.start : start]
    said = seen.row.text[start:end].lower() == "possible"
    return said and printed_pair(lead) and not re.search(r"\bor\b", lead)


def _bare_present(seen: Seen) -> bool:
    """A gene named without a change is there only by plain words such as "KRAS: mutated"."""
    words = seen.words
    start, end = seen.scope.cue or (0, 0)
    if not seen.row.text[seen.sentence.start : start].strip(" *-") and start < seen.item.start:
        return bool(re.fullmatch(r"\s*:[A-Z0-9, ]*", seen.row.text[end : seen.item.start]))
    return not wordy(words, 5) and bool(
        re.match(
            r"\W*\w[\w-]*(?:\W+\w+){0,6}?\W+(?:mut(?:ated|ation|ant)?\b|positive|detected|abnormal|amplified|rearranged"
            r"|carrier|premutation|full mutation)",
            words,
            re.I,
        )
        or re.search(r"\b(?:(?:variant|mutation|alteration)s?|Leiden)\b", seen.row.text, re.I)
    )


def _unstated(seen: Seen) -> Polarity | None:
    """A row of a result table states by standing there; a line of prose does not."""
    row, item = seen.row, seen.item
    sentence = row.text[seen.sentence.start : seen.sentence.end]
    fraction = read_fraction(row.text[item.end : seen.stop], seen.context.fraction_column)
    if item.variants and told_anew(sentence) is not None:
        return "present"
    if fraction is None and item.variants:
        fraction = inner_amount(seen)
    if fraction is None and _NO_CELL.search(seen.words):
        return None
    asked = asked_for(told_by(sentence, seen.read_class)) and not (row.fraction and fraction)
    asked = asked or (fraction is None and announced(sentence))
    if asked or (row.section.kind == "prose" and fraction is None):
        return None
    told = read_copies(seen.words) or seen.read_class(seen.words)
    if fraction is None and not item.variants and not told and _empty(seen):
        return None
    tail = row.text[item.end : seen.stop]
    level = fraction or read_level(tail) or read_ratio(tail)
    none = (level is not None and level.value.number == 0) or below_cutoff(tail)
    if none or (item.rearranged and within_normal(_to_end(seen))):
        return "absent_stated"
    sign = (level and level.value.operator) or ""
    if sign and (fraction is None or may_be_absent(seen)):
        return "indeterminate"
    if row.fraction and fraction is None and item.variants:
        return None
    if seen.context.language != "en" and fraction is None and not told:
        return "indeterminate"
    if wordy(told_by(sentence, seen.read_class), 8 if fraction else 4):
        return None
    lead = row.text[seen.sentence.start : item.start]
    denied = _OPEN_DENIAL.search(lead) or _DENIED.search(seen.words) or _NOT_BE.search(sentence)
    if not fraction and not told and (denied or joined_in_words(row.text, item)):
        return None
    if wordy(lead, 2) and not fraction and seen.index == 0:
        return None
    return "present"


def _to_end(seen: Seen) -> str:
    """The words from the item on, with those of its translocation: "PML::RARA  t(15;17)"."""
    later = seen.sentence.items[seen.index + 1 :]
    alone = all(i.mark is not None for i in later)
    return seen.row.text[seen.item.start : seen.sentence.end if alone else seen.stop]


def _empty(seen: Seen) -> bool:
    """True for a cell without a result; a dash where the share would stand is none."""
    words = seen.words
    if seen.item.event is not None and (seen.context.fraction_column or _READS.search(words)):
        words = re.sub(r"\s[-\u2013\u2014]{1,3}\s*$", "", words)
    return bool(_EMPTY.search(words))


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
    if normal_probe(_to_end(seen)) and item.bare:
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
