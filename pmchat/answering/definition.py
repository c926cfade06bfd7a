"""Recognises a question that asks for nothing but the meaning of a word."""

from __future__ import annotations

import re
from collections.abc import Mapping

from pmchat.glossary import Term, fold
from pmchat.text import normalise

_ASKING = re.compile(
    r"\b(?:what(?:'?s| is| are| does| do)?|whats|define|definition of|meaning of|explain"
    r"|tell me|can you|please|pls|mean(?:s|ing)?|stands? for|in (?:plain|simple|easy) (?:words?"
    r"|terms|english|language)|the (?:word|term)|exactly|even|an?|the|is|do|does|by|it|to me)\b",
    re.IGNORECASE,
)

_YES_OR_NO = re.compile(
    r"^\W*(?:is|are|does|do) (?:it|that|this|they|these|those)\b", re.IGNORECASE
)


def asked_term(text: str, terms: Mapping[str, Term]) -> Term | None:
    """The term whose meaning is asked, if the question has no other words; `terms` by `fold`."""
    if _YES_OR_NO.search(text) or not _ASKING.search(text):
        return None
    return terms.get(fold(_ASKING.sub(" ", normalise(text))))
