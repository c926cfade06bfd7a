from __future__ import annotations

import logging
import stat
from datetime import date, timedelta
from pathlib import Path

import pytest

from pmchat.feedback import DAYS, FILE, Feedback, FeedbackStore, read, rows

TODAY = date.today()
SAID = Feedback(
    day=TODAY,
    verdict="mistake",
    reason="out_of_date",
    about="tgt-egfr#what-is-it",
    outcome="answer",
    release="abc",
    cited=("tgt-egfr#what-is-it", "rep-vaf#compare"),
    question="zebra-blue words",
)


def _on_disk(var: Path) -> bytes:
    return b"".join(p.read_bytes() for p in var.iterdir())


def test_what_was_said_is_read_again_the_newest_first(tmp_path: Path) -> None:
    store = FeedbackStore(tmp_path / FILE)
    store.add(SAID)
    other = SAID.model_copy(update={"verdict": "helped", "reason": None, "question": ""})
    store.add(other)
    assert read(tmp_path) == [other, SAID]
    assert stat.S_IMODE((tmp_path / FILE).stat().st_mode) == 0o600


def test_reading_writes_nothing_where_nothing_was_said(tmp_path: Path) -> None:
    assert read(tmp_path) == []
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("how", ["start", "add"])
def test_after_its_time_no_word_of_it_is_in_the_file(tmp_path: Path, how: str) -> None:
    store = FeedbackStore(tmp_path / FILE)
    old = SAID.model_copy(update={"day": TODAY - timedelta(days=DAYS + 1)})
    store.add(old)
    assert b"zebra-blue" in _on_disk(tmp_path)
    if how == "start":
        FeedbackStore(tmp_path / FILE)
    else:
        store.add(SAID.model_copy(update={"question": ""}))
    assert b"zebra-blue" not in _on_disk(tmp_path)


def test_staff_read_it_in_plain_words() -> None:
    (row,) = rows([SAID])
    assert row["said"] == "mistake"
    assert row["why"] == "out of date"
    assert row["about"] == "tgt-egfr#what-is-it"
    assert row["question"] == "zebra-blue words"


def test_no_word_of_it_reaches_a_log(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "sqlalchemy.engine")
    FeedbackStore(tmp_path / FILE).add(SAID)
    assert "INSERT INTO told" in caplog.text
    assert "zebra" not in caplog.text
