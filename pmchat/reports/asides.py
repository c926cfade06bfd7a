"""Words on an earlier report, sample or an inner control, which say nothing of this result."""

from __future__ import annotations

import re
from dataclasses import replace

from pmchat.reports.boxes import without_unticked
from pmchat.reports.dates import DATE
from pmchat.reports.diseases import without_diseases
from pmchat.reports.elsewhere import from_elsewhere
from pmchat.reports.legends import SCALES
from pmchat.reports.rows import Row
from pmchat.reports.told_in_line import only_last

_EARLIER = re.compile(
    r"\b(?:formerly|(?<!not )(?<!never )(?<!not been )previous(?:ly)?"
    r"|prior (?:report|result|classification)"
    r"|superseded|(?:replaces|supersedes) (?:the )?(?:addendum|amendment|report|version)"
    r"|\b(?:the|our) (?:(?:preliminary|first|initial|original) )?(?:\w+ )?reports?"
    rf" \(?(?:of|from|dated|issued|released|sent)(?: on)? {DATE}\)?,? (?:had |has )?(?:stated|said"
    r"|read(?! by)|listed|gave|printed|showed|called|carried)"
    rf"|version \d+ (?:\({DATE}\) )?(?:had |has )?(?:stated|said|read(?! by)|listed|gave"
    r"|reported(?! on| \d)|printed)"
    r"|(?:seen|found|detected|present) (?:only )?in the (?:first|earlier|previous|initial|prior)"
    r" (?:sample|specimen|test|draw|biopsy) only"
    r"|(?:stood|was|were|read) in (?:the )?(?:versions?|revisions?) \d[\w, ]{0,12} as"
    r"|was reported(?! as (?:an? )?(?:variant of|VUS\b|(?:likely )?(?:pathogenic|benign)\b"
    r"|class \d)(?![^.]*\b(?:(?:19|20)\d\d|in|by|at|now|first|before|earlier"
    r"|since|re-?classified|originally|initially|today|current(?:ly)?|error|mistake|withdrawn"
    r"|another|other lab\w*)\b))"
    r"|(?:corrected|changed|revised) from|reasons? for (?:the )?amendment"
    rf"|diagnosis (?:of |on |in )?\(?{DATE}\)?\s*:"
    r"|(?:was|were) (?:given|stated|printed|issued)(?: on [\w .,/-]{4,20})? as (?=[\"\u201c])"
    r"|(?:typing|clerical|transcription) error"
    r"|(?:reported|tested|performed|done) (?:outside\b|elsewhere|(?:by|at) an?(?:other| outside)\b)"
    r"|(?:outside|referring|referral) (?:biopsy|core|reports?)"
    r"|outside (?:laboratory |lab |tissue |blood |plasma |molecular |genetic |germline ){0,2}"
    r"(?:results?|profiles?|tests?(?! (?:regions?|range|limits?|area|scope|method)))"
    r"|on the (?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December) (?:\w+ )?(?:biopsy|sample|specimen|resection)"
    r"|\ban? (?:19|20)\d\d (?:result|report|test)|reports? on file"
    r"|on that (?:date|day|occasion)"
    r"|in (?:19|20)\d\d,? \(?(?:outside|elsewhere|(?:by|at) another)\b"
    r"|also (?:reported|found|seen|detected) in the (?:\w+ )?(?:biopsy|sample|specimen) of"
    r"|biopsy (?:\([^()]*\) )?was (?:tested|examined|read) at (?-i:[A-Z][a-z]+)"
    r"|at (?:(?:initial|primary|first) )?(?:diagnosis|presentation)\b(?:[^.;:]{0,40}"
    r"\b(?:had|carried|showed|was|were)|\s*(?:\([^()]*\)\s*)?:)"
    r"|(?:(?:reason for )?correction"
    r"|last (?:reports?|results?|tests?)\s*(?:\([^()]*\)\s*)?(?=:)"
    r"|(?:earlier|prior)(?: (?:results?|tests?|samples?|tumou?rs?|biops(?:y|ies)|specimens?)"
    r"(?:[^.;:]{0,25}\([^()]*\)| for comparison)?)?\s*):)"
    r"(?!\w)",
    re.I,
)


# "Internal control positive" is said of the healthy cells beside a stained tumor.
_INNER_CONTROL = re.compile(
    r"(?:\bwith (?:an? )?(?:\w+ )?)?\b(?:(?:internal|built-?in)(?: positive)? controls?\b"
    r"|on-slide controls?\b(?!:))"
    r"(?:\W{0,3}(?:(?:is|are|was|were) )?(?:positive|intact|present|retained|preserved"
    r"|stain\w*|appropriate|adequate|valid|acceptable|satisfactory))?",
    re.I,
)


# "(amplified = 6 or more)" tells where a word begins, not what was found.
_CUT_OFF = re.compile(
    # ">= 21 %, or biallelic BRCA1/BRCA2 loss"
    r"[>\u2265]=?\s?\d+\s?%,? or (?:biallelic )?(?-i:[A-Z0-9/]+) (?:loss|mutations?|variants?)\b"
    r"|\(cut-?off for [^()]*\)|\((?:amplified|amplification|gain)\b[^()]*?"
    r"(?:[=:<>\u2264\u2265]|or (?:more|higher|above|less|lower)|at least)[^()]*\)",
    re.I,
)


# The parts that a score is made of, and how certain it is.
_PARTS = re.compile(
    r"(?:\bL(?:OH|ST)|\bTAI)\W{1,3}\d+(?:\W{1,3}(?:and )?(?:LOH|LST|TAI)\W{1,3}\d+){2}"
    r"|\(9\d ?% (?:confidence |credible )?(?:interval|CI)\b[^()]*\)"
)


# "Only if V617F is negative" tells when a test is done.
_CONDITION = re.compile(r"\bOnly if\b[^.;\t]*")


# "(control blood negative)" is said of healthy cells too.
_HEALTHY = re.compile(
    r"\((?:matched )?(?:control|normal|healthy) (?:blood|tissue|DNA|samples?|cells?)\b[^()]*\)",
    re.I,
)


# "KRAS, which could not be tested before, is G12D": what was before is told of no more.
_BEFORE = re.compile(
    r",\s*which (?:could|was|were|is|had|has)\b[^,;.\t]{0,60}\b(?:before|earlier|previously"
    r"|formerly|at that time|in (?:the|an?) (?:last|previous|prior|earlier|first) \w+)\b"
    r"[^,;.\t]{0,30},",
    re.I,
)


NO_CURE = r"\bno (?:[\w-]+ ){0,3}?(?:therap(?:y|ies)|treatments?|drugs?|medicines?|trials?)\b(?!-)"
# "No approved therapy for the following variants" denies no variant.
_NO_DRUG = re.compile(rf"{NO_CURE}[^.;:\t]*\bfollowing\b", re.I)


_HER2_CLASS = re.compile(
    r"(?<=[0-3]\+)\s*\([^()]*\bHER2[- ](?:positive|negative|low|ultra-?low)\b[^()]*\)", re.I
)
"""What a score of the stain is called: "1+ (not HER2-positive; HER2-low)"."""


_ASIDES = (
    _HER2_CLASS, _BEFORE, _INNER_CONTROL, _HEALTHY, _CUT_OFF, _CONDITION, _NO_DRUG, _PARTS,
    *SCALES,
)  # fmt: skip


def without_asides(row: Row) -> Row:
    """The row without earlier reports and cut-offs in brackets, inner controls, unticked boxes."""
    text = re.sub(
        r"\([^()]*\)", lambda m: " " * len(m[0]) if _EARLIER.search(m[0]) else m[0], row.text
    )
    text = without_diseases(without_unticked(text))
    for pattern in _ASIDES:
        text = pattern.sub(lambda m: " " * len(m[0]), text)
    return replace(row, text=only_last(text))


_GONE = re.compile(
    r"\bno longer\b|\bnot (?:\w+ )?(?:seen|detected|found|present|identified) (?:now|in (?:this|the"
    r" (?:present|current)))\b",
    re.I,
)


def of_earlier(words: str) -> bool:
    """True for a sentence on an earlier report or sample."""
    told = _EARLIER.search(words) or from_elsewhere(words)
    return bool(told) and not _GONE.search(words)
