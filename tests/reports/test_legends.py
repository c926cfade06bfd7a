"""Words on scales, on other people and on medicines, which are no result."""

import pytest

from .helpers import agree, read

CASES = [
    ("scores", "HER2 0/1+ negative; 2+ equivocal; 3+ positive."),
    ("ratio", "HER2 FISH: ratio >= 2.0 with 4.0 or more copies = amplified."),
    ("ratio-or-more", "A HER2 FISH ratio of 2.0 or more is amplified."),
    ("loci", "MSI-High: 20% or more of loci"),
]


@pytest.mark.parametrize(("name", "words"), CASES, ids=[c[0] for c in CASES])
def test_a_scale_is_no_result(name: str, words: str) -> None:
    assert agree(read(f"KRAS G12D 12%\n{words}\n"), "KRAS present 12%") is None


RESULTS = [
    ("stained", "MSH6: intact (weak, in >10% of cells; not equivocal)", "MSH6 absent"),
    ("amplified", "HER2 FISH: ratio 3.1, 9.8 copies, amplified", "ERBB2 present cnv"),
    ("counts", "TMB   8.6 mut/Mb   from the synonymous and nonsynonymous count",
     "TMB present 8.6mut/Mb"),
    ("starred", "Indeterminate* (DNA sequencing): RB1, STK11.", "RB1 unclear; STK11 unclear"),
    ("for-genes", "The result is indeterminate for these genes (low coverage): RB1, STK11",
     "RB1 unclear; STK11 unclear"),
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
    ("share-of-cases", "KRAS p.G12R VAF: 21.4%. KRAS is mutated in over 90% of pancreatic cancers: "
     "G12D 40%, G12V 30%.", "KRAS present p.G12R"),
    ("method", "BRCA2 c.5946del pathogenic\nCHEK2 deletion/duplication\nNot performed - poor",
     "BRCA2 present; CHEK2 not_done"),
    ("status-when", "HRD STATUS: POSITIVE\n\nHRD Status is POSITIVE when a suspected deleterious "
     "mutation in BRCA1 or BRCA2 is present in the tumor.", "HRD present"),
    ("test-performed", "TEST PERFORMED              RESULT                  INTERPRETATION\n"
     "BRCA2 sequencing            c.964A>C (p.Lys322Gln)  Genetic Variant of Uncertain\n"
     "                            heterozygous            Significance", "BRCA2 present vus"),
    ("two-columns", "PTEN loss         a negative result is more likely to be a true negative",
     "PTEN present cnv"),
    ("no-result-exists", "KRAS G12C\nTherefore NO RESULT exists for:\n"
     "    ALK and NRG1 fusions; MET exon 14 skipping.",
     "KRAS present; ALK not_done; NRG1 not_done; MET not_done"),
    ("version", "STK11 p.Gln37Ter 14 %\nLarge deletions in STK11 are not detected by this version.",
     "STK11 present"),
    ("not-by-itself", "NF1 p.Arg2616Gln   VUS   48 %\nNF1 p.Arg2616Gln: the fraction near one half "
     "does not by itself show that it is inherited.", "NF1 present vus"),
    ("medicine", "CYP2C19     *2/*17      Intermediate metabolizer\n\n"
     "omeprazole       !    CYP2C19   slower clearance possible",
     "CYP2C19 present intermediate_metabolizer"),
    ("pair-of-variants", "DPYD: c.2846A>T was not detected.\n"
     "The DPYD variants c.1129-5923C>G and c.1236G>A are inherited together as HapB3.",
     "DPYD absent c.2846A>T"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "words", "expected"), RESULTS, ids=[c[0] for c in RESULTS])
def test_words_beside_a_result_do_not_hide_it(name: str, words: str, expected: str) -> None:
    assert agree(read(f"{words}\n"), expected) is None
