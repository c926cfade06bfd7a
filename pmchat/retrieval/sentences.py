"""How near each single sentence of the library is to a question."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from pmchat.corpus.release import REBUILD
from pmchat.errors import ReleaseError
from pmchat.i18n import _
from pmchat.model import Passage
from pmchat.retrieval.lexical import LexicalIndex

COVERAGE_WEIGHT = 0.8
"""What the share of the question's words in a sentence counts beside the cosine."""

_VECTORS = "sentences.npy"
_WORDS = "bm25-sentences"

Nearness = Mapping[str, np.ndarray]
"""For each passage id one value a sentence, in order: cosine plus weighted coverage."""


class SentenceIndex:
    """Vectors and words of all sentences, in the order of the passages."""

    def __init__(self, vectors: np.ndarray, words: LexicalIndex) -> None:
        self._vectors = vectors
        self._words = words

    @classmethod
    def load(cls, folder: Path) -> SentenceIndex:
        """Open what `save` wrote."""
        vectors = np.load(folder / _VECTORS, allow_pickle=False)
        return cls(vectors, LexicalIndex.load(folder / _WORDS))

    def save(self, folder: Path) -> None:
        """Write npy and JSON files."""
        np.save(folder / _VECTORS, self._vectors, allow_pickle=False)
        self._words.save(folder / _WORDS)

    def nearness(
        self, passages: Sequence[Passage], vector: np.ndarray, asked: Sequence[str]
    ) -> Nearness:
        """Values for the sentences of `passages`, which are those of the release.

        `vector` is the question's unit vector, `asked` its tokens. Raises
        ReleaseError if the index is of other passages.
        """
        values = self._vectors @ vector + COVERAGE_WEIGHT * self._words.coverage(asked)
        ends = np.cumsum([len(p.statements) for p in passages])
        if len(values) != ends[-1]:
            raise ReleaseError(_("The sentence index is damaged."), _(REBUILD))
        parts = np.split(values, ends[:-1])
        return {p.id: part for p, part in zip(passages, parts, strict=True)}
