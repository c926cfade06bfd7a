"""What a question asks of a report beside its results, and that the report is silent on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pmchat.i18n import N_, _
from pmchat.model import Finding, Report


@dataclass(frozen=True)
class Attribute:
    """A thing that a report may state: its name, how it is asked for, and how it is printed.

    What is `of_result` has to stand on the line of the result that is asked about.
    """

    name: str
    asked: re.Pattern[str]
    printed: re.Pattern[str]
    of_result: bool = False


def _attribute(name: str, asked: str, printed: str, *, of_result: bool = False) -> Attribute:
    return Attribute(name, re.compile(asked, re.I), re.compile(printed, re.I), of_result)


FROM_WHOM = (
    r"\b(?:which|what) (?:parent|side)\b|\b(?:from|off) (?:my |her |his |the )?"
    r"(?:mom|mum|dad|mother|father)\b"
)
"""How the parent from whom a change came is asked for."""

_CHECKS = r"\b(?:colonoscop\w+|mammogram\w*|MRIs?|scans?|screening|check-?ups?)\b"

ATTRIBUTES = (
    _attribute(
        N_("the stage of a cancer"),
        r"\bstage\b(?! of)",
        r"\b(?:stage|p?T\d\w? ?p?N\d|metastatic)\b",
    ),
    _attribute(N_("the grade of a cancer"), r"\bgrade\b", r"\bgrade\b|\bgleason\b"),
    _attribute(
        N_("a spread of the cancer"),
        r"\b(?:has|had|is|did) (?:it|my \w+|the \w+|this) (?:\w+ )?spread\b|\bhas spread\b"
        r"|\bspread (?:already|yet|to|any)|\bmetasta(?:sis|tic|ses|sized)\b",
        r"\bmetasta\w+|\bspread\b|\bstage IV\b|\blymph nodes?\b",
    ),
    _attribute(
        N_("a schedule for checks"),
        rf"\b(?:date|schedule|how often|every year|first one)\b.*{_CHECKS}"
        rf"|{_CHECKS}.*\b(?:date|schedule|how often|every year|first one)\b",
        r"\b(?:every|annual(?:ly)?|yearly|interval|from age|starting at)\b",
    ),
    _attribute(
        N_("a variant of uncertain significance (VUS)"),
        r"\b(?:any|a|have|is there|are there|no|my|which)\b[^?.]*\bVUS(?:es)?\b",
        r"\bVUS\b|\b(?:uncertain|unknown) significance\b",
    ),
    _attribute(
        N_("whether one or both copies of the gene have the change"),
        r"\b(?:hetero|homo)zyg\w+|\b(?:one|both|two|1|2) (?:or both )?copies\b|\b1 or both\b",
        r"zygo|\bcop(?:y|ies)\b|\bbiallelic\b",
        of_result=True,
    ),
    _attribute(
        N_("the parent from whom a change came"),
        FROM_WHOM,
        r"\b(?:maternally|paternally)\b|\binherited (?:from|by)\b|\bparental (?:origin|sample)",
    ),
)


def silent_on(text: str, report: Report, findings: Sequence[Finding]) -> tuple[str, ...]:
    """The names of what is asked for and that no line read of the report states."""
    lines = [f.evidence.text for f in report.findings]
    everything = " ".join([*lines, *(r.text for r in report.remarks), report.diagnosis or ""])
    own = " ".join(f.evidence.text for f in findings)
    return tuple(
        _(a.name)
        for a in ATTRIBUTES
        if a.asked.search(text)
        and not (a.of_result and not findings)
        and not a.printed.search(own if a.of_result else everything)
    )


def is_on_attribute(line: str, text: str) -> bool:
    """Whether a line states a thing that is no result and that a question asks for."""
    return any(a.asked.search(text) and a.printed.search(line) for a in ATTRIBUTES)


def asks_attribute(text: str) -> bool:
    """Whether a question is on a thing that is no result, such as the stage."""
    return any(a.asked.search(text) for a in ATTRIBUTES)
