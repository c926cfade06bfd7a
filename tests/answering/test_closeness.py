import pytest

from pmchat.answering.closeness import nearest, strays
from pmchat.lexicon import Lexicon

BRAF = "A BRAF change can keep growth signals switched on."


@pytest.mark.parametrize(
    ("quote", "close"),
    [
        (BRAF, BRAF),
        (BRAF, "BRAF changes can keep the growth signals switched on."),
        ("EGFR changes may be treated.", "Changes in EGFR may be treated."),
        (
            "BRCA1 and BRCA2 are genes that help cells mend damage in their DNA.",
            "The BRCA1 and BRCA2 genes help cells mend damage in DNA.",
        ),
        (
            "A variant of uncertain significance is a change whose effect is not known yet.",
            "A VUS is a change whose effect is not known yet.",
        ),
        ("Your team can tell you of tests for children.", "Your team can tell of tests for kids."),
    ],
)
def test_a_sentence_that_stays_close_holds(lexicon: Lexicon, quote: str, close: str) -> None:
    assert strays(close, quote, lexicon) is None


@pytest.mark.parametrize(
    ("quote", "far", "why"),
    [
        ("About 9 of 100 people with a VUS may learn it is harmful.", "A VUS is harmful.", "much"),
        (BRAF, "A BRAF change can keep growth signals on: https://evil.example", "link"),
        (BRAF, "<b>A BRAF change</b> can keep growth signals switched on.", "sign"),
        (BRAF, "I keep a BRAF change switched on.", "voice"),
        (BRAF, "...", "much"),
        (BRAF, "A BRAF change " * 40, "length"),
    ],
)
def test_a_sentence_that_strays_is_told(lexicon: Lexicon, quote: str, far: str, why: str) -> None:
    assert why in str(strays(far, quote, lexicon))


def test_the_nearest_quote_shares_most_words(lexicon: Lexicon) -> None:
    quotes = ["BRAF is a gene.", BRAF, "A signal is a message."]
    assert nearest("Growth signals stay switched on.", quotes, lexicon) == 1
