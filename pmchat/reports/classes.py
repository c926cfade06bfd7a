"""The class of a change: its words, its tier, and its number on the scale of five."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pmchat.model import Classification

_OTHER_VOICE = re.compile(
    r"(?:\b(?:reported|listed|classified|described|annotated|submitted) (?:as|to be)\b"
    r"[^.;|\t]{0,60}?\b(?:in|by) )?\b(?:ClinVar|COSMIC|HGMD|literature|submitters?|in silico"
    r"|other lab\w+|InterVar|dbSNP|LOVD)\b[^;|\t]*",
    re.I,
)
_FROM = r"[^.;|\t]{0,30}?(?:\bfrom\b[^;|\t]{3,60}?)?"
_MOVED = re.compile(
    rf"(?:\bre-?classif(?:ied|ication)\b{_FROM}(?:\b(?:to|as)\b|:)"
    rf"|\b(?:upgraded|downgraded|changed|updated|revised|amended)\b{_FROM}\b(?:to|as)\b"
    r"|\b(?:is|was) now (?:classed|classified|considered|regarded|called)(?: (?:as|to be))?"
    r"|^\W*(?:version|revision|rev\.)\s*\d{1,2}\b\W*?:?)\W{0,3}(?:an? )?"
    r"(?=(?:likely|probably)? ?(?:pathogenic|benign)\b|VUS\b|variant of|uncertain|tier\b"
    r"|(?:ACMG )?(?:class|klasse) ?[1-5IV])",
    re.I,
)
# What may come one day, or befalls changes at large, is told of none.
_OPEN = re.compile(
    r"\b(?:may|might|can|could|will|would|should|if|when|until|unless|whether|are|not|never|being)\b"
    r"[^.;|\t]{0,40}$",
    re.I,
)
_CLASSES: tuple[tuple[Classification, str], ...] = (
    ("vus", r"\b(?:variants?|alterations?|changes?|mutations?)? ?(?:of )?(?:uncertain|unknown"
            r"|undetermined)"
            r" (?:clinical )?significance\b|(?<![A-Za-z])VUS(?![A-Za-z])|\buncertain(?=\s*$)"
            r"|\bunclassified (?:variant|alteration)"),
    ("likely_pathogenic", r"\blikely[ -]pathogenic\b|\bprobably pathogenic\b|(?<=[\s"
                          r"|\t(])LP(?=\s*(?:$|[|\t),;]|\s{2}))"),
    ("likely_benign", r"\blikely[ -]benign\b|(?<=[\s|\t(])LB(?=\s*(?:$|[|\t),;]|\s{2}))"),
    ("pathogenic", r"\bpathogenic\b|\bdeleterious\b|\bdisease[- ]causing\b"),
    ("benign", r"\bbenign\b|\bpolymorphism\b"),
    ("tier_4", r"\btier(?:\s*:\s*|[ -]{0,2})(?:IV|4)(?![A-Za-z0-9])"),
    ("tier_3", r"\btier(?:\s*:\s*|[ -]{0,2})(?:III|3)(?![A-Za-z0-9])"),
    ("tier_2", r"\btier(?:\s*:\s*|[ -]{0,2})(?:II|2)[A-D]?(?![A-Za-z0-9])"),
    ("tier_1", r"\btier(?:\s*:\s*|[ -]{0,2})(?:I|1)[A-D]?(?![A-Za-z0-9])"),
)  # fmt: skip
_COMPILED = tuple((name, re.compile(rx, re.I)) for name, rx in _CLASSES)
_ANY_CLASS = re.compile(
    r"signif|uncertain|unclass|path|delet|disease|benign|polym|tier|(?-i:VUS|L[PB])"
    r"|\b(?:class|kl?as+|cla[sc]|C[1-5]\b|ACMG|IARC|InSiGHT|ENIGMA)",
    re.I,
)
_FIVE: tuple[Classification, ...] = (
    "benign", "likely_benign", "vus", "likely_pathogenic", "pathogenic",
)  # fmt: skip
_ROMAN = ("I", "II", "III", "IV", "V")
_NUMBER = r"\s?[:=(-]?\s?(?-i:([1-5]|I{1,3}|IV|V))(?![\w/+%-]|[.,]\d|\s?(?:/|or\b|-)\s?\d)"
CLASS_WORD = r"(?:class(?:ification)?|klasse|klass|classe|clase)"
# The scale is named beside the number, or the word "class" alone.
_OF_SCALE = re.compile(
    rf"\b(?:ACMG|IARC|InSiGHT|ENIGMA)\b[\w/ -]{{0,12}}?(?:{CLASS_WORD})?{_NUMBER}", re.I
)
_BARE_NUMBER = re.compile(
    rf"(?<!HLA )(?<!MHC )\b{CLASS_WORD}{_NUMBER}"
    r"|(?<=[\s(|\t,;])C([1-5])(?=\s*(?:$|[)|\t,;]|\s{2}))",
    re.I,
)

BY_FUNCTION = frozenset({"BRAF", "CFTR", "LDLR"})
"""Genes whose changes have classes that tell how the protein acts."""
_EITHER = re.compile(
    r"\b(?:pathogenic\s*(?:/|or|and|,)\s*likely[ -]pathogenic"
    r"|likely[ -]pathogenic\s*(?:/|or|and)\s*pathogenic|no\w* pathogenic|P/LP)\b"
    r"|\btier[ :-]{0,2}(?:I|1)\s*(?:/|-|\band\b|\bor\b|,)\s*(?:tier )?(?:II|2)\b",
    re.I,
)


def scale_of(texts: Iterable[str], *, inherited: bool) -> str:
    """The numbers that are classes behind the bare word "class" in the rows of a report.

    Of a tumor 1, 2 and 4 may be tiers, unless a 5 is printed too: tiers end at 4.
    """
    five = inherited or any(_numbered(text, "5") for text in texts)
    return "12345" if five else "35"


def read_class(text: str, scale: str = "") -> Classification | None:
    """The laboratory's class in the words of a row; other databases' words do not count.

    `scale` are the numbers that count behind the bare word "class"; see `scale_of`.
    """
    if not _ANY_CLASS.search(text):
        return None
    text = _OTHER_VOICE.sub(" ", text)
    text = text[told_anew(text) or 0 :]
    if _EITHER.search(text):
        text = _EITHER.sub(" ", text)
    hits = [
        (m.start(), i, name) for i, (name, rx) in enumerate(_COMPILED) if (m := rx.search(text))
    ]
    if numbered := _numbered(text, scale):
        hits.append((numbered[0], -1, numbered[1]))
    if not hits:
        return None
    classes = [h for h in hits if not h[2].startswith("tier")]
    start, _, name = min(classes or hits)
    if name == "pathogenic" and re.search(r"likely[ -]$", text[:start], re.I):
        return "likely_pathogenic"
    if name == "benign" and re.search(r"likely[ -]$", text[:start], re.I):
        return "likely_benign"
    return name


def told_anew(text: str) -> int | None:
    """Where the newest class stands in words such as "reclassified from VUS to benign"."""
    moves = [m.end() for m in _MOVED.finditer(text) if not _OPEN.search(text[: m.start()])]
    return moves[-1] if moves else None


def _numbered(text: str, scale: str) -> tuple[int, Classification] | None:
    """Where a number of the scale of five stands, and the class that it means."""
    for pattern, known in ((_OF_SCALE, "12345"), (_BARE_NUMBER, scale)):
        match = pattern.search(text)
        if match is None:
            continue
        said = next(group for group in match.groups() if group)
        number = _ROMAN.index(said) + 1 if said in _ROMAN else int(said)
        if str(number) in known:
            return match.start(), _FIVE[number - 1]
    return None
