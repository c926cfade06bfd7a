"""Whether what was found is strong enough to answer from."""

from __future__ import annotations

from collections.abc import Sequence

from pmchat.answering.understand import Understanding
from pmchat.lexicon import Lexicon
from pmchat.retrieval.search import SUBJECT_BONUS, Hit

COVERAGE_WEIGHT = 0.5
KIND_WEIGHT = 0.1
STRONG = 0.78
"""Cosine plus half the coverage at which a passage answers."""

STRONG_MENTION = 0.95
"""The same where a gene or drug was named and the passage only mentions it."""

IN_SCOPE = 0.35
"""Below this cosine, with no known name, a question is about something else."""


def strength(hit: Hit, understanding: Understanding) -> float:
    """How much of the question a passage meets: cosine, coverage and kind, 0 to 1.6."""
    kind = KIND_WEIGHT if hit.passage.kind == understanding.asked else 0.0
    return hit.score.similarity + COVERAGE_WEIGHT * hit.score.coverage + kind


SIDE_EFFECT_KINDS = frozenset({"side_effects", "urgent", "limits"})


def is_strong(hit: Hit, understanding: Understanding, lexicon: Lexicon) -> bool:
    """Codes that nothing knows cannot be answered; else the strength of the passage decides.

    A question on side effects is not answered by what a drug is for.
    """
    if understanding.unknown and not understanding.findings:
        return False
    if understanding.asked == "side_effects" and hit.passage.kind not in SIDE_EFFECT_KINDS:
        return False
    named = any(lexicon.entries[e].kind in {"genes", "drugs"} for e in understanding.entities)
    needed = STRONG_MENTION if named and hit.score.entity < SUBJECT_BONUS else STRONG
    return strength(hit, understanding) >= needed


def is_in_scope(hits: Sequence[Hit], understanding: Understanding) -> bool:
    """Whether the question is about anything that the library is about."""
    if understanding.entities or understanding.unknown:
        return True
    return bool(hits) and max(h.score.similarity for h in hits) >= IN_SCOPE
