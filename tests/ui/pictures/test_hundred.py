"""Numbers "of 100": what the rule reads, what it leaves, and what is drawn and told of it."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from pmchat.corpus.release import Release, load
from pmchat.ui.pictures.hundred import Figure, figures
from pmchat.ui.pictures.people import people

_PATH = "{http://www.w3.org/2000/svg}path"
_NUMBERS = re.compile(r"\b(\d+)(?: (?:to|and) (\d+))? (?:of|in|out of) (?:every )?100\b(?![.,]\d)")
_DENIES = re.compile(r"does not (?:mean|hold)|is not a 50")
"""Written apart from the rule under test, and simpler: for sentences that are known to be plain."""


@pytest.fixture
def library(built_var: Path) -> Release:
    return load(built_var)


@pytest.mark.parametrize(
    ("sentence", "words", "sure", "possible"),
    [
        ("About 13 of 100 women in general get it.", "About 13 of 100 women", 13, 0),
        ("Each child has a 1 in 2 chance (50 of 100) to inherit it.", "50 of 100", 50, 0),
        ("It was about 5 to 10 of 100 cancers.", "about 5 to 10 of 100", 5, 5),
        ("Lifetime figures are 39-58 of 100.", "39-58 of 100", 39, 19),
        ("Between 1 and 10 of 100 carry it.", "Between 1 and 10 of 100", 1, 9),
        ("Here fewer than 2 of 100 findings were.", "fewer than 2 of 100", 0, 2),
        ("In up to about 7 of 100 cancers.", "up to about 7 of 100", 0, 7),
        ("NCI says more than 60 of 100 women get it.", "more than 60 of 100 women", 60, 0),
        ("In 16,812 people, about 42 of every 100 had one.", "about 42 of every 100", 42, 0),
        ("So 289 of 602 people (48 of 100) had one.", "48 of 100", 48, 0),
    ],
)
def test_a_number_of_100_is_read_with_its_words(
    sentence: str, words: str, sure: int, possible: int
) -> None:
    (figure,) = figures(sentence)
    assert (figure.words, figure.sure, figure.possible) == (words, sure, possible)
    told = people([figure]).words.lower()
    assert words.lower() in told
    assert ("there may be more" in told) == ("more than" in words)
    assert ("perhaps" in told) == bool(possible)


@pytest.mark.parametrize(
    "sentence",
    [
        "Call your center for a fever of 100.4 F (38.0 C) or higher.",
        "A study of 16,812 people in 2024 had 3,504 adults.",
        "The cap is $300 higher than $2,100 in 2026.",
        "Of 100 people who responded, most kept it.",
        "The score runs from 0 to 100.",
        "In a study of 100 women it helped.",
        "Of 1,000 people, 5 of 1,000 had it, or 20 of 1000.",
        "A score of 80 percent does not mean that it helps 80 of 100 people.",
        "A 50 of 100 chance of inheriting is not a 50 of 100 chance of cancer.",
        "It was 2.5 of 100 people.",
        "It was 120 of 100 people.",
        "It was 5 or 6 of 100 people.",
        "It was 5 and 6 of 100 people.",
        "It was 20 of 100 or more.",
        "More than 5 to 10 of 100 had it.",
    ],
)
def test_what_is_no_number_of_100_or_not_surely_read_is_not_drawn(sentence: str) -> None:
    assert figures(sentence) == ()


def test_people_are_drawn_only_where_people_are_counted() -> None:
    assert figures("About 51 of 100 men and 60 of 100 women got it.")[1].of_people
    assert not figures("About 5 of 100 cancers in people are inherited.")[0].of_people
    assert "circles" in people(figures("About 44 of 100 reads showed it.")).words


def test_every_number_of_the_library_is_drawn_as_its_sentence_says(library: Release) -> None:
    statements = [s.text for d in library.documents for p in d.passages for s in p.statements]
    drawn = 0
    for sentence in statements:
        expected = [] if _DENIES.search(sentence) else _NUMBERS.findall(sentence)
        found = figures(sentence)
        ends = [(f.sure or f.sure + f.possible, f.sure + f.possible) for f in found]
        assert ends == [(int(a), int(b or a)) for a, b in expected], sentence
        for figure in found:
            assert figure.words in sentence
            drawn += 1
            _drawn_and_told(figure)
    assert drawn > 100, "the library tells its risks of 100"


def _drawn_and_told(figure: Figure) -> None:
    """What can be counted in the picture, and what its words say."""
    picture = people([figure])
    paths = [p.get("class") for p in ElementTree.fromstring(picture.svg).iter(_PATH)]
    assert paths.count("thin ink") == figure.sure
    assert paths.count("ink") == figure.possible
    assert paths.count("thin") == 100 - figure.sure
    told = picture.words
    assert figure.words.lower() in told.lower()
    for count, shape in (
        (figure.sure, "filled"),
        (figure.possible, "half filled: perhaps"),
        (figure.others, "outlined"),
    ):
        assert (f" {count} {shape}" in told) == bool(count)
    hedges = ("fewer than", "more than", "about", "up to", "between")
    assert all(h in told.lower() for h in hedges if h in figure.words.lower())
