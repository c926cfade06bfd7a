"""A question beside a report: what kinds of results it touches."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pmchat.answering.levels import FEW
from pmchat.answering.lookup import GENE_KINDS, drug_type, is_of_family, is_undetected_msi
from pmchat.model import Finding, Report
from pmchat.reports.genes import MISMATCH_REPAIR

_BOWEL = re.compile(r"\b(?:colo\w*|rect\w+|bowel|cecum|caecum|sigmoid)\b", re.IGNORECASE)

_MAY_BE_INBORN = re.compile(
    r"\b(?:possibl[ey]|potential(?:ly)?|probabl[ey]|suspected|likely|may be)\b.{0,20}\bgermline\b"
    r"|\bgermline\b.{0,30}\b(?:confirm\w*|possible|suspected|not (?:determined|known|excluded))",
    re.IGNORECASE,
)

TUMOR_FAMILIES = frozenset({"tumor_ngs_tissue", "tumor_ngs_plasma", "ihc", "hrd", "mrd"})


@dataclass(frozen=True)
class Case:
    """A question beside a report: its words, the results that it touches, and who asks.

    `asks_illness`: it asks whether a person is ill, as the first gate judged.
    """

    text: str
    report: Report
    findings: Sequence[Finding]
    not_stated: Sequence[str]
    silent: Sequence[str]
    by_relative: bool
    asks_illness: bool

    @property
    def shares(self) -> int:
        """How many changes with a share of reads are touched."""
        return sum(f.kind in GENE_KINDS and f.value is not None for f in self.findings)

    @property
    def in_tumor(self) -> bool:
        """Whether a tumor was tested, and nothing touched is known to be inherited."""
        inborn = any(f.origin == "germline" for f in self.findings)
        return self.report.family in TUMOR_FAMILIES and not inborn

    @property
    def is_harmful(self) -> bool:
        """Whether a harmful change from birth was found, and no other is asked about."""
        return any(is_harmful(f) for f in self.findings or self.report.findings)

    @property
    def is_vus(self) -> bool:
        """Whether all that is touched are changes of unknown meaning."""
        changes = [f for f in self.findings if f.kind != "summary"]
        return bool(changes) and all(f.classification == "vus" for f in changes)

    @property
    def is_likely(self) -> bool:
        """Whether a change from birth is called likely pathogenic, and no other is asked about."""
        own = self.findings or self.report.findings
        return any(is_harmful(f) and f.classification == "likely_pathogenic" for f in own)

    @property
    def may_be_inborn(self) -> bool:
        """Whether the report says of a change touched that it may be from birth."""
        lines = (f.evidence.text for f in self.findings if f.kind in GENE_KINDS)
        return any(map(_MAY_BE_INBORN.search, lines))

    def is_low(self, score: str) -> bool:
        """Whether a score is touched that is below 1, or that was not found."""
        own = (f for f in self.findings if f.analyte == score)
        numbers = [(f.polarity, f.value.number if f.value else None) for f in own]
        return any(p == "absent_stated" or (n is not None and n < 1) for p, n in numbers)

    def touches(self, gene: str) -> bool:
        """Whether a gene is touched, or nothing is and the report has it."""
        return any(f.analyte == gene for f in self.findings or self.report.findings)

    @property
    def is_missed(self) -> bool:
        """Whether nothing was found of all that is touched."""
        return bool(self.findings) and all(f.polarity == "absent_stated" for f in self.findings)

    @property
    def misses_msi_in_blood(self) -> bool:
        """Whether MSI is touched, and a blood test says that it did not detect it."""
        return any(is_undetected_msi(f) for f in self.findings)

    @property
    def has_brca_in_tumor(self) -> bool:
        """Whether a change of a BRCA gene was found, wherever it comes from."""
        brca = (f for f in self.report.findings if f.analyte in {"BRCA1", "BRCA2"})
        return any(f.polarity == "present" for f in brca)

    @property
    def is_clear(self) -> bool:
        """Whether a test for inherited changes found no harmful one."""
        return self._of_birth and not (self.has_harmful or self.knows_family_change)

    @property
    def knows_family_change(self) -> bool:
        """Whether the test looked for a change that was found in a relative."""
        lines = [r.text for r in self.report.remarks]
        lines += [f.evidence.text for f in self.report.findings]
        return any(map(is_of_family, lines))

    @property
    def is_true_negative(self) -> bool:
        """Whether the change of the family was looked for and not found."""
        return self._of_birth and self.knows_family_change and not self.has_harmful

    @property
    def has_harmful(self) -> bool:
        """Whether the report has a harmful change from birth, asked about or not."""
        return any(is_harmful(f) for f in self.report.findings)

    @property
    def on_repair_proteins(self) -> bool:
        """Whether a stain of a mismatch repair protein is touched."""
        return any(f.kind == "protein" and f.analyte in MISMATCH_REPAIR for f in self.findings)

    @property
    def on_ras(self) -> bool:
        """Whether a change of KRAS or NRAS, or its absence, is touched in a bowel cancer."""
        ras = any(f.analyte in {"KRAS", "NRAS"} for f in self.findings)
        return ras and bool(_BOWEL.search(self.report.diagnosis or ""))

    @property
    def is_single(self) -> bool:
        """Whether few results are touched, so that what one alone means has its place."""
        return len(self.findings) <= FEW

    @property
    def lists_medicines(self) -> bool:
        """Whether a tumor report prints medicines beside its findings."""
        return self.in_tumor and bool(self.report.therapies)

    @property
    def in_blood_cells(self) -> bool:
        """Whether all that is touched may come from blood cells."""
        return bool(self.findings) and all(f.origin == "possible_ch" for f in self.findings)

    @property
    def on_brca(self) -> bool:
        """Whether a harmful change from birth was found in a BRCA gene."""
        return self._has_harmful_in({"BRCA1", "BRCA2"})

    @property
    def names_brca(self) -> bool:
        """Whether the report states a result for a BRCA gene."""
        return any(f.analyte in {"BRCA1", "BRCA2"} for f in self.report.findings)

    @property
    def on_lynch(self) -> bool:
        """Whether a harmful change from birth was found in a gene of Lynch syndrome."""
        return self._has_harmful_in({*MISMATCH_REPAIR, "EPCAM"})

    @property
    def on_moderate(self) -> bool:
        """Whether one was found in a gene with a moderate risk of cancer."""
        return self._has_harmful_in({"PALB2", "CHEK2", "ATM", "RAD51C", "RAD51D", "BARD1"})

    def has_slow(self, gene: str) -> bool:
        """Whether a gene that handles medicines works less than usual."""
        own = (f for f in self.report.findings if f.analyte == gene)
        return any(drug_type(f) for f in own)

    @property
    def is_drug_gene(self) -> bool:
        """Whether the report is on how genes handle medicines."""
        return self.report.family == "pgx"

    def _has_harmful_in(self, genes: set[str]) -> bool:
        own = self.findings or self.report.findings
        return any(is_harmful(f) and f.analyte in genes for f in own)

    @property
    def _of_birth(self) -> bool:
        return self.report.family == "germline"


def is_harmful(finding: Finding) -> bool:
    """Whether a finding is a harmful change from birth."""
    return (
        finding.origin == "germline"
        and finding.polarity == "present"
        and finding.kind in GENE_KINDS
        and finding.classification in {"pathogenic", "likely_pathogenic"}
    )
