"""What a counselor adds where a question meets a certain kind of result."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from pmchat.answering.case import Case
from pmchat.answering.nearest import Nearest, Told
from pmchat.answering.owner import by_relative, without_writer
from pmchat.answering.situation_table import SITUATIONS, Situation
from pmchat.answering.subject import GENERAL_KINDS
from pmchat.answering.understand import Understanding
from pmchat.corpus.release import Release
from pmchat.model import Report

MOST = 3
"""How many sections are added to one answer."""

SENTENCES = 3
"""How much is told of each: what answers its heading, what is nearest, and who tells more."""

NEAR = 0.45
"""How near to the question the second of them must be."""

_WHO = re.compile(r"\b(?:care team|your team|counselor|specialist|doctor|pharmacist)s?\b")

_WAY_ON = re.compile(r"\bmay be a way\b")
"""What can be done where a test gave no answer."""

_ON_RIGHTS = "privacy"
"""The area of pages on what others may do with a result: all that is told to those who ask it."""


def beside_results(
    understanding: Understanding,
    report: Report | None,
    nearest: Nearest,
    release: Release,
    today: date,
) -> Iterator[Told]:
    """What the situation of a question calls for."""
    if report is None:
        return
    case = Case(
        text=without_writer(understanding.text),
        report=report,
        findings=understanding.findings,
        remarks=understanding.remarks,
        not_stated=understanding.not_stated,
        silent=understanding.silent,
        by_relative=by_relative(understanding.text),
        asks_illness=understanding.asks_illness,
    )
    fitting = [s for s in SITUATIONS if s.asked.search(case.text) and s.fits(case)]
    by_section = {s.section: s for s in reversed(fitting)}
    sections = dict.fromkeys(s.section for s in fitting)
    passages = [p for name in sections if (p := release.passages.get(name)) and p.is_fresh(today)]
    if understanding.asked in GENERAL_KINDS:
        passages = [p for p in passages if release.by_id[p.document_id].area == _ON_RIGHTS]
    for passage in passages[:MOST]:
        own = [(passage, s) for s in passage.statements]
        yield from _told(own, by_section[passage.id], nearest)


def _told(own: Sequence[Told], situation: Situation, nearest: Nearest) -> Sequence[Told]:
    if situation.is_list:
        near = nearest.of(own, SENTENCES, least=None)
        way = [t for t in own if _WAY_ON.search(t[1].text) and t not in near]
        return [*near, *nearest.of(way, 1, least=None)]
    who = [t for t in own[1:] if _WHO.search(t[1].text)]
    first = [t for t in own[:1] if nearest.goes(*t)]
    other = nearest.of([t for t in own[1:] if t not in who], 1, NEAR)
    return [*first, *other, *nearest.of(who, 1, least=None)]
