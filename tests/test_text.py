import pytest

from pmchat.text import normalise, numbers, sentences, terms, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("p.V600E and PD-L1", ["p.V600E", "and", "PD-L1"]),
        ("c.2573T>G", ["c.2573T>G"]),
    ],
)
def test_names_stay_whole_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_curly_quotes_and_ligatures_compare_with_typed_text() -> None:
    assert normalise("it’s a ﬁnding – “yes”") == 'it\'s a finding - "yes"'


def test_terms_drop_small_words_and_plural() -> None:
    assert terms("What are the variants in my genes?") == ["variant", "gene"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("One idea. Another idea.", 2),
        ("About 1.5 percent of people have it.", 1),
        ("Is it bad? No.", 2),
        ("", 0),
    ],
)
def test_sentences_are_split_at_their_ends(text: str, count: int) -> None:
    assert len(sentences(text)) == count


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("31.2 % of 1,200 people", ["31.2", "1200"]),
        ("PD-L1 TPS 80%", ["80"]),
        ("TMB 4 Muts/Mb", ["4"]),
        ("BRCA1 and p.V600E", []),
    ],
)
def test_numbers_leave_out_those_in_names(text: str, expected: list[str]) -> None:
    assert numbers(text) == expected
