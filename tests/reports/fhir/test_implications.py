from __future__ import annotations

from typing import Any

import pytest

from pmchat.model import Report

from .build import (
    CHANGE,
    GERMLINE,
    PRESENT,
    SOMATIC,
    Node,
    coded,
    concept,
    from_,
    observation,
    part,
    quantity,
    read,
    said,
    variant,
)

LUNG = "Non-small cell lung cancer"


def meaning(*parts: Node, **more: Any) -> Node:
    return observation("diagnostic-implication", {}, *parts, **more)


def classes(*meanings: Node) -> list[str | None]:
    report = read(variant(CHANGE, id="v"), *meanings)
    return [f.classification for f in report.findings]


PATHOGENIC = part("53037-8", concept("LA6668-3"))
BENIGN = part("53037-8", concept("LA6675-8"))


@pytest.mark.parametrize(
    ("meanings", "expected"),
    [
        ([meaning(PATHOGENIC, **from_("v"))], ["pathogenic"]),
        ([meaning(BENIGN, **from_("v"))], []),
        ([meaning(PATHOGENIC, **from_("v")), meaning(BENIGN, **from_("v"))], [None]),
        ([meaning(PATHOGENIC, **from_("v", "w"))], [None]),
        ([meaning(PATHOGENIC, BENIGN, **from_("v"))], [None]),
        ([meaning(part("53037-8", concept("LA6682-4")), **from_("v"))], ["vus"]),
        ([meaning(PATHOGENIC, status="entered-in-error", **from_("v"))], [None]),
        ([meaning(part("93044-6", said("Tier I - Level A")), **from_("v"))], ["tier_1"]),
        (
            [meaning(PATHOGENIC, related=[
                {"type": "derived-from", "target": {"reference": "Observation/v"}}
            ])],
            ["pathogenic"],
        ),
    ],
)  # fmt: skip
def test_class_of_a_change(meanings: list[Node], expected: list[str | None]) -> None:
    assert classes(*meanings) == expected


def test_the_class_stands_in_the_evidence() -> None:
    report = read(variant(CHANGE, id="v"), meaning(PATHOGENIC, **from_("v")))
    assert "Pathogenic" in report.findings[0].evidence.text


def test_two_classes_are_told() -> None:
    both = [meaning(PATHOGENIC, **from_("v")), meaning(BENIGN, **from_("v"))]
    warnings = read(variant(CHANGE, id="v"), *both).warnings
    assert any("more than one class" in w for w in warnings)


def genotype(*implications: Node) -> str | None:
    gene = part("48018-6", concept("HGNC:2621", "CYP2C19"))
    one = observation("84413-4", said("*1/*2"), gene, id="g")
    value = read(one, *implications).findings[0].value
    return value.label if value else None


def effect(code: str, words: str, **more: Any) -> Node:
    drug = part("51963-7", said("clopidogrel"))
    return observation("therapeutic-implication", {}, part(code, said(words)), drug, **more)


@pytest.mark.parametrize(
    ("implications", "expected"),
    [
        ([effect("53040-2", "Intermediate metabolizer", **from_("g"))], "intermediate metabolizer"),
        (
            [effect("predicted-therapeutic-implication", "Poor metabolizer", **from_("g"))],
            "poor metabolizer",
        ),
        ([effect("51961-1", "Resistant", **from_("g"))], None),
        (
            [
                effect("53040-2", "Poor metabolizer", **from_("g")),
                effect("53040-2", "Normal metabolizer", **from_("g")),
            ],
            None,
        ),
    ],
)
def test_how_medicines_are_handled(implications: list[Node], expected: str | None) -> None:
    assert genotype(*implications) == expected


def therapies(*parts: Node, about: Node | None = None, **more: Any) -> Report:
    drug = part("51963-7", said("Osimertinib"))
    told = observation("therapeutic-implication", {}, drug, *parts, **from_("v"))
    source = about or variant(CHANGE, SOMATIC, id="v")
    return read(source, told, *more.pop("resources", []), **more)


RESPONSIVE = part("therapeutic-implication", concept("LA6677-4"))
RESISTANT = part("51961-1", concept("LA6676-6"))
CONTEXT = part("81259-4", said(LUNG))


def condition(words: str) -> Node:
    return {"resourceType": "Condition", "code": {"text": words}}


@pytest.mark.parametrize(
    ("parts", "resources", "scopes"),
    [
        ([RESPONSIVE], [], ["this_tumor"]),
        ([RESISTANT], [], ["resistance"]),
        ([RESISTANT, CONTEXT], [], ["resistance"]),
        ([RESPONSIVE, CONTEXT], [condition(LUNG)], ["this_tumor"]),
        ([RESPONSIVE, CONTEXT], [condition("Malignant melanoma")], ["other_tumor"]),
        ([RESPONSIVE, CONTEXT], [condition("Small cell lung cancer")], []),
        ([RESPONSIVE, CONTEXT], [condition("Hypertension")], []),
        ([RESPONSIVE, CONTEXT], [], []),
        ([], [], []),
        ([part("83009-1", concept("LA19541-4"))], [], []),
        ([part("predicted-therapeutic-implication", said("Does Not Support Resistance"))], [], []),
    ],
)
def test_scope_only_as_the_file_states_it(
    parts: list[Node], resources: list[Node], scopes: list[str]
) -> None:
    report = therapies(*parts, resources=resources)
    assert [t.scope for t in report.therapies] == scopes
    assert all((t.analyte, t.drug) == ("EGFR", "Osimertinib") for t in report.therapies)
    assert any("links medicines" in one for one in report.limits) == (not scopes)


def test_a_drug_called_both_working_and_not_working_has_no_place() -> None:
    drug = part("51963-7", said("Osimertinib"))
    told = [
        observation("therapeutic-implication", {}, drug, effect, **from_("v"))
        for effect in (RESPONSIVE, RESISTANT)
    ]
    assert read(variant(CHANGE, SOMATIC, id="v"), *told).therapies == ()


def test_no_therapy_for_an_inherited_or_absent_change() -> None:
    for about in (
        variant(CHANGE, GERMLINE, id="v"),
        variant(CHANGE, SOMATIC, id="v", value=concept("LA9634-2")),
    ):
        assert therapies(RESPONSIVE, about=about).therapies == ()


def test_therapy_for_a_biomarker() -> None:
    burden = observation("94076-7", quantity(29.8), id="v")
    report = therapies(RESPONSIVE, about=burden)
    assert [(t.analyte, t.scope) for t in report.therapies] == [("TMB", "this_tumor")]


@pytest.mark.parametrize(
    ("code", "value", "analyte", "polarity", "number"),
    [
        (coded("94076-7", "Mutations/Megabase [# Ratio] in Tumor"), quantity(29.8), "TMB",
         "present", 29.8),
        (coded("94076-7"), quantity(25, "1/1000000{Base}"), "TMB", "present", 25),
        (coded("81695-9"), concept("LA26203-2"), "MSI", "present", None),
        (coded("81695-9"), concept("LA14122-8"), "MSI", "absent_stated", None),
        (coded("81695-9"), {"dataAbsentReason": coded("not-performed", "Not Performed")}, "MSI",
         "not_performed", None),
        (coded("85147-7", "PD-L1 by clone 22C3 in Tissue by Immune stain Report"),
         {"valueString": "TPS 80 %"}, "PD-L1", "present", 80),
        (coded("85147-7", "PD-L1 by clone 22C3 in Tissue by Immune stain Report"),
         concept("LA6577-6", "Negative"), "PD-L1", "absent_stated", None),
        (coded("85147-7", "PD-L1 by clone 22C3 in Tissue by Immune stain Report"),
         concept("LA6576-8", "Positive") | {"note": [{"text": "5% tumor proportion score"}]},
         "PD-L1", "present", 5),
        (coded("81695-9"), {"dataAbsentReason": coded("unknown", "Unknown")}, "MSI",
         "indeterminate", None),
        (coded("16112-5", "Estrogen receptor [Interpretation] in Tissue"),
         concept("LA6576-8", "Positive"), "ER", "present", None),
        (coded("18474-7", "HER2 Ag [Presence] in Tissue by Immune stain"),
         {"valueString": "3+"}, "ERBB2", "present", 3),
    ],
)  # fmt: skip
def test_biomarkers_by_code(
    code: Node, value: Node, analyte: str, polarity: str, number: float | None
) -> None:
    (finding,) = read({**observation("x", value), "code": code}).findings
    assert (finding.analyte, finding.polarity) == (analyte, polarity)
    assert (finding.value.number if finding.value else None) == number


def test_score_named_in_the_text_of_a_code() -> None:
    code = coded("83052-1", "PD-L1 by clone 22C3 in Tissue by Immune stain")
    stain = observation("x", quantity(60, "%")) | {"code": code | {"text": "PD-L1 (22C3) TPS"}}
    (finding,) = read(stain).findings
    assert finding.value is not None
    assert (finding.value.label, finding.value.number) == ("TPS", 60)


def test_hla_allele_that_is_not_there() -> None:
    gene = part("48018-6", concept("HGNC:4932", "HLA-B"))
    (finding,) = read(observation("84413-4", said("HLA-B*57:01 negative"), gene)).findings
    assert (finding.analyte, finding.polarity) == ("HLA-B*57:01", "absent_stated")


def test_biomarkers_in_the_components_of_a_panel() -> None:
    parts = [
        {"code": {"text": "Microsatellite instability"}, "valueString": "MSI-High"},
        {"code": {"text": "Tumor mutational burden"}, "valueString": "12 mut/Mb"},
    ]
    panel = observation("panel", {}, *parts)
    assert [f.analyte for f in read(panel).findings] == ["MSI", "TMB"]


def test_an_uncalled_genotype_stays_open() -> None:
    gene = part("48018-6", concept("HGNC:2625", "CYP2D6"))
    (finding,) = read(observation("84413-4", said("No call"), gene)).findings
    assert finding.polarity == "indeterminate"


def test_present_is_a_result_of_its_own() -> None:
    assert read(variant(CHANGE, value=PRESENT)).findings[0].polarity == "present"


def typed(gene: str, name: str, label: str) -> Node:
    return observation("84413-4", said(name), part("48018-6", concept("", gene)), id=label)


def labels(report: Report) -> list[str | None]:
    return [f.value.label if f.value else None for f in report.findings]


@pytest.mark.parametrize(
    ("risk", "label"),
    [("High risk", "high risk (Carbamazepine)"), ("Low risk", "low risk (Carbamazepine)")],
)
def test_the_risk_of_a_medicine_stands_beside_its_allele(risk: str, label: str) -> None:
    drug = part("51963-7", concept("2002", "Carbamazepine"))
    implied = observation(
        "therapeutic-implication", {}, part("83009-1", said(risk)), drug, **from_("g")
    )
    report = read(typed("HLA-B", "HLA-B*15:02", "g"), implied)
    assert labels(report) == [label]
    assert "Carbamazepine" in report.findings[0].evidence.text


def test_a_risk_of_no_named_medicine_is_none() -> None:
    implied = observation(
        "therapeutic-implication", {}, part("83009-1", said("High risk")), **from_("g")
    )
    assert labels(read(typed("HLA-B", "HLA-B*15:02", "g"), implied)) == [None]


@pytest.mark.parametrize(
    ("second", "said_of", "expected"),
    [
        ("VKORC1", "Poor metabolizer", ["poor metabolizer", None]),
        ("TPMT", "Poor metabolizer", [None, None]),  # of which of two enzymes?
        ("VKORC1", "High sensitivity", [None, None]),
        ("F5", "Poor metabolizer", [None, None]),
    ],
)
def test_a_metabolizer_of_several_genes_is_told_of_the_only_enzyme(
    second: str, said_of: str, expected: list[str | None]
) -> None:
    implied = observation("53040-2", said(said_of), **from_("a", "b"))
    report = read(typed("CYP2C9", "*2/*2", "a"), typed(second, "C/T", "b"), implied)
    assert labels(report) == expected


def test_a_class_of_a_change_that_is_not_there_is_told() -> None:
    report = read(variant(CHANGE, id="v"), meaning(PATHOGENIC, **from_("another")))
    assert "does not hold" in " ".join(report.warnings)
    report = read(variant(CHANGE, id="v"), meaning(PATHOGENIC, **from_("v")))
    assert report.warnings == ()
