"""Who does what to whom, and what comes before what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pmchat.answering.checks.said import Said, Word
from pmchat.answering.checks.synonyms import key_of
from pmchat.lexicon import Lexicon

_VERBS = """
treat cause block raise lower lead make turn replace affect build remove break belong choose carry
read protect follow arise grow kill attack stop let bind attach become use prevent predict
decide pay hold tell say explain put leave depend come find respond refer miss inject
""".split()
_SMALL = frozenset("mean means has have had when because before after than to into from".split())
_BEFORE_VERBS = frozenset("may might can could will would must should do does did".split())
"""A word of content behind one of these is a verb too."""
_PIVOTS = frozenset(map(key_of, _VERBS)) | _SMALL
_FRONT = frozenset("if when before after because as since unless once".split())
_PARTICIPLES = frozenset("made built bound read found put told left held paid shown".split())
_NEXT, _FAR, _WIDE = 2, 5, 12
"""Words of content that count as next to a pivot, within its sight, and in its clause."""
_BY = 6
"""How far behind a passive verb its "by" may stand."""


@dataclass(frozen=True)
class _Relation:
    """A verb or small word and the content on either side of it, nearest first."""

    pivot: str
    left: tuple[str, ...]
    right: tuple[str, ...]


def roles(said: Said, support: Said, lexicon: Lexicon) -> str | None:
    """Two sides of a verb or a comparison that changed places."""
    pivots = _PIVOTS | _verbs(said) | _verbs(support)
    theirs = _by_pivot(support, pivots)
    for pivot, ours in _by_pivot(said, pivots).items():
        others = theirs.get(pivot, [])
        for place, relation in enumerate(ours):
            changed = [_changed_places(relation, other) for other in others]
            if changed and (all(changed) or (len(ours) == len(others) and changed[place])):
                return f'the two sides of "{pivot}" changed places'
    return None


def _verbs(said: Said) -> frozenset[str]:
    return frozenset(
        word.key
        for before, word in pairwise(said.words)
        if before.low in _BEFORE_VERBS and word.key and not (word.is_named or word.is_number)
    )


def _by_pivot(said: Said, pivots: frozenset[str]) -> dict[str, list[_Relation]]:
    found: dict[str, list[_Relation]] = {}
    for relation in _relations(said, pivots):
        found.setdefault(relation.pivot, []).append(relation)
    return found


def _changed_places(ours: _Relation, theirs: _Relation) -> bool:
    """Whether what stands next to a verb stood on its other side.

    Around small words more may move: there something must have gone each way.
    """
    small = ours.pivot in _SMALL
    reach, window = (_FAR, _FAR) if small else (_NEXT, _WIDE)
    left, right = set(ours.left[:reach]), set(ours.right[:reach])
    their_left, their_right = set(theirs.left[:window]), set(theirs.right[:window])
    both = (left & right) | (their_left & their_right)
    to_left, to_right = (left & their_right) - both, (right & their_left) - both
    return bool(to_left and to_right) if small else bool(to_left or to_right)


def _relations(said: Said, pivots: frozenset[str]) -> Iterator[_Relation]:
    words = said.words
    for place, word in enumerate(words):
        pivot = word.key if word.key in pivots else word.low
        if pivot not in pivots or (pivot == "to" and words[place - 1].low.endswith("ed")):
            continue
        before, after = words[:place][::-1], words[place + 1 :]
        left, right = _near(before, word), _near(after, word)
        if not left and word.key and words[0].low not in _FRONT:
            left = _near(before, word, over_commas=True)
        if _is_passive(words, place):
            by = next((n for n, w in enumerate(after[:_BY]) if w.low == "by"), None)
            left, right = ((), (*left, *right)) if by is None else (_near(after[by:], word), left)
        yield _Relation(pivot, left, right)


def _near(words: Sequence[Word], pivot: Word, over_commas: bool = False) -> tuple[str, ...]:
    near = [w for w in words if (w.unit == pivot.unit if over_commas else w.phrase == pivot.phrase)]
    return tuple(w.key for w in near if w.key and not w.is_number)


def _is_passive(words: tuple[Word, ...], place: int) -> bool:
    """Whether a verb is said of its object: is blocked."""
    low = words[place].low
    before = {w.low for w in words[max(place - 3, 0) : place]}
    participle = low.endswith(("ed", "en")) or low in _PARTICIPLES
    return participle and bool(before & {"is", "are", "was", "were", "be", "been"})
