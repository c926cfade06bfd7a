import pytest

from pmchat.reports.read import read_text
from pmchat.ui.starters import starters

TUMOR = "TUMOR PANEL (tissue DNA)\nEGFR L858R VAF 20 %\n"
INHERITED = """HEREDITARY CANCER PANEL (germline)   Specimen: blood
Gene   Variant      Zygosity       Classification
CHEK2  c.1100delC   heterozygous   PATHOGENIC
"""
PGX = """PHARMACOGENOMIC PANEL   Specimen: Buccal swab
GENE       GENOTYPE     PHENOTYPE
CYP2C19    *2/*2        Poor metabolizer
CYP2D6     *1/*2x2      Ultrarapid metabolizer
DPYD       *1/*2A       Intermediate metabolizer
"""


@pytest.mark.parametrize(("text", "on_tumor"), [(TUMOR, True), (INHERITED, False)])
def test_a_report_without_a_tumor_leads_to_no_question_on_one(text: str, on_tumor: bool) -> None:
    asked = starters(read_text(text), set())
    assert asked[0].startswith("What does my ")
    assert any("tumor" in q for q in asked) is on_tumor


def test_every_gene_of_a_drug_gene_report_can_be_asked_about() -> None:
    asked = starters(read_text(PGX), set())
    assert "What does my DPYD result mean?" in asked
    assert not any("uncertain significance" in q for q in asked)
