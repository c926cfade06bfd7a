"""Small pieces of text handling that several rooms share."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

import yaml

_YAML_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The same loader in C, fifteen times as fast; not every build of PyYAML has it."""

_WORD = re.compile(r"[A-Za-z0-9]+(?:[-'.:>*/][A-Za-z0-9]+)*\*?")
_SENTENCE_END = re.compile(r'(?<=[.!?])["\')]?\s+(?=["\'(]?[A-Z0-9])')
_CLAUSE_END = re.compile(r"(?<=[.!?])\s+|\.{2,}|;| - |, ?but | but ")
_CLAUSE_WORDS = 3
_NUMBER = re.compile(r"(?<![\w.])\d+(?:,\d{3})*(?:\.\d+)?")

STOPWORDS = frozenset(
    """a about after all also am an and any are as at be been before being but by can could did do
    does doing for from get got had has have having he her hers him his how i if im in into is isnt
    it its just may me might mine more most my no nor not of on or our ours out over own please
    really said say says she should so some such tell than that thats the their them then there
    these they this those to too under up us very was we were what whats when where whether which
    while who whom why will with would you your yours""".split()
)


def normalise(text: str) -> str:
    """Fold width, quotes, dashes and white space so that typed and printed text compare."""
    text = unicodedata.normalize("NFKC", text)
    text = text.translate(str.maketrans("‘’“”–—‑", "''\"\"---"))
    return re.sub(r"\s+", " ", text).strip()


def without_accents(text: str) -> str:
    """The text with bare letters for those with accents, each in its place."""
    if text.isascii():
        return text
    return "".join(unicodedata.normalize("NFKD", c)[0] if c.isalpha() else c for c in text)


def words(text: str) -> list[str]:
    """The words of a text as written; names like p.V600E, PD-L1 or CYP2C19 stay whole."""
    return _WORD.findall(text)


def word_places(text: str) -> list[tuple[int, int]]:
    """Where each of its `words` begins and ends."""
    return [match.span() for match in _WORD.finditer(text)]


def terms(text: str) -> list[str]:
    """Lower-case words without stop words, plural s cut, for lexical search."""
    found = (w.lower() for w in words(normalise(text)))
    return [singular(w) for w in found if w.replace("'", "") not in STOPWORDS]


def singular(word: str) -> str:
    """A lower-case word without its plural s."""
    if len(word) > 3 and word.isalpha() and word.endswith("s") and word[-2] not in "siu":
        return word[:-1]
    return word


def sentences(text: str) -> list[str]:
    """Split plain text into sentences."""
    return [part.strip() for part in _SENTENCE_END.split(text) if part.strip()]


def clauses(text: str) -> list[str]:
    """The parts of a typed question that can stand alone; none if it is all one part."""
    parts = [part.strip() for part in _CLAUSE_END.split(text)]
    whole = [part for part in parts if len(part.split()) >= _CLAUSE_WORDS]
    return whole if len(parts) > 1 else []


def numbers(text: str) -> list[str]:
    """The numbers in a text, thousands commas removed, not those inside names like PD-L1."""
    return [n.replace(",", "") for n in _NUMBER.findall(text)]


def parse_yaml(text: str) -> Any:
    """Plain values of a YAML text. Raises yaml.YAMLError."""
    return yaml.load(text, Loader=_YAML_LOADER)
