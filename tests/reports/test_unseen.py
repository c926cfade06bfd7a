"""Made-up reports in the manner of many laboratories; what a person reads was written first.

Each file begins with what is expected; the report follows below the line "---".
A finding of the expected list names its gene or marker, polarity, names of the change, value,
class, origin and sample; what it does not name must not be read either. "may" lists findings
that are right but need not be there; "unread" those that a person reads and the reader leaves out;
"told" what a warning must quote.
"""

from __future__ import annotations

import json
from typing import Any

import pytest

from pmchat.model import Finding
from pmchat.reports.read import read_report

from .helpers import FILES, words

UNSEEN = FILES / "unseen"
REPORTS = sorted(path.stem for path in UNSEEN.glob("*.txt"))


def wanted(case: dict[str, Any], line: str) -> set[str]:
    """The words of an expected finding, with those of the report that it leaves unsaid."""
    named = set(line.split())
    origins = {"somatic", "germline", "possible_ch", "unknown"}
    own = {f"{origin}_origin" for origin in origins & named}
    if not named & {f"s{i}" for i in range(1, 9)}:
        named.add("s1")
    return named - origins | (own or {f"{case['origin']}_origin"})


def fits(finding: Finding, want: set[str], case: dict[str, Any]) -> bool:
    said = words(finding)
    changes = {w for w in said if w.startswith(("p.", "c."))}
    numbers = {w for w in said if w.lstrip("<>=")[:1].isdigit()}
    exact = changes if case.get("loose_numbers") else changes | numbers
    if finding.classification:
        exact.add(finding.classification)
    loose = {"s1"} if case.get("any_specimen") or finding.specimen_id is None else set()
    if finding.kind in ("protein", "signature") or finding.polarity != "present":
        loose |= {w for w in want if w.endswith("_origin")}
    elif not case.get("any_origin"):
        exact.add(f"{finding.origin}_origin")
    else:
        loose |= {w for w in want if w.endswith("_origin")}
    return want - loose <= said and exact <= want


@pytest.mark.parametrize("name", REPORTS)
def test_unseen(name: str) -> None:
    want, text = (UNSEEN / f"{name}.txt").read_text().split("\n---\n", 1)
    case = json.loads(want)
    report = read_report(text.encode(), "report.txt")
    left = list(report.findings)
    missing = []
    for line in case["findings"]:
        match = next((f for f in left if fits(f, wanted(case, line), case)), None)
        if match is None:
            missing.append(line)
        else:
            left.remove(match)
    allowed = [wanted(case, line) for line in case.get("may", [])]
    invented = [
        " ".join(sorted(words(f))) + f" <{f.as_printed}>"
        for f in left
        if not any(fits(f, want, case) for want in allowed)
    ]
    assert (missing, invented) == ([], [])
    assert case.get("any_family") or report.family == case["family"]
    assert report.status == case["status"]
    warned = " ".join(report.warnings)
    assert [said for said in case.get("told", []) if said not in warned] == []
