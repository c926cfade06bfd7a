"""No name, number or address of a report leaves it: not in findings, answers, traces or logs."""

from __future__ import annotations

import json
import logging
from pathlib import Path

import pytest

from pmchat.answering.conversation import Answerer
from pmchat.cli import main
from pmchat.model import Question
from pmchat.reports.read import read_text
from tests.reports.headers import HEADERS, Header

RESULTS = (
    "\nResults for {secret}\nGENOMIC FINDINGS\nEGFR L858R detected in the sample of {secret}, VAF "
    "23 %\n{secret}: KRAS not detected\nPD-L1 TPS 80 % ({secret})\nTMB 4 mut/Mb\n"
)
QUESTIONS = ("What did my report find?", "What does EGFR mean for me?", "Who is the patient?")


def with_results(header: Header) -> str:
    """A report that repeats a name of its header in the lines of its results."""
    return header.text + RESULTS.format(secret=header.secret[0])


@pytest.mark.parametrize("header", HEADERS, ids=lambda h: h.name)
def test_only_the_identifiers_name_a_person(
    header: Header, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    report = read_text(with_results(header))
    assert {"EGFR", "KRAS"} <= {f.analyte for f in report.findings}
    read = report.model_dump_json(exclude={"identifiers"})
    plain = json.dumps(json.loads(read), ensure_ascii=False)
    assert [s for s in header.secret if s in plain or s in caplog.text] == []


@pytest.mark.parametrize("header", HEADERS[::7], ids=lambda h: h.name)
def test_answers_and_traces_name_no_one(
    header: Header, answerer: Answerer, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    report = read_text(with_results(header))
    for text in QUESTIONS:
        answer = answerer.answer(Question(text=text, report=report))
        told = f"{answer!r} {caplog.text}"
        assert [s for s in header.secret if s in told] == []


def test_the_command_line_names_no_one(
    tmp_path: Path,
    built_var: Path,
    capsys: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PMCHAT_VAR", str(built_var))
    caplog.set_level(logging.DEBUG)
    header = HEADERS[0]
    path = tmp_path / "report.txt"
    path.write_text(with_results(header), encoding="utf-8")
    assert main(["ask", QUESTIONS[0], "--report", str(path), "--json"]) == 0
    out = capsys.readouterr()
    assert "L858R" in out.out
    told = out.out + out.err + caplog.text
    assert [s for s in header.secret if s in told] == []
