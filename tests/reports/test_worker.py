from __future__ import annotations

import subprocess
import sys
from time import monotonic

import pytest

from pmchat.errors import ReportError
from pmchat.reports.progress import Stage
from pmchat.reports.read import read_text
from pmchat.reports.worker import read_safely

from .helpers import FILES, make_pdf

TEXT = (FILES / "lung_columns.txt").read_text()


def python(code: str) -> tuple[str, ...]:
    """A process that does something else than reading."""
    return (sys.executable, "-c", code)


def test_same_report_as_without_a_process() -> None:
    assert read_safely(TEXT) == read_safely(TEXT.encode(), "a.txt") == read_text(TEXT)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (b"", "empty"),
        (" ", "no text"),
        (b"Milk and a newspaper", "does not look like"),
        (make_pdf("KRAS: wild-type", password="x"), "password"),
        (b"x" * (10 * 1024 * 1024 + 1), "10 MB"),
    ],
)
def test_same_errors_as_without_a_process(given: bytes | str, words: str) -> None:
    with pytest.raises(ReportError, match=words):
        read_safely(given)
