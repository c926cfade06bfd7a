"""How much a sentence of the library is worth telling beside lines of a report."""

from __future__ import annotations

import re
from collections.abc import Container
from math import log

from pmchat.answering.levels import has_share
from pmchat.answering.lookup import MAIN
from pmchat.answering.nearest import Found, Nearest, Told
from pmchat.answering.understand import Understanding
from pmchat.corpus.release import Release
from pmchat.model import Passage, SectionKind

# The log odds that a sentence belongs in an answer, by logistic regression: 383 made-up
# questions on 17 reports, of which readers marked the sentences that answer among 40 each.
OWN_PAGE = 0.59
SITUATION = 1.92
LEAD = 0.73
OF_ANOTHER = -1.32
OF_SHARES = -0.75
NAME = -0.16
WHO_HELPS = 0.71
NAMED_PAGE = -0.58
OF_HARM = -1.37

MOST_NAMES = 5

TOLD = log(0.25 / 0.75)
"""From which log odds on a sentence is told."""

_WHO = re.compile(
    r"\b(?:care team|your team|counselor|specialist|doctor|pharmacist|oncologist)s?\b"
)
_ON_HARM: frozenset[SectionKind] = frozenset({"side_effects", "urgent"})


class Worth:
    """Weighs the signs of single sentences beside one report.

    `own` are the pages on what was found, `lead` the section that fits best, `situation` what the
    situation calls for.
    """

    def __init__(
        self,
        understanding: Understanding,
        found: Found,
        release: Release,
        *,
        nearest: Nearest,
        own: Container[str],
        lead: Passage,
        situation: Container[Told],
    ) -> None:
        self._relevance, self._release, self._nearest = found.relevance, release, nearest
        self._own, self._lead, self._situation = own, lead, situation
        self._asks_harm = understanding.asked in _ON_HARM
        self._asked = set(release.lexicon.entities(understanding.text))

    def of(self, told: Told) -> float:
        """The log odds that a sentence belongs in the answer."""
        passage, statement = told
        page = self._release.by_id[passage.document_id]
        names = self._release.lexicon.entities(statement.text)
        return (
            float(self._relevance[passage.id][passage.statements.index(statement)])
            + OWN_PAGE * (page.id in self._own)
            + SITUATION * (told in self._situation)
            + LEAD * (passage is self._lead)
            + OF_ANOTHER * self._nearest.is_of_another(statement.text)
            + OF_SHARES * has_share(statement.text)
            + NAME * min(len(set(names)), MOST_NAMES)
            + WHO_HELPS * bool(_WHO.search(statement.text))
            + NAMED_PAGE * bool(self._asked & set(page.entities[:MAIN]))
            + OF_HARM * (passage.kind in _ON_HARM and not self._asks_harm)
        )
