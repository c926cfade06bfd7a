"""What a VCF record says of each sample: genotype, share of reads, where a change comes from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from pmchat.model import Origin, Value
from pmchat.reports.data.fields import number_of, share

_TUMOR = re.compile(r"^(?:tumou?r|t)$|tumou?r", re.I)
_NORMAL = re.compile(r"^(?:normal|n|germline|blood|control)$|normal", re.I)
_HEADER = re.compile(r"^##(tumou?r|normal)_sample=(\S+)", re.I)
_ROLE = Literal["tumor", "normal", "other"]


@dataclass(frozen=True)
class Samples:
    """The samples of a file: their names, and which of them is the tumor."""

    names: tuple[str, ...]
    roles: tuple[_ROLE, ...]
    paired: bool

    @property
    def own(self) -> int | None:
        """The place of the sample to read; None when it cannot be told."""
        if len(self.names) == 1:
            return 0
        return self.roles.index("tumor") if self.roles.count("tumor") == 1 else None


def samples_of(header: list[str], names: list[str]) -> Samples:
    """Roles by the header's lines, else by the names of the columns."""
    said = {m[2]: m[1].lower() for line in header if (m := _HEADER.match(line))}
    roles: list[_ROLE] = []
    for name in names:
        word = said.get(name, "" if said else name)
        is_tumor, is_normal = bool(_TUMOR.search(word)), bool(_NORMAL.search(word))
        roles.append("other" if is_tumor == is_normal else "tumor" if is_tumor else "normal")
    words = {v.replace("tumour", "tumor") for v in said.values()}
    return Samples(tuple(names), tuple(roles), {"tumor", "normal"} <= words)


@dataclass(frozen=True)
class Call:
    """One sample in one record."""

    fields: dict[str, str]

    @property
    def alleles(self) -> list[str]:
        """The alleles of the genotype; "." where none was called."""
        return re.split(r"[/|]", self.fields["GT"]) if self.fields.get("GT") else []

    def has(self, allele: int) -> bool | None:
        """Whether the genotype holds the alternative allele (from 1); None without a genotype."""
        if not self.alleles:
            return None
        return str(allele) in self.alleles

    @property
    def called(self) -> bool:
        """False where every allele is "."."""
        return not self.alleles or any(a != "." for a in self.alleles)

    def words(self, allele: int) -> str | None:
        """The genotype as printed, with its meaning."""
        if not self.alleles:
            return None
        count, size = self.alleles.count(str(allele)), len(self.alleles)
        meaning = "hemizygous" if size == 1 else "homozygous" if count == size else "heterozygous"
        return f"genotype {self.fields['GT']} ({meaning})"

    def vaf(self, allele: int) -> Value | None:
        """The share of reads: AF or VAF as given, else counted from the depths."""
        for key in ("AF", "VAF", "FREQ", "FA"):
            values = self.fields.get(key, "").split(",")
            text = values[allele - 1] if allele <= len(values) else ""
            if value := share(text):
                return value
        depths = [number_of(d) for d in self.fields.get("AD", "").split(",")]
        if len(depths) == 1 and "RD" in self.fields:  # VarScan: AD counts the change alone
            depths = [number_of(self.fields["RD"]), *depths]
        if "AO" in self.fields:
            counts = [number_of(d) for d in self.fields["AO"].split(",")]
            depths = [number_of(self.fields.get("RO")), *counts]
        if len(depths) <= allele or any(d is None or d < 0 for d in depths):
            return None
        total = sum(d for d in depths if d is not None)
        return share((depths[allele] or 0) / total) if total else None


def origin_of_record(info: dict[str, str], samples: Samples, calls: list[Call]) -> Origin:
    """Somatic or germline as the record or the header states it."""
    status = info.get("STATUS", "")
    if "SOMATIC" in info or info.get("SS") == "2" or re.fullmatch(r"\w*somatic", status, re.I):
        return "somatic"
    if "GERMLINE" in info or info.get("SS") == "1" or status.lower() == "germline":
        return "germline"
    normal = [c for c, role in zip(calls, samples.roles, strict=False) if role == "normal"]
    if samples.paired and normal and not any(set(c.alleles) - {"0", "."} for c in normal):
        return "somatic"
    return "unknown"
