"""Personal data that was found is kept out of everything else that a report gives."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from pmchat.model import Evidence, Finding, Identifier, Report, Specimen, TherapyLine
from pmchat.reports.genes import symbols
from pmchat.reports.identifiers import find_identifiers
from pmchat.reports.lines import Line, clean
from pmchat.reports.people import eponym_follows, parts_of, read_name

_PEOPLE = ("name", "physician")
_INTRODUCTION = re.compile(r"\b(?:(?P<sure>my name is)|i am|i'm|this is) (?=\S)", re.I)
_LETTERS = re.compile(r"\w|[ACGT]+", re.I)


def hide_names(lines: list[Line], identifiers: Iterable[Identifier]) -> list[Line]:
    """The lines with names of people blotted out, so that none is taken for a gene."""
    places: dict[tuple[int, int], list[str]] = {}
    for one in identifiers:
        if one.kind in (*_PEOPLE, "address"):
            places.setdefault((one.page, one.line), []).append(one.text)
    hidden = []
    for line in lines:
        text = line.text
        for name in places.get((line.page, line.number), []):
            text = text.replace(name, "#" * len(name))
        hidden.append(replace(line, text=text) if text != line.text else line)
    return hidden


def mask(text: str, identifiers: Iterable[Identifier]) -> str:
    """The text with every identifier replaced by its kind in brackets."""
    return _masker({one.text: one.kind for one in identifiers})(text)


def masked(report: Report) -> Report:
    """The report with personal data nowhere but in its `identifiers`.

    Names are hidden by their parts too, save those that are also words of the report.
    """
    hide = _hider(report)
    return report.model_copy(
        update={
            "laboratory": _maybe(hide, report.laboratory),
            "test": _maybe(hide, report.test),
            "diagnosis": _maybe(hide, report.diagnosis),
            "specimens": tuple(_specimen(hide, one) for one in report.specimens),
            "findings": tuple(_finding(hide, one) for one in report.findings),
            "therapies": tuple(_therapy(hide, one) for one in report.therapies),
            "limits": tuple(map(hide, report.limits)),
            "remarks": tuple(one for one in report.remarks if hide(one.text) == one.text),
            "warnings": tuple(map(hide, report.warnings)),
        }
    )


def without_persons(text: str, report: Report | None) -> str:
    """What a person typed, without personal data: the report's, and what shows by its form."""
    line = " ".join(text.split())
    found = find_identifiers([Line(1, 1, line, clean(line))])
    hidden = _without_introduction(mask(line, found))
    return _hider(report)(hidden) if report else hidden


def _without_introduction(text: str) -> str:
    """The text without the name after "my name is", or the two or more after "I am"."""
    for match in reversed(list(_INTRODUCTION.finditer(text))):
        span = read_name(text, match.end())
        if span and (match["sure"] or " " in text[slice(*span)].strip()):
            text = f"{text[: span[0]]}[name]{text[span[1] :]}"
    return text


def _hider(report: Report) -> Callable[[str], str]:
    """What hides the persons of a report in a text."""
    texts = [f"{f.evidence.text} {f.as_printed}" for f in report.findings]
    small = set(re.findall(r"\b[^\W\d_A-Z]\w+", " ".join(texts)))
    kinds = {
        part: one.kind
        for one in report.identifiers
        if one.kind in _PEOPLE
        for part in parts_of(one.text)
        if part.lower() not in small
    }
    return _masker(kinds | {one.text: one.kind for one in report.identifiers if _tells(one)})


def _masker(kinds: dict[str, str]) -> Callable[[str], str]:
    """What masks the given texts, each with its kind."""
    lower = {" ".join(text.split()).lower(): kind for text, kind in kinds.items()}
    lower.pop("", None)
    if not lower:
        return str
    longest = sorted(lower, key=len, reverse=True)
    words = "|".join(r"\s+".join(map(re.escape, one.split())) for one in longest)
    pattern = re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.I)

    def hidden(match: re.Match[str]) -> str:
        found = match.group()
        kind = lower.get(" ".join(found.split()).lower(), "name")
        word = kind in _PEOPLE and (found.islower() or eponym_follows(match.string, match.end()))
        return found if word else f"[{kind}]"

    return lambda text: pattern.sub(hidden, text)


def _tells(one: Identifier) -> bool:
    """Whether its text can be hidden: a sample named "A" or "TP53" must not hide a result."""
    return not _LETTERS.fullmatch(one.text) and (one.kind in _PEOPLE or one.text not in symbols())


def _maybe(hide: Callable[[str], str], text: str | None) -> str | None:
    return None if text is None else hide(text)


def _specimen(hide: Callable[[str], str], one: Specimen) -> Specimen:
    return one.model_copy(update={"type": _maybe(hide, one.type), "site": _maybe(hide, one.site)})


def _finding(hide: Callable[[str], str], one: Finding) -> Finding:
    return one.model_copy(
        update={
            "as_printed": hide(one.as_printed),
            "section": _maybe(hide, one.section),
            "evidence": _evidence(hide, one.evidence),
        }
    )


def _therapy(hide: Callable[[str], str], one: TherapyLine) -> TherapyLine:
    return one.model_copy(update={"evidence": _evidence(hide, one.evidence)})


def _evidence(hide: Callable[[str], str], one: Evidence) -> Evidence:
    return one.model_copy(update={"text": hide(one.text)})
