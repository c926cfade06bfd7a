"""Numbers with their units and bounds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from pmchat.answering.checks.said import Said
from pmchat.answering.checks.synonyms import key_of
from pmchat.lexicon import Lexicon

_NUMBER = r"(?<![\w.:-])\d+(?:\.\d+)?(?![\w-])"
_SHARE = rf"(?P<part>{_NUMBER}) (?:in|of|out of)(?: (?:the|every|each))? (?P<whole>{_NUMBER})"
_PERCENT = rf"(?P<percent>{_NUMBER})(?: to {_NUMBER})? percent"
_QUANTITY = re.compile(rf"{_SHARE}|{_PERCENT}|(?P<plain>{_NUMBER})")
_FRACTIONS = (
    (re.compile(r"\bhalf\b", re.I), "1 of 2"),
    (re.compile(r"\b(?:a|one) third\b", re.I), "1 of 3"),
    (re.compile(r"\b(?:a|one) quarter\b", re.I), "1 of 4"),
    (re.compile(r"\b(?:twice|double)\b", re.I), "2 times"),
)
_BOUNDS = (
    (re.compile(r"\b(?:about|nearly|close to|up to about|by about)\W+$", re.I), "about"),
    (re.compile(r"\b(?:at least|or more)\W+$", re.I), "at least"),
    (re.compile(r"\b(?:at most|up to)\W+$", re.I), "at most"),
    (re.compile(r"\b(?:more than|over|above)\W+$", re.I), "more than"),
    (re.compile(r"\b(?:fewer than|less than|under|below)\W+$", re.I), "less than"),
    (re.compile(r"\bexactly\W+$", re.I), "exactly"),
)
_BOUND_AFTER = (
    (re.compile(r"^(?:\W*[\w.]+){0,4}?\W*(?:or (?:more|higher|longer|older))\b", re.I), "at least"),
    (re.compile(r"^(?:\W*\w+){0,2}?\W*(?:or (?:fewer|less|lower|younger))\b", re.I), "at most"),
)
_UNITS = frozenset(map(key_of, "day week month year hour minute times F C mg".split()))
_YEARS = (1900, 2100)
_WINDOW = 2


@dataclass(frozen=True)
class Quantity:
    """A number as said: `share` is 1 of 4 and the like, `unit` a known unit or empty."""

    value: Fraction
    share: bool
    unit: str
    bound: str
    printed: str
    near: frozenset[str]


def quantities(said: Said, support: Said, lexicon: Lexicon) -> str | None:
    """A number that the support does not have with this unit, bound and neighbours."""
    known = find(support.text)
    for quantity in find(said.text):
        same = [k for k in known if _same(quantity, k)]
        if not same:
            return f"the number {quantity.printed} is not in the quote"
        if all(k.bound != quantity.bound for k in same):
            return f"{quantity.printed} is said with another bound"
        if _stands_with_another(quantity, same, known):
            return f"{quantity.printed} stands with other words in the quote"
    return None


def find(text: str) -> list[Quantity]:
    """The quantities of a text whose number words were turned into digits."""
    for pattern, instead in _FRACTIONS:
        text = pattern.sub(instead, text)
    found = []
    for match in _QUANTITY.finditer(text):
        before, after = text[: match.start()], text[match.end() :]
        if match["part"] and float(match["whole"]):
            value = Fraction(match["part"]) / Fraction(match["whole"])
        elif match["percent"]:
            value = Fraction(match["percent"]) / 100
        else:
            value = Fraction(match.group().split()[0])
        plain = match["plain"] is not None
        near = [k for w in re.findall(r"[A-Za-z][A-Za-z0-9-]*", after)[:8] if (k := key_of(w))]
        unit = _unit(before, value, near) if plain else ""
        found.append(
            Quantity(value, not plain, unit, _bound(before, after), match.group(),
                     frozenset(near[:_WINDOW]))
        )  # fmt: skip
    return found


def _unit(before: str, value: Fraction, near: list[str]) -> str:
    if re.search(r"\bages? $", before):
        return "age"
    if _YEARS[0] <= value < _YEARS[1]:
        return "date"
    return next((k for k in near[:1] if k in _UNITS), "")


def _same(one: Quantity, other: Quantity) -> bool:
    return (one.value, one.share, one.unit) == (other.value, other.share, other.unit)


def _bound(before: str, after: str) -> str:
    for pattern, name in _BOUNDS:
        if pattern.search(before):
            return name
    return next((name for pattern, name in _BOUND_AFTER if pattern.search(after)), "")


def _stands_with_another(quantity: Quantity, same: list[Quantity], known: list[Quantity]) -> bool:
    """Whether the words behind the number stand behind another number of the quote."""

    def shared(other: Quantity) -> int:
        return len(quantity.near & other.near)

    others = [
        k for k in known if k not in same and (k.share, k.unit) == (quantity.share, quantity.unit)
    ]
    return max(map(shared, others), default=0) > max(map(shared, same))
