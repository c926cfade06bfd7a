"""Short cases of legends, titles, dates side by side and lists of tissue, plasma and marrow."""

from __future__ import annotations

import pytest

from .helpers import agree, read

CASES = [
    # legends and reference tables
    ("scores-told", "HER2 IHC: Negative (Score 0 or 1+); Equivocal (Score 2+); Positive (Score "
     "3+).", ""),
    ("scores-short", "HER2: negative (0/1+), equivocal (2+), positive (3+).", ""),
    ("scores-of-two", "HER2: block A1 negative (score 1+).\nHER2: block A2 positive (score 3+).",
     "ERBB2 absent 1+; ERBB2 present 3+"),
    ("stains-of-two", "ER: Positive (95%); PR: Negative (0%)", "ER present 95%; PR absent"),
    ("shares-told", "ER: 0% (Positive: >= 10%; Negative: < 1%)", "ER absent 0%"),
    ("groups-told", "HER2 dual probe ISH group 1: ratio >=2.0 and average HER2 copy number >=4.0 "
     "signals/cell (positive); group 5: ratio <2.0 and average HER2 copy number <4.0 (negative).",
     ""),
    ("group-found", "HER2 dual probe ISH: Group 1 (ratio >= 2.0, copy number >= 4.0): positive",
     "ERBB2 present"),
    ("scoring-told", "HER2 scoring, biopsy: 0 no reactivity in any cell; 1+ faint reactivity in a "
     "cluster; 2+ weak to\nmoderate reactivity; 3+ strong reactivity. ISH positive: HER2:CEP17 "
     "ratio >= 2.0.", ""),
    ("loss-means", "Loss of MSH2 and/or MSH6: high probability of Lynch syndrome.", ""),
    ("loss-found", "IHC: loss of MSH2 and MSH6: high probability of Lynch syndrome.",
     "MSH2 present; MSH6 present"),
    ("positive-when", "HRD Status is positive when the tumor has a deleterious variant in BRCA1 or "
     "BRCA2 and/or a\npositive Genomic Instability Status.", ""),
    ("positive-is", "HRD status is positive.", "HRD present"),
    ("score-weighed", "Genomic Instability Score: 61    (Positive: >= 42    Negative: < 42)",
     "HRD present 61"),
    ("score-below", "Genomic Instability Score: 30 (Positive: >= 42; Negative: < 42)",
     "HRD absent 30"),
    ("scale-drawn", "KRAS G12D 12%\n   0     20     40 |42     60     80\n"
     "   |------ NEGATIVE ------|------- POSITIVE ------|", "KRAS present"),
    ("overall", "RESULT: POSITIVE\nKRAS G12D 12%", "overall_result present; KRAS present"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "body", "expected"), CASES, ids=[c[0] for c in CASES])
def test_short_case(name: str, body: str, expected: str) -> None:
    assert agree(read(body + "\n"), expected) is None
