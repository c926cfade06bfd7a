"""One list of findings: doubles go, contradictions are marked, ids are given."""

from __future__ import annotations

from collections.abc import Callable

from pmchat.model import Finding
from pmchat.reports.variants import shorten

_CONFLICT = 0.4


def merge(
    findings: list[Finding], specimen_of: Callable[[int, int], str | None]
) -> tuple[list[Finding], list[str]]:
    """The findings without doubles, in order, with ids; and what does not agree."""
    placed = [
        f.model_copy(update={"specimen_id": specimen_of(f.evidence.page, f.evidence.line)})
        for f in findings
    ]
    kept: list[Finding] = []
    for one in placed:
        twin = next((i for i, other in enumerate(kept) if _same(one, other)), None)
        if twin is None:
            kept.append(one)
        elif _detail(one) > _detail(kept[twin]):
            kept[twin] = one
    kept = [f for f in kept if not _told_better(f, kept)]
    kept, warnings = _conflicts(kept)
    kept.sort(key=lambda f: (f.evidence.page, f.evidence.line))
    return [f.model_copy(update={"id": f"f{i}"}) for i, f in enumerate(kept, start=1)], warnings


def _change(one: Finding) -> tuple[str | None, str | None]:
    protein = shorten(one.hgvs_p).replace("(", "").replace(")", "") if one.hgvs_p else None
    return protein, one.hgvs_c


def _same_change(one: Finding, other: Finding) -> bool:
    """True when two findings name one thing in one sample."""
    if one.analyte != other.analyte or one.specimen_id != other.specimen_id:
        return False
    (p1, c1), (p2, c2) = _change(one), _change(other)
    if p1 and p2:
        return p1 == p2
    if c1 and c2:
        return c1 == c2
    if (p1 or c1) or (p2 or c2):
        return False
    if one.kind != other.kind:
        return False
    if one.kind in ("protein", "signature", "genotype"):
        left = one.value.label if one.value else None
        right = other.value.label if other.value else None
        return left == right or left is None or right is None
    return one.kind in ("gene", "summary", "fusion", "cnv") or one.as_printed == other.as_printed


def _same(one: Finding, other: Finding) -> bool:
    return one.polarity == other.polarity and _same_change(one, other)


def _detail(one: Finding) -> int:
    number = one.value is not None and one.value.number is not None
    return 2 * number + sum(
        x is not None for x in (one.hgvs_c, one.hgvs_p, one.value, one.classification)
    )


def _told_better(one: Finding, kept: list[Finding]) -> bool:
    """True for a gene named as a whole when its change stands elsewhere."""
    if one.kind != "gene" or one.polarity != "present":
        return False
    return any(
        f is not one and f.analyte == one.analyte and f.polarity == "present" and f.kind != "gene"
        for f in kept
    )


def _conflicts(kept: list[Finding]) -> tuple[list[Finding], list[str]]:
    """Marks findings that the report both states and denies."""
    warnings: list[str] = []
    out = list(kept)
    for i, one in enumerate(kept):
        for j in range(i + 1, len(kept)):
            other = kept[j]
            if {one.polarity, other.polarity} == {"present", "absent_stated"} and _same_change(
                one, other
            ):
                for place in (i, j):
                    out[place] = out[place].model_copy(update={"confidence": _CONFLICT})
                warnings.append(
                    f"The report says two different things about {one.analyte}. "
                    "Ask your care team which one holds."
                )
    return out, list(dict.fromkeys(warnings))
