from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from pmchat import visit
from pmchat.answering.conversation import Answerer
from pmchat.errors import QuestionError
from pmchat.model import Answer, Question
from pmchat.reports.read import read_text
from pmchat.retrieval.search import Searcher
from pmchat.visit import MAX_QUESTION, MAX_QUESTIONS, MAX_WORDS, Visit, VisitQuestion, Why


def _list(*texts: str) -> Visit:
    made = Visit()
    for text in texts:
        made = visit.add(made, text)
    return made


def _texts(made: Visit) -> list[str]:
    return [q.text for q in made.questions]


@pytest.mark.parametrize(
    ("number", "by", "expected"),
    [
        (1, 1, ["b", "a", "c"]),
        (3, -1, ["a", "c", "b"]),
        (3, -2, ["c", "a", "b"]),
        (1, -1, ["a", "b", "c"]),
        (3, 1, ["a", "b", "c"]),
    ],
)
def test_questions_move_and_stay_within_the_list(number: int, by: int, expected: list[str]) -> None:
    assert _texts(visit.move(_list("a", "b", "c"), number, by)) == expected


def test_a_question_keeps_its_number_and_a_removed_number_is_not_mixed_up() -> None:
    made = visit.add(visit.remove(_list("a", "b", "c"), 2), "d")
    assert [(q.number, q.text) for q in made.questions] == [(1, "a"), (3, "c"), (4, "d")]
    assert _texts(visit.edit(made, 3, "  other \n words ")) == ["a", "other words", "d"]


@pytest.mark.parametrize(
    ("change", "what"),
    [
        (lambda v: visit.add(v, "  \t"), "The question is empty."),
        (lambda v: visit.add(v, "x" * (MAX_QUESTION + 1)), "at most 300 fit"),
        (lambda v: visit.add(v, " what does it COST"), "in your list already"),
        (lambda v: visit.edit(v, 2, "What does it cost?"), "says the same"),
        (lambda v: visit.edit(v, 2, ""), "The question is empty."),
        (lambda v: visit.say(v, "x" * (MAX_WORDS + 1)), "at most 600 fit"),
        (lambda v: visit.add(_list(*map(str, range(MAX_QUESTIONS))), "one more"), "more than one"),
    ],
)
def test_what_cannot_be_taken_is_said(change: Callable[[Visit], Visit], what: str) -> None:
    with pytest.raises(QuestionError, match=what):
        change(_list("What does it cost?", "And who pays?"))


def test_a_question_may_be_saved_as_it_is() -> None:
    made = _list("What does it cost?")
    assert visit.edit(made, 1, "What does it cost?") == made


def test_words_keep_their_lines_and_lose_what_no_file_can_hold() -> None:
    assert visit.say(Visit(), "one\x00 two\n\n three\x0b ").words == "one two\n\nthree"


def _why(text: str, answer: Answer, searcher: Searcher, today: date) -> Why | None:
    page = visit.page_of(text, answer, searcher.release)
    return visit.why(visit.VisitQuestion(number=1, text=text, page=page), searcher, today)


def test_the_reason_of_a_question_stands_word_for_word_in_a_page_that_suggests_it(
    answerer: Answerer,
) -> None:
    release, today = answerer.release, date(2026, 11, 28)
    answer = answerer.answer(Question(text="what does an EGFR change mean"))
    assert answer.questions_for_visit
    for text in answer.questions_for_visit:
        why = _why(text, answer, answerer.searcher, today)
        assert why is not None
        assert text in release.by_id[why.citation.document_id].questions
        assert why.citation.quote in release.passages[why.citation.passage_id].text
        assert {s.sid for s in why.sources} == set(why.citation.sources)
        assert why.draft


def test_a_sentence_that_has_expired_is_no_reason(answerer: Answerer) -> None:
    release, far = answerer.release, date(2100, 1, 1)
    answer = answerer.answer(Question(text="what is biomarker testing"))
    for document in release.documents[::10]:
        text = document.questions[0]
        assert _why(text, answer, answerer.searcher, date(2026, 11, 28)) is not None
        later = _why(text, answer, answerer.searcher, far)
        assert later is None or not release.passages[later.citation.passage_id].expires


@pytest.mark.parametrize("text", ["How will I tell my children?", "Should I stop my medicine?"])
def test_a_question_that_no_page_suggests_gets_no_reason(answerer: Answerer, text: str) -> None:
    answer = answerer.answer(Question(text=text))
    assert _why(text, answer, answerer.searcher, date(2026, 11, 28)) is None


@pytest.mark.parametrize("printed", ["MSI-High", "MS-Stable"])
def test_a_reason_does_not_tell_of_the_opposite_of_the_persons_result(
    answerer: Answerer, printed: str
) -> None:
    page = answerer.release.by_id["rep-msi-tmb"]
    question = VisitQuestion(number=1, text=page.questions[0], page=page.id)
    stated = read_text(f"TUMOR PANEL REPORT\nMicrosatellite status: {printed}\n").findings
    why = visit.why(question, answerer.searcher, date(2026, 11, 28), stated)
    assert why is not None
    assert why.citation.quote.startswith("MSS means") == (printed == "MS-Stable")
