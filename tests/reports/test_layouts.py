"""PDF pages as laboratories lay them out, read as a person reads them."""

from __future__ import annotations

import pytest

from pmchat.reports.read import read_report

from . import last_layouts, more_layouts  # noqa: F401 - theirs join those of `layouts`
from .layouts import LAYOUTS, Read


def read_off(data: bytes) -> list[Read]:
    return [
        (f.analyte, f.polarity[0], f.hgvs_p, f.value.number if f.value else None)
        for f in read_report(data, "a.pdf").findings
    ]


@pytest.mark.parametrize("name", LAYOUTS)
def test_layout_is_read_as_a_person_reads_it(name: str) -> None:
    make, expected = LAYOUTS[name]
    assert sorted(read_off(make()), key=str) == sorted(expected, key=str)
