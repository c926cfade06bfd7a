"""Personal data on a report: found so that its owner sees it and no one else does."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pmchat.model import Identifier
from pmchat.reports.labels import DAY, LABELS, PATIENT, Label, Span
from pmchat.reports.lines import Line
from pmchat.reports.people import eponym_follows, is_clinician, parts_of, read_name

_GAP = re.compile(r"[\s.]*[:=#|]?[\s.#:|]*")
_CELL = re.compile(r"[^\s|](?:(?!\s{2}|[|\t]).)*")
_TITLED = re.compile(r"\b(?:Dra?|DR|Prof)\b\.? (?=\S)")
_ADDRESSED = re.compile(
    r"\b(?:M(?:r|rs|s|iss|x|me)|Frau|Herrn?|Monsieur|Madame|Sra?|Srta|Sig(?:ra)?)\b\.? (?=\S)"
    r"|\b(?:Hello|Hi|Dear|Hallo|Liebe[r]?|Bonjour|Hola|Estimad[oa]|Ch(?:er|\u00e8re)),? (?=\S)"
    r"|\b[Pp]repared for[ .:]{1,40}(?=\S)"
)
_DEGREE = re.compile(
    r"((?:[^\W\d_a-z][\w.'\u2019-]{0,30},? ){1,3}[^\W\d_a-z][\w'\u2019-]{1,30}),? "
    r"(?:M\.D\.|MD|D\.O\.|Ph\.?D\b\.?|FACMG|FCAP|L?CGC)(?!\w)(?!,? \d{5})"
)
_PLACE_WORD = re.compile(r"\b(?:CLIA|Lab\w*|Genomics|Health|Inc|Street|Suite|University)\b")
_BESIDE_NAME = re.compile(
    rf"[\s,|(]{{0,40}}(?P<sex>(?i:female|male|[FMWD])\b[)\s,|/]{{0,20}})?(?:DOB:? ?|\*)?"
    rf"(?:(?P<day>{DAY})|(?P<label>MRN\b|DOB\b)"
    r"|(?P<age>\d{1,3} ?(?:yrs?|years?|y/?o|y)\b|(?<=/ )\d{1,3}\b|(?<=/)\d{1,3}\b))"
)
_CITY = re.compile(r"\s*([^\W\d_a-z][\w .'-]{1,30},? [A-Z]{2} \d{5}(?:-\d{4})?)")
_STREET = (
    r"\b(\d{1,6} (?:(?:[NSEW]|North|South|East|West)\.? )?[A-Z][\w.'-]{0,30}"
    r"(?: [A-Z][\w.'-]{0,30}){0,3} (?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Ln|Drive"
    r"|Dr|Court|Ct|Way|Place|Pl|Parkway|Pkwy|Terrace|Circle)\b\.?(?:,? (?:Apt|Suite|Unit|#)\.? ?"
    r"\w+)?(?:,? [A-Z][A-Za-z .]{1,30},? [A-Z]{2} \d{5}(?:-\d{4})?)?)"
    r"|\b([^\W\d_a-z]\w{2,30}(?:stra\u00dfe|strasse|str\.|weg|platz|allee|gasse) \d{1,4} ?[a-z]?"
    r"(?:, \d{5} \w{2,30})?)"
)
_FORMS = tuple((kind, why, re.compile(rx)) for kind, why, rx in (
    ("ssn", "It has the form of a social security number.",
     r"(?<![\d-])(\d{3}-\d{2}-\d{4})(?![\d-])"),
    ("phone", "It has the form of a phone number.", r"(?<![\d.-])((?:\+\d{1,3}[ .-]?|1[ .-])?"
     r"(?:\(\d{3}\) ?|\d{3}[.-])\d{3}[ .-]\d{4})(?![\d-])"),
    ("birth_date", "It stands behind the star of a birth.", rf", ?\*\s?({DAY})"),
    ("email", "It has the form of an e-mail address.",
     r"(?<![\w.+-])([\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8})"),
    ("address", "It has the form of a street address.", _STREET),
))  # fmt: skip
_PATIENT = re.compile(r"\W*(?:the )?(?:patient|client|proband)(?:'s name)?,? (?=[A-Z])", re.I)
_OF_PERSON = re.compile(
    r"\b(?:date of birth|d\.?o\.?b|birth ?date|born|female|male|sex|gender|aged?|years? old"
    r"|present(?:s|ed) with|(?:was|is|has been) (?:seen|referred|admitted|diagnosed))\b",
    re.I,
)
"""What a sentence tells of the patient whom it names."""
_BESIDE = 120
"""How many letters behind the name it may begin: a ward or a street stands between."""
_NO_NAME = re.compile(
    r"\b(?:loss|lost|weight|negative|positive|detected|found|control|consent|given|stage|grade"
    r"|disease|services?|department|reports?|margins?|surgery|ancestry|background|details?|noted"
    r"|history|information|education|population|ashkenazi|jewish|identification)\b",
    re.I,
)
"""Words behind the word patient that are of no name; some are surnames, but no first names."""
_TITLE = "It is a name with a doctor's title."
_SPREAD = "It is a name that stands beside its label elsewhere in the report."
_MOST_NAMES = 400


def find_identifiers(lines: list[Line]) -> list[Identifier]:
    """The personal data on the lines, each with a reason; no place counts twice."""
    search = _Search(lines)
    for index in range(len(lines)):
        search.labels(index)
    for index in range(len(lines)):
        search.forms(index)
    search.spread()
    return search.identifiers()


class _Search:
    """The personal data found so far, by the line it stands on."""

    def __init__(self, lines: list[Line]) -> None:
        self._lines = lines
        self._found: dict[int, list[tuple[Span, str, str]]] = {}
        self._names: dict[str, str] = {}

    def labels(self, index: int) -> None:
        """Takes the values beside the labels on a line, or below them."""
        text = self._lines[index].text
        read: list[Span] = []
        for label in LABELS:
            for match in label.words.finditer(text):
                if _meet(match.span(), read) or (label.first and not _begins(text, match.start())):
                    continue
                span = _beside(text, match.end(), label)
                if span is not None:
                    read.append((match.start(), span[1]))
                    self._take(index, span, label.kind, label.why)
                elif label.heading and _alone(text, match.span()):
                    read.append(match.span())
                    self._below(index, match.start(), label)

    def forms(self, index: int) -> None:
        """Takes what shows by its form or by the words around it to be personal data."""
        text = self._lines[index].text
        if any(kind == "address" for _, kind, _ in self._found.get(index - 1, ())):
            self._take_match(index, _CITY.match(text), "address", "It follows a street address.")
        for kind, why, pattern in _FORMS:
            for match in pattern.finditer(text):
                self._take_match(index, match, kind, why)
        for match in _TITLED.finditer(text):
            if span := read_name(text, match.start()):
                self._take(index, span, "physician", _TITLE)
        for match in _ADDRESSED.finditer(text):
            if span := read_name(text, match.end()):
                self._take(index, span, "name", "It stands after the words that greet a person.")
        for match in _DEGREE.finditer(text):
            if not _PLACE_WORD.search(match[1]) and "CLIA" not in text:
                self._take_match(index, match, "physician", _TITLE)
        self._header(index, text)
        self._sentence(index, text)

    def _header(self, index: int, text: str) -> None:
        """Takes "Last, First (F) 1961-02-03": a name known by what stands beside it."""
        for cell in _cells(text):
            span = read_name(text, cell[0])
            beside = _BESIDE_NAME.match(text, span[1]) if span else None
            if span is None or beside is None:
                continue
            name = text[span[0] : span[1]]
            known = beside["sex"] or beside["age"]
            if len(name.split()) < 2 or not (known or ("," in name and not beside["age"])):
                continue
            self._take(index, span, "name", "It stands beside a birth date, an age or a number.")
            if beside["day"]:
                self._take(index, beside.span("day"), "birth_date", "It stands beside the name.")

    def _sentence(self, index: int, text: str) -> None:
        """Takes "Patient Walker, Anna. Female. Date of birth ...": no mark parts label and name."""
        label = _PATIENT.match(text)
        span = read_name(text, label.end()) if label else None
        name = text[slice(*span)] if span else ""
        if span is None or (_NO_NAME.search if name.isupper() else _NO_NAME.match)(name):
            return
        if " " in name and _OF_PERSON.search(text, span[1], span[1] + _BESIDE):
            self._take(index, span, "name", PATIENT)

    def spread(self) -> None:
        """Takes the names wherever else they stand, unless they are words or name a disease."""
        small = {w for line in self._lines for w in re.findall(r"\b[^\W\d_A-Z]\w+", line.text)}
        forms = {f for n in self._names if n.casefold() not in small for f in (n, n.upper())}
        if not forms:
            return
        kinds = {name.upper(): kind for name, kind in self._names.items()}
        any_name = re.compile(
            rf"(?<![\w-])(?:{'|'.join(map(re.escape, sorted(forms, key=len, reverse=True)))})"
            r"(?![\w-])"
        )
        for index, line in enumerate(self._lines):
            for match in any_name.finditer(line.text):
                if not eponym_follows(line.text, match.end()):
                    self._take_match(index, match, kinds[match.group().upper()], _SPREAD)

    def identifiers(self) -> list[Identifier]:
        """Everything found, in the order of the lines."""
        found = []
        for index, line in enumerate(self._lines):
            source = line.raw if len(line.raw) == len(line.text) else line.text
            found += [
                Identifier(kind=kind, text=source[a:b], page=line.page, line=line.number, why=why)
                for (a, b), kind, why in sorted(self._found.get(index, ()))
            ]
        return found

    def _below(self, index: int, start: int, label: Label) -> None:
        """Takes the value that stands under a label without one beside it."""
        cells = list(_cells(self._lines[index].text))
        column = next(i for i, (_, end) in enumerate(cells) if start < end)
        for below in range(index + 1, min(index + 4, len(self._lines))):
            text = self._lines[below].text
            under = list(_cells(text))
            if not any(c.isalnum() for c in text):
                continue
            cell = _under(cells, column, under)
            span = label.read(text[: cell[1]], cell[0]) if cell else None
            if span and _in_sentence(text, span):
                return
            if span and (label.why != PATIENT or " " in text[span[0] : span[1]]):
                self._take(below, span, label.kind, label.why)
            return

    def _take_match(self, index: int, match: re.Match[str] | None, kind: str, why: str) -> None:
        if match is not None:
            group = match.lastindex or 0
            self._take(index, match.span(group), kind, why)

    def _take(self, index: int, span: Span, kind: str, why: str) -> None:
        places = self._found.setdefault(index, [])
        text = self._lines[index].text[span[0] : span[1]].rstrip(" ,;")
        if not text or _meet(span, [place for place, _, _ in places]):
            return
        if kind == "name" and is_clinician(text):
            kind, why = "physician", _TITLE
        places.append(((span[0], span[0] + len(text)), kind, why))
        if kind in ("name", "physician") and why != _SPREAD and len(self._names) < _MOST_NAMES:
            for part in parts_of(text):
                self._names.setdefault(part, kind)


def _cells(text: str) -> Iterator[Span]:
    """The columns of a line: parted by marks or wide space."""
    for match in _CELL.finditer(text):
        yield match.start(), match.end()


def _under(above: list[Span], column: int, cells: list[Span]) -> Span | None:
    """The cell that stands in the column of the line above."""
    if len(cells) == len(above):
        return cells[column]
    start, end = above[column]
    shared = [(min(end, b) - max(start, a), (a, b)) for a, b in cells]
    best = max(shared, default=None)
    return best[1] if best and best[0] > 0 else None


def _beside(text: str, end: int, label: Label) -> Span | None:
    """The value on the line of its label, behind a colon, a wide gap or a column's mark."""
    gap = _GAP.match(text, end)
    between = gap.group() if gap else ""
    parted = any(c in between for c in ":=#|\t") or "  " in between or ".." in between
    if not parted and not (label.strong and between.strip(".") == " "):
        return None
    return label.read(text, end + len(between))


def _begins(text: str, start: int) -> bool:
    """Whether a line or a column begins there."""
    before = text[:start]
    return not before.strip(" *-|\t") or before.endswith(("  ", "\t", "|", "| "))


def _alone(text: str, span: Span) -> bool:
    """Whether a label fills its column."""
    after = text[span[1] :].lstrip(".:#")
    return _begins(text, span[0]) and (
        not after.strip() or after.startswith(("  ", "\t", "|", " |"))
    )


def _in_sentence(text: str, span: Span) -> bool:
    """Whether a single word goes on in small letters: "Why tested" is no name."""
    return " " not in text[slice(*span)] and bool(re.match(r" [a-z]{2}", text[span[1] :]))


def _meet(span: Span, others: Iterable[Span]) -> bool:
    return any(span[0] < b and a < span[1] for a, b in others)


def two_people(identifiers: Iterable[Identifier]) -> bool:
    """True when the file names two different patients."""
    kinds: dict[str, set[str]] = {}
    names: list[set[str]] = []
    for one in identifiers:
        key = re.sub(r"[^a-z0-9]", "", one.text.lower())
        kinds.setdefault(one.kind, set()).add(key)
        parts = set(re.findall(r"\w{2,}", one.text.casefold()))
        if one.kind == "name" and one.why == PATIENT and len(parts) > 1:
            names.append(parts)
    apart = any(a and b and not a & b for a in names for b in names)
    differing = sum(len(kinds.get(kind, ())) > 1 for kind in ("mrn", "birth_date"))
    return differing == 2 or (apart and differing >= 1) or (apart and not kinds.get("mrn"))
