"""The synthetic reports that came with the brief; skipped where they are not at hand."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pmchat.model import Finding, Report
from pmchat.reports.read import read_report, read_text
from pmchat.reports.variants import shorten

from .helpers import one

SHARED = Path(__file__).parents[2].parent / "shared"
FIXTURES = SHARED / "domain" / "fixtures"
FHIR = SHARED / "data" / "reports"
pytestmark = pytest.mark.skipif(not FIXTURES.is_dir(), reason="the shared fixtures are missing")


def expected() -> Iterator[dict[str, Any]]:
    path = FIXTURES / "expected.jsonl"
    for line in path.read_text().splitlines() if path.is_file() else []:
        yield json.loads(line)


def result(case: dict[str, Any]) -> Report:
    return read_report((FIXTURES / f"{case['id']}.txt").read_bytes(), "report.txt")


def is_change(finding: Finding) -> bool:
    return finding.kind in ("snv", "indel", "cnv", "fusion")


def label(finding: Finding) -> str | None:
    return finding.value.label if finding.value else None


def bare(protein: str) -> str:
    return shorten(protein).removeprefix("p.")


FAMILIES = {
    "tumor_ngs_tissue": "tumor_ngs_tissue",
    "tumor_ngs_plasma": "tumor_ngs_plasma",
    "tumor_ngs_tissue+ihc": "tumor_ngs_tissue",
    "germline_panel": "germline",
}
KINDS = {"amplification": "cnv", "fusion": "fusion"}
CASES = [case for case in expected() if case["id"] != "R1_inject"]
each_case = pytest.mark.parametrize("case", CASES, ids=lambda c: str(c["id"]))


@each_case
def test_family(case: dict[str, Any]) -> None:
    assert result(case).family == FAMILIES[case["type"]]


@each_case
def test_what_is_there(case: dict[str, Any]) -> None:
    wanted = [*case["present"], *case.get("possible_ch", [])]
    found = [
        f
        for f in result(case).findings
        if f.polarity == "present" and is_change(f) and f.classification != "vus"
    ]
    assert [f.analyte for f in found] == [w["gene"] for w in wanted]
    for finding, want in zip(found, wanted, strict=True):
        check_change(finding, want)
    assert [f.origin == "possible_ch" for f in found] == [
        want in case.get("possible_ch", []) for want in wanted
    ]


def check_change(finding: Finding, want: dict[str, Any]) -> None:
    value = finding.value
    if "protein" in want:
        assert bare(finding.hgvs_p or "") == bare(want["protein"])
    if "alias" in want:
        assert bare(finding.hgvs_p or "") == want["alias"]
    if "cdna" in want:
        assert finding.hgvs_c == want["cdna"]
    assert (value.number if value else None) == want.get("vaf")
    if value is not None:
        assert (value.unit, value.label) == ("%", "VAF")
    assert finding.classification == want.get("class")
    for words in (want.get("label", ""), want.get("zygosity", "")):
        assert words in finding.evidence.text
    assert want.get("label", "") in finding.as_printed


@each_case
def test_what_is_stated_absent(case: dict[str, Any]) -> None:
    absent = [f for f in result(case).findings if f.polarity == "absent_stated"]
    wanted = {w.split()[0].removesuffix("-High") for w in case.get("absent", [])}
    wanted |= {g for g, state in case.get("ihc", {}).items() if state == "intact"}
    if case.get("signatures", {}).get("msi") == "stable":
        wanted.add("MSI")
    if case.get("overall") == "negative":
        wanted.add("overall result")
    assert {f.analyte for f in absent} == wanted
    for words in case.get("absent", []):
        gene, _, event = words.partition(" ")
        kinds = {f.kind for f in absent if f.analyte == gene}
        assert not event or kinds == {KINDS[event]}


@each_case
def test_uncertain_variants(case: dict[str, Any]) -> None:
    found = [f for f in result(case).findings if f.classification == "vus"]
    wanted = [
        dict(zip(("gene", "protein"), v.split(), strict=True)) if isinstance(v, str) else v
        for v in case.get("vus", [])
    ]
    assert [f.analyte for f in found] == [w["gene"] for w in wanted]
    for finding, want in zip(found, wanted, strict=True):
        assert finding.polarity == "present"
        assert bare(finding.hgvs_p or "") == bare(want["protein"])
        assert finding.hgvs_c == want.get("cdna")


SIGNATURES = {
    "stable": ("absent_stated", "stable"),
    "high": ("present", "high"),
    "not evaluable": ("indeterminate", None),
}


@each_case
def test_signatures(case: dict[str, Any]) -> None:
    report = result(case)
    for name, want in case.get("signatures", {}).items():
        finding = one(report, name.upper())
        if isinstance(want, str):
            assert (finding.polarity, label(finding)) == SIGNATURES[want]
        else:
            assert finding.value is not None
            assert (finding.value.number, finding.value.unit) == (want["value"], want["unit"])
            assert finding.polarity == "present"


@each_case
def test_stains(case: dict[str, Any]) -> None:
    report = result(case)
    for name, want in case.get("ihc", {}).items():
        finding = one(report, name)
        assert finding.kind == "protein"
        if isinstance(want, str):
            polarity = "present" if want == "loss" else "absent_stated"
            assert (finding.polarity, label(finding)) == (polarity, want)
        else:
            assert finding.value is not None
            assert (finding.value.label, finding.value.number) == (want["score"], want["value"])
            assert want["antibody"] in finding.as_printed


@each_case
def test_what_was_not_done(case: dict[str, Any]) -> None:
    found = [f.analyte for f in result(case).findings if f.polarity == "not_performed"]
    wanted = [name.replace(" methylation", " promoter methylation")
              for name in case.get("not_performed", [])]  # fmt: skip
    assert found == wanted


@each_case
def test_what_is_not_on_the_report(case: dict[str, Any]) -> None:
    findings = result(case).findings
    unwanted = [w.removesuffix(" synonymous") for w in case.get("ignored", [])]
    for finding in findings:
        words = f"{finding.analyte} {finding.as_printed}".lower()
        assert not any(w.lower() in words for w in [*case.get("not_on_report", []), *unwanted])
    if "germline status" in case.get("not_on_report", []):
        assert {f.origin for f in findings} == {"unknown"}


@each_case
def test_evidence_stands_in_the_file(case: dict[str, Any]) -> None:
    lines = (FIXTURES / f"{case['id']}.txt").read_text().splitlines()
    for finding in result(case).findings:
        shown = finding.evidence.text.split("\n")
        first = finding.evidence.line - 1
        assert lines[first : first + len(shown)] == shown


@each_case
def test_dates(case: dict[str, Any]) -> None:
    dates = result(case).dates.model_dump(mode="json")
    assert {k: dates[k] for k in case.get("dates", {})} == case.get("dates", {})


def test_injected_line_changes_nothing() -> None:
    clean = (FIXTURES / "R1.txt").read_text()
    attacked = read_text(clean + (FIXTURES / "R1_inject.txt").read_text())
    assert attacked.findings == read_text(clean).findings
    assert any("not followed" in w for w in attacked.warnings)


GENOMIC = sorted(
    path
    for folder in ("hl7", "emerge", "vcf2fhir")
    for path in (FHIR / folder).glob("*.json")
    if "glstring" not in path.name
    and any(
        mark in path.name
        for mark in ("Bundle", "SNV", "Annotation", "report-", "expected_e", "expected_annotation")
    )
)


@pytest.mark.parametrize("path", GENOMIC, ids=lambda p: str(p.name))
def test_published_fhir_reports_are_read(path: Path) -> None:
    report = read_report(path.read_bytes(), path.name)
    assert report.findings
    assert all(f.evidence.page == 1 and f.evidence.text for f in report.findings)
