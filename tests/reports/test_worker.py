from __future__ import annotations

import logging
import os
import subprocess
import sys
import zlib
from pathlib import Path
from time import monotonic

import pytest

from pmchat.errors import ReportError
from pmchat.reports.progress import Stage
from pmchat.reports.read import read_text
from pmchat.reports.worker import read_safely
from pmchat.settings import ROOT

from .helpers import FILES, make_pdf

TEXT = (FILES / "lung_columns.txt").read_text()


def python(code: str) -> tuple[str, ...]:
    """A process that does something else than reading."""
    return (sys.executable, "-c", code)


def children() -> list[str]:
    """The processes that this one started and that are still there; none where /proc is not."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            fields = (folder / "stat").read_text().rsplit(")", 1)[1].split()
            command = (folder / "cmdline").read_text()
        except OSError:
            continue
        # The chat server of other tests stays for the whole session.
        mine = int(fields[1]) == os.getpid() and "chat_servers" not in command
        if mine and "python" in command:
            found.append(command)
    return found


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


def test_errors_of_the_reader_are_no_traceback(caplog: pytest.LogCaptureFixture) -> None:
    code = (
        "import pmchat.reports.worker as w\n"
        "def fail(data, name): raise ValueError('Jane Doe')\n"
        "w.read_report = fail\nw.main()"
    )
    caplog.set_level(logging.DEBUG)
    with pytest.raises(ReportError, match="stopped at this file"):
        read_safely(b"x", command=python(code))
    assert "ValueError at" in caplog.text
    assert "Jane" not in caplog.text


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("import time; time.sleep(60)", "too long"),
        ("import re; re.match('(a+)+$', 'a' * 60 + 'b')", "too long"),
        ('print(\'{"stage": "text"}\', flush=True); import time; time.sleep(60)', "too long"),
        ("import os; os.abort()", "stopped"),
        ("import ctypes; ctypes.string_at(0)", "stopped"),
        ("print('x' * 100)", "stopped"),
        ("raise SystemExit(0)", "stopped"),
        (
            "import pmchat.reports.worker as w\n"
            "w.read_report = lambda data, name: bytearray(3 << 30)\nw.main()",
            "memory",
        ),
    ],
)
def test_a_hostile_process_ends_in_one_line(code: str, words: str) -> None:
    began = monotonic()
    with pytest.raises(ReportError, match=words) as caught:
        read_safely(b"x", seconds={"text": 3, "pictures": 3}, command=python(code))
    assert "\n" not in str(caught.value)
    assert monotonic() - began < 20
    assert children() == []


def test_pictures_are_given_more_time() -> None:
    code = (
        "import pmchat.reports.worker as w, time\n"
        "from pmchat.reports.progress import tell\n"
        "def slow(data, name):\n"
        " tell('pictures')\n time.sleep(3)\n return w.read_text(data.decode())\n"
        "w.read_report = slow\nw.main()"
    )
    stages: list[Stage] = []
    given: dict[Stage, float] = {"text": 2.5, "pictures": 20}
    report = read_safely(TEXT.encode(), waiting=stages.append, seconds=given, command=python(code))
    assert report.findings
    assert set(stages) == {"text", "pictures"}


def test_a_caller_can_stop_it() -> None:
    def leave(_: Stage) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        read_safely(b"x", waiting=leave, command=python("import time; time.sleep(60)"))
    assert children() == []


def bomb(piece: bytes, size: int) -> bytes:
    """A stream that unpacks to `size` bytes."""
    packer = zlib.compressobj(9)
    block = piece * (1 + (1 << 20) // len(piece))
    packed = [packer.compress(block) for _ in range(size // len(block))]
    return b"".join(packed) + packer.flush()


def pdf(content: bytes, kids: bytes, count: int) -> bytes:
    """A PDF of one content stream, without a table of its objects."""
    return (
        b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Count " + str(count).encode() + b"/Kids[" + kids + b"]>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R"
        b"/Resources<</Font<</F 5 0 R>>>>>>endobj\n"
        b"4 0 obj<</Filter/FlateDecode/Length " + str(len(content)).encode() + b">>stream\n"
        + content + b"\nendstream endobj\n"
        b"5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n"
        b"trailer<</Root 1 0 R>>\n"
    )  # fmt: skip


SHOW = b"BT /F 8 Tf 10 700 Td (EGFR L858R 23%) Tj ET\n"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (pdf(bomb(b" ", 2 << 30), b"3 0 R", 1), "stopped"),
        (pdf(bomb(SHOW, 200 << 20), b"3 0 R", 1), "stopped"),
        (pdf(zlib.compress(SHOW), b"3 0 R " * 100_000, 100_000), "100000 pages"),
        (pdf(zlib.compress(SHOW), b"2 0 R " * 10, 10), "damaged"),
        (b'{"a":' * 1_000_000, "damaged"),
        (b"[" * 5_000_000, "damaged"),
        (b"\n" * 1_900_000 + b"Milk", "does not look like"),
    ],
    ids=["bomb", "text bomb", "pages", "loop", "deep JSON", "deep list", "blank lines"],
)
def test_hostile_files_end_in_one_line(data: bytes, words: str) -> None:
    began = monotonic()
    with pytest.raises(ReportError, match=words):
        read_safely(data, "a.pdf")
    assert monotonic() - began < 20
    assert children() == []


def test_the_process_starts_fast_and_light() -> None:
    code = (
        "import pmchat.reports.worker, sys; "
        "print([m for m in ('torch', 'streamlit', 'numpy', 'langchain') if m in sys.modules])"
    )
    said = subprocess.run(python(code), capture_output=True, text=True, check=True, cwd=ROOT)
    assert said.stdout == "[]\n"
