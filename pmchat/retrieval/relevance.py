"""How well a sentence answers a question: five signs of it, weighed."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

FARTHEST = -6.0
"""The least that the score of a section counts behind the best one."""

# Fitted to 675 questions of which readers chose the sentences to begin an answer with (a softmax
# over the sentences found for each), and scaled to the range of `nearness`.
BASE = 0.28
MOVED = 0.74
SECTION = 0.54
WORDS = 0.15
FOUND = 0.053
OPENING = 0.066


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

    def weighed(self) -> np.ndarray:
        """The sum of the signs, each with its weight."""
        return np.asarray(
            BASE
            + MOVED * self.moved
            + SECTION * self.section
            + WORDS * self.words
            + FOUND * np.maximum(self.found, FARTHEST)
            + OPENING * self.opening
        )
