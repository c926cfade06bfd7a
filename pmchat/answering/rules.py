"""Phrases that staff write in YAML, and typed text made ready to be held against them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from pmchat.errors import CorpusError
from pmchat.text import normalise

_GAP = r"[^\w.!?;]+"
"""What may stand between two words of a phrase; never the end of a sentence."""

_FEW = rf"(?:{_GAP}\w+){{0,2}}"
_SEVERAL = rf"(?:{_GAP}\w+){{0,6}}"
_NUMBER = r"\d+(?:\.\d+)?"
_END = r"(?=\s*(?:[^\w\s]|$))"
_MARKS = {"..": _FEW, "...": _SEVERAL, "$": _END}
_TOKEN = re.compile(r"/[^/]+/|\.{2,3}|\)\?|[()|$#]|[^\s()|]+")
_WORD = re.compile(r"\w+")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
"""Chinese and Japanese are written without spaces between words."""

_ENDINGS = (("'ll", " will"), ("'re", " are"), ("'ve", " have"), ("'d", " would"))
_LONG_ENOUGH = 6

T = TypeVar("T", bound=BaseModel)


class Strict(BaseModel):
    """Base of what is read from YAML: an unknown field is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Words(Strict):
    """words.yaml: named lists, spellings, and the small words that turn a meaning round."""

    lists: dict[str, tuple[str, ...]]
    spellings: dict[str, str]
    keywords: tuple[str, ...]
    not_keywords: tuple[str, ...]
    cues: dict[str, tuple[str, ...]]

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
        """Lower case, no accents or apostrophes, contractions in full, common misspellings mended."""
        text = normalise(re.sub(r"\s*\n\s*", " . ", text)).lower()
        for short, full in _ENDINGS:
            text = re.sub(rf"{short}\b", full, text)
        text = _without_accents(text).replace("'", "").replace("`", "")
        text = re.sub(r"(?<=\d),(?=\d\b)", ".", text)
        text = re.sub(r"\s*([,;:!?()])\s*", r" \1 ", text)
        text = re.sub(r"([a-z])\1{2,}", r"\1", text)
        text = self._odd_spellings.sub(lambda m: self.spellings[m[0]], text)
        text = re.sub(r"\b(?:[a-z] ){3,}[a-z]\b", lambda m: m[0].replace(" ", ""), text)
        return _WORD.sub(lambda m: self._mend(m[0]), text)

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
        if _UNSPACED.search(written):
            parts = [re.escape(p.strip()) for p in _without_accents(written).split("...")]
            self._pattern, self._needs = re.compile(".{0,12}".join(parts)), frozenset[str]()
            return
        tokens = _TOKEN.findall(_expand(written, words))
        body, rest = _alternatives(tokens)
        if rest:
            raise CorpusError(f'The phrase "{written}" has a bracket too many.', "Mend it.")
        self._pattern = re.compile(rf"(?<!\w){body}(?!\w)")
        self._needs = _needed(tokens)

    def find(self, text: str, vocabulary: frozenset[str]) -> list[re.Match[str]]:
        """All places in a cleaned text; `vocabulary` are the words of that text."""
        if self._needs and self._needs.isdisjoint(vocabulary):
            return []
        return list(self._pattern.finditer(text))


def read_yaml(path: Path) -> Any:
    """The content of a YAML file. Raises CorpusError for one that is missing or broken."""
    try:
        return yaml.safe_load(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise CorpusError(f"{path.name} is missing from {path.parent}.", "Put it back.") from error
    except yaml.YAMLError as error:
        where = getattr(error, "problem_mark", None)
        line = f" (line {where.line + 1})" if where else ""
        raise CorpusError(f"{path.name} is not good YAML{line}.", "Mend it.") from error


def parse(kind: type[T], row: Any, name: str) -> T:
    """A row of a YAML file as a type. Raises CorpusError that names the first thing wrong."""
    try:
        return kind.model_validate(row)
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"])
        rule = f" {row['id']}" if isinstance(row, Mapping) and "id" in row else ""
        raise CorpusError(f"{name}{rule}: {field}: {first['msg']}.", "Mend it.") from error


def phrases(written: Sequence[str], words: Words) -> tuple[Phrase, ...]:
    """Phrases made ready to search with; a phrase that is a list's name gives the whole list."""
    found: list[Phrase] = []
    for text in written:
        if text[:1] == "@" and text[1:] in words.lists:
            found += phrases(words.lists[text[1:]], words)
        else:
            found.append(Phrase(text, words))
    return tuple(found)


def vocabulary(text: str) -> frozenset[str]:
    """The words of a cleaned text."""
    return frozenset(_WORD.findall(text))


def _without_accents(text: str) -> str:
    parts = unicodedata.normalize("NFKD", text.replace("đ", "d"))
    bare = "".join(c for c in parts if not unicodedata.combining(c) or c > "\u3000")
    return unicodedata.normalize("NFC", bare)


def _expand(written: str, words: Words) -> str:
    """Put the named lists in, and write the words as a cleaned text has them."""
    for _ in range(4):
        for name in sorted(re.findall(r"@(\w+)", written), key=len, reverse=True):
            if name not in words.lists:
                raise CorpusError(f'The phrase "{written}" names no list: @{name}.', "Mend it.")
            group = f"({'|'.join(words.lists[name])})"
            written = written.replace(f"@{name}", group)
    raw = re.split(r"(/[^/]+/)", written)
    return "".join(part if part.startswith("/") else _canonical(part, words) for part in raw)


def _canonical(part: str, words: Words) -> str:
    part = _without_accents(part.lower())
    part = part.replace("'", "").replace("-", " ")
    return re.sub(r"(?<![\w*])\w+(?![\w*])", lambda m: words.spellings.get(m[0], m[0]), part)


def _alternatives(tokens: list[str]) -> tuple[str, list[str]]:
    """Read `a b|c d` up to a closing bracket; gives the regular expression and what is left."""
    options: list[str] = []
    parts: list[tuple[str, str]] = []
    while tokens and not tokens[0].startswith(")"):
        token, tokens = tokens[0], tokens[1:]
        if token == "|":
            options.append(_joined(parts))
            parts = []
        elif token == "(":
            body, tokens = _alternatives(tokens)
            kind = "optional" if tokens[:1] == [")?"] else "word"
            parts.append((kind, body))
            tokens = tokens[1:]
        elif token in _MARKS:
            parts.append(("mark", _MARKS[token]))
        else:
            parts.append(("word", _word(token)))
    options.append(_joined(parts))
    return f"(?:{'|'.join(options)})", tokens


def _joined(parts: list[tuple[str, str]]) -> str:
    """The regular expressions of words that follow each other, with what may stand between."""
    pattern = ""
    started = False
    for kind, body in parts:
        if kind == "mark":
            pattern += body
        elif kind == "optional":
            pattern += f"(?:{_GAP}{body})?" if started else f"(?:{body}{_GAP})?"
        else:
            pattern += f"{_GAP}{body}" if started else body
            started = True
    return pattern


def _word(token: str) -> str:
    if token.startswith("/"):
        return f"(?:{token[1:-1]})"
    if token == "#":
        return _NUMBER
    return re.escape(token).replace(r"\*", r"\w*")


def _needed(tokens: list[str]) -> frozenset[str]:
    """Plain words of which a text must have one; empty if the phrase tells of none."""
    depth = 0
    best: str = ""
    if "|" in _outside(tokens):
        return frozenset()
    for token in tokens:
        depth += (token == "(") - token.startswith(")")
        if depth == 0 and token.isalnum() and len(token) > len(best):
            best = token
    return frozenset({best}) if best else frozenset()


def _outside(tokens: list[str]) -> list[str]:
    depth = 0
    kept = []
    for token in tokens:
        depth += (token == "(") - token.startswith(")")
        if depth == 0:
            kept.append(token)
    return kept


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
