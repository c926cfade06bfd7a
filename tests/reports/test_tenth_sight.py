"""Markers of blood cells, words of an earlier report, and limits of a test."""

import pytest

from pmchat.reports.read import read_text

from .helpers import agree, read

FLOW = [
    ("flow", "Marker   Result   Intensity\nCD138   Positive   Bright\nCD45   Negative   -\n"
     "Cytoplasmic Kappa   Positive   Bright", "CD138 present; CD45 absent; Kappa present"),
    ("lymphoma", "CD10: positive\nMUM1: negative\nCyclin D1: negative",
     "CD10 present; MUM1 absent; Cyclin_D1 absent"),
    ("brain", "GFAP: positive\nOlig2: positive\nATRX: retained",
     "GFAP present; Olig2 present; ATRX absent"),
    ("hyphen", "GATA-3: positive\nWT-1: negative", "GATA3 present; WT1 absent"),
    ("phenotype", "KRAS p.G12D\nThe diagnostic phenotype (CD13 bright, CD7 partial) was not seen.",
     "KRAS present"),
    ("directed", "KRAS p.G12D\nCD19-directed CAR T-cells were discussed.", "KRAS present"),
    ("enriched", "FISH on CD138 enriched cells\nHyperdiploidy  NEGATIVE",
     "hyperdiploidy absent"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "body", "expected"), FLOW, ids=[c[0] for c in FLOW])
def test_markers_of_cells(name: str, body: str, expected: str) -> None:
    assert agree(read(body), expected) is None


EARLIER = [
    ("quoted", 'HER2 ISH: not amplified\nAMENDED 06/12/2026: HER2 ISH result added. The report of '
     '06/08/2026 read "HER2 pending".', "ERBB2 absent"),
    ("said", "EGFR: L858R detected\nOur report dated 2026-03-01 had said EGFR not detected.",
     "EGFR present"),
    ("this-report", "The report of Jane Doe shows KRAS G12C.", "KRAS present"),
    ("limit", "BRCA1: no pathogenic variant detected.\nLarge BRCA1/2 rearrangements are not fully "
     "covered by this test.", "BRCA1 absent"),
    ("laboratory", "KRAS p.G12D\n\nPrevious Tempus results\nLiquid xF 11/18/2025: PIK3CA p.H1047R "
     "2.0%. No ESR1 variant was detected.", "KRAS present"),
    ("removed", "TP53 p.R273H\nIDH2 p.(Arg140Gln) is NOT DETECTED and has been removed from this "
     "report.", "TP53 present; IDH2 absent"),
    ("own-gap", "KRAS p.G12D\nPMS2 was not fully covered.", "KRAS present; PMS2 unclear"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "body", "expected"), EARLIER, ids=[c[0] for c in EARLIER])
def test_earlier_words_and_limits(name: str, body: str, expected: str) -> None:
    assert agree(read(body), expected) is None


AMENDED = [
    ("repeat", "PMS2   NOT REPORTED - repeat specimen requested (pseudogene)", "PMS2 not_done"),
    ("one-space", "PMS2 not reported - repeat specimen requested", "PMS2 not_done"),
    ("no-change", "KRAS   not reported - no mutation", "KRAS absent"),
    ("verb", "No fusion of ALK reported; repeat biopsy advised.", "ALK absent"),
    ("harmless", "BRAF p.V600E\nMSH2   Variant, Likely Benign: p.N127S   (amended)",
     "BRAF present; MSH2 present likely_benign"),
    ("as-ever", "BRAF p.V600E\nMSH2   Variant, Likely Benign: p.N127S", "BRAF present"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "body", "expected"), AMENDED, ids=[c[0] for c in AMENDED])
def test_what_is_not_reported_or_was_amended(name: str, body: str, expected: str) -> None:
    assert agree(read(body), expected) is None


TWO_METHODS = "Gene\tSequence analysis\tDeletion/duplication\n{}"
METHODS = [
    ("equal", TWO_METHODS.format("MLH1\tNegative\tNegative"), "MLH1 absent"),
    ("one-of-two", TWO_METHODS.format("EPCAM\tn/a\tNegative"), "EPCAM absent"),
    ("undone", TWO_METHODS.format("GREM1\tn/a\tNot assessed (low quality)"), "GREM1 not_done"),
    ("second-found", TWO_METHODS.format("ATM\tNegative\tPositive"), "ATM present cnv"),
    ("named", TWO_METHODS.format("BRCA1\tNegative\tDeletion of exons 1-3"), "BRCA1 present cnv"),
    ("letters", TWO_METHODS.format("BRCA2\tc.68del\tNegative"), "BRCA2 present c.68del"),
    ("by-ngs", "Gene\tNGS\tMLPA\nMSH2\tNegative\tDeletion of exons 1-6", "MSH2 present cnv"),
    ("below-advice", "Next steps\nTalk to us.\n\nResults for the genes of your indication\n\n"
     + TWO_METHODS.format("MLH1\tNegative\tNegative"), "MLH1 absent"),
    ("advice", "KRAS G12D\n\nNext steps\nMLH1   Negative   Negative", "KRAS present"),
    ("mixed", "ATM negative negative positive", "ATM unclear doubtful"),
    ("mixed-wide", "ATM   negative   positive", "ATM unclear doubtful"),
    ("control", "Gene\tResult\tControl\nALK\tNegative\tPositive", "ALK absent sure"),
    ("next-gene", "ER Negative  PR Positive", "ER absent; PR present"),
    ("met", "KRAS G12D\nMET negative negative positive", "KRAS present"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "body", "expected"), METHODS, ids=[c[0] for c in METHODS])
def test_results_of_several_methods_side_by_side(name: str, body: str, expected: str) -> None:
    assert agree(read(body), expected) is None


PAIRED = (
    "VESPER 648 gene panel\nTumor specimen: bone core, left hip - Normal specimen: saliva\n"
    "GENOMIC VARIANTS\n\n{}Gene\tVariant\tType\tVariant Allele Fraction\n"
    "BRCA2\tp.E1646fs\tFrameshift\t61.3%\n\n"
    "Germline - Pathogenic / Likely Pathogenic\n\n"
    "HOXB13\tp.G84E, c.251G>A\tHeterozygous\tPathogenic (risk allele)\n"
)
BOTH = "BRCA2 present 61.3% somatic_origin; HOXB13 present pathogenic germline_origin"


def test_a_tumor_beside_its_normal_sample() -> None:
    report = read_text(PAIRED.format("Somatic - Potentially Actionable\n\n"))
    assert report.family == "tumor_ngs_tissue"
    assert agree(report, BOTH) is None


def test_a_normal_sample_alone_is_of_the_person() -> None:
    for told in ("Tumor specimen: none", "Note: a tumor specimen was not received"):
        head = f"Germline gene panel\n{told}\nNormal specimen: saliva\n\n"
        assert read("BRCA2 c.68del heterozygous pathogenic", head).family == "germline"


BURDEN = [
    ("apart", "Tumor Mutational Burden\n\n4.2 m/MB\n\n58th percentile", "TMB present 4.2mut/Mb"),
    ("limit", "KRAS G12D\n\nTumor Mutational Burden\n\n10 mut/Mb or more is high", "KRAS present"),
    ("sign", "KRAS G12D\n\nTumor Mutational Burden\n\n>= 10 mut/Mb", "KRAS present"),
    ("other", "KRAS G12D\n\nPD-L1\n\n4.2 mut/Mb", "KRAS present"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "body", "expected"), BURDEN, ids=[c[0] for c in BURDEN])
def test_a_level_in_a_paragraph_below_its_name(name: str, body: str, expected: str) -> None:
    assert agree(read(body), expected) is None


PALB2 = "PALB2: c.3113G>A (p.Trp1038*), heterozygous."
LETTER = [
    ("has", f"Your patient has a clinically significant mutation in a high-risk gene, {PALB2}",
     "PALB2 present"),
    ("if", f"KRAS G12D\nIf your patient has a significant mutation in a gene, {PALB2}",
     "KRAS present"),
    ("no", f"Your patient has no clinically significant mutation in {PALB2}", "PALB2 absent"),
    ("family", "KRAS G12D\nThe patient has a known familial mutation in BRCA1: c.68_69del.",
     "KRAS present"),
    ("awaited", "KRAS G12D\n\nRecommendations\nPlease send blood for NPM1 MRD.\n\n"
     "CEBPA: result is awaited. The bZIP region did not reach minimum depth.",
     "KRAS present; CEBPA not_done"),
    ("some-cases", "KRAS G12D\n\nLimitations\nFLT3: result is awaited in some cases",
     "KRAS present"),
    ("advice", "KRAS G12D\n\nRecommendations\nFLT3: result detected", "KRAS present"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "body", "expected"), LETTER, ids=[c[0] for c in LETTER])
def test_sentences_of_a_letter(name: str, body: str, expected: str) -> None:
    assert agree(read(body), expected) is None


THERAPY_TABLE = (
    "BIOMARKER      METHOD   ANALYTE     RESULT             THERAPY ASSOCIATION         LEVEL\n"
    "ER             IHC      Protein     Positive | 90%     BENEFIT    endocrine        Level 3\n"
)
MISMATCH = (
    "Mismatch Repair IHC     Protein     {:11}        LACK OF    pembrolizumab    Level 2\n"
    "Status                                                 BENEFIT\n"
)


def test_a_row_whose_first_cell_runs_into_the_next_column() -> None:
    for word, said in (("Proficient", "absent"), ("Deficient", "present")):
        body = THERAPY_TABLE + MISMATCH.format(word)
        assert agree(read(body), f"ER present 90%; MMR {said}") is None


COPIES = [
    ("gain", "Gene\tAlteration\tVAF\tTier\nCDX2\tCopy number gain\tn/a\tTier III",
     "CDX2 present cnv tier_3"),
    ("stain", "CDX2 positive, SATB2 negative", "CDX2 present protein; SATB2 absent protein"),
    ("of-other", "SATB2 negative; copy number gain of MYC", "SATB2 absent protein; MYC present"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "body", "expected"), COPIES, ids=[c[0] for c in COPIES])
def test_a_gene_with_more_copies_is_no_stain(name: str, body: str, expected: str) -> None:
    assert agree(read(body), expected) is None


PROBES = """
  Probe (target)             Result               Abnormal nuclei   Reference limit
  1p32 (CDKN2C) deletion     Not observed         2%                < 9%
  1q21 (CKS1B) gain          Observed, 3 copies   78%               < 8%
  Trisomy 9 (D9Z1)           Equivocal            8%                < 7%
"""
CYTOGENETICS = [
    ("probes", PROBES, "del(1p32) absent no_value; gain(1q21) present 78%; trisomy_9 unclear"),
    ("normal", "Interpretation\nProbe Set   Abnormality   % Abnormal   Normal cutoff   Result\n"
     "KMT2A (11q23) break-apart   11q23 rearrangement   0.5   <1.5%   Normal", "KMT2A absent"),
    ("prose", "KRAS G12D\n\nInterpretation\nKMT2A break-apart probe", "KRAS present"),
    ("karyotype", "KRAS G12D\n\nReferences\n1. Kumar 2009\n\n"
     "Result          45,X,-Y[5]/46,XY[15]      @    PR1", "KRAS present; karyotype present"),
    ("explained", "KRAS G12D\n\nMethods\n\nResult   46,XX is a normal female karyotype.",
     "KRAS present"),
    ("site", "KRAS G12D\nLaboratory PR1   observed in 5 of 20", "KRAS present"),
    ("percent", "ER90% PR70%", "ER present 90%; PR present 70%"),
    ("considered", "KRAS G12D\nThe MAF and MAFB translocations are also considered high risk.",
     "KRAS present"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "body", "expected"), CYTOGENETICS, ids=[c[0] for c in CYTOGENETICS]
)
def test_probes_and_karyotypes(name: str, body: str, expected: str) -> None:
    assert agree(read(body), expected) is None


REGIONS = [
    ("targeted", "No clinically significant variants were detected in the targeted regions of "
     "BRAF, EGFR, ERBB2 or MET.", "BRAF absent; EGFR absent; ERBB2 absent; MET absent"),
    ("low", "KRAS G12D\nNo variants were detected in regions of BRAF with low coverage.",
     "KRAS present"),
    ("outside", "KRAS G12D\nVariants outside the targeted regions of BRAF are not detected.",
     "KRAS present"),
    ("no-data", "KRAS G12D\nNo data on the targeted regions of BRAF.", "KRAS present"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "body", "expected"), REGIONS, ids=[c[0] for c in REGIONS])
def test_regions_that_were_targeted(name: str, body: str, expected: str) -> None:
    assert agree(read(body), expected) is None


DRAWS = """
Alteration             % cfDNA         cfDNA Amplification       Associated therapies
                                       {:12} {}
PIK3CA H1047R          6.8%            6.8%         6.8%         Alpelisib

Variants of uncertain clinical significance
ARID1A Q1334del        0.3%            {:12} {}
"""
DAYS = [
    ("last", ("FEB-03-2026", "OCT-12-2026", "ND", "0.3%"), "ARID1A present 0.3% vus"),
    ("first", ("OCT-12-2026", "FEB-03-2026", "0.3%", "ND"), "ARID1A present 0.3% vus"),
    ("contrary", ("FEB-03-2026", "OCT-12-2026", "0.3%", "ND"), ""),
    ("open", ("02/03/2026", "03/02/2026", "ND", "0.3%"), ""),
    ("one-cell", ("FEB-03-2026", "OCT-12-2026", "ND", ""), ""),
]  # fmt: skip


@pytest.mark.parametrize(("name", "cells", "expected"), DAYS, ids=[c[0] for c in DAYS])
def test_draws_go_on_below_a_title(name: str, cells: tuple[str, ...], expected: str) -> None:
    assert agree(read(DRAWS.format(*cells)), f"PIK3CA present 6.8%; {expected}") is None


SHARES = [
    ("open-days", "Alteration   02/03/2026   03/02/2026\nARID1A Q1334del   ND   0.3%\n"
     "KRAS G12D   2%   3%", "KRAS present"),
    ("known-days", "Alteration   Baseline   Week 4\nARID1A Q1334del   0.3%   ND", "ARID1A absent"),
    ("letters", "Alteration   Draw A   Draw B\nARID1A Q1334del   ND   0.3%\nKRAS G12D   2%   3%",
     "KRAS present"),
    ("limit", "Gene   Variant   Result   LOD\nBRAF   V600E   ND   0.1%", "BRAF absent"),
    ("below", "BRAF V600E   ND   <0.1%", "BRAF absent"),
    ("result", "Variant  VAF  Result\nBRAF V600E  0.3%  Not detected", "BRAF absent"),
    ("blood", "Alterations potentially arising from clonal hematopoiesis\n"
     "DNMT3A R882H   1.9%", "DNMT3A present possible_ch_origin 1.9%"),
    ("silent", "KRAS G12D\n\nSynonymous alterations\nEGFR Q787Q   48.7%", "KRAS present"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "body", "expected"), SHARES, ids=[c[0] for c in SHARES])
def test_a_share_beside_not_detected(name: str, body: str, expected: str) -> None:
    assert agree(read(body), expected) is None


ALLELES = [
    ("one-of-each", "CYP2D6: One no-function allele (*4) and one decreased-function allele (*41) "
     "were detected.", "CYP2D6 present"),
    ("two", "DPYD: One no-function allele, c.1905+1G>A, was detected.", "DPYD present"),
    ("none", "CYP2D6: no no-function alleles were detected.", "CYP2D6 absent"),
    ("not", "CYP2D6: no-function allele *4 not detected", "CYP2D6 absent"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "body", "expected"), ALLELES, ids=[c[0] for c in ALLELES])
def test_an_allele_without_function_is_there(name: str, body: str, expected: str) -> None:
    assert agree(read(body), expected) is None


GENERAL = [
    ("others", "Others include KRAS mutations, BRAF fusions and changes with loss of RB1.", ""),
    ("portal", "Please see the Physician Portal for the MSI-High status over time.", ""),
    ("person", "A person with CYP2C19 *2/*2 is a poor metabolizer.", ""),
    ("advised", "CYP2B6 is involved but no change is advised.", ""),
    ("found", "CYP2B6: no change was found.", "CYP2B6 absent"),
    ("other-gene", "A variant was found in a gene other than BRCA1.", ""),
    ("all-but", "No variant was found in any gene other than BRCA1 c.68_69del.", "BRCA1 present"),
    ("patient", "This is a patient with MET amplification.", "MET present"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "body", "expected"), GENERAL, ids=[c[0] for c in GENERAL])
def test_what_is_said_of_others_is_no_result(name: str, body: str, expected: str) -> None:
    assert agree(read(f"KRAS G12D\n\n{body}"), f"KRAS present; {expected}") is None


REASON = [
    ("reason", "Reason for testing\n   Personal history of breast cancer\n\nTest performed\n"
     "   Sequence analysis of 20 genes\n\n   GENE    VARIANT                  ZYGOSITY       "
     "VARIANT CLASSIFICATION\n   MUTYH   c.1187G>A (p.Gly396Asp)  heterozygous   PATHOGENIC",
     "MUTYH present pathogenic"),
    ("two-draws", "Detected Alteration   % cfDNA or Amplification FEB-03-2026   "
     "% cfDNA or Amplification SEP-14-2026\nEGFR L858R            1.1%                             "
     "      3.2%\nFGFR1 Amplification   ND                                     Medium (++)\n"
     "AKT1 E17K             0.2%                                   ND",
     "EGFR present 3.2%; FGFR1 present; AKT1 absent"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "body", "expected"), REASON, ids=[c[0] for c in REASON])
def test_tables_below_a_reason_and_of_two_days(name: str, body: str, expected: str) -> None:
    assert agree(read(body), expected) is None
