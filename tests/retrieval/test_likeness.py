from pathlib import Path

import pytest

from pmchat.errors import CorpusError
from pmchat.retrieval.likeness import Likeness, read_examples
from pmchat.settings import ROOT

EXAMPLES = {
    "urgent": ["my chest hurts and I cannot breathe", "lips are blue, he is gasping for air"],
    "redirect": ["should I stop my pill", "which drug would you choose for me"],
    "none": ["what is a gene", "how long does the test take", "why is the report so long"],
}


@pytest.fixture(scope="module")
def likeness() -> Likeness:
    return Likeness.learn(EXAMPLES)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("my chest hurts, cannot breathe well", "urgent"),
        ("HER LIPS ARE BLUE", "urgent"),
        ("how long is the report", "none"),
    ],
)
def test_a_message_is_like_the_examples_of_its_kind(
    likeness: Likeness, text: str, kind: str
) -> None:
    likely = likeness.of(text)
    assert max(likely, key=lambda k: likely[k]) == kind
    assert sum(likely.values()) == pytest.approx(1)


def test_the_same_is_learned_on_every_run_and_kept(likeness: Likeness, tmp_path: Path) -> None:
    likeness.save(tmp_path / "likeness.npz")
    for other in (Likeness.learn(EXAMPLES), Likeness.load(tmp_path / "likeness.npz")):
        assert other.of("she gasps for air") == pytest.approx(likeness.of("she gasps for air"))


@pytest.mark.parametrize("text", ["", "?", "???? !!!", "zzzz"])
def test_words_like_no_example_are_judged_too(likeness: Likeness, text: str) -> None:
    assert set(likeness.of(text)) == set(EXAMPLES)


def test_what_staff_wrote_is_read() -> None:
    assert set(read_examples(ROOT / "knowledge" / "safety" / "examples.yaml")) == {
        "crisis", "urgent", "redirect", "none",
    }  # fmt: skip


@pytest.mark.parametrize(
    "content",
    [
        "",
        "crisis: [",
        "crisis: [a]\nurgent: [b]\nredirect: [c]",
        "crisis: [a]\nurgent: [b]\nredirect: [c]\nnone: []",
        "crisis: [a]\nurgent: [b]\nredirect: [c]\nnone: [yes]",
        "crisis: [a]\nurgent: [b]\nredirect: [c]\nnone: [d]\nother: [e]",
    ],
)
def test_a_broken_file_of_examples_is_named(tmp_path: Path, content: str) -> None:
    path = tmp_path / "examples.yaml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(CorpusError, match=r"examples\.yaml"):
        read_examples(path)
