"""The search index of a release: written once, opened by `search`."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from pmchat.corpus.release import Progress
from pmchat.lexicon import Lexicon
from pmchat.model import Document, Passage
from pmchat.retrieval.embedding import MiniLM
from pmchat.retrieval.lexical import PARAMETERS, LexicalIndex
from pmchat.retrieval.sentences import SentenceIndex
from pmchat.retrieval.vectors import VectorIndex

BATCH = 16
"""Passages embedded in one call: enough to be quick, few enough to show progress."""

UNITS = "title+heading, asks, title+body, aliases; sentences"
"""What is embedded of a passage; a change makes a new release."""


class LibraryIndexer:
    """Embeds and indexes passages; vectors are kept by content in `cache`."""

    def __init__(self, embedding: MiniLM, cache: Path) -> None:
        self._embedding = embedding
        self._cache = cache

    @property
    def identity(self) -> Mapping[str, str]:
        """What shapes the index; a release opens only with the same."""
        return identity(self._embedding)

    def write(
        self, documents: Sequence[Document], lexicon: Lexicon, folder: Path, progress: Progress
    ) -> None:
        """Write both indexes; embeds only passages that are not in the cache."""
        self._cache.mkdir(parents=True, exist_ok=True)
        pairs = [(d, p) for d in documents for p in d.passages]
        found: list[np.ndarray] = []
        for start in range(0, len(pairs), BATCH):
            progress(start, len(pairs))
            batch = pairs[start : start + BATCH]
            found += self._vectors([[*units(d, p), *_sentences(p)] for d, p in batch])
        progress(len(pairs), len(pairs))
        counts = [len(p.statements) for _, p in pairs]
        VectorIndex.build([v[:-n] for v, n in zip(found, counts, strict=True)]).save(folder)
        texts = [" . ".join([*units(d, p), *d.aliases]) for d, p in pairs]
        LexicalIndex.build(texts, lexicon).save(folder / "bm25")
        vectors = np.concatenate([v[-n:] for v, n in zip(found, counts, strict=True)])
        sentences = [s for _, p in pairs for s in _sentences(p)]
        SentenceIndex(vectors, LexicalIndex.build(sentences, lexicon)).save(folder)

    def _vectors(self, passages: Sequence[list[str]]) -> list[np.ndarray]:
        """One array a passage; those that are not in the cache are embedded in one call."""
        paths = [self._path(texts) for texts in passages]
        missing = [i for i, path in enumerate(paths) if not path.exists()]
        if missing:
            vectors = self._embedding.embed([text for i in missing for text in passages[i]])
            ends = np.cumsum([len(passages[i]) for i in missing])[:-1]
            for i, rows in zip(missing, np.split(vectors, ends), strict=True):
                np.save(paths[i], rows, allow_pickle=False)
        return [np.asarray(np.load(path, allow_pickle=False)) for path in paths]

    def _path(self, texts: list[str]) -> Path:
        key = hashlib.sha256(json.dumps([self._embedding.digest, texts]).encode()).hexdigest()
        return self._cache / f"{key[:32]}.npy"


def identity(embedding: MiniLM) -> dict[str, str]:
    """The parts that an index was built with."""
    return {
        "embedding": embedding.name,
        "weights": embedding.digest,
        "units": UNITS,
        "lexical": PARAMETERS,
    }


def units(document: Document, passage: Passage) -> list[str]:
    """The texts under which a passage can be found."""
    return [
        f"{document.title}: {passage.heading}",
        *passage.asks,
        f"{document.title}. {passage.text}",
    ]


def _sentences(passage: Passage) -> list[str]:
    return [s.text for s in passage.statements]
