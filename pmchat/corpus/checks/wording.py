"""Whether each sentence keeps to the house style of `knowledge/style.yaml`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Literal

import yaml
from pydantic import ValidationError

from pmchat.corpus.checks.problem import Page, Problem
from pmchat.errors import CorpusError
from pmchat.model import Frozen
from pmchat.text import parse_yaml


class Rule(Frozen):
    """A wording that the library does not use.

    `find` and `unless` are regular expressions, upper and lower case alike
    unless `exact`; a sentence that `unless` matches is let pass.
    """

    rule: str
    level: Literal["error", "warning"]
    find: str
    unless: str | None = None
    exact: bool = False
    say: str

    def breaks(self, text: str) -> bool:
        """Whether a sentence has the wording."""
        return bool(self._found.search(text)) and not (self._let and self._let.search(text))

    @cached_property
    def _found(self) -> re.Pattern[str]:
        return self._compiled(self.find)

    @cached_property
    def _let(self) -> re.Pattern[str] | None:
        return self._compiled(self.unless) if self.unless else None

    def _compiled(self, pattern: str) -> re.Pattern[str]:
        return re.compile(pattern, 0 if self.exact else re.IGNORECASE)


class Style(Frozen):
    """The house style: wordings to avoid, and hard words that need no explanation."""

    wordings: tuple[Rule, ...]
    plain_words: frozenset[str] = frozenset()

    @classmethod
    def load(cls, path: Path) -> Style:
        """Read `style.yaml`. Raises CorpusError."""
        try:
            style = cls.model_validate(parse_yaml(path.read_text(encoding="utf-8")))
            for rule in style.wordings:
                rule.breaks("")
        except (OSError, yaml.YAMLError, ValidationError, re.error) as error:
            raise CorpusError(f"{path.name} cannot be read: {error}.", "Mend it.") from error
        return style


def check_wording(page: Page, style: Style) -> Iterator[Problem]:
    """Sentences that break a rule of the house style."""
    for passage in page.document.passages:
        for text in (s.text for s in passage.statements):
            for rule in style.wordings:
                if rule.breaks(text):
                    report = page.error if rule.level == "error" else page.warning
                    yield report(rule.rule, rule.say, passage, text)
