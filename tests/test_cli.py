import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from fpdf import FPDF

from pmchat.answering import conversation
from pmchat.cli import main
from pmchat.retrieval.embedding import MiniLM
from pmchat.settings import ROOT
from tests.chat_servers import ScriptedServer

LUNG = ROOT / "tests" / "golden" / "fixtures" / "lung.txt"


@pytest.fixture(autouse=True)
def _use_test_release(built_var: Path, embedding: MiniLM, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PMCHAT_VAR", str(built_var))
    monkeypatch.setattr(conversation, "MiniLM", lambda: embedding)


def _run(capsys: pytest.CaptureFixture[str], *args: str) -> tuple[int, str, str]:
    try:
        code = main(list(args))
    except SystemExit as stop:
        code = int(stop.code or 0)
    out = capsys.readouterr()
    return code, out.out, out.err


def test_ask_gives_the_fixed_json(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = _run(capsys, "ask", "what does my EGFR mean", "--report", str(LUNG), "--json")
    answer = json.loads(out)
    assert code == 0
    assert set(answer) == {
        "id", "question", "outcome", "sentences", "sources", "questions_for_visit",
        "further_reading", "reading_grade", "generator", "release", "timings_ms",
    }  # fmt: skip
    assert answer["outcome"] == "answer"
    assert answer["generator"] == "compose"
    assert set(answer["sentences"][0]["citations"][0]) == {
        "kind", "finding_id", "page", "line", "quote",
    }  # fmt: skip
    passages = [c for s in answer["sentences"] for c in s["citations"] if c["kind"] == "passage"]
    assert set(passages[0]) == {"kind", "passage_id", "document_id", "quote", "sources"}
    assert set(answer["sources"][0]) == {
        "document_id", "sid", "organisation", "title", "url", "checked",
    }  # fmt: skip


def test_several_reports_are_named_in_the_answer(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    blood = tmp_path / "blood.txt"
    blood.write_text(
        "LIQUID BIOPSY (plasma)\nBlood collected 2026-06-02   Reported 2026-06-10\n"
        "EGFR  T790M   VAF 0.4 %\n"
    )
    question = "what does my EGFR mean"
    both = ["--report", str(LUNG), "--report", str(blood)]
    code, out, _ = _run(capsys, "ask", question, *both, "--json")
    said = [s["text"] for s in json.loads(out)["sentences"]]
    assert code == 0
    assert any(t.startswith("Your report 1 (") and "L858R" in t for t in said)
    assert any(t.startswith("Your report 2 (plasma collected June 2, 2026)") for t in said)
    batch = tmp_path / "batch.jsonl"
    batch.write_text(json.dumps({"question": question, "report": [str(LUNG), str(blood)]}))
    code, out, _ = _run(capsys, "ask", "--batch", str(batch))
    assert [s["text"] for s in json.loads(out)["sentences"]] == said


def test_ask_prints_plain_text_with_marks(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = _run(capsys, "ask", "what is a VUS")
    assert code == 0
    assert out.startswith("[answer]")
    assert "rep-vus#" in out


def test_a_batch_keeps_order_ids_and_history(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    batch = tmp_path / "batch.jsonl"
    turn = {"question": "what is EGFR", "answer": "EGFR is a gene."}
    rows = [
        {"id": "b", "question": "what is a VUS"},
        {"id": "a", "question": "what did it find", "report": str(LUNG)},
        {"id": "c", "question": "is it inherited?", "history": [turn]},
    ]
    batch.write_text("\n".join(json.dumps(r) for r in rows), encoding="utf-8")
    code, out, _ = _run(capsys, "ask", "--batch", str(batch))
    answers = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert [a["id"] for a in answers] == ["b", "a", "c"]
    assert "L858R" in answers[1]["sentences"][0]["text"]


def test_a_line_that_fails_does_not_stop_the_batch(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    batch = tmp_path / "batch.jsonl"
    rows = [{"id": "1", "question": " "}, {"id": "2", "question": "what is a VUS"}]
    batch.write_text("\n".join(json.dumps(r) for r in rows), encoding="utf-8")
    code, out, _ = _run(capsys, "ask", "--batch", str(batch))
    first, second = (json.loads(line) for line in out.splitlines())
    assert code == 2
    assert "empty" in first["error"]
    assert second["outcome"] == "answer"


def test_report_gives_the_fixed_json(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = _run(capsys, "report", str(LUNG), "--json")
    report = json.loads(out)
    assert code == 0
    assert set(report) == {
        "family", "language", "status", "laboratory", "test", "specimens", "dates", "findings",
        "therapies", "limits", "warnings", "identifiers",
    }  # fmt: skip
    assert report["family"] == "tumor_ngs_tissue"
    assert report["dates"]["reported"] == "2026-09-30"


def _encrypted_pdf() -> bytes:
    pdf = FPDF()
    pdf.set_encryption(owner_password="x", user_password="y")
    pdf.add_page()
    pdf.set_font("helvetica")
    pdf.cell(text="EGFR L858R detected")
    return bytes(pdf.output())


def _empty_page_pdf() -> bytes:
    pdf = FPDF()
    pdf.add_page()
    return bytes(pdf.output())


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.txt", b""),
        ("zero.pdf", b""),
        ("encrypted.pdf", _encrypted_pdf()),
        ("picture.pdf", _empty_page_pdf()),
        ("broken.pdf", b"%PDF-1.7\nbroken"),
        ("other.json", b'{"name": "no FHIR"}'),
        ("torn.json", b'{"resourceType": "Bundle", '),
        ("letter.txt", b"Dear neighbor, thank you for the cake. See you on Sunday."),
        ("large.txt", b"EGFR L858R detected\n" * 600_000),
        ("image.png", b"\x89PNG\r\n\x1a\n\x00\x00"),
    ],
)
def test_a_bad_file_ends_in_one_clear_line(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, name: str, content: bytes
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    code, out, err = _run(capsys, "report", str(path))
    assert code == 2
    assert out == ""
    assert err.startswith("pmchat: ")
    assert len(err.strip().splitlines()) == 1


@pytest.mark.parametrize(
    "args",
    [
        ("ask",),
        ("ask", ""),
        ("ask", "x" * 20_000),
        ("ask", "what is a VUS", "--batch", "x.jsonl"),
        ("ask", "--batch", "missing.jsonl"),
        ("ask", "what is a VUS", "--report", "missing.pdf"),
        ("report", "missing.pdf"),
        ("no-such-command",),
        ("evaluate", "missing.jsonl"),
    ],
)
def test_wrong_use_ends_with_code_2(
    capsys: pytest.CaptureFixture[str], args: tuple[str, ...]
) -> None:
    code, out, err = _run(capsys, *args)
    assert code == 2
    assert out == ""
    assert "Traceback" not in err


def test_a_missing_release_says_how_to_build_it(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PMCHAT_VAR", str(tmp_path))
    code, _, err = _run(capsys, "ask", "what is a VUS")
    assert code == 2
    assert "corpus build" in err


def test_corpus_status_lists_every_document(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = _run(capsys, "corpus", "status")
    assert code == 0
    assert "tgt-egfr" in out
    assert "draft" in out


def test_corpus_history_names_what_was_published(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = _run(capsys, "corpus", "history")
    assert code == 0
    assert "build" in out


def test_the_module_runs_as_a_program(built_var: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pmchat", "ask", ""],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={**os.environ, "PMCHAT_VAR": str(built_var)},
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr.strip() == "pmchat: The question is empty. Please type a question."


GOOD = (
    "A BRAF change is a change in a gene that helps pass growth signals inside the cells. [1]\n"
    "Cancer cells can get a signal to grow and divide that does not stop when BRAF is changed.[1]\n"
)


def test_ask_uses_a_local_model_and_a_remote_one_only_if_allowed(
    capsys: pytest.CaptureFixture[str], scripted: ScriptedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    question = ["ask", "what is a BRAF change", "--json"]
    scripted.plays(GOOD)
    monkeypatch.setenv("PMCHAT_MODEL", "openai:scripted")
    monkeypatch.setenv("PMCHAT_MODEL_URL", f"{scripted.url}/v1")
    _, out, err = _run(capsys, *question)
    assert json.loads(out)["generator"] == "openai:scripted"
    assert "remote" not in err
    # Not plainly this computer, so it counts as remote.
    monkeypatch.setenv("PMCHAT_MODEL_URL", f"{scripted.url.replace('127.0.0.1', '127.1')}/v1")
    code, out, err = _run(capsys, *question)
    assert (code, json.loads(out)["generator"]) == (0, "compose")
    assert "--allow-remote" in err
    assert len(scripted.bodies) == 1
    _, out, err = _run(capsys, *question, "--allow-remote")
    assert json.loads(out)["generator"] == "openai:scripted"


def test_a_batch_is_written_by_the_model_too(
    capsys: pytest.CaptureFixture[str],
    scripted: ScriptedServer,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    scripted.plays(GOOD)
    monkeypatch.setenv("PMCHAT_MODEL", "openai:scripted")
    monkeypatch.setenv("PMCHAT_MODEL_URL", f"{scripted.url}/v1")
    batch = tmp_path / "batch.jsonl"
    batch.write_text(json.dumps({"id": "a", "question": "what is a BRAF change"}))
    code, out, _ = _run(capsys, "ask", "--batch", str(batch))
    assert (code, json.loads(out)["generator"]) == (0, "openai:scripted")


def test_a_bad_model_setting_ends_in_one_line(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PMCHAT_MODEL", "qwen")
    code, out, err = _run(capsys, "ask", "what is a VUS")
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "PMCHAT_MODEL" in err
