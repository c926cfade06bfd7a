"""Tables, lists and sentences of a third batch of reports that were misread at first."""

from __future__ import annotations

import pytest

from pmchat.reports.read import read_text

from .helpers import agree, read

CASES = [
    # two samples side by side
    ("samples", "Specimen A   Colon, sigmoid, resection      collected 03 Feb 2024\n"
     "Specimen B   Liver, segment 5, biopsy       collected 11 May 2026\n\n"
     "                          SPECIMEN A (primary)     SPECIMEN B (liver)\n"
     "                          --------------------     ------------------\n"
     "KRAS    p.Gly12Asp        Detected, 22.1%          Detected, 31.5%\n"
     "SMAD4   p.Arg361His       Not detected             Detected, 4.3%\n"
     "BRAF                      No variant               No variant\n"
     "PTEN    copy number       No result: low depth     2 copies, not deleted",
     "KRAS present 22.1% s1; KRAS present 31.5% s2; SMAD4 absent s1; SMAD4 present 4.3% s2; "
     "BRAF absent s1; BRAF absent s2; PTEN not_done s1; PTEN absent s2"),
    # columns of days: the number of each sample below, an empty last column
    ("days", "(values are % of cell-free DNA; ND = not detected)\n\n"
     "Alteration              2025-11-02    2026-02-03    2026-05-04     Trend   Note\n"
     "                        K-1-A         K-1-B         K-1-C (this)\n"
     "------------------------------------------------------------------------------\n"
     "APC     R876*             9.1           0.3           5.8           ^\n"
     "KRAS    G12V               ND            ND            2.4          ^       new\n"
     "MET     amplification      ND            ND         CN 3.6 (++)     ^       new\n"
     "NRAS    Q61K              1.2           ND            ND            v       gone\n"
     "------------------------------------------------------------------------------\n"
     "Tumor fraction            18%            <1%           11%",
     "APC present 5.8%; KRAS present 2.4%; MET present 3.6copies; NRAS absent; "
     "tumor_fraction present 11%"),
    ("days-shift", "Alteration          2025-11-02   2026-02-03   2026-05-04   Note\n"
     "KRAS    G12V            9.1%         0.3%         5.8%\n"
     "NRAS    Q61K            1.0%          ND           ND      gone",
     "KRAS present 5.8%; NRAS absent"),
    # time points without days are read, but asked about
    ("visits", "Marker        Pre-treatment    Cycle 2     Cycle 6\n"
     "KRAS G12D     4.1%             ND          2.2%\n"
     "NRAS Q61K     ND               ND          0.4%\n"
     "TP53 R175H    3.0%             0.2%        ND",
     "KRAS present 2.2%; NRAS present 0.4%; TP53 absent"),
    ("visits-back", "Alteration    Progression    Cycle 3    Baseline\n"
     "KRAS G12D     ND             3.1%       ND\nNRAS Q61K     2.0%           ND         ND",
     "KRAS absent; NRAS present 2%"),
    ("visits-lines", "Baseline: KRAS G12D 4.1%, NRAS not detected\n"
     "Cycle 3: KRAS G12D not detected\nProgression: KRAS G12D 2.2%, NRAS Q61K 0.4%",
     "KRAS present 2.2%; NRAS present 0.4%"),
    ("places", "Gene        Left breast        Right breast\nPIK3CA      H1047R (22%)       "
     "Not detected\nTP53        Not detected       R175H (41%)",
     "PIK3CA present 22% s1; PIK3CA absent s2; TP53 absent s1; TP53 present 41% s2"),
    ("places-tumor", "Gene        Primary tumor        Metastasis\n"
     "BRAF        Not detected         V600E (4%)", "BRAF absent s1; BRAF present 4% s2"),
    ("tabs-days", "\t03 Jan 2026\t14 May 2026\nKRAS G12D\tnot detected\t4.1%",
     "KRAS present 4.1%"),
    ("tabs-people", "\tPatient\tPartner\nCFTR\tCarrier: c.1521_1523del\tNot a carrier\n"
     "SMN1\tNot a carrier\tCarrier", "CFTR present c.1521_1523del; SMN1 absent"),
    ("tabs-samples", "\tLeft breast\tRight breast\nPIK3CA\tH1047R 22%\tnot detected",
     "PIK3CA present 22% s1; PIK3CA absent s2"),
    ("today", "Alteration     Today      Mar 2026     Dec 2025\nKRAS G12D      ND         2.2%     "
     "    4.0%\nNRAS Q61K      0.6%       ND           ND", "KRAS absent; NRAS present 0.6%"),
    ("visits-marked", "              Visit 3 (now)   Visit 2    Visit 1\n"
     "KRAS G12D      4.0%            2.2%        ND\nNRAS Q61K      ND              ND        0.6%",
     "KRAS present 4%; NRAS absent"),
    ("before", "Alteration     % now     % before\nNRAS Q61K      ND        0.6", "NRAS absent"),
    ("now-day", "                 This sample        Sample of 03 Jan 2026\n"
     "KRAS G12D        not detected       4.1%\nNRAS Q61K        0.4%               not detected",
     "KRAS absent; NRAS present 0.4%"),
    ("days-below", "KRAS G12D\n  03 Jan 2026: 4.1%\n  14 May 2026: not detected\nNRAS Q61K\n"
     "  03 Jan 2026: not detected\n  14 May 2026: 0.4%", "KRAS absent p.G12D; NRAS present 0.4%"),
    ("days-in-line", "KRAS G12D: not detected (May 2026), 2.2% (Mar 2026), 4.1% (Jan 2026)\n"
     "BCR::ABL1 (IS): 12% (01/2026), 0.3% (04/2026), 0.02% (07/2026)",
     "KRAS absent; ABL1 present 0.02%_IS"),
    ("arrows", "KRAS G12D: ND -> 2.2% -> 4.1%\nNRAS Q61K rose from undetectable to 1.3%",
     "KRAS present 4.1%; NRAS present 1.3%"),
    ("visits-rows", "Timepoint   KRAS G12D   NRAS Q61K\nBaseline    4.1%        ND\n"
     "Cycle 3     ND          0.4%", "KRAS absent; NRAS present 0.4%"),
    ("sample-rows", "Sample    KRAS G12D      NRAS Q61K\nTissue    Detected       Not detected\n"
     "Plasma    Not detected   Detected",
     "KRAS present s1; KRAS absent s2; NRAS absent s1; NRAS present s2"),
    ("sides", "                 Left            Right\nER               90%             <1%\n"
     "PIK3CA           H1047R          wild type",
     "ER present 90% s1; ER absent s2; PIK3CA present s1; PIK3CA absent s2"),
    ("parts", "A. LEFT BREAST: PIK3CA H1047R detected\nB. RIGHT BREAST: PIK3CA not detected",
     "PIK3CA present s1; PIK3CA absent s2"),
    ("result-ends", "             This draw       Previous draw\nBlood drawn  2026-05-20      "
     "2025-02-11\nEGFR  L858R  8.3 %           3.9 %\nTET2  Q1466*  2.2 %          2.0 %        "
     "    likely clonal hematopoiesis\n"
     "Fusions (ALK, RET): not detected     MSI-High: not detected",
     "EGFR present 8.3%; TET2 present 2.2% possible_ch_origin; ALK absent; RET absent; MSI absent"),
    ("origins", "Gene\tTumor-derived\tGermline\nATM\tp.S2408L, 1.2%, VUS\tnone reported\n"
     "BRCA1\tnot detected\tnone reported\nBRCA2\tnot detected\tc.5946del, pathogenic",
     "ATM present 1.2% somatic_origin; ATM absent germline_origin; BRCA1 absent somatic_origin; "
     "BRCA1 absent germline_origin; BRCA2 absent somatic_origin; BRCA2 present germline_origin"),
    ("narrow", "Marker             Result             VAF\n"
     "KRAS               G12R               14%\n"
     "Tumor mutational   1.6 mut/Mb         --\nburden\nMSI                MSS                --",
     "KRAS present 14%; TMB present 1.6mut/Mb; MSI absent"),
    ("down", "  GENE      BRCA1\n  DNA       c.4132G>A\n  PROTEIN   p.Val1378Ile\n"
     "  COPIES    heterozygous\n  CLASS     Variant of Uncertain Significance (VUS)",
     "BRCA1 present c.4132G>A p.V1378I vus"),
    ("probe", "Probe           Result\nKMT2A           NEGATIVE\nTP53 / CEP17    NOT EVALUABLE",
     "KMT2A absent; TP53 unclear"),
    ("visits-now", "Gene         Cycle 2    Cycle 4    This sample\n"
     "KRAS G12D    ND         ND         3.1%", "KRAS present 3.1%"),
    # what was not found
    ("tested-bracket", "NOT DETECTED (DNA): ALK, BRAF, ERBB2 mutation, MET exon 14 skipping",
     "ALK absent; BRAF absent; ERBB2 absent; MET absent"),
    ("classes", "No other class 4 or 5 variant was found in: MLH1, MSH6, PMS2.",
     "MLH1 absent; MSH6 absent; PMS2 absent"),
    ("tiers", "NO TIER I/II VARIANT FOUND IN: NRAS, KIT, NF1",
     "NRAS absent; KIT absent; NF1 absent"),
    ("no-other", "KRAS G12D 12%\nNo further change that matters was found.", "KRAS present 12%"),
    ("sought", "ALSO LOOKED FOR AND NOT DETECTED IN SAMPLE OF 2026-05-04\n"
     "  BRAF V600E     NRAS exons 2-4     ERBB2 amplification     RET fusion",
     "BRAF absent; NRAS absent; ERBB2 absent; RET absent"),
    ("capitals-list", "WHAT WAS NOT FOUND\n  IDH1, BRAF V600E, ERBB2 AMPLIFICATION",
     "IDH1 absent; BRAF absent; ERBB2 absent"),
    ("capitals-class", "NO OTHER CLASS 4 OR 5 VARIANT WAS FOUND IN: MLH1, MSH6",
     "MLH1 absent; MSH6 absent"),
    ("wrapped-verb", "The following were examined in full in this specimen and no\n"
     "reportable alteration was\nidentified: ATM, BRAF, BRCA1, GNAS", "ATM absent; BRAF absent; "
     "BRCA1 absent; GNAS absent"),
    ("answer-below", "CHEK2 c.1100del (p.Thr367Metfs*15), reported in the patient's sister:\n"
     "NOT DETECTED in this patient.", "CHEK2 absent"),
    ("narrow-probes", "Probe  Signal pattern  % nuclei  Cut-off  Result\n"
     "PML::RARA  t(15;17)  2R2G  0.5  1.5  NEGATIVE\nKMT2A  2F  1.0  2.0  NEGATIVE",
     "RARA absent; fusion absent; KMT2A absent"),
    ("wrapped-sister", "CHEK2 c.1100del (p.Thr367Metfs*15), reported in the patient's\n"
     "sister: NOT DETECTED in this patient.", "CHEK2 absent"),
    ("gene-line", "No pathogenic variant found\n  GENE     BRCA1\n  DNA      c.4132G>A\n"
     "  CLASS    Variant of Uncertain Significance (VUS)",
     "overall_result absent; BRCA1 present vus"),
    ("nothing", "BRIP1, PALB2, RAD51C      nothing reportable",
     "BRIP1 absent; PALB2 absent; RAD51C absent"),
    ("below", "No relevant change found\n\nIDH1 (codon 132), BRAF, KRAS; no amplification of "
     "ERBB2.",
     "IDH1 absent; BRAF absent; KRAS absent; ERBB2 absent"),
    ("capitals", "CDKN2A/B: NO HOMOZYGOUS DELETION\nEGFR: NOT AMPLIFIED",
     "CDKN2A absent; CDKN2B absent; EGFR absent"),
    ("not-positive", "HER2 IHC   1+   (not HER2-positive)", "ERBB2 absent 1+"),
    ("not-here", "CHEK2 c.1100del 48%\nThe c.470T>C (p.Ile157Thr) variant of CHEK2, which carries "
     "a lower risk, is not what was found here.", "CHEK2 present c.1100del; CHEK2 absent c.470T>C"),
    # what was found before, by others, or in others
    ("lab-title", "RESULTS FROM ANOTHER LABORATORY\nKRAS G12D detected, VAF 12%\n\n"
     "RESULTS OF THIS SAMPLE\nKRAS G12D not detected", "KRAS absent"),
    ("lab-cut", "NRAS absent\nTissue result supplied with the order (other laboratory,\n"
     "11/2024): EGFR L858R, STK11 wild-type,\nPD-L1 TPS 20 %.", "NRAS absent"),
    ("lab-bracket", "Tissue profile of 2024 (other laboratory)\nKRAS G12D detected, VAF 12%\n"
     "BRAF V600E not detected\n\nResults of this sample\nKRAS G12D not detected", "KRAS absent"),
    ("earlier-tumor", "PR   NEGATIVE   <1 %\nEarlier tumor for comparison (left breast, 2019, "
     "outside report): PR 40 %", "PR absent"),
    ("before-now", "KRAS G12D\n  Previous result: detected, 4.1%\n  Current result: not detected",
     "KRAS absent"),
    ("version", "RET fusion detected\nVersion 1 stated \"RET: no alteration detected\".",
     "RET present"),
    ("mother", "Your mother was tested in 2019. Her tumor had lost the MSH2 and MSH6 proteins, and "
     "a change was found in her MSH2 gene. No change was seen in MLH1, MSH6 or PTEN.",
     "MLH1 absent; MSH6 absent; PTEN absent"),
    ("sister", "PALB2 c.3113G>A: sister positive, patient negative", "PALB2 absent"),
    ("mother-bracket", "PALB2 c.3113G>A (mother: positive): not detected", "PALB2 absent"),
    ("first-only", "NRAS absent\nKRAS G12D was seen in the first sample only.", "NRAS absent"),
    ("then-gone", "KRAS G12D had been found in 2024 (VAF 12%) and is not seen today.",
     "KRAS absent p.G12D"),
    ("prior-line", "Prior result (2023, tissue): EGFR L858R\nEGFR L858R not detected in plasma.",
     "EGFR absent"),
    # a class in the sentences behind
    ("classes-it", "In the MUTYH gene you have one copy of a change called c.1187G>A. The "
     "laboratory classes it as pathogenic.", "MUTYH present pathogenic"),
    ("called", "In the POLD1 gene there is a change, c.1384A>G, heterozygous. At present nobody "
     "knows whether it matters. It is called a variant of uncertain significance.",
     "POLD1 present vus"),
    # names cut, or split from their result
    ("cut-name", "IDH2 C.515G>A (P.AR\nG172LYS) R172K DETECTED, VAF 37 %", "IDH2 present 37%"),
    ("methylated", "MGMT promoter methylation (pyrosequencing)\nMethylated, mean 31 %",
     "MGMT_promoter_methylation present 31%"),
    ("coverage", "KRAS G12D 12%\n\nPanel coverage (genes with full exons): ARID2 ATM BAP1 BRAF\n"
     "FBXW7 GNA11 GNAQ HRAS TP53\nFusion calling (ALK, ROS1) needs RNA.", "KRAS present 12%"),
    ("surface", "Blasts: CD34 negative, CD117 positive.\nNo variant reported: ASXL1, KIT, RUNX1",
     "CD34 absent; CD117 present protein; KIT absent; ASXL1 absent; RUNX1 absent"),
    ("one-score", "PD-L1, clone SP263: tumor cells (TPS) 60 %", "PD-L1 present 60%"),
    ("may-follow", "KRAS G12D 12%\nMET amplification may follow osimertinib.", "KRAS present 12%"),
    ("guidance", "HER2 IHC 2+ (equivocal)\nA score of 2+ without amplification is reported as HER2 "
     "negative.", "ERBB2 unclear 2+"),
    # a doubt, and what cannot be found at all
    ("threshold", "PIK3CA H1047L: READS BELOW THRESHOLD, 1.4 %, CANNOT\n"
     "BE CONFIRMED OR EXCLUDED. REPEAT SUGGESTED", "PIK3CA unclear"),
    ("call", "EGFR T790M: signal seen in 1 of 2 replicates; result uncertain", "EGFR unclear"),
    ("unconfirmed", "KRAS G12D, VAF 1.1 %: could not be confirmed", "KRAS unclear"),
    ("method", "KRAS G12D 12%\nFusions of NTRK1-3 are not reliably detected by this DNA method.",
     "KRAS present 12%"),
    ("unable", "KRAS G12D 12%\nThe laboratory was unable to analyse GREM1 for duplications.",
     "KRAS present 12%; GREM1 not_done"),
    # a protein that is gone
    ("nuclei", "MSH2 ....... ABSENT in tumor nuclei (internal control positive)\n"
     "MLH1 ....... retained", "MSH2 present loss; MLH1 absent intact"),
    ("not-lost", "MLH1: not lost\nMSH6: not retained\nPTEN: expression not lost",
     "MLH1 absent intact; MSH6 present loss; PTEN absent"),
    ("methods", "ALK: FISH negative, IHC positive", "ALK doubtful"),
    ("methods-back", "BRAF V600E by IHC positive; by NGS not detected", "BRAF doubtful"),
    ("change-gene", "EGFR L858R, STK11 wild-type", "EGFR present; STK11 absent"),
    ("change-negative", "EGFR L858R, ALK negative", "EGFR doubtful; ALK absent"),
    ("two-samples", "EGFR T790M: detected in plasma, not detected in tissue", "EGFR doubtful"),
    ("two-cells", "EGFR T790M     Tissue: not detected     Plasma: 1.2%", "EGFR doubtful"),
    ("arms", "1p/19q codeletion: 1p lost, 19q intact", "1p/19q_codeletion doubtful"),
    ("usual-copies", "HFE C282Y: homozygous normal; H63D: heterozygous",
     "HFE absent p.C282Y; HFE present p.H63D"),
    ("ratio-none", "FLT3-ITD ratio 0.00", "FLT3 absent"),
    ("ratio-low", "FLT3-ITD: allelic ratio 0.02 (cut-off 0.05)", "FLT3 absent"),
    ("false-positive", "EGFR L858R: false positive in the first run", "EGFR absent"),
    ("not-confirmed", "EGFR L858R: seen in the first run, not confirmed", "EGFR unclear"),
    ("artifact", "KRAS G12D (artifact)", "KRAS unclear"),
    ("filtered", "KRAS G12D 12%\nThe following variants were filtered as benign: BRCA2 p.N372H, "
     "TP53 p.P72R.", "KRAS present 12%"),
    ("population", "KRAS G12D 12%\nPopulation variants (not reported): TP53 P72R",
     "KRAS present 12%"),
    ("control", "KRAS G12D 12%\nRun quality: BRAF V600E control 5% detected", "KRAS present 12%"),
    ("harmless", "BRCA1: VUS c.5213G>A. BRCA2: likely benign variant c.7544C>T (not reported).",
     "BRCA1 present vus"),
    ("alleles", "DPYD *2A: not detected\nDPYD c.2846A>T: heterozygous",
     "DPYD absent; DPYD present c.2846A>T"),
    ("copies", "KRAS G12D: 0 copies/mL\nNRAS Q61K: 12 copies/mL", "KRAS absent; NRAS present"),
    # what was asked for
    ("positions", "KRAS G12D 12%\nPositions tested in DPYD: c.1905+1G>A, c.1679T>G, c.2846A>T.",
     "KRAS present 12%"),
    ("requested", "Variant requested: BRCA2 c.5946delT (p.Ser1982fs), reported in the patient's "
     "father\nBRCA2 variant NOT DETECTED in this sample.", "BRCA2 absent"),
    ("flag", "DPYD *1/*1\nNo attention flag: SLCO1B1 / simvastatin", "DPYD present"),
    # other things that were no results
    ("reference", "Ref. 26/HRD/0093\nHRD status: positive", "HRD present no_value"),
    ("replaced", "KRAS G12D 12%\nAddendum 2 replaces Addendum 1, in which HER2 ISH was pending.",
     "KRAS present 12%"),
    ("uncertain", "TRIALS: 3 listed\nUNCERTAIN (VUS): SMARCA4 p.R1077Q; KEAP1 p.V155I",
     "SMARCA4 present vus; KEAP1 present vus"),
    # what fresh reports of a later batch showed
    ("burden-plain", "Mutational burden ...... 2.8 per Mb (low; cut-off 10)",
     "TMB present 2.8mut/Mb"),
    ("burden-unit", "GENE     VARIANT     TODAY     PREVIOUS\n"
     "BRAF     p.V600K     41.6%     38.0%\nTMB      mut/Mb      18.4      16.9",
     "BRAF present 41.6%; TMB present 18.4mut/Mb"),
    ("plus", "MET   amplification   (+)   [no percentage is given for copies]", "MET present cnv"),
    ("plus", "KRAS  G12D   (+)\nALK   fusion  (+)", "KRAS present; ALK present"),
    ("white-cells", "JAK2 V617F: not detected in white blood cells.", "JAK2 absent"),
    ("germline-dna", "Germline report\nBRCA1 c.68_69del not detected in germline DNA.",
     "BRCA1 absent"),
    ("cut-off-sign", "PD-L1 TPS: 60% > 50% (high)", "PD-L1 present 60%"),
    ("scored-as", "HER2 is scored as 3+", "ERBB2 present 3+"),
    ("common", "Common variants found in this tumor: BRAF V600E 30%", "BRAF present 30%"),
    ("no-tumor", "No tumor seen\n\nKRAS G12D detected, 12%", "KRAS present 12%"),
    ("sent-in", "Biopsy from another hospital (block B1)\nEGFR L858R detected, 20%",
     "EGFR present 20%"),
    ("burden-label", "TMB (mut/Mb): 18.4", "TMB present 18.4mut/Mb"),
    ("other-amplified", "ERBB2 (HER2) p.S310F, gene amplification",
     "ERBB2 present p.S310F; ERBB2 present cnv"),
    ("from-blood", "> DETECTED\n  PTEN   p.R130*   2.4 % cfDNA\n"
     "> LIKELY FROM BLOOD CELLS\n  TET2   p.Q1523*   3.6 % cfDNA\n"
     "> UNCERTAIN    KDR p.S1082N   0.5 %\n> NOT DETECTED   BRCA1, PALB2",
     "PTEN present unknown_origin; TET2 present possible_ch_origin; KDR present unknown_origin; "
     "BRCA1 absent unknown_origin; PALB2 absent unknown_origin"),
    ("blood-none", "LIKELY FROM BLOOD CELLS\nTET2 p.Q1523* 3.6 %\nDNMT3A: not detected",
     "TET2 present possible_ch_origin; DNMT3A absent unknown_origin"),
    ("other-fusions",
     "NOT ASSESSABLE: PTEN copy loss, gene fusions other than those listed",
     "PTEN not_done cnv"),
    ("nothing", "3. TESTED, NOTHING REPORTABLE\n   IDH1, BRAF (mutation), NRG1 fusion\n"
     "4. OTHER MEASURES\n   TMB: 2.6 mut/Mb",
     "IDH1 absent; BRAF absent; NRG1 absent; TMB present 2.6mut/Mb"),
    ("neighbors", "CDKN2A / CDKN2B    DNA   homozygous deletion   Tier III",
     "CDKN2A present cnv tier_3; CDKN2B present cnv tier_3"),
    ("neighbors-four", "CCND1/FGF3/FGF4/FGF19 amplification",
     "CCND1 present cnv; FGF3 present cnv; FGF4 present cnv; FGF19 present cnv"),
    ("neighbors-none", "CDKN2A/CDKN2B deletion: not detected", "CDKN2A absent; CDKN2B absent"),
    ("not-calculated", "HRD: could not be calculated (tumor cells < 30 %)", "HRD unclear no_value"),
    ("not-found-by", "BRAF V600K 12%\nThe BRAF assay (cobas) does not reliably detect V600K.",
     "BRAF present 12%"),
    ("buffy-coat", "BRCA2 c.7007+1G>A 3.4%\nThe BRCA2 variant was absent from buffy coat DNA.",
     "BRCA2 present 3.4%"),
    ("drug-label", "MSI-high: not detected\nPembrolizumab: label includes MSI-H or TMB of 10.",
     "MSI absent sure"),
    ("you-carry", "You carry a change in CHEK2, written as c.1100del p.(Thr367Metfs*15), in one "
     "of\nyour two copies. The laboratory classes it as pathogenic.",
     "CHEK2 present pathogenic c.1100del"),
    ("if-you-carry", "KRAS G12D 12%\nIf you carry a change in CHEK2, tell your sisters.",
     "KRAS present 12%"),
    ("six-genes",
     "No disease-causing change was seen in the other six genes: ATM, BRCA1 and PALB2.",
     "ATM absent; BRCA1 absent; PALB2 absent"),
    ("not-test", "We did not test TP53, because this is no matter of the family.", "TP53 not_done"),
    ("part-b", "ER: positive 90%\nER, part B: cannot be interpreted; no internal control",
     "ER present 90%; ER unclear"),
    ("days-now", "VARIANTS (% of cfDNA molecules)\n\n"
     "                              T1       T2       T3 (current)\n"
     "TP53  p.Y220C                 14.0     2.2      22.5\n"
     "AR    p.T878A                 ND       0.3      ND\n"
     "AR    copy number (copies)    2.1      2.3      11.4  AMPLIFIED\n\n"
     "ESTIMATED TUMOR FRACTION      18 %     3 %      29 %",
     "TP53 present 22.5%; AR absent p.T878A; AR present cnv 11.4copies; "
     "tumor_fraction present 29%"),
    ("not-excluded", "ARID1B c.3304C>T 48 %; an inherited rare variant is not excluded",
     "ARID1B present 48% unknown_origin"),
    ("subclonal", "p53 IHC    Abnormal (null) in 20% of tumor; remainder wild-type",
     "TP53 present"),
    ("signal", "CBFB::MYH11 signal is not confirmed by karyotype", "CBFB unclear"),
    ("variants-were", "KRAS G12D 12%\nThe DPYD variants tested were c.1905+1G>A, c.1679T>G and "
     "HapB3; rarer ones are not seen.", "KRAS present 12%"),
    ("joined-exons", "A fusion joining FGFR2 exon 17 to BICC1 exon 3 was identified. [Tier I-A]",
     "FGFR2 present fusion tier_1"),
    ("asked", "KRAS G12D 12%\nUnresectable tumor. ?FGFR2 fusion ?IDH1", "KRAS present 12%"),
    ("not-indicated", "Marker   Technique   Result\nHER2     IHC         Not indicated\n"
     "MLH1     IHC         Retained", "ERBB2 not_done; MLH1 absent"),
    ("activity", "DPYD   c.1129-5923C>G (HapB3) het   Intermediate (activity 1.5)   fluorouracil",
     "DPYD present 1.5activity_score intermediate"),
    ("genotype-found", "RESULT     FAMILIAL VARIANT NOT DETECTED\nGene tested          BRCA1\n"
     "Variant looked for   c.5266dupC  p.(Gln1756Profs*74)   (pathogenic in mother)\n"
     "Genotype found       homozygous reference", "BRCA1 absent c.5266dupC"),
    ("genotype-carried", "Gene tested          BRCA1\n"
     "Variant looked for   c.5266dupC  p.(Gln1756Profs*74)   (pathogenic in mother)\n"
     "Genotype found       heterozygous", "BRCA1 present c.5266dupC"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "body", "expected"), CASES, ids=[c[0] for c in CASES])
def test_lines_of_new_layouts(name: str, body: str, expected: str) -> None:
    why = agree(read(body + "\n"), expected)
    assert why is None, why


@pytest.mark.parametrize(("name", "body"), [(c[0], c[1]) for c in CASES if "visits" in c[0]])
def test_time_points_without_a_day_are_asked_about(name: str, body: str) -> None:
    told = "this sample" in body.lower()
    for finding in read(body + "\n").findings:
        assert (finding.confidence >= 0.7) is told


def test_columns_that_disagree_are_asked_about() -> None:
    (one,) = read("Gene     Site X         Site Y\nKRAS     Not detected   G12D 12%\n").findings
    assert one.confidence < 0.7


def test_a_gene_without_change_is_asked_about_beside_a_change_of_it() -> None:
    found = read("PIK3CA H1047R 12%\nPIK3CA: not detected\n").findings
    assert [f.confidence < 0.7 for f in found] == [False, True]


@pytest.mark.parametrize("body", ["KRAS G12D    < 0.1 %   (LOD 0.1 %)", "KRAS G12D   -"])
def test_what_may_say_that_nothing_was_there_is_asked_about(body: str) -> None:
    (one,) = read(f"{body}\n").findings
    assert one.confidence < 0.7


def test_numbered_samples_in_columns_stay_apart() -> None:
    body = "Gene      Sample 1     Sample 2\nKRAS      G12D 4%      Not detected\n"
    found = {(f.polarity, f.specimen_id) for f in read(body).findings}
    assert found == {("present", "s1"), ("absent_stated", "s2")}


def test_two_shares_of_one_change_are_asked_about() -> None:
    (one,) = read("In January: KRAS G12D 4.1%\nIn May: KRAS G12D 2.2%\n").findings
    assert one.confidence < 0.7


def test_a_text_with_a_blank_line_behind_each_line_is_read_like_one_without() -> None:
    lines = ["Tumor profile", "Patient: TEST, PERSON", "Collected: 2026-05-04", "Specimen: FFPE",
             "Date           KRAS G12D    NRAS Q61K", "2026-01-03     4.1%         ND",
             "2026-05-04     ND           0.4%", "No fusion of ALK, RET or",
             "ROS1 was found.", ""]  # fmt: skip
    found, spaced = (read_text(gap.join(lines)).findings for gap in ("\n", "\n\n"))
    assert [(f.analyte, f.polarity) for f in found] == [(f.analyte, f.polarity) for f in spaced]
    assert len(found) == 5


def test_the_day_of_the_first_report_drops_no_result() -> None:
    report = read_text(
        "DEPARTMENT OF PATHOLOGY   ** AMENDED REPORT **\nSpecimen: liver biopsy\n"
        "Original report 2026-04-24     Amended 2026-05-03: molecular results added\n\n"
        "ESR1   p.Tyr537Ser   DETECTED   VAF 14 %\n"
    )
    assert agree(report, "ESR1 present 14%") is None


def test_a_normal_sample_that_was_not_tested_tells_no_origin() -> None:
    body = "KRAS G12D 12%\nMatched normal blood was not tested."
    assert agree(read(body + "\n"), "KRAS present unknown_origin") is None


def test_a_revised_report_that_may_follow_amends_nothing() -> None:
    report = read("KRAS G12D 12%\nIf needed, a revised report is sent to the clinician.\n")
    assert report.status == "final"


def test_what_a_score_is_called_is_no_second_result() -> None:
    report = read_text(
        "PATHOLOGY REPORT (breast biopsy)\n"
        'HER2 IHC   1+   (not HER2-positive; "HER2-low" category)\n'
    )
    assert [(f.analyte, f.polarity, f.as_printed) for f in report.findings] == [
        ("ERBB2", "absent_stated", "HER2 IHC 1+")
    ]


def test_an_odd_name_hides_no_word_of_the_report() -> None:
    report = read_text(
        "INHERITED CANCER RISK TEST - 34 genes\n"
        "TEST, PATIENT Y   female, 49 years   Sample: blood\n"
        "GENE BRCA1   c.4132G>A (p.Val1378Ile)   VUS\n"
    )
    assert report.family == "germline"
