import pytest

from pmchat.reports.read import read_text
from pmchat.ui.starters import starters

TUMOR = "TUMOR PANEL (tissue DNA)\nEGFR L858R VAF 20 %\n"
INHERITED = """HEREDITARY CANCER PANEL (germline)   Specimen: blood
Gene   Variant      Zygosity       Classification
CHEK2  c.1100delC   heterozygous   PATHOGENIC
"""


@pytest.mark.parametrize(("text", "on_tumor"), [(TUMOR, True), (INHERITED, False)])
def test_a_report_without_a_tumor_leads_to_no_question_on_one(text: str, on_tumor: bool) -> None:
    asked = starters(read_text(text), set())
    assert asked[0].startswith("What does my ")
    assert any("tumor" in q for q in asked) is on_tumor
