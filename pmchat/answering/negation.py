"""Whether a sign that is named is there now: negation, past, hypothetical and general talk."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from pmchat.answering.phrases import Phrases, Words
from pmchat.errors import CorpusError

Stance = Literal["now", "denied", "past", "resolved", "supposed"]
"""`resolved` is recent and said to be over; `supposed` is a question or a fear, not a fact."""

_BREAK = re.compile(r"[!?;。]|(?<!\d)\.|\.(?!\d)")
_WORD = re.compile(r"\w+")
_LIST_GOES_ON = re.compile(r"(?:\W+\w+){0,10}?\W+(?:or|nor)\b")
_REACH = 8
"""A negation turns round what follows within this many words."""

CUES = (
    "negation",
    "not_negation",
    "ends_negation",
    "negation_after",
    "new_clause",
    "past_time",
    "recent_time",
    "resolved",
    "past_verb",
    "present_verb",
    "now",
    "supposed",
    "if",
    "if_of_fact",
    "asks_in_general",
    "has_it",
    "own",
    "has_same",
    "supposed_after",
    "noun_after",
    "turned",
    "but_mine",
    "other_person",
)


@dataclass(frozen=True)
class _Place:
    """A sign with the words around it. `before` starts where its own clause starts."""

    text: str
    sentence: str
    before: str
    sign: str
    after: str


class Reader:
    """Reads the small words around a sign."""

    def __init__(self, words: Words) -> None:
        missing = set(CUES).symmetric_difference(words.cues)
        if missing:
            raise CorpusError(
                f"words.yaml: these cues are missing or unknown: {', '.join(sorted(missing))}.",
                "Mend it.",
            )
        made = Phrases(words)
        self._cues = {name: made.make(words.cues[name]) for name in CUES}

    def stance(self, text: str, span: tuple[int, int], *, holds_not: bool = False) -> Stance:
        """How a sign stands in a cleaned text; `holds_not` if "not" is part of the sign itself."""
        place = self._place(text, *span)
        if self._is_denied(place, holds_not):
            return "denied"
        if not self._has("now", place.sentence):
            if self._is_past(place, "past_time"):
                return "past"
            if self._is_past(place, "recent_time") and self._has("resolved", text):
                return "resolved"
        return "supposed" if self._is_supposed(place) else "now"

    def is_denied(self, text: str, span: tuple[int, int], *, holds_not: bool = False) -> bool:
        """True if the sign is said not to be there."""
        return self._is_denied(self._place(text, *span), holds_not)

    def is_about_another(self, text: str) -> bool:
        """True if the text speaks of somebody whom the writer cares for."""
        return self._has("other_person", text)

    def _find(self, cue: str, text: str) -> list[re.Match[str]]:
        return [m for phrase in self._cues[cue] for m in phrase.find(text)]

    def _has(self, cue: str, text: str) -> bool:
        return any(True for phrase in self._cues[cue] for _ in phrase.find(text))

    def _begins(self, cue: str, text: str) -> bool:
        return any(m.start() == 0 for m in self._find(cue, text.lstrip(" ,:;-")))

    def _place(self, text: str, start: int, end: int) -> _Place:
        breaks = [m.end() for m in _BREAK.finditer(text)]
        begin = max((b for b in breaks if b <= start), default=0)
        finish = min((b for b in breaks if b >= end), default=len(text))
        clauses = [begin + m.start() for m in self._find("new_clause", text[begin:finish])]
        clause = max((c for c in clauses if c < start), default=begin)
        return _Place(
            text, text[begin:finish], text[clause:start], text[start:end], text[end:finish]
        )

    def _is_denied(self, place: _Place, holds_not: bool) -> bool:
        if self._begins("negation_after", place.after):
            return True
        if not holds_not and re.search(r" not (?!only|just|sure)", place.sign):
            return True
        if self._has("turned", place.after):
            return False
        before = place.before
        for pseudo in self._find("not_negation", f"{before}{place.sign}"):
            before = (
                before[: pseudo.start()]
                + "~" * len(before[pseudo.start() : pseudo.end()])
                + (before[pseudo.end() :])
            )
        cue = max(self._find("negation", before), key=lambda m: m.end(), default=None)
        if cue is None:
            return False
        between = before[cue.end() :]
        if len(_WORD.findall(between)) > _REACH or self._has("ends_negation", between):
            return False
        if "," in between:
            tail = between[between.index(",") :] + place.sign + place.after
            return bool(_LIST_GOES_ON.match(tail)) or " or " in between
        return not (cue.group() == "no" and " and " in between)

    def _is_past(self, place: _Place, time: str) -> bool:
        said = place.before + place.sign
        verb = max(self._find("past_verb", said), key=lambda m: m.start(), default=None)
        if verb is None or self._has("present_verb", said[verb.end() :]):
            return False
        around = (place.before[: verb.start()], verb.group(), place.after)
        return any(self._has(time, part) for part in around)

    def _is_supposed(self, place: _Place) -> bool:
        if self._has("has_same", place.text):
            return False
        own = self._has("own", place.before)
        after = self._has("supposed_after", place.after) or self._begins("noun_after", place.after)
        if after and not self._has("but_mine", place.after):
            return not own
        if self._has("supposed", place.before):
            return not own
        live = self._has("now", place.sentence)
        if self._has("if", place.before + place.sign):
            return not live and not self._has("if_of_fact", place.before)
        asks = self._begins("asks_in_general", place.sentence) or self._begins(
            "asks_in_general", place.before + place.sign
        )
        return asks and not (live or own or self._has("has_it", place.before + place.sign))
