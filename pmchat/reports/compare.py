"""The same thing measured in several reports, by day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from pmchat.i18n import N_, _
from pmchat.model import Finding, Folder, Part, Polarity, Value
from pmchat.reports.together import when
from pmchat.reports.variants import event_name, find_events, shorten

_CHANGES = frozenset({"snv", "indel", "cnv", "fusion", "gene"})
_FOUND_FIRST = ("present", "indeterminate", "absent_stated", "not_performed")


@dataclass(frozen=True)
class Point:
    """What one report says: an amount, or only whether the thing is there."""

    number: int
    when: date | None
    sample: str | None
    test: tuple[str, str | None, str | None]
    value: Value | None
    polarity: Polarity
    finding_id: str


@dataclass(frozen=True)
class Series:
    """One analyte over several reports, in order of days; those without a day come last."""

    analyte: str
    change: str
    label: str | None
    unit: str | None
    points: tuple[Point, ...]

    @property
    def mixed(self) -> bool:
        """Whether another test, laboratory or kind of sample stands behind some points."""
        return not all(same_test(self.points[0], p) for p in self.points[1:])


def same_test(one: Point, other: Point) -> bool:
    """Whether two amounts come from the same kind of test, laboratory and sample, as printed."""
    return None not in one.test and one.test == other.test


def compare(folder: Folder) -> list[Series]:
    """Everything that at least two reports speak of and at least two give a number for.

    Only amounts with the same label and unit stand in one series; changes of a gene are kept
    apart, and a report that says "not found" has its place beside the numbers of others.
    """
    keys = dict.fromkeys(
        _key(f) for p in folder.parts for f in p.report.findings if _number(f) is not None
    )
    series = (_series(folder, key) for key in keys)
    return [s for s in series if s is not None]


def _key(finding: Finding) -> tuple[str, str, str | None, str | None]:
    value = finding.value
    change = change_of(finding) if finding.kind in _CHANGES else ""
    return finding.analyte, change, value.label if value else None, value.unit if value else None


def change_of(finding: Finding) -> str:
    """The change in one spelling; empty for a gene alone."""
    if finding.hgvs_p:
        return shorten(finding.hgvs_p).replace("(", "").replace(")", "").removeprefix("p.")
    if finding.hgvs_c:
        return finding.hgvs_c
    return event_name(finding.as_printed) if find_events(finding.as_printed) else ""


def _number(finding: Finding) -> float | None:
    return finding.value.number if finding.value else None


def _series(folder: Folder, key: tuple[str, str, str | None, str | None]) -> Series | None:
    analyte, change, label, unit = key
    points: list[Point] = []
    for part in folder.parts:
        measured = [f for f in part.report.findings if _number(f) is not None and _key(f) == key]
        points += [_point(part, f) for f in measured or _unmeasured(part, analyte, change)]
    numbers = {p.number for p in points if p.value}
    if len(numbers) < 2 and not (numbers and len({p.number for p in points}) > 1):
        return None
    points.sort(key=lambda p: (p.when is None, p.when or date.max, p.number))
    return Series(analyte, change, label, unit, tuple(points))


def _unmeasured(part: Part, analyte: str, change: str) -> list[Finding]:
    """What a report without a number says of the thing, if that is clear."""
    said = [
        f
        for f in part.report.findings
        if f.analyte == analyte
        and _number(f) is None
        and f.polarity != "present"
        and (not change_of(f) or change_of(f) == change)
    ]
    return sorted(said, key=lambda f: _FOUND_FIRST.index(f.polarity))[:1]


def _point(part: Part, finding: Finding) -> Point:
    report = part.report
    specimens = {s.id: s for s in report.specimens}
    own = specimens.get(finding.specimen_id or "")
    sample = own.type if own else None
    day = (own.collected if own else None) or when(report)
    value = finding.value if _number(finding) is not None else None
    test = (report.family, report.laboratory, sample)
    return Point(part.number, day, sample, test, value, finding.polarity, finding.id)


def told(series: Series) -> Iterator[tuple[Point, str]]:
    """Each point with its amount in words, as it is printed: sign, number and unit kept."""
    for point in series.points:
        yield point, amount(point.value) if point.value else _(_WORDS[point.polarity])


def amount(value: Value) -> str:
    """An amount as people write it."""
    number = f"{value.number:g}" if value.number is not None else ""
    unit = value.unit or ""
    said = f"{number}{' ' if unit and unit != '+' else ''}{unit}"
    operator = value.operator or ""
    if operator in _SIGNS:
        return _(_SIGNS[operator]).format(amount=said)
    return operator + said


_SIGNS = {
    "<": N_("less than {amount}"),
    "<=": N_("at most {amount}"),
    ">": N_("more than {amount}"),
    ">=": N_("at least {amount}"),
}
_WORDS: dict[Polarity, str] = {
    "present": N_("found, no number"),
    "absent_stated": N_("not found by this test"),
    "indeterminate": N_("no clear result"),
    "not_performed": N_("not done"),
}
