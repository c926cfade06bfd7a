"""What an answer tells, and leaves out, of reports in a layout of their own."""

import pytest

from pmchat.answering.conversation import Answerer
from pmchat.model import Question
from pmchat.reports.read import read_text

BILE = """MOLECULAR REPORT (tissue, DNA and RNA)   Diagnosis: Intrahepatic cholangiocarcinoma
Clinical information on request form: "bile duct ca, targets please".
Gene          Change                             Allele fraction   Category
IDH1          c.394C>T     p.(Arg132Cys) R132C        14 %         Tier I-A
CDKN2A/2B     homozygous deletion                     n/a          Tier II-D
Microsatellites         Stable (MSS)
FUSIONS
    Run 2 failed because the RNA was degraded. NO RESULT can be issued for fusions of FGFR2,
    NTRK1, NTRK2, NTRK3, RET, ROS1, ALK.
VARIANTS OF UNCERTAIN SIGNIFICANCE
FGFR2  c.121A>G   p.(Lys41Glu)     47 %
PD-L1 immunohistochemistry: NOT REQUESTED
"""
MARROW = """FOLLOW-UP REPORT: AML, bone marrow   Compared with the report of 11-MAY-2026
    NPM1 transcript: DETECTED at low level in marrow (0.038 %).
gene      variant              VAF 04-MAY      VAF 20-JUL      remark
IDH2      p.R140Q              39 %            1.1 %           (a)
DNMT3A    p.R882H              45 %            33 %            (b)
(a) Below the validated limit: we report it neither as positive nor as negative.
(b) Often remains in remission as clonal haematopoiesis.
BCR::ABL1: not requested on either date
"""
PANEL = """HEREDITARY CANCER PANEL (26 genes, germline)   Specimen: blood
Family history reported: mother endometrial cancer at 48
RESULT: NEGATIVE - no pathogenic or likely pathogenic variants detected
MSH6 c.2345G>A (p.Ser782Asn)   heterozygous   Variant of Uncertain Significance
"""
PALB2 = """HEREDITARY CANCER PANEL (36 genes, germline)   Specimen: blood
PALB2 c.3113G>A (p.Trp1038*)   heterozygous   PATHOGENIC
"""
STAINS = """TUMOR SEQUENCING REPORT (tissue, DNA)   Diagnosis: Lung adenocarcinoma
STAINS (IMMUNOHISTOCHEMISTRY)
   | Stain              | Outcome          | Remark                       |
   | TTF-1              | positive         | supports lung origin         |
   | Napsin A           | positive         |                              |
DNA SEQUENCING
   KRAS   p.Gly12Cys (G12C)    c.34G>T     allele fraction 11 %   Tier I
"""
LUNG = """TUMOR SEQUENCING REPORT (tissue, DNA)   Diagnosis: Lung adenocarcinoma
EGFR exon 19 deletion (p.E746_A750del)   VAF 31.2 %
No reportable alterations in: ALK, BRAF, KRAS
"""

CASES = [
    ("overview", BILE, "what are the main things they found in my bile duct tumor? short pls",
     ["R132C", "CDKN2A/2B"], ["ROS1 changes have been found"]),
    ("fusion", BILE, "No FGFR2 fusion so i can cross those pills off the list, correct?",
     ["no result for FGFR2"], ["uncertain significance", "no result for ROS1"]),
    ("both-copies", BILE, "CDKN2A homozygous deletion. so both my folks gave me this?",
     ["CDKN2A/2B homozygous deletion"], ["no result for CDKN2A"]),
    ("own-note", MARROW, "IDH2 1.1% .. is that a yes or a no",
     ["neither as positive nor as negative"], ["Often remains"]),
    ("other-note", MARROW, "am i philadelphia negative",
     ["not requested"], ["neither as positive"]),
    ("residue", MARROW, "MRD DETECTED!!! is my leukemia back??", ["0.038 %"], []),
    ("new-job", PANEL,
     "new job (about 12 people) wants a form with my familys illnesses. do i have to put it all",
     ["GINA"], ["MSH6", "RESULT"]),
    ("life-insurance", PANEL,
     "Filling in a life insurance form and it asks about genetic tests. Mine's negative, put no?",
     ["life"], ["MSH6"]),
    ("change-not-stated", LUNG, "is T790M negative on here?",
     ["no result for EGFR T790M", "exon 19 deletion"], []),
    ("what-people-do", PALB2, "What can people w this even do? is it scans or straight to cutting",
     ["PALB2 c.3113G>A", "mammogram"], []),
    ("stains", STAINS,
     "dads report says napsin a and ttf1 positive. are those more mutations??",
     ["TTF-1", "Napsin A", "not the same as a gene change"], ["G12C", "list of negatives"]),
    ("stain", STAINS, "what is ttf-1", ["TTF-1 positive", "protein"], ["do not know"]),
    ("gene-denied", LUNG, "is it V600E?", ["BRAF"], ["no result for BRAF V600E"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("report", "question", "told", "untold"), [c[1:] for c in CASES], ids=[c[0] for c in CASES]
)
def test_what_is_told_and_what_is_not(
    answerer: Answerer, report: str, question: str, told: list[str], untold: list[str]
) -> None:
    said = answerer.answer(Question(text=question, report=read_text(report))).text
    assert [words for words in told if words not in said] == []
    assert [words for words in untold if words in said] == []


def test_genes_that_one_line_gives_no_result_for_are_told_in_one_sentence(
    answerer: Answerer,
) -> None:
    answer = answerer.answer(Question(text="explain my report", report=read_text(BILE)))
    said = [s.text for s in answer.sentences if "gives no result for" in s.text]
    assert len(said) == 1
    assert "FGFR2, NTRK1, NTRK2, NTRK3, RET, ROS1 or ALK" in said[0]
