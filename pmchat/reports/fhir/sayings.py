"""Findings made from an Observation's words, and the form that all findings of FHIR share."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pmchat.model import Classification, Finding, Origin, Polarity, Value
from pmchat.reports.fhir.observations import Observed, name_of
from pmchat.reports.findings import read_findings
from pmchat.reports.lines import Line
from pmchat.reports.rows import Row
from pmchat.reports.sections import BODY
from pmchat.reports.seen import Context

_ENDLESS = re.compile(r"\d{300}")
"""A number that nothing can have measured."""


def read_worded(one: Observed, text: str) -> list[Finding]:
    """What the text reader finds in a line made of the Observation's words."""
    if _ENDLESS.search(text):
        return []
    row = Row(text, (Line(1, one.number, text, text),), (0,), BODY)
    stain = bool(re.search(r"immune stain|immunohisto|IHC", text, re.I))
    found = read_findings(row, Context(origin="unknown", stain=stain))
    return [f.model_copy(update={"evidence": one.evidence()}) for f in found]


def make_finding(
    one: Observed,
    analyte: str,
    kind: str,
    polarity: Polarity,
    *,
    as_printed: str,
    hgvs_c: str | None = None,
    hgvs_p: str | None = None,
    value: Value | None = None,
    origin: Origin = "unknown",
    classification: Classification | None = None,
    added: Sequence[str] = (),
) -> Finding:
    """A finding of the Observation; `added` are words of others that belong to its evidence."""
    return Finding(
        id="f0", specimen_id=None, analyte=analyte, kind=kind, as_printed=as_printed,
        hgvs_c=hgvs_c, hgvs_p=hgvs_p, value=value, polarity=polarity, origin=origin,
        classification=classification, section=name_of(one.resource),
        evidence=one.evidence(*added), confidence=0.99,
    )  # fmt: skip
