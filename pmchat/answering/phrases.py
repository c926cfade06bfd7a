"""Phrases that staff write in YAML, and typed text made ready to be held against them."""

from __future__ import annotations

import re
import unicodedata
from collections import deque
from collections.abc import Iterator, Sequence
from functools import cached_property

from pydantic import BaseModel, ConfigDict

from pmchat.errors import CorpusError
from pmchat.text import normalise

_GAP = r"[^\w.!?;]+"
"""What may stand between two words of a phrase; never the end of a sentence."""

_FEW = rf"(?:{_GAP}\w+){{0,2}}"
_SEVERAL = rf"(?:{_GAP}\w+){{0,6}}"
_NUMBER = r"\d+(?:\.\d+)?"
_END = r"(?=\s*(?:[^\w\s]|$))"
_MARKS = {"..": _FEW, "...": _SEVERAL, "$": _END}
_NEAR = rf"(?:{_GAP}\w+){{0,4}}{_GAP}"
"""Between the two sides of `~`, which may stand in either order."""
_TOKEN = re.compile(r"/[^/]+/|\.{2,3}|\)\?|[()|$#~]|[^\s()|]+")
_NOT_WORDS = re.compile(r"(/[^/]+/|@\w+)")
_WORD = re.compile(r"\w+")
_KEY = re.compile(r"\w+\*?|\*\w+|#")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
"""Chinese and Japanese are written without spaces between words."""
_SCRIPT_CHANGE = re.compile(
    rf"(?<={_UNSPACED.pattern})(?=[a-z0-9])|(?<=[a-z0-9])(?={_UNSPACED.pattern})"
)

_ENDINGS = (("'ll", " will"), ("'re", " are"), ("'ve", " have"), ("'d", " would"))
_LONG_ENOUGH = 6
_ENOUGH_SIGNS = 2
_SHARE_OF_SMALL_WORDS = 0.3
"""Of the words of a sentence, at least so many are small ones in any language told by them."""
ENGLISH = "en"
_SCRIPTS = {
    "zh": _UNSPACED,
    "ko": re.compile(r"[\uac00-\ud7a3]"),
    "ru": re.compile(r"[\u0400-\u04ff]"),
    "ar": re.compile(r"[\u0600-\u06ff]"),
    "hi": re.compile(r"[\u0900-\u097f]"),
}
_LATIN_WORD = re.compile(r"[a-z]+")


class Strict(BaseModel):
    """Base of what is read from YAML: an unknown field is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


Needs = tuple[frozenset[str], ...]
"""Of each set, a text must hold one key, or the phrase cannot stand in it."""

Alternatives = tuple[str, Needs]
"""`a b|c d` as a regular expression, and what a text needs for it to stand there."""


class Words(Strict):
    """words.yaml: named lists, spellings, and the small words that turn a meaning round."""

    lists: dict[str, tuple[str, ...]]
    spellings: dict[str, str]
    keywords: tuple[str, ...]
    not_keywords: tuple[str, ...]
    languages: dict[str, tuple[str, ...]]
    cues: dict[str, tuple[str, ...]]

    def alternatives(self, name: str) -> Alternatives:
        """What the words of a named list make together, read once for all phrases that name it.

        Raises CorpusError if there is no such list, or if it names itself.
        """
        if name not in self._made:
            if name not in self.lists or name in self._open:
                raise CorpusError(f"A phrase names no list: @{name}.", "Mend it.")
            self._open.add(name)
            self._made[name] = _read("|".join(self.lists[name]), self)
        return self._made[name]

    @cached_property
    def _made(self) -> dict[str, Alternatives]:
        return {}

    @cached_property
    def _open(self) -> set[str]:
        """The lists whose reading has begun."""
        return set()

    @cached_property
    def _by_letter(self) -> dict[str, tuple[str, ...]]:
        letters = {k[0] for k in self.keywords}
        return {c: tuple(k for k in self.keywords if k[0] == c) for c in letters}

    @cached_property
    def _odd_spellings(self) -> re.Pattern[str]:
        odd = sorted((k for k in self.spellings if not _WORD.fullmatch(k)), key=len, reverse=True)
        return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, odd)) + r")(?!\w)")

    @cached_property
    def _good(self) -> frozenset[str]:
        return frozenset((*self.keywords, *self.not_keywords))

    def clean(self, text: str) -> str:
        """Small letters, no accents or apostrophes, words in full, common misspellings mended."""
        text = normalise(re.sub(r"\s*\n\s*", " . ", text)).lower()
        for short, full in _ENDINGS:
            text = re.sub(rf"{short}\b", full, text)
        text = _without_accents(text).replace("'", "").replace("`", "")
        text = re.sub(r"(?<=\d),(?=\d\b)", ".", text)
        text = re.sub(r"\s*([,;:!?()])\s*", r" \1 ", text)
        text = _SCRIPT_CHANGE.sub(" ", text)
        text = re.sub(r"([a-z])\1{2,}", r"\1", text)
        text = self._odd_spellings.sub(lambda m: self.spellings[m[0]], text)
        text = re.sub(r"\b(?:[a-z] ){3,}[a-z]\b", lambda m: m[0].replace(" ", ""), text)
        return _WORD.sub(lambda m: self._mend(m[0]), text)

    def language(self, text: str) -> str:
        """The language of a cleaned text, English unless other signs are clear.

        One word in another script, or a foreign name, does not make a question foreign.
        """
        enough = max(_ENOUGH_SIGNS, len(_LATIN_WORD.findall(text)))
        for lang, script in _SCRIPTS.items():
            if len(script.findall(text)) >= enough:
                return lang
        words = set(_WORD.findall(text))
        signs = {lang: len(words & set(small)) for lang, small in self.languages.items()}
        best = max(signs, key=lambda lang: signs[lang])
        share = len(words) * _SHARE_OF_SMALL_WORDS
        return best if signs[best] >= max(_ENOUGH_SIGNS, share) else ENGLISH

    def _mend(self, word: str) -> str:
        known = self.spellings.get(word)
        if known is not None:
            return known
        if len(word) < _LONG_ENOUGH or word in self._good or not word.isalpha():
            return word
        near = (k for k in self._by_letter.get(word[0], ()) if _one_slip(word, k))
        return next(near, word)


class Phrase:
    """One phrase of a rule. words.yaml explains how phrases are written."""

    def __init__(self, written: str, words: Words) -> None:
        self.written = written
        self.needs: Needs = ()
        if _UNSPACED.search(written):
            parts = map(_loose, _without_accents(written.lower()).split("..."))
            self._regex = ".{0,12}".join(parts)
            return
        body, self.needs = _read(written, words)
        self._regex = rf"(?<!\w){body}(?!\w)"

    @property
    def holds_not(self) -> bool:
        """True if the phrase itself has a negation in it ("can not breathe")."""
        return "not" in self._regex

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile(self._regex)

    def find(self, text: str) -> Iterator[re.Match[str]]:
        """All places in a cleaned text."""
        return self._pattern.finditer(text)


class Phrases:
    """All phrases in use, each made once, with an index that tells which can stand in a text."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._made: dict[str, Phrase] = {}
        self._by_key: dict[str, list[Phrase]] = {}
        self._always: list[Phrase] = []

    def make(self, written: Sequence[str]) -> tuple[Phrase, ...]:
        """Phrases ready to search with; one that is a list's name gives the whole list."""
        found: list[Phrase] = []
        for text in written:
            if text[:1] == "@" and text[1:] in self._words.lists:
                found += self.make(self._words.lists[text[1:]])
            else:
                found.append(self._one(text))
        return tuple(found)

    def possible(self, text: str) -> set[Phrase]:
        """The phrases that may stand in a cleaned text; no other does."""
        known = _keys(text)
        likely = (p for key in known & self._by_key.keys() for p in self._by_key[key])
        found = {p for p in likely if not any(known.isdisjoint(need) for need in p.needs)}
        return found.union(self._always)

    def _one(self, written: str) -> Phrase:
        if written not in self._made:
            phrase = self._made[written] = Phrase(written, self._words)
            if phrase.needs:
                for key in max(phrase.needs, key=_rarity):
                    self._by_key.setdefault(key, []).append(phrase)
            else:
                self._always.append(phrase)
        return self._made[written]


def _keys(text: str) -> frozenset[str]:
    """The words of a cleaned text, their beginnings (`cou*`), endings (`*nib`), `#` for a number.

    They tell quickly that a phrase cannot stand in the text.
    """
    found: set[str] = set()
    for word in set(_WORD.findall(text)):
        found.add(word)
        found.update(f"{word[:end]}*" for end in range(1, len(word) + 1))
        found.update(f"*{word[start:]}" for start in range(len(word)))
        if word[0].isdigit():
            found.add("#")
    return frozenset(found)


def _loose(part: str) -> str:
    """The characters of a phrase without spaces, which a cleaned text may hold apart."""
    return r"\s?".join(map(re.escape, part.strip()))


def _without_accents(text: str) -> str:
    parts = unicodedata.normalize("NFKD", text.replace("đ", "d"))
    bare = "".join(c for c in parts if not unicodedata.combining(c) or c > "\u3000")
    return unicodedata.normalize("NFC", bare)


def _read(written: str, words: Words) -> Alternatives:
    """The regular expression of a phrase, its words written as a cleaned text has them."""
    parts = _NOT_WORDS.split(written)
    parts[::2] = [_canonical(part, words) for part in parts[::2]]
    tokens = deque(_TOKEN.findall("".join(parts)))
    found = _alternatives(tokens, words)
    if tokens:
        raise CorpusError(f'The phrase "{written}" has a bracket too many.', "Mend it.")
    return found


def _canonical(part: str, words: Words) -> str:
    part = _without_accents(part.lower())
    part = part.replace("'", "").replace("-", " ")
    return re.sub(r"(?<![\w*])\w+(?![\w*])", lambda m: words.spellings.get(m[0], m[0]), part)


def _alternatives(tokens: deque[str], words: Words) -> Alternatives:
    """Take `a b|c d` up to a closing bracket."""
    options: list[Alternatives] = []
    parts: list[tuple[str, str]] = []
    needs: Needs = ()
    while tokens and not tokens[0].startswith(")"):
        token = tokens.popleft()
        if token == "|":
            options.append((_joined(parts), needs))
            parts, needs = [], ()
        elif token == "~":
            parts = [("near", _joined(parts))]
        elif token == "(":
            body, inner = _alternatives(tokens, words)
            optional = bool(tokens) and tokens.popleft() == ")?"
            parts.append(("optional" if optional else "word", body))
            needs += () if optional else inner
        elif token.startswith("@"):
            body, inner = words.alternatives(token[1:])
            parts.append(("word", body))
            needs += inner
        elif token in _MARKS:
            parts.append(("mark", _MARKS[token]))
        else:
            parts.append(("word", _word(token)))
            needs += (frozenset({token}),) if _KEY.fullmatch(token) else ()
    options.append((_joined(parts), needs))
    return f"(?:{'|'.join(body for body, _ in options)})", _common([n for _, n in options])


def _common(options: list[Needs]) -> Needs:
    """What all options together need: all that one needs, or one set of each of several."""
    if len(options) == 1:
        return options[0]
    if not all(options):
        return ()
    return (frozenset[str]().union(*(max(need, key=_rarity) for need in options)),)


def _rarity(need: frozenset[str]) -> int:
    """Long words are rare; the shortest of several counts."""
    return min(map(len, need))


def _joined(parts: list[tuple[str, str]]) -> str:
    """The regular expressions of words that follow each other, with what may stand between."""
    if parts and parts[0][0] == "near":
        left, right = parts[0][1], _joined(parts[1:])
        return f"(?:{left}{_NEAR}{right}|{right}{_NEAR}{left})"
    pattern = ""
    started = False
    for kind, body in parts:
        if kind == "mark" or body == f"(?:{_END})":
            pattern += body
        elif kind == "optional":
            pattern += f"(?:{_GAP}{body})?" if started else f"(?:{body}{_GAP})?"
        elif body.endswith(f"|{_END})"):
            words = body.removesuffix(f"|{_END})") + ")"
            pattern += f"(?:{_GAP}{words}|{_END})"
        else:
            pattern += f"{_GAP}{body}" if started else body
            started = True
    return pattern


def _word(token: str) -> str:
    if token.startswith("/"):
        try:
            re.compile(token[1:-1])
        except re.error as error:
            raise CorpusError(f"The pattern {token} is broken: {error}.", "Mend it.") from error
        return f"(?:{token[1:-1]})"
    if token == "#":
        return _NUMBER
    return re.escape(token).replace(r"\*", r"\w*")


def _one_slip(word: str, right: str) -> bool:
    """One letter wrong, missing, added, or two neighbours changed over."""
    if abs(len(word) - len(right)) > 1:
        return False
    start = next((i for i, (a, b) in enumerate(zip(word, right, strict=False)) if a != b), None)
    if start is None:
        return True
    if len(word) == len(right):
        swapped = word[start : start + 2][::-1] + word[start + 2 :]
        return word[start + 1 :] == right[start + 1 :] or swapped == right[start:]
    longer, shorter = (word, right) if len(word) > len(right) else (right, word)
    return longer[start + 1 :] == shorter[start:]
