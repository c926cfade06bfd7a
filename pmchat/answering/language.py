"""The language of a question, by how common its words are in each."""

from __future__ import annotations

import re

from wordfreq import zipf_frequency

ENGLISH = "en"
OTHERS = {"es": "es", "fr": "fr", "pt": "pt", "de": "de", "vi": "vi", "ru": "ru", "ar": "ar",
          "tl": "fil"}  # fmt: skip
"""Our names of languages, and those of the word lists."""

_WORD = re.compile(r"[^\W\d_]{2,}")
_ENOUGH_WORDS = 3
_CLEAR = 1.5
"""How much more common, on the Zipf scale, the words must be than in English."""


def language_of(text: str) -> str:
    """The language in which the words are clearly more common than in English, else English."""
    words = _WORD.findall(text.lower())
    if len(words) < _ENOUGH_WORDS:
        return ENGLISH
    common = {ours: _commonness(words, theirs) for ours, theirs in OTHERS.items()}
    best = max(common, key=lambda lang: common[lang])
    return best if common[best] - _commonness(words, ENGLISH) >= _CLEAR else ENGLISH


def _commonness(words: list[str], lang: str) -> float:
    return sum(zipf_frequency(word, lang) for word in words) / len(words)
