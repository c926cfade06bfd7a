"""What a question asks a list of: all that was not tested, or all that was not found."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pmchat.model import Finding

NOT_DONE = re.compile(
    r"\b(?:not|n[o']t|never|couldn'?t|didn'?t|wasn'?t|weren'?t|fail\w*) (?:\w+ ){0,5}"
    r"(?:test\w*|done|check\w*|measured?|evaluat\w*|perform\w*|enough)\b|\bfailed\b|\bqns\b"
    r"|\bnot enough\b|\binsufficient\b",
    re.IGNORECASE,
)
"""Asked of what a test did not do."""

_LIST_UNTESTED = re.compile(
    rf"\b(?:what|which|anything|something|everything|list|tell me)\b[^?.]*(?:{NOT_DONE.pattern})"
    r"|\b(?:everything|all of it|all)(?: \w+)? (?:checked|tested|looked at|done|read|covered)\b"
    r"|\bmiss(?:ed|es)? (?:any\w*|some\w*|bits?|a bit|out|parts?)\b"
    r"|\b(?:what|which)\b[^?.]* (?:is|are|was|were|got) (?:missing|left out|skipped|untested)\b",
    re.IGNORECASE,
)
_LIST_NEGATIVE = re.compile(
    r"\b(?:what|which)\b(?![^?.]*\bmeans?\b)[^?.]*(?:\b(?:not|n[o']t|didn'?t|wasn'?t|weren'?t)"
    r" (?:\w+ )?(?:find|found|detect\w*|there|seen?|show up)\b"
    r"|\b(?:is|are|was|were|came(?: back)?|all) (?:negative|clear|normal|not found)\b)",
    re.IGNORECASE,
)
"""Asked for all that was not tested, or not found."""


_BESIDES = re.compile(r"\b(?:else|others?|all|everything|rest)\b", re.IGNORECASE)


def listed_by(
    text: str, findings: Sequence[Finding], named: Sequence[Finding] = ()
) -> list[Finding]:
    """All that was not tested or gave no result, or all that was not found, if that is asked.

    Where a finding is `named`, what else there is has to be asked for.
    """
    if named and not _BESIDES.search(text):
        return []
    if _LIST_UNTESTED.search(text):
        return [f for f in findings if f.polarity in {"not_performed", "indeterminate"}]
    if _LIST_NEGATIVE.search(text):
        return [f for f in findings if f.polarity == "absent_stated" and f.kind != "summary"]
    return []
