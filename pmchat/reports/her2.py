"""The HER2 stain: 0 and 1+ are negative, 2+ is equivocal, 3+ is positive."""

from __future__ import annotations

import re

from pmchat.model import Finding, Polarity, Value
from pmchat.reports.polarity import stated
from pmchat.reports.seen import Seen, make_finding
from pmchat.reports.values import Reading

_SCALE = re.compile(r"0\W{1,3}1\s?\+\W{1,3}(?:or )?2\s?\+")
_ZERO = re.compile(
    r"\W{0,3}(?:(?:protein|status|result|expression)\W{1,3})?(?:[:=(|\t-]|\s)\s*0\s*"
    r"(?=$|\.(?!\d)|[;)\t|]|\s{2}|,(?!\s*[1-3]\s?\+)|[(-]?\s?(?:negative|no stain\w*)\b)",
    re.I,
)


def _zero(seen: Seen) -> re.Match[str] | None:
    """The bare 0 behind the name, which is the score of a stain: "HER2: 0"."""
    return _ZERO.match(seen.row.text, seen.item.head_end, seen.stop)


def _her2_score(text: str, scope: Polarity | None) -> Reading | None:
    """HER2 stain: 0 and 1+ negative, 2+ equivocal, 3+ positive."""
    said = stated(text)
    match = re.search(
        r"(?<![\d.+])([0-3])\s*\+|\b(?:score|IHC)\s*:?\s*\(?(0)\b(?!\.)"
        r"|(?<![\d.+])(0)(?= (?:by|on) IHC)|(?:\(|IHC\)?:\s?)(0)\b(?![.,]\d)",
        text,
    )
    if said == "not_performed" and match is None:
        return Reading("not_performed")
    scale = _SCALE.search(text)
    if scale and (match is None or scale.start() <= match.start()):
        return None
    if match is None:
        return Reading(said or scope) if said or scope else None  # type: ignore[arg-type]
    score = int(match[1] or 0)
    polarity: Polarity = ("absent_stated", "absent_stated", "indeterminate", "present")[score]
    value = Value(number=float(score), unit="+" if score else None, label="IHC")
    return Reading(polarity, value)


def read_her2(seen: Seen) -> list[Finding] | None:
    """The finding of a HER2 stain, or None when the words tell of no stain."""
    words = seen.words
    event = seen.item.event
    stain = re.search(
        r"\b(?:IHC|immuno\w+|score|stain\w*|overexpress\w*)\b|(?<![\d.])[0-3]\s?\+", words, re.I
    )
    stop = seen.item.start + len(words.rstrip())
    if zero := _zero(seen):
        none = Value(number=0.0, unit=None, label="IHC")
        reading: Reading | None = Reading("absent_stated", none)
        stop = max(zero.end(), stop)
    elif stain is None or (
        event is not None and event.kind == "cnv" and event.start < seen.item.start + stain.start()
    ):
        return None
    else:
        reading = _her2_score(words, seen.scope.polarity)
    if reading is None:
        return []
    return [make_finding(seen, "ERBB2", "protein", reading, (seen.item.start, stop))]
