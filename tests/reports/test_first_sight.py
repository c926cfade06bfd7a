"""Sentences and tables that were misread when a report of their sort came for the first time."""

from __future__ import annotations

import pytest

from pmchat.reports.confirm import SURE
from pmchat.reports.read import read_text

from .helpers import agree, read, short

CASES = [
    # where a change may come from is no doubt that it is there
    ("origin-cell", "Alteration\tVariant allele fraction\tClass\n"
     "BAP1 c.1203T>G p.Tyr401*\t47%\tTier II, possible germline",
     "BAP1 present 47% c.1203T>G unknown_origin"),
    ("origin-bracket", "TP53 p.R175H 48% (suspected germline origin)", "TP53 present p.R175H"),
    ("origin-change", "Possible MET amplification.", "MET unclear"),
    # what a result falls short of for a drug is no test that failed
    ("criteria-drug", "TMB: 3 mut/Mb\nThe low TMB does not meet the biomarker criteria for "
     "pembrolizumab.", "TMB present 3mut/Mb"),
    ("criteria-test", "PD-L1: specimen did not meet the criteria for analysis", "PD-L1 not_done"),
    ("criteria-quality", "ALK fusion: sample does not meet quality criteria", "ALK not_done"),
    # the two partners of a fusion
    ("joining", "An in-frame fusion joining FGFR2 (exons 1-17) to BICC1 was identified.",
     "FGFR2 present fusion"),
    ("between", "A fusion between exon 13 of EML4 and exon 20 of ALK was detected.",
     "ALK present fusion"),
    ("between-none", "No rearrangement between BCR and ABL1 was found.", "ABL1 absent fusion"),
    ("two-fusions", "No fusions of ALK and RET were found.", "ALK absent; RET absent"),
    # what a laboratory could not do, in the table of how the test went
    ("performance", "KRAS: wild-type\n\nAssay performance\nComponent\tStatus\tRemark\n"
     "DNA sequencing, 505 genes\tPASS\tMean depth 612x\n"
     "PD-L1 immunohistochemistry\tNOT PERFORMED\tNot ordered\nMSI\tPASS\t112 loci",
     "KRAS absent; PD-L1 not_done"),
    ("none-of-these", "FGFR2::BICC1 fusion   Detected\nTumors often develop resistance through new "
     "FGFR2 kinase domain mutations; none of these was seen in this sample.",
     "FGFR2 present fusion"),
    ("none-of-these-alone", "FGFR2 kinase domain mutations; none of these was seen in this sample.",
     "FGFR2 absent"),
    # the probe of a chromosome's arm says nothing of the gene's letters
    ("band", "Probe\tResult\n17p13 (TP53)\tNot detected\n1p32 (CDKN2C)\tFAILED\n"
     "8q24 (MYC)\tNot detected", "TP53 absent cnv; CDKN2C not_done cnv; MYC absent gene"),
    # "could therefore not be examined" ends a list of what was looked for
    ("not-examined", "RNA yield was 3 ng (needed: 20 ng). Fusions of ALK, ROS1, RET and NTRK1/2/3\n"
     "could therefore not be examined.",
     "ALK not_done; ROS1 not_done; RET not_done; NTRK1 not_done; NTRK2 not_done; NTRK3 not_done"),
    ("not-seen-unknown", "Fusions of ALK and RET could for want of RNA not be looked into.", ""),
    ("not-ordered", "Factor V Leiden (F5), prothrombin G20210A (F2) and APOE were not ordered.",
     "F5 not_done; F2 not_done; APOE not_done"),
    ("not-ordered-list", "4. NOT ORDERED\n   EGFRVIII TRANSCRIPT, FGFR3::TACC3 FUSION.",
     "FGFR3 not_done fusion"),
    ("not-ordered-change", "Not ordered\nBRAF V600E, EGFR T790M", "BRAF not_done; EGFR not_done"),
    ("incomplete", "KRAS: wild-type\n\nIncomplete or not examined\n* RAD51D: failed, only 61% of "
     "bases reached 20x.\n* GREM1 is not part of this panel.",
     "KRAS absent; RAD51D not_done; GREM1 not_done"),
    ("not-on-panel", "KRAS: wild-type\nNot on panel: DDX41.", "KRAS absent; DDX41 not_done"),
    ("no-work", "HLA-A*31:01: the test did not work", "HLA-A*31:01 not_done"),
    ("of-our-test", "MTHFR and SLC6A4 are not part of our test.",
     "MTHFR not_done; SLC6A4 not_done"),
    ("of-our-test-words", 'The "serotonin gene" SLC6A4 and the "folate gene" MTHFR are not part '
     "of our test.", "SLC6A4 not_done; MTHFR not_done"),
    ("not-calculated", "Blood TMB is not calculated by this version of the assay.", "TMB not_done"),
    ("word-gene", "AR was not requested. MET was not tested.", "AR not_done; MET not_done"),
    # its class and its origin are uncertain, not the change
    ("tier-three", "POLE c.3331C>T p.Arg1111Trp 21% Tier III (uncertain; outside the domain)",
     "POLE present 21% tier_3"),
    ("origin-sentence", "ATM c.7271T>G p.(Val2424Gly) 50.9%\nThe allele fraction of the ATM "
     "variant is near one half, so a germline origin is possible.", "ATM present 50.9%"),
    ("footnote", "Gene      Change                        VAF     Tier\n"
     "STK11     c.580G>T   p.(Asp194Tyr)      44.0%   II\n"
     "ATM       c.7271T>G  p.(Val2424Gly)     50.9%   II  (a)",
     "STK11 present tier_2; ATM present tier_2"),
    # lists by their headings
    ("specimen-list", "Specimen A: genes examined without a reportable alteration\n\n"
     "KRAS (exons 2, 3, 4), NRAS (exons 2, 3, 4), ERBB2 (mutation and amplification), TP53.\n\n"
     "Specimen A: biomarkers\n\nMSI-High",
     "KRAS absent; NRAS absent; ERBB2 absent; TP53 absent; MSI present"),
    ("found-in", "Current sample, no alteration found in\n\nAKT1, PTEN, BRCA1. "
     "MSI-High: not detected.", "AKT1 absent; PTEN absent; BRCA1 absent; MSI absent"),
    ("found-in-ends", "Current sample, no alteration found in\n\nAKT1, PTEN.\n\nWhat has "
     "changed\n\nTwo ESR1 mutations are now found. These arise under aromatase inhibitors.\n",
     "AKT1 absent; PTEN absent; ESR1 present"),
    ("found-below", "Genes with no reportable variant\n\nAKT1, PTEN.\n"
     "Two ESR1 mutations are now found.", "AKT1 absent; PTEN absent"),
    ("negatives-parts", "Pertinent negatives\n\nReceptor kinases\nALK, ROS1\n\nOther\nKRAS, NRAS",
     "ALK absent; ROS1 absent; KRAS absent; NRAS absent"),
    ("positives-uncertain", "Alterations detected\nGene\tProtein\tVAF\tClassification\n"
     "POLE\tp.Arg1111Trp\t21%\tTier III (uncertain; outside the exonuclease domain)",
     "POLE present 21% tier_3"),
    ("part-covered", "Not examined\n* PMS2: exons 12 to 15 not reportable; exons 1 to 11 without "
     "finding.", "PMS2 absent"),
    ("looked-for", "| Alteration  | cfDNA % | Remark |\n|---|---|---|\n"
     "| EGFR p.T790M (c.2369C>T) | 0.6 | resistance, Tier I |\n\n"
     "| Looked for, not found | Type |\n|---|---|\n| EGFR C797S | SNV |\n| MET | amplification |\n"
     "| KRAS | exons 2-4 |\n| ALK, ROS1, RET | rearrangement |\n\n"
     "| No result | Reason |\n|---|---|\n| PIK3CA exon 20 | amplicon drop-out |\n"
     "| NTRK1/2/3 | not covered by this version |",
     "EGFR present p.T790M 0.6% tier_1; EGFR absent p.C797S; MET absent cnv; KRAS absent; "
     "ALK absent; ROS1 absent; RET absent; PIK3CA not_done; NTRK1 not_done; NTRK2 not_done; "
     "NTRK3 not_done"),
    ("earlier", "KRAS G12D 12%\n\nEarlier testing, for comparison only\n\nHemicolectomy 2023: "
     "immunohistochemistry showed loss of MLH1 and PMS2.", "KRAS present 12%"),
    # what a control shows, and what a drug needs
    ("control-plasma", "KRAS G12D 12%\nControl plasma lot 88: BRAF V600E 0.5% - within range.",
     "KRAS present"),
    ("controls", "KRAS G12D 12%\nControls: cell line MV4-11 (FLT3-ITD, KMT2A::AFF1) and K-562 "
     "(BCR::ABL1) reacted as expected.", "KRAS present"),
    ("legend", "REFERENCE\nER/PR positive: 1% or more of nuclei.  ER low positive: 1-10%.\n"
     "HER2 3+: strong complete staining in >10% of cells.\n\nKi-67: 20%", "Ki-67 present 20%"),
    ("drug-needs", "HER2 IHC: 1+ (negative)\nTrastuzumab needs HER2 3+ or 2+ with amplification.",
     "ERBB2 absent"),
    ("needs-fish", "HER2 IHC 2+ (equivocal), requires reflex FISH", "ERBB2 unclear"),
    # a history ends where a result has a title of its own
    ("titles", "Question\nPredictive markers before treatment.\n\n"
     "Mismatch repair proteins\nThe carcinoma shows loss of nuclear expression of MLH1 and of "
     "PMS2. Nuclear\nexpression of MSH2 and MSH6 is retained.\n\n"
     "HER2\nMembrane staining is faint, in keeping with a\nscore of 1+ (negative).\n\n"
     "PD-L1 (clone 22C3)\nCombined positive score (CPS) 12.\n\n"
     "Previous material\nA biopsy of 2022 showed metaplasia; HER2 was not evaluated.",
     "MLH1 present; PMS2 present; MSH2 absent; MSH6 absent; ERBB2 absent; PD-L1 present 12"),
    ("history-goes-on", "Clinical history\nMelanoma of the back.\n\nBRAF V600E\n\n"
     "Results\nKRAS: wild-type", "KRAS absent"),
    ("numbered", "3. MGMT PROMOTER METHYLATION (PYROSEQUENCING, 4 SITES)\n"
     "   METHYLATED. MEAN 23 PERCENT. CUT-OFF: 10 PERCENT.", "MGMT_promoter_methylation present"),
    ("other-assay", "EGFR L858R detected; the RNA assay did not work.", "EGFR present p.L858R"),
    ("found-below-list", "Looked for, not found\nKRAS G12D, BRAF V600E\n\nFound\nEGFR L858R",
     "KRAS absent; BRAF absent; EGFR present"),
    ("found-wrapped", "KRAS, NRAS and BRAF mutations were not\nfound\nEGFR, ALK, MET",
     "KRAS absent; NRAS absent; BRAF absent"),
    ("detected-wrapped", "KRAS and NRAS mutations were not\ndetected\nEGFR, ALK, MET",
     "KRAS absent; NRAS absent"),
    ("wrapped-capitals", "KRAS AND NRAS MUTATIONS WERE NOT\nFOUND\nEGFR, ALK, MET",
     "KRAS absent; NRAS absent"),
    ("found-in-line", "Tested, not detected: KRAS, NRAS. Detected: EGFR L858R 12%",
     "KRAS absent; NRAS absent; EGFR present 12%"),
    ("controls-passed", "Controls: passed; BRAF V600E 30%", "BRAF present 30%"),
    ("control-blood", "KRAS G12D 12% (control blood negative)", "KRAS present 12%"),
    ("scale", "6. HRD\n   The score is a sum of three; positive is 42 or more.", ""),
    ("between-two", "Fusions between ALK and EML4 or between RET and KIF5B were not found.",
     "RET absent; KIF5B absent"),
    ("share-kept", "KRAS G12D (12%), NRAS and BRAF were not tested.",
     "KRAS present 12%; NRAS not_done; BRAF not_done"),
    ("cancelled", "JAK2 V617F was asked for by telephone; the sample was too small and the test "
     "was cancelled.", "JAK2 not_done"),
    ("asked-for", "JAK2 V617F was asked for; the sample was too small.", ""),
    ("explained", "TMB\nThe number of mutations; high is 10 or more.", ""),
    ("baseline", "Gene            Baseline       Current sample\n"
     "ESR1 D538G      Not detected   4.1%\nPIK3CA H1047R   3%             Not detected",
     "ESR1 present p.D538G 4.1%; PIK3CA absent p.H1047R"),
    # what the doctor wrote as the diagnosis
    ("diagnosis-own", "DIAGNOSIS     Breast carcinoma, ER positive 90%, HER2 negative (1+)",
     "ER present 90%; ERBB2 absent"),
    ("diagnosis", "Order ID     X-1\nDiagnosis    Breast carcinoma, ER positive, HER2 negative\n\n"
     "PIK3CA H1047R   6.8%", "PIK3CA present p.H1047R 6.8%"),
    ("disease", "Order ID: X-1\nDisease: metastatic breast cancer, ER positive, HER2 negative\n\n"
     "PIK3CA H1047R   6.8%", "PIK3CA present p.H1047R 6.8%"),
    # two draws by their letters: the last day counts
    ("draws", "Gene   | Change       | A: Mar 2024  | B: Jan 2025 | Trend\n"
     "-------+--------------+--------------+-------------+------\n"
     "ESR1   | p.Asp538Gly  | not detected | 3.1%        | NEW\n"
     "TP53   | p.Arg248Gln  | 0.9%         | n.d.        | gone\n\n"
     "Other measures  | A             | B\n----------------+---------------+-------------\n"
     "Tumor fraction  | 3%            | 14%\nMSI status      | not evaluable | not MSI-High\n"
     "Blood TMB       | not evaluable | 5 mut/Mb",
     "ESR1 present p.D538G 3.1%; TP53 absent p.R248Q; tumor_fraction present 14%; MSI absent; "
     "TMB present 5mut/Mb"),
    ("trend", "Gene | Change | VAF | Trend\nDNMT3A | p.Arg882Cys | 1.2% | level, likely CHIP",
     "DNMT3A present 1.2% possible_ch_origin"),
    ("draws-above", "Draw A: 06 Mar 2024. Draw B: 14 Jan 2025.\n\n"
     "Measure           A               B\nTumor fraction    3%              14%\n"
     "KRAS G12D         not detected    2.5%",
     "tumor_fraction present 14%; KRAS present 2.5%"),
    ("draws-back", "This draw: 14 Jan 2025 (B)   Compared with: 06 Mar 2024 (A, X-1)\n\n"
     "Gene    Change    B       A\nKRAS    G12D      4.1%    2.5%", "KRAS present 4.1%"),
    ("letters-of-a-day", "Marker     | A: 12 Mar 2024 | B: 12 Mar 2024\nKRAS G12D  | 12% | 12%",
     "KRAS present 12%"),
    ("letters-alone", "Gene    Change    A        B\nKRAS    G12D      4.1%    2.5%",
     "KRAS present 4.1%"),
    ("letters-of-samples", "BIOMARKERS    A. Left breast     B. Axillary node\n"
     "PR            Positive, 40%      Negative, <1%", "PR present 40% s1; PR absent s2"),
    ("that-date", "MSI: stable\nThe first tube was hemolyzed, so MSI and TMB could not be "
     "evaluated on that date.", "MSI absent"),
    # "stable" is said of microsatellites; a share that is stable is there
    ("stable-level", "DNMT3A p.Arg882Cys 1.2%\n\nDNMT3A p.Arg882Cys at a stable low level is most "
     "in keeping with clonal hematopoiesis (CHIP).", "DNMT3A present 1.2%"),
    ("stable-share", "KRAS G12D, stable at 3%; MSI: stable", "KRAS present 3%; MSI absent"),
    # a test that is advised, if it was not done
    ("if-not-done", "KRAS G12D 12%\n- Germline BRCA1/2 and PALB2 testing if not done before.",
     "KRAS present 12%"),
    ("if-not-yet", "KRAS G12D 12%\nMSI if not yet performed.", "KRAS present 12%"),
    # what is unlikely, or possible, is something else
    ("unlikely", "BRAF V600E: detected\nThis points to silencing of MLH1 in the tumor, and makes "
     "Lynch syndrome very unlikely.", "BRAF present"),
    ("unlikely-own", "MLH1 loss is unlikely; MET: suspicious", "MLH1 unclear; MET unclear"),
    ("unlikely-after-colon", "MLH1 by immunohistochemistry on the block of the resection: "
     "uncertain", "MLH1 unclear"),
    ("if-no", "If no KRAS mutation is found, cetuximab is given. NRAS: not detected",
     "NRAS absent"),
    ("no-functional", "No functional ALK fusion was detected.", "ALK absent"),
    ("no-working", "No working copy of BRCA1 was found in the tumor.", ""),
    ("trend-advice", "Gene | Change | VAF | Recommendation\n"
     "ATM | p.Arg337Cys | 48% | germline referral",
     "ATM present 48% unknown_origin"),
    # "not reported" where a result would stand
    ("not-reported", "Signature\tResult\tMeaning\nMicrosatellite status\tMS-Stable\tNot MSI-High\n"
     "PD-L1 (22C3)\tNot reported\tQuantity not sufficient\n"
     "HRD score\tNot reported\tNeeds tumor content of 30% or more",
     "MSI absent; PD-L1 not_done no_value; HRD not_done no_value"),
    ("labels-below", "MAP2K1 exon 2: unsuccessful. Coverage of exons 2 and 3 was low.\n\n"
     "Signature      : Tumour mutation burden\nResult         : 18.4 mut/Mb\n\n"
     "Signature      : Microsatellite status\nResult         : Stable",
     "MAP2K1 not_done; TMB present 18.4mut/Mb; MSI absent"),
    ("not-reported-plain", "HRD score: Not reported (needs tumor content of 30% or more)",
     "HRD not_done no_value"),
    # a change with its share below a list of what was not found: asked about, not denied
    ("below-negatives", "Pertinent negatives\nKRAS, NRAS, BRAF V600E\nEGFR L858R 12%",
     "KRAS absent; NRAS absent; BRAF absent; EGFR present 12% doubtful"),
    ("below-negatives-column", "Pertinent negatives\nGene     Change    VAF (%)\n"
     "EGFR     L858R     12.5", "EGFR present 12.5% doubtful"),
    ("below-negatives-copies", "Pertinent negatives\nKRAS, NRAS\n"
     "MET amplification, copy number 12\nERBB2 amplification, copy number 2",
     "KRAS absent; NRAS absent; MET present cnv doubtful; ERBB2 absent"),
    ("below-negatives-earlier", "Pertinent negatives\n"
     "EGFR L858R was seen at 12% in the 2023 sample and is not detected now.\n"
     "EGFR T790M (present at 3% in the earlier sample)", "EGFR absent; EGFR absent"),
    ("below-negatives-limit", "Pertinent negatives\nGene     Change    Limit of detection\n"
     "EGFR     L858R     0.5%", "EGFR absent"),
    ("below-negatives-denied", "Pertinent negatives\nKRAS G12D 0%, NRAS Q61K not detected (<1%)\n"
     "BRAF V600E <0.5%", "KRAS absent; NRAS absent; BRAF absent"),
    # what could not be done before is done now
    ("before", "KRAS, which could not be tested before, is G12D 12%", "KRAS present p.G12D 12%"),
    ("before-negative", "EGFR, which was negative in the last sample, shows T790M at 3%",
     "EGFR present p.T790M 3%"),
    ("before-only", "KRAS, which could not be tested before, was not tested again.",
     "KRAS not_done"),
    # a list of what was not found, over several lines
    ("semicolons", "Not detected: EGFR C797S; ALK, RET fusions; KRAS G12C; BRAF V600E;\n"
     "MET exon 14 skipping; ERBB2 exon 20 insertion\nMSI-High: NOT DETECTED",
     "EGFR absent; ALK absent; RET absent; KRAS absent; BRAF absent; MET absent; ERBB2 absent; "
     "MSI absent"),
    ("semicolon-page", "Not detected: EGFR C797S; ALK fusion;\n\nMET exon 14 skipping; RET fusion",
     "EGFR absent; ALK absent; MET absent; RET absent"),
    ("semicolon-undone", "Not tested: ALK fusion;\nMET exon 14 skipping; RET fusion",
     "ALK not_done; MET not_done; RET not_done"),
    ("semicolon-head", "No evidence of EGFR C797S; ALK fusions;\nMET exon 14 skipping",
     "EGFR absent; ALK absent; MET absent"),
    ("semicolon-end", "EGFR C797S; ALK fusion; MET exon 14 skipping;\nRET fusion: not detected",
     "EGFR absent; ALK absent; MET absent; RET absent"),
    ("semicolon-found", "Not detected: KRAS, NRAS;\nEGFR L858R 12%",
     "KRAS absent; NRAS absent; EGFR present 12%"),
    ("semicolon-label", "Not detected: KRAS; NRAS; BRAF;\nDetected: MET exon 14 skipping",
     "KRAS absent; NRAS absent; BRAF absent; MET present"),
    ("semicolon-shares", "EGFR L858R 12%; TP53 R175H 30%; MET exon 14 skipping 3%;\n"
     "KRAS: not detected", "EGFR present; TP53 present; MET present; KRAS absent"),
    ("semicolon-bullets", "- Not detected: KRAS; NRAS\n- EGFR L858R",
     "KRAS absent; NRAS absent; EGFR present"),
    ("semicolon-two", "EGFR L858R; KRAS not detected", "EGFR present doubtful; KRAS absent"),
    ("exon-at-end", "Not detected: EGFR C797S; RET, ROS1 fusions; MET exon\n14 skipping; ERBB2\n"
     "amplification", "EGFR absent; RET absent; ROS1 absent; MET absent; ERBB2 absent"),
    ("next-line", "Not detected: EGFR C797S; ALK, RET, ROS1 and NTRK1 fusions; KRAS, BRAF\n"
     "MSI-High", "EGFR absent; ALK absent; RET absent; ROS1 absent; NTRK1 absent; KRAS absent; "
     "BRAF absent; MSI present"),
    ("not-disappeared", "EGFR T790M has not disappeared.", "EGFR present"),
    ("gene-at-end", "Not detected: EGFR C797S, KRAS G12C, BRAF\nV600E, MET exon 14 skipping",
     "EGFR absent; KRAS absent; BRAF absent p.V600E; MET absent"),
    ("below-table", "Gene     Variant             VAF %\nNPM1     p.Trp288fs          41.0\n"
     "IDH2     p.Arg140Gln         8.6\nNo significant variant was identified in ASXL1,\n"
     "KIT, TP53.", "NPM1 present; IDH2 present; ASXL1 absent; KIT absent; TP53 absent"),
    # the sorts of change between "no" and its verb
    ("no-sorts", "No pathogenic mutations, variants of unknown significance, or gross deletions "
     "or duplications were detected in the following genes: APC, ATM.", "APC absent; ATM absent"),
    ("no-and-no", "No pathogenic or likely pathogenic variant, and no variant of uncertain "
     "significance, was identified in the\nfollowing genes: APC, ATM.", "APC absent; ATM absent"),
    ("no-but", "No pathogenic variant was identified, but a VUS was identified in the following "
     "gene: APC.", "APC present"),
    ("no-one", "No amplification, one mutation was identified in KRAS G12D.", "KRAS present"),
    ("no-or-suspected", "Tumor BRCA1 / BRCA2 mutation status      NEGATIVE\n"
     "                                         no deleterious or suspected\n"
     "                                         deleterious mutation", "BRCA1 absent; BRCA2 absent"),
    # a fusion beside its translocation
    ("probe-normal", "Probe            Result     % nuclei\nPML::RARA        Normal     0.5\n"
     "CBFB::MYH11      Not seen   0.5", "RARA absent; CBFB absent"),
    ("below-normal", "PML::RARA fusion by FISH: 0.5 % (normal < 1 %)", "RARA absent"),
    ("normal-range", "TP53 (17p13.1): LOSS IN 3.5 % OF NUCLEI, WITHIN THE NORMAL RANGE",
     "TP53 absent cnv"),
    ("score-cutoff", "Genomic Instability Score (GIS)     22     (positive at 42 or above)",
     "HRD absent 22"),
    ("score-above", "HRD score: 50 (positive: >= 42)", "HRD present 50"),
    ("tracked", "Tumor-informed panel of 16 variants (APC R1450*, TP53 R273C, KRAS G13D)\n"
     "ctDNA: NOT DETECTED", "ctDNA absent"),
    ("no-skipping", "MET exon 14............. NO SKIPPING\nKRAS (exons 2-4)........ NOT MUTATED",
     "MET absent; KRAS absent"),
    ("msi-low", "MSI: unstable in 1 of 7 markers (MSI-Low, reported as MSS)", "MSI absent stable"),
    ("outside", "KRAS G12D 12%\nGermline: ATM c.7638_7646del was found in blood in 2022 (outside).",
     "KRAS present"),
    ("expressed", "Immunohistochemistry\nMLH1 / PMS2    not expressed\nMSH2 / MSH6    expressed",
     "MLH1 present; PMS2 present; MSH2 absent; MSH6 absent"),
    ("validated-limit", "TP53 p.Arg175His, 2.1 %, below the validated limit of 3 %",
     "TP53 unclear 2.1%"),
    ("start-lost", "DDX41 p.Met1?  VAF 48 %  likely pathogenic\nTET2 p.M1?",
     "DDX41 present 48% likely_pathogenic; TET2 present"),
    ("leaders", "Microsatellites ........ stable\nctDNA tumor fraction ... 11 %",
     "MSI absent; tumor_fraction present 11%"),
    ("background", "17p13 (TP53): signal loss in 4 % of cells, not above background (6 %)\n"
     "5q31 (EGR1) deletion: POSITIVE in 14 % of nuclei", "TP53 absent cnv; del(5q31) present 14%"),
    ("bands", "5q31 (EGR1) deletion: POSITIVE in 14 % of nuclei\n7q31 (MET): failed hybridization",
     "del(5q31) present 14%; MET not_done"),
    ("stain-cutoff", "CLDN18.2: 60 % of cells (cut-off 75 %)\nER 5% (positive if 1% or more)\n"
     "PR (positive >90%)", "CLDN18.2 absent 60%; ER present 5%; PR present"),
    ("dmmr", "dMMR (MLH1-, PMS2-, MSH2+, MSH6+)", "MMR present; MLH1 present; PMS2 present; "
     "MSH2 absent; MSH6 absent"),
    ("stain-at", "ER: positive at 90 %", "ER present 90%"),
    # fusions by name that were only looked for
    ("fusions-tested", "KRAS: wild-type\n\nFusions tested: EML4::ALK, KIF5B::RET, CD74::ROS1",
     "KRAS absent"),
    ("fusions-none", "Fusions tested: EML4::ALK, KIF5B::RET, CD74::ROS1. None was detected.",
     "ALK absent; RET absent; ROS1 absent"),
    ("fusion-found", "EML4::ALK fusion, 112 reads. None was detected.", "ALK present"),
    # notes below a table
    ("footnotes", "Gene | Alteration | % cfDNA\nDNMT3A | R736H (1) | 0.5%\nNF1 | V1182I (2) | 0.4%"
     "\n\n(1) May be derived from clonal hematopoiesis.\n(2) Variant of uncertain significance.",
     "DNMT3A present possible_ch_origin no_class; NF1 present vus unknown_origin"),
    ("numbers-of-rows", "(1) TP53 R175H 12%\n(1) Variant of uncertain significance",
     "TP53 present no_class"),
    ("share-of-methylation", "MGMT promoter: Methylated, mean 28 % (cut-off 10 %)",
     "MGMT_promoter_methylation present 28%"),
    ("methylation-cutoff", "MGMT promoter: Methylated (cut-off 10 %)",
     "MGMT_promoter_methylation present no_value"),
    ("capitals", "FISH SHOWED A DELETION OF 13q14 (D13S319)\nIN 71 % OF NUCLEI.",
     "del(13q14) present 71%"),
    # lists below a line that tells one result of them all
    ("not-found-in", "Reportable alterations were not found in:\nALK, MET exon 14 skipping\n"
     "ERBB2 exon 20 insertion", "ALK absent; MET absent; ERBB2 absent"),
    ("were-absent", "The following alterations were absent\n   EGFR C797S\n   MET exon 14 skipping",
     "EGFR absent; MET absent"),
    ("could-not", "The following could not be tested:\nEGFR C797S\nMET exon 14 skipping\n"
     "KRAS G12D 12%", "EGFR not_done; MET not_done; KRAS present 12%"),
    ("list-ends", "Not detected in this sample were\nEGFR C797S\nMET exon 14 skipping\n\n"
     "KRAS G12D", "EGFR absent; MET absent; KRAS present"),
    ("list-except", "No changes were found except for:\nKRAS G12D", "KRAS present"),
    ("list-found", "The following were detected:\nKRAS G12D", "KRAS present"),
    ("results-include", "NEGATIVE RESULTS INCLUDE EGFR C797S, MET EXON 14 SKIPPING, ALK FUSIONS.",
     "EGFR absent; MET absent; ALK absent"),
    ("disappeared", "EGFR T790M has disappeared. MET amplification is new (copy number 8).",
     "EGFR absent; MET present cnv"),
    ("coverage", "BRAF V600E: inadequate coverage", "BRAF unclear"),
    # what is to come, or was only asked for
    ("separately", "KRAS G12D 12%\nWill be reported separately: MET exon 14 skipping",
     "KRAS present"),
    ("requested", "KRAS G12D 12%\nRequested: MET exon 14 skipping, ERBB2 amplification",
     "KRAS present"),
    ("requested-result", "Test requested: BRAF V600E mutation. Result: not detected.",
     "BRAF absent"),
    ("suggested", "KRAS G12D 12%\nSuggested additional tests: MET exon 14 skipping",
     "KRAS present"),
    ("addendum", "KRAS G12D 12%\nAddendum will follow with MET exon 14 skipping by RNA.",
     "KRAS present"),
    ("sought", "Resistance mutations sought: EGFR T790M, MET amplification. Found: EGFR C797S "
     "(1.2%).", "EGFR present p.C797S 1.2%"),
    # one of two genes
    ("either", "BRCA1/BRCA2 tumor status: Pathogenic variant detected",
     "BRCA1 present doubtful; BRCA2 present doubtful"),
    ("either-told", "BRCA1/BRCA2 tumor status: Pathogenic variant detected\n\n"
     "BRCA1 c.5266dup 71% Pathogenic\n\nGenes without pathogenic variant\nBRCA2, PALB2",
     "BRCA1 present c.5266dup sure; BRCA2 absent sure; PALB2 absent"),
    # what would be, and what is elsewhere
    ("when-present", "KRAS G12D 12%\nDeletion 17p, when present, is the strongest predictor of "
     "failure of chemotherapy.", "KRAS present"),
    ("would-have", "KRAS G12D 12%\nHomozygous deletion of CDKN2A would have placed the tumor in "
     "grade 4.", "KRAS present"),
    ("together-with", "The absence of 1p/19q codeletion together with ATRX loss argues against "
     "oligodendroglioma.\nATRX: p.R1426*, VAF 66 %",
     "1p/19q_codeletion absent; ATRX present p.R1426*"),
    ("reported-only", "KRAS G12D 12%\nThe CFTR intron 9 tract (5T) is reported only with R117H.",
     "KRAS present"),
    ("removed", "KRAS G12D 12%\nHTR2A, SLC6A4 and MTHFR were removed from this panel in 2025 for "
     "lack of evidence.", "KRAS present"),
    ("not-included", "RAD51C, RAD51D, BRIP1     not included in this test",
     "RAD51C not_done; RAD51D not_done; BRIP1 not_done"),
    ("positions", "CEBPA: coverage of the exon was below 100x in 38 % of positions; the presence "
     "of a variant cannot be excluded.", "CEBPA unclear"),
    ("possible-germline", "BRCA2   c.6275_6276delTT  p.L2092Pfs*7   frameshift   48.3 %\n\n"
     "POSSIBLE GERMLINE: BRCA2 p.L2092Pfs*7. Tumor-only sequencing cannot tell.",
     "BRCA2 present 48.3% unknown_origin"),
    ("possible-ch", "Alteration       % cfDNA   Associated FDA-approved therapies     Trials\n"
     "EGFR L858R       8.7 %     osimertinib, afatinib                 Y\n"
     "DNMT3A R736H     0.7 %     possible clonal hematopoiesis (CH)    N",
     "EGFR present 8.7%; DNMT3A present possible_ch_origin"),
    ("unstable-sites", "Microsatellite instability: MSI-HIGH (38% unstable sites)\n\n"
     "Note a: Short insertion; common in MSI-High tumors.", "MSI present high"),
    ("few-unstable", "MSI: 2% unstable sites (MSI-High is above 20%)", ""),
    ("no-metaphases", "CONVENTIONAL KARYOTYPE: CULTURE FAILURE, NO METAPHASES. NO RESULT.",
     "karyotype not_done"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_first_sight(body: str, expected: str) -> None:
    assert agree(read(body), expected) is None


def test_column_of_today_beside_one_of_the_diagnosis() -> None:
    report = read(
        "Probe                     Now                    At diagnosis\n"
        "t(4;14) FGFR3::IGH        DETECTED 82%           DETECTED 78%\n"
        "1q21 (CKS1B)              GAIN, 3 copies, 64%    Not detected\n"
        "13q14/13q34               LOSS (-13) 85%         LOSS (-13) 80%\n"
        "t(11;14) CCND1::IGH       Not detected           Detected 10%"
    )
    assert short(report) == [
        ("t(4;14)", "present"),
        ("gain(1q21)", "present"),
        ("del(13q14)", "present"),
        ("t(11;14)", "absent_stated"),
    ]


def test_asks_where_two_samples_say_different_things() -> None:
    report = read(
        "                           Tumor            Saliva\n"
        "TP53 p.Y220C               35 %             not found     PATHOGENIC"
    )
    assert [(f.analyte, f.confidence < SURE) for f in report.findings] == [("TP53", True)]


def test_fusion_has_the_result_of_its_translocation() -> None:
    report = read(
        "RUNX1::RUNX1T1  t(8;21)       NEGATIVE         0.5          1.5\n"
        "PML::RARA       t(15;17)      DETECTED         45.0         1.0"
    )
    assert short(report) == [
        ("RUNX1T1", "absent_stated"),
        ("t(8;21)", "absent_stated"),
        ("RARA", "present"),
        ("t(15;17)", "present"),
    ]


def test_columns_of_two_samples() -> None:
    report = read_text(
        "SURGICAL PATHOLOGY REPORT\nPatient: TEST, PERSON   Reported 2025-02-19\n\n"
        "BIOMARKERS                A. Left breast            B. Left axillary node\n"
        "                          ------------------        ---------------------\n"
        "ER  (SP1)                 Positive, 95%, strong     Positive, 90%, strong\n"
        "PR  (1E2)                 Positive, 40%, moderate   Negative, <1%\n"
        "HER2 IHC (4B5)            Equivocal, 2+             Negative, 1+\n"
        "Ki-67 (MIB-1)             18%                       Not performed\n"
    )
    expected = (
        "ER present 95% s1; ER present 90% s2; PR present 40% s1; PR absent s2; ERBB2 unclear s1;"
        "ERBB2 absent s2; Ki-67 present 18% s1; Ki-67 not_done s2"
    )
    assert agree(report, expected) is None
    assert [s.site for s in report.specimens] == ["Left breast", "Left axillary node"]
    assert report.warnings == ()


GERMLINE = [
    ("letter", "Why you were tested\nYour sister was found to have a paraganglioma. Her genetic "
     "test found a fault in a gene called SDHB.\n\nYour result\n\n"
     "   Gene    Change (NM_003000.3)        Type of change         Your result\n"
     "   SDHB    c.268C>T p.(Arg90*)         Pathogenic, class 5    PRESENT (one copy)\n\n"
     "You do carry the SDHB gene change that was found in your sister.",
     "SDHB present c.268C>T pathogenic"),
    ("component", "Component: CFTR (cystic fibrosis)\nValue: CARRIER - c.1521_1523del, "
     "p.Phe508del, heterozygous, pathogenic\nComponent: HBB (beta thalassemia)\nValue: Negative\n"
     "Component: HEXA (Tay-Sachs)\nValue: Negative by sequencing. Enzyme assay not performed.\n"
     "Component: GBA1 (Gaucher)\nValue: NO CALL - pseudogene interference\n\n"
     "Partner information (separate account)\nPartner name: X\nPartner CFTR: Negative\n"
     "Partner GJB2: CARRIER - c.35del",
     "CFTR present p.F508del pathogenic; HBB absent; HEXA absent; GBA1 not_done"),
    ("carrier", "Component: SMN1\nValue: Carrier\nComponent: HBB\nValue: Not a carrier",
     "SMN1 present; HBB absent"),
    ("partner", "GJB2: negative\nPartner GJB2: CARRIER - c.35del", "GJB2 absent"),
    ("copies-known", "CYP2D6\t*1/*4, copy number not tested\tIntermediate metabolizer",
     "CYP2D6 present genotype"),
    ("copies", "CYP2D6\t*1/*4, copy number FAILED\tIndeterminate", "CYP2D6 unclear genotype"),
    ("not-typed", "CYP2D6 genotype: not tested", "CYP2D6 not_done"),
    # what a drug does is no result of the gene
    ("drug-effects", "Light\tMedicine\tGene\tWhat we see\n"
     "AMBER\tEscitalopram\tCYP2C19\tHigher blood level; more side effects possible\n"
     "RED\tClopidogrel\tCYP2C19\tMarkedly reduced activation\n\nGene\tGenotype\tPhenotype\n"
     "CYP2C19\t*2/*2\tPoor metabolizer", "CYP2C19 present genotype"),
    ("no-working-enzyme", "CYP2C19   *2/*2   Poor metabolizer\n\nWith two *2 copies there is no "
     "working CYP2C19 enzyme, so the platelets are blocked less.", "CYP2C19 present genotype"),
    ("drug-if", "Medicine\tGene\tWhat we see\nClopidogrel\tCYP2C19\tReduced in poor metabolizers. "
     "Another drug if no contraindication.", ""),
    ("drug-marker", "Drug\tMarker\tNote\nPembrolizumab\tMSI\tHigh\nOlaparib\tBRCA1\tmutated",
     "MSI present; BRCA1 present"),
    ("drug-genotype", "Medicine\tGene\tAction\nAbacavir\tHLA-B*57:01\tNegative\n"
     "Clopidogrel\tCYP2C19 *2/*2\tAvoid", "HLA-B*57:01 absent; CYP2C19 present genotype"),
    ("normal-enzyme", "CYP2D6 *4: not detected", "CYP2D6 absent"),
    # a row with its class, whatever the lines below explain
    ("explained", "OVERALL RESULT:   P O S I T I V E\n"
     "(1) PALB2   c.509_510delGA (p.Arg170Ilefs*14)   heterozygous   PATHOGENIC\n"
     "    Autosomal dominant; increased risk of breast, and to a lesser degree pancreatic and\n"
     "    ovarian, cancer.\n"
     "(2) ATM     c.7271T>G   heterozygous   VUS\n"
     "    Carriers of pathogenic variants have a higher risk of breast cancer than others",
     "PALB2 present pathogenic; ATM present vus"),
    ("dashes", "1. PALB2: c.509_510del - PATHOGENIC - heterozygous\n"
     "   PALB2 is a partner of BRCA2; loss of function causes a predisposition to cancer.\n"
     "2. MUTYH: c.1187G>A - PATHOGENIC - heterozygous (carrier)\n"
     "   A second variant was not found; MUTYH-associated polyposis is recessive.",
     "PALB2 present pathogenic; MUTYH present pathogenic"),
    ("reason-is-result", "KRAS G12D | Pathogenic | Not detected in this sample; present in the "
     "2019 sample at 5%", "KRAS absent"),
    ("summary-and-change", "Result: POSITIVE. One copy of a disease-causing variant in PALB2 "
     "(c.509_510del) was found. BRCA1 and BRCA2 showed no change.",
     "overall_result present; PALB2 present c.509_510del; BRCA1 absent; BRCA2 absent"),
    ("positive-gene", "Negative: BRCA1, BRCA2\nResult by gene\nPositive: ATM",
     "BRCA1 absent; BRCA2 absent; ATM present"),
    ("positive-meaning", "BRCA1: negative\nPositive: a pathogenic variant in BRCA2 means a higher "
     "risk.", "BRCA1 absent"),
    ("carrier-cell", "SMN1: 1 copy - CARRIER\nFMR1: 62 repeats, premutation\nHBB: not a carrier",
     "SMN1 present; FMR1 present; HBB absent"),
    ("zygosity", "Factor V Leiden (F5): heterozygous\nProthrombin (F2): homozygous normal",
     "F5 present; F2 absent"),
    ("not-a-result", "EGFR T790M\n    A gatekeeper mutation that appears under treatment with "
     "erlotinib or gefitinib", ""),
    ("no-result", "Condition\tGene\tResult\tVariant\tComment\n"
     "Tay-Sachs disease\tHEXA\tNegative\t-\tResidual carrier risk 1 in 2,700\n"
     "Congenital adrenal hyperplasia\tCYP21A2\tNo result\t-\tTechnical failure; a new sample "
     "may be sent free of charge", "HEXA absent; CYP21A2 not_done"),
    ("drug-if-type", "CYP2C19   *1/*2   Intermediate metabolizer\n\nTable of drugs: clopidogrel - "
     "alternative if CYP2C19 poor metabolizer.", "CYP2C19 present intermediate_metabolizer"),
    ("no-longer", "MTHFR and COMT are no longer reported by this laboratory.",
     "MTHFR not_done; COMT not_done"),
    ("effect-possible", "UGT1A1: *28/*28; neutropenia possible with irinotecan",
     "UGT1A1 present genotype"),
    ("type-possible", "TPMT: *1/*3A or *3B/*3C possible", "TPMT unclear"),
    ("advice-cell", "CYP2C19   *2/*17   Intermediate metabolizer   consider alternatives if side "
     "effects occur", "CYP2C19 present intermediate_metabolizer"),
    ("allele-found", "No HLA-B*57:01 allele was found; HLA-A*31:01 was found. CYP2D6 could not be "
     "genotyped.", "HLA-B*57:01 absent; HLA-A*31:01 present; CYP2D6 not_done"),
    ("response-possible", "OPRM1 (A118G): A/G - altered receptor response possible",
     "OPRM1 present"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("body", "expected"), [c[1:] for c in GERMLINE], ids=[c[0] for c in GERMLINE]
)
def test_first_sight_of_a_gene_from_birth(body: str, expected: str) -> None:
    head = "Germline genetic test report\nPatient: TEST, PERSON   Specimen: blood\n\n"
    assert agree(read_text(head + body), expected) is None


@pytest.mark.parametrize(
    ("text", "family", "diagnosis"),
    [
        # a tumor's report that denies to be one of the germline
        ("SURGICAL PATHOLOGY REPORT\nSpecimen: right hemicolectomy\n\nFINAL DIAGNOSIS\n"
         "Cecum: Adenocarcinoma, poorly differentiated\n\nBRAF V600E mutation detected\n"
         "Comment\nThese studies were done on tumor tissue only; no germline\n(blood or saliva) "
         "testing was performed, and a hereditary cause is not formally\nexcluded.",
         "tumor_ngs_tissue", "Cecum: Adenocarcinoma, poorly differentiated"),
        ("Report of BRCA1\nThis is a germline test of saliva.\nBRCA1 c.68_69del: detected",
         "germline", None),
        # tests of the germline that are advised, or were done elsewhere
        ("Tissue NGS (DNA + RNA)\nProstate adenocarcinoma\nBRCA2 p.L2092Pfs*7 48.3 %\n"
         "POSSIBLE GERMLINE: BRCA2 p.L2092Pfs*7. Tumor-only sequencing cannot tell inherited from "
         "acquired;\ngenetic counseling and a germline test are suggested by the laboratory.",
         "tumor_ngs_tissue", "Prostate adenocarcinoma"),
        ("Colorectal Cancer Molecular Profile\nSpecimen: sigmoid colon   Tumor content: 55 %\n"
         "Outside germline testing (2019) reported as a single MUTYH variant.\nKRAS G12D 34.1%",
         "tumor_ngs_tissue", None),
        ("Expanded Carrier Screen\nSpecimen: blood\nAncestry reported: mixed European\n"
         "HEXA: Negative", "germline", None),
        # the karyotype of another report makes no cytogenetic one
        ("MYELOID SEQUENCING PANEL, BONE MARROW\nKaryotype (separate report): 46,XY[20], normal.\n"
         "SF3B1 p.Lys700Glu 36%\nVAF is the share of DNA reads that carry the change. It\n"
         "is not the percentage of blasts or of leukemia cells.",
         "tumor_ngs_tissue", None),
        # the tumor by its label, beside a percentage and above a table of drugs
        ("Solid Tumor Profile\nDiagnosis: intrahepatic cholangiocarcinoma | Tumor content: 25%\n"
         "FGFR2-BICC1 fusion: detected\nMarker\tDrug\tStatus\nFGFR2 fusion\tPemigatinib\tFDA "
         "approved, previously treated unresectable cholangiocarcinoma",
         "tumor_ngs_tissue", "intrahepatic cholangiocarcinoma"),
        ("Solid Tumor Profile\nFGFR2-BICC1 fusion: detected\nMarker\tDrug\tStatus\n"
         "FGFR2 fusion\tPemigatinib\tFDA approved, previously treated cholangiocarcinoma",
         "tumor_ngs_tissue", None),
        ("Tumor panel report\nLung, left: adenocarcinoma\nKRAS G12D 12%", "tumor_ngs_tissue",
         "Lung, left: adenocarcinoma"),
    ],
)  # fmt: skip
def test_what_the_report_is_and_of_which_cancer(
    text: str, family: str, diagnosis: str | None
) -> None:
    report = read_text(text)
    assert (report.family, report.diagnosis) == (family, diagnosis)


def test_what_a_column_beside_the_drugs_says_of_them() -> None:
    report = read(
        "FGFR2::BICC1 fusion   Detected\n\nMarker\tDrug\tStatus\n"
        "FGFR2 fusion\tPemigatinib\tFDA approved, previously treated cholangiocarcinoma\n"
        "FGFR2 fusion\tErdafitinib\tApproved in another tumor type only (urothelial)\n"
    )
    expected = [("pemigatinib", "this_tumor"), ("erdafitinib", "other_tumor")]
    assert [(t.drug, t.scope) for t in report.therapies] == expected
