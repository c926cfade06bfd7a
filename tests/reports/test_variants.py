"""Names of changes in one form, and which names mean one change."""

from __future__ import annotations

from importlib import resources

import pytest

from pmchat.reports.equivalents import one_change
from pmchat.reports.variants import bare, find_variants, shorten


@pytest.mark.parametrize(
    ("printed", "hgvs", "short"),
    [
        ("p.Leu858Arg", "p.Leu858Arg", "p.L858R"),
        ("p.(L858R)", "p.L858R", "p.L858R"),
        ("L858R", "p.L858R", "p.L858R"),
        ("P.GLY12CYS", "p.Gly12Cys", "p.G12C"),
        ("p.Trp1038*", "p.Trp1038*", "p.W1038*"),
        ("p.Trp1038Ter", "p.Trp1038Ter", "p.W1038*"),
        ("W1038X", "p.W1038X", "p.W1038*"),
        ("p.Ser1982ArgfsTer22", "p.Ser1982ArgfsTer22", "p.S1982Rfs*22"),
        ("S1982fs*22", "p.S1982fs*22", "p.S1982fs*22"),
        ("E746_A750delinsIP", "p.E746_A750delinsIP", "p.E746_A750delinsIP"),
        ("NM_005228.5:c.2573T>G", "c.2573T>G", "c.2573T>G"),
        ("NM_000059.3(BRCA2):c.5946delT", "c.5946delT", "c.5946delT"),
        ("C.68_69DEL", "c.68_69del", "c.68_69del"),
        ("c.1905+1G>A", "c.1905+1G>A", "c.1905+1G>A"),
        ("185delAG", "legacy.185delAG", "legacy.185delAG"),
    ],
)
def test_one_form(printed: str, hgvs: str, short: str) -> None:
    (variant,) = find_variants(printed)
    assert (variant.hgvs, shorten(variant.hgvs)) == (hgvs, short)


@pytest.mark.parametrize("text", ["p.L8S8R", "V6OOE", "(*2A)", "22C3", "T2N0", "CD20", "chr7"])
def test_no_change(text: str) -> None:
    assert find_variants(text) == ()


@pytest.mark.parametrize(
    ("gene", "left", "right"),
    [
        ("EGFR", "p.Leu858Arg", "c.2573T>G"),
        ("BRCA1", "legacy.185delAG", "c.68_69delAG"),
        ("BRCA1", "legacy.5382insC", "c.5266dupC"),
        ("BRCA2", "legacy.6174delT", "p.Ser1982Argfs*22"),
        ("BRAF", "p.Val600Lys", "c.1798_1799delinsAA"),
        ("CHEK2", "c.1100delC", "p.Thr367Metfs*15"),
    ],
)
def test_names_of_one_change(gene: str, left: str, right: str) -> None:
    assert one_change(gene, [left]) == one_change(gene, [right]) is not None


@pytest.mark.parametrize(
    ("gene", "names"),
    [
        ("BRAF", ["p.V600E", "c.1798_1799delinsAA"]),
        ("KRAS", ["p.G12C", "c.35G>A"]),
        ("NRAS", ["p.G12D"]),
        ("BRAF", ["p.V600E", "c.1799_1800delinsAA"]),
    ],
)
def test_other_changes_are_not_joined(gene: str, names: list[str]) -> None:
    assert one_change(gene, names) is None


def rows() -> list[list[str]]:
    text = resources.files("pmchat.reports").joinpath("equivalents.txt").read_text("utf-8")
    return [row.split() for row in text.splitlines() if row and not row.startswith("#")]


@pytest.mark.parametrize("row", rows(), ids=lambda row: " ".join(row[:2]))
def test_row_of_the_table(row: list[str]) -> None:
    """The place of the DNA letters lies in the codon that the protein's name gives."""
    gene, protein, coding, *_ = row
    assert find_variants(protein)
    assert find_variants(coding)
    codon = int("".join(c for c in protein.split("_")[0] if c.isdigit()))
    letter = int(coding.removeprefix("c.").split("_")[0].rstrip("ACGT>deluptins"))
    assert (letter + 2) // 3 in (codon, codon - 1)
    assert (letter + 2) // 3 == codon or "del" in coding
    assert one_change(gene, [protein]) == one_change(gene, [coding])
    assert bare(protein) == protein
