"""More tables and sentences that were misread when a report of their sort came first."""

from __future__ import annotations

import pytest

from pmchat.reports.read import read_text

from .helpers import agree, read

CASES = [
    # how it was looked for stands between the denial and its list
    ("method", "KRAS G12C   VAF 28 %\nNo reportable alterations were found by DNA sequencing in: "
     "ALK, EGFR, ROS1\nRNA fusion panel: NOT PERFORMED - quantity of RNA not sufficient (QNS).",
     "KRAS present 28%; ALK absent; EGFR absent; ROS1 absent"),
    ("method-present", "By DNA sequencing a variant was found in KRAS: KRAS G12C, VAF 28 %",
     "KRAS present 28%"),
    ("transcripts", "No fusion transcripts involving ALK, RET, or NTRK3 were detected.",
     "ALK absent; RET absent; NTRK3 absent"),
    # a course with a column for each marker
    ("course", "Date              EGFR L858R    EGFR T790M    TP53 Y220C\n"
     "2025-11-04        9.2%          ND            7.0%\n"
     "2026-09-10        6.8%          ND            4.9%\nND = not detected",
     "EGFR present p.L858R 6.8%; EGFR absent p.T790M; TP53 present p.Y220C 4.9%"),
    ("course-back", "Date          KRAS G12D    TP53 R175H\n2026-09-10    1.1%         0.9%\n"
     "2025-11-04    ND           3.0%", "KRAS present 1.1%; TP53 present 0.9%"),
    ("course-one", "Date          KRAS G12D VAF    Remarks\n2025-11-04    9.2%    first\n"
     "2026-09-10    ND      second", "KRAS absent p.G12D"),
    # names across the top, facts below them
    ("across", "| Marker | EGFR L858R | EGFR T790M | MET amp |\n"
     "| Result | Detected 12% | Not detected | Not detected |",
     "EGFR present p.L858R 12%; EGFR absent p.T790M; MET absent"),
    ("across-facts", "Gene      EGFR      KRAS     BRAF\nResult    L858R     WT       WT\n"
     "VAF       23%       -        -", "EGFR present p.L858R 23%; KRAS absent; BRAF absent"),
    ("across-share", "           EGFR L858R   EGFR T790M   TP53 R273H\n"
     "% cfDNA    6.8          ND           4.1",
     "EGFR present 6.8%; EGFR absent p.T790M; TP53 present 4.1%"),
    ("across-visits", "Time point   EGFR L858R   EGFR T790M\nBaseline     9.2%         ND\n"
     "Cycle 3      0.3%         ND", "EGFR present p.L858R; EGFR absent p.T790M"),
    ("across-limits", "Assay sensitivity     EGFR L858R    KRAS G12D\n"
     "VAF                   0.1%          0.2%\n\nBRAF V600E 12%", "BRAF present 12%"),
    ("across-controls", "Sample              EGFR L858R    KRAS G12D\n"
     "Positive control    Detected      Detected\nPatient             Not detected  Detected",
     "EGFR absent; KRAS present"),
    ("across-family", "Gene      BRCA1 c.68_69del     CHEK2 c.1100del\n"
     "Proband   Heterozygous         Not detected\nMother    Not detected         Heterozygous",
     "BRCA1 present c.68_69del; CHEK2 absent c.1100del"),
    ("across-method", "Test          EGFR          KRAS\nMethod        PCR           PCR\n"
     "Result        Detected      Not detected", "EGFR present; KRAS absent"),
    ("across-stains", "Marker      ER      PR      HER2\nResult      90%     80%     1+",
     "ER present 90%; PR present 80%; ERBB2 absent 1+"),
    ("visits-shares", "Alteration     Baseline   Cycle 3   Progression\n"
     "EGFR L858R     9.2%       0.3%      6.8%\nEGFR T790M     ND         ND        ND",
     "EGFR present p.L858R; EGFR absent p.T790M"),
    ("across-list", "EGFR L858R   12%\nKRAS   NRAS   BRAF\nAll of these genes were tested.",
     "EGFR present 12%"),
    # what others found
    ("other-lab", "EGFR L858R 6.8%\nTissue report of Nov 2025 (other laboratory): PD-L1 TPS 10%, "
     "CTNNB1 S37F.", "EGFR present 6.8%"),
    ("earlier-studies", "KRAS: wild-type\n\n5. Earlier studies\nPeripheral blood, 11/2025: JAK2 "
     "V617F negative.", "KRAS absent"),
    ("other-lab-prose", "KRAS G12D 3%\nA separate tissue profile by another laboratory (2025-12) "
     "listed APC R1450* and MSS.", "KRAS present 3%"),
    ("note", "KRAS G12D 3%\nThe ordering note mentions a daughter and a BRCA2 test in progress "
     "elsewhere.", "KRAS present 3%"),
    # neither origin nor phase is a doubt that a change is there
    ("origin", "Gene\tVariant\tVAF\tClass\tComment\n"
     "BRCA2\tc.7757G>A p.(Trp2586*)\t2.6%\tPathogenic\tOrigin not determined; see note a",
     "BRCA2 present 2.6% pathogenic sure"),
    ("origin-sentence", "APC p.(Arg1450*) VAF 41 %\nThe origin (somatic or germline) of APC and "
     "TP53 variants was not determined.", "APC present 41%"),
    ("origin-colon", "TP53 R175H 44%\nOrigin of the TP53 variant: uncertain.", "TP53 present 44%"),
    ("phase", "EGFR T790M 3.1% and EGFR C797S 1.2% (phase not determined)",
     "EGFR present 3.1%; EGFR present 1.2%"),
    ("not-determined", "TP53 R175H: not determined", "TP53 unclear"),
    # a drug or a trial that is not there
    ("no-drug", "KRAS p.(Gly12Asp) G12D VAF 36 %\nNo approved drug directed at KRAS G12D was "
     "found at the time of this report.", "KRAS present 36% sure"),
    ("no-trial", "KRAS G12D VAF 36 %\nNo clinical trials for KRAS G12D were identified.",
     "KRAS present 36% sure"),
    ("no-resistance", "No EGFR inhibitor resistance mutation (EGFR T790M) was detected.",
     "EGFR absent"),
    # what would have been, had it been found
    ("had-been", "MSI: Not detected\nd. Had an MSI-High result or a CDK12 inactivation been found, "
     "immunotherapy might be discussed.", "MSI absent sure"),
    # stains
    ("loss-list", "MISMATCH REPAIR PROTEINS\n   MLH1 ...... Loss of nuclear expression\n"
     "   PMS2 ...... Loss of nuclear expression\n   MSH2 ...... Retained nuclear expression",
     "MLH1 present loss; PMS2 present loss; MSH2 absent intact"),
    ("reference", "Claudin 18.2 (43-14A)  Negative: 40% of tumor cells\n\nREFERENCE RANGES\n"
     "  HER2 IHC   0/1+ negative      2+ equivocal       3+ positive\n"
     "  CLDN18.2   positive when >= 75% of tumor cells show 2+/3+ staining",
     "CLDN18.2 absent sure"),
    ("loss-in-list", "The following were not found:\nPTEN loss\nALK fusion\nKRAS",
     "PTEN absent; ALK absent; KRAS absent"),
    ("FGFR2b", "FGFR2b IHC: could not be performed, no tumor left in block.", "FGFR2b not_done"),
    ("negative-for-others", "By immunohistochemistry the tumor cells are positive for CK7 and CDX2 "
     "(patchy), and negative for CK20 and synaptophysin.", "CK7 present; CDX2 present; "
     "CK20 absent; Synaptophysin absent"),
    ("pdl1-staining", "PD-L1 IHC 28-8: tumor cell staining <1%                           2/2",
     "PD-L1 absent <1%"),
    ("pdl1-staining-more", "PD-L1 (22C3): tumor cell staining 60%", "PD-L1 present 60%"),
    # to come, or failed
    ("in-progress", "2. Karyotype\nCulture in progress; to be issued as an addendum.",
     "karyotype not_done"),
    ("technical", "Deletion/duplication analysis: completed for all genes except PMS2 (technical "
     "failure, not reported)", "PMS2 not_done"),
    ("bTMB", "MSI\tNot detected\nbTMB\tNot reported for this panel", "MSI absent; TMB not_done"),
    ("low-coverage", "GENES TESTED WITH INDETERMINATE RESULTS (low coverage): TERT",
     "TERT unclear"),
    ("not-reported-list", "Large deletions of BRCA1 and BRCA2 and homozygous loss of PTEN are not "
     "reported by this test.", ""),
    ("loss-of-next", "Deletion of BRCA2 and homozygous loss of PTEN were not detected.",
     "BRCA2 absent; PTEN absent"),
    ("awaited", "POLE sequencing has been sent to the regional laboratory and the result is "
     "awaited.", "POLE not_done"),
    ("receptors", "The tumor cells are positive for ER and PR, and negative for HER2.",
     "ER present; PR present; ERBB2 absent"),
    ("course-copies", "Date          EGFR L858R    MET copies\n2026-01-10    3.1%          2.1\n"
     "2026-03-10    5.0%          5.2", "EGFR present 5%; MET present"),
    # the reading of a probe, cells away from its place
    ("probe-table", "Probe | % nuclei | Cut-off | Reading\nD13S319 13q14 | 74% | 6% | deletion, "
     "one copy\nCEP8 8q24 | 1% | 4% | normal", "del(13q14) present 74%"),
    ("probe-normal", "Gene   Place    Nuclei  Cut-off  Reading\n"
     "MYB    6q23     2.0 %   < 6.5 %  NORMAL\nTP53   17p13.1  3.5 %   < 6.5 %  NORMAL",
     "MYB absent cnv; TP53 absent cnv"),
    # of several changes that a probe looks for, the result names one
    ("probe", "Probe\tResult\t% abnormal nuclei\n"
     "D7S486 / monosomy 7 or del(7q)\tDETECTED, one signal, del(7q)\t28.5%\n"
     "CEP8 / trisomy 8\tNot detected\t0.5%", "del(7q) present 28.5%; trisomy_8 absent"),
    ("cleared", "EGFR L858R 2.1%\nEGFR T790M cleared", "EGFR present 2.1%; EGFR absent p.T790M"),
    ("cleared-from", "EGFR L858R 2.1%\nBRAF V600E has been cleared from plasma.",
     "EGFR present 2.1%; BRAF absent"),
    ("cleared-law", "This test has not been cleared by the FDA. EGFR L858R 2.1%",
     "EGFR present 2.1%"),
    ("confirmed", "KRAS G12D was found by another laboratory and is confirmed in this sample.",
     "KRAS present"),
    ("in-progress-FISH", "Addendum: ALK FISH in progress.", "ALK not_done"),
    ("cleared-assay", "EGFR L858R 2.1%\nThe EGFR T790M assay is 510(k) cleared.",
     "EGFR present 2.1%"),
    ("never-reported", "EGFR L858R   12%   Never reported in this tumor type",
     "EGFR present 12% sure"),
    ("not-before", "KRAS G12D 12%   Not previously reported", "KRAS present 12%"),
    ("not-in-this", "EGFR T790M was not seen in this tumor.", "EGFR absent"),
    ("partner", "RET fusion partner: not identified. RET rearrangement detected by FISH.",
     "RET present sure"),
    ("no-failure", "KRAS G12D 12%, no technical failure", "KRAS present 12%"),
    ("not-in-clinvar", "Gene\tVariant\tClass\tComment\nBRCA2\tc.5A>G p.(Tyr2Cys)\tVUS\tNot "
     "reported in ClinVar", "BRCA2 present vus"),
    ("origin-column", "Origin   blood   KRAS G12D not tested", "KRAS not_done"),
    ("not-cleared", "EGFR T790M 1.5%, not cleared", "EGFR present 1.5%"),
    ("class-in-cell", "| Biomarker | Method | Result                                 |\n"
     "| FGFR2     | Seq    | Pathogenic fusion FGFR2::BICC1 (e17-e3) |\n"
     "| RET       | Seq    | Fusion not detected                     |",
     "FGFR2 present pathogenic; RET absent"),
    # whether it is there is asked
    ("silent", "EGFR mutation: Negative\nALK fusion: Negative\nMET exon 14 skipping\n"
     "RET fusion: Negative", "EGFR absent; ALK absent; MET doubtful; RET absent sure"),
    ("silent-columns", "KRAS G12C               Not detected\nMET amplification\n"
     "EGFR L858R              Not detected", "KRAS absent; MET doubtful; EGFR absent"),
    ("silent-first", "EGFR exon 19 deletion\nALK: negative\nROS1: negative",
     "EGFR present sure; ALK absent; ROS1 absent"),
    ("silent-list", "NEGATIVE FOR: ALK, EGFR\nMET exon 14 skipping, KRAS G12C",
     "ALK absent; EGFR absent; MET doubtful; KRAS doubtful"),
    ("list-then-result", "Not detected: ALK, EGFR\nKRAS G12C   VAF 20%\nTP53 R175H  VAF 9%",
     "ALK absent; EGFR absent; KRAS present 20% sure; TP53 present 9% sure"),
    ("list-ended", "Not detected: ALK, EGFR.\nKRAS G12C", "ALK absent; EGFR absent; KRAS sure"),
    # what is listed is told in words between the denial and its list, or by a numbered title
    ("rest-of-list", "EGFR L858R 6.1%\nNO ALTERATION DETECTED in the remaining genes of the "
     "guideline list: ALK (fusion), BRAF,\nERBB2, NTRK1 (fusion), RET (fusion), ROS1\n(fusion).",
     "EGFR present; ALK absent; BRAF absent; ERBB2 absent; NTRK1 absent; RET absent; ROS1 absent"),
    ("regions-of", "NO VARIANT DETECTED  in the coding regions analysed of: ASXL1, BCOR, \n"
     "RUNX1, SF3B1.", "ASXL1 absent; BCOR absent; RUNX1 absent; SF3B1 absent"),
    ("found-list", "No second change was found. Changes were found in the genes listed: KRAS G12D "
     "12%", "KRAS present 12%"),
    ("other-than", "No variants were detected in genes other than the listed: KRAS G12D 12%",
     "KRAS present 12%"),
    ("numbered-denial", "1. Genomic alterations\n\nKRAS G12D 12%\n\n4. No pathogenic variant "
     "detected\n\nBRAF, ERCC2, TP53\n\n5. Comment\n\nNone.",
     "KRAS present 12%; BRAF absent; ERCC2 absent; TP53 absent"),
    ("numbered-denial-change", "4. No pathogenic variant detected\n\nBRCA2 c.5A>G p.(Tyr2Cys) VUS",
     "BRCA2 present vus"),
    # what a failed test leaves open
    ("therefore-not", "Status: FAILED - RNA quality below acceptance (DV200 11 %, minimum 30 %).\n"
     "Fusions in ALK, NTRK1 and ROS1 could therefore not be assessed.",
     "ALK not_done; NTRK1 not_done; ROS1 not_done"),
    ("reliably-not", "ALK rearrangement could reliably not be evaluated.", "ALK unclear"),
    ("thus-not-excluded", "A RET fusion could thus not be excluded.", "RET unclear"),
    # results of another place or time
    ("supplied", "EGFR L858R 6.1%\n\nCOMMENT\nTissue result supplied with the order (other "
     "laboratory, 11/2024): EGFR L858R, STK11 wild-type,\nPD-L1 TPS 20 %. Neither slides nor data "
     "were seen by us.", "EGFR present sure"),
    ("outside-part", "KRAS: wild-type\n\nEARLIER AND OUTSIDE INFORMATION\nOutside tissue test on "
     "the 2025 cell block: gLOH 14 % (low), KRAS G12V. Different\nmethod and sample.\n\nRESULTS"
     "\nTP53 R175H 12%", "KRAS absent sure; TP53 present 12%"),
    ("outside-test", "BRAF: wild-type\nOutside molecular test: KRAS G12V.", "BRAF absent sure"),
    ("outside-limits", "EGFR L858R 12%, outside test limits of quantitation", "EGFR present 12%"),
    ("not-reported-why", "PMS2: not reported - exons 12-15 could not be resolved from the "
     "pseudogene in this sample.", "PMS2 not_done"),
    ("not-reported-cell", "MLH1: no variant detected\nPMS2: not reported", "MLH1 absent; PMS2 "
     "not_done"),
    # what is told of drugs, of scales and of what was looked for is no finding
    ("agents", "KRAS G12R 22%\n\nCOMMENT\n* Agents directed at KRAS G12C are not expected to bind "
     "the G12R protein.", "KRAS present p.G12R"),
    ("only-where", "ERBB2 amplification: not detected\n\nInterpretation\nHER2-directed treatment "
     "is discussed only where ERBB2 is amplified.", "ERBB2 absent sure"),
    ("linked", "MGMT promoter: METHYLATED, 18 %\n\nINTERPRETATION\nMGMT methylation is linked to "
     "benefit from alkylating agents mainly in IDH-wildtype glioblastoma.",
     "MGMT_promoter_methylation present sure"),
    ("scoring", "PR: NEGATIVE, 0 % of nuclei\n\nScoring: ER/PR positive >= 1 % (1-10 % ER: low "
     "positive). Antibodies are for in vitro use.", "PR absent sure"),
    ("class-behind-share", "PIK3R1: p.(Gly376Arg), allele frequency 33 %, likely pathogenic",
     "PIK3R1 present likely_pathogenic 33%"),
    # a fusion of either gene
    ("either-fusion", "| NTRK1/NTRK3 fusion            | Not detected                   |\n"
     "| RET fusion | Not detected |", "NTRK1 absent; NTRK3 absent; RET absent"),
    ("either-fusion-words", "FGFR2/FGFR3 fusions: not detected", "FGFR2 absent; FGFR3 absent"),
    ("slash-fusion", "EML4/ALK fusion: detected", "ALK present fusion"),
    ("list-with-share", "No fusion was detected in the genes listed: KRAS G12D 12%",
     "KRAS present 12%"),
    ("numbered-coverage", "KRAS G12D 12%\n\n2. No coverage\n\nBRAF, TP53", "KRAS present 12%"),
    ("not-in-earlier", "EGFR T790M 3% (not seen in earlier results)", "EGFR present 3%"),
    ("genes-of-panel", "NO FUSION DETECTED among the 62 genes of the panel: ALK (fusion), RET, "
     "ROS1", "ALK absent; RET absent; ROS1 absent"),
    ("not-reported-stop", "PMS2: Not reported.\nMSH2 - not reported", "PMS2 not_done; MSH2 "
     "not_done"),
    ("referring", "BRAF: wild-type\nResults of the referring hospital (not verified): KRAS G12V, "
     "TP53 R175H", "BRAF absent"),
    # a whole chromosome
    ("whole-chromosomes", "EGFR: not amplified\nChromosome 7 gain / chromosome 10 loss: not "
     "present", "EGFR absent; chromosome_7_gain absent; chromosome_10_loss absent"),
    ("whole-chromosome", "Gain of chromosome 7: detected\nLoss of chromosome 10: not detected\n\n"
     "Interpretation\nLoss of chromosome 10 is common in glioblastoma.",
     "chromosome_7_gain present sure; chromosome_10_loss absent sure"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_what_a_pathologist_would_read_is_read(body: str, expected: str) -> None:
    assert (why := agree(read(body), expected)) is None, why


PGX = """Psychotropic PGx Report
Your medications by category
Use as directed
* lithium
* lurasidone

Genotypes and phenotypes
Pharmacokinetic genes
* CYP2D6: *4/*5 - Poor metabolizer
* CYP2C19: *17/*17 - Ultrarapid metabolizer
* HLA-B*15:02: Negative

Explanations
CYP2C19 poor metabolizers (*2/*2) have higher citalopram levels.
"""
PLASMA = """Plasma Genotyping Service   Cell-free DNA test, 83 genes, from blood
Blood draw 2026-08-18   Earlier test at this lab: 2026-01-12

Detected Alteration(s) / Biomarker(s)     % cfDNA    2026-01-12    Associated FDA-approved therapies
PIK3CA  E545K                             0.9%       3.6%          alpelisib, capivasertib
BRCA2   V1283fs (c.3847_3848delGT)        49.8%      50.1%         olaparib, talazoparib (a)
(a) The label requires an inherited BRCA variant. The fraction near 50% raises the possibility
    that this variant is germline. This test cannot confirm it. Confirmatory germline testing
    is suggested.
"""


def test_an_allele_explained_is_no_genotype() -> None:
    report = read_text(
        "Pharmacogenomic report\nPatient: TEST, PERSON\n\nRESULTS\nCYP2C9   *1/*2   Intermediate "
        "metabolizer\n\nComment\nCYP2C19 *2 is a no function allele and *17 an increased function "
        "allele.\n"
    )
    assert agree(report, "CYP2C9 present") is None


def test_no_reason_to_change_a_medicine_denies_no_gene() -> None:
    report = read_text(
        "Pharmacogenomic report\nPatient: TEST, PERSON\n\nGENOTYPES\nDPYD   *1/*1   Normal "
        "metabolizer\n\nMedication guide\nMedication\tGene\tConsideration\ncapecitabine\tDPYD\t"
        "No genetic reason for change\n"
    )
    assert agree(report, "DPYD present normal_metabolizer") is None


def test_alleles_that_were_looked_for_are_not_found() -> None:
    report = read_text(
        "Pharmacogenomic report\nPatient: TEST, PERSON\n\nGENOTYPES\nDPYD   *1/*1   Normal "
        "metabolizer\n\nNotes\n* DPYD alleles tested: c.1905+1G>A, c.1679T>G, c.2846A>T. Rare "
        "alleles are not excluded.\n"
    )
    assert agree(report, "DPYD present normal_metabolizer") is None


def test_genes_below_a_list_of_medicines_are_read() -> None:
    report = read_text(PGX)
    assert agree(report, "CYP2D6 present; CYP2C19 present; HLA-B*15:02 absent") is None


def test_a_blood_test_that_speaks_of_germline_testing_is_no_germline_test() -> None:
    report = read_text(PLASMA)
    assert report.family == "tumor_ngs_plasma"
    why = agree(report, "PIK3CA present 0.9%; BRCA2 present 49.8%")
    assert why is None, why


def test_stains_beside_shares_of_reads_are_part_of_a_tumor_report() -> None:
    report = read_text(
        "DEPARTMENT OF PATHOLOGY   MOLECULAR AND IHC SUPPLEMENT\nPatient: TEST, PERSON\n"
        "Block B4, tumor 55 %.\n1. MISMATCH REPAIR PROTEINS (immunohistochemistry)\n"
        "   MLH1 .... intact nuclear staining\n2. SEQUENCING PANEL (50 genes)\n"
        "   KRAS   p.(Gly12Asp) G12D   VAF 36 %\n   APC    p.(Arg1450*)   VAF 41 %\n"
    )
    assert report.family == "tumor_ngs_tissue"


def test_stains_are_no_germline_test_for_advice_below_them() -> None:
    report = read_text(
        "SURGICAL PATHOLOGY REPORT\nPatient: TEST, PERSON\n\nADDENDUM: BIOMARKERS BY "
        "IMMUNOHISTOCHEMISTRY, block A1\n  MLH1 ...... Loss of nuclear expression\n\nCOMMENT\n"
        "If methylation is absent, germline testing for Lynch syndrome would be considered.\n"
    )
    assert report.family == "ihc"


def test_a_panel_that_was_not_performed_is_no_name_of_the_test() -> None:
    report = read_text(
        "SOLID TUMOR PANEL (tissue)\nRESULTS\nKRAS G12C   VAF 28 %\n"
        "RNA fusion panel: NOT PERFORMED - quantity of RNA not sufficient (QNS).\n"
    )
    assert report.test == "SOLID TUMOR PANEL (tissue)"
