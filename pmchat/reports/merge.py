"""One list of findings: doubles go, contradictions are marked, ids are given."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pmchat.model import Finding
from pmchat.reports.variants import event_name, shorten

_CONFLICT = 0.4
_LABELLED = ("protein", "signature", "genotype")
_ONE_OF_A_KIND = ("gene", "summary", "fusion", "cnv")


def merge(
    findings: list[Finding], specimen_of: Callable[[int, int], str | None]
) -> tuple[list[Finding], list[str]]:
    """The findings without doubles, in order, with ids; and what does not agree."""
    kept = _Kept()
    for one in findings:
        place = specimen_of(one.evidence.page, one.evidence.line)
        kept.add(one.model_copy(update={"specimen_id": place}))
    found, warnings = kept.settled()
    found.sort(key=lambda f: (f.evidence.page, f.evidence.line))
    return [f.model_copy(update={"id": f"f{i}"}) for i, f in enumerate(found, start=1)], warnings


class _Kept:
    """The findings so far, filed under what they name, so that twins are found at once."""

    def __init__(self) -> None:
        self._findings: list[Finding] = []
        self._files: dict[tuple[object, ...], list[int]] = {}
        self._conflicts: dict[int, str] = {}

    def add(self, one: Finding) -> None:
        """Keeps the finding, or the fuller one of it and its twin."""
        place = len(self._findings)
        for other in self._like(one):
            polarities = {one.polarity, self._findings[other].polarity}
            if len(polarities) == 1:
                if _detail(one) > _detail(self._findings[other]):
                    self._findings[other] = one
                    self._file(one, other)
                return
            if polarities == {"present", "absent_stated"}:
                self._conflicts |= {place: one.analyte, other: one.analyte}
        self._findings.append(one)
        self._file(one, place)

    def settled(self) -> tuple[list[Finding], list[str]]:
        """The findings with contradictions marked, and the warnings about them."""
        told = {f.analyte for f in self._findings if f.polarity == "present" and f.kind != "gene"}
        found = [
            f.model_copy(update={"confidence": _CONFLICT}) if i in self._conflicts else f
            for i, f in enumerate(self._findings)
            if not (f.kind == "gene" and f.polarity == "present" and f.analyte in told)
        ]
        return found, [
            f"The report says two different things about {analyte}. "
            "Ask your care team which one holds."
            for analyte in dict.fromkeys(self._conflicts.values())
        ]

    def _like(self, one: Finding) -> list[int]:
        places = {i for key in _keys(one) for i in self._files.get(key, ())}
        return [i for i in sorted(places) if _same_change(one, self._findings[i])]

    def _file(self, one: Finding, place: int) -> None:
        for key in _keys(one):
            self._files.setdefault(key, []).append(place)


def _change(one: Finding) -> tuple[str | None, str | None]:
    protein = shorten(one.hgvs_p).replace("(", "").replace(")", "") if one.hgvs_p else None
    return protein, one.hgvs_c


def _keys(one: Finding) -> Iterator[tuple[object, ...]]:
    """What a finding is filed under: each name of its change, else its kind."""
    base = (one.specimen_id, one.analyte)
    names = [name for name in _change(one) if name]
    yield from ((*base, name) for name in names)
    if not names:
        open_kind = one.kind in (*_LABELLED, *_ONE_OF_A_KIND)
        yield (*base, one.kind, None if open_kind else event_name(one.as_printed))


def _same_change(one: Finding, other: Finding) -> bool:
    """True when two findings filed together name one thing."""
    (p1, c1), (p2, c2) = _change(one), _change(other)
    if p1 and p2:
        return p1 == p2
    if (p1 or c1) or (p2 or c2):
        return c1 == c2
    if one.kind in _LABELLED:
        left = one.value.label if one.value else None
        right = other.value.label if other.value else None
        return left == right or left is None or right is None
    return True


def _detail(one: Finding) -> int:
    number = one.value is not None and one.value.number is not None
    return 2 * number + sum(
        x is not None for x in (one.hgvs_c, one.hgvs_p, one.value, one.classification)
    )
