"""How hard a text is to read (US school grade), with names masked first."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

_WORD = re.compile(r"[A-Za-z]+(?:'[a-z]+)?")
_CODE = re.compile(r"\b(?=\w*[A-Z0-9])(?=\w*[A-Z0-9]\w*[A-Z0-9])[\w:>*.-]+")
_SILENT_END = re.compile(r"(?:[^aeiouyl]e|[aeiouy]le|[^td]ed|[^aeiouyscxzhg]es)$")
_HIATUS = re.compile(r"(?<![tscgx])i(?:a|o|u)|scien|iet|[aeiou]ing|rea(?=ct|$)|idea|uous|[lrxd]ual")


def syllables(word: str) -> int:
    """Estimate the syllables of an English word; at least 1.

    Hyphenation patterns miss about one syllable in ten, which would flatter
    the grade by two, so vowels that are heard are counted instead.
    """
    word = word.lower().split("'")[0]
    count = len(re.findall(r"[aeiouy]+", word)) + len(_HIATUS.findall(word))
    if _SILENT_END.search(word):
        count -= 1
    return max(count, 1)


def mask(text: str, mask_names: Callable[[str], str] | None = None) -> str:
    """Replace gene symbols, variant names and other codes by a plain short word.

    `mask_names` masks lexicon names before that (see `Lexicon.mask`).
    """
    if mask_names is not None:
        text = mask_names(text)
    return _CODE.sub("name", text)


def reading_grade(parts: Sequence[str], mask_names: Callable[[str], str] | None = None) -> float:
    """Flesch-Kincaid grade of a text given as its sentences, after masking; 0 if empty.

    Kincaid et al. 1975: 0.39 words/sentence + 11.8 syllables/word - 15.59.
    """
    found = [w for part in parts for w in _WORD.findall(mask(part, mask_names))]
    if not found:
        return 0.0
    per_word = sum(syllables(w) for w in found) / len(found)
    return round(max(0.0, 0.39 * len(found) / len(parts) + 11.8 * per_word - 15.59), 1)
