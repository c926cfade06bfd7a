"""The dates of a report; one that can be read two ways is left open."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from pmchat.i18n import _
from pmchat.model import ReportDates
from pmchat.reports.lines import Line

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
DATE = (
    r"(\d{4}[-/.](?:\d{1,2}|" + _MONTH + r")[-/.]\d{1,2}|\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|"
    r"\d{1,2}[ /-]" + _MONTH +
        r"\.?,?[ /-]\d{4}|"
    + _MONTH + r"(?:\.? |-)\d{1,2}(?:st|nd|rd|th)?(?:,? |-)\d{4}|\d{1,2}/\d{1,2}/\d{2}(?!\d))"
)  # fmt: skip
MONTH_OF_YEAR = (
    rf"(?:{_MONTH}\.? (?:19|20)\d\d|(?:0?[1-9]|1[0-2])/(?:19|20)\d\d"
    r"|(?:19|20)\d\d-(?:0[1-9]|1[0-2]))"
)
_GAP = (
    r"(?:[ \t]*(?:date|on|time|/time|by lab|in lab|specimen"
    r"|sample)){0,3}[ \t]*(?:\([^)\d]*\))?[ \t]*[:=]?[ \t|]*"
)
_LABELS: tuple[tuple[str, str], ...] = (
    ("amended", r"(?:amended|amendment|corrected|revised|addendum)(?: report| on| date)*"),
    ("collected", r"(?:collected|collection|(?:blood )?draw(?:n)?|date of collection"
                  r"|specimen date|sample date|obtained|biopsy date|date collected|taken(?=\s*:))"),
    ("received", r"(?:received|accessioned|receipt|date received)"),
    ("reported", r"(?:reported|report date|date of report|date reported|report issued|issued"
                 r"|signed(?: out)?|finali[sz]ed|completed|resulted|date created|report)"),
)  # fmt: skip
_FORMATS = re.compile(
    r"\b(MM/DD/YY(?:YY)?|DD[/.-]MM[/.-]YY(?:YY)?|month/day/year"
    r"|day/month/year)\b",
    re.I,
)

DAY_OF_YEAR = (
    rf"(?:(\d{{1,2}})(?:\.? |[-/])({_MONTH})|({_MONTH})(?:\.? |[-/])(\d{{1,2}}))(?![\w./-])"
)
_OF_YEAR = re.compile(DAY_OF_YEAR, re.I)
_DATE = re.compile(rf"(?<![\w.]){DATE}(?!\w)", re.I)
_MONTH_OF_YEAR = re.compile(rf"(?<![\w./-])({MONTH_OF_YEAR})(?![\w/-])", re.I)
_NUMBERS = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/\d{4}(?!\d)")
_LAST_MONTH = 12


def read_dates(lines: list[Line]) -> tuple[ReportDates, list[str]]:
    """The dates printed beside their labels, and warnings for those left open."""
    text = "\n".join(line.text for line in lines if not _birth_only(line.text))
    order = _order("\n".join(line.text for line in lines))
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
            year = max(numbers)
            return date(year, _MONTHS.index(month.group()[:3].lower()) + 1, day)
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


def without_day(text: str) -> str | None:
    """The words around a day, or a month of a year; None when neither is named."""
    match = _DATE.search(text) or _OF_YEAR.search(text) or _MONTH_OF_YEAR.search(text)
    return None if match is None else f"{text[: match.start()]} {text[match.end() :]}"


def latest(texts: Sequence[str]) -> int | None:
    """Which of the texts names the last day, or month; None where they have no order.

    Days without a year are in order when they rise, or fall, from text to text.
    """
    found = [_DATE.search(text) for text in texts]
    if all(found):
        ways = [[parse_date(m[1], order) for m in found if m] for order in ("mdy", "dmy")]
        known = [[day for day in way if day is not None] for way in ways]
        places = {days.index(max(days)) for days in known if len(set(days)) == len(texts)}
        return places.pop() if len(places) == 1 else None
    months = [month for text in texts if (month := month_of(text)) is not None]
    if texts and len(months) == len(texts):
        return months.index(max(months)) if len(set(months)) == len(texts) else None
    days_of_year = [_day_of_year(text) for text in texts]
    rising = [d for d in days_of_year if d is not None]
    if len(set(rising)) < len(texts):
        return None
    ordered = sorted(rising)
    return len(texts) - 1 if rising == ordered else 0 if rising == ordered[::-1] else None


def month_of(text: str) -> tuple[int, int] | None:
    """The year and month that a text names; None where it is open which number is the month."""
    if day := _DATE.search(text):
        parsed = parse_date(day[1])
        return (parsed.year, parsed.month) if parsed else None
    match = _MONTH_OF_YEAR.search(text)
    if match is None:
        return None
    year, *rest = sorted(map(int, re.findall(r"\d+", match[1])), reverse=True)
    return year, rest[0] if rest else _MONTHS.index(match[1][:3].lower()) + 1


def _day_of_year(text: str) -> tuple[int, int] | None:
    match = _OF_YEAR.search(text)
    if match is None:
        return None
    month = (match[2] or match[3])[:3].lower()
    return _MONTHS.index(month), int(match[1] or match[4])


def _order(text: str) -> str | None:
    """Which of day and month comes first: as stated, or as a date with a day above 12 shows."""
    match = _FORMATS.search(text)
    if match is not None:
        return "mdy" if match[1].lower().startswith("m") else "dmy"
    printed = [(int(first), int(second)) for first, second in _NUMBERS.findall(text)]
    ways = {"dmy" if first > _LAST_MONTH else "mdy" for first, second in printed
            if first > _LAST_MONTH or second > _LAST_MONTH}  # fmt: skip
    return ways.pop() if len(ways) == 1 else None


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
