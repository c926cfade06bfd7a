"""A composed answer in a chat model's words: only those that hold, else none."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from pmchat.answering.closeness import nearest, strays
from pmchat.answering.generate import Generator, model_error
from pmchat.answering.marks import Marked, read_marked
from pmchat.answering.material import Item, Material, gather
from pmchat.answering.prompt import Prompt
from pmchat.answering.verify import unsupported, verify
from pmchat.corpus.release import Release
from pmchat.errors import ModelError
from pmchat.i18n import N_, _
from pmchat.model import PassageCitation, Report, ReportCitation, Role, Sentence

LEAST = 2
"""Sentences from the library that a written answer must have."""

MOST = 8
MOST_LINES = 2
"""Findings in an answer that may still be written."""

TRIES = 2
_TOO_LITTLE = N_("Too little of what the language model wrote could be held against its source.")

Quote = tuple[str, PassageCitation | ReportCitation]


@dataclass(frozen=True)
class Written:
    """A written answer, empty if there is none to show; what was dropped; and why there is none."""

    sentences: tuple[Sentence, ...] = ()
    dropped: tuple[str, ...] = ()
    note: str = ""


class Writer:
    """Asks a model for one answer; `told` gets each sentence that holds, `stopped` ends it."""

    def __init__(
        self,
        generator: Generator,
        told: Callable[[Sentence], None] = lambda _: None,
        stopped: Callable[[], bool] = lambda: False,
    ) -> None:
        self._generator = generator
        self._told = told
        self._stopped = stopped
        self._prompt = Prompt.load("answer")

    @property
    def name(self) -> str:
        """The model's name."""
        return self._generator.name

    def write(
        self,
        question: str,
        composed: Sequence[Sentence],
        release: Release,
        report: Report | None,
    ) -> Written:
        """A composed answer in the model's words, or the reason why there is none.

        A connection that breaks is tried once more; no other failure is, and none is raised.
        """
        material = gather(question, composed, release.passages, report)
        desk = _Desk(material, release, report, self._told)
        deadline = self._generator.deadline()
        user = self._prompt.fill(question=material.question, items=material.numbered)
        for left in reversed(range(TRIES)):
            try:
                pieces = self._generator.stream(self._prompt.system, user, deadline, self._stopped)
                desk.read(pieces)
                break
            except ModelError as error:
                if not (error.retryable and left):
                    return Written(dropped=tuple(desk.dropped), note=str(error))
        if not desk.answers():
            return Written(dropped=tuple(desk.dropped), note=str(model_error(_(_TOO_LITTLE))))
        return Written(tuple(_arranged(desk.kept, material, release)), tuple(desk.dropped))


class _Desk:
    """Holds each sentence against what it cites, and keeps it or drops it."""

    def __init__(
        self,
        material: Material,
        release: Release,
        report: Report | None,
        told: Callable[[Sentence], None],
    ) -> None:
        self._material = material
        self._release = release
        self._report = report
        self._told = told
        self.kept: list[Sentence] = []
        self.dropped: list[str] = []

    def read(self, pieces: Iterator[str]) -> None:
        """Take sentences as they come, until there are enough."""
        for marked in read_marked(pieces):
            if any(marked.text == s.text for s in self.kept):
                continue
            held = self._held(marked)
            if isinstance(held, str):
                self.dropped.append(f"written: {held}")
                continue
            self.kept.append(held)
            self._told(held)
            if len(self.kept) == MOST:
                return

    def answers(self) -> bool:
        """Whether what holds is an answer: enough of the library, beginning with what was asked."""
        told = [s for s in self.kept if _passages(s)]
        if len(told) < LEAST:
            return False
        lead = next(i for s in self._material.composed for i in _passages(s))
        names = self._release.lexicon.entities
        opening = f"{self._material.question} {_headline(self._material.composed)}"
        return lead in _passages(told[0]) or bool(set(names(told[0].text)) & set(names(opening)))

    def _held(self, marked: Marked) -> Sentence | str:
        """The sentence with its citations, or why it does not hold.

        Marks that hold alone are cited; if none does, all have to hold it together.
        """
        items = self._material.items
        if not all(1 <= n <= len(items) for n in marked.numbers):
            return "a mark points to nothing"
        quotes = [self._nearest(marked.text, items[n - 1]) for n in marked.numbers]
        alone = [q for q in quotes if self._fault(marked.text, [q]) is None]
        fault = None if alone else self._fault(marked.text, quotes)
        return fault or self._sentence(marked.text, alone or quotes)

    def _nearest(self, text: str, item: Item) -> Quote:
        quotes = [t for t, _ in item.quotes]
        return item.quotes[nearest(text, quotes, self._release.lexicon)]

    def _fault(self, text: str, quotes: Sequence[Quote]) -> str | None:
        lexicon = self._release.lexicon
        source = " ".join(t for t, _ in quotes)
        fault = strays(text, source, lexicon) or unsupported(text, source, lexicon)
        if fault is None:
            sentence = self._sentence(text, quotes)
            _, dropped = verify([sentence], self._release.passages, self._report, lexicon)
            fault = next(iter(dropped), None)
        return fault

    def _sentence(self, text: str, quotes: Sequence[Quote]) -> Sentence:
        citations = sorted((c for _, c in quotes), key=lambda c: c.kind)  # passages first
        passages = [c for c in citations if isinstance(c, PassageCitation)]
        role: Role = "explanation" if passages else "report"
        if passages and self._release.passages[passages[0].passage_id].kind == "limits":
            role = "limit"
        return Sentence(text=text, role=role, citations=tuple(citations))


def is_writable(composed: Sequence[Sentence], release: Release) -> bool:
    """Whether a composed answer leaves something to write.

    What is urgent, lines alone, and a walk through several results stay as they are.
    """
    lead = next((i for s in composed for i in _passages(s)), None)
    lines = [s for s in composed if _finding(s)]
    return bool(lead and release.passages[lead].kind != "urgent" and len(lines) <= MOST_LINES)


def _passages(sentence: Sentence) -> list[str]:
    return [c.passage_id for c in sentence.citations if isinstance(c, PassageCitation)]


def _finding(sentence: Sentence) -> str | None:
    """The finding that a sentence is on; remarks of the report are on none."""
    cited = (c for c in sentence.citations if isinstance(c, ReportCitation))
    return next((c.finding_id for c in cited if c.finding_id), None)


def _headline(sentences: Sequence[Sentence]) -> str:
    return next((s.text for s in sentences if s.role == "headline"), "")


def _arranged(kept: Sequence[Sentence], material: Material, release: Release) -> Iterator[Sentence]:
    """The written sentences among those that no model may change.

    These are our own words around an answer, what the report prints, and what the
    library says that a result does not mean.
    """
    composed = material.composed
    start = next(n for n, s in enumerate(composed) if _passages(s))
    before, after = composed[:start], composed[start:]
    quoted = {c.quote for s in kept for c in s.citations}
    yield from before
    leads = not any(s.role == "headline" for s in before)
    for place, sentence in enumerate(kept):
        first = leads and not place
        yield sentence.model_copy(update={"role": "headline"}) if first else sentence
    for sentence in after:
        cited = _passages(sentence)
        if not cited:
            yield sentence
        elif release.passages[cited[0]].kind == "limits" and sentence.text not in quoted:
            yield sentence.model_copy(update={"role": "limit"})
