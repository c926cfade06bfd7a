"""Names and words that stand nowhere in the support."""

from __future__ import annotations

from pmchat.answering.checks.said import Said, key_of
from pmchat.lexicon import Lexicon
from pmchat.text import words

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
    allowed = support.keys | _glosses(support, lexicon)
    for word in said.content:
        if not word.is_number and word.key not in allowed and not word.key.startswith("="):
            return f"the word {word.text} is not in the quote"
    return None


def _glosses(support: Said, lexicon: Lexicon) -> frozenset[str]:
    """The words that the lexicon explains the names of the support with."""
    entries = [lexicon.entries[e] for e in support.entities]
    glosses = " ".join(f"{_GENERIC[e.kind]} {e.plain or ''}" for e in entries)
    return frozenset(key_of(w) for w in words(glosses))
