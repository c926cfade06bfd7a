"""Results in tables: pipes, tabs and aligned columns, drug columns, wrapped cells, two halves."""

from __future__ import annotations

import pytest

from pmchat.model import Finding

from .helpers import one, read, short


def letters(body: str) -> list[tuple[str, str]]:
    return [(analyte, polarity[0]) for analyte, polarity in short(read(body))]


def number(finding: Finding) -> float | None:
    return finding.value.number if finding.value else None


CARIS = [
    ["Biomarker", "Method", "Analyte", "Result"],
    ["PIK3CA", "Seq", "DNA-Tumor", "Pathogenic Variant Exon 21 | p.H1047R"],
    ["ERBB2 (Her2/Neu)", "IHC", "Protein", "Negative | 1+, 30%"],
    ["ERBB2 (Her2/Neu)", "CNA-Seq", "DNA-Tumor", "Amplification Not Detected"],
    ["ALK", "Seq", "RNA-Tumor", "Fusion Not Detected"],
    ["NTRK1/2/3", "Seq", "RNA-Tumor", "Fusion Not Detected"],
    ["MSI", "Seq", "DNA-Tumor", "Stable"],
    ["TMB", "Seq", "DNA-Tumor", "Low, 5 mut/Mb"],
    ["Mismatch Repair Status", "IHC", "Protein", "Proficient"],
    ["PD-L1 (SP142)", "IHC", "Protein", "Negative, 0%"],
    ["KRAS", "Seq", "DNA-Tumor", "Mutation Not Detected"],
    ["BRCA2", "Seq", "DNA-Tumor", "Variant of Uncertain Significance | p.K1690N"],
    ["RET", "Seq", "RNA-Tumor", "Quantity Not Sufficient"],
]
CARIS_READ = [
    ("PIK3CA", "p"), ("ERBB2", "a"), ("ERBB2", "a"), ("ALK", "a"), ("NTRK1", "a"), ("NTRK2", "a"),
    ("NTRK3", "a"), ("MSI", "a"), ("TMB", "p"), ("MMR", "a"), ("PD-L1", "a"), ("KRAS", "a"),
    ("BRCA2", "p"), ("RET", "n"),
]  # fmt: skip


def table(rows: list[list[str]], form: str) -> str:
    rows = [[cell.replace(" | ", " ") for cell in row] for row in rows]
    if form == "pipes":
        return "\n".join(" | ".join(row) for row in rows)
    if form == "fenced":
        lines = ["| " + " | ".join(row) + " |" for row in rows]
        return "\n".join([lines[0], "|---" * len(rows[0]) + "|", *lines[1:]])
    if form == "tabs":
        return "\n".join("\t".join(row) for row in rows)
    widths = [max(len(row[i]) for row in rows) + 3 for i in range(len(rows[0]))]
    return "\n".join(
        "".join(c.ljust(w) for c, w in zip(row, widths, strict=True)).rstrip() for row in rows
    )


FORMS = pytest.mark.parametrize("form", ["pipes", "fenced", "tabs", "aligned"])


@FORMS
def test_method_and_analyte_columns(form: str) -> None:
    report = read(table(CARIS, form))
    assert [(a, p[0]) for a, p in short(report)] == CARIS_READ
    assert one(report, "PIK3CA").hgvs_p == "p.H1047R"
    assert one(report, "PIK3CA").classification == "pathogenic"
    assert one(report, "BRCA2").classification == "vus"
    tmb, her2 = one(report, "TMB"), next(f for f in report.findings if f.analyte == "ERBB2")
    assert number(tmb) == 5.0
    assert her2.kind == "protein"
    assert number(her2) == 1.0


GUARDANT = [
    ["Alteration", "% cfDNA or Amp", "Approved in indication", "Approved in other indication"],
    ["EGFR L858R", "23.4%", "Osimertinib, Afatinib", "None"],
    ["EGFR T790M", "1.2%", "Osimertinib", "None"],
    ["PIK3CA E545K", "0.4%", "None", "Alpelisib"],
    ["MET amplification", "++", "None", "Crizotinib"],
    ["TP53 R175H", "12.0%", "None", "None"],
]


@FORMS
def test_drug_columns(form: str) -> None:
    report = read(table(GUARDANT, form), "Liquid biopsy report (plasma)\nPatient: A B\n\n")
    assert [(f.analyte, f.polarity[0], f.hgvs_p, number(f)) for f in report.findings] == [
        ("EGFR", "p", "p.L858R", 23.4),
        ("EGFR", "p", "p.T790M", 1.2),
        ("PIK3CA", "p", "p.E545K", 0.4),
        ("MET", "p", None, None),
        ("TP53", "p", "p.R175H", 12.0),
    ]
    assert [(t.analyte, t.drug, t.scope) for t in report.therapies] == [
        ("EGFR", "osimertinib", "this_tumor"),
        ("EGFR", "afatinib", "this_tumor"),
        ("EGFR", "osimertinib", "this_tumor"),
        ("PIK3CA", "alpelisib", "other_tumor"),
        ("MET", "crizotinib", "other_tumor"),
    ]
    assert (
        report.therapies[0].evidence.text
        == table(GUARDANT, form).splitlines()[2 if form == "fenced" else 1]
    )


def test_resistance_and_trial_columns() -> None:
    report = read(
        "Gene | Variant | VAF | Therapies with lack of response | Clinical trials\n"
        "KRAS | G12D | 18% | Cetuximab, Panitumumab | NCT00000001 BRAF V600E, ALK fusion\n"
        "BRAF | Not detected | - | - | -\n"
    )
    assert short(report) == [("KRAS", "present"), ("BRAF", "absent_stated")]
    assert [(t.drug, t.scope) for t in report.therapies] == [
        ("cetuximab", "resistance"),
        ("panitumumab", "resistance"),
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # a mark in the column says the result; its heading is the word
        (
            "Gene | Detected | Not Detected\nEGFR | X |\nKRAS | | X\nBRAF |  | X",
            [("EGFR", "p"), ("KRAS", "a"), ("BRAF", "a")],
        ),
        (
            "Biomarker\tPositive\tNegative\nALK\t\tx\nROS1\t\u2713\t",
            [("ALK", "a"), ("ROS1", "p")],
        ),
        # a mark under no heading that states a result says nothing
        ("Gene | Panel A | Panel B\nEGFR | X |\nKRAS | | X", []),
        # lists side by side
        (
            "Detected                Not Detected\n"
            "EGFR L858R              ALK\n"
            "TP53 R175H              BRAF, KRAS",
            [("EGFR", "p"), ("ALK", "a"), ("TP53", "p"), ("BRAF", "a"), ("KRAS", "a")],
        ),
        (
            "Genomic Alterations | Pertinent Negatives\nKRAS G12C | EGFR\nSTK11 loss | ALK, ROS1",
            [("KRAS", "p"), ("EGFR", "a"), ("STK11", "p"), ("ALK", "a"), ("ROS1", "a")],
        ),
        # the result column alone says what holds; notes beside it do not turn it
        (
            "Gene | Result | Comment\n"
            "EGFR | Not detected | Detected in prior sample\n"
            "KRAS | G12C detected | EGFR mutation not detected in KRAS positive tumors",
            [("EGFR", "a"), ("KRAS", "p")],
        ),
        # numbers of reads, exons tested and reference values are no results
        (
            "Gene | Exons tested | Result\nEGFR | 18-21 | Not detected\nKIT | 9, 11 | Detected",
            [("EGFR", "a"), ("KIT", "p")],
        ),
        (
            "Marker | Result | Reference range\nPD-L1 TPS | 5% | <1% negative\n"
            "HER2 IHC | 0 | 0-1+ negative, 3+ positive",
            [("PD-L1", "p"), ("ERBB2", "a")],
        ),
        # an empty cell states nothing
        ("Gene | Variant | VAF\nEGFR | L858R | 12%\nKRAS | | \nALK | - | -", [("EGFR", "p")]),
    ],
)
def test_columns(body: str, expected: list[tuple[str, str]]) -> None:
    assert letters(body) == expected


def test_wrapped_cells() -> None:
    report = read(
        "Gene      Variant                 VAF      Therapies\n"
        "EGFR      exon 19 deletion        31.2%    osimertinib,\n"
        "          p.E746_A750del                   afatinib\n"
        "TP53      p.R273H                 44.0%    None\n"
        "          c.818G>A\n"
    )
    assert [(f.analyte, f.hgvs_p, f.hgvs_c, number(f)) for f in report.findings] == [
        ("EGFR", "p.E746_A750del", None, 31.2),
        ("TP53", "p.R273H", "c.818G>A", 44.0),
    ]
    assert [t.drug for t in report.therapies] == ["osimertinib", "afatinib"]


def test_wrapped_cell_in_pipes() -> None:
    report = read(
        "| Gene | Variant          | Result       |\n"
        "| EGFR | exon 20          | Not          |\n"
        "|      | insertion        | Detected     |\n"
        "| KRAS | p.G12D           | Detected     |\n"
    )
    assert [(f.analyte, f.polarity) for f in report.findings] == [
        ("EGFR", "absent_stated"),
        ("KRAS", "present"),
    ]


def test_heading_over_two_lines() -> None:
    report = read(
        "Gene     Variant     Allele         Approved in\n"
        "                     fraction (%)   other indication\n"
        "BRAF     V600E       12.5           Dabrafenib\n"
        "KRAS     Not detected\n"
    )
    assert short(report) == [("BRAF", "present"), ("KRAS", "absent_stated")]
    assert number(report.findings[0]) == 12.5
    assert [(t.drug, t.scope) for t in report.therapies] == [("dabrafenib", "other_tumor")]


def test_head_of_a_report_in_two_halves() -> None:
    report = read(
        "KRAS: wild-type",
        "Northwind Genomics Laboratory           Solid tumor panel report\n"
        "PATIENT                       SPECIMEN\n"
        "Name: Ada Muster              Type: FFPE tissue\n"
        "DOB: 1960-01-02               Site: Colon\n"
        "MRN: 4711-22                  Collected: 2026-03-04\n"
        "Indication: ALK fusion?       Received: 2026-03-05\n\n",
    )
    assert short(report) == [("KRAS", "absent_stated")]
    assert str(report.dates.collected) == "2026-03-04"
    assert report.specimens[0].site == "Colon"
    assert {i.text for i in report.identifiers} >= {"Ada Muster", "1960-01-02", "4711-22"}


def test_table_ends() -> None:
    report = read(
        "Gene | Result | Therapies\nEGFR | L858R 12% | osimertinib\n\n"
        "Comment: BRAF V600E was not detected.\nTherapy was discussed. KRAS: wild-type"
    )
    assert [(a, p[0]) for a, p in short(report)] == [("EGFR", "p"), ("BRAF", "a"), ("KRAS", "a")]


# Rows where a slip of the columns would turn a result around.
@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # a heading asks, the cell says yes or no
        (
            "Finding | Detected?\nKRAS G12C | Yes\nEGFR T790M | No\nBRAF V600E | Y\nALK fusion | N",
            [("KRAS", "p"), ("EGFR", "a"), ("BRAF", "p"), ("ALK", "a")],
        ),
        # lost cells: no way to tell under which heading the mark stood
        ("Gene\tDetected\tNot Detected\nKRAS G12C\tX\nNRAS\t\tX", [("NRAS", "a")]),
        ("Gene | Detected | Not Detected\nKRAS G12C | X | X\nNRAS | | ", []),
        # a wrapped name or result is no row of its own
        (
            "Gene      Alteration       Result\n"
            "ERBB2     amplification    Not\n"
            "(HER2)                     Detected\n"
            "KRAS      p.G12D           Detected",
            [("ERBB2", "a"), ("KRAS", "p")],
        ),
        # a dash ends a cell, it does not open the next one
        (
            "Gene    Finding               Significance\n"
            "MUTYH   Not detected          -\n"
            "APC     c.3920T>A             VUS",
            [("MUTYH", "a"), ("APC", "p")],
        ),
        # short words for nothing found
        ("Alteration   % cfDNA   Therapies\nBRAF V600E   ND        Dabrafenib", [("BRAF", "a")]),
        ("Gene | Variant | VAF\nEGFR | T790M |\nKRAS | G12C | 0%\nNRAS | Q61R | 0.0", [
            ("KRAS", "a"), ("NRAS", "a")]),
        # of several days the last one counts
        (
            "Gene | 2025-01-03 | 2026-02-04\nEGFR T790M | Not detected | 2.1%\n"
            "KRAS G12C | 4% | Not detected",
            [("EGFR", "p"), ("KRAS", "a")],
        ),
        (
            "Marker | Result | Previous result\nEGFR T790M | Not detected | Detected",
            [("EGFR", "a")],
        ),
        (
            "Marker | Result | Comment\nERBB2 amplification | Detected | equivocal by FISH",
            [("ERBB2", "i")],
        ),
        # what was looked for is not what was found
        (
            "Gene\tAlterations looked for\tResult\n"
            "EGFR\tExon 19 deletions, L858R\tE746_A750del detected\nEGFR\tT790M\tNot detected",
            [("EGFR", "p"), ("EGFR", "a")],
        ),
        # two cells in one column: a wrapped result stays whole
        (
            "Gene       Genotype                Phenotype                    Comment\n"
            "F2         c.*97G>A  G/G           Normal risk (variant not\n"
            "           (prothrombin)           detected)\n"
            "CYP2C19    *1/*17                  Rapid metabolizer",
            [("F2", "a"), ("CYP2C19", "p")],
        ),
        # the gene is not in the first column
        (
            "Drug | Gene | Result\nOsimertinib | EGFR | T790M not detected\n"
            "Sotorasib | KRAS | G12C",
            [("EGFR", "a"), ("KRAS", "p")],
        ),
        ("Gene    VAF    Variant\nKRAS    5%     G12D\nEGFR    -      L858R", [("KRAS", "p")]),
        # benign rows and short words of zygosity
        (
            "Gene\tcDNA\tZygosity\tClassification\nBRCA1\tc.5266dup\tHet\tPathogenic\n"
            "PALB2\tc.2590C>T\tHet\tLikely benign\nMSH2\tc.1A>G\tHet\tVUS",
            [("BRCA1", "p"), ("MSH2", "p")],
        ),
    ],
)  # fmt: skip
def test_no_row_is_turned_around(body: str, expected: list[tuple[str, str]]) -> None:
    assert letters(body) == expected


@pytest.mark.parametrize("head", ["Marker", "Antibody (clone)", "Stain (clone)"])
def test_two_specimens_side_by_side_have_a_result_each(head: str) -> None:
    rows = f"{head}\tSpecimen A\tSpecimen B\nNapsin A\tPositive\tNot done\nKi-67\t22%\tNot done\n"
    assert letters(f"Immunohistochemistry\n{rows}") == [
        ("Napsin A", "p"), ("Napsin A", "n"), ("Ki-67", "p"), ("Ki-67", "n"),
    ]  # fmt: skip


def test_what_could_not_be_reported_is_not_absent() -> None:
    assert letters("KRAS G12D 12 %\nHRD could not be reported.\n") == [("KRAS", "p"), ("HRD", "n")]
