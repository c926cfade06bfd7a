"""What a report says that is for the care team alone, or is told only where it is asked for."""

from __future__ import annotations

import re

from pmchat.text import numbers

_DOSE = re.compile(
    r"\b\d[\d.,]*\s*(?:mg|mcg|\u00b5g|g/m2|mL|tablets?)\b|\d ?%.{0,20}\bdos(?:e|es|ing)\b"
    r"|\bdos(?:e|es|ing)\b.{0,20}\d ?%",
    re.IGNORECASE,
)
_ORDER = re.compile(
    r"\b(?:start(?! (?:of|codon)\b)|stop(?![ -](?:codon|signal|gain))|avoid|prescribe|switch"
    r"|discontinue|contraindicated|(?<!may )take(?!.{0,80}\binto account))\b",
    re.IGNORECASE,
)
"""What to do with a medicine."""

_OTHER_DOSE = re.compile(
    r"\b(?:reduced?|lower|increased?|higher|adjust|halve) (?:\w+ ){0,2}dos(?:e|es|ing|age)\b"
    r"|\bdos(?:e|es|ing|age) (?:reduc|adjust|increas|escalat)\w*|\balternative\b",
    re.IGNORECASE,
)
_GUIDELINE = re.compile(r"\b(?:CPIC|DPWG|guidelines?|guidance)\b", re.IGNORECASE)
"""Another dose or drug is told as what a guideline says, not as what to do."""

_HOLDS_BACK = re.compile(
    r"\b(?:do not|don't|should not|must not|never|not to be)\b.{0,60}\b(?:chang|stop|start)\w*"
    r".{0,120}\b(?:without|on the basis|because of|on your own|alone|yourself)\b"
    r"|\bnot a (?:reason|ground) to\b",
    re.IGNORECASE,
)
"""Words that warn against doing anything alone."""

_OUTLOOK = re.compile(
    r"\bprognos|\boutcomes?\b|\boutlook\b|\bsurviv"
    r"|\b(?:distant|local|risk of|chance of) recurrence\b|\brecurrence (?:risk|rate|at|within)\b"
    r"|\b(?:un)?favou?rable\b|\bworse\b"
    r"|\bpoor(?:er)? (?:risk|response)|\bmonths\b.{0,20}\b(?:median|average)\b|\blife expectancy\b",
    re.IGNORECASE,
)
"""Forecasts."""

_OTHERS = re.compile(
    r"\W*(?:people|patients|individuals|women|men)\b(?=.*(?:respon[ds]|benefit|sensitiv))",
    re.IGNORECASE,
)
"""How treatment went with others."""

_DENIED = re.compile(
    r"(?:\bnot |\bcannot )(?:exclude|rule out|mean|show|replace|prove|cause|assess|predict|say|tell"
    r"|(?:an? |the )?(?:predict\w*|probability|forecast))\b",
    re.IGNORECASE,
)
"""Words that forbid a conclusion, which is no forecast."""


def is_withheld(text: str, question: str) -> bool:
    """Whether a sentence of the report is not told in answer to a question.

    A dose and an order never are; a forecast is where its number is asked about, or where it
    says what it cannot tell.
    """
    if _DOSE.search(text):
        return True
    if _ORDER.search(text):
        return not _HOLDS_BACK.search(text)
    if _OTHER_DOSE.search(text):
        return not _GUIDELINE.search(text)
    if _OTHERS.match(text):
        return True
    if not _OUTLOOK.search(text) or _DENIED.search(text):
        return False
    return not set(numbers(question)) & set(numbers(text))
