"""The codes of the Genomics Reporting guide that are read, mostly LOINC."""

from __future__ import annotations

from pmchat.model import Classification, Origin, Polarity

# What an Observation is about
VARIANT, GENOTYPE, HAPLOTYPE = "69548-6", "84413-4", "84414-2"
OVERALL, SIGNIFICANCE = "51968-6", "53037-8"
REGION, PHASE, CONSEQUENCE = "53041-0", "82120-7", "molecular-consequence"
MSI, TMB = "81695-9", "94076-7"

# What a component is about
GENE, CODING, PROTEIN, GENOMIC = "48018-6", "48004-6", "48005-3", "81290-9"
DISCRETE, KARYOTYPE, DBSNP = "81252-9", "81291-7", "81255-2"
SOURCE, FRACTION, COPIES = "48002-0", "81258-6", "82155-3"
CHANGE, AMINO_CHANGE, FEATURE = "48019-4", "48006-1", "feature-consequence"
SEQUENCE, TRANSCRIPT, REFERENCE, ALTERNATE = "48013-7", "51958-7", "69547-8", "69551-0"
PLACES = ("81254-5", "exact-start-end", "81302-2", "81301-4")
FUSED = "95123-6"
BAND, CHROMOSOME = "48001-2", "48000-4"
MOTIF, REPEATS, CONFIDENCE = "repeat-motif", "repeat-number", "variant-confidence-status"
UNREAD_REGIONS = "uncallable-regions"

# Implications
METABOLISM, TRANSPORT, EFFICACY, RISK = (
    "53040-2", "effect-transporter-function", "51961-1", "83009-1",
)  # fmt: skip
DRUG, LEVEL = "51963-7", "93044-6"
EFFECTS = (EFFICACY, "therapeutic-implication", "predicted-therapeutic-implication")
CONTEXTS = ("81259-4", "associated-cancer", "phenotypic-treatment-context")
STATEMENTS = (METABOLISM, TRANSPORT, EFFICACY, RISK)
PHENOTYPES = (METABOLISM, TRANSPORT, *EFFECTS, RISK)

RESULTS: dict[str, Polarity] = {
    "LA9633-4": "present",
    "LA6576-8": "present",
    "LA9634-2": "absent_stated",
    "LA6577-6": "absent_stated",
    "LA11884-6": "indeterminate",
    "LA18198-4": "indeterminate",
    "LA9663-1": "indeterminate",
    "10828004": "present",
    "260373001": "present",
    "52101004": "present",
    "260385009": "absent_stated",
    "260415000": "absent_stated",
    "2667000": "absent_stated",
    "82334004": "indeterminate",
    "419984006": "indeterminate",
    "373121007": "not_performed",
}
INTERPRETATIONS: dict[str, Polarity] = {
    "POS": "present",
    "DET": "present",
    "NEG": "absent_stated",
    "ND": "absent_stated",
    "IND": "indeterminate",
    "E": "indeterminate",
}
SOURCES: dict[str, Origin] = {"LA6683-2": "germline", "LA6684-0": "somatic"}
CLASS_CODES: dict[str, Classification] = {
    "LA6668-3": "pathogenic",
    "LA26332-9": "likely_pathogenic",
    "LA26333-7": "vus",
    "LA26334-5": "likely_benign",
    "LA6675-8": "benign",
    "LA6669-1": "likely_pathogenic",
    "LA6682-4": "vus",
    "LA6674-1": "likely_benign",
}
WITHDRAWN = frozenset({"enteredinerror", "cancelled", "canceled", "retracted", "nullified"})

# Names of Observations whose own display does not say which biomarker it is
BIOMARKERS = {MSI: "Microsatellite instability", TMB: "Tumor mutational burden"}
# Words for codes that a file gives without any
NAMES = {
    **BIOMARKERS,
    "81247-9": "Master HL7 genetic variant reporting panel",
    "51969-4": "Genetic analysis report",
    VARIANT: "Genetic variant assessment",
    GENOTYPE: "Genotype display name",
    HAPLOTYPE: "Haplotype name",
    OVERALL: "Overall interpretation",
    SIGNIFICANCE: "Clinical significance",
    METABOLISM: "Effect on drug metabolism",
    EFFICACY: "Effect on drug efficacy",
    RISK: "Effect on drug risk",
    TRANSPORT: "Effect on drug transport",
    GENE: "Gene studied",
    CODING: "DNA change",
    PROTEIN: "Amino acid change",
    GENOMIC: "Genomic DNA change",
    SOURCE: "Source class",
    FRACTION: "Allelic frequency",
    COPIES: "Copy number",
    CHANGE: "DNA change type",
    DISCRETE: "Discrete genetic variant",
    KARYOTYPE: "Cytogenomic name",
    DBSNP: "dbSNP",
    AMINO_CHANGE: "Amino acid change type",
    FEATURE: "Feature consequence",
    SEQUENCE: "Genomic reference sequence",
    TRANSCRIPT: "Transcript",
    REFERENCE: "Reference allele",
    ALTERNATE: "Alternate allele",
    "81254-5": "Start and end",
    "exact-start-end": "Start and end",
    BAND: "Chromosome location",
    CHROMOSOME: "Chromosome",
    DRUG: "Medication assessed",
    LEVEL: "Level of evidence",
    "53034-5": "Allelic state",
    "82121-5": "Read depth",
    "81259-4": "Associated phenotype",
    "62374-4": "Reference assembly",
    "92822-6": "Coordinate system",
    "LA9633-4": "Present",
    "LA9634-2": "Absent",
    "LA6576-8": "Positive",
    "LA6577-6": "Negative",
    "LA11884-6": "Indeterminate",
    "LA18198-4": "No call",
    "LA9663-1": "Inconclusive",
    "LA26203-2": "MSI-H",
    "LA26202-4": "MSI-L",
    "LA14122-8": "Stable",
    "LA6683-2": "Germline",
    "LA6684-0": "Somatic",
    "LA6668-3": "Pathogenic",
    "LA26332-9": "Likely pathogenic",
    "LA26333-7": "Uncertain significance",
    "LA26334-5": "Likely benign",
    "LA6675-8": "Benign",
    "LA6669-1": "Presumed pathogenic",
    "LA6682-4": "Unknown significance",
    "LA6674-1": "Presumed benign",
    "LA6705-3": "Homozygous",
    "LA6706-1": "Heterozygous",
    "LA6707-9": "Hemizygous",
    "LA6690-7": "Substitution",
    "LA6692-3": "Deletion",
    "LA6687-3": "Insertion",
    "LA6686-5": "Duplication",
    "LA6698-0": "Missense",
    "LA6699-8": "Nonsense",
    "LA6694-9": "Frameshift",
    "LA6700-4": "Synonymous",
    "LA10315-2": "Ultrarapid metabolizer",
    "LA25390-8": "Rapid metabolizer",
    "LA25391-6": "Normal metabolizer",
    "LA10317-8": "Intermediate metabolizer",
    "LA9657-3": "Poor metabolizer",
    "LA25392-4": "Increased function",
    "LA25393-2": "Normal function",
    "LA25395-7": "Decreased function",
    "LA25394-0": "Poor function",
    "LA6676-6": "Resistant",
    "LA6677-4": "Responsive",
    "LA9660-7": "Presumed resistant",
    "LA9661-5": "Presumed responsive",
    "LA9662-3": "Presumed non-responsive",
    "LA19542-2": "Low risk",
    "LA19541-4": "High risk",
}
