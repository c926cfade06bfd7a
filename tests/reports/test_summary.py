"""The overall result, on a line of its own, in a heading, in a column or behind a dash."""

from __future__ import annotations

import pytest

from .helpers import agree, read

GERMLINE = "Hereditary cancer panel, germline testing\nPatient: TEST, PERSON   Specimen: blood\n\n"
VARIANT = "BRCA1 c.68_69del p.Glu23fs pathogenic"

CASES = [
    ("RESULT: POSITIVE\n\n" + VARIANT, "overall_result present; BRCA1 present"),
    ("RESULT\nPOSITIVE\n\n" + VARIANT, "overall_result present; BRCA1 present"),
    ("Overall: NEGATIVE - no pathogenic variants", "overall_result absent"),
    ("Overall - Negative", "overall_result absent"),
    ("OVERALL RESULT - POSITIVE\n" + VARIANT, "overall_result present; BRCA1 present"),
    ("OVERALL RESULT:  POSITIVE  (1 variant)\n" + VARIANT, "overall_result present; BRCA1 present"),
    ("RESULT: POSITIVE FOR A PATHOGENIC VARIANT\n" + VARIANT, "overall_result present; BRCA1"),
    ("Panel result = NEGATIVE", "overall_result absent"),
    ("Result summary\nNegative. No clinically significant variants were found.",
     "overall_result absent"),
    ("Test               Overall result\nHereditary panel   Negative", "overall_result absent"),
    ("Test | Overall result | Date\nHereditary panel | POSITIVE | 2026-02-02\n" + VARIANT,
     "overall_result present; BRCA1 present"),
    ("Panel name        Genes    Result summary\nBRCAplus          18       Negative",
     "overall_result absent"),
    ("Overall interpretation: Uncertain\nATM c.1066-6T>G VUS", "overall_result unclear; ATM vus"),
    # of one gene or marker, of a sample, or of how things are called it is no overall result
    (VARIANT + "\nOverall quality: negative control passed", "BRCA1 present"),
    (VARIANT + "\nOverall survival was longer in people with a negative result.", "BRCA1 present"),
    (VARIANT + "\nPregnancy test result: negative", "BRCA1 present"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), CASES, ids=[c[0][:40] for c in CASES])
def test_overall_result(body: str, expected: str) -> None:
    assert agree(read(body, GERMLINE), expected) is None
