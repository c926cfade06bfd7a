from __future__ import annotations

from typing import Any

import pytest
import yaml

from .helpers import facts, read, read_json, told


def variant(acmg: str = "PATHOGENIC", status: str = "CAUSATIVE", **more: Any) -> dict[str, Any]:
    about = {
        "geneContext": {"symbol": "SMAD4", "valueId": "HGNC:6770"},
        "expressions": [
            {"syntax": "hgvs.c", "value": "NM_005359.6:c.1054G>A"},
            {"syntax": "hgvs.g", "value": "NC_000018.10:g.51065521G>A"},
            {"syntax": "hgvs.p", "value": "NP_005350.1:p.(Gly352Arg)"},
        ],
        "allelicState": {"id": "GENO:0000135", "label": "heterozygous"},
    }
    return {
        "interpretationStatus": status,
        "variantInterpretation": {
            "acmgPathogenicityClassification": acmg,
            "variationDescriptor": about | more,
        },
    }


def packet(*genomic: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {
        "id": "p",
        "subject": {"id": "patient 9", "dateOfBirth": "1970-01-02"},
        "interpretations": [
            {"diagnosis": {"disease": {"label": "Polyposis"}, "genomicInterpretations": genomic}}
        ],
        "metaData": {"phenopacketSchemaVersion": "2.0", "createdBy": "Dr. Maker"},
    } | more


def test_interpreted_variant() -> None:
    report = read_json(packet(variant()))
    (finding,) = report.findings
    assert facts(report) == [("SMAD4", "present", "p.Gly352Arg", "pathogenic")]
    assert (finding.hgvs_c, finding.origin, report.family) == ("c.1054G>A", "unknown", "germline")
    assert "heterozygous" in finding.evidence.text
    assert {i.text for i in report.identifiers} == {"patient 9", "1970-01-02", "Dr. Maker"}


@pytest.mark.parametrize(
    ("acmg", "classification"),
    [
        ("LIKELY_PATHOGENIC", ["likely_pathogenic"]),
        ("UNCERTAIN_SIGNIFICANCE", ["vus"]),
        ("NOT_PROVIDED", [None]),
        ("BENIGN", []),
        ("LIKELY_BENIGN", []),
    ],
)
def test_classes(acmg: str, classification: list[str | None]) -> None:
    assert [f.classification for f in read_json(packet(variant(acmg))).findings] == classification


def test_rejected_change_is_told() -> None:
    report = read_json(packet(variant("UNCERTAIN_SIGNIFICANCE", "REJECTED")))
    assert facts(report)[0][1:] == ("present", "p.Gly352Arg", "vus")
    assert "not the cause" in told(report)


def test_gene_without_a_change_is_not_a_clear_result() -> None:
    report = read_json(
        packet({"interpretationStatus": "CAUSATIVE", "gene": {"symbol": "BRCA2"}}),
    )
    assert [(f.analyte, f.polarity) for f in report.findings] == [("BRCA2", "indeterminate")]


def test_yaml() -> None:
    text = yaml.safe_dump(packet(variant()))
    assert facts(read(text)) == [("SMAD4", "present", "p.Gly352Arg", "pathogenic")]


def test_first_version() -> None:
    report = read_json(
        {
            "subject": {"id": "1"},
            "phenotypicFeatures": [],
            "genes": [{"id": "HGNC:1101", "symbol": "BRCA2"}],
            "variants": [
                {
                    "hgvsAllele": {"hgvs": "NM_000059.4(BRCA2):c.5946del"},
                    "zygosity": {"id": "GENO:0000135", "label": "heterozygous"},
                }
            ],
        }
    )
    (finding,) = report.findings
    assert (finding.analyte, finding.hgvs_c, finding.classification) == ("BRCA2", "c.5946del", None)


def test_genes_alone_are_no_result() -> None:
    report = read_json(
        {"subject": {"id": "1"}, "phenotypicFeatures": [], "genes": [{"symbol": "TTN"}]}
    )
    assert report.findings == ()
    assert "TTN" in told(report)


def test_family_and_cohort() -> None:
    family = {"proband": packet(variant()), "relatives": [packet(variant())], "metaData": {}}
    report = read_json(family)
    assert len(report.findings) == 1
    assert "about a family" in told(report)
    assert read_json({"members": [packet(variant()), packet(variant())]}).findings == ()


@pytest.mark.parametrize(
    ("label", "origin", "family"),
    [("somatic change", "somatic", "tumor_ngs_tissue"), ("a change", "unknown", "germline")],
)
def test_origin_only_where_stated(label: str, origin: str, family: str) -> None:
    report = read_json(packet(variant(label=label)))
    assert ([f.origin for f in report.findings], report.family) == ([origin], family)


def test_samples() -> None:
    sample = {
        "id": "B-1",
        "sampledTissue": {"label": "breast"},
        "materialSample": {"label": "tumor tissue"},
        "timeOfCollection": {"timestamp": "2025-03-04T00:00:00Z"},
    }
    (specimen,) = read_json(packet(variant(), biosamples=[sample])).specimens
    assert (specimen.site, specimen.type, str(specimen.collected)) == (
        "breast", "tumor tissue", "2025-03-04",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("owner", "sample", "family"),
    [
        ("b1", {"tumorProgression": {"label": "Primary Neoplasm"}}, "tumor_ngs_tissue"),
        ("patient 9", {"tumorProgression": {"label": "Primary Neoplasm"}}, "germline"),
        ("b1", {}, "germline"),
    ],
)
def test_a_change_of_a_tumor_sample_is_none_from_birth(
    owner: str, sample: dict[str, Any], family: str
) -> None:
    found = variant() | {"subjectOrBiosampleId": owner}
    assert read_json(packet(found, biosamples=[{"id": "b1"} | sample])).family == family


def test_a_label_may_name_the_change_of_the_protein() -> None:
    coding = [{"syntax": "hgvs.c", "value": "NM_000321.2:c.958C>T"}]
    report = read_json(packet(variant(label="RB1 c.958C>T (p.Arg320Ter)", expressions=coding)))
    assert [f.hgvs_p for f in report.findings] == ["p.Arg320Ter"]
    report = read_json(packet(variant(label="RB1 c.958C>T (p.?)", expressions=coding)))
    assert [f.hgvs_p for f in report.findings] == [None]
