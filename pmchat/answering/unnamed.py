"""What a question touches that names no result: by its class, its sort, or the outcome."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pmchat.answering.listed import NOT_DONE
from pmchat.answering.lookup import GENE_KINDS, HARMFUL, is_harmful, is_of_family
from pmchat.answering.repeated import in_row, repeating
from pmchat.answering.topics import OF_VERSION
from pmchat.model import Finding, Report
from pmchat.reports.genes import MISMATCH_REPAIR

_OVERALL = re.compile(
    r"\b(?:negative|positive|normal|clear|clean|abnormal|(?:found|find) nothing)\b", re.IGNORECASE
)
"""Words for a report's overall result."""

_POSITIVE = re.compile(r"\b(?:positive|abnormal)\b", re.IGNORECASE)

_CLASSES = (
    (r"\blikely pathogenic\b", "likely_pathogenic"),
    (r"\bpathogenic\b", "pathogenic"),
    (r"\bvus\b|\buncertain significance\b", "vus"),
)

_SORTS = (
    (re.compile(r"\b(?:fusions?|fused?|rearrange\w+|translocat\w+)\b", re.IGNORECASE), "fusion"),
    (re.compile(r"\b(?:amplif\w+|copy numbers?|extra copies|copies)\b", re.IGNORECASE), "cnv"),
)
"""Words for a sort of change, and the kind of its findings."""

_NAMED_SORT = re.compile(r"\b[A-Z][A-Z0-9-]{1,7} (?:gene )?(?:fus|rearr|transl|amplif|cop)")
"""A sort of change behind a name."""

_STAINED = (
    (re.compile(r"\b(?:intact|retained|preserved)\b", re.IGNORECASE), "absent_stated"),
    (re.compile(r"\b(?:lost|loss|missing)\b", re.IGNORECASE), "present"),
)
"""What is said of repair proteins, and the result that it is."""

_NEWER = re.compile(r"\b(?:added|amended|corrected|revised)\b", re.IGNORECASE)
"""Words of a line that is new in a later version of a report."""

_FAMILY_CHANGE = re.compile(
    r"\b(?:mum|mom|mother|dad|father|sister|brother|family|familial)'?s? (?:known )?"
    r"(?:gene|variant|mutation|change)\b",
    re.IGNORECASE,
)
"""Words for the change that runs in the family."""

_RESULT = re.compile(
    r"\b(?:detected|positive|negative|results?|scores?|numbers?|high|low|back|gone|clear)\b", re.I
)

_ANY = re.compile(
    r"\b(?:mutations?|changes?|anything|nothing|results?|found|find)\b", re.IGNORECASE
)
_HARDLY_ANY = 2

REASONS = 4
"""How many changes are told behind an overall result, where none is called harmful."""


def touched_unnamed(text: str, report: Report) -> list[Finding]:
    """The findings that a question repeats a number of, or means without naming any."""
    return (
        _of_family(text, report)
        or _of_version(text, report.findings)
        or repeating(text, report.findings)
        or in_row(text, report.findings)
        or _of_class(text, report.findings)
        or with_reason(overall(text, report.findings), report.findings)
        or _behind_positive(text, report)
        or _stained(text, report.findings)
        or _of_sort(text, report.findings)
        or _not_done(text, report.findings)
        or _of_few(text, report.findings)
    )


def overall(text: str, findings: Sequence[Finding]) -> list[Finding]:
    """The overall result, if a question has a word for one."""
    return [f for f in findings if f.kind == "summary" and _OVERALL.search(text)]


def _of_class(text: str, findings: Sequence[Finding]) -> list[Finding]:
    """The findings of the class that a question names, the longest name first."""
    found = next((c for pattern, c in _CLASSES if re.search(pattern, text, re.IGNORECASE)), None)
    return [f for f in findings if found and f.classification == found and f.kind != "summary"]


def with_reason(overall: list[Finding], findings: Sequence[Finding]) -> list[Finding]:
    """The overall result with what is behind it: what is harmful, or beside "negative" unclear."""
    if not overall:
        return []
    negative = any(f.polarity == "absent_stated" for f in overall)
    classes = {"vus"} if negative else HARMFUL
    reasons = [f for f in findings if f.classification in classes]
    if not reasons and not negative:
        changes = (f for f in findings if f.kind in GENE_KINDS and f.polarity == "present")
        reasons = [f for f in changes if f.classification != "vus"][:REASONS]
    return [*overall, *reasons]


def _behind_positive(text: str, report: Report) -> list[Finding]:
    """What a "positive" of a germline report is about, where no overall result was read."""
    asked = report.family == "germline" and _POSITIVE.search(text)
    return harmful_in(report) if asked else []


def _of_family(text: str, report: Report) -> list[Finding]:
    """What was read of the change that runs in the family, if a question speaks of it."""
    asked = report.family == "germline" and _FAMILY_CHANGE.search(text)
    tested = (f for f in report.findings if f.kind in GENE_KINDS and f.classification != "vus")
    return [f for f in tested if f.polarity != "present"] if asked else []


def _of_version(text: str, findings: Sequence[Finding]) -> list[Finding]:
    """The results that a newer version of the report added or changed, if that is asked."""
    return [f for f in findings if OF_VERSION.search(text) and _NEWER.search(f.evidence.text)]


def outcome_of(report: Report) -> tuple[Finding, ...]:
    """What a test from birth without a harmful change gave in all: of the change that runs in the
    family, else the overall result."""
    missed = [f for f in report.findings if f.polarity == "absent_stated"]
    of_family = [f for f in missed if is_of_family(f.evidence.text)]
    return tuple(of_family or (f for f in missed if f.kind == "summary"))


def _stained(text: str, findings: Sequence[Finding]) -> list[Finding]:
    """The repair proteins that are intact, or lost, if a question speaks of such without a name."""
    wanted = {polarity for words, polarity in _STAINED if words.search(text)}
    repair = (f for f in findings if f.analyte in MISMATCH_REPAIR and f.kind == "protein")
    return [f for f in repair if f.polarity in wanted]


def _of_sort(text: str, findings: Sequence[Finding]) -> list[Finding]:
    """The fusions that were found, or the changes in number of copies, if a question is on such."""
    if _NAMED_SORT.search(text):
        return []  # of a gene that is named, if not known
    wanted = {kind for words, kind in _SORTS if words.search(text)}
    return [f for f in findings if f.kind in wanted and f.polarity == "present"]


def harmful_in(report: Report) -> list[Finding]:
    """The harmful changes from birth."""
    return [f for f in report.findings if is_harmful(f)]


def _not_done(text: str, findings: Sequence[Finding]) -> list[Finding]:
    """What was not tested or gave no result, if that is asked, or if no gene gave any."""
    open_ones = [f for f in findings if f.polarity in {"not_performed", "indeterminate"}]
    changes = [f for f in findings if f.kind in GENE_KINDS and f.kind != "cnv"]
    nothing_known = bool(changes) and all(f in open_ones for f in changes)
    asked = NOT_DONE.search(text) or (nothing_known and _ANY.search(text))
    return open_ones if asked else []


def _of_few(text: str, findings: Sequence[Finding]) -> list[Finding]:
    """All results of a report that has hardly any, if the question speaks of "the result"."""
    return list(findings) if len(findings) <= _HARDLY_ANY and _RESULT.search(text) else []
