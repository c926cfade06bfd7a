"""Facts that a sentence sets side by side, taken crosswise."""

from __future__ import annotations

import re
from itertools import pairwise

from pmchat.answering.checks.said import Said, Word
from pmchat.lexicon import Lexicon


_CAUSE = re.compile(r"\b(?:because|therefore|thus|hence)\b", re.I)
_REASON = re.compile(r"\b(?:because|therefore|thus|hence|so|since|as|if|when)\b", re.I)
_PRONOUNS = frozenset("it its they their you your he she".split())
_JOINTS = frozenset({"and", "or"})


def mixing(said: Said, support: Said, lexicon: Lexicon) -> str | None:
    """A clause with words that stand apart in the support: "A is x, and B is y" said as "A is y"."""
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
            speaks_on = subject.text.lower() in _PRONOUNS
            goes_on[joint.unit] = goes_on[joint.unit - 1] if speaks_on else joint.unit
    return goes_on


def joining(said: Said, support: Said, lexicon: Lexicon) -> str | None:
    """Things joined otherwise: "and" for "or", or a "because" that the support lacks."""
    if _CAUSE.search(said.text) and not _REASON.search(support.text):
        return "a cause that is not in the quote"
    for place, word in enumerate(said.words):
        joint = word.text.lower()
        if joint != "and":
            continue
        before = next((w.key for w in reversed(said.words[:place]) if w.key), "")
        after = next((w.key for w in said.words[place + 1 :] if w.key), "")
        theirs = _joints_between(support, before, after)
        if theirs == {"or"}:
            return '"or" became "and"'
    return None


def _joints_between(support: Said, one: str, other: str) -> set[str]:
    keys = [w.key for w in support.words]
    if not one or not other or one not in keys or other not in keys:
        return set()
    first, last = sorted((keys.index(one), keys.index(other)))
    return _JOINTS & {w.text.lower() for w in support.words[first:last]}


def binding(said: Said, support: Said, lexicon: Lexicon) -> str | None:
    """A name beside words that the support has beside another name."""
    theirs = _neighbours(support)
    for name, near in _neighbours(said).items():
        others = set().union(*(words for other, words in theirs.items() if other != name))
        own = theirs.get(name)
        if own is not None and near and not near & own and near & others:
            return f"{name.lstrip('=')} stands beside other words in the quote"
    return None


def _neighbours(said: Said) -> dict[str, set[str]]:
    """For each name, the words of content next to it on either side, up to an "and" or "or"."""
    found: dict[str, set[str]] = {}
    for place, word in enumerate(said.words):
        if not _is_named(word):
            continue
        near = found.setdefault(word.key, set())
        for side in (reversed(said.words[:place]), iter(said.words[place + 1 :])):
            for other in side:
                if _parts(other, word):
                    break
                if other.key:
                    near.add(other.key)
                    break
    return found


def _parts(other: Word, name: Word) -> bool:
    return other.phrase != name.phrase or other.text.lower() in _JOINTS or _is_named(other)


def _is_named(word: Word) -> bool:
    return word.key.startswith("=") or word.is_name
