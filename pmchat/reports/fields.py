"""The head of a report, field by field: the diagnosis, the sample, its tumor content, the dates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pmchat.model import Evidence
from pmchat.reports.lines import Line

_BETWEEN = re.compile(r"\s{2,}|\s*[|\t]\s*")
"""What stands between the fields of one line."""

_KEY = re.compile(
    r"(?!.{0,30}\bhistory\b)"
    r"\W*(?:(?:[A-Za-z-]+ ){0,2}(?:diagnosis|histology|tumou?r(?: type)?|stage|gleason(?: score)?"
    r"|grade|cellularity|purity|tumou?r (?:content|nuclei|cells|fraction)|specimen(?: \w+)?|sample"
    r"|tissue|site|block|procedure|collect(?:ed|ion)(?: date)?|drawn|received|reported"
    r"|(?:first |amended |original )?report(?: date)?|indication"
    r"|(?:prior|previous|current) (?:therapy|treatments?)|medic(?:in|ation)es?|therapy)"
    r"(?: stated)?(?: on (?:the )?\w+(?: form)?)?\s*(?::|(?=\d|[IV]+\b))"
    r"|.{0,60}\(\d+ genes\b|.{0,80}\b(?:gleason|stage|grade) \d)",
    re.IGNORECASE,
)
"""How a field of the head begins that tells of the sample, and not of the person."""

LONGEST = 160


def read_fields(line: Line, hidden: Sequence[str]) -> Iterator[Evidence]:
    """The fields of a line, as printed, without those that hold personal data."""
    for field in _BETWEEN.split(line.text):
        said = field.strip(" .;")
        if is_field(said) and len(said) <= LONGEST and not any(name in said for name in hidden):
            yield Evidence(page=line.page, line=line.number, text=said)


def is_field(text: str) -> bool:
    """Whether a text is a field of a report's head."""
    return bool(_KEY.match(text))
