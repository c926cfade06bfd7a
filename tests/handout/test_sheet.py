from __future__ import annotations

from pmchat.handout.sheet import DRAFT, MADE, sheet_of

from .visits import DAY, REASON, RESULT, visit_of


def test_the_order_is_the_persons_and_each_reason_names_its_source() -> None:
    sheet = sheet_of(visit_of(1, "How much will I pay?"), DAY)
    assert [i.question[:3] for i in sheet.items] == ["1. ", "2. "]
    assert sheet.items[0].why == f"Why it matters: {REASON}"
    assert sheet.items[0].source == "Source: National Cancer Institute (NCI); checked November 2026"
    assert sheet.items[1].why == sheet.items[1].source == ""
    assert sheet.made == "Made on November 28, 2026"


def test_the_report_is_on_the_page_only_if_asked() -> None:
    visit = visit_of(1)
    assert sheet_of(visit, DAY).results == ()
    asked = visit.model_copy(update={"results": (RESULT,)})
    assert sheet_of(asked, DAY).results == (RESULT,)


def test_reasons_can_be_left_out_and_the_draft_note_goes_with_them() -> None:
    visit = visit_of(2)
    assert sheet_of(visit, DAY).footer == f"{MADE} {DRAFT}"
    bare = sheet_of(visit.model_copy(update={"with_why": False}), DAY)
    assert all(not i.why and not i.source for i in bare.items)
    assert bare.footer == MADE
