"""Markers that are known by their own name, with the gene behind them not told."""

from __future__ import annotations

import pytest

from .helpers import agree, read

CASES = [
    ("H3 K27M: positive by IHC", "H3_K27M present snv"),
    ("H3 K27M mutation detected", "H3_K27M present"),
    ("H3 K27M: not detected", "H3_K27M absent"),
    ("H3K27M mutant", "H3_K27M present"),
    ("No H3 K27M mutation was found.", "H3_K27M absent"),
    ("H3 K27M-mutant protein (IHC): negative", "H3_K27M absent"),
    ("H3 p.K28M (K27M) detected", "H3_K27M present"),
    ("H3.3 K27M   31%", "H3_K27M present 31% VAF"),
    ("H3 G34R/V: not performed", "H3_G34R not_done"),
    ("Histone H3 K27M, IHC   Equivocal", "H3_K27M unclear"),
    ("H3 K27me3 (IHC): retained", "H3_K27me3 absent"),
    ("H3K27me3: loss of nuclear staining", "H3_K27me3 present loss"),
    # the gene by its name is the gene, and both ways to count are one change
    ("H3F3A p.K28M (K27M) 34%", "H3-3A present 34% p.K28M"),
    ("H3F3A K27M: detected\nH3-3A c.83A>T p.(Lys28Met)  VAF 34%", "H3-3A present 34%"),
    ("KRAS: wild-type\nBlock H3, section G34", "KRAS absent"),
    ("KRAS: wild-type\nH3 K27M is seen in 80% of diffuse midline gliomas.", "KRAS absent"),
]  # fmt: skip


DENIED = [
    ("No del(17p) was found.", "del(17p) absent"),
    ("No EBV was detected.", "EBV absent"),
    ("No evidence of t(15;17) was observed", "absent fusion"),
    ("No MRD was detected", "MRD absent"),
]


@pytest.mark.parametrize(("body", "expected"), DENIED, ids=[c[0] for c in DENIED])
def test_what_was_not_found(body: str, expected: str) -> None:
    report = read(body)
    assert agree(report, expected) is None
    assert report.findings[0].as_printed.startswith("No ")


SHORTHAND = [
    ("MSI by PCR: 0/5 markers unstable (MSS)", "MSI absent"),
    ("MSI by PCR: 3 of 5 markers unstable", "MSI present"),
    ("MSI: stable, 3.2% unstable sites (cutoff 20%)", "MSI absent"),
    ("Microsatellite status: MSS (2.1 % of sites unstable)", "MSI absent"),
    ("MSI-High, 42 % of sites unstable (MSS: 0-20 % of sites unstable)", "MSI present"),
    ("MSI: unstable (stable: below 20 % unstable sites)", "MSI present"),
    ("PD-L1 TPS was 60% and CPS 65.", "PD-L1 60% TPS; PD-L1 65 CPS"),
    ("MMR IHC: MLH1 +, PMS2 +, MSH2 -, MSH6 -",
     "MLH1 absent intact; PMS2 absent intact; MSH2 present loss; MSH6 present loss"),
    ("ER+ (95%), PR- (<1%), HER2- (IHC 1+)", "ER present 95%; PR absent <1%; ERBB2 absent 1+"),
    ("ER-positive, PR-negative breast cancer", "ER present; PR absent"),
    ("Ki-67 proliferation index approximately 18%", "Ki-67 present 18%"),
    ("Ki-67: 15-20%", "Ki-67 present no_value"),
    ("PTEN loss by IHC", "PTEN present protein"),
    ("EGFRvIII: not detected", "EGFR absent indel"),
    ("EGFR amplified (copy number 22), EGFRvIII detected", "EGFR cnv 22copies; EGFR indel present"),
    ("CDKN2A deep deletion; CDKN2B co-deleted", "CDKN2A present cnv; CDKN2B present cnv"),
    ("CDKN2A/B: not deleted", "CDKN2A absent cnv; CDKN2B absent cnv"),
    ("BRCA1 promoter hypermethylation: present", "BRCA1_promoter_methylation present"),
    ("RAD51C promoter: unmethylated", "RAD51C_promoter_methylation absent"),
    ("del(5q) in 16 of 20 metaphases; monosomy 7 not seen",
     "del(5q) present; monosomy_7 absent"),
    ("FRa (FOLR1) PS2+ score 85% - positive", "FOLR1 present protein 85%"),
    ("TP53 c.743G>A at 12% (mosaic or clonal hematopoiesis possible)", "TP53 present 12%"),
    ("PMS2: not fully evaluated due to a pseudogene\nMLH1: negative", "PMS2 unclear; MLH1 absent"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), SHORTHAND, ids=[c[0][:40] for c in SHORTHAND])
def test_shorthand(body: str, expected: str) -> None:
    assert agree(read(body), expected) is None


@pytest.mark.parametrize(("body", "expected"), CASES, ids=[c[0][:40] for c in CASES])
def test_histone(body: str, expected: str) -> None:
    assert agree(read(body), expected) is None
