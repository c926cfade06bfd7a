"""The names of genes, drugs, biomarkers, tests, laws and conditions, and what they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from pmchat.errors import CorpusError
from pmchat.text import STOPWORDS, parse_yaml, without_accents

_TOKEN = re.compile(r"\*?[A-Za-z0-9]+\+?")
_JOINT = re.compile(r"[\s\-_/.:;>*+()',]{0,3}")


class Entry(BaseModel):
    """One thing with a name. `kind` is the file it stands in: genes, drugs, ..."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    id: str
    kind: str
    aliases: tuple[str, ...] = ()
    exact: tuple[str, ...] = ()
    misspellings: tuple[str, ...] = ()
    never: tuple[str, ...] = Field(default=(), alias="not")
    look_alikes: tuple[str, ...] = ()
    match_id: Literal["any", "exact"] = "any"
    group: str | None = Field(default=None, alias="class")
    targets: tuple[str, ...] = ()
    plain: str | None = None
    gene: str | None = None
    members: tuple[str, ...] = ()
    genes: tuple[str, ...] = ()
    equivalents: tuple[str, ...] = ()


@lru_cache(maxsize=32)
def _entries(kind: str, text: str) -> tuple[Entry, ...]:
    """The entries of a file; most files of a new release are those of the one before."""
    return tuple(Entry(kind=kind, **row) for row in parse_yaml(text) or [])


@dataclass(frozen=True)
class Mention:
    """A name found in a text, from character `start` up to `end`."""

    entity: str
    start: int
    end: int


class Lexicon:
    """Finds names in texts, whatever alias, brand or misspelling they come in.

    `everyday` are the plain things of life with the many words for them (boss,
    job, HR): they help to find a page, but are no names.
    """

    def __init__(self, entries: list[Entry], everyday: Lexicon | None = None) -> None:
        self.everyday = everyday
        self.entries = {e.id: e for e in entries}
        self._folded: dict[tuple[str, ...], str] = {}
        self._exact: dict[tuple[str, ...], str] = {}
        self._longest: dict[str, int] = {}
        self._never = {n for e in entries for n in e.never}
        self._remembered: dict[str, Sequence[Mention] | None] = {}
        for entry in entries:
            self._add(entry)

    @classmethod
    def load(cls, folder: Path) -> Lexicon:
        """Read every YAML file of a folder, and of its folder `everyday`.

        Raises CorpusError for a file that is not a list of entries, or an id
        that stands twice.
        """
        entries: list[Entry] = []
        for path in sorted(folder.glob("*.yaml")):
            try:
                entries += _entries(path.stem, path.read_text(encoding="utf-8"))
            except (yaml.YAMLError, ValidationError, TypeError) as error:
                raise CorpusError(f"{path.name} cannot be read: {error}.", "Mend it.") from error
        seen: set[str] = set()
        for entry in entries:
            if entry.id in seen:
                raise CorpusError(f"The lexicon has {entry.id} twice.", "Join the two entries.")
            seen.add(entry.id)
        everyday = folder / "everyday"
        return cls(entries, cls.load(everyday) if everyday.is_dir() else None)

    def remember(self, sentences: Iterable[str]) -> None:
        """Look for the names in these sentences of the library only once; never in a person's."""
        self._remembered.update(dict.fromkeys(sentences))

    def find(self, text: str) -> Sequence[Mention]:
        """All names in a text, longest first at each place, in order."""
        if text not in self._remembered:
            return self._find(text)
        found = self._remembered[text]
        if found is None:
            found = self._remembered[text] = self._find(text)
        return found

    def _find(self, text: str) -> Sequence[Mention]:
        text = without_accents(text)
        tokens = list(_TOKEN.finditer(text))
        words = [t.group() for t in tokens]
        mentions: list[Mention] = []
        at = 0
        while at < len(tokens):
            step = 1
            for length in range(min(self._longest_from(words[at]), len(tokens) - at), 0, -1):
                entity = self._lookup(words[at : at + length])
                if entity and self._stands(entity, text, tokens[at : at + length]):
                    mentions.append(
                        Mention(entity, tokens[at].start(), tokens[at + length - 1].end())
                    )
                    step = length
                    break
            at += step
        return mentions

    def entities(self, text: str) -> list[str]:
        """The ids of the names in a text, each once, in order.

        A variant brings its gene, a group (BRCA, RAS) its members.
        """
        found: dict[str, None] = {}
        before: Mention | None = None
        for mention in self.find(text):
            entry = self.entries[mention.entity]
            if not self._of_another_gene(entry, mention, before):
                found.update(dict.fromkeys([entry.id, *filter(None, [entry.gene]), *entry.members]))
            before = mention
        return [e for e in found if e in self.entries]

    def _of_another_gene(self, entry: Entry, mention: Mention, before: Mention | None) -> bool:
        """Whether a bare variant stands right behind another gene: NRAS G12D is not KRAS G12D."""
        if entry.gene is None or before is None or mention.start - before.end > 1:
            return False
        return self.entries[before.entity].kind == "genes" and before.entity != entry.gene

    def related(self, entity: str) -> list[str]:
        """What a drug acts on and the classes it belongs to."""
        entry = self.entries[entity]
        classes = self.entities(entry.group) if entry.group else []
        return [e for e in (*entry.targets, *classes) if e in self.entries and e != entity]

    def mask(self, text: str) -> str:
        """Replace names by the plain word "name", so that they do not count as hard words.

        Concepts of several plain words (liquid biopsy) stay: they are read as words.
        """
        parts: list[str] = []
        done = 0
        for mention in self.find(text):
            if self.entries[mention.entity].kind not in {"genes", "drugs", "variants"}:
                continue
            parts += [text[done : mention.start], "name"]
            done = mention.end
        return "".join(parts) + text[done:]

    def drugs_for(self, target: str) -> list[Entry]:
        """The drugs that act on a gene or biomarker."""
        return [e for e in self.entries.values() if e.kind == "drugs" and target in e.targets]

    @cached_property
    def look_alikes(self) -> dict[str, frozenset[str]]:
        """For each id, the ids that people mistake it for, in both directions."""
        pairs: dict[str, set[str]] = {}
        for entry in self.entries.values():
            for other in entry.look_alikes:
                pairs.setdefault(entry.id, set()).add(other)
                pairs.setdefault(other, set()).add(entry.id)
        return {key: frozenset(value) for key, value in pairs.items()}

    def _add(self, entry: Entry) -> None:
        names = (*entry.aliases, *entry.misspellings, *entry.equivalents)
        folded = [without_accents(name) for name in names]
        exact = list(entry.exact)
        (exact if entry.match_id == "exact" else folded).append(entry.id)
        for name in folded:
            self._index(self._folded, tuple(_TOKEN.findall(name.lower())), entry.id)
        for name in exact:
            self._index(self._exact, tuple(_TOKEN.findall(name)), entry.id)

    def _index(
        self, names: dict[tuple[str, ...], str], tokens: tuple[str, ...], entity: str
    ) -> None:
        names.setdefault(tokens, entity)
        if tokens:
            first = tokens[0].lower()
            self._longest[first] = max(len(tokens), self._longest.get(first, 0))

    def _longest_from(self, word: str) -> int:
        """How many words a name that begins with this one can have; 0 if none does."""
        first = word.lower()
        forms = (first, first.removesuffix("+"), first.removesuffix("s"))
        return max(self._longest.get(form, 0) for form in forms)

    def _lookup(self, words: Sequence[str]) -> str | None:
        """What is named so, with a "+" or a plural "s" at the end or without."""
        if len(words) == 1 and words[0] in self._never:
            return None
        entity = self._exact.get(tuple(words))
        if entity:
            return entity
        *before, last = (word.lower() for word in words)
        ends = dict.fromkeys((last, last.removesuffix("+"), last.removesuffix("s")))
        names = ((*before, end) for end in ends)
        return next((self._folded[name] for name in names if name in self._folded), None)

    def _stands(self, entity: str, text: str, tokens: Sequence[re.Match[str]]) -> bool:
        """Whether the words of a name stand together; "her 2 children" is not HER2."""
        between = (text[left.end() : right.start()] for left, right in pairwise(tokens))
        if not all(map(_JOINT.fullmatch, between)):
            return False
        spaced = len(tokens) > 1 and text[tokens[0].end()].isspace()
        begins = tokens[0].group().lower() in STOPWORDS
        return not (spaced and begins and self.entries[entity].kind == "genes")
