"""Words of result as laboratories say them to each other: void, held, too low, not met with."""

from __future__ import annotations

import re

from pmchat.model import Polarity
from pmchat.reports.cue_parts import Direction

_CELL = r"(?:(?<=[|\t:,])|(?<=[|\t:,] )|(?<=\s\s))"
_OTHER_COPY = (
    r"(?:second|other|remaining|wild[- ]?type|normal|healthy|opposite) (?:allele|gene copy|copy)"
)
PLAIN_CUES: tuple[tuple[Polarity | None, Direction, str], ...] = (
    (None, "both", r"\bfree of (?:charge|cost)\b"),
    # that the healthy copy is lost takes nothing from the change of the other one
    (
        None,
        "both",
        rf"\b{_OTHER_COPY}(?: (?:is|was|has been))?(?: also)? (?:lost|deleted|missing|absent)\b"
        rf"|\b(?:with )?loss of the {_OTHER_COPY}\b",
    ),
    ("not_performed", "backward", rf"{_CELL}void(?:ed)?(?=\s*(?:$|[(|\t.,;]|\s\s))"),
    (
        "not_performed",
        "backward",
        r"\b(?:results?|calls?) (?:(?:is|are|was|were) )?(?:being )?(?:held(?! by\b)|on hold)\b"
        r"|\bnot (?:in|on) (?:the|this|your) (?:order|request)\b"
        r"|\bnot part of (?:this|the) (?:version of (?:this|the) )?(?:kit|version|order|request)\b"
        r"|\bwithout (?:an? )?(?:result|answer|reading)\b",
    ),
    (
        "not_performed",
        "backward",
        r"\b(?:depth|coverage|quality|signal|yield) (?:(?:is|was) )?(?:far |much )?too "
        r"(?:low|poor|thin|weak|shallow)\b"
        r"|\b(?:did|do|does) not reach (?:our|the|its|their) (?:\w+ )?(?:quality|depth|coverage)\b"
        r"|\b(?:fell|is|are|was|were|stayed|remained) below (?:our|the|its) (?:required )?"
        r"(?:quality|depth|coverage)\b|\bdropped out\b"
        r"|\b(?:nothing (?:more |further )?can be said"
        r"|no (?:statement|verdict|conclusion)(?: (?:is|was|can be))? (?:possible|made|given))\b"
        r"(?! (?:on|of|about) (?!(?:this|that|the) (?:gene|region|exon)))",
    ),
    (
        "absent_stated",
        "forward",
        r"\b(?:did|do|does) not (?:come across|meet with|encounter|express|stain for|mark for)\b",
    ),
    (
        "absent_stated",
        "backward",
        r"(?:(?<=[|\t:])|(?<=[|\t:] )|(?<=\s\s))(?:quiet|clear|clean|unremarkable|nothing of note)"
        r"(?=\s*(?:$|[|\t.;]))"
        r"|\b(?:was|were|is|are|came back|read) (?:all |both |entirely )?"
        r"(?:unremarkable|as usual)\b"
        r"|\b(?:is|was|are|were) not (?:met with|come across|encountered)\b"
        r"|\bcopy[- ]number (?:(?:is|was) )?(?:normal|neutral|diploid)\b|\bnormal copy[- ]number\b"
        r"|\bwithout (?:an? )?(?:amplification|gain|rearrangement)(?=\s*(?:$|[.;,)]|and\b))",
    ),
)
"""Tried before all others: each is longer than the words of result inside it."""

_SAID = tuple((p, re.compile(rx, re.I)) for p, _, rx in PLAIN_CUES if p and "void" not in rx)


def is_plain(polarity: Polarity | None, words: str) -> bool:
    """True for such words of result: beside a change they may be of something else."""
    return any(p == polarity and pattern.search(f"\t{words}") for p, pattern in _SAID)
