"""The dates of a report; one that can be read two ways is left open."""

from __future__ import annotations

import re
from datetime import date

from pmchat.i18n import _
from pmchat.model import ReportDates
from pmchat.reports.lines import Line

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
DATE = (
    r"(\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{1,2}[ -]" + _MONTH +
        r"\.?,?[ -]\d{4}|"
    + _MONTH + r"(?:\.? |-)\d{1,2}(?:st|nd|rd|th)?(?:,? |-)\d{4}|\d{1,2}/\d{1,2}/\d{2}(?!\d))"
)  # fmt: skip
_GAP = (
    r"(?:[ \t]*(?:date|on|time|/time|by lab|in lab|specimen"
    r"|sample)){0,3}[ \t]*(?:\([^)\d]*\))?[ \t]*[:=]?[ \t|]*"
)
_LABELS: tuple[tuple[str, str], ...] = (
    ("amended", r"(?:amended|amendment|corrected|revised|addendum)(?: report| on| date)*"),
    ("collected", r"(?:collected|collection|(?:blood )?draw(?:n)?|date of collection"
                  r"|specimen date|sample date|obtained|biopsy date|date collected)"),
    ("received", r"(?:received|accessioned|receipt|date received)"),
    ("reported", r"(?:reported|report date|date of report|date reported|report issued|issued"
                 r"|signed(?: out)?|finali[sz]ed|completed|resulted|date created|report)"),
)  # fmt: skip
_FORMATS = re.compile(
    r"\b(MM/DD/YY(?:YY)?|DD[/.-]MM[/.-]YY(?:YY)?|month/day/year"
    r"|day/month/year)\b",
    re.I,
)


def read_dates(lines: list[Line]) -> tuple[ReportDates, list[str]]:
    """The dates printed beside their labels, and warnings for those left open."""
    text = "\n".join(line.text for line in lines if not _birth_only(line.text))
    order = _order(text)
    found: dict[str, date] = {}
    open_dates: list[str] = []
    for name, label in _LABELS:
        for match in re.finditer(rf"\b{label}{_GAP}{DATE}", text, re.I):
            if name == "reported" and re.search(
                r"previous|original|prior", text[max(0, match.start() - 12) : match.start()], re.I
            ):
                continue
            day = parse_date(match[1], order)
            if day is None:
                open_dates.append(match[1])
            elif name not in found or name == "amended":
                found[name] = day
                if name != "amended":
                    break
    return ReportDates(**found), _warnings(open_dates)


def parse_date(text: str, order: str | None = None) -> date | None:
    """A printed date; None when day and month could be swapped and no format is stated."""
    text = text.strip()
    numbers = [int(n) for n in re.findall(r"\d+", text)]
    month = re.search(r"[A-Za-z]{3,}", text)
    try:
        if month and month.group()[:3].lower() in _MONTHS:
            day = next(n for n in numbers if n <= 31)
            return date(numbers[-1], _MONTHS.index(month.group()[:3].lower()) + 1, day)
        first, second, third = numbers
        if first > 31:
            return date(first, second, third)
        year = third if third > 99 else 2000 + third
        if "." in text and order is None:
            order = "dmy"
        if first > 12 or order == "dmy":
            return date(year, second, first)
        if second > 12 or order == "mdy" or first == second:
            return date(year, first, second)
    except (ValueError, StopIteration):
        return None
    return None


def _order(text: str) -> str | None:
    match = _FORMATS.search(text)
    if match is None:
        return None
    return "mdy" if match[1].lower().startswith("m") else "dmy"


def _birth_only(text: str) -> bool:
    return bool(re.search(r"\b(?:DOB|birth)\b", text, re.I)) and not re.search(
        r"collect|report|receiv", text, re.I
    )


def _warnings(open_dates: list[str]) -> list[str]:
    said = _(
        "The date {day} can be read in two ways: it is not clear which number is the month. It "
        "was left out."
    )
    return [said.format(day=day) for day in dict.fromkeys(open_dates)]
