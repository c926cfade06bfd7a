"""Says in plain words what a report prints about a finding, with its line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from pmchat.answering.lookup import GENE_KINDS, HARMFUL, drug_type, is_pending
from pmchat.model import Evidence, Finding, Report, ReportCitation, Sentence
from pmchat.reports.genes import MISMATCH_REPAIR, find_genes
from pmchat.reports.together import name_of, part_of

SHOWN = 10
"""How many findings one answer tells one by one; genes that were not found share a sentence."""

_SAMPLES = {
    "tumor_ngs_plasma": " in the blood sample",
    "tumor_ngs_tissue": " in the tumor sample",
}
_MEASURED = frozenset({"protein", "signature", "genotype", "haplotype"})
_MARGIN = 6
"""How many letters more than its name a result needs to say anything."""

_LINE = 160
"""The longest line that is quoted whole."""

_SENTENCE = 300
"""The longest sentence that is quoted whole."""

_PIECE = 12
_ABOVE = 3
"""How many letters of a result are looked for in the sentences of its report, and how many lines
above it such a sentence may begin: the same words elsewhere may be on another sample."""

_EXONS = re.compile(r"\bexons?\b", re.IGNORECASE)
"""What was not read is a part of the gene: "PMS2 exons 12-15 could not be read"."""

_ALL_EXONS = re.compile(r"\b(?:remaining|other|all) exons\b|\bno result for\b", re.IGNORECASE)

_FAILED = re.compile(
    r"\bfail|\bQNS\b|did not (?:pass|work)|no result\b|not sufficient|insufficient"
    r"|\bno call\b|cannot be|could not be|low tumou?r",
    re.IGNORECASE,
)
"""Words for a test that was tried and gave no answer."""

_ORIGIN = re.compile(r"\bgermline\b|\binherit\w*|\bconfirm\b", re.IGNORECASE)
"""A note beside a change on where it may come from."""

OF_GERMLINE = "gives this overall result for changes from birth (germline)"
"""What the overall result is called where the report is on a tumor, too."""

_NEAR = 40
"""How many letters further a bracket may close."""

_SHARES = re.compile(r"(?<![\d.])\d{1,3}(?:\.\d+)? ?%")
"""Shares of reads: of several on one line the others are of earlier days."""

_BRACKET = re.compile(r"\s*\([^()]{3,80}\)")
_GAP = re.compile(r"\s{3,}|\t")
_COLUMNS = re.compile(r"\S {2,}\S|[|\t]")
_ENDS = re.compile(r"(?<=[a-z0-9%)][.!?;])\s+(?=[A-Z])|^\W*(?:\d{1,2}|[a-z])[.)]\s+")
_WORDS = re.compile(r"(?<!\S)[a-z]{2,}(?!\S)")
_FEWEST = 2
"""How many plain words in front of a result make a sentence of it."""

_ORDER = {"present": 0, "indeterminate": 1, "absent_stated": 2, "not_performed": 3}


def say_findings(findings: Sequence[Finding], report: Report | None = None) -> list[Sentence]:
    """A sentence a finding, the telling ones first; the first is the headline.

    Of several reports, each sentence names its own.
    """
    ordered = by_weight(findings)
    bare = [f for f in ordered if is_bare_negative(f)]
    single = [f for f in ordered if not is_bare_negative(f)]
    said = [(_text(like, report), like) for like in _alike(single, report)[:SHOWN]]
    lists: dict[str, list[Finding]] = {}
    for one in bare:
        lists.setdefault(whose(one, report), []).append(one)
    said += [(_negatives(found, owner), found) for owner, found in lists.items()]
    return [
        Sentence(
            text=text,
            role="report" if place else "headline",
            citations=tuple(_citations(cited, report)),
        )
        for place, (text, cited) in enumerate(said)
    ]


def by_weight(findings: Iterable[Finding]) -> list[Finding]:
    """The overall result first, then what was found, what is unclear, what was not found."""
    return sorted(findings, key=_rank)


def in_words(finding: Finding) -> str:
    """A finding as a short phrase, to search its page for what such a result does not mean."""
    name = finding.analyte
    if finding.polarity == "not_performed":
        return f"{name} test was not done"
    if finding.polarity == "indeterminate":
        return f"{name} result is not clear or could not be measured"
    if finding.kind == "protein" and name in MISMATCH_REPAIR:
        return f"loss of {name}, dMMR" if finding.polarity == "present" else f"{name} intact, pMMR"
    if label := drug_type(finding):
        return f"what can happen with a low or unusual {name} result, {label}"
    if finding.kind in _MEASURED:
        return finding.as_printed
    if finding.polarity == "absent_stated":
        return f"no {name} change was found, {name} wild type"
    if finding.origin == "germline":
        return f"harmful inherited {name} change, not a cancer diagnosis"
    return f"{finding.as_printed} change, began in the tumor and not inherited"


def whose(finding: Finding, report: Report | None) -> str:
    """The report that a sentence is about, and the person's own hand where it was at work."""
    part = part_of(report, finding.id)
    name = f"your {name_of(part, finding.specimen_id)}" if part else "your report"
    if finding.by_person:
        return f"As you {finding.by_person} it, {name}"
    return name[0].upper() + name[1:]


def _rank(finding: Finding) -> tuple[bool, int, bool, bool, bool]:
    is_normal_score = finding.kind == "signature" and finding.polarity == "absent_stated"
    return (
        finding.kind != "summary",
        _ORDER["present" if is_normal_score else finding.polarity],
        finding.classification == "vus",
        finding.origin == "possible_ch",
        finding.kind in _MEASURED,
    )


def is_bare_negative(finding: Finding) -> bool:
    """A gene that a list names as not changed, with no words of its own."""
    bare = finding.as_printed == finding.analyte and finding.kind in GENE_KINDS
    return finding.polarity == "absent_stated" and bare


def is_measured(finding: Finding) -> bool:
    """Whether a stain, a score or a genotype has a number."""
    has_number = finding.value is not None and finding.value.number is not None
    return finding.kind in _MEASURED and has_number


def _citations(findings: Sequence[Finding], report: Report | None) -> Iterator[ReportCitation]:
    for finding in findings:
        places = [finding.evidence]
        if not is_bare_negative(finding) and (whole := _whole_sentence(finding, report)):
            places.append(whole)
        for one in places:
            yield ReportCitation(
                finding_id=finding.id, page=one.page, line=one.line, quote=one.text
            )


def _negatives(findings: Sequence[Finding], owner: str) -> str:
    listed = _listed([f.analyte for f in findings], "or")
    return f"{owner} says that no reportable change was found in {listed} in this sample."


def _listed(names: Sequence[str], word: str) -> str:
    """Names in a row: "ALK, RET or ROS1"."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} {word} {names[-1]}"


def _alike(findings: Sequence[Finding], report: Report | None) -> list[list[Finding]]:
    """The findings in groups of which one line says the same: no result for ALK, RET and ROS1."""
    groups: dict[tuple[str, str, str], list[Finding]] = {}
    for one in findings:
        nameless = one.model_copy(update={"analyte": ""})
        what = _what(nameless, sample_of(one, report)) if one.kind in GENE_KINDS else one.id
        groups.setdefault((whose(one, report), what, _printed(one, report)), []).append(one)
    return list(groups.values())


def sample_of(finding: Finding, report: Report | None) -> str:
    """Where a change was found: blood tests for tumor DNA and tests of tumor tissue differ."""
    part = part_of(report, finding.id)
    family = part.report.family if part else report.family if report else None
    return _SAMPLES.get(family or "", "")


def _text(findings: Sequence[Finding], report: Report | None) -> str:
    """The sentence on a finding, or on several of which one line says the same."""
    first, owner = findings[0], whose(findings[0], report)
    if first.kind == "summary" and is_of_both(report):
        return f"{owner} {OF_GERMLINE}: {quoted(first)}."
    word = "and" if first.polarity == "present" else "or"
    names = list(dict.fromkeys(f.analyte for f in findings))
    named = first.model_copy(update={"analyte": _listed(names, word)}) if names[1:] else first
    return f"{owner} {_what(named, sample_of(first, report))}: {_printed(first, report)}."


def _printed(finding: Finding, report: Report | None) -> str:
    """The printed words in quotation marks: of running text the whole sentence."""
    whole = _whole_sentence(finding, report)
    return f'"{whole.text.rstrip(".")}"' if whole else quoted(finding)


def is_of_both(report: Report | None) -> bool:
    """Whether a report on the person's own genes has results of a tumor, too."""
    findings = report.findings if report else ()
    inborn = any(f.origin == "germline" for f in findings)
    return inborn and any(
        f.origin != "germline" and f.kind in {*GENE_KINDS, "signature"} for f in findings
    )


def _whole_sentence(finding: Finding, report: Report | None) -> Evidence | None:
    """The sentence of running text that a result is a piece of, which alone can mislead."""
    piece = quoted(finding).strip('"')
    if report is None or finding.by_person or len(piece) < _PIECE:
        return None
    place = finding.evidence
    return next(
        (
            r
            for r in report.remarks
            if piece in r.text
            and r.text.count(":") <= 1  # no row of several results
            and len(piece) < len(r.text) <= _SENTENCE
            and (r.page == place.page and 0 <= place.line - r.line <= _ABOVE)
        ),
        None,
    )


def quoted(finding: Finding) -> str:
    """What is printed, in quotation marks, as every sentence on a finding gives it.

    The whole line where the result alone would not say what it is: a test that was not done
    and why, a genotype whose type stands in another column. Of running text, the whole sentence.
    """
    line = " ".join(finding.evidence.text.split())
    if (sentence := _in_prose(finding)) is not None:
        return f'"{sentence}"'
    bare = len(finding.printed) <= len(finding.analyte) + _MARGIN
    of_it_alone = bare or len({g.symbol for g in find_genes(line)}) == 1
    untold = of_it_alone and finding.polarity in {"not_performed", "indeterminate"}
    of_origin = of_it_alone and _ORIGIN.search(line) and not _ORIGIN.search(finding.printed)
    of_course = of_it_alone and finding.kind in GENE_KINDS and len(_SHARES.findall(line)) > 1
    alone = untold or of_origin or of_course or finding.kind == "genotype"
    whole = alone and len(line) <= _LINE
    printed = (_cell(finding) or line) if whole else _with_reason(finding, line)
    return f'"{_closed(printed, line).rstrip(".")}"'


def _closed(printed: str, line: str) -> str:
    """A print with what its line has up to the bracket that closes, or without half a bracket."""
    if printed.count("(") > printed.count(")"):
        place = line.find(printed)
        end = line.find(")", place + len(printed)) + 1 if place >= 0 else 0
        near = 0 < end - place - len(printed) <= _NEAR
        return line[place:end] if near else printed[: printed.rindex("(")].rstrip()
    return printed.rstrip(")") if printed.count(")") > printed.count("(") else printed


def _with_reason(finding: Finding, line: str) -> str:
    """The print of what was not tested, with the bracket behind it that tells why."""
    place = line.find(finding.printed)
    reason = _BRACKET.match(line, place + len(finding.printed)) if place >= 0 else None
    told = reason and finding.polarity in {"not_performed", "indeterminate"}
    return finding.printed + reason[0] if reason and told else finding.printed


def _cell(finding: Finding) -> str | None:
    """The cell of a line that holds a result, where each cell is on a test of its own:
    "A: x   B: y", or "A positive   B not performed"."""
    cells = [" ".join(c.split()) for c in _GAP.split(finding.evidence.text.strip())]
    own = [c for c in cells if finding.printed in c]
    apart = all(":" in c for c in cells) or finding.printed.endswith(")")
    return own[0] if own and len(cells) > 1 and apart else None


def _in_prose(finding: Finding) -> str | None:
    """The sentence of running text that a result stands in, when it is not too long."""
    if _COLUMNS.search(finding.evidence.text.strip()):
        return None
    line = " ".join(finding.evidence.text.split())
    place = line.find(finding.printed)
    if place < 0:
        return None
    begin = max((m.end() for m in _ENDS.finditer(line, 0, place)), default=0)
    end = _ENDS.search(line, place + len(finding.printed))
    sentence = line[begin : end.start() if end else len(line)]
    lead = sentence[: place - begin]
    running = len(_WORDS.findall(lead)) >= _FEWEST and not lead.rstrip().endswith(":")
    return sentence.rstrip(".") if running and len(sentence) <= _SENTENCE else None


def sentence_of(finding: Finding) -> str:
    """The sentence of its line that a result stands in."""
    line = finding.evidence.text
    start = max(line.find(finding.as_printed), 0)
    begin = line.rfind(". ", 0, start) + 1
    return line[begin : start + len(finding.as_printed)]


def _copies(finding: Finding) -> str:
    """In how many of the two copies of the gene an inherited change is, where it is printed."""
    printed = finding.evidence.text.lower()
    if "heterozygous" in printed and "compound" not in printed:
        return ", in a single copy,"
    return ", in both copies," if "homozygous" in printed else ""


def _without_result(finding: Finding) -> str:
    name = finding.analyte
    if is_pending(finding):
        return f"says that this {name} result is pending"
    if (
        finding.kind == "gene"
        and _EXONS.search(finding.printed)
        and not _ALL_EXONS.search(finding.printed)
    ):
        return f"gives no result for a part of {name}"
    failed = _FAILED.search(finding.evidence.text)
    return f"gives no result for {name}" if failed else "says that this test was not done"


def _what(finding: Finding, sample: str) -> str:
    """The words before the quoted print, by kind, polarity, origin, class and sample."""
    name = finding.analyte
    if finding.kind == "summary":
        return "gives this overall result"
    if finding.polarity == "not_performed":
        return _without_result(finding)
    if finding.polarity == "indeterminate" and not is_measured(finding):
        return f"gives no clear result for {name}"
    if finding.kind == "protein" and name in MISMATCH_REPAIR:
        lost = finding.polarity == "present"
        return f"says that {name} is {'lost (missing)' if lost else 'intact (not lost)'}"
    if finding.kind in _MEASURED:
        return f"gives this {name} result"
    if finding.polarity == "absent_stated":
        return f"says that no change was found in this test of {name}{sample}"
    if finding.origin == "possible_ch":
        return f"marks this {name} change as possible clonal hematopoiesis"
    if finding.classification == "vus":
        return f"lists this {name} change as a variant of uncertain significance"
    if finding.classification in HARMFUL:
        called = finding.classification.replace("_", " ")
        if finding.origin != "germline":
            return f"lists this {name} change and calls it {called}"
        return f"lists this {name} change as germline (from birth){_copies(finding)} and {called}"
    if finding.origin == "germline":
        return f"lists this {name} change as germline (from birth){_copies(finding)}".rstrip(",")
    return f"lists this {name} change as found{sample}"
