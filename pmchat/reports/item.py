"""A gene or biomarker named in a sentence, with what belongs to it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from pmchat.reports.biomarkers import Mark
from pmchat.reports.variants import Event, Variant

_ISH = re.compile(r"\b(?:(?:[FCS]|DD?)ISH|ISH|in situ hybridi[sz]ation)\b")


@dataclass
class Item:
    """A gene or biomarker with the changes named for it; `end` grows with what is taken in."""

    analyte: str
    start: int
    end: int
    mark: Mark | None = None
    variants: list[Variant] = field(default_factory=list)
    event: Event | None = None
    partners: list[str] = field(default_factory=list)
    inherited: bool = False
    haplotype: bool = False
    head_end: int = 0

    @property
    def bare(self) -> bool:
        """True when nothing but the name was found."""
        return not self.variants and self.event is None and not self.partners

    @property
    def rearranged(self) -> bool:
        """True for what a probe looks for: a fusion, a gain or a loss."""
        broken = self.event is not None and self.event.kind in ("fusion", "cnv")
        return bool(self.partners or broken) and not self.variants


@dataclass(frozen=True)
class Sentence:
    """A sentence of a row, its items in order, and whether it speaks of a stain."""

    start: int
    end: int
    items: tuple[Item, ...]
    stain: bool


def split_ish(text: str, items: list[Item]) -> list[Item]:
    """HER2 by stain and by in situ hybridisation are two results."""
    out: list[Item] = []
    for index, item in enumerate(items):
        out.append(item)
        if item.analyte != "ERBB2" or item.mark is not None:
            continue
        stop = items[index + 1].start if index + 1 < len(items) else len(text)
        ish = _ISH.search(text, item.head_end, stop)
        stain = (
            re.search(r"IHC|immunohist|[0-3]\s?\+", text[item.start : ish.start()]) if ish else None
        )
        if ish and stain:
            second = Item("ERBB2", ish.start(), ish.end(), inherited=True, head_end=ish.end())
            if item.event is not None and item.event.start > ish.start():
                second.event, item.event = item.event, None
                second.end = max(second.end, second.event.end)
                item.end = item.head_end
            out.append(second)
    return out
