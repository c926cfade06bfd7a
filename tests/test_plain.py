import pytest

from pmchat.plain import mask, reading_grade, syllables

SIMPLE = ["You have two copies of each gene.", "One comes from each parent."]
HARD = [
    "Immunohistochemical determination of microsatellite instability necessitates "
    "comprehensive histopathological evaluation and multidisciplinary interpretation."
]


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("gene", 1),
        ("genes", 1),
        ("people", 2),
        ("science", 2),
        ("mutation", 3),
        ("idea", 3),
        ("immunotherapy", 6),
        ("inherited", 4),
        ("little", 2),
    ],
)
def test_syllables(word: str, count: int) -> None:
    assert syllables(word) == count


def test_plain_text_has_a_lower_grade_than_hard_text() -> None:
    assert reading_grade(SIMPLE) < 4
    assert reading_grade(HARD) > 15


def test_codes_do_not_make_a_text_harder() -> None:
    assert mask("BRAF V600E and PD-L1 were found") == "name name and name were found"


def test_an_empty_text_has_grade_zero() -> None:
    assert reading_grade([]) == 0
