"""Facts that a sentence sets side by side, taken crosswise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pmchat.answering.checks.said import Said, Word
from pmchat.lexicon import Lexicon

_CAUSE = re.compile(r"\b(?:because|therefore|thus|hence)\b", re.I)
_REASON = re.compile(r"\b(?:because|therefore|thus|hence|so|since|as|if|when)\b", re.I)
_PRONOUNS = frozenset("it they he she".split())
_JOINTS = frozenset({"and", "or"})
_CLOSE = 3
"""How many words away a neighbour may stand."""


def mixing(said: Said, support: Said, lexicon: Lexicon) -> str | None:
    """A clause of words that stand apart in the support: of "A is x, and B is y", "A is y"."""
    homes: dict[str, set[int]] = {}
    for word in support.content:
        homes.setdefault(word.key, set()).add(word.unit)
    goes_on = _with_pronouns(support)
    for clause in said.clauses:
        apart = {goes_on[min(homes[k])] for k in clause.keys if len(homes.get(k, ())) == 1}
        if len(apart) > 1:
            return "what the quote says apart is mixed"
    return None


def _with_pronouns(support: Said) -> dict[int, int]:
    """For each unit the one that it goes on: "and they may" goes on with what is before it."""
    goes_on = {0: 0}
    for joint, subject in pairwise(support.words):
        if joint.unit not in goes_on:
            speaks_on = subject.low in _PRONOUNS
            goes_on[joint.unit] = goes_on[joint.unit - 1] if speaks_on else joint.unit
    return goes_on


def joining(said: Said, support: Said, lexicon: Lexicon) -> str | None:
    """Things joined otherwise: "and" for "or", or a "because" that the support lacks."""
    if _CAUSE.search(said.text) and not _REASON.search(support.text):
        return "a cause that is not in the quote"
    for place, word in enumerate(said.words):
        if word.low != "and":
            continue
        before = next((w.key for w in reversed(said.words[:place]) if w.key), "")
        after = next((w.key for w in said.words[place + 1 :] if w.key), "")
        if _joints_between(support, before, after) == {"or"}:
            return '"or" became "and"'
    return None


def _joints_between(support: Said, one: str, other: str) -> frozenset[str]:
    keys = [w.key for w in support.words]
    if not one or not other or one not in keys or other not in keys:
        return frozenset()
    first, last = sorted((keys.index(one), keys.index(other)))
    return _JOINTS & {w.low for w in support.words[first:last]}


def binding(said: Said, support: Said, lexicon: Lexicon) -> str | None:
    """A name beside words that the support has beside another name."""
    theirs = _neighbours(support)
    for name, near in _neighbours(said).items():
        own = theirs.get(name, set())
        others = [words for other, words in theirs.items() if other != name]
        best = max((len(near & words) for words in others), default=0)
        if best > (0 if own else 1) and not near & own:
            return f"{name.lstrip('=')} stands beside other words in the quote"
    return None


def _neighbours(said: Said) -> dict[str, set[str]]:
    """For each name, the words of content close by on either side of it.

    Names that "and", "or" or commas join have the same neighbours.
    """
    found: dict[str, set[str]] = {}
    for first, last in _runs(said.words):
        left = said.words[max(first - _CLOSE, 0) : first][::-1]
        right = said.words[last + 1 : last + 1 + _CLOSE]
        near = {_nearest(left, said.words[first]), _nearest(right, said.words[last])} - {""}
        for word in said.words[first : last + 1]:
            if word.is_named:
                found.setdefault(word.key, set()).update(near)
    return found


def _runs(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """First and last place of each list of names."""
    places = [place for place, word in enumerate(words) if word.is_named]
    while places:
        first = last = places.pop(0)
        while places and all(w.low in _JOINTS for w in words[last + 1 : places[0]]):
            last = places.pop(0)
        yield first, last


def _nearest(words: Sequence[Word], name: Word) -> str:
    """The first word of content in the same stretch, unless another name comes before it."""
    for word in words:
        if word.phrase != name.phrase or word.is_named or word.low in _JOINTS:
            break
        if word.key and not word.is_number:
            return word.key
    return ""
