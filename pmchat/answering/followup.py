"""What a question leans on from the turns before it: a subject, or findings of the report."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pmchat.answering.findings import by_weight, quoted
from pmchat.lexicon import Lexicon
from pmchat.model import Finding, Question
from pmchat.retrieval.search import NAMED_KINDS

_OPENS = re.compile(
    r"^(?:and|but|so|what about|how about|ok(?:ay)?|then|also|why|which (?:one|of)"
    r"|(?:is|does|can) (?:it|that|this)|(?:are|do) (?:they|those|these)|(?:s?he)(?:'?s)?)\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(
    r"\b(?:it|its|they|them|that one|this one|those|these)\b|\b(?:that|this)\W*$"
    r"|\b(?:is|are|was|does|did|do) (?:that|this|they)\b",
    re.IGNORECASE,
)
_OBJECT = re.compile(
    r"\b(?:with|of|for|about|and|or|between|than|to) (?:it|them|that|this|those|these)\b",
    re.IGNORECASE,
)
_HELD_AGAINST = re.compile(
    r"\b(?:with|and|or|between|than|to) (?:it|them|that|this|those|these)\b"
    r"|\b(?:that|this|the other) (?:one )?(?:or|and|than|versus|vs)\b",
    re.IGNORECASE,
)
"""Words that hold what was spoken of against a name, wherever the name stands."""

_COMPARED = re.compile(
    r"^(?:and |so |but )?(?:is|was|are) (?:it|that|this|they|those)\b.*\b(?:as|than|like|same)\b",
    re.IGNORECASE,
)
"""A question that holds what was spoken of against something else."""

_CONCLUDES = re.compile(
    r"^(?:so|then|that means|does (?:that|this|it) mean|(?:and |but )?does (?:that|this|it))\b",
    re.I,
)
"""A question that draws a conclusion from what was said before."""

_WHY = re.compile(
    r"^(?:so |and |but |then )*(?:is|was|could|would|does) (?:that|this|it) (?:be |explain )?"
    r"(?:why|the reason|what)\b|^(?:so )?that'?s why\b",
    re.IGNORECASE,
)
"""A question that takes what was said for the reason of something."""

_SHORT = 4
"""Words of a question that is too short to stand alone."""

_PLACES = {
    "first": slice(0, 1), "1st": slice(0, 1), "second": slice(1, 2), "2nd": slice(1, 2),
    "third": slice(2, 3), "3rd": slice(2, 3), "fourth": slice(3, 4), "4th": slice(3, 4),
    "last": slice(-1, None), "final": slice(-1, None), "first two": slice(0, 2),
    "last two": slice(-2, None),
}  # fmt: skip
_PLACE = re.compile(
    r"\b(first two|last two|first|1st|second|2nd|third|3rd|fourth|4th|last|final)\s+"
    r"(?:one|two|ones|findings?|changes?|mutations?|variants?|results?|genes?|things?|lines?)\b",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\bthe other (?:ones?|two|findings?|changes?|mutations?|variants?|results?|genes?)\b"
    r"|\bthe others\b",
    re.IGNORECASE,
)
_WHERE = re.compile(
    r"\bwhere (?:does|did|do|is|are|was) (?:it|that|this|the|you|they|my)\b"
    r".*\b(?:say|said|written|find|found|get|stand|from|printed)\b"
    r"|\bshow me (?:the|that|which|where)\b.*\b(?:lines?|says?)\b|\bwhich line\b",
    re.IGNORECASE,
)
"""Asked of the lines behind the last answer."""

TREATMENTS = frozenset({"chemotherapy", "immunotherapy", "targeted therapy", "hormone therapy"})
"""Kinds of treatment, of which every subject can be asked."""

OF_ANY = frozenset({"clinical trial", "FDA", "off-label use", "insurance"})
"""Other names of which every subject can be asked."""

_FEW = 3
"""How many findings "it" or "they" can still stand for."""


def is_follow_up(text: str) -> bool:
    """Whether a question without a name leans on the one before."""
    leans = _OPENS.search(text) or _PRONOUN.search(text) or _WHERE.search(text)
    return len(text.split()) <= _SHORT or bool(leans)


def adds_to_subject(text: str, lexicon: Lexicon) -> bool:
    """Whether a question with a name of its own also speaks of the earlier subject.

    "That" behind a name stands for it ("the ATM line, do they test for that"). A conclusion
    that names no more than a kind of treatment ("so no chemo for me") is drawn from it.
    """
    of_any = set(lexicon.entities(text)) <= {*TREATMENTS, *OF_ANY}
    if concludes(text, lexicon) or (of_any and _OPENS.search(text) and _PRONOUN.search(text)):
        return True
    first = next((m.start for m in lexicon.find(text)), len(text))
    lead = text[:first].rstrip()
    before = _OBJECT.search(lead)
    points = before and (before.end() < len(lead) or first == len(text))  # no "about that MLH1"
    return bool(points or _HELD_AGAINST.search(text) or _COMPARED.search(text))


def concludes(text: str, lexicon: Lexicon) -> bool:
    """Whether a question draws a conclusion on treatment: on a kind of it, or on why a medicine
    did not work."""
    named = set(lexicon.entities(text))
    if not all(e in TREATMENTS or lexicon.entries[e].kind == "drugs" for e in named):
        return False
    return bool(_WHY.search(text) or _CONCLUDES.search(text))


def last_subject(question: Question, lexicon: Lexicon) -> list[str]:
    """The names in the latest earlier question that had any.

    A question that did not lean on others has its subject in its answer's first words.
    """
    for turn in reversed(question.history):
        found = _names(turn.question, lexicon)
        if not found and not is_follow_up(turn.question):
            found = _names(turn.answer[:200], lexicon)[:2]
        if found:
            return found
    return []


def pointed_at(question: Question) -> list[Finding]:
    """The findings that "the second one", "the other change" or "they" stand for.

    They are counted in the order in which the last answer told them, or, if it told none or
    one, in that in which the whole report is told.
    """
    if question.report is None or not question.history:
        return []
    told = _told(question.report.findings, question.history[-1].answer)
    weighed = by_weight(question.report.findings)
    found = [f for f in weighed if f.polarity == "present" and f.kind != "summary"]
    if _WHERE.search(question.text):
        return told
    place = _PLACE.search(question.text)
    if place:
        return list((told if len(told) > 1 else found)[_PLACES[place[1].lower()]])
    if other := _OTHER.search(question.text):
        others = [f for f in found if f not in told]
        return others if other[0].lower().endswith(("s", "two")) else others[:1]
    single = [f for f in told if f.kind != "summary"] or told
    return single if len(single) <= _FEW and is_follow_up(question.text) else []


def _told(findings: Sequence[Finding], answer: str) -> list[Finding]:
    """The findings that an answer quotes, in its order."""
    places = ((answer.find(quoted(f)), f) for f in findings)
    return [f for place, f in sorted((p for p in places if p[0] >= 0), key=lambda p: p[0])]


def _names(text: str, lexicon: Lexicon) -> list[str]:
    return [e for e in lexicon.entities(text) if lexicon.entries[e].kind in NAMED_KINDS]
