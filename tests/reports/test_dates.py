from __future__ import annotations

import pytest

from pmchat.reports.dates import parse_date, read_dates
from pmchat.reports.lines import split_pages


@pytest.mark.parametrize(
    ("text", "order", "day"),
    [
        ("2026-08-11", None, "2026-08-11"),
        ("12-Aug-2026", None, "2026-08-12"),
        ("Aug 12, 2026", None, "2026-08-12"),
        ("06/15/2026", None, "2026-06-15"),
        ("15/06/2026", None, "2026-06-15"),
        ("06/07/2026", None, "None"),
        ("06/07/2026", "mdy", "2026-06-07"),
        ("06/07/2026", "dmy", "2026-07-06"),
        ("06.07.2026", None, "2026-07-06"),
        ("99/99/2026", None, "None"),
    ],
)
def test_parse(text: str, order: str | None, day: str) -> None:
    assert str(parse_date(text, order)) == day


def test_ambiguous_date_is_left_open_and_told() -> None:
    dates, warnings = read_dates(split_pages(["Collected: 06/07/2026   Reported: 2026-07-20"]))
    assert dates.collected is None
    assert str(dates.reported) == "2026-07-20"
    assert "06/07/2026" in warnings[0]


def test_stated_format_settles_all() -> None:
    dates, warnings = read_dates(
        split_pages(["Collected 06/15/2026 (MM/DD/YYYY)  Report date 07/01/2026"])
    )
    assert str(dates.reported) == "2026-07-01"
    assert not warnings
