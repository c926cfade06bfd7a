"""PDF pages as laboratories lay them out, read as a person reads them."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from time import monotonic

import pytest

from pmchat.errors import ReportError
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


PDFS = Path(__file__).parents[2].parent / "shared" / "data" / "malformed" / "pdf"


@pytest.mark.skipif(not PDFS.is_dir(), reason="the shared broken PDFs are missing")
@pytest.mark.parametrize("path", sorted(PDFS.glob("*.pdf")), ids=lambda p: str(p.name))
def test_broken_pdfs_end_in_a_report_or_a_calm_refusal(path: Path) -> None:
    start = monotonic()
    with suppress(ReportError):
        read_report(path.read_bytes(), path.name)
    assert monotonic() - start < 20
