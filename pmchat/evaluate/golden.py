"""Golden questions: what is asked, and what a right answer has to hold."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from pmchat.errors import UsageError
from pmchat.model import Turn

Behaviour = Literal[
    "answer",
    "answer-from-report",
    "abstain",
    "redirect-to-clinician",
    "emergency",
    "out-of-scope",
]
ANSWERED: frozenset[Behaviour] = frozenset({"answer", "answer-from-report"})


class _Golden(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class Fact(_Golden):
    """A statement that can be found by its words.

    A sentence makes it if it has, of every group in `words`, at least one
    alternative at the start of a word.
    """

    fact: str
    words: tuple[tuple[str, ...], ...]

    def is_made_by(self, sentence: str) -> bool:
        """Whether a sentence makes the statement, as far as words can tell."""
        return all(any(_begins(w, sentence) for w in group) for group in self.words)

    def is_told(self, sentences: Iterable[str]) -> bool:
        """Whether one of the sentences makes the statement."""
        return any(self.is_made_by(s) for s in sentences)


class Claim(Fact):
    """A false statement, found in the same way; the library and no answer may make it."""

    fact: str = ""
    claim: str


class GoldenQuestion(_Golden):
    """One line of a golden file.

    Facts and claims given only as text are notes for a person who judges.
    """

    id: str
    expected_behaviour: Behaviour
    question: str
    expected_docs: tuple[str, ...] = ()
    must_contain: tuple[Fact | str, ...] = ()
    must_not_claim: tuple[Claim | str, ...] = ()
    report: str | None = None
    history: tuple[Turn, ...] = ()

    @property
    def facts(self) -> list[Fact]:
        """What must be told, where words can tell it."""
        return [f for f in self.must_contain if isinstance(f, Fact)]

    @property
    def claims(self) -> list[Claim]:
        """What must not be said, where words can tell it."""
        return [c for c in self.must_not_claim if isinstance(c, Claim)]


def read_golden(path: Path) -> list[GoldenQuestion]:
    """Read a JSONL file, or all of a folder. Raises UsageError."""
    paths = sorted(path.glob("*.jsonl")) if path.is_dir() else [path]
    questions: list[GoldenQuestion] = []
    for file in paths:
        try:
            lines = file.read_text(encoding="utf-8").splitlines()
            questions += [GoldenQuestion.model_validate_json(li) for li in lines if li.strip()]
        except (OSError, UnicodeDecodeError, ValidationError) as error:
            raise UsageError(
                f"{file} cannot be read as golden questions.", "Check the file."
            ) from error
    if not questions:
        raise UsageError(f"{path} has no golden questions.", "Try another file.")
    return questions


def _begins(word: str, sentence: str) -> bool:
    return bool(_beginning(word).search(sentence.lower()))


@cache
def _beginning(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z0-9]){re.escape(word.lower())}")
