"""Classes of a change: in words, as numbers of a scale of five, and told anew by a later line."""

from __future__ import annotations

import pytest

from .helpers import HEAD, agree, read

GERMLINE = "Hereditary cancer panel, germline testing\nPatient: TEST, PERSON   Specimen: blood\n\n"

NUMBERS = [
    ("BRCA1 c.68_69del (p.Glu23fs)  Class 5", "BRCA1 present pathogenic"),
    ("BRCA2 c.7007G>A p.Arg2336His, heterozygous, ACMG class 4", "BRCA2 likely_pathogenic"),
    ("ATM c.1066-6T>G  C3", "ATM present vus"),
    ("ATM c.2119T>C p.Ser707Pro: class 3 variant", "ATM present vus"),
    ("CHEK2 c.1100delC p.Thr367fs, Klasse 5", "CHEK2 present pathogenic"),
    ("BRCA1 c.5266dupC p.Gln1756fs (C5)", "BRCA1 present pathogenic"),
    ("BRCA1 c.5266dupC p.Gln1756fs class V", "BRCA1 present pathogenic"),
    ("BRCA1 c.5266dupC p.Gln1756fs  ACMG/AMP classification: 5", "BRCA1 pathogenic"),
    ("BRCA1 c.5266dupC p.Gln1756fs\nClassification: 5", "BRCA1 present pathogenic"),
    ("BRCA2 c.68-7T>A  Class 1\nATM c.1066-6T>G  Class 3", "ATM present vus"),
    ("MLH1 c.350C>T p.Thr117Met, InSiGHT class 5", "MLH1 present pathogenic"),
    # the heading of the column makes a bare number a class
    ("GENE   VARIANT   ZYGOSITY   CLASS\nPALB2  c.3113G>A p.Trp1038*  het  5 - pathogenic\n"
     "MSH6   c.2633T>C p.Val878Ala  het  3", "PALB2 pathogenic; MSH6 vus"),
    ("Gene | Variant | ACMG class\nPALB2 | c.3113G>A | 4\nATM | c.1066-6T>G | III",
     "PALB2 likely_pathogenic; ATM vus"),
    # numbers that are no class of this scale
    ("CFTR c.1521_1523del p.Phe508del, a class II mutation", "CFTR present no_class"),
    ("LDLR c.1A>G, class 2", "LDLR present no_class"),
    ("HLA-B*57:01: Positive (HLA class I)", "HLA-B*57:01 present no_class"),
    ("BRCA1 c.68_69del, exon 2, 5 classes in use", "BRCA1 present no_class"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), NUMBERS, ids=[c[0][:40] for c in NUMBERS])
def test_numbers_of_inherited_changes(body: str, expected: str) -> None:
    assert agree(read(body, GERMLINE), expected) is None


OF_TUMORS = [
    ("EGFR p.L858R 23%  Tier IA", "EGFR tier_1"),
    ("BRCA2 c.5946delT 44%  Class 5", "BRCA2 pathogenic"),
    ("ATM p.S707P 48%  class 3 variant", "ATM vus"),
    ("BRCA2 c.5946delT 44%  ACMG class 4", "BRCA2 likely_pathogenic"),
    # of a tumor the same words may mean a tier, or how the protein acts
    ("EGFR p.L858R 23%  Class 1", "EGFR present no_class"),
    ("BRAF p.D594G 12%, class 3 mutation", "BRAF present no_class"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), OF_TUMORS, ids=[c[0][:40] for c in OF_TUMORS])
def test_numbers_of_changes_in_tumors(body: str, expected: str) -> None:
    assert agree(read(body, HEAD), expected) is None
