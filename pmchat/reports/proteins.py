"""Proteins seen by stain, and genes seen by in situ hybridisation."""

from __future__ import annotations

import re

from pmchat.model import Finding, Polarity, Value
from pmchat.reports.biomarkers import READERS, Reading
from pmchat.reports.seen import Seen, make_finding

_MMR = frozenset({"MLH1", "MSH2", "MSH6", "PMS2"})
_STAIN = re.compile(
    r"\b(?:IHC|immunohisto\w*|immunostain\w*|nuclear|expression|stain\w*|intact|retained|preserved"
    r"|lost|overexpress\w*|(?<!of )loss)\b|[0-3]\s?\+",
    re.I,
)
_LOSS = re.compile(
    r"\b(?:loss|lost|absent|deficient|negative|no (?:nuclear )?(?:expression"
    r"|staining))\b",
    re.I,
)
_KEPT = re.compile(
    r"\b(?:no (?:evidence of )?loss|not lost|intact|retained|preserved|present|normal|positive"
    r"|proficient)\b",
    re.I,
)
_ISH = re.compile(r"\b(?:[FCDS]ISH|ISH|in situ)\b")
_RATIO = re.compile(r"\bratio\s*(?:of|[:=]|is)?\s*(\d+(?:\.\d+)?)", re.I)


def read_protein(seen: Seen) -> list[Finding] | None:
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
        return [make_finding(seen, "ERBB2", "cnv", Reading(polarity, value), (item.start, stop))]
    if item.event is not None and item.event.kind in ("fusion", "indel", "snv"):
        return None
    near = _STAIN.search(_stain_words(seen))
    if not near:
        return None
    if item.analyte in _MMR:
        return _repair(seen)
    if re.search(
        r"\b(?:IHC|immuno\w+|stain\w*|expression|retained|intact|preserved|lost)\b", words, re.I
    ):
        return _stained(seen)
    return None


def _stain_words(seen: Seen) -> str:
    """What may tell that a protein is meant: the sentence, or a heading above it."""
    sentence = seen.row.text[seen.sentence.start : seen.sentence.end]
    return f"{seen.row.section.title or ''} {sentence}{' IHC' if seen.context.stain else ''}"


def _her2(seen: Seen) -> list[Finding] | None:
    words = seen.words
    event = seen.item.event
    stain = re.search(
        r"\b(?:IHC|immuno\w+|score|stain\w*|overexpress\w*)\b|(?<![\d.])[0-3]\s?\+", words, re.I
    )
    if not stain or (
        event is not None and event.kind == "cnv" and event.start < seen.item.start + stain.start()
    ):
        return None
    kind, read = READERS["HER2 IHC"]
    scope = seen.scope.polarity
    reading = read(words, scope)
    if reading is None:
        return []
    stop = seen.item.start + len(words.rstrip())
    return [make_finding(seen, "ERBB2", kind, reading, (seen.item.start, stop))]


def _repair(seen: Seen) -> list[Finding] | None:
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
    return [
        make_finding(
            seen, seen.item.analyte, "protein", Reading(polarity, value), (seen.item.start, stop)
        )
    ]


def _shared_words(seen: Seen) -> str:
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
    if not (_KEPT.search(words) or _LOSS.search(words)) and re.search(
        r"\bof\s*$|:\s*$|\bin\s*$", lead
    ):
        return lead
    return words


def _stained(seen: Seen) -> list[Finding] | None:
    if seen.scope.polarity is None:
        return None
    polarity = seen.scope.polarity
    lost = re.search(r"\bloss of\b|\blost\b", seen.words, re.I)
    if lost and not re.search(r"\bno (?:evidence of )?loss|not lost", seen.words, re.I):
        polarity = "present"
    stop = seen.item.start + len(seen.words.rstrip())
    return [
        make_finding(
            seen, seen.item.analyte, "protein", Reading(polarity, None), (seen.item.start, stop)
        )
    ]
