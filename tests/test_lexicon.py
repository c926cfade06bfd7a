from pathlib import Path

import pytest

from pmchat.errors import CorpusError
from pmchat.lexicon import Lexicon


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("what is HER-2 low", "ERBB2"),
        ("tagrisso side effects", "osimertinib"),
        ("keytruda?", "pembrolizumab"),
        ("pdl1 80%", "PD-L1"),
        ("EGRF mutation", "EGFR"),
        ("p.Val600Glu", "BRAF V600E"),
        ("L858R", "EGFR"),
        ("linch syndrome", "Lynch syndrome"),
        ("BRCA1/2", "BRCA2"),
        ("what is a VUS", "VUS"),
        ("t(4;14)(p16;q32)", "t(4;14)"),
        ("C282Y", "HFE"),
        ("¿Qué es una biopsia líquida?", "liquid biopsy"),
        ("l'immunothérapie", "immunotherapy"),
        ("Was ist Pharmakogenetik?", "pharmacogenomic test"),
    ],
)
def test_names_are_found_under_every_form(lexicon: Lexicon, text: str, expected: str) -> None:
    assert expected in lexicon.entities(text)


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("I met my doctor", "MET"),
        ("a test kit", "KIT"),
        ("my eGFR is 60", "EGFR"),
        ("my sister and her 2 children", "ERBB2"),
        ("BRAF change", "BRCA1"),
        ("p.Thr790Met", "MET"),
        ("is it ok", "BCR::ABL1"),
        ("NRAS G12D", "KRAS"),
        ("liver fibrosis F2", "F2"),
    ],
)
def test_look_alikes_are_kept_apart(lexicon: Lexicon, text: str, absent: str) -> None:
    assert absent not in lexicon.entities(text)


def test_a_drug_is_related_to_its_target_and_class(lexicon: Lexicon) -> None:
    assert "EGFR" in lexicon.related("osimertinib")
    assert "checkpoint inhibitors" in lexicon.related("nivolumab")


def test_a_gene_without_a_page_leads_to_the_section_on_such_genes(lexicon: Lexicon) -> None:
    assert "tumor-panel gene" in lexicon.related("LRP1B")
    assert "tumor suppressor gene" in lexicon.related("ARID1A")


def test_names_are_masked_but_plain_words_stay(lexicon: Lexicon) -> None:
    masked = lexicon.mask("Osimertinib blocks EGFR in a liquid biopsy.")
    assert masked == "name blocks name in a liquid biopsy."


def test_drugs_are_found_by_target(lexicon: Lexicon) -> None:
    assert "osimertinib" in {e.id for e in lexicon.drugs_for("EGFR")}


def test_an_id_that_stands_twice_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "genes.yaml").write_text("- id: EGFR\n- id: EGFR\n", encoding="utf-8")
    with pytest.raises(CorpusError, match="EGFR twice"):
        Lexicon.load(tmp_path)


def test_a_broken_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "genes.yaml").write_text("- id: [", encoding="utf-8")
    with pytest.raises(CorpusError, match=r"genes\.yaml"):
        Lexicon.load(tmp_path)
