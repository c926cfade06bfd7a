from pathlib import Path

from pmchat.answering.conversation import Answerer
from pmchat.evaluate.golden import GoldenQuestion
from pmchat.evaluate.ranking import PARTS, ranking_table


def test_each_part_of_the_search_gets_its_row(answerer: Answerer, tmp_path: Path) -> None:
    questions = [
        GoldenQuestion(
            id="1",
            expected_behaviour="answer",
            question="what is a VUS",
            expected_docs=("rep-vus",),
        ),
        GoldenQuestion(id="2", expected_behaviour="emergency", question="my chest hurts"),
    ]
    table = ranking_table(answerer.searcher, questions, tmp_path)
    assert "1 questions" in table
    assert [line.split("|")[1].strip() for line in table.splitlines()[2:]] == list(PARTS)
    assert table.splitlines()[-1].endswith("| 1.000 | 1.000 | 1.000 |")
