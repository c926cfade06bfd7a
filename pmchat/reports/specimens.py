"""The samples that were tested, and which lines speak of which."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from pmchat.model import Family, Specimen
from pmchat.reports.columns import lettered
from pmchat.reports.lines import Line

_TYPES: tuple[tuple[str, str], ...] = (
    ("plasma", r"\bplasma\b|\bcell-free DNA\b|\bcfDNA\b|\bctDNA\b|\bliquid biopsy\b"),
    ("FFPE tissue", r"\bFFPE\b|\bformalin\b|\bparaffin\b"),
    ("saliva", r"\bsaliva\b"),
    ("buccal swab", r"\bbuccal\b|\bcheek swab\b"),
    ("bone marrow", r"\bbone marrow\b|\bmarrow aspirate\b"),
    ("blood", r"\b(?:peripheral |whole |venous )?blood\b"),
    ("tissue", r"\btissue\b|\bbiopsy\b|\bresection\b|\btumou?r (?:block|sample|specimen)\b"),
)
_MARK = re.compile(
    r"\b(?:specimen|sample)\s*(?:#|no\.?)?\s*([1-9A-D])"
    r"(?=\s*[:).,(\-]|\s*$|\s{2}|\s+(?:results?|findings?)\b)"
    r"|\bpart ([A-D])(?=\s*[:(])|^\W*([A-D])[.)]\s+(?=(?:left|right)\b)",
    re.I,
)
# "B. TRANSVERSE COLON, POLYPECTOMY:" in a list of diagnoses speaks of the lines right below it.
_DIAGNOSED = re.compile(
    r"^\W*([A-D])[.):]\s+(?=[^:;]{3,80}\b(?:\w+ectomy|biops(?:y|ies)|excision|resection|core|FNA"
    r"|aspirat\w*|curettage|curettings|dissection)\b[^:;]{0,40}:?\s*$)",
    re.I,
)
_SITE = re.compile(
    r"\b(?:specimen site|tissue site|tissue of origin|anatomic(?:al)? site"
    r"|biopsy site|site|body site)\s*[:|]\s*([^|\t]+?)(?=\s*\(|\s{2,}|[;|\t]|$)",
    re.I,
)
_TYPE_LABEL = re.compile(
    r"\b(?:specimen(?: type)?|sample(?: type)?|specimen source|source"
    r"|sample source)\s*[:|]\s*([^|\t]+?)(?=\s{2,}|[;|\t]|$)",
    re.I,
)
_KIND_HEADING = re.compile(
    r"^\W*(?:(tissue|tumou?r|FFPE)|(plasma|blood|liquid biopsy"
    r"|ctDNA))\b[^.:;]{0,30}\b(?:results?|findings?"
    r"|alterations?)\b[^.]{0,20}$",
    re.I,
)
_NUMBERED = re.compile(r"(?:sample|specimen) (\d)\b", re.I)
_FAMILY_TYPES: dict[Family, str] = {"tumor_ngs_plasma": "plasma"}


class Specimens:
    """The samples of a report; one at least."""

    def __init__(
        self, lines: list[Line], family: Family, collected: date | None, kinds: Sequence[str] = ()
    ) -> None:
        """`kinds` are the samples ("plasma", "tissue") that the columns of a table speak of."""
        self._places: dict[tuple[int, int], str] = {}
        self._letters: dict[str, str] = {}
        self._columns = {kind: f"s{i}" for i, kind in enumerate(kinds, start=1)}
        columns = tuple(self._of_column(f"s{i}", kind) for i, kind in enumerate(kinds, start=1))
        self.specimens = self._numbered(lines) or self._by_kind(lines) or columns
        if not self.specimens:
            kind = _label_type(lines) or _FAMILY_TYPES.get(family) or _first_type(lines)
            self.specimens = (Specimen(id="s1", type=kind, site=_site(lines), collected=collected),)

    def of_kind(self, kind: str) -> str | None:
        """The sample that a column headed "plasma" or "A. Left breast" speaks of."""
        if named := lettered(kind):
            return self._letters.get(named[0])
        if numbered := _NUMBERED.match(kind):
            return self._letters.get(numbered[1])
        words = ("plasma", "blood") if kind == "plasma" else ("tissue",)
        own = [s.id for s in self.specimens if any(w in (s.type or "") for w in words)]
        if kind not in ("plasma", "tissue"):
            types = {s.id: s.type for s in self.specimens}
            own = [id_ for id_ in (self._columns.get(kind),) if id_ and types.get(id_) == kind]
        return own[0] if len(own) == 1 else None

    def _of_column(self, id_: str, kind: str) -> Specimen:
        named = lettered(kind)
        if named is None:
            return Specimen(id=id_, type=kind)
        self._letters[named[0]] = id_
        return Specimen(id=id_, type=_type(named[1]), site=named[1] or None)

    def of(self, page: int, line: int) -> str | None:
        """The sample that a line speaks of; None when the report does not say."""
        if len(self.specimens) == 1:
            return self.specimens[0].id
        return self._places.get((page, line))

    def _numbered(self, lines: list[Line]) -> tuple[Specimen, ...]:
        marks = [(i, _mark(m)) for i, one in enumerate(lines) for m in _marks(one)]
        names = list(dict.fromkeys(name for _, name in marks))
        if len(names) < 2:
            return ()
        ids = {name: f"s{index}" for index, name in enumerate(names, start=1)}
        self._letters = ids
        found = []
        for name in names:
            own = [_own_words(lines[i].text, name) for i, mark in marks if mark == name]
            found.append(Specimen(id=ids[name], type=_type(" ".join(own))))
        self._follow(lines, dict(marks), ids)
        return tuple(found)

    def _follow(self, lines: list[Line], marks: dict[int, str], ids: dict[str, str]) -> None:
        """Lines follow the last mark, unless marks stood in a list of samples."""
        current: str | None = None
        last, in_block = -9, False
        for index, line in enumerate(lines):
            if len(_marks(line)) > 1:
                current = None
                continue
            if in_block and line.blank:
                current, last = None, -9
            if index in marks:
                in_block = not _MARK.search(line.text)
                listed = index - last <= (1 if in_block else 2) and current != ids[marks[index]]
                current = ids[marks[index]]
                self._places[(line.page, line.number)] = current
                last = index
                if listed and all(i - index > 2 or i <= index for i in marks):
                    current = None
                continue
            if current:
                self._places[(line.page, line.number)] = current

    def _by_kind(self, lines: list[Line]) -> tuple[Specimen, ...]:
        marks = {
            i: bool(m[2]) for i, one in enumerate(lines) if (m := _KIND_HEADING.match(one.text))
        }
        if len(set(marks.values())) < 2:
            return ()
        order = list(dict.fromkeys(marks.values()))
        current: str | None = None
        for index, line in enumerate(lines):
            if index in marks:
                current = f"s{order.index(marks[index]) + 1}"
            if current:
                self._places[(line.page, line.number)] = current
        return tuple(
            Specimen(id=f"s{i}", type="plasma" if liquid else "tissue")
            for i, liquid in enumerate(order, start=1)
        )


def _marks(line: Line) -> list[re.Match[str]]:
    """What names a sample on the line."""
    diagnosed = _DIAGNOSED.match(line.text)
    return [*_MARK.finditer(line.text)] or ([diagnosed] if diagnosed else [])


def _mark(match: re.Match[str]) -> str:
    """The letter or number of a sample."""
    return next(name for name in match.groups() if name).upper()


def _own_words(text: str, name: str) -> str:
    """The words after a sample's mark, up to the next mark."""
    marks = [*_MARK.finditer(text)] or [*_DIAGNOSED.finditer(text)]
    for index, mark in enumerate(marks):
        if _mark(mark) == name:
            stop = marks[index + 1].start() if index + 1 < len(marks) else len(text)
            return text[mark.start() : stop]
    return text


def _type(text: str) -> str | None:
    return next((name for name, rx in _TYPES if re.search(rx, text, re.I)), None)


def _label_type(lines: list[Line]) -> str | None:
    for line in lines:
        if match := _TYPE_LABEL.search(line.text):
            return _type(match[1])
    return None


def _first_type(lines: list[Line]) -> str | None:
    return _type("\n".join(line.text for line in lines[:25]))


def _site(lines: list[Line]) -> str | None:
    for line in lines:
        if match := _SITE.search(line.text):
            return match[1].strip(" ,.") or None
    return None
