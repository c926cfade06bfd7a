"""Tables of mutations in the MAF form, as cBioPortal and others pass them on."""

from __future__ import annotations

import csv
import re
from itertools import islice

from pmchat.errors import ReportError
from pmchat.i18n import N_, _
from pmchat.model import Report
from pmchat.reports.data.draft import Draft
from pmchat.reports.data.fields import said
from pmchat.reports.data.rows import add_row, row_of
from pmchat.reports.file import File
from pmchat.reports.notes import TOO_MANY

MAX_FINDINGS = 100
MAX_ROWS = 20_000
_GENE = "hugo_symbol"
_CHANGES = frozenset(
    {
        "hgvsp_short",
        "hgvsp",
        "hgvsc",
        "protein_change",
        "amino_acid_change",
        "variant_classification",
    }
)
_PASSED = frozenset({"pass", ".", ""})
_PEOPLE = N_(
    "This table holds the changes of {count} samples. It does not say which one is yours. "
    "Nothing was read from it."
)
_FAILED = N_("Changes left out because they did not pass the laboratory's own check: {count}.")
_LEFT = N_("Changes left out because they do not change a protein or have no name: {count}.")
_TOO_MANY = N_("The table lists {count} changes. Only the first {kept} are shown.")
_RAW = N_("A list of changes is not a full report. A laboratory or doctor should explain it.")


def _head(file: File) -> tuple[int, list[str]] | None:
    """The line and the names of the columns; None when the file is no such table."""
    for number, line in enumerate((file.text or "")[:200_000].splitlines()):
        if line.startswith("#") or not line.strip():
            continue
        cells = [cell.strip().strip('"').lower() for cell in re.split(r"\t", line)]
        return (number, cells) if _GENE in cells and _CHANGES & set(cells) else None
    return None


def is_maf(file: File) -> bool:
    """True for a table with the columns of a MAF."""
    return _head(file) is not None


def read_maf(file: File) -> Report:
    """One finding a named change of one sample; silent and filtered rows are counted only."""
    head = _head(file)
    lines = (file.text or "").splitlines()
    if head is None or len(lines) <= head[0] + 1:
        raise ReportError(
            _("This table of changes has no rows."),
            _("Check that it is whole, or ask the laboratory for the report in words."),
        )
    table = csv.DictReader(lines[head[0] :], delimiter="\t", restval="")
    rows = list(islice(table, MAX_ROWS))
    draft = Draft()
    samples = list(dict.fromkeys(t for r in rows if (t := said(r.get("Tumor_Sample_Barcode")))))
    draft.limits.append(_(_RAW))
    if len(samples) > 1:
        draft.warnings.append(_(_PEOPLE).format(count=len(samples)))
        return draft.report()
    draft.identify("accession", *samples)
    failed = 0
    for number, record in enumerate(rows, start=head[0] + 2):
        row = row_of({str(key): value for key, value in record.items() if key})
        if (row.get("filter") or "").lower() not in _PASSED:
            failed += 1
            continue
        add_row(draft, row, line=number)
    left, count = len(rows) - failed - len(draft.findings), len(draft.findings)
    for number, text in ((failed, _(_FAILED)), (left, _(_LEFT))):
        if number:
            draft.limits.append(text.format(count=number))
    if len(lines) - head[0] > MAX_ROWS + 1:
        draft.warnings.append(_(TOO_MANY))
    if count > MAX_FINDINGS:
        draft.findings = draft.findings[:MAX_FINDINGS]
        draft.warnings.append(_(_TOO_MANY).format(count=count, kept=MAX_FINDINGS))
    somatic = samples or any(f.origin == "somatic" for f in draft.findings)
    draft.family = "tumor_ngs_tissue" if somatic else "other"
    return draft.report()
