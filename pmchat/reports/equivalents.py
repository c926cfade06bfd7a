"""Several names of one change: the protein, the DNA letters and old names (equivalents.txt)."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib import resources

from pmchat.reports.variants import bare


@cache
def _table() -> dict[tuple[str, str], int]:
    """Each gene and name with the number of its row; a name that stands in two rows is left out."""
    text = resources.files("pmchat.reports").joinpath("equivalents.txt").read_text("utf-8")
    table: dict[tuple[str, str], int] = {}
    shared: set[tuple[str, str]] = set()
    for number, row in enumerate(text.splitlines()):
        if not row or row.startswith("#"):
            continue
        gene, *names = row.split()
        for name in names:
            key = (gene, bare(name))
            if table.setdefault(key, number) != number:
                shared.add(key)
    return {key: number for key, number in table.items() if key not in shared}


def one_change(gene: str, names: Iterable[str]) -> int | None:
    """The row that all names of a gene's change stand in, or None; it joins, and never names."""
    rows = {_table().get((gene, bare(name))) for name in names}
    return rows.pop() if len(rows) == 1 else None
