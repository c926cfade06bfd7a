"""A sentence taken apart for comparing: its words, what they mean, and its clauses."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

import snowballstemmer

from pmchat.answering.checks.meanings import FREE, OPERATORS, PHRASES
from pmchat.answering.checks.synonyms import GROUPS
from pmchat.lexicon import Lexicon
from pmchat.text import normalise

NAMED_KINDS = frozenset({"genes", "drugs", "variants"})

_TOKEN = re.compile(r"[A-Za-z0-9]+(?:[-'.:>*/]+[A-Za-z0-9]+)*\*?|[,;:()]")
_PLAIN_COMPOUND = re.compile(r"[A-Za-z]?[a-z]+(?:-[a-z]+)+")
_NUMERAL = re.compile(r"\d+(?:\.\d+)?")
_SUBJECT = frozenset(
    """a an the it its they their you your he she we one some many most no each this that these
    those there another more all every not""".split()
)
_BREAKS = frozenset({"but", "because", "while", "whereas", "although", "though", ";", ":"})
_APPOSITION = 4
"""A name between commas, as in "home tests, or DTC tests, can", has fewer words than this."""
_MARKS = frozenset(",()")
_SIDE_BY_SIDE = frozenset({"but", "while", "whereas", ";"})
_BREAKS_AFTER_COMMA = frozenset(
    "so which who since as when if unless where whether whatever even except".split()
)
_STEMMER = snowballstemmer.stemmer("english")


@dataclass(frozen=True)
class Word:
    """A word as written; `key` is what it is compared by, empty for words that carry nothing.

    `operator` is the class of a small word that turns or weakens a meaning. `clause`, `phrase` and
    `unit` count from 0 the clauses, the stretches between commas, and what "and", "or", "but"
    set side by side.
    """

    text: str
    key: str
    clause: int
    phrase: int
    unit: int
    operator: str = ""

    @property
    def is_number(self) -> bool:
        """Whether it is written in digits, or was before number words were turned."""
        return _NUMERAL.fullmatch(self.text) is not None

    @property
    def is_named(self) -> bool:
        """Whether it is a gene, drug or variant, or looks like another name."""
        return self.key.startswith("=") or self.is_name

    @property
    def is_name(self) -> bool:
        """Whether it looks like a name or a code: capitals or digits inside a word."""
        letters = self.text[1:] if len(self.text) > 1 else self.text
        return not self.is_number and any(c.isupper() or c.isdigit() for c in letters)


@dataclass(frozen=True)
class Said:
    """A sentence or part of one, taken apart."""

    text: str
    words: tuple[Word, ...]
    entities: frozenset[str]

    @cached_property
    def content(self) -> tuple[Word, ...]:
        """The words that carry the meaning, numbers included."""
        return tuple(w for w in self.words if w.key)

    @cached_property
    def keys(self) -> frozenset[str]:
        """What the words are compared by."""
        return frozenset(w.key for w in self.content)

    @cached_property
    def clauses(self) -> tuple[Said, ...]:
        """Its clauses, each taken apart."""
        numbers = dict.fromkeys(w.clause for w in self.words)
        return tuple(self.only(n) for n in numbers)

    def only(self, *clauses: int) -> Said:
        """The words of some of its clauses."""
        words = tuple(w for w in self.words if w.clause in clauses)
        return Said(" ".join(w.text for w in words), words, self.entities)


def take_apart(text: str, lexicon: Lexicon) -> Said:
    """Find the words of a sentence, with names of genes, drugs and variants whole."""
    plain = _plain(normalise(text))
    mentions = [m for m in lexicon.find(plain) if lexicon.entries[m.entity].kind in NAMED_KINDS]
    words: list[Word] = []
    done = 0
    state = _Clauses()
    for mention in mentions:
        words += state.read(plain[done : mention.start], plain[mention.start :])
        name = plain[mention.start : mention.end]
        words.append(state.word(name, f"={mention.entity}"))
        done = mention.end
    words += state.read(plain[done:], "")
    return Said(plain, tuple(words), frozenset(m.entity for m in mentions))


@lru_cache(maxsize=20_000)
def key_of(word: str) -> str:
    """What a plain word is compared by: its stem, or the stem that stands for its synonyms."""
    low = word.lower()
    if low in FREE:
        return ""
    stem = str(_STEMMER.stemWord(low))
    return _GROUP_OF.get(stem, stem)


def _plain(text: str) -> str:
    for pattern, instead in PHRASES:
        text = pattern.sub(instead, text)
    return text


class _Clauses:
    """Counts clauses while words are read."""

    def __init__(self) -> None:
        self.clause = self.phrase = self.unit = 0
        self._after_comma = False
        self._first = True
        self._commas = 0

    def read(self, text: str, following: str) -> list[Word]:
        """The words of a stretch without names; `following` is what stands behind it."""
        tokens = _TOKEN.findall(text)
        ahead = [*tokens[1:], *_TOKEN.findall(following[:40])]
        words = []
        for place, token in enumerate(tokens):
            self._count(token.lower(), [t.lower() for t in ahead[place : place + _APPOSITION]])
            if token in ",;:()":
                continue
            pieces = token.split("-") if _PLAIN_COMPOUND.fullmatch(token) else [token]
            words += [self.word(piece) for piece in pieces]
        return words

    def word(self, text: str, key: str | None = None) -> Word:
        """A word of the clause at hand."""
        self._after_comma = False
        if key is None and text.isupper() and not (self._first and len(text) == 1):
            key = text
        self._first = False
        operator = "" if key else OPERATORS.get(text.lower(), "")
        if key is None:
            key = "" if operator else key_of(text)
        return Word(text, key, self.clause, self.phrase, self.unit, operator)

    def _count(self, token: str, ahead: list[str]) -> None:
        joins = (
            token in {"and", "or"}
            and self._after_comma
            and (self._commas == 1 or bool(_SUBJECT & set(ahead[:1])))
            and not _MARKS & set(ahead)
        )
        if token in _BREAKS or joins or (self._after_comma and token in _BREAKS_AFTER_COMMA):
            self.clause += 1
            self.phrase += 1
            self._commas = 0
            self.unit += joins or token in _SIDE_BY_SIDE
        elif token in ",()":
            self.phrase += 1
            self._after_comma = token == ","
            self._commas += self._after_comma


def _groups() -> dict[str, str]:
    found: dict[str, str] = {}
    for line in GROUPS.strip().splitlines():
        stems = list(dict.fromkeys(str(_STEMMER.stemWord(w)) for w in line.split()))
        for stem in stems:
            if stem in found:
                raise ValueError(f"{stem} stands in two groups of synonyms")
            found[stem] = stems[0]
    return found


_GROUP_OF = _groups()
