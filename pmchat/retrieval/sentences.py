"""How near each single sentence of the library is to a question."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from pmchat.corpus.release import REBUILD
from pmchat.errors import ReleaseError
from pmchat.i18n import _
from pmchat.model import Passage
from pmchat.retrieval.bridge import Bridge
from pmchat.retrieval.lexical import LexicalIndex
from pmchat.retrieval.relevance import ALONE, Signs, Weights

COVERAGE_WEIGHT = 0.8
"""What the share of the question's words in a sentence counts beside the cosine."""

_VECTORS = "sentences.npy"
_SECTIONS = "sections.npy"
_BRIDGE = "bridge.npy"
_WORDS = "bm25-sentences"

Nearness = Mapping[str, np.ndarray]
"""For each passage id one value a sentence, in order: cosine plus weighted coverage."""


class SentenceIndex:
    """Vectors and words of all sentences, in the order of the passages, and of their sections."""

    def __init__(
        self, vectors: np.ndarray, words: LexicalIndex, sections: np.ndarray, bridge: Bridge
    ) -> None:
        self._vectors = vectors
        self._words = words
        self._sections = sections
        self._bridge = bridge

    @classmethod
    def load(cls, folder: Path) -> SentenceIndex:
        """Open what `save` wrote."""
        vectors, sections = (
            np.load(folder / name, allow_pickle=False) for name in (_VECTORS, _SECTIONS)
        )
        words = LexicalIndex.load(folder / _WORDS)
        return cls(vectors, words, sections, Bridge.load(folder / _BRIDGE))

    def save(self, folder: Path) -> None:
        """Write npy and JSON files."""
        np.save(folder / _VECTORS, self._vectors, allow_pickle=False)
        np.save(folder / _SECTIONS, self._sections, allow_pickle=False)
        self._bridge.save(folder / _BRIDGE)
        self._words.save(folder / _WORDS)

    def nearness(
        self, passages: Sequence[Passage], vector: np.ndarray, asked: Sequence[str]
    ) -> Nearness:
        """How near each sentence is to any words: its cosine and the words shared.

        `passages` are those of the release, `vector` is a unit vector, `asked` the tokens. Raises
        ReleaseError if the index is of other passages.
        """
        values = self._vectors @ vector + COVERAGE_WEIGHT * self._words.coverage(asked)
        return self._by_passage(passages, values)

    def relevance(
        self,
        passages: Sequence[Passage],
        vector: np.ndarray,
        asked: Sequence[str],
        scores: np.ndarray,
        weights: Weights = ALONE,
    ) -> Nearness:
        """How well each sentence answers a question, by default on the scale of `nearness`.

        `scores` are those of the passages in a search. Raises as `nearness` does.
        """
        counts = [len(p.statements) for p in passages]
        moved = self._bridge.across(vector)
        signs = Signs(
            moved=self._vectors @ moved,
            section=np.repeat(self._sections @ moved, counts),
            words=self._words.coverage(asked),
            found=np.repeat(scores - scores.max(), counts),
            opening=np.concatenate([np.arange(n) == 0 for n in counts]),
        )
        return self._by_passage(passages, signs.weighed(weights))

    def _by_passage(self, passages: Sequence[Passage], values: np.ndarray) -> Nearness:
        ends = np.cumsum([len(p.statements) for p in passages])
        if len(values) != ends[-1]:
            raise ReleaseError(_("The sentence index is damaged."), _(REBUILD))
        parts = np.split(values, ends[:-1])
        return {p.id: part for p, part in zip(passages, parts, strict=True)}
