"""Puts an answer together from the report's lines and the library's own sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pmchat.answering.findings import say_findings
from pmchat.answering.understand import Understanding
from pmchat.corpus.release import Release
from pmchat.model import Document, Passage, PassageCitation, Role, Sentence, Statement
from pmchat.retrieval.search import Hit
from pmchat.text import terms

LEAD_SENTENCES = 6
SECOND_SENTENCES = 2
LIMIT_SENTENCES = 2
SECOND_MARGIN = 2.5
"""How far (in standard deviations) a second document may score behind the first and still add."""


@dataclass(frozen=True)
class Draft:
    """Sentences before they are verified, and the documents they come from, lead first."""

    sentences: tuple[Sentence, ...]
    document_ids: tuple[str, ...]


def compose(understanding: Understanding, hits: Sequence[Hit], release: Release) -> Draft:
    """The answer: report lines, then the best passage, a second document, what it does not mean.

    `hits` are strong enough to answer from and the first one fits.
    """
    sentences = list(say_findings(understanding.findings))
    lead = hits[0].passage
    first: Role = "explanation" if sentences else "headline"
    sentences += _from_passage(lead, LEAD_SENTENCES, first)
    documents = [lead.document_id]
    second = _second(hits)
    if second is not None:
        sentences += _from_passage(second, SECOND_SENTENCES, "explanation")
        documents.append(second.document_id)
    sentences += _limits(understanding.query, lead, release.by_id[lead.document_id])
    return Draft(tuple(_once(sentences)), tuple(documents))


def explain_shortly(hits: Sequence[Hit], count: int) -> Draft:
    """Only the first sentences of the best passage, for below a fixed text."""
    lead = hits[0].passage
    return Draft(tuple(_from_passage(lead, count, "explanation")), (lead.document_id,))


def _from_passage(passage: Passage, count: int, first: Role) -> Iterator[Sentence]:
    for place, statement in enumerate(passage.statements[:count]):
        if passage.kind == "limits" and place:
            role: Role = "limit"
        else:
            role = "explanation" if place else first
        yield _cited(passage, statement, role)


def _second(hits: Sequence[Hit]) -> Passage | None:
    lead = hits[0]
    for hit in hits[1:]:
        near = lead.score.score - hit.score.score <= SECOND_MARGIN
        as_close = hit.score.entity >= lead.score.entity
        if near and as_close and hit.passage.document_id != lead.passage.document_id:
            return hit.passage
    return None


def _limits(query: str, lead: Passage, document: Document) -> Iterator[Sentence]:
    """What the thing does not mean: the sentences nearest to the question, from the lead's page."""
    passage = next((p for p in document.passages if p.kind == "limits" and not p.expires), None)
    if passage is None or lead.kind == "limits":
        return
    asked = set(terms(query)) - set(terms(document.title))
    nearest = sorted(passage.statements, key=lambda s: -len(asked & set(terms(s.text))))
    for statement in nearest[:LIMIT_SENTENCES]:
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
