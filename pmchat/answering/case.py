"""A question beside a report: what kinds of results it touches."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from pmchat.answering.levels import FEW
from pmchat.answering.lookup import (
    GENE_KINDS,
    HARMLESS,
    drug_type,
    is_harmful,
    is_of_family,
    is_undetected_msi,
)
from pmchat.answering.topics import FAILED, is_on
from pmchat.model import Evidence, Finding, Report
from pmchat.reports.genes import MISMATCH_REPAIR

_BOWEL = re.compile(r"\b(?:colo\w*|rect\w+|bowel|cecum|caecum|sigmoid)\b", re.IGNORECASE)

_MAY_BE_INBORN = re.compile(
    r"\b(?:possibl[ey]|potential(?:ly)?|probabl[ey]|suspected|likely|may be)\b.{0,20}\bgermline\b"
    r"|\bgermline\b.{0,30}\b(?:confirm\w*|possible|suspected|not (?:determined|known|excluded))",
    re.IGNORECASE,
)

_BREAST_GENES = frozenset(
    {"BRCA1", "BRCA2", "PALB2", "ATM", "CHEK2", "BARD1", "RAD51C", "RAD51D", "BRIP1"}
)
_LYNCH_GENES = frozenset({*MISMATCH_REPAIR, "EPCAM"})
_CHILD_GENES = frozenset({"APC", "MEN1", "RB1", "RET", "TP53", "VHL"})
_CANCER_GENES = (
    _BREAST_GENES
    | _LYNCH_GENES
    | _CHILD_GENES
    | frozenset(
        "AXIN2 BAP1 BMPR1A CDH1 CDK4 CDKN2A CTNNA1 DICER1 FH FLCN GREM1 HOXB13 MAX MITF MUTYH NBN "
        "NF1 NF2 NTHL1 POLD1 POLE POT1 PTCH1 PTEN SDHA SDHB SDHC SDHD SMAD4 SMARCA4 SMARCB1 STK11 "
        "SUFU TMEM127 TSC1 TSC2 WT1".split()
    )
)
"""Genes by what the library tells of them: those of breast and ovary, those of Lynch syndrome,
those for which children may be tested, and all that raise the risk of cancer."""

_OF_OTHER_ILLNESS = re.compile(
    r"\bcarrier\b|\bcardi\w+|\bheart\b|\barrhythm\w+|\bhearing\b|\bneuro\w+|\bexome\b|\bgenome\b",
    re.IGNORECASE,
)

_HAS_CANCER = re.compile(
    r"\b(?:diagnosis|indication|personal history|history)\b.{0,40}"
    r"\b(?:cancer|carcinoma|sarcoma|melanoma|leuka?emia|lymphoma|tumou?r)\b",
    re.IGNORECASE,
)
_OF_KIN = re.compile(r"\bfamil|\brelative|\bmother|\bfather|\bsister|\bbrother", re.IGNORECASE)
_UNCERTAIN = re.compile(r"\buncertain\b|\bVUS\b", re.IGNORECASE)

TUMOR_FAMILIES = frozenset({"tumor_ngs_tissue", "tumor_ngs_plasma", "ihc", "hrd", "mrd"})


@dataclass(frozen=True)
class Case:
    """A question beside a report: its words, the results and remarks that it touches, and who asks.

    `asks_illness`: it asks whether a person is ill, as the first gate judged.
    """

    text: str
    report: Report
    findings: Sequence[Finding]
    remarks: Sequence[Evidence]
    not_stated: Sequence[str]
    silent: Sequence[str]
    by_relative: bool
    asks_illness: bool

    @property
    def shares(self) -> int:
        """How many changes with a share of reads are touched."""
        return sum(f.kind in GENE_KINDS and f.value is not None for f in self.findings)

    @property
    def tells_failure(self) -> bool:
        """Whether what is told of the report is no result but that a test failed."""
        return not self.findings and any(is_on(r, [FAILED]) for r in self.remarks)

    @property
    def in_tumor(self) -> bool:
        """Whether a tumor was tested, and nothing touched is known to be inherited."""
        inborn = any(f.origin == "germline" for f in self.findings)
        return self.report.family in TUMOR_FAMILIES and not inborn

    @property
    def is_harmful(self) -> bool:
        """Whether one of the results touched, or of all, is a harmful change from birth."""
        return any(map(is_harmful, self._own))

    @property
    def is_vus(self) -> bool:
        """Whether all that is touched are changes of unknown meaning."""
        changes = [f for f in self.findings if f.kind != "summary"]
        return bool(changes) and all(f.classification == "vus" for f in changes)

    @property
    def is_likely(self) -> bool:
        """The same of one that is called likely pathogenic."""
        harmful = filter(is_harmful, self._own)
        return any(f.classification == "likely_pathogenic" for f in harmful)

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
        return any(f.analyte == gene for f in self._own)

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
        """Whether a change of a BRCA gene was found, wherever it comes from; no VUS."""
        brca = (f for f in self.report.findings if f.analyte in {"BRCA1", "BRCA2"})
        return any(f.polarity == "present" and f.classification not in HARMLESS for f in brca)

    @property
    def is_unexplained(self) -> bool:
        """Whether a test of cancer genes from birth gave no change that is, or may be, harmful,
        and looked for none that the family is known to have."""
        changes = [f for f in self.report.findings if f.kind in GENE_KINDS]
        harmless = all(f.classification in HARMLESS for f in changes if f.polarity == "present")
        answered = any(f.polarity in {"present", "absent_stated"} for f in self.report.findings)
        return self._on_cancer and answered and harmless and not self.knows_family_change

    @property
    def is_clear(self) -> bool:
        """Whether such a test says that nothing was found, and no VUS alone is touched."""
        missed = any(f.polarity == "absent_stated" for f in self.report.findings)
        return self.is_unexplained and missed and not self.is_vus

    @property
    def knows_family_change(self) -> bool:
        """Whether the test looked for a change that was found in a relative."""
        return bool(self._on_family_change)

    @property
    def is_true_negative(self) -> bool:
        """Whether a harmful change of the family was looked for and not found."""
        answered = any(f.polarity == "absent_stated" for f in self.report.findings)
        lines = self._on_family_change
        known = bool(lines) and not any(map(_UNCERTAIN.search, lines))
        return self._of_birth and known and answered and not self.has_harmful

    @property
    def has_cancer(self) -> bool:
        """Whether the report names a cancer that the person has or had."""
        said = [r.text for r in self.report.remarks if not _OF_KIN.search(r.text)]
        return bool(self.report.diagnosis) or any(map(_HAS_CANCER.search, said))

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
        return self._has_harmful_in(_LYNCH_GENES)

    @property
    def on_breast_gene(self) -> bool:
        """Whether one was found in a gene of breast and ovarian cancer."""
        return self._has_harmful_in(_BREAST_GENES)

    @property
    def of_adults(self) -> bool:
        """Whether one was found in a gene that raises risk in adult life alone."""
        return self._has_harmful_in(_BREAST_GENES | _LYNCH_GENES)

    @property
    def of_children(self) -> bool:
        """Whether one was found in a gene for which children may be tested."""
        return self._has_harmful_in(_CHILD_GENES)

    @property
    def on_moderate(self) -> bool:
        """Whether one was found in a gene with a moderate risk of cancer."""
        return self._has_harmful_in({"PALB2", "CHEK2", "ATM"})

    def has_slow(self, gene: str) -> bool:
        """Whether a gene that handles medicines works less than usual."""
        own = (f for f in self.report.findings if f.analyte == gene)
        return any(drug_type(f) for f in own)

    @property
    def on_drug_genes(self) -> bool:
        """Whether the report is on how genes handle medicines."""
        return self.report.family == "pgx"

    def _has_harmful_in(self, genes: Collection[str]) -> bool:
        return any(is_harmful(f) and f.analyte in genes for f in self._own)

    @property
    def _own(self) -> Sequence[Finding]:
        """The results touched, or all where none is."""
        return self.findings or self.report.findings

    @property
    def _on_family_change(self) -> list[str]:
        """The lines of the report that speak of a change of the family."""
        lines = [r.text for r in self.report.remarks]
        lines += [f.evidence.text for f in self.report.findings]
        return list(filter(is_of_family, lines))

    @property
    def _of_birth(self) -> bool:
        return self.report.family == "germline"

    @property
    def _on_cancer(self) -> bool:
        """Whether genes that raise the risk of cancer were tested from birth."""
        genes = {f.analyte for f in self.report.findings if f.kind in GENE_KINDS}
        if genes or not self._of_birth:
            return self._of_birth and not genes.isdisjoint(_CANCER_GENES)
        return not _OF_OTHER_ILLNESS.search(self.report.test or "")
