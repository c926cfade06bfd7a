"""Puts an answer together from the report's lines and the library's own sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from pmchat.answering.findings import say_findings
from pmchat.answering.lookup import general_side_effects, meanings
from pmchat.answering.understand import Understanding
from pmchat.answering.wording import GENERAL, NO_PAGE
from pmchat.corpus.release import Release
from pmchat.model import Passage, PassageCitation, Role, Sentence, Statement
from pmchat.retrieval.search import Hit
from pmchat.text import terms

LEAD_SENTENCES = 5
OTHER_SENTENCES = 2
OTHERS = 2
LOOKED_UP_SENTENCES = 2
ON_REPORTS = frozenset({"reading-reports", "decisions"})
"""Areas whose pages tell how to read a report or take it to a visit."""

LIMIT_SENTENCES = 2
OTHER_MARGIN = 2.5
OTHER_SIMILARITY = 0.1
"""How far another document may be behind the first, in score and in cosine, and still add."""


Part = tuple[Passage, tuple[Statement, ...]]
"""A passage with those of its sentences that are to be told."""


@dataclass(frozen=True)
class Draft:
    """Sentences before they are verified, and the documents they come from, lead first."""

    sentences: tuple[Sentence, ...]
    document_ids: tuple[str, ...]


def compose(
    understanding: Understanding,
    hits: Sequence[Hit],
    definition: Passage | None,
    release: Release,
    today: date,
) -> Draft | None:
    """The answer: report lines, then what the library says of them and of the question.

    `hits` fit and are strong enough to answer from; None if there is nothing to say.
    A `definition` from the glossary leads where no section tells what the thing is.
    """
    sentences = say_findings(understanding.findings)
    first: Role = "explanation" if sentences else "headline"
    framing, found = _material(understanding, hits, release, today)
    sentences += framing
    if definition and not (hits and hits[0].passage.kind == "meaning"):
        found = [(definition, definition.statements), *found]
    for passage, statements in found:
        sentences += _from_passage(passage, statements, first)
        first = "explanation"
    if not sentences:
        return None
    if not found:
        sentences.append(NO_PAGE)
    elif not understanding.whole_report:
        sentences += _limits(understanding, found[0][0], release)
    documents = dict.fromkeys(p.document_id for p, _ in found)
    return Draft(tuple(_once(sentences)), tuple(documents))


def _material(
    understanding: Understanding, hits: Sequence[Hit], release: Release, today: date
) -> tuple[list[Sentence], list[Part]]:
    """The parts of passages to tell, with words to put before them.

    What was searched comes first, then what stands under the names asked for.
    """
    if hits and not understanding.whole_report:
        lead = hits[0].passage
        others = [(p, p.statements[:OTHER_SENTENCES]) for p in _others(hits)]
        return [], [(lead, lead.statements[:LEAD_SENTENCES]), *others]
    if understanding.asked == "side_effects":
        general = general_side_effects(understanding.entities, release, today)
        return (
            ([GENERAL], [(general, general.statements[:LEAD_SENTENCES])]) if general else ([], [])
        )
    inherited = any(f.origin == "germline" for f in understanding.findings)
    looked_up = meanings(understanding.concepts, release, today, inherited)
    parts = [(p, tuple(nearest[:LOOKED_UP_SENTENCES])) for p, nearest in looked_up]
    return [], [*parts, *_on_reports(hits, release)]


def _on_reports(hits: Sequence[Hit], release: Release) -> list[Part]:
    """For a question on the whole report, what the library says of reading such a report."""
    pages = [h.passage for h in hits if release.by_id[h.passage.document_id].area in ON_REPORTS]
    return [(p, p.statements[:LOOKED_UP_SENTENCES]) for p in pages[:1]]


def explain_shortly(hits: Sequence[Hit], count: int) -> Draft:
    """Only the first sentences of the best passage, for below a fixed text."""
    lead = hits[0].passage
    sentences = _from_passage(lead, lead.statements[:count], "explanation")
    return Draft(tuple(sentences), (lead.document_id,))


def _from_passage(
    passage: Passage, statements: Sequence[Statement], first: Role
) -> Iterator[Sentence]:
    rest: Role = "limit" if passage.kind == "limits" else "explanation"
    for place, statement in enumerate(statements):
        yield _cited(passage, statement, rest if place else first)


def _others(hits: Sequence[Hit]) -> list[Passage]:
    """A passage each of other documents that are nearly as close as the first."""
    lead = hits[0]
    found = {lead.passage.document_id: lead.passage}
    for hit in hits[1:]:
        near = (
            lead.score.score - hit.score.score <= OTHER_MARGIN
            and lead.score.similarity - hit.score.similarity <= OTHER_SIMILARITY
        )
        alike = (hit.passage.kind == "limits") == (lead.passage.kind == "limits")
        as_close = hit.score.entity >= lead.score.entity
        if near and alike and as_close and len(found) <= OTHERS:
            found.setdefault(hit.passage.document_id, hit.passage)
    return list(found.values())[1:]


def _limits(understanding: Understanding, lead: Passage, release: Release) -> Iterator[Sentence]:
    """What the thing does not mean: from the lead's page, the sentences nearest to the question."""
    document = release.by_id[lead.document_id]
    passage = next((p for p in document.passages if p.kind == "limits" and not p.expires), None)
    if passage is None or lead.kind == "limits":
        return
    asked = set(terms(understanding.query))
    names = set(understanding.entities)

    def nearness(statement: Statement) -> int:
        shared = names & set(release.lexicon.entities(statement.text))
        return len(shared) + len(asked & set(terms(statement.text)))

    near = [s for s in passage.statements if nearness(s)]
    for statement in sorted(near, key=lambda s: -nearness(s))[:LIMIT_SENTENCES]:
        yield _cited(passage, statement, "limit")


def _cited(passage: Passage, statement: Statement, role: Role) -> Sentence:
    citation = PassageCitation(
        passage_id=passage.id,
        document_id=passage.document_id,
        quote=statement.text,
        sources=statement.sources,
    )
    return Sentence(text=statement.text, role=role, citations=(citation,))


def _once(sentences: Sequence[Sentence]) -> Iterator[Sentence]:
    seen: set[str] = set()
    for sentence in sentences:
        if sentence.text not in seen:
            seen.add(sentence.text)
            yield sentence
