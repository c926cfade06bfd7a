import pytest

from pmchat.answering.conversation import Answerer
from pmchat.evaluate.golden import ANSWERED, Fact, read_golden
from pmchat.evaluate.judge import judge_all
from pmchat.settings import ROOT

GOLDEN = ROOT / "tests" / "golden"

TOO_CAREFUL = {"tgt-alk-3"}
"""Harmless questions that triage still takes for an emergency or a crisis; none may be added."""


@pytest.mark.parametrize(
    ("sentence", "made"),
    [
        ("Half of a person's children inherit the change.", True),
        ("Each child has a 1 in 2 chance to be born with it.", True),
        ("About 11 in 20 children are tested.", False),
        ("Half of the tests fail.", False),
    ],
)
def test_a_fact_is_told_by_its_words_in_one_sentence(sentence: str, made: bool) -> None:
    fact = Fact(fact="1 in 2 for each child", words=(("half", "1 in 2"), ("child",)))
    assert fact.is_made_by(sentence) is made


def test_every_document_has_three_golden_questions_that_it_answers(answerer: Answerer) -> None:
    asked = [
        d for q in read_golden(GOLDEN) if q.expected_behaviour in ANSWERED for d in q.expected_docs
    ]
    assert [d.id for d in answerer.release.documents if asked.count(d.id) < 3] == []


def test_golden_facts_stand_in_the_library_and_golden_claims_do_not(answerer: Answerer) -> None:
    """An edit that drops a fact, or makes a forbidden claim, is seen here."""
    documents = answerer.release.by_id
    library = [s.text for d in documents.values() for p in d.passages for s in p.statements]
    faults: list[str] = []
    for question in read_golden(GOLDEN):
        expected = [
            s.text
            for d in question.expected_docs
            for p in documents[d].passages
            for s in p.statements
        ]
        faults += [
            f"{question.id} lacks {f.fact}" for f in question.facts if not f.is_told(expected)
        ]
        faults += [f"{question.id} claims {c.claim}" for c in question.claims if c.is_told(library)]
    assert faults == []


@pytest.mark.parametrize("every", [4, pytest.param(1, marks=pytest.mark.slow)])
def test_the_project_keeps_what_it_measured_on_its_golden_questions(
    answerer: Answerer, every: int
) -> None:
    """The gate for a change of library or search, by every fourth question or, which takes
    minutes, by all; raise it with what is reached."""
    judged = list(judge_all(answerer, read_golden(GOLDEN)[::every], GOLDEN / "fixtures"))
    due = [j for j in judged if j.due]
    facts = sum(len(j.golden.facts) for j in due)
    assert sum(j.document_cited for j in due) >= 0.93 * len(due)
    assert sum(j.facts_told for j in due) >= 0.85 * facts
    assert sum(j.answer.outcome == "abstain" for j in due) <= 0.05 * len(due)
    assert [j.golden.id for j in judged if j.claims_made] == []
    assert {j.golden.id for j in judged if j.over_triaged} <= TOO_CAREFUL
    assert [j.golden.id for j in judged if j.integrity < 1] == []
