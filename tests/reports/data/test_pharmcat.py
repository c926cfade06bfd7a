from __future__ import annotations

from typing import Any

import pytest

from .helpers import amount, read, read_json, told


def allele(name: str, function: str | None = None) -> dict[str, Any]:
    return {"name": name, "function": function}


def diplotype(label: str, *phenotypes: str, score: str | None = None) -> dict[str, Any]:
    first, _, second = label.partition("/")
    return {
        "allele1": allele(first),
        "allele2": allele(second) if second else None,
        "label": label,
        "phenotypes": list(phenotypes),
        "activityScore": score,
    }


def gene(name: str, *diplotypes: dict[str, Any], source: str = "MATCHER", **more: Any) -> Any:
    return {"geneSymbol": name, "callSource": source, "sourceDiplotypes": list(diplotypes)} | more


def third(*genes: Any) -> Any:
    return {"pharmcatVersion": "v3.1.0", "genes": {g["geneSymbol"]: g for g in genes}}


def second(*genes: Any) -> Any:
    by_name = {g["geneSymbol"]: g for g in genes}
    return {"genes": {"DPWG": by_name, "CPIC": by_name}}


def first(*genes: Any) -> Any:
    return [{**g, "diplotypes": g["sourceDiplotypes"]} for g in genes]


def phenotype_file(*genes: Any) -> Any:
    return {"matcherMetadata": {"sampleId": "S-77"}, "geneReports": third(*genes)["genes"]}


@pytest.mark.parametrize("form", [third, second, first, phenotype_file])
def test_versions(form: Any) -> None:
    content = form(
        gene("CYP2D6", diplotype("*1/*4", "Intermediate Metabolizer", score="1.0")),
        gene("HLA-A", diplotype("Unknown/Unknown"), source="NONE"),
    )
    report = read_json(content)
    genotype, missing = report.findings
    assert report.family == "pgx"
    assert (genotype.analyte, genotype.kind, genotype.polarity) == ("CYP2D6", "genotype", "present")
    assert genotype.as_printed == "CYP2D6 *1/*4"
    assert amount(genotype) == (1.0, "activity score", "intermediate metabolizer")
    assert (missing.analyte, missing.polarity) == ("HLA-A", "not_performed")


def test_report_of_the_first_version() -> None:
    report = read_json(
        {
            "genotypes": [
                {"gene": "TPMT", "calls": ["*1/*3A"], "phenotype": ["Intermediate Metabolizer"]},
                {"gene": "HLA-B", "calls": ["*15:02/*57:01"],
                 "phenotype": ["*57:01 positive; *58:01 negative"], "outsideCall": True},
            ],
            "geneCalls": [{"gene": "CYP2B6", "diplotypes": ["not called"]}],
        }
    )  # fmt: skip
    assert [(f.analyte, f.polarity) for f in report.findings] == [
        ("TPMT", "present"),
        ("HLA-B*57:01", "present"),
        ("HLA-B*58:01", "absent_stated"),
        ("CYP2B6", "indeterminate"),
    ]
    assert "came from another test" in told(report)


@pytest.mark.parametrize(
    ("record", "polarity", "label"),
    [
        (gene("CYP2C19", diplotype("*1/*1", "Extensive Metabolizer")), "present",
         "normal metabolizer"),
        (gene("CYP2C19", diplotype("*1/*12", "Indeterminate")), "indeterminate", "Indeterminate"),
        (gene("CYP2C19", diplotype("*1/*2", "Intermediate Metabolizer"),
              diplotype("*1/*3", "Intermediate Metabolizer")), "indeterminate",
         "intermediate metabolizer"),
        (gene("CYP2C19", diplotype("*1/*2", "Poor Metabolizer"),
              diplotype("*1/*3", "Intermediate Metabolizer")), "indeterminate", None),
        (gene("CYP2C19", diplotype("Unknown/Unknown", "No Result")), "indeterminate", None),
        (gene("CYP2C19"), "indeterminate", None),
        (gene("CYP2C19", diplotype("Unknown/Unknown"), source="NONE"), "not_performed", None),
        (gene("CYP2C19", diplotype("Unknown/Unknown", "Poor Metabolizer"), source="OUTSIDE"),
         "present", "poor metabolizer"),
    ],
)  # fmt: skip
def test_what_was_called(record: Any, polarity: str, label: str | None) -> None:
    (finding,) = read_json(third(record)).findings
    assert finding.polarity == polarity
    assert amount(finding)[2] == label


def test_hapb3_is_one_haplotype() -> None:
    name = "c.1129-5923C>G, c.1236G>A (HapB3)"
    (finding,) = read_json(third(gene("DPYD", diplotype(f"Reference/{name}")))).findings
    assert finding.as_printed == f"DPYD Reference/{name}"


def test_haplotypes_without_a_phase_are_all_told() -> None:
    record = gene(
        "DPYD", diplotype("c.557A>G"), diplotype("c.2846A>T"),
        recommendationDiplotypes=[diplotype("c.557A>G/c.2846A>T", "Intermediate Metabolizer",
                                            score="1.0")],
    )  # fmt: skip
    components = record | {"matcherComponentHaplotypes": record["sourceDiplotypes"]}
    for form in (record, components):
        (finding,) = read_json(third(form)).findings
        assert finding.as_printed == "DPYD c.557A>G, c.2846A>T"
        assert finding.polarity == "present"
        assert amount(finding) == (1.0, "activity score", "intermediate metabolizer")


def test_number_in_a_genotype_is_no_score() -> None:
    (finding,) = read_json(third(gene("VKORC1", diplotype("C/C", "-1639 GG")))).findings
    assert amount(finding) == (None, None, "-1639 GG")


def test_untested_places_and_drug_advice_are_told() -> None:
    record = gene("TPMT", diplotype("*1/*1"), variants=[{"call": None}, {"call": "G/G"}])
    report = read_json(third(record) | {"drugs": {"CPIC": {"x": {"recommendation": "halve"}}}})
    assert "not tested" in told(report)
    assert "left out" in told(report)
    assert report.therapies == ()


def test_table() -> None:
    report = read(
        "PharmCAT v3.1.0\nGene\tSource Diplotype\tPhenotype\tActivity Score\tOutside Call\n"
        "CYP2C9\t*1/*3\tIntermediate Metabolizer\t1.0\tno\n"
        "CYP2B6\tUnknown/Unknown\t\t\tno\n"
    )
    assert [(f.analyte, f.polarity) for f in report.findings] == [
        ("CYP2C9", "present"),
        ("CYP2B6", "indeterminate"),
    ]
    assert amount(report.findings[0]) == (1.0, "activity score", "intermediate metabolizer")


def test_sample_is_an_identifier() -> None:
    report = read_json(phenotype_file(gene("TPMT", diplotype("*1/*1"))))
    assert [i.text for i in report.identifiers] == ["S-77"]
