"""What narrows a statement: for whom it holds, when, and under which condition."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from pmchat.answering.checks.said import Said, Word
from pmchat.answering.checks.synonyms import key_of
from pmchat.lexicon import Lexicon

_SAID = 0.5
"""Share of words from which a stretch counts as said."""
_KEPT = 0.75
_CONDITION = frozenset(
    "if unless until when once except before after during while without within".split()
)
"""What follows one of these always narrows."""
_UNLESS = frozenset("unless except until".split())
_IF = frozenset("if when once".split()) | _UNLESS
_ALIKE = {
    **dict.fromkeys(_UNLESS, _UNLESS),
    **dict.fromkeys(("if", "when"), _IF),
    "once": _IF | {"after"},
}
"""A condition that begins with one of these needs one of those in the text."""
_AFTER_THAT = frozenset("has have is are was were can recur grew did does do".split())
"""A "that" before one of these narrows: cancer that has spread."""
_PLACE = frozenset("in for among with by of from at on who whose".split())
"""What follows one of these narrows if it names people, a place, a study or an illness."""
_WHOM = frozenset(
    """people person patients adults women men children woman man babies newborns girls boys teens
    carriers smokers cancer cancers tumor tumors us states state european europe
    study studies trial""".split()
)
_RELATIVE = frozenset("which who whose where since as".split())
_EXAMPLE = frozenset({"such", "like", "including"})
_POPULATIONS = frozenset(
    map(key_of, "women men woman man adults adult children girls boys baby newborns teens".split())
)
_NARROWING = frozenset(
    map(
        key_of,
        """advanced early late metastatic serious severe newly untreated approved federal european
        older younger inherited somatic partial usual standard close clinical harmful pathogenic
        benign uncertain tumor new""".split(),
    )
)
"""Words before a noun that make it less."""
_LOAD_BEARING = frozenset(map(key_of, ["jointly", "alone", "approved", "accelerated"]))
"""Words that may not be left out of what they stand in."""


def limits(said: Said, support: Said, lexicon: Lexicon) -> str | None:
    """A condition, a group of people, an illness or a narrowing word that was lost."""
    for words in _statements(support):
        stretches = list(_stretches(words, lexicon))
        core = {w.key for stretch, narrows in stretches if not narrows for w in stretch if w.key}
        if not core or len(core & said.keys) < _SAID * len(core):
            continue
        for stretch, narrows in stretches:
            if narrows and not _is_kept(stretch, said):
                return f'"{" ".join(w.printed for w in stretch)}" was lost'
        if not _begins_alike(words, said):
            return "what the quote begins with was lost"
        either = any(w.low == "or" for w in words)
        for word in words:
            if word.key in _POPULATIONS - said.keys:
                return f"the word {word.printed} was lost"
            if word.key in _LOAD_BEARING - said.keys and not either:
                return f"the word {word.printed} was lost"
        for word, following in pairwise(words):
            if word.key in _NARROWING - said.keys and following.key in said.keys:
                return f"the word {word.printed} was lost"
    return None


def _statements(support: Said) -> Iterator[list[Word]]:
    """Its clauses, each with the conditions and relative clauses that hang on it."""
    words: list[Word] = []
    for word, following in zip(support.words, [*support.words[1:], None], strict=True):
        starts = bool(words) and word.clause != words[-1].clause
        hangs = word.low in _CONDITION | _RELATIVE
        if following and word.low in {"and", "or"}:
            hangs = following.low in _CONDITION | _RELATIVE | {"that"}
        if starts and not hangs:
            yield words
            words = []
        words.append(word)
    yield words


def _stretches(words: list[Word], lexicon: Lexicon) -> Iterator[tuple[list[Word], bool]]:
    """The words cut where something narrowing may begin, and whether they narrow.

    What narrows goes on up to the next comma or condition: in people with diabetes.
    """
    stretch: list[Word] = []
    for word, following in zip(words, [*words[1:], None], strict=True):
        cut = bool(stretch) and (
            word.phrase != stretch[-1].phrase
            or _is_condition(word, following)
            or (word.low in _PLACE | _EXAMPLE and not _narrows(stretch, lexicon))
        )
        if cut:
            yield stretch, _narrows(stretch, lexicon)
            stretch = []
        stretch.append(word)
    yield stretch, _narrows(stretch, lexicon)


def _is_condition(word: Word, following: Word | None) -> bool:
    """Whether a condition begins here, or a "that" which narrows: cancer that has spread."""
    if word.low == "that":
        return following is not None and following.low in _AFTER_THAT
    return word.low in _CONDITION


def _narrows(stretch: list[Word], lexicon: Lexicon) -> bool:
    first, second = stretch[0], stretch[1] if len(stretch) > 1 else None
    if _is_condition(first, second):
        return True
    if first.low not in _PLACE:
        return False
    text = " ".join(w.text for w in stretch)
    ill = any(lexicon.entries[m.entity].kind == "conditions" for m in lexicon.find(text))
    return ill or any(w.low in _WHOM for w in stretch)


def _begins_alike(words: list[Word], said: Said) -> bool:
    """Whether nearly all of what stands before the first comma is kept, as in "For women, "."""
    front = [w for w in words if w.phrase == words[0].phrase]
    if front[0].low not in _CONDITION | _PLACE or len(front) == len(words):
        return True
    keys = {w.key for w in front[1:] if w.key}
    return len(keys & said.keys) >= _KEPT * len(keys)


def _is_kept(stretch: list[Word], said: Said) -> bool:
    keys = {w.key for w in stretch[1:] if w.key}
    said_words = {w.low for w in said.words}
    if not _ALIKE.get(stretch[0].low, said_words) & said_words:
        return False
    return len(keys & said.keys) >= _SAID * len(keys) and bool(keys & said.keys or not keys)
