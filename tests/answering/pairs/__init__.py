"""Sentences held against passages of the library: true to them, or altered in one way.

`dev.yaml` was at hand while the rules were made. `held-out.yaml` was written after the rules stood
and judged once: altered caught 96.8 %, supported kept 85.1 %. One slip that it showed was mended
since ("that came back" narrows). Passages come from the documents, so that nothing stands twice;
a digest tells when one was edited and its sentences must be read again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pmchat.corpus.documents import read_document
from pmchat.lexicon import Lexicon
from pmchat.model import Passage
from pmchat.text import parse_yaml

Label = Literal["supported", "altered"]
PARTS = ("dev", "held-out")
FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Pair:
    """A sentence and the passage it cites; `kind` says how it was paraphrased or altered."""

    part: str
    passage: Passage
    label: Label
    kind: str
    text: str


class StalePairsError(Exception):
    """A passage was edited or removed after sentences were written for it."""


def read_pairs(documents: Path, lexicon: Lexicon) -> list[Pair]:
    """All pairs. Raises StalePairsError with the passages to read again."""
    groups = [
        (part, g) for part in PARTS for g in parse_yaml((FOLDER / f"{part}.yaml").read_text())
    ]
    passages = _passages({g["passage"] for _, g in groups}, documents, lexicon)
    stale = [
        f"{g['passage']} (now {digest(passages[g['passage']])})"
        if g["passage"] in passages
        else f"{g['passage']} (gone)"
        for _, g in groups
        if g["passage"] not in passages or digest(passages[g["passage"]]) != g["digest"]
    ]
    if stale:
        raise StalePairsError(
            "These passages changed since sentences were written for them. Read the sentences "
            f"in {FOLDER} against the new text, then write the new digest: {', '.join(stale)}"
        )
    return [
        Pair(part, passages[g["passage"]], label, kind, text)
        for part, g in groups
        for label in ("supported", "altered")
        for row in g[label]
        for kind, text in row.items()
    ]


def digest(passage: Passage) -> str:
    """A short mark of a passage's words."""
    return hashlib.sha256(passage.text.encode()).hexdigest()[:8]


def _passages(wanted: set[str], documents: Path, lexicon: Lexicon) -> Mapping[str, Passage]:
    names = {passage_id.split("#")[0] for passage_id in wanted}
    paths = (p for p in sorted(documents.rglob("*.md")) if p.stem in names)
    found = (p for path in paths for p in read_document(path, lexicon).passages)
    return {p.id: p for p in found if p.id in wanted}
