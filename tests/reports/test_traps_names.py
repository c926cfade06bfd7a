"""Traps 6-10, 27-29 and 42: names of genes and changes, split, misread or alike."""

from __future__ import annotations

import pytest

from .helpers import HEAD, agree, read

CASES = [
    # X is any amino acid at a known place, an early stop elsewhere
    ("7-any", "KRAS G12X: not detected\nTP53 R213X 12%",
     "KRAS absent p.G12X; TP53 present p.R213*"),
    # old names that are of letters of DNA
    ("7-letters", "MTHFR C677T: not detected", "MTHFR absent no_p"),
    # 6 a name over several lines or cells
    ("6-bracket", "ERBB2 exon 20\n(p.Y772_\nA775dup)  18%", "ERBB2 present p.Y772_A775dup 18%"),
    ("6-cell", "Gene   Alteration                      VAF\nKIT    exon 11 deletion (p.W557_      "
     "40.0%\n       K558del)", "KIT present p.W557_K558del 40%"),
    ("6-coding", "MSH2   c.942+3A>T\n       (splice site)   pathogenic", "MSH2 present c.942+3A>T"),
    ("6-p-dot", "PIK3CA p.\nH1047L, 12%", "PIK3CA present p.H1047L 12%"),
    ("6-comment", "EGFR L858R detected (see com-\nment below), VAF 9%", "EGFR present p.L858R 9%"),
    ("6-exon", "MET exon 14\nskipping: detected", "MET present indel"),
    # 7 one change under several names
    ("7-three-names", "BRAF V600E (p.Val600Glu; c.1799T>A) 9%",
     "BRAF present p.V600E c.1799T>A 9%"),
    ("7-two-lines", "KRAS p.Gly12Cys 12%\nKRAS G12C: detected", "KRAS present p.G12C 12%"),
    ("7-table", "EGFR L858R 20%\nEGFR c.2573T>G: detected", "EGFR present p.L858R 20%"),
    ("7-jak2", "JAK2 c.1849G>T detected\nJAK2 V617F 31%", "JAK2 present 31%"),
    ("7-legacy", "BRCA1 185delAG (c.68_69del), heterozygous, pathogenic",
     "BRCA1 present c.68_69del pathogenic"),
    ("7-legacy-lines", "BRCA1 5382insC pathogenic\nBRCA1 c.5266dup: pathogenic",
     "BRCA1 present pathogenic"),
    ("7-ter", "TP53 p.(Arg213Ter) 30%\nTP53 R213X detected", "TP53 present p.R213* 30%"),
    ("7-transcript", "BRCA2 NM_000059.3(BRCA2):c.5946delT (p.Ser1982fs)  pathogenic\n"
     "BRCA2 c.5946del: pathogenic", "BRCA2 present"),
    # 8 different changes stay apart
    ("8-same-codon", "BRAF V600K 5%\nBRAF V600E: not detected",
     "BRAF present p.V600K; BRAF absent p.V600E"),
    ("8-exons", "EGFR exon 20 insertion: detected\nEGFR exon 19 deletion: not detected",
     "EGFR present indel; EGFR absent indel"),
    ("8-idh", "IDH1 R132H: negative\nIDH1 R132C 18%\nIDH2 R172K: negative",
     "IDH1 absent p.R132H; IDH1 present p.R132C 18%; IDH2 absent p.R172K"),
    ("8-legacy", "BRCA1 185delAG: not detected\nBRCA1 5382insC: detected",
     "BRCA1 absent; BRCA1 present"),
    ("8-coding", "KRAS c.34G>T: not detected\nKRAS G12D 8%",
     "KRAS absent c.34G>T; KRAS present p.G12D 8%"),
    ("8-two-there", "NRAS Q61R 12%\nNRAS Q61K 4%", "NRAS present p.Q61R; NRAS present p.Q61K"),
    # 9 genes that look alike
    ("9-braf-brca", "BRCA1: no mutation detected. BRAF: V600E", "BRCA1 absent; BRAF present"),
    ("9-ret", "RET fusion: not detected\nRB1 loss\nROS1 fusion: detected",
     "RET absent; RB1 present; ROS1 present"),
    ("9-ras", "HRAS, KRAS: wild type; NRAS Q61K 14%", "HRAS absent; KRAS absent; NRAS present 14%"),
    ("9-fgfr", "FGFR3 S249C 20%\nFGFR2: not detected", "FGFR3 present; FGFR2 absent"),
    ("9-cd274", "CD274 amplification detected", "CD274 present cnv"),
    ("9-words", "The patient was met by the team; the kit was sent for the set of tests.\n"
     "KIT D816V 12%", "KIT present p.D816V"),
    # 10 amino acids are no genes
    ("10-start", "MLH1 p.Met1Val, pathogenic", "MLH1 present p.M1V"),
    ("10-bracket", "VHL p.(Thr157Met) 5%", "VHL present p.T157M 5%"),
    ("10-met-gene", "MET p.Met1250Thr 7%", "MET present p.M1250T 7%"),
    ("10-val", "RET p.Val804Met detected", "RET present p.V804M"),
    # 27 letters misread: never mended in silence
    ("27-gene", "BRCAl c.68_69del detected\nATM: not detected", "ATM absent"),
    ("27-zero", "BRAF V6OOE detected, 12%", "BRAF present no_p doubtful"),
    ("27-protein", "EGFR p.L8S8R 20%\nALK: negative", "ALK absent"),
    ("27-kit", "K1T exon 11 deletion detected\nPDGFRA: wild-type", "PDGFRA absent"),
    # 28 hyphens and ligatures
    ("28-ligature", "ERBB2 ampli\ufb01cation detected", "ERBB2 present cnv"),
    ("28-hyphen", "FGFR1 amplifi-\ncation: not detected", "FGFR1 absent cnv"),
    ("28-fusion", "NTRK1 rear-\nrangement detected", "NTRK1 present fusion"),
    ("28-dash", "EML4\u2013ALK fusion detected", "ALK present fusion"),
    # 29 a page header within a table
    ("29-table", "Gene | Variant | VAF\nKRAS | G12D | 12%\n\nPatient: TEST, PERSON   MRN 77123   "
     "Page 2 of 3\nTP53 | R175H | 40%", "KRAS present 12%; TP53 present 40%"),
    ("29-list", "Not detected: ALK,\nPatient: TEST, PERSON   Specimen: FFPE block\nROS1, RET",
     "ALK absent; ROS1 absent; RET absent"),
    ("29-cell", "Gene    Variant          VAF\nIDH1    R132H            28%\n"
     "Patient: TEST, PERSON   Specimen: FFPE block\nATRX    R1302fs          61%",
     "IDH1 present 28%; ATRX present 61%"),
    # 42 homozygous loss in the tumor, homozygous variant from birth
    ("42-cdkn2a", "CDKN2A homozygous deletion", "CDKN2A present cnv unknown_origin"),
    ("42-smad4", "SMAD4: homozygous loss detected", "SMAD4 present cnv unknown_origin"),
    ("42-deep", "PTEN deep deletion (copy number 0)", "PTEN present cnv 0copies"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_names(body: str, expected: str) -> None:
    assert agree(read(body), expected) is None


def test_homozygous_variant_from_birth() -> None:
    body = "Hereditary cancer panel\nPatient: TEST, PERSON\nSample: saliva\n\n"
    found = read("MUTYH c.1187G>A (p.Gly396Asp), homozygous, pathogenic", body)
    assert agree(found, "MUTYH present snv germline_origin pathogenic c.1187G>A") is None


@pytest.mark.parametrize("word", ["BRCAl", "K1T", "V6OOE", "L8S8R", "KRA5"])
def test_misread_word_is_told(word: str) -> None:
    report = read(f"GENOMIC FINDINGS\n{word} detected\nALK: negative", HEAD)
    assert any(word in warning for warning in report.warnings)
