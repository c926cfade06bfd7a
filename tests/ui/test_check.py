"""The person's check of what was read, and several reports, on the page itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from .helpers import ask, open_page, open_patient_pages, press, seen, text_of

REPORT = """Example tumor panel (made up)
Patient: DOE, JANE   MRN: 1234567   DOB 1960-05-06
Specimen: tissue    Collected: 2026-01-05    Reported: 2026-01-20
GENOMIC FINDINGS
BRAF   V600E   VAF 22.0 %
PERTINENT NEGATIVES No reportable alterations in: KRAS, NRAS
"""
DOUBTFUL = REPORT + "Comment: BRAF V600E not detected\n"
LATER = """LIQUID BIOPSY (plasma cell-free DNA)
Patient: DOE, JANE   DOB 1960-05-06
Blood collected 2026-06-02   Reported 2026-06-10
BRAF   V600E   VAF 1.5 %
"""


def _with(text: str) -> AppTest:
    app = open_page("chat")
    app.file_uploader[0].upload("a.txt", text.encode()).run()
    return app


def test_that_a_report_was_read_is_said(built: Path) -> None:
    app = open_patient_pages()
    app.file_uploader[0].upload("a.txt", REPORT.encode()).run()
    said = '<p role="status" tabindex="-1" id="pm-noted">Your report was read: 3 results.'
    assert said in text_of(app)
    assert "st-key-read-0-" in seen(app), "a keyboard goes on at what was read"


def test_what_is_wrong_with_a_file_is_said_where_it_was_given(built: Path) -> None:
    app = _with(REPORT)
    app.file_uploader[0].upload("b.txt", LATER.replace("1960-05-06", "1985-11-30").encode()).run()
    add = next(e for e in app.expander if e.label == "Add another report of the same person")
    said = " ".join(str(h.proto.body) for h in add.get("html"))
    assert "two different people" in said
    assert "The report that you just gave was not added." in said
    assert "Your report was read" not in text_of(app)


def test_two_results_of_one_gene_are_told_apart_by_their_change(built: Path) -> None:
    found = REPORT.replace("in: KRAS, NRAS", "in: NRAS")
    app = _with(found + "KRAS   G12C   VAF 3.0 %\nKRAS   Q61H   VAF 2.0 %\n")
    app.toggle[0].set_value(True).run()
    options = app.selectbox[0].options
    assert any(o.startswith("KRAS G12C:") for o in options)
    assert any(o.startswith("KRAS Q61H:") for o in options)


def test_one_button_confirms_the_whole_report(built: Path) -> None:
    app = _with(REPORT)
    press(app, "This matches my paper")
    assert "You said that this matches your paper." in text_of(app)
    assert "This matches my paper" not in [b.label for b in app.button]


def test_a_line_that_is_left_out_is_not_used_and_its_answer_goes(built: Path) -> None:
    app = _with(REPORT)
    ask(app, "What does my BRAF result mean?")
    assert "lists this BRAF change as found" in text_of(app)
    app.toggle[0].set_value(True).run()
    braf = next(o for o in app.selectbox[0].options if o.startswith("BRAF"))
    app.selectbox[0].select(braf).run()
    press(app, "Leave this line out")
    assert "An answer that used this line was removed." in text_of(app)
    ask(app, "What does my BRAF result mean?")
    words = text_of(app)
    assert "V600E" not in words
    assert "I found no result for BRAF in what I read of your report." in words


def test_a_corrected_line_is_told_as_corrected(built: Path) -> None:
    app = _with(REPORT)
    app.toggle[0].set_value(True).run()
    braf = next(o for o in app.selectbox[0].options if o.startswith("BRAF"))
    app.selectbox[0].select(braf).run()
    next(r for r in app.radio if r.label == "What is right?").set_value(
        "It says something else"
    ).run()
    box = next(s for s in app.selectbox if s.label == "My paper says")
    box.select("Looked for and not found, or normal")
    press(app, "Save what my paper says")
    assert "as you corrected it" in text_of(app)
    ask(app, "What does my BRAF result mean?")
    assert "As you corrected it, your report says that no change was found" in text_of(app)


def test_a_misread_name_is_corrected_in_its_line(built: Path) -> None:
    app = _with(REPORT.replace("BRAF   V600E", "BRCA1  V600E"))
    ask(app, "What does my BRCA1 result mean?")
    app.toggle[0].set_value(True).run()
    gene = next(o for o in app.selectbox[0].options if o.startswith("BRCA1"))
    app.selectbox[0].select(gene).run()
    what = next(r for r in app.radio if r.label == "What is right?")
    what.set_value("A name, letter or number on this line is misread").run()
    assert app.text_area[0].value == "BRCA1 V600E VAF 22.0 %"
    press(app, "Read this line again")
    assert "The line is still as I read it." in text_of(app)
    app.text_area[0].set_value("BRAF V600E VAF 22.0 %")
    press(app, "Read this line again")
    words = text_of(app)
    assert "An answer that used this line was removed." in words
    assert "Now I read: BRAF V600E: found or measured, amount 22 %." in words
    assert "<strong>BRAF</strong> (as you corrected it)" in words
    assert "BRCA1" not in words
    ask(app, "What does my BRAF result mean?")
    assert "As you corrected it, your report lists this BRAF change" in text_of(app)


def test_a_line_that_was_hard_to_read_can_be_corrected_at_once(built: Path) -> None:
    app = _with(DOUBTFUL)
    app.toggle[0].set_value(True).run()
    app.text_area[0].set_value("BRAF V600K VAF 22.0 %")
    press(app, "Read this line again")
    words = text_of(app)
    assert "Please check this line</h3>" in words, "one is left"
    assert "as you corrected it" in words


def test_a_missing_line_can_be_added(built: Path) -> None:
    app = _with(REPORT)
    app.toggle[0].set_value(True).run()
    app.selectbox[0].select("A result is missing").run()
    next(t for t in app.text_input).set_value("nothing of note")
    press(app, "Add this line")
    assert "I could not find a result on this line." in text_of(app)
    next(t for t in app.text_input).set_value("BRCA2 c.5946delT pathogenic variant detected")
    press(app, "Add this line")
    assert "as you added it" in text_of(app)
    ask(app, "What does my BRCA2 result mean?")
    assert "As you added it, your report lists this BRCA2 change" in text_of(app)
    assert "Your report, a line you added" in text_of(app)


def test_a_keyboard_goes_on_at_a_doubtful_line_and_the_picture_says_that_it_waits(
    built: Path,
) -> None:
    app = open_patient_pages()
    app.file_uploader[0].upload("a.txt", DOUBTFUL.encode()).run()
    page = seen(app)
    assert '<h3 tabindex="-1" id="pm-first-0">Please check this line (2 are left)' in page
    assert 'querySelector("#pm-first-0")' in page
    assert "Not in the picture yet, for a line of it was hard to read: BRAF." in page
    press(app, "Yes, my paper says this")
    press(app, "No, leave it out")
    assert "Not in the picture yet" not in seen(app)


def test_a_doubtful_line_is_asked_first_and_waits(built: Path) -> None:
    app = _with(DOUBTFUL)
    assert "Please check this line (2 are left)" in text_of(app)
    ask(app, "What does my BRAF result mean?")
    assert "A line of your report on BRAF was hard to read" in text_of(app)
    assert "lists this BRAF change as found" not in text_of(app)
    press(app, "Yes, my paper says this")
    press(app, "No, leave it out")
    assert "Please check this line" not in text_of(app)
    ask(app, "So what does my BRAF result mean?")
    assert "lists this BRAF change as found" in text_of(app)


def test_two_reports_are_told_apart_and_compared(built: Path) -> None:
    app = _with(REPORT)
    app.file_uploader[0].upload("b.txt", LATER.encode()).run()
    words = text_of(app)
    assert "cannot be compared straight" in words
    assert "not found by this test" not in words
    ask(app, "What does my BRAF result mean?")
    words = text_of(app)
    assert "Your report 1 (tissue collected January 5, 2026) lists this BRAF change" in words
    assert "Your report 2 (plasma collected June 2, 2026) lists this BRAF change" in words
    assert "Your report 2, line 4" in words
    press(app, "Remove all my reports")
    assert "V600E" not in text_of(app)


@pytest.mark.parametrize(
    ("second", "what"),
    [
        (LATER.replace("1960-05-06", "1985-11-30"), "two different people"),
        (REPORT, "This report is here already."),
        (
            REPORT.replace("(made up)", "AMENDED REPORT").replace("22.0", "21.0"),
            "Report 1 is not used in answers.",
        ),
    ],
)
def test_what_does_not_belong_together_is_said(built: Path, second: str, what: str) -> None:
    app = _with(REPORT)
    app.file_uploader[0].upload("b.txt", second.encode()).run()
    assert what in text_of(app)


def test_what_only_one_report_names_is_listed(built: Path) -> None:
    app = _with(REPORT)
    assert "Only in report" not in text_of(app)
    app.file_uploader[0].upload("b.txt", (LATER + "TP53   R175H   VAF 0.9 %\n").encode()).run()
    words = text_of(app)
    assert "<h3>Only in report 2</h3><ul><li>TP53 R175H</li></ul>" in words
    assert "Only in report 1" not in words, "BRAF V600E stands on both"
    assert "need not be new or gone" in words


def test_a_line_left_out_does_not_come_back_with_the_same_file(built: Path) -> None:
    app = _with(REPORT)
    app.toggle[0].set_value(True).run()
    braf = next(o for o in app.selectbox[0].options if o.startswith("BRAF"))
    app.selectbox[0].select(braf).run()
    press(app, "Leave this line out")
    app.file_uploader[0].upload("again.txt", REPORT.encode()).run()
    assert "This report is here already." in text_of(app)
    assert "V600E" not in text_of(app)


def test_pictures_have_their_words_and_hide_what_is_personal(built: Path) -> None:
    page = seen(_with(REPORT.replace("Collected:", "Laboratory: Jane Doe Lab   Collected:")))
    pictures = page.split('<img class="pm-picture"')[1:]
    assert len(pictures) == 2
    assert all('alt="' in p for p in pictures)
    assert "BRAF V600E: 22 %" in page
    assert "DOE" not in page
    assert "1234567" not in page
