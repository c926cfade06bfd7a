import pytest

from pmchat.answering.conversation import Answerer
from pmchat.model import Question, Turn
from pmchat.reports.read import read_text

INHERITED = """HEREDITARY CANCER PANEL (germline)   Specimen: saliva
RESULT: POSITIVE - PATHOGENIC VARIANT IDENTIFIED IN BRCA2
Gene   Variant                  Zygosity       Classification
BRCA2  c.5946delT               heterozygous   PATHOGENIC
ATM    c.1234A>G (p.Lys412Glu)  heterozygous   Variant of Uncertain Significance
"""
UNSURE = """HEREDITARY CANCER PANEL (germline)   Specimen: blood
RESULT: NEGATIVE - no pathogenic or likely pathogenic variants detected
ADDITIONAL FINDING: VUS   MSH6 c.2345G>A (p.Ser782Asn)
"""
BOWEL = """COLON, IMMUNOHISTOCHEMISTRY
MLH1 loss of nuclear expression
PMS2 loss of nuclear expression
"""
BLOOD = """CIRCULATING TUMOR DNA (plasma)   Molecular residual disease test
ctDNA NOT DETECTED
"""


GENOTYPES = """PHARMACOGENOMIC REPORT   Specimen: buccal swab
Gene        Genotype      Phenotype
CYP2C19     *2/*2         Poor Metabolizer
DPYD        *1/*2A        Intermediate Metabolizer
HLA-B*15:02               NOT PERFORMED
"""
TOO_LITTLE = """TUMOR PANEL (tissue)
Test                                       Result
DNA sequencing (EGFR, KRAS, BRAF)          QNS - insufficient DNA
PD-L1 IHC (22C3)                           TPS 5 %
"""


TWO_GENES = """HEREDITARY CANCER PANEL (germline)   Specimen: saliva
Gene     Variant                     Zygosity       Classification
CHEK2    c.1100del (p.Thr367fs)      heterozygous   PATHOGENIC
MLH1     c.1129A>G (p.Lys377Glu)     heterozygous   UNCERTAIN SIGNIFICANCE
"""
PLASMA = """CIRCULATING TUMOR DNA (plasma)   lung adenocarcinoma
EGFR   L858R           6.8 %
MET    Amplification   plasma copy number 3.4
Blood TMB .............. NOT EVALUABLE (tumor fraction too low)
"""
BONE_MARROW = """MYELOPROLIFERATIVE NEOPLASM PANEL, peripheral blood
Indication: elevated platelet count
JAK2 V617F (c.1849G>T)     DETECTED      allele burden 18 %
CALR exon 9                Not detected
MPL exon 10                Not detected
BCR::ABL1 p190/p210        Not detected
Comment: The JAK2 V617F mutation does not distinguish between these disorders.
"""


@pytest.mark.parametrize(
    ("report", "question", "told", "never"),
    [
        (GENOTYPES, "im on plavix, what gives", "CYP2C19 *2/*2 Poor Metabolizer", "DPYD *1"),
        (GENOTYPES, "does it say anything on 5-FU", "Intermediate Metabolizer", "CYP2C19 *2"),
        (GENOTYPES, "the HLA test was ok wasnt it", "HLA-B*15:02 NOT PERFORMED", "CYP2C19 *2"),
        (
            TOO_LITTLE,
            "so no mutations then?",
            "A failed test is not a negative",
            'words "not detected"',
        ),
        (
            TWO_GENES,
            "what about that MLH1 one, isnt that lynch",
            "MLH1 c.1129A>G",
            "depends strongly on which gene",
        ),
        (
            TWO_GENES,
            "does chek2 with that MLH1 mean lynch",
            "MLH1 c.1129A>G",
            "colorectal cancer by",
        ),
        (
            PLASMA,
            "MET amplification, does that mean mets",
            "MET Amplification",
            "no result for meta",
        ),
        (PLASMA, "blood TMB not evaluable, thats a zero?", "NOT EVALUABLE", "no result for bTMB"),
        (INHERITED, "it says POSITIVE in big letters", "BRCA2 c.5946delT", "ATM c.1234A>G"),
        (INHERITED, "shoud i get both breasts off", "BRCA2 c.5946delT", "CHEK2 or ATM change"),
        (
            GENOTYPES,
            "they plan capecitabine and DPYD is intermediate, can i still have it",
            "the plan depends on how much DPD is missing",
            "CYP2C19 *2",
        ),
        (
            TOO_LITTLE,
            "side efects of the kras g12c drugs?",
            "Common side effects of the KRAS G12C drug",
            "FDA-approved KRAS G12C drugs",
        ),
        (INHERITED, "is a pathogenic one bad", "BRCA2 c.5946delT", "ATM c.1234A>G"),
        (
            INHERITED,
            "do i have cancer",
            "cannot tell whether you have cancer now",
            "a spot",
        ),
        (BONE_MARROW, "so is this leukemia??", "JAK2 V617F (c.1849G>T)", "a spot"),
        (
            BONE_MARROW,
            "is this cancer",
            "leaves a signal",
            "a spot",
        ),
        (BONE_MARROW, "did my kids get it from me", "usually not inherited", "2,023"),
        (BONE_MARROW, "so is it leukemia?? did my kids get it from me", "JAK2 V617F (", "a spot"),
        (
            BONE_MARROW,
            "give me the short version of all this",
            "JAK2 V617F (c.1849G>T)",
            "CML drug",
        ),
        (BONE_MARROW, "what does my JAK2 result mean", "leaves a signal", "CML report"),
        (INHERITED, "what do i ask next week", "BRCA2 c.5946delT", "before a test"),
        (UNSURE, "Negative!!! so i can skip the checks", "MSH6 c.2345G>A", "breast"),
        (INHERITED, "and the atm? should my sister get tested too", "ATM change", "1 in 2"),
        (
            INHERITED,
            "my sister had breast cancer, does my result help her",
            "each brother and sister has that same 1 in 2 chance",
            "side effect",
        ),
        (INHERITED, "i only have boys, so they are safe?", "1 in 2 chance", "side effect"),
        (
            UNSURE,
            "msh6 is a lynch gene so i have lynch",
            "does not show that a person",
            "uterine cancer by",
        ),
        (UNSURE, "negative!! so i cant get cancer", "overall result", "Lynch syndrome raises"),
        (BOWEL, "mlh1 negative, negative is good?", "MLH1 is lost (missing)", "stable"),
        (BLOOD, "not detected!! is the cancer gone", "ctDNA NOT DETECTED", "germline report"),
    ],
)
def test_a_question_finds_the_result_that_it_is_about(
    answerer: Answerer, report: str, question: str, told: str, never: str
) -> None:
    answer = answerer.answer(Question(text=question, report=read_text(report)))
    assert told in answer.text
    assert never not in answer.text


@pytest.mark.parametrize(
    "text",
    ["do i have cancer, i lost weight and sweat at night", "do i have cancer? there is a lump"],
)
def test_a_sign_of_illness_is_for_a_clinician_whatever_the_report(
    answerer: Answerer, text: str
) -> None:
    answer = answerer.answer(Question(text=text, report=read_text(INHERITED)))
    assert answer.outcome != "answer"
    assert any(s.role == "next_step" for s in answer.sentences)


def test_what_was_not_tested_is_told(answerer: Answerer) -> None:
    report = read_text(
        "TUMOR PANEL (tissue DNA)\nEGFR L858R VAF 20 %\nMLH1 promoter methylation: not performed\n"
    )
    answer = answerer.answer(Question(text="what did they not manage to test", report=report))
    assert "this test was not done" in answer.sentences[0].text


def test_what_was_spoken_of_is_compared(answerer: Answerer) -> None:
    report = read_text(INHERITED)
    first = answerer.answer(Question(text="what is my brca2 change", report=report))
    history = (Turn(question=first.question, answer=first.text),)
    question = Question(text="is that as bad as chek2", report=report, history=history)
    said = [s for s in answerer.answer(question).sentences if s.role != "framing"]
    assert "BRCA2 change as germline" in said[0].text


def test_it_stands_for_the_finding_told_before(answerer: Answerer) -> None:
    report = read_text(UNSURE)
    first = answerer.answer(Question(text="what is the msh6 thing", report=report))
    history = (Turn(question=first.question, answer=first.text),)
    question = "it says others with breast cancer had it, so it causes cancer"
    answer = answerer.answer(Question(text=question, report=report, history=history))
    assert "MSH6" in answer.sentences[0].text


def test_a_share_of_reads_is_explained_before_its_gene(answerer: Answerer) -> None:
    report = read_text("PANCREAS PANEL (tissue DNA)\nBRCA2 c.5946del p.(Ser1982Argfs*22) 49.5 %\n")
    question = Question(text="brca2 49.5 %, so half of my pancreas is cancer?", report=report)
    answer = answerer.answer(question)
    assert "VAF is not the share of your body" in answer.sentences[1].text


MIXED = """SOLID TUMOR PANEL (tissue)   gastric adenocarcinoma
KRAS        G12D              VAF 37 %
MET         amplification     copy number 9
PD-L1 (22C3)                  CPS 4
HER2 IHC                      QNS - stain not performed
Tumor mutational burden       NOT EVALUABLE (tumor content too low)
NTRK1 fusion                  not detected
No reportable alterations in: BRAF, EGFR
"""


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("which things couldnt they test", ["stain not performed", "NOT EVALUABLE"], ["KRAS"]),
        ("the kras is clear, what else wasnt done", ["G12D", "NOT EVALUABLE"], ["BRAF"]),
        ("what did it not find", ["NTRK1 fusion", "BRAF or EGFR"], ["stain not performed"]),
    ],
)
def test_a_list_of_what_is_missing_is_told_and_no_more(
    answerer: Answerer, question: str, told: list[str], untold: list[str]
) -> None:
    answer = answerer.answer(Question(text=question, report=read_text(MIXED)))
    assert all(one in answer.text for one in told)
    assert not any(one in answer.text for one in untold)
    assert sum(any(c.kind == "passage" for c in s.citations) for s in answer.sentences) <= 1


def test_a_question_on_one_negative_asks_for_no_list(answerer: Answerer) -> None:
    question = Question(text="what if my EGFR is negative", report=read_text(MIXED))
    answer = answerer.answer(question)
    assert "NTRK1" not in answer.text
    assert sum(any(c.kind == "passage" for c in s.citations) for s in answer.sentences) > 1


def test_a_type_of_drug_gene_stands_for_the_genes_that_have_it(answerer: Answerer) -> None:
    question = "why does it say poor metabolizer"
    text = answerer.answer(Question(text=question, report=read_text(GENOTYPES))).text
    assert "CYP2C19" in text
    assert "DPYD" not in text


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("37 so 37 percent of my stomach is cancer??", "A VAF is not the share of your body"),
        ("so kras 37% thats how much tumor is left", "VAF"),
        ("MET 9 so i have 9 tumors right?", "copy number is not a stage"),
    ],
)
def test_a_number_taken_for_something_else_is_put_right_first(
    answerer: Answerer, question: str, first: str
) -> None:
    answer = answerer.answer(Question(text=question, report=read_text(MIXED)))
    cited = [s for s in answer.sentences if any(c.kind == "passage" for c in s.citations)]
    library = [s for s in cited if "glossary" not in str(s.citations)]
    assert first in library[0].text
    assert " not " in library[0].text


TWO_SHARES = """TUMOR PROFILING REPORT (tissue, DNA)
EGFR   L858R             VAF 31.2 %
TP53   R273H             VAF 44.0 %
VARIANTS OF UNKNOWN SIGNIFICANCE: NOTCH2 A21S; KMT2D P1191L
"""


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("TP53 has 44 and EGFR only 31.2, so TP53 is worse?", ["EGFR L858R", "TP53 R273H"]),
        ("What does NOTCH2 A21S and KMT2D mean", ["NOTCH2 A21S", "KMT2D P1191L"]),
        ("grade 2 means stage 2 right", []),
    ],
)
def test_a_number_of_one_gene_does_not_drop_the_other(
    answerer: Answerer, text: str, named: list[str]
) -> None:
    answer = answerer.answer(Question(text=text, report=read_text(TWO_SHARES)))
    lines = [s.text for s in answer.sentences if s.text.startswith("Your report lists")]
    assert all(any(n in line for line in lines) for n in named)
    assert named or not lines


def test_positive_stands_for_what_is_harmful_where_no_overall_result_was_read(
    answerer: Answerer,
) -> None:
    report = read_text(
        "Multi-Cancer Germline Panel   Whole blood\nOVERALL:   P O S I T I V E\n"
        "(1) PALB2   c.509_510delGA (p.Arg170Ilefs*14)   heterozygous   PATHOGENIC\n"
    )
    answer = answerer.answer(Question(text="positive. so i have cancer?", report=report))
    assert "PALB2" in answer.sentences[0].text
    assert "does not say that you have cancer" in answer.text


@pytest.mark.parametrize(
    ("question", "told", "not_told"),
    [
        ("it says 4 clinical trials, can she get in", "trial", "TMB"),
        ("bTMB not evaluable, did they mess up my blood", "failed test is not a negative", "STK11"),
        ("PD-L1 80%, will immuno work", "TPS", "STK11"),
        ("was BRCA checked in this", "I found no result for BRCA", "home test"),
    ],
)
def test_what_was_asked_is_told_and_nothing_else(
    answerer: Answerer, question: str, told: str, not_told: str
) -> None:
    report = read_text(
        "TUMOR PROFILING REPORT (tissue, DNA)\nEGFR   L858R   VAF 31.2 %\n"
        "bTMB: not evaluable (low tumor fraction)\n"
        "PD-L1 IHC (22C3): Tumor Proportion Score (TPS) 80 %\n"
        "CLINICAL TRIALS: 4 trials listed, see appendix\n"
    )
    text = answerer.answer(Question(text=question, report=report)).text
    assert told in text
    assert not_told not in text


def test_beside_an_intact_protein_the_lost_ones_are_told(answerer: Answerer) -> None:
    report = read_text(
        "COLON PANEL (tumor tissue)\nMLH1 loss of nuclear expression\nMSH2 intact\nMSH6 intact\n"
    )
    text = answerer.answer(Question(text="MSH2 intact, good or bad", report=report)).text
    assert "MLH1 is lost" in text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("what's ESR1 D538G 2.1%", "thought to be acquired, not inherited"),
        ("does PIK3CA H1047R mean i should take Piqray", "tell your team if you have diabetes"),
        ("KRAS wild-type means I have a wild kras?", "an EGFR antibody is considered"),
        ("it says BRAF. isnt that the breast cancer gene", "BRAF is not BRCA1 or BRCA2"),
    ],
)
def test_what_a_finding_is_comes_with_what_it_is_not(
    answerer: Answerer, question: str, told: str
) -> None:
    report = read_text(
        "TUMOR PROFILING REPORT (plasma, ctDNA)\nDiagnosis: Breast cancer\nESR1 D538G 2.1%\n"
        "PIK3CA H1047R 5.4%\nTHERAPIES\nPIK3CA: alpelisib, capivasertib\n"
        if "ESR1" in question or "PIK3CA" in question
        else "COLON CANCER PANEL (tumor tissue)\nDiagnosis: Colon adenocarcinoma\n"
        "BRAF p.Val600Glu (V600E) detected, VAF 27 %\nKRAS: wild-type   NRAS: wild-type\n"
    )
    text = answerer.answer(Question(text=question, report=report)).text
    assert told in text
    assert "no result for BRCA" not in text


def test_msi_is_answered_by_the_stains_of_repair_proteins(answerer: Answerer) -> None:
    report = read_text("COLON PANEL (tumor tissue)\nMLH1 intact\nMSH2 intact\n")
    text = answerer.answer(Question(text="can you tell me if mom has MSI", report=report)).text
    assert "MLH1 is intact" in text
    assert "no result for MSI" not in text


def test_an_unclear_result_is_no_failed_test(answerer: Answerer) -> None:
    report = read_text(
        "TUMOR PANEL (tissue)\nFGFR2 amplification: EQUIVOCAL (copy number 5; cut-off 6)\n"
    )
    text = answerer.answer(Question(text="FGFR2 equivocal, whats that", report=report)).text
    assert "failed test" not in text
