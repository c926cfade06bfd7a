"""Caris-style reports: tests with their results, in JSON or XML."""

from __future__ import annotations

import re
from typing import Any

from pmchat.i18n import N_, _
from pmchat.model import Report, ReportDates, Specimen
from pmchat.reports.data.draft import Draft
from pmchat.reports.data.fields import Node, day_of, first_said, node, nodes, said
from pmchat.reports.data.results import read_result
from pmchat.reports.data.xml import as_data, names_in, parse
from pmchat.reports.file import File

_DRUGS = N_("The file also lists medicines and studies. They were not read.")
_TEST_NOT_DONE = N_("These tests were not done or gave no result: {names}.")


def is_caris(file: File) -> bool:
    """True for JSON or XML built of tests with such results."""
    if file.json is not None:
        return _root(file.json) is not None
    return names_in(file, "tests", "testName") and (
        names_in(file, "testResults") or names_in(file, "testDetails")
    )


def read_caris(file: File) -> Report:
    """Every result of every test; a test that was cancelled is told, not read."""
    root = _root(file.json if file.json is not None else as_data(parse(file))) or {}
    draft = Draft(family="tumor_ngs_tissue")
    _read_head(draft, root)
    undone = []
    for test in nodes(root.get("tests")):
        title = first_said(test, "testName", "testCode")
        if first_said(test, "test_cancellation_reason", "testCancellationReason"):
            undone.append(title or "a test")
        for result in nodes(test.get("testResults")) or nodes(test.get("clinicalTest")):
            for kind, value in result.items():
                for one in nodes(value):
                    read_result(draft, kind, one, title)
    if undone:
        draft.warnings.append(_(_TEST_NOT_DONE).format(names=", ".join(dict.fromkeys(undone))))
    if node(root.get("therapies")) or node(root.get("clinicalTrials")):
        draft.limits.append(_(_DRUGS))
    if undone and not draft.findings:
        draft.status = "failed"
    types = " ".join(s.type or "" for s in draft.specimens) + (draft.test or "")
    if re.search(r"plasma|blood|assure|cell.free", types, re.I):
        draft.family = "tumor_ngs_plasma"
    elif draft.findings and all(f.kind == "protein" for f in draft.findings):
        draft.family = "ihc"
    return draft.report(root.get("tests"))


def _root(content: Any) -> Node | None:
    """The object with the tests, as the root or one step below."""
    top = node(content)
    for one in [top, *(v for v in top.values() if isinstance(v, dict))]:
        named = any(key in one for key in ("testDetails", "patientInformation", "labReportID"))
        tests = nodes(one.get("tests"))
        if tests and (named or any("testResults" in t for t in tests)):
            return one
    return None


def _read_head(draft: Draft, root: Node) -> None:
    details, person = node(root.get("testDetails")), node(root.get("patientInformation"))
    sample = node(node(root.get("specimenInformation")).get("tumorSpecimenInformation"))
    draft.laboratory = said(details.get("labName"))
    draft.test = first_said(details, "testName")
    draft.identify("name", *(person.get(k) for k in ("fullName", "lastName", "firstName")))
    draft.identify("birth_date", person.get("dob"))
    draft.identify("mrn", person.get("mrn"))
    draft.identify("accession", details.get("labReportID"), sample.get("specimenID"))
    draft.identify("accession", sample.get("specimenAccessionID"))
    contact, address = (
        node(person.get("contactInformation")),
        node(person.get("addressInformation")),
    )
    draft.identify("phone", contact.get("phone"))
    draft.identify("email", contact.get("email"))
    draft.identify("address", address.get("addressLine1"), address.get("zipcode"))
    for key in ("physicianInformation", "pathologistInformation"):
        doctor = node(root.get(key))
        draft.identify("physician", *(doctor.get(k) for k in ("fullName", "name", "lastName")))
    approval = node(details.get("approvalInformation"))
    amended = node(details.get("amendmentInformation"))
    draft.identify("physician", approval.get("approvedBy"), amended.get("amendedBy"))
    collected = day_of(sample.get("specimenCollectionDate"))
    draft.dates = ReportDates(
        collected=collected,
        received=day_of(sample.get("specimenReceivedDate")) or day_of(details.get("receivedDate")),
        reported=day_of(approval.get("approveDate")),
        amended=day_of(amended.get("amendedDate")),
    )
    if first_said(amended, "amendmentType", "amendedDate"):
        draft.status = "amended"
    elif "prelim" in (said(details.get("reportType")) or "").lower():
        draft.status = "preliminary"
    draft.specimens = [
        Specimen(
            id="s1", type=said(sample.get("specimenType")), site=said(sample.get("specimenSite")),
            collected=collected,
        )
    ]  # fmt: skip
