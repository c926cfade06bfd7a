"""What is added where a question meets a certain kind of result."""

import pytest

from pmchat.answering.conversation import Answerer
from pmchat.answering.situation_table import SITUATIONS
from pmchat.model import Question
from pmchat.reports.read import read_text

TUMOR = """TUMOR PROFILING REPORT (tissue, DNA)
Diagnosis: Lung adenocarcinoma     Tumor content: 60 %
GENOMIC FINDINGS
EGFR   L858R                        VAF 31.2 %
TP53   R248Q (c.743G>A)             VAF 44.0 %
VARIANTS OF UNKNOWN SIGNIFICANCE: NOTCH2 A21S
"""
BRCA = """HEREDITARY CANCER PANEL (47 genes, germline)   Specimen: saliva
RESULT: POSITIVE - PATHOGENIC VARIANT IDENTIFIED IN BRCA2
BRCA2  c.5946delT (p.Ser1982Argfs*22)   heterozygous   PATHOGENIC
ATM    c.1066A>G (p.Lys356Glu)          heterozygous   Variant of Uncertain Significance
"""
CLEAR = """HEREDITARY CANCER PANEL (47 genes, germline)  Blood
RESULT: NEGATIVE - no pathogenic or likely pathogenic variants detected
Family history reported: mother endometrial cancer at 48
"""
VUS = """HEREDITARY CANCER PANEL (47 genes, germline)  Blood
RESULT: NEGATIVE - no pathogenic or likely pathogenic variants detected
ADDITIONAL FINDING: VUS   MSH6 c.2345G>A (p.Ser782Asn)
"""
FAMILY = """HEREDITARY CANCER TEST (germline)  Blood
Reason for test: mother ovarian cancer at 51, known BRCA1 c.68_69delAG.
BRCA1  c.68_69delAG (p.Glu23Valfs*17)   NOT DETECTED
"""
DRUGS = """TUMOR PROFILING REPORT (tissue, DNA)   Diagnosis: Lung adenocarcinoma
EGFR   L858R                        VAF 31.2 %
THERAPIES ASSOCIATED WITH CLINICAL BENEFIT
EGFR L858R: osimertinib, afatinib
"""
BOWEL = """COLON CANCER PANEL (tumor tissue)   Diagnosis: Colon adenocarcinoma
IHC mismatch repair: MLH1 loss of nuclear expression; MSH2 intact
KRAS p.Gly13Asp (G13D) detected, VAF 21 %
MLH1 promoter methylation: not performed
"""
LYNCH = """HEREDITARY CANCER PANEL (germline)  Blood
MSH2  c.942+3A>T   heterozygous   PATHOGENIC
"""
DRUG_GENES = """PHARMACOGENOMIC REPORT   Specimen: saliva
Gene        Genotype      Phenotype
DPYD        *1/*2A        Intermediate Metabolizer
CYP2C19     *2/*2         Poor Metabolizer
"""
FAMILY_TEST = """KNOWN FAMILIAL VARIANT TEST (single site)   Buccal swab
RESULT:  NEGATIVE.  The familial BRCA1 variant was NOT DETECTED in this sample.
All other genes (including BRCA2, PALB2) were NOT tested.
"""
PALB2 = """HEREDITARY CANCER PANEL (germline)  Blood
PALB2  c.3113G>A (p.Trp1038*)   heterozygous   PATHOGENIC
"""
PLASMA = """ctDNA PLASMA ASSAY    Diagnosis: Breast cancer, metastatic
ESR1 D538G 2.1%
DNMT3A R882H 1.8%  possible clonal hematopoiesis
"""


@pytest.mark.parametrize(
    ("report", "question", "section"),
    [
        (TUMOR, "can my kids inherit the TP53 change", "fnd-germline-vs-somatic#why-second-test"),
        (TUMOR, "TP53 is 44 and EGFR 31.2, is TP53 the worse one", "rep-vaf#highest-vaf"),
        (TUMOR, "31.2 + 44 is 75 in all, right?", "rep-vaf#add-up"),
        (TUMOR, "is this stage 4", "rep-anatomy-tumor-report#stage-grade"),
        (BRCA, "my daughter is 9, can we test her", "her-minors#adult-onset"),
        (BRCA, "my brother says only women need to bother", "her-brca#risk-men"),
        (BRCA, "does my sister need the test", "her-cascade-family#what-is-it"),
        (BRCA, "we want a baby, what now", "her-reproductive#choices"),
        (BRCA, "do I need surgery this week", "her-risk-management#deciding"),
        (BRCA, "did i get it from my mom or dad", "rep-anatomy-germline-report#which-parent"),
        (BRCA, "it says positive, so I have cancer", "rep-anatomy-germline-report#pos-neg-unc"),
        (BRCA, "what does p.Ser1982Argfs*22 mean", "rep-variant-names#del-dup-fs"),
        (BRCA, "was TP53 tested", "rep-anatomy-germline-report#genes-not-named"),
        (BRCA, "can they test my son for the ATM one", "rep-vus#family"),
        (CLEAR, "so I can skip my colonoscopy", "her-negative-family#skip-checks"),
        (CLEAR, "but mum had cancer, how can it be negative", "her-negative-family#uninformative"),
        (FAMILY, "mom's BRCA1 wasn't found so I am safe", "her-negative-family#true-negative"),
        (VUS, "how will I know if the VUS changes", "rep-vus#updates"),
        (VUS, "should I have a hysterectomy because of MSH6", "rep-vus#change-care"),
        (TUMOR, "it says tier 1 for EGFR, so stage 1?", "rep-tiers-evidence#what-is-it"),
        (TUMOR, "EGFR only 31.2 %, good?", "rep-vaf#why-high-low"),
        (TUMOR, "Leu858Arg and L858R, so two mutations", "rep-variant-names#same-change"),
        (TUMOR, "has EGFR gone up since last time", "rep-vaf#compare"),
        (TUMOR, "is the EGFR thing my fault", "dec-coping#guilt"),
        (BRCA, "is the gene thing my fault", "fnd-genes-lifestyle-environment#not-my-fault"),
        (DRUGS, "can i start the EGFR pill now", "rep-anatomy-tumor-report#drugs-listed"),
        (BOWEL, "does KRAS mean no erbitux", "tgt-kras-ras#ras-and-egfr-antibodies"),
        (BOWEL, "MSH2 retained, is that bad", "rep-msi-tmb#intact-loss"),
        (BOWEL, "methylation not done, negative?", "imm-msi-mmr#mlh1-with-braf"),
        (BRCA, "does class 5 mean stage 5", "rep-germline-classes#what-is-it"),
        (BRCA, "will i lose my health insurance over this", "prv-gina#health-insurance"),
        (BRCA, "can they refuse me life insurance", "prv-gina#what-it-does-not-cover"),
        (BRCA, "hes 8, test him now?", "her-minors#adult-onset"),
        (BRCA, "do i need both breasts off", "her-risk-management#deciding"),
        (PALB2, "im a man so PALB2 does not matter", "her-moderate-risk-genes#inheritance"),
        (CLEAR, "explain moms womb cancer, who is tested", "her-negative-family#test-first"),
        (PLASMA, "ESR1 only 2.1%, nearly gone?", "rep-vaf#blood-low"),
        (FAMILY, "I feel so guilty, my sister has it and I do not", "dec-coping#guilt"),
        (FAMILY, "my daughter was negative, how come", "her-brca#inheritance"),
        (LYNCH, "im a man so why is womb cancer on it", "her-lynch#what-is-it"),
        (DRUG_GENES, "starting xeloda, what does DPYD mean", "pgx-dpyd#low-result"),
        (DRUG_GENES, "is that a liver disease", "pgx-phenotypes-report#limits"),
        (DRUG_GENES, "does it say if my colon cancer is inherited", "pgx-what-is-it#limits"),
        (VUS, "will somebody ring me if MSH6 turns out bad", "rep-vus#updates"),
        (
            CLEAR,
            "mum had womb cancer and they found nothing. how",
            "her-negative-family#uninformative",
        ),
        (FAMILY, "im her twin brother, am i negative too", "her-cascade-family#relatives-report"),
        (PLASMA, "is DNMT3A my cancer?", "gen-clonal-hematopoiesis#next-step"),
    ],
)
def test_a_counselor_would_add(
    answerer: Answerer, report: str, question: str, section: str
) -> None:
    answer = answerer.answer(Question(text=question, report=read_text(report)))
    cited = {c.passage_id for s in answer.sentences for c in s.citations if c.kind == "passage"}
    assert any(c.startswith(section) for c in cited), sorted(cited)


@pytest.mark.parametrize(
    ("report", "question", "section"),
    [
        (TUMOR, "is EGFR good for my dad", "fnd-germline-vs-somatic#why-second-test"),
        (TUMOR, "should my daughter be tested now", "her-minors#adult-onset"),
        (VUS, "should my daughter be tested now for MSH6", "her-minors#adult-onset"),
        (FAMILY, "mom's BRCA1 wasn't found so I am safe", "her-negative-family#plan"),
        (VUS, "what does the VUS mean", "rep-vus#with-harmful-change"),
        (CLEAR, "does that mean I am safe", "her-negative-family#true-negative"),
        (TUMOR, "what is EGFR? im his daughter", "fnd-germline-vs-somatic#why-second-test"),
        (TUMOR, "its tier 1, so only stage 1", "rep-vaf#why-high-low"),
        (FAMILY_TEST, "negative!! so i cant get cancer", "her-negative-family#plan"),
        (FAMILY_TEST, "did they check BRCA2 too", "her-brca#just-got-result"),
    ],
)
def test_what_goes_with_another_result_is_not_added(
    answerer: Answerer, report: str, question: str, section: str
) -> None:
    answer = answerer.answer(Question(text=question, report=read_text(report)))
    cited = {c.passage_id for s in answer.sentences for c in s.citations if c.kind == "passage"}
    assert section not in cited


def test_every_section_is_in_the_library(answerer: Answerer) -> None:
    assert {s.section for s in SITUATIONS} <= set(answerer.release.passages)
