"""Names and words that stand nowhere in the support."""

from __future__ import annotations

from typing import Final

from pmchat.answering.checks.said import Said
from pmchat.answering.checks.synonyms import key_of
from pmchat.lexicon import Lexicon
from pmchat.text import words

_GENERIC: Final = {"genes": "gene", "drugs": "medicine treatment", "variants": "variant"}
"""What a thing may be called once its name stands in the support."""
_PERSONS = frozenset(
    """you your we our who anyone everyone everybody nobody women men woman man children child
    adults adult relatives relative parents parent family families""".split()
)
"""Where one of these is spoken of, "people" is nothing new; "patients" is."""
_SAID = 0.75
_AT_LEAST = 2
"""Share and number of the words of a gloss from which it counts as said."""


def names(said: Said, support: Said, lexicon: Lexicon) -> str | None:
    """A gene, drug or variant, or any other name or code, that the support does not have."""
    genes = {lexicon.entries[e].gene for e in support.entities}
    for entity in sorted(said.entities - support.entities - genes):
        if entity in words(support.text):
            continue  # one of a group: BRCA1 of "BRCA1 or BRCA2"
        return f"{entity} is not in the quote"
    for word in said.content:
        if word.is_named and word.key not in support.keys and not word.key.startswith("="):
            return f"{word.text} is not in the quote"
    return None


def coverage(said: Said, support: Said, lexicon: Lexicon) -> str | None:
    """A word of content that the support has neither itself nor by a synonym."""
    allowed = support.keys | _glosses(said, support, lexicon) | _persons(said, support)
    if "with" in support.text.split():
        allowed |= {key_of("jointly")}
    for word in said.content:
        if not word.is_number and word.key not in allowed and not word.key.startswith("="):
            return f"the word {word.text} is not in the quote"
    return None


def _glosses(said: Said, support: Said, lexicon: Lexicon) -> set[str]:
    """What the lexicon says of the names in the support, where most of it is said."""
    allowed: set[str] = set()
    for entity in support.entities:
        entry = lexicon.entries[entity]
        allowed |= _keys(_GENERIC[entry.kind])
        gloss = _keys(entry.plain or "") - support.keys
        if len(gloss & said.keys) >= max(_SAID * len(gloss), _AT_LEAST):
            allowed |= gloss
    return allowed


def _persons(said: Said, support: Said) -> set[str]:
    patients = any(w.low.startswith("patient") for w in said.words)
    spoken_of = "people with" in said.text or any(w.low in _PERSONS for w in support.words)
    return {key_of("people")} if spoken_of and not patients else set()


def _keys(text: str) -> set[str]:
    return {k for w in words(text) if (k := key_of(w))}
