"""Blood cancer: internal duplications, karyotypes, FISH lines, BCR::ABL1 levels."""

from __future__ import annotations

import pytest

from pmchat.model import Report

from .helpers import one, read, short

HEAD = "Hematology molecular and cytogenetics report\nPatient: TEST, PERSON   Specimen: marrow\n\n"


def blood(body: str) -> Report:
    return read(body, HEAD)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("FLT3-ITD: Not detected\nFLT3-TKD (D835): Detected, 5%", [("FLT3", "a"), ("FLT3", "p")]),
        ("FLT3-ITD detected, allelic ratio 0.45\nFLT3 TKD not detected",
         [("FLT3", "p"), ("FLT3", "a")]),
        ("FLT3 ITD: negative; FLT3 TKD: negative", [("FLT3", "a"), ("FLT3", "a")]),
        ("FLT3-ITD detected\nFLT3 internal tandem duplication: detected", [("FLT3", "p")]),
        ("FLT3 ITD mutation: POSITIVE (ratio 0.6)", [("FLT3", "p")]),
        ("t(9;22)(q34;q11.2) BCR::ABL1 fusion detected in 85% of nuclei", [("ABL1", "p")]),
        ("t(9;22): not detected", [("t(9;22)", "a")]),
        ("del(17p) detected in 24% of nuclei", [("del(17p)", "p")]),
        ("FISH: del(17p) (TP53): not detected", [("del(17p)", "a")]),
        ("No evidence of del(17p), t(4;14) or t(14;16).",
         [("del(17p)", "a"), ("t(4;14)", "a"), ("t(14;16)", "a")]),
        ("Trisomy 12: positive; del(13q): negative", [("trisomy 12", "p"), ("del(13q)", "a")]),
        ("del(5q): equivocal\ngain(1q): not performed", [("del(5q)", "i"), ("gain(1q)", "n")]),
        (
            "Probe         Result           % nuclei\n"
            "1p/19q        Codeletion       detected\n"
            "del(17p)      Normal           2\n"
            "t(4;14)       Not detected     0\n"
            "t(11;14)      Positive         65",
            [("1p/19q codeletion", "p"), ("del(17p)", "a"), ("t(4;14)", "a"), ("t(11;14)", "p")],
        ),
        ("TP53 R175H detected\ndel(17p) not detected", [("TP53", "p"), ("del(17p)", "a")]),
        ("Monosomy 7 was not observed.", [("monosomy 7", "a")]),
        ("inv(16)(p13.1q22) detected", [("inv(16)", "p")]),
        ("del(11q22.3) ATM: Not detected\nt(11;14) CCND1/IGH: negative",
         [("del(11q22.3)", "a"), ("t(11;14)", "a")]),
        ("13q14 (D13S319): Heterozygous deletion in 64% of nuclei\n"
         "13q14 homozygous deletion: Not detected",
         [("del(13q14)", "p"), ("del(13q14)", "a")]),
        ("17p13 (TP53) deletion   NEGATIVE\nTrisomy 12   POSITIVE  (15.5% of 200 cells)",
         [("del(17p13)", "a"), ("trisomy 12", "p")]),
        ("FISH for t(9;22), t(8;21), inv(16): all negative",
         [("t(9;22)", "a"), ("t(8;21)", "a"), ("inv(16)", "a")]),
        ("Probes used: del(17p), t(11;14), +12", []),
        ("The t(9;22) translocation is found in most patients with CML.", []),
        ("Test for t(15;17) PML::RARA was requested.", []),
    ],
)  # fmt: skip
def test_lines(body: str, expected: list[tuple[str, str]]) -> None:
    assert [(a, p[0]) for a, p in short(blood(body))] == expected


@pytest.mark.parametrize(
    ("body", "polarity", "label"),
    [
        ("Karyotype: 46,XX[20]", "absent_stated", "normal"),
        ("Karyotype: 46,XY,t(9;22)(q34;q11.2)[18]/46,XY[2]", "present", "abnormal"),
        ("ISCN: 45,XX,-7,del(5)(q13q33)[12]/46,XX[8]", "present", "abnormal"),
        ("Chromosome analysis: 46,XY[20] Normal male karyotype", "absent_stated", "normal"),
        ("Karyotype: no metaphases, not performed", "not_performed", None),
    ],
)
def test_karyotype(body: str, polarity: str, label: str | None) -> None:
    finding = one(blood(body), "karyotype")
    assert finding.polarity == polarity
    assert (finding.value.label if finding.value else None) == label


@pytest.mark.parametrize(
    ("body", "polarity", "number", "unit", "operator"),
    [
        ("BCR::ABL1 p210: 0.12 % IS", "present", 0.12, "% IS", None),
        ("BCR-ABL1 transcript detected, 12.5% (IS)", "present", 12.5, "% IS", None),
        ("BCR::ABL1 (p210) <0.0032 % IS, not detected", "absent_stated", 0.0032, "% IS", "<"),
        ("BCR::ABL1 p210 IS %: 0.05", "present", 0.05, "% IS", None),
        ("BCR::ABL1 p210: 0.000 % IS", "absent_stated", 0.0, "% IS", None),
        ("BCR::ABL1 p210: <0.0032 % IS", "indeterminate", 0.0032, "% IS", "<"),
        ("BCR-ABL1: not detected (MR4.5)", "absent_stated", None, None, None),
    ],
)
def test_levels(
    body: str, polarity: str, number: float | None, unit: str | None, operator: str | None
) -> None:
    finding = one(blood(body), "ABL1")
    value = finding.value
    assert finding.polarity == polarity
    assert finding.kind == "fusion"
    assert (value.number if value else None) == number
    assert (value.unit if value else None) == unit
    assert (value.operator if value else None) == operator


@pytest.mark.parametrize(
    ("body", "polarity", "number"),
    [
        ("IGHV mutation analysis: MUTATED (IGHV3-23, 94.1% identity to germline)", "present", 94.1),
        ("IGHV MUTATION STATUS\n  Result: UNMUTATED\n  IGHV gene: IGHV1-69*01"
         "     Percent identity to germline: 100.0%", "absent_stated", 100.0),
        ("IgVH mutation status: Unmutated (99.7% homology to germline)", "absent_stated", 99.7),
        ("IGHV somatic hypermutation: Detected, 93.4% identity", "present", 93.4),
        ("IGHV mutational analysis\nBorderline mutated (97.4% identity to germline)\n"
         "An IGHV sequence with less than 98% identity is called mutated.", "indeterminate", 97.4),
        ("IGHV: mutation status could not be determined", "indeterminate", None),
    ],
)  # fmt: skip
def test_ighv_is_of_the_leukemia(body: str, polarity: str, number: float | None) -> None:
    finding = one(blood(body), "IGHV")
    assert (finding.polarity, finding.origin) == (polarity, "unknown")
    assert (finding.value.number if finding.value else None) == number


def test_ratio_is_no_share_of_reads() -> None:
    finding = one(blood("FLT3-ITD detected, allelic ratio 0.45"), "FLT3")
    assert finding.value is not None
    assert (finding.value.number, finding.value.unit, finding.value.label) == (
        0.45,
        None,
        "allelic ratio",
    )


def test_share_of_nuclei_is_no_vaf() -> None:
    finding = one(blood("del(17p) detected in 24% of nuclei"), "del(17p)")
    assert finding.value is not None
    assert (finding.value.number, finding.value.label) == (24.0, "nuclei")
