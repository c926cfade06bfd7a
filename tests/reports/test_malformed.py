"""Broken and hostile files of others; skipped where the shared folder is missing."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from time import process_time

import pytest

from pmchat.errors import ReportError
from pmchat.model import Report
from pmchat.reports.read import read_report
from pmchat.reports.worker import read_safely
from pmchat.settings import ROOT

FOLDER = ROOT.parent / "shared/data/malformed"
FILES = sorted(p for p in FOLDER.rglob("*") if p.is_file())

SECONDS = 60
"""Of the processor, three times the 20 seconds that a reading may last: machines differ so much.
How long a process may run by the clock is the worker's own matter."""

pytestmark = pytest.mark.skipif(not FILES, reason=f"{FOLDER} is missing")


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.name)
def test_every_file_ends_in_a_report_or_one_line(path: Path) -> None:
    began = process_time()
    _ends_well(read_report, path)
    assert process_time() - began < SECONDS


@pytest.mark.parametrize("path", FILES[::16], ids=lambda p: p.name)
def test_so_it_does_in_a_process(path: Path) -> None:
    _ends_well(read_safely, path)


def _ends_well(read: Callable[[bytes, str], Report], path: Path) -> None:
    try:
        report = read(path.read_bytes(), path.name)
        ended_well = bool(report.findings or report.warnings)
    except ReportError as error:
        ended_well = bool(error.mend) and "\n" not in str(error) and "too long" not in error.what
    assert ended_well


def test_the_command_line_says_it_in_one_line() -> None:
    command = [sys.executable, "-m", "pmchat", "report", str(FILES[0]), "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.startswith("pmchat: ")
    assert done.stderr.count("\n") == 1
