"""Ranks the passages of a release for a question: meaning + words + names."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document as LangChainDocument
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict, PrivateAttr

from pmchat.corpus.release import REBUILD, Release
from pmchat.errors import ReleaseError
from pmchat.i18n import _
from pmchat.lexicon import Lexicon
from pmchat.model import Passage, ScoredPassage, SectionKind
from pmchat.retrieval.embedding import MiniLM
from pmchat.retrieval.index import identity
from pmchat.retrieval.lexical import LexicalIndex, tokens
from pmchat.retrieval.relevance import ALONE, Weights
from pmchat.retrieval.sentences import Nearness, SentenceIndex
from pmchat.retrieval.vectors import VectorIndex
from pmchat.text import clauses

LEXICAL_WEIGHT = 0.7
PAGE_WEIGHT = 0.3
PAGE_SECTIONS = 3
SUBJECT_BONUS = 1.0
MENTION_BONUS = 0.5
OTHER_SUBJECT_PENALTY = 3.0
KIND_BONUS = 0.5
NAMED_KINDS = frozenset({"genes", "drugs", "biomarkers", "variants", "laws", "tests", "conditions"})
"""Kinds of names that a passage must share with the question to lead its answer."""


@dataclass(frozen=True)
class Query:
    """What to look for: the words, the names in them, and the kind of section asked for."""

    text: str
    entities: tuple[str, ...] = ()
    asked: SectionKind | None = None

    @property
    def texts(self) -> list[str]:
        """The whole question, then its clauses."""
        return [self.text, *clauses(self.text)]

    def subjects(self, lexicon: Lexicon) -> list[str]:
        """The names that the question is about: privacy and cost are not about one gene."""
        aside = {"genes", "biomarkers", "variants"} if self.asked in {"privacy", "cost"} else set()
        aside |= {"drugs"} if self.asked == "privacy" else set()
        return [e for e in self.entities if _kind(lexicon, e) not in aside]


@dataclass(frozen=True)
class Hit:
    """A passage with its score; `fits` is false if it is about another thing than asked."""

    passage: Passage
    score: ScoredPassage
    fits: bool


class Searcher:
    """Searches one release. Raises ReleaseError if the index is not of this model."""

    def __init__(self, release: Release, embedding: MiniLM) -> None:
        if dict(release.identity) != identity(embedding):
            raise ReleaseError(
                _("The library index was built with another embedding model or other settings."),
                _(REBUILD),
            )
        self.release = release
        self._embedding = embedding
        self._passages = [p for d in release.documents for p in d.passages]
        pages = {d.id: frozenset(d.entities) for d in release.documents}
        self._about = [_About.of(p, pages[p.document_id], release.lexicon) for p in self._passages]
        self._vectors = VectorIndex.load(release.folder, embedding.dimension)
        self._lexical = LexicalIndex.load(release.folder / "bm25")
        self._sentences = SentenceIndex.load(release.folder)

    def embed(self, query: Query) -> np.ndarray:
        """The vectors of a question, whole first, then its clauses.

        Apart from `search`, so that its time can be told.
        """
        return self._embedding.embed(query.texts)

    def has_word(self, name: str) -> bool:
        """Whether any page has one of the words of a name."""
        return any(self._lexical.has(t) for t in tokens(name, self.release.lexicon))

    def embed_all(self, queries: Sequence[Query]) -> np.ndarray:
        """The vectors of whole questions, one row each, in one call."""
        return self._embedding.embed([query.text for query in queries])

    def nearness(self, query: Query, vectors: np.ndarray) -> Nearness:
        """How near each sentence of the library is to the whole question."""
        asked = tokens(query.text, self.release.lexicon)
        return self._sentences.nearness(self._passages, vectors[0], asked)

    def relevance(
        self, query: Query, vectors: np.ndarray, scores: Scores, weights: Weights = ALONE
    ) -> Nearness:
        """How well each sentence of the library answers the whole question."""
        asked = tokens(query.text, self.release.lexicon)
        return self._sentences.relevance(self._passages, vectors[0], asked, scores.total, weights)

    def best(self, scores: Scores, limit: int = 8) -> list[Hit]:
        """The best passages that have not expired, best first; ties keep the library's order."""
        fresh = int(np.isfinite(scores.total).sum())
        best = np.argsort(-scores.total, kind="stable")[: min(limit, fresh)]
        return [
            Hit(self._passages[i], scores.of(i, self._passages[i]), scores.fits[i]) for i in best
        ]

    def search(self, query: Query, vectors: np.ndarray, today: date, limit: int = 8) -> list[Hit]:
        """The best passages for a question."""
        return self.best(self.scores(query, vectors, today), limit)

    def scores(self, query: Query, vectors: np.ndarray, today: date) -> Scores:
        """How well each passage fits a question.

        Scores are standardised over all passages, so that meaning and words
        can be added; names then lift what is about the thing asked and hold
        down what is about another, and a page with several good sections
        lifts them all. The order comes from the whole question; similarity
        and coverage are the best that the question or one of its clauses
        reaches, for people wrap what they ask in a story.
        """
        lexicon = self.release.lexicon
        asked = [tokens(text, lexicon) for text in query.texts]
        similarities = [self._vectors.similarities(vector) for vector in vectors]
        dense = _standardised(similarities[0])
        lexical = _standardised(self._lexical.scores(asked[0]))
        subject = _Subject(query.subjects(lexicon), lexicon)
        by_name = [
            subject.score(p, about) for p, about in zip(self._passages, self._about, strict=True)
        ]
        entity = np.array([lift for lift, _ in by_name])
        kind = np.array([KIND_BONUS * (p.kind == query.asked) for p in self._passages])
        score = dense + LEXICAL_WEIGHT * lexical + entity + kind
        fresh = [p.is_fresh(today) for p in self._passages]
        return Scores(
            similarity=np.max(similarities, axis=0),
            coverage=np.max([self._lexical.coverage(words) for words in asked], axis=0),
            dense=dense,
            lexical=lexical,
            entity=entity,
            total=np.where(fresh, score + PAGE_WEIGHT * self._page_support(score, fresh), -np.inf),
            fits=[fits for _, fits in by_name],
        )

    def _page_support(self, score: np.ndarray, fresh: Sequence[bool]) -> np.ndarray:
        """For each passage the mean score of the best sections of its page."""
        pages: dict[str, list[float]] = {}
        for passage, value, current in zip(self._passages, score, fresh, strict=True):
            if current:
                pages.setdefault(passage.document_id, []).append(float(value))
        support = {d: float(np.mean(sorted(v)[-PAGE_SECTIONS:])) for d, v in pages.items()}
        return np.array([support.get(p.document_id, 0.0) for p in self._passages])


@dataclass(frozen=True)
class Scores:
    """What counts for each passage, in the order of the library; `total` ranks them."""

    similarity: np.ndarray
    coverage: np.ndarray
    dense: np.ndarray
    lexical: np.ndarray
    entity: np.ndarray
    total: np.ndarray
    fits: Sequence[bool]

    def of(self, place: int, passage: Passage) -> ScoredPassage:
        """The scores of one passage."""
        return ScoredPassage(
            passage_id=passage.id,
            score=round(float(self.total[place]), 4),
            similarity=round(float(self.similarity[place]), 4),
            coverage=round(float(self.coverage[place]), 4),
            dense=round(float(self.dense[place]), 4),
            lexical=round(float(self.lexical[place]), 4),
            entity=float(self.entity[place]),
        )


@dataclass(frozen=True)
class _About:
    """What a passage is about: the names of its page, and variants in heading and first sentence.

    `single` are the genes and drugs of the page.
    """

    page: frozenset[str]
    genes: frozenset[str]
    single: frozenset[str]
    variants: frozenset[str]

    @classmethod
    def of(cls, passage: Passage, page: frozenset[str], lexicon: Lexicon) -> _About:
        """What a passage of a page on these names is about."""
        opening = lexicon.entities(f"{passage.heading} {passage.statements[0].text}")
        return cls(
            page=page,
            genes=_of_kind(page, {"genes"}, lexicon),
            single=_of_kind(page, {"genes", "drugs"}, lexicon),
            variants=_of_kind(opening, {"variants"}, lexicon),
        )


class _Subject:
    """What a question names, ready to be compared with every passage."""

    def __init__(self, asked: Sequence[str], lexicon: Lexicon) -> None:
        self._names = _of_kind(asked, NAMED_KINDS, lexicon)
        self._related = {r for e in self._names for r in lexicon.related(e)}
        self._variants = _of_kind(self._names, {"variants"}, lexicon)
        self._single = _of_kind(self._names, {"genes", "drugs"}, lexicon)
        genes = _of_kind(self._names, {"genes"}, lexicon)
        self._mistaken = {o for g in genes for o in lexicon.look_alikes.get(g, ())}

    def score(self, passage: Passage, about: _About) -> tuple[float, bool]:
        """The lift of a passage, and whether it may lead the answer."""
        if not self._names:
            return 0.0, True
        # What is true of one variant is not true of another of the same gene.
        if self._variants and about.variants and not self._variants & about.variants:
            return -OTHER_SUBJECT_PENALTY, False
        if self._names & about.page:
            return SUBJECT_BONUS, True
        near = not self._names.isdisjoint(passage.entities) or self._related & about.page
        if near and not self._mistaken & about.genes:
            return MENTION_BONUS, True
        # What is true of one gene or drug is not true of another.
        if self._single and about.single:
            return -OTHER_SUBJECT_PENALTY, False
        return 0.0, True


class LibraryRetriever(BaseRetriever):
    """LangChain's retriever over the library, for use in other chains."""

    model_config = ConfigDict(arbitrary_types_allowed=True)
    limit: int = 5
    _searcher: Searcher = PrivateAttr()

    def __init__(self, searcher: Searcher, **fields: Any) -> None:
        super().__init__(**fields)
        self._searcher = searcher

    def _get_relevant_documents(
        self, query: str, *, run_manager: CallbackManagerForRetrieverRun
    ) -> list[LangChainDocument]:
        searcher = self._searcher
        entities = tuple(searcher.release.lexicon.entities(query))
        asked = Query(query, entities)
        hits = searcher.search(asked, searcher.embed(asked), date.today(), self.limit)
        return [
            LangChainDocument(
                id=hit.passage.id,
                page_content=hit.passage.text,
                metadata={
                    "document_id": hit.passage.document_id,
                    "title": hit.passage.title,
                    "heading": hit.passage.heading,
                    "score": hit.score.score,
                },
            )
            for hit in hits
        ]


def _of_kind(names: Iterable[str], kinds: Container[str], lexicon: Lexicon) -> frozenset[str]:
    return frozenset(e for e in names if _kind(lexicon, e) in kinds)


def _kind(lexicon: Lexicon, entity: str) -> str | None:
    entry = lexicon.entries.get(entity)
    return entry.kind if entry else None


def _standardised(values: np.ndarray) -> np.ndarray:
    spread = float(values.std())
    return (values - values.mean()) / spread if spread > 0 else np.zeros_like(values)
