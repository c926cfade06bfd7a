"""What speaks against an answer from a page that is near: amounts, names and countries."""

from __future__ import annotations

import re
from collections.abc import Collection

from pmchat.answering.evidence import HOME, names_country
from pmchat.answering.understand import Understanding

AMOUNT = 0.25
UNHEARD = 0.3
ABROAD = 0.25
"""Weights beside `strength`, from a logistic regression on the golden questions.

A page on the thing asked about seldom holds just the number that is asked for, and one that has
never a word of a name cannot tell of it.
"""

_ASKS_AMOUNT = re.compile(
    r"\bhow (?:many|much|long|often|old|far|big|common)\b|\bhow (?:\w+ )?(?:high|low|likely)\b"
    r"|\b(?:at )?what (?:year|age|percent|number|share|price|are the odds)\b"
    r"|\bwhat is the (?:usual |list |exact |average )?"
    r"(?:number|price|rate|score|count|cost|share|percent\w*)\b|\bwhen (?:did|was|will)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?<![.?!:]) (?P<name>(?!(?:Dr|Mr|Mrs|Ms|I)\b)[A-Z][A-Za-z]*[a-z][\w-]*)\b")
_OF_PERSON = re.compile(
    r"\b(?:Dr|Mr|Mrs|Ms|doctor|nurse|mom|mum|dad|mother|father|wife|husband|partner|sister|brother"
    r"|son|daughter|aunt|uncle|cousin|friend|grandma|grandpa|named|called)\.?$",
    re.IGNORECASE,
)
"""A name amid a sentence, and the words before that of a person."""


def names_in(text: str) -> list[str]:
    """The capitalised words amid the sentences of a question, but those of people."""
    found = _NAME.finditer(text)
    return [m["name"] for m in found if not _OF_PERSON.search(text[: m.start()])]


def doubt(
    understanding: Understanding, unheard: Collection[str], jurisdictions: Collection[str]
) -> float:
    """How much is to be taken from the strength of what was found.

    `unheard` are names of which no page has a word, `jurisdictions` where the pages found hold.
    A question on a result of the report is answered from its line.
    """
    if understanding.findings:
        return 0.0
    is_abroad = names_country(understanding.text) and set(jurisdictions) <= {HOME, "any"}
    return (
        AMOUNT * bool(_ASKS_AMOUNT.search(understanding.text))
        + UNHEARD * bool(unheard)
        + ABROAD * is_abroad
    )
