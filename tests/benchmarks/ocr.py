"""Reads reports from their pictures and counts what differs from the reading of their text.

Run: .venv/bin/python -m tests.benchmarks.ocr [name of a change ...]
The reports are four of the tests' own and, where they are at hand, the fixtures of the brief.
"""

from __future__ import annotations

import resource
import sys
import time
from collections import Counter
from dataclasses import dataclass, field

from pmchat.errors import ReportError
from pmchat.model import Finding, Report
from pmchat.reports.read import read_report

from ..reports.helpers import FILES, make_pdf
from ..reports.pictures import CHANGES, REPORTS, render, save
from ..reports.test_fixtures import FIXTURES

SURE = 0.7
LOOK_ALIKES = """Tumor profiling report (tissue NGS)
Patient: TEST, PERSON   Specimen: FFPE block

BRCAl   c.68_69delAG   VAF 31.2 %
K1T     D816V          VAF 12 %
BRAF    V6OOE          VAF 1.8 %
EGFR    p.L8S8R        VAF 18 %
P1K3CA  H1O47R         VAF 9 %
FGFRl amplification detected
IDHl    R132H          VAF 7 %"""
CORRECTED = {
    "BRCA1": "", "KIT": "", "BRAF": "p.V600E", "EGFR": "p.L858R", "PIK3CA": "", "FGFR1": "",
    "IDH1": "",
}  # fmt: skip


@dataclass
class Score:
    """What was counted over the pages of one change."""

    counts: Counter[str] = field(default_factory=Counter)
    seconds: list[float] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)


def main(names: list[str]) -> None:
    """Print a line for each change and each number of dots per inch."""
    pdfs = {p.stem: make_pdf(p.read_text(), font="helvetica") for p in sorted(FILES.glob("*.txt"))}
    pdfs |= {f"{p.stem} {font}": make_pdf(p.read_text(), font=font)
             for p in sorted(FIXTURES.glob("R?.txt")) for font in ("courier", "times")}  # fmt: skip
    pdfs |= REPORTS
    wanted = {name: read_report(pdf, "a.pdf") for name, pdf in pdfs.items()}
    print(f"{len(pdfs)} pages; findings: {sum(len(r.findings) for r in wanted.values())}")
    print(f"{'':22}recall named  wrong flipped  value(sure)  look-alikes  CPU s   MB")
    for change, alter in CHANGES.items():
        for dpi in (150, 200) if not names or change in names else ():
            score = Score()
            for name, pdf in pdfs.items():
                compare(wanted[name], save(alter(render(pdf, dpi))), score, name)
            look_alikes(save(alter(render(make_pdf(LOOK_ALIKES, font="helvetica"), dpi))), score)
            show(f"{change}, {dpi} dpi", score)


def compare(want: Report, picture: bytes, score: Score, name: str) -> None:
    """Count the findings of a picture against those of the text."""
    begun = time.process_time()
    try:
        got = read_report(picture, "a.png").findings
    except ReportError as error:
        got = ()
        score.missed.append(f"{name}: {error}")
    score.seconds.append(time.process_time() - begun)
    score.counts["all"] += len(want.findings)
    left = list(got)
    for finding in want.findings:
        same = [f for f in left if key(f) == key(finding)]
        near = same or [f for f in left if key(f)[:2] == key(finding)[:2]]
        score.counts["recall"] += bool(same)
        score.counts["named"] += bool(near)
        if near:
            left.remove(near[0])
        if not same:
            score.missed.append(f"{name}: {key(finding)} -> {[key(f) for f in near]}")
        if near and not same:
            score.counts["value"] += 1
            score.counts["value sure"] += altered(finding, near[0]) and near[0].confidence >= SURE
    polarities = {(f.analyte, f.polarity) for f in want.findings}
    analytes = {f.analyte for f in want.findings}
    for finding in left:
        if (finding.analyte, finding.polarity) in polarities:
            continue
        flipped = finding.analyte in analytes
        score.counts["flipped" if flipped else "wrong"] += finding.polarity in (
            "present", "absent_stated"
        )  # fmt: skip
        score.missed.append(f"{name}: UNWANTED {key(finding)} {finding.confidence} "
                            f"{finding.evidence.text!r}")  # fmt: skip


def key(f: Finding) -> tuple[object, ...]:
    """What must be alike."""
    value = (f.value.number, f.value.unit, f.value.operator) if f.value else None
    return f.analyte, f.polarity, f.hgvs_p, f.hgvs_c, value, f.classification


def altered(want: Finding, got: Finding) -> bool:
    """Whether something else is told, not only less."""
    return any(b is not None and a != b for a, b in zip(key(want), key(got), strict=True))


def look_alikes(picture: bytes, score: Score) -> None:
    """Count findings under a corrected name that say nothing of it."""
    for f in read_report(picture, "a.png").findings:
        change = CORRECTED.get(f.analyte)
        if change is not None and (f.hgvs_p or "").startswith(change) and f.confidence >= SURE:
            score.counts["corrected"] += 1
            score.missed.append(f"CORRECTED {key(f)} {f.confidence} {f.evidence.text!r}")


def show(title: str, score: Score) -> None:
    """Print one line, and what was missed to the error stream."""
    count = score.counts
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    mean = sum(score.seconds) / len(score.seconds)
    print(
        f"{title:22}{count['recall'] / count['all']:6.1%} {count['named'] / count['all']:5.1%} "
        f"{count['wrong']:6} {count['flipped']:7} {count['value']:6} ({count['value sure']}) "
        f"{count['corrected']:12} {mean:6.1f} {peak:5}",
        flush=True,
    )
    for line in score.missed:
        print(f"    {title}: {line}", file=sys.stderr)


if __name__ == "__main__":
    main(sys.argv[1:])
