from __future__ import annotations

import pytest

from pmchat.reports.confirm import waiting

from .helpers import HEAD, agree, read


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # what was looked for, below a heading that is not known
        ("Genes for this cancer\nALK (fusion)\nBRAF V600E\nKRAS\nRET (fusion)", ""),
        ("Genes for this cancer\nBRAF, ERBB2 (amplification), KRAS, MET, ROS1 (fusion)", ""),
        # what was found
        ("Genomic Findings\nKRAS G12D\nMDM2 amplification\nTP53 R175H",
         "KRAS present p.G12D; MDM2 present; TP53 present p.R175H"),
        ("Genomic Findings\nKRAS G12D 12%\nTP53\nEGFR", "KRAS present p.G12D"),
        # a negative result is no heading of what follows
        ("RESULTS\nKRAS mutations were not found\nTP53 R175H detected 20%",
         "KRAS absent; TP53 present p.R175H"),
        ("RESULTS\nBRAF genes without reportable mutations\nTP53 R175H 20%",
         "BRAF absent; TP53 present p.R175H"),
        # no reportable change, told by the heading
        ("Relevant genes, no alteration detected\nALK (fusion)\nBRAF V600E\nKRAS",
         "ALK absent; BRAF absent p.V600E; KRAS absent"),
        ("4.  CANCER-TYPE RELEVANT GENES WITH NO REPORTABLE ALTERATION\n\n   MET, RET (fusion)",
         "MET absent; RET absent"),
    ],
)  # fmt: skip
def test_a_list_of_names_finds_nothing(body: str, expected: str) -> None:
    assert agree(read(body, HEAD), expected) is None


def test_a_line_that_contradicts_its_heading_is_asked_about() -> None:
    report = read("Pertinent negatives\nALK, RET\nTP53 R175H detected", HEAD)
    assert {f.analyte for f in waiting(report)} == {"TP53"}
