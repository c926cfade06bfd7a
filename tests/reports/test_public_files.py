"""Shapes of tables and sentences that reports in public use, each with what is near it."""

import json

import pytest

from pmchat.errors import ReportError
from pmchat.reports.read import read_report, read_text

from .helpers import agree, read

STATED = [
    # the changed copy of a gene is left when the usual one is lost
    (
        "wild-type-lost",
        "SMAD4 c.1157G>A p.Gly386Asp and loss of wildtype allele",
        "SMAD4 present p.G386D snv",
    ),
    (
        "wild-type-lost-in-table",
        "Gene\tVariant\tVAF\nTP53\tc.524G>A; p.Arg175His and loss of wildtype- allele\t0.27",
        "TP53 present 0.27",
    ),
    ("wild-type-kept", "BRAF V600E: wild-type", "BRAF absent"),
    ("none-lost", "MLH1: no loss of wildtype allele", "MLH1 absent"),
    # the disease that stands beside a change
    ("triple", "BRCA1 c.5266dupC (triple-negative breast cancer)", "BRCA1 present"),
    (
        "triple-cell",
        "BRCA1 | c.5266dupC | Triple-receptor negative breast | Olaparib",
        "BRCA1 present",
    ),
    ("triple-alone", "BRCA1 c.5266dupC (triple negative)", "BRCA1 present"),
    ("triple-three", "JAK2 V617F, CALR exon 9, MPL W515: triple-negative disease", ""),
    ("triple-of-one", "JAK2 V617F: triple negative", "JAK2 absent"),
    (
        "triple-of-blood",
        "JAK2 V617F, CALR and MPL: triple negative",
        "JAK2 absent; CALR absent; MPL absent",
    ),
    ("platinum", "BRCA1 c.5266dupC | Ovarian cancer, platinum negative", "BRCA1 present"),
    ("wild-type-cancer", "KRAS p.G12C | NSCLC, EGFR wild-type | Sotorasib", "KRAS present"),
    ("her2-cancer", "PIK3CA p.H1047R | HER2-negative breast cancer | Alpelisib", "PIK3CA present"),
    ("er-cancer", "ESR1 p.D538G | ER+/HER2- breast cancer | Elacestrant", "ESR1 present"),
    (
        "indication",
        "Gene | Variant | Indication | Drug\nNRAS | p.Q61K | BRAF wildtype melanoma | Binimetinib",
        "NRAS present",
    ),
    ("of-itself", "HER2 | HER2-negative breast cancer", "ERBB2 absent"),
    ("in-brackets", "KRAS p.G12C (EGFR wild-type)", "KRAS present; EGFR absent"),
    ("two-cells", "KRAS p.G12C   EGFR: wild-type   lung cancer", "KRAS present; EGFR absent"),
    (
        "triple-and-receptors",
        "ER 0%, PR 0%, HER2 0: triple negative breast cancer",
        "ER absent; PR absent; ERBB2 absent",
    ),
    ("not-there", "BRAF V600E | Melanoma | not detected", "BRAF absent"),
    # people and drugs in general
    ("patients", "The drug is for HLA-A*02:01 positive patients", ""),
    ("this-patient", "Patient is HLA-B*57:01 positive.", "HLA-B*57:01 present"),
    ("includes", "The report includes relevant findings in EGFR and KRAS.", ""),
    ("includes-one", "The report includes a variant in BRCA1 c.68_69del.", "BRCA1 present"),
    ("low-evidence", "As possible therapeutic strategies targeting RB1 are of low evidence", ""),
    ("possible", "Possible RB1 deletion", "RB1 unclear"),
    ("approved", "X is for cancer that is dMMR, as determined by an FDA-approved test.", ""),
    ("deficient", "Mismatch repair: deficient, as determined by stain", "MMR present"),
    ("pdl1-drug", "Durvalumab\tPD-1/PD-L1 inhibition\tImmunotherapy, observed", ""),
    ("pdl1", "PD-L1 antibody 22C3: positive, TPS 20%", "PD-L1 present 20%"),
    # lines of cells that are not the person's
    (
        "cell-lines",
        "TP53 p.R175H\n\nThe 5 most similar cancer cell lines, of 452 tested\n"
        "Cell line name\tSensitive therapies\tFeatures\nXX1_SKIN\tDabrafenib\tMET Amplification",
        "TP53 present",
    ),
    # what a table says below words on the test
    (
        "below-test",
        "Test Information\nPlatform: Illumina\n\nVariant Summary\nBRCA1 c.68_69del Pathogenic",
        "BRCA1 present pathogenic",
    ),
    (
        "table-below-test",
        "About this test\nPlatform: Illumina\n\nGene | Chr | Variant | Classification\n"
        "BRCA1 | 17 | c.68_69del | Pathogenic\nMECP2 | X | c.473C>T | VUS",
        "BRCA1 present pathogenic; MECP2 present vus",
    ),
    (
        "row-below-test",
        "Test Description\nSequencing.\nBRCA1  c.68_69del  heterozygous  Pathogenic",
        "BRCA1 present pathogenic",
    ),
    (
        "targets-below-test",
        "Test Information\nGene  Mutation  Limit of detection\nBRAF  V600E  1 %\nKRAS  G12D  1 %",
        "",
    ),
    ("words-below-test", "Test Description\nBRAF V600E can be detected at 1 %.", ""),
    # headings of columns
    (
        "naf",
        "Gene\tFunctional category\tVariant\tTranscript-ID\tNAF\n"
        "AR\tmissense\tp.Ala412Val\tNM_1.3\t0.44\nMSH6\tstop\tc.3132C>A\tNM_2.2\thet.\n"
        "TAL1\tsynonymous\tp.=\tNM_3.5\t0.15\nSRSF2\tmissense\tp.Pro46Gln\tNM_4.4\t-",
        "AR present 0.44; MSH6 present no_value",
    ),
    (
        "known-variant",
        "Gene     Variant      Disease   Known Variant   Drugs         PMID   Level\n"
        "ERBB2    p.N133D      lung      S310F, V659E    Neratinib     1      B2",
        "ERBB2 present p.N133D",
    ),
    (
        "feature",
        "Feature Type\tFeature\tTherapy & Rationale\n"
        "Somatic Variant\tMSH2 p.D887N\tPembrolizumab Patients with defects may respond\n"
        "Germline Variant\tBRCA2 p.S1982fs\tTalazoparib",
        "MSH2 present somatic_origin; BRCA2 present germline_origin",
    ),
    (
        "patients-variant",
        "Gene       Patient\u2019s Variant         Level of Evidence\n"
        "NOTCH1     G434C                    B3\nSTK11      E317K, D358N             B2, B3",
        "NOTCH1 present p.G434C; STK11 present p.E317K; STK11 present p.D358N",
    ),
    (
        "list-below-method",
        "Method: Variants of the patient are searched in databases. In the following table they\n"
        "can be found:\n        Gene       Patient\u2019s Variant     Level of Evi-\n"
        "        NOTCH1     G434C                B3",
        "NOTCH1 present p.G434C",
    ),
    (
        "limits-below-method",
        "Method: Hot spots are sequenced. In the following table their limits\n"
        "can be found:\n        Gene       Variant              Limit of detection\n"
        "        BRAF       V600E                1 %",
        "",
    ),
    (
        "evidence",
        "Gene      Variant   Disease   Drugs        Evidence      PMID      Level\n"
        "STK11     E317K     lung      Phenformin   preclinical   2335212   B3",
        "STK11 present p.E317K",
    ),
    ("evidence-in-words", "STK11 E317K in preclinical models responds to phenformin", ""),
    # a gene that is not known keeps its change
    ("unknown-gene", "Supporting: JAK1 deletion, PRDM2 p.E282del", "JAK1 present no_p cnv"),
    ("exon", "TP53 c.524G>A, EX5 p.R175H", "TP53 present p.R175H"),
    ("two", "EGFR p.L858R, T790M", "EGFR present p.L858R; EGFR present p.T790M"),
    # one class for all that a cell lists
    ("benign-cell", "MSH2 G256D, G322D | Lynch syndrome | Benign | expert panel", ""),
    ("benign-last", "BRCA1 c.68_69del, c.4837A>G benign", "BRCA1 present no_class c.68_69del"),
    (
        "benign-and-worse",
        "BRCA1 c.68_69del, c.5266dupC | Benign | Pathogenic",
        "BRCA1 present c.68_69del",
    ),
    # genes of a piece of a chromosome
    (
        "regions",
        "chr13q\theterozygous deletion\tq-arm\t1\tBRCA2, RB1\n"
        "chr16p\tloss of heterozygosity\tp-arm\t2\tPALB2\n"
        "chr17q\tduplication\tq-arm\t3\tERBB2\nchr4\theterozygous deletion\t\t1\t-\n"
        "chr18q\theterozygous deletion\tq-arm\t1\tXYZ9, SMAD4, DCC",
        "BRCA2 present cnv; RB1 present cnv; PALB2 present cnv; ERBB2 present cnv;"
        "SMAD4 present cnv; DCC present cnv",
    ),
    ("no-region", "chr13q\tno deletion\tq-arm\t2\tBRCA2, RB1", ""),
    # a class without a change, and a letter on both copies
    (
        "class-alone",
        "Gene\tChromosome\tPosition\tClinical Significance\n"
        "BRCA1\t17\t43071077\tPathogenic\nCFTR\t7\t117199644\tBenign\nMECP2\tX\t1532\tVUS",
        "BRCA1 present pathogenic; MECP2 present vus",
    ),
    ("class-none", "Gene   Result\nBRCA1   No pathogenic variant", "BRCA1 absent"),
    ("class-of-disease", "Gene   Disease   Class\nBRCA1   Breast cancer   pathogenic", ""),
    ("twice", "rs67376798 | DPYD | D949V | TT | decreased function", "DPYD unclear"),
    ("once", "rs67376798 | DPYD | D949V | TA | decreased function", "DPYD present"),
    ("twice-told", "rs1800566 | NQO1 | P187S | TT | homozygous", "NQO1 present"),
    # proteins in a list
    ("list-of-stains", "IHC\nNegative: ER, PR, WT1", "ER absent; PR absent; WT1 absent"),
    ("list-of-positives", "IHC\nPositive: ER, PR", "ER present; PR present"),
]


@pytest.mark.parametrize(("name", "body", "expected"), STATED, ids=[c[0] for c in STATED])
def test_shapes_that_public_reports_have(name: str, body: str, expected: str) -> None:
    assert agree(read(body), expected) is None, name


@pytest.mark.parametrize(
    ("title", "scope"), [("Resistance", "resistance"), ("Sensitivity", "this_tumor")]
)
def test_a_heading_tells_what_the_drugs_of_a_table_do(title: str, scope: str) -> None:
    report = read(
        f"Variants associated with Therapeutic {title}\n\nFeature Type\tFeature\tTherapy\n"
        "Somatic Variant\tEGFR p.T790M\tGefitinib"
    )
    assert [(t.drug, t.scope) for t in report.therapies] == [("gefitinib", scope)]
    assert agree(report, "EGFR present") is None


def test_a_test_of_genes_that_handle_medicines_has_no_drug_for_a_tumor() -> None:
    text = (
        "# 23andMe PharmGx report\nResults: 12 genes of a 23andMe file\n\n## Drugs\n"
        "| Drug | Gene | Status | Recommendation |\n| Tamoxifen | CYP2D6 | AVOID | Ask |\n\n"
        "| Gene | Diplotype | Phenotype |\n| CYP2D6 | *4/*4 | Poor Metabolizer |\n"
    )
    report = read_text(text)
    assert (report.family, report.therapies) == ("consumer", ())
    report = read("Therapies\n\nGene | Drug\nEGFR p.L858R | Gefitinib")
    assert [t.drug for t in report.therapies] == ["gefitinib"]


def test_words_of_a_title_are_no_name_of_the_patient() -> None:
    report = read("Patient                 Gene-Drug          Associations\nKRAS p.G12D")
    assert "Gene" not in " ".join(i.text for i in report.identifiers)
    report = read("Patient    Drug-Gene Interactions\nKRAS p.G12D")
    assert "Gene" not in [i.text for i in report.identifiers]
    report = read_text("Tumor NGS report\nPatient     Anna Gene-Smith\nKRAS p.G12D\n")
    assert any("Anna" in i.text for i in report.identifiers)


@pytest.mark.parametrize(
    ("line", "named"), [("Pulmonologist: G. Van Veen", True), ("Pulmonology: G. Unit", False)]
)
def test_doctors_of_more_fields_are_named(line: str, named: bool) -> None:
    found = [i for i in read(f"{line}\nKRAS p.G12D").identifiers if i.kind == "physician"]
    assert bool(found) == named


def test_the_number_of_a_sample_is_no_misread_gene() -> None:
    report = read("Sample ID: BRCAI\n\nKRAS p.G12D\nSample ID: BRCA11\nBRCAl was read")
    assert not any("[" in w for w in report.warnings)
    assert any("BRCAl" in w for w in report.warnings)


def test_data_with_marks_in_its_texts_is_no_web_page() -> None:
    text = "<div><p><b>code</b>: x</p><p><b>b</b>: y</p><table><tr><td>z</td></tr></table></div>"
    content = {
        "resourceType": "Observation", "status": "final", "text": {"div": text},
        "code": {"coding": [{"code": "69548-6"}]},
        "valueCodeableConcept": {"coding": [{"code": "LA9633-4"}]},
        "component": [
            {"code": {"coding": [{"code": "48018-6"}]}, "valueString": "STK11"},
            {"code": {"coding": [{"code": "48004-6"}]}, "valueString": "c.580G>A"},
        ],
    }  # fmt: skip
    report = read_report(json.dumps(content).encode(), "a.json")
    assert agree(report, "STK11 present c.580G>A") is None
    page = f"Report, specimen: blood{text}<p>KRAS p.G12D detected</p>"
    assert agree(read_report(page.encode(), "a.txt"), "KRAS present") is None


@pytest.mark.parametrize(
    "content",
    [
        '{"metadata": {"namedAlleleMatcherVersion": "2"}, "results": []}',
        "<!DOCTYPE html><html><head><title>PharmCAT Allele Call Report for S</title></head></html>",
    ],
)
def test_a_step_before_the_report_is_told(content: str) -> None:
    with pytest.raises(ReportError, match="step of PharmCAT"):
        read_report(content.encode(), "match")
