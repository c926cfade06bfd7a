"""What the checks find, and the page that they look at."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pmchat.model import Document, Frozen, Passage

_START = 40
"""Characters of a sentence that are looked for in its file."""

Level = Literal["error", "warning"]


class Problem(Frozen):
    """Something to mend. An error blocks a release, a warning does not.

    `document_id` is the file's name without ending, `section` the id of the
    section in it, `line` counts from 1 in `path`.
    """

    level: Level
    rule: str
    document_id: str
    section: str = ""
    path: str
    line: int
    what: str

    @classmethod
    def of_file(cls, level: Level, rule: str, area: str, document_id: str, what: str) -> Problem:
        """Something about a document as a whole, told at the top of its file."""
        path = f"{area}/{document_id}.md"
        return cls(level=level, rule=rule, document_id=document_id, path=path, line=1, what=what)

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.level}: {self.what} ({self.rule})"


@dataclass(frozen=True)
class Page:
    """A document with the file it was read from."""

    document: Document
    path: Path
    text: str

    def error(self, rule: str, what: str, passage: Passage | None = None, at: str = "") -> Problem:
        """A fault at the words `at` of a passage, of which the problem tells the line."""
        return self._problem("error", rule, what, passage, at)

    def warning(
        self, rule: str, what: str, passage: Passage | None = None, at: str = ""
    ) -> Problem:
        """The same for what a person may decide to leave."""
        return self._problem("warning", rule, what, passage, at)

    def _problem(
        self,
        level: Level,
        rule: str,
        what: str,
        passage: Passage | None,
        at: str,
    ) -> Problem:
        return Problem(
            level=level,
            rule=rule,
            document_id=self.document.id,
            section=passage.id.partition("#")[2] if passage else "",
            path=f"{self.path.parent.name}/{self.path.name}",
            line=self._line(passage, at),
            what=f'{what}: "{at}"' if at else what,
        )

    def _line(self, passage: Passage | None, at: str) -> int:
        """The line of the words, else of the section's heading, else the first."""
        start = self.text.find(f"\n## {passage.heading}") + 1 if passage else 0
        place = self.text.find(at[:_START], max(start, 0)) if at else -1
        return self.text.count("\n", 0, place if place >= 0 else max(start, 0)) + 1
