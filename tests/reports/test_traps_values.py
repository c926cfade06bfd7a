"""Traps 21-26, 38-40 and 43: numbers with their units, scores with their kind, genotypes."""

from __future__ import annotations

import pytest

from .helpers import agree, read

PGX = "Pharmacogenomics report\nPatient: TEST, PERSON   Sample: saliva\n\n"

CASES = [
    # 21 units
    ("21-megabase", "TMB: 3.8 mutations per megabase", "TMB 3.8mut/Mb"),
    ("21-muts", "Tumor Mutational Burden   12 Muts/Mb", "TMB 12mut/Mb"),
    ("21-bare", "TMB 7\nKRAS: wild-type", "KRAS absent"),
    ("21-input", "KRAS G12D detected. DNA input 50 ng.", "KRAS present no_value"),
    ("21-copies", "ERBB2 amplification, 12 copies", "ERBB2 present 12copies"),
    ("21-mtm", "ctDNA: detected, 1.35 MTM/mL", "ctDNA present 1.35MTM/mL"),
    ("21-cutoff", "Tumor Mutational Burden: 12 mut/Mb (cut-off 10)", "TMB present 12mut/Mb"),
    ("21-fraction", "ctDNA tumor fraction: 3.5%", "tumor_fraction present 3.5%"),
    ("21-reads", "KRAS G12D 102/850 reads (12%)", "KRAS present 12%"),
    ("21-scale-in-front", "BCR::ABL1 IS 0.05%", "ABL1 present 0.05%_IS"),
    # 22 the comma as decimal sign
    ("22-tmb", "TMB: 4,2 mut/Mb", "TMB 4.2mut/Mb"),
    ("22-vaf", "KRAS G12D, VAF 12,7 %", "KRAS present 12.7%"),
    ("22-column", "Gene | Variant | VAF (%)\nBRAF | V600E | 7,5", "BRAF present 7.5%"),
    ("22-thousands", "MRD: positive, 18,400 cells per million", "MRD 18400per_million_cells"),
    ("22-gain", "Gene | Copy Number\nMDM2 | 14.2\nMET | 2.1", "MDM2 present cnv 14.2copies"),
    ("22-copies", "MET amplification, copy number 8,5", "MET present 8.5copies"),
    # 23 signs
    ("23-at-least", "PD-L1 (22C3): TPS >=50%", "PD-L1 present >=50% TPS"),
    ("23-range", "PD-L1 (22C3): TPS 1-49%", "PD-L1 present TPS"),
    ("23-less-than", "PD-L1 TPS: less than 1%", "PD-L1 absent <1% TPS"),
    ("23-vaf", "TP53 R175H, VAF <0.5%", "TP53 present <0.5%"),
    ("23-ki67", "Ki-67: >90%", "Ki-67 present >90%"),
    ("23-unicode", "PD-L1 TPS \u2265 50 %", "PD-L1 present >=50% TPS"),
    ("23-scores-below", "PD-L1 22C3 pharmDx\nTumor Proportion Score (TPS): 45%\n\n"
     "PD-L1 SP142\nTumor cells (TC): 5%\nImmune cells (IC): 2%",
     "PD-L1 45% TPS; PD-L1 5% TC; PD-L1 2% IC"),
    # 24 the kind of score is not assumed
    ("24-bare", "PD-L1 expression: 60%", "PD-L1 present 60% no_label"),
    ("24-clone", "PD-L1 (22C3): 45", "PD-L1 present 45 no_label"),
    ("24-clone-too", "PD-L1 IHC SP142 - 10 %", "PD-L1 present 10% no_label"),
    ("24-two", "PD-L1 (28-8): TPS 10%, CPS 15", "PD-L1 10% TPS; PD-L1 15 CPS"),
    ("24-table", "Marker | Score type | Result\nPD-L1 22C3 | CPS | 8", "PD-L1 present 8 CPS"),
    # 25 HER2 2+ waits for the other test
    ("25-words", "HER2/neu IHC: Equivocal (2+)", "ERBB2 unclear 2+"),
    ("25-score", "HER2 immunohistochemistry: score 2+", "ERBB2 unclear 2+"),
    ("25-pending", "HER2 IHC 2+; HER2 FISH: pending", "ERBB2 unclear 2+; ERBB2 not_done cnv"),
    ("25-ish", "HER2 (4B5) IHC 2+, reflex ISH: not amplified (ratio 1.3)",
     "ERBB2 unclear 2+; ERBB2 absent cnv"),
    ("25-next-line", "HER2 IHC: 1+\nFISH: not amplified, ratio 1.2",
     "ERBB2 absent 1+; ERBB2 absent cnv 1.2"),
    ("25-earlier", "Earlier IHC: HER2 2+\nRESULT: HER2 GENE AMPLIFICATION DETECTED",
     "ERBB2 unclear 2+; ERBB2 present cnv"),
    ("25-reflex", "HER2 by IHC: Equivocal (2+)\nReflex ISH: amplified, ratio 2.8",
     "ERBB2 unclear 2+; ERBB2 present cnv 2.8"),
    ("25-counts", "HER2 by FISH: Negative\n  Number of observers: 2\n  Average number of HER2"
     " signals per cell: 2.4\n  HER2/CEP17 ratio: 1.2", "ERBB2 absent cnv 1.2"),
    ("25-bare", "ER: positive, 90%\nHER2: 0", "ER present; ERBB2 absent protein 0"),
    ("25-bracket", "HER2 (0)", "ERBB2 absent protein 0"),
    ("25-ihc", "HER2 IHC 0", "ERBB2 absent protein 0"),
    ("25-one", "HER2 1+", "ERBB2 absent protein 1+"),
    ("25-wide", "HER2/neu    0", "ERBB2 absent protein 0"),
    ("25-said", "HER2/neu: 0 (negative)", "ERBB2 absent protein 0"),
    ("25-status", "HER-2 status: 0, no staining", "ERBB2 absent protein 0"),
    ("25-table", "Marker | Result\nER | 95%\nHER2 | 0", "ER present; ERBB2 absent protein 0"),
    ("25-copies", "KRAS: wild-type\nHER2 copy number: 0", "KRAS absent"),
    ("25-share", "KRAS: wild-type\nHER2: 0.8", "KRAS absent"),
    ("25-range", "HER2 score: 2+ (scale 0, 1+, 2+, 3+)", "ERBB2 unclear 2+"),
    ("25-scale", "KRAS: wild-type\nHER2: 0, 1+, 2+ or 3+", "KRAS absent"),
    # 26 colours and signs are not read
    ("26-icons", "MSI  \u25b2\u25b2\nTMB  \u25a0\u25a0\u25a1\nKRAS: wild-type",
     "KRAS absent"),
    ("26-bar", "TMB  Low |----x----| High\nKRAS: wild-type", "KRAS absent"),
    ("26-axis", "PD-L1  0 ... 1 ... 49 ... 100\nKRAS: wild-type", "KRAS absent"),
    # 43 a percent of something else
    ("43-purity", "KRAS G12D detected\nTumor purity: 60%", "KRAS present no_value"),
    ("43-row", "KRAS G12D detected (tumor cellularity 40%)", "KRAS present no_value"),
    ("43-confidence", "KRAS G12D detected with 95% confidence", "KRAS present no_value"),
    ("43-coverage", "KRAS G12D detected, coverage 812x, 99% of bases", "KRAS present no_value"),
    ("43-before", "Tumor content 70%. KRAS G12D 21%", "KRAS present 21%"),
    ("43-cells", "BRAF V600E: detected, estimated 30% tumor cells", "BRAF present no_value"),
    ("43-depth", "Gene | Variant | Depth | VAF\nKRAS | G12D | 812 | 21.5", "KRAS present 21.5"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_values(body: str, expected: str) -> None:
    assert agree(read(body), expected) is None


GENOTYPES = [
    # 38 one genotype over several lines
    ("38-hapb3", "DPYD c.1129-5923C>G, c.1236G>A (HapB3), heterozygous",
     "DPYD present haplotype"),
    ("38-lines", "DPYD   HapB3: c.1129-5923C>G\n       and c.1236G>A   Intermediate metabolizer",
     "DPYD present intermediate_metabolizer"),
    ("38-cyp", "CYP2D6\nGenotype: *4/*41\nPhenotype: Intermediate metabolizer\n"
     "Activity score: 0.5", "CYP2D6 present intermediate_metabolizer 0.5activity_score"),
    ("38-table", "Gene | Genotype | Phenotype\nDPYD | *1/HapB3 | Intermediate Metabolizer\n"
     "TPMT | *1/*3A | Intermediate Metabolizer",
     "DPYD present intermediate_metabolizer; TPMT present intermediate_metabolizer"),
    # one allele can be tested for and not be found
    ("38-none", "DPYD *2A (c.1905+1G>A)   Not detected", "DPYD absent c.1905+1G>A"),
    ("38-alleles", "DPYD *2A, *13 and c.2846A>T were not detected.", "DPYD absent c.2846A>T"),
    ("38-tested", "Variants tested: DPYD *2A (c.1905+1G>A), *13 (c.1679T>G).\n"
     "TPMT *1/*1 Normal Metabolizer", "TPMT present normal_metabolizer"),
    ("38-usual", "CYP1A2 -3860G>A G/G, *1F/*1F Normal Metabolizer", "CYP1A2 present no_c"),
    ("38-forms", "SLC6A4   L/S   Reduced Response\nCOMT   Val/Met   Intermediate Activity",
     "SLC6A4 present reduced_response; COMT present intermediate_activity"),
    # 39 old and new words
    ("39-extensive", "CYP2C19 *1/*1 Extensive Metabolizer", "CYP2C19 present normal_metabolizer"),
    ("39-em", "CYP2D6 *1/*2 EM", "CYP2D6 present normal_metabolizer"),
    ("39-ultra", "CYP2D6 *1/*2xN: ultra-rapid metaboliser",
     "CYP2D6 present ultrarapid_metabolizer"),
    ("39-normal", "CYP2C9 *1/*1 normal metabolizer", "CYP2C9 present normal_metabolizer"),
    ("39-not", "CYP2D6: not a poor metabolizer; normal metabolizer",
     "CYP2D6 present normal_metabolizer"),
    ("39-none", "Gene | Result\nTPMT | No result\nNUDT15 | *1/*1",
     "TPMT not_done; NUDT15 present"),
    # 40 one HLA allele is not all HLA
    ("40-negative", "HLA-B*57:01: Negative", "HLA-B*57:01 absent"),
    ("40-two", "HLA-B*15:02: Negative; HLA-B*58:01: Positive",
     "HLA-B*15:02 absent; HLA-B*58:01 present"),
    ("40-table", "Gene | Result\nHLA-A*31:01 | Not detected\nHLA-B*57:01 | Detected",
     "HLA-A*31:01 absent; HLA-B*57:01 present"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("body", "expected"), [c[1:] for c in GENOTYPES], ids=[c[0] for c in GENOTYPES]
)
def test_genotypes(body: str, expected: str) -> None:
    assert agree(read(body, PGX), expected) is None


@pytest.mark.parametrize(
    "line",
    ["MSI  \u25b2\u25b2", "TMB  \u25a0\u25a0\u25a1", "CYP2D6  \u25cf", "See the color key."],
)  # fmt: skip
def test_pictures_are_told(line: str) -> None:
    assert any("pictures" in limit for limit in read(f"KRAS: wild-type\n{line}").limits)


@pytest.mark.parametrize("line", ["PD-L1 expression: 60%", "PD-L1 (22C3): 45", "PD-L1 SP142 10 %"])
def test_open_score_is_told(line: str) -> None:
    assert any("which score" in warning for warning in read(line).warnings)


def test_a_number_too_large_to_hold_is_left_out() -> None:
    report = read(f"TMB: {'1' * 400} mut/Mb")
    assert [f.value.number for f in report.findings if f.value] == [None]
    assert type(report).model_validate_json(report.model_dump_json()) == report
