"""Findings gathered from a data file, with their evidence, made into a `Report`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Literal

from pmchat.i18n import _
from pmchat.model import (
    Classification,
    Evidence,
    Family,
    Finding,
    Identifier,
    Origin,
    Polarity,
    Report,
    ReportDates,
    Specimen,
    Value,
)
from pmchat.reports.data.fields import said, strings
from pmchat.reports.genes import symbols
from pmchat.reports.lines import Line, find_instructions
from pmchat.reports.merge import merge
from pmchat.reports.notes import TOO_MANY, instruction_warnings, read_limits
from pmchat.reports.variants import change_kind

MAX_FINDINGS = 500
_CONFIDENCE = 0.99
_WHY = {
    "name": "It stands in the field for the patient's name.",
    "birth_date": "It stands in the field for the birth date.",
    "mrn": "It stands in a field for a record number.",
    "accession": "It stands in a field for a case or sample number.",
    "physician": "It stands in a field for a clinician.",
    "phone": "It stands in a field for a phone.",
    "email": "It stands in a field for an e-mail address.",
    "address": "It stands in a field for an address.",
}


@dataclass
class Draft:
    """A report in the making; `line` of the evidence is a running number or a line of the file."""

    family: Family = "other"
    laboratory: str | None = None
    test: str | None = None
    status: Literal["final", "preliminary", "amended", "failed"] = "final"
    specimens: list[Specimen] = field(default_factory=list)
    dates: ReportDates = field(default_factory=ReportDates)
    findings: list[Finding] = field(default_factory=list)
    limits: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    identifiers: list[Identifier] = field(default_factory=list)

    def add(
        self,
        analyte: str,
        kind: str,
        polarity: Polarity,
        *parts: str | None,
        printed: str | None = None,
        line: int | None = None,
        hgvs_c: str | None = None,
        hgvs_p: str | None = None,
        value: Value | None = None,
        origin: Origin = "unknown",
        classification: Classification | None = None,
        section: str | None = None,
    ) -> None:
        """Adds a finding; `parts` are the file's own words, the first of them as printed."""
        if len(self.findings) == MAX_FINDINGS:
            self.warnings.append(_(TOO_MANY))
            return
        words = [part for part in dict.fromkeys(parts) if part]
        number = line if line is not None else len(self.findings) + 1
        there = polarity in ("present", "indeterminate")
        self.findings.append(
            Finding(
                id="f0", specimen_id=None, analyte=analyte, kind=kind,
                as_printed=printed or (words[0] if words else analyte),
                hgvs_c=hgvs_c, hgvs_p=hgvs_p, value=value if polarity != "not_performed" else None,
                polarity=polarity, origin=origin,
                classification=classification if there else None, section=section,
                evidence=Evidence(page=1, line=number, text="; ".join(words) or analyte),
                confidence=_CONFIDENCE,
            )
        )  # fmt: skip

    def add_change(
        self,
        gene: str,
        *parts: str | None,
        hgvs_c: str | None = None,
        hgvs_p: str | None = None,
        polarity: Polarity = "present",
        kind: str | None = None,
        called: str | None = None,
        **more: Any,
    ) -> None:
        """Adds a change of a gene, named by its c. and p. names or by the first of `parts`.

        `called` is the gene's name in the file, which may be an older one.
        """
        names = [n for n in (hgvs_c, hgvs_p) if n]
        shown = called if symbols().get(called or "") == gene else gene
        name = " ".join([shown or gene, *(names or [parts[0] or ""])]).strip()
        self.add(
            gene, kind or change_kind(hgvs_c, hgvs_p), polarity,
            name, *(parts if names else parts[1:]), hgvs_c=hgvs_c, hgvs_p=hgvs_p, **more,
        )  # fmt: skip

    def identify(self, kind: str, *values: Any) -> None:
        """Notes personal data."""
        known = {(i.kind, i.text) for i in self.identifiers}
        for value in values:
            text = said(value)
            if text and (kind, text) not in known:
                self.identifiers.append(
                    Identifier(kind=kind, text=text, page=1, line=1, why=_WHY[kind])
                )

    def report(self, content: Any = None) -> Report:
        """The report; `content` is the whole file, looked through for orders to a program."""
        specimens = self.specimens or [Specimen(id="s1")]
        only = specimens[0].id if len(specimens) == 1 else None
        raw = [f for f in self.findings if not _orders([f.evidence.text])]
        findings, warnings = merge(raw, lambda page, line: only)
        orders = _orders(strings(content)) or len(self.findings) - len(raw)
        limits = [*self.limits, *read_limits("", self.family)]
        return Report(
            family=self.family,
            language="en",
            status=self.status,
            laboratory=self.laboratory,
            test=self.test,
            specimens=tuple(specimens),
            dates=self.dates,
            findings=tuple(findings) if self.status != "failed" else (),
            limits=tuple(dict.fromkeys(limits)),
            warnings=tuple(
                dict.fromkeys([*self.warnings, *warnings, *instruction_warnings(orders)])
            ),
            identifiers=tuple(self.identifiers),
        )


def _orders(texts: Iterable[str]) -> int:
    """How many of the texts address a program."""
    return sum(find_instructions([Line(1, 1, text, text)])[1] for text in texts if " " in text)
