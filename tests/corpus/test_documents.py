from pathlib import Path

import pytest

from pmchat.corpus.documents import read_document
from pmchat.errors import CorpusError
from pmchat.lexicon import Lexicon


@pytest.fixture
def lexicon(small_library: Path) -> Lexicon:
    return Lexicon.load(small_library / "lexicon")


def test_a_section_becomes_a_passage_with_sourced_sentences(
    small_library: Path, lexicon: Lexicon
) -> None:
    folder = small_library / "documents" / "testing"
    braf = read_document(folder / "tst-braf.md", lexicon)
    brca = read_document(folder / "tst-brca.md", lexicon)
    passage = braf.passages[0]
    assert passage.id == "tst-braf#what-is-it"
    assert passage.statements[0].text == "BRAF is a gene that helps tell cells when to grow."
    assert passage.statements[0].sources == ("S1",)
    assert "[S1]" not in passage.text
    assert passage.entities[0] == "BRAF"
    assert brca.entities == ("BRCA1", "BRCA2")


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        ("id: tst-braf\n", "id: other\n", "another id"),
        ("---\nid", "id", "no front matter"),
        ("title: BRAF changes\n", "", "title"),
        ("kind: meaning", "kind: musing", "kind"),
        ("id: what-is-it\n", "", "id"),
        ("BRCA. [S1]", "BRCA.", "no source"),
        ("```yaml\n", "", "no yaml block"),
        ("asks:\n", "asks: [\n", "flow node"),
    ],
)
def test_a_broken_file_is_named_with_its_fault(
    small_library: Path, lexicon: Lexicon, before: str, after: str, why: str
) -> None:
    path = small_library / "documents" / "testing" / "tst-braf.md"
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")
    with pytest.raises(CorpusError, match=r"tst-braf\.md") as caught:
        read_document(path, lexicon)
    assert why in str(caught.value)
