"""What a test looks for, told from what it found."""

from __future__ import annotations

import re

from pmchat.model import Finding
from pmchat.reports.biomarkers import find_marks
from pmchat.reports.rows import Row
from pmchat.reports.variants import find_variants

_ASKED = re.compile(
    r"\b(?:ask(?:ed)?|test(?:ed|ing|s)?|screen(?:ed|ing|s)?|look(?:ed|s)?|analy[sz]ed|evaluated|assessed"
    r"|examined|assay(?:ed)?|search(?:ed)?|probe[ds]?|(?:re-?)?biops(?:y|ied)) for\b"
    r"|\b(?:designed|used|able) to detect\b"
    r"|\b(?:evaluate|test|screen|check|assess|look)\b for\b"
    r"|\b(?:mutations?|variants?|genes?|changes?) (?:are |were |being )?(?:tested|tracked|followed"
    r"|monitored|selected|targeted)\b"
    r"|\b(?:testing|analysis|assay|test) (?:was|is|has been|will be|were) (?:sent|ordered|requested"
    r"|submitted|started|performed|done|carried out)\b"
    r"|\brule out\b|\br/o\b|\bdifferential\b|\bconcern for\b|\bhistory of\b"
    r"|\bknown\b(?!\s+to\s+us\b)"
    r"|(?<!Met1)(?<!p\.M1)\?\s*$"
    r"|\bdetection of\b"
    r"|\b(?:was|were) (?:also )?(?:evaluated|assessed|sought|interrogated|analy[sz]ed|examined)"
    r"(?: (?:here|too|in this (?:sample|specimen|test)))?\W*$"
    r"|\bhotspots?\b(?! (?:mutation|variant|alteration) (?:in|of|was|is)\b)"
    r"|\bgenes? (?:assayed|tested|analy[sz]ed|evaluated)\b",
    re.I,
)

_SOUGHT = (
    r"(?:tested|sought|looked for|searched for|examined|assayed|analy[sz]ed"
    r"|interrogated|evaluated|targeted)"
)
_SUGGESTED = r"(?:requested|ordered|suggested|recommended|advised|planned|proposed|offered)"
_ANNOUNCED = re.compile(
    r"\b(?:fusions?|mutations?|variants?|alterations?|changes?|rearrangements?|transcripts?"
    rf"|hotspots?|(?:bio)?markers?|targets?|alleles?|positions?|probes?|translocations?)"
    rf" {_SOUGHT}(?: (?:in|for|of) [\w-]+)?\s*:"
    r"|\b(?:mutations?|variants?|changes?) (?:requested|ordered|of interest|in question)\s*:"
    r"|^\W*(?:(?:additional|further|other|also|follow-up) )?(?:tests? )?"
    rf"{_SUGGESTED}\b[^:.;]{{0,40}}:"
    r"|\b(?:panel|set|list) of (?:up to )?\d+ (?:\w+ )?(?:variants?|mutations?|markers?|targets?)\b"
    r"|\bwill (?:be (?:reported|issued|sent|tested|performed|added|done)|follow)\b",
    re.I,
)
"""What was only looked for, or is to come."""
_NEAR = 160
_CONTROL = re.compile(
    r"\b(?:(?:positive|negative|external|assay|process|run|tonsil|slide|batch|cell[- ]line"
    r"|no[- ]template|on-slide|kit|PCR) controls?|control (?:tissue|samples?|genes?|plasma|blood"
    r"|DNA|RNA|lot|material)|cell[- ]lines?|housekeeping genes?"
    r"|reference (?:standard|material|sample)s?|NA12878)\b",
    re.I,
)
_CONTROLS = re.compile(
    r"\W*(?:(?:run|batch|process|assay|external|PCR) )?controls?\s*:"
    r"(?!\s*(?:passed|ok|valid|acceptable|satisfactory|as expected)\b)",
    re.I,
)
# "Tonsil PD-L1 positive": healthy tissue right in front of the name shows that the stain works.
_HEALTHY = re.compile(r"(?:^|[.;]\s*)\W*(?:tonsil|normal (?:\w+ ){0,2}mucosa)\s*$", re.I)


_CONTROL_BEHIND = re.compile(
    r"\W*\w+\W+(?:(?:positive|negative) )?controls?\b(?! (?:gene|tissue))"
    r"|\W*\w+ (?:p\.)?\(?[A-Z][a-z]{0,2}\d+[A-Za-z*]+\)? (?:(?:positive|negative) )?controls?\b"
    r"|\W*ABL1? copies\b"
    r"|\W*(?:[\w.>*:]+ ){1,3}\((?:positive|negative|assay|run|process) controls?\)",
    re.I,
)


def of_control(lead: str, words: str) -> bool:
    """True for what a control of the test shows: it is named in front, or right behind a stain."""
    named = _CONTROL.search(lead[-_NEAR:]) or _CONTROLS.match(lead) or _HEALTHY.search(lead)
    return bool(named or _CONTROL_BEHIND.match(words))


# "Filtered as benign: BRCA2 p.N372H", "Population variants (not reported): TP53 P72R"
_HARMLESS = re.compile(
    r"(?!.*\b(?:pathogenic|uncertain|VUS|excluding|not benign|from benign)\b)"
    r".*(?:\bbenign\b[^.;:]{0,40}"
    r"|\b(?:population variants|(?:common )?polymorphisms)\b[^.;:]{0,40}):\s*$",
    re.I,
)


def of_harmless(lead: str) -> bool:
    """True for the words in front of changes that are told to be harmless, or are of everyone."""
    return bool(_HARMLESS.match(lead))


def asked_for(sentence: str) -> bool:
    """True when a sentence tells what was looked for."""
    return bool(_ASKED.search(sentence))


def announced(sentence: str) -> bool:
    """True for names of what was looked for, or of tests to come: "Mutations sought: ..."."""
    return bool(_ANNOUNCED.search(sentence))


def _only_probed(cells: list[str], one: Finding) -> bool:
    """True for monosomy 7 in "monosomy 7 or del(7q)    DETECTED, del(7q)"."""
    sought = {m.analyte for m in find_marks(cells[0])}
    shown = {m.analyte for cell in cells[1:] for m in find_marks(cell)}
    return one.polarity == "present" and one.analyte in sought - shown and bool(shown & sought)


def only_a_target(row: Row, one: Finding) -> bool:
    """True for a change that a row looks for, when its last cell names another one of them.

    In "EGFR L858R, L861Q    MUTATION L861Q" only the second was found.
    """
    cells = re.split(r"\s{2,}|[|\t]", row.text.strip())
    if _only_probed(cells, one):
        return True
    targets = {v.short for cell in cells[:-1] for v in find_variants(cell)}
    results = {v.short for v in find_variants(cells[-1])}
    named = {v.short for v in find_variants(one.as_printed)}
    return (
        one.polarity == "present"
        and bool(results and named)
        and results < targets
        and not named & results
    )
