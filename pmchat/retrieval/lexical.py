"""BM25 over words and over the names of the lexicon, so that synonyms meet."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import bm25s
import numpy as np

from pmchat.lexicon import Lexicon
from pmchat.text import terms

PARAMETERS = "bm25 lucene k1=1.2 b=0.6"


class LexicalIndex:
    """Scores all passages for a question by the words that they share."""

    def __init__(self, index: bm25s.BM25) -> None:
        self._index = index

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

    def scores(self, question: str, lexicon: Lexicon) -> np.ndarray:
        """One score a passage; zeros if no word is known."""
        known = [t for t in tokens(question, lexicon) if t in self._index.vocab_dict]
        count = int(self._index.scores["num_docs"])
        if not known:
            return np.zeros(count, dtype=np.float32)
        return np.asarray(self._index.get_scores(known), dtype=np.float32)


def tokens(text: str, lexicon: Lexicon) -> list[str]:
    """Words, and an @id for each name, whatever alias it stands under."""
    return terms(text) + [f"@{entity}" for entity in lexicon.entities(text)]
