"""Tables that could be taken for columns of prose, and blocks side by side."""

from __future__ import annotations

from .layouts import Sheet, head, layout

TEXT = [
    "This change keeps the protein switched",
    "on. It is found in many tumors of this",
    "kind. Drugs against it are approved in",
    "some settings and are in trials.",
]


@layout(
    ("BRAF", "p", "p.V600E", 41.0),
    ("PTEN", "p", "p.R130*", 22.5),
    ("TP53", "p", "p.R248W", 39.0),
    ("KIT", "a", None, None),
)
def long_interpretations() -> bytes:
    """Each row has four short lines of small print beside it, with another line height."""
    s = Sheet()
    head(s, "Melanoma NGS panel report")
    s.rows([15, 40, 70, 100], 42, [["Gene", "Variant", "VAF", "Interpretation"]])
    y = 50.0
    for row in (
        ["BRAF", "p.V600E", "41.0%"],
        ["PTEN", "p.R130*", "22.5%"],
        ["TP53", "p.R248W", "39.0%"],
    ):
        s.rows([15, 40, 70], y, [row])
        s.down(100, y - 0.4, TEXT, step=3.3, size=7)
        y += 17
    s.rows([15, 40], y, [["KIT", "Not detected"]])
    return s.done()


@layout(
    ("JAK2", "p", "p.V617F", 18.0),
    ("ASXL1", "p", "p.G646fs", 33.0),
    ("TET2", "p", "p.Q1466*", 40.0),
    ("SRSF2", "p", "p.P95H", 45.0),
    ("CALR", "a", None, None),
)
def two_lines_beside_each() -> bytes:
    """Cells in the middle of two lines: no line of the left stands on one of the right."""
    s = Sheet()
    head(s, "Myeloid NGS panel report")
    s.rows([15, 45, 85, 115], 42, [["Gene", "Variant", "VAF", "Comment"]])
    y = 52.0
    for row in (
        ["JAK2", "p.V617F", "18.0%"],
        ["ASXL1", "p.G646fs", "33.0%"],
        ["TET2", "p.Q1466*", "40.0%"],
        ["SRSF2", "p.P95H", "45.0%"],
    ):
        s.rows([15, 45, 85], y, [row])
        s.down(115, y - 2, ["Seen in blood cancers and", "in healthy older people"], step=4)
        y += 11
    s.rows([15, 45], y, [["CALR", "Not detected"]])
    return s.done()


@layout(
    ("EGFR", "p", "p.L861Q", 9.5),
    ("MET", "a", None, None),
    ("PD-L1", "p", None, 35.0),
)
def blocks_at_the_top() -> bytes:
    """Patient at the left, laboratory at the right, each with lines of its own."""
    s = Sheet()
    s.at(15, 12, "NGS REPORT", 14, "B")
    s.down(
        15,
        22,
        [
            "Patient: MUSTER, ERIKA",
            "DOB: 1961-04-12",
            "MRN: QX-20931",
            "Sex: F",
            "Diagnosis: Lung adenocarcinoma",
        ],
        step=4.4,
    )
    s.down(
        130,
        20,
        [
            "Northfield Genetics",
            "12 Mill Road, Springfield",
            "Phone: (555) 010-2000",
            "CLIA 00D0000000",
            "Collected: 2026-03-02",
            "Reported: 2026-03-16",
        ],
        step=3.7,
    )
    s.down(
        15,
        55,
        ["EGFR p.L861Q, VAF 9.5 %", "MET exon 14 skipping not detected", "PD-L1 (22C3): TPS 35 %"],
    )
    return s.done()


@layout(
    ("KRAS", "p", "p.G12C", 30.0),
    ("CDKN2A", "p", None, None),
    ("MSI", "a", None, None),
    ("TMB", "p", None, 9.0),
    ("EGFR", "a", None, None),
    ("ALK", "a", None, None),
    ("BRAF", "a", None, None),
)
def foundation_page() -> bytes:
    """Findings in a narrow column at the left, drugs in boxes at the right, notes below."""
    s = Sheet()
    head(s, "Tumor profiling report")
    s.at(15, 38, "BIOMARKER FINDINGS", 9, "B")
    s.at(85, 38, "THERAPY AND CLINICAL TRIAL IMPLICATIONS", 9, "B")
    s.rows(
        [15, 85],
        44,
        [
            ["Microsatellite status - MS-Stable", "No therapies or clinical trials"],
            ["Tumor Mutational Burden - 9 Muts/Mb", "No therapies or clinical trials"],
        ],
    )
    s.rows(
        [15, 85, 140],
        62,
        [
            ["GENOMIC FINDINGS", "THERAPIES WITH CLINICAL", "THERAPIES WITH CLINICAL"],
            ["", "BENEFIT (IN PATIENT'S", "BENEFIT (IN OTHER"],
            ["", "TUMOR TYPE)", "TUMOR TYPE)"],
        ],
        step=3.6,
        size=8,
    )
    s.rows(
        [15, 85, 140],
        78,
        [
            ["KRAS - G12C  VAF 30.0%", "Sotorasib\nAdagrasib", "none"],
            ["CDKN2A - loss", "none", "none"],
        ],
        step=6,
    )
    s.at(15, 105, "Genes with no reportable alterations: EGFR, ALK, BRAF")
    return s.done()


@layout(
    ("MSH6", "p", "p.Phe1088Leufs*5", None),
    ("overall result", "p", None, None),
)
def text_below_in_columns() -> bytes:
    """A result, and below it two columns of words about the gene and about what to do."""
    s = Sheet()
    head(s, "Hereditary cancer panel (germline)")
    s.at(15, 38, "RESULT: POSITIVE", 12, "B")
    s.rows(
        [15, 50, 115, 150],
        46,
        [
            ["Gene", "Variant", "Zygosity", "Classification"],
            ["MSH6", "c.3261dupC (p.Phe1088Leufs*5)", "heterozygous", "Pathogenic"],
        ],
    )
    s.at(15, 65, "About this gene", 10, "B")
    s.at(110, 65, "Next steps", 10, "B")
    s.down(
        15,
        71,
        [
            "Changes in MSH6 from birth raise the chance",
            "of cancers of the bowel and the womb. MLH1,",
            "MSH2 and PMS2 act together with MSH6 in",
            "the repair of DNA.",
            "Not all carriers get cancer.",
        ],
    )
    s.down(
        110,
        71,
        [
            "Talk with a genetic counselor about what",
            "this means for you. Relatives can be",
            "tested for the MSH6 variant.",
            "Screening starts earlier than usual.",
        ],
        step=4.9,
    )
    return s.done()


@layout(
    ("CYP2C9", "p", None, None),
    ("VKORC1", "p", None, None),
    ("CYP3A5", "p", None, None),
    ("UGT1A1", "i", None, None),
)
def lines_of_many_cells() -> bytes:
    """Every cell wraps at other places; the gene stands at the top."""
    s = Sheet()
    head(s, "Pharmacogenomics report")
    s.rows(
        [15, 40, 70, 115],
        42,
        [
            ["Gene", "Genotype", "Phenotype", "What it means"],
            [
                "CYP2C9",
                "*1/*3",
                "Intermediate\nMetabolizer",
                "Warfarin and phenytoin are\nbroken down more slowly",
            ],
            [
                "VKORC1",
                "-1639G>A\nG/A",
                "Increased warfarin\nsensitivity",
                "Less warfarin may be needed",
            ],
            ["CYP3A5", "*3/*3", "Poor Metabolizer", "Tacrolimus stays longer"],
            ["UGT1A1", "Indeterminate", "", "Please send a new sample"],
        ],
        step=7,
    )
    return s.done()
