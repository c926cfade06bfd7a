"""Time and memory of reading a report, by format and number of pages.

Run: .venv/bin/python -m tests.benchmarks.reading
Each reading has a process of its own, so that its memory is its own; its start is left out.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable

from pmchat.reports.read import read_report

from ..reports.data.test_vcf import TP53, row, vcf
from ..reports.documents import as_html, as_rtf, make_docx, word_paragraph
from ..reports.helpers import make_pdf
from ..reports.pictures import render, save, scanned_pdf
from ..reports.test_odt import make_odt

PAGES = (1, 5, 20, 40)
ROWS = 40
"""Rows on a page: the length of the tests' reports of one page."""


def main() -> None:
    """Print a row a format: seconds and megabytes beyond an empty reading, by pages."""
    print(f"| format | {' | '.join(f'{n} p.' for n in PAGES)} |")
    print(f"| --- |{' ---: |' * len(PAGES)}")
    for name in FORMATS:
        cells = [_measure(name, pages) for pages in PAGES if pages <= LIMITS.get(name, PAGES[-1])]
        cells += ["-"] * (len(PAGES) - len(cells))
        print(f"| {name} | {' | '.join(cells)} |", flush=True)


def _measure(name: str, pages: int) -> str:
    command = [sys.executable, "-m", "tests.benchmarks.reading", name, str(pages)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    seconds, megabytes, findings = json.loads(done.stdout)
    return f"{seconds:.2f} s, {megabytes} MB, {findings} f."


def one(name: str, pages: int) -> None:
    """Read one report and print its seconds of CPU, its memory and its findings."""
    data = FORMATS[name](pages)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    begun = time.process_time()
    report = read_report(data, "report")
    seconds = time.process_time() - begun
    beyond = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    print(json.dumps([seconds, beyond // 1024, len(report.findings)]))


def _lines(pages: int) -> list[str]:
    """A report of so many pages: its head once, then a change a row."""
    head = ["SOLID TUMOR GENE PANEL (tissue DNA)", "Reported: 2026-09-30", "", "GENOMIC FINDINGS"]
    genes = ["TP53", "KRAS", "PIK3CA", "ATM", "STK11", "APC"]
    count = pages * ROWS - len(head)
    rows = [f"{genes[i % 6]}  R{i + 20}H   VAF {i % 60 + 1}.{i % 10} %" for i in range(count)]
    return [*head, *rows]


def _text(pages: int) -> str:
    lines = _lines(pages)
    return "\f".join("\n".join(lines[i : i + ROWS]) for i in range(0, len(lines), ROWS))


def _vcf(pages: int) -> bytes:
    positions = range(7_577_000, 7_577_000 + pages * ROWS)
    return vcf(*(row(TP53).replace("32914437", str(place)) for place in positions)).encode()


FORMATS: dict[str, Callable[[int], bytes]] = {
    "text": lambda n: _text(n).encode(),
    "PDF": lambda n: make_pdf(_text(n)),
    "HTML": lambda n: as_html(_lines(n)),
    "DOCX": lambda n: make_docx("".join(map(word_paragraph, _lines(n)))),
    "ODT": lambda n: make_odt("".join(f"<text:p>{line}</text:p>" for line in _lines(n))),
    "RTF": lambda n: as_rtf(_lines(n)),
    "VCF": _vcf,
    "photo": lambda n: save(render(make_pdf(_text(n)), 150)),
    "scanned PDF": lambda n: scanned_pdf(*[render(make_pdf(_text(1)), 150) for _ in range(n)]),
}
LIMITS = {"photo": 1, "scanned PDF": 5}
"""The most pages of what is read by its picture."""

if __name__ == "__main__":
    if len(sys.argv) > 1:
        one(sys.argv[1], int(sys.argv[2]))
    else:
        main()
