import pytest

from pmchat.answering.conversation import Answerer
from pmchat.model import Question
from pmchat.reports.read import read_text

RESISTANT = """CIRCULATING TUMOR DNA PANEL (plasma)
EGFR E746_A750del (exon 19 deletion)   14.6 %
EGFR C797S    0.9 %
MET Amplification   Medium
"""
OVARY = """HRD TEST (tumor)
Genomic Instability Score   57 (positive >= 42)
Tumor BRCA1/BRCA2 mutation status   Negative for deleterious mutations
"""
LUNG = """LUNG PANEL (tissue DNA)
PD-L1 IHC (22C3): Tumor Proportion Score (TPS) 80 %
EGFR    L858R (c.2573T>G)         VAF 22.4 %
"""


COLON = """COLON PANEL (tissue DNA)
MLH1 loss of nuclear expression
PMS2 loss of nuclear expression
BRAF p.Val600Glu (V600E) detected, VAF 27 %
"""
BREAST = """PATHOLOGY REPORT, BREAST
BIOMARKER RESULTS (immunohistochemistry)
HER2 (4B5): EQUIVOCAL (2+)
HER2 in situ hybridization (dual ISH): NOT AMPLIFIED
"""


@pytest.mark.parametrize(
    ("report", "question", "both"),
    [
        (COLON, "do i have lynch syndrome", ("BRAF V600E", "MLH1")),
        (BREAST, "her2 2+ and not amplified, which is it", ("2+", "negative ISH")),
        (RESISTANT, "why did my tagrisso stop working", ("MET amplification", "EGFR pills")),
        (OVARY, "does hrd positive get me a parp inhibitor", ("HRD", "no BRCA change")),
        (LUNG, "pd-l1 is 80, so is immunotherapy good for me", ("PD-L1", "EGFR-mutated")),
    ],
)
def test_two_results_of_a_report_are_told_together(
    answerer: Answerer, report: str, question: str, both: tuple[str, str]
) -> None:
    answer = answerer.answer(Question(text=question, report=read_text(report)))
    assert any(all(name in s.text for name in both) for s in answer.sentences)


def test_a_result_that_the_report_has_not_is_not_joined(answerer: Answerer) -> None:
    report = read_text("LUNG PANEL (tissue DNA)\nPD-L1 IHC (22C3): TPS 80 %\nEGFR not detected\n")
    answer = answerer.answer(Question(text="is immunotherapy good for me, pd-l1 80", report=report))
    assert "EGFR-mutated" not in answer.text
