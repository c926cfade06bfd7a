"""Tells what is said of a relative from what is said of the person."""

from __future__ import annotations

import re

from pmchat.reports.polarity import find_cues

# A sentence that begins with a relative tells of that person.
_RELATIVE = re.compile(
    r"(?:^|[\s:,;(])(?:mother|father|sister|brother|aunt|uncle|cousin|niece|nephew|grandmother"
    r"|grandfather|daughter|son|sibling|parent|family member|relative"
    r"(?! (?:to|copy|allele|expression|amount))|mom|dad)s?\b(?:'s)?[^.;]*?"
    r"(?::|\b(?:carries|carrier|has|had|have|is|was|with|tested|positive|diagnosed|who|at)\b)"
    r"|\bfamily history\b",
    re.I,
)
_FAMILIAL = re.compile(r"\b(?:familial|family) (?:variant|mutation)\b", re.I)


def of_relative(sentence: str, lead: str) -> bool:
    """True when a relative is spoken of; "familial variant: not detected" is the person's own.

    `lead` is the sentence up to the end of its first gene or change.
    """
    if _RELATIVE.search(lead):
        return True
    return bool(_FAMILIAL.search(lead)) and not find_cues(sentence)


_TESTED_HERE = re.compile(
    r"\b(?:family|familial) (?:\w+ ){0,2}(?:variant|mutation)\b.*\b(?:detected|found|present)"
    r" in (?:this|the|your) (?:person|patient|individual|sample|specimen)",
    re.I,
)


def tested_here(text: str) -> bool:
    """True for a result of this person that stands in the history of the family."""
    return bool(_TESTED_HERE.search(text))
