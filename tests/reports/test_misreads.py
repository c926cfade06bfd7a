from __future__ import annotations

import pytest

from pmchat.reports.misreads import misread_changes, misread_cues, misread_genes, misread_names


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("BRCAl   c.68_69delAG  VAF 31.2 %", ["BRCAl"]),
        ("BRCAI  FGFRI  NOTCHl", ["BRCAI", "FGFRI", "NOTCHl"]),
        ("K1T  D816V", ["K1T"]),
        ("P1K3CA H1O47R", ["P1K3CA", "H1O47R"]),
        ("SLCO181 *5", ["SLCO181"]),
        ("BRAF V6OOE", ["V6OOE"]),
        ("KRAS GI2D", ["GI2D"]),
        ("EGFR p.L8S8R", ["p.L8S8R"]),
        ("MLH1 p.lle157Thr", ["p.lle157Thr"]),
        ("EGFR c.2235_2249de115)", ["c.2235_2249de115"]),
        ("EGFR c.52235_2249del15", ["c.52235_2249del15"]),
        ("BRCA2 p.Ser1982Argfs22", ["p.Ser1982Argfs22"]),
        ("NOTCH2A21S; KMT2D P1191L", ["NOTCH2A21S"]),
        ("BRAFV600E detected", ["BRAFV600E"]),
        ("EGFR p.E746_A750del, RNF43 G659fs, ATM K1337fs, APC p.Arg97fs*3", []),
        ("BRCA1 BRCA2 KIT ROS1 SMO FLT3-ITD PIK3CA H1047R, p.L858R c.2573T>G", []),
        ("BRCA2 c.5946delT (p.Ser1982Argfs*22) NM_000059.3:c.5946del p.Arg1450*", []),
        ("Level 2, 18 Bunya Street, Wattlebrook QLD 4999; Sydney NSW; Ottawa K1T 2B6", []),
        ("QLD K1T D816V", ["K1T"]),
        ("FH*, FLCN*, MBD4*, MET* and MLH1*", []),
        ("Polo, a WiFi and a Fil of 12 mm, TP53 R273H (c.818G>A) in exon 8", []),
    ],
)
def test_names_with_a_letter_that_looks_alike(text: str, words: list[str]) -> None:
    assert misread_names(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("EGFR T790M Not Detectcd", ["Detectcd"]),
        ("EGFR T790M Nct Detected", ["Nct"]),
        ("MSH2 lntact", ["lntact"]),
        ("VAF 1O.4%", ["1O.4%"]),
        ("Tier Il", ["Tier Il"]),
        ("EGFR not detected, intact, Tier III, 10.4%, MET detected, ALK found, now seen", []),
        ("detection of deletions was selected", []),
    ],
)
def test_words_of_result_with_a_wrong_letter(text: str, words: list[str]) -> None:
    assert misread_cues(text) == words


def test_genes_and_changes_apart() -> None:
    text = "BRCAl c.68_69delAG and BRAF V6OOE, KIT D816V"
    assert misread_genes(text) == ["BRCAl"]
    assert misread_changes(text) == ["V6OOE"]
