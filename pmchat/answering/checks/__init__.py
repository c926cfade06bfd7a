"""The rules by which a sentence is held against the words that it cites."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from pmchat.answering.checks.advice import advice, reader
from pmchat.answering.checks.coverage import coverage, names
from pmchat.answering.checks.limits import limits
from pmchat.answering.checks.mixing import binding, joining, mixing
from pmchat.answering.checks.operators import operators
from pmchat.answering.checks.quantities import quantities
from pmchat.answering.checks.roles import roles
from pmchat.answering.checks.said import Said
from pmchat.lexicon import Lexicon

Check = Callable[[Said, Said, Lexicon], str | None]
"""What is said, the sentence behind it, the names -> the first fault, or None."""

CHECKS: Final[tuple[Check, ...]] = (
    names,
    quantities,
    advice,
    reader,
    operators,
    limits,
    roles,
    mixing,
    joining,
    binding,
    coverage,
)
