"""What a question is about: names, the kind of thing asked, findings, the earlier subject."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pmchat.answering.cancers import own_cancers
from pmchat.answering.changed import changed_findings
from pmchat.answering.codes import codes
from pmchat.answering.listed import listed_by
from pmchat.answering.lookup import HARMFUL
from pmchat.answering.remarks import Near, remarks_of_all, remarks_on
from pmchat.answering.repeated import asks_share
from pmchat.answering.silent import silent_on
from pmchat.answering.subject import (
    AT_MOST,
    GENERAL_KINDS,
    IN_LINES,
    Words,
    read_subject,
    with_names,
)
from pmchat.answering.touched import (
    look_alikes_of,
    names_of_findings,
    not_stated,
    waiting_names,
)
from pmchat.lexicon import Lexicon
from pmchat.model import Evidence, Finding, Question, Report, SectionKind

_BRIEF = re.compile(
    rf"\bsummar|\bbrief|\bin short\b|\bnutshell\b|\btl;?dr\b|\bshort version\b|\b{IN_LINES}\b"
    r"|\b\d lines\b|\bshort,? (?:pls|plz|please)\b|\b(?:keep|make) it short\b",
    re.IGNORECASE,
)
_ON_CARE = re.compile(
    r"\b(?:insur\w+|bill(?:s|ed|ing)?|costs?|pa(?:y|id|yers?)|privacy|private|confidential\w*|shared?"
    r"|stor(?:ed?|age)|kept|consent\w*|destroyed|discarded|Medicare|Medicaid)\b",
    re.IGNORECASE,
)
"""What a report says of cost, and of who may see or keep what."""
_DISTRESS = re.compile(
    r"\b(?:scared|terrified|afraid|frightened|shaking|crying|freak\w*|panic\w*|worried|anxious"
    r"|devastated|death sentence|can'?t sleep|overwhelmed|heartbroken)\b|!!|\?{3}",
    re.IGNORECASE,
)
_PREDICTION = re.compile(
    r"\bexact(?:ly)?\b.{0,40}(?:%|\b(?:chances?|odds|percent|number|risk|likelihood|date|cut-?off)\b)"
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
    report = question.report
    names = names_of_findings(report, lexicon)
    words, subject = read_subject(question, names, lexicon)
    text, asked, entities = words.text, words.asked, words.entities
    findings, whole, held, named = subject.findings, subject.whole, subject.held, subject.named
    query = subject.query
    share = ["VAF"] if asks_share(text, findings) else []
    cancers = own_cancers(report, lexicon)
    if findings and not whole:
        query = query if lexicon.entities(text) else with_names(text, named[:AT_MOST], asked)
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
    words: Words,
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
    if words.asked in GENERAL_KINDS:
        return tuple(r for r in nearest if _ON_CARE.search(r.text))
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
        and any(f.classification in HARMFUL for f in findings)
        and all(f.origin in {"germline", "unknown"} for f in report.findings)
    )


def _for_findings(
    query: str,
    asked: SectionKind | None,
    findings: tuple[Finding, ...],
    share: list[str],
    cancers: frozenset[str],
) -> str:
    """The words to search with, and what the findings add to them."""
    if share or all(f.classification == "vus" for f in findings):
        query = with_names(query, share or ["VUS"], asked)
    if asked == "options" and cancers:
        query = with_names(query, sorted(cancers), asked)
    return query


def by_names(understanding: Understanding) -> Understanding:
    """A question in a language that the search cannot read: what its names mean, in English."""
    names = ", ".join(understanding.entities)
    return replace(understanding, query=f"what is {names}" if names else "", asked="meaning")
