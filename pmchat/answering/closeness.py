"""How close a written sentence stays to the words that it cites.

Rules on numbers and names (`verify`) do not see a false "yes" or an order made of other words. So a
written sentence may leave words of its source out and put plain ones between them, but every
word that carries meaning has to come from the source, and in about the same order.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher

from pmchat.lexicon import Lexicon
from pmchat.text import normalise, words

SAME_ORDER = 0.7
"""Share of the words of meaning that must stand in the order of the source."""

MOST = 0.5
"""Share of the words of meaning of the source that must be kept."""

_FREE = frozenset(
    """a an the this that these those it its they them their which who whose what where when
    and or as of in on at to for from by with within into than then so also such there here
    is are was were be been being has have had having do does did
    mean means meant meaning call calls called name names named kind kinds type types
    person people patient patients someone thing things way ways word words example
    show shows shown say says said tell tells told each one other""".split()
)
"""Words that may be added: they join others and claim nothing."""

_ORDERS = frozenset(
    """take stop start ask call go get avoid tell talk see use keep try begin change choose
    consider contact continue discuss do don't eat drink double follow ignore make never please
    request skip switch wait let remember""".split()
)
"""Words that order when a sentence begins with them."""

_STRANGE = re.compile(r"https?:|www\.|[\w.]@\w|[<>{}|\\`#*_=\[\]\u2039]|\bI\b")
_ENDINGS = ("ments", "ment", "ings", "ing", "ies", "ied", "ed", "es", "s", "y", "e")
_LONGEST = 60


def strays(text: str, quote: str, lexicon: Lexicon) -> str | None:
    """How a written sentence leaves the words it cites: the first way, or None."""
    text, quote = normalise(text), normalise(quote)
    if text == quote:
        return None
    if _STRANGE.search(text) and not _STRANGE.search(quote):
        return "it holds a link, a sign or a voice that is not the library's"
    said, source = (words(t.lower()) for t in _with_shared_names(text, quote, lexicon))
    if not said or len(said) > _LONGEST:
        return "it is no sentence of a usual length"
    if said[0] in _ORDERS and source[:1] != said[:1]:
        return "it orders"
    every = {_stem(w) for w in source}
    if any(w not in _FREE and _stem(w) not in every for w in said):
        return "it has a word that is not in the quote"
    carried = [_stem(w) for w in source if w not in _FREE]
    kept = [_stem(w) for w in said if w not in _FREE]
    matcher = SequenceMatcher(None, kept, carried, autojunk=False)
    in_order = sum(block.size for block in matcher.get_matching_blocks())
    if in_order < SAME_ORDER * len(kept):
        return "its words stand in another order"
    if in_order < MOST * len(carried):
        return "it leaves out too much of the quote"
    return None


def nearest(text: str, quotes: Sequence[str]) -> int:
    """The place of the quote that shares most of its words with a text."""

    def share(place: int) -> float:
        return shared_words(text, quotes[place]) + shared_words(quotes[place], text)

    return max(range(len(quotes)), key=share)


def shared_words(text: str, other: str) -> float:
    """The share of the words of meaning of a text that stand in another."""
    said, known = (
        {_stem(w) for w in words(normalise(t).lower()) if w not in _FREE} for t in (text, other)
    )
    return len(said & known) / len(said) if said else 0.0


def _with_shared_names(text: str, quote: str, lexicon: Lexicon) -> tuple[str, str]:
    """Both texts with one word in place of each name of a thing that both name."""
    for names in filter(None, (lexicon, lexicon.everyday)):
        shared = {m.entity for m in names.find(text)} & {m.entity for m in names.find(quote)}
        kind = "everyday" if names is lexicon.everyday else "name"
        word = {entity: f" {kind}{n} " for n, entity in enumerate(sorted(shared))}
        text, quote = (_replaced(t, names, word) for t in (text, quote))
    return text, quote


def _replaced(text: str, names: Lexicon, word: Mapping[str, str]) -> str:
    for mention in reversed(names.find(text)):
        if mention.entity in word:
            text = text[: mention.start] + word[mention.entity] + text[mention.end :]
    return text


def _stem(word: str) -> str:
    """A word without the endings that do not change what it means."""
    word = word.removesuffix("'s")
    if not word.isalpha() or word.endswith("ss"):
        return word
    ending = next((e for e in _ENDINGS if word.endswith(e) and len(word) - len(e) >= 3), "")
    word = word.removesuffix(ending)
    doubled = ending in {"ed", "ing"} and word[-1] == word[-2] and word[-1] not in "lsz"
    return word[:-1] if doubled else word
