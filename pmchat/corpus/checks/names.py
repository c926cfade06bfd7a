"""Whether every name and every hard word is one that the library explains."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wordfreq import zipf_frequency

from pmchat.corpus.checks.problem import Page, Problem
from pmchat.corpus.checks.wording import Style
from pmchat.glossary import Glossary, covered, fold
from pmchat.lexicon import Lexicon, Mention

RARE = 2.9
"""Zipf frequency below which an English word counts as hard: about 1 in 1.3 million words."""

_WORD = re.compile(r"(?:\b|^[A-Z])[a-z]+(?:-[a-z]+)*\b")
_NAME = re.compile(r"\b(?=\w*[A-Z])(?=\w*[A-Z]\w*[A-Z])[A-Z][\w-]*\w\b")
_DRUG = re.compile(
    r"\b[A-Za-z]{3,}(?:tinib|fenib|ciclib|parib|lisib|rasib|sertib|degib|zomib|toclax|lutamide"
    r"|staurin|mab|leucel|tecan|platin|prazole|statin)\b"
)
_DEFINES = r"(?:is|are|means?|called|stands? for|names?)"


def check_names(
    pages: Sequence[Page], lexicon: Lexicon, glossary: Glossary, style: Style
) -> Iterator[Problem]:
    """Drugs without a class, names that nothing explains, hard words without a definition.

    Each is told once a document.
    """
    known = _Known(lexicon, frozenset(glossary.by_name()), style.plain_words)
    for page in pages:
        document = " ".join(p.text for p in page.document.passages)
        seen: set[str] = set()
        for passage in page.document.passages:
            for sentence in (s.text for s in passage.statements):
                for name, rule, what in known.faults(sentence, document):
                    if name not in seen:
                        seen.add(name)
                        yield page.warning(rule, what, passage, sentence)


@dataclass(frozen=True)
class _Known:
    """What needs no explanation: names of the lexicon, words of the glossary, plain words."""

    lexicon: Lexicon
    explained: frozenset[str]
    plain_words: frozenset[str]

    def faults(self, sentence: str, document: str) -> Iterator[tuple[str, str, str]]:
        """The name or word, the rule that it breaks, and what to tell."""
        mentions = self.lexicon.find(sentence)
        for entry in (self.lexicon.entries[m.entity] for m in mentions):
            if entry.kind == "drugs" and entry.group is None:
                yield entry.id, "drug-class", f"{entry.id} has no class"
        bare = _without(sentence, mentions)
        for drug in _DRUG.findall(bare):
            yield drug, "drug-class", f"{drug} is a drug that the lexicon does not know"
        explained = covered(self.explained, bare)
        for name in _NAME.findall(bare):
            if not set(fold(name).split()) <= explained and name not in self.plain_words:
                yield name, "name", f"{name} stands neither in the lexicon nor in the glossary"
        for word in map(str.lower, _WORD.findall(bare)):
            if self._is_hard(word, explained) and not _is_defined(word, document):
                yield word, "jargon", f"{word} is not explained"

    def _is_hard(self, word: str, explained: set[str]) -> bool:
        parts = [p for p in word.split("-") if len(p) > 3 and p not in self.plain_words]
        return word not in self.plain_words and any(
            zipf_frequency(p, "en") < RARE and fold(p) not in explained for p in parts
        )


def _without(text: str, mentions: Sequence[Mention]) -> str:
    """The text with the names of the lexicon left out."""
    parts: list[str] = []
    done = 0
    for mention in mentions:
        parts.append(text[done : mention.start])
        done = mention.end
    return " ".join([*parts, text[done:]])


def _is_defined(word: str, text: str) -> bool:
    """Whether the document says what the word means."""
    stem = re.escape(word.removesuffix("s"))
    return bool(
        re.search(rf"\b{stem}\w*(?:, [^.,]+,)? {_DEFINES}\b|\bcalled (?:an? )?{stem}", text, re.I)
    )
