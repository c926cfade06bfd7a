"""The reference files that came with the brief, read by hand; skipped where they are missing."""

from __future__ import annotations

from pathlib import Path

import pytest

from pmchat.model import Report
from pmchat.reports.read import read_report

from .helpers import amount, told

FILES = Path(__file__).parents[3].parent / "shared" / "data" / "reports"
pytestmark = pytest.mark.skipif(not FILES.is_dir(), reason="the shared reports are missing")


def result(name: str) -> Report:
    return read_report((FILES / name).read_bytes(), "file")


SMAD4 = ("SMAD4", "c.1054G>A", "p.Gly352Arg", "pathogenic", "heterozygous")
NF1 = ("NF1", "c.2970_2972del", "p.Met992del", "pathogenic", "heterozygous")
RET = ("RET", "c.1902C>G", "p.Cys634Trp", "pathogenic", "heterozygous")
POLD1 = ("POLD1", "c.3178C>T", "p.Arg1060Cys", "pathogenic", "homozygous")
Change = tuple[str, str, str | None, str, str]
PACKETS: dict[str, list[Change]] = {
    "PMID_15031030_Family_153_individual_III_2": [SMAD4],
    "PMID_15031030_Family_153_individual_II_2": [SMAD4],
    "PMID_15031030_Family_153_individual_IV_1": [SMAD4],
    "PMID_15200509_Case_report": [
        ("STK11", "c.738C>G", "p.Tyr246Ter", "pathogenic", "heterozygous")
    ],
    "PMID_17160901_family_A_individual_1": [NF1],
    "PMID_17160901_family_A_individual_2": [NF1],
    "PMID_17160901_family_A_individual_3": [NF1],
    "PMID_24331334_DM_patient": [RET],
    "PMID_24331334_father": [RET],
    "PMID_26239674_proband_III_3": [("MEN1", "c.825-1G>A", None, "pathogenic", "heterozygous")],
    "PMID_29196670_Patient_1": [
        ("TSC2", "c.826del", "p.Met276CysfsTer17", "pathogenic", "heterozygous")
    ],
    "PMID_29196670_Patient_11": [("TSC2", "c.5160+5G>T", None, "pathogenic", "heterozygous")],
    "PMID_29196670_Patient_19": [("TSC2", "c.648+1G>T", None, "pathogenic", "heterozygous")],
    "PMID_31449058_Patient_2": [
        ("POLD1", "c.3220C>T", "p.Arg1074Trp", "pathogenic", "heterozygous"),
        ("POLD1", "c.2052G>C", "p.Gln684His", "pathogenic", "heterozygous"),
    ],
    "PMID_31629014_Patient_P1": [POLD1],
    "PMID_31629014_Patient_P2": [POLD1],
}


@pytest.mark.parametrize("name", PACKETS)
def test_phenopackets(name: str) -> None:
    report = result(f"phenopackets/{name}.json")
    wanted = PACKETS[name]
    found = [(f.analyte, f.hgvs_c, f.hgvs_p, f.classification) for f in report.findings]
    assert found == [want[:4] for want in wanted]
    for finding, want in zip(report.findings, wanted, strict=True):
        assert want[4] in finding.evidence.text
        assert (finding.polarity, finding.origin) == ("present", "unknown")


NORMAL, FUNCTION = "normal metabolizer", "normal function"
GENOTYPES = {
    "ABCG2": ("rs2231142 reference (G)/rs2231142 reference (G)", None, FUNCTION),
    "CACNA1S": ("Reference/Reference", None, "uncertain susceptibility"),
    "CYP2B6": ("*1/*1", None, NORMAL),
    "CYP2C19": ("*38/*38", None, NORMAL),
    "CYP2C9": ("*1/*1", 2.0, NORMAL),
    "CYP2D6": ("*1/*3", 1.0, "intermediate metabolizer"),
    "CYP3A4": ("*1/*1", None, NORMAL),
    "CYP3A5": ("*1/*1", None, NORMAL),
    "CYP4F2": ("*1/*1", None, None),
    "DPYD": ("Reference/Reference", 2.0, NORMAL),
    "G6PD": ("B (reference)/B (reference)", None, "normal"),
    "NAT2": ("*1/*1", None, "rapid metabolizer"),
    "NUDT15": ("*1/*1", None, NORMAL),
    "RYR1": ("Reference/Reference", None, "uncertain susceptibility"),
    "SLCO1B1": ("*1/*1", None, FUNCTION),
    "TPMT": ("*1/*1", None, NORMAL),
    "UGT1A1": ("*1/*1", None, NORMAL),
    "VKORC1": ("rs9923231 reference (C)/rs9923231 reference (C)", None, "-1639 GG"),
}


@pytest.mark.parametrize("form", ["report.json", "phenotype.json", "report.tsv"])
def test_pharmcat(form: str) -> None:
    report = result(f"pharmcat/pharmcat.example.{form}")
    by_name = {f.analyte: f for f in report.findings}
    assert report.family == "pgx"
    for gene, (genotype, score, phenotype) in GENOTYPES.items():
        finding = by_name[gene]
        assert finding.as_printed == f"{gene} {genotype}"
        assert (amount(finding)[0], amount(finding)[2]) == (score, phenotype)
        assert finding.polarity == "present"
    if form != "report.tsv":  # the table lists no HLA genes
        assert by_name["HLA-A"].polarity == "not_performed"
        assert by_name["HLA-B*15:02"].polarity == "present"
        assert by_name["HLA-B*57:01"].polarity == "present"
        assert by_name["HLA-B*58:01"].polarity == "absent_stated"
        assert len(report.findings) == 25


def test_emerge() -> None:
    report = result("emerge/hgsc_positiveSample.json")
    found = [(f.analyte, f.hgvs_p, f.classification) for f in report.findings if f.hgvs_p]
    assert found == [("BRCA2", "p.Ala938Profs*21", "pathogenic")]
    types = {f.analyte: f.value.label for f in report.findings if f.kind == "genotype" and f.value}
    assert types == {
        "CYP2C9": "normal metabolizer",
        "IFNL3": "unfavorable response genotype",
        "DPYD": "intermediate metabolizer",
        "TPMT": "high activity",
        "VKORC1": "medium sensitivity to warfarin",
        "SLCO1B1": "intermediate function",
        "CYP2C19": "normal metabolizer",
    }
    assert (report.family, report.findings[0].as_printed) == ("germline", "Positive")


def test_annotated_vcf() -> None:
    """Of five changes four are benign by ClinVar; that of RYR1 is listed for medicines."""
    report = result("vcf2fhir/NB6TK328_filtered.vcf")
    (finding,) = report.findings
    assert (finding.analyte, finding.hgvs_c, finding.hgvs_p) == (
        "RYR1",
        "c.7063C>T",
        "p.Arg2355Trp",
    )
    assert (amount(finding)[0], finding.classification) == (33.33, None)
    assert "do not change a protein: 4." in told(report)


@pytest.mark.parametrize(
    "name",
    [
        "vcf2fhir/vcf_example3.vcf",
        "vcf2fhir/vcf_example4.vcf",
        "vcf2fhir/vcftests.vcf",
        "pharmcat/pharmcat.example.vcf",
    ],
)
def test_bare_vcf(name: str) -> None:
    report = result(name)
    assert report.findings == ()
    assert "Ask the laboratory" in told(report)
