"""A report to ask about, read once."""

import pytest

from pmchat.model import Report
from pmchat.reports.read import read_text
from pmchat.settings import ROOT


@pytest.fixture(scope="session")
def lung() -> Report:
    folder = ROOT / "tests" / "golden" / "fixtures"
    return read_text((folder / "lung.txt").read_text("utf-8"))


@pytest.fixture(scope="session")
def hereditary() -> Report:
    folder = ROOT / "tests" / "golden" / "fixtures"
    return read_text((folder / "hereditary.txt").read_text("utf-8"))
