from __future__ import annotations

import pytest

from pmchat.reports.identifiers import find_identifiers, two_people
from pmchat.reports.lines import split_pages
from pmchat.reports.masking import mask

from .headers import HEADERS, Header
from .measure_headers import masked


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("Patient: TEST, PATIENT A   DOB 1961-02-03", "name", "TEST, PATIENT A"),
        ("Patient Name: Jane Q. Doe", "name", "Jane Q. Doe"),
        ("Patient WALKER, ANNA P.  Female.  Born 1974-12-02", "name", "WALKER, ANNA P."),
        ("The patient Maria de la Cruz, aged 44, was seen", "name", "Maria de la Cruz"),
        ("DOB: 04/05/1960  Sex: F", "birth_date", "04/05/1960"),
        ("MRN 000001", "mrn", "000001"),
        (
            "MILLER, SUSAN            F / 52 y            Collected 2026-07-06",
            "name",
            "MILLER, SUSAN",
        ),
        ("MILLER K, SUSAN | male | 67 years | Prostate cancer", "name", "MILLER K, SUSAN"),
        ("PATHOLOGY REPORT          Case: SP-26-012345", "accession", "SP-26-012345"),
        ("Accession #: S26-00123", "accession", "S26-00123"),
        ("To: Family Cancer Clinic   Ref: MG/26/1180", "accession", "MG/26/1180"),
        ("Phone: (555) 123-4567", "phone", "(555) 123-4567"),
        ("Ordering Physician: Dr. Ada Field, MD", "physician", "Dr. Ada Field, MD"),
        ("12 Elm Street, Springfield, IL 62704", "address", "12 Elm Street, Springfield, IL 62704"),
        ("write to a.b@example.org", "email", "a.b@example.org"),
    ],
)
def test_finds_with_a_reason(text: str, kind: str, found: str) -> None:
    hits = [i for i in find_identifiers(split_pages([text])) if i.kind == kind]
    assert [i.text for i in hits] == [found]
    assert hits[0].why


@pytest.mark.parametrize(
    "title",
    [
        "NOT A REAL PATIENT            PHARMACOGENOMIC PROFILE",
        "NOT A REAL PATIENT            HRD TEST (tumor)",
        "FOR THE PATIENT               LIQUID BIOPSY ASSAY",
        "NOT A REAL PATIENT            HEREDITARY CANCER SCREEN",
    ],
)
def test_the_title_of_a_report_is_nobody_else(title: str) -> None:
    pages = split_pages([f"{title}\nPatient: Jane Miller   F   63 y\n"])
    assert not two_people(find_identifiers(pages))


@pytest.mark.parametrize(
    "text",
    [
        "Patient has Stage IV Lung Cancer, female",
        "Patient Information Female",
        "Patient Sex Female",
    ],
)
def test_words_beside_the_word_patient_are_no_name(text: str) -> None:
    assert [i for i in find_identifiers(split_pages([text])) if i.kind == "name"] == []


@pytest.mark.parametrize(
    "text", ["EGFR L858R 23%", "c.2235_2249del15", "NM_000059.4:c.5946delT", "TMB 4 mut/Mb"]
)
def test_results_are_no_identifiers(text: str) -> None:
    assert find_identifiers(split_pages([text])) == []


def test_mask_hides_every_place() -> None:
    text = "Patient: Doe, Jane   MRN 4711-22\nDOE, JANE was seen. MRN 4711-22."
    hidden = mask(text, find_identifiers(split_pages([text])))
    assert "jane" not in hidden.lower()
    assert "4711" not in hidden


def test_one_person_in_two_forms() -> None:
    lines = split_pages(["Patient: Doe, Jane   MRN: 4711", "Patient Name: Jane Doe   MRN: 4711"])
    assert not two_people(find_identifiers(lines))


@pytest.mark.parametrize("header", HEADERS, ids=lambda h: h.name)
def test_made_up_headers_are_masked_and_nothing_else(header: Header) -> None:
    text = masked(header)
    assert [s for s in header.secret if s in text] == []
    assert [k for k in header.kept if k not in text] == []


@pytest.mark.parametrize("header", HEADERS, ids=lambda h: h.name)
def test_every_identifier_has_a_reason_and_a_place(header: Header) -> None:
    pages = [page.split("\n") for page in header.text.split("\f")]
    for one in find_identifiers(split_pages(header.text.split("\f"))):
        assert one.why.endswith(".")
        assert one.text in pages[one.page - 1][one.line - 1]


def test_a_disease_that_bears_the_name_of_a_person_stays() -> None:
    lines = ["Patient: Philip Lynch", "Mr. Lynch is tested for Lynch syndrome.", "Lynch was told."]
    hidden = mask("\n".join(lines), find_identifiers(split_pages(["\n".join(lines)])))
    assert hidden.splitlines()[1:] == [
        "Mr. [name] is tested for Lynch syndrome.",
        "[name] was told.",
    ]
