"""Brings a question near to what answers it: a linear map learned from the library's asks.

People ask in other words than pages answer. Beside every section staff write questions as
people put them (`asks`); from these the map learns how to move the vector of a question
towards the sentences of the section that answers it.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

FEWEST_ASKS = 500
"""A library with fewer teaches nothing that would hold for other questions."""

ROUNDS = 8
BATCH = 256
RATE = 2e-3
SHARPNESS = 20.0
OPENING_SHARE = 0.4
"""What the first sentence of a section counts beside the section as a whole."""
SMOOTHING = 0.05


@dataclass(frozen=True)
class Lessons:
    """What the map is learned from; all rows are unit vectors.

    `asks` with the section that each belongs to in `owners`; `sections` and their first sentences,
    `openings`, one row each.
    """

    asks: np.ndarray
    owners: np.ndarray
    sections: np.ndarray
    openings: np.ndarray


class Bridge:
    """A square matrix that moves the vectors of questions."""

    def __init__(self, matrix: np.ndarray) -> None:
        self._matrix = matrix

    @classmethod
    def learn(cls, lessons: Lessons) -> Bridge:
        """The map under which asks come nearest to their own sections; the same on every run."""
        size = lessons.sections.shape[1]
        if len(lessons.asks) < FEWEST_ASKS:
            return cls(np.eye(size, dtype=np.float32))
        return cls(np.eye(size, dtype=np.float32) + _learned(lessons))

    @classmethod
    def load(cls, path: Path) -> Bridge:
        """Open what `save` wrote."""
        return cls(np.load(path, allow_pickle=False))

    def save(self, path: Path) -> None:
        """Write one npy file."""
        np.save(path, self._matrix, allow_pickle=False)

    def across(self, vector: np.ndarray) -> np.ndarray:
        """The unit vector of a question, moved."""
        moved = vector @ self._matrix
        return np.asarray(moved / np.linalg.norm(moved))


def _learned(lessons: Lessons) -> np.ndarray:
    """What is added to the identity, by gradient descent with a fixed order of the asks."""
    # Imported here because it takes seconds, and is needed only where an index is written.
    import torch
    from torch.nn.functional import cross_entropy, normalize

    asks, sections, openings = (
        torch.tensor(rows, dtype=torch.float32)
        for rows in (lessons.asks, lessons.sections, lessons.openings)
    )
    owners = torch.tensor(lessons.owners)
    added = torch.zeros(asks.shape[1], asks.shape[1], requires_grad=True)
    optimizer = torch.optim.AdamW([added], lr=RATE)
    order = torch.Generator().manual_seed(0)
    for _ in range(ROUNDS):
        shuffled = torch.randperm(len(asks), generator=order)
        for start in range(0, len(asks), BATCH):
            batch = shuffled[start : start + BATCH]
            moved = SHARPNESS * normalize(asks[batch] + asks[batch] @ added, dim=1)
            near = (1 - OPENING_SHARE) * moved @ sections.T + OPENING_SHARE * moved @ openings.T
            loss = cross_entropy(near, owners[batch], label_smoothing=SMOOTHING)
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            optimizer.step()
    return added.detach().numpy()
