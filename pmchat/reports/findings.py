"""Findings of a row: what is there, what is stated not to be, with the printed words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pmchat.model import Classification, Finding, Origin, Polarity, Value
from pmchat.reports.biomarkers import READERS, pdl1_scores
from pmchat.reports.classes import read_class, read_origin
from pmchat.reports.genes import WORDLIKE
from pmchat.reports.items import Item, Sentence, find_sentences, read_items
from pmchat.reports.pgx import Genotype, read_genotype
from pmchat.reports.polarity import find_cues
from pmchat.reports.prose import general, wordy
from pmchat.reports.rows import Row
from pmchat.reports.scope import Scoped, resolve
from pmchat.reports.values import Amount, read_copies, read_fraction
from pmchat.reports.variants import change_kind

SILENT_SECTIONS = frozenset(
    {"benign", "therapies", "therapies_other", "resistance", "trials", "genes", "history", "skip"}
)
_MMR = frozenset({"MLH1", "MSH2", "MSH6", "PMS2"})
_STAIN = re.compile(
    r"\b(?:IHC|immunohisto\w*|immunostain\w*|nuclear|expression|stain\w*|intact|retained|preserved"
    r"|lost|overexpress\w*|(?<!of )loss)\b|[0-3]\s?\+",
    re.I,
)
_LOSS = re.compile(r"\b(?:loss|lost|absent|deficient|negative|no (?:nuclear )?(?:expression|staining))\b", re.I)
_KEPT = re.compile(
    r"\b(?:no (?:evidence of )?loss|not lost|intact|retained|preserved|present|normal|positive|proficient)\b",
    re.I,
)
_ISH = re.compile(r"\b(?:[FCDS]ISH|ISH|in situ)\b")
_RATIO = re.compile(r"\bratio\s*(?:of|[:=]|is)?\s*(\d+(?:\.\d+)?)", re.I)
_FOLLOW = re.compile(r"\b(?:formerly|previous(?:ly)?|prior (?:report|result|classification)|superseded|was reported)\b", re.I)


@dataclass(frozen=True)
class Context:
    """What holds for the whole report while its rows are read."""

    origin: Origin
    language: str = "en"
    fraction_column: str = ""
    stain: bool = False
    germline: bool = False


@dataclass(frozen=True)
class _Seen:
    """One item on its way to a finding."""

    row: Row
    sentence: Sentence
    index: int
    scope: Scoped
    context: Context

    @property
    def item(self) -> Item:
        return self.sentence.items[self.index]

    @property
    def stop(self) -> int:
        """Where the words of the item end."""
        for later in self.sentence.items[self.index + 1 :]:
            if later.start > self.item.start:
                return later.start
        return self.sentence.end

    @property
    def words(self) -> str:
        return self.row.text[self.item.start : self.stop]


def read_findings(row: Row, context: Context) -> list[Finding]:
    """The findings of one row; ids are given later."""
    if row.section.kind in SILENT_SECTIONS or re.search(r"\bsynonymous\b|\bsilent\b", row.text, re.I):
        return []
    cues = find_cues(row.text, context.language)
    found: list[Finding] = []
    for start, end in find_sentences(row.text, row.heading):
        sentence = read_items(row.text, start, end)
        words = row.text[start:end]
        if not sentence.items or _FOLLOW.search(words) or general(words):
            continue
        for index, scope in enumerate(resolve(row.text, sentence, cues)):
            seen = _Seen(row, sentence, index, scope, context)
            found.extend(_mark(seen) if seen.item.mark else _gene(seen))
    return found


# ------------------------------------------------------------------ biomarkers


def _mark(seen: _Seen) -> list[Finding]:
    item, row = seen.item, seen.row
    kind, read = READERS[item.analyte]
    words = _until_ahead(seen)
    scope = seen.scope.polarity if not seen.scope.own else None
    if item.analyte == "PD-L1":
        scores = pdl1_scores(words)
        if len(scores) > 1:
            ends = [item.start + end for _, end, _ in scores]
            return [
                _finding(seen, item.analyte, kind, r.polarity, item.start, stop, r.value)
                for stop, (_, _, r) in zip(ends, scores, strict=True)
            ]
    reading = read(words, scope)
    if reading is None or (wordy(row.text[seen.sentence.start : seen.sentence.end]) and not words.strip()):
        return []
    if reading.polarity == "present" and wordy(words, 7) and reading.value is None:
        return []
    stop = item.start + len(words.rstrip())
    return [_finding(seen, item.analyte, kind, reading.polarity, item.start, stop, reading.value)]


def _until_ahead(seen: _Seen) -> str:
    """The item's words without a negation that speaks of the next item."""
    words = seen.words
    cut = re.search(r"[,;]?\s+(?:no|not detected:|negative for)\s+(?:\w+\s+)?$", words, re.I)
    return words[: cut.start()] if cut else words


# ----------------------------------------------------------------------- genes


def _gene(seen: _Seen) -> list[Finding]:
    item = seen.item
    if item.variants and any(v.silent for v in item.variants):
        return []
    stained = _protein(seen)
    if stained is not None:
        return stained
    genotype = None
    if item.bare or item.event is None:
        genotype = read_genotype(item.analyte, seen.row.text[item.head_end : seen.stop])
    polarity = _polarity(seen, genotype)
    if polarity is None or _covered(seen):
        return []
    if item.analyte in WORDLIKE and item.bare and not _listed(seen):
        return []
    if read_class(seen.words) in ("benign", "likely_benign") and polarity == "present":
        return []
    return [_gene_finding(seen, polarity, genotype)]


def _polarity(seen: _Seen, genotype: Genotype | None) -> Polarity | None:
    """The polarity of a gene's item, or None when the row states nothing about it."""
    item, section, stated = seen.item, seen.row.section.kind, seen.scope.polarity
    if section == "negatives":
        return stated if stated in ("indeterminate", "not_performed") else "absent_stated"
    if section == "indeterminate" and stated != "absent_stated":
        return "indeterminate"
    if genotype is not None and not genotype.suffix and not item.analyte.startswith("HLA"):
        return stated if stated in ("indeterminate", "not_performed") else "present"
    if stated is not None:
        if stated == "present" and item.bare and not _bare_present(seen):
            return None
        return stated
    if item.bare:
        return None
    return _unstated(seen)


def _bare_present(seen: _Seen) -> bool:
    """A gene named without a change is there only by plain words such as "KRAS: mutated"."""
    words = seen.words
    return not wordy(words, 5) and bool(
        re.match(r"\W*\w[\w-]*(?:\W+\w+){0,4}?\W+(?:mutated|positive|detected|abnormal|mutation)", words, re.I)
        or re.search(r"\b(?:variant|mutation|alteration)s?\b", seen.row.text, re.I)
    )


def _unstated(seen: _Seen) -> Polarity | None:
    """A row of a result table states by standing there; a line of prose does not."""
    row, item = seen.row, seen.item
    sentence = row.text[seen.sentence.start : seen.sentence.end]
    if row.section.kind == "prose":
        return None
    fraction = read_fraction(row.text[item.end : seen.stop], seen.context.fraction_column)
    if seen.context.language != "en" and fraction is None:
        return "indeterminate"
    if wordy(sentence, 8 if fraction else 4):
        return None
    lead = row.text[seen.sentence.start : item.start]
    if wordy(lead, 2) and not fraction and seen.index == 0:
        return None
    return "present"


def _covered(seen: _Seen) -> bool:
    """True for a bare gene whose change follows as an item of its own."""
    item = seen.item
    if not item.bare:
        return False
    later = seen.sentence.items[seen.index + 1 :]
    return bool(later) and later[0].inherited and seen.scope.cue is None


def _listed(seen: _Seen) -> bool:
    """True when other genes stand beside, so that a word-like symbol means the gene."""
    if seen.row.section.kind == "negatives" or len(seen.sentence.items) > 2:
        return True
    return bool(re.match(r"\s*(?:[:|\t=-]|\s{2,}|\(|gene\b|mutation|fusion|IHC|FISH)", seen.row.text[seen.item.head_end :]))


def _gene_finding(seen: _Seen, polarity: Polarity, genotype: Genotype | None) -> Finding:
    item, row = seen.item, seen.row
    tail = row.text[item.end : seen.stop]
    coding = next((v.hgvs for v in item.variants if v.kind == "c"), None)
    protein = next((v.hgvs for v in item.variants if v.kind == "p"), None)
    kind = item.event.kind if item.event else "gene"
    if item.partners:
        kind = "fusion"
    elif genotype is not None:
        kind = "haplotype" if item.haplotype else genotype.kind
    elif item.variants:
        kind = change_kind(coding or next((v.text for v in item.variants), None), protein)
    if genotype is not None and seen.context.germline is False and item.variants:
        kind = change_kind(coding, protein)
    amount = _amount(seen, kind, polarity, tail)
    value = genotype.value if genotype is not None and amount is None else None
    value = amount.value if amount is not None else value
    stop = item.end
    if genotype is not None:
        stop = max(stop, item.head_end + genotype.end)
    if seen.scope.own and seen.scope.cue and seen.scope.cue[0] < seen.stop:
        stop = max(stop, min(seen.scope.cue[1], seen.stop))
    if amount is not None:
        stop = max(stop, item.end + amount.end)
    finding = _finding(seen, item.analyte, kind, polarity, item.start, stop, value)
    analyte = item.analyte
    if genotype is not None and analyte.startswith("HLA"):
        allele = re.match(r"[\s-]*(\*\d+(?::\d+)*)", row.text[item.head_end :])
        analyte += allele[1] if allele else ""
    return finding.model_copy(update={"analyte": analyte, "hgvs_c": coding, "hgvs_p": protein})


def _amount(seen: _Seen, kind: str, polarity: Polarity, tail: str) -> Amount | None:
    if polarity not in ("present", "indeterminate"):
        return None
    if kind == "cnv":
        return read_copies(tail)
    if kind in ("genotype", "haplotype", "gene") or seen.context.germline:
        return None
    if seen.item.variants:
        return read_fraction(tail, seen.context.fraction_column) or _inner_amount(seen)
    return read_fraction(tail)


def _inner_amount(seen: _Seen) -> Amount | None:
    """The share printed between two names of one change: "L858R 23% (c.2573T>G)"."""
    item = seen.item
    offset = item.head_end or item.start
    found = read_fraction(seen.row.text[offset : item.end])
    shift = offset - item.end
    return found._replace(start=found.start + shift, end=found.end + shift) if found else None


# -------------------------------------------------------------------- proteins


def _protein(seen: _Seen) -> list[Finding] | None:
    """Findings of a stain or hybridisation, or None when the item is none of these."""
    item, words = seen.item, seen.words
    if item.variants or item.partners:
        return None
    hybrid = _ISH.search(words)
    if item.analyte == "ERBB2" and not hybrid:
        return _her2(seen)
    if hybrid and item.analyte == "ERBB2":
        polarity = seen.scope.polarity
        if polarity is None:
            return []
        ratio = _RATIO.search(words)
        value = Value(number=float(ratio[1]), unit=None, label="ratio") if ratio else None
        stop = item.start + len(words.rstrip())
        return [_finding(seen, "ERBB2", "cnv", polarity, item.start, stop, value)]
    if item.event is not None and item.event.kind in ("fusion", "indel", "snv"):
        return None
    near = _STAIN.search(_stain_words(seen))
    if not near:
        return None
    if item.analyte in _MMR:
        return _repair(seen)
    if re.search(r"\b(?:IHC|immuno\w+|stain\w*|expression|retained|intact|preserved|lost)\b", words, re.I):
        return _stained(seen)
    return None


def _stain_words(seen: _Seen) -> str:
    """What may tell that a protein is meant: the sentence, or a heading above it."""
    sentence = seen.row.text[seen.sentence.start : seen.sentence.end]
    return f"{seen.row.section.title or ''} {sentence}{' IHC' if seen.context.stain else ''}"


def _her2(seen: _Seen) -> list[Finding] | None:
    words = seen.words
    event = seen.item.event
    stain = re.search(r"\b(?:IHC|immuno\w+|score|stain\w*|overexpress\w*)\b|(?<![\d.])[0-3]\s?\+", words, re.I)
    if not stain or (event is not None and event.kind == "cnv" and event.start < seen.item.start + stain.start()):
        return None
    kind, read = READERS["HER2 IHC"]
    scope = seen.scope.polarity
    reading = read(words, scope)
    if reading is None:
        return []
    stop = seen.item.start + len(words.rstrip())
    return [_finding(seen, "ERBB2", kind, reading.polarity, seen.item.start, stop, reading.value)]


def _repair(seen: _Seen) -> list[Finding] | None:
    """MLH1, MSH2, MSH6, PMS2: loss is the finding, intact its absence."""
    words = _shared_words(seen)
    if seen.scope.cue and seen.scope.cue[0] < seen.item.start:
        words = seen.row.text[seen.scope.cue[0] : seen.item.start] + words
    if re.search(r"\bmethylation\b|\bmutation|variant\b", words, re.I):
        return None
    polarity: Polarity | None = None
    if seen.scope.polarity in ("not_performed", "indeterminate"):
        polarity = seen.scope.polarity
    elif _KEPT.search(words):
        polarity = "absent_stated"
    elif _LOSS.search(words):
        negated = seen.scope.polarity == "absent_stated" and not seen.scope.own
        polarity = "absent_stated" if negated else "present"
    if polarity is None:
        return None
    label = {"present": "loss", "absent_stated": "intact"}.get(polarity)
    value = Value(number=None, unit=None, label=label) if label else None
    stop = seen.item.start + len(seen.words.rstrip())
    return [_finding(seen, seen.item.analyte, "protein", polarity, seen.item.start, stop, value)]


def _shared_words(seen: _Seen) -> str:
    """The item's words, with those of the list it stands in: "MLH1 and PMS2: loss"."""
    items, text = seen.sentence.items, seen.row.text
    index, stop = seen.index, seen.stop
    while index + 1 < len(items) and re.fullmatch(
        r"\s*(?:[,/&]|\band\b|\bor\b|\s)+",
        text[items[index].end : items[index + 1].start],
        re.I,
    ):
        index += 1
        stop = items[index + 1].start if index + 1 < len(items) else seen.sentence.end
    words = text[seen.item.start : stop]
    lead = text[seen.sentence.start : items[0].start]
    if not (_KEPT.search(words) or _LOSS.search(words)) and re.search(r"\bof\s*$|:\s*$|\bin\s*$", lead):
        return lead
    return words


def _stained(seen: _Seen) -> list[Finding] | None:
    if seen.scope.polarity is None:
        return None
    polarity = seen.scope.polarity
    lost = re.search(r"\bloss of\b|\blost\b", seen.words, re.I)
    if lost and not re.search(r"\bno (?:evidence of )?loss|not lost", seen.words, re.I):
        polarity = "present"
    stop = seen.item.start + len(seen.words.rstrip())
    return [_finding(seen, seen.item.analyte, "protein", polarity, seen.item.start, stop, None)]


# --------------------------------------------------------------------- assembly


def _finding(
    seen: _Seen,
    analyte: str,
    kind: str,
    polarity: Polarity,
    start: int,
    stop: int,
    value: Value | None,
) -> Finding:
    row = seen.row
    first, last = start, max(stop, start + 1)
    cue = seen.scope.cue
    if cue is not None:
        first, last = min(first, cue[0]), max(last, cue[1])
    elif row.section.kind == "negatives" and row.heading:
        first = 0
    if seen.item.inherited and kind not in ("signature",):
        first = min(first, _gene_start(seen))
    classification: Classification | None = None
    origin: Origin = seen.context.origin
    if kind not in ("protein", "signature"):
        shown = row.text[last:seen.stop] if last < seen.stop else ""
        around = row.text[seen.sentence.start : start] if seen.index == 0 else ""
        found = read_class(f"{seen.words} {shown}") or read_class(around)
        if found is None and row.section.kind == "vus":
            found = "vus"
        if polarity in ("present", "indeterminate"):
            classification = found or read_class(row.section.title or "")
        origin = read_origin(seen.words) or row.section.origin or origin
        if classification or origin == "possible_ch":
            last = max(last, start + len(seen.words.rstrip()))
    else:
        origin = "unknown" if origin == "germline" else origin
    return Finding(
        id="f0",
        specimen_id=None,
        analyte=analyte,
        kind=kind,
        as_printed=row.printed(start, stop) or analyte,
        value=value,
        polarity=polarity,
        origin=origin,
        classification=classification,
        section=row.section.title if _fits(row, kind) else None,
        evidence=row.evidence(first, last),
        confidence=_confidence(seen, polarity),
    )


def _fits(row: Row, kind: str) -> bool:
    """False for a biomarker that merely follows a list of uncertain variants."""
    return row.section.kind != "vus" or kind not in ("protein", "signature")


def _gene_start(seen: _Seen) -> int:
    """Where the gene of an inherited item is named."""
    for earlier in reversed(seen.sentence.items[: seen.index]):
        if not earlier.inherited:
            return earlier.start
    return seen.item.start


def _confidence(seen: _Seen, polarity: Polarity) -> float:
    if seen.context.language != "en":
        return 0.4
    if re.search(r"not (?:clearly )?equivocal|cannot (?:be )?exclude", seen.words, re.I):
        return 0.4
    sentence = seen.row.text[seen.sentence.start : seen.sentence.end]
    if seen.scope.own or seen.row.section.kind in ("findings", "vus", "negatives"):
        return 0.95
    return 0.75 if wordy(sentence, 3) else 0.9
