from datetime import date
from pathlib import Path

from pmchat.corpus.checks.library import check_library
from pmchat.lexicon import Lexicon
from pmchat.retrieval.reach import unreached_documents


def _unreached(library: Path) -> list[str]:
    documents = check_library(library, date(2026, 11, 23)).documents
    lexicon = Lexicon.load(library / "lexicon")
    return [p.document_id for p in unreached_documents(documents, lexicon)]


def test_every_document_is_reached_by_its_own_questions(small_library: Path) -> None:
    assert _unreached(small_library) == []


def test_a_document_whose_questions_share_no_word_with_it_is_told(small_library: Path) -> None:
    path = small_library / "documents" / "testing" / "tst-braf.md"
    text = path.read_text(encoding="utf-8")
    for ask in (
        "braf??",
        "tell me about BRAF changes in short",
        "what should I know of BRAF changes",
    ):
        text = text.replace(ask, f"football scores {len(ask)}")
    path.write_text(text, encoding="utf-8")
    assert _unreached(small_library) == ["tst-braf"]
