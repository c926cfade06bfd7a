"""Words that would be a name but for a letter read badly; they are told, never mended."""

from __future__ import annotations

import re

from pmchat.reports.genes import symbols
from pmchat.reports.variants import find_variants

_TO_DIGIT = str.maketrans({"l": "1", "O": "0", "I": "1"})
_TO_LETTER = str.maketrans({"1": "I", "0": "O", "5": "S", "8": "B"})
_DIGITS = str.maketrans({"l": "1", "O": "0", "I": "1", "S": "5", "B": "8"})
_CHANGE = re.compile(r"(?<![\w>])(?:p\.)?([A-Z])([\dOIlSB]{2,5})([A-Z*])(?![\w])")


def misread_genes(text: str) -> list[str]:
    """The words that look like a gene's name read badly: "BRCAl", "K1T"."""
    table = symbols()
    found = []
    for word in re.findall(r"\b[A-Z][A-Za-z0-9]{2,7}\b", text):
        fixed = {word.translate(_TO_DIGIT), word.translate(_TO_LETTER)} - {word}
        if word not in table and any(f in table for f in fixed) and re.search(r"\d|l", word):
            found.append(word)
    return found


def misread_changes(text: str) -> list[str]:
    """The words that look like a change read badly: "V6OOE" for V600E."""
    found = []
    for match in _CHANGE.finditer(text):
        middle = match[2]
        if middle.isdigit() or not any(c.isdigit() for c in middle):
            continue
        fixed = match[1] + middle.translate(_DIGITS) + match[3]
        if find_variants(fixed) and match.group() not in symbols():
            found.append(match.group())
    return found
