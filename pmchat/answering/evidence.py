"""Whether what was found is strong enough to answer from."""

from __future__ import annotations

from collections.abc import Sequence

from pmchat.answering.understand import Understanding
from pmchat.retrieval.search import Hit

STRONG = 0.62
"""Cosine at which a passage answers by itself."""

SUPPORTED = 0.45
"""Cosine that is enough when the passage is about the thing that was named."""

IN_SCOPE = 0.30
"""Below this cosine, with no known name, a question is about something else."""


def is_strong(hit: Hit, understanding: Understanding) -> bool:
    """Names and codes that were asked for must be known; then similarity decides."""
    if understanding.unknown and not understanding.findings:
        return False
    similarity = hit.score.similarity
    if hit.score.entity > 0:
        return similarity >= SUPPORTED
    return similarity >= STRONG


def is_in_scope(hits: Sequence[Hit], understanding: Understanding) -> bool:
    """Whether the question is about anything that the library is about."""
    if understanding.entities or understanding.unknown:
        return True
    return bool(hits) and max(h.score.similarity for h in hits) >= IN_SCOPE
