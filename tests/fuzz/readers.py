"""What is fuzzed: a reader, the seeds that its inputs are grown from, and words to grow them with.

A further reader is one more line of `READERS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from pmchat.model import Report
from pmchat.reports.read import read_report, read_text
from pmchat.settings import ROOT
from tests.reports.helpers import FILES, make_pdf

SHARED = ROOT.parent / "shared"


@dataclass(frozen=True)
class Reader:
    """How one kind of report is read, and where its seeds are; a folder may be missing."""

    read: Callable[[bytes], Report]
    seeds: Callable[[], Iterable[bytes]]
    words: tuple[bytes, ...] = ()


def files(*patterns: str) -> Callable[[], Iterable[bytes]]:
    """The files of the project's tests and of the shared folder that fit the patterns."""

    def seeds() -> Iterable[bytes]:
        for root in (ROOT / "tests", ROOT / "knowledge/samples", SHARED):
            for pattern in patterns:
                for path in sorted(root.rglob(pattern)):
                    if path.stat().st_size < 300_000:
                        yield path.read_bytes()

    return seeds


def _pdfs() -> Iterable[bytes]:
    for path in sorted(Path(FILES).glob("*.txt")):
        yield make_pdf(path.read_text(encoding="utf-8"))
    yield from files("*.pdf")()


def _text(data: bytes) -> Report:
    return read_text(data.decode("utf-8", "replace"))


def _file(data: bytes) -> Report:
    return read_report(data, "report")


_WORDS = tuple(
    word.encode()
    for word in (
        "EGFR", "not detected", "no evidence of", "L858R", "c.2573T>G", "VAF 23 %", "(", ")", "|",
        "\t", "    ", "\n\n", "\f", "Patient:", "DOB", "MRN", "*1/*2", "PD-L1", "MSI", "::", "%",
        "\u200b", "\u202e", "\u0301", "1" * 400, "Version 2", "Gene  Variant  VAF\n", "null",
        '{"resourceType":', "[", "]", "}", '"valueQuantity":', "1e999", "-0", "\ufb01", "\0",
    )
)  # fmt: skip

READERS = {
    "text": Reader(_text, files("*.txt"), _WORDS),
    "pdf": Reader(_file, _pdfs, (*_WORDS, b"endobj", b"stream\n", b"/Kids", b"/Filter", b"<<")),
    "fhir": Reader(_file, files("*.json"), _WORDS),
}
