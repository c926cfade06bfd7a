"""Exact names that a search by meaning would blur: variants, trials, drug codes."""

from __future__ import annotations

import re

_CODE = re.compile(
    r"\b[A-Z]\d{2,5}(?:[A-Z]|fs|del|dup|\*)\b|\b[cp]\.\S+|\b[A-Z]{1,5}-\d{2,5}\b|\bNCT\d+\b"
    r"|\b[A-Za-z]{3,}(?:tinib|fenib|ciclib|parib|lisib|rasib|degib|zomib|limab|tuzumab|xumab)\b"
)
"""Variant names, drug codes, trial numbers, and words that end like drugs of this field."""


def codes(text: str) -> frozenset[str]:
    """Variant names, trial numbers, drug codes and drug names in a text."""
    return frozenset(c.rstrip("?.,;:!)") for c in _CODE.findall(text))
