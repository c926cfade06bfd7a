"""What the statements of a report are on: the family, what was not tested, what to do next."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pmchat.model import Evidence, SectionKind


@dataclass(frozen=True)
class Topic:
    """A thing that remarks are on: how they say it, and by which kind or words it is asked.

    What is `of_all` is told of a whole report, whatever is asked.
    """

    said: re.Pattern[str]
    kinds: frozenset[SectionKind | None]
    asked: re.Pattern[str]
    of_all: bool = False


def _topic(
    said: str,
    kinds: Sequence[SectionKind | None],
    asked: str,
    *,
    of_all: bool = False,
) -> Topic:
    said_in, asked_in = re.compile(said, re.I), re.compile(asked, re.I)
    return Topic(said_in, frozenset(kinds), asked_in, of_all)


_VERSION = (
    r"\b(?:amend|addend|correct|revis)\w*|\bmix(?:ed)? (?:\w+ )?up\b"
    r"|\bsaid\b.*\b(?:now|this one)\b.*\bsays?\b"
)
OF_VERSION = re.compile(_VERSION, re.IGNORECASE)
"""Asked of a newer version of the report."""

CORRECTED = _topic(
    r"\b(?:amend|addend|correct|revis|reclassif|supersed)\w*"
    r"|\breplac\w+ (?:\w+ ){0,2}(?:report|version|letter)\b",
    (),
    rf"{_VERSION}|\b(?:reclass|updat)\w*|\bchanged\b|\bnew(?:er)? report|\bversions?\b"
    r"|\b(?:first|old|other|last|earlier) (?:report|said|paper|one|version)"
    r"|\bused to\b|\bnow (?:it|its|says?|is)\b|\bwrong\b|\bis right\b"
    r"|\b(?:two|2|both) (?:papers|reports|versions|letters)\b",
    of_all=True,
)
"""Told only where it is asked, whatever it names."""

TOPICS = (
    CORRECTED,
    _topic(
        r"\b(?:mother|father|sister|brother|aunt|uncle|cousin|grand\w+|family history)\b",
        ("inheritance",),
        r"\b(?:famil\w+|mom|mum|dad|mother|father|sister|brother|aunt|uncle|grand\w+)\b",
    ),
    _topic(
        r"\b(?:germline|inherit\w*|heritable|constitutional|blood cells?|ha?ematopoiesis|parents?"
        r"|matched normal|normal sample|tumou?r[- ]only|tumou?r tissue only"
        r"|relatives?|de novo|carriers?|sporadic|genetic counsel\w*|children)\b",
        ("inheritance",),
        r"\b(?:inherit\w*|born|blood|famil\w+|relatives?|parents?|passed?|gave|give|germline"
        r"|lynch|hereditary|syndrome|polyposis|cowden|fraumeni|kids|child\w*|sons?|daughters?|brothers?|sisters?|grand\w+|mom|mum|dad|baby"
        r"|(?:yr|years?) old)\b",
        of_all=True,
    ),
    _topic(
        r"\b(?:not|n't|never) (?:\w+ ){0,2}(?:part|includ\w*|test\w*|perform\w*|examin\w*"
        r"|evaluat\w*|analy[sz]\w*|sequenced|ordered|looked|done|sampled|assess\w*|cover\w*|called)\b"
        r"|\b(?:cannot|could not) be (?:called|assess\w*|determin\w*)|\bfailure\b|\bno call\b",
        ("testing",),
        r"\b(?:test\w*|look\w*|check\w*|miss\w*|cover\w*|includ\w*|fail\w*|enough|negative|clear)\b",
        of_all=True,
    ),
    _topic(
        r"\b(?:recommend\w*|suggest\w*|consider(?:ed)?|advis\w*|offered|repeat|new sample)\b",
        ("next_step",),
        r"\b(?:next|now what|(?:happens?|what) now|again|repeat|more tests?"
        r"|another (?:test|biopsy)|do now|clear)\b",
        of_all=True,
    ),
    _topic(
        r"\b(?:cannot|can ?not|does not|do not|did not|should not|limit\w*|below|low"
        r"|insufficient|fraction)\b",
        ("limits",),
        r"\b(?:sure|certain|trust|reliable|accurate|rule\w* out|miss\w*|negative|clear|not found"
        r"|fraction|enough|low|skip)\b",
    ),
)

TREATMENT = _topic(
    r"\b(?:treat(?:ment|able|ed|ing)?|therap(?:y|ies)|medicines?|suitable|clinical criteria)\b",
    ("options", "side_effects"),
    r"\b(?:treat\w*|chemo\w*|drugs?|pills?|tablets?|medicines?|tak(?:e|ing))\b",
    of_all=True,
)
"""What the laboratory says of treatment at large: no drug is named in it, and no dose."""

DENIALS = _topic(
    r"\bnot (?:a |an )?(?:tests?|diagnos\w*|measure|proof|establish\w*|evidence)\b|\balone\b"
    r"|\b(?:does|do|is|are) not (?:the (?:same|share)|mean|show|replace|prove|tell)\b",
    ("limits",),
    r"\b(?:so|then|right|yes|yeah|cured?|gone|work(?:s|ing)?|fail\w*|left|another)\b"
    r"|\b(?:do|have|does) (?:i|it|that)\b|\bis (?:it|this|that)\b",
)
"""What a result is not, told where a question draws a conclusion."""

WARNINGS = _topic(
    r"\b(?:do not|don't|should not|must not|never)\b.{0,60}\b(?:chang|stop|start)\w*",
    (),
    r"\b(?:stop|start|swop|swap|switch|chang\w*|tak(?:e|ing)|skip|dose|chemo\w*|drugs?|pills?"
    r"|medicines?)\b",
)
"""What not to do with a medicine alone."""

OF_NEGATIVES = _topic(
    r"\b(?:negative|not detected|not found|absence)\b.{0,60}\b(?:rule out|exclude|mean|preclude)\b",
    (),
    r"\b(?:not|no|none|negative|miss\w*|clear|sure|rule\w* out|trust|certain|accurate)\b",
)
"""Told whenever something was not found, and to those who ask of that."""

OF_ORIGIN = _topic(
    r"\b(?:germline|inherit\w*|tumou?r[- ]only|normal (?:sample|tissue|control)|predisposition"
    r"|constitutional)\b",
    ("inheritance",),
    r"\b(?:inherit\w*|hereditary|germline|born with|syndrome"
    r"|from (?:my|his|her|our) (?:parents?|mom|mum|dad|mother|father))\b",
)
FAILED = _topic(
    r"\bfail\w*\b|\bnot reported\b|\bno call\b|\bcould not be\b|\binsufficient\b",
    (),
    r"\bfail\w*|\beverything\b.*\b(?:test|check|look)\w*|\bnot enough\b|\bwhy (?:not|didn'?t)\b",
)
NOTHING_HARMFUL = _topic(
    r"\bno (?:pathogenic|reportable|clinically|disease[- ]causing|deleterious|other)\b"
    r".{0,60}\bvariants?\b|\buninformative\b",
    (),
    r"\bnegative\b|\bclear\b|\bclean\b|\bVUS\b|\ball genes\b|\bwhat (?:did|was)\b.*\bfound?\b",
)
FAMILY = _topic(
    r"\bfamily history\b|\b(?:maternal|paternal)\b|\b(?:mother|father|sister|brother|aunt|uncle)\b"
    r".{0,40}\bcancer\b",
    (),
    r"\bnegative\b|\bskip\w*|\bfree\b|\bfamily\b|\b(?:mom|mum|mother|father|dad|aunt|uncle|sister"
    r"|brother|grand\w+)\b",
)
DELETIONS = _topic(
    r"\bdel(?:etion)?s? ?(?:/|and) ?dup|\bMLPA\b|\bcopy[- ]number (?:analysis|changes?)\b"
    r"|\b(?:large|gross|whole[- ]exon) (?:deletions?|rearrangements?)\b",
    (),
    r"\bmissing (?:pieces?|peices?|parts?|bits?|chunks?)\b|\bdeletions?\b|\bduplications?\b"
    r"|\bMLPA\b|\b(?:large|big) (?:\w+ )?(?:missing|changes?|pieces?|peices?)\b",
)
SURE_TOPICS = (CORRECTED, OF_ORIGIN, FAILED, NOTHING_HARMFUL, FAMILY, DELETIONS)
"""Told of whenever they are asked of: what the report says of just this."""

FIELDS = (
    DELETIONS,
    _topic(
        r"tumou?r (?:content|nuclei|cells|purity)|cellularity|purity|^tumou?r:? \d",
        (),
        r"\btumou?r (?:content|nuclei|cells|purity)|\bpurity\b|\bcellularity\b",
    ),
    _topic(
        r"diagnosis|histology|tumou?r type|indication|stage|gleason|grade",
        (),
        r"\bdiagnos\w+|\b(?:what|which) (?:kind|type|sort)?(?: of)? ?cancer|\bspread\w*"
        r"|\bmetasta\w+|\bmets\b|\bstage\b|\bgleason\b|\bgrade\b",
    ),
    _topic(
        r"specimen|sample|tissue|site|block|procedure",
        (),
        r"\b(?:sample|specimen|biops\w+|saliva|spit|swab)\b|\bwhere .{0,20}(?:taken|from)\b"
        r"|\bwhat (?:did they|was) test|\btumou?r (?:content|nuclei|purity)",
    ),
    _topic(
        r"collect|drawn|received|report",
        (),
        r"^(?!.*\bwhen will\b).*\b(?:when (?:was|did|were|is)|date[ds]?|how old|how long ago"
        r"|out of date|(?:biopsy|sample|tissue|test) (?:is|was) from|from (?:19|20)\d\d)\b",
    ),
    _topic(
        r"\b(?:previous|prior|earlier|last) (?:report|result|test|sample|specimen)s?\b",
        (),
        r"\blast time\b|\bsince (?:the )?(?:last|first)\b|\b(?:gone|went|going|go) (?:up|down)\b"
        r"|\bcompar\w+|\bearlier (?:test|report|result)\b|\bchanged since\b",
    ),
    _topic(
        r"\d+ genes",
        (),
        r"\b(?:which|what|how many|all|every|the) (?:\w+ )?genes\b|\bpanel\b"
        r"|\b(?:was|were|is|are|did)\b.{0,40}\b(?:tested|checked|look\w*|included|covered)\b",
    ),
    _topic(
        r"therapy|treatment|medic",
        (),
        r"\b(?:prior|previous|earlier)\b|\bmedicines?\b.*\b(?:list\w*|form|report)\b"
        r"|\bwhy (?:do|did|have|is|now)\b",
    ),
)
"""What the fields of a report's head are on, and by which words they are asked for."""


def is_on(remark: Evidence, topics: Sequence[Topic]) -> bool:
    """Whether a statement is on any of these."""
    return any(topic.said.search(remark.text) for topic in topics)
