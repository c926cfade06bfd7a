"""A plain LangChain retrieval chain beside pmchat, composed and written by the same small model.

Run: .venv/bin/python -m tests.benchmarks.side_by_side [questions.jsonl reports-folder]. Needs a
built library. The model is SmolLM2-135M on llama.cpp's server; it serves to test the wiring.

Citations are counted as ALCE does (Gao et al. 2023), but entailment is by rules, on all three: a
sentence follows from a cited text if one sentence of it has most of its words and `unsupported`
finds no difference. The plain chain marks nothing, so each of its sentences is taken to cite all
passages that it was given.
"""

from __future__ import annotations

import random
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from langchain.chat_models import init_chat_model
from langchain_core.output_parsers import StrOutputParser
from langchain_core.prompts import ChatPromptTemplate
from langchain_core.vectorstores import InMemoryVectorStore

from pmchat.answering.closeness import shared_words
from pmchat.answering.conversation import Answerer, open_answerer
from pmchat.answering.generate import MAX_TOKENS, Generator
from pmchat.answering.verify import unsupported
from pmchat.answering.writer import Writer
from pmchat.evaluate.golden import Behaviour, GoldenQuestion, read_golden
from pmchat.evaluate.judge import OUTCOMES, to_question
from pmchat.lexicon import Lexicon
from pmchat.model import Answer, Outcome, Question
from pmchat.plain import reading_grade
from pmchat.retrieval.embedding import MiniLM
from pmchat.settings import ROOT, ChatModel, Settings
from pmchat.text import sentences
from tests.chat_servers import llama_server

SEED = 5
SAMPLE: dict[Behaviour, int] = {
    "answer": 14,
    "answer-from-report": 6,
    "abstain": 6,
    "redirect-to-clinician": 4,
    "emergency": 3,
    "out-of-scope": 3,
}
TOP = 4
MOST_WORDS = 0.6
PROMPT = (
    "Use the following pieces of context to answer the question at the end. If you don't know the "
    "answer, just say that you don't know, don't try to make up an answer.\n\n{context}\n\n"
    "Question: {question}\nHelpful Answer:"
)
"""The prompt of LangChain's retrieval chain."""

_SAID: tuple[tuple[Outcome, tuple[str, ...]], ...] = (
    ("urgent", ("911", "988", "emergency")),
    ("abstain", ("don't know", "do not know", "not mentioned", "no information", "cannot answer")),
    ("redirect", ("your doctor", "your oncologist", "your care team", "healthcare provider")),
)


@dataclass(frozen=True)
class Cited:
    """A sentence with the texts that it cites, each as its sentences."""

    text: str
    cites: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Given:
    """What one way of answering gave, in the same form for all."""

    outcome: Outcome
    stated: tuple[Cited, ...]
    told: str
    seconds: float
    written: bool


Ask = Callable[[Question], Given]


def main(path: Path, reports: Path) -> None:
    """Print the table."""
    questions = _sample(read_golden(path))
    answerer = open_answerer(Settings.from_environment())
    with llama_server() as chat:
        writer = Writer(Generator(chat.model_copy(update={"seconds": 60.0})))
        ways: dict[str, Ask] = {
            "plain LangChain chain": _plain(answerer, chat),
            "pmchat, composed": lambda q: _ours(answerer, q, None),
            "pmchat, written by the model": lambda q: _ours(answerer, q, writer),
        }
        print(_table(questions, reports, ways, answerer.release.lexicon))


def _sample(questions: Sequence[GoldenQuestion]) -> list[GoldenQuestion]:
    """The same questions every time, some of each kind."""
    chance = random.Random(SEED)
    chosen = []
    for kind, count in SAMPLE.items():
        of_kind = [q for q in questions if q.expected_behaviour == kind and not q.history]
        chosen += chance.sample(of_kind, min(count, len(of_kind)))
    return chosen


def _plain(answerer: Answerer, chat: ChatModel) -> Ask:
    passages = list(answerer.release.passages.values())
    store = InMemoryVectorStore.from_texts(
        [p.text for p in passages], MiniLM(), metadatas=[{"id": p.id} for p in passages]
    )
    retriever = store.as_retriever(search_kwargs={"k": TOP})
    model = init_chat_model(
        chat.name, base_url=chat.url, api_key="none", temperature=0, max_tokens=MAX_TOKENS
    )
    chain = ChatPromptTemplate.from_template(PROMPT) | model | StrOutputParser()

    def ask(question: Question) -> Given:
        begun = time.perf_counter()
        found = retriever.invoke(question.text)
        lines = [f.evidence.text for f in question.report.findings] if question.report else []
        context = "\n\n".join([*(d.page_content for d in found), *lines])
        said = chain.invoke({"context": context, "question": question.text})
        cites = tuple(tuple(sentences(d.page_content)) for d in found)
        cites += ((tuple(lines)),) if lines else ()
        stated = tuple(Cited(s, cites) for s in sentences(" ".join(said.split())))
        return Given(_outcome(said), stated, said, time.perf_counter() - begun, True)

    return ask


def _outcome(said: str) -> Outcome:
    """What a plain answer amounts to, judged kindly by its words."""
    low = said.lower()
    return next((o for o, signs in _SAID if any(s in low for s in signs)), "answer")


def _ours(answerer: Answerer, question: Question, writer: Writer | None) -> Given:
    begun = time.perf_counter()
    answer = answerer.answer(question, writer=writer)
    seconds = time.perf_counter() - begun
    stated = tuple(_cited(answer))
    return Given(answer.outcome, stated, answer.text, seconds, answer.generator != "compose")


def _cited(answer: Answer) -> Iterator[Cited]:
    for sentence in answer.sentences:
        if sentence.citations:
            yield Cited(sentence.text, tuple((c.quote,) for c in sentence.citations))


def _table(
    questions: Sequence[GoldenQuestion], reports: Path, ways: dict[str, Ask], lexicon: Lexicon
) -> str:
    rows = [
        f"| {len(questions)} questions | outcome right | citation recall | citation precision "
        "| forbidden claims | grade | seconds, median | written by the model |",
        "|---|--:|--:|--:|--:|--:|--:|--:|",
    ]
    asked = [(q, to_question(q, reports)) for q in questions]
    for name, ask in ways.items():
        given = [(golden, ask(question)) for golden, question in asked]
        rows.append(f"| {name} | {_row(given, lexicon)} |")
        print(rows[-1], file=sys.stderr, flush=True)
    return "\n".join(rows)


def _row(given: Sequence[tuple[GoldenQuestion, Given]], lexicon: Lexicon) -> str:
    right = sum(g.outcome in OUTCOMES[q.expected_behaviour] for q, g in given)
    answers = [g for _, g in given if g.stated and g.outcome in {"answer", "redirect"}]
    recalls, precisions = zip(*(_alce(g.stated, lexicon) for g in answers), strict=True)
    claims = sum(c.is_told([s.text for s in g.stated]) for q, g in given for c in q.claims)
    grades = [reading_grade(sentences(g.told), lexicon.mask) for g in answers]
    return " | ".join(
        [
            f"{right} of {len(given)}",
            f"{statistics.fmean(recalls):.2f}",
            f"{statistics.fmean(precisions):.2f}",
            str(claims),
            f"{statistics.median(grades):.1f}",
            f"{statistics.median(g.seconds for _, g in given):.1f}",
            str(sum(g.written for _, g in given)),
        ]
    )


def _alce(stated: Sequence[Cited], lexicon: Lexicon) -> tuple[float, float]:
    """Recall: the share of sentences that follow from what they cite. Precision: of the
    citations, those that a sentence follows from, alone or not without them."""
    supported = useful = cited = 0
    for one in stated:
        cited += len(one.cites)
        if not _follows(one.text, one.cites, lexicon):
            continue
        supported += 1
        for place, text in enumerate(one.cites):
            rest = [*one.cites[:place], *one.cites[place + 1 :]]
            alone = _follows(one.text, [text], lexicon)
            useful += alone or not _follows(one.text, rest, lexicon)
    return supported / len(stated), useful / cited if cited else 0.0


def _follows(text: str, cites: Sequence[Sequence[str]], lexicon: Lexicon) -> bool:
    return any(
        shared_words(text, quote, lexicon) >= MOST_WORDS
        and unsupported(text, quote, lexicon) is None
        for cite in cites
        for quote in cite
    )


if __name__ == "__main__":
    given_paths = [Path(a) for a in sys.argv[1:]] or [ROOT / "tests" / "golden"]
    folder = given_paths[1] if len(given_paths) > 1 else ROOT / "tests" / "golden" / "fixtures"
    main(given_paths[0], folder)
