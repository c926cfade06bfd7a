"""One list of findings: doubles go, contradictions are marked, ids are given."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from pmchat.i18n import _
from pmchat.model import Finding, Value
from pmchat.reports.equivalents import one_change
from pmchat.reports.variants import bare, event_name, find_variants

_CONFLICT = 0.4
_ASKED = 0.6  # it is asked about before it is used
_NEAR = 0.2  # shares that differ by no more are rounded, or measured twice
_TWO = 2
_PART = re.compile(r"\b(?:exons?|codons?|hotspots?)\b|\b[A-Z]\d{2,4}\b|\*\d", re.I)
_SURFACE = re.compile(r"CD\d+[a-z]?")
_LABELLED = ("protein", "signature", "genotype")
_SCORES = ("TPS", "CPS", "TAP", "IC", "TC")
_ONE_OF_A_KIND = ("gene", "summary", "fusion", "cnv")
_NO_OTHER = re.compile(
    r"\b(?:other|another|second|additional|further|beyond|apart from|remaining)\b", re.I
)
# "Through kinase domain mutations; none of these was seen": said of a sort of change.
_NONE_OF = re.compile(r";\s*none of (?:these|them|those)\b", re.I)
# The forms of BCR::ABL1 are measured one by one.
_TRANSCRIPT = re.compile(r"\bp(?:190|210|230)\b|\be\d+a\d+\b")


def merge(
    findings: list[Finding], specimen_of: Callable[[int, int], str | None]
) -> tuple[list[Finding], list[str]]:
    """The findings without doubles, in order, with ids; and what does not agree."""
    kept = _Kept()
    for one in _with_surface(_without_either(findings)):
        place = one.specimen_id or specimen_of(one.evidence.page, one.evidence.line)
        kept.add(one.model_copy(update={"specimen_id": place}))
    found, warnings = kept.settled()
    found.sort(key=lambda f: (f.evidence.page, f.evidence.line))
    return [f.model_copy(update={"id": f"f{i}"}) for i, f in enumerate(found, start=1)], warnings


def _without_either(findings: list[Finding]) -> list[Finding]:
    """The findings without "BRCA1/BRCA2: positive", if the change of one of them is told."""
    told = {f.analyte for f in findings if f.polarity == "present" and f.kind != "gene"}
    unsure: dict[tuple[int, int], list[Finding]] = {}
    for f in findings:
        if f.kind == "gene" and f.polarity == "present" and f.confidence <= _CONFLICT:
            unsure.setdefault((f.evidence.page, f.evidence.line), []).append(f)
    settled = [fs for fs in unsure.values() if len(fs) > 1 and any(f.analyte in told for f in fs)]
    gone = {id(f) for fs in settled for f in fs}
    return [f for f in findings if id(f) not in gone]


def _with_surface(findings: list[Finding]) -> list[Finding]:
    """The findings with "CD117 positive" named so, where the gene KIT is told not to be changed.

    A protein on the surface of blasts tells their kind; the letters of its gene are another result.
    """
    told = {(f.analyte, f.polarity) for f in findings if f.kind != "protein"}
    genes = {analyte for analyte, _polarity in told}
    out = []
    for f in findings:
        name = _SURFACE.match(f.as_printed) if f.kind == "protein" else None
        apart = name and f.analyte in genes and (f.analyte, f.polarity) not in told
        out.append(f.model_copy(update={"analyte": name[0]}) if name and apart else f)
    return out


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
            kept = self._findings[other]
            one, kept = _with_status(one, kept), _with_status(kept, one)
            self._findings[other] = kept
            polarities = {one.polarity, kept.polarity}
            if len(polarities) == 1:
                if _of_two_samples(one, kept):
                    continue
                self._findings[other] = _doubted(_fuller(one, kept), one, kept)
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
            if not (f.kind == "gene" and f.analyte in told and _adds_nothing(f))
        ]
        found = [_beside_change(f, found) for f in found]
        said = _(
            "The report says two different things about {name}. Ask your care team which one holds."
        )
        return found, [said.format(name=name) for name in dict.fromkeys(self._conflicts.values())]

    def _like(self, one: Finding) -> list[int]:
        places = {i for key in _keys(one) for i in self._files.get(key, ())}
        return [i for i in sorted(places) if _same_change(one, self._findings[i])]

    def _file(self, one: Finding, place: int) -> None:
        for key in _keys(one):
            self._files.setdefault(key, []).append(place)


def _with_status(score: Finding, status: Finding) -> Finding:
    """An HRD score printed without its cut-off, with the status that the report states."""
    bare_score = score.value is not None and score.polarity == "indeterminate"
    numbers = {f.value and f.value.number for f in (score, status)}
    stated = status.polarity in ("present", "absent_stated")
    stated = stated and (status.value is None or len(numbers) == 1)
    if score.analyte == "HRD" and bare_score and stated:
        return score.model_copy(update={"polarity": status.polarity})
    return score


def _adds_nothing(one: Finding) -> bool:
    """True for a gene that is told by its change, and for "no other" change of it."""
    if one.polarity != "absent_stated":
        return one.polarity == "present"
    return bool(_NO_OTHER.search(one.evidence.text) or _NONE_OF.search(one.as_printed))


def _beside_change(one: Finding, found: list[Finding]) -> Finding:
    """A gene without a change, asked about where a change of it is there in the same sample."""
    narrowed = one.kind != "gene" or _PART.search(one.as_printed)
    if one.polarity != "absent_stated" or narrowed or one.confidence < _ASKED:
        return one
    there = any(
        f.polarity == "present" and f.kind in ("snv", "indel") and f.origin == one.origin
        and (f.analyte, f.specimen_id) == (one.analyte, one.specimen_id)
        for f in found
    )  # fmt: skip
    return one.model_copy(update={"confidence": _ASKED}) if there else one


class _Change(NamedTuple):
    """The names of a change for comparison; `group` is shared by all names of one change."""

    protein: str | None
    coding: str | None
    group: int | None

    @property
    def named(self) -> bool:
        return any(part is not None for part in self)


def _change(one: Finding) -> _Change:
    protein = bare(one.hgvs_p) if one.hgvs_p else None
    coding = bare(one.hgvs_c) if one.hgvs_c else None
    old = [v.hgvs for v in find_variants(one.as_printed) if v.kind == "legacy"]
    names = [name for name in (protein, coding, *old) if name]
    return _Change(protein, coding, one_change(one.analyte, names))


def _keys(one: Finding) -> Iterator[tuple[object, ...]]:
    """What a finding is filed under: each name of its change, else its kind."""
    base = (one.specimen_id, one.analyte)
    change = _change(one)
    if change.named:
        yield from ((*base, name) for name in change if name is not None)
        return
    transcript = _TRANSCRIPT.search(one.as_printed) if one.kind == "fusion" else None
    if transcript:
        yield (*base, one.kind, transcript.group())
        return
    open_kind = one.kind in (*_LABELLED, *_ONE_OF_A_KIND)
    yield (*base, one.kind, None if open_kind else event_name(one.as_printed))


def _same_change(one: Finding, other: Finding) -> bool:
    """True when two findings filed together name one thing."""
    left, right = _change(one), _change(other)
    if left.named or right.named:
        return _one_name(left, right)
    if one.kind in _LABELLED:
        return _same_label(one.value, other.value, always=one.kind == "genotype")
    return True


def _one_name(left: _Change, right: _Change) -> bool:
    """True when neither name speaks against the other, and one is shared."""
    grouped = left.group is not None and left.group == right.group
    if left.protein and right.protein and left.protein != right.protein:
        return grouped
    if left.coding and right.coding:
        return left.coding == right.coding or grouped
    return grouped or bool(left.protein and right.protein)


def _same_label(left: Value | None, right: Value | None, *, always: bool) -> bool:
    """Scores of two kinds stay apart; words such as "high" and "stable" speak of one thing."""
    if left is None or right is None or left.label is None or right.label is None:
        return True
    scores = left.label in _SCORES and right.label in _SCORES
    if left.number is not None and left.number == right.number and not (scores or always):
        return True
    numbers = scores or (left.number is not None and right.number is not None)
    return left.label == right.label or not (numbers or always)


def _of_two_samples(one: Finding, other: Finding) -> bool:
    """True for a change from birth and the share of the same one in the tumor."""
    born = [f.origin == "germline" for f in (one, other)]
    shares = any(f.value is not None and f.value.label == "VAF" for f in (one, other))
    absent = one.polarity == "absent_stated" and "somatic" in (one.origin, other.origin)
    return any(born) and not all(born) and (shares or absent)


def _fuller(one: Finding, other: Finding) -> Finding:
    """The fuller of two findings of one thing; where it comes from is kept if only one says so."""
    if (one.origin == "germline") != (other.origin == "germline"):
        return one if one.origin == "germline" else other
    fuller = one if _detail(one) > _detail(other) else other
    if "possible_ch" in (one.origin, other.origin):
        return fuller.model_copy(update={"origin": "possible_ch"})
    return fuller


def _doubted(fuller: Finding, one: Finding, other: Finding) -> Finding:
    """The fuller of two; unsure when they print quite different shares of reads of one change."""
    values = [f.value for f in (one, other) if f.value is not None and f.value.label == "VAF"]
    shares = [value.number for value in values if value.number is not None]
    if len(shares) < _TWO or max(shares) - min(shares) <= max(1.0, _NEAR * max(shares)):
        return fuller
    return fuller.model_copy(update={"confidence": min(fuller.confidence, _ASKED)})


def _detail(one: Finding) -> int:
    number = one.value is not None and one.value.number is not None
    return 2 * number + sum(
        x is not None for x in (one.hgvs_c, one.hgvs_p, one.value, one.classification)
    )
