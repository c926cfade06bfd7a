"""BM25 over words and over the names of the lexicon, so that synonyms meet."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import bm25s
import numpy as np

from pmchat.lexicon import Lexicon
from pmchat.text import terms

PARAMETERS = "bm25 lucene k1=1.2 b=0.6"
ENOUGH_TOKENS = 3


class LexicalIndex:
    """Scores all passages for a question by the words that they share."""

    def __init__(self, index: bm25s.BM25) -> None:
        self._index = index
        self._count = int(index.scores["num_docs"])

    @classmethod
    def build(cls, texts: Sequence[str], lexicon: Lexicon) -> LexicalIndex:
        """Index one text a passage, in order."""
        index = bm25s.BM25(k1=1.2, b=0.6, method="lucene")
        index.index([tokens(text, lexicon) for text in texts], show_progress=False)
        return cls(index)

    @classmethod
    def load(cls, folder: Path) -> LexicalIndex:
        """Open what `save` wrote."""
        return cls(bm25s.BM25.load(str(folder), allow_pickle=False))

    def save(self, folder: Path) -> None:
        """Write JSON and npy files."""
        self._index.save(str(folder), show_progress=False)

    def has(self, token: str) -> bool:
        """Whether a passage has the token."""
        return token in self._index.vocab_dict

    def scores(self, asked: Sequence[str]) -> np.ndarray:
        """One BM25 score a passage for the tokens of a question; zeros if none is known."""
        known = [t for t in asked if t in self._index.vocab_dict]
        if not known:
            return np.zeros(self._count, dtype=np.float32)
        return np.asarray(self._index.get_scores(known), dtype=np.float32)

    def coverage(self, asked: Sequence[str]) -> np.ndarray:
        """For each passage the share, 0 to 1, of the question's tokens that stand in it.

        Rare tokens weigh more (by idf); a token that no passage has weighs most.
        With fewer than three tokens the share counts for less: it is met by chance.
        """
        covered = np.zeros(self._count, dtype=np.float32)
        total = 0.0
        for token in dict.fromkeys(asked):
            holders = self._holders(token)
            weight = float(np.log((self._count + 1) / (len(holders) + 0.5)))
            covered[holders] += weight
            total += weight
        trust = min(1.0, len(set(asked)) / ENOUGH_TOKENS)
        return covered * trust / total if total else covered

    def _holders(self, token: str) -> np.ndarray:
        place = self._index.vocab_dict.get(token)
        if place is None:
            return np.empty(0, dtype=np.int64)
        start, end = self._index.scores["indptr"][place : place + 2]
        return np.asarray(self._index.scores["indices"][start:end])


def tokens(text: str, lexicon: Lexicon) -> list[str]:
    """Words, and an @id for each name and everyday thing, whatever it is called."""
    found = lexicon.entities(text)
    if lexicon.everyday is not None:
        found += lexicon.everyday.entities(text)
    return terms(text) + [f"@{entity}" for entity in found]
