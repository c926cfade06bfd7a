"""What a question is about: names, the kind of thing asked, findings, the earlier subject."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pmchat.answering.asked import BARE, asked_kind, is_bare
from pmchat.answering.cancers import own_cancers
from pmchat.answering.changed import changed_findings
from pmchat.answering.codes import codes
from pmchat.answering.findings import by_weight
from pmchat.answering.followup import (
    adds_to_subject,
    concludes,
    is_follow_up,
    last_subject,
    pointed_at,
)
from pmchat.answering.listed import listed_by
from pmchat.answering.lookup import concepts
from pmchat.answering.remarks import Near, remarks_of_all, remarks_on
from pmchat.answering.repeated import asks_share
from pmchat.answering.silent import asks_attribute, silent_on
from pmchat.answering.touched import (
    Names,
    context_names,
    in_context,
    linked_to,
    look_alikes_of,
    names_of_findings,
    not_stated,
    printed_beside,
    sharing_words,
    touched_by,
    waiting_names,
)
from pmchat.lexicon import Lexicon
from pmchat.model import Evidence, Finding, Question, Report, SectionKind
from pmchat.text import normalise

_IN_LINES = r"in (?:\d+|a few|two|three|four|five|six|ten) (?:lines|words|sentences|bullets?)"
_TASK = re.compile(
    r"\b(?:(?:teaching )?slides?\b:?|(?:for )?(?:a |my )?(?:patient )?handout|one-?pager"
    rf"|{_IN_LINES}"
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
    r"|\bwhich (?:one|ones|(?:one )?of (?:them|these|those|the \w+))\b.*"
    r"\b(?:worr\w+|matters?|important|serious|bad|worst|main)\b"
    r"|\bhow many (?:\w+ )?(?:changes|mutations|variants|findings|things)\b",
    re.IGNORECASE,
)
_IF_MINE = re.compile(r"\bdo (?:i|we) (?:also |now )?have (?:the|it|this|that)\b", re.IGNORECASE)
"""Asked of the person, whoever's report it is."""

_BRIEF = re.compile(
    rf"\bsummar|\bbrief|\bin short\b|\bnutshell\b|\btl;?dr\b|\bshort version\b|\b{_IN_LINES}\b",
    re.IGNORECASE,
)
_ON_REPORT = re.compile(
    r"\bmy\b|\b(?:report|result|line|lab)s?\b|\b(?:it|that|this) (?:says?|lists?|shows?)\b"
    r"|^\W*(?:\w+\W*){1,4}$",
    re.IGNORECASE,
)
_IT = re.compile(r"\b(?:it|that|this)\b", re.IGNORECASE)
_KIN = re.compile(
    r"\b(?:sisters?|brothers?|siblings?|daughters?|sons?|kids|child(?:ren)?|cousins?|relatives?)\b",
    re.IGNORECASE,
)
_IS_ILLNESS = re.compile(
    r"\b(?:(?:is|was|could) (?:it|this|that)|do (?:i|we)(?: \w+)? have)\b"
    r".*\b(?:cancer|leuka?emia|lymphoma|tumou?r)\b",
    re.IGNORECASE,
)
_TIMES = re.compile(r"\bhow (?:long|often|soon)\b|^\W*when\b", re.IGNORECASE)
"""Asked of a treatment's course, which no finding tells."""
_OF_ME = re.compile(
    r"\b(?:i|me|my|mine|i'?m|i'?ll|he|she|him|her|his|mom|mum|dad|wife|husband)\b", re.IGNORECASE
)
_DISTRESS = re.compile(
    r"\b(?:scared|terrified|afraid|frightened|shaking|crying|freak\w*|panic\w*|worried|anxious"
    r"|devastated|death sentence|can'?t sleep|overwhelmed|heartbroken)\b|!!|\?{3}",
    re.IGNORECASE,
)
_PREDICTION = re.compile(
    r"\bexact(?:ly)?\b.{0,40}\b(?:chances?|odds|percent|number|risk|likelihood|date|cut-?off)\b"
    r"|\bwhich\b.{0,60}(?<!tested )(?<!test )(?<!asked )(?<!matters )"
    r"\b(?:first|next|soonest)\b(?! (?:to|one|two|find|change|gene|result|drug|in\b))"
    r"|\b(?:treatment|chemo|drug|it) is working\b"
    r"|\bis (?:my|the|his|her) (?:treatment|chemo|drug|pill) working\b"
    r"|\bhow long (?:do|will|does|would) (?:it|this|that"
    r"|(?:the|those|these|my) (?:pills?|drugs?|treatment|medicines?)) (?:keep )?"
    r"(?:work|help)\w* (?:for|on|in) (?:me|him|her)\b"
    r"|(?<!can )(?<!could )(?<!would )(?<!will )\byou (?:decide|tell me)\b",
    re.IGNORECASE,
)
CONTEXT_KINDS: frozenset[SectionKind | None] = frozenset({"inheritance", "options", "side_effects"})
"""What can be asked of "it", meaning the changes on the report."""

OF_FINDINGS: frozenset[SectionKind | None] = frozenset(
    {"options", "limits", "meaning", "how_it_works", "next_step", None}
)
"""What is asked of a treatment that the results behind it bear on."""

GENERAL_KINDS: frozenset[SectionKind | None] = frozenset({"privacy", "cost"})
"""What is asked of tests and care at large, whatever was spoken of before."""

_AT_MOST = 3
"""How many findings of a tumor are told to one who asks if "it" is inherited."""


@dataclass(frozen=True)
class _Words:
    """The words of a question, the kind of thing that it asks, and the names in it."""

    text: str
    asked: SectionKind | None
    entities: list[str]


@dataclass(frozen=True)
class Understanding:
    """What is asked.

    `text` is the question as typed, `query` what to search with, `stated` all that the report
    states, `cancers` what it names as the person's cancer,
    `concepts` are the names behind the findings touched, `inherited` those of
    them that are germline; `of_person` says that they may be so though it is not printed;
    `remarks` is what else the report says of it, `not_stated` the results that it was asked for
    and has not, `silent` what else, `mistaken` what it has of a name that looks alike,
    `waiting` what stands on lines that the person has not checked yet,
    `unknown` codes that neither library nor report knows. `brief`: the whole report is wanted
    in a few lines; `lists`: all that was not tested or not found is, and no more.
    `changes`: what differs between reports is.
    `asks_prediction`: it wants a forecast or a verdict for one person, which no page can support;
    `asks_illness`: whether a person is ill, which a test of inherited changes cannot tell.
    """

    text: str
    query: str
    entities: tuple[str, ...]
    asked: SectionKind | None
    findings: tuple[Finding, ...]
    stated: tuple[Finding, ...]
    cancers: frozenset[str]
    whole_report: bool
    brief: bool
    lists: bool
    changes: bool
    concepts: tuple[str, ...]
    inherited: frozenset[str]
    of_person: bool
    remarks: tuple[Evidence, ...]
    not_stated: tuple[str, ...]
    silent: tuple[str, ...]
    mistaken: tuple[str, ...]
    waiting: tuple[str, ...]
    unknown: tuple[str, ...]
    asks_prediction: bool
    distressed: bool
    asks_illness: bool = False

    @property
    def has_found(self) -> bool:
        """Whether any finding touched was found, or was measured and is unclear."""
        return any(
            f.polarity == "present" or (f.polarity == "indeterminate" and f.value)
            for f in self.findings
        )

    @property
    def nothing_read(self) -> bool:
        """Whether all of a report was asked for in which no result could be read."""
        return self.whole_report and not (self.findings or self.asks_prediction)


def understand(
    question: Question,
    lexicon: Lexicon,
    known_codes: frozenset[str],
    near: Near = lambda _text, remarks: [0.0] * len(remarks),
) -> Understanding:
    """Read a question with its history and report.

    `known_codes` are the codes that the library knows, as `codes` gives them; `near` tells how
    near the report's remarks are to the question.
    """
    text = normalise(question.text)
    report = question.report
    names = names_of_findings(report, lexicon)
    asked = asked_kind(text, question, lexicon)
    entities, findings = _subject(question, text, asked, names, lexicon)
    words = _Words(text, asked, entities)
    whole = report is not None and _asks_whole_report(text, asked, entities, findings, lexicon)
    held = waiting_names(entities, report, lexicon)
    if held:  # no other result stands in for one that waits
        findings = tuple(f for f in findings if {*names[f.id], f.analyte} & set(entities))
    elif report and not findings:
        findings = _on_report(words, report, names, lexicon, whole=whole)
    query = _query(text, asked, entities, lexicon)
    named = concepts(findings, names)
    if report and not findings and not held:
        findings, named = _from_context(words, report, names, lexicon)
        query = _with_names(text, named, asked) if named else query
    share = ["VAF"] if asks_share(text, findings) else []
    cancers = own_cancers(report, lexicon)
    if findings and not whole:
        query = query if lexicon.entities(text) else _with_names(text, named[:_AT_MOST], asked)
        query = _for_findings(query, asked, findings, share, cancers)
    waiting = waiting_names(None, report, lexicon) if whole else held
    unstated = not_stated(entities, report, names, lexicon) if report else ()
    missing = tuple(name for name in unstated if name not in waiting)
    printed = " ".join(f.evidence.text for f in report.findings) if report else ""
    unknown = {c for c in codes(text) - known_codes - codes(printed) if not lexicon.find(c)}
    return Understanding(
        text=text,
        query=query,
        entities=tuple(dict.fromkeys([*entities, *([] if whole else [*share, *named])])),
        asked=asked,
        findings=findings,
        stated=report.findings if report else (),
        cancers=cancers,
        whole_report=whole,
        brief=whole and bool(_BRIEF.search(text)),
        lists=report is not None and not whole and _is_list(text, report, findings),
        changes=report is not None and bool(changed_findings(text, report)),
        concepts=(*share, *named),
        inherited=frozenset(n for f in findings if f.origin == "germline" for n in names[f.id]),
        of_person=_is_of_person(report, findings),
        remarks=_remarks(words, report, lexicon, findings, missing, near=near, whole=whole),
        not_stated=missing,
        silent=silent_on(text, report, findings) if report and not missing else (),
        mistaken=look_alikes_of(missing, entities, findings, names, lexicon),
        waiting=waiting,
        unknown=tuple(sorted(unknown)),
        asks_prediction=bool(_PREDICTION.search(text)),
        distressed=bool(_DISTRESS.search(text)),
    )


def _remarks(
    words: _Words,
    report: Report | None,
    lexicon: Lexicon,
    findings: Sequence[Finding],
    not_stated: Sequence[str],
    *,
    near: Near,
    whole: bool,
) -> tuple[Evidence, ...]:
    """What else the report says of what is asked."""
    if report is None:
        return ()
    own = [e for f in findings for e in lexicon.entities(f.analyte)]
    nearest = remarks_on(
        words.text,
        report,
        lexicon,
        asked=words.asked,
        names=[*words.entities, *([] if whole else own)],
        findings=findings,
        not_stated=not_stated,
        near=near,
    )
    if not whole:
        return nearest
    of_all = remarks_of_all(report, lexicon)
    return tuple(r for r in report.remarks if r in nearest or r in of_all)


def _is_list(text: str, report: Report, findings: Sequence[Finding]) -> bool:
    """Whether a list is asked for, and the findings touched hold it."""
    listed = {f.id for f in listed_by(text, report.findings)}
    return bool(listed) and listed <= {f.id for f in findings}


def _is_of_person(report: Report | None, findings: Sequence[Finding]) -> bool:
    """Whether a report of unknown kind has no sign of a tumor: its changes may be from birth."""
    return bool(
        report
        and report.family in {"germline", "other"}
        and not report.diagnosis
        and any(f.classification in {"pathogenic", "likely_pathogenic"} for f in findings)
        and all(f.origin in {"germline", "unknown"} for f in report.findings)
    )


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
    if findings or named or asked in aside or asks_attribute(text) or _IF_MINE.search(text):
        return False
    return bool(_WHOLE_REPORT.search(text))


def _on_report(
    words: _Words, report: Report, names: Names, lexicon: Lexicon, *, whole: bool
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
    words: _Words, report: Report, names: Names, lexicon: Lexicon
) -> tuple[tuple[Finding, ...], list[str]]:
    """The findings behind a question that names nothing tested, and the names to search with."""
    asked = words.asked
    of_them = asked in CONTEXT_KINDS or (asked == "next_step" and not words.entities)
    nameless = _names_no_gene(words.entities, lexicon) and not _TIMES.search(words.text)
    if of_them and nameless:
        findings = in_context(asked, report)
        others = tuple(by_weight(in_context(None, report))[:_AT_MOST])
        single = others if len(others) == 1 else ()
        return findings or others, context_names(asked, findings or single, names)
    ends = asked == "how_it_works" and _names_drugs(words.entities, lexicon)
    if ends or (nameless and _IS_ILLNESS.search(words.text)):
        findings = in_context(None, report)
        findings = findings if len(findings) <= _AT_MOST or not ends else ()
        return findings, context_names(None, findings, names)
    if _asks_own_risk(words.text, words.entities, lexicon):
        findings = in_context("inheritance", report)
        return findings, context_names("numbers", findings, names)
    return (), []


def _names_no_gene(entities: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether a question names illnesses at most: "my sister had breast cancer"."""
    return {lexicon.entries[e].kind for e in entities} <= {"conditions"}


def _names_drugs(entities: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether a question names medicines, and illnesses at most beside them."""
    kinds = {lexicon.entries[e].kind for e in entities}
    return "drugs" in kinds and kinds <= {"drugs", "conditions"}


def _for_findings(
    query: str,
    asked: SectionKind | None,
    findings: tuple[Finding, ...],
    share: list[str],
    cancers: frozenset[str],
) -> str:
    """The words to search with, and what the findings add to them."""
    if share or all(f.classification == "vus" for f in findings):
        query = _with_names(query, share or ["VUS"], asked)
    if asked == "options" and cancers:
        query = _with_names(query, sorted(cancers), asked)
    return query


def _asks_own_risk(text: str, entities: list[str], lexicon: Lexicon) -> bool:
    """Whether a person asks of themselves whether an illness will come ("will I get cancer")."""
    kinds = {lexicon.entries[e].kind for e in entities}
    return kinds == {"conditions"} and bool(_OF_ME.search(text))


def by_names(understanding: Understanding) -> Understanding:
    """A question in a language that the search cannot read: what its names mean, in English."""
    names = ", ".join(understanding.entities)
    return replace(understanding, query=f"what is {names}" if names else "", asked="meaning")


def _subject(
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
    if nothing_tested and not findings and report and (pointed := pointed_at(question)):
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
        return list(dict.fromkeys([*own, *earlier])), (*before, *named) or findings
    return earlier, touched_by(text, earlier, report, names, lexicon) if report else ()


def _query(text: str, asked: SectionKind | None, entities: list[str], lexicon: Lexicon) -> str:
    """The words to search with: those typed, with the names that they leave out."""
    own = lexicon.entities(text)
    asked_for = " ".join(_TASK.sub(" ", text).split())
    text = asked_for if len(asked_for.split()) >= BARE else text
    if own and asked == "inheritance" and _KIN.search(text):
        return _with_names(text, [], asked)
    if entities != own:
        return _with_names(text, entities, asked)
    if own and asked and is_bare(text):
        return f"{text} {asked.replace('_', ' ')}"
    if not own and asked in GENERAL_KINDS and is_follow_up(text):
        return f"{text} (my genetic test result)"
    return text


def _with_names(text: str, names: Sequence[str], asked: SectionKind | None) -> str:
    """A question that leaves out what it is about; one on relatives is on what they inherit."""
    kin = ["chance to inherit it in the family"] if asked == "inheritance" else []
    return f"{text} ({', '.join([*names, *kin])})"
