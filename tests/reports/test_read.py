from __future__ import annotations

from time import process_time

import pytest

from pmchat.errors import ReportError
from pmchat.reports.read import read_report, read_text

from .helpers import FILES, make_pdf


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (b"", "a.txt", "empty"),
        (b"", "a.pdf", "empty"),
        (b"   \n", "a.txt", "no text"),
        (b"%PDF-1.7 torn", "a.pdf", "damaged"),
        (make_pdf("KRAS: wild-type", password="x"), "a.pdf", "password"),
        (make_pdf(" "), "a.pdf", "no text"),
        (b"{ torn", "a.json", "damaged"),
        (b'{"a": 1}', "a.json", "not a FHIR"),
        (b'{"resourceType": "Patient"}', "a.json", "no genetic"),
        (b"Milk, bread and a newspaper", "a.txt", "does not look like"),
        (b"\x89PNG\r\n\x1a\n\0\0\0", "a.png", "damaged"),
        (b"\x7fELF\2\1\1\0\0\0", "a.png", "cannot be read"),
        (b"x" * (10 * 1024 * 1024 + 1), "a.txt", "10 MB"),
        (b"x\f" * 201, "a.txt", "200"),
        (b"x " * 1_000_001, "a.txt", "2,000,000"),
    ],
)
def test_refusals_say_what_and_how_to_mend(data: bytes, name: str, words: str) -> None:
    with pytest.raises(ReportError) as caught:
        read_report(data, name)
    assert words in caught.value.what
    assert caught.value.mend


def test_content_counts_not_the_name() -> None:
    assert read_report(make_pdf("Panel report\nBRAF V600E 3%"), "a.txt").findings
    assert read_report(b"Panel report\nBRAF V600E 3%", "a.pdf").findings


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(encoding: str) -> None:
    text = "Panel report\nBRAF V600E 3%\nLaboratory of J\u00fcrgen"
    assert read_report(text.encode(encoding), "a.txt").findings


def test_json_of_a_report_reads_back() -> None:
    report = read_text((FILES / "lung_columns.txt").read_text())
    again = type(report).model_validate_json(report.model_dump_json())
    assert again == report
    assert report.model_dump(mode="json")["dates"]["collected"] == "2026-07-14"


HEAD = "Panel report\nBRAF V600E 3%\n"


@pytest.mark.parametrize(
    "text",
    [
        "EGFR L858R 23%, TP53 R273H, KRAS: wild-type; ALK fusion not detected. " * 1500,
        "ALK, " * 21_000,
        "(" * 100_000,
        "".join(f"EGFR p.L{i}R  c.{i}A>G  VAF {i % 90}.1 %  detected\n" for i in range(20_000)),
        "KRAS, NRAS,\n" * 70_000,
        "The words of a long report with EGFR and without any result in it.\n" * 13_000,
        "Gene | Variant | VAF\n" + "EGFR | L858R | 3%\n" * 40_000,
    ],
    ids=["long line", "list", "brackets", "rows", "open rows", "prose", "table"],
)
def test_the_time_grows_with_the_length_of_a_text_and_no_faster(text: str) -> None:
    start = process_time()
    read_text(HEAD + text[: len(text) // 64])
    part = process_time() - start
    report = read_text(HEAD + text[: len(text) // 8])
    # An eighth takes an eighth; a time that grows with the square would be sixty times as long.
    assert process_time() - start < 25 * max(part, 0.2)
    assert report.findings[0].analyte == "BRAF"


@pytest.mark.parametrize("text", ["KRAS, NRAS,\n" * 70_000, "(" * 1_000_000, "ALK, " * 21_000])
def test_of_a_text_too_long_the_beginning_is_read_and_it_is_said_so(text: str) -> None:
    report = read_text(HEAD + text)
    assert report.findings[0].analyte == "BRAF"
    assert any("Only" in warning for warning in report.warnings)


def test_what_stands_within_the_limits_is_read_whole() -> None:
    line = "The sample was good. " * 500
    report = read_text(f"Panel report\n{line}BRAF V600E 3%\n" + "\n" * 9000 + "KRAS: wild-type")
    assert [f.analyte for f in report.findings] == ["BRAF", "KRAS"]
    assert report.findings[0].evidence.text in line + "BRAF V600E 3%"
    assert report.warnings == ()
