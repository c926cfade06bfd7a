"""What narrows a statement: for whom it holds, and under which condition."""

from __future__ import annotations

import re
from itertools import pairwise

from pmchat.answering.checks.said import Said, key_of, take_apart
from pmchat.lexicon import Lexicon

_COVERED = 0.5
_KEPT = 0.75
_CONDITIONS = (
    ("unless", r"\b(?:unless|except)\b"),
    ("if", r"\b(?:if|when|once|in case|as long as|where|while|whose|who|for)\b"),
    ("until", r"\buntil\b"),
    ("before", r"\bbefore\b"),
    ("after", r"\bafter\b"),
)
_STRICT = re.compile(r"\b(?:if|unless|except|until|when)\b", re.I)
_POPULATIONS = frozenset(
    map(key_of, """women men woman man adults adult children girls boys babies baby newborns teens
    carriers carrier smokers pregnant""".split())
)  # fmt: skip
_NARROWING = frozenset(
    map(key_of, """advanced early late metastatic serious severe newly untreated approved federal
    european older younger inherited somatic partial usual standard close clinical""".split())
)  # fmt: skip
"""Words before a noun that make it less."""
_COMPANY = frozenset(map(key_of, ["together-with", "alone"]))
_FRONTED = re.compile(
    r"^(?:(?:in|for|among|of|with|after|before|by|within|up to|during|since|at|under|outside)\b[^,]*),",
    re.I,
)
_EXAMPLES = re.compile(r"[,(]? ?\b(?:such as|like|including)\b[^,;.]*(?:, (?:and|or) [^,;.]*)?")
_WITHIN = re.compile(r"\b(?:in|for|among|with)\b((?: [\w-]+){1,6})")


def limits(said: Said, support: Said, lexicon: Lexicon) -> str | None:
    """A condition, a group of people or an illness that was lost."""
    rest = len(support.keys & said.keys) / max(len(support.keys), 1)
    if rest < _COVERED:
        return None
    for name, pattern in _CONDITIONS:
        for word in re.finditer(pattern, support.text, re.I):
            if _STRICT.fullmatch(word.group()) and not re.search(pattern, said.text, re.I):
                return f'the condition "{name}" was lost'
    plain = take_apart(_EXAMPLES.sub("", support.text), lexicon)
    if _FRONTED.match(plain.text):
        keys = {w.key for w in plain.content if w.phrase == 0}
        if len(keys & said.keys) < _KEPT * len(keys):
            return "what the quote begins with was lost"
    if (_POPULATIONS & plain.keys) - said.keys:
        return "the group of people was lost"
    if (_COMPANY & plain.keys) - said.keys:
        return "what must come together was lost"
    for word, following in pairwise(plain.words):
        if word.key in _NARROWING - said.keys and following.key in said.keys:
            return f"the word {word.text} was lost"
    return _lost_illness(said, plain.text, lexicon)


def _lost_illness(said: Said, plain: str, lexicon: Lexicon) -> str | None:
    for place in _WITHIN.finditer(plain):
        for mention in lexicon.find(place[1]):
            keys = take_apart(place[1][mention.start : mention.end], lexicon).keys
            if lexicon.entries[mention.entity].kind == "conditions" and not keys & said.keys:
                return f"{mention.entity} was lost"
    return None

