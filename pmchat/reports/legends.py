"""From where on a value counts as positive: words on scales and cut-offs, which are no result."""

from __future__ import annotations

import re

_VERDICT = r"(?:positive|negative|high|low|equivocal)\b"
_FROM = r"[<>\u2264\u2265]=? ?\d[\d.]*\s?[%+]?"
_CELLS = r"(?: (?:of )?(?:the )?(?:[\w-]+ )?(?:cells|nuclei)(?: (?:stained|staining|positive))?)"
_SCALE = re.compile(
    r"\b(?:positive|negative) (?:is|means) (?:at least )?\d"
    r"|(?<![\w.-])[0-3]\+? (?:is|are|means?|=) (?:\w+ )?(?:positive|negative|equivocal)"
    # "ER: > 50 % of cells are positive" is a result, "> 50 % of cells is positive" a scale
    rf"|{_FROM}{_CELLS}? (?:is|counts? as|means?) (?:\w+ )?{_VERDICT}"
    rf"|(?<!: ){_FROM} are (?:\w+ )?{_VERDICT}|{_FROM} positive (?:cells|nuclei) are {_VERDICT}"
    rf"|(?=[<\u2264]){_FROM}{_CELLS} are (?:\w+ )?{_VERDICT}"
    r"|(?<!no )\bloss of (?:at least one|one or more|any) of\b(?!.*\b(?:lost|absent|missing)\b)"
    r"|\b(?:proficient|deficient|positive|negative|intact|equivocal) "
    r"(?:(?:=|means|requires|denotes) (?:retained|either|that)"
    r"|(?:=|is|means|requires|denotes) (?:all|any|at least|one or more|loss|when"
    r"|[<>\u2264\u2265]))"
    r"|\bis (?:called |considered |reported as )?(?:positive|negative|high|low|deficient) "
    r"(?:when|if|where)\b(?! (?:scored|assessed|read|tested|stained))"
    # "Loss of MSH2 and/or MSH6: high probability of Lynch syndrome"
    r"|(?<!no )\bloss of (?-i:[A-Z0-9]+) and/or\b"
    # "PD-L1 categories: <1% negative; 1-49% low"
    r"|[<\u2264]\s?\d+\s?% (?:is )?negative[;,] ?\d+ ?(?:-|\u2013|to) ?\d+ ?% (?:is )?"
    r"(?:low|positive)"
    # "MSI-High: 20 % or more of loci"
    r"|\d ?% or (?:more|above|higher) of (?:the )?(?:\w+ )?(?:loci|markers|sites|microsatellites)\b"
    # "ratio >= 2.0 with 4.0 or more copies = amplified", "a ratio of 2.0 or more is amplified"
    rf"|(?:{_FROM}|\b\d[\d.]* or (?:more|higher|above)\b)(?:[^.;]|\.(?=\d)){{0,50}}?"
    r"(?: is| ?=| means| counts as) (?:not )?amplified\b"
    r"|\b(?:ISH|FISH|IHC) (?:positive|negative)\s?[:=]\s*[^.;]{0,40}[<\u2264\u2265>]=? ?\d",
    re.I,
)
# "A positive result means ...", "Scoring: ER/PR positive >= 1 %"
_OF_ANY = re.compile(
    r"\W*(?:an? |any )(?:positive|negative|high|low|normal|abnormal) (?:[\w-]+ ){1,3}"
    r"(?:(?:is|requires|needs) (?:an? |any |the )?(?:\w+ )?"
    r"(?:score|value|result|share|pathogenic|ratio|presence)\b|(?:means|implies|indicates)\b)"
    r"|\W*(?:scoring|cut-?offs?|thresholds?)\b[^.;]{0,40}\b(?:positive|negative)\W{0,4}"
    r"[<>\u2264\u2265]=? ?\d",
    re.I,
)


def tells_scale(sentence: str) -> bool:
    """True for a sentence on a scale or a cut-off."""
    return bool(_SCALE.search(sentence) or _OF_ANY.match(sentence))


# "IC >= 1% = Positive" is a scale.
_EQUALS = re.compile(
    r"(?:\b(?:IC|TC|TPS|CPS|score)\s*)?(?:[<>\u2264\u2265]=?)\s*\d+(?:\.\d+)?\s*%?\s*="
    r"\s*(?:positive|negative|high|low)\b",
    re.I,
)
# "60 %; >= 50 % is high expression" and "90 % (>= 1 % is positive)" say how the value counts.
_COUNTS_AS = re.compile(
    r"[(;]\s*(?:[<>\u2264\u2265]=?|at least)\s?\d+\s?%?(?: [a-z ]{1,30})? "
    r"(?:is|=|counts? as|means) (?:\w+ )?(?:positive|negative|high|low|equivocal)\b[^();.]*\)?",
    re.I,
)
# "dMMR: loss of at least one. pMMR: all four intact." tells what both states are.
_BOTH_STATES = re.compile(
    r"\bdMMR\s?[:=][^.;]*[.;]\s*pMMR\s?[:=][^.;]*|\bpMMR\s?[:=][^.;]*[.;]\s*dMMR\s?[:=][^.;]*", re.I
)
# "Negative (Score 0 or 1+); Equivocal (Score 2+)": each word with what it stands for. A score
# without % or + is weighed by the cut-off in the bracket behind it.
_STANDS_FOR = (
    r"(?:low |weakly )?(?:positive|negative|equivocal)\s?(?:[:=]\s?|\((?=[^()]*\)))(?:score |IHC )?"
    r"(?:[<>\u2264\u2265]=? ?)?\d[^();,]{0,40}\)?"
)
_IN_TURN = re.compile(
    rf"(?:\((?![^()%+]*\))|(?<!\())\b{_STANDS_FOR}(?:\s?[;,]\s?(?:or |and )?{_STANDS_FOR})+", re.I
)
# "Group 1: ratio >= 2.0 and ...; group 5: ratio < 2.0 and ..."
_GROUP = r"group [1-5]\s?[:=(]\s?(?:[^.;]|\.(?=\d))*?[<>\u2264\u2265](?:[^.;]|\.(?=\d))*"
_GROUPS = re.compile(rf"\b{_GROUP}(?:;\s*(?:and )?{_GROUP})+", re.I)
# "0 no reactivity in any cell; 1+ faint; 2+ moderate; 3+ strong"
_EACH_SCORE = re.compile(
    r"\b0\b(?:(?!\d\+)[^.])*\b1\+(?!\W{0,3}\d)(?:(?!\d\+)[^.])*\b2\+(?:(?!\d\+)[^.])*\b3\+[^.;]*",
    re.I,
)
# "0/1+ negative; 2+ equivocal; 3+ positive"
_EACH_VERDICT = re.compile(
    r"\b(?:0(?:/| ?(?:or|-|to) ?))?1\+ (?:is |= ?)?negative[;,] ?2\+ (?:is |= ?)?equivocal"
    r"(?:[;,] ?(?:and )?3\+ (?:is |= ?)?positive)?",
    re.I,
)
SCALES = (_EQUALS, _COUNTS_AS, _BOTH_STATES, _IN_TURN, _GROUPS, _EACH_SCORE, _EACH_VERDICT)
"""What a scale printed beside a result says."""

# "NEGATIVE ------|------ POSITIVE"
_DRAWN = re.compile(
    r"\W*(?:negative|low|normal)\W{4,}(?:\w+\W{4,})?(?:positive|high|abnormal)\W*", re.I
)


def draws_scale(line: str) -> bool:
    """True for a line that is nothing but the two ends of a scale."""
    return bool(_DRAWN.fullmatch(line))


_THRESHOLD = re.compile(
    r"[^.;\d(\[]{0,20}?\b(?:threshold|cut-?off|reference (?:range|value)"
    r"|(?:positive|negative|normal) if)\b",
    re.I,
)


def of_threshold(words: str) -> bool:
    """True for the words behind a name that tell from where on its result counts."""
    return bool(_THRESHOLD.match(words))
