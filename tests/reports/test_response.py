"""Follow-up reports: two days side by side, doubts in notes below a table, tests not done."""

import pytest

from .helpers import agree, read

CASES = [
    ("days-without-a-year", "gene      variant       VAF 04-MAY      VAF 20-JUL      remark\n"
     "DNMT3A    p.R882H       45 %            33 %\n"
     "NPM1      p.W288fs      41 %            not detected",
     "DNMT3A present 33%; NPM1 absent"),
    ("days-within-a-line", "FLT3-ITD    04-MAY: detected, ratio 0.42      20-JUL: not detected",
     "FLT3 absent"),
    ("doubt-in-a-note", "gene      variant                   VAF             remark\n"
     "IDH2      c.419G>A p.R140Q          1.1 %           (a)\n"
     "DNMT3A    c.2645G>A p.R882H         33 %            (b)\n"
     "(a) Below the limit: we report it neither as positive nor as negative.\n"
     "(b) Often remains in remission.", "IDH2 unclear; DNMT3A present 33%"),
    ("no-result-issued", "BRAF V600E\nNO RESULT can be issued for fusions of ALK, RET.",
     "BRAF present; ALK not_done fusion; RET not_done fusion"),
    ("both-genes", "CDKN2A/2B     homozygous deletion (est. copies 0.3)    n/a         Tier II-D",
     "CDKN2A present cnv tier_2; CDKN2B present cnv tier_2"),
    ("unstudied", "BRCA2   c.7301A>C   p.(Lys2434Thr)   Class 3 (uncertain significance)\n"
     "        Computer predictions disagree; no\n        functional study known to us.",
     "BRCA2 present vus p.K2434T"),
    ("harmless", "KRAS c.35G>A p.G12D\n"
     "BRCA2   c.9976A>T   p.K3326*   1, benign   known polymorphism, no BRCA2 deficiency",
     "KRAS present"),
    ("not-on-panel", "BRCA2 c.5946del heterozygous pathogenic\n\nNot part of this panel\n"
     "    APC, MUTYH and others.", "BRCA2 present pathogenic; APC not_done; MUTYH not_done"),
    ("medicine", "CYP2C19     *2/*17      Intermediate metabolizer\n\n"
     "omeprazole       !    CYP2C19   slower clearance possible",
     "CYP2C19 present intermediate_metabolizer"),
    ("pair-of-variants", "DPYD: c.2846A>T was not detected.\n"
     "The DPYD variants c.1129-5923C>G and c.1236G>A are inherited together as HapB3.",
     "DPYD absent c.2846A>T"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "body", "expected"), CASES, ids=[c[0] for c in CASES])
def test_what_counts_now(name: str, body: str, expected: str) -> None:
    assert agree(read(body), expected) is None
