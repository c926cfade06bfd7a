"""A change that is known in the family: what was found in this person is told, not in relatives."""

from __future__ import annotations

import pytest

from .helpers import agree, read

HEAD = "Targeted germline test\nPatient: TEST, PERSON   Specimen: blood\n\n"
ABSENT = "BRCA1 absent c.68_69del"

CASES = [
    ("Family history: familial variant BRCA1 c.68_69del known in mother; result: not detected",
     ABSENT),
    ("FAMILY HISTORY: Familial variant BRCA1 c.68_69del known in mother. Result: not detected.",
     ABSENT),
    ("Family history\nKnown familial variant BRCA1 c.68_69del (mother).\n"
     "Result for this variant: NOT DETECTED", ABSENT),
    ("Family history: mother carries BRCA1 c.68_69del\n\nResult: familial variant not detected",
     ABSENT),
    ("Indication: known familial mutation in BRCA1, c.68_69del (sister)\n\nRESULTS\n"
     "The familial mutation was not identified.", ABSENT),
    ("Family history: the family variant BRCA1 c.68_69del was found in the patient's mother; "
     "result: absent", ABSENT),
    ("Family history: familial variant BRCA1 c.68_69del known in mother; result: detected",
     "BRCA1 present c.68_69del"),
    ("Known familial variants: BRCA1 c.68_69del (mother), CHEK2 c.1100delC (father)\n\n"
     "BRCA1 c.68_69del: not detected\nCHEK2 c.1100delC: detected, heterozygous",
     "BRCA1 absent c.68_69del; CHEK2 present c.1100delC"),
    # what was found in relatives is not the person's
    ("Family history: mother carries BRCA1 c.68_69del.\nCHEK2: not detected", "CHEK2 absent"),
    ("Family history: sister was tested for the familial variant BRCA1 c.68_69del; result: "
     "positive\nCHEK2: not detected", "CHEK2 absent"),
    ("Family history: the familial variant is BRCA1 c.68_69del; mother's result: positive\n"
     "CHEK2: not detected", "CHEK2 absent"),
    ("Family history\nKnown familial variant BRCA1 c.68_69del.\nMother's result for this variant: "
     "DETECTED\n\nRESULTS\nCHEK2: not detected", "CHEK2 absent"),
    ("CHEK2: not detected\n\nPERSONAL AND FAMILY CANCER HISTORY (as given on the form)\n"
     "  Sister     Breast, ER+ HER2-; CHEK2 positive      44\n"
     "  Mother     Breast (BRCA1/2 negative, 2009)        58\n"
     "  Father     Colorectal, MLH1 loss by IHC           62", "CHEK2 absent"),
    # nor what was found in an earlier study
    ("CHEK2: not detected\n\nPRIOR STUDIES IN THIS LABORATORY\n"
     "  03/11/2025  Peripheral blood, NGS: DNMT3A p.R882H 4.1%; SF3B1 p.K700E not seen",
     "CHEK2 absent"),
    # a copy that lacks exons is no gene without a change
    ("MSH2 deletion of exons 1-6   heterozygous   PATHOGENIC\n\n"
     "One of the two copies of MSH2 lacks exons 1 to 6.", "MSH2 present"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), CASES, ids=[c[0][:60] for c in CASES])
def test_familial_variant(body: str, expected: str) -> None:
    assert agree(read(body, HEAD), expected) is None
