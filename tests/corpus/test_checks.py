from datetime import date
from pathlib import Path

import pytest

from pmchat.corpus.checks import check_library
from pmchat.settings import ROOT

TODAY = date(2026, 11, 23)


def _edit(library: Path, before: str, after: str) -> None:
    path = library / "documents" / "testing" / "tst-braf.md"
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")


def _found(library: Path, level: str) -> list[str]:
    _, problems = check_library(library, TODAY)
    return [p.what for p in problems if p.level == level]


def test_a_good_library_has_no_problem(small_library: Path) -> None:
    documents, problems = check_library(small_library, TODAY)
    assert [d.id for d in documents] == ["tst-braf", "tst-brca"]
    assert problems == []


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        ("BRCA. [S1]", "BRCA. [S9]", "[S9] is cited but not among"),
        ("entities: [BRAF]", "entities: [NOSUCHGENE]", "not in the lexicon"),
        ("status: draft", "status: reviewed", "no reviewer is named"),
        ("related: []", "related: [tst-none]", "related tst-none does not exist"),
        ("area: testing", "area: elsewhere", "lies in testing"),
        ("A BRAF change can keep", "It can keep", "cannot be quoted alone"),
        ("A BRAF change can keep", "Yes, a BRAF change can keep", "cannot be quoted alone"),
        ("when to grow. [S1]", "when to grow. More follows. [S1]", "without its own source"),
        ("BRAF is a gene", "BRAF at 80 mg is a gene", "looks like a dose"),
        ("BRAF is a gene", "You should take BRAF as a gene", "reads as advice"),
        ("BRAF is a gene", "BRAF is a **gene**", "marks other than"),
        ("  - tell me about it in short\n", "", "2 asks"),
        (
            "A BRAF change can keep growth signals switched on. [S1] BRAF changes are found in "
            "some skin and bowel tumors. [S1] ",
            "",
            "words; a section has",
        ),
        (
            "that helps tell cells when to grow",
            "whose oncogenic dysregulation constitutively perpetuates intracellular "
            "phosphorylation, multidirectional proliferation and dedifferentiation "
            "notwithstanding immunological countermeasures",
            "reading grade",
        ),
    ],
)
def test_each_fault_is_an_error(small_library: Path, before: str, after: str, why: str) -> None:
    _edit(small_library, before, after)
    assert any(why in what for what in _found(small_library, "error"))


def test_a_number_from_an_unchecked_source_is_an_error(small_library: Path) -> None:
    _edit(small_library, "check: read", "check: unchecked")
    _edit(small_library, "in some skin", "in 5 of 100 skin")
    assert any("no checked source" in what for what in _found(small_library, "error"))


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        ("review_by: 2030-01-01", "review_by: 2026-01-01", "review was due"),
        ("kind: meaning", "kind: meaning\nexpires: 2026-01-01", "expired on"),
    ],
)
def test_what_ages_is_a_warning(small_library: Path, before: str, after: str, why: str) -> None:
    _edit(small_library, before, after)
    assert _found(small_library, "error") == []
    assert any(why in what for what in _found(small_library, "warning"))


def test_the_library_of_the_project_has_no_error() -> None:
    documents, problems = check_library(ROOT / "knowledge", date.today())
    assert len(documents) >= 38
    assert [str(p) for p in problems if p.level == "error"] == []
