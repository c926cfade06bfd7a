"""Words that would be a name or a "not" but for a letter read badly; told, never mended."""

from __future__ import annotations

import re
from difflib import get_close_matches
from functools import cache

from wordfreq import zipf_frequency

from pmchat.reports.genes import symbols
from pmchat.reports.variants import find_variants

# Letters that look alike on paper, each under the first of its group.
_GROUPS = ("1lI|!", "0OoQD", "5S", "8B", "2Z", "6G")
_ALIKE = str.maketrans({letter: group[0] for group in _GROUPS for letter in group})
_TOKEN = re.compile(r"[A-Za-z0-9|!]{3,9}")
_WORD = re.compile(r"[^\s,;:()\[\]/\"']+")
_NUMBER = re.compile(r"(?=.*\d)(?=.*[OolI])[\dOolI]+(?:[.,][\dOolI]+)?%?")
_TIER = re.compile(r"\bTier\s?[I1|]*l[Il1|]*(?!\w)")
_RANGE = re.compile(r"^[cp]\.\D?(\d+)_\D?(\d+)")
_BARE_SHIFT = re.compile(r"\dfs\d|\d[A-Z][a-z]*fs\d")
_INSIDE = re.compile(r"([A-Z])([\dA-Za-z|!]{1,5})([A-Z*])")
_CUES = (
    "detected identified negative positive intact stable retained absent indeterminate equivocal "
    "amplified performed evaluable wildtype"
).split()
_NEAR_NOT = re.compile(
    r"\b([A-Za-z0-9]{1,3})\s+(?:detected|identified|found|amplified|performed|seen|present)\b", re.I
)
_NOT = re.compile(r"[a-z0-9]ot|n[a-z0-9]t|no[a-z0-9]|ot|n[0a-np-z]", re.I)
_KNOWN_WORD = 2.5
_NO_CHANGE = frozenset({"PI3K", "PI4K"})  # enzymes
_STATES = frozenset({"QLD", "NSW", "VIC", "TAS"})  # in addresses
_POSTCODE = re.compile(r" \d[A-Z]\d(?!\w)")  # behind its first half: "K1T 2B6"


def misread_genes(text: str) -> list[str]:
    """The words that look like a gene's name read badly: "BRCAl", "K1T"."""
    found = (m for m in _TOKEN.finditer(text) if _near_gene(m.group()))
    return [m.group() for m in found if not _POSTCODE.match(text, m.end())]


def misread_changes(text: str) -> list[str]:
    """The words that look like a change with a letter for a digit: "V6OOE" for V600E."""
    return [word for word in _words(text) if _near_change(word)]


def misread_names(text: str) -> list[str]:
    """All words read from a picture that are near to a gene or a change and are none."""
    words = _words(text)
    found = [w for w in words if _near_change(w) or _broken_change(w) or _runs_together(w)]
    return list(dict.fromkeys([*misread_genes(text), *found]))


def misread_cues(text: str) -> list[str]:
    """The words of a line that are near to a word of result, a "not" or a number."""
    words = [m.group().strip(".-") for m in _WORD.finditer(text)]
    found = [word for word in words if _NUMBER.fullmatch(word) or _near_cue(word)]
    found += _TIER.findall(text)
    return found + [
        m[1]
        for m in _NEAR_NOT.finditer(text)
        if m[1].lower() not in ("not", "now", "nor")
        and _NOT.fullmatch(m[1])
        and m[1] not in symbols()
    ]


@cache
def _folded() -> frozenset[str]:
    return frozenset(name.translate(_ALIKE) for name in symbols() if len(name) > 2)


def _near_gene(word: str) -> bool:
    if (
        word in symbols()
        or word in _STATES
        or word.isdigit()
        or sum(c.isupper() for c in word) * 2 < len(word) - 2
    ):
        return False
    return word.translate(_ALIKE) in _folded()


def _words(text: str) -> list[str]:
    return [m.group().strip(".") for m in _WORD.finditer(text)]


def _near_change(word: str) -> bool:
    parts = _INSIDE.fullmatch(word.removeprefix("p."))
    if parts is None or parts[2].isdigit() or not any(c.isdigit() for c in parts[2]):
        return False
    if find_variants(word) or word.rstrip("*") in symbols() or word in _NO_CHANGE:
        return False
    inside = parts[2].translate(_ALIKE)
    return inside.isdigit() and bool(find_variants(parts[1] + inside + parts[3]))


def _broken_change(word: str) -> bool:
    """A change without its star or a letter, or with its ends turned round."""
    ends = _RANGE.search(word)
    if _BARE_SHIFT.search(word) or (ends and int(ends[1]) > int(ends[2])):
        return True
    if any(len(v.text) >= len(word) for v in find_variants(word)):
        return False
    return word.startswith(("p.", "c.")) and len(word) > 4


def _runs_together(word: str) -> bool:
    """A gene and its change without the space between them."""
    if word in symbols() or find_variants(word):
        return False
    cuts = (cut for cut in range(3, len(word) - 3) if word[:cut] in symbols())
    return any(find_variants(word[cut:]) for cut in cuts)


def _near_cue(word: str) -> bool:
    low = word.lower()
    if len(low) < 5 or low in _CUES or not get_close_matches(low, _CUES, 1, 0.8):
        return False
    return zipf_frequency(low, "en") < _KNOWN_WORD
