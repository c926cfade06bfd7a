"""A question while it is being answered."""

from __future__ import annotations

import threading
from collections.abc import Callable

from pmchat.answering.conversation import Answerer
from pmchat.answering.generate import Generator
from pmchat.answering.writer import Writer
from pmchat.model import Answer, Question, Sentence


class Work:
    """One question being answered in a thread, so that no click on the page undoes it."""

    def __init__(self, engine: Answerer, question: Question, generator: Generator | None) -> None:
        self.question = question
        self.release = engine.release
        self.stages: list[str] = []
        self.told: list[Sentence] = []
        self.can_stop = generator is not None
        self._stopped = threading.Event()
        self._over = threading.Event()
        self._answer: Answer | Exception | None = None
        writer = Writer(generator, self.told.append, self._stopped.is_set) if generator else None

        def answer() -> Answer:
            return engine.answer(question, self.stages.append, writer)

        threading.Thread(target=self._run, args=(answer,), daemon=True).start()

    def stop(self) -> None:
        """End the model's work; the composed answer follows at once."""
        self._stopped.set()

    def wait(self, seconds: float) -> bool:
        """Wait at most so long; whether the answer is there."""
        return self._over.wait(seconds)

    def result(self) -> Answer:
        """The answer. Raises what went wrong."""
        if isinstance(self._answer, Answer):
            return self._answer
        raise self._answer or RuntimeError("the work is not over")

    def _run(self, answer: Callable[[], Answer]) -> None:
        try:
            self._answer = answer()
        except Exception as error:  # `result` raises it where the page can tell it
            self._answer = error
        finally:
            self._over.set()
