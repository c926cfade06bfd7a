from __future__ import annotations

import pytest

from pmchat.errors import ReportError
from pmchat.reports.read import read_report

from .helpers import read

BOMB = (
    '<?xml version="1.0"?><!DOCTYPE b [<!ENTITY a "aaaa"><!ENTITY c "&a;&a;&a;">]>'
    "<ResultsReport><FinalReport><PMI>&c;</PMI></FinalReport></ResultsReport>"
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('<?xml version="1.0"?><invoice><total>3</total></invoice>', "no kind of report"),
        ("<variant-report><short-variants>", "damaged"),
        ("<ResultsReport><FinalReport><PMI></FinalReport></ResultsReport>", "damaged"),
        (BOMB, "not safe"),
        ('<!DOCTYPE x SYSTEM "file:///etc/passwd"><variant-report/>', "not safe"),
    ],
)
def test_refusals(text: str, words: str) -> None:
    with pytest.raises(ReportError) as caught:
        read(text)
    assert words in caught.value.what


def test_page_of_the_web_is_not_taken_for_data() -> None:
    with pytest.raises(ReportError) as caught:
        read("<html><body>Milk and bread</body></html>")
    assert "XML" not in caught.value.what


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
def test_declared_encoding_need_not_be_true(encoding: str) -> None:
    text = (
        '<?xml version="1.0" encoding="utf-16"?><variant-report specimen="J\u00fcrgen">'
        '<short-variant gene="KRAS" protein-effect="G12D"/></variant-report>'
    )
    report = read_report(text.encode(encoding), "file")
    assert [f.hgvs_p for f in report.findings] == ["p.G12D"]
