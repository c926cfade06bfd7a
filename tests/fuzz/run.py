"""Fuzzes one reader with hypothesis: `python -m tests.fuzz.run text --minutes 10`.

A reading must end in a Report whose JSON reads back, or in a ReportError, and in
time. What breaks that rule is printed, and its input kept in the folder `--keep`.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from pmchat.errors import ReportError
from pmchat.model import Report
from tests.fuzz.readers import READERS, Reader


def main() -> int:
    """Runs until the time is up; returns the number of inputs that broke the rule."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("reader", choices=sorted(READERS))
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--keep", type=Path, help="folder for inputs that broke the rule")
    args = parser.parse_args()
    reader = READERS[args.reader]
    ends = time.monotonic() + 60 * args.minutes
    broken: dict[str, bytes] = {}
    outcomes: Counter[str] = Counter()
    while time.monotonic() < ends:
        _round(reader, ends, broken, outcomes)
    for what, data in broken.items():
        print(what)
        if args.keep:
            args.keep.mkdir(parents=True, exist_ok=True)
            (args.keep / hashlib.sha256(data).hexdigest()[:12]).write_bytes(data)
    print(f"{args.reader}: {sum(outcomes.values())} inputs, {dict(outcomes)}, {len(broken)} broken")
    return min(len(broken), 1)


def _round(reader: Reader, ends: float, broken: dict[str, bytes], outcomes: Counter[str]) -> None:
    """A few hundred inputs; they are not made smaller, so that more are tried."""

    @settings(
        max_examples=300,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(inputs(reader))
    def one(data: bytes) -> None:
        if time.monotonic() < ends:
            outcome = attempt(reader, data)
            outcomes[outcome.split(" at ")[0]] += 1
            if outcome not in ("report", "refused"):
                broken.setdefault(outcome, data)

    one()


def attempt(reader: Reader, data: bytes) -> str:
    """What became of one input: report, refused, slow, or the error and its place."""
    began = time.process_time()
    try:
        report = reader.read(data)
        if Report.model_validate_json(report.model_dump_json()) != report:
            return "does not read back"
        outcome = "report"
    except ReportError:
        outcome = "refused"
    except Exception as error:
        last = error.__traceback__
        while last is not None and last.tb_next is not None:
            last = last.tb_next
        place = f"{Path(last.tb_frame.f_code.co_filename).name}:{last.tb_lineno}" if last else ""
        return f"{type(error).__name__} at {place}"
    return "slow" if time.process_time() - began > reader.seconds else outcome


@st.composite
def inputs(draw: Any, reader: Reader) -> bytes:
    """A seed that was cut, doubled, joined with another, or had words put in."""
    seeds = _seeds(reader)
    data = draw(st.sampled_from(seeds))
    for _ in range(draw(st.integers(0, 6))):
        a, b = sorted(draw(st.integers(0, len(data))) for _ in range(2))
        change = draw(st.integers(0, 5))
        if change == 0:
            data = data[:a] + data[b:]
        elif change == 1:
            data = data[:b] + data[a:b] * draw(st.integers(1, 4)) + data[b:]
        elif change == 2:
            data = data[:a] + draw(st.sampled_from(seeds))[a:]
        elif change == 3:
            data = data[:a] + draw(st.binary(max_size=8)) + data[a:]
        elif change == 4:
            data = data[:a] + draw(st.text(max_size=12)).encode("utf-8", "replace") + data[a:]
        else:
            data = data[:a] + draw(st.sampled_from(reader.words)) + data[a:]
    return bytes(data[:400_000])


def _seeds(reader: Reader) -> list[bytes]:
    if reader not in _LOADED:
        _LOADED[reader] = [*reader.seeds(), b""]
    return _LOADED[reader]


_LOADED: dict[Reader, list[bytes]] = {}

if __name__ == "__main__":
    sys.exit(main())
