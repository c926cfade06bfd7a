"""What annotators wrote into the INFO of a VCF record: gene, change, consequence, ClinVar's class.

Read are SnpEff (ANN), VEP (CSQ), Funcotator (FUNCOTATION), bcftools csq (BCSQ), ANNOVAR
(AAChange), Ion Reporter (FUNC), ClinVar's fields, and plain fields such as GENE, HGVSc, HGVSp.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from pmchat.model import Classification
from pmchat.reports.data.fields import class_of, coding_of, protein_of, symbol_of

_ANN = (
    "allele consequence impact gene gene_id feature_type feature biotype rank hgvsc hgvsp"
).split()
_BCSQ = "consequence gene feature biotype strand aa dna".split()
_LISTS = {"ANN": _ANN, "BCSQ": _BCSQ, "CSQ": [], "FUNCOTATION": []}
# SnpEff's own list is always the same; VEP may write its list under that name.
_FORMAT = re.compile(
    r'^##INFO=<ID=(CSQ|vep|FUNCOTATION|ANN(?=.*VEP)),.*?Description="[^"]*?:\s*([^"]+)"', re.I
)
_NAMES = {
    "gene": ("gene", "symbol", "gene_name", "hugosymbol", "hugo_symbol", "genesymbol", "genename"),
    "hgvsc": ("hgvsc", "hgvs_c", "hgvs.c", "cdnachange", "cdna_change", "cdna", "cds_effect",
              "codingchange", "cds"),
    "hgvsp": ("hgvsp", "hgvs_p", "hgvs.p", "proteinchange", "protein_change", "aachange",
              "protein_effect", "aa"),
    "consequence": ("consequence", "effect", "variantclassification", "variant_classification",
                    "func", "exonicfunc"),
    "impact": ("impact",),
}  # fmt: skip
_CLASS = ("CLASSIFICATION", "ACMG", "ACMG_CLASS", "PATHOGENICITY", "CLINICAL_SIGNIFICANCE")
_MINOR = re.compile(
    r"drug|risk|other|association|protective|affects|not provided|no assertion", re.I
)
_SILENT = re.compile(r"synonymous|^silent$|stop_retained|start_retained", re.I)
_QUIET = re.compile(
    r"intron|intergenic|upstream|downstream|UTR|non_coding|^IGR$|flank|regulatory|^RNA$|lincRNA",
    re.I,
)
_LOUD = re.compile(
    r"missense|frame|stop_|start_lost|splice_(?:acceptor|donor)|nonsense|nonstop|exon_loss|"
    r"protein_altering|fusion|_sv$|ablation|amplification|gene_variant$",
    re.I,
)


@dataclass(frozen=True)
class Annotation:
    """What is said of one alternative allele."""

    gene: str
    coding: str | None = None
    protein: str | None = None
    consequence: str | None = None
    stated: str | None = None
    by_clinvar: bool = False

    @property
    def hgvs_c(self) -> str | None:
        """The change of the DNA in its usual form."""
        return coding_of(self.coding)

    @property
    def hgvs_p(self) -> str | None:
        """The change of the protein in its usual form."""
        return protein_of(self.protein)

    @property
    def classification(self) -> Classification | None:
        """The class that is stated, in the report's terms."""
        return class_of(self.stated)

    @property
    def harmless(self) -> bool:
        """Benign, or without an effect on a protein and not held to be harmful."""
        if self.classification in ("benign", "likely_benign"):
            return True
        if self.classification is not None:
            return False
        said = self.consequence or ""
        if _LOUD.search(said.replace("synonymous_variant&splice_region", "")):
            return False
        return bool(_SILENT.search(said) or (_QUIET.search(said) and not self.protein))


def list_formats(header: list[str]) -> dict[str, list[str]]:
    """The columns of each list of annotations, as the header describes them."""
    formats = dict(_LISTS)
    for line in header:
        if match := _FORMAT.match(line):
            key = "CSQ" if match[1].lower() == "vep" else match[1].upper()
            names = match[2].split("|")
            if any(name.strip().lower() == "symbol" for name in names):
                names = ["gene_id" if name == "Gene" else name for name in names]
            formats[key] = [_plain(name) for name in names]
    return formats


def annotated(info: dict[str, str]) -> bool:
    """Whether a record names a gene at all."""
    keys = {key.lower() for key in info}
    lists = {"ann", "csq", "vep", "bcsq", "funcotation", "func", "geneinfo"}
    return bool(keys & {*lists, *_NAMES["gene"]}) or any(k.startswith("aachange") for k in keys)


def annotate(
    info: dict[str, str], formats: dict[str, list[str]], ref: str, alt: str, number: int
) -> Annotation | None:
    """The annotation of the alternative allele with this number, counted from 0."""
    known = symbol_of((info.get("GENEINFO") or "").split(":")[0] or None)
    entries = [e for e in _entries(info, formats) if _fits(e.get("allele"), ref, alt, number)]
    entries.sort(key=lambda e: _rank(e, known))
    best = entries[0] if entries else {}

    def told(key: str) -> str | None:
        return best.get(key) or _pick(info, _NAMES[key], number)

    gene = symbol_of(best.get("gene")) or symbol_of(told("gene")) or known
    if gene is None:
        return None
    stated = next((info[key] for key in _CLASS if info.get(key)), None)
    return Annotation(
        gene=gene,
        coding=told("hgvsc"),
        protein=told("hgvsp"),
        consequence=told("consequence") or info.get("MC"),
        stated=_clinvar(stated or info.get("CLNSIG") or best.get("clin_sig")),
        by_clinvar=stated is None,
    )


def _plain(name: str) -> str:
    """A column's name as used here."""
    bare = re.sub(r"^gencode_\d+_", "", name.strip().strip("'\" ").lower())
    return next((key for key, names in _NAMES.items() if bare in names), bare)


def _entries(info: dict[str, str], formats: dict[str, list[str]]) -> Iterator[dict[str, str]]:
    for key, columns in formats.items():
        text = info.get(key) or (info.get("vep") if key == "CSQ" else None)
        if not text:
            continue
        for part in text.split("],[" if key == "FUNCOTATION" else ","):
            cells = [unquote(c).strip("[]") for c in part.split("|")]
            entry = dict(zip(columns, cells, strict=False))
            if key == "BCSQ":
                entry |= {"hgvsc": "", "hgvsp": _from_bcsq(entry.get("aa", ""))}
            yield entry
    yield from _annovar(info)
    for part in re.findall(r"\{[^}]*\}", info.get("FUNC", "")):  # Ion Reporter
        pairs = dict(re.findall(r"'(\w+)':'([^']*)'", part))
        names = {"gene": "gene", "coding": "hgvsc", "protein": "hgvsp", "function": "consequence"}
        yield {name: pairs[key] for key, name in names.items() if key in pairs}


def _annovar(info: dict[str, str]) -> Iterator[dict[str, str]]:
    """The transcripts of "TP53:NM_000546:exon5:c.G524A:p.R175H", with the c. name as usual."""
    key = next((k for k in info if k.lower().startswith("aachange")), None)
    effect = next((v for k, v in info.items() if k.lower().startswith("exonicfunc")), "")
    for part in info[key].split(",") if key else ():
        cells = part.split(":")
        coding = next((c for c in cells if c.startswith("c.")), "")
        yield {
            "gene": cells[0],
            "hgvsc": re.sub(r"^c\.([ACGT])(\d+)([ACGT])$", r"c.\2\1>\3", coding),
            "hgvsp": next((c for c in cells if c.startswith("p.")), ""),
            "consequence": "missense" if effect.startswith("nonsynonymous") else effect,
        }


def _from_bcsq(text: str) -> str:
    """The p. name of bcftools' "600V>600E"."""
    match = re.fullmatch(r"(\d+)([A-Z*])>\1([A-Z*])", text)
    return f"p.{match[2]}{match[1]}{match[3]}" if match else ""


def _fits(said: str | None, ref: str, alt: str, number: int) -> bool:
    """Whether an entry speaks of this allele; VEP trims the letter that both share."""
    if not said or said == alt:
        return True
    trimmed = alt[1:] if alt[:1] == ref[:1] else alt
    return said in (trimmed or "-", str(number + 1)) or (len(alt) == len(ref) and said in alt)


def _rank(entry: dict[str, str], known: str | None) -> tuple[bool, ...]:
    """Transcripts that matter come first; the order of the file decides between equals."""
    impact = entry.get("impact", "")
    chosen = entry.get("mane_select") or entry.get("pick") == "1" or entry.get("canonical") == "YES"
    return (
        known is not None and symbol_of(entry.get("gene")) != known,
        impact not in ("HIGH", "MODERATE", ""),
        not chosen,
        not entry.get("hgvsp"),
    )


def _pick(info: dict[str, str], names: tuple[str, ...], number: int) -> str | None:
    """The value of the first INFO field with one of the names, for this allele."""
    for key, value in info.items():
        if key.lower() in names and value not in ("", "."):
            values = value.split(",")
            return unquote(values[number] if number < len(values) else values[0])
    return None


def _clinvar(text: str | None) -> str | None:
    """ClinVar's class in plain words; what follows "|" is about medicines or risk."""
    if not text:
        return None
    words = [
        w.strip(" _,.").replace("_", " ") for w in re.split(r"[&,]", unquote(text.split("|")[0]))
    ]
    classes = list(dict.fromkeys(w for w in words if w and not _MINOR.search(w)))
    if any("benign" in w for w in classes) and any("pathogenic" in w for w in classes):
        return "conflicting"
    return "/".join(classes[:2]) or next((w for w in words if w), None)
