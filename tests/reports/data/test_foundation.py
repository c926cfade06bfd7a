from __future__ import annotations

import pytest

from pmchat.model import Report

from .helpers import amount, facts, read, told

HEAD = '<?xml version="1.0"?><rr:ResultsReport xmlns:rr="urn:made-up"><rr:ResultsPayload>'
TAIL = "</rr:ResultsPayload></rr:ResultsReport>"
PMI = (
    "<FinalReport><ReportId>ORD-1-01</ReportId><Sample><TestType>FoundationOne CDx</TestType>"
    "<SpecFormat>FFPE block</SpecFormat></Sample><PMI><MRN>4711</MRN><DOB>1960-01-02</DOB>"
    "<FullName>Doe, Jane</FullName><OrderingMD>Dr. Who</OrderingMD><SpecSite>Lung</SpecSite>"
    "<CollDate>2026-01-05</CollDate><ReceivedDate>2026-01-07</ReceivedDate></PMI>{}</FinalReport>"
)


def short(gene: str, protein: str, **more: str) -> str:
    more = {"cds-effect": "1A&gt;G", "status": "known", "functional-effect": "missense"} | more
    cells = " ".join(f'{key}="{value}"' for key, value in more.items())
    return f'<short-variant gene="{gene}" protein-effect="{protein}" {cells}/>'


def report(*parts: str, final: str = "", quality: str = "Pass") -> Report:
    listed = (
        '<variant-report xmlns="urn:made-up-too" test-type="FoundationOne CDx">'
        f'<quality-control status="{quality}"/>{"".join(parts)}</variant-report>'
    )
    return read(HEAD + PMI.format(final) + listed + TAIL)


@pytest.mark.parametrize(
    ("row", "coding", "protein", "kind"),
    [
        (short("TP53", "R175H", **{"cds-effect": "524G&gt;A"}), "c.524G>A", "p.R175H", "snv"),
        (short("EGFR", "E746_A750del", **{"cds-effect": "2235_2249del15"}), "c.2235_2249del15",
         "p.E746_A750del", "indel"),
        (short("TERT", "promoter -124C&gt;T", **{"cds-effect": "-124C&gt;T"}), "c.-124C>T", None,
         "snv"),
        (short("MET", "splice site 3028+1G&gt;T", **{"cds-effect": "3028+1G&gt;T"}),
         "c.3028+1G>T", None, "snv"),
    ],
)  # fmt: skip
def test_names_of_changes(row: str, coding: str, protein: str | None, kind: str) -> None:
    (finding,) = report(row).findings
    assert (finding.hgvs_c, finding.hgvs_p, finding.kind) == (coding, protein, kind)
    assert finding.origin == "unknown"


@pytest.mark.parametrize(
    ("more", "polarity", "classification"),
    [
        ({"status": "known"}, "present", None),
        ({"status": "likely"}, "present", None),
        ({"status": "unknown"}, "present", "vus"),
        ({"status": "ambiguous"}, "present", "vus"),
        ({"equivocal": "true"}, "indeterminate", None),
    ],
)
def test_status(more: dict[str, str], polarity: str, classification: str | None) -> None:
    (finding,) = report(short("KRAS", "G12D", **more)).findings
    assert (finding.polarity, finding.classification) == (polarity, classification)


def test_uncertain_by_the_final_report() -> None:
    final = '<VariantProperty geneName="ATM" variantName="A1V" isVUS="true"/>'
    assert report(short("ATM", "A1V"), final=final).findings[0].classification == "vus"


@pytest.mark.parametrize(
    ("more", "share"),
    [
        ({"allele-fraction": "0.42"}, 42.0),
        ({"percent-reads": "0.5"}, 0.5),
        ({"percent-reads": "42.1", "allele-fraction": "0.4"}, 42.1),
        ({"allele-fraction": "many"}, None),
    ],
)
def test_share(more: dict[str, str], share: float | None) -> None:
    (finding,) = report(short("KRAS", "G12D", **more)).findings
    assert amount(finding)[0] == share


def test_silent_change_is_left_out() -> None:
    assert report(short("KRAS", "G12G"), short("NRAS", "Q61R")).findings[0].analyte == "NRAS"


def test_copies_and_rearrangements() -> None:
    found = report(
        '<copy-number-alteration gene="ERBB2" type="amplification" copy-number="12"/>'
        '<copy-number-alteration gene="MYC" type="amplification" copy-number="6" equivocal="true"/>'
        '<copy-number-alteration gene="CDKN2A" type="loss" copy-number="0" status="known"/>'
        '<rearrangement targeted-gene="ALK" other-gene="EML4" description="EML4-ALK fusion" '
        'type="fusion" status="known" in-frame="Yes"/>'
        '<rearrangement targeted-gene="NF1" other-gene="N/A" type="truncation" status="unknown"/>'
    ).findings
    assert [(f.analyte, f.kind, f.as_printed, f.polarity) for f in found] == [
        ("ERBB2", "cnv", "ERBB2 amplification", "present"),
        ("MYC", "cnv", "MYC amplification", "indeterminate"),
        ("CDKN2A", "cnv", "CDKN2A loss", "present"),
        ("ALK", "fusion", "EML4-ALK fusion", "present"),
        ("NF1", "fusion", "NF1 truncation", "present"),
    ]
    assert amount(found[0]) == (12.0, "copies", "copy number")
    assert found[4].classification == "vus"


@pytest.mark.parametrize(
    ("mark", "analyte", "polarity", "value"),
    [
        ('microsatellite-instability status="MSS"', "MSI", "absent_stated", None),
        ('microsatellite-instability status="MSI-H"', "MSI", "present", None),
        ('microsatellite-instability status="unknown"', "MSI", "indeterminate", None),
        ('tumor-mutation-burden status="high" score="22.7" unit="mutations-per-megabase"', "TMB",
         "present", 22.7),
        ('tumor-mutation-burden status="unknown" unit="mutations-per-megabase"', "TMB",
         "indeterminate", None),
        ('loss-of-heterozygosity status="low" score="8" unit="%"', "HRD", "absent_stated", 8.0),
    ],
)  # fmt: skip
def test_biomarkers(mark: str, analyte: str, polarity: str, value: float | None) -> None:
    (finding,) = report(f"<biomarkers><{mark}/></biomarkers>").findings
    assert (finding.analyte, finding.polarity, amount(finding)[0]) == (analyte, polarity, value)


def test_negatives_that_are_stated() -> None:
    final = "<PertinentNegative><Gene>RET</Gene></PertinentNegative>"
    assert facts(report(final=final)) == [("RET", "absent_stated", None, None)]


def test_final_report_alone() -> None:
    genes = (
        "<Genes><Gene><Name>BRAF</Name><Alterations><Alteration><Name>V600E</Name></Alteration>"
        "</Alterations></Gene><Gene><Name>MET</Name><Alterations><Alteration><Name>amplification"
        "</Name></Alteration></Alterations></Gene><Gene><Name>Microsatellite status</Name>"
        "<Alterations><Alteration><Name>MS-Stable</Name></Alteration></Alterations></Gene></Genes>"
    )
    found = read(HEAD + PMI.format(genes) + TAIL).findings
    assert [(f.analyte, f.kind, f.hgvs_p) for f in found] == [
        ("BRAF", "snv", "p.V600E"),
        ("MET", "cnv", None),
        ("MSI", "signature", None),
    ]


def test_failed_test_gives_no_results() -> None:
    found = report(short("KRAS", "G12D"), quality="Fail")
    assert (found.status, found.findings) == ("failed", ())


def test_personal_data() -> None:
    found = report(short("KRAS", "G12D"))
    assert {(i.kind, i.text) for i in found.identifiers} == {
        ("name", "Doe, Jane"),
        ("birth_date", "1960-01-02"),
        ("mrn", "4711"),
        ("accession", "ORD-1-01"),
        ("physician", "Dr. Who"),
    }
    assert (str(found.dates.collected), str(found.dates.received)) == ("2026-01-05", "2026-01-07")
    assert (found.specimens[0].site, found.test) == ("Lung", "FoundationOne CDx")
    assert "from birth" in told(found)


def test_family_of_a_blood_test() -> None:
    text = HEAD + PMI.format("").replace("FoundationOne CDx", "FoundationOne Liquid CDx") + TAIL
    assert read(text).family == "tumor_ngs_plasma"


def test_an_older_name_of_a_gene_is_shown_as_printed() -> None:
    (finding,) = report(short("WHSC1L1", "R594*")).findings
    assert finding.analyte == "NSD3"
    assert finding.as_printed.startswith("WHSC1L1 ")


def test_a_virus_by_its_number() -> None:
    rows = [f'<non-human organism="{name}" status="known"/>' for name in ("HHV-4", "HHV-6")]
    assert [(f.analyte, f.as_printed) for f in report(*rows).findings] == [("EBV", "HHV-4")]
