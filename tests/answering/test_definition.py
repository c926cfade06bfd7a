from pathlib import Path

import pytest

from pmchat.answering.conversation import Answerer
from pmchat.answering.definition import asked_term
from pmchat.glossary import Glossary
from pmchat.model import Question


@pytest.mark.parametrize(
    ("question", "term"),
    [
        ("what is an exon", "exon"),
        ("What does EXONIC mean??", "exon"),
        ("whats an exon in plain words", "exon"),
        ("Exons: can you explain that to me?", None),
        ("exon", None),
        ("what is exon 19", None),
        ("what does my DNA say", None),
        ("What does DNA stand for?", "DNA"),
    ],
)
def test_only_a_question_for_the_meaning_asks_for_a_term(
    small_library: Path, question: str, term: str | None
) -> None:
    found = asked_term(question, Glossary.load(small_library / "glossary.yaml").by_name())
    assert (found.term if found else None) == term


def test_a_word_that_only_the_glossary_explains_is_answered_from_it(answerer: Answerer) -> None:
    answer = answerer.answer(Question(text="what does codon mean"))
    assert answer.outcome == "answer"
    headline = answer.sentences[0]
    assert "codon" in headline.text.lower()
    assert [c.kind for c in headline.citations] == ["passage"]
    assert any(s.document_id == "glossary" and s.url for s in answer.sources)
