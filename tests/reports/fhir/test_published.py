"""Published FHIR examples, with what a person reads in them; skipped where they are missing."""

from __future__ import annotations

import time
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import pytest

from pmchat.errors import ReportError
from pmchat.model import Finding, Report
from pmchat.reports.read import read_report

SHARED = Path(__file__).parents[3].parent / "shared" / "data"
REPORTS, MALFORMED = SHARED / "reports", SHARED / "malformed" / "fhir"
pytestmark = pytest.mark.skipif(not REPORTS.is_dir(), reason="the shared reports are missing")


class Want(NamedTuple):
    """A result as the file states it; `printed` is looked for in the finding's own words."""

    analyte: str | None
    c: str | None = None
    p: str | None = None
    printed: str = ""
    polarity: str = "present"
    origin: str = "unknown"
    classification: str | None = None
    value: tuple[float | None, str | None, str | None] | None = None


def unnamed(printed: str, origin: str = "unknown", **more: str) -> Want:
    return Want(None, printed=printed, origin=origin, **more)  # type: ignore[arg-type]


def copies(place: str, number: float) -> list[Want]:
    value = (number, "copies", "copy number")
    return [Want(None, printed=place, origin="somatic", value=value)]


def share(number: float) -> tuple[float, None, str]:
    return (number, None, "VAF")


def label(words: str) -> tuple[None, None, str]:
    return (None, None, words)


def somatic(gene: str, p: str | None, number: float, c: str | None = None) -> list[Want]:
    return [Want(gene, c, p, origin="somatic", value=share(number))]


CG = [
    Want("overall result", printed="Positive"),
    Want(
        "ACAD9", "c.1249C>T", "p.Arg417Cys", origin="germline", classification="pathogenic",
        value=(47, "%", "VAF"),
    ),
    Want("CYP2D6", "c.886C>T", "p.Arg296Cys"),
    Want("CYP2D6", "c.1457G>C", "p.Ser486Thr"),
    Want("CYP2C9", printed="*2/*5", value=label("rapid metabolizer")),
]  # fmt: skip
JAK2 = [
    Want("TMB", value=(25, "mut/Mb", "TMB")),
    Want("MSI", value=label("high")),
    Want("JAK2", p="p.Val617Phe", origin="germline"),
]
ONCOLOGY = [
    *JAK2,
    Want("KDR", p="p.Gln472His", origin="germline"),
    Want("ERBB4", printed="g.212578380del", origin="germline"),
]
PGX = [
    Want("CYP2C9", printed="*4/*35B", value=label("rapid metabolizer")),
    Want("CYP2C9", printed="CYP2C9 *35B"),
    Want("CYP2C9", printed="CYP2C9 *4"),
    Want("CYP2C9", printed="rs12345 55227976-55227977 T>G"),
    Want("CYP2C9", printed="rs233455 NG_007726.3 55227978-55227979 T>G"),
]
HLA = [
    Want("HLA-A", printed="HLA-A*01:01:01G"),
    Want("HLA-A", printed="HLA-A*01:02"),
    Want("HLA-A", printed="HLA-A:01:01G+HLA-A*01:02"),
    Want("HLA-B", printed="HLA-B*15:01:01G"),
    Want("HLA-B", printed="HLA-B*57:01:01G"),
    Want("HLA-B", printed="HLA-B*15:01:01G+HLA-B*57:01:01G"),
    Want("HLA-C", printed="HLA-C*01:02:01G"),
    Want("HLA-C", printed="HLA-C*01:02:01G+HLA-C*03:04:01G"),
]
HLA_NAMES = [
    Want("HLA-A", printed="HLA-A:01:01:01G+HLA-A*01:02"),
    Want(
        "HLA-B",
        printed=(
            "HLA-B*15:01:01:01+HLA-B*40:01:02:01/HLA-B*40:01:02:02/HLA-B*40:01:02:04/HLA-B*40:01:02:06"
        ),
    ),
    Want(
        "HLA-C", printed=("HLA-C*07:04:01:01/HLA-C*07:04:01:03+HLA-C*12:03:01:01/HLA-C*12:03:01:06")
    ),
]
PAIR = [Want(None, "c.769G>A"), Want(None, "c.53A>G")]
PLACES = [unnamed("769 G>A"), unnamed("53 A>G")]
PHASED = [unnamed("96527334 C>A"), unnamed("96527722 C>G")]


def emerge(overall: str, polarity: str, variants: list[Want], *genotypes: str) -> list[Want]:
    wanted = [Want("overall result", printed=overall, polarity=polarity), *variants]
    for one in genotypes:
        gene, name, *said = one.split(" ", 2)
        wanted.append(Want(gene, printed=name, value=label(said[0]) if said else None))
    return wanted


CASES: dict[str, list[Want]] = {
    "hl7/Bundle-diagnosticreport-cgexample.json": CG,
    "hl7/diagnosticreport-cgexample.xml": CG,
    "hl7/diagnosticreport-cgexample-noGroup.xml": CG,
    "hl7/diagnosticreport-cgexample-withGrouping.xml": CG,
    "hl7/Bundle-CGBundleExampleoncologyexamples-r4.json": JAK2,
    "hl7/Bundle-oncologyexamples-r4.json": ONCOLOGY,
    "hl7/oncologyexamples-r4.xml": ONCOLOGY,
    "hl7/oncologyexamples-r4-noGrouping.xml": ONCOLOGY,
    "hl7/oncologyexamples-r4-withGrouping.xml": ONCOLOGY,
    "hl7/Bundle-diagnosticreport-pgxexample.json": PGX,
    "hl7/diagnosticreport-pgxexample.xml": PGX,
    "hl7/Bundle-CG-IG-HLA-FullBundle-01.json": HLA,
    "hl7/CG-IG-HLA-FullBundle-01.xml": HLA,
    "hl7/DiagnosticReport-diagnosticreport-hla-glstring-r4.json": HLA_NAMES,
    "hl7/diagnosticreport-hla-glstring-r4.xml": HLA_NAMES,
    "hl7/compound-heterozygote.xml": PAIR,
    "hl7/complexVariant-nonHGVS.xml": PLACES,
    "hl7/Bundle-complexVariant-nonHGVS.json": PLACES,
    "hl7/DiagnosticReport-AnnotationExample.json": [
        unnamed("NC_000019.9 11210928 C>T", classification="pathogenic")
    ],
    "hl7/sequence-phase-relation-CYP2C19.xml": PHASED,
    "hl7/find-variants_response.fhir.json": [unnamed("NC_000001.10 300 A>G", "germline")],
    "hl7/SNVexample.xml": somatic("AR", "p.Ala412Val", 0.44),
    "hl7/NGS_ObsVariant_CNV_12345_001.xml": copies("chr3", 1),
    "hl7/NGS_ObsVariant_CNV_12345_005.xml": copies("chr16p", 2),
    "hl7/NGS_ObsVariant_CNV_12345_008.xml": copies("chr17q", 3),
    "hl7/NGS_ObsVariant_SNV_12345_001_MSH6.xml": [
        Want("MSH6", "c.3132C>A", printed="p.(Try1044*)", origin="germline")
    ],
    "hl7/NGS_ObsVariant_SNV_12345_002_NRAS.xml": somatic("NRAS", "p.Gly12Asp", 0.32, "c.35G>A"),
    "hl7/NGS_ObsVariant_SNV_12345_003_RB1.xml": somatic("RB1", "p.Glu466*", 0.37, "c.1396G>T"),
    "hl7/NGS_ObsVariant_SNV_12345_004_TP53.xml": somatic("TP53", "p.?", 0.33, "c.672+1G>T"),
    "hl7/NGS_ObsVariant_SNV_12345_005_SMAD4.xml": somatic("SMAD4", None, 0.27, "c.1157G>A"),
    "hl7/NGS_ObsVariant_SNV_12345_008_EPHA5.xml": [],
    "hl7/NGS_ObsVariant_SNV_12345_019_SPTA1.xml": somatic("SPTA1", "p.Arg1694Cys", 0.14),
    "emerge/GenomicReportFHIRBundleNegative3.json": emerge(
        "Negative", "absent_stated", [],
        "CYP2C19 *1/*2 intermediate metabolizer", "DPYD *1/*1 normal metabolizer",
        "IFNL3 C/C favorable response genotype", "SLCO1B1 T/T normal function",
        "TPMT *1/*1 high activity", "CYP2C9 *1/*2 intermediate metabolizer", "VKORC1 C/T",
    ),
    "emerge/GenomicReportFHIRBundlePositive3.json": emerge(
        "Positive", "present",
        [Want("TGFBR2", "c.1454G>A", "p.Arg485His", origin="germline",
              classification="pathogenic")],
        "CYP2C19 *1/*1 normal metabolizer", "DPYD *1/*1 normal metabolizer",
        "IFNL3 T/T unfavorable response genotype",
        "SLCO1B1 T/T normal function, normal simvastatin induced myopathy risk",
        "TPMT *2/*2 low or deficient activity", "CYP2C9 *1/*1 extensive metabolizer", "VKORC1 C/C",
    ),
    "emerge/GenomicReportFHIRBundlePositive4.json": emerge(
        "Positive", "present",
        [Want("BRCA2", "c.2808_2811delACAA", "p.Ala938Profs*21", origin="germline",
              classification="pathogenic")],
        "CYP2C19 *1/*1 normal metabolizer", "DPYD *1/*2A intermediate metabolizer",
        "IFNL3 T/T unfavorable response genotype", "SLCO1B1 T/C intermediate function",
        "TPMT *1/*1 high activity", "CYP2C9 *1/*1 extensive metabolizer", "VKORC1 C/T",
    ),
    "vcf2fhir/expected_annotation.json": [
        Want(None, c, p, origin="germline")
        for c, p in (
            ("c.5465T>A", "p.Val1822Asp"), ("c.706A>G", "p.Ser236Gly"),
            ("c.1516A>G", "p.Thr506Ala"), ("c.7397T>C", "p.Val2466Ala"),
            ("c.7063C>T", "p.Arg2355Trp"),
        )
    ],
}  # fmt: skip
NO_RESULT = ("Patient", "Specimen", "servicerequest", "specimen", "ServiceRequest", "obs-idh",
             "find-variants_request", "HG00403A")  # fmt: skip
TWINS = {
    "Bundle-CG-IG-HLA-FullBundle-01.json": "CG-IG-HLA-FullBundle-01.xml",
    "Bundle-complexVariant-nonHGVS.json": "complexVariant-nonHGVS.xml",
    "Bundle-compound-heterozygote.json": "compound-heterozygote.xml",
    "Bundle-diagnosticreport-cgexample.json": "diagnosticreport-cgexample.xml",
    "Bundle-diagnosticreport-pgxexample.json": "diagnosticreport-pgxexample.xml",
    "Bundle-oncologyexamples-r4.json": "oncologyexamples-r4.xml",
    "DiagnosticReport-diagnosticreport-hla-glstring-r4.json": (
        "diagnosticreport-hla-glstring-r4.xml"
    ),
    "DiagnosticReport-report-CYP2C19.json": "report-CYP2C19.xml",
    "DiagnosticReport-sequence-phase-relation-CYP2C19.json": (
        "sequence-phase-relation-CYP2C19.xml"
    ),
    "Observation-SNVexample.json": "SNVexample.xml",
    "Observation-genotype-hla-a-glstring-r4.json": "genotype-hla-a-glstring-r4.xml",
    "Observation-haplotype-hla-a-1-r4.json": "haplotype-hla-a-1-r4.xml",
}


def read(path: Path) -> Report:
    return read_report(path.read_bytes(), path.name)


def names(want: Want, one: Finding) -> bool:
    """Whether the finding is about the thing wanted."""
    gene = one.analyte == want.analyte if want.analyte else one.analyte in one.as_printed
    if want.c or want.p:
        return gene and bool({want.c, want.p} & {one.hgvs_c, one.hgvs_p} - {None})
    return gene and one.as_printed.endswith(want.printed)


def agrees(want: Want, one: Finding) -> bool:
    """Whether the finding says of it what the file says."""
    value = one.value and (one.value.number, one.value.unit, one.value.label)
    return (want.c, want.p, want.polarity, want.origin, want.classification, want.value) == (
        one.hgvs_c, one.hgvs_p, one.polarity, one.origin, one.classification, value,
    )  # fmt: skip


def compare(wanted: list[Want], found: list[Finding]) -> dict[str, list[str]]:
    """What was found as stated, missed, told wrongly, and invented."""
    left = list(found)
    told: dict[str, list[str]] = {"found": [], "missed": [], "wrong": [], "invented": []}
    for want in wanted:
        hits = [one for one in left if names(want, one)]
        best = next((one for one in hits if agrees(want, one)), hits[0] if hits else None)
        if best is None:
            told["missed"].append(str(want))
            continue
        left.remove(best)
        told["found" if agrees(want, best) else "wrong"].append(f"{want}: {best.as_printed}")
    told["invented"] = [one.as_printed for one in left]
    return told


@pytest.mark.parametrize("name", CASES)
def test_what_the_file_states(name: str) -> None:
    told = compare(CASES[name], list(read(REPORTS / name).findings))
    assert {k: v for k, v in told.items() if k != "found" and v} == {}
    assert len(told["found"]) == len(CASES[name])


@pytest.mark.parametrize("json", TWINS)
def test_twins_say_the_same(json: str) -> None:
    left, right = (read(REPORTS / "hl7" / name) for name in (json, TWINS[json]))

    def said(report: Report) -> set[tuple[object, ...]]:
        return {
            (f.analyte, f.hgvs_c, f.hgvs_p, f.polarity, f.origin, f.classification, f.value)
            for f in report.findings
        }

    assert said(left) == said(right)
    assert left.family == right.family


FILES = [
    path
    for folder in ("hl7", "emerge", "vcf2fhir")
    for path in sorted((REPORTS / folder).glob("*"))
    if path.suffix in (".json", ".xml")
]


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.name))
def test_every_file_is_read_or_has_no_result(path: Path) -> None:
    if any(mark in path.name for mark in NO_RESULT):
        with pytest.raises(ReportError) as error:
            read(path)
        assert "\n" not in str(error.value)
        return
    report = read(path)
    assert report.findings or any("left out" in w for w in report.warnings)
    assert all(f.evidence.page == 1 and f.evidence.text for f in report.findings)


@pytest.mark.parametrize("path", sorted(MALFORMED.glob("*")), ids=lambda p: str(p.name))
def test_broken_files_end_calmly(path: Path) -> None:
    begun = time.monotonic()
    with suppress(ReportError):
        read(path)
    assert time.monotonic() - begun < 60
