"""Short cases of titles, lists, legends and tables that turn or hide what stands below them."""

from __future__ import annotations

from time import perf_counter

import pytest

from pmchat.reports.identifiers import find_identifiers
from pmchat.reports.lines import split_pages
from pmchat.reports.read import read_text

from .helpers import agree, read

OF_ELSE = [
    "Variants which were not seen in the earlier sample",
    "Alterations which were not present in germline",
    "Variants that can be treated but are not approved",
    "No approved therapy in this tumor type for the following variants",
    "No change in therapy after the following",
    "Mutations that were not found in the germline",
    "No drugs are licensed for the following alterations",
    "Alterations that are not approved targets",
    "VARIANTS WITH NO CLINICAL FINDINGS REPORTED",
    "ALTERATIONS WITHOUT APPROVED THERAPY CHANGES",
    "Somatic mutations with no known drug alterations",
    "GENES WITH NO APPROVED DRUGS",
    "New variants not present in the previous specimen",
    "Variants not detected in the previous sample",
    "Variants not seen in the matched specimen",
    "Variants absent in the test from 12 May 2023",
    "Alterations not found in the normal sample",
    "Mutations not identified in the first biopsy sample",
    "Gene fusions: not detected",
    "Gene fusions and amplifications not detected",
    "RNA fusions: none detected",
    "Copy number changes not detected",
    "Structural variants: not found",
]


@pytest.mark.parametrize("heading", OF_ELSE)
def test_a_heading_that_denies_something_else(heading: str) -> None:
    assert agree(read(f"{heading}\nKRAS G12D\n"), "KRAS present sure") is None


DENIED = [
    ("own-sample", "Variants not detected in this plasma sample\nKRAS G12D", "KRAS absent"),
    ("own-day", "Not detected in this sample (drawn 2026-05-04)\nKRAS G12D", "KRAS absent"),
    ("of-drugs", "No therapy-relevant variants were found in the following genes\nKRAS\nBRAF",
     "KRAS absent; BRAF absent"),
    ("fusions", "Gene fusions: not detected\nALK\nROS1\nRET",
     "ALK absent; ROS1 absent; RET absent"),
    ("resistance", "Resistance mutations: negative\nEGFR L858R", "EGFR present doubtful"),
    ("apart", "PERTINENT GENES NOT MUTATED\nALK, ROS1\n\nKRAS G12C",
     "ALK absent; ROS1 absent; KRAS present"),
    ("apart-share", "Genes without alterations\nALK, ROS1, RET\n\nTP53 R175H   12%",
     "ALK absent; ROS1 absent; RET absent; TP53 present 12%"),
    ("apart-coding", "Negative biomarkers\nALK  ROS1\n\nKRAS c.35G>A p.G12D",
     "ALK absent; ROS1 absent; KRAS present"),
    ("all-changes", "Variants not detected\nEGFR T790M\n\nKRAS G12C", "EGFR absent; KRAS absent"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "body", "expected"), DENIED, ids=[c[0] for c in DENIED])
def test_a_list_of_what_was_not_found(name: str, body: str, expected: str) -> None:
    assert agree(read(body + "\n"), expected) is None


STAINS = "SURGICAL PATHOLOGY REPORT\nPatient: TEST, PERSON   Specimen: biopsy\n\n"
NO_LEGENDS = [
    ("criteria", "HER2 IHC: negative by ASCO/CAP scoring criteria\nER: positive, 90 %\n"
     "PR: negative", "ERBB2 absent; ER present 90%; PR absent"),
    ("criteria-of-year", "HER2 positive per 2023 ASCO/CAP interpretation criteria\nPR: negative\n"
     "Ki-67: 20 %", "ERBB2 present; PR absent; Ki-67 present 20%"),
    ("cut-offs", "PD-L1 (22C3): positive, meets cut-offs\nER: positive",
     "PD-L1 present; ER present"),
    ("definitions", "MSI-High by NCI definitions\nKRAS G12D 12 %", "MSI present; KRAS present"),
    ("criteria-status", "HER2 status by 2018 ASCO/CAP guideline interpretation criteria: NEGATIVE "
     "(IHC 1+)", "ERBB2 absent"),
    ("criteria-bracket", "HER2: equivocal (ASCO/CAP scoring criteria)\nER: positive",
     "ERBB2 unclear; ER present"),
    ("criteria-according", "ER: positive according to the CAP reporting criteria\nPR: negative",
     "ER present; PR absent"),
    ("criteria-fulfils", "PD-L1 fulfils the interpretation criteria: positive\nER: negative",
     "PD-L1 present; ER absent"),
    ("legend-kept", "HER2 by IHC: scoring criteria\n3+: strong staining is positive\n\nRESULTS\n"
     "ER: positive", "ER present"),
    ("explanation", "EXPLANATION OF YOUR RESULTS\n\nKRAS G12D was detected in your tumor.",
     "KRAS present"),
    ("key", "Key to the results\nEGFR L858R detected\nKRAS: negative", "EGFR present; KRAS absent"),
    ("explanation-in-line", "Explanation of test results: EGFR L858R detected", "EGFR present"),
    ("guide", "Guide to your report\nKRAS G12D was detected.", "KRAS present"),
    ("guide-kept", "Guide to the terms\nHER2 3+: positive\nKRAS G12D: detected", ""),
    ("key-kept", "Key to abbreviations\nMSI-H: microsatellite instability is high", ""),
]  # fmt: skip


@pytest.mark.parametrize(("name", "body", "expected"), NO_LEGENDS, ids=[c[0] for c in NO_LEGENDS])
def test_a_result_that_looks_like_the_title_of_a_legend(
    name: str, body: str, expected: str
) -> None:
    assert agree(read(body + "\n", STAINS), expected) is None


PERSONAL = [
    ("Patient Walker, Anna (room 12, ward 7 B, referred by the lung clinic). Date of birth "
     "1960-02-03", "name", "Walker, Anna"),
    ("Patient Anna Walker of 14 Elm Street, Springfield, was born on 1960-02-03", "name",
     "Anna Walker"),
    ("Patient Olga Brandt (ward 3, bed 11; sent by the breast unit of the hospital), aged 61",
     "name", "Olga Brandt"),
    ("Patient Shay Given. Male. Seen today", "name", "Shay Given."),
    ("Patient Anna Stage, female", "name", "Anna Stage"),
    ("Patient Maria Grace Control, born 1960", "name", "Maria Grace Control"),
    ("Patient Tom Loss, 61 years old", "name", "Tom Loss"),
    ("Patient Anna Walker presents with cough", "name", "Anna Walker"),
    ("The patient Anna Walker was referred for testing", "name", "Anna Walker"),
    ("Our ref: MB/24-77", "accession", "MB/24-77"),
    ("Your ref: AB/12/7", "accession", "AB/12/7"),
    ("Our ref. IHC/24/1234", "accession", "IHC/24/1234"),
    ("Ref: HG/24/1234", "accession", "HG/24/1234"),
    ("Ref NM24/56-7", "accession", "NM24/56-7"),
    ("Reference: 26/H1180", "accession", "26/H1180"),
    ("Your reference # GEN-2024-15", "accession", "GEN-2024-15"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "found"), PERSONAL, ids=[c[2] for c in PERSONAL])
def test_personal_data(text: str, kind: str, found: str) -> None:
    hits = [i for i in find_identifiers(split_pages([text])) if i.kind == kind]
    assert [i.text for i in hits] == [found]


@pytest.mark.parametrize(
    "text",
    [
        "Reference: BRCA1/BRCA2 panel",
        "Ref: KMT2A-MLLT3",
        "Reference HER2/CEP17 ratio",
        "ref: GRCh38/hg38",
        "Ref chr7-55259515",
        "Reference range (ref 100-200/mL)",
        "Patient Ashkenazi Jewish, female",
        "PATIENT TUMOR STAGE IV, AGE 60",
        "Patient Consent Given. Female",
    ],
)
def test_no_personal_data(text: str) -> None:
    assert find_identifiers(split_pages([text])) == []


GENERAL = [
    ("emerge", "KRAS Y96D may emerge under KRAS inhibitors.", ""),
    ("emerge-drug", "EGFR C797S may emerge on osimertinib", ""),
    ("appear", "A BRAF V600E mutation may appear later", ""),
    ("emerge-copies", "MET amplification may emerge on osimertinib", ""),
    ("develop", "ESR1 Y537S may develop during endocrine treatment", ""),
    ("emerge-beside", "KRAS G12C 12 %; resistance may develop on sotorasib", "KRAS present 12%"),
    ("emerge-after", "EGFR L858R was detected (12 %), and resistance may emerge",
     "EGFR present 12%"),
    ("emerge-next", "EGFR L858R was detected. T790M may emerge later.", "EGFR present"),
    ("band", "BRAF V600E: positive, the band may appear faint", "BRAF present"),
    ("scored", "HER2 2+ is scored as equivocal", ""),
    ("score-told", "HER2 is scored as 3+", "ERBB2 present 3+"),
    ("termed", "EGFR exon 20 insertion is termed as resistant", ""),
    ("in-assay", "In this assay an MSI-H result in fewer markers is reported as MSS", ""),
    ("a-result", "A PD-L1 score of 1 is reported as positive", ""),
]  # fmt: skip


@pytest.mark.parametrize(("name", "body", "expected"), GENERAL, ids=[c[0] for c in GENERAL])
def test_what_may_come_and_how_scores_are_called(name: str, body: str, expected: str) -> None:
    assert agree(read(body + "\n"), expected) is None


OTHERS = [
    ("prior", "PRIOR TISSUE SPECIMEN (OTHER LABORATORY)\nKRAS G12D 12 %\nTP53 R273H", ""),
    ("of-year", "Tissue biopsy of 2024 (other laboratory)\nKRAS G12D detected", ""),
    ("results", "Results from outside laboratory, biopsy 2021\nEGFR T790M detected, 20 %\n"
     "MET amplification detected", ""),
    ("block", "Tumor block, profile by another laboratory\nBRAF V600E 30 %", ""),
    ("report", "BIOPSY REPORT (FROM ANOTHER HOSPITAL)\nBRAF V600E 30 %", ""),
    ("received", "Specimen received (from another hospital)\nBRAF V600E 30 %", "BRAF present 30%"),
    ("sent", "Slides sent to us from another hospital\nBRAF V600E 30 %", "BRAF present 30%"),
    ("sent-in", "Biopsy from an outside hospital\nBRAF V600E 30 %", "BRAF present 30%"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "body", "expected"), OTHERS, ids=[c[0] for c in OTHERS])
def test_what_another_laboratory_found(name: str, body: str, expected: str) -> None:
    assert agree(read(body + "\n"), expected) is None


EARLIER = [
    ("version", "Version 2 listed EGFR L858R in error.", ""),
    ("version-gave", "KRAS G12C 10 %\nVersion 3 had stated BRAF V600E.", "KRAS present 10%"),
    ("version-date", "Version 2, reported 3 May 2024: KRAS G12C 10 %", "KRAS present 10%"),
    ("last", "Last report: BRAF V600E 12 %\nNow: KRAS G12C 10 %", "KRAS present 10%"),
    ("last-test", "Last test (2023): BRAF V600E 12 %\nThis test: KRAS G12C 10 %",
     "KRAS present 10%"),
    ("error", "CHEK2 c.1100delC was reported as likely pathogenic, and this was an error.", ""),
    ("now-benign", "BRCA2 c.123A>G was reported as a variant of uncertain significance; the "
     "laboratory now calls it benign.", ""),
    ("other-lab", "ATM c.1A>G was reported as a VUS on a test of another laboratory", ""),
    ("withdrawn", "PALB2 c.3113G>A was reported as pathogenic; that report was withdrawn.", ""),
    ("reported-as", "PALB2 c.3113G>A was reported as pathogenic.", "PALB2 present pathogenic"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "body", "expected"), EARLIER, ids=[c[0] for c in EARLIER])
def test_what_an_earlier_report_said(name: str, body: str, expected: str) -> None:
    assert agree(read(body + "\n"), expected) is None


SCALES = [
    ("cells-are", "PD-L1 (22C3): >50 % of tumor cells are positive.", "PD-L1 present >50%"),
    ("cells-strong", "ER: >90 % of tumor cells are positive, strong", "ER present >90%"),
    ("nuclei-are", "PR: >= 80 % of nuclei are strongly positive", "PR present >=80%"),
    ("claudin", "CLDN18.2: >= 75 % of tumor cells are positive (2+/3+)", "CLDN18.2 present >=75%"),
    ("at-least", "ER: strong; at least 90 % of tumor cells are positive",
     "ER present >=90%"),
    ("at-most", "ER: < 1 % of the nuclei are positive", ""),
    ("no-cells", "ER: > 95 % are positive", "ER present >95%"),
    ("loss-told", "There is loss of one or more of the mismatch repair proteins: MLH1 and PMS2 "
     "lost.", "MLH1 present loss; PMS2 present loss"),
    ("loss-bracket", "MMR deficient: loss of at least one of MLH1/PMS2 (both lost)",
     "MMR present loss; MLH1 present loss; PMS2 present loss"),
    ("loss-each", "Loss of any of the four proteins is seen: MSH6 absent", "MSH6 present"),
    ("kept", "HER2 negative is retained from the biopsy.", "ERBB2 absent"),
    ("scale-cells", "PR: >= 1 % of cells stained is positive by this laboratory.", ""),
    ("scale-loss", "dMMR is loss of at least one of MLH1, PMS2, MSH2, MSH6.", ""),
    ("scale-counts", "ER: 90 % of nuclei (>= 1 % of cells counts as positive)", "ER present 90%"),
    ("scale-classes", "ER: 90 %\nPD-L1 categories for 22C3: <1% negative; 1-49% low; 50% or more "
     "high.", "ER present 90%"),
    ("scale-kept", "MMR: MLH1, MSH2, MSH6, PMS2; proficient means retained in all.", ""),
]  # fmt: skip


@pytest.mark.parametrize(("name", "body", "expected"), SCALES, ids=[c[0] for c in SCALES])
def test_a_stain_told_like_a_scale(name: str, body: str, expected: str) -> None:
    assert agree(read(body + "\n", STAINS), expected) is None


RELATIVES = [
    ("history", "A 52 year old, mother breast cancer, BRCA1 c.68_69delAG positive, on olaparib",
     "BRCA1 present"),
    ("history-age", "61 y, sister ovarian cancer at 40, PALB2 c.3113G>A heterozygous detected",
     "PALB2 present"),
    ("nodule", "Specimen: Sister Mary Joseph nodule, metastatic carcinoma, KRAS G12D 20 %",
     "KRAS present 20%"),
    ("nodule-with", "Metastasis (Sister Mary Joseph nodule) with KRAS G12D 20 %",
     "KRAS present 20%"),
    ("hospital", "Specimen sent by Sisters of Mercy Cancer Hospital, EGFR L858R detected",
     "EGFR present"),
    ("hospital-colon", "Sisters of Charity Hospital: EGFR L858R detected", "EGFR present"),
    ("aunt", "Family: maternal aunt breast cancer; BRCA1 c.68_69del heterozygous detected",
     "BRCA1 present"),
    ("hers", "Mother breast cancer at 45, BRCA1 c.68_69delAG", ""),
    ("hers-label", "Maternal aunt: ovarian carcinoma, BRCA1 c.68_69delAG positive", ""),
    ("hers-amid", "Seen for surveillance (sister breast cancer with BRCA2 c.5946delT)", ""),
]  # fmt: skip


@pytest.mark.parametrize(("name", "body", "expected"), RELATIVES, ids=[c[0] for c in RELATIVES])
def test_a_relative_beside_the_person(name: str, body: str, expected: str) -> None:
    assert agree(read(body + "\n"), expected) is None


BY_METHOD = [
    ("equivocal", "Gene\tMutation\tFusion\tAmplification\nEGFR\tL858R\tnot detected\tequivocal",
     "EGFR present p.L858R; EGFR unclear cnv"),
    ("not-tested", "Gene\tMutation\tFusion\tAmplification\n"
     "MET\tnot detected\texon 14 skipping\tnot tested", "MET present indel; MET not_done cnv"),
    ("not-performed", "Gene\tSequencing\tDeletion/Duplication\n"
     "BRCA1\tc.68_69delAG\tnot performed", "BRCA1 present indel; BRCA1 not_done cnv"),
    ("both", "Gene\tSequencing\tDeletion/Duplication\nMSH2\tc.1A>G\tDeletion of exons 1-6",
     "MSH2 present c.1A>G; MSH2 present cnv"),
    ("share", "Gene   Mutation   VAF   Fusion   Amplification\n"
     "EGFR   L858R   12 %   negative   positive", "EGFR present 12%; EGFR present cnv no_value"),
    ("only-copies", "Gene   Mutation   Fusion   Amplification\n"
     "MET   negative   negative   positive", "MET present cnv"),
    ("pipes", "Gene | Variant | Rearrangement | Amplification\n"
     "ALK | not detected | EML4::ALK | not tested", "ALK present fusion; ALK not_done cnv"),
    ("denied", "Gene\tSequencing\tMLPA\nATM\tnegative\tnegative", "ATM absent"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "body", "expected"), BY_METHOD, ids=[c[0] for c in BY_METHOD])
def test_columns_by_method(name: str, body: str, expected: str) -> None:
    assert agree(read(body + "\n"), expected) is None


FAMILIES = [
    ("cytology", "LIQUID-BASED CYTOLOGY REPORT\nSpecimen: cervix\nHPV 16: positive"),
    ("cytology-spaced", "LIQUID BASED CYTOLOGY REPORT\nHPV 16: positive"),
    ("nitrogen", "TUMOR SEQUENCING REPORT\nTransport: LIQUID NITROGEN\nFrozen lung tumor\n"
     "KRAS G12D 12 %"),
    ("medium", "TUMOR SEQUENCING REPORT\nFine needle aspirate in LIQUID MEDIUM\nKRAS G12D 12 %"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text"), FAMILIES, ids=[c[0] for c in FAMILIES])
def test_a_liquid_that_is_no_blood(name: str, text: str) -> None:
    report = read_text(f"Halcyon Diagnostics\nPatient: TEST, PERSON\n{text}\n")
    assert report.family != "tumor_ngs_plasma"


@pytest.mark.parametrize("run", ["(" * 200_000, " (" * 100_000, "." * 200_000, "a\t" * 100_000])
def test_a_long_run_of_marks_is_read_in_time(run: str) -> None:
    start = perf_counter()
    assert agree(read(f"KRAS G12D 12%\n\n{run}\n"), "KRAS present 12%") is None
    assert perf_counter() - start < 40  # seconds
