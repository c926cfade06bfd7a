from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from pmchat.corpus import release
from pmchat.errors import ReleaseError
from pmchat.retrieval.embedding import MiniLM
from pmchat.retrieval.index import LibraryIndexer
from pmchat.retrieval.search import Hit, LibraryRetriever, Query, Searcher

TODAY = date(2026, 11, 23)
Search = Callable[[str], list[Hit]]


@pytest.fixture(scope="module")
def searcher(built_var: Path, embedding: MiniLM) -> Searcher:
    return Searcher(release.load(built_var), embedding)


@pytest.fixture(scope="module")
def search(searcher: Searcher) -> Search:
    def run(text: str) -> list[Hit]:
        entities = tuple(searcher.release.lexicon.entities(text))
        query = Query(text, entities)
        return searcher.search(query, searcher.embed(query), TODAY)

    return run


@pytest.mark.parametrize(
    ("question", "document"),
    [
        ("what is BRAF", "tgt-braf"),
        ("tagrisso", "tgt-egfr"),
        ("my mother carries a BRCA2 mutation, could I have it", "her-brca"),
        ("vus meaning", "rep-vus"),
        ("is my boss allowed to fire me over a gene test", "prv-gina"),
        ("does the program save my file", "prv-using-this-tool"),
        ("MSI high immunotherapy", "imm-msi-mmr"),
    ],
)
def test_the_right_document_leads(search: Search, question: str, document: str) -> None:
    assert search(question)[0].passage.document_id == document


@pytest.mark.parametrize(
    ("question", "wrong"),
    [
        ("is BRCA1 a growth signal gene in skin tumors", "tgt-braf"),
        ("is BRAF inherited breast and ovarian cancer risk", "her-brca"),
        ("NRAS treatment", "tgt-egfr"),
    ],
)
def test_a_passage_about_another_gene_cannot_lead(
    search: Search, question: str, wrong: str
) -> None:
    fitting = [hit.passage.document_id for hit in search(question) if hit.fits]
    assert fitting[0] != wrong


def test_an_expired_passage_is_not_found(searcher: Searcher) -> None:
    text = "Which drugs target EGFR exon 20 insertions today?"
    query = Query(text, ("EGFR",))
    vectors = searcher.embed(query)
    now = {h.passage.id for h in searcher.search(query, vectors, TODAY, 50)}
    later = searcher.search(query, vectors, date(2040, 1, 1), 50)
    assert any(searcher.release.passages[i].expires for i in now)
    assert not any(h.passage.expires for h in later)


def test_the_same_question_gives_the_same_scores(search: Search) -> None:
    first, second = search("what is a liquid biopsy"), search("what is a liquid biopsy")
    assert [h.score for h in first] == [h.score for h in second]


def test_langchain_gets_passages_as_documents(searcher: Searcher) -> None:
    found = LibraryRetriever(searcher, limit=3).invoke("what is a VUS")
    assert len(found) == 3
    assert found[0].metadata["document_id"] == "rep-vus"
    assert found[0].page_content == searcher.release.passages[str(found[0].id)].text


def test_an_index_of_another_model_is_refused(
    small_library: Path, tmp_path: Path, embedding: MiniLM
) -> None:
    class Renamed(MiniLM):
        name = "another model"

    indexer = LibraryIndexer(Renamed(), tmp_path / "cache")
    built = release.build(small_library, tmp_path, indexer, lambda done, total: None)
    with pytest.raises(ReleaseError, match="another embedding model"):
        Searcher(built, embedding)


def test_a_variant_that_no_page_names_does_not_hold_down_the_page_of_its_gene(
    search: Search,
) -> None:
    hits = search("is there a drug for TP53 R273H")
    assert "tgt-tp53#drugs-today" in [h.passage.id for h in hits[:3] if h.fits]
