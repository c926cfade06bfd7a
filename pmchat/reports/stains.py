"""Proteins seen by stain, with their scores, and genes seen by in situ hybridisation."""

from __future__ import annotations

import re

from pmchat.model import Finding, Polarity, Value
from pmchat.reports.genes import MISMATCH_REPAIR
from pmchat.reports.her2 import read_her2
from pmchat.reports.item import Item
from pmchat.reports.items import STAIN
from pmchat.reports.polarity import stated, stated_of
from pmchat.reports.seen import Seen, make_finding
from pmchat.reports.values import NUMBER, SIGN, Reading, number, operator

_LOSS = re.compile(
    r"\b(?:loss|lost|absent|deficient|negative|not (?:express(?:ed)?|retained|intact"
    r"|preserved|present)"
    r"|no (?:nuclear )?(?:expression"
    r"|staining))\b",
    re.I,
)


# What the normal cells beside the tumor show proves that the stain worked.
_CONTROL = re.compile(
    r"\b(?:intact|positive|retained|appropriate) internal (?:\w+ )?controls?", re.I
)
_KEPT = re.compile(
    r"\b(?:no (?:evidence of )?loss|not lost"
    r"|(?<!not )(?<!longer )(?:intact|retained|preserved|present|normal|positive"
    r"|proficient)|(?<!not )(?<!longer )(?<!poorly )(?<!weakly )expressed)\b",
    re.I,
)


_ISH = re.compile(r"\b(?:(?:[FCS]|DD?)ISH|ISH|in situ|IN SITU)\b")


_RATIO = re.compile(r"\bratio\s*(?:of|[:=]|is)?\s*(\d+(?:\.\d+)?)", re.I)


CUTOFF = re.compile(
    r"\(?\s*(?:cut-?off|threshold|reference|ref\.?|normal|positive if|range|high\s*(?:is|=|:))"
    r"[^;,)|]{0,40}\)?",
    re.I,
)


# How many cells must be stained: "60 % (cut-off 75 %)".
_NEEDED = re.compile(rf"\b(?:cut-?off|threshold|positive if)\b[^\d;)|]{{0,20}}({NUMBER})\s?%", re.I)
_SCORES: tuple[tuple[str, str, str | None], ...] = (
    ("TPS", r"(?:TPS|tumou?r proportion score)\b\)?", "%"),
    ("CPS", r"(?:CPS|combined positive score)\b\)?", None),
    ("TAP", r"(?:TAP|tumou?r area positivity)\b\)?", "%"),
    ("IC", r"(?:IC|immune cells?)\b(?: score)?\)?", "%"),
    ("TC", r"(?:TC|tumou?r cells?)\b(?: score)?\)?", "%"),
)


def pdl1_scores(text: str) -> list[tuple[int, int, Reading]]:
    """The scores printed for PD-L1, each with its place; the kind of score is never assumed."""
    found = []
    for label, name, unit in _SCORES:
        rx = (
            rf"\b{name}(?: (?:membranous )?staining)?(?:\s*\([\w -]+\))?\s*(?:[:=-]|of|is"
            rf"|score|was|between {NUMBER} and {NUMBER}\s*(?:%|percent)?\s*\()*\s*"
            rf"(?:(?:[0-3]\+|{NUMBER}\s?-\s?{NUMBER}\s?%)\s*\(?)?\s*{SIGN}\s*({NUMBER})(?!\s*[-\u2013]\s*\d|\+"
            rf"|\d)\s*%?"
        )
        if match := re.search(rx, text, re.I):
            found.append((match.start(), match.end(), _score(label, unit, match[1], match[2])))
        elif match := re.search(rf"\b{name}\D{{0,12}}(\d+)\s*[-\u2013]\s*(\d+)\s*%", text, re.I):
            value = Value(number=None, unit=unit, label=label)
            reading = Reading("present" if match[1] != "0" else "indeterminate", value)
            found.append((match.start(), match.end(), reading))
        elif match := re.search(rf"{SIGN}\s*({NUMBER})\s*%\s*\(?{name}", text, re.I):
            found.append((match.start(), match.end(), _score(label, unit, match[1], match[2])))
    found.sort(key=lambda f: f[0])
    ends = [end for _, end, _ in found]
    return [f for i, f in enumerate(found) if f[1] not in ends[i + 1 :]]  # "tumor cells (TPS) 60 %"


def _score(label: str | None, unit: str | None, sign: str | None, digits: str) -> Reading:
    amount, sign = number(digits), operator(sign)
    value = Value(number=amount, unit=unit, label=label, operator=sign)
    if amount == 0 or (sign == "<" and amount <= 1):
        return Reading("absent_stated", value)
    return Reading("indeterminate" if sign in ("<", "<=") else "present", value)


def read_pdl1(text: str, scope: Polarity | None) -> Reading | None:
    """PD-L1 without several scores: the one score, a bare number, or plain words."""
    text = CUTOFF.sub(lambda m: " " * len(m.group()), text)
    scores = pdl1_scores(text)
    said = stated(text)
    if scores:
        return scores[0][2]
    if said in ("not_performed", "indeterminate"):
        return Reading(said)
    if len(re.findall(rf"(?<![\w.-]){NUMBER}(?![\w-])", text)) > 2:
        return None  # the marks of a scale
    if match := re.search(rf"(?:^|[\s:=(]){SIGN}\s*({NUMBER})\s*(%)", text, re.I):
        return _score(None, "%", match[1], match[2])
    text = re.sub(r"PD-?L1|22C3|28-8|SP\d+|73-10|E1L3N", "", text)
    if match := re.match(rf"[^\d]{{0,20}}?[\s:=]{SIGN}\s*({NUMBER})\s*(?:$|[.;,])", text, re.I):
        return _score(None, None, match[1], match[2])
    return Reading(said or scope) if said or scope else None  # type: ignore[arg-type]


# "ER -", but not "ER - SP1", which names the antibody.
_SIGN_BEHIND = re.compile(r"(?:ER|PgR|PR)\s?([+-])(?!\w|\s+(?:[A-Z]{1,3}\d|\d+[A-Z]))")


def read_stain(text: str, scope: Polarity | None) -> Reading | None:
    """ER, PR, Ki-67, CLDN18.2 and others: percent of cells, positive or negative."""
    needed = _NEEDED.search(text)
    text = CUTOFF.sub("", text)
    said = stated_of(text, scope)
    match = re.search(rf"(?<!\d-)(?<!\d - )(?<![\d.]){SIGN}\s*({NUMBER})\s*%", text)
    shares = re.findall(rf"(?<![\d.])({NUMBER})\s*%", text)
    if said == "present" and shares and not any(map(number, shares)):
        said = "absent_stated"  # "positive cells 0 %"
    value = None
    if said is None and (sign := _SIGN_BEHIND.match(text)) and not any(map(number, shares)):
        said = "present" if sign[1] == "+" else "absent_stated"  # "PR - 40%" has a plain dash
    if said is None and match is None and re.search(rf"[1-9]\d? ?- ?{NUMBER}\s*%", text):
        said = "present"  # a range
    if match:
        value = Value(
            number=number(match[2]), unit="%", label="cells stained", operator=operator(match[1])
        )
    if said:
        return Reading(said, value)
    if match is None:
        return None
    low = number(match[2]) == 0 or operator(match[1]) in ("<", "<=")
    low = low or (needed is not None and number(match[2]) < number(needed[1]))
    return Reading("absent_stated" if low else "present", value)


def read_protein(seen: Seen) -> list[Finding] | None:
    """Findings of a stain or hybridisation, or None when the item is none of these."""
    item, words = seen.item, seen.words
    if item.variants or item.partners:
        return None
    hybrid = _ISH.search(words) or re.search(
        r"\b(?:[FCS]|DD?)?ISH\W{0,3}(?:for |of )?$", seen.lead[-20:]
    )
    if item.analyte == "ERBB2" and not hybrid:
        return read_her2(seen)
    if hybrid and item.analyte == "ERBB2":
        polarity = seen.scope.polarity
        if polarity is None:
            return []
        ratio = _RATIO.search(words) or _RATIO.search(_same_test(seen))
        value = Value(number=float(ratio[1]), unit=None, label="ratio") if ratio else None
        stop = item.start + len(words.rstrip())
        return [make_finding(seen, "ERBB2", "cnv", Reading(polarity, value), (item.start, stop))]
    if item.event is not None and item.event.kind in ("fusion", "indel", "snv"):
        return None
    if not _stained_words(seen):
        return None
    if item.analyte in MISMATCH_REPAIR:
        return _repair(seen)
    if re.search(
        r"\b(?:IHC|immuno\w+|flow cytometry|stain\w*|(?:over)?expression|retained|intact"
        r"|preserved|lost)\b",
        f"{seen.row.section.title or ''} "
        f"{seen.row.text[seen.sentence.start : seen.sentence.items[0].start]} {words}",
        re.I,
    ):
        return _stained(seen)
    return None


def _same_test(seen: Seen) -> str:
    """The sentences after the last item of its own, which print what was counted."""
    if seen.index + 1 < len(seen.sentence.items):
        return ""
    return seen.row.text[seen.sentence.end :]


def _stained_words(seen: Seen) -> bool:
    """True when the sentence, or a heading above it, tells that a protein is meant."""
    title = seen.row.section.title or ""
    if seen.item.analyte in MISMATCH_REPAIR and (
        _there_or_not(seen) or _IN_CELLS.search(seen.words)
    ):
        return True
    return seen.sentence.stain or seen.context.stain or bool(STAIN.search(title))


# "ABSENT in tumor nuclei" is said of a protein.
_IN_CELLS = re.compile(
    r"\b(?:absent|present|seen) in (?:the )?(?:tumou?r )?(?:nuclei|cells)\b", re.I
)


def _there_or_not(seen: Seen) -> bool:
    """True for "MLH1 and PMS2: absent": of several of these proteins it is said who is there."""
    text = seen.row.text[seen.sentence.start : seen.sentence.end]
    several = len({i.analyte for i in seen.sentence.items} & MISMATCH_REPAIR) > 1
    genes = re.search(r"\b(?:mutations?|variants?|alterations?|sequenc\w+|genes?)\b", text, re.I)
    said = re.search(r"\b(?:absent|present)\b", text, re.I)
    return bool(several and said) and genes is None and not seen.context.germline


def _repair(seen: Seen) -> list[Finding] | None:
    """MLH1, MSH2, MSH6, PMS2: loss is the finding, intact its absence."""
    words = _shared_words(seen)
    before = seen.sentence.items[seen.index - 1].head_end if seen.index else seen.sentence.start
    if leading := _OF_NEXT.search(seen.row.text[before : seen.item.start]):
        words = leading.group() + words
    elif seen.scope.cue and seen.scope.cue[0] < seen.item.start:
        words = seen.row.text[seen.scope.cue[0] : seen.item.start] + words
    if re.search(r"\bmethylation\b|\bmutation|variant\b", words, re.I):
        return None
    polarity: Polarity | None = None
    if signed := _SIGNED.match(seen.row.text, seen.item.head_end):
        polarity = "absent_stated" if signed[1] == "+" else "present"
    elif seen.scope.polarity in ("not_performed", "indeterminate"):
        polarity = seen.scope.polarity
    elif _KEPT.search(words):
        polarity = "absent_stated"
    elif _LOSS.search(words):
        cue = seen.row.text[slice(*seen.scope.cue)] if seen.scope.cue else ""
        denied = bool(re.match(r"not\b", cue, re.I) and re.search(r"\bloss\b", words, re.I))
        ahead = not seen.scope.own and "express" not in cue.lower()  # "do not express MLH1"
        negated = seen.scope.polarity == "absent_stated" and (denied or ahead)
        polarity = "absent_stated" if negated and not leading else "present"
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


# "..., intact MSH2": words in front of the next protein are not those of the one before.
_OF_NEXT = re.compile(
    r"(?:[,;.]\s*(?:and |with |but |while |whereas )?|\s(?:and|with|but|while|whereas) )"
    r"(?:retained|intact|preserved|normal|loss|lost"
    r"|absent|deficient|no loss)(?: (?:nuclear )?(?:expression|staining))?(?: of| in| for)?\s*$",
    re.I,
)


# The stain is there or not: "MLH1 +, MSH2 -".
_SIGNED = re.compile(r"\s?([+-])(?=\s*(?:$|[,;./)]))")
_LIST_GAP = re.compile(r"\s*(?:[,/&|]|\band(?: for| of)?\b|\bor\b|\s)+", re.I)
_SPOKEN_OF = re.compile(
    r"(?:\b(?:of|in|for|retained|intact|preserved|normal|lost|absent)|:)\s*[\w-]+$", re.I
)


def _shared_words(seen: Seen) -> str:
    """The item's words, with those of the list it stands in: "MLH1 and PMS2: loss"."""
    items, text = seen.sentence.items, seen.row.text
    first = last = seen.index
    while last + 1 < len(items) and _listed(text, items[last], items[last + 1]):
        last += 1
    while first and _listed(text, items[first - 1], items[first]):
        first -= 1
    words = text[seen.item.start : seen.sentence.end]
    if last + 1 < len(items):
        words = _OF_NEXT.sub("", text[seen.item.start : items[last + 1].start])
    words = _CONTROL.sub(" ", words)
    begin = items[first - 1].head_end if first else seen.sentence.start
    lead = text[begin : items[first].head_end]
    if not (_KEPT.search(words) or _LOSS.search(words)) and _SPOKEN_OF.search(lead):
        return f"{lead} {words}"
    return words


def _listed(text: str, one: Item, other: Item) -> bool:
    return bool(_LIST_GAP.fullmatch(text[one.head_end : other.start]))


# Said of p53: the protein is seen as in cells without a change.
_USUAL = re.compile(
    r"\b(?:without|no) (?:\w+ )?overexpression\b|(?<!not )(?<!non )(?<!non-)\bwild[- ]?type\b", re.I
)


# "Abnormal in 20% of tumor; remainder wild-type": the part that is changed is the result.
_OF_REST = re.compile(r"\b(?:remainder|remaining|elsewhere|rest of)\b[^.;|\t]*", re.I)


# "p63   no myoepithelial cells around the nests"
_NO_CELLS = re.compile(r"[\s:,.-]*no (?:[a-z]+ ){0,2}(?:myoepithelial|basal) cells\b", re.I)


def _stained(seen: Seen) -> list[Finding] | None:
    polarity = seen.scope.polarity
    lost = re.search(
        r"\b(?:complete |partial )?loss(?: (?:of|by)\b|\W*$)|\blost\b", seen.words, re.I
    )
    if lost and not re.search(r"\bno (?:evidence of )?loss|not lost", seen.words, re.I):
        polarity = "present"
    if _USUAL.search(_OF_REST.sub(" ", seen.words)):
        polarity = "absent_stated"
    if polarity is None and _NO_CELLS.match(seen.row.text, seen.item.head_end):
        polarity = "absent_stated"
    if polarity is None:
        return None
    stop = seen.item.start + len(seen.words.rstrip())
    share = read_stain(seen.words, polarity) if polarity == "present" else None
    reading = Reading(polarity, share.value if share else None)
    return [make_finding(seen, seen.item.analyte, "protein", reading, (seen.item.start, stop))]
