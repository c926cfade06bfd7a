"""Several reports of one person read as one, each still told apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from pmchat.errors import ReportError
from pmchat.i18n import _, day
from pmchat.model import Finding, Folder, Part, Report, Specimen
from pmchat.reports.dates import parse_date
from pmchat.reports.identifiers import two_people

MAX_REPORTS = 8


def together(reports: Sequence[Report], waiting: Iterable[str] = ()) -> Folder:
    """The reports as one; with two or more, ids get the number of the report before them.

    A corrected version takes the place of the report that it corrects. `waiting` names
    analytes whose lines were left out. Raises ReportError for two people's reports.
    """
    if _of_two_people(reports):
        raise ReportError(
            _("These reports seem to be of two different people: names or birth dates differ."),
            _("Please use only reports of one person."),
        )
    old = replaced(reports)
    several = len(reports) > 1
    numbered = [(n, r) for n, r in enumerate(reports, 1) if n not in old]
    parts = [Part(number=n, report=_marked(r, n) if several else r) for n, r in numbered]
    latest = max((p.report for p in parts), key=lambda r: when(r) or date.min)
    said = [w for p in parts for w in p.report.warnings]
    said += [replaced_warning(o, n) for o, n in old.items()]
    return Folder(
        **dict(latest)
        | {
            "specimens": tuple(s for p in parts for s in p.report.specimens),
            "findings": tuple(f for p in parts for f in p.report.findings),
            "therapies": tuple(t for p in parts for t in p.report.therapies),
            "limits": tuple(dict.fromkeys(x for p in parts for x in p.report.limits)),
            "remarks": tuple(dict.fromkeys(m for p in parts for m in p.report.remarks)),
            "warnings": tuple(dict.fromkeys(said)),
            "identifiers": tuple(i for r in reports for i in r.identifiers),
            "parts": tuple(parts),
            "waiting": tuple(dict.fromkeys(waiting)),
        }
    )


def part_of(report: Report | None, finding_id: str | None) -> Part | None:
    """The report that a finding stands in, if several were brought."""
    if not isinstance(report, Folder) or not finding_id or "." not in finding_id:
        return None
    number = int(finding_id.split(".")[0].removeprefix("r"))
    return next((p for p in report.parts if p.number == number), None)


def part_saying(report: Report | None, page: int, line: int, text: str) -> Part | None:
    """The report that prints a remark, if several were brought."""
    parts = report.parts if isinstance(report, Folder) else ()
    said = ((p, r) for p in parts for r in p.report.remarks)
    found = (p for p, r in said if (r.page, r.line, r.text) == (page, line, text))
    return next(found, None) if len(parts) > 1 else None


def name_of(part: Part, specimen_id: str | None) -> str:
    """What a report of several is called: its number, sample and day."""
    report = part.report
    specimen = next((s for s in report.specimens if s.id == specimen_id), None)
    collected = (specimen.collected if specimen else None) or report.dates.collected
    kind = specimen.type if specimen else None
    facts = [kind or (_("sample") if collected else "")]
    if collected:
        facts.append(_("collected {day}").format(day=day(collected)))
    elif report.dates.reported:
        facts.append(_("reported {day}").format(day=day(report.dates.reported)))
    said = " ".join(f for f in facts if f)
    name = _("report {number} ({facts})") if said else _("report {number}")
    return name.format(number=part.number, facts=said)


def when(report: Report) -> date | None:
    """The day that a report stands for: its sample's, else the report's own."""
    collected = [s.collected for s in report.specimens if s.collected]
    dates = report.dates
    return dates.collected or (max(collected) if collected else None) or dates.reported


def replaced(reports: Sequence[Report]) -> dict[int, int]:
    """The numbers of reports that a later version or a twin replaces, each with that one's.

    A version is known by its state (amended) and the same sample; a twin says just the same.
    """
    old: dict[int, int] = {}
    for number, report in enumerate(reports, 1):
        for other_number, other in enumerate(reports, 1):
            if number == other_number or other_number in old:
                continue
            twin = number > other_number and report.findings == other.findings
            if (twin and _facts(report) == _facts(other)) or _corrects(other, report):
                old[number] = other_number
                break
    return old


def _of_two_people(reports: Sequence[Report]) -> bool:
    """Whether names, record numbers or birth dates (as far as they can be read) disagree."""
    if two_people([i for r in reports for i in r.identifiers]):
        return True
    births = [
        {parse_date(i.text) for i in r.identifiers if i.kind == "birth_date"} for r in reports
    ]
    clear = [days for days in births if days and None not in days]
    return any(not a & b for a in clear for b in clear)


def _corrects(later: Report, earlier: Report) -> bool:
    """Whether one report is a corrected version of the other."""
    if later.status != "amended" or not _same_sample(later, earlier):
        return False
    if earlier.status != "amended":
        return True
    days = later.dates.amended, earlier.dates.amended
    return days[0] is not None and days[1] is not None and days[0] > days[1]


def _same_sample(one: Report, other: Report) -> bool:
    """The same case number, or the same test of one laboratory on a sample of the same day."""
    if one.family != other.family:
        return False
    cases = [{i.text for i in r.identifiers if i.kind == "accession"} for r in (one, other)]
    if cases[0] and cases[1]:
        return bool(cases[0] & cases[1])
    labs = {r.laboratory for r in (one, other)} - {None}
    same_day = one.dates.collected is not None and one.dates.collected == other.dates.collected
    return same_day and len(labs) <= 1


def _facts(report: Report) -> tuple[object, ...]:
    return report.family, report.laboratory, report.dates


def replaced_warning(old: int, new: int) -> str:
    """What to say of a report that a later version or a twin replaces."""
    return _(
        "Report {newer} is a newer version of report {older}, or the same report. Report {older} "
        "is not used in answers."
    ).format(newer=new, older=old)


def _marked(report: Report, number: int) -> Report:
    """The report with its number before every id of a finding or sample."""

    def marked(id_: str | None) -> str | None:
        return f"r{number}.{id_}" if id_ else None

    def finding(one: Finding) -> Finding:
        ids = {"id": marked(one.id), "specimen_id": marked(one.specimen_id)}
        return one.model_copy(update=ids)

    def specimen(one: Specimen) -> Specimen:
        return one.model_copy(update={"id": marked(one.id)})

    return report.model_copy(
        update={
            "findings": tuple(finding(f) for f in report.findings),
            "specimens": tuple(specimen(s) for s in report.specimens),
        }
    )
