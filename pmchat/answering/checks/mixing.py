"""Facts that a sentence sets side by side, taken crosswise."""

from __future__ import annotations

import re

from pmchat.answering.checks.said import Said
from pmchat.lexicon import Lexicon


_CAUSE = re.compile(r"\b(?:because|therefore|thus|hence)\b", re.I)
_REASON = re.compile(r"\b(?:because|therefore|thus|hence|so|since|as|if|when)\b", re.I)


def mixing(said: Said, support: Said, lexicon: Lexicon) -> str | None:
    """A clause with words that stand apart in the support: "A is x, and B is y" said as "A is y"."""
    units: dict[str, set[int]] = {}
    for word in support.content:
        units.setdefault(word.key, set()).add(word.unit)
    for clause in said.clauses:
        home = {min(units[k]) for k in clause.keys if len(units.get(k, ())) == 1}
        if len(home) > 1:
            return "what the quote says apart is mixed"
    return None


def joining(said: Said, support: Said, lexicon: Lexicon) -> str | None:
    """Two things joined otherwise: "and" for "or", or a "because" that the support lacks."""
    if _CAUSE.search(said.text) and not _REASON.search(support.text):
        return "a cause that is not in the quote"
    theirs = _joined(support)
    for pair, word in _joined(said).items():
        if theirs.get(pair, word) != word:
            return f'"{theirs[pair]}" became "{word}"'
    return None


def _joined(said: Said) -> dict[frozenset[str], str]:
    triples = zip(said.words, said.words[1:], said.words[2:], strict=False)
    return {
        frozenset((a.key, b.key)): word.text.lower()
        for a, word, b in triples
        if word.text.lower() in {"and", "or"} and a.key and b.key
    }
