from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from pmchat.errors import EmbeddingError
from pmchat.retrieval.embedding import WEIGHTS_SHA256, MiniLM


def test_the_weights_are_the_known_ones(embedding: MiniLM) -> None:
    assert embedding.digest == WEIGHTS_SHA256


def test_vectors_have_length_one_and_repeat(embedding: MiniLM) -> None:
    first, second = embedding.embed(["what is a VUS"]), embedding.embed(["what is a VUS"])
    assert first.shape == (1, MiniLM.dimension)
    assert np.linalg.norm(first) == pytest.approx(1, abs=1e-5)
    assert np.array_equal(first, second)


def test_near_meanings_have_near_vectors(embedding: MiniLM) -> None:
    question, near, far = embedding.embed(
        ["can my kids inherit it", "is the gene change passed to children", "who wins the game"]
    )
    assert question @ near > question @ far + 0.2


def test_many_people_may_ask_at_once(embedding: MiniLM) -> None:
    expected = embedding.embed(["what is a VUS"])
    with ThreadPoolExecutor(8) as pool:
        results = list(pool.map(embedding.embed, [["what is a VUS"]] * 32))
    assert all(np.array_equal(result, expected) for result in results)


def test_langchain_gets_lists_of_floats(embedding: MiniLM) -> None:
    assert len(embedding.embed_query("hello")) == MiniLM.dimension
    assert embedding.embed_documents(["hello"])[0] == embedding.embed_query("hello")


def test_other_weights_are_refused(tmp_path: Path) -> None:
    (tmp_path / "model.safetensors").write_bytes(b"other")
    with pytest.raises(EmbeddingError, match="not the one expected"):
        MiniLM(tmp_path).embed(["x"])


def test_missing_weights_are_named(tmp_path: Path) -> None:
    with pytest.raises(EmbeddingError, match="make setup"):
        MiniLM(tmp_path).embed(["x"])
