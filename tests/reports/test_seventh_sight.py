"""Short cases in everyday words, and of tables whose signs and wrapped cells hold the result."""

from __future__ import annotations

import pytest

from pmchat.reports.read import read_text

from .helpers import agree, read

USUAL = [
    "THE REMAINING GENES READ AS USUAL",
    "The rest of the panel came back normal",
    "Unremarkable at all targets",
    "Nothing found in",
    "Nothing of note in these genes:",
    "Sought and not met with",
    "3. All clear",
    "As expected",
    "Quiet genes",
    "All other genes: clear",
    "Other markers with nothing of note",
    "Genes read and found unremarkable",
    "Looked at, nothing turned up",
    "Genes that look as they should",
    "Targets without surprises",
    "The following were clear:",
    "Normal genes:",
    "Not seen this time",
    "No longer found",
]
UNUSUAL = [
    "Unclear genes",
    "Not all clear",
    "Genes that do not read as usual",
    "Nothing found in the first sample",
    "Nothing found in the blood of others:",
    "Anything but quiet",
    "Genes of concern",
    "Other surprises",
    "What raised concern",
    "Seen this time",
    "Not seen in the first sample",
    "Normal blood sample",
]
UNREAD = [
    "The rest of your genes could not be read",
    "D. No statement can be made",
    "Could not be read",
    "Not readable in this sample",
    "LINES WITHOUT AN ANSWER",
    "Gaps",
    "What we could not read",
    "Genes left without a result",
    "No result possible",
    "Failed probes",
    "Exons that dropped out",
]


@pytest.mark.parametrize("title", USUAL)
def test_a_list_below_a_title_that_all_is_as_usual(title: str) -> None:
    body = f"TP53 R175H 12%\n\n{title}\nEGFR  KRAS  BRAF\nALK fusion\n"
    wanted = "TP53 present 12%; EGFR absent; KRAS absent; BRAF absent; ALK absent"
    assert agree(read(body), wanted) is None
    chips = f"TP53 R175H 12%\n\n{title}\n\n* EGFR\n* KRAS any\n* BRAF V600E\n* ALK fusion\n"
    assert agree(read(chips), wanted) is None


@pytest.mark.parametrize("title", UNUSUAL)
def test_no_list_below_a_title_that_tells_another_thing(title: str) -> None:
    report = read(f"TP53 R175H 12%\n\n{title}\nEGFR  KRAS  BRAF\n")
    assert [f.analyte for f in report.findings] == ["TP53"]


@pytest.mark.parametrize("title", UNREAD)
def test_a_list_below_a_title_that_nothing_could_be_read(title: str) -> None:
    body = f"TP53 R175H 12%\n\n{title}\n- STK11 exon 1\n- PMS2: a look-alike gene\n- NRG1 fusion\n"
    wanted = "TP53 present 12%; STK11 not_done; PMS2 not_done; NRG1 not_done"
    assert agree(read(body), wanted) is None


@pytest.mark.parametrize(
    "title",
    [
        "E. Changes of unknown meaning (not to be used for treatment)",
        "Variants we cannot yet interpret",
        "Findings of open significance",
        "Variants nobody can explain yet",
    ],
)
def test_changes_below_a_title_that_nobody_knows_their_meaning(title: str) -> None:
    body = f"{title}\nNOTCH3 c.3691C>T p.(Arg1231Cys) 47.9%\n\nWhat was changed\nKRAS G12D 5%\n"
    assert agree(read(body), "NOTCH3 present vus; KRAS present no_class") is None


def test_a_title_in_plain_words_ends_with_its_paragraphs() -> None:
    gaps = "Gaps\n- PMS2 exon 15\n\n- STK11 exon 1\n\n"
    after = "About CHEK2\nCompare the chapter on AXIN2.\n"
    assert agree(read(gaps + after), "PMS2 not_done; STK11 not_done") is None
    clear = "As expected\nEGFR, KRAS\n\nLater words\nKIT, MET and RET are on the panel.\n"
    assert agree(read(clear), "EGFR absent; KRAS absent") is None


WORDS = [
    ("void", "Variant   Status   VAF\nAPC p.Gln1367*   seen   0.031%\nFAT4 p.Gly2108Arg   void (1)",
     "APC present 0.031%; FAT4 not_done"),
    ("void-of", "The area is void of tumor cells. KRAS G12D   12%", "KRAS present 12%"),
    ("depth", "JPH2: depth too low, to be repeated free of charge", "JPH2 not_done"),
    ("free-of", "The sample was free of RET fusions.", "RET absent"),
    ("depth-fair", "KRAS G12D 12% (depth low but enough)", "KRAS present 12%"),
    ("mark", "For PIK3R1 exons 11 to 13 did not reach our quality mark, so that nothing can be "
     "said about that gene.", "PIK3R1 not_done"),
    ("kit", "PPP2R2A    not part of this version of the kit\nFANCL    no variant",
     "PPP2R2A not_done; FANCL absent"),
    ("held", "NUDT15     result held, repeat in progress", "NUDT15 not_done"),
    ("held-by", "KRAS G12D 12%, a result held by us to be certain", "KRAS present 12%"),
    ("order", "RYR1        not in the order", "RYR1 not_done"),
    ("other-copy", "BRCA1   c.68_69del, pathogenic, allele fraction 71 %, second allele lost",
     "BRCA1 present pathogenic 71%"),
    ("healthy-copy", "TP53 R175H 60% with loss of the wild-type allele", "TP53 present 60%"),
    ("not-come-across", "We did not come across any change in TP53, in ATRX or in H3-3A.",
     "TP53 absent; ATRX absent; H3-3A absent"),
    ("two-copies", "The profile shows EGFR at two copies, that is without amplification.",
     "EGFR absent cnv"),
    ("without-gain", "CDKN2A deletion without gain of MET", "CDKN2A present; MET absent"),
    ("copy-number", "ERBB2 (HER2)   copy number normal", "ERBB2 absent"),
    ("criterion", "ERBB2 amplification (4 copies or more)   not found", "ERBB2 absent no_value"),
    ("copies", "ERBB2 amplification, 14 copies", "ERBB2 present 14copies"),
    ("clause", "C797S lies on the strand where a T790M would be sought; EGFR T790M was not seen.",
     "EGFR absent p.T790M"),
    ("promoter-of", "The promoter of MGMT is methylated, with a mean of 34 %.",
     "MGMT_promoter_methylation present"),
    ("copies-beside", "KRAS G12D 12%, not amplified", "KRAS present 12%"),
    ("copies-beside-cell", "KRAS   G12D   12%   copy number normal", "KRAS present 12%"),
    ("of-origin", "KRAS G12D (12%), nothing can be said of its origin", "KRAS present 12%"),
    ("threshold", "TMB 3 mut/Mb did not reach the reporting threshold", "TMB present 3mut/Mb"),
    ("unremarkable", "BRAF, NRAS and HRAS were unremarkable.",
     "BRAF absent; NRAS absent; HRAS absent"),
    ("unremarkable-else", "Physical examination: unremarkable\nKRAS G12D", "KRAS present"),
    ("answer-above", "Internal control\nAs expected\nKRAS G12D", "KRAS present"),
    ("answer-between", "TP53 R175H 12%\nUnremarkable\nBRCA1 c.68_69del",
     "TP53 present 12%; BRCA1 present"),
    ("cells", "EGFR      quiet\nKRAS      p.G12D, 12%\nBRAF      nothing of note",
     "EGFR absent; KRAS present 12%; BRAF absent"),
    ("cell-behind-share", "KRAS G12D    12%    clear", "KRAS present 12%"),
    ("family", "KRAS G12D 12%\n\nFamily: mother BRCA1 mutated", "KRAS present 12%"),
    ("below-depth", "PMS2 exons 11 to 15 fell below our depth.\nCDKN2A exon 1 dropped out.",
     "PMS2 not_done; CDKN2A not_done"),
    ("failed-exons", "STK11 exons 1-2 and PIK3R1 failed quality control in this run.",
     "STK11 not_done; PIK3R1 not_done"),
    ("below-other", "KRAS G12D 12%; the tumor content is below the cut-off", "KRAS present 12%"),
    ("not-today", "KRAS G12D 12%\n\nNot seen today\nEGFR T790M\nMET amplification",
     "KRAS present 12%; EGFR absent; MET absent"),
    ("probe", "EGR1 5q31    ---    PROBE FAILED, NO RESULT", "EGR1 not_done"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "body", "expected"), WORDS, ids=[c[0] for c in WORDS])
def test_words_of_result(name: str, body: str, expected: str) -> None:
    assert agree(read(body + "\n"), expected) is None


STAINS = "SURGICAL PATHOLOGY REPORT\nPatient: TEST, PERSON   Specimen: biopsy\n\nSTAINS\n"
STAINED = [
    ("express", "The tumor cells do not express GATA3, TTF-1, or synaptophysin.",
     "GATA3 absent; TTF-1 absent; Synaptophysin absent"),
    ("express-mmr", "The tumor cells do not express MLH1.", "MLH1 present"),
    ("express-both", "The cells express CK7. They do not express CK20.", "CK20 absent"),
    ("background", "LCA (CD45) is confined to background lymphocytes and is negative in tumor.",
     "CD45 absent"),
    ("digit", "CK20 shows no staining, and CDX2 is positive.", "CK20 absent; CDX2 present"),
    ("scale", "A score of 2+ is equivocal, 3+ is positive.", ""),
    ("cells", "Marker   Clone   Result   Reading\nFGFR2b   FPR2-D   15% of cells 2+/3+   Positive",
     "FGFR2b present 15%"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "body", "expected"), STAINED, ids=[c[0] for c in STAINED])
def test_stains_in_prose(name: str, body: str, expected: str) -> None:
    assert agree(read_text(STAINS + body + "\n"), expected) is None


DRUG_GENES = "Pharmacogenomic report\nPatient: TEST, PERSON   Specimen: saliva\n\nYOUR GENES\n\n"
PARAGRAPHS = [
    ("position", "VKORC1\n-1639 A/G\nIntermediate warfarin sensitivity", "VKORC1 present genotype"),
    ("forms", "G6PD\nA-/B (two X chromosomes)\nCannot be predicted from DNA", "G6PD present"),
    ("hemizygous", "G6PD\nMediterranean (hemizygous)\nDeficient", "G6PD present deficient"),
    ("score", "CYP2D6\n*4/*41   (copies: 2; activity score 0.25)\nIntermediate metabolizer",
     "CYP2D6 present intermediate_metabolizer"),
    ("allele-absent", "HLA-B*57:01\nNegative\n\nHLA-A*31:01\nPositive (one copy)",
     "HLA-B*57:01 absent; HLA-A*31:01 present"),
    ("allele-untested", "HLA-B*58:01\nNot tested", "HLA-B*58:01 not_done"),
    ("drug", "HLA-B*57:01\nAsk your doctor before you take abacavir.", ""),
    ("other-gene", "VKORC1\nSee CYP2C9 for warfarin.", ""),
]  # fmt: skip


@pytest.mark.parametrize(("name", "body", "expected"), PARAGRAPHS, ids=[c[0] for c in PARAGRAPHS])
def test_a_gene_with_its_type_in_a_paragraph(name: str, body: str, expected: str) -> None:
    assert agree(read_text(DRUG_GENES + body + "\n"), expected) is None


HEADS = "Gene Transcript Alteration Kind Allele fraction Tier\n"
TABLES = [
    ("wrapped", HEADS + "KRAS NM_004985.5 c.35G>A p.(Gly12Asp) Missense 22.7% IA\n"
     "SMAD4 NM_005359.6 c.1082G>A p.(Arg361His)\nMissense 19.9% IIC\n"
     "PIK3CA NM_006218.4 c.1633G>A p.(Glu545Lys) Missense\n6.1%\u2020 IIC\n"
     "\u2020 Seen in a minority of the cells (5.8%).",
     "KRAS present 22.7% tier_1; SMAD4 present 19.9% tier_2; PIK3CA present 6.1% tier_2"),
    ("classes", "Gene Change Zygosity Class\nBRCA2 c.7871A>G (p.Tyr2624Cys)\nheterozygous 3\n"
     "APC c.3927_3931del heterozygous 5", "BRCA2 present; APC present pathogenic"),
    ("no-table", "Gene and transcript were read as usual in the Tier\nKRAS p.G12D 12% III",
     "KRAS present 12% no_class"),
    ("after-table", HEADS + "KRAS NM_004985.5 c.35G>A p.(Gly12Asp) Missense 22.7% IA\n"
     "Factor II is in the blood. Ask your doctor for TP53 class II", "KRAS present tier_1"),
    ("dash-legend", "Gene Sought Method Outcome\nBRAF codon 600 and\nexon 11 DNA -\n"
     "ERBB2 amplification\n(4 copies or more) DNA -\nNTRK1 NTRK2 NTRK3 fusion RNA -\n"
     "RET fusion RNA -\n- = nothing found within the limits of the method (3%).",
     "BRAF absent; ERBB2 absent; NTRK1 absent; NTRK2 absent; NTRK3 absent; RET absent"),
    ("dash-columns", "Target        Answer\nKRAS G12D       12%\nALK fusion      -\n"
     "RET fusion      -\n(- = not detected)", "KRAS present 12%; ALK absent; RET absent"),
    ("dash-untested", "Target        Answer\nKRAS            p.G12D\nALK fusion      -\n"
     "RET fusion      -\n\n- : not tested", "KRAS present; ALK not_done; RET not_done"),
    ("other-sign", "Target        Answer\nALK fusion      o\nRET fusion      o\n\n"
     "o = nothing found; + = found", "ALK absent; RET absent"),
    ("dash-for-drug", "KRAS G12D 12%   -\nTP53 R175H 8%   -\n\n- = no approved drug",
     "KRAS present 12%; TP53 present 8%"),
    ("dash-with-share", "KRAS G12D 12%   -\n\n- = not seen in the first sample",
     "KRAS present 12%"),
    ("dash-beside-copies", "MET amplification   3.1 copies   -\nALK fusion   -\n\n"
     "- = not detected", "MET present 3.1copies; ALK absent"),
    ("dash-unexplained", "Gene Variant Result\nKRAS p.G12D -\nTP53 p.R175H 12%\nRET fusion -",
     "KRAS present; TP53 present 12%"),
    ("labelled-cell", "PROBE                        %ABN    CUTOFF   RESULT\n"
     "KMT2A BREAKAPART 11q23        1.0     3.0     NEG\n\nFRAGMENT ANALYSIS\n"
     "  FLT3 ITD      POS   ALLELIC RATIO 0.62   INSERT 48 BP",
     "KMT2A absent; FLT3 present 0.62"),
    ("verb", "GERMLINE DDX41 IS SEEN IN 5% OF ADULT AML AND\n  WAS RAISED BY THE WARD; NOT TESTED.",
     ""),
]  # fmt: skip


@pytest.mark.parametrize(("name", "body", "expected"), TABLES, ids=[c[0] for c in TABLES])
def test_signs_and_cells_of_tables(name: str, body: str, expected: str) -> None:
    assert agree(read(body + "\n"), expected) is None


GERMLINE = "Hereditary cancer panel\nPatient: TEST, PERSON   Specimen: blood\n\n"
INHERITED = [
    ("class-below", "MYBPC3 NM_000256.3\nc.1504C>T  p.(Arg502Trp)\nHeterozygous, chromosome 11\n"
     "Pathogenic\n\nMYH7: no variant", "MYBPC3 present pathogenic; MYH7 absent"),
    ("class-right-below", "BRCA1 c.68_69del (p.Glu23fs)\nLikely pathogenic",
     "BRCA1 present likely_pathogenic"),
    ("class-heads", "Pathogenic\nBRCA1 c.68_69del (p.Glu23fs)\nLikely pathogenic\n"
     "ATM c.7271T>G (p.Val2424Gly)", "BRCA1 present no_class; ATM present no_class"),
    ("class-of-next", "BRCA1 c.68_69del (p.Glu23fs)\n\nPathogenic\n\n"
     "ATM c.7271T>G (p.Val2424Gly)", "BRCA1 present no_class; ATM present no_class"),
    ("now-benign", "BRCA2 c.7871A>G (p.Tyr2624Cys) was sent out as a variant of uncertain "
     "significance. It is now classed as likely benign.", ""),
    ("now-pathogenic", "ATM c.7271T>G (p.Val2424Gly) was a variant of uncertain significance. "
     "It is now classed as pathogenic.", "ATM present pathogenic"),
    ("different", "CHEK2 c.1100del, heterozygous, pathogenic\n\nCHEK2 p.Ile157Thr is a different, "
     "milder variant.", "CHEK2 present pathogenic"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "body", "expected"), INHERITED, ids=[c[0] for c in INHERITED])
def test_classes_below_and_anew(name: str, body: str, expected: str) -> None:
    assert agree(read_text(GERMLINE + body + "\n"), expected) is None


BESIDE = [
    ("different", "KRAS A146T 22%\n\nA KRAS G12C, for which a drug is licensed, is a different "
     "change.", "KRAS present 22%"),
    ("label", "KRAS A146T 22%\n\nThe product characteristics of cetuximab demand RAS wild-type.",
     "KRAS present 22%"),
    ("versions", "SMAD4 p.(Arg361His) 20%\n\nThe SMAD4 change stood in versions 01 and 02 as "
     "p.(Arg361Cys).", "SMAD4 present p.R361H 20%"),
    ("parts-of-score", "HRD score 58 (positive from 42)\n   of these LOH 19, TAI 18, LST 21",
     "HRD present 58"),
    ("interval", "HRD score 58 (95 % interval 53 to 63), positive\n\n"
     "Confidence of GIS: 95 % interval 53 to 63.", "HRD present 58"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "body", "expected"), BESIDE, ids=[c[0] for c in BESIDE])
def test_what_is_named_beside_a_result(name: str, body: str, expected: str) -> None:
    assert agree(read(body + "\n"), expected) is None
