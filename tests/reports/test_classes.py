"""Classes of a change: in words, as numbers of a scale of five, and told anew by a later line."""

from __future__ import annotations

import pytest

from .helpers import HEAD, agree, one, read

GERMLINE = "Hereditary cancer panel, germline testing\nPatient: TEST, PERSON   Specimen: blood\n\n"

NUMBERS = [
    ("BRCA1 c.68_69del (p.Glu23fs)  Class 5", "BRCA1 present pathogenic"),
    ("BRCA2 c.7007G>A p.Arg2336His, heterozygous, ACMG class 4", "BRCA2 likely_pathogenic"),
    ("ATM c.1066-6T>G  C3", "ATM present vus"),
    ("ATM c.2119T>C p.Ser707Pro: class 3 variant", "ATM present vus"),
    ("CHEK2 c.1100delC p.Thr367fs, Klasse 5", "CHEK2 present pathogenic"),
    ("BRCA1 c.5266dupC p.Gln1756fs (C5)", "BRCA1 present pathogenic"),
    ("BRCA1 c.5266dupC p.Gln1756fs class V", "BRCA1 present pathogenic"),
    ("BRCA1 c.5266dupC p.Gln1756fs  ACMG/AMP classification: 5", "BRCA1 pathogenic"),
    ("BRCA1 c.5266dupC p.Gln1756fs\nClassification: 5", "BRCA1 present pathogenic"),
    ("BRCA2 c.68-7T>A  Class 1\nATM c.1066-6T>G  Class 3", "ATM present vus"),
    ("MLH1 c.350C>T p.Thr117Met, InSiGHT class 5", "MLH1 present pathogenic"),
    # the heading of the column makes a bare number a class
    ("GENE   VARIANT   ZYGOSITY   CLASS\nPALB2  c.3113G>A p.Trp1038*  het  5 - pathogenic\n"
     "MSH6   c.2633T>C p.Val878Ala  het  3", "PALB2 pathogenic; MSH6 vus"),
    ("Gene | Variant | ACMG class\nPALB2 | c.3113G>A | 4\nATM | c.1066-6T>G | III",
     "PALB2 likely_pathogenic; ATM vus"),
    # numbers that are no class of this scale
    ("CFTR c.1521_1523del p.Phe508del, a class II mutation", "CFTR present no_class"),
    ("LDLR c.1A>G, class 2", "LDLR present no_class"),
    ("HLA-B*57:01: Positive (HLA class I)", "HLA-B*57:01 present no_class"),
    ("BRCA1 c.68_69del, exon 2, 5 classes in use", "BRCA1 present no_class"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), NUMBERS, ids=[c[0][:40] for c in NUMBERS])
def test_numbers_of_inherited_changes(body: str, expected: str) -> None:
    assert agree(read(body, GERMLINE), expected) is None


OF_TUMORS = [
    ("EGFR p.L858R 23%  Tier IA", "EGFR tier_1"),
    ("BRCA2 c.5946delT 44%  Class 5", "BRCA2 pathogenic"),
    ("ATM p.S707P 48%  class 3 variant", "ATM vus"),
    ("BRCA2 c.5946delT 44%  ACMG class 4", "BRCA2 likely_pathogenic"),
    # of a tumor the same words may mean a tier, or how the protein acts
    ("EGFR p.L858R 23%  Class 1", "EGFR present no_class"),
    ("BRAF p.D594G 12%, class 3 mutation", "BRAF present no_class"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), OF_TUMORS, ids=[c[0][:40] for c in OF_TUMORS])
def test_numbers_of_changes_in_tumors(body: str, expected: str) -> None:
    assert agree(read(body, HEAD), expected) is None


VARIANT = "BRCA2 c.7007G>C p.Arg2336Pro"
MOVED = [
    (f"{VARIANT}  VUS\nreclassified from VUS to likely benign on 2025-11-03", "likely_benign"),
    (f"{VARIANT}  Variant of uncertain significance\n\nUpdate: this variant was reclassified from "
     "VUS to likely pathogenic on 3 Nov 2025.", "likely_pathogenic"),
    (f"{VARIANT}\nVersion 1: VUS\nVersion 2: BENIGN", "benign"),
    (f"Version 1: {VARIANT} VUS\nVersion 2: BENIGN", "benign"),
    (f"{VARIANT}: VUS (2021), reclassified to likely benign (2024)", "likely_benign"),
    (f"The BRCA2 variant {VARIANT[6:]} has been reclassified from uncertain significance to "
     "benign.", "benign"),
    (f"{VARIANT}, upgraded from VUS to likely pathogenic", "likely_pathogenic"),
    (f"{VARIANT}  VUS\n\nAddendum: classification changed from VUS to pathogenic.", "pathogenic"),
    (f"{VARIANT}  class 3\nReclassified as class 4 (2026)", "likely_pathogenic"),
    (f"ATM c.1066-6T>G  VUS\n{VARIANT}  VUS\n\nBRCA2 {VARIANT[6:16]} was downgraded from VUS to "
     "likely benign.", "likely_benign"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "latest"), MOVED, ids=[c[0][-40:] for c in MOVED])
def test_the_latest_class_counts_and_the_change_is_told(body: str, latest: str) -> None:
    report = read(body, GERMLINE)
    found = one(report, "BRCA2")
    assert (found.polarity, found.classification) == ("present", latest)
    assert found.hgvs_c == "c.7007G>C"
    told = [w for w in report.warnings if "class of BRCA2 was changed" in w]
    assert len(told) == 1
    assert body.splitlines()[-1].split(".")[0].split(": ")[-1].split("(20")[0].strip() in told[0]


NOT_MOVED = [
    (f"{VARIANT}  VUS\nMost variants of this kind are reclassified as benign over time.", "vus"),
    (f"{VARIANT}  VUS\n\nThis variant may be reclassified to pathogenic one day.", "vus"),
    (f"{VARIANT}  VUS\n\nIf a variant is reclassified from VUS to benign, we call.", "vus"),
    (f"{VARIANT}  VUS\nReport updated to final.", "vus"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "latest"), NOT_MOVED, ids=[c[0][30:70] for c in NOT_MOVED])
def test_what_may_be_told_anew_one_day_is_no_class(body: str, latest: str) -> None:
    report = read(body, GERMLINE)
    assert one(report, "BRCA2").classification == latest
    assert not any("class of" in warning for warning in report.warnings)


def test_a_change_of_class_that_may_be_of_several_is_only_told() -> None:
    report = read(
        "ATM c.1066-6T>G  VUS\nPALB2 c.2816T>G  VUS\n\n\nOther notes\nSome text.\n\n"
        "One variant was reclassified from VUS to benign.",
        GERMLINE,
    )
    assert [f.classification for f in report.findings] == ["vus", "vus"]
    assert any("reclassified from VUS to benign" in w for w in report.warnings)
