"""Raw data of consumer tests: long lists of places in the DNA, without a meaning."""

from __future__ import annotations

import re

from pmchat.i18n import N_, _
from pmchat.model import Report
from pmchat.reports.data.draft import Draft
from pmchat.reports.file import File

_LOOKED_AT = 20_000
_HEAD = re.compile(
    r"""^#?\s*"?rsid"?[\t, ]+"?chromosome"?[\t, ]+"?position"?[\t, ]+"?(?:genotype|allele1"""
    r"""|result)""",
    re.I | re.M,
)
_ROW = re.compile(
    r'^"?(?:rs|i|kgp|VG)\d+"?[\t,]"?(?:\d{1,2}|X|Y|XY|MT?)"?[\t,]"?\d+"?[\t,]"?[ACGTDI0-]{1,2}\b',
    re.M,
)
_COMPANIES = ("23andMe", "AncestryDNA", "MyHeritage", "FamilyTreeDNA", "Living DNA")
_SAYS_NOTHING = N_(
    "This file lists places in the DNA from a consumer test. It gives no meaning for them, "
    "so no result was read."
)
_OFTEN_WRONG = N_(
    "Raw data of consumer tests are often wrong for rare changes. "
    "A medical laboratory should confirm anything that is looked up in them."
)
_READS_FEW = N_(
    "Such a test looks at few places in each gene. It cannot show that a gene is unchanged."
)


def is_consumer(file: File) -> bool:
    """True for raw data: its heading, or many rows of its form."""
    text = (file.text or "")[:_LOOKED_AT]
    return bool(_HEAD.search(text)) or len(_ROW.findall(text)) > 20


def read_consumer(file: File) -> Report:
    """No findings: what the file can and cannot tell."""
    text = (file.text or "")[:_LOOKED_AT]
    company = next((name for name in _COMPANIES if name.lower() in text.lower()), None)
    draft = Draft(family="consumer", laboratory=company)
    draft.warnings += [_(_SAYS_NOTHING), _(_OFTEN_WRONG)]
    draft.limits.append(_(_READS_FEW))
    return draft.report()
