"""The one way in: from a question to a verified answer."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date

import numpy as np

from pmchat.answering.codes import codes
from pmchat.answering.doubt import codes_in, names_in
from pmchat.answering.drafting import Drafted, Drafter
from pmchat.answering.findings import SHOWN, by_weight, in_words
from pmchat.answering.joined import joined
from pmchat.answering.nearest import Found
from pmchat.answering.owner import in_third_person, is_of_another
from pmchat.answering.phrases import ENGLISH
from pmchat.answering.triage import OVERRIDE, Triage, Verdict
from pmchat.answering.understand import Understanding, by_names, understand
from pmchat.answering.verify import verify
from pmchat.answering.writer import Writer, is_writable
from pmchat.corpus.release import Release, load
from pmchat.errors import QuestionError
from pmchat.i18n import _
from pmchat.model import (
    Answer,
    PassageCitation,
    Question,
    Reading,
    Sentence,
    SourceRef,
    Trace,
)
from pmchat.plain import reading_grade
from pmchat.retrieval.embedding import MiniLM
from pmchat.retrieval.index import learned_from
from pmchat.retrieval.relevance import BESIDE_REPORT
from pmchat.retrieval.search import Query, Scores, Searcher
from pmchat.retrieval.sentences import Nearness
from pmchat.settings import Settings
from pmchat.text import sentences as split_sentences

MAX_QUESTION = 2_000
"""Characters; longer is a pasted document, not a question."""

READINGS = 4

_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|\{[^{}]*\}|<[^<>]*>")
"""Bracketed words, which beside an order to the program are no part of what is asked."""

ILLNESS = "illness"
"""The gate of "is this cancer", asked of no sign in the body."""

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
        self._triage = Triage(release.safety, likeness=learned_from(release.folder))
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
                result = Drafted(verdict.outcome, list(verdict.sentences), gates=(verdict.gate,))
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
            if verdict is None and (second := self._triage.second_look(question.text)):
                _caution(result, second, question)
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
            own = _ASIDE.sub(" ", question.text).strip() or question.text
            return question.model_copy(update={"text": own}), None
        return question, verdict

    def _day(self) -> date:
        """Today, unless a day was given (so that an answer can be replayed)."""
        return self._today or date.today()

    def _from_library(
        self, question: Question, verdict: Verdict | None, stage: Stage, clock: _Clock
    ) -> Drafted:
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
            scores = self.searcher.scores(query, vectors, self._day())
            hits = self.searcher.best(scores)
            nearness = self._nearness(understanding, query, vectors, scores)
            near = self._near_findings(understanding)
            named = names_in(question.text)
            named += [c for c in codes_in(question.text) if not lexicon.entities(c)]
            unheard = [n for n in named if not self.searcher.has_word(n)]
            both = joined(understanding, self.release)
            relevance = self._relevance(question, query, vectors, scores)
            found = Found(hits, nearness, relevance, near, both, unheard)
        stage(_("Putting the answer together"))
        with clock.time("compose"):
            release, terms, today = self.release, self._terms, self._day()
            drafter = Drafter(release, terms, today, question, understanding, found)
            result = drafter.draft(verdict)
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

    def _nearness(
        self, understanding: Understanding, query: Query, vectors: np.ndarray, scores: Scores
    ) -> Nearness:
        """How well each sentence answers; beside lines of a report, how near it is to the words.

        What sections answer is learned from questions that are asked of no report.
        """
        if understanding.findings or understanding.remarks:
            return self.searcher.nearness(query, vectors)
        return self.searcher.relevance(query, vectors, scores)

    def _relevance(
        self, question: Question, query: Query, vectors: np.ndarray, scores: Scores
    ) -> Nearness:
        """How well each sentence answers a question on a report."""
        if question.report is None:
            return {}
        return self.searcher.relevance(query, vectors, scores, BESIDE_REPORT)

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
        self, question: Question, result: Drafted, writer: Writer, stage: Stage, clock: _Clock
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

    def _finish(self, question: Question, result: Drafted, clock: _Clock) -> Answer:
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


def open_answerer(settings: Settings, embedding: MiniLM | None = None) -> Answerer:
    """The answerer of the published release. Raises ReleaseError or EmbeddingError."""
    return Answerer(load(settings.var), embedding or MiniLM())


def _caution(result: Drafted, second: Verdict, question: Question) -> None:
    """Puts the text of a second look first; what asks for advice is then not said to be answered.

    With a report the answer tells of its lines, whatever else is wished for. Where there is no
    answer, nothing is said of advice.
    """
    if second.outcome == "redirect" and result.outcome != "answer":
        return
    result.notice = second.sentences
    result.gates = (*result.gates, second.gate)
    if question.report is None and second.outcome == "redirect":
        result.outcome = "redirect"


def _refuse(text: str) -> None:
    if not text.strip():
        raise QuestionError(_("The question is empty."), _("Please type a question."))
    if len(text) > MAX_QUESTION:
        what = _("The question has {count:,} letters; at most {most:,} can be read.")
        raise QuestionError(
            what.format(count=len(text), most=MAX_QUESTION),
            _("Please ask a shorter question. A report can be added as a file or in its own box."),
        )


def _readings(sources: Sequence[SourceRef]) -> tuple[Reading, ...]:
    pages = {
        s.url: Reading(title=f"{s.organisation}: {s.title}", url=s.url)
        for s in sources
        if s.url.startswith("http")
    }
    return tuple(pages.values())[:READINGS]
