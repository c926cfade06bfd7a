"""Results told in sentences: what a "no" takes in, and which gene a change was found in."""

from __future__ import annotations

import pytest

from .helpers import agree, read

CASES = [
    # a "no" holds for its verb, however far off
    ("KRAS G12D 12%\nNo other pathogenic variant was detected in NRAS, BRAF or HRAS.",
     "KRAS present; NRAS absent; BRAF absent; HRAS absent"),
    ("KRAS G12D\nNo variants other than those listed were detected in NRAS.",
     "KRAS present; NRAS absent"),
    ("No pathogenic variants, other than the one above, were identified in MLH1 or MSH2.",
     "MLH1 absent; MSH2 absent"),
    ("No reportable variants beyond those above were detected in ALK.", "ALK absent"),
    ("Neither amplification nor mutation was detected in ERBB2.", "ERBB2 absent"),
    ("No mutation could be detected in KIT.", "KIT absent"),
    ("There was no mutation found in exons 9 and 11 of KIT.", "KIT absent"),
    ("The remaining genes (ATM, BRCA1, CHEK2) showed no reportable variants.",
     "ATM absent; BRCA1 absent; CHEK2 absent"),
    ("No clinically significant variants were detected in the remaining genes (ATM, BRCA1).",
     "ATM absent; BRCA1 absent"),
    ("We found no further changes in KIT or PDGFRA.", "KIT absent; PDGFRA absent"),
    ("No additional alterations detected: ALK, ROS1", "ALK absent; ROS1 absent"),
    ("No fusion involving EWSR1, FUS or ALK was detected.", "EWSR1 absent; FUS absent; ALK absent"),
    ("No harmful changes in the other 47 genes, including BRCA1, BRCA2 and ATM.",
     "BRCA1 absent; BRCA2 absent; ATM absent"),
    ("No KRAS mutation was found and TP53 R175H was detected.", "KRAS absent; TP53 present"),
    ("KRAS: wild-type\nNo known partner of a RET fusion.", "KRAS absent"),
    # "no other" change of a gene takes nothing from the one that is there
    ("BRCA2 c.5946delT pathogenic\nNo other variant was detected in BRCA2.",
     "BRCA2 present c.5946delT"),
    ("Other than KRAS G12D, no variants were detected in KRAS, NRAS or BRAF.",
     "KRAS present p.G12D; NRAS absent; BRAF absent"),
    # two genes, two results
    ("Mutations were detected in TP53 but not in KRAS.", "TP53 present; KRAS absent"),
    ("A pathogenic variant was not detected in BRCA1, but a VUS (c.5096G>A) was identified in "
     "BRCA2.", "BRCA1 absent no_c; BRCA2 present c.5096G>A"),
    ("BRCA1 and BRCA2 were sequenced; a pathogenic variant was found only in BRCA2 (c.5946delT).",
     "BRCA2 present c.5946delT"),
    ("Negative for ALK and ROS1 rearrangement, positive for KRAS G12C mutation.",
     "ALK absent; ROS1 absent; KRAS present p.G12C"),
    ("No fusion detected. KRAS G12D detected at 20%.", "KRAS present 20%"),
    ("No actionable mutations; TP53 R175H detected.", "TP53 present p.R175H"),
    ("KRAS mut, NRAS wt, BRAF wt", "KRAS present; NRAS absent; BRAF absent"),
    ("There is no evidence that the BRCA2 variant is pathogenic.\nKRAS: wild-type", "KRAS absent"),
    # words that only look like a result
    ("Failed to detect a RET fusion.", "RET absent fusion"),
    ("BRAF V600E: below the limit of detection.", "BRAF absent p.V600E"),
    ("Rare KRAS G12D reads (0.4%) below the reporting threshold.", "KRAS unclear p.G12D"),
    ("TP53 mutation [ ] present [x] absent", "TP53 absent"),
    ("[x] EGFR mutated  [ ] EGFR wild type", "EGFR present"),
    ("KRAS: wild-type\nEGFR mutation: Yes / No", "KRAS absent"),
    ("MSI-high         [ ] yes   [x] no\nAR amplification [x] yes   [ ] no",
     "MSI absent; AR present cnv"),
    ("EGFR mutation: no\nMET amplification present", "EGFR absent; MET present cnv"),
    ("AR amplification [x] yes   [ ] no", "AR present cnv"),
    ("EGFR T790M was lost. EGFR L858R persists at 12%.",
     "EGFR absent p.T790M; EGFR present p.L858R 12%"),
    ("No amplification of MET, FGFR1 or ERBB2; no fusion of ALK.",
     "MET absent cnv; FGFR1 absent cnv; ERBB2 absent cnv; ALK absent fusion"),
    ("Sequencing of BRAF exon 15 showed wild-type sequence.", "BRAF absent"),
    ("The sample is wild type at codons 12, 13 and 61 of KRAS.", "KRAS absent"),
    ("IDH1/2 wild-type; TERT promoter mutant; EGFR amplified",
     "IDH1 absent; IDH2 absent; TERT present; EGFR present cnv"),
    ("You do not carry the BRCA1, BRCA2 or PALB2 variants tested.",
     "BRCA1 absent; BRCA2 absent; PALB2 absent"),
    ("Benign variants in BRCA1 (c.4308T>C) and BRCA2 (c.3396A>G) were seen.\nATM: negative",
     "ATM absent"),
    ("TP53 c.524G>A, VAF 9 % (monoallelic; no 17p loss)", "TP53 present 9%"),
    ("KRAS: wild-type\nSF3B1 is often mutated in MDS with ring sideroblasts.", "KRAS absent"),
    ("EGFR: exon 18 wt, exon 19 wt, exon 20 wt, exon 21 L858R", "EGFR present p.L858R"),
    ("KRAS codon 12/13: WT; codon 61: WT; codon 146: A146T", "KRAS present p.A146T"),
    ("ROS1 FISH: 4% positive nuclei (cut-off 15%) - negative", "ROS1 absent"),
    ("The tumor is not microsatellite unstable.", "MSI absent"),
    ("None of the genes tested (KRAS, NRAS, BRAF) carried a mutation.",
     "KRAS absent; NRAS absent; BRAF absent"),
    ("TP53 was sequenced and found to be unmutated.", "TP53 absent"),
    ("Not only KRAS G12D but also TP53 R175H was found.", "KRAS present; TP53 present"),
    ("KRAS: wild-type\nHER2: not tested (only done if p53 abnormal)",
     "KRAS absent; ERBB2 not_done"),
    ("RAS wt (KRAS/NRAS exons 2-4), BRAF V600E mutant",
     "RAS absent; KRAS absent; NRAS absent; BRAF present p.V600E"),
    ("MUTYH c.1187G>A, heterozygous. A second MUTYH variant was not found.",
     "MUTYH present c.1187G>A"),
    ("BRAF V600E (VE1): no staining.", "BRAF absent p.V600E"),
    ("NTRK fusion unlikely.\nALK: negative", "NTRK unclear fusion; ALK absent"),
    ("KRAS: wild-type\nBRAF V600E: no tissue left", "KRAS absent"),
    ("HER2 overexpression: negative\nMET (SP44): 3+ in 90% of tumor cells (overexpression)",
     "ERBB2 absent; MET present"),
    # results of an earlier day
    ("NPM1 mutation: POSITIVE at diagnosis, NEGATIVE now", "NPM1 absent"),
    ("The previously reported KRAS G12C is no longer detected.", "KRAS absent p.G12C"),
    ("Variant allele fraction of JAK2 V617F decreased from 45% to 12%.", "JAK2 present 12%"),
    ("At diagnosis (Jun 2026) the patient had FLT3-ITD (ratio 0.6).\nFLT3-ITD: not detected",
     "FLT3 absent"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), CASES, ids=[c[0][:60] for c in CASES])
def test_sentence(body: str, expected: str) -> None:
    assert agree(read(body), expected) is None
