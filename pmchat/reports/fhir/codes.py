"""The codes of the Genomics Reporting guide that are read, mostly LOINC."""

from __future__ import annotations

from pmchat.model import Classification, Origin, Polarity

VARIANT, GENOTYPE, HAPLOTYPE = "69548-6", "84413-4", "84414-2"
OVERALL, SIGNIFICANCE, METABOLISM = "51968-6", "53037-8", "53040-2"
GENE, CODING, PROTEIN, GENOMIC = "48018-6", "48004-6", "48005-3", "81290-9"
SOURCE, FRACTION, COPIES, CHANGE, DISCRETE = (
    "48002-0",
    "81258-6",
    "82155-3",
    "48019-4",
    "81252-9",
)
PHENOTYPES = {METABOLISM, "51961-1", "83009-1", "effect-transporter-function"}
RESULTS: dict[str, Polarity] = {
    "LA9633-4": "present",
    "LA6576-8": "present",
    "LA9634-2": "absent_stated",
    "LA6577-6": "absent_stated",
    "LA11884-6": "indeterminate",
    "LA18198-4": "indeterminate",
    "LA9663-1": "indeterminate",
}
SOURCES: dict[str, Origin] = {"LA6683-2": "germline", "LA6684-0": "somatic"}
CLASS_CODES: dict[str, Classification] = {
    "LA6668-3": "pathogenic",
    "LA26332-9": "likely_pathogenic",
    "LA26333-7": "vus",
    "LA26334-5": "likely_benign",
    "LA6675-8": "benign",
}
NAMES = {
    VARIANT: "Genetic variant assessment",
    GENOTYPE: "Genotype display name",
    HAPLOTYPE: "Haplotype name",
    OVERALL: "Overall interpretation",
    SIGNIFICANCE: "Clinical significance",
    METABOLISM: "Effect on drug metabolism",
    GENE: "Gene studied",
    CODING: "DNA change",
    PROTEIN: "Amino acid change",
    GENOMIC: "Genomic DNA change",
    SOURCE: "Source class",
    FRACTION: "Allelic frequency",
    COPIES: "Copy number",
    CHANGE: "DNA change type",
    DISCRETE: "Discrete genetic variant",
    "48006-1": "Amino acid change type",
    "51958-7": "Transcript",
    "53034-5": "Allelic state",
    "51963-7": "Medication assessed",
    "51961-1": "Effect on drug efficacy",
    "81259-4": "Associated phenotype",
}
