"""The amount printed beside a gene's change: a share of reads, a ratio, a level or copies."""

from __future__ import annotations

import re

from pmchat.model import Polarity
from pmchat.reports.seen import Seen
from pmchat.reports.values import (
    Amount,
    labelled_fraction,
    read_copies,
    read_fraction,
    read_level,
    read_ratio,
)
from pmchat.reports.variants import Event

_MANY_COPIES = 4
_CARRYING = re.compile(
    r"(\d+(?:\.\d+)?\s?% of (?:the )?reads)\)?,? (?:has|have|carr(?:y|ies)|harbou?rs?|shows?) "
    r"(?:an? |the )?$",
    re.I,
)


def read_amount(seen: Seen, kind: str, polarity: Polarity, tail: str) -> Amount | None:
    """The share, ratio, level or copies printed in the words after a change, by its kind."""
    if kind == "fusion" and (level := read_level(tail)):
        return level
    if kind == "cnv" and polarity != "not_performed":
        return read_copies(tail)
    if polarity not in ("present", "indeterminate"):
        return None
    if kind == "indel" and (ratio := read_ratio(tail)):
        return ratio
    if kind in ("genotype", "haplotype", "gene"):
        return None
    if seen.context.germline and not seen.of_tumor:
        return labelled_fraction(tail)
    if seen.item.variants:
        after = read_fraction(tail, seen.context.fraction_column) or inner_amount(seen)
        return after or share_before(seen)
    return read_fraction(tail, seen.row.fraction)


def share_before(seen: Seen) -> Amount | None:
    """The share in front of what carries the change: "a population, 4% of reads, has ERBB2 ..."."""
    match = _CARRYING.search(seen.lead)
    return read_fraction(match[1]) if match else None


def inner_amount(seen: Seen) -> Amount | None:
    """The share printed between two names of one change: "L858R 23% (c.2573T>G)"."""
    item = seen.item
    offset = item.head_end or item.start
    found = read_fraction(seen.row.text[offset : item.end])
    shift = offset - item.end
    return found._replace(start=found.start + shift, end=found.end + shift) if found else None


def many_copies(seen: Seen) -> Event | None:
    """A gain told by its number alone, as in a table of copy numbers: "MDM2  copy number 14"."""
    item = seen.item
    text = seen.row.text[item.head_end : seen.stop]
    copies = read_copies(text)
    if copies is None or (copies.value.number or 0) < _MANY_COPIES or copies.value.operator:
        return None
    start, end = item.head_end + copies.start, item.head_end + copies.end
    return Event("cnv", start, end, seen.row.text[start:end])
