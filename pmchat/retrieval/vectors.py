"""Exact search by meaning in a FAISS index of several vectors a passage."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import faiss
import numpy as np

from pmchat.corpus.release import REBUILD
from pmchat.errors import ReleaseError
from pmchat.i18n import _


class VectorIndex:
    """Inner products over unit vectors; the best vector of a passage counts for it."""

    def __init__(self, index: faiss.Index, owners: np.ndarray) -> None:
        if index.ntotal != len(owners):
            raise ReleaseError(_("The vector index is damaged."), _(REBUILD))
        self._index = index
        self._owners = owners
        self._rows = index.reconstruct_n(0, index.ntotal)
        self._firsts = np.unique(owners, return_index=True)[1]

    @classmethod
    def build(cls, vectors: Sequence[np.ndarray]) -> VectorIndex:
        """Index one array of vectors a passage, in order."""
        index = faiss.IndexFlatIP(vectors[0].shape[1])
        index.add(np.concatenate(vectors))
        owners = np.repeat(np.arange(len(vectors)), [len(v) for v in vectors])
        return cls(index, owners)

    @classmethod
    def load(cls, folder: Path, dimension: int) -> VectorIndex:
        """Open what `save` wrote; ReleaseError if its vectors are of another length."""
        index = faiss.read_index(str(folder / "vectors.faiss"))
        if index.d != dimension:
            what = _("The index holds vectors of {count} numbers, the model gives {dimension}.")
            raise ReleaseError(what.format(count=index.d, dimension=dimension), _(REBUILD))
        owners = json.loads((folder / "owners.json").read_text(encoding="utf-8"))
        return cls(index, np.asarray(owners))

    def save(self, folder: Path) -> None:
        """Write raw FAISS and JSON."""
        faiss.write_index(self._index, str(folder / "vectors.faiss"))
        (folder / "owners.json").write_text(json.dumps(self._owners.tolist()), encoding="utf-8")

    def similarities(self, vector: np.ndarray) -> np.ndarray:
        """For each passage the cosine of its nearest vector."""
        asked = vector.reshape(1, -1)
        # A search for all rows would sort them, which takes most of an answer's time.
        found = faiss.pairwise_distances(asked, self._rows, faiss.METRIC_INNER_PRODUCT)[0]
        return np.maximum.reduceat(found, self._firsts)
