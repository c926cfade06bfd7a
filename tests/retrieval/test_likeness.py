from pathlib import Path

import pytest

from pmchat.retrieval.likeness import Likeness

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
