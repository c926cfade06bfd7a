"""A sentence taken apart for comparing: its words, what they mean, and its clauses."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from pmchat.answering.checks.meanings import OPERATORS, PHRASES, PRINTED
from pmchat.answering.checks.synonyms import key_of
from pmchat.lexicon import Lexicon
from pmchat.text import normalise

NAMED_KINDS = frozenset({"genes", "drugs", "variants"})

_TOKEN = re.compile(r"[A-Za-z0-9]+(?:[-'.:>*/]+[A-Za-z0-9]+)*\*?|[,;:()]")
_COMPOUND = re.compile(r"[A-Za-z]?[a-z]+(?:-[a-z]+)+")
"""Plain words with hyphens, such as early-onset; names such as PD-L1 stay whole."""
_NUMERAL = re.compile(r"\d+(?:\.\d+)?")

_SUBJECTS = frozenset(
    """a an the it its they their you your he she we one some many most no each this that these
    those there another more all every not""".split()
)
"""What begins a new clause after a comma and "and"."""
_SIDE_BY_SIDE = frozenset({"but", "while", "whereas", "because", ";"})
_BREAKS = _SIDE_BY_SIDE | {"although", "though", ":"}
_REASONS = frozenset({"because", "although", "as"})
"""Where one of these begins a sentence, the first comma ends its clause."""
_BREAKS_AFTER_COMMA = frozenset(
    "so which who since as when if unless where whether whatever even except".split()
)
_APPOSITION = 4
"""A name between commas, as in "home tests, or DTC tests, can", has fewer words than this."""


@dataclass(frozen=True)
class Word:
    """A word as written; `key` is what it is compared by, empty for words that carry nothing.

    `operator` is the class of a small word that turns or weakens a meaning. `clause`, `phrase`
    and `unit` count from 0: the clauses, the stretches between commas, and what stands side by
    side with "and", "or", "but". The key of a gene, drug or variant is its id after "=".
    """

    text: str
    key: str
    clause: int
    phrase: int
    unit: int
    operator: str = ""

    @property
    def low(self) -> str:
        """The word in small letters."""
        return self.text.lower()

    @property
    def printed(self) -> str:
        """The word as a reason shows it."""
        return PRINTED.get(self.low, self.text)

    @property
    def is_number(self) -> bool:
        """Whether it is written in digits; number words were turned before."""
        return _NUMERAL.fullmatch(self.text) is not None

    @property
    def is_named(self) -> bool:
        """Whether it is a gene, drug or variant, or has capitals or digits like another name."""
        inner = self.text[1:] if len(self.text) > 1 else self.text
        looks_named = not self.is_number and any(c.isupper() or c.isdigit() for c in inner)
        return self.key.startswith("=") or looks_named


@dataclass(frozen=True)
class Said:
    """A sentence or part of one, taken apart."""

    text: str
    words: tuple[Word, ...]

    @cached_property
    def content(self) -> tuple[Word, ...]:
        """The words that carry the meaning, numbers included."""
        return tuple(w for w in self.words if w.key)

    @cached_property
    def keys(self) -> frozenset[str]:
        """What the words are compared by."""
        return frozenset(w.key for w in self.content)

    @cached_property
    def entities(self) -> frozenset[str]:
        """The ids of the genes, drugs and variants named."""
        return frozenset(k.removeprefix("=") for k in self.keys if k.startswith("="))

    @cached_property
    def clauses(self) -> tuple[Said, ...]:
        """Its clauses, each taken apart."""
        return tuple(self.only(n) for n in dict.fromkeys(w.clause for w in self.words))

    def only(self, *clauses: int) -> Said:
        """The words of some of its clauses."""
        words = tuple(w for w in self.words if w.clause in clauses)
        return Said(" ".join(w.text for w in words), words)


def take_apart(text: str, lexicon: Lexicon) -> Said:
    """Find the words of a sentence, with names of genes, drugs and variants whole."""
    plain = normalise(text)
    for pattern, instead in PHRASES:
        plain = pattern.sub(instead, plain)
    reader = _Reader()
    done = 0
    for mention in lexicon.find(plain):
        if lexicon.entries[mention.entity].kind in NAMED_KINDS:
            reader.read(plain[done : mention.start], plain[mention.start :])
            reader.add(plain[mention.start : mention.end], f"={mention.entity}")
            done = mention.end
    reader.read(plain[done:], "")
    return Said(plain, tuple(reader.words))


class _Reader:
    """Gathers words and counts clauses."""

    def __init__(self) -> None:
        self.words: list[Word] = []
        self._clause = self._phrase = self._unit = 0
        self._commas = 0
        self._after_comma = False

    def read(self, text: str, following: str) -> None:
        """Add the words of a stretch without names; `following` is what stands behind it."""
        tokens = _TOKEN.findall(text)
        ahead = [t.lower() for t in (*tokens[1:], *_TOKEN.findall(following[:40]))]
        for place, token in enumerate(tokens):
            self._count(token.lower(), ahead[place : place + _APPOSITION])
            if token not in ",;:()":
                for piece in token.split("-") if _COMPOUND.fullmatch(token) else [token]:
                    self.add(piece, self._key(piece))

    def add(self, text: str, key: str) -> None:
        """Add one word; only a word without a key can be an operator."""
        operator = "" if key else OPERATORS.get(text.lower(), "")
        self.words.append(Word(text, key, self._clause, self._phrase, self._unit, operator))
        self._after_comma = False

    def _key(self, word: str) -> str:
        """Capitals are kept: tier I and ALL are names, unless an "A" begins the sentence."""
        if word.isupper() and (self.words or len(word) > 1):
            return word
        return "" if word.lower() in OPERATORS else key_of(word)

    def _count(self, token: str, ahead: list[str]) -> None:
        joins = self._after_comma and token in {"and", "or"} and self._begins_clause(ahead)
        if token in _BREAKS or joins or (self._after_comma and token in _BREAKS_AFTER_COMMA):
            self._begin_clause(beside=joins or token in _SIDE_BY_SIDE)
        elif token == "," and not self._commas and self._gives_reason():
            self._begin_clause(beside=True)
        elif token in ",()":
            self._phrase += 1
            self._after_comma = token == ","
            self._commas += self._after_comma

    def _begin_clause(self, *, beside: bool) -> None:
        self._clause += 1
        self._phrase += 1
        self._unit += beside
        self._commas = 0

    def _gives_reason(self) -> bool:
        """Whether all so far is one clause that begins with "because" or the like."""
        first, last = self.words[:1], self.words[-1:]
        return bool(first) and first[0].low in _REASONS and first[0].clause == last[0].clause

    def _begins_clause(self, ahead: list[str]) -> bool:
        """Whether a clause follows, and not the end of a list or another name of a thing."""
        if "," in ahead or ")" in ahead:
            return False
        return self._commas == 1 or bool(_SUBJECTS & set(ahead[:1]))
