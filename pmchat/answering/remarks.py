"""What else the report says that a question is on: comments, limits, the family's history."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pmchat.lexicon import Lexicon
from pmchat.model import Evidence, Finding, Folder, Report, ReportCitation, SectionKind, Sentence
from pmchat.reports.together import name_of
from pmchat.text import terms

MOST = 2
"""How many are told beside what was found."""

OF_ALL = 4
"""How many are told of a whole report."""

OWN_NAME = 3
"""What counts the name of a finding touched, or of the thing asked about, beside a shared word."""


@dataclass(frozen=True)
class Topic:
    """A thing that remarks are on: how they say it, and by which kind or words it is asked."""

    said: re.Pattern[str]
    kinds: frozenset[SectionKind | None]
    asked: re.Pattern[str]
    of_all: bool = False


def _topic(
    said: str, kinds: Sequence[SectionKind | None], asked: str, *, of_all: bool = False
) -> Topic:
    return Topic(re.compile(said, re.I), frozenset(kinds), re.compile(asked, re.I), of_all)


TOPICS = (
    _topic(
        r"\b(?:amend|correct|revis|reclassif|replac|supersed)\w*",
        (),
        r"\b(?:amend|correct|revis|reclass|updat)\w*|\bchanged\b|\bnew(?:er)? report"
        r"|\b(?:first|old|other|last|earlier) (?:report|said|paper|one|version)|\bused to\b|\bwrong\b",
        of_all=True,
    ),
    _topic(
        r"\b(?:mother|father|sister|brother|aunt|uncle|cousin|grand\w+|family history)\b",
        ("inheritance",),
        r"\b(?:famil\w+|mom|mum|dad|mother|father|sister|brother|aunt|uncle|clear|safe|risk)\b",
    ),
    _topic(
        r"\b(?:germline|inherit\w*|heritable|constitutional|blood cells?|ha?ematopoiesis|parents?"
        r"|relatives?|de novo|carriers?|sporadic)\b",
        ("inheritance",),
        r"\b(?:inherit\w*|born|blood|famil\w+|relatives?|parents?|passed?|gave|give|germline"
        r"|lynch|hereditary|kids|child\w*|sons?|daughters?|brothers?|sisters?|baby|(?:yr|years?) old)\b",
        of_all=True,
    ),
    _topic(
        r"\b(?:not|n't|never) (?:\w+ ){0,2}(?:part|includ\w*|test\w*|perform\w*|examin\w*"
        r"|evaluat\w*|analy[sz]\w*|sequenced|ordered|looked|done|assess\w*|cover\w*|called)\b"
        r"|\bcannot be (?:called|assess\w*|determin\w*)",
        ("testing",),
        r"\b(?:test\w*|look\w*|check\w*|miss\w*|cover\w*|includ\w*|fail\w*|enough|negative|clear)\b",
        of_all=True,
    ),
    _topic(
        r"\b(?:recommend\w*|suggest\w*|consider(?:ed)?|advis\w*|offered|repeat|new sample)\b",
        ("next_step",),
        r"\b(?:next|now what|again|repeat|more tests?|another (?:test|biopsy)|do now)\b",
        of_all=True,
    ),
    _topic(
        r"\b(?:cannot|can ?not|does not|do not|did not|limit\w*|below|low|insufficient|fraction)\b",
        ("limits",),
        r"\b(?:sure|certain|trust|reliable|accurate|rule\w* out|miss\w*|negative|clear|not found"
        r"|fraction|enough|low|skip)\b",
    ),
)


def remarks_on(
    text: str,
    asked: SectionKind | None,
    entities: Sequence[str],
    findings: Sequence[Finding],
    report: Report,
    lexicon: Lexicon,
    *,
    whole: bool,
) -> tuple[Evidence, ...]:
    """The remarks on what is asked, those nearest to the question, in their order.

    Those on a topic asked about, or on any topic with the name of a thing asked about;
    none that names other genes alone.
    """
    if whole:
        topics = [t for t in TOPICS if t.of_all]
        return tuple(r for r in report.remarks if _is_on(r, topics))[:OF_ALL]
    topics = [t for t in TOPICS if asked in t.kinds or t.asked.search(text)]
    names = {*entities, *(e for f in findings for e in lexicon.entities(f.analyte))}
    words = set(terms(text))

    def value(remark: Evidence) -> int:
        named = {e for e in lexicon.entities(remark.text) if lexicon.entries[e].kind == "genes"}
        on_others = bool(named) and bool(names) and not named & names
        own = OWN_NAME * bool(named & names) * _is_on(remark, TOPICS)
        is_on = _is_on(remark, topics)
        if on_others or not (own or is_on):
            return 0
        return own + is_on + len(words & set(terms(remark.text)))

    best = sorted(report.remarks, key=lambda r: -value(r))[:MOST]
    return tuple(r for r in report.remarks if r in best and value(r) > 0)


def _is_on(remark: Evidence, topics: Sequence[Topic]) -> bool:
    return any(topic.said.search(remark.text) for topic in topics)


def say_remarks(remarks: Sequence[Evidence], report: Report | None) -> list[Sentence]:
    """A sentence each, with the printed words in quotation marks."""
    return [
        Sentence(
            text=f'{_owner(remark, report)} also says: "{remark.text.rstrip(".")}".',
            role="report",
            citations=(
                ReportCitation(
                    finding_id=None, page=remark.page, line=remark.line, quote=remark.text
                ),
            ),
        )
        for remark in remarks
    ]


def _owner(remark: Evidence, report: Report | None) -> str:
    """The report that prints a remark, by its number if there are several."""
    parts = report.parts if isinstance(report, Folder) else ()
    part = next((p for p in parts if remark in p.report.remarks), None)
    return f"Your {name_of(part, None)}" if part and len(parts) > 1 else "Your report"
