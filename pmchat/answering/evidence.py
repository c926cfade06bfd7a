"""Whether what was found is strong enough to answer from."""

from __future__ import annotations

from collections.abc import Sequence

from pmchat.answering.understand import Understanding
from pmchat.lexicon import Lexicon
from pmchat.retrieval.search import NAMED_KINDS, Hit

COVERAGE_WEIGHT = 0.34
NAMED = 0.2
MISSING = 0.2
"""Weights of `strength`, from a logistic regression on the golden questions.

A named gene, drug or law makes any page about it look near, whatever is asked
of it, so that a question with names needs more.
"""

ENOUGH = 0.49
"""Strength at which a passage answers; below it the library has no answer."""

CLOSE = 0.62
"""Strength from which it needs no word of caution."""

IN_SCOPE = 0.35
"""Below this cosine, with no known name, a question is about something else."""

SIDE_EFFECT_KINDS = frozenset({"side_effects", "urgent", "limits", "numbers"})


def strength(hit: Hit, understanding: Understanding, lexicon: Lexicon) -> float:
    """How much of the question a passage meets, about 0 to 1.3.

    Cosine and coverage, less what the question names and the passage does not.
    """
    names = {e for e in understanding.entities if lexicon.entries[e].kind in NAMED_KINDS}
    missing = len(names - set(hit.passage.entities)) / len(names) if names else 0.0
    met = hit.score.similarity + COVERAGE_WEIGHT * hit.score.coverage
    return met - (NAMED if names else 0.0) - MISSING * missing


def answers(hit: Hit, understanding: Understanding, lexicon: Lexicon) -> bool:
    """Whether a passage may answer at all.

    Codes that nothing knows cannot be answered. A question on the side effects
    of a gene's drugs is not answered by what they are for.
    """
    if understanding.unknown and not understanding.findings:
        return False
    named = any(lexicon.entries[e].kind in {"genes", "drugs"} for e in understanding.entities)
    elsewhere = hit.passage.kind not in SIDE_EFFECT_KINDS
    if understanding.asked == "side_effects" and named and elsewhere:
        return False
    return strength(hit, understanding, lexicon) >= ENOUGH


def answers_closely(hit: Hit, understanding: Understanding, lexicon: Lexicon) -> bool:
    """Whether a passage answers without a word of caution before it."""
    return strength(hit, understanding, lexicon) >= CLOSE


def is_in_scope(hits: Sequence[Hit], understanding: Understanding) -> bool:
    """Whether the question is about anything that the library is about."""
    if understanding.entities or understanding.unknown:
        return True
    return bool(hits) and max(h.score.similarity for h in hits) >= IN_SCOPE
