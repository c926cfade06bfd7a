from __future__ import annotations

import pytest

from pmchat.answering.marks import Marked, read_marked


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("A gene is a plan. [1]", [("A gene is a plan.", (1,))]),
        ("A gene is a plan [1].", [("A gene is a plan.", (1,))]),
        ("A gene is a plan [1]", [("A gene is a plan.", (1,))]),
        ("A plan [1][2].", [("A plan.", (1, 2))]),
        ("A plan [1], [2].", [("A plan.", (1, 2))]),
        ("A plan [1, 12; 1].", [("A plan.", (1, 12))]),
        ("- A plan [1]\n* B is b. [2]", [("A plan.", (1,)), ("B is b.", (2,))]),
        ("1. A plan [1]\n2) B is b. [2]", [("A plan.", (1,)), ("B is b.", (2,))]),
        ("**A plan.** [1]", [("A plan.", (1,))]),
        ("One [1]. Two [2]. Three [3].", [("One.", (1,)), ("Two.", (2,)), ("Three.", (3,))]),
        ("Sure! No mark here. This has one. [2]", [("This has one.", (2,))]),
        ("Here you are:\nA plan. [1]\nNo mark.", [("A plan.", (1,))]),
        ("No mark at all.", []),
        ("[1] [2]", []),
        ("NONE", []),
        ("", []),
        ("It is [unclear] what [x1] means. [3", []),
        ("MSI is 3.5 in p.V600E. [4]", [("MSI is 3.5 in p.V600E.", (4,))]),
    ],
)
@pytest.mark.parametrize("size", [1, 3, 1000])
def test_marked_sentences_are_read_from_any_pieces(
    written: str, read: list[tuple[str, tuple[int, ...]]], size: int
) -> None:
    pieces = [written[i : i + size] for i in range(0, len(written), size)]
    assert list(read_marked(pieces)) == [Marked(text, numbers) for text, numbers in read]


def test_a_sentence_is_given_as_soon_as_the_next_begins() -> None:
    pieces = iter(["A plan", ". [1", "]\n", "B"])
    marked = read_marked(pieces)
    assert next(marked) == Marked("A plan.", (1,))
    assert next(pieces) == "B"
