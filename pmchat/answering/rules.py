"""The form of the rule files that staff edit (knowledge/safety), and how they are read."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal, TypeVar

import yaml
from pydantic import BaseModel, Field, RootModel, ValidationError

from pmchat.answering.phrases import ENGLISH, Strict
from pmchat.errors import CorpusError
from pmchat.text import parse_yaml

T = TypeVar("T", bound=BaseModel)

Reading = Literal["any", "said", "now", "lately"]
"""What a sign must be: named at all, not denied, there now, or there now or a short while ago."""


class When(Strict):
    """One way in which a rule fits; red_flags.yaml explains the fields."""

    lang: str = ENGLISH
    reading: Reading | None = None
    any: tuple[str, ...] = ()
    all: tuple[tuple[str, ...], ...] = ()
    context: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()


class Text(Strict):
    """The fixed sentences of one language."""

    translation: Literal["unreviewed", "reviewed"] | None = None
    framing: tuple[str, ...] = ()
    next_step: tuple[str, ...] = ()


class Notices(RootModel[dict[str, Text]]):
    """languages.yaml: what is said first to a question in another language."""


class Rule(Strict):
    """A rule: when it fits, and which text it shows."""

    id: str
    text: str
    when: tuple[When, ...]
    why: str = ""
    say: str = ""
    explain: bool = False
    answers: bool = False
    passage: str = ""
    questions: tuple[str, ...] = ()


class RuleFile(Strict):
    """One file of rules with its texts."""

    reading: Reading
    texts: dict[str, dict[str, Text]]
    rules: tuple[Rule, ...]


class TeamLine(Strict):
    """How the clinic's 24-hour line is named, with its number and without."""

    known: str
    unknown: str


class Locale(Strict):
    """The numbers of one country, and sentences that hold only there."""

    emergency: str
    crisis_line: str
    poison: str
    notes: str = ""
    crisis_call: dict[str, str] = Field(default_factory=dict)
    crisis_extra: dict[str, str] = Field(default_factory=dict)


class Locales(Strict):
    """locales.yaml."""

    team_line: str | None
    team_line_words: dict[str, TeamLine]
    crisis_call: dict[str, str]
    people: dict[str, dict[str, str]]
    locales: dict[str, Locale]


def read_yaml(path: Path) -> Any:
    """The content of a YAML file. Raises CorpusError for one that is missing or broken."""
    try:
        return parse_yaml(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise CorpusError(f"{path.name} is missing from {path.parent}.", "Put it back.") from error
    except yaml.YAMLError as error:
        where = getattr(error, "problem_mark", None)
        line = f" (line {where.line + 1})" if where else ""
        raise CorpusError(f"{path.name} is not good YAML{line}.", "Mend it.") from error


def parse(kind: type[T], row: Any, name: str) -> T:
    """A row of a YAML file as a type. Raises CorpusError that names the first thing wrong."""
    try:
        return kind.model_validate(row)
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"])
        rule = f" {row['id']}" if isinstance(row, Mapping) and "id" in row else ""
        raise CorpusError(f"{name}{rule}: {field}: {first['msg']}.", "Mend it.") from error
