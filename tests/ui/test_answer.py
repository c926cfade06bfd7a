from __future__ import annotations

from pathlib import Path

import pytest

from pmchat.corpus.release import load
from pmchat.model import Answer, ReportCitation, Role, Sentence
from pmchat.reports.read import read_text
from pmchat.reports.together import together
from pmchat.ui.answer import answer_html
from pmchat.ui.citations import is_run, report_label
from pmchat.ui.comfort import DEPTHS, Depth
from pmchat.ui.session import Exchange

MANY = 8
ROLES: tuple[Role, ...] = ("report", "explanation", "limit")


def _page(built: Path, depth: Depth, roles: tuple[Role, ...], count: int) -> str:
    sentences = [Sentence(text=f"About {r}, {n}.", role=r) for r in roles for n in range(count)]
    answer = Answer(
        id=None,
        question="Why?",
        outcome="answer",
        sentences=tuple(sentences),
        reading_grade=5,
        generator="compose",
        release="digest",
        timings_ms={},
    )
    return answer_html(Exchange(1, "Why?", answer, (), load(built), None), depth)


@pytest.mark.parametrize(
    ("depth", "role", "told"),
    [
        ("Short", "report", 5),
        ("Short", "explanation", 3),
        ("Short", "limit", 2),
        ("More", "report", 5),
        ("More", "explanation", 5),
        ("More", "limit", 5),
        ("Everything", "report", MANY),
        ("Everything", "explanation", MANY),
        ("Everything", "limit", MANY),
    ],
)
def test_a_section_shows_its_first_sentences_and_folds_the_rest(
    built: Path, depth: Depth, role: Role, told: int
) -> None:
    shown, _, rest = _page(built, depth, (role,), MANY).partition("Read more about this</summary>")
    assert shown.count("<span>About") == told
    assert rest.count("<span>About") == MANY - told


@pytest.mark.parametrize("depth", DEPTHS)
def test_no_depth_loses_a_sentence(built: Path, depth: Depth) -> None:
    assert _page(built, depth, ROLES, MANY).count("<span>About") == MANY * len(ROLES)


def test_a_short_answer_has_nothing_to_unfold(built: Path) -> None:
    assert "Read more" not in _page(built, "Short", ROLES, 2)


def test_a_remark_is_labelled_with_the_report_that_prints_it() -> None:
    one = "TUMOR PANEL\nKRAS G12D   VAF 12 %\n\nCOMMENT\nA repeat biopsy is suggested.\n"
    two = "TUMOR PANEL\nKRAS G12D   VAF 14 %\n\nCOMMENT\nGermline testing was not performed.\n"
    folder = together([read_text(one), read_text(two)])
    labels = [
        report_label(
            ReportCitation(finding_id=None, page=r.page, line=r.line, quote=r.text), folder
        )
        for r in folder.remarks
    ]
    assert labels == ["Your report 1, line 5", "Your report 2, line 5"]
    assert (
        report_label(
            ReportCitation(finding_id=None, page=1, line=5, quote="A repeat biopsy is suggested."),
            together([read_text(one)]),
        )
        == "Your report, line 5"
    )


def test_statements_that_are_quoted_together_have_one_button() -> None:
    one, two = (
        ReportCitation(finding_id=None, page=1, line=line, quote=f"Line {line}.")
        for line in (34, 36)
    )
    assert is_run([one, two])
    assert not is_run([one])
    assert not is_run([one, two.model_copy(update={"finding_id": "f1"})])
    assert report_label(one, None, 36) == "Your report, lines 34 to 36"
    assert report_label(one, None, 34) == "Your report, line 34"
