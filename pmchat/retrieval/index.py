"""The search index of a release: written once, opened by `search`."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from pmchat.corpus.release import Progress
from pmchat.lexicon import Lexicon
from pmchat.model import Document, Passage
from pmchat.retrieval.bridge import FEWEST_ASKS, Bridge, Lessons
from pmchat.retrieval.embedding import MiniLM
from pmchat.retrieval.lexical import PARAMETERS, LexicalIndex
from pmchat.retrieval.likeness import ANSWER, SETTINGS, Likeness, read_examples
from pmchat.retrieval.sentences import SentenceIndex
from pmchat.retrieval.vectors import VectorIndex

BATCH = 16
"""Passages embedded in one call: enough to be quick, few enough to show progress."""

HEADING_WEIGHT = 2.0
"""What the heading counts in the vector of a section beside each of its sentences."""

LIKENESS = "likeness.npz"

UNITS = f"title+heading, asks, title+body, aliases; sentences; bridge 2; likeness {SETTINGS}"
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
        words = LexicalIndex.build(sentences, lexicon)
        lessons = _lessons([p for _, p in pairs], found, vectors)
        SentenceIndex(vectors, words, lessons.sections, self._bridge(lessons)).save(folder)
        self._likeness([a for _, p in pairs for a in p.asks], folder)

    def _bridge(self, lessons: Lessons) -> Bridge:
        """What the asks teach, learned anew only if they or the sections changed."""
        rows = (lessons.asks, lessons.owners, lessons.sections, lessons.openings)
        key = hashlib.sha256(b"".join(r.tobytes() for r in rows)).hexdigest()
        path = self._cache / f"bridge-{key[:32]}.npy"
        if not path.exists():
            Bridge.learn(lessons).save(path)
        return Bridge.load(path)

    def _likeness(self, asks: Sequence[str], folder: Path) -> None:
        """What messages of each kind are like; asks are of the kind that is answered."""
        path = folder / "safety" / "examples.yaml"
        if len(asks) < FEWEST_ASKS or not path.exists():
            return
        examples = read_examples(path)
        examples[ANSWER] = [*examples[ANSWER], *asks]
        key = hashlib.sha256(json.dumps([SETTINGS, examples]).encode()).hexdigest()
        kept = self._cache / f"likeness-{key[:32]}.npz"
        if not kept.exists():
            Likeness.learn(examples).save(kept)
        shutil.copy(kept, folder / LIKENESS)

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


def learned_from(folder: Path) -> Likeness | None:
    """What a release learned of messages, unless its library was too small to learn from."""
    path = folder / LIKENESS
    return Likeness.load(path) if path.exists() else None


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


def _lessons(
    passages: Sequence[Passage], found: Sequence[np.ndarray], sentences: np.ndarray
) -> Lessons:
    """The asks, the sections and how they begin, from the vectors of `units` and sentences."""
    counts = [len(p.asks) for p in passages]
    holders = np.repeat(np.arange(len(passages)), [len(p.statements) for p in passages])
    sections = HEADING_WEIGHT * np.stack([rows[0] for rows in found])
    np.add.at(sections, holders, sentences)
    sections /= np.linalg.norm(sections, axis=1, keepdims=True)
    return Lessons(
        asks=np.concatenate([rows[1 : 1 + n] for rows, n in zip(found, counts, strict=True)]),
        owners=np.repeat(np.arange(len(passages)), counts),
        sections=sections,
        openings=sentences[np.unique(holders, return_index=True)[1]],
    )


def _sentences(passage: Passage) -> list[str]:
    return [s.text for s in passage.statements]
