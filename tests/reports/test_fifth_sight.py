"""Short cases of how other laboratories print what they found, and what they did not find."""

from __future__ import annotations

import pytest

from pmchat.reports.read import read_text

from .helpers import agree, read

NEGATIVE_HEADINGS = [
    "Relevant biomarkers that were tested and NOT DETECTED in this sample",
    "Biomarkers tested but not detected",
    "Clinically relevant biomarkers analyzed and found to be negative",
    "Alterations which were not detected in this specimen",
    "Targets assessed, not detected in this plasma sample",
    "Markers tested with no alterations",
    "Tested, with no variant found",
    "Tested and negative",
    "Also tested and absent:",
    "Genes without alterations",
    "Genes with clinically relevant negative result:",
    "Biomarkers not detected (guideline list)",
    "Not detected in this sample (selected targets)",
    "Negative biomarkers",
    "Key negatives",
]


@pytest.mark.parametrize("heading", NEGATIVE_HEADINGS)
def test_a_list_below_a_heading_that_denies(heading: str) -> None:
    names = "EGFR T790M  |  KRAS G12C  |  BRAF V600E  |\nALK fusion  |  ROS1 fusion\n"
    wanted = "TP53 present 12%; EGFR absent; KRAS absent; BRAF absent; ALK absent; ROS1 absent"
    assert agree(read(f"TP53 R175H 12%\n\n{heading}\n{names}"), wanted) is None


CASES = [
    # lists that a sentence denies
    ("following", "No alteration found in the following markers\nEGFR T790M\nBRAF V600E\n"
     "ALK fusion", "EGFR absent; BRAF absent; ALK absent"),
    ("following-genes", "No variants were identified in the following therapy-associated genes\n"
     "EGFR\nKRAS\nBRAF", "EGFR absent; KRAS absent; BRAF absent"),
    ("in-bracket", "Other biomarkers (not detected)\nALK rearrangement\nRET rearrangement",
     "ALK absent; RET absent"),
    ("not-evaluated", "Biomarkers that could not be evaluated\nALK fusion | MET exon 14 skipping",
     "ALK unclear; MET unclear"),
    ("no-list", "Alterations were not detected in the germline\nKRAS G12D", "KRAS present"),
    ("overall-above", "Pathogenic variants were not detected in this sample.\n\nKRAS G12C 5%",
     "KRAS present 5%"),
    ("denied-in-line", "Genes with clinically relevant negative result: ASXL1, CEBPA, IDH1,\n"
     "RUNX1, TP53", "ASXL1 absent; CEBPA absent; IDH1 absent; RUNX1 absent; TP53 absent"),
    ("result-below-name", "KRAS\nNot detected\nBRAF\nNot detected", "KRAS absent; BRAF absent"),
    # tables
    ("event-below-gene", "Alteration      Therapies                Trials     % cfDNA or\n"
     "                                                    Amplification\n"
     "MET             Capmatinib, Crizotinib   Yes        High (++)\n"
     "Amplification                                       Plasma copy number 4.1\n"
     "TP53 Y220C      None                     Yes        8.0%",
     "MET present cnv 4.1copies; TP53 present 8%"),
    ("packed", "Biomarker  Method  Analyte  Result\nMSI  NGS  DNA-Tumor  Stable\n"
     "MMR  IHC  Protein  Proficient\nBRAF  NGS  DNA-Tumor  Mutation Not Detected\n"
     "PR  IHC  Protein  Negative | 1+, 2%",
     "MSI absent; MMR absent; BRAF absent; PR absent"),
    ("copies-intermediate", "Gene  Method  Analyte  Result\nMYC  CNA  DNA-Tumor  Amplified\n"
     "CCNE1  CNA  DNA-Tumor  Intermediate", "MYC present; CCNE1 unclear"),
    ("vus-columns", "VARIANTS OF UNKNOWN SIGNIFICANCE\n\n"
     "   Somatic     Mutation effect                         Variant Allele Fraction\n"
     "   SPEN        c.4205C>T    p.T1402M     Missense variant    8.8%\n"
     "   NOTCH3      c.3691C>T    p.R1231C     Missense variant    6.1%",
     "SPEN present vus 8.8%; NOTCH3 present vus 6.1%"),
    ("fusion-share", "Gene\tAlteration\tVAF %\nTMPRSS2\tTMPRSS2-ERG fusion\t18.4\n"
     "TP53\tR273C\t27.9", "ERG present fusion 18.4%; TP53 present 27.9%"),
    ("copied-apart", "Gene\nHGVS\nVAF\nClass\nIDH2\nc.419G>A p.(Arg140Gln)\n43 %\nTier I\nTET2\n"
     "c.5167C>T p.(Pro1723Ser)\n49 %\nTier III (VUS)\n"
     "Genes with a relevant negative result: ASXL1, KIT,\nRUNX1, TP53",
     "IDH2 present 43% tier_1; TET2 present 49% vus; ASXL1 absent; KIT absent; RUNX1 absent; "
     "TP53 absent"),
    # thresholds and definitions
    ("threshold", "PR: intensity >= 1+ and >= 10% of cells stained is positive by this laboratory.",
     ""),
    ("thresholds-headed", "IHC: thresholds\nER/PR: 10% of cells. HER2: 3+ positive.\n"
     "MMR: MLH1, MSH2, MSH6 and PMS2; all retained: proficient.\n\nRESULTS\nKRAS G12D 12%",
     "KRAS present 12%"),
    ("proficient-is", "MMR: MLH1, MSH2, MSH6 and PMS2; proficient is all four retained.", ""),
    ("both-states", "dMMR: loss of at least one of MLH1, PMS2, MSH2, MSH6. pMMR: all four intact.",
     ""),
    ("loss-told", "MMR: loss of MLH1 and PMS2; MSH2 and MSH6 intact.",
     "MLH1 present; PMS2 present; MSH2 absent; MSH6 absent"),
    # words of prose
    ("neither-nor", "A fusion of ALK could neither be confirmed nor excluded.",
     "ALK unclear fusion"),
    ("neither-nor-if", "FGFR2 rearrangement can be neither confirmed nor excluded; should this be "
     "of clinical importance a fresh block would be required.", "FGFR2 unclear fusion"),
    ("neither-nor-was", "The finding in ALK was neither confirmed nor excluded.", "ALK unclear"),
    ("awaited-other", "KRAS G12D was detected at 12%; germline confirmation is awaited.",
     "KRAS present 12%"),
    ("counts-as", "ER: 90 % of nuclei (>= 1% is positive)", "ER present 90%"),
    ("results-and-cut-offs", "RESULTS AND CUT-OFFS\nPD-L1 CPS: 20 (cut-off 1)\nER: 90%",
     "PD-L1 present 20; ER present 90%"),
    ("none-expected", "None of the variants found is actionable: KRAS G12D (12%)",
     "KRAS present 12%"),
    ("awaited", "PD-L1 immunohistochemistry (SP263) has been requested from pathology and is "
     "awaited.", "PD-L1 not_done"),
    ("deleted-beside", "Copy number assessment is in keeping with homozygous deletion of CDKN2A, "
     "and the neighbouring MTAP\ngene is included in the deleted segment.",
     "CDKN2A present cnv; MTAP present"),
    ("not-in-keeping", "The picture is not in keeping with deletion of CDKN2A.", ""),
    ("share-before", "A minor population, 4% of reads, has ERBB2 c.929C>T p.(Ser310Phe) (tier II).",
     "ERBB2 present 4% tier_2"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "body", "expected"), CASES, ids=[c[0] for c in CASES])
def test_short_case(name: str, body: str, expected: str) -> None:
    assert agree(read(body + "\n"), expected) is None


GERMLINE = "Hereditary cancer panel\nPatient: TEST, PERSON   Specimen: blood\n\n"
INHERITED = [
    ("any-of-them", "Each of the following genes was read in full, and no pathogenic or likely "
     "pathogenic variant was detected in any of them:\nCSRP3, FHOD3, MYH7",
     "CSRP3 absent; FHOD3 absent; MYH7 absent"),
    ("in-these-genes", "Genes analysed: MLH1, MSH2. No pathogenic variants were found in these "
     "genes.", "MLH1 absent; MSH2 absent"),
    ("any-of-these", "The genes MYH7 and TNNT2 were analysed. No pathogenic variant was found in "
     "any of these genes.", "MYH7 absent; TNNT2 absent"),
    ("none-of-them", "None of them showed a variant: APC, MUTYH", "APC absent; MUTYH absent"),
    ("none-of", "None of BRCA1, BRCA2 or PALB2 carried a pathogenic variant.",
     "BRCA1 absent; BRCA2 absent; PALB2 absent"),
    ("none-tested", "None of these genes was tested: APC, MUTYH", "APC not_done; MUTYH not_done"),
    ("mitochondrial", "Mitochondrial m.3243A>G (MT-TL1): not tested on this referral.",
     "MT-TL1 not_done"),
    ("panel", "Genes analysed: MLH1, MSH2, MSH6.", ""),
]  # fmt: skip


@pytest.mark.parametrize(("name", "body", "expected"), INHERITED, ids=[c[0] for c in INHERITED])
def test_short_case_of_an_inherited_test(name: str, body: str, expected: str) -> None:
    assert agree(read(body + "\n", GERMLINE), expected) is None


STAINS = "SURGICAL PATHOLOGY REPORT\nPatient: TEST, PERSON   Specimen: biopsy\n\n"
STAINED = [
    ("capitals", "IMMUNOHISTOCHEMISTRY (BLOCK A1)\n"
     "  P53 ...... DIFFUSE STRONG NUCLEAR OVEREXPRESSION (MUTANT PATTERN)\n"
     "  MLH1   INTACT NUCLEAR EXPRESSION", "TP53 present protein; MLH1 absent"),
    ("background", "MLH1   INTACT NUCLEAR EXPRESSION\n\n"
     "  LOSS OF MLH1 WITH PMS2 IS MOST OFTEN DUE TO\n"
     "  PROMOTER METHYLATION OR BRAF MUTATION. NTRK AND RET FUSIONS ARE\n"
     "  RARE IN THE STOMACH (<1 %).", "MLH1 absent sure"),
    ("guide", "MLH1   INTACT NUCLEAR EXPRESSION\n\nGUIDE TO THE TESTS (STANDARD TEXT)\n"
     "  PD-L1: CPS 1, 5 AND 10 ARE USED. RET FUSIONS (<1 %).", "MLH1 absent sure"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "body", "expected"), STAINED, ids=[c[0] for c in STAINED])
def test_short_case_of_stains(name: str, body: str, expected: str) -> None:
    assert agree(read(body + "\n", STAINS), expected) is None


BLASTS = "Haematology laboratory\nPatient: TEST, PERSON   Specimen: bone marrow\n\n"
BLOOD = [
    ("surface", "Blasts: CD34 negative, CD117 positive.\nKIT: no mutation detected",
     "CD34 absent protein; CD117 present protein; KIT absent gene"),
    ("surface-alone", "Blasts: CD117 positive.", "KIT present protein"),
    ("no-result-yet", "NPM1 MRD: follow-up marrow after cycle 2. There is no MRD result at this "
     "point.\nNPM1 c.860_863dup 41 %", "NPM1 present 41%"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "body", "expected"), BLOOD, ids=[c[0] for c in BLOOD])
def test_short_case_of_a_blood_cancer(name: str, body: str, expected: str) -> None:
    assert agree(read(body + "\n", BLASTS), expected) is None


FAMILIES = [
    ("title", "SCOPE90 LIQUID\nTUMOR GENOMIC RESULTS\nSpecimen: Blood\nEGFR L858R 12.6% cfDNA",
     "tumor_ngs_plasma"),
    ("specimen", "TUMOR GENOMIC RESULTS\nSpecimen: Blood\nAlteration    % cfDNA\n"
     "EGFR L858R    12.6%", "tumor_ngs_plasma"),
    ("marrow", "MYELOID PANEL\nSpecimen: Blood\nNPM1 c.860_863dup 41 %\n" + "Comment\n" * 12
     + "This is no test of cfDNA", "tumor_ngs_tissue"),
    ("tissue", "TUMOR GENOMIC RESULTS\nSpecimen: FFPE block\nNormal sample: blood\n"
     "EGFR L858R 12.6%\nThis is no test of cfDNA", "tumor_ngs_tissue"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "family"), FAMILIES, ids=[c[0] for c in FAMILIES])
def test_family(name: str, text: str, family: str) -> None:
    assert read_text(f"Halcyon Diagnostics\nPatient: TEST, PERSON\n{text}\n").family == family


def test_an_enzyme_is_no_change_read_badly() -> None:
    assert read("KRAS G12D 12%\nPI3K inhibitors have been studied\n").warnings == ()


def test_a_high_marker_below_a_list_of_negatives_is_asked_about() -> None:
    report = read("Genes tested and not detected\nKRAS, NRAS\n\nMSI-High\n")
    assert [f.confidence for f in report.findings if f.analyte == "MSI"] == [0.6]
