"""Tables, lists and sentences of a fourth batch of reports that were misread at first."""

from __future__ import annotations

import pytest

from pmchat.reports.read import read_text

from .helpers import agree, read

CASES = [
    # boxes behind their words
    ("boxes-behind", "Microsatellite Instability Status\nStable   [X]   Equivocal [ ]   High [ ]",
     "MSI absent"),
    ("boxes-behind-high", "MSI status: Stable [ ]  Equivocal [ ]  High [x]", "MSI present"),
    ("boxes-behind-gene", "EGFR mutation:   detected [ ]   not detected [X]", "EGFR absent"),
    ("boxes-apart", "HER2:  Negative (0)  [ ]   Negative (1+) [X]   Equivocal (2+) [ ]",
     "ERBB2 absent 1+"),
    ("boxes-one", "MSI-High [ ]", ""),
    ("boxes-before", "MSI status: [ ] Stable  [x] Equivocal  [ ] High", "MSI unclear"),
    ("origin-possible", "BRCA2 c.5946del 48%  germline origin possible; confirm in blood",
     "BRCA2 present 48% unknown_origin"),
    ("origin-blood", "Alteration        cfDNA (%)    Comment\nTP53 R175H        1.2          "
     "Possibly CH", "TP53 present 1.2% possible_ch_origin"),
    # what is said of the sample, beside a result
    ("control-beside", "Tumor fraction: 4 %    White blood cell control: not performed",
     "tumor_fraction present 4%"),
    ("control-beside-low", "Tumor fraction: low (<1 %)    Matched normal: not received",
     "tumor_fraction absent <1%"),
    ("three-beside", "PTEN: not evaluable     MSI: MSI-High NOT DETECTED     bTMB: 6 mut/Mb",
     "PTEN unclear; MSI absent; TMB present 6mut/Mb"),
    ("sample-beside", "Tumor fraction: 12 %     Coverage: 20,000x     "
     "Contamination: not detected", "tumor_fraction present 12%"),
    ("healthy-cells", "PIK3CA H1047R   2.2%   tumor-associated; white blood cells: not detected",
     "PIK3CA present 2.2% sure"),
    ("healthy-not-tested", "TP53 R248Q 0.5% possible clonal hematopoiesis; matched blood test not "
     "performed", "TP53 present 0.5% possible_ch_origin"),
    ("blood-probable", "TET2 Q100* 3% probable CH", "TET2 present 3% possible_ch_origin"),
    ("blood-suspected", "TET2 Q100* 3% suspected CHIP", "TET2 present 3% possible_ch_origin"),
    ("inherited-possible", "CHEK2 I157T 48% possible inherited variant, referral advised",
     "CHEK2 present 48% unknown_origin"),
    # where a change comes from is no doubt that it is there
    ("origin", "BRCA2  Q1782*  49.6%   possible germline origin; confirm with germline test",
     "BRCA2 present unknown_origin 49.6%"),
    # the headings of columns beside the title of a part
    ("columns-beside", "GENOMIC VARIANTS                     Variant Allele Fraction\n"
     "KRAS            G12D                         12.5%\nCDKN2A          Copy number loss      "
     "  --\n\nVARIANTS OF UNKNOWN SIGNIFICANCE     Variant Allele Fraction\n"
     "NOTCH3          c.3691C>T   p.R1231C         12.1%",
     "KRAS present 12.5% no_class; CDKN2A present cnv; NOTCH3 present 12.1% vus"),
    ("columns-transcript", "VARIANTS OF UNKNOWN SIGNIFICANCE (VUS)      Transcript     VAF\n"
     "ATM  p.V1234M   NM_000051   44%", "ATM present 44% vus"),
    # tables of plasma: headings of two lines, a wider cell below another title, copies below
    ("plasma-table", "Detected Alteration(s) /        % cfDNA or      Associated FDA-approved     "
     "Clinical trial\nBiomarker(s)                    Amplification   therapies                   "
     "availability\nTP53   R273C                    11.8%           None                        "
     "Yes\nAR     Amplification            Medium (++)     None                        Yes\n"
     "       Plasma copy number 4.1\n\nVariants of Uncertain Clinical Significance\n"
     "CDK12  R882Q                     2.3%           The functional consequences are not known.\n"
     "\nSynonymous Alterations\nEGFR   Q787Q                    48.9%           Silent.\n\n"
     "MSI-High                        NOT DETECTED\nBlood TMB                       9.57 mut/Mb\n"
     "ctDNA tumor fraction            22%\n\nGenes of interest in prostate cancer in which no "
     "somatic alteration was detected in this sample:\n   ATM, BRCA1\n\n"
     "AR-V7 splice variant: not assessed (RNA is not analyzed in this test).",
     "TP53 present 11.8%; AR present 4.1copies; CDK12 present 2.3% vus; MSI absent; "
     "TMB present 9.57mut/Mb; tumor_fraction present 22%; ATM absent; BRCA1 absent; "
     "AR-V7 not_done"),
    ("harmless-only", "Benign variants\nEGFR Q787Q\nTP53 P72R 49%\n\nKRAS G13G", ""),
    # a table of proteins and genes: second methods, wrapped names, shares in percent
    ("methods", "BIOMARKER       METHOD    ANALYTE        RESULT\n"
     "ERBB2           IHC       Protein        Positive | 3+, 95%\n"
     "(Her2/Neu)\n                CNA-Seq   DNA-Tumor      Amplified (copy no. 24)\n"
     "KRAS            Seq       DNA-Tumor      Mutation Not Detected\n"
     "Mismatch        IHC       Protein        Proficient\nRepair Status",
     "ERBB2 present protein; ERBB2 present cnv 24copies; KRAS absent; MMR absent"),
    ("names-wrapped", "BIOMARKER            METHOD   ANALYTE      RESULT\n"
     "Genomic Loss of      Seq      DNA-Tumor    High - 22% of tested genomic segments\n"
     "Heterozygosity\n(LOH)\nMicrosatellite       Seq      DNA-Tumor    Stable\nInstability\n"
     "ALK                  IHC      Protein      Negative\n"
     "                     FISH     DNA-Tumor    Not rearranged",
     "HRD present 22%; MSI absent; ALK absent protein; ALK absent fusion"),
    ("freq", "Gene     Method   Analyte     Variant Interpretation     Protein Alteration   "
     "Exon   DNA Alteration      Freq. %\n"
     "APC      Seq      DNA-Tumor   Pathogenic Variant         p.R1450*             16     "
     "c.4348C>T             41", "APC present 41% pathogenic"),
    ("sorts", "Gene      Sequencing        CNV                    Fusion\n"
     "EGFR      L858R 12%         Normal                 Negative\n"
     "MET       Negative          Amplified, 8 copies    Negative\n"
     "KRAS      Negative          Normal                 Negative",
     "EGFR present 12%; MET present 8copies; KRAS absent"),
    ("sorts-detected", "Gene     Mutation        Amplification\n"
     "EGFR     L858R           Not detected\nMET      Not detected    Detected\n"
     "ERBB2    Not detected    Not detected",
     "EGFR present; MET present; ERBB2 absent"),
    ("dna-rna", "Gene      DNA             RNA\nMET       Not detected    Exon 14 skipping\n"
     "ALK       Not detected    EML4-ALK fusion\nKRAS      G12C 23%        Not applicable",
     "MET present; ALK present fusion; KRAS present 23%"),
    ("sought-in-column", "Gene      Mutation     Result\nKRAS      G12D         Not detected",
     "KRAS absent"),
    ("loh", "Loss of Heterozygosity score - Cannot Be Determined", "HRD unclear"),
    # stains by their names, and results below the name of a stain
    ("stains", "OTHER STAINS (block A1)\n"
     "   CK5/6 ................. negative in the invasive cells\n"
     "   p63 ................... no myoepithelial cells around the nests\n"
     "   Synaptophysin ......... negative\n   TTF-1 ................. positive, diffuse",
     "CK5/6 absent protein; TP63 absent; Synaptophysin absent; TTF-1 present protein"),
    ("stains-line", "IHC: CK20 - patchy positive.  CDX2 - positive.  CK7 - negative.  "
     "SATB2 - positive, weak.  Pan-TRK (EPR17341): negative.",
     "CK20 present; CDX2 present; CK7 absent; SATB2 present; Pan-TRK absent"),
    ("stains-doubt", "Synaptophysin - focal staining in under 5 % of cells, of doubtful "
     "significance (equivocal).", "Synaptophysin unclear <5%"),
    ("stains-none", "No staining for synaptophysin or chromogranin is seen.",
     "Synaptophysin absent; Chromogranin absent"),
    ("stains-none-receptors", "No staining for estrogen receptor is seen.", "ER absent"),
    ("stains-bracket", "NTRK fusion (pan-TRK IHC): negative", "NTRK absent"),
    ("stains-control", "Tonsil control CK20 positive.", ""),
    ("stains-general", "Lung adenocarcinomas are typically CK7 positive and CK20 negative.", ""),
    ("stains-differential", "Differential diagnosis includes CK20 positive Merkel cell carcinoma. "
     "CK20 is negative here.", "CK20 absent sure"),
    ("template", "  Estrogen Receptor (ER), clone SP1\n     Result:               POSITIVE\n"
     "     Percentage of cells:  95 %\n     Average intensity:    Strong\n"
     "  Progesterone Receptor (PgR), clone 1E2\n     Result:               NEGATIVE\n"
     "     Percentage of cells:  <1 %\n  Ki-67, clone MIB-1\n"
     "     Percentage of positive nuclei:  35 %",
     "ER present 95%; PR absent <1%; Ki-67 present 35%"),
    ("template-status", "ER Status: Positive\n"
     "  Percentage of Cells with Nuclear Positivity: 91%\n"
     "  Internal Control Cells Present: Yes\nPR STATUS: NEGATIVE (<1%)",
     "ER present 91%; PR absent"),
    ("template-probe", "HER2 DUAL-PROBE IN SITU HYBRIDIZATION\n"
     "     Average HER2 copies per cell:           3.2\n"
     "     Average CEP17 copies per cell:          2.5\n"
     "     HER2/CEP17 ratio:                       1.3\n"
     "     Interpretation:  NOT AMPLIFIED (Group 5)", "ERBB2 absent cnv 1.3"),
    ("template-probe-high", "HER2 FISH\n     Average HER2 signals per cell:   8.4\n"
     "     HER2/CEP17 ratio:   4.1\n     Result:   AMPLIFIED", "ERBB2 present cnv 4.1"),
    ("below-cues", "HER2 IHC\nPOSITIVE (3+)", "ERBB2 present 3+"),
    # not done, or not yet
    ("cancelled", "PIK3CA sequencing: specimen insufficient after the above studies; "
     "test cancelled.", "PIK3CA not_done"),
    ("sent", "DPYD                 Sent to Regional Genetics. Not yet reported.", "DPYD not_done"),
    ("new-variant", "BRCA2 c.1234A>G, a variant not yet reported, was detected",
     "BRCA2 present"),
    ("new-to-science", "KRAS G12D 12 %. This change was not yet reported by others.",
     "KRAS present 12%"),
    ("reason-in-bracket", "MLH1 promoter methylation      Not indicated (MLH1 expression "
     "preserved) - not done", "MLH1_promoter_methylation not_done; MLH1 absent protein"),
    ("mother", "Request: Lynch? Mother endometrial carcinoma aged 44 (known MSH6 carrier elsewhere "
     "- not verified).", ""),
    # what a status means is no result; a sum is its score
    ("status-means", "HRD STATUS               POSITIVE\nGenomic instability score      57\n"
     "BRCA1/BRCA2 (tumour)     no pathogenic variant\nGIS (sum)     57\n\nINTERPRETATION\n"
     "A positive HRD status is a score of 42 or more, or a pathogenic variant in BRCA1 or BRCA2.",
     "HRD present 57 sure; BRCA1 absent sure; BRCA2 absent sure"),
    ("result-means", "A negative MSI result means that the tumor is stable.\nMSI: high",
     "MSI present sure"),
    ("copies", "CCNE1     no amplification (2,8 copies)", "CCNE1 absent 2.8copies"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "body", "expected"), CASES, ids=[c[0] for c in CASES])
def test_short_case(name: str, body: str, expected: str) -> None:
    assert agree(read(body + "\n"), expected) is None


FAMILIES = [
    ("plasma", "LIQUID BIOPSY (plasma cell-free DNA)\nBRCA2  Q1782*  49.6%\n"
     "possible germline origin; confirm with germline test\nNot listed pending germline test",
     "tumor_ngs_plasma"),
    ("plasma-hereditary", "CELL-FREE DNA REPORT\nKRAS  G12D  4 %\nATM  R337C  50 %\n"
     "ask about a hereditary cancer panel; germline sequencing", "tumor_ngs_plasma"),
    ("stains", "SURGICAL PATHOLOGY REPORT\nBREAST BIOPSY\nEstrogen receptor: positive, 95 %\n"
     "HER2 by immunohistochemistry: 0\nBlock A1 was sent for a 21-gene recurrence score. Pending.",
     "ihc"),
    ("stains-ordered", "SURGICAL PATHOLOGY REPORT\nEstrogen receptor positive 90%\n"
     "HER2 (IHC) 2+ equivocal\nOncotype DX recurrence score ordered; pending", "ihc"),
    ("tissue", "GENOMIC REPORT\nSpecimen: FFPE block\nBRCA2 c.5946del 48%\n"
     "refer for germline testing\nTP53 R175H 30%", "tumor_ngs_tissue"),
    ("germline", "HEREDITARY CANCER PANEL\nBRCA2 c.5946del, pathogenic\n"
     "This is no liquid biopsy: cell-free DNA was not tested", "germline"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "family"), FAMILIES, ids=[c[0] for c in FAMILIES])
def test_family(name: str, text: str, family: str) -> None:
    assert read_text(f"REPORT\nPatient: TEST, PERSON   Specimen: blood\n{text}\n").family == family


INHERITED = [
    ("carry", "The test found also that you carry one copy of the MUTYH variant c.1187G>A "
     "p.(Gly396Asp), class 5, pathogenic. About one\nperson in a hundred carries one copy.",
     "MUTYH present pathogenic"),
    ("carry-if", "We do not know whether you carry one copy of the MUTYH variant c.1187G>A.", ""),
    ("third", "A third change, BRIP1 c.1735C>T p.(Arg579Cys), was reported as a variant of "
     "uncertain significance (class 3). We do\nnot act on it.", "BRIP1 present vus"),
    ("before", "BRCA2 c.7994A>G was reported as pathogenic in 2019; it is now likely benign.", ""),
    ("class-end", "PALB2 c.3113G>A p.(Trp1038Ter), heterozygous, class 5. This explains much.",
     "PALB2 present pathogenic"),
    ("class-decimal", "PALB2 c.3113G>A, heterozygous, class 5.2 of our list",
     "PALB2 present no_class"),
    ("methods", "Gene   Sequencing   Del/dup\nMLH1   Negative   Negative\n"
     "PMS2   c.137G>T p.(Ser46Ile) Pathogenic   Negative\nMSH2   Negative    Exons 1-6 deleted\n"
     "MSH6   Negative   Failed", "MLH1 absent; PMS2 present pathogenic c.137G>T; "
     "MSH2 present cnv; MSH6 absent"),
    ("methods-marked", "Gene | Sequencing | Deletion / duplication\n"
     "MSH2 | No reportable variant | Deletion of exons 1-6, pathogenic\n"
     "EPCAM | n/a (deletion/duplication only) | None found\n"
     "GREM1 | Not sequenced | Failed - no result",
     "MSH2 present cnv pathogenic; EPCAM absent; GREM1 not_done"),
    ("single", "You carry a single copy of the MUTYH variant c.1187G>A.", "MUTYH present"),
    ("inherited", "We found that you have inherited a pathogenic change in CHEK2, c.1100del, "
     "which is class V.", "CHEK2 present pathogenic"),
    ("it-is", "A second variant, in ATM (c.7271T>G), was also identified. It is likely pathogenic "
     "(class 4).", "ATM present likely_pathogenic"),
    ("reason", "Reason for testing\nPaternal uncle: colon cancer at 49, loss of MLH1.\n\n"
     "RESULT: UNCERTAIN\n\nGENE\tVARIANT\tZYGOSITY\tVARIANT CLASSIFICATION\n"
     "POLD1\tc.1225C>T (p.Arg409Trp)\theterozygous\tUncertain Significance\n"
     "AXIN2\tc.1235A>G (p.Asn412Ser)\theterozygous\tUncertain Significance",
     "overall_result unclear; POLD1 present vus; AXIN2 present vus"),
]  # fmt: skip
GERMLINE = "Hereditary cancer panel\nPatient: TEST, PERSON   Specimen: blood\n\n"


@pytest.mark.parametrize(("name", "body", "expected"), INHERITED, ids=[c[0] for c in INHERITED])
def test_short_case_of_an_inherited_test(name: str, body: str, expected: str) -> None:
    assert agree(read(body + "\n", GERMLINE), expected) is None


def test_a_status_and_what_it_means_do_not_disagree() -> None:
    body = "HRD STATUS    POSITIVE\nBRCA1    no pathogenic variant\n\nINTERPRETATION\n"
    meaning = "A positive HRD status is a score of 42 or more, or a pathogenic variant in BRCA1.\n"
    assert read(body + meaning).warnings == ()


def test_the_activity_scores_of_a_column_are_kept() -> None:
    report = read_text(
        "PHARMACOGENOMICS\nPatient: TEST, PERSON   Specimen: swab\n\n"
        "Gene        Result (diplotype)     Activity    Predicted phenotype         Flag\n"
        "                                   score\n"
        "CYP2C9      *1/*3                  1.0         Intermediate metabolizer    !\n"
        "CYP3A5      *3/*3                  -           Poor metabolizer\n"
    )
    wanted = "CYP2C9 present 1activity_score intermediate_metabolizer; CYP3A5 poor_metabolizer"
    assert agree(report, wanted) is None
