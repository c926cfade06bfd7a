"""What another laboratory found."""

from __future__ import annotations

import re

# What another laboratory found, and its report of another month, is no result of this test.
_ELSEWHERE = re.compile(
    r"\((?:(?:by|at|from) )?(?:an? |the )?(?:other|another|outside|external|different|referring)"
    r" (?:laborator(?:y|ies)|lab|hospital|institution|cent(?:er|re)|facility)\b[^()]*\)"
    r"|\b(?:profiles?|reports?|panels?|tests?|results?|samples?|biops(?:y|ies)|reported|listed|found"
    r"|seen|detected) (?:by|from|at) (?:another|an outside|a different|an external) "
    r"(?:laboratory|lab|hospital|institution)\b(?! (?:is|are|should|may|can|will)\b)"
    r"|\b(?:results?|findings|reports?) (?:of|from|by) (?:the |an? )?(?:referring|outside|external)"
    r" (?:laboratory|lab|hospital|institution|clinic)\b(?! (?:is|are|should|may|can|will)\b)"
    r"|\b(?:in progress|pending|ordered|planned) elsewhere\b"
    r"|\b(?:ordering|clinical|referring|clinic|referral) (?:note|form|letter)s? "
    r"(?:mentions?|says|states?|lists?|reports?|notes?|gives?)\b",
    re.I,
)
_CONFIRMED = re.compile(
    r"\b(?:confirmed|found|detected|seen|present|identified) (?:again |also )?"
    r"(?:here|now|in (?:this|the (?:present|current)))\b",
    re.I,
)


def from_elsewhere(words: str) -> bool:
    """True for words on what another laboratory found, and this one did not confirm."""
    return bool(_ELSEWHERE.search(words)) and not _CONFIRMED.search(words)
