"""Whose report it is: one who asks about a relative's is not told of "your report"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pmchat.model import Sentence

_RELATIVE = (
    r"(?:mom|mum|mother|dad|father|parent|wife|husband|spouse|partner|sister|brother|sibling|son"
    r"|daughter|child|kid|aunt|uncle|cousin|niece|nephew|grandma|grandpa|grandmother|grandfather"
    r"|friend|boyfriend|girlfriend)"
)
_PAPER = (
    r"(?:reports?|results?|tests?|panel|papers?|letter|biopsy|blood|tumou?r|sample|lung|breast"
    r"|colon|bowel|scan|genes?|mutations?|[A-Z][A-Z0-9-]{2,7})"
)
_WRITER = re.compile(
    rf"\b(?:i'?m|i am|as) (?:(?:his|her|their) (?:\w+ )?|the )(?P<kin>{_RELATIVE}|twin)\b"
    r"(?! (?:of|in|with)\b)",
    re.IGNORECASE,
)
_NO_BLOOD = frozenset("wife husband spouse partner friend boyfriend girlfriend".split())
"""Who asks, and those of them who share no genes with the person."""

_OF_ANOTHER = re.compile(
    rf"\b(?i:{_RELATIVE}'s) (?:\w+ ){{0,2}}{_PAPER}\b"
    rf"|\b(?i:my {_RELATIVE}s) (?:\w+ )?(?:reports?|results?|tests?|panel|papers?|letter|biopsy"
    r"|blood|tumou?r|sample|lung|breast|colon|bowel|scan)\b"
    r"|\b(?i:his|her|their) (?:\w+ ){0,2}(?:report|results?|panel|papers?|biopsy|sample|tumou?r)\b"
    r"|\b(?i:s?he) (?:sent|showed|gave|asked|forwarded)\b"
    rf"|\b(?i:my|our) (?i:{_RELATIVE}) (?i:sent|showed|asked|wants)\b"
    rf"|\b(?i:{_RELATIVE}) has (?:this|that|the|an?) (?:\S+ ){{0,2}}"
    r"(?:change|mutation|variant|result)\b"
    rf"|\b(?i:s?he) is my (?i:{_RELATIVE})\b"
    r"|\b(?:can|should|will|does) s?he (?:start|take|need|have to|get treated)\b",
)
_OWN = re.compile(
    rf"\bmy (?!{_RELATIVE})(?:\w+ )?"
    r"(?:report|results?|tests?|panel|letter|tumou?r|change|mutation)\b"
    r"|\bfrom me\b|\bmy (?-i:[A-Z][A-Z0-9]{2,7})\b|\bmine\b"
    r"|\b(?:test|panel) (?:that )?i (?:had|got|took)\b",
    re.IGNORECASE,
)
_YOUR_REPORT = re.compile(r"\b([Yy])our report\b")


def is_of_another(text: str) -> bool:
    """Whether a question is asked of the report of somebody whom the writer cares for."""
    cared_for = _OF_ANOTHER.search(text) or _WRITER.search(text)
    return bool(cared_for) and not _OWN.search(text)


def by_relative(text: str) -> bool:
    """Whether a blood relative of the person asks."""
    writer = _WRITER.search(text)
    return writer is not None and writer["kin"].lower() not in _NO_BLOOD


def without_writer(text: str) -> str:
    """A question without the words on who asks it, which are none on relatives."""
    return _WRITER.sub(" ", text)


def in_third_person(sentences: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """The sentences with "the report" for "your report"."""
    return tuple(
        s.model_copy(update={"text": _YOUR_REPORT.sub(_the, s.text)})
        if s.role in {"report", "framing", "headline"} and "our report" in s.text
        else s
        for s in sentences
    )


def _the(found: re.Match[str]) -> str:
    return "The report" if found[1] == "Y" else "the report"
