"""Short cases in everyday words, and of tables whose signs and wrapped cells hold the result."""

from __future__ import annotations

import pytest

from pmchat.reports.read import read_text

from .helpers import agree, read

USUAL = [
    "THE REMAINING GENES READ AS USUAL",
    "The rest of the panel came back normal",
    "Unremarkable at all targets",
    "Nothing found in",
    "Nothing of note in these genes:",
    "Sought and not met with",
    "3. All clear",
    "As expected",
    "Quiet genes",
    "No concerns in these genes",
    "All other genes: clear",
    "Other markers with nothing of note",
    "Genes read and found unremarkable",
    "Looked at, nothing turned up",
    "Good news: checked here, nothing seen",
    "Genes that look as they should",
    "Targets without surprises",
    "Tested in vain",
    "No surprises at:",
]
UNUSUAL = [
    "Unclear genes",
    "Not all clear",
    "Genes that do not read as usual",
    "Nothing found in the first sample",
    "Nothing found in the blood of others:",
    "Anything but quiet",
    "Genes of concern",
    "Other surprises",
]
UNREAD = [
    "The rest of your genes could not be read",
    "D. No statement can be made",
    "Could not be read",
    "Not readable in this sample",
    "LINES WITHOUT AN ANSWER",
    "Gaps",
    "What we could not read",
    "Genes left without a result",
    "No result possible",
]


@pytest.mark.parametrize("title", USUAL)
def test_a_list_below_a_title_that_all_is_as_usual(title: str) -> None:
    body = f"TP53 R175H 12%\n\n{title}\nEGFR  KRAS  BRAF\nALK fusion\n"
    wanted = "TP53 present 12%; EGFR absent; KRAS absent; BRAF absent; ALK absent"
    assert agree(read(body), wanted) is None
    chips = f"TP53 R175H 12%\n\n{title}\n\n* EGFR\n* KRAS any\n* BRAF V600E\n* ALK fusion\n"
    assert agree(read(chips), wanted) is None


@pytest.mark.parametrize("title", UNUSUAL)
def test_no_list_below_a_title_that_tells_another_thing(title: str) -> None:
    report = read(f"TP53 R175H 12%\n\n{title}\nEGFR  KRAS  BRAF\n")
    assert [f.analyte for f in report.findings] == ["TP53"]


@pytest.mark.parametrize("title", UNREAD)
def test_a_list_below_a_title_that_nothing_could_be_read(title: str) -> None:
    body = f"TP53 R175H 12%\n\n{title}\n- STK11 exon 1\n- PMS2: a look-alike gene\n- NRG1 fusion\n"
    wanted = "TP53 present 12%; STK11 not_done; PMS2 not_done; NRG1 not_done"
    assert agree(read(body), wanted) is None


@pytest.mark.parametrize(
    "title",
    [
        "E. Changes of unknown meaning (not to be used for treatment)",
        "Variants we cannot yet interpret",
        "Findings of open significance",
        "Variants nobody can explain yet",
    ],
)
def test_changes_below_a_title_that_nobody_knows_their_meaning(title: str) -> None:
    body = f"{title}\nNOTCH3 c.3691C>T p.(Arg1231Cys) 47.9%\n\nWhat was changed\nKRAS G12D 5%\n"
    assert agree(read(body), "NOTCH3 present vus; KRAS present no_class") is None


def test_a_title_in_plain_words_ends_with_its_paragraphs() -> None:
    gaps = "Gaps\n- PMS2 exon 15\n\n- STK11 exon 1\n\n"
    after = "About CHEK2\nCompare the chapter on AXIN2.\n"
    assert agree(read(gaps + after), "PMS2 not_done; STK11 not_done") is None
    clear = "As expected\nEGFR, KRAS\n\nLater words\nKIT, MET and RET are on the panel.\n"
    assert agree(read(clear), "EGFR absent; KRAS absent") is None
