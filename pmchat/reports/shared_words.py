"""The words of result that several names of a sentence share."""

from __future__ import annotations

import re
from dataclasses import replace

from pmchat.reports.item import Item, Sentence
from pmchat.reports.series import Scoped

_LIST_GAP = re.compile(
    r"^(?:\s?exons? \d+(?:\s?(?:-|\u2013|to|and)\s?\d+)?)?"
    r"(?:\s?(?:[,/&+]|\band\b|\bor\b)\s?)+$|^\s*\|\s*$"
    r"|^\s?\([^)]*\)\s?(?:[,/&]|\band\b|\bor\b)\s?(?:and"
    r"|or)?\s?$",
    re.I,
)
_WAS_NOT = re.compile(r"\b(?:was|were|is|are|could)\b[^,.;:|\t]*$", re.I)
_NAMES_GAP = re.compile(r"[()\s]*(?:[,/&]|\band\b|\bor\b|\()[()\s]*(?:[A-Za-z\"]+ ){0,3}\(?", re.I)
_BREAK = re.compile(r"(?:t|inv|ins)\(")
SHARE = re.compile(r"(?<![\d.])(?!0(?:\.0+)?\s*%)\d+(?:[.,]\d+)?\s*%")
_USUAL = re.compile(r"wild|WT|un-?mutated|non-?mutated|not mutated", re.I)
_NEAR = 60


def into_bracket(text: str, sentence: Sentence, results: list[Scoped]) -> list[Scoped]:
    """In "RAS wt (KRAS, NRAS exons 2-4)" the word in front of the bracket speaks of its genes."""
    items = sentence.items
    for index in range(1, len(items)):
        above, one = results[index - 1], items[index]
        if above.cue is None or not above.own or results[index].polarity or not one.bare:
            continue
        close = text.find(")", one.start)
        if any(r.cue and one.start < r.cue[0] < close for r in results):
            continue  # the bracket has a result of its own
        opened = text[above.cue[1] : one.start] if above.cue[1] <= one.start else ")"
        if re.fullmatch(r"\s?\((?:[A-Z0-9]+(?:\s?[/,]\s?| and ))*", opened) and one.mark is None:
            results[index] = Scoped(above.polarity, above.cue, own=True)
    return results


def share_words(text: str, sentence: Sentence, results: list[Scoped]) -> list[Scoped]:
    """In "ALK, RET and ROS1: not detected" the last word speaks of all."""
    items = sentence.items
    for index in range(len(items) - 2, -1, -1):
        if results[index].polarity is not None:
            continue
        following = results[index + 1]
        if following.polarity is None or following.cue is None:
            continue
        gap = text[items[index].end : items[index + 1].start]
        beside = _beside_gene(text, items[index], items[index + 1], following)
        if beside and _USUAL.match(text[slice(*following.cue)]):
            continue  # "EGFR L858R, STK11 wild-type"
        if following.polarity != "present" and SHARE.search(gap):
            continue  # "KRAS G12D (12%), NRAS and BRAF were not tested"
        together = items[index].start == items[index + 1].start
        together = together or _all_undone(text, following, gap)
        mark = items[index + 1].mark
        together = together or (gap == " " and text.startswith("\t"))
        together = together or (mark is not None and mark.analyte == "MRD" and not gap.strip())
        together = together or _one_break(items[index], items[index + 1], gap)
        if following.cue[0] >= items[index + 1].start and (_LIST_GAP.match(gap) or together):
            either = beside or _either(items[index], items[index + 1], gap, following)
            results[index + 1] = replace(following, doubt=either)
            results[index] = replace(following, doubt=either)
            _share_event(items[index], items[index + 1])
    return results


def _either(item: Item, following: Item, gap: str, scope: Scoped) -> bool:
    """True for two genes of which one is changed: "KRAS/NRAS: mutation detected"."""
    bare = not (item.variants or following.variants or item.mark or following.mark)
    joined = gap.strip() in ("/", "or") or item.start == following.start
    return bare and joined and scope.polarity == "present"


def _beside_gene(text: str, item: Item, following: Item, scope: Scoped) -> bool:
    """True for a change in front of a bare gene with its word: "EGFR L858R, ALK negative"."""
    cue = scope.cue or (0, 0)
    shared = re.search(r":|\b(?:was|were|is|are|all|both)\b", text[following.end : cue[0]])
    listed = text[item.end : following.start].strip() == ","
    return bool(item.variants) and following.bare and listed and not shared


def _one_break(item: Item, following: Item, gap: str) -> bool:
    """True for a fusion and its translocation in one row: "PML::RARA  t(15;17)  negative"."""
    broken = following.mark is not None and _BREAK.match(following.analyte)
    return bool(item.partners and broken) and not gap.strip(" \t|,/()[]=")


def _all_undone(text: str, following: Scoped, gap: str) -> bool:
    """True before "... were not ordered", which ends a list of names with words between."""
    cue = following.cue
    if cue is None or following.polarity != "not_performed" or not following.own:
        return False
    verb = _WAS_NOT.search(text[max(0, cue[0] - _NEAR) : cue[1]])
    return bool(verb and _NAMES_GAP.fullmatch(gap))


def _share_event(item: Item, following: Item) -> None:
    if item.bare and following.event is not None and not following.variants:
        item.event = following.event
