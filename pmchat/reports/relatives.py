"""Tells what is said of a relative from what is said of the person."""

from __future__ import annotations

import re

from pmchat.reports.cue_parts import PERSON, SEEN
from pmchat.reports.polarity import find_cues

_ONE_OF_THEM = rf"{PERSON}(?! (?:Mary Joseph|of (?:Mercy|Charity|St\b)))"
_ILL = r"\b(?:at|aged|cancers?|carcinoma)\b"
# A sentence that begins with a relative tells of that person; amid a sentence "mother breast
# cancer" tells of her up to the comma.
_RELATIVE = re.compile(
    rf"(?:^|[\s:,;(]){_ONE_OF_THEM}[^.;]*?"
    r"(?::|\b(?:carries|carrier|has|had|have|is|was|with|w/|tested|positive|diagnosed|who)\b)"
    rf"|^\W*(?:[\w']+ ){{0,2}}{_ONE_OF_THEM}[^.;]*?{_ILL}(?:[^.;]|\.\S)*$"
    rf"|[\s:,;(]{_ONE_OF_THEM}[^.;,]*?{_ILL}(?:[^.;,]|\.\S)*$"
    r"|\bfamily history\b|^\W*(?:in the )?family\s*:[^.;]*$",
    re.I,
)
# In a letter to the person, "her tumor" and "she" are of the relative named before.
_OTHER = re.compile(r"\b(?:her|his|she|he|they|their|hers)\b", re.I)
_ONE = re.compile(rf"\b(?:your|the|a|an) (?:\w+ )?{PERSON}\b", re.I)
_PERSON_SELF = re.compile(rf"\byou\b|\byour (?!(?:\w+ )?{PERSON}\b)", re.I)


def relative_of(sentence: str, before: bool) -> bool:
    """True for a sentence of a letter that goes on about a relative; `before`: so did the last."""
    if _PERSON_SELF.search(sentence):
        return False
    return bool((before and _OTHER.search(sentence)) or _ONE.search(sentence))


# The other parent to be; "fusion partner" and "partner gene" are none.
_PARTNER = re.compile(
    r"\W*(?:reproductive )?(?:partner|spouse|husband|wife)(?:'s)?\b(?! genes?\b)", re.I
)
_FAMILIAL = re.compile(r"\b(?:familial|family) (?:variant|mutation)\b", re.I)


def of_relative(sentence: str, lead: str) -> bool:
    """True when a relative is spoken of; "familial variant: not detected" is the person's own.

    `lead` is the sentence up to the end of its first gene or change.
    """
    if _RELATIVE.search(lead) or _PARTNER.match(lead):
        return True
    return bool(_FAMILIAL.search(lead)) and not find_cues(sentence)


_TESTED_HERE = re.compile(
    r"\b(?:family|familial) (?:\w+ ){0,2}(?:variant|mutation)\b.*\b(?:detected|found|present)"
    r" in (?:this|the|your) (?:person|patient|individual|sample|specimen)",
    re.I,
)


# Where the variant was seen first: "known in the patient's mother", "(father)".
_KNOWN_IN = re.compile(
    rf"\b(?:known|carried|segregating|{SEEN})"
    rf" (?:in|by) (?:[\w']+ ){{0,3}}?{PERSON}|\([^()]*\)",
    re.I,
)
_RESULT = re.compile(
    r"\bresults?(?: (?:for|of) (?:this|the) (?:famil\w+ )?(?:variant|mutation|test))?\s*[:=]", re.I
)
_FAMILY_VARIANT = re.compile(
    r"\b(?:(?:family|familial) (?:\w+ ){0,2}|(?:this|the) )(?:variant|mutation)\b", re.I
)


def tested_here(text: str) -> bool:
    """True for a result of this person that stands in the history of the family.

    "Familial variant BRCA1 c.68_69del known in mother; result: not detected" is one; what a
    relative was tested for is none.
    """
    if _TESTED_HERE.search(text):
        return True
    result = _RESULT.search(text)
    named = _FAMILY_VARIANT.search(text)
    if result is None or named is None:
        return False
    of_person = _KNOWN_IN.sub(" ", text[: result.start()])
    return not re.search(rf"\b{PERSON}", of_person, re.I)
