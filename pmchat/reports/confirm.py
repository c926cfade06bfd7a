"""What a person says of the findings read: right, not right, other than read, or missing."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from pmchat.errors import ReportError
from pmchat.i18n import _
from pmchat.model import Classification, Evidence, Finding, Polarity, Report, Value
from pmchat.reports.read import read_text

SURE = 0.7
"""A finding read with less confidence waits until the person has checked it."""

MAX_LINE = 400
_NUMBER = re.compile(
    r"(?<![\w.,])(?P<operator><=|>=|[<>≤≥])?\s?(?P<number>\d+(?:[.,]\d+)?)(?![\w.,]*\d)"
    r"\s?(?P<unit>%|mut/Mb|muts/Mb|m/MB)?",
    re.I,
)
_OPERATORS = {"≤": "<=", "≥": ">="}


def waiting(report: Report) -> list[Finding]:
    """The findings that are not used until the person has checked them."""
    return [f for f in report.findings if f.confidence < SURE]


def settled(report: Report) -> Report:
    """The report without the findings that still wait."""
    return _kept(report, lambda f: f.confidence >= SURE)


def confirm(report: Report, finding_id: str) -> Report:
    """The report with this finding held to be right."""
    return _changed(report, finding_id, lambda f: f.model_copy(update={"confidence": 1.0}))


def remove(report: Report, finding_id: str) -> Report:
    """The report without this finding, and without the drugs printed beside it alone."""
    return _kept(report, lambda f: f.id != finding_id)


def mend(
    report: Report,
    finding_id: str,
    polarity: Polarity,
    classification: Classification | None,
    value: Value | None,
) -> Report:
    """The report with this finding as the person reads it on the paper."""
    update = {
        "polarity": polarity,
        "classification": classification,
        "value": value,
        "confidence": 1.0,
        "by_person": "corrected",
    }
    return _changed(report, finding_id, lambda f: f.model_copy(update=update))


def printed_values(finding: Finding) -> list[Value]:
    """The amounts that the finding's line prints; only one of them can be its value.

    A number keeps the unit printed behind it and the label that the finding has already.
    """
    label = finding.value.label if finding.value else None
    found = [] if finding.value is None else [finding.value]
    for match in _NUMBER.finditer(finding.evidence.text):
        sign = match["operator"]
        value = Value(
            number=float(match["number"].replace(",", ".")),
            unit=_unit(match["unit"]),
            label=label,
            operator=_OPERATORS.get(sign, sign) if sign else None,
        )
        if value not in found:
            found.append(value)
    return found


def add(report: Report, text: str) -> Report:
    """The report with the findings of a line that the person copied from the paper.

    The line is read like any other text. Raises ReportError if it holds no finding.
    """
    line = " ".join(text.split())
    found = _read_line(line)
    if not found:
        raise _nothing_on_line()
    added = sum(f.by_person == "added" for f in report.findings)
    new = [_added(f, line, number) for number, f in enumerate(found, added + 1)]
    return report.model_copy(update={"findings": (*report.findings, *new)})


def reread(report: Report, finding_id: str, text: str) -> Report:
    """The report with this finding as it is read on its line as the person corrected it.

    What the line alone does not tell, for a heading above it does, stays as it was. Raises
    ReportError if the line is as it was or holds no other finding.
    """
    old = next(f for f in report.findings if f.id == finding_id)
    line = " ".join(text.split())
    if line == " ".join(old.evidence.text.split()):
        raise ReportError(
            _("The line is still as I read it."),
            _("Please change the letters or numbers that differ from your paper."),
        )
    beside = {_what(f) for f in report.findings if f is not old and f.evidence == old.evidence}
    found = [f for f in _read_line(line) if _what(f) not in beside]
    if not found:
        raise _nothing_on_line()
    told = _told_alone(old)
    taken = {f.id for f in report.findings} - {old.id}
    free = (i for i in (old.id, *(f"{old.id}-{n}" for n in range(2, 1000))) if i not in taken)
    new = [_corrected(f, old, told, line, id_) for f, id_ in zip(found, free, strict=False)]
    findings = tuple(x for f in report.findings for x in (new if f is old else [f]))
    drugs = tuple(t for t in report.therapies if t.analyte in {f.analyte for f in findings})
    return report.model_copy(update={"findings": findings, "therapies": drugs})


def _nothing_on_line() -> ReportError:
    return ReportError(
        _("I could not find a result on this line."),
        _("Please copy it as it is printed, with the name of the gene or marker."),
    )


def _read_line(line: str) -> tuple[Finding, ...]:
    """The findings of one line; raises ReportError if it is none or more than one."""
    if not line:
        raise ReportError(
            _("There is no line in the box."), _("Please copy one line from your paper.")
        )
    if len(line) > MAX_LINE:
        raise ReportError(
            _("This is more than one line."), _("Please copy one line from your paper at a time.")
        )
    try:
        return read_text(line).findings
    except ReportError:
        return ()


def _what(finding: Finding) -> tuple[str | None, ...]:
    """What tells two findings of one line apart."""
    return finding.analyte, finding.kind, finding.hgvs_c, finding.hgvs_p


def _told_alone(finding: Finding) -> dict[str, object]:
    """What the finding's line tells without the lines around it; like most lines, "found"."""
    line = " ".join(finding.evidence.text.split())
    try:
        alone = [f for f in _read_line(line) if _what(f) == _what(finding)]
    except ReportError:
        alone = []
    told: dict[str, object] = {
        "polarity": "present",
        "classification": None,
        "origin": "unknown",
        "section": None,
    }
    return {name: getattr(alone[0], name) for name in told} if alone else told


def _corrected(
    finding: Finding, old: Finding, told: dict[str, object], line: str, id_: str
) -> Finding:
    """A finding of a corrected line; what a heading told of the old one still holds."""
    stays = {n: getattr(old, n) for n, was in told.items() if getattr(finding, n) == was}
    update = {
        **stays,
        "id": id_,
        "specimen_id": old.specimen_id,
        "evidence": old.evidence.model_copy(update={"text": line}),
        "confidence": 1.0,
        "by_person": "corrected",
    }
    return finding.model_copy(update=update)


def _added(finding: Finding, line: str, number: int) -> Finding:
    update = {
        "id": f"a{number}",
        "specimen_id": None,
        "evidence": Evidence(page=1, line=1, text=line),
        "confidence": 1.0,
        "by_person": "added",
    }
    return finding.model_copy(update=update)


def _unit(printed: str | None) -> str | None:
    if printed is None:
        return None
    return "%" if printed == "%" else "mut/Mb"


def _changed(report: Report, finding_id: str, change: Callable[[Finding], Finding]) -> Report:
    findings = tuple(change(f) if f.id == finding_id else f for f in report.findings)
    changed = [f for f, new in zip(report.findings, findings, strict=True) if new.by_person]
    return report.model_copy(
        update={"findings": findings, "remarks": _without(report.remarks, changed)}
    )


def _kept(report: Report, keep: Callable[[Finding], bool]) -> Report:
    findings = tuple(f for f in report.findings if keep(f))
    gone = {f.analyte for f in report.findings} - {f.analyte for f in findings}
    therapies = tuple(t for t in report.therapies if t.analyte not in gone)
    dropped = [f for f in report.findings if f not in findings]
    return report.model_copy(
        update={
            "findings": findings,
            "therapies": therapies,
            "remarks": _without(report.remarks, dropped),
        }
    )


def _without(remarks: Sequence[Evidence], findings: Sequence[Finding]) -> tuple[Evidence, ...]:
    """The remarks that do not print a result that waits, was removed or was corrected."""
    lines = [f.evidence for f in findings]
    printed = [(f.printed, " ".join(e.text.split())) for f, e in zip(findings, lines, strict=True)]
    return tuple(
        r for r in remarks if not any(p in r.text or r.text in line for p, line in printed)
    )
