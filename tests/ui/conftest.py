from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.components.v2 import manifest_scanner

from pmchat.corpus import release
from pmchat.retrieval.embedding import MiniLM
from pmchat.retrieval.index import LibraryIndexer
from pmchat.ui import parts


@pytest.fixture(autouse=True)
def _one_model(embedding: MiniLM, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The model is loaded once for all tests; nothing else cached outlives a test."""
    monkeypatch.setattr(parts, "MiniLM", lambda: embedding)
    monkeypatch.setattr(parts, "_warm", lambda model: None)
    yield
    st.cache_resource.clear()
    st.cache_data.clear()


@pytest.fixture(autouse=True)
def _no_components(monkeypatch: pytest.MonkeyPatch) -> None:
    """Streamlit looks through all installed packages for its add-ons each time a page is opened."""
    monkeypatch.setattr(manifest_scanner, "scan_component_manifests", list)


@pytest.fixture
def place(small_library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small library, not yet built; returns the var/ folder."""
    monkeypatch.setenv("PMCHAT_KNOWLEDGE", str(small_library))
    monkeypatch.setenv("PMCHAT_VAR", str(tmp_path / "var"))
    return tmp_path / "var"


@pytest.fixture(scope="session")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the first test that needs a built library leaves it for the others."""
    return tmp_path_factory.mktemp("shelf") / "var"


@pytest.fixture
def built(place: Path, small_library: Path, embedding: MiniLM, shelf: Path) -> Path:
    """The small library, built and published; returns the var/ folder."""
    if not shelf.exists():
        indexer = LibraryIndexer(embedding, shelf / "embeddings")
        release.build(small_library, shelf, indexer, lambda done, total: None)
    shutil.copytree(shelf, place)
    return place
