"""Holds each sentence of an answer against the text it cites; what fails is dropped."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from pmchat.answering.checks import CHECKS
from pmchat.answering.checks.report_lines import report_fault
from pmchat.answering.checks.said import Said
from pmchat.answering.checks.support import claims, split
from pmchat.answering.findings import sample_of
from pmchat.answering.medicines import say_none_listed
from pmchat.answering.remarks import say_remarks
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


class Entailment(Protocol):
    """A model that can be asked as well; it may only reject what the rules let pass."""

    def entails(self, quote: str, text: str) -> bool:
        """Whether the quote says all that the text says."""


def verify(
    sentences: Sequence[Sentence],
    passages: Mapping[str, Passage],
    report: Report | None,
    lexicon: Lexicon,
    entailment: Entailment | None = None,
) -> tuple[list[Sentence], list[str]]:
    """Split sentences into those that hold and the reasons why others were dropped."""
    kept: list[Sentence] = []
    dropped: list[str] = []
    for sentence in sentences:
        why = _fault(sentence, passages, report, lexicon, entailment)
        if why is None:
            kept.append(sentence)
        else:
            dropped.append(f"{sentence.role}: {why}")
    return kept, dropped


def unsupported(
    text: str, quote: str, lexicon: Lexicon, entailment: Entailment | None = None
) -> str | None:
    """Why a text says other than its quote: the first fault, or None.

    Sentences of the quote, in the same words, need no check. Behind any other stand the
    sentences of the quote that are nearest to it; one of them must pass every check.
    """
    if set(split(text)) <= set(split(quote)):
        return None
    for claim in claims(text, quote, lexicon):
        faults = [_first_fault(claim.said, support, lexicon) for support in claim.support]
        if None not in faults:
            return next(iter(faults), "nothing in the quote is near it")
    if entailment and not entailment.entails(quote, text):
        return "the quote does not entail it"
    return None


def _first_fault(said: Said, support: Said, lexicon: Lexicon) -> str | None:
    return next((why for check in CHECKS if (why := check(said, support, lexicon))), None)


def _fault(
    sentence: Sentence,
    passages: Mapping[str, Passage],
    report: Report | None,
    lexicon: Lexicon,
    entailment: Entailment | None,
) -> str | None:
    if sentence.role not in MUST_CITE:
        return None
    if not sentence.citations:
        return "no citation"
    quotes: list[str] = []
    for citation in sentence.citations:
        if isinstance(citation, PassageCitation):
            passage = passages.get(citation.passage_id)
            if passage is None or citation.quote not in passage.text:
                return "the quote does not stand in the library"
            quotes.append(_whole_sentences(citation.quote, passage))
        elif not _stands_in_report(citation, report):
            return "the quote does not stand in the report"
        else:
            quotes.append(citation.quote)
    if isinstance(sentence.citations[0], ReportCitation):
        return _report_fault(sentence, report, lexicon)
    return unsupported(sentence.text, "\n".join(quotes), lexicon, entailment)


def _whole_sentences(quote: str, passage: Passage) -> str:
    """The sentences that a quote lies in: a piece of one may leave out its "not"."""
    texts = [s.text for s in passage.statements]
    return "\n".join(t for t in texts if t in quote or quote in t) or passage.text


def _stands_in_report(citation: ReportCitation, report: Report | None) -> bool:
    """Whether a finding, therapy line or remark of the report prints the quote."""
    if report is None:
        return False
    printed = [f.evidence for f in report.findings] + [t.evidence for t in report.therapies]
    printed += report.remarks
    return any(
        (e.page, e.line) == (citation.page, citation.line) and citation.quote in e.text
        for e in printed
    )


def _report_fault(sentence: Sentence, report: Report | None, lexicon: Lexicon) -> str | None:
    """A sentence on findings may say only what they, their lines and the lines cited do."""
    cited = [c for c in sentence.citations if isinstance(c, ReportCitation)]
    if all(c.finding_id is None for c in cited):
        return _remark_fault(sentence, report)
    ids = {c.finding_id for c in cited}
    findings = [f for f in report.findings if f.id in ids] if report else []
    if report is None or len(findings) != len(ids):
        return "the finding does not exist"
    places = {(c.page, c.line) for c in cited}
    beside = [
        t
        for t in report.therapies
        if (t.evidence.page, t.evidence.line) in places
        and t.analyte in {f.analyte for f in findings}
    ]
    whole = [r.text for r in report.remarks if (r.page, r.line) in places]
    printed = [*(_printed(f, report) for f in findings), *(t.evidence.text for t in beside), *whole]
    return report_fault(sentence.text, findings, printed, lexicon, [t.drug for t in beside])


def _remark_fault(sentence: Sentence, report: Report | None) -> str | None:
    """Remarks are told as they are printed, in no other words."""
    places = [(c.page, c.line, c.quote) for c in sentence.citations if c.kind == "report"]
    cited = [r for r in (report.remarks if report else ()) if (r.page, r.line, r.text) in places]
    told = [s.text for leads in (True, False) for s in say_remarks(cited, report, leads=leads)]
    told += [s.text for s in say_none_listed(report.findings if report else (), report)]
    return None if sentence.text in told else "the remark does not stand in the report so"


def _printed(finding: Finding, report: Report | None) -> str:
    """The words of a finding and of its sample, and the name of its report if there are several."""
    part = part_of(report, finding.id)
    name = name_of(part, finding.specimen_id) if part else ""
    sample = sample_of(finding, report)
    return f"{finding.evidence.text} {finding.as_printed} {finding.analyte}{sample} {name}"
