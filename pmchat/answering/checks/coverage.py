"""Names and words that stand nowhere in the support."""

from __future__ import annotations

from pmchat.answering.checks.said import Said, key_of
from pmchat.lexicon import Lexicon
from pmchat.text import words

_PERSONS = frozenset(
    """you your we our who anyone everyone everybody nobody women men woman man children child adults
    adult relatives relative parents parent family families""".split()
)
"""Where one of these is spoken of, "people" is nothing new."""
_SAID = 0.75
_AT_LEAST = 2
"""Share and number of the words of a gloss from which it counts as said."""
_GENERIC = {
    "genes": "gene",
    "drugs": "medicine treatment",
    "variants": "variant",
}
"""What a thing may be called once its name stands in the support."""


def names(said: Said, support: Said, lexicon: Lexicon) -> str | None:
    """A gene, drug or variant, or any other name or code, that the support does not have."""
    known = support.entities | {
        gene for e in support.entities if (gene := lexicon.entries[e].gene) is not None
    }
    for entity in sorted(said.entities - known):
        return f"{entity} is not in the quote"
    for word in said.content:
        if word.is_name and word.key not in support.keys and not word.key.startswith("="):
            return f"{word.text} is not in the quote"
    return None


def coverage(said: Said, support: Said, lexicon: Lexicon) -> str | None:
    """A word of content that the support has neither itself nor by a synonym."""
    allowed = support.keys | _glosses(said, support, lexicon)
    patients = any(w.text.lower() in {"patient", "patients"} for w in said.words)
    if not patients and _PERSONS & {w.text.lower() for w in support.words}:
        allowed |= {key_of("people")}
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


def _keys(text: str) -> set[str]:
    return {k for w in words(text) if (k := key_of(w))}
