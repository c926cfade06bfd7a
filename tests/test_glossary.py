from pathlib import Path

import pytest

from pmchat.errors import CorpusError
from pmchat.glossary import Glossary, covered, fold
from pmchat.settings import ROOT


@pytest.mark.parametrize(
    ("typed", "term"),
    [("Exons", "exon"), ("exonic", "exon"), ("dna", "DNA"), ("D.N.A", None), ("gene", None)],
)
def test_a_term_is_found_in_any_form(small_library: Path, typed: str, term: str | None) -> None:
    terms = Glossary.load(small_library / "glossary.yaml").by_name()
    found = terms.get(fold(typed))
    assert (found.term if found else None) == term


def test_words_of_a_term_of_several_words_are_covered_only_together() -> None:
    assert covered(["gene panel"], "Large gene panels take weeks.") == {"gene", "panel"}
    assert covered(["gene panel"], "A panel of experts met.") == set()


def test_a_broken_glossary_is_one_clear_error(tmp_path: Path) -> None:
    path = tmp_path / "glossary.yaml"
    path.write_text("terms: [{term: exon}]", encoding="utf-8")
    with pytest.raises(CorpusError, match=r"glossary\.yaml cannot be read"):
        Glossary.load(path)


def test_definitions_of_the_project_can_be_cited() -> None:
    document = Glossary.load(ROOT / "knowledge" / "glossary.yaml").document
    ids = [p.id for p in document.passages]
    assert len(ids) == len(set(ids))
    assert all(p.text for p in document.passages)


@pytest.fixture(scope="module")
def whole() -> Glossary:
    return Glossary.load(ROOT / "knowledge" / "glossary.yaml")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A germline variant is inherited.", ["germline variant", "inherited"]),
        ("Variants and exons.", ["Variants", "exons"]),
        ("The FISH test found it; men eat fish.", ["FISH test"]),
        ("Your cancer cells make a protein.", []),
        ("Doctors control a sample on the screen.", []),
        ("One side, effects of the other side effect", ["side effect"]),
        ("cell-free DNA, DNA", ["cell-free DNA", "DNA"]),
        ("Medicaid and CHIP plans; tier IV; sun and radiation.", ["Medicaid", "tier"]),
        ("", []),
    ],
)
def test_hard_words_are_found_and_everyday_ones_left(
    whole: Glossary, text: str, found: list[str]
) -> None:
    assert [text[p.start : p.end] for p in whole.find(text)] == found


def test_a_form_is_explained_by_its_term(whole: Glossary) -> None:
    assert [p.term.term for p in whole.find("a VUS")] == ["variant of uncertain significance"]
