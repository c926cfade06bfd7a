"""Karyotypes and changes of chromosomes, with the share of cells that show them."""

from __future__ import annotations

import re

from pmchat.model import Polarity, Value
from pmchat.reports.polarity import stated_of
from pmchat.reports.stains import CUTOFF
from pmchat.reports.values import NUMBER, Reading, number


def read_karyotype(text: str, scope: Polarity | None) -> Reading | None:
    """All clones 46,XX or 46,XY are normal; any other formula is abnormal."""
    said = stated_of(text, scope)
    if said in ("not_performed", "indeterminate"):
        return Reading(said)
    clones = re.findall(r"\d\d(?:[~-]\d\d)?,[^\s/;\[]+", text)
    if clones:
        normal = all(re.fullmatch(r"46,X[XY]", clone.rstrip(".,)")) for clone in clones)
    elif word := re.search(r"\b(ab)?normal\b", text, re.I):
        normal = word[1] is None
    else:
        return None
    label = "normal" if normal else "abnormal"
    value = Value(number=None, unit=None, label=label)
    return Reading("absent_stated" if normal else "present", value)


# "1q21 (CKS1B)  GAIN, 3 copies, 64%": the share stands right behind what was seen.
_BESIDE = re.compile(
    r"\d{1,2}[pq][^.;|]{0,40}?\b(?:deletion|loss|gain|amplification)\b"
    r"(?:\s*\([^()]*\))?[\s,:]*(?:\d copies[\s,]*)?"
    rf"({NUMBER})\s*%(?=\s*(?:$|[,\t]|\s{{2}}))",
    re.I,
)


def read_chromosome(text: str, scope: Polarity | None) -> Reading | None:
    """A change of a chromosome with the share of cell nuclei that show it."""
    said = stated_of(text, scope)
    share = re.search(
        rf"({NUMBER})\s*% (?:of )?(?:the )?(?:\d+ )?(?:plasma |tumou?r |leuk\w+ |CD138\S* )?"
        r"(?:nuclei|cells|interphase)"
        rf"|\b(?:nuclei|cells)\W{{0,4}}({NUMBER})\s*%|^\S+ in ({NUMBER})\s*%",
        text,
        re.I,
    )
    value = None
    if share:
        amount = number(share[1] or share[2] or share[3])
        value = Value(number=amount, unit="%", label=None if share[3] else "nuclei")
    elif beside := _BESIDE.match(text):
        value = Value(number=number(beside[1]), unit="%", label=None)
    if said is None and re.search(r"\bnormal\b", text, re.I):
        said = "absent_stated"
    if said:
        return Reading(said, value if said == "present" else None)
    if counted := re.search(
        r"\b(\d+) (?:of|/|out of) (?:the )?\d+ (?:metaphases|cells|nuclei)", text
    ):
        return Reading("present" if int(counted[1]) else "absent_stated", value)
    if value is None or not value.number or CUTOFF.search(text):
        return None
    return Reading("present", value)
