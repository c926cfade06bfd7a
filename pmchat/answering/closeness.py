"""How close a written sentence stays to the words that it cites, beyond what `verify` checks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pmchat.answering.checks.said import take_apart
from pmchat.lexicon import Lexicon

MOST = 0.5
"""Share of the words of meaning of a source that must be kept: a piece of it can mislead."""

_LONGEST = 400
_STRANGE = re.compile(r"https?:|www\.|[\w.]@\w|[<>{}|\\`#*_=\[\]\u2039]|\bI\b")


def strays(text: str, quote: str, lexicon: Lexicon) -> str | None:
    """Why a written sentence cannot stand for its quote, or None."""
    if text == quote:
        return None
    if _STRANGE.search(text) and not _STRANGE.search(quote):
        return "it holds a link, a sign or a voice that is not the library's"
    if len(text) > _LONGEST:
        return "it is no sentence of a usual length"
    if shared_words(quote, text, lexicon) < MOST:
        return "it leaves out too much of the quote"
    return None


def nearest(text: str, quotes: Sequence[str], lexicon: Lexicon) -> int:
    """The place of the quote that shares most of its words with a text."""

    def share(place: int) -> float:
        quote = quotes[place]
        return shared_words(text, quote, lexicon) + shared_words(quote, text, lexicon)

    return max(range(len(quotes)), key=share)


def shared_words(text: str, other: str, lexicon: Lexicon) -> float:
    """The share of the words of meaning of a text that stand in another, also as synonyms."""
    said, known = (take_apart(t, lexicon).keys for t in (text, other))
    return len(said & known) / len(said) if said else 0.0
