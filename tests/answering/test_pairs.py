"""How well altered sentences are told from true ones; the figures come from measuring."""

import shutil
from pathlib import Path

import pytest

from pmchat.lexicon import Lexicon
from pmchat.settings import ROOT
from tests.answering.pairs import Pair, StalePairsError, read_pairs
from tests.benchmarks.verify import figures, judge

DOCUMENTS = ROOT / "knowledge" / "documents"


@pytest.fixture(scope="module")
def judged(lexicon: Lexicon) -> dict[Pair, str | None]:
    return judge(lexicon)


def test_there_are_enough_pairs_from_every_area(judged: dict[Pair, str | None]) -> None:
    assert sum(p.label == "supported" for p in judged) >= 130
    assert sum(p.label == "altered" for p in judged) >= 170
    areas = {path.parent.name for path in DOCUMENTS.rglob("*.md")}
    covered = {
        next(DOCUMENTS.rglob(f"{p.passage.document_id}.md")).parent.name
        for p in judged
        if p.part == "held-out"
    }
    assert covered == areas


@pytest.mark.parametrize(
    ("part", "recall", "kept"), [("dev", 0.98, 0.77), ("held-out", 0.96, 0.82)]
)
def test_altered_sentences_are_caught_and_most_true_ones_kept(
    judged: dict[Pair, str | None], part: str, recall: float, kept: float
) -> None:
    found = figures(judged, part)
    assert found.recall >= recall
    assert found.kept >= kept


def test_an_edited_passage_asks_to_read_its_sentences_again(
    tmp_path: Path, lexicon: Lexicon
) -> None:
    shutil.copytree(DOCUMENTS, tmp_path / "documents")
    page = tmp_path / "documents" / "testing" / "gen-test-types.md"
    page.write_text(page.read_text().replace("looks for one exact change", "looks for a change"))
    with pytest.raises(StalePairsError, match="gen-test-types#single-gene"):
        read_pairs(tmp_path / "documents", lexicon)
