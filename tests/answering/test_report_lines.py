"""Sentences on findings, as a chat model might write them."""

import pytest

from pmchat.answering.verify import verify
from pmchat.lexicon import Lexicon
from pmchat.model import Report, ReportCitation, Sentence
from pmchat.reports.read import read_report
from pmchat.settings import ROOT

FIXTURES = ROOT / "tests" / "golden" / "fixtures"


@pytest.fixture(scope="module")
def reports() -> dict[str, Report]:
    return {p.stem: read_report(p.read_bytes(), p.name) for p in sorted(FIXTURES.glob("*.txt"))}


def _holds(report: Report, lexicon: Lexicon, analytes: str, text: str) -> bool:
    cited = [f for f in report.findings if f.analyte in analytes.split()]
    citations = tuple(
        ReportCitation(finding_id=f.id, page=f.evidence.page, line=f.evidence.line,
                       quote=f.evidence.text)
        for f in cited
    )  # fmt: skip
    sentence = Sentence(text=text, role="report", citations=citations)
    return bool(verify([sentence], {}, report, lexicon)[0])


@pytest.mark.parametrize(
    ("name", "analytes", "text"),
    [
        ("lung", "EGFR", "Your report lists the EGFR change L858R."),
        ("lung", "EGFR", "An EGFR change was found, with a VAF of 22.4 %."),
        ("lung", "KRAS", "No reportable change was found in KRAS."),
        ("lung", "KRAS ALK", "No change was found in KRAS or ALK."),
        ("lung", "FAT1", "Your report calls the FAT1 change a variant of unknown significance."),
        ("lung", "MSI", 'Your report gives this MSI result: "Microsatellite status: MS-Stable".'),
        ("hereditary", "MSH2", "Your report calls the MSH2 change pathogenic."),
        ("hereditary", "MSH2", "Your report lists an MSH2 change in a single copy."),
    ],
)
def test_what_the_finding_says_may_be_said(
    reports: dict[str, Report], lexicon: Lexicon, name: str, analytes: str, text: str
) -> None:
    assert _holds(reports[name], lexicon, analytes, text)


@pytest.mark.parametrize(
    ("name", "analytes", "text"),
    [
        ("lung", "EGFR", "Your report lists an EGFR change, with a VAF of 32.4 %."),
        ("lung", "EGFR", "Your report lists the EGFR change T790M."),
        ("lung", "EGFR", "No EGFR change was found."),
        ("lung", "EGFR", "Your report lists an EGFR change in a single copy."),
        ("lung", "EGFR", "Your report lists a KRAS change."),
        ("lung", "EGFR", "Your report calls the EGFR change pathogenic."),
        ("lung", "EGFR", "Your report lists an inherited EGFR change."),
        ("lung", "EGFR", "Your report lists a somatic EGFR change."),
        ("lung", "EGFR", "Your report lists an EGFR change, so osimertinib may help."),
        ("lung", "EGFR", "Your report lists an EGFR change, which is good news."),
        ("lung", "EGFR", "You should ask about the EGFR change."),
        ("lung", "EGFR", 'Your report says of EGFR: "L858R, pathogenic".'),
        ("lung", "KRAS", "A KRAS change was found."),
        ("lung", "KRAS", "No reportable change was found in KRAS or NRAS."),
        ("lung", "KRAS", "No reportable change was found in ALK."),
        ("lung", "KRAS EGFR", "No reportable change was found in KRAS or EGFR."),
        ("lung", "FAT1", "Your report calls the FAT1 change benign."),
        ("lung", "MSI", "Your report says that MSI was not done."),
        ("lung", "BRCA2", "No change was found in BRCA2."),
        ("hereditary", "MSH2", "Your report calls the MSH2 change likely pathogenic."),
        ("hereditary", "MSH2", "Your report calls the MSH2 change benign."),
        ("hereditary", "MSH2", "Your report lists a somatic MSH2 change."),
        ("hereditary", "BRCA2", "Your report calls the BRCA2 change pathogenic."),
        ("hereditary", "MSH2 BRCA2", "Your report calls the MSH2 and BRCA2 changes pathogenic."),
    ],
)
def test_what_the_finding_does_not_say_is_dropped(
    reports: dict[str, Report], lexicon: Lexicon, name: str, analytes: str, text: str
) -> None:
    assert not _holds(reports[name], lexicon, analytes, text)
