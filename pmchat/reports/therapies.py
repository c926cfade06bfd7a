"""Drugs that the laboratory printed beside a result, with the tumor they are listed for."""

from __future__ import annotations

import re
from typing import Literal

from pmchat.model import TherapyLine
from pmchat.reports.biomarkers import find_marks
from pmchat.reports.genes import find_genes
from pmchat.reports.rows import Row

Scope = Literal["this_tumor", "other_tumor", "resistance"]
_SCOPES: dict[str, Scope] = {
    "therapies": "this_tumor",
    "therapies_other": "other_tumor",
    "resistance": "resistance",
}
_DRUG = re.compile(
    r"\b(?:ado-)?[a-z]{3,}(?:-[a-z]{3,})?(?:tinib|fenib|metinib|rafenib|ciclib|parib|lisib|sertib"
    r"|rasib|strant|degib|zomib"
    r"|denib|sidenib|menib|clax|limus|stat|platin|taxel|rubicin|citabine|trexed|tecan|poside"
    r"|ristine|blastine|mab"
    r"|mab[ -](?:deruxtecan|vedotin|emtansine|govitecan|soravtansine|ozogamicin|tesirine"
    r"|[a-z]{4})|tamide|elimus"
    r"|lutamide|relix|relin|ximab|zumab|lumab|nibart|sotorasib|vasertib|metostat"
    r"|tuximab)(?: (?:deruxtecan|vedotin"
    r"|emtansine|govitecan|mafodotin|soravtansine|ozogamicin|tesirine))?(?:-[a-z]{4})?\b"
    r"|\b(?:tamoxifen|fulvestrant|letrozole|anastrozole|exemestane|abiraterone|everolimus"
    r"|fluorouracil|capecitabine"
    r"|elacestrant|arsenic trioxide|tretinoin|imatinib|leuprolide|goserelin|belzutifan|revumenib"
    r"|ziftomenib"
    r"|lutetium \w+|temozolomide|olaparib|aspirin|lenalidomide|thalidomide|larotrectinib)\b",
    re.I,
)
_PARTS = re.compile(r"(?<=\w)\. |[,;\u2022|\t]|\s{2,}|(?<=\w)\s*/\s*(?=\w)|\band\b|\bor\b")
_RECEPTORS = frozenset({"ER", "PR", "HR", "ERBB2"})
_SETTING = re.compile(r"[+\u2212-](?!\w)|-(?:negative|positive)\b", re.I)
"""Behind a receptor that tells for which cancers a drug is: "ER+/HER2- advanced"."""

_OTHER = re.compile(r"\b(?:other|another|different) (?:tumou?r|cancer|indication)", re.I)
_RESIST = re.compile(r"\b(?:resistance|lack of (?:response|benefit)|to avoid|not benefit)\b", re.I)
_SENSITIVE = re.compile(r"\b(?:sensitiv\w+|respon(?:se|sive) to)\b", re.I)

_NONE = re.compile(r"(?::|-|\s{2,})\s*none(?: listed| known| found)?\W*$", re.IGNORECASE)


def names_no_drug(text: str) -> bool:
    """Whether a line of a list of drugs says that there is none."""
    return bool(_NONE.search(text))


def read_therapies(rows: list[Row]) -> list[TherapyLine]:
    """The drugs of the therapy sections; trials, and drugs in general text, are left out."""
    found: list[TherapyLine] = []
    for row in rows:
        scope = _SCOPES.get(row.section.kind)
        if scope is None:
            continue
        head = row.text[: row.heading]
        if scope == "this_tumor" and (
            _OTHER.search(head) or _OTHER.search(row.section.title or "")
        ):
            scope = "other_tumor"
        found.extend(_row(row, scope))
    return found


def _row(row: Row, scope: Scope) -> list[TherapyLine]:
    named = sorted(
        [(g.start, g.end, g.symbol) for g in find_genes(row.text)]
        + [(m.start, m.end, m.analyte) for m in find_marks(row.text)]
    )
    named = [n for n in named if n[0] >= row.heading or row.heading == 0]
    named = named[:1] + [n for n in named[1:] if not _is_setting(row.text, n[1], n[2])]
    found: list[TherapyLine] = []
    for index, (start, end, analyte) in enumerate(named):
        stop = named[index + 1][0] if index + 1 < len(named) else len(row.text)
        found.extend(_drugs(row, analyte, (start, end, stop), scope))
    return found


def _is_setting(text: str, end: int, analyte: str) -> bool:
    return analyte in _RECEPTORS and bool(_SETTING.match(text, end))


def _drugs(row: Row, analyte: str, bounds: tuple[int, int, int], scope: Scope) -> list[TherapyLine]:
    start, begin, stop = bounds
    lines = []
    position, stands = begin, scope  # "resistance to: A, B" holds for both
    for part in [*_PARTS.finditer(row.text, begin, stop), None]:
        end = part.start() if part is not None else stop
        words = row.text[position:end]
        if row.text[position - 1 : position] == "\t" or _SENSITIVE.search(words):
            stands = scope
        if _RESIST.search(words):
            stands = "resistance"
        names = list(_DRUG.finditer(words))
        if names:
            span = words[names[0].start() : names[-1].end()]
            place = position + names[0].start()
            other = stands == "this_tumor" and _OTHER.search(words)
            lines.append(
                TherapyLine(
                    analyte=analyte,
                    drug=" ".join(span.split()).lower(),
                    scope="other_tumor" if other else stands,
                    evidence=row.evidence(start, place + len(span)),
                )
            )
        position = part.end() if part is not None else stop
    return lines
