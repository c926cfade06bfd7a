"""What several tests share: the real library, built once for all of them."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from filelock import FileLock

from pmchat.answering.conversation import Answerer
from pmchat.corpus import release
from pmchat.lexicon import Lexicon
from pmchat.retrieval.embedding import MiniLM
from pmchat.retrieval.index import LibraryIndexer
from pmchat.settings import ROOT, ChatModel
from tests.chat_servers import ScriptedServer, llama_server, scripted_server


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """One file that needs the library first, then those on reports, which do not; long ones next.

    Of two processes one builds the library, for minutes where nothing is cached, while the other
    reads reports, and does not wait for it. A long file at the end would leave one idle.
    """
    items.sort(key=lambda item: _turn(item.path.relative_to(ROOT / "tests").as_posix()))


def _turn(file: str) -> int:
    if file == "answering/test_definition.py":
        return 0
    if file.startswith("reports/"):
        return 1
    return 2 if file.startswith(("evaluate/", "browser/")) else 3


# Threads of torch that wait for each other by spinning take the time of the other test process.
os.environ.setdefault("OMP_WAIT_POLICY", "passive")


@pytest.fixture(scope="session")
def embedding() -> MiniLM:
    return MiniLM()


@pytest.fixture(scope="session")
def built_var(embedding: MiniLM) -> Path:
    """A var/ folder with the release of knowledge/; embeddings stay cached between runs.

    Of several test processes one builds, and the others find it built.
    """
    var = ROOT / "var" / "tests"
    var.mkdir(parents=True, exist_ok=True)
    indexer = LibraryIndexer(embedding, ROOT / "var" / "embeddings")
    with FileLock(var / "build.lock"):
        release.build(ROOT / "knowledge", var, indexer, lambda done, total: None)
    return var


@pytest.fixture(scope="session")
def answerer(built_var: Path, embedding: MiniLM) -> Answerer:
    return Answerer(release.load(built_var), embedding)


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return Lexicon.load(ROOT / "knowledge" / "lexicon")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The reference material beside the project; tests that need it skip without it."""
    folder = ROOT.parent / "shared"
    if not folder.exists():
        pytest.skip("the reference material is not beside the project")
    return folder


@pytest.fixture(autouse=True)
def _no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the developer has set is not for the tests."""
    for name in ("LANGUAGE", "MODEL", "MODEL_URL", "MODEL_KEY", "MODEL_SECONDS"):
        monkeypatch.delenv(f"PMCHAT_{name}", raising=False)


@pytest.fixture(scope="session")
def llama() -> Iterator[ChatModel]:
    """A small chat model on llama.cpp's own server, started once."""
    with llama_server() as chat:
        yield chat


@pytest.fixture(scope="session")
def _scripted_once() -> Iterator[ScriptedServer]:
    with scripted_server() as server:
        yield server


@pytest.fixture
def scripted(_scripted_once: ScriptedServer) -> ScriptedServer:
    """A server that plays what a test tells it to."""
    _scripted_once.plays("")
    return _scripted_once


DOCUMENT = """---
id: {id}
title: {title}
area: testing
audience: patient
volatility: low
jurisdiction: [any]
status: draft
reviewer: null
checked: 2026-11-23
review_by: 2030-01-01
entities: {entities}
aliases: []
related: []
questions:
  - What does this mean for me?
notes: ""
sources:
  - sid: S1
    organisation: Example Institute
    title: A page
    url: https://example.org/page
    accessed: 2026-11-23
    check: read
---

## {heading}

```yaml
id: what-is-it
kind: meaning
asks:
  - {ask}
  - tell me about {title} in short
  - what should I know of {title}
```

{text}
"""

GLOSSARY = """
sources:
  - {sid: S1, organisation: Example Institute, title: Words, url: https://example.org/words,
     accessed: 2026-11-23, check: read}
terms:
  - term: exon
    also: [exonic]
    definition: An exon is a section of a gene that holds part of the plan for a protein.
    sources: [S1]
  - term: DNA
    definition: DNA is the set of instructions in your cells.
    sources: [S1]
"""

BRAF_TEXT = (
    "BRAF is a gene that helps tell cells when to grow. [S1] A BRAF change can keep growth "
    "signals switched on. [S1] BRAF changes are found in some skin and bowel tumors. [S1] A BRAF "
    "change in a tumor is most often not passed on in a family. [S1] BRAF is not the same gene as "
    "BRCA. [S1]"
)
BRCA_TEXT = (
    "BRCA1 and BRCA2 are genes that help cells mend damage in their DNA. [S1] A harmful BRCA "
    "change can be passed on in a family. [S1] A harmful BRCA change raises the chance of some "
    "cancers, and it is not a cancer diagnosis. [S1] Parents pass on one of two copies of each "
    "gene to a child. [S1]"
)


@pytest.fixture
def small_library(tmp_path: Path) -> Path:
    """A knowledge/ folder with two short documents, two terms, and the real names and rules."""
    knowledge = tmp_path / "knowledge"
    for part in ("lexicon", "safety"):
        shutil.copytree(ROOT / "knowledge" / part, knowledge / part)
    shutil.copy(ROOT / "knowledge" / "style.yaml", knowledge / "style.yaml")
    (knowledge / "glossary.yaml").write_text(GLOSSARY, encoding="utf-8")
    folder = knowledge / "documents" / "testing"
    folder.mkdir(parents=True)
    pages = (
        ("tst-braf", "BRAF changes", "[BRAF]", "What is a BRAF change?", "braf??", BRAF_TEXT),
        ("tst-brca", "BRCA changes", "[BRCA1, BRCA2]", "What is BRCA?", "brca??", BRCA_TEXT),
    )
    for id_, title, entities, heading, ask, text in pages:
        page = DOCUMENT.format(
            id=id_, title=title, entities=entities, heading=heading, ask=ask, text=text
        )
        (folder / f"{id_}.md").write_text(page, encoding="utf-8")
    return knowledge
