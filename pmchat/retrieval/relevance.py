"""How well a sentence answers a question: five signs of it, weighed."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

FARTHEST = -6.0
"""The least that the score of a section counts behind the best one."""


@dataclass(frozen=True)
class Weights:
    """What each of the signs counts."""

    base: float
    moved: float
    section: float
    words: float
    found: float
    opening: float


ALONE = Weights(base=0.28, moved=0.74, section=0.54, words=0.15, found=0.053, opening=0.066)
"""Without a report: fitted to 675 questions of which readers chose the sentences to begin an
answer with (a softmax over the sentences found for each), and scaled to the range of `nearness`."""

BESIDE_REPORT = Weights(
    base=-2.826, moved=2.981, section=1.005, words=1.095, found=0.093, opening=0.515
)
"""Beside lines of a report: part of the log odds that a sentence belongs in the answer, of which
`answering/worth.py` has the rest and tells how they were fitted."""


@dataclass(frozen=True)
class Signs:
    """One value a sentence in each array.

    `moved` and `section`: cosine of the moved question with the sentence and with its section;
    `words`: the share of the question's words; `found`: the score of the section in the search,
    0 for the best; `opening`: whether the sentence is the first of its section.
    """

    moved: np.ndarray
    section: np.ndarray
    words: np.ndarray
    found: np.ndarray
    opening: np.ndarray

    def weighed(self, weights: Weights) -> np.ndarray:
        """The sum of the signs, each with its weight."""
        return np.asarray(
            weights.base
            + weights.moved * self.moved
            + weights.section * self.section
            + weights.words * self.words
            + weights.found * np.maximum(self.found, FARTHEST)
            + weights.opening * self.opening
        )
