"""Words that tell a person what to do, or what is so for them."""

from __future__ import annotations

import re

from pmchat.answering.checks.said import Said
from pmchat.lexicon import Lexicon

_DUTY = {
    "must": r"\b(?:must|have to|has to|had to|needs? to|required? to|shall)\b",
    "should": r"\b(?:should|ought to|had better|best to|supposed to)\b",
    "advise": r"\b(?:recommend\w*|advis\w+)\b",
    "important": r"\b(?:important|make sure|be sure|essential|urgent\w*|at once|right away)\b",
    "please": r"\b(?:please|let's|try to|consider|think about)\b",
    "worth": r"\bworth\b",
}
_ORDER = re.compile(
    r"(?:^|[,;] (?:and |so |then |but )?)(?:do not |don't |never |always |please )?"
    r"(ask|talk|take|stop|start|call|get|give|try|choose|avoid|keep|make|see|go|use|check|switch|"
    r"request|demand|tell|bring|read|look|write|contact|visit|seek|wait|change|skip|follow|speak|"
    r"discuss|find|remember|consider|do|don't|refuse|insist|eat|drink|share|send|sign|text)\b",
    re.I,
)


_TO_THE_READER = re.compile(
    r"(?<!if )(?<!when )\byou (?:now )?(?:have|are|will|carry|inherited|need)\b|"
    r"\byour (?:own )?(?:cancer|tumou?r|gene|change|variant|mutation)s?\b",
    re.I,
)
_SECOND_PERSON = re.compile(r"\b(?:your?|we|our)\b", re.I)


def advice(said: Said, support: Said, lexicon: Lexicon) -> str | None:
    """A duty or an order that the support does not give."""
    for name, pattern in _DUTY.items():
        if re.search(pattern, said.text, re.I) and not re.search(pattern, support.text, re.I):
            return f'advice that is not in the quote ("{name}")'
    given = {m[1].lower() for m in _ORDER.finditer(support.text)}
    for order in _ORDER.finditer(said.text):
        if order[1].lower() not in given:
            return f'an order that is not in the quote ("{order[1].lower()}")'
    return None


def reader(said: Said, support: Said, lexicon: Lexicon) -> str | None:
    """A word on the person who reads, where the support speaks in general."""
    if _TO_THE_READER.search(said.text) and not _SECOND_PERSON.search(support.text):
        return "what the quote says in general is said of the reader"
    return None
