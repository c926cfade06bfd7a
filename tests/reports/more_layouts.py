"""More made-up PDF reports: turned pages, cards, watermarks, columns inside columns."""

from __future__ import annotations

from .layouts import Sheet, head, layout


@layout(("EGFR", "p", "p.L858R", 12.0), ("KRAS", "a", None, None), ("MSI", "a", None, None))
def turned_page() -> bytes:
    """All lines run up the page."""
    s = Sheet()
    for x, line in enumerate(
        [
            "Lung NGS panel report",
            "Patient: MUSTER, ERIKA   Specimen: FFPE block",
            "Gene      Variant      VAF",
            "EGFR      p.L858R     12.0%",
            "KRAS      Not detected",
            "MSI: Stable",
        ]
    ):
        with s.rotation(90, 20 + 8 * x, 250):
            s.at(20 + 8 * x, 250, line)
    return s.done()


@layout(
    ("BRAF", "p", "p.V600E", 33.0),
    ("NRAS", "a", None, None),
    ("KIT", "a", None, None),
)
def watermark() -> bytes:
    """A huge pale word lies straight across the lines."""
    s = Sheet()
    head(s, "Melanoma NGS panel report")
    s.set_text_color(220, 220, 220)
    s.at(30, 75, "SAMPLE", 110, "B")
    s.set_text_color(0, 0, 0)
    s.rows(
        [15, 60, 110],
        42,
        [
            ["Gene", "Variant", "VAF"],
            ["BRAF", "p.V600E", "33.0%"],
            ["NRAS", "Not detected", ""],
            ["KIT", "Not detected", ""],
        ],
        step=8,
    )
    return s.done()


@layout(
    ("ERBB2", "p", None, None),
    ("TP53", "p", "p.R273C", 51.2),
    ("ESR1", "a", None, None),
    ("TMB", "p", None, 4.0),
)
def wrapped_names() -> bytes:
    """Names and column headings that wrap."""
    s = Sheet()
    head(s, "Breast NGS panel report")
    s.rows(
        [15, 55, 100, 140],
        42,
        [
            ["Gene", "Alteration", "Variant Allele\nFrequency (%)", "Clinical\nSignificance"],
            ["ERBB2\n(HER2)", "amplification", "", "Tier I"],
            ["TP53", "p.R273C", "51.2", "Tier II"],
            ["ESR1", "Not detected", "", ""],
            ["Tumor Mutational\nBurden", "4 Muts/Mb", "", ""],
        ],
        step=7,
    )
    return s.done()


@layout(
    ("EGFR", "p", "p.L858R", 19.4),
    ("TP53", "p", "p.R282W", 25.0),
    ("MET", "a", None, None),
)
def tall_rows_with_drugs() -> bytes:
    """Beside each gene a long list of drugs and of trials."""
    s = Sheet()
    head(s, "Lung NGS panel report")
    s.rows(
        [15, 60, 110, 160],
        42,
        [
            [
                "Genomic findings",
                "Therapies (in patient's",
                "Therapies (in other",
                "Clinical trials",
            ],
            ["", "tumor type)", "tumor type)", ""],
        ],
        step=4,
    )
    s.rows(
        [15, 60, 110, 160],
        56,
        [
            [
                "EGFR p.L858R\nVAF 19.4%",
                "osimertinib\nafatinib\nerlotinib\ngefitinib",
                "none",
                "NCT00000001\nNCT00000002",
            ],
            ["TP53 p.R282W\nVAF 25.0%", "none", "none", "NCT00000003"],
        ],
        step=8,
    )
    s.at(15, 100, "MET exon 14 skipping: not detected")
    return s.done()


@layout(
    ("BRCA1", "p", "p.Gln1756Profs*74", None),
    ("PALB2", "a", None, None),
    ("ATM", "a", None, None),
    ("overall result", "p", None, None),
)
def cards() -> bytes:
    """Small labels above their values."""
    s = Sheet()
    head(s, "Hereditary cancer panel (germline)")
    s.at(15, 40, "RESULT: POSITIVE - a pathogenic variant was identified in BRCA1", 11)
    for x, label, value in (
        (15, "GENE", "BRCA1"),
        (50, "VARIANT", "c.5266dupC (p.Gln1756Profs*74)"),
        (120, "ZYGOSITY", "Heterozygous"),
        (160, "CLASSIFICATION", "Pathogenic"),
    ):
        s.at(x, 52, label, 7)
        s.at(x, 57, value, 10)
    s.at(15, 70, "No pathogenic variants were found in PALB2 or ATM.")
    return s.done()


@layout(("TP53", "p", "p.R175H", 48.0), ("ALK", "a", None, None), ("ROS1", "a", None, None))
def prose_in_two_columns() -> bytes:
    """A journal page: two columns of sentences on common lines."""
    s = Sheet()
    head(s, "Tumor NGS panel report")
    s.down(
        15,
        45,
        [
            "Result of this test for the patient",
            "A change was detected in TP53, p.R175H, with",
            "a variant allele fraction of 48.0%. Rearrange-",
            "ments of ALK and ROS1 were not detected in",
            "this sample. The sample was of good quality",
            "and held enough tumor cells for the test.",
        ],
    )
    s.down(
        110,
        45,
        [
            "Method of this test in the laboratory",
            "DNA was taken from the block and read with a",
            "panel of 400 genes such as KRAS and BRAF. The",
            "mean depth was 500 reads. Changes below the",
            "limit of 5% are not reported here. This test",
            "was made by our laboratory and is not FDA",
        ],
    )
    return s.done()


@layout(
    ("KRAS", "p", "p.G12V", 20.5),
    ("PTEN", "p", None, None),
    ("EGFR", "a", None, None),
    ("BRAF", "a", None, None),
    ("PD-L1", "p", None, 5.0),
)
def negatives_in_a_bar() -> bytes:
    """The genes without change in a bar at the right, one below the other."""
    s = Sheet()
    head(s, "Lung NGS panel report")
    s.at(15, 42, "GENOMIC FINDINGS", 11, "B")
    s.rows(
        [15, 45, 80],
        49,
        [["Gene", "Variant", "VAF"], ["KRAS", "p.G12V", "20.5%"], ["PTEN", "loss", ""]],
        step=7,
    )
    s.at(15, 80, "PD-L1 (22C3) TPS: 5 %")
    s.at(15, 90, "The sample was of good quality.")
    s.at(150, 43, "PERTINENT NEGATIVES", 9, "B")
    s.down(150, 48.2, ["EGFR", "BRAF"], step=4.1)
    s.down(
        150,
        58,
        ["Also read:", "see the list of", "genes tested on", "the last page"],
        step=4.1,
        size=8,
    )
    return s.done()


@layout(
    ("EGFR", "p", "p.G719A", 6.1),
    ("EGFR", "p", "p.S768I", 5.8),
    ("RB1", "p", "p.R320*", 11.0),
)
def gene_once() -> bytes:
    """The gene stands once for two rows, numbers set to the right, a column of row numbers."""
    s = Sheet()
    head(s, "Lung NGS panel report")
    for y, row in (
        (45, ("No.", "Gene", "Variant", "VAF (%)")),
        (51, ("1", "EGFR", "p.G719A", "6.1")),
        (57, ("2", "", "p.S768I", "5.8")),
        (63, ("3", "RB1", "p.R320*", "11.0")),
    ):
        for x, text in zip((15, 30, 60), row[:3], strict=True):
            s.at(x, y, text)
        s.at(130 - s.get_string_width(row[3]), y, row[3])
    return s.done()


@layout(
    ("TERT", "p", None, 35.0),
    ("FGFR3", "p", "p.S249C", 28.0),
    ("CDKN2A", "p", None, None),
    ("MSI", "a", None, None),
    ("TMB", "p", None, 9.0),
)
def letters_set_wide() -> bytes:
    """All words with wide spaces between letters."""
    s = Sheet()
    s.set_char_spacing(1.6)
    s.at(15, 15, "Bladder NGS panel report", 12)
    s.at(15, 22, "Patient: MUSTER, ERIKA   Specimen: FFPE block")
    s.rows(
        [15, 60, 130],
        35,
        [
            ["Gene", "Variant", "VAF"],
            ["TERT", "c.-124C>T", "35.0%"],
            ["FGFR3", "p.S249C", "28.0%"],
            ["CDKN2A", "homozygous deletion", ""],
        ],
    )
    s.down(15, 60, ["MSI: Stable", "TMB: 9 mut/Mb"])
    return s.done()


@layout(
    ("JAK2", "p", "p.V617F", 31.0),
    ("CALR", "a", None, None),
    ("MPL", "a", None, None),
)
def drawn_table() -> bytes:
    """A table with lines, cells in the middle, small text, and a heading in white on blue."""
    s = Sheet()
    head(s, "Myeloid panel report (NGS)")
    s.set_y(40)
    s.set_fill_color(20, 40, 120)
    with s.table(text_align="CENTER", line_height=5, col_widths=(20, 60, 20, 60)) as table:
        for line in (
            ["Gene", "Result", "VAF", "Interpretation"],
            [
                "JAK2",
                "p.V617F (c.1849G>T) detected",
                "31.0%",
                "A change often seen in people whose marrow makes too many cells, in line "
                "with a myeloproliferative neoplasm",
            ],
            ["CALR", "No mutation detected", "", ""],
            ["MPL", "No mutation detected", "", ""],
        ):
            row = table.row()
            for cell in line:
                row.cell(cell)
    return s.done()
