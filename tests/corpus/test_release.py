import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from pmchat.corpus import release
from pmchat.errors import CorpusError, ReleaseError
from pmchat.retrieval.embedding import MiniLM
from pmchat.retrieval.index import LibraryIndexer


def _silent(done: int, total: int) -> None:
    pass


@pytest.fixture
def indexer(embedding: MiniLM, tmp_path: Path) -> LibraryIndexer:
    return LibraryIndexer(embedding, tmp_path / "cache")


@pytest.fixture
def var(tmp_path: Path) -> Path:
    return tmp_path / "var"


def _edit(library: Path, before: str, after: str) -> None:
    path = library / "documents" / "testing" / "tst-braf.md"
    path.write_text(path.read_text("utf-8").replace(before, after), encoding="utf-8")


def test_a_build_is_published_and_opens(
    small_library: Path, var: Path, indexer: LibraryIndexer
) -> None:
    built = release.build(small_library, var, indexer, _silent)
    assert release.current(var) == built.digest
    opened = release.load(var)
    assert list(opened.passages) == [
        "tst-braf#what-is-it",
        "tst-brca#what-is-it",
        "glossary#exon",
        "glossary#dna",
    ]
    assert "EGFR" in opened.lexicon.entries


def test_nothing_is_written_again_when_nothing_changed(
    small_library: Path, var: Path, indexer: LibraryIndexer
) -> None:
    first = release.build(small_library, var, indexer, _silent)
    manifest = (first.folder / "manifest.json").stat().st_mtime_ns
    second = release.build(small_library, var, indexer, _silent)
    assert second.digest == first.digest
    assert (second.folder / "manifest.json").stat().st_mtime_ns == manifest
    assert len(release.history(var)) == 1


def test_an_edited_document_costs_one_document(
    small_library: Path, var: Path, indexer: LibraryIndexer, tmp_path: Path
) -> None:
    release.build(small_library, var, indexer, _silent)
    cached = {p: p.stat().st_mtime_ns for p in (tmp_path / "cache").iterdir()}
    _edit(small_library, "helps tell cells", "tells cells")
    release.build(small_library, var, indexer, _silent)
    now = {p: p.stat().st_mtime_ns for p in (tmp_path / "cache").iterdir()}
    learned = {p for p in now if p.name.startswith("bridge-")}
    assert len(now.keys() - learned) == len(cached.keys() - learned) + 1
    assert all(now[p] == mtime for p, mtime in cached.items())


def test_a_release_holds_no_pickle(small_library: Path, var: Path, indexer: LibraryIndexer) -> None:
    built = release.build(small_library, var, indexer, _silent)
    endings = {p.suffix for p in built.folder.rglob("*") if p.is_file()}
    assert endings <= {".json", ".npy", ".faiss", ".yaml"}


def test_rollback_publishes_the_release_before(
    small_library: Path, var: Path, indexer: LibraryIndexer
) -> None:
    first = release.build(small_library, var, indexer, _silent)
    _edit(small_library, "helps tell cells", "tells cells")
    second = release.build(small_library, var, indexer, _silent)
    assert second.digest != first.digest
    assert release.rollback(var) == first.digest
    assert release.current(var) == first.digest
    assert [e.action for e in release.history(var)] == ["build", "build", "rollback"]


def test_rollback_without_an_earlier_release_changes_nothing(
    small_library: Path, var: Path, indexer: LibraryIndexer
) -> None:
    built = release.build(small_library, var, indexer, _silent)
    with pytest.raises(ReleaseError, match="no earlier release"):
        release.rollback(var)
    assert release.current(var) == built.digest


def test_a_faulty_library_keeps_the_release_in_use(
    small_library: Path, var: Path, indexer: LibraryIndexer
) -> None:
    built = release.build(small_library, var, indexer, _silent)
    _edit(small_library, "BRCA. [S1]", "BRCA. [S9]")
    with pytest.raises(CorpusError, match=r"\[S9\]"):
        release.build(small_library, var, indexer, _silent)
    assert release.current(var) == built.digest


def test_a_build_that_breaks_off_leaves_nothing(
    small_library: Path, var: Path, indexer: LibraryIndexer
) -> None:
    def break_off(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        release.build(small_library, var, indexer, break_off)
    assert list((var / "releases").iterdir()) == []
    with pytest.raises(ReleaseError, match="not been built"):
        release.load(var)


@pytest.mark.parametrize("name", ["vectors.faiss", "documents.json", "bm25/vocab.index.json"])
def test_a_torn_release_is_refused(
    small_library: Path, var: Path, indexer: LibraryIndexer, name: str
) -> None:
    built = release.build(small_library, var, indexer, _silent)
    path = built.folder / name
    path.write_bytes(path.read_bytes()[:-10])
    with pytest.raises(ReleaseError, match="is damaged"):
        release.load(var)


def test_a_release_of_another_layout_is_refused(
    small_library: Path, var: Path, indexer: LibraryIndexer
) -> None:
    built = release.build(small_library, var, indexer, _silent)
    path = built.folder / "manifest.json"
    manifest = json.loads(path.read_text("utf-8")) | {"form": 0}
    path.write_text(json.dumps(manifest), encoding="utf-8")
    with pytest.raises(ReleaseError, match="another version"):
        release.load(var)


def test_a_missing_release_says_how_to_build_it(tmp_path: Path) -> None:
    with pytest.raises(ReleaseError, match="corpus build"):
        release.load(tmp_path)


def test_the_digest_covers_the_index_settings(small_library: Path) -> None:
    def digest(identity: Mapping[str, str]) -> str:
        return release.digest_of(small_library, identity)

    assert digest({"embedding": "a"}) != digest({"embedding": "b"})
    assert digest({"embedding": "a"}) == digest({"embedding": "a"})
