"""Documents that no question reaches, however it is worded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pmchat.corpus.checks.problem import Problem
from pmchat.lexicon import Lexicon
from pmchat.model import Document, Passage
from pmchat.retrieval.lexical import LexicalIndex, tokens

REACHED = 10
"""A document is reached if one of its sections is among so many passages for a question."""


def unreached_documents(documents: Sequence[Document], lexicon: Lexicon) -> Iterator[Problem]:
    """Warn of documents that none of their own questions finds.

    The search is by words alone, in titles, headings, sentences and aliases
    without the questions themselves, so that nothing finds itself.
    """
    if not documents:
        return
    passages = [(d, p) for d in documents for p in d.passages]
    texts = [" . ".join([d.title, p.heading, p.text, *d.aliases]) for d, p in passages]
    index = LexicalIndex.build(texts, lexicon)
    for document in documents:
        asks = [ask for p in document.passages for ask in p.asks]
        if not any(_reaches(ask, document, passages, index, lexicon) for ask in asks):
            what = "none of its own questions finds it"
            yield Problem.of_file("warning", "reach", document.area, document.id, what)


def _reaches(
    ask: str,
    document: Document,
    passages: Sequence[tuple[Document, Passage]],
    index: LexicalIndex,
    lexicon: Lexicon,
) -> bool:
    scores = index.scores(tokens(ask, lexicon))
    best = scores.argsort()[::-1][:REACHED]
    return any(scores[i] > 0 and passages[i][0].id == document.id for i in best)
