"""Made-up PDF reports in the layouts of the families, with what a person reads off each."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from fpdf import FPDF

Read = tuple[str, str, str | None, float | None]
"""Analyte, first letter of the polarity, protein or coding change, number."""

LAYOUTS: dict[str, tuple[Callable[[], bytes], list[Read]]] = {}


class Sheet(FPDF):
    """A PDF on which words are put at places in millimetres."""

    def __init__(self, orientation: str = "portrait", font: str = "helvetica") -> None:
        super().__init__(orientation=orientation)
        self.set_auto_page_break(False)
        self.set_font(font, size=9)
        self.add_page()

    def at(self, x: float, y: float, text: str, size: float = 9, style: str = "") -> None:
        self.set_font(style=style, size=size)
        self.text(x, y, text)

    def down(
        self, x: float, y: float, lines: Sequence[str], step: float = 4.4, size: float = 9
    ) -> float:
        for line in lines:
            self.at(x, y, line, size)
            y += step
        return y

    def rows(
        self,
        xs: Sequence[float],
        y: float,
        rows: Sequence[Sequence[str]],
        step: float = 5,
        size: float = 9,
    ) -> float:
        """Rows of cells; a line break in a cell wraps it."""
        for row in rows:
            deepest = 1
            for x, cell in zip(xs, row, strict=False):
                lines = cell.split("\n")
                deepest = max(deepest, len(lines))
                for i, line in enumerate(lines):
                    self.at(x, y + i * 0.8 * step, line, size)
            y += step + (deepest - 1) * 0.8 * step
        return y

    def done(self) -> bytes:
        return bytes(self.output())


def layout(*expected: Read) -> Callable[[Callable[[], bytes]], Callable[[], bytes]]:
    def keep(make: Callable[[], bytes]) -> Callable[[], bytes]:
        LAYOUTS[make.__name__] = (make, list(expected))
        return make

    return keep


def head(sheet: Sheet, title: str) -> None:
    sheet.at(15, 15, title, 14, "B")
    sheet.at(15, 22, "Patient: MUSTER, ERIKA")
    sheet.at(80, 22, "DOB: 1961-04-12")
    sheet.at(130, 22, "MRN: QX-20931")
    sheet.at(15, 27, "Specimen: FFPE block A1")
    sheet.at(80, 27, "Collected: 2026-03-02")
    sheet.at(130, 27, "Reported: 2026-03-16")


@layout(
    ("MSI", "a", None, None),
    ("TMB", "p", None, 12.0),
    ("KRAS", "p", "p.G12C", 22.0),
    ("STK11", "p", "p.Q37*", 18.0),
    ("EGFR", "a", None, None),
    ("ALK", "a", None, None),
    ("ROS1", "a", None, None),
    ("BRAF", "a", None, None),
    ("MET", "a", None, None),
)
def two_columns() -> bytes:
    """Results at the left, general words at the right, each with lines at its own heights."""
    s = Sheet()
    head(s, "Solid Tumor NGS Panel Report")
    s.down(
        15,
        40,
        [
            "BIOMARKER FINDINGS",
            "Microsatellite status - MS-Stable",
            "Tumor Mutational Burden - 12 Muts/Mb",
        ],
    )
    s.down(15, 62, ["GENOMIC FINDINGS", "KRAS G12C   VAF 22.0 %", "STK11 Q37*   VAF 18.0 %"])
    s.down(
        15, 84, ["No reportable alterations in the following genes:", "EGFR, ALK, ROS1, BRAF, MET"]
    )
    s.down(
        115,
        41,
        [
            "ABOUT THIS TEST",
            "This test reads parts of 300 genes in tumor",
            "tissue. It was made by the laboratory. A",
            "negative result does not rule out a change",
            "below the limit of detection. The test does",
            "not distinguish between germline and",
            "somatic alterations. Ask your doctor what",
            "the result means for you. BRAF V600E is",
            "common in melanoma and other cancers.",
            "The panel was validated in 2024 with many",
            "samples of several kinds of tumors.",
        ],
        step=5.1,
    )
    return s.done()


@layout(
    ("PIK3CA", "p", "p.H1047R", 31.0),
    ("TP53", "p", "p.R248Q", 44.5),
    ("ERBB2", "p", None, None),
    ("ESR1", "a", None, None),
)
def wrapped_cells() -> bytes:
    """Rows of three lines, the gene at the top, no lines drawn."""
    s = Sheet()
    head(s, "Tumor profiling report (tissue NGS)")
    s.rows(
        [15, 45, 95, 125, 155],
        45,
        [
            ["Gene", "Alteration", "VAF (%)", "Tier", "Interpretation"],
            [
                "PIK3CA",
                "p.H1047R\nc.3140A>G\nexon 21",
                "31.0",
                "Tier I",
                "Known hotspot\nthat switches the\nprotein on",
            ],
            [
                "TP53",
                "p.R248Q\nc.743G>A",
                "44.5",
                "Tier II",
                "Loss of function,\nseen in many tumors",
            ],
            ["ERBB2", "amplification", "", "Tier I", "Copy gain"],
            ["ESR1", "Not detected", "", "", ""],
        ],
        step=5.5,
    )
    return s.done()


@layout(
    ("EGFR", "p", "p.L858R", 27.1),
    ("TP53", "p", "p.R175H", 30.0),
    ("MSI", "a", None, None),
    ("KRAS", "a", None, None),
    ("ALK", "a", None, None),
)
def side_bar() -> bytes:
    """A narrow bar of facts at the left of the results."""
    s = Sheet()
    s.at(15, 15, "TUMOR GENOMIC REPORT", 14, "B")
    s.down(
        12,
        30,
        [
            "PATIENT",
            "MUSTER, ERIKA",
            "",
            "DATE OF BIRTH",
            "1961-04-12",
            "",
            "DIAGNOSIS",
            "Lung adenocarcinoma",
            "",
            "SPECIMEN",
            "FFPE, lung",
            "",
            "COLLECTED",
            "2026-03-02",
            "",
            "REPORTED",
            "2026-03-16",
        ],
        size=7.5,
        step=3.7,
    )
    s.at(70, 30, "GENOMIC FINDINGS", 11, "B")
    s.rows(
        [70, 100, 140],
        37,
        [
            ["Gene", "Variant", "VAF"],
            ["EGFR", "p.L858R", "27.1%"],
            ["TP53", "p.R175H", "30.0%"],
        ],
        step=6,
    )
    s.down(70, 62, ["MSI: Stable", "", "Not detected: KRAS mutation, ALK fusion"], step=5)
    return s.done()


@layout(
    ("BRCA2", "p", "p.Ser1982Argfs*22", None),
    ("ATM", "p", "p.Lys412Glu", None),
    ("CDH1", "a", None, None),
    ("PALB2", "a", None, None),
    ("TP53", "a", None, None),
    ("CHEK2", "a", None, None),
)
def running_heads() -> bytes:
    """The list of what was not found goes over a page with the patient's name at its top."""
    s = Sheet()
    for page in (1, 2):
        if page == 2:
            s.add_page()
        s.at(15, 10, "Patient: MUSTER, ERIKA    MRN: QX-20931    Hereditary Cancer Panel", 7)
        s.at(170, 10, f"Page {page} of 2", 7)
        s.at(15, 288, "Northfield Genetics, CLIA 00D0000000 - Confidential report", 7)
        s.at(170, 288, "Reported: 2026-02-02", 7)
        if page == 1:
            s.rows(
                [15, 40, 95, 130],
                30,
                [
                    ["Gene", "Variant", "Zygosity", "Classification"],
                    ["BRCA2", "c.5946delT (p.Ser1982Argfs*22)", "heterozygous", "Pathogenic"],
                    ["ATM", "c.1234A>G (p.Lys412Glu)", "heterozygous", "VUS"],
                ],
            )
            s.at(
                15,
                278,
                "No pathogenic variants were identified in the following genes: CDH1, PALB2,",
            )
        else:
            s.at(15, 20, "TP53, CHEK2")
            s.at(15, 40, "Method: sequencing of coding exons.")
    return s.done()


@layout(("NRAS", "p", "p.Q61R", 38.0), ("BRAF", "a", None, None))
def gene_list_in_five_columns() -> bytes:
    """Every gene tested at the end, in five columns."""
    s = Sheet()
    head(s, "Melanoma NGS panel report")
    s.down(
        15, 40, ["RESULTS", "NRAS p.Q61R detected, VAF 38.0%", "BRAF V600 mutation: not detected"]
    )
    s.at(15, 60, "GENES TESTED", 11, "B")
    genes = (
        "ABL1 AKT1 ALK APC AR ARAF ATM ATR AURKA AXIN1 BAP1 BARD1 BCL2 BRAF BRCA1 BRCA2 BRIP1 "
        "CCND1 CDH1 CDK4 CDK6 CDKN2A CHEK2 EGFR ERBB2 ESR1 EZH2 FGFR1 FGFR2 FGFR3"
    ).split()
    s.rows([15, 50, 85, 120, 155], 66, [genes[i : i + 5] for i in range(0, 30, 5)], step=4.4)
    return s.done()


@layout(("BRAF", "p", "p.V600E", 45.0), ("MSI", "p", None, None), ("TMB", "p", None, 42.0))
def rotated_words() -> bytes:
    """The laboratory's name up the margin and a stamp across the page."""
    s = Sheet()
    head(s, "Tumor panel report (NGS)")
    with s.rotation(90, 8, 150):
        s.at(8, 150, "NORTHFIELD GENETICS LABORATORY CLIA 00D0000000", 8)
    with s.rotation(40, 60, 120):
        s.at(60, 120, "COPY", 60)
    s.down(
        15, 60, ["Results", "BRAF p.V600E VAF 45.0%", "MSI: MSI-High", "TMB: 42 mut/Mb"], step=10
    )
    return s.done()


@layout(
    ("PD-L1", "p", None, 60.0),
    ("MLH1", "a", None, None),
    ("MSH2", "a", None, None),
    ("EGFR", "p", "p.E746_A750del", 12.0),
)
def spaced_letters() -> bytes:
    """Headings in letters set wide apart, and words broken at line ends."""
    s = Sheet()
    head(s, "T U M O R   R E P O R T")
    s.at(15, 40, "R E S U L T S", 11)
    s.set_char_spacing(2.2)
    s.at(15, 47, "MOLECULAR PATHOLOGY")
    s.set_char_spacing(0)
    s.down(
        15,
        56,
        [
            "PD-L1 IHC (22C3): Tumor Proportion Score (TPS) 60 %",
            "MLH1: intact nuclear expression",
            "MSH2: intact nuclear expression",
            "EGFR exon 19 deletion p.E746_A750del VAF 12.0%",
            "The change may be treated with a tyro-",
            "sine kinase inhibitor.",
        ],
    )
    return s.done()


@layout(
    ("EGFR", "p", "p.L858R", 8.0),
    ("EGFR", "p", "p.T790M", 0.7),
    ("TP53", "p", "p.Y220C", 3.1),
    ("CCNE1", "p", None, None),
    ("ALK", "a", None, None),
    ("MSI", "a", None, None),
)
def table_over_pages() -> bytes:
    """A table whose heading and first rows stand on one page and the rest on the next."""
    s = Sheet()
    head(s, "Liquid biopsy report (plasma ctDNA)")
    xs = [15, 75, 120]
    s.rows(
        xs,
        262,
        [
            ["Alteration", "% cfDNA or Amp", "Comment"],
            ["EGFR L858R", "8.0%", ""],
            ["EGFR T790M", "0.7%", "resistance"],
        ],
    )
    s.at(15, 288, "Patient: MUSTER, ERIKA   Page 1 of 2", 7)
    s.add_page()
    s.at(15, 10, "Patient: MUSTER, ERIKA   Liquid biopsy report", 7)
    s.rows(
        xs,
        20,
        [
            ["TP53 Y220C", "3.1%", ""],
            ["CCNE1 amplification", "++", ""],
            ["ALK fusion", "Not detected", ""],
        ],
    )
    s.at(15, 50, "MSI-High: not detected")
    s.at(15, 288, "Patient: MUSTER, ERIKA   Page 2 of 2", 7)
    return s.done()


@layout(
    ("IDH1", "p", "p.R132H", 40.0),
    ("ATRX", "p", "p.R1803H", 35.0),
    ("TERT", "a", None, None),
    ("EGFR", "a", None, None),
    ("CDKN2A", "a", None, None),
    ("BRAF", "a", None, None),
    ("H3-3A", "a", None, None),
    ("PTEN", "a", None, None),
)
def negatives_in_columns() -> bytes:
    """What was not found, in three columns under its heading."""
    s = Sheet()
    head(s, "Brain tumor NGS panel report")
    s.rows(
        [15, 50, 100],
        42,
        [["Gene", "Variant", "VAF"], ["IDH1", "p.R132H", "40.0%"], ["ATRX", "p.R1803H", "35.0%"]],
    )
    s.at(15, 70, "PERTINENT NEGATIVES", 11, "B")
    s.at(15, 76, "No reportable alterations were found in the following genes:")
    s.rows([15, 70, 125], 83, [["TERT", "CDKN2A", "H3-3A"], ["EGFR", "BRAF", "PTEN"]])
    s.at(15, 105, "METHODS", 11, "B")
    s.at(15, 111, "Sequencing of 120 genes such as KIT and MET.")
    return s.done()


@layout(
    ("CYP2C19", "p", None, None),
    ("CYP2D6", "p", None, None),
    ("SLCO1B1", "p", None, None),
    ("TPMT", "n", None, None),
)
def landscape() -> bytes:
    """A wide page with a table of six columns."""
    s = Sheet("landscape")
    s.at(15, 15, "PHARMACOGENOMICS REPORT", 14, "B")
    s.at(15, 22, "Patient: MUSTER, ERIKA")
    s.at(110, 22, "Specimen: Buccal swab")
    s.at(200, 22, "Reported: 2026-03-16")
    s.rows(
        [15, 45, 80, 140, 190, 240],
        40,
        [
            ["Gene", "Genotype", "Phenotype", "Method", "Medications", "Comment"],
            [
                "CYP2C19",
                "*2/*2",
                "Poor Metabolizer",
                "PCR",
                "clopidogrel\ncitalopram",
                "see page 2",
            ],
            ["CYP2D6", "*1/*4", "Intermediate Metabolizer", "PCR", "codeine", ""],
            ["SLCO1B1", "*1/*1", "Normal Function", "PCR", "simvastatin", ""],
            ["TPMT", "Not tested", "", "", "", ""],
        ],
        step=6,
    )
    return s.done()


@layout(
    ("FLT3", "p", None, 0.42),
    ("NPM1", "p", "p.W288fs", 38.0),
    ("DNMT3A", "p", "p.R882H", 44.0),
    ("TP53", "a", None, None),
)
def centred_rows() -> bytes:
    """Cells set in the middle of a high row: a long cell's lines stand above and below."""
    s = Sheet()
    head(s, "Myeloid NGS panel report")
    xs = [15, 45, 95, 130]
    s.rows(xs, 42, [["Gene", "Variant", "VAF", "Comment"]])
    y = 53.0
    for row, comment in (
        (["FLT3", "ITD", "allelic ratio 0.42"], ["Internal tandem", "duplication of", "18 bases"]),
        (["NPM1", "p.W288fs", "38.0%"], ["Type A change", "of exon 12", "(12 codes)"]),
        (["DNMT3A", "p.R882H", "44.0%"], ["May come from", "blood stem", "cells"]),
        (["TP53", "Not detected", ""], [""]),
    ):
        s.rows(xs, y, [row])
        s.down(130, y - 4 if len(comment) > 1 else y, comment, step=4)
        y += 15
    return s.done()


@layout(
    ("ER", "p", None, 95.0),
    ("PR", "p", None, 40.0),
    ("ERBB2", "i", None, 2.0),
    ("Ki-67", "p", None, 22.0),
)
def two_label_columns() -> bytes:
    """Two columns of label and value, side by side."""
    s = Sheet()
    head(s, "Breast biomarker immunohistochemistry report")
    s.at(15, 40, "RESULTS", 11, "B")
    for y, row in (
        (47, ("ER:", "95 %, strong", "PR:", "40 %, moderate")),
        (53, ("HER2 IHC:", "2+ (equivocal)", "Ki-67:", "22 %")),
    ):
        for x, text in zip((15, 45, 110, 140), row, strict=True):
            s.at(x, y, text)
    return s.done()


@layout(
    ("RET", "p", None, None),
    ("TMB", "p", None, 3.2),
    ("MSI", "a", None, None),
    ("BRAF", "a", "p.V600E", None),
    ("NTRK1", "a", None, None),
)
def two_tables_side_by_side() -> bytes:
    """Two small tables beside each other, each with a heading of its own."""
    s = Sheet()
    head(s, "Thyroid NGS panel report")
    s.at(15, 40, "GENOMIC FINDINGS", 10, "B")
    s.at(110, 40, "BIOMARKER FINDINGS", 10, "B")
    s.rows(
        [15, 45],
        46,
        [["CCDC6-RET", "fusion"], ["BRAF V600E", "Not detected"], ["NTRK1 fusion", "Not detected"]],
        step=6,
    )
    s.rows(
        [110, 160],
        46,
        [["Tumor Mutational Burden", "3.2 Muts/Mb"], ["Microsatellite status", "Stable"]],
        step=6,
    )
    return s.done()


@layout(
    ("KRAS", "p", "p.G12D", 15.2),
    ("SMAD4", "p", "p.R361C", 9.9),
    ("CDKN2A", "p", None, None),
    ("BRCA1", "a", None, None),
    ("BRCA2", "a", None, None),
)
def small_marks() -> bytes:
    """Raised marks of footnotes behind genes and numbers, and a dense page."""
    s = Sheet()
    head(s, "Pancreas NGS panel report")
    y = 45.0
    for gene, change, share in (("KRAS", "p.G12D", "15.2%"), ("SMAD4", "p.R361C", "9.9%")):
        s.at(15, y, gene)
        s.at(15 + s.get_string_width(gene) + 0.2, y - 1.4, "1", 5)
        s.at(45, y, change)
        s.at(45 + s.get_string_width(change) + 0.2, y - 1.4, "2", 5)
        s.at(90, y, share)
        y += 4
    s.at(15, y, "CDKN2A")
    s.at(45, y, "homozygous deletion")
    s.at(15, y + 6, "Not detected: BRCA1, BRCA2 mutation")
    s.down(
        15, y + 14, ["1 gene of the core panel", "2 change known from databases"], size=6, step=3
    )
    return s.done()
