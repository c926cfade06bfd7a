"""FHIR in XML: the same as in JSON, and nothing that a hostile file asks for."""

from __future__ import annotations

import pytest

from pmchat.errors import ReportError
from pmchat.model import Report
from pmchat.reports.read import read_report

from .build import (
    CHANGE,
    FRACTION,
    PRESENT,
    SOMATIC,
    Node,
    as_xml,
    bundle,
    concept,
    from_,
    observation,
    part,
    quantity,
    read_json,
    said,
    variant,
)


def read(text: str | bytes) -> Report:
    return read_report(text if isinstance(text, bytes) else text.encode(), "report")


PATIENT = {
    "resourceType": "Patient",
    "name": [{"family": "Doe", "given": ["Jane", "Ann"]}],
    "birthDate": "1960-01-02",
    "address": [{"line": ["1 Main St"], "city": "Anytown"}],
}
TWINS: list[Node] = [
    variant(CHANGE, SOMATIC, FRACTION),
    bundle(PATIENT, variant(CHANGE, SOMATIC, id="v"), variant(part("48004-6", said("c.1A>G")))),
    bundle(
        variant(CHANGE, id="v"),
        observation("diagnostic-implication", {}, part("53037-8", concept("LA6668-3")),
                    **from_("v")),
    ),
    {
        "resourceType": "DiagnosticReport",
        "status": "corrected",
        "issued": "2026-01-02T00:00:00Z",
        "contained": [
            variant(CHANGE, id="1"),
            observation("53037-8", concept("LA26333-7"), derivedFrom=[{"reference": "#1"}]),
        ],
    },
    {
        "resourceType": "Parameters",
        "parameter": [{"name": "variants", "part": [{"name": "v", "resource": variant(CHANGE)}]}],
    },
    bundle(
        observation("94076-7", quantity(12.5)),
        observation("81695-9", concept("LA14122-8", "Stable"), note=[{"text": "one"}]),
        variant(CHANGE, value={"valueBoolean": False}),
        variant(part("82155-3", quantity(9, comparator=">"))),
    ),
]  # fmt: skip


@pytest.mark.parametrize("root", TWINS)
def test_xml_says_what_json_says(root: Node) -> None:
    assert read(as_xml(root)) == read_json(root)


def with_text(markup: str) -> str:
    text = {"status": "generated", "div": markup}
    return as_xml(variant(CHANGE, text=text))


@pytest.mark.parametrize(
    "markup",
    [
        '<div xmlns="http://www.w3.org/1999/xhtml"><p>BRAF <b>V600E</b></p><br/></div>',
        '<div xmlns="http://www.w3.org/1999/xhtml"><p>one&nbsp;two &eacute;</p></div>',
    ],
)
def test_narrative_is_no_result_beside_results(markup: str) -> None:
    assert [f.analyte for f in read(with_text(markup)).findings] == ["EGFR"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "latin-1"])
def test_encodings(encoding: str) -> None:
    text = as_xml(variant(CHANGE, note=[{"text": "Universit\u00e4t"}]))
    declared = "iso-8859-1" if encoding == "latin-1" else encoding.removesuffix("-sig")
    for head in (f'<?xml version="1.0" encoding="{declared}"?>\n', ""):
        assert "Universit\u00e4t" in read((head + text).encode(encoding)).findings[0].evidence.text


def test_comments_prefixes_and_a_wrong_declaration() -> None:
    text = as_xml(variant(CHANGE)).replace("<status", "<!-- c --><?pi x?><status", 1)
    assert read(f"<!-- first -->\n{text}").findings
    prefixed = text.replace("<", "<f:").replace("<f:/", "</f:").replace("xmlns=", "xmlns:f=")
    prefixed = prefixed.replace("<f:!--", "<!--").replace("<f:?", "<?")
    assert read(prefixed).findings
    assert read(f'<?xml version="1.0" encoding="no-such"?>{text}').findings


HEAD = '<?xml version="1.0"?>'
BODY = as_xml(variant(part("48005-3", concept("&x;")))).replace("&amp;", "&")
LAUGHS = "".join(f'<!ENTITY x{n} "{f"&x{n - 1};" * 10}">' for n in range(1, 12))


@pytest.mark.parametrize(
    "text",
    [
        f'{HEAD}<!DOCTYPE O [<!ENTITY x SYSTEM "file:///etc/passwd">]>{BODY}',
        f'{HEAD}<!DOCTYPE O [<!ENTITY x SYSTEM "http://localhost:1/x">]>{BODY}',
        f'{HEAD}<!DOCTYPE O [<!ENTITY % d SYSTEM "http://localhost:1/d"> %d;]>{BODY}',
        f'{HEAD}<!DOCTYPE O [<!ENTITY x0 "ha">{LAUGHS}<!ENTITY x "&x11;">]>{BODY}',
        f'{HEAD}<!DOCTYPE O SYSTEM "http://localhost:1/o.dtd">{as_xml(variant(CHANGE))}',
        BODY,
    ],
)
def test_document_types_and_entities_are_refused(text: str) -> None:
    with pytest.raises(ReportError) as error:
        read(text)
    assert "root:" not in str(error.value)


def nested(name: str, depth: int) -> str:
    inner = f"<{name}>" * depth + f"</{name}>" * depth
    return f'<Observation xmlns="http://hl7.org/fhir">{inner}</Observation>'


@pytest.mark.parametrize(
    "text",
    [
        nested("component", 50_000),
        nested("contained", 5_000),
        nested("Observation", 5_000),
        '<Observation xmlns="http://hl7.org/fhir"/>',
        '<Observation xmlns="http://hl7.org/fhir"><status value="final">',
        '<a xmlns="http://hl7.org/fhir">\x00</a>',
        '<list xmlns:f="http://hl7.org/fhir"><f:Observation/></list>',
        '<Observation xmlns="http://hl7.org/fhir">&#0;</Observation>',
        f'<Observation xmlns="http://hl7.org/fhir" {"a" * 100_000}="1"/>',
    ],
)
def test_broken_xml_is_refused(text: str) -> None:
    with pytest.raises(ReportError):
        read(text)


def test_two_values_where_one_belongs_leave_it_open() -> None:
    value = PRESENT["valueCodeableConcept"]
    both = variant(CHANGE) | {
        "valueCodeableConcept": [value, concept("LA9634-2")["valueCodeableConcept"]]
    }
    assert [f.polarity for f in read(as_xml(both)).findings] == ["indeterminate"]


def test_gene_and_change_may_stand_in_plain_strings() -> None:
    gene, change = ({"valueString": v} for v in ("EGFR", "p.Leu858Arg"))
    parts = [part("48018-6", gene), part("48005-3", change)]
    (finding,) = read(as_xml(observation("69548-6", PRESENT, *parts))).findings
    assert (finding.analyte, finding.hgvs_p) == ("EGFR", "p.Leu858Arg")
