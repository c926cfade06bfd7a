"""Traps 1-5 and 41 of the domain notes: what is there, what is not, and which word says so."""

from __future__ import annotations

import pytest

from .helpers import agree, read

# The number in front of a case is that of its trap; a case names every finding to be read.
CASES = [
    # 1 a negated list goes on over lines and pages
    ("1-indented", "The following genes had no reportable alterations:\n   PIK3CA, AKT1,\n"
     "   PTEN, ESR1\nTP53 R248W 33%",
     "PIK3CA absent; AKT1 absent; PTEN absent; ESR1 absent; TP53 present 33%"),
    ("1-page", "Pertinent negatives: FGFR2, FGFR3,\n\fIDH1, IDH2",
     "FGFR2 absent; FGFR3 absent; IDH1 absent; IDH2 absent"),
    ("1-prose", "We did not identify mutations in CTNNB1, APC, or\nAXIN1.",
     "CTNNB1 absent; APC absent; AXIN1 absent"),
    ("1-bullets", "GENES WITH NO REPORTABLE ALTERATIONS\n- KRAS\n- NRAS\n- HRAS\n\n"
     "GENOMIC FINDINGS\nBRAF V600K 8%", "KRAS absent; NRAS absent; HRAS absent; BRAF present 8%"),
    ("1-capitals", "NEGATIVE FOR MUTATIONS IN: KIT, PDGFRA,\nSDHB AND NF1.",
     "KIT absent; PDGFRA absent; SDHB absent; NF1 absent"),
    # 2 the negation stands behind
    ("2-dots", "NTRK3 fusion ............. Not Detected", "NTRK3 absent"),
    ("2-sentence", "A FGFR2 fusion was not observed.", "FGFR2 absent"),
    ("2-bracket", "CCNE1 amplification (copy number > 6): ABSENT", "CCNE1 absent"),
    ("2-status", "MSI-H status was not detected", "MSI absent"),
    ("2-none-of", "None of the following was found: BRAF V600E", "BRAF absent p.V600E"),
    ("2-two-genes", "CDKN2A/B: no homozygous deletion", "CDKN2A absent cnv; CDKN2B absent cnv"),
    ("2-three-genes", "NTRK1/2/3: no fusion", "NTRK1 absent; NTRK2 absent; NTRK3 absent"),
    ("2-list-of-fusions", "No fusion of NTRK1, NTRK2 or ALK.",
     "NTRK1 absent; NTRK2 absent; ALK absent"),
    ("2-whether", "It does not show whether the BRCA1 mutation is inherited.\nBRAF V600K 8%",
     "BRAF present 8%"),
    ("2-unstable", "Microsatellites: unstable", "MSI present"),
    ("2-none", "RET fusions: none detected", "RET absent"),
    ("2-next-line", "EGFR T790M mutation was\nNOT DETECTED in this sample.", "EGFR absent p.T790M"),
    ("2-next-sentence", "Mutation tested: BRAF V600E. Result: not detected.", "BRAF absent"),
    ("2-lone-no", "EGFR T790M   No\nKRAS G12C   Yes", "KRAS present p.G12C"),
    ("2-lists", "Not detected\nALK, ROS1\nDetected\nKRAS G12D",
     "ALK absent; ROS1 absent; KRAS present"),
    ("2-below", "KRAS\nNot detected\nNRAS\nG12D detected, 4%", "KRAS absent; NRAS present 4%"),
    ("2-zero", "BRCA1: 0 variants detected", "BRCA1 absent"),
    ("2-quoted", "BRCA2 mutation status   Negative for harmful variants", "BRCA2 absent"),
    ("2-significance", "No variants of clinical significance in SRSF2 or EZH2.",
     "SRSF2 absent; EZH2 absent"),
    ("2-parent", "KCNQ2 c.881C>T 48%, not observed in either parent", "KCNQ2 present 48%"),
    # "lack" of something else, and what such a result means in general
    ("2-lack", "ESR1 D538G   1.9%   (lack of response to a drug)", "ESR1 present p.D538G 1.9%"),
    ("2-resists", "EGFR T790M detected, 5%, resistance to a drug", "EGFR present p.T790M 5%"),
    ("2-general", "KRAS: wild-type. A negative PD-L1 result does not exclude benefit.",
     "KRAS absent"),
    ("2-if", "KRAS: wild-type. If ESR1 mutation is detected, another drug is an option.",
     "KRAS absent"),
    ("2-share", "KRAS: wild-type. KRAS G12C was found in 3%.", "KRAS absent"),
    # a row that looks for several changes and finds one
    ("2-target", "EGFR exon 21 L858R, L861Q    MUTATION L861Q", "EGFR present p.L861Q"),
    ("2-found", "ESR1 Y537S and D538G    Detected: D538G (1.2%)", "ESR1 present p.D538G 1.2%"),
    ("2-either", "BRAF V600E/K: DETECTED", "BRAF present no_p"),
    ("2-second", "BRAF V600K mutation DETECTED (23%). No V600E.",
     "BRAF present p.V600K 23%; BRAF absent p.V600E"),
    ("2-data", "VARIANTS OF UNCERTAIN SIGNIFICANCE\nNBN c.511A>G: there are insufficient data",
     "NBN present vus"),
    ("2-longer", "EGFR T790M: no longer detected (previously 4.1%)", "EGFR absent p.T790M"),
    ("2-except", "With the exception of TP53 R175H, no pathogenic variants were found.",
     "TP53 present p.R175H"),
    ("2-other", "No mutations other than KRAS G12D (22%) were identified.", "KRAS present 22%"),
    ("2-high", "MSI: not high.", "MSI absent"),
    ("2-promoter", "EGFR: not amplified. TERTp: mutated (C228T).",
     "EGFR absent cnv; TERT present no_p"),
    ("2-second-copy", "Carrier of one pathogenic variant in MUTYH (c.1187G>A); no second variant.",
     "MUTYH present c.1187G>A"),
    ("2-second-found", "HEREDITARY PANEL (germline)\nMUTYH c.1187G>A heterozygous PATHOGENIC\n"
     "A second MUTYH variant was not found.", "MUTYH present c.1187G>A pathogenic"),
    ("2-control", "IMMUNOHISTOCHEMISTRY\nMSH6     LOSS of nuclear expression (internal control "
     "positive)", "MSH6 present"),
    ("2-control-said", "IMMUNOHISTOCHEMISTRY\nMSH6: loss of nuclear expression, internal control "
     "positive.\nMLH1: intact nuclear expression", "MSH6 present; MLH1 absent"),
    ("2-control-with", "IMMUNOHISTOCHEMISTRY\nMSH2 lost, internal controls intact\nMSH6 lost with "
     "intact internal control", "MSH2 present; MSH6 present"),
    ("2-control-column", "IMMUNOHISTOCHEMISTRY\nMSH6 | Loss | Internal control: positive\n"
     "MSH2 | Intact | Internal control: positive", "MSH6 present; MSH2 absent"),
    ("2-out", "MSI-H was ruled out. dMMR excluded.", "MSI absent; MMR absent"),
    ("2-not-positive", "HRD status: not positive.", "HRD absent"),
    ("2-reads", "KRAS G12C: 0 reads of 2000", "KRAS absent p.G12C"),
    # 3 doubt, double and part negation
    ("3-rule-out", "We cannot rule out an IDH1 mutation.", "IDH1 unclear"),
    ("3-excluded", "A RET rearrangement could not be excluded.", "RET unclear"),
    ("3-invalid", "FGFR2-BICC1   Invalid", "FGFR2 unclear"),
    ("3-no-loss", "PMS2: no evidence of loss", "PMS2 absent"),
    ("3-not-equivocal", "ROS1 FISH: not equivocal", "ROS1 unclear doubtful"),
    ("3-convincing", "No convincing evidence of MET amplification was seen.", "MET absent"),
    ("3-not-clear", "Whether FGFR1 is amplified could not be determined.", "FGFR1 unclear"),
    # 4 a loss that is the finding
    ("4-lost", "MSH6 - nuclear staining lost", "MSH6 present"),
    ("4-of", "Loss of PMS2 nuclear expression.", "PMS2 present"),
    ("4-none", "No loss of MSH2 or MSH6 staining.", "MSH2 absent; MSH6 absent"),
    ("4-not-seen", "Loss of MLH1 and PMS2 was not seen.", "MLH1 absent; PMS2 absent"),
    ("4-control", "Loss of staining for MSH2 with intact internal control.", "MSH2 present"),
    ("4-copy", "RB1 loss", "RB1 present cnv"),
    ("4-ini1", "INI1 (SMARCB1) IHC: loss of nuclear expression", "SMARCB1 present"),
    ("4-retained", "ATM protein expression by IHC: retained", "ATM absent"),
    ("4-pten", "PTEN IHC: complete loss of expression", "PTEN present protein"),
    ("4-clauses", "Loss of MLH1/PMS2; retained MSH2/MSH6.",
     "MLH1 present; PMS2 present; MSH2 absent; MSH6 absent"),
    ("4-comma", "Loss of MLH1 and PMS2, intact MSH2 and MSH6.",
     "MLH1 present; PMS2 present; MSH2 absent; MSH6 absent"),
    ("4-with", "MMR IHC: loss of MSH2 and MSH6 with retained MLH1 and PMS2",
     "MSH2 present; MSH6 present; MLH1 absent; PMS2 absent"),
    ("4-and", "IHC shows intact MLH1, MSH2, MSH6 and loss of PMS2",
     "MLH1 absent; MSH2 absent; MSH6 absent; PMS2 present"),
    ("4-there", "MLH1 and PMS2: absent. MSH2 and MSH6: present.",
     "MLH1 present loss; PMS2 present loss; MSH2 absent intact; MSH6 absent intact"),
    # 5 intact is the normal result
    ("5-proficient", "DNA mismatch repair status: proficient", "MMR absent"),
    ("5-preserved", "MLH1, PMS2, MSH2, MSH6: preserved nuclear staining",
     "MLH1 absent; PMS2 absent; MSH2 absent; MSH6 absent"),
    ("5-pmmr", "Interpretation by IHC: pMMR", "MMR absent"),
    ("5-table", "Protein | Nuclear expression\nMLH1 | Intact\nPMS2 | Intact\nMSH2 | Lost",
     "MLH1 absent; PMS2 absent; MSH2 present"),
    ("5-all", "All four mismatch repair proteins show intact nuclear expression.", "MMR absent"),
    # 41 "positive" belongs to what it is said of
    ("41-germline", "GERMLINE RESULT\nBRCA2: POSITIVE, c.5946del (p.Ser1982Argfs*22), pathogenic",
     "BRCA2 present c.5946del pathogenic germline_origin"),
    ("41-claudin", "CLDN18.2 (43-14A): POSITIVE (80% of tumor cells 2+/3+)",
     "CLDN18.2 present 80%"),
    ("41-receptors", "ER: positive (95%)   PR: negative (0%)   HER2 IHC: 1+ (negative)",
     "ER present 95%; PR absent; ERBB2 absent 1+"),
    ("41-hrd", "HRD status: POSITIVE (GIS 61; cut-off 42)\nMSI: negative",
     "HRD present 61; MSI absent"),
    ("41-mrd", "MRD status: POSITIVE   0.42 MTM/mL", "MRD present 0.42MTM/mL"),
    ("41-ebv", "EBER ISH: negative. HPV: positive. PD-L1: negative (TPS 0%)",
     "EBV absent; HPV present; PD-L1 absent 0%"),
    ("41-pair", "Positive for KRAS G12S and negative for BRAF V600E.",
     "KRAS present p.G12S; BRAF absent p.V600E"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_negation(body: str, expected: str) -> None:
    assert agree(read(body), expected) is None


NOT_DONE = [
    ("RNA fusions (ALK, ROS1, RET, NTRK): not performed, insufficient RNA",
     "ALK not_done; ROS1 not_done; RET not_done; NTRK not_done"),
    ("RNA fusions (ALK, ROS1, RET, NTRK1/2/3): not assessed",
     "ALK not_done; ROS1 not_done; RET not_done; NTRK1 not_done; NTRK2 not_done; NTRK3 not_done"),
    ("RNA fusion panel: not performed, insufficient RNA (ALK, ROS1, RET)",
     "ALK not_done; ROS1 not_done; RET not_done"),
    ("Not performed: RNA fusions ALK, ROS1, RET, NTRK1",
     "ALK not_done; ROS1 not_done; RET not_done; NTRK1 not_done"),
    ("Not assessed (RNA insufficient):\nALK, ROS1, RET\nNTRK1, NTRK2",
     "ALK not_done; ROS1 not_done; RET not_done; NTRK1 not_done; NTRK2 not_done"),
    ("RNA FUSIONS - NOT PERFORMED\nALK\nROS1\nRET\n\nKRAS: wild-type",
     "ALK not_done; ROS1 not_done; RET not_done; KRAS absent"),
    ("ALK, ROS1, RET fusions - QNS", "ALK not_done; ROS1 not_done; RET not_done"),
    ("Tests not performed: PD-L1, HER2 IHC, MSI", "PD-L1 not_done; ERBB2 not_done; MSI not_done"),
    ("The RNA panel was not performed due to insufficient RNA: ALK, ROS1, RET.",
     "ALK not_done; ROS1 not_done; RET not_done"),
    ("RNA: insufficient. Genes not assessed: ALK, RET, MET exon 14 skipping",
     "ALK not_done; RET not_done; MET not_done"),
    ("Insufficient RNA for fusion analysis of ALK, ROS1 and RET",
     "ALK not_done; ROS1 not_done; RET not_done"),
    ("Fusion analysis could not be performed for ALK, ROS1, RET.",
     "ALK not_done; ROS1 not_done; RET not_done"),
    ("Fusions by RNA (ALK/ROS1/RET)   Failed QC", "ALK not_done; ROS1 not_done; RET not_done"),
    # the rest of the report holds
    ("KRAS G12D 12%\nRNA fusions (ALK, RET): not performed", "KRAS present 12%; ALK not_done; "
     "RET not_done"),
    ("Not performed: RNA fusions.\nALK IHC: negative", "ALK absent"),
    ("NTRK fusion: not detected", "NTRK absent"),
    ("NTRK gene fusions are seen in 1% of tumors.\nKRAS: wild-type", "KRAS absent"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), NOT_DONE, ids=[c[0][:50] for c in NOT_DONE])
def test_what_was_not_done_is_never_read_as_absent(body: str, expected: str) -> None:
    assert agree(read(body), expected) is None
