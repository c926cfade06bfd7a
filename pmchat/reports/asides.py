"""Words on an earlier report, sample or an inner control, which say nothing of this result."""

from __future__ import annotations

import re
from dataclasses import replace

from pmchat.reports.rows import Row

_EARLIER = re.compile(
    r"\b(?:formerly|previous(?:ly)?|prior (?:report|result|classification)"
    r"|superseded|was reported|(?:corrected|changed|revised) from|reasons? for (?:the )?amendment"
    r"|at (?:(?:initial|primary|first) )?(?:diagnosis|presentation)\b(?:[^.;:]{0,40}"
    r"\b(?:had|carried|showed|was|were)|\s*(?:\([^()]*\)\s*)?:)"
    r"|(?:(?:reason for )?correction|(?:earlier|prior)(?: (?:results?|tests?|samples?))?\s*):)"
    r"(?!\w)",
    re.I,
)


# "Internal control positive" is said of the healthy cells beside a stained tumor.
_INNER_CONTROL = re.compile(
    r"(?:\bwith (?:an? )?(?:\w+ )?)?\b(?:internal|built-?in|on-slide)(?: positive)? controls?\b"
    r"(?:\W{0,3}(?:(?:is|are|was|were) )?(?:positive|intact|present|retained|preserved"
    r"|stain\w*|appropriate|adequate|valid|acceptable|satisfactory))?",
    re.I,
)


def without_asides(row: Row) -> Row:
    """The row with brackets on an earlier report and words on an inner control blotted out."""
    text = re.sub(
        r"\([^()]*\)", lambda m: " " * len(m[0]) if _EARLIER.search(m[0]) else m[0], row.text
    )
    text = _INNER_CONTROL.sub(lambda m: " " * len(m[0]), text)
    return replace(row, text=text)


def of_earlier(words: str) -> bool:
    """True for a sentence on an earlier report or sample."""
    return bool(_EARLIER.search(words))
