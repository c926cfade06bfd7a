"""Short cases in which one word nearly turned a result round, invented one or lost one."""

from __future__ import annotations

import pytest

from .helpers import agree, read

CASES = [
    # boxes in front of their words, with wide space between
    ("box-positive", "ER   [X]  Positive   [ ]  Negative", "ER present"),
    ("box-negative", "HER2   [ ]  Positive   [X]  Negative", "ERBB2 absent"),
    ("box-retained", "MLH1  \u2612  Retained  \u2610  Lost", "MLH1 absent intact"),
    ("box-lost", "MSH2  [ ]  Retained  [x]  Lost", "MSH2 present loss"),
    ("box-kept", "MSH6:  [x]  Retained    [ ]  Lost    [ ]  Equivocal", "MSH6 absent intact"),
    ("box-detected", "KRAS G12D  \u2612  Detected  \u2610  Not detected", "KRAS present p.G12D"),
    ("box-not", "BRAF V600E   \u2610  Detected   \u2612  Not detected", "BRAF absent"),
    ("box-middle", "ALK fusion   [ ]  Positive   [X]  Negative   [ ]  Equivocal",
     "ALK absent fusion"),
    ("box-single-space", "PR  [ ] Positive  [X] Negative", "PR absent"),
    ("box-lone", "Amended report: [ ]    KRAS G12D 20 %", "KRAS present 20%"),
    ("box-behind", "ER   Positive [X]   Negative [ ]   Block A1", "ER present"),
    ("box-behind-not", "ER   Positive [ ]   Negative [X]   Block A1", "ER absent"),
    # an artifact that is ruled out
    ("artifact-excluded", "KRAS G12C 20 %, deamination artifact excluded", "KRAS present 20%"),
    ("artifact-ruled-out", "BRAF V600E 10 %, artefact ruled out", "BRAF present 10%"),
    ("artifact-was", "TP53 R273H 8 %, FFPE artifact was excluded", "TP53 present 8%"),
    ("artifact-unlikely", "TP53 R273H 8 %, artifact unlikely", "TP53 present 8%"),
    ("artifact-seems", "EGFR T790M 3 %; a sequencing artefact seems unlikely",
     "EGFR present 3%"),
    ("artifact-formalin", "PIK3CA E545K 4 % (formalin artifact was ruled out)",
     "PIK3CA present 4%"),
    ("unlikely-artifact", "IDH1 R132H 5 %, unlikely to be an artefact", "IDH1 present 5%"),
    ("artifact-open", "KRAS G12C 2 %, artifact was not excluded", "KRAS unclear"),
    ("artifact-cannot", "KRAS G12C 2 %, artifact cannot be ruled out", "KRAS unclear"),
    # what the healthy cells do not show
    ("leukocytes", "TP53 R273H 1.2 % cfDNA, not detected in leukocytes", "TP53 present 1.2%"),
    ("white-cells", "DNMT3A R882H, 2.1 %, not detected in white blood cells",
     "DNMT3A present 2.1%"),
    ("germline-dna", "KRAS G12D 3.0 %; not detected in germline DNA",
     "KRAS present 3% unknown_origin"),
    ("patients-leukocytes", "ATM R337C 3 % VAF, not detected in the patient's leukocytes",
     "ATM present 3%"),
    ("normal-tissue", "TP53 R273H: absent from normal tissue, present in tumor at 30 %",
     "TP53 present 30%"),
    ("pbmc", "TP53 R175H 0.8 % in plasma, undetectable in PBMCs", "TP53 present 0.8%"),
    ("healthy-first", "IDH2 R140Q: not found in normal DNA, found in the tumor at 12 %",
     "IDH2 present 12%"),
    ("healthy-no-share", "CHEK2 I157T: absent from white blood cells, present in plasma",
     "CHEK2 present"),
    ("no-cells-elsewhere", "EGFR L858R 20 % (pleural fluid: no malignant cells)",
     "EGFR present 20%"),
    ("white-cells-alone", "JAK2 V617F: not detected in white blood cells", "JAK2 absent"),
    ("white-cells-limit", "JAK2 V617F: not detected in leukocytes (limit of detection 0.1 %)",
     "JAK2 absent"),
    ("white-cells-lod", "JAK2 V617F: absent from white blood cells (LOD 0.1 %)", "JAK2 absent"),
    ("white-cells-below", "CALR exon 9: not detected in white blood cells (< 1 %)",
     "CALR absent"),
    # lists of which none was tested
    ("none-tested", "None of BRAF, MET and RET was tested",
     "BRAF not_done; MET not_done; RET not_done"),
    ("none-sequenced", "None of BRAF, MET and RET was sequenced",
     "BRAF not_done; MET not_done; RET not_done"),
    ("none-assessed", "None of EGFR, ALK or ROS1 could be assessed (RNA failed)",
     "EGFR not_done; ALK not_done; ROS1 not_done"),
    ("none-covered", "None of KRAS, NRAS or BRAF was covered by the test",
     "KRAS not_done; NRAS not_done; BRAF not_done"),
    ("none-successfully", "None of the genes ALK, RET and NTRK1 were successfully analysed.",
     "ALK not_done; RET not_done; NTRK1 not_done"),
    ("neither-tested", "Neither ALK nor ROS1 was tested.", "ALK not_done; ROS1 not_done"),
    ("none-included", "None of the following was evaluated: BRAF, RET",
     "BRAF not_done; RET not_done"),
    ("none-found", "None of BRAF, MET or RET was mutated", "BRAF absent; MET absent; RET absent"),
    ("neither-found", "Neither ALK nor ROS1 was rearranged.", "ALK absent; ROS1 absent"),
    # what is awaited is not the result that is printed
    ("awaited-germline", "KRAS G12C 20 %; germline confirmation is awaited", "KRAS present 20%"),
    ("awaited-pcr", "KRAS G12C 20 %; confirmation by PCR is awaited", "KRAS present 20%"),
    ("awaited-opinion", "BRAF V600E 10 %, second opinion is awaited", "BRAF present 10%"),
    ("awaited-no-share", "EGFR L858R; orthogonal confirmation is still awaited", "EGFR present"),
    ("awaited-pending", "MET amplification, 12 copies; verification by FISH is pending",
     "MET present 12copies"),
    ("awaited-review", "TP53 R175H, 34 % of reads, expert review is awaited", "TP53 present 34%"),
    ("awaited-stain", "PD-L1 TPS 60 %; second reading is awaited", "PD-L1 present 60%"),
    ("awaited-name", "ALK FISH is awaited", "ALK not_done"),
    ("awaited-result", "RET: results are still awaited", "RET not_done"),
    ("awaited-being", "NTRK1 report being awaited", "NTRK1 not_done"),
    # a ratio and its cut-off, and what is said beside
    ("ratio-low-risk", "FLT3-ITD ratio 0.01 (cut-off 0.05), low-risk group", "FLT3 absent"),
    ("ratio-risk", "BCR::ABL1 ratio 0.02 (cut-off 0.05), low risk", "ABL1 absent"),
    ("ratio-high", "FLT3-ITD allelic ratio 0.003 (cutoff: 0.01); high depth of reading",
     "FLT3 absent"),
    ("ratio-low", "FLT3-ITD allelic ratio 0.01, low (cut-off 0.05)", "FLT3 absent"),
    ("ratio-burden", "FLT3-ITD allelic ratio 0.3 (cut-off for high burden 0.5)",
     "FLT3 present 0.3"),
    ("ratio-burden-first", "FLT3-ITD allelic ratio 0.3 (high-risk cut-off 0.5)",
     "FLT3 present 0.3"),
    # a gene whose protein is stained as well
    ("satb2", "SATB2 p.R239* 20 %", "SATB2 present 20% p.R239*"),
    ("insm1-copies", "INSM1 amplification, 9 copies", "INSM1 present cnv 9copies"),
    # small words
    ("no-abnormal", "No MSI results were abnormal", "MSI absent"),
    ("no-positive", "No EGFR result was positive", "EGFR absent"),
    ("no-result", "EGFR: no EGFR result because DNA failed", "EGFR not_done"),
    ("no-result-end", "No ROS1 result", "ROS1 not_done"),
    ("ratio-intermediate", "MET amplification present, copy-number ratio intermediate",
     "MET present"),
    ("group-intermediate", "TP53 deletion; copy-number risk group intermediate", "TP53 present"),
    ("risk-intermediate", "CDKN2A deletion detected; copy-number class intermediate",
     "CDKN2A present"),
    ("copies-intermediate", "CCNE1  copy number: intermediate", "CCNE1 unclear"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "body", "expected"), CASES, ids=[c[0] for c in CASES])
def test_short_case(name: str, body: str, expected: str) -> None:
    assert agree(read(body + "\n"), expected) is None


STAINS = "SURGICAL PATHOLOGY REPORT\nPatient: TEST, PERSON   Specimen: biopsy\n\n"
STAINED = [
    # the label of a share names what is counted, not what was found
    ("share-zero", "Estrogen receptor (clone SP1)\nPercentage of cells positive: 0 %\n"
     "Interpretation: negative", "ER absent 0%"),
    ("share-ki67", "Ki-67 (MIB-1)\nProportion of positive cells: 0 %", "Ki-67 absent 0%"),
    ("share-pr", "Progesterone receptor (PgR 636)\n% positive cells: 0 %\nIntensity: none",
     "PR absent 0%"),
    ("share-positive", "Estrogen receptor (clone EP1)\nPercent of tumor cells stained: 90 %\n"
     "Status: positive", "ER present 90%"),
    ("share-low", "Progesterone receptor\nPercentage positive: <1 %\nResult: negative",
     "PR absent <1%"),
    ("share-verdict", "Androgen receptor (AR441)\nInterpretation: negative", "AR absent"),
    ("share-only", "Estrogen receptor\nPercentage of nuclei positive: 40 %", "ER present 40%"),
    ("share-zero-row", "ER: positive cells 0 %", "ER absent 0%"),
    # there was nothing to look at
    ("cells-none", "Desmin: no tumor cells on the slide", "Desmin not_done"),
    ("cells-evaluable", "CK7   no evaluable cells", "CK7 not_done"),
    ("cells-viable", "Synaptophysin: no viable cells left", "Synaptophysin not_done"),
    ("cells-ttf1", "TTF-1: no tumor cells left", "TTF-1 not_done protein"),
    ("cells-malignant", "GATA3 IHC: no malignant cells remain in the deeper level",
     "GATA3 not_done"),
    ("cells-neoplastic", "p40 - no neoplastic cells in the section", "p40 not_done"),
    ("cells-er", "ER: no viable tumour cells available", "ER not_done"),
    ("cells-basal", "IHC: p63 - no basal cells around the glands", "TP63 absent"),
    ("cells-myoepithelial", "OTHER STAINS\np63: no residual myoepithelial cells", "TP63 absent"),
    ("cells-positive", "Desmin: no tumor cells with nuclear staining", "Desmin absent"),
    ("cells-stained", "Calretinin: no tumor cells stained", "Calretinin absent"),
    # proteins whose gene has the same name
    ("stain-satb2", "IMMUNOHISTOCHEMISTRY\nSATB2: positive\nINSM1: negative\nTRPS1: positive",
     "SATB2 present protein; INSM1 absent protein; TRPS1 present protein"),
    ("stain-amacr", "AMACR (P504S) IHC: positive", "AMACR present protein"),
    ("stain-alone", "SATB2: positive\nCK7: negative",
     "SATB2 present protein; CK7 absent"),
    ("stain-ttf1", "TTF-1: positive\nCK20: negative", "TTF-1 present protein; CK20 absent"),
    ("stain-beside-change", "TTF-1 positive, EGFR mutation absent",
     "TTF-1 present protein; EGFR absent"),
    ("stain-before-gene", "SATB2: positive; KRAS G12D 12 %",
     "SATB2 present protein; KRAS present 12%"),
    ("stain-ttf1-plain", "IHC: TTF1: negative, napsin A: positive",
     "TTF-1 absent protein; Napsin_A present"),
    # what is measured in blood is no stain
    ("serum-chromogranin", "Serum chromogranin A positive 310 ng/mL", ""),
    ("serum-s100", "S100 protein 0.3 ug/L (elevated, positive)", ""),
    ("serum-arginase", "Chromogranin A: 95 U/L, negative", ""),
    ("tissue-s100", "S100 protein: positive", "S100 present"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "body", "expected"), STAINED, ids=[c[0] for c in STAINED])
def test_short_case_of_stains(name: str, body: str, expected: str) -> None:
    assert agree(read(body + "\n", STAINS), expected) is None


GERMLINE = "Hereditary cancer panel\nPatient: TEST, PERSON   Specimen: blood\n\n"
INHERITED = [
    # what would be if, and what was taken off the list
    ("if-inherited", "When you have inherited a pathogenic variant in MSH2, screening starts "
     "earlier.", ""),
    ("may-have-inherited", "It is possible that you have inherited a pathogenic variant in PALB2",
     ""),
    ("not-mean", "This does not mean that you have inherited a pathogenic variant in ATM.", ""),
    ("whether-inherited", "The test looks at whether you have inherited a harmful change in "
     "BRCA1.", ""),
    ("should-inherited", "Should you have inherited a faulty copy of MLH1, talk to us.", ""),
    ("inherited", "You have inherited a pathogenic variant in MSH2.", "MSH2 present"),
    ("inherited-result", "Result: you have inherited one harmful change in BRCA2.",
     "BRCA2 present"),
    ("from-panel", "Variants in BRCA2 were deleted from this panel in 2022.", ""),
    ("when-deleted", "When RB1 is deleted, the response is lower", ""),
    ("in-error", "The EGFR result was deleted in error", ""),
    ("if-deleted", "If CDKN2A is homozygously deleted, a trial may be open.", ""),
    ("by-mistake", "The RET entry was deleted by mistake.", ""),
    ("deleted-exons", "MTAP is deleted from exon 2 to exon 8", "MTAP present"),
    ("deleted", "CDKN2A is homozygously deleted.", "CDKN2A present"),
    # genes whose protein is stained as well
    ("trps1", "TRPS1 c.2179G>A, heterozygous, pathogenic variant detected",
     "TRPS1 present pathogenic c.2179G>A"),
    ("amacr", "AMACR c.154T>C, VUS", "AMACR present vus c.154T>C"),
    ("trps1-transcript", "TRPS1   NM_014112.5   exon 5   c.2179G>A   heterozygous   pathogenic",
     "TRPS1 present pathogenic c.2179G>A"),
    ("ttf1", "TTF1 (NKX2-1) c.344G>A, heterozygous, VUS", "NKX2-1 present vus"),
    ("insm1", "INSM1 c.10A>G p.(Thr4Ala), heterozygous, likely pathogenic",
     "INSM1 present likely_pathogenic"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "body", "expected"), INHERITED, ids=[c[0] for c in INHERITED])
def test_short_case_of_an_inherited_test(name: str, body: str, expected: str) -> None:
    assert agree(read(body + "\n", GERMLINE), expected) is None
