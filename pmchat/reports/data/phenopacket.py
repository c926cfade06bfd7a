"""GA4GH Phenopackets of versions 1 and 2, in JSON or YAML; families and cohorts too."""

from __future__ import annotations

import re
from typing import Any

import yaml

from pmchat.errors import ReportError
from pmchat.i18n import N_, _
from pmchat.model import Family, Polarity, Report, ReportDates, Specimen
from pmchat.reports.data.draft import Draft
from pmchat.reports.data.fields import (
    Node,
    class_of,
    coding_of,
    day_of,
    first_said,
    node,
    nodes,
    number_of,
    origin_of,
    protein_of,
    said,
    silent,
    symbol_of,
)
from pmchat.reports.file import File
from pmchat.reports.notes import TWO_PEOPLE
from pmchat.reports.variants import find_variants

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_MARKS = frozenset(
    {"phenotypicFeatures", "interpretations", "variants", "genes", "biosamples", "diseases"}
)
_YAML = re.compile(
    r"^(?:subject|phenotypicFeatures|interpretations|metaData|proband|members|relatives):", re.M
)
_ORCID = re.compile(r"\d{4}-\d{4}-\d{4}")
_STATES = {
    "GENO:0000135": "heterozygous",
    "GENO:0000136": "homozygous",
    "GENO:0000134": "hemizygous",
}
_RELATIVES = N_("The file is about a family. Only what it says of the person tested was read.")
_NO_CHANGE = N_(
    "The file names the genes {genes} without a change in them. That alone is no result."
)
_DIAGNOSIS = N_("A diagnosis in the file was not read as a test result.")
_NO_GENE = "unnamed change"
_UNNAMED = N_("For some changes the file names no gene.")
_NOTHING = N_("The file names no change in a gene.")
_REJECTED = N_("The file says that a change it lists is not the cause of the illness.")
_TUMOR = frozenset(
    {"tumorProgression", "tumorGrade", "pathologicalStage", "pathologicalTnmFinding"}
)


def is_phenopacket(file: File) -> bool:
    """True for JSON or YAML with the marks of a Phenopacket."""
    if file.json is not None:
        return _root(node(file.json)) is not None
    text = (file.text or "")[:200_000]
    return len(set(_YAML.findall(text))) > 1 and "<" not in text[:1]


def read_phenopacket(file: File) -> Report:
    """One finding an interpreted change; the diagnosis itself is none."""
    content = file.json if file.json is not None else _yaml(file.text or "")
    packet = _root(node(content))
    if packet is None:
        raise ReportError(
            _("This file is not a whole Phenopacket."),
            _("Check that it is the right file, or paste the text of the report."),
        )
    draft = Draft(test=None)
    people = [packet.get("proband"), *nodes(packet.get("members"))]
    if "members" in packet and len(nodes(packet["members"])) > 1:
        draft.warnings.append(_(TWO_PEOPLE))
        return draft.report()
    if "proband" in packet or "members" in packet:
        if nodes(packet.get("relatives")):
            draft.warnings.append(_(_RELATIVES))
        packet = next(iter(nodes(people)), packet)
    _read_subject(draft, packet)
    for one in nodes(packet.get("interpretations")) + ([packet] if "diagnosis" in packet else []):
        _read_interpretation(draft, one)
    for one in nodes(packet.get("variants")):
        _read_first_version(draft, one)
    _tell(draft, packet)
    return draft.report(_comments(packet))


def _root(top: Node) -> Node | None:
    """The packet of a file; None when it is none."""
    for one in (
        top,
        node(top.get("phenopacket")),
        node(top.get("family")),
        node(top.get("cohort")),
    ):
        inner = node(one.get("proband")) or node(one.get("members")) or one
        known = {"phenopacketSchemaVersion", "resources"} & set(node(one.get("metaData")))
        marked = bool(known) or ("subject" in inner and bool(_MARKS & set(inner)))
        if marked and "resourceType" not in one:
            return one
    return None


def _yaml(text: str) -> Any:
    try:
        if any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(text, Loader=_LOADER)):
            raise ValueError("aliases can make a small file huge")
        return yaml.load(text, Loader=_LOADER)  # all values stay text, so no type is made
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise ReportError(
            _("This file looks like YAML but is damaged."),
            _("Download it again, or paste the text of the report."),
        ) from error


def _read_subject(draft: Draft, packet: Node) -> None:
    subject = node(packet.get("subject"))
    draft.identify("mrn", subject.get("id"), *_ids(subject.get("alternateIds")))
    draft.identify("birth_date", subject.get("dateOfBirth"))
    author = said(node(packet.get("metaData")).get("createdBy")) or ""
    if not _ORCID.search(author):
        draft.identify("physician", author)
    for number, one in enumerate(nodes(packet.get("biosamples")), start=1):
        time = node(one.get("timeOfCollection"))
        draft.specimens.append(
            Specimen(
                id=f"s{number}",
                type=_label(one.get("sampleType")) or _label(one.get("materialSample")),
                site=_label(one.get("sampledTissue")),
                collected=day_of(time.get("timestamp")) or day_of(time),
            )
        )
        draft.identify("accession", one.get("id"))
    days = [s.collected for s in draft.specimens if s.collected]
    draft.dates = ReportDates(collected=days[0] if days else None)


def _ids(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _label(term: Any) -> str | None:
    return first_said(node(term), "label", "id")


def _read_interpretation(draft: Draft, one: Node) -> None:
    """The genomic interpretations of a diagnosis (version 2), or of several (version 1)."""
    for diagnosis in nodes(one.get("diagnosis")):
        for genomic in nodes(diagnosis.get("genomicInterpretations")):
            status = first_said(genomic, "interpretationStatus", "status")
            variant = node(genomic.get("variantInterpretation")) or node(genomic.get("call"))
            if variant:
                _read_variant(draft, variant, status)
            elif nodes(genomic.get("variant")):
                _read_first_version(draft, node(genomic["variant"]), status)
            else:
                gene = node(genomic.get("gene") or genomic.get("geneDescriptor"))
                _read_gene(draft, first_said(gene, "symbol", "valueId"), status)


def _read_gene(draft: Draft, name: str | None, status: str | None) -> None:
    """A gene that is held to be the cause without its change; less than that is no result."""
    gene = symbol_of(name)
    if gene and status in ("CAUSATIVE", "CONTRIBUTORY"):
        draft.add(gene, "gene", "indeterminate", gene, status)


def _read_variant(draft: Draft, variant: Node, status: str | None) -> None:
    about = node(variant.get("variationDescriptor"))
    names = [said(e.get("value")) for e in nodes(about.get("expressions"))]
    label = first_said(about, "label", "description", "id")
    gene = symbol_of(first_said(node(about.get("geneContext")), "symbol", "valueId"))
    acmg = said(variant.get("acmgPathogenicityClassification"))
    extra = [first_said(e, "value") for e in nodes(about.get("extensions"))]
    words = " ".join(t for t in (label, said(about.get("description")), *extra) if t)
    copies = node(node(about.get("variation")).get("copyNumber"))
    amount = number_of(node(copies.get("number")).get("value"))
    structural = _label(about.get("structuralType"))
    place = _place(node(about.get("vcfRecord")))
    _add(
        draft, gene, [n for n in names if n], acmg=acmg, state=about.get("allelicState"),
        label=said(about.get("label")) or structural or place or label,
        status=status, words=words, structural=structural,
        copies=f"copy number {amount:g}" if amount is not None else None,
    )  # fmt: skip


def _read_first_version(draft: Draft, one: Node, status: str | None = None) -> None:
    """A variant of version 1: one allele in one of three notations."""
    hgvs = said(node(one.get("hgvsAllele")).get("hgvs"))
    gene = symbol_of(first_said(node(one.get("gene")), "symbol") or _in_brackets(hgvs))
    place = _place(node(one.get("vcfAllele")))
    names = [hgvs] if hgvs else []
    if status is None and hgvs and any(hgvs in f.evidence.text for f in draft.findings):
        return
    _add(draft, gene, names, state=one.get("zygosity"), status=status, label=place)


def _in_brackets(hgvs: str | None) -> str | None:
    """The gene of "NM_001848.2(COL6A1):c.877G>A"."""
    match = re.search(r"\(([A-Z0-9-]+)\):", hgvs or "")
    return match[1] if match else None


def _place(record: Node) -> str | None:
    """A change as its place on a chromosome."""
    place = ":".join(t for k in ("chrom", "chr", "pos") if (t := said(record.get(k))))
    change = ">".join(t for k in ("ref", "alt") if (t := said(record.get(k))))
    return " ".join(t for t in (place, change) if t) or None


def _add(
    draft: Draft,
    gene: str | None,
    names: list[str],
    *,
    acmg: str | None = None,
    state: Any = None,
    status: str | None = None,
    label: str | None = None,
    words: str = "",
    structural: str | None = None,
    copies: str | None = None,
) -> None:
    coding = next(
        (c for n in names if ":c." in n or n.startswith("c.") if (c := coding_of(n))), None
    )
    protein = next((p for n in names if "p." in n if (p := protein_of(n))), None)
    shown = (protein_of(v.text) for v in find_variants(label or "") if v.kind == "p")
    protein = protein or next(filter(None, shown), None)
    stated = class_of(acmg)
    if stated in ("benign", "likely_benign") or (silent(protein) and stated is None):
        return
    if gene is None and not (names or label):
        return
    zygosity = _STATES.get(said(node(state).get("id")) or "", "")
    polarity: Polarity = "indeterminate" if status == "UNKNOWN_STATUS" and not acmg else "present"
    kind = None
    if structural or copies:
        kind = "fusion" if re.search(r"fusion|transloc", structural or "", re.I) else "cnv"
    parts = [*names, label if not names else None, copies, acmg, _label(state) or zygosity, status]
    draft.add_change(
        gene or _NO_GENE, *parts, hgvs_c=coding, hgvs_p=protein, polarity=polarity,
        kind=kind, classification=stated, origin=origin_of(words),
    )  # fmt: skip
    if status == "REJECTED":
        draft.warnings.append(_(_REJECTED))


def _tell(draft: Draft, packet: Node) -> None:
    """What the file is about, and what of it was not taken for a result."""
    named = {f.analyte for f in draft.findings}
    genes = [g for one in nodes(packet.get("genes")) if (g := symbol_of(first_said(one, "symbol")))]
    loose = [g for g in dict.fromkeys(genes) if g not in named]
    if loose:
        draft.warnings.append(_(_NO_CHANGE).format(genes=", ".join(loose)))
    if nodes(packet.get("diseases")) or any(
        "diagnosis" in one for one in nodes(packet.get("interpretations"))
    ):
        draft.limits.append(_(_DIAGNOSIS))
    if any(f.analyte == _NO_GENE for f in draft.findings):
        draft.warnings.append(_(_UNNAMED))
    if not draft.findings:
        draft.warnings.append(_(_NOTHING))
    draft.family = "tumor_ngs_tissue" if _of_tumor(packet) else _family(draft)


def _of_tumor(packet: Node) -> bool:
    """True when a change was found in a sample whose tumor the file tells of."""
    samples = nodes(packet.get("biosamples"))
    tumors = {said(one.get("id")) for one in samples if _TUMOR & set(one)}
    told = [node(one.get("diagnosis")) for one in nodes(packet.get("interpretations"))]
    genomic = [g for one in told for g in nodes(one.get("genomicInterpretations"))]
    return any(said(one.get("subjectOrBiosampleId")) in tumors - {None} for one in genomic)


def _family(draft: Draft) -> Family:
    """A tumor test where a change is said to be somatic; zygosity is told of inherited ones."""
    if any(f.origin == "somatic" for f in draft.findings):
        types = " ".join(s.type or "" for s in draft.specimens)
        plasma = re.search(r"plasma|cell.free|ctDNA", types, re.I)
        return "tumor_ngs_plasma" if plasma else "tumor_ngs_tissue"
    words = " ".join(f.evidence.text for f in draft.findings)
    inherited = any(f.origin == "germline" for f in draft.findings)
    return "germline" if inherited or re.search(r"zygous", words) else "other"


def _comments(packet: Node) -> list[Any]:
    """The texts that people wrote into the packet."""
    parts = [packet.get("interpretations"), node(packet.get("subject")), packet.get("biosamples")]
    notes = [node(p).get("description") for p in nodes(packet.get("phenotypicFeatures"))]
    return [*parts, *notes, node(packet.get("metaData")).get("externalReferences")]
