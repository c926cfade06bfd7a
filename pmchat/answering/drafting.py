"""From what was understood and found to a draft: what is said, in which order."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from pmchat.answering.choose import explain_own, in_parts
from pmchat.answering.compose import (
    Draft,
    compose,
    explain_shortly,
    from_passage,
    in_situation,
    on_medicines,
    once,
)
from pmchat.answering.definition import asked_term
from pmchat.answering.doubt import doubt
from pmchat.answering.evidence import CLOSE, fitting, is_enough, is_in_scope, strength
from pmchat.answering.findings import say_findings
from pmchat.answering.for_visit import asks_for_questions, fits_visit, how_many, questions_on
from pmchat.answering.levels import FEW
from pmchat.answering.lookup import MAIN
from pmchat.answering.meant import which_was_meant
from pmchat.answering.nearest import Found
from pmchat.answering.remarks import say_remarks
from pmchat.answering.touched import in_context
from pmchat.answering.triage import Verdict
from pmchat.answering.understand import Understanding
from pmchat.answering.wording import (
    ACKNOWLEDGE,
    CLOSEST,
    CLOSEST_PAGE,
    abstain_sentences,
    fixed,
    not_stated_sentence,
    nothing_read_sentences,
    out_of_scope_sentences,
    say_questions,
    silent_sentence,
    waiting_sentence,
)
from pmchat.corpus.release import Release
from pmchat.glossary import Term
from pmchat.model import Outcome, Passage, Question, Sentence, Trace
from pmchat.retrieval.search import Hit

EXPLAIN_SENTENCES = 3
CLOSEST_SENTENCES = 2
REPORT_LINES = 2
REMARKS = 3
"""How many results, and how many remarks of the report, stand below a fixed text."""

VISIT_QUESTIONS = 4
FEW_QUESTIONS = 2
"""How many end a summary."""

CHOICE = "treatment_choice"
"""The gate of "should I", asked of a treatment."""

OUTLOOK = "prognosis"
"""The gate of how long and how well, whose own page gives way to those on what was found."""


_AMOUNT = re.compile(
    r"\b(?:smaller|lower|higher|larger|bigger|reduced|full|half) (?:starting )?(?:amount|dose)s?\b",
    re.IGNORECASE,
)
"""A sentence on how much of a medicine is taken: never told below a fixed text."""


@dataclass
class Drafted:
    """An answer in the making."""

    outcome: Outcome
    sentences: list[Sentence]
    notice: tuple[Sentence, ...] = ()
    gates: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    trace: Trace | None = None
    generator: str = "compose"


@dataclass(frozen=True)
class Drafter:
    """Drafts the answer to one question; `terms` are the glossary's, by name."""

    release: Release
    terms: Mapping[str, Term]
    today: date
    question: Question
    understanding: Understanding
    found: Found

    def draft(self, verdict: Verdict | None) -> Drafted:
        """The answer, or what stands beside a `verdict` of triage."""
        understanding = self.understanding
        hits = fitting(self.found.hits, understanding, self.release)
        asked = bool(understanding.query)
        near = strength(hits, understanding, self.release.lexicon) if asked else 0.0
        evidence = near - doubt(understanding, self.found.unheard, hits, self.release)
        strong = hits if is_enough(evidence, understanding) else []
        if verdict is not None:
            close = strong[0].passage if strong and evidence >= CLOSE else None
            return self._beside(verdict, close)
        framing = self._framing()
        if which := which_was_meant(self.question, understanding, self.release):
            return Drafted("answer", [*framing, *which], gates=("name",))
        if understanding.nothing_read:
            nothing = () if understanding.waiting else nothing_read_sentences()
            beside = say_remarks(understanding.remarks, self.question.report)
            return Drafted("answer", [*framing, *nothing, *beside], gates=("report only",))
        draft = self._composed(strong)
        if draft is None or understanding.asks_prediction:
            closest = hits[0].passage if is_enough(near, understanding) else None
            return self._without_answer(framing, closest)
        wanted = self._questions()
        if strong and evidence < CLOSE and not (understanding.findings or wanted):
            framing.append(fixed(CLOSEST))
        told = [say_questions(wanted), draft.sentences]
        ordered = reversed(told) if understanding.brief else told
        said = [*framing, *(s for part in ordered for s in part)]
        return self._answered(said, draft, wanted)

    def _composed(self, strong: Sequence[Hit]) -> Draft | None:
        term = asked_term(self.question.text, self.terms)
        return compose(
            self.understanding,
            replace(self.found, hits=strong),
            term.passage if term else None,
            self.release,
            self.today,
            report=self.question.report,
        )

    def _beside(self, verdict: Verdict, close: Passage | None) -> Drafted:
        """A fixed text with what may be told between its opening and its next step: of the
        results touched, of the page that it names, or of the one found `close` to the question."""
        named = self.release.passages.get(verdict.passage)
        of_all = verdict.gate == OUTLOOK and self.question.report is None
        passage = (of_all and close) or named or close
        between = explain_shortly(passage, EXPLAIN_SENTENCES) if passage else ()
        chooses = verdict.gate == CHOICE
        on_them = self._in_context() if chooses else self.understanding
        gives_way = named is None or verdict.gate == OUTLOOK
        if (on_them.findings or on_them.remarks) and gives_way:
            between = self._on_findings(on_them, between, chooses=chooses)
        if self.understanding.silent:
            between = (silent_sentence(self.understanding.silent), *between)
        return _below_fixed_text(verdict, between)

    def _framing(self) -> list[Sentence]:
        """What comes first: a kind word, and what the report says nothing of."""
        understanding = self.understanding
        framing = [fixed(ACKNOWLEDGE)] if understanding.distressed else []
        printed = " ".join(r.text for r in understanding.remarks)
        named = set(self.release.lexicon.entities(printed))
        known = [n for n in understanding.not_stated if n in named or n in printed]
        if missing := [n for n in understanding.not_stated if n not in known]:
            framing.append(not_stated_sentence(missing))
        if understanding.silent:
            framing.append(silent_sentence(understanding.silent))
        if understanding.waiting:
            framing.append(waiting_sentence(understanding.waiting))
        return framing

    def _without_answer(self, framing: Sequence[Sentence], closest: Passage | None) -> Drafted:
        """That the question is of something else, that nobody can foretell it, or that the
        library has no answer, with the start of the page that comes `closest`."""
        understanding, text = self.understanding, self.question.text
        if understanding.query and not is_in_scope(self.found.hits, understanding):
            return Drafted("out_of_scope", list(out_of_scope_sentences()), gates=("scope",))
        predicts = understanding.asks_prediction
        said = [*framing, *abstain_sentences(text, predicts=predicts)]
        if closest and not predicts:
            said += [fixed(CLOSEST_PAGE), *explain_shortly(closest, CLOSEST_SENTENCES)]
        gate = "prediction" if predicts else "evidence too weak"
        return Drafted("abstain", said, gates=(gate,), questions=(text.strip(),))

    def _in_context(self) -> Understanding:
        """A question that names nothing is on what was found, if that is little."""
        understanding, report = self.understanding, self.question.report
        if understanding.findings or understanding.entities or report is None:
            return understanding
        findings = in_context(None, report)
        return replace(understanding, findings=findings if len(findings) <= FEW else ())

    def _on_findings(
        self, understanding: Understanding, otherwise: Sequence[Sentence], *, chooses: bool
    ) -> tuple[Sentence, ...]:
        """The lines touched, the medicines beside them if one `chooses` among these, and what
        their pages say that is nearest to the question, or what else was found."""
        report, found = self.question.report, self.found
        said = say_findings(understanding.findings, report)[:REPORT_LINES]
        said += say_remarks(understanding.remarks, report)[:REMARKS]
        lines = [s.model_copy(update={"role": "report"}) for s in said]
        if chooses:
            lines += on_medicines(understanding.findings, (), report, self.release, self.today)
        situation = in_situation(understanding, found, report, self.release, self.today)
        parts = [
            *in_parts(list(situation)),
            *explain_own(understanding, found, self.release, self.today, EXPLAIN_SENTENCES),
        ]
        explained = [s for p, statements in parts for s in from_passage(p, statements)]
        told = [s for s in (explained or otherwise) if not _AMOUNT.search(s.text)]
        return tuple(once((*lines, *told)))

    def _questions(self) -> tuple[str, ...]:
        """Questions on the results for the visit, if a person with a report asks for them or
        wants all of it in short."""
        understanding, text, report = self.understanding, self.question.text, self.question.report
        if report is None or not (understanding.brief or asks_for_questions(text)):
            return ()
        most = FEW_QUESTIONS if understanding.brief else how_many(text)
        return questions_on(understanding.findings, report, self.release, most)

    def _answered(
        self, sentences: Sequence[Sentence], draft: Draft, wanted: Sequence[str]
    ) -> Drafted:
        stated = self.understanding.stated
        documents = [self.release.by_id[d] for d in draft.document_ids]
        questions = [
            q
            for d in documents
            for q in d.questions
            if fits_visit(q, d.entities[:MAIN], stated, self.release.lexicon)
        ]
        gates = ("evidence",) if documents else ("report only",)
        asks = tuple(wanted or dict.fromkeys(questions))[:VISIT_QUESTIONS]
        return Drafted("answer", list(sentences), gates=gates, questions=asks)


def _below_fixed_text(verdict: Verdict, between: Sequence[Sentence]) -> Drafted:
    """A redirect's fixed text with general education between its opening and its next step."""
    before = [s for s in verdict.sentences if s.role != "next_step"]
    after = [s for s in verdict.sentences if s.role == "next_step"]
    outcome = "answer" if verdict.answers and between else verdict.outcome
    said = [*before, *between, *after]
    return Drafted(outcome, said, gates=(verdict.gate,), questions=verdict.questions)
