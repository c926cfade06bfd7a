"""Negation, hedges and amounts: what they bear on must be the same on both sides."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from pmchat.answering.checks.said import Said
from pmchat.lexicon import Lexicon

_REACH = 4
"""How many words of content an operator may bear on, within its clause."""
_NEW_THOUGHT = frozenset("if when because unless until while than".split())
_RELATIVE = frozenset("that which who".split())
_FOCUS = 2
"""How many of them it bears on first."""
_SAID = 0.5
"""A stretch between commas counts as said if more than this share of its words is."""
_NEGATIONS = frozenset({"no", "never", "not all"})
_HEDGES = frozenset({"may", "likely", "seem", "oftenest", "often", "sometimes", "nearly"})
_MAY_BE_ADDED = frozenset({"may", "sometimes", "nearly", "one", "both"})
"""They only weaken what is said."""
_MAY_BE_LOST = frozenset({"will", "all", "always"})
"""They only strengthen what is said; a negated one is seen by its negation."""


@dataclass(frozen=True)
class Operator:
    """A small word of a class such as "no".

    It bears on some words, nearest first; around it stand all words between two commas,
    or from a "that" or "which" on.
    """

    name: str
    word: str
    bears_on: tuple[str, ...]
    around: frozenset[str]


def operators(said: Said, support: Said, lexicon: Lexicon) -> str | None:
    """A negation, hedge or amount that was lost, added or moved."""
    ours, theirs = list(find(said)), list(find(support))
    added, lost = _without_partner(ours, theirs)
    for operator in lost:
        if operator.name not in _MAY_BE_LOST and _is_lost(operator, ours, said):
            return _why(operator, "lost")
    for operator in added:
        if operator.name not in _MAY_BE_ADDED:
            return _why(operator, "added")
    return None


def find(said: Said) -> Iterator[Operator]:
    """The operators of a sentence, in order."""
    for place, word in enumerate(said.words):
        if word.operator:
            scope, around = tuple(_scope(said, place)), frozenset(_around(said, place))
            yield Operator(word.operator, word.printed, scope, around)


def _scope(said: Said, place: int) -> Iterator[str]:
    """What stands behind an operator in its clause, up to an "if" or "when".

    Nothing does if a comma follows with no word of content before it.
    """
    operator = said.words[place]
    behind = takewhile(
        lambda w: w.clause == operator.clause and w.low not in _NEW_THOUGHT,
        said.words[place + 1 :],
    )
    content = [w for w in behind if w.key]
    if content and content[0].phrase == operator.phrase:
        yield from (w.key for w in content[:_REACH])


def _around(said: Said, place: int) -> Iterator[str]:
    operator = said.words[place]
    start = max((n for n in range(place) if said.words[n].low in _RELATIVE), default=0)
    return (w.key for w in said.words[start:] if w.key and w.phrase == operator.phrase)


def _without_partner(
    ours: list[Operator], theirs: list[Operator]
) -> tuple[list[Operator], list[Operator]]:
    """Those of each side for which the other has none left that bears on the same."""
    alone, left = [], list(theirs)
    for operator in ours:
        partner = max(left, key=lambda other: _nearness(operator, other), default=None)
        if partner and _nearness(operator, partner):
            left.remove(partner)
        else:
            alone.append(operator)
    return alone, left


def _nearness(ours: Operator, theirs: Operator) -> int:
    """How surely two operators are the same: 0 if they are not.

    What a negation of the text bears on first must be negated in the quote.
    """
    if ours.name != theirs.name:
        return 0
    if not ours.bears_on or not theirs.bears_on:
        return int(ours.bears_on == theirs.bears_on)
    if ours.name in _NEGATIONS and ours.bears_on[0] not in theirs.bears_on:
        return 0
    same = set(ours.bears_on[:_FOCUS]) & set(theirs.bears_on)
    return 2 * len(same) + (ours.bears_on[0] == theirs.bears_on[0])


def _is_lost(operator: Operator, ours: list[Operator], said: Said) -> bool:
    """Whether the text says what the operator bears on, without the operator."""
    focus = operator.bears_on[:_FOCUS]
    is_said = len(operator.around & said.keys) > _SAID * len(operator.around)
    if len(focus) == _FOCUS and said.keys.issuperset(focus):
        return True
    if said.keys & set(focus if operator.name in _NEGATIONS else focus[:1]):
        return is_said
    return is_said and all(o.name != operator.name for o in ours)


def _why(operator: Operator, what: str) -> str:
    if operator.name in _NEGATIONS:
        return f'the negation "{operator.word}" was {what}'
    kind = "hedge" if operator.name in _HEDGES else "word"
    return f'the {kind} "{operator.word}" was {what}'
