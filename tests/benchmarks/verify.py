"""Counts which altered sentences the verifier catches, and which true ones it drops.

Run: .venv/bin/python -m tests.benchmarks.verify [dev | held-out] [--list]
`--list` also prints every sentence judged wrongly, with the reason given.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pmchat.answering.verify import unsupported
from pmchat.lexicon import Lexicon
from pmchat.settings import ROOT

from ..answering.pairs import PARTS, Pair, read_pairs


@dataclass(frozen=True)
class Figures:
    """Shares of 1 over some pairs."""

    recall: float
    precision: float
    kept: float


def judge(lexicon: Lexicon) -> dict[Pair, str | None]:
    """Each pair with the reason why its sentence was dropped, None if it was kept."""
    pairs = read_pairs(ROOT / "knowledge" / "documents", lexicon)
    return {p: unsupported(p.text, p.passage.text, lexicon) for p in pairs}


def figures(judged: Mapping[Pair, str | None], part: str) -> Figures:
    """How many altered sentences were caught and supported ones kept."""
    altered = [why is not None for p, why in judged.items() if _is(p, part, "altered")]
    kept = [why is None for p, why in judged.items() if _is(p, part, "supported")]
    dropped = sum(altered) + len(kept) - sum(kept)
    return Figures(_share(altered), sum(altered) / max(dropped, 1), _share(kept))


def main(arguments: Sequence[str]) -> None:
    """Print a table for each part."""
    lexicon = Lexicon.load(ROOT / "knowledge" / "lexicon")
    judged = judge(lexicon)
    for part in [a for a in arguments if a in PARTS] or PARTS:
        _show(judged, part)
        if "--list" in arguments:
            _list(judged, part)


def _show(judged: Mapping[Pair, str | None], part: str) -> None:
    total = figures(judged, part)
    print(
        f"{part}: altered caught {total.recall:.1%}, precision of catching {total.precision:.1%}, "
        f"supported kept {total.kept:.1%}"
    )
    for label in ("altered", "supported"):
        of_label = {p: why for p, why in judged.items() if _is(p, part, label)}
        for kind in sorted({p.kind for p in of_label}):
            right = [
                (why is None) == (label == "supported")
                for p, why in of_label.items()
                if p.kind == kind
            ]
            print(f"  {label:10}{kind:16}{sum(right):3} of {len(right):3} right")


def _list(judged: Mapping[Pair, str | None], part: str) -> None:
    for pair, why in judged.items():
        if pair.part == part and (why is None) == (pair.label == "altered"):
            print(f"{pair.label} {pair.kind} {pair.passage.id}: {pair.text}\n    {why}")


def _is(pair: Pair, part: str, label: str) -> bool:
    return pair.part == part and pair.label == label


def _share(right: Iterable[bool]) -> float:
    marks = list(right)
    return sum(marks) / max(len(marks), 1)


if __name__ == "__main__":
    main(sys.argv[1:])
