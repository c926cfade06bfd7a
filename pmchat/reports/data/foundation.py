"""Foundation-style XML: a results report with its final report and its list of variants."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from pmchat.i18n import N_, _
from pmchat.model import Classification, Polarity, Report, ReportDates, Specimen, Value
from pmchat.reports.biomarkers import find_marks, kind_of
from pmchat.reports.data.draft import Draft
from pmchat.reports.data.fields import (
    coding_of,
    day_of,
    fusion_gene,
    number_of,
    protein_of,
    said,
    share,
    silent,
    symbol_of,
)
from pmchat.reports.data.xml import names_in, parse, text_of
from pmchat.reports.file import File
from pmchat.reports.notes import TWO_PEOPLE, little_tumor
from pmchat.reports.signatures import read_mark
from pmchat.reports.variants import find_events, find_variants

_TUMOR_ONLY = N_(
    "This test cannot tell if a change was there from birth or came up only in the tumor."
)
_QUALIFIED = N_("The laboratory notes that the quality of the sample was limited.")
_FAILED = N_("The laboratory could not get results from this sample. Ask if a new test is planned.")
_THERAPIES = N_("The file also lists medicines and studies. They were not read.")
_NUMBERS = ("ReferenceID", "TRF", "CSN")
_IDENTITY = {
    "name": ("FullName", "FirstName", "LastName"),
    "birth_date": ("DOB",),
    "mrn": ("MRN",),
    "accession": ("ReportId",),
    "physician": ("OrderingMD", "Pathologist", "CopiedPhysician1"),
}


def is_foundation(file: File) -> bool:
    """True for XML with the marks of such a report."""
    return (
        names_in(file, "variant-report")
        or names_in(file, "ResultsReport", "FinalReport")
        or (names_in(file, "FinalReport", "PMI"))
    )


def read_foundation(file: File) -> Report:
    """Variants, copy numbers, rearrangements, biomarkers and stated negatives."""
    root = parse(file)
    final = root if root.tag == "FinalReport" else root.find(".//FinalReport")
    reports = list(root.iter("variant-report"))
    listed = reports[0] if reports else None
    draft = Draft(laboratory=_laboratory(final))
    draft.identify("mrn", text_of(root, "CustomerInformation/MRN"))
    draft.identify("accession", *(text_of(root, f"CustomerInformation/{t}") for t in _NUMBERS))
    if len(reports) > 1:
        draft.warnings.append(_(TWO_PEOPLE))
        return draft.report()
    if final is not None:
        _read_head(draft, final)
    if listed is not None:
        draft.test = draft.test or said(listed.get("test-type"))
        draft.identify("accession", listed.get("specimen"), listed.get("test-request"))
        _read_listed(draft, listed, _uncertain(final))
    else:
        _read_alterations(draft, final)
    _read_biomarkers(draft, final, listed)
    for one in final.iterfind(".//PertinentNegative") if final is not None else ():
        if gene := symbol_of(text_of(one, "Gene")):
            draft.add(gene, "gene", "absent_stated", f"pertinent negative: {gene}", printed=gene)
    _read_quality(draft, root, listed)
    liquid = re.search(r"liquid|ACT\b|ctDNA|plasma", draft.test or "", re.I)
    draft.family = "tumor_ngs_plasma" if liquid else "tumor_ngs_tissue"
    draft.limits.append(_(_TUMOR_ONLY))
    if final is not None and (
        final.find(".//Therapy") is not None or final.find(".//Trial") is not None
    ):
        draft.limits.append(_(_THERAPIES))
    return draft.report([one.text or "" for one in root.iter("Comment")])


def _laboratory(final: Element | None) -> str | None:
    site = final.find(".//processSite") if final is not None else None
    return said(site.get("locationName")) if site is not None else None


def _read_head(draft: Draft, final: Element) -> None:
    pmi = final.find("PMI")
    pmi = pmi if pmi is not None else Element("PMI")
    for kind, tags in _IDENTITY.items():
        draft.identify(kind, *(text_of(pmi, tag) for tag in tags))
    draft.identify("accession", *(text_of(final, t) for t in ("ReportId", "SampleName")))
    draft.identify(
        "accession", *(text_of(final, f"Sample/{t}") for t in ("FM_Id", "SampleId", "BlockId"))
    )
    draft.test = text_of(final, "Sample/TestType")
    collected = day_of(text_of(pmi, "CollDate"))
    signed = day_of(text_of(final, ".//Signature/ServerTime"))
    amended = [day_of(text_of(one, "ModifiedDts")) for one in final.iter("Amendmend")]
    draft.status = "amended" if amended else "final"
    draft.dates = ReportDates(
        collected=collected,
        received=day_of(text_of(pmi, "ReceivedDate") or text_of(final, "Sample/ReceivedDate")),
        reported=signed,
        amended=max((d for d in amended if d), default=None),
    )
    draft.specimens = [
        Specimen(
            id="s1", type=text_of(final, "Sample/SpecFormat"), site=text_of(pmi, "SpecSite"),
            collected=collected,
        )
    ]  # fmt: skip


def _uncertain(final: Element | None) -> set[tuple[str, str]]:
    """Gene and change of what the final report calls uncertain."""
    found = final.iterfind(".//VariantProperty") if final is not None else ()
    return {
        (one.get("geneName", ""), one.get("variantName", ""))
        for one in found
        if one.get("isVUS", "").lower() == "true"
    }


def _read_listed(draft: Draft, listed: Element, uncertain: set[tuple[str, str]]) -> None:
    for one in listed.iter("short-variant"):
        _read_short(draft, one, uncertain)
    for one in listed.iter("copy-number-alteration"):
        gene, change = symbol_of(one.get("gene")), said(one.get("type")) or "copy number change"
        copies = number_of(one.get("copy-number"))
        value = (
            Value(number=copies, unit="copies", label="copy number") if copies is not None else None
        )
        if gene:
            draft.add(
                gene, "cnv", _polarity(one), f"{one.get('gene')} {change}",
                f"copy number {copies:g}" if copies is not None else None, *_state(one),
                value=value, classification=_class(one, uncertain, change),
            )  # fmt: skip
    for one in listed.iter("rearrangement"):
        _read_rearrangement(draft, one, uncertain)
    for one in listed.iter("non-human"):
        for mark in find_marks(one.get("organism", ""))[:1]:
            draft.add(
                mark.analyte, kind_of(mark.analyte), "present", one.get("organism"), *_state(one)
            )


def _read_short(draft: Draft, one: Element, uncertain: set[tuple[str, str]]) -> None:
    gene, printed = symbol_of(one.get("gene")), said(one.get("protein-effect"))
    coding, protein = coding_of(one.get("cds-effect")), protein_of(printed)
    if gene is None or silent(protein) or one.get("functional-effect") == "synonymous":
        return
    if not (coding or protein or printed):
        return
    value = share(one.get("percent-reads"), percent=True) or share(one.get("allele-fraction"))
    draft.add_change(
        gene, printed, f"VAF {value.number:g} %" if value and value.number else None,
        said(one.get("functional-effect")), *_state(one),
        "subclonal" if one.get("subclonal") == "true" else None,
        hgvs_c=coding, hgvs_p=protein, polarity=_polarity(one), value=value,
        called=one.get("gene"), classification=_class(one, uncertain, printed or ""),
    )  # fmt: skip


def _read_rearrangement(draft: Draft, one: Element, uncertain: set[tuple[str, str]]) -> None:
    """A fusion is filed under one of its genes; the file's words name both."""
    aimed, other = said(one.get("targeted-gene")), said(one.get("other-gene"))
    gene = fusion_gene(other, aimed)
    if gene is None:
        return
    change, described = said(one.get("type")) or "rearrangement", said(one.get("description"))
    frame = said(one.get("in-frame"))
    draft.add(
        gene, "fusion", _polarity(one),
        described if described and gene in described else f"{aimed} {change}",
        described, f"targeted gene: {aimed}", f"other gene: {other}" if other else None,
        f"in frame: {frame}" if frame else None, *_state(one),
        classification=_class(one, uncertain, described or change),
    )  # fmt: skip


def _polarity(one: Element) -> Polarity:
    return "indeterminate" if one.get("equivocal", "").lower() == "true" else "present"


def _state(one: Element) -> list[str]:
    """What the laboratory says of a change, in the file's words."""
    state = said(one.get("status"))
    equivocal = "equivocal" if _polarity(one) == "indeterminate" else None
    return [t for t in (f"status {state}" if state else None, equivocal) if t]


def _class(one: Element, uncertain: set[tuple[str, str]], change: str) -> Classification | None:
    """Unknown and ambiguous changes are uncertain ones; known and likely are no class of ours."""
    gene = one.get("gene") or one.get("targeted-gene") or ""
    open_state = one.get("status", "").lower() in ("unknown", "ambiguous")
    return "vus" if open_state or (gene, change) in uncertain else None


def _read_alterations(draft: Draft, final: Element | None) -> None:
    """The alterations of a final report that comes without the list of variants."""
    for gene_node in final.iterfind("Genes/Gene") if final is not None else ():
        gene = symbol_of(text_of(gene_node, "Name"))
        if gene is None or find_marks(text_of(gene_node, "Name") or ""):
            continue
        for one in gene_node.iterfind("Alterations/Alteration"):
            name = text_of(one, "Name")
            if not name or (text_of(one, "Include") or "true").lower() == "false":
                continue
            equivocal = any(
                p.get("isEquivocal", "").lower() == "true" for p in one.iter("AlterationProperty")
            )
            polarity: Polarity = "indeterminate" if equivocal else "present"
            events, variants = find_events(name), find_variants(name)
            protein = next((v.hgvs for v in variants if v.kind == "p"), None)
            coding = next((v.hgvs for v in variants if v.kind == "c"), None)
            kind = events[0].kind if events and not (protein or coding) else None
            uncertain = "vus" if (gene, name) in _uncertain(final) else None
            draft.add_change(
                gene, name, "equivocal" if equivocal else None, hgvs_c=coding, hgvs_p=protein,
                polarity=polarity, kind=kind, classification=uncertain,
            )  # fmt: skip


def _read_biomarkers(draft: Draft, final: Element | None, listed: Element | None) -> None:
    """MSI, TMB and others of the list; those of the final report where the list has none."""
    for one in listed.iterfind(".//biomarkers/*") if listed is not None else ():
        unit = "mut/Mb" if "burden" in str(one.tag) else said(one.get("unit")) or ""
        _add_mark(draft, str(one.tag).replace("-", " "), one.get("status"), one.get("score"), unit)
    known = {f.analyte for f in draft.findings}
    for one in final.iterfind("Genes/Gene") if final is not None else ():
        marks = find_marks(text_of(one, "Name") or "")
        words = text_of(one, "Alterations/Alteration/Name")
        if marks and words and marks[0].analyte not in known:
            _add_mark(draft, text_of(one, "Name") or "", words, None, "")


def _add_mark(draft: Draft, name: str, state: str | None, score: str | None, unit: str) -> None:
    name = re.sub(r"mutation burden", "mutational burden", name, flags=re.I)
    marks = find_marks(f"{name}: 0") or find_marks(name)
    amount = f"{said(score)} {unit}" if number_of(score) is not None else None
    words = " ".join(t for t in (amount, said(state)) if t)
    if "heterozygosity" in name and words:
        level = re.search(r"\b(high|low)\b", state or "", re.I)
        found: Polarity = "present" if level and level[1].lower() == "high" else "absent_stated"
        reading = read_mark("HRD", f"gLOH {words}", None)
        draft.add(
            "HRD", "signature", found if level else "indeterminate", f"{name}: {words}",
            value=reading.value if reading else None,
        )  # fmt: skip
        return
    if not marks or not words:
        return
    analyte = marks[0].analyte
    text = f"{name}: {words}"
    if re.fullmatch(r"unknown|ambiguous|cannot be determined|not determined", state or "", re.I):
        draft.add(analyte, kind_of(analyte), "indeterminate", text)
    elif reading := read_mark(analyte, words, None):
        draft.add(analyte, kind_of(analyte), reading.polarity, text, value=reading.value)
    else:
        draft.add(analyte, kind_of(analyte), "indeterminate", text)


def _read_quality(draft: Draft, root: Element, listed: Element | None) -> None:
    """A failed test gives no results; a limited sample is told."""
    quality = listed.find("quality-control") if listed is not None else None
    state = quality.get("status", "") if quality is not None else ""
    words = " ".join(one.text or "" for one in root.iter("value")) + " " + (draft.test or "")
    if re.search(r"fail", state, re.I) or (
        not draft.findings
        and re.search(r"\bQNS\b|quantity not sufficient|fail", f"{state} {words}", re.I)
    ):
        draft.status = "failed"
        draft.warnings.append(_(_FAILED))
    elif re.search(r"qualified", state, re.I):
        draft.limits.append(_(_QUALIFIED))
    nuclei = number_of(listed.get("percent-tumor-nuclei")) if listed is not None else None
    if nuclei is not None and nuclei < 20:
        draft.limits.append(little_tumor(f"{nuclei:g}"))
