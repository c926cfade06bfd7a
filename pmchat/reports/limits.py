"""What a report says that it cannot tell, in words a patient reads."""

from __future__ import annotations

import re

from pmchat.model import Family

_SAID: tuple[tuple[str, str], ...] = (
    (
        r"not (?:distinguish|differentiate|discriminate|determine whether).{0,60}(?:germline"
        r"|somatic)|tumou?r-only",
        "This test cannot tell if a change was there from birth or came up only in the tumor.",
    ),
    (
        r"(?:negative|not detected|normal|absence).{0,60}(?:not|n't) (?:rule out|exclude"
        r"|eliminate|preclude|mean)|limits? of detection",
        'A result of "not found" does not prove that a change is not there.',
    ),
    (
        r"low tumou?r (?:fraction|content|purity|cellularity)|(?:insufficient|low"
        r"|limited) (?:ctDNA|tumou?r DNA|shedding)",
        "The sample held little tumor DNA, so some changes could have been missed.",
    ),
    (
        r"benign (?:and likely benign )?variants? (?:are|were|is) not (?:listed|reported|included"
        r"|shown)",
        "The laboratory did not list changes that it holds to be harmless.",
    ),
    (
        r"(?:QNS|quantity (?:not sufficient|insufficient)|insufficient (?:material|tissue"
        r"|quantity|sample|specimen|DNA|RNA))",
        "There was not enough sample for some or all of the tests.",
    ),
    (
        r"(?:regions?|exons?) (?:were |was |are )?not (?:\w+ )?covered"
        r"|below (?:the )?minimum coverage",
        "Some parts of the genes were not covered by the test.",
    ),
    (
        r"missing (?:variant )?(?:input|positions?)|not interrogated",
        "Some places in the genes were not tested, so a genotype may be less sure.",
    ),
)
_FAMILY: dict[Family, str] = {
    "tumor_ngs_plasma": "A blood test can miss changes when the tumor sheds little DNA into the"
    " blood.",
    "germline": "This test looks at changes from birth. It does not look for changes in a tumor.",
    "pgx": "This test is about how the body handles some medicines. It says nothing about a tumor.",
    "consumer": "A consumer test reads few places. A medical laboratory should confirm any result.",
}
_PURITY = re.compile(
    r"tumou?r (?:content|purity|cellularity|nuclei"
    r"|cells?)\W{0,4}(?:of )?(\d{1,3})\s*%",
    re.I,
)
_LOW_PURITY = 20
_TREND = re.compile(
    r"\btrend (?:graph|chart)|\bgraph over time|\bresponse map\b|see (?:chart"
    r"|graph|figure)",
    re.I,
)


def read_limits(text: str, family: Family) -> list[str]:
    """The limits printed in the report and those of its kind."""
    joined = " ".join(text.split())
    found = [plain for pattern, plain in _SAID if re.search(pattern, joined, re.I)]
    if family in _FAMILY:
        found.append(_FAMILY[family])
    purity = _PURITY.search(joined)
    if purity and int(purity[1]) < _LOW_PURITY:
        found.append(
            f"Only {purity[1]} % of the sample was tumor, so some changes could have been missed."
        )
    if _TREND.search(joined):
        found.append("Charts and pictures in the report were not read.")
    return found
