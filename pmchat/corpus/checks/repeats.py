"""What the library says twice, or says in two ways: compared over all documents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from pmchat.corpus.checks.problem import Page, Problem
from pmchat.lexicon import Lexicon
from pmchat.model import Passage
from pmchat.text import numbers, terms, words

SAME_MEASURE = 0.7
SAME_FACT = 0.9
SAME_PASSAGE = 0.7
"""Cosine of tf-idf vectors, numbers left out, from which two texts count as alike."""


def check_repeats(pages: Sequence[Page], lexicon: Lexicon) -> Iterator[Problem]:
    """Facts with two figures, facts that stand twice, passages and asks that are alike."""
    yield from _facts(pages, lexicon)
    yield from _passages(pages)
    yield from _asks(pages)


def _facts(pages: Sequence[Page], lexicon: Lexicon) -> Iterator[Problem]:
    """Sentences with numbers of two documents, on the same names and in nearly the same words."""
    facts = [
        (page, passage, s.text, set(numbers(s.text)), set(lexicon.entities(s.text)))
        for page in pages
        for passage in page.document.passages
        for s in passage.statements
        if numbers(s.text)
    ]
    for likeness, i, j in _alike([f[2] for f in facts], SAME_MEASURE):
        page, passage, text, figures, names = facts[i]
        other, other_passage, other_text, other_figures, other_names = facts[j]
        if page is other or names != other_names:
            continue
        if figures == other_figures and likeness >= SAME_FACT:
            what = f"the same fact stands in {other_passage.id}"
            yield page.warning("duplicate-fact", what, passage, text)
        elif not (figures <= other_figures or other_figures <= figures):
            what = f'another figure than in {other_passage.id}, "{other_text}"'
            yield page.warning("contradiction", what, passage, text)


def _passages(pages: Sequence[Page]) -> Iterator[Problem]:
    places = [(page, passage) for page in pages for passage in page.document.passages]
    for likeness, i, j in _alike([p.text for _, p in places], SAME_PASSAGE):
        (page, passage), (other, twin) = places[i], places[j]
        if page is not other:
            what = f"nearly the same passage as {twin.id} (likeness {likeness:.2f})"
            yield page.warning("near-duplicate", what, passage)


def _asks(pages: Sequence[Page]) -> Iterator[Problem]:
    """The same question listed in two sections: nobody knows which one answers it."""
    asked: list[tuple[str, Page, Passage, str]] = [
        (" ".join(w.lower() for w in words(ask)), page, passage, ask)
        for page in pages
        for passage in page.document.passages
        for ask in passage.asks
    ]
    for _, group in groupby(sorted(asked, key=lambda a: a[0]), key=lambda a: a[0]):
        (_, page, passage, ask), *others = group
        for *_, twin, _ in others:
            if twin.id != passage.id:
                yield page.warning("asks", f"{twin.id} lists the same question", passage, ask)


def _alike(texts: Sequence[str], least: float) -> Iterator[tuple[float, int, int]]:
    """Pairs of texts with at least that cosine, in the order of the texts."""
    if len(texts) < 2:
        return
    # Takes seconds to import, which only a check should cost.
    from sklearn.feature_extraction.text import TfidfVectorizer

    vectors = TfidfVectorizer(analyzer=_words).fit_transform(texts)
    likeness = (vectors @ vectors.T).tocoo()
    for i, j, value in zip(likeness.row, likeness.col, likeness.data, strict=True):
        if i < j and value >= least:
            yield float(value), int(i), int(j)


def _words(text: str) -> list[str]:
    return [t for t in terms(text) if not t[0].isdigit()]
