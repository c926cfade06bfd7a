"""What a question is on: its words, the findings that it touches, and what to search with."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pmchat.answering.asked import BARE, asked_kind, is_bare
from pmchat.answering.changed import changed_findings
from pmchat.answering.findings import by_weight
from pmchat.answering.followup import (
    adds_to_subject,
    concludes,
    is_follow_up,
    last_subject,
    pointed_at,
)
from pmchat.answering.lookup import NOTHING_FOUND, concepts
from pmchat.answering.silent import asks_attribute
from pmchat.answering.topics import OF_VERSION
from pmchat.answering.touched import (
    Names,
    context_names,
    in_context,
    linked_to,
    printed_beside,
    sharing_words,
    touched_by,
    waiting_names,
)
from pmchat.answering.unnamed import outcome_of
from pmchat.lexicon import Lexicon
from pmchat.model import Finding, Question, Report, SectionKind
from pmchat.text import normalise

IN_LINES = r"in (?:\d+|a few|two|three|four|five|six|ten) (?:lines|words|sentences|bullets?)"
_TASK = re.compile(
    r"\b(?:(?:teaching )?slides?\b:?|(?:for )?(?:a |my )?(?:patient )?handout|one-?pager"
    rf"|{IN_LINES}"
    r"|,? ?with (?:sources?|figures?|citations?|references?)|(?:exact )?wording (?:of|for|on)"
    r"|\d+ (?:sources?|references?|figures?) (?:on|for)|(?:can|could|may|should) i quote|quote"
    r"|to hand (?:out )?to (?:a|the|my) patients?|for (?:a|my|the) (?:class|lecture|talk|students?)"
    r"|please|pls|plz|help(?= ?[!.]|$)|thanks?(?: you)?)(?!\w)",
    re.IGNORECASE,
)
"""Words for what is to be made of the answer, or for asking at all: no part of what is asked."""
_WHOLE_REPORT = re.compile(
    r"\b(?:my|the|this|his|her|wife'?s|husband'?s|mom'?s|dad'?s|mum'?s|our|whole)\s+(?:\w+\s+){0,2}"
    r"(?:reports?|results?|tests?|findings?|panel|screen)\b"
    r"|\bsummar|\bexplain (?:it|this|everything|all)\b|\b(?:all|everything) (?:of )?(?:this|that)\b"
    r"|\bshort version\b|\bnutshell\b|\btl;?dr\b"
    r"|what (?:did|was|were|does)\b.*\b(?:find|found|show)"
    r"|\bwh(?:at|ich) (?:are |were )?(?:the |her |his |my )?(?:mutations?|changes?|findings?)"
    r"(?: (?:they )?(?:found|here|(?:on|in) (?:it|this|my report|the tumou?r)))?\W*(?:short|$)"
    r"|\b(?:positive|negative) for (?:\w+ ){0,3}(?:things?|genes?|changes?|mutations?)\b"
    r"|\bbreak (?:it|this|that) down\b|\bwalk me through (?:it|this|that)\b"
    r"|\bwhat(?:'?s| is| are| were)? (?:the )?(?:main|key|most important|big) "
    r"(?:things?|points?|results?|findings?|facts?)\b"
    r"|\bwhich (?:one|ones|(?:one )?of (?:them|these|those|the \w+))\b.*"
    r"\b(?:worr\w+|matters?|important|serious|bad|worst|main)\b"
    r"|\bhow many (?:\w+ )?(?:changes|mutations|variants|findings|things)\b",
    re.IGNORECASE,
)
_IN_SHORT = re.compile(
    r"\bsummar(?:y|i[sz]e)\b|\bshort version\b|\b\d lines\b"
    r"|^\W*what does (?:it|this|that) say(?: about (?:me|us|him|her))?\W*$",
    re.IGNORECASE,
)
"""Asked of all of a report, whoever is to have it."""

_WHERE = re.compile(
    r"^\W*(?:\w+\W+){0,2}(?:where|why) (?:is|are|was|were)(?:n'?t)?\b", re.IGNORECASE
)
"""Asked of one thing that is missed."""

_IF_MINE = re.compile(r"\bdo (?:i|we) (?:also |now )?have (?:the|it|this|that)\b", re.IGNORECASE)
"""Asked of the person, whoever's report it is."""

_ON_REPORT = re.compile(
    r"\bmy\b|\b(?:report|result|line|lab)s?\b|\b(?:it|that|this) (?:says?|lists?|shows?)\b"
    r"|^\W*(?:\w+\W*){1,4}$",
    re.IGNORECASE,
)
_IT = re.compile(r"\b(?:it|that|this)\b", re.IGNORECASE)
_IT_FIRST = re.compile(
    r"^(?:(?:but|and|so|then|ok|okay|well|yes|no)\W+)*(?:it|that one|this one)\b", re.IGNORECASE
)
_TREATMENTS = frozenset({"chemotherapy", "radiation therapy"})
"""Treatments that belong to no result."""

_KIN = re.compile(
    r"\b(?:sisters?|brothers?|siblings?|daughters?|sons?|kids|child(?:ren)?|cousins?|relatives?)\b",
    re.IGNORECASE,
)
_IS_ILLNESS = re.compile(
    r"\b(?:(?:is|was|could) (?:it|this|that)|do (?:i|we)(?: \w+)? have)\b"
    r".*\b(?:cancer|leuka?emia|lymphoma|tumou?r)\b",
    re.IGNORECASE,
)
_NEW_CLASS = re.compile(
    r"\bchang\w+ (?:their|there|its|the lab'?s) minds?\b|\breclass\w+|\bnew class\b|\bupgrad\w+",
    re.IGNORECASE,
)
"""Asked of a class that may change."""

_POINTING = frozenset("it this that change variant mutation finding result".split())
_ABOUT_IT = _POINTING | frozenset(
    "a about again am an and anyway are as bad badly big but can clear could danger dangerous deal "
    "did do does explain for good harmful have here how i i'm in is just mean means me my news no "
    "normal now of ok okay on one or pathogenic please really right safe scary serious should so "
    "tell the then there to understand was what what's why will with worried worry wrong you "
    "your".split()
)
"""Words of a question that points at what was found and names none of it."""

_ON_CHECKS = re.compile(
    r"\b(?:colonoscop\w+|mammogram\w*|MRIs?|screening|check-?ups?|checks"
    r"|am i (?:safe|free|clear))\b",
    re.IGNORECASE,
)
"""Asked of checks, which follow what a germline test gave in all."""

_TIMES = re.compile(r"\bhow (?:long|often|soon)\b|^\W*when\b", re.IGNORECASE)
"""Asked of a treatment's course, which no finding tells."""
_OF_ME = re.compile(
    r"\b(?:i|me|my|mine|i'?m|i'?ll|he|she|him|her|his|mom|mum|dad|wife|husband)\b", re.IGNORECASE
)
CONTEXT_KINDS: frozenset[SectionKind | None] = frozenset({"inheritance", "options", "side_effects"})
"""What can be asked of "it", meaning the changes on the report."""

OF_FINDINGS: frozenset[SectionKind | None] = frozenset(
    {"options", "limits", "meaning", "how_it_works", "next_step", None}
)
"""What is asked of a treatment that the results behind it bear on."""

GENERAL_KINDS: frozenset[SectionKind | None] = frozenset({"privacy", "cost"})
"""What is asked of tests and care at large, whatever was spoken of before."""

AT_MOST = 3
"""How many findings of a tumor are told to one who asks if "it" is inherited."""


@dataclass(frozen=True)
class Words:
    """The words of a question, the kind of thing that it asks, and the names in it."""

    text: str
    asked: SectionKind | None
    entities: list[str]


@dataclass(frozen=True)
class Subject:
    """The findings that a question touches, the names behind them, whether it is on the `whole`
    report, the names that are `held` until the person has checked them, and what to search."""

    findings: tuple[Finding, ...]
    whole: bool
    held: tuple[str, ...]
    named: tuple[str, ...]
    query: str


def read_subject(question: Question, names: Names, lexicon: Lexicon) -> tuple[Words, Subject]:
    """The words, and the findings that they touch: those named, else those meant."""
    report, text = question.report, normalise(question.text)
    asked = asked_kind(text, question, lexicon)
    entities, findings = _named(question, text, asked, names, lexicon)
    words = Words(text, asked, entities)
    whole = report is not None and _asks_whole_report(text, asked, entities, findings, lexicon)
    held = waiting_names(entities, report, lexicon)
    # no other result stands in for one that waits, or is told of cost and privacy
    named_alone = bool(held) or (asked in GENERAL_KINDS and not whole)
    if named_alone:
        findings = tuple(f for f in findings if {*names[f.id], f.analyte} & set(entities))
    elif report and not findings:
        findings = _on_report(words, report, names, lexicon, whole=whole)
    query = _query(text, asked, entities, lexicon)
    named = concepts(findings, names)
    if report and not findings and not named_alone:
        findings, named = _from_context(words, report, names, lexicon)
        query = with_names(text, named, asked) if named else query
    return words, Subject(findings, whole, held, tuple(named), query)


def _asks_whole_report(
    text: str,
    asked: SectionKind | None,
    entities: list[str],
    findings: tuple[Finding, ...],
    lexicon: Lexicon,
) -> bool:
    """Whether a question is on all that the report says, and not on what to do with it."""
    aside = CONTEXT_KINDS | GENERAL_KINDS | {"next_step"}
    named = {lexicon.entries[e].kind for e in entities} - {"conditions", "tests"}
    if findings or named or asks_attribute(text):
        return False
    if _IN_SHORT.search(text):
        return True
    if asked in aside:
        return False
    if _IF_MINE.search(text) or OF_VERSION.search(text) or _WHERE.search(text):
        return False
    return bool(_WHOLE_REPORT.search(text))


def _on_report(
    words: Words, report: Report, names: Names, lexicon: Lexicon, *, whole: bool
) -> tuple[Finding, ...]:
    """The findings that a question is on which names none: all of them, those behind a treatment
    asked about, or those whose lines share its words."""
    if whole:
        return tuple(by_weight(report.findings))
    linked: tuple[Finding, ...] = ()
    on_report = _OF_ME.search(words.text) or (
        words.asked != "meaning" and _ON_REPORT.search(words.text)
    )
    of_me = on_report or printed_beside(words.entities, report, lexicon)
    if words.asked in OF_FINDINGS and of_me:
        linked = linked_to(words.entities, report, names, lexicon)
    if linked or not _ON_REPORT.search(words.text):
        return linked
    kin = words.asked == "inheritance" and _names_no_gene(words.entities, lexicon)
    return (kin and in_context("inheritance", report)) or tuple(sharing_words(words.text, report))


def _from_context(
    words: Words, report: Report, names: Names, lexicon: Lexicon
) -> tuple[tuple[Finding, ...], list[str]]:
    """The findings behind a question that names nothing tested, and the names to search with."""
    asked = words.asked
    of_them = asked in CONTEXT_KINDS or (asked == "next_step" and not words.entities)
    nameless = _names_no_gene(words.entities, lexicon) and not _TIMES.search(words.text)
    if of_them and nameless:
        findings = in_context(asked, report)
        others = tuple(by_weight(in_context(None, report))[:AT_MOST])
        single = others if len(others) == 1 else ()
        return findings or others, context_names(asked, findings or single, names)
    ends = asked == "how_it_works" and _names_drugs(words.entities, lexicon)
    if ends or (nameless and _IS_ILLNESS.search(words.text)):
        findings = in_context(None, report)
        findings = findings if len(findings) <= AT_MOST or not ends else ()
        return findings, context_names(None, findings, names)
    unclear = tuple(f for f in report.findings if f.classification == "vus")
    if _NEW_CLASS.search(words.text) and not words.entities:
        return unclear, context_names(None, unclear, names)
    if _points_at_it(words.text):
        overall = tuple(f for f in report.findings if f.kind == "summary")
        findings = in_context(None, report) or unclear or overall or report.findings
        findings = tuple(by_weight(findings)[:AT_MOST])
        return findings, context_names(None, findings, names)
    if report.family == "germline" and _ON_CHECKS.search(words.text):
        findings = in_context("inheritance", report) or outcome_of(report)
        return findings, context_names(None, findings, names)
    if _asks_own_risk(words.text, words.entities, lexicon):
        findings = in_context("inheritance", report)
        return findings, context_names("numbers", findings, names)
    return (), []


def _points_at_it(text: str) -> bool:
    """Whether a question is on "it" or "this change", and on nothing else."""
    words = set(re.findall(r"[a-z0-9']+", text.lower()))
    return bool(words & _POINTING) and words <= _ABOUT_IT


def _names_no_gene(entities: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether a question names illnesses at most, or chemotherapy: "pills or only chemo"."""
    others = set(entities) - _TREATMENTS
    return {lexicon.entries[e].kind for e in others} <= {"conditions"}


def _names_drugs(entities: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether a question names medicines, and illnesses at most beside them."""
    kinds = {lexicon.entries[e].kind for e in entities}
    return "drugs" in kinds and kinds <= {"drugs", "conditions"}


def _asks_own_risk(text: str, entities: list[str], lexicon: Lexicon) -> bool:
    """Whether a person asks of themselves whether an illness will come ("will I get cancer")."""
    kinds = {lexicon.entries[e].kind for e in entities}
    return kinds == {"conditions"} and bool(_OF_ME.search(text))


def _named(
    question: Question, text: str, asked: SectionKind | None, names: Names, lexicon: Lexicon
) -> tuple[list[str], tuple[Finding, ...]]:
    """The names that a question is about, its own or earlier ones, and the findings touched."""
    own = lexicon.entities(text)
    report = question.report
    if report and (changed := changed_findings(text, report)):
        of_names = [f for f in changed if set(own) & set(names[f.id])]
        return own, tuple(of_names or changed)
    findings = touched_by(_TASK.sub(" ", text), own, report, names, lexicon) if report else ()
    kinds = {lexicon.entries[e].kind for e in own}
    nothing_tested = kinds <= {"conditions"} and (not own or bool(_IT.search(text)))
    # "but it was not detected last year" is on what was spoken of
    leads = set(own) <= NOTHING_FOUND and bool(_IT_FIRST.match(text))
    open_now = leads or not findings
    if (nothing_tested or leads) and open_now and report and (pointed := pointed_at(question)):
        open_to = in_context(asked, report) if asked in CONTEXT_KINDS else ()
        overall = all(f.kind == "summary" for f in pointed)
        pointed = [f for f in open_to if overall or f in pointed] or pointed
        return list(dict.fromkeys([*own, *(n for f in pointed for n in names[f.id])])), tuple(
            pointed
        )
    if own and not adds_to_subject(text, lexicon):
        return own, findings
    if (findings and not own) or asked in GENERAL_KINDS or not (own or is_follow_up(text)):
        return own, findings
    earlier = last_subject(question, lexicon)
    if own and not (earlier and concludes(text, lexicon)):
        before = touched_by("", earlier, report, names, lexicon) if report and earlier else ()
        named = tuple(f for f in findings if set(own) & set(names[f.id]) and f not in before)
        return list(dict.fromkeys([*own, *earlier])), (*before, *named) if before else findings
    return earlier, touched_by(text, earlier, report, names, lexicon) if report else ()


def _query(text: str, asked: SectionKind | None, entities: list[str], lexicon: Lexicon) -> str:
    """The words to search with: those typed, with the names that they leave out."""
    own = lexicon.entities(text)
    asked_for = " ".join(_TASK.sub(" ", text).split())
    text = asked_for if len(asked_for.split()) >= BARE else text
    if own and asked == "inheritance" and _KIN.search(text):
        return with_names(text, [], asked)
    if entities != own:
        return with_names(text, entities, asked)
    if own and asked and is_bare(text):
        return f"{text} {asked.replace('_', ' ')}"
    if not own and asked in GENERAL_KINDS and is_follow_up(text):
        return f"{text} (my genetic test result)"
    return text


def with_names(text: str, names: Sequence[str], asked: SectionKind | None) -> str:
    """A question that leaves out what it is about; one on relatives is on what they inherit."""
    kin = ["chance to inherit it in the family"] if asked == "inheritance" else []
    return f"{text} ({', '.join([*names, *kin])})"
