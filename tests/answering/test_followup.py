"""What later questions lean on: each row asks a second question after a first."""

import pytest

from pmchat.answering.conversation import Answerer
from pmchat.answering.followup import is_follow_up, pointed_at
from pmchat.model import Question, Report, Turn
from pmchat.reports.read import read_text


def _ask(answerer: Answerer, report: Report | None, *questions: str) -> list[str]:
    """The words of the last answer, after the others were asked in turn."""
    history: tuple[Turn, ...] = ()
    for text in questions:
        answer = answerer.answer(Question(text=text, report=report, history=history))
        history += (Turn(question=text, answer=answer.text),)
    return [s.text for s in answer.sentences]


@pytest.mark.parametrize(
    ("text", "leans"),
    [
        ("is it inherited", True),
        ("which drugs are there for that", True),
        ("and my brother?", True),
        ("hes 8. can we test him now", True),
        ("how do labs decide that a change is harmful", False),
        ("how long does a blood test for tumor DNA usually take", False),
    ],
)
def test_what_leans_on_the_turn_before(text: str, leans: bool) -> None:
    assert is_follow_up(text) == leans


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("explain the first one", slice(0, 1)),
        ("what about the second finding", slice(1, 2)),
        ("and the last one?", slice(-1, None)),
        ("tell me about the first two changes", slice(0, 2)),
    ],
)
def test_findings_are_counted_in_the_order_told(
    answerer: Answerer, lung: Report, text: str, place: slice
) -> None:
    first = answerer.answer(Question(text="what did my test find", report=lung))
    told = [s for s in first.sentences if s.citations and s.citations[0].kind == "report"]
    order = [c.finding_id for s in told for c in s.citations[:1] if c.kind == "report"]
    order = [i for i in order if i]
    order = [i for i in order if '"' in next(s.text for s in told if _cites(s, i))]
    turn = Turn(question=first.question, answer=first.text)
    found = pointed_at(Question(text=text, report=lung, history=(turn,)))
    assert [f.id for f in found] == order[place]


def _cites(sentence: object, finding_id: str | None) -> bool:
    return any(getattr(c, "finding_id", 0) == finding_id for c in getattr(sentence, "citations"))  # noqa: B009


@pytest.mark.parametrize(
    ("questions", "said"),
    [
        (("what is EGFR", "and ALK?", "which drugs are there for that"), "alectinib"),
        (("what is PD-L1", "what is the difference between it and TMB"), "TMB is"),
        (("what is a liquid biopsy", "how is it done"), "blood"),
    ],
)
def test_without_a_report(answerer: Answerer, questions: tuple[str, ...], said: str) -> None:
    assert said in " ".join(_ask(answerer, None, *questions))


@pytest.mark.parametrize(
    ("questions", "first"),
    [
        (("what does my report say", "can my kids have it"), "MSH2"),
        (("explain my MSH2 result", "what about my brother"), "MSH2"),
        (("explain my MSH2 result", "is it my fault", "and is it inherited"), "MSH2"),
    ],
)
def test_with_a_report_the_line_meant_comes_first(
    answerer: Answerer, hereditary: Report, questions: tuple[str, ...], first: str
) -> None:
    assert first in _ask(answerer, hereditary, *questions)[0]


def test_that_behind_a_name_stands_for_it(answerer: Answerer, lung: Report) -> None:
    first = answerer.answer(Question(text="what is my TP53 change", report=lung))
    turn = Turn(question=first.question, answer=first.text)
    text = "and the EGFR one, is there a pill for that"
    second = answerer.answer(Question(text=text, report=lung, history=(turn,)))
    lines = [s.text for s in second.sentences if s.citations[:1] and s.role != "explanation"]
    assert "EGFR" in lines[0]
    assert not any("TP53 R" in line for line in lines)


def test_where_a_thing_is_said_shows_the_lines_told(answerer: Answerer, lung: Report) -> None:
    first = answerer.answer(Question(text="what is my EGFR change", report=lung))
    turn = Turn(question=first.question, answer=first.text)
    second = answerer.answer(Question(text="where does it say that", report=lung, history=(turn,)))
    assert second.sentences[0].text == first.sentences[0].text


def test_that_before_a_name_points_at_the_name(answerer: Answerer, hereditary: Report) -> None:
    said = _ask(answerer, hereditary, "what is my MSH2 result", "and what about that VUS one")
    assert not any('"MSH2 ' in text for text in said[:2])


def test_a_new_name_leaves_the_earlier_finding(answerer: Answerer, lung: Report) -> None:
    said = _ask(answerer, lung, "what does my EGFR result mean", "and what is a VUS")
    assert not any("EGFR" in text for text in said[:2])


GENOTYPES = """PHARMACOGENOMIC REPORT   Specimen: buccal swab
Gene        Genotype      Phenotype
DPYD        *1/*2A        Intermediate Metabolizer
"""


def test_a_conclusion_on_treatment_is_drawn_from_what_was_spoken_of(answerer: Answerer) -> None:
    report = read_text(GENOTYPES)
    said = _ask(answerer, report, "what does DPYD intermediate mean", "so no chemo for me then")
    assert "DPYD" in said[0]
    assert any("A DPYD result is not a reason to stop" in text for text in said)


@pytest.mark.parametrize(
    ("report", "questions", "told"),
    [
        (
            "BREAST PLASMA ASSAY (ctDNA)\nESR1 D538G 2.1%\nPIK3CA H1047R 5.4%\n",
            ("what is the ESR1 change", "so is that why the letrozole stopped working"),
            "ESR1 change can help explain why a hormone therapy stopped working",
        ),
        (
            "HEREDITARY CANCER PANEL (germline)\nRESULT: POSITIVE\n"
            "BRCA2  c.5946delT (p.Ser1982Argfs*22)   heterozygous   PATHOGENIC\n"
            "ATM    c.1066A>G (p.Lys356Glu)   heterozygous   Variant of Uncertain Significance\n",
            ("explain the BRCA2 line", "and the second one on the list, do I tell my sister?"),
            "Testing relatives for a VUS cannot tell them their own risk",
        ),
        (
            "LUNG PLASMA ASSAY (ctDNA)\nEGFR L858R 8.7 %\nEGFR T790M 3.2 %\n",
            ("what is T790M", "and is it only for trials?"),
            "EGFR T790M 3.2 %",
        ),
    ],
)
def test_a_conclusion_keeps_its_subject(
    answerer: Answerer, report: str, questions: tuple[str, ...], told: str
) -> None:
    assert told in " ".join(_ask(answerer, read_text(report), *questions))
