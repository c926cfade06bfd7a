"""The one way in: from a question to a verified answer."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date

from pmchat.answering.choose import explain_own
from pmchat.answering.codes import codes
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
from pmchat.answering.evidence import CLOSE, fitting, is_enough, is_in_scope, strength
from pmchat.answering.findings import SHOWN, by_weight, in_words, say_findings
from pmchat.answering.for_visit import asks_for_questions, how_many, questions_on
from pmchat.answering.joined import joined
from pmchat.answering.levels import FEW
from pmchat.answering.lookup import MAIN
from pmchat.answering.meant import which_was_meant
from pmchat.answering.nearest import Found
from pmchat.answering.owner import in_third_person, is_of_another
from pmchat.answering.phrases import ENGLISH
from pmchat.answering.presumed import fits_visit
from pmchat.answering.remarks import say_remarks
from pmchat.answering.touched import in_context
from pmchat.answering.triage import OVERRIDE, Triage, Verdict
from pmchat.answering.understand import Understanding, by_names, understand
from pmchat.answering.verify import verify
from pmchat.answering.wording import (
    ACKNOWLEDGE,
    CLOSEST,
    abstain_sentences,
    fixed,
    not_stated_sentence,
    nothing_read_sentences,
    out_of_scope_sentences,
    say_questions,
    silent_sentence,
    waiting_sentence,
)
from pmchat.answering.writer import Writer, is_writable
from pmchat.corpus.release import Release, load
from pmchat.errors import QuestionError
from pmchat.i18n import _
from pmchat.model import (
    Answer,
    Finding,
    Outcome,
    Passage,
    PassageCitation,
    Question,
    Reading,
    Sentence,
    SourceRef,
    Trace,
)
from pmchat.plain import reading_grade
from pmchat.retrieval.embedding import MiniLM
from pmchat.retrieval.search import Query, Searcher
from pmchat.retrieval.sentences import Nearness
from pmchat.settings import Settings
from pmchat.text import sentences as split_sentences

MAX_QUESTION = 2_000
"""Characters; longer is a pasted document, not a question."""

EXPLAIN_SENTENCES = 3
REPORT_LINES = 2
REMARKS = 3
"""How many results, and how many remarks of the report, stand below a fixed text."""

VISIT_QUESTIONS = 4
FEW_QUESTIONS = 2
"""How many end a summary."""

READINGS = 4

ILLNESS = "illness"
"""The gate of "is this cancer", asked of no sign in the body."""

CHOICE = "treatment_choice"
"""The gate of "should I", asked of a treatment."""

OUTLOOK = "prognosis"
"""The gate of how long and how well, whose own page gives way to those on what was found."""

Stage = Callable[[str], None]
"""Told the name of each stage as it begins."""


@dataclass
class _Clock:
    timings_ms: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def time(self, stage: str) -> Iterator[None]:
        start = time.perf_counter()
        yield
        self.timings_ms[stage] = round((time.perf_counter() - start) * 1000, 2)


class Answerer:
    """Answers questions from one release; safe to share between people."""

    def __init__(self, release: Release, embedding: MiniLM, today: date | None = None) -> None:
        self.release = release
        self.searcher = Searcher(release, embedding)
        self._triage = Triage(release.safety)
        self._terms = release.glossary.by_name()
        self._today = today
        library = " ".join(p.text for p in release.passages.values())
        asks = " ".join(a for p in release.passages.values() for a in p.asks)
        self._known_codes = codes(f"{library} {asks}")

    def answer(
        self,
        question: Question,
        stage: Stage = lambda _: None,
        writer: Writer | None = None,
    ) -> Answer:
        """Take one question through all gates. Raises QuestionError if it cannot be taken.

        With a `writer`, what would be answered is put into a chat model's words.
        """
        _refuse(question.text)
        clock = _Clock()
        with clock.time("total"):
            stage(_("Checking whether this needs help right away"))
            with clock.time("triage"):
                on_topic, verdict = self._judge(question)
            if verdict is not None and not verdict.explain:
                result = _Result(verdict.outcome, list(verdict.sentences), gates=(verdict.gate,))
                result.questions = verdict.questions
            else:
                result = self._from_library(on_topic, verdict, stage, clock)
                if (
                    writer
                    and result.outcome == "answer"
                    and is_writable(result.sentences, self.release)
                ):
                    self._write(on_topic, result, writer, stage, clock)
            result.notice = self._triage.notice(question.text, verdict)
        return self._finish(question, result, clock)

    def help_first(self, text: str) -> tuple[Sentence, ...]:
        """The fixed text for words that call for help right away; empty for all others."""
        verdict = self._triage.judge(text)
        urgent = verdict is not None and verdict.outcome in {"urgent", "crisis"}
        return verdict.sentences if verdict is not None and urgent else ()

    def _judge(self, question: Question) -> tuple[Question, Verdict | None]:
        """The verdict, and the question without what is off topic beside something known here.

        Orders to the program are off topic too, so what is asked beside them is answered as ever.
        """
        verdict = self._triage.judge(question.text)
        if verdict is None or verdict.outcome != "out_of_scope":
            return question, verdict
        rest = self._triage.without_off_topic(question.text)
        if self.release.lexicon.entities(rest):
            return question.model_copy(update={"text": rest}), None
        if verdict.gate == OVERRIDE and question.report is not None:
            return question, None
        return question, verdict

    def _day(self) -> date:
        """Today, unless a day was given (so that an answer can be replayed)."""
        return self._today or date.today()

    def _from_library(
        self, question: Question, verdict: Verdict | None, stage: Stage, clock: _Clock
    ) -> _Result:
        stage(_("Reading your question"))
        with clock.time("understand"):
            lexicon, known = self.release.lexicon, self._known_codes
            understanding = understand(question, lexicon, known, self._near_remarks)
            if self._triage.language(question.text) != ENGLISH:
                understanding = by_names(understanding)
            inborn = question.report is not None and question.report.family == "germline"
            if inborn and verdict is not None and verdict.gate == ILLNESS:
                # What a test of inherited changes can tell of illness, its own page says.
                understanding, verdict = replace(understanding, asks_illness=True), None
        stage(_("Searching the library"))
        query = Query(understanding.query, understanding.entities, understanding.asked)
        with clock.time("embedding"):
            vectors = self.searcher.embed(query)
        with clock.time("retrieve"):
            hits = self.searcher.search(query, vectors, self._day())
            nearness = self.searcher.nearness(query, vectors)
            near = self._near_findings(understanding)
            found = Found(hits, nearness, near, joined(understanding, self.release))
        stage(_("Putting the answer together"))
        with clock.time("compose"):
            result = self._draft(question, verdict, understanding, found)
        stage(_("Checking every sentence against its source"))
        with clock.time("verify"):
            kept, dropped = verify(
                result.sentences, self.release.passages, question.report, self.release.lexicon
            )
        result.sentences = kept
        result.trace = Trace(
            entities=understanding.entities,
            asked=understanding.asked,
            gates=result.gates,
            passages=tuple(h.score for h in hits),
            dropped=tuple(dropped),
            query=understanding.query,
        )
        return result

    def _near_remarks(self, text: str, remarks: Sequence[str]) -> list[float]:
        """How near each remark of the report is to a question or to one of its clauses."""
        asked = self.searcher.embed(Query(text))
        said = self.searcher.embed_all([Query(r) for r in remarks])
        return [float(n) for n in (said @ asked.T).max(axis=1)]

    def _near_findings(self, understanding: Understanding) -> dict[str, Nearness]:
        """How near each sentence is to each finding touched, as far as findings are told singly."""
        findings = by_weight(understanding.findings)[:SHOWN]
        queries = [Query(in_words(f)) for f in findings]
        if not queries:
            return {}
        vectors = self.searcher.embed_all(queries)
        return {
            finding.id: self.searcher.nearness(query, vectors[place : place + 1])
            for place, (finding, query) in enumerate(zip(findings, queries, strict=True))
        }

    def _write(
        self, question: Question, result: _Result, writer: Writer, stage: Stage, clock: _Clock
    ) -> None:
        """Put a verified answer into the words of a model, if it leaves enough that holds."""
        trace = result.trace or Trace()
        with clock.time("generate"):
            writing = _("The language model {name} is writing; each sentence is checked")
            stage(writing.format(name=writer.name))
            written = writer.write(trace.query, result.sentences, self.release, question.report)
        if written.sentences:
            result.sentences, result.generator = list(written.sentences), writer.name
        else:
            stage(written.note)
        dropped, notes = (*trace.dropped, *written.dropped), tuple(filter(None, [written.note]))
        result.trace = trace.model_copy(update={"dropped": dropped, "notes": notes})

    def _draft(
        self,
        question: Question,
        verdict: Verdict | None,
        understanding: Understanding,
        found: Found,
    ) -> _Result:
        hits = fitting(found.hits, understanding, self.release)
        asked = bool(understanding.query)
        evidence = strength(hits, understanding, self.release.lexicon) if asked else 0.0
        strong = hits if is_enough(evidence, understanding) else []
        if verdict is not None:
            close = strong[0].passage if strong and evidence >= CLOSE else None
            return self._beside(verdict, question, understanding, found, close)
        framing = self._framing(understanding)
        if which := which_was_meant(question, understanding, self.release):
            return _Result("answer", [*framing, *which], gates=("name",))
        if understanding.nothing_read:
            nothing = () if understanding.waiting else nothing_read_sentences()
            beside = say_remarks(understanding.remarks, question.report)
            return _Result("answer", [*framing, *nothing, *beside], gates=("report only",))
        term = asked_term(question.text, self._terms)
        definition = term.passage if term else None
        strongest = replace(found, hits=strong)
        draft = compose(
            understanding,
            strongest,
            definition,
            self.release,
            self._day(),
            report=question.report,
        )
        if draft is None or understanding.asks_prediction:
            return self._without_answer(question, understanding, found, framing)
        wanted = self._questions(question, understanding)
        if strong and evidence < CLOSE and not (understanding.findings or wanted):
            framing.append(fixed(CLOSEST))
        told = [say_questions(wanted), draft.sentences]
        ordered = reversed(told) if understanding.brief else told
        said = [*framing, *(s for part in ordered for s in part)]
        return self._answered(said, draft, understanding.stated, wanted)

    def _beside(
        self,
        verdict: Verdict,
        question: Question,
        understanding: Understanding,
        found: Found,
        close: Passage | None,
    ) -> _Result:
        """A fixed text with what may be told between its opening and its next step: of the
        results touched, of the page that it names, or of the one found `close` to the question."""
        named = self.release.passages.get(verdict.passage)
        of_all = verdict.gate == OUTLOOK and question.report is None
        passage = (of_all and close) or named or close
        between = explain_shortly(passage, EXPLAIN_SENTENCES) if passage else ()
        chooses = verdict.gate == CHOICE
        on_them = self._in_context(question, understanding) if chooses else understanding
        gives_way = named is None or verdict.gate == OUTLOOK
        if (on_them.findings or on_them.remarks) and gives_way:
            between = self._on_findings(question, on_them, found, between, chooses=chooses)
        if understanding.silent:
            between = (silent_sentence(understanding.silent), *between)
        return _below_fixed_text(verdict, between)

    def _framing(self, understanding: Understanding) -> list[Sentence]:
        """What comes first: a kind word, and what the report says nothing of."""
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

    def _without_answer(
        self,
        question: Question,
        understanding: Understanding,
        found: Found,
        framing: Sequence[Sentence],
    ) -> _Result:
        """That the question is of something else, that nobody can foretell it, or that the
        library has no answer."""
        if understanding.query and not is_in_scope(found.hits, understanding):
            return _Result("out_of_scope", list(out_of_scope_sentences()), gates=("scope",))
        predicts = understanding.asks_prediction
        said = [*framing, *abstain_sentences(question.text, predicts=predicts)]
        result = _Result("abstain", said)
        result.gates = ("prediction",) if predicts else ("evidence too weak",)
        result.questions = (question.text.strip(),)
        return result

    def _in_context(self, question: Question, understanding: Understanding) -> Understanding:
        """A question that names nothing is on what was found, if that is little."""
        report = question.report
        if understanding.findings or understanding.entities or report is None:
            return understanding
        findings = in_context(None, report)
        return replace(understanding, findings=findings if len(findings) <= FEW else ())

    def _on_findings(
        self,
        question: Question,
        understanding: Understanding,
        found: Found,
        otherwise: Sequence[Sentence],
        *,
        chooses: bool,
    ) -> tuple[Sentence, ...]:
        """The lines touched, the medicines beside them if one `chooses` among these, and what
        their pages say that is nearest to the question, or what else was found."""
        said = say_findings(understanding.findings, question.report)[:REPORT_LINES]
        said += say_remarks(understanding.remarks, question.report)[:REMARKS]
        lines = [s.model_copy(update={"role": "report"}) for s in said]
        if chooses:
            findings, report = understanding.findings, question.report
            lines += on_medicines(findings, (), report, self.release, self._day())
        parts = [
            *in_situation(understanding, found, question.report, self.release, self._day()),
            *explain_own(understanding, found, self.release, self._day(), EXPLAIN_SENTENCES),
        ]
        explained = [s for p, statements in parts for s in from_passage(p, statements)]
        return tuple(once((*lines, *(explained or otherwise))))

    def _questions(self, question: Question, understanding: Understanding) -> tuple[str, ...]:
        """Questions on the results for the visit, if a person with a report asks for them or
        wants all of it in short."""
        wanted = understanding.brief or asks_for_questions(question.text)
        if question.report is None or not wanted:
            return ()
        most = FEW_QUESTIONS if understanding.brief else how_many(question.text)
        return questions_on(understanding.findings, question.report, self.release, most)

    def _answered(
        self,
        sentences: Sequence[Sentence],
        draft: Draft,
        stated: Sequence[Finding],
        wanted: Sequence[str],
    ) -> _Result:
        gates = ("evidence",) if draft.document_ids else ("report only",)
        result = _Result("answer", list(sentences), gates=gates)
        documents = [self.release.by_id[d] for d in draft.document_ids]
        questions = [
            q
            for d in documents
            for q in d.questions
            if fits_visit(q, d.entities[:MAIN], stated, self.release.lexicon)
        ]
        result.questions = tuple(wanted or dict.fromkeys(questions))[:VISIT_QUESTIONS]
        return result

    def _finish(self, question: Question, result: _Result, clock: _Clock) -> Answer:
        if question.report is not None and is_of_another(question.text):
            result.sentences = list(in_third_person(result.sentences))
        sources = self._sources(result.sentences)
        parts = [s for sentence in result.sentences for s in split_sentences(sentence.text)]
        return Answer(
            id=question.id,
            question=question.text,
            outcome=result.outcome,
            sentences=(*result.notice, *result.sentences),
            sources=sources,
            questions_for_visit=result.questions,
            further_reading=_readings(sources),
            reading_grade=reading_grade(parts, self.release.lexicon.mask),
            generator=result.generator,
            release=self.release.digest,
            timings_ms=clock.timings_ms,
            trace=result.trace or Trace(gates=result.gates),
        )

    def _sources(self, sentences: Sequence[Sentence]) -> tuple[SourceRef, ...]:
        """The sources behind the cited passages, each once, in order of use."""
        cited = (c for s in sentences for c in s.citations if isinstance(c, PassageCitation))
        found = (r for c in cited for r in self.release.by_id[c.document_id].references(c.sources))
        return tuple(dict.fromkeys(found))


@dataclass
class _Result:
    """An answer in the making."""

    outcome: Outcome
    sentences: list[Sentence]
    notice: tuple[Sentence, ...] = ()
    gates: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    trace: Trace | None = None
    generator: str = "compose"


def open_answerer(settings: Settings, embedding: MiniLM | None = None) -> Answerer:
    """The answerer of the published release. Raises ReleaseError or EmbeddingError."""
    return Answerer(load(settings.var), embedding or MiniLM())


def _refuse(text: str) -> None:
    if not text.strip():
        raise QuestionError(_("The question is empty."), _("Please type a question."))
    if len(text) > MAX_QUESTION:
        what = _("The question has {count:,} letters; at most {most:,} can be read.")
        raise QuestionError(
            what.format(count=len(text), most=MAX_QUESTION),
            _("Please ask a shorter question. A report can be added as a file or in its own box."),
        )


def _below_fixed_text(verdict: Verdict, between: Sequence[Sentence]) -> _Result:
    """A redirect's fixed text with general education between its opening and its next step."""
    before = [s for s in verdict.sentences if s.role != "next_step"]
    after = [s for s in verdict.sentences if s.role == "next_step"]
    outcome = "answer" if verdict.answers and between else verdict.outcome
    result = _Result(outcome, [*before, *between, *after], gates=(verdict.gate,))
    result.questions = verdict.questions
    return result


def _readings(sources: Sequence[SourceRef]) -> tuple[Reading, ...]:
    pages = {
        s.url: Reading(title=f"{s.organisation}: {s.title}", url=s.url)
        for s in sources
        if s.url.startswith("http")
    }
    return tuple(pages.values())[:READINGS]
