"""A plus or minus behind a name, as in a list of stains: "CD19+, CD5 -"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pmchat.model import Polarity
from pmchat.reports.biomarkers import kind_of
from pmchat.reports.item import Item
from pmchat.reports.series import Scoped

_GOES_ON = r"(?=\s*(?:[,;)|\t]|\.?\s*$|\band\b|\bor\b|\bCD\d))"
_SIGN = re.compile(rf" ?(?:\+(?:(?=\s*\()|{_GOES_ON})|[-\u2212]{_GOES_ON})")
_DASH = re.compile(r"\s[-\u2212]\s*\.?\s*$")
"""At the end of a line a dash apart from the name may stand for nothing."""

_SAYS: dict[bool, Polarity] = {True: "present", False: "absent_stated"}


def signed(text: str, items: Sequence[Item]) -> list[Scoped | None]:
    """What the sign right behind each item says of it alone, or None where none stands.

    "17p-" is an arm that is lost, and a change is not told by its sign.
    """
    signs = [_SIGN.match(text, i.head_end) if _is_name(i) else None for i in items]
    alone = sum(s is not None for s in signs) < 2
    return [
        None
        if sign is None or (alone and _DASH.match(text, sign.start()))
        else Scoped(_SAYS["+" in sign.group()], sign.span(), own=item.mark is None)
        for item, sign in zip(items, signs, strict=True)
    ]


def _is_name(item: Item) -> bool:
    return item.bare and (item.mark is None or kind_of(item.analyte) != "cnv")
