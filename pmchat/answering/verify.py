"""Holds each sentence of an answer against the text it cites; what fails is dropped."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pmchat.answering.checks import CHECKS
from pmchat.answering.checks.said import Said
from pmchat.answering.checks.support import claims
from pmchat.lexicon import Lexicon
from pmchat.model import (
    MUST_CITE,
    Finding,
    Passage,
    PassageCitation,
    Report,
    ReportCitation,
    Sentence,
)
from pmchat.reports.together import name_of, part_of
from pmchat.text import numbers


def verify(
    sentences: Sequence[Sentence],
    passages: Mapping[str, Passage],
    report: Report | None,
    lexicon: Lexicon,
) -> tuple[list[Sentence], list[str]]:
    """Split sentences into those that hold and the reasons why others were dropped."""
    kept: list[Sentence] = []
    dropped: list[str] = []
    for sentence in sentences:
        why = _fault(sentence, passages, report, lexicon)
        if why is None:
            kept.append(sentence)
        else:
            dropped.append(f"{sentence.role}: {why}")
    return kept, dropped


def _fault(
    sentence: Sentence,
    passages: Mapping[str, Passage],
    report: Report | None,
    lexicon: Lexicon,
) -> str | None:
    if sentence.role not in MUST_CITE:
        return None
    if not sentence.citations:
        return "no citation"
    for citation in sentence.citations:
        if isinstance(citation, PassageCitation):
            passage = passages.get(citation.passage_id)
            if passage is None or citation.quote not in passage.text:
                return "the quote does not stand in the library"
        elif not _stands_in_report(citation, report):
            return "the quote does not stand in the report"
    if isinstance(sentence.citations[0], ReportCitation):
        return _report_fault(sentence, report)
    quotes = " ".join(c.quote for c in sentence.citations)
    return unsupported(sentence.text, quotes, lexicon)


def unsupported(text: str, quote: str, lexicon: Lexicon) -> str | None:
    """Why a sentence says other than its quote: the first fault, or None.

    The sentences of the quote that are nearest to it stand behind it; one of them
    must pass every check.
    """
    if text in quote:
        return None
    for claim in claims(text, quote, lexicon):
        faults = [_first_fault(claim.said, support, lexicon) for support in claim.support]
        if None not in faults:
            return next(iter(faults), "nothing in the quote is near it")
    return None


def _first_fault(said: Said, support: Said, lexicon: Lexicon) -> str | None:
    return next((why for check in CHECKS if (why := check(said, support, lexicon))), None)


def _stands_in_report(citation: ReportCitation, report: Report | None) -> bool:
    """Whether a finding, therapy line or limit of the report prints the quote."""
    if report is None:
        return False
    printed = [f.evidence for f in report.findings] + [t.evidence for t in report.therapies]
    return any(
        (e.page, e.line) == (citation.page, citation.line) and citation.quote in e.text
        for e in printed
    )


def _report_fault(sentence: Sentence, report: Report | None) -> str | None:
    """A sentence on findings may hold only numbers that their lines print."""
    cited = {c.finding_id for c in sentence.citations if isinstance(c, ReportCitation)}
    findings = [f for f in report.findings if f.id in cited] if report else []
    if len(findings) != len(cited):
        return "the finding does not exist"
    allowed = {n for f in findings for n in numbers(_printed(f, report))}
    for number in numbers(sentence.text):
        if number not in allowed:
            return f"the number {number} is not on the line"
    return None


def _printed(finding: Finding, report: Report | None) -> str:
    """The words of a finding, with the name of its report where there are several."""
    part = part_of(report, finding.id)
    name = name_of(part, finding.specimen_id) if part else ""
    return f"{finding.evidence.text} {finding.as_printed} {finding.analyte} {name}"
