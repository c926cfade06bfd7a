from __future__ import annotations

from typing import Any

import pytest

from pmchat.errors import ReportError

from .build import (
    CHANGE,
    GENE,
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


@pytest.mark.parametrize(
    ("parts", "kind", "printed"),
    [
        ([part("48004-6", concept("NM_005228.4:c.2573T>G"))], "snv", "c.2573T>G"),
        ([part("48005-3", concept("NP_005219.2:p.Leu858Arg"))], "snv", "p.Leu858Arg"),
        ([part("48005-3", concept("p.Gln61*"))], "snv", "p.Gln61*"),
        ([part("48004-6", said("c.2235_2249del"))], "indel", "c.2235_2249del"),
        ([part("81252-9", said("EGFR amplification"))], "cnv", "EGFR amplification"),
        ([part("48019-4", said("copy_number_gain"))], "cnv", "EGFR copy_number_gain"),
        ([part("82155-3", quantity(7))], "cnv", "EGFR copy number 7"),
        ([part("81252-9", said("exon 19 deletion"))], "indel", "EGFR exon 19 deletion"),
        ([part("81255-2", concept("rs121434568"))], "snv", "EGFR rs121434568"),
        (
            [part("69547-8", {"valueString": "GT"}), part("69551-0", {"valueString": "G"})],
            "indel",
            "GT>G",
        ),
        (
            [part("repeat-motif", said("CAG")), part("repeat-number", quantity(45))],
            "indel",
            "repeat CAG 45",
        ),
        ([], "gene", "EGFR"),
    ],
)
def test_kinds_of_change(parts: list[Node], kind: str, printed: str) -> None:
    (finding,) = read(variant(*parts)).findings
    assert (finding.analyte, finding.kind) == ("EGFR", kind)
    assert finding.as_printed.endswith(printed)


def test_fusion_by_its_words_or_its_genes() -> None:
    eml4 = part("48018-6", concept("HGNC:1316", "EML4"))
    alk = part("48018-6", concept("HGNC:427", "ALK"))
    fused = part("48019-4", concept("SO:0001565", "gene_fusion"))
    for parts in ([alk, part("81252-9", said("EML4-ALK fusion"))], [eml4, alk, fused]):
        (finding,) = read(observation("69548-6", PRESENT, *parts, SOMATIC)).findings
        assert (finding.analyte, finding.kind, finding.origin) == ("ALK", "fusion", "somatic")
        assert finding.as_printed == "EML4-ALK fusion"


def test_a_fusion_that_is_absent() -> None:
    parts = [part("48018-6", concept("HGNC:10261", "ROS1")), part("81252-9", said("ROS1 Fusion"))]
    (finding,) = read(observation("69548-6", concept("LA9634-2"), *parts)).findings
    assert (finding.analyte, finding.polarity) == ("ROS1", "absent_stated")


def test_change_of_a_chromosome() -> None:
    name = part("81291-7", said("t(9;22)(q34;q11)"))
    (finding,) = read(observation("69548-6", PRESENT, name)).findings
    assert (finding.analyte, finding.kind) == ("t(9;22)", "fusion")


def test_karyotype() -> None:
    name = part("81291-7", said("46,XX,t(9;22)(q34;q11.2)[20]"))
    report = read(observation("69548-6", PRESENT, name))
    assert (report.findings[0].analyte, report.family) == ("karyotype", "cytogenetics")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (quantity(0.44, "decimal"), (0.44, None, None)),
        (quantity(47, code="%"), (47, "%", None)),
        (quantity(5, "%", comparator="<"), (5, "%", "<")),
        (concept("0.32", "0.32"), (0.32, None, None)),
        (quantity(47), None),
        (quantity(-1), None),
        (quantity(130, "%"), None),
        ({"valueString": "low"}, None),
        ({"valueQuantity": {"value": "many"}}, None),
    ],
)
def test_share_of_reads(value: Node, expected: tuple[Any, ...] | None) -> None:
    found = read(variant(CHANGE, part("81258-6", value))).findings[0].value
    assert (found and (found.number, found.unit, found.operator)) == expected


@pytest.mark.parametrize(
    ("value", "polarity"),
    [
        (concept("LA9633-4"), "present"),
        (concept("LA9634-2"), "absent_stated"),
        (concept("LA18198-4"), "indeterminate"),
        (concept("260415000"), "absent_stated"),
        ({"valueString": "Not detected"}, "absent_stated"),
        ({"valueBoolean": True}, "present"),
        ({"valueBoolean": False}, "absent_stated"),
        ({"dataAbsentReason": coded("unknown")}, "indeterminate"),
        ({"dataAbsentReason": coded("not-performed")}, "not_performed"),
        ({"interpretation": [coded("NEG", "Negative")]}, "absent_stated"),
        ({"interpretation": [coded("POS")]}, "present"),
        (
            {"valueCodeableConcept": {"coding": [{"code": "LA9633-4"}, {"code": "LA9634-2"}]}},
            "indeterminate",
        ),
    ],
)
def test_whether_it_is_there(value: Node, polarity: str) -> None:
    (finding,) = read(variant(CHANGE, value=value)).findings
    assert finding.polarity == polarity


def test_a_call_held_to_be_false_stays_open() -> None:
    low = part("variant-confidence-status", concept("low", "Low"))
    assert read(variant(CHANGE, low)).findings[0].polarity == "indeterminate"


@pytest.mark.parametrize(
    "parts",
    [
        [CHANGE, part("53037-8", concept("LA6675-8", "Benign"))],
        [part("48005-3", concept("p.(=)"))],
        [part("48005-3", concept("p.Leu858="))],
        [part("48006-1", concept("LA6700-4", "Synonymous")), part("48004-6", said("c.2361G>A"))],
    ],
)
def test_harmless_and_silent_changes_are_left_out_and_named(parts: list[Node]) -> None:
    report = read(variant(*parts))
    assert report.findings == ()
    assert any("left out" in w for w in report.warnings)


def test_a_silent_change_that_matters_is_kept() -> None:
    meaning = part("53037-8", concept("LA6668-3"))
    (finding,) = read(variant(part("48005-3", concept("p.(=)")), meaning)).findings
    assert finding.classification == "pathogenic"


def test_a_nonsynonymous_change_is_kept() -> None:
    kind = part("48006-1", said("non-synonymous"))
    assert read(variant(part("48004-6", said("c.2573T>G")), kind)).findings


def test_names_of_the_change_in_its_consequence() -> None:
    place = part("81290-9", said("NC_000007.13:g.55259515T>G"))
    parts = [part("48004-6", said("NM_005228.4:c.2573T>G")), CHANGE]
    meaning = observation("molecular-consequence", {}, *parts, **from_("v"))
    (finding,) = read(variant(place, id="v"), meaning).findings
    assert (finding.hgvs_c, finding.hgvs_p) == ("c.2573T>G", "p.Leu858Arg")
    assert "c.2573T>G" in finding.evidence.text


def test_a_place_without_gene_stays_unnamed() -> None:
    parts = [
        part("48013-7", concept("NC_000010.10")),
        part("81254-5", {"valueRange": {"low": {"value": 96527334}}}),
        part("69547-8", {"valueString": "C"}),
        part("69551-0", {"valueString": "A"}),
        part("81252-9", concept("3683")),
    ]
    report = read(observation("69548-6", PRESENT, *parts))
    (finding,) = report.findings
    assert finding.analyte == finding.as_printed == "NC_000010.10 96527334 C>A"
    assert any("only by their place" in w for w in report.warnings)


def test_a_doubled_stretch_is_a_change_of_copies() -> None:
    parts = [
        part("48013-7", concept("NC_000007.13")),
        part("81302-2", {"valueRange": {"low": {"value": 1}, "high": {"value": 9}}}),
        part("48019-4", concept("SO:1000035", "duplication")),
        part("69547-8", {"valueString": "N"}),
    ]
    (finding,) = read(observation("69548-6", PRESENT, *parts)).findings
    assert (finding.kind, finding.as_printed) == ("cnv", "NC_000007.13 1-9 duplication")


def test_only_the_gene_studied_is_no_result() -> None:
    region = observation("53041-0", {}, GENE, part("uncallable-regions", said("exon 3")))
    report = read(region, variant(CHANGE, GERMLINE))
    assert [f.hgvs_p for f in report.findings] == ["p.Leu858Arg"]
    assert any("not covered" in one for one in report.limits)


def extension(name: str, value: Node | None = None, **inner: Node) -> Node:
    url = f"http://hl7.org/fhir/StructureDefinition/observation-genetics{name}"
    parts = [{"url": key, **one} for key, one in inner.items()]
    return {"url": url, **(value or {}), **({"extension": parts} if parts else {})}


def test_the_older_extensions() -> None:
    older = {
        "resourceType": "Observation",
        "status": "final",
        "code": coded("55233-1", "Genetic analysis master panel"),
        "valueCodeableConcept": coded("10828004", "Positive"),
        "extension": [
            extension("Gene", concept("3236", "EGFR")),
            extension("GenomicSourceClass", concept("LA6684-0", "somatic")),
            extension("Variant", Name=concept("NM_005228.3:c.2573T>G")),
            extension("AminoAcidChange", Name=concept("p.Leu858Arg"), Type=said("missense")),
            extension("Allele", Frequency={"valueDecimal": 0.25}),
        ],
    }
    (finding,) = read(older).findings
    assert (finding.analyte, finding.hgvs_c, finding.hgvs_p) == (
        "EGFR", "c.2573T>G", "p.Leu858Arg",
    )  # fmt: skip
    assert (finding.polarity, finding.origin) == ("present", "somatic")
    assert finding.value is not None
    assert finding.value.number == 0.25


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        ("<DEL>", "cnv"),
        ("<DUP>", "cnv"),
        ("<INS:ME:L1>", "indel"),
        ("<INV>", "indel"),
        ("G", "snv"),
    ],
)
def test_a_stretch_is_of_the_kind_that_its_sign_tells(change: str, kind: str) -> None:
    (finding,) = read(variant(part("81252-9", concept(f"NC_000001.10:31162:T:{change}")))).findings
    assert finding.kind == kind


@pytest.mark.parametrize(
    ("partners", "printed"), [("EGFR::DBP", "EGFR::DBP fusion"), ("unknown", "EGFR fusion")]
)
def test_a_fusion_is_shown_with_its_partner(partners: str, printed: str) -> None:
    fused = part("48019-4", concept("SO:0001565", "gene_fusion"))
    (finding,) = read(variant(fused, part("95123-6", concept("x", partners)))).findings
    assert (finding.analyte, finding.kind, finding.as_printed) == ("EGFR", "fusion", printed)


@pytest.mark.parametrize("gene", [True, False])
def test_a_change_in_extensions_of_the_oldest_form(gene: bool) -> None:
    url = "http://hl7.org/fhir/StructureDefinition/observation-genetics"
    named = {"url": f"{url}Gene", "valueCodeableConcept": coded("3236", "EGFR")}
    change = {"url": f"{url}DNASequenceVariation", "valueString": "NG_007726.3:g.146252T>G"}
    origin = {"url": f"{url}GenomicSourceClass", "valueCodeableConcept": coded("LA6683-2")}
    one = observation(
        "55233-1", concept("10828004", "Positive"),
        extension=[change, origin, *([named] if gene else [])],
    )  # fmt: skip
    if not gene:
        with pytest.raises(ReportError):
            read(one)
        return
    (finding,) = read(one).findings
    assert (finding.analyte, finding.polarity, finding.origin) == ("EGFR", "present", "germline")
