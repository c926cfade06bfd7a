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
    ("share-of-cases", "KRAS p.G12R VAF: 21.4%. KRAS is mutated in over 90% of pancreatic cancers: "
     "G12D 40%, G12V 30%.", "KRAS present p.G12R"),
    ("earlier-quote", "PD-L1 (22c3)  CPS 5\nAmendment: PD-L1 (22c3) was issued on 04-May-2026 as "
     '"Negative, CPS: 0" from a section without tumor.', "PD-L1 present 5"),
    ("method", "BRCA2 c.5946del pathogenic\nCHEK2 deletion/duplication\nNot performed - poor",
     "BRCA2 present; CHEK2 not_done"),
    ("status-when", "HRD STATUS: POSITIVE\n\nHRD Status is POSITIVE when a suspected deleterious "
     "mutation in BRCA1 or BRCA2 is present in the tumor.", "HRD present"),
    ("test-performed", "TEST PERFORMED              RESULT                  INTERPRETATION\n"
     "BRCA2 sequencing            c.964A>C (p.Lys322Gln)  Genetic Variant of Uncertain\n"
     "                            heterozygous            Significance", "BRCA2 present vus"),
    ("two-columns", "PTEN loss         a negative result is more likely to be a true negative",
     "PTEN present cnv"),
    ("genotypes", "How to read this report\nPoor metabolizer: little function (as CYP2D6 *4)."
     "\n\nGenotype and phenotype summary\nGene\tGenotype\tPhenotype\n"
     "CYP2C19\t*2/*17\tIntermediate metabolizer", "CYP2C19 present intermediate_metabolizer"),
    ("no-result-exists", "KRAS G12C\nTherefore NO RESULT exists for:\n"
     "    ALK and NRG1 fusions; MET exon 14 skipping.",
     "KRAS present; ALK not_done; NRG1 not_done; MET not_done"),
    ("version", "STK11 p.Gln37Ter 14 %\nLarge deletions in STK11 are not detected by this version.",
     "STK11 present"),
    ("meaning-not-known", "3a. Changes of clear importance\n    KRAS   G12C    11 %\n"
     "3b. Changes whose meaning is not known (VUS, Tier III)\n    NF1   p.Arg2616Gln   48 %",
     "KRAS present no_class; NF1 present vus"),
    ("at-no-draw", "           draw 1    draw 2    draw 3    origin\n"
     "AR   T878A   c.2632A>G     nd        nd        nd       -\n"
     "AR   L702H   c.2105T>A     nd        nd        6.2 %    tumor",
     "AR absent p.T878A; AR present p.L702H 6.2%"),
    ("possible-germline", "BRCA2  L2092Pfs*7             49.4 %   possible\n"
     "       c.6275_6276delTT                GERMLINE", "BRCA2 present unknown_origin"),
    ("advice-below", "BRCA2 c.5946del pathogenic\n\nNot examined\n    HOXB13 (not on panel)\n\n"
     "What usually comes next (for discussion)\n    - For PALB2, US guidelines speak of a yearly "
     "breast MRI from about age 30.", "BRCA2 present; HOXB13 not_done"),
    ("not-by-itself", "NF1 p.Arg2616Gln   VUS   48 %\nNF1 p.Arg2616Gln: the fraction near one half "
     "does not by itself show that it is inherited.", "NF1 present vus"),
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
