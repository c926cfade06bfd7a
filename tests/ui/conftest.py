from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st

from pmchat.retrieval.embedding import MiniLM
from pmchat.ui import parts


@pytest.fixture(autouse=True)
def _one_model(embedding: MiniLM, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The model is loaded once for all tests; nothing else cached outlives a test."""
    monkeypatch.setattr(parts, "MiniLM", lambda: embedding)
    monkeypatch.setattr(parts, "_warm", lambda model: None)
    yield
    st.cache_resource.clear()
    st.cache_data.clear()


@pytest.fixture
def place(small_library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small library, not yet built; returns the var/ folder."""
    monkeypatch.setenv("PMCHAT_KNOWLEDGE", str(small_library))
    monkeypatch.setenv("PMCHAT_VAR", str(tmp_path / "var"))
    return tmp_path / "var"
