"""A report read in a process of its own, which is stopped when it takes too much.

`read_safely` is the caller's side, `main` that of the process. The file goes in
through standard input; word of the stage, then a report or an error come back
as lines of JSON. Nothing is written to a disk or shown on a command line.
"""

from __future__ import annotations

import logging
import os
import re
import signal
import subprocess
import sys
import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from time import monotonic
from typing import IO

from pydantic import ValidationError

from pmchat.errors import ReportError
from pmchat.i18n import N_, _
from pmchat.model import Frozen, Report
from pmchat.reports.progress import Stage, listening
from pmchat.reports.read import MAX_BYTES, TOO_LARGE, read_report, read_text
from pmchat.settings import ROOT

SECONDS: Mapping[Stage, float] = {"text": 20, "pictures": 90}
"""The time allowed from the start until the end of each stage."""
MEMORY = 1024 * 1024 * 1024
"""Bytes beyond those that the process has when it begins to read."""

_COMMAND = (sys.executable, "-m", "pmchat.reports.worker")
_LONGEST_LINE = 32 * 1024 * 1024
_MOST_LINES = 1000
_PAUSE = 0.2
_STATM = Path("/proc/self/statm")

_TOO_SLOW = (
    N_("Reading this report took too long and was stopped."),
    N_("Please use only the pages with the results, or paste their text."),
)
_TOO_BIG = (
    N_("Reading this report needed too much memory and was stopped."),
    N_("Please use only the pages with the results, or paste their text."),
)
_STOPPED = (
    N_("The reader stopped at this file; the file may be damaged."),
    N_("Download it again, or paste the text of the report."),
)
_log = logging.getLogger(__name__)


class _Request(Frozen):
    """The first line to the process; the bytes follow."""

    name: str
    pasted: bool


class _Message(Frozen):
    """One line from the process."""

    stage: Stage | None = None
    report: Report | None = None
    error: tuple[str, str] | None = None
    failed: str | None = None


def _nothing(_: Stage) -> None:
    pass


def read_safely(
    given: bytes | str,
    name: str = "",
    *,
    waiting: Callable[[Stage], None] = _nothing,
    seconds: Mapping[Stage, float] = SECONDS,
    command: Sequence[str] = _COMMAND,
) -> Report:
    """Reads a file or a pasted text like `read_report` and `read_text`, but never for long.

    `waiting` is called several times a second with what is read; an error that
    it raises ends the reading. Raises ReportError, also when time or memory ran out.
    """
    data = given.encode("utf-8", "replace") if isinstance(given, str) else given
    if len(data) > MAX_BYTES:
        raise ReportError(*map(_, TOO_LARGE))
    header = _Request(name=name, pasted=isinstance(given, str)).model_dump_json().encode()
    with _answers(command, header + b"\n" + data) as lines:
        return _report(lines, waiting, seconds)


def _report(
    lines: SimpleQueue[bytes], waiting: Callable[[Stage], None], seconds: Mapping[Stage, float]
) -> Report:
    """Waits for the report until the time of the stage is up."""
    stage: Stage = "text"
    began = monotonic()
    while monotonic() - began < seconds[stage]:
        waiting(stage)
        try:
            message = _Message.model_validate_json(lines.get(timeout=_PAUSE))
        except Empty:
            continue
        except ValidationError:
            break
        if message.report is not None:
            return message.report
        if message.error is not None:
            raise ReportError(*message.error)
        if message.stage is None:
            # Kind and place of the error only: its words could be those of the report.
            _log.info("reader failed: %s", re.sub(r"[^\w.:< ]", "", message.failed or "")[:300])
            break
        stage = message.stage
    else:
        raise ReportError(*map(_, _TOO_SLOW))
    raise ReportError(*map(_, _STOPPED))


@contextmanager
def _answers(command: Sequence[str], request: bytes) -> Iterator[SimpleQueue[bytes]]:
    """The lines that the process says; it is gone when the block is left."""
    process = subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=ROOT,
    )
    lines: SimpleQueue[bytes] = SimpleQueue()
    assert process.stdin is not None
    assert process.stdout is not None
    talk = Thread(target=_talk, args=(process.stdin, process.stdout, request, lines), daemon=True)
    talk.start()
    try:
        yield lines
    finally:
        process.kill()
        process.wait()
        talk.join()
        process.stdout.close()


def _talk(into: IO[bytes], out: IO[bytes], request: bytes, lines: SimpleQueue[bytes]) -> None:
    """Hands the request over and queues what comes back, at last an empty line."""
    with suppress(OSError), into:
        into.write(request)
    for _count in range(_MOST_LINES):
        line = out.readline(_LONGEST_LINE)
        lines.put(line)
        if not line:
            return
    lines.put(b"")


# ---------------------------------------------------------------- the process


def main() -> None:
    """Reads the request from standard input and answers in lines on standard output."""
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints stays out of the answer
    _limit()
    request = _Request.model_validate_json(sys.stdin.buffer.readline())
    data = sys.stdin.buffer.read()

    def say(message: _Message) -> None:
        out.write(message.model_dump_json(exclude_defaults=True).encode("utf-8") + b"\n")
        out.flush()

    try:
        with listening(lambda stage: say(_Message(stage=stage))):
            message = _Message(report=_read(request, data))
    except ReportError as error:
        message = _Message(error=(error.what, error.mend))
    except MemoryError:
        message = _Message(error=(_(_TOO_BIG[0]), _(_TOO_BIG[1])))
    except Exception as error:
        message = _Message(failed=_place(error))
    say(message)


def _read(request: _Request, data: bytes) -> Report:
    if request.pasted:
        return read_text(data.decode("utf-8"))
    return read_report(data, request.name)


def _place(error: Exception) -> str:
    frames = traceback.extract_tb(error.__traceback__)[-4:]
    where = " < ".join(f"{Path(f.filename).name}:{f.lineno}" for f in reversed(frames))
    return f"{type(error).__name__} at {where}"


def _limit() -> None:
    """Sets the limits that the system itself holds, where it has them.

    The alarm ends a process whose caller died before it could stop it.
    """
    if sys.platform == "win32":
        return
    import resource  # not on every platform

    signal.alarm(int(max(SECONDS.values())) + 10)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    with suppress(ValueError, OSError):  # some systems know the limit but do not take it
        most = _in_use() + MEMORY
        resource.setrlimit(resource.RLIMIT_DATA, (most, most))


def _in_use() -> int:
    """The bytes of data of this process; 0 where the system does not tell."""
    try:
        pages = int(_STATM.read_text("ascii").split()[5])
    except OSError:
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")


if __name__ == "__main__":
    main()
