"""What several tests share: the real library, built once for all of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from pmchat.answering.conversation import Answerer
from pmchat.corpus import release
from pmchat.retrieval.embedding import MiniLM
from pmchat.retrieval.index import LibraryIndexer
from pmchat.settings import ROOT


@pytest.fixture(scope="session")
def embedding() -> MiniLM:
    return MiniLM()


@pytest.fixture(scope="session")
def built_var(embedding: MiniLM) -> Path:
    """A var/ folder with the release of knowledge/; embeddings stay cached between runs."""
    var = ROOT / "var" / "tests"
    indexer = LibraryIndexer(embedding, ROOT / "var" / "embeddings")
    release.build(ROOT / "knowledge", var, indexer, lambda done, total: None)
    return var


@pytest.fixture(scope="session")
def answerer(built_var: Path, embedding: MiniLM) -> Answerer:
    return Answerer(release.load(built_var), embedding)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The reference material beside the project; tests that need it skip without it."""
    folder = ROOT.parent / "shared"
    if not folder.exists():
        pytest.skip("the reference material is not beside the project")
    return folder
