"""Where a text says whether a thing is there, and which way its words point."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from pmchat.model import Polarity
from pmchat.reports.cue_parts import Direction
from pmchat.reports.cue_words import CUES
from pmchat.reports.foreign_cues import OTHER_LANGUAGES
from pmchat.reports.genes import find_genes

_GROUPS = tuple((p, d, re.compile(rx, re.I)) for p, d, rx in CUES)
_FOREIGN = tuple((p, d, re.compile(rx, re.I)) for p, d, rx in OTHER_LANGUAGES)


_WORDS = frozenset({"was", "were", "not", "met", "rest"})  # some are names of genes too
_CAPITALS = re.compile(
    r"\b(?:[A-Z]{4,}|NO|NOT|OF|OR|AND|IN|FOR|THE|WAS|IS|ARE|BY|AN|ON|TO|ANY|HAS)\b(?![-/:*])"
)

_BARE_DENIAL = re.compile(
    r"negative|neg\.?|not (?:detected|found|seen|present|identified)|absent|undetected|ND"
    r"|wild[- ]?type|WT",
    re.I,
)
_BARE_END = re.compile(r"\s*(?:$|[|\t(;,.]|\s{2})")


@dataclass(frozen=True)
class Cue:
    """A word that says whether something is there; `polarity` None masks a false cue."""

    polarity: Polarity | None
    direction: Direction
    start: int
    end: int
    text: str


@lru_cache(maxsize=32768)
def find_cues(text: str, language: str = "en") -> tuple[Cue, ...]:
    """The cues of a text in order; a longer or earlier-listed cue hides those inside it."""
    taken: list[Cue] = []
    plain = _in_small_letters(text)
    table: list[tuple[Polarity | None, Direction, re.Pattern[str]]] = []
    if language != "en":
        table.extend(_FOREIGN)
    table.extend(_GROUPS)
    for polarity, direction, pattern in table:
        for match in pattern.finditer(plain):
            if all(match.end() <= c.start or match.start() >= c.end for c in taken):
                said = text[match.start() : match.end()]
                # In another language, "no" stands before a word that is not known.
                doubt = language != "en" and said.lower() == "no"
                meant = "indeterminate" if doubt else polarity
                taken.append(Cue(meant, direction, match.start(), match.end(), said))
    taken.sort(key=lambda c: c.start)
    return tuple(c for c in taken if c.polarity is not None)


def contradicts(text: str, one: Cue, other: Cue) -> bool:
    """True for bare results of which one denies what the next finds: "negative  positive"."""
    beside = not text[one.end : other.start].strip(" \t|")
    told = _BARE_DENIAL.fullmatch(one.text) and other.polarity == "present"
    return bool(told and beside and _BARE_END.match(text, other.end))


def _in_small_letters(text: str) -> str:
    """The text with words in capitals in small letters, but for the names of genes."""
    if not _CAPITALS.search(text):
        return text
    names = [(g.start, g.end) for g in find_genes(text)]

    def small(match: re.Match[str]) -> str:
        named = any(start < match.end() and match.start() < end for start, end in names)
        return (
            match.group()
            if named and match.group().lower() not in _WORDS
            else match.group().lower()
        )

    return _CAPITALS.sub(small, text)


def stated(text: str) -> Polarity | None:
    """The result that plain words state; a doubt or a test not done outweighs the rest."""
    cues = [c.polarity for c in find_cues(text)]
    for polarity in ("not_performed", "indeterminate"):
        if polarity in cues:
            return polarity
    return cues[0] if cues else None


def stated_of(text: str, scope: Polarity | None) -> Polarity | None:
    """What the words state; "no ... was found" is told by what stands in front."""
    said = stated(text)
    return scope if scope == "absent_stated" and said in (None, "present") else said or scope
