"""What kind of thing a question asks for: meaning, options, cost, what is inherited."""

from __future__ import annotations

import re

from pmchat.lexicon import Lexicon
from pmchat.model import Question, SectionKind
from pmchat.text import normalise

_KIND_CUES: tuple[tuple[SectionKind, str], ...] = (
    ("meaning", r"\bwhat (?:on earth|in the world|the hell|the heck) (?:is|are|does)\b"),
    (
        "side_effects",
        r"side.?ef+e?c?ts?|\bmakes? (?:you|me|him|her|people) (?:\w+ )?(?:sick|ill|tired)\b"
        r"|symptoms?|^(?!.*\bcancers?\b).*\bwatch for|toxic|react(?:ion)?s?\b|risky"
        r"|\b(?:is|are) (?:\w+ ){1,2}safe\b|\bsafe to\b|\bsafety\b",
    ),
    ("cost", r"cost|pay|bill|insurance cover|copay|afford|price|\$"),
    (
        "privacy",
        r"privacy|private|keep my|held against|stored?\b|shared?\b|who (?:can )?sees?"
        r"|\bdelete[sd]?\b"
        r"|\b(?:lose|losing|den(?:y|ied)|drop\w*|cancel\w*|raise|refus\w+)\b.{0,25}\binsur"
        r"|\binsur\w+\b.{0,30}\b(?:asks?|use[ds]?|raise|drop|deny|denied|refuse|cancel)\b"
        r"|\b(?:boss|work|job|employer|insur\w+|school|landlord|police|government)\b.{0,20}"
        r"\b(?:see|know|find out|look up|access|ask me|fire me)\b"
        r"|\b(?:boss|job|employer|(?-i:HR))\b.{0,40}\b(?:forms?|questionnaire|wants?|asks?)\b.{0,60}"
        r"\b(?:famil\w+|illness\w*|genes?|genetic\w*|tests?|history|diagnos\w+)\b",
    ),
    (
        "inheritance",
        r"inherit|hereditary|runs? in|pass(?:ed)? (?:it )?(?:on|down)"
        r"|\bskip\w*(?= (?:a |one )?gen| over|\?)|\bit (?:can |may |does )?skip"
        r"|\b(?:gets?|got|came|comes) (?:it |this |that )?(?:from|off)"
        r" (?:(?:my|our|her|his|the) )?(?:(?:mom|mum|dad|mother|father|parents?|family)\b|grand)"
        r"|\bdo(?:es)? (?:i|we|he|she|they) have it (?:too|as well|also)\b"
        r"|\b(?:did|do|will|could) i (?:give|gave|pass) (?:it|them|him|her)\b"
        r"|\b(?:have|my|our) (?:(?:two|three|\d) )?(?:boys|girls|sons|daughters|kids|children)\b"
        r"|\b(?:baby|babies|kids?|child(?:ren)?|sons?|daughters?) (?:also |too )?"
        r"(?:have|get|inherit)\b"
        r"|\bwant (?:to have )?(?:a |another )?(?:baby|kids|child(?:ren)?)\b"
        r"|\bgrand(?:kids|child\w*|sons?|daughters?)\b"
        r"|\b(?:my|our) (?:kids|child|children|sons?|daughters?|sisters?|brothers?|siblings|family)"
        r"\b(?!'s (?-i:[A-Z]))"
        r"|\b(?:my|our) (?:\w+ ){0,2}(?:baby|boys?|girls?)\b|\b(?:which|what) parent\b"
        r"|from (?:(?:both|my|his|her|either) ){1,2}(?:mom|mum|dad|mother|father|parents?)"
        r"|\b(?:mom|mum|mother)(?:'s)? (?:and|or) (?:my )?(?:dad|father)",
    ),
    ("how_it_works", r"(?:stop(?:s|ped|ping)?|quit|quits) (?:working|helping)|resistan"),
    (
        "options",
        r"treat|drugs?\b|pills?\b|therap|medicines?|options?\b|what can be done|inhibitor"
        r"|what can (?:people|someone|anyone|women|men)\b.{0,20}\bdo\b"
        r"|vaccine|blocker",
    ),
    (
        "testing",
        r"\btest(?:s|ed|ing)?\b|biopsy|find out|checked|sample"
        r"|how (?:is|are|was) .{1,20} (?:measured|done)",
    ),
    (
        "numbers",
        r"how (?:likely|common|often|many|high|accurate)|chances?\b"
        r"|(?<!\d)(?<!\d )(?<!is that )(?<!is it )(?<!is this )(?:percent|%)|odds|figures?"
        r"|risk numbers?",
    ),
    (
        "how_it_works",
        r"how (?:do|does|can|did)\b.*\b(?:work|know|attack|kill|stop)|what happens",
    ),
    (
        "limits",
        r"(?<!what )does (?:it|that|this) mean|so (?:i|do i|am i|is it)\b|isn'?t (?:it|that)"
        r"|\b(?:right|yes|yeah|correct)\?|is (?:it|that|this) (?:the same|stage)|same (?:as|thing)"
        r"|\b(?:gone|cured) for (?:good|ever)|\b(?:is|am|are) (?:\w+ ){1,3}(?:ag+res+ive|spread\w*"
        r"|cured|in remission|coming back)\b",
    ),
    (
        "next_step",
        r"what (?:should|do|can) i (?:ask|do)|questions? (?:to|should|for)|next step"
        r"|appointment|now what|prepare",
    ),
    (
        "meaning",
        r"what(?:'?s| is| are| does)|mean|explain|stand for|difference|tell me about"
        r"|\b(?:is|are) (?:it|that|this|they|these|those|\w+) (?:bad|good|normal|ok(?:ay)?)\b"
        r"|\bgood or bad\b|\bbad or good\b|\b(?:good|bad) news\b",
    ),
)
_MAY = re.compile(
    r"\b(?:can|could|may|should) (?:i|we|he|she) (?:still )?(?:have|get|take|use|try|ask for"
    r"|be (?:on|given))\b"
    r"|\bstill (?:have|get|take)\b|\b(?:ok|okay|fine|safe) (?:for me|to take)\b",
    re.IGNORECASE,
)
"""Asked of a named medicine: whether it is one for this person."""

_WHICH = re.compile(
    r"^(?:so |and |ok(?:ay)? |but )*which (?:one|ones|of (?:them|these|those))\b", re.IGNORECASE
)
"""Asked of what was spoken of before."""

_LINKS = frozenset("and but so then ok okay also what about how the one my is of for".split())
"""Words that join a bare name to what was said before."""

BARE = 3
"""Words of a question that is hardly more than a name."""


def asked_kind(text: str, question: Question, lexicon: Lexicon) -> SectionKind | None:
    """The kind asked for; a bare name ("and KRAS?") asks what was asked before, or its meaning."""
    for kind, cue in _KIND_CUES:
        if re.search(cue, text, re.IGNORECASE):
            return kind
    named = lexicon.entities(text)
    if _MAY.search(text) and any(lexicon.entries[e].kind == "drugs" for e in named):
        return "options"
    if question.history and not named and _WHICH.search(text):
        return asked_kind(normalise(question.history[-1].question), Question(text=""), lexicon)
    if not named or not is_bare(text):
        return None
    if question.history:
        return asked_kind(normalise(question.history[-1].question), Question(text=""), lexicon)
    return "meaning"


def is_bare(text: str) -> bool:
    """Whether a question is hardly more than a name ("and the KRAS one?")."""
    words = text.lower().rstrip("?!. ").split()
    return len(words) <= BARE or sum(w not in _LINKS for w in words) == 1
