"""The synthetic reports that came with the brief; skipped where they are not at hand."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pmchat.errors import ReportError
from pmchat.model import Finding, Report
from pmchat.reports.read import read_report, read_text
from pmchat.reports.variants import shorten

SHARED = Path(__file__).parents[2].parent / "shared"
FIXTURES = SHARED / "domain" / "fixtures"
FHIR = SHARED / "data" / "reports"
MALFORMED = SHARED / "data" / "malformed"
pytestmark = pytest.mark.skipif(not FIXTURES.is_dir(), reason="the shared fixtures are missing")


def expected() -> Iterator[dict[str, Any]]:
    path = FIXTURES / "expected.jsonl"
    for line in path.read_text().splitlines() if path.is_file() else []:
        yield json.loads(line)


def result(case: dict[str, Any]) -> Report:
    return read_report((FIXTURES / f"{case['id']}.txt").read_bytes(), "report.txt")


def is_change(finding: Finding) -> bool:
    return finding.kind in ("snv", "indel", "cnv", "fusion")


CASES = [case for case in expected() if case["id"] != "R1_inject"]


@pytest.mark.parametrize("case", CASES, ids=lambda c: str(c["id"]))
def test_what_is_there(case: dict[str, Any]) -> None:
    report = result(case)
    wanted = [*case["present"], *case.get("possible_ch", [])]
    found = [
        f
        for f in report.findings
        if f.polarity == "present" and is_change(f) and f.classification != "vus"
    ]
    assert [f.analyte for f in found] == [w["gene"] for w in wanted]
    for finding, want in zip(found, wanted, strict=True):
        if "protein" in want:
            assert shorten(finding.hgvs_p or "").removeprefix("p.") == shorten(
                want["protein"]
            ).removeprefix("p.")
        if "cdna" in want:
            assert finding.hgvs_c == want["cdna"]
        assert (finding.value.number if finding.value else None) == want.get("vaf")
        assert finding.classification == want.get("class")
    assert sum(f.origin == "possible_ch" for f in found) == len(case.get("possible_ch", []))


@pytest.mark.parametrize("case", CASES, ids=lambda c: str(c["id"]))
def test_what_is_stated_absent(case: dict[str, Any]) -> None:
    report = result(case)
    absent = {f.analyte for f in report.findings if f.polarity == "absent_stated"}
    wanted = {w.split()[0].removesuffix("-High") for w in case.get("absent", [])}
    wanted |= {g for g, state in case.get("ihc", {}).items() if state == "intact"}
    if case.get("signatures", {}).get("msi") == "stable":
        wanted.add("MSI")
    if case.get("overall") == "negative":
        wanted.add("overall result")
    assert absent == wanted


@pytest.mark.parametrize("case", CASES, ids=lambda c: str(c["id"]))
def test_uncertain_variants(case: dict[str, Any]) -> None:
    genes = [v.split()[0] if isinstance(v, str) else v["gene"] for v in case.get("vus", [])]
    assert [f.analyte for f in result(case).findings if f.classification == "vus"] == genes


@pytest.mark.parametrize("case", CASES, ids=lambda c: str(c["id"]))
def test_evidence_stands_in_the_file(case: dict[str, Any]) -> None:
    lines = (FIXTURES / f"{case['id']}.txt").read_text().splitlines()
    for finding in result(case).findings:
        shown = finding.evidence.text.split("\n")
        first = finding.evidence.line - 1
        assert lines[first : first + len(shown)] == shown


@pytest.mark.parametrize("case", CASES, ids=lambda c: str(c["id"]))
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


@pytest.mark.parametrize("path", sorted(MALFORMED.glob("*/*")), ids=lambda p: str(p.name))
def test_broken_files_are_refused_calmly(path: Path) -> None:
    refused = None
    try:
        read_report(path.read_bytes(), path.name)
    except ReportError as error:
        refused = error
    assert refused is None or (refused.what and refused.mend)
