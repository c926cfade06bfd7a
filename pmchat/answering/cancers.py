"""Which cancer a report is about, so that what is true of another is not told for it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from pmchat.lexicon import Lexicon
from pmchat.model import Report

_GROUP = "cancer"
_ORGANS: Final = (
    (r"\blung\b|bronch", "lung cancer"),
    (r"\bbreast\b", "breast cancer"),
    (r"\bcolon\b|colorect|\brect(?:um|al)\b|ca?ecum|sigmoid|\bCRC\b", "colorectal cancer"),
    (r"prostat", "prostate cancer"),
    (r"ovar|fallopian|serous", "ovarian cancer"),
    (r"endometri|\buter(?:us|ine)\b|\bwomb\b", "endometrial cancer"),
    (r"pancrea", "pancreatic cancer"),
    (r"stomach|gastric\b", "stomach cancer"),
    (r"bladder|urotheli", "bladder cancer"),
    (r"kidney|\brenal\b", "kidney cancer"),
    (r"melanom", "melanoma"),
    (r"thyroid", "thyroid cancer"),
    (r"glio|astrocyt|oligodend", "glioma"),
    (r"bile duct|biliary|cholangio", "bile duct cancer"),
)  # fmt: skip
"""Parts of the body in a printed diagnosis, where the lexicon knows no name in it."""

_KIN: Final = (
    {"glioma", "glioblastoma", "astrocytoma", "oligodendroglioma", "brain tumor"},
    {"stomach cancer", "esophageal cancer"},
)
_BLOOD: Final = re.compile(r"leukemia|lymphoma|myeloma|blood cancer")


def own_cancers(report: Report | None, lexicon: Lexicon) -> frozenset[str]:
    """The ids in the lexicon of the cancer that the report names as the person's own."""
    printed = report.diagnosis if report else None
    if not printed:
        return frozenset()
    named = {e for e in lexicon.entities(printed) if lexicon.entries[e].group == _GROUP}
    organs = [cancer for pattern, cancer in _ORGANS if re.search(pattern, printed, re.IGNORECASE)]
    return frozenset(named or organs[:1])


def on_another_cancer(named: Iterable[str], own: Iterable[str], lexicon: Lexicon) -> bool:
    """Whether all cancers named are others than a person's `own`; False if none is known."""
    cancers = [n for n in named if lexicon.entries[n].group == _GROUP]
    mine = list(own)
    return bool(cancers) and bool(mine) and not any(_akin(c, m) for c in cancers for m in mine)


def _akin(one: str, other: str) -> bool:
    """Whether two names are of one kind: lung cancer takes in non-small cell lung cancer."""
    first, second = set(one.split()), set(other.split())
    if first <= second or second <= first or any({one, other} <= kin for kin in _KIN):
        return True
    return "blood cancer" in {one, other} and bool(_BLOOD.search(one) and _BLOOD.search(other))
