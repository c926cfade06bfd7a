"""Torn and wrongly typed files of every kind end in a report or a calm refusal."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from pmchat.errors import ReportError
from pmchat.reports.read import read_report

from .test_caris import as_xml, content
from .test_foundation import HEAD, PMI, TAIL, short
from .test_pharmcat import diplotype, gene, third
from .test_phenopacket import packet, variant
from .test_tables_of_data import COLUMNS, KRAS
from .test_vcf import TP53, row, vcf

CARIS = content({"genomicAlteration": {"gene": "KRAS", "result": "Pathogenic Variant",
                                       "hgvsProteinChange": "p.G12C"}})  # fmt: skip
LAB = {"genomicSource": "Germline", "variants": [{"gene": "BRCA1", "cDNA": "c.68_69del"}]}
DATA = {
    "PharmCAT": third(gene("CYP2D6", diplotype("*1/*4", "Intermediate Metabolizer", score="1.0"))),
    "Phenopacket": packet(variant()),
    "Caris": CARIS,
    "laboratory": LAB,
}
TEXTS = {
    "VCF": vcf(row(TP53)),
    "MAF": COLUMNS + KRAS,
    "Foundation": HEAD + PMI.format("") + f"<variant-report>{short('KRAS', 'G12D')}"
    "</variant-report>" + TAIL,
    "Caris XML": as_xml("root", CARIS),
    **{name: json.dumps(data) for name, data in DATA.items()},
}
ODD: tuple[Any, ...] = (None, 7, -1.5, "x", "", True, [], {}, [None], {"x": None}, [[[]]])


def ends_well(data: bytes) -> None:
    try:
        read_report(data, "file")
    except ReportError as error:
        said = error
    else:
        return
    assert said.what
    assert said.mend


@pytest.mark.parametrize("name", TEXTS)
def test_whole_files_are_read(name: str) -> None:
    assert read_report(TEXTS[name].encode(), "file").findings


@pytest.mark.parametrize("name", TEXTS)
def test_cut_off_anywhere(name: str) -> None:
    data = TEXTS[name].encode()
    for end in range(1, len(data), max(1, len(data) // 60)):
        ends_well(data[:end])


@pytest.mark.parametrize("change", [lambda t: t.replace("\t", " "), str.upper, lambda t: t * 2])
@pytest.mark.parametrize("name", TEXTS)
def test_bent_texts(name: str, change: Callable[[str], str]) -> None:
    ends_well(change(TEXTS[name]).encode())


def places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every container of a tree with each of its keys."""
    keys = (
        list(value)
        if isinstance(value, dict)
        else range(len(value))
        if isinstance(value, list)
        else ()
    )
    for key in keys:
        yield value, key
        yield from places(value[key])


@pytest.mark.parametrize("odd", ODD, ids=repr)
@pytest.mark.parametrize("name", DATA)
def test_every_field_of_a_wrong_type(name: str, odd: Any) -> None:
    content = json.loads(json.dumps(DATA[name]))
    for holder, key in list(places(content)):
        kept, holder[key] = holder[key], odd
        ends_well(json.dumps(content).encode())
        holder[key] = kept


@pytest.mark.parametrize("name", DATA)
def test_nulls_everywhere(name: str) -> None:
    content = json.loads(json.dumps(DATA[name]))
    for holder, key in list(places(content)):
        if not isinstance(holder[key], (dict, list)):
            holder[key] = None
    ends_well(json.dumps(content).encode())


def test_yaml_that_grows_is_refused() -> None:
    bomb = "subject:\n  id: &a [x, x]\nmetaData:\n  b: &b [*a, *a]\n  c: [*b, *b]\n"
    with pytest.raises(ReportError):
        read_report(bomb.encode(), "file")


def test_deep_nesting_is_refused() -> None:
    deep = '{"variants":' * 5000 + "1" + "}" * 5000
    with pytest.raises(ReportError):
        read_report(deep.encode(), "file")


def test_numbers_beyond_all_measure_are_not_used() -> None:
    huge = "9" * 400
    content = third(gene("CYP2D6", diplotype("*1/*4", huge, score=huge)))
    mark = f'<biomarkers><tumor-mutation-burden status="high" score="{huge}"/></biomarkers>'
    text = f"{HEAD}{PMI.format('')}<variant-report>{mark}</variant-report>{TAIL}"
    for data in (json.dumps(content), text):
        for finding in read_report(data.encode(), "file").findings:
            assert finding.value is None or finding.value.number is None


def test_very_many_results_are_cut_with_a_warning() -> None:
    rows = [{"gene": "TP53", "cDNA": f"c.{i}A>G"} for i in range(1, 2000)]
    report = read_report(json.dumps({"variants": rows}).encode(), "file")
    assert len(report.findings) == 500
    assert any("more results" in warning for warning in report.warnings)
