"""Which cue speaks of which item of a sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from pmchat.model import Polarity
from pmchat.reports.cue_parts import SEEN
from pmchat.reports.item import Item, Sentence
from pmchat.reports.plain_cues import is_plain
from pmchat.reports.plus_minus import signed
from pmchat.reports.polarity import Cue, contradicts
from pmchat.reports.series import Scoped, along_series
from pmchat.reports.shared_words import SHARE, into_bracket, share_words
from pmchat.reports.values import read_fraction

_REACH = re.compile(
    r"^(?:,(?= including\b))?[\s:(\-|\t]*(?:(?:in|for|of|within|between|among|the|following"
    r"|genes?|relevant|to|this|tumou?r"
    r"|at|only|solely|other|including|involving|affecting|remaining|rest|tested|analy[sz]ed|sequenced|and"
    r"|type|any|other|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|either|a|an|these|those|them|both|biomarkers?|detectable|reportable|pathogenic|or|likely|clinically"
    r"|significant|significance|clinical|uncertain|known|variants?|mutations?|alterations?|amplifications?|fusions?"
    r"|rearrangements?|analys[ei]s|testing|patient'?s?|exons?|codons?|"
    r"results?|findings?|coding|sequences?|include[sd]?|samples?|specimens?|transcripts?|were|are|"
    r"\d+)\b[\s:(,]*)*$",
    re.I,
)
# How it was looked for, between the denial and its list: "were found by DNA sequencing in: ALK".
_METHOD = re.compile(
    r"^(\s*)(?:by|with|using|on) (?:(?:the|this|our|targeted|massively|parallel|next-generation|DNA"
    r"|RNA|gene|panel|deep|Sanger|NGS|tumou?r|tissue|plasma|cfDNA|DNA/RNA|real-time) ){0,3}"
    r"(?:NGS|PCR|RT-PCR|qPCR|FISH|IHC|sequencing|analysis|testing|test|assay|panel|profiling)"
    r"(?=\s*(?:in\b|for\b|of\b|involving\b|affecting\b|:))",
    re.I,
)
# What is listed, in words: "DETECTED in the remaining genes of the guideline list: ALK".
_TO_LIST = re.compile(
    r"^(\s*)(?:in|for|of|within|among) (?:(?!(?:but|except|other|than|while)\b)[a-z\d-]+ ){0,7}?"
    r"(?:genes|regions|exons|targets|(?:bio)?markers|loci|hotspots|codons|list)"
    r"(?: (?!(?:but|except|other|than|while)\b)[a-z-]+){0,4}(?=\s*:\s*$)",
    re.I,
)
_TO_FOLLOWING = re.compile(
    r"^(\s*)(?:in|for|of) (?:any of )?(?:the following (?:[a-z-]+ ){0,4}"
    r"(?:genes|regions|exons|targets|(?:bio)?markers|alterations|variants)(?=\s*:?\s*$)"
    r"|the (?:target(?:ed)?|tested|analy[sz]ed|examined|coding|hotspot) regions (?:of|in)\b)",
    re.I,
)
_PREPOSITION = re.compile(r"^\s*(?:in|for|of|within|between|among|involving|affecting)\b|:", re.I)
# A reason in a bracket and a few words of the test; or the list stands in a bracket.
_LABEL_GAP = re.compile(
    r"\s*(?:\([^()]*\)\s*)?:\s*(?:[A-Za-z-]+\s+){0,3}$|[\w ,/-]{0,50}\((?:e\.g\.? )?$"
)
_STOP = re.compile(
    r"\b(?:but|however|whereas|although|except|while|yet|(?:together|along) with"
    r"|in combination with)\b",
    re.I,
)
# Another test that is to follow takes nothing from the result printed before it.
_TECHNIQUE = re.compile(r"\b(?:IHC|FISH|ISH|NGS|PCR|DNA|RNA|immuno\w+|sequencing)\b", re.I)
_SAMPLE = re.compile(
    r"\b(?:(plasma|blood|ctDNA|cfDNA|liquid biopsy)|(?:tumou?r )?tissue|biopsy|FFPE|tumou?r)\b"
    r"(?! fraction)",
    re.I,
)
_LATER = re.compile(r"pending|to follow|(?:is|are) (?:\w+ )?awaited", re.I)
_OTHER_TEST = re.compile(r"(?:test|assay|analysis) (?:did|gave|yielded)", re.I)
_OPENS = re.compile(r"shows", re.I)  # what is shown is said behind it
# What the laboratory makes of a value outweighs the word that it is there.
_SHORT_NO = re.compile(r"no|without|neither", re.I)
# "KRAS G12D 12 %, not amplified": the letters are changed, the number of copies is not.
_OF_COPIES = re.compile(r"amplif|copy[- ]number|\bgain\b", re.I)
_FOR_NAME = re.compile(r" (?:for|of|in) [A-Z]{2}")
_NEXT_EXON = re.compile(r"[,;]\s*(?:exon|ex|codon)s? ?\d", re.I)
_NEXT_NAME = re.compile(r" [A-Z]{2,}\d")  # "and negative for CK20"
_OF_MORE = re.compile(r" \w")  # "(monoallelic; no 17p loss)" is said of something else
_JUDGED = re.compile(r"within (?:the )?(?:normal|reference)", re.I)
_TOLD = re.compile(r"[^.;:]{0,40}:\s*$")  # "found the same change in you: BRCA1 c.181T>G"
# What was tested: "NOT DETECTED (DNA): EGFR".
_BRACKET = re.compile(r"\s?\([^()]*\)(?=\s*(?:in\s*)?:)")
_NOW = re.compile(
    r"\s+(?:today|now|any ?more|any longer|at present|in (?:this|the (?:present|current)))\b", re.I
)
_NEAR = 60
# The person's healthy cells are another sample, and so is one without a tumor.
_OTHER_CELLS = re.compile(
    r"no (?:\w+ ){1,2}cells\b"
    rf"|(?:not {SEEN}|absent|negative|undetected|undetectable) (?:in|from) "
    r"(?:(?:the|this|your|his|her|own|same|[a-z]+'s) ){0,3}(?:white (?:blood )?cells?"
    r"|leu[ck]ocytes?|PBMCs?|lymphocytes|germline(?: DNA)?"
    r"|(?:normal|healthy|non-?tumou?r) (?:DNA|tissue|cells?))\b(?! and\b)",
    re.I,
)
_NO = re.compile(r"no\b|none\b|neither\b|without\b", re.I)
_AUXILIARY = re.compile(r"\b(?:was|were|is|are|been|be) (?:\w+ )?$", re.I)
_CLOSED = re.compile(rf"\b(?:was|were|is|are|been) (?:\w+ )?{SEEN}\b", re.I)
_VERB = re.compile(rf"\b{SEEN}\b", re.I)
_SUBJECT = re.compile(
    r"[^.,;:|\t]{0,60}(?:,\s*(?:other than|apart from|aside from|besides|beyond|except)\b"
    r"[^,.;:|\t]{0,60},)?[^.,;:|\t]{0,30}"
    r"(?:,\s*(?:was|were|is|are|has been|have been)\s+(?:\w+ )?)?"
)
_SORT = (
    r"(?:(?!(?:an?|one|two|three|the|but|this|some|several)\b)[a-z-]+\s+){0,3}?"
    r"(?:mutations?|variants?|alterations?|changes?|deletions?|duplications?|insertions?|indels?"
    r"|rearrangements?|fusions?|amplifications?|VUS)"
    r"(?:\s+of (?:unknown|uncertain|undetermined) (?:clinical )?significance)?"
)
# "No pathogenic mutations, variants of unknown significance, or deletions were detected"
_SORTS = re.compile(
    rf"(?:\s*(?:,|\b(?:and|or|nor)\b)\s*(?:(?:and|or|nor|no)\s+){{0,2}}{_SORT})+\s*,?\s*"
    r"(?:was|were|is|are|has been|have been)\s+(?:\w+\s+)?",
    re.I,
)
_EXCEPT = re.compile(
    r"\b(?:with the exception of|except(?: for)?|other than|apart from|aside from|besides)"
    r" (?:the |an? )?(?:\w+ )?$",
    re.I,
)
_HEAD_GAP = re.compile(
    r"^(?:[\s:=|\t-]|\([^)]*\)|\b(?:mutation|mutations|status|result|results|analysis|testing"
    r"|test|fusion|gene|IHC"
    r"|FISH|ISH|NGS|by|is|was|were|are|shows?|has|had|by|exon|exons|\d+)\b)*$",
    re.I,
)
_WIDE = re.compile(r"\s{2,}|[|\t]")


def resolve(text: str, sentence: Sentence, cues: Sequence[Cue]) -> list[Scoped]:
    """The polarity that the sentence states for each of its items."""
    cues = [c for c in cues if sentence.start <= c.start < sentence.end]
    cues = [c for c in cues if not _of_marks(c, sentence.items)]
    cues = _joined_denials(text, sentence, cues)
    forward = _forward(text, sentence, cues)
    results: list[Scoped] = []
    for index, item in enumerate(sentence.items):
        own = _own(text, sentence, index, cues, forward)
        ahead = _ahead(text, item, forward)
        near = max(sentence.start, item.start - _NEAR)
        if match := _EXCEPT.search(text[near : item.start]):
            # "no changes other than KRAS G12D" and "except for TP53 R175H, no changes"
            if own is not None and own.polarity == "not_performed":
                results.append(Scoped(own.polarity, (own.start, own.end), own=True))
                continue
            denied = any(c.polarity == "absent_stated" for c in cues)
            span = (near + match.start(), item.start)
            results.append(Scoped("present", span) if denied else Scoped(None))
            continue
        results.append(_choose(own, ahead))
    results = [_in_doubt(text, sentence, i, r, cues) for i, r in enumerate(results)]
    results = [_told_again(sentence, i, results) for i in range(len(results))]
    signs = signed(text, sentence.items)
    results = [sign or result for sign, result in zip(signs, results, strict=True)]
    results = share_words(text, sentence, into_bracket(text, sentence, results))
    return along_series(text, sentence.items, results)


def _told_again(sentence: Sentence, index: int, results: Sequence[Scoped]) -> Scoped:
    """The result of a change named twice: "BRAF V600E by IHC: negative for BRAF V600E"."""
    item, told = sentence.items[index], results[index]
    if told.polarity is not None or not item.variants:
        return told
    change = (item.analyte, item.variants[0].hgvs)
    later = zip(sentence.items[index + 1 :], results[index + 1 :], strict=True)
    again = (r for i, r in later if i.variants and (i.analyte, i.variants[0].hgvs) == change)
    return next(again, told)


def _in_doubt(
    text: str, sentence: Sentence, index: int, result: Scoped, cues: Sequence[Cue]
) -> Scoped:
    """The result in doubt where methods or samples disagree: "IHC positive, FISH negative"."""
    item = sentence.items[index]
    later = [i.start for i in sentence.items[index + 1 :] if i.start > item.start]
    alone = len(sentence.items) == 1
    start, stop = sentence.start if alone else item.start, min(later, default=sentence.end)
    told = [c for c in cues if start <= c.start < stop]
    if any(contradicts(text, one, other) for one, other in pairwise(told)):
        return replace(result, polarity="indeterminate", doubt=True)
    said = {c.polarity for c in told}
    if result.cue is None or not {"present", "absent_stated"} <= said | _shown(text[start:stop]):
        return result
    methods = {m.group().upper() for m in _TECHNIQUE.finditer(text, start, stop)}
    samples = {bool(m[1]) for m in _SAMPLE.finditer(text, start, stop)}
    parts = item.analyte.startswith("1p/19q") and {"present", "absent_stated"} <= said
    return replace(result, doubt=True) if len(methods) > 1 or len(samples) > 1 or parts else result


def _shown(text: str) -> set[Polarity | None]:
    """What a share of reads shows beside "Tissue: not detected": it is there in one of them."""
    return {"present"} if SHARE.search(text) else set()


def _joined_denials(text: str, sentence: Sentence, cues: list[Cue]) -> list[Cue]:
    """The cues with a verb joined to the "no" that it belongs to: "no variants ... were found"."""
    out: list[Cue] = []
    for cue in cues:
        denial = out[-1] if out else None
        if denial and cue.polarity == "present" and _denies_list(text, sentence, denial, cue):
            continue
        if denial and cue.polarity == "present" and _denies(text, sentence, denial, cue):
            words = text[denial.start : cue.end]
            out[-1] = Cue("absent_stated", "both", denial.start, cue.end, words)
        else:
            out.append(cue)
    return out


def _denies_list(text: str, sentence: Sentence, denial: Cue, verb: Cue) -> bool:
    """True for the verb behind a list: "No fusion involving EWSR1, FUS or ALK was detected"."""
    between = text[denial.end : verb.start]
    named = any(denial.end <= i.head_end <= verb.start for i in sentence.items)
    own = re.search(
        r"[.;:|\t]|\b(?:but|was|were)\b.*\b(?:was|were)\b|^\s*,\s*(?:and|but|while)\b", between
    )
    verbal = re.search(r"\b(?:was|were|is|are|been|be) (?:\w+ )?$", between) or _AUXILIARY.match(
        verb.text
    )
    told = _VERB.search(denial.text)
    return bool(_NO.match(denial.text) and named and verbal) and not own and not told


def _denies(text: str, sentence: Sentence, denial: Cue, verb: Cue) -> bool:
    """True when nothing but the rest of its subject stands between a "no" and its verb."""
    named = any(denial.end <= i.start < verb.start for i in sentence.items)
    between = text[denial.end : verb.start]
    subject = _SUBJECT.fullmatch(between) or _SORTS.fullmatch(between)
    return bool(_NO.match(denial.text) and subject) and not named


def _forward(text: str, sentence: Sentence, cues: list[Cue]) -> list[Cue]:
    """The cues that speak of what follows them."""
    return [c for c in cues if _points_ahead(text, sentence, c)]


def _points_ahead(text: str, sentence: Sentence, cue: Cue) -> bool:
    after = [i for i in sentence.items if i.start >= cue.start]
    following = [i for i in after if (i.head_end or i.end) > cue.end]
    inside = [i for i in sentence.items if i.start < cue.start < i.end]
    before = [i for i in sentence.items if i.end <= cue.start]
    change = None
    if inside:
        change = next((v for v in inside[-1].variants if v.start >= cue.end), None)
    if cue.direction == "backward":
        return (
            not before and not inside and bool(following) and _leads(text, cue, following[0].start)
        )
    if not following and change is None:
        return False
    if change is None and following[0].start < cue.end and cue.polarity != "present":
        return bool(_PREPOSITION.match(text[cue.end : following[0].head_end]))  # "no fusion of ALK"
    target = change.start if change is not None else max(cue.end, following[0].start)
    gap = _METHOD.sub(r"\1", _BRACKET.sub(" ", text[cue.end : target]))
    if cue.polarity == "absent_stated" and "%" not in text[target : sentence.end]:
        gap = _TO_FOLLOWING.sub(r"\1in", _TO_LIST.sub(r"\1in", gap))
    if cue.polarity == "present" and following and following[0].variants and _TOLD.match(gap):
        return True
    if not _REACH.match(gap):
        return cue.direction == "forward" and not before and not inside and ";" not in gap
    if not before and not inside:
        return True
    if before and _HEAD_GAP.match(text[before[-1].end : cue.start]) and _WIDE.search(gap):
        return False
    if cue.direction == "forward":
        return True
    if cue.polarity == "present":
        return bool(re.match(r"\s*(?:(?:only|solely) )?(?:in|for)\b", gap))
    return bool(_PREPOSITION.match(gap))


def _leads(text: str, cue: Cue, start: int) -> bool:
    """True for a label in front, or what the cue is said of: "Not performed (RNA): ALK, ROS1"."""
    gap = text[cue.end : start]
    if _LABEL_GAP.match(gap):
        return True
    return bool((":" in gap or _PREPOSITION.match(gap)) and _REACH.match(gap))


def _ahead(text: str, item: Item, forward: list[Cue]) -> Cue | None:
    """The forward cue whose scope reaches the item."""
    anchor = item.variants[0].start if item.variants else item.head_end
    cues = [c for c in forward if c.end <= max(anchor, item.start)]
    if not cues:
        return None
    cue = cues[-1]
    between = re.sub(r"\([^)]*\)", "", text[cue.end : item.start])
    labelled = ":" in text[cue.end : cue.end + 90]
    if _CLOSED.search(between) or _STOP.search(between) or (";" in between and not labelled):
        return None
    return cue


def _own(
    text: str, sentence: Sentence, index: int, cues: list[Cue], forward: list[Cue]
) -> Cue | None:
    """The cue within or after the item, before the next one begins."""
    item = sentence.items[index]
    stop = sentence.items[index + 1].start if index + 1 < len(sentence.items) else sentence.end
    before = [i for i in sentence.items[:index] if i.start < item.start]  # "NTRK1/2/3" is three
    begin = before[-1].end if before else sentence.start
    near = [c for c in cues if c.end > item.start and begin <= c.start < stop and c not in forward]
    if not near:
        return None
    near = [c for c in near if not _of_more(text, c) and not _of_other_exon(text, item, c)]
    near = [c for c in near if not _of_next(text, c, stop) and not _of_marks(c, (item,))]
    near = [c for c in near if not (_is_change(item) and _of_else(text, item, c, near))]
    near = [c for c in near if not _of_unknown(text, c, item, forward)]
    cells = (c.start for c in near if _OTHER_CELLS.match(text, c.start))
    near = _of_tumor(text, text[item.end : min(cells, default=stop)], near)
    near = [c for c in near if not _LATER.match(c.text)] or near
    near = [c for c in near if not _OPENS.match(c.text)] or near
    near = [c for c in near if c is near[0] or not _OTHER_TEST.match(c.text)]
    near = _within_bracket(text, item, near)
    if not near:
        return None
    if judged := next((c for c in near if _JUDGED.match(c.text)), None):
        return judged
    if gone := next((c for c in near if c.polarity == "absent_stated" and _of_now(text, c)), None):
        return gone
    first = near[0]
    if first.polarity != "not_performed" and _WIDE.search(text[item.end : first.start]):
        # what was not done is told in a later cell, of another test
        near = [
            c
            for c in near
            if c.polarity != "not_performed" or not _WIDE.search(text[first.end : c.start])
        ]
    for polarity in ("not_performed", "indeterminate"):
        for cue in near:
            if cue.polarity == polarity and not _STOP.search(text[item.end : cue.start]):
                return cue
    return near[0]


def _of_tumor(text: str, words: str, near: list[Cue]) -> list[Cue]:
    """The cues but those on other cells, where a share or another cue tells of the tumor."""
    others = [c for c in near if not _OTHER_CELLS.match(text, c.start)]
    share = read_fraction(words) if len(others) < len(near) else None
    shown = share is not None and share.value.number and share.value.operator not in ("<", "<=")
    return others if shown or any(c.polarity == "present" for c in others) else near


def _within_bracket(text: str, item: Item, near: list[Cue]) -> list[Cue]:
    """The cues in the bracket that the item stands in, if any: "not done (MLH1 preserved)"."""
    close = text.find(")", item.end)
    opened = text.rfind("(", 0, item.start) > text.rfind(")", 0, item.start)
    inside = [c for c in near if c.end <= close] if opened else []
    return inside or near


def _of_now(text: str, cue: Cue) -> bool:
    """True for "not seen today" and "no longer detected", which outweigh what was before."""
    return cue.text.lower().startswith("no longer") or bool(_NOW.match(text, cue.end))


def _of_other_exon(text: str, item: Item, cue: Cue) -> bool:
    """True for "exon 20 wt, exon 21 L858R": the change stands in an exon of its own."""
    change = item.variants[0].start if item.variants else cue.end
    return bool(_NEXT_EXON.search(text[cue.end : max(change, cue.end)]))


def _of_next(text: str, cue: Cue, stop: int) -> bool:
    """True for "deletion 11q, unmutated IGHV": the word belongs to the name right behind it."""
    beside = stop < len(text) and text[cue.end : stop] == " "
    return beside and bool(re.search(r"(?:[,;]|\band|\bwith)\s*$", text[: cue.start]))


def _of_unknown(text: str, cue: Cue, item: Item, forward: list[Cue]) -> bool:
    """True for "positive for CDX2, and negative for CK20": the second is of what is not known."""
    led = any(c.end <= item.start and c.polarity != cue.polarity for c in forward)
    joined = re.search(r"(?:[,;]|\b(?:and|but|while))\s*$", text[: cue.start], re.I)
    named = _NEXT_NAME.match(text, cue.end) and cue.text.lower().endswith(" for")
    return bool(cue.direction == "forward" and joined and (led or named))


def _of_marks(cue: Cue, items: Sequence[Item]) -> bool:
    """True for "stable" beside genes: microsatellites are stable, a share of reads too."""
    return cue.text.lower() == "stable" and all(i.mark is None for i in items)


def _of_more(text: str, cue: Cue) -> bool:
    """True for a bare "no" behind an item that speaks of what follows it."""
    denied = cue.polarity == "absent_stated" and _SHORT_NO.fullmatch(cue.text)
    return bool(denied and _OF_MORE.match(text, cue.end))


def _is_change(item: Item) -> bool:
    """True for a change of letters or a fusion: no number of copies, and no gene alone."""
    return bool(item.variants) or (item.event is not None and item.event.kind != "cnv")


def _of_else(text: str, item: Item, cue: Cue, near: Sequence[Cue]) -> bool:
    """True for a word on copies, and for everyday words that are said of something else.

    "Unremarkable" is never said of a change, and "coverage too low" not of one that was found,
    nor where it names what it is of: "coverage too low for TP53".
    """
    if _OF_COPIES.search(cue.text):
        return True
    if not is_plain(cue.polarity, cue.text):
        return False
    found = any(c.polarity == "present" and c.start < cue.start for c in near)
    found = found or bool(SHARE.search(text[item.end : cue.start]))
    return cue.polarity == "absent_stated" or found or bool(_FOR_NAME.match(text, cue.end))


def _choose(own: Cue | None, ahead: Cue | None) -> Scoped:
    """A negation in front holds against "detected" behind; else the item's own words count."""
    if ahead is not None and ahead.direction == "backward" and own is not None:
        ahead = None  # a list of tests that were not done takes no result
    if ahead is not None and (own is None or own.polarity == "present"):
        labelled = re.match(r"not|none|undet|negativ|pertinent", ahead.text, re.I)
        if own is None or not (labelled and ahead.direction == "both"):
            return Scoped(ahead.polarity, (ahead.start, ahead.end))
    if own is not None:
        return Scoped(own.polarity, (own.start, own.end), own=True)
    return Scoped(None)
