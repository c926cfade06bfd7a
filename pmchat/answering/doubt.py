"""What speaks against an answer from a page that is near: amounts, names and countries."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from pmchat.answering.evidence import EUROPE, HOME, LOOKED_AT, OVERSEAS
from pmchat.answering.understand import Understanding
from pmchat.corpus.release import Release
from pmchat.retrieval.search import Hit

AMOUNT = 0.25
UNHEARD = 0.3
ABROAD = 0.25
ABROAD_RIGHTS = 0.6
"""Weights beside `strength`, from a logistic regression on the golden questions.

A page on the thing asked about seldom holds just the number that is asked for, and one that has
never a word of a name cannot tell of it. What another country's law is no page of this one tells.
"""

_ASKS_AMOUNT = re.compile(
    r"\bhow (?:many|much|long|often|old|far|big|common)\b|\bhow (?:\w+ )?(?:high|low|likely)\b"
    r"|\b(?:at )?what (?:year|age|percent|number|share|price|are the odds)\b"
    r"|\bwhat is the (?:usual |list |exact |average )?"
    r"(?:number|price|rate|score|count|cost|share|percent\w*)\b|\bwhen (?:did|was|will)\b",
    re.IGNORECASE,
)
_ON_RIGHTS = re.compile(
    r"\b(?:laws?|acts?|legal\w*|insur\w+|approv\w+|allow\w*|pays?|paid|costs?|cover\w*|free)\b",
    re.IGNORECASE,
)
"""Asked of what differs from country to country."""

_RECENT = re.compile(r"\b20(?:2[5-9]|[3-9]\d)\b")
"""A year of which only a page that names it can tell."""

_NAME = re.compile(r"(?<![.?!:]) (?P<name>(?!(?:Dr|Mr|Mrs|Ms|I)\b)[A-Z][A-Za-z]*[a-z][\w-]*)\b")
_OF_PERSON = re.compile(
    r"\b(?:Dr|Mr|Mrs|Ms|doctor|nurse|mom|mum|dad|mother|father|wife|husband|partner|sister|brother"
    r"|son|daughter|aunt|uncle|cousin|friend|grandma|grandpa|named|called)\.?$",
    re.IGNORECASE,
)
"""A name amid a sentence, and the words before that of a person."""

_CODE = re.compile(r"\b[A-Z]{2,6}-?\d{2,5}[A-Z]?\b")
"""A name like that of a gene or a drug in trials: ZNF9987, XL-092."""


def codes_in(text: str) -> list[str]:
    """The names of capitals and numbers in a question."""
    return _CODE.findall(text)


def names_in(text: str) -> list[str]:
    """The capitalised words amid the sentences of a question, but those of people."""
    found = _NAME.finditer(text)
    return [m["name"] for m in found if not _OF_PERSON.search(text[: m.start()])]


def doubt(
    understanding: Understanding, unheard: Collection[str], hits: Sequence[Hit], release: Release
) -> float:
    """How much is to be taken from the strength of the passages found.

    `unheard` are names of which no page has a word. A question on a result of the report is
    answered from its line.
    """
    if understanding.findings:
        return 0.0
    passages = [hit.passage for hit in hits]
    near = {j for p in passages[:LOOKED_AT] for j in release.by_id[p.document_id].jurisdiction}
    unknown = EUROPE.search(understanding.text) and near <= {HOME, "any"}
    is_abroad = bool(unknown or OVERSEAS.search(understanding.text))
    told = " ".join(p.text for p in passages[:LOOKED_AT])
    untold = set(_RECENT.findall(understanding.text)) - set(_RECENT.findall(told))
    return (
        AMOUNT * bool(_ASKS_AMOUNT.search(understanding.text))
        + UNHEARD * bool(unheard or untold)
        + is_abroad * (ABROAD_RIGHTS if _ON_RIGHTS.search(understanding.text) else ABROAD)
    )
