"""One gene or biomarker of a row on its way to a finding."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pmchat.model import Classification, Finding, Origin
from pmchat.reports.classes import BY_FUNCTION, read_class, told_anew
from pmchat.reports.genes import find_genes
from pmchat.reports.item import Item, Sentence
from pmchat.reports.misreads import misread_changes
from pmchat.reports.prose import wordy
from pmchat.reports.rows import Row
from pmchat.reports.series import Scoped
from pmchat.reports.values import Reading, read_copies, read_fraction, read_origin

_CLASS_LABEL = re.compile(
    r"\s*(?:(?:AMP\S* )?tier|class(?:ification)?|pathogenicity|(?:clinical )?significance"
    r"|interpretation"
    r"|(?:it|this (?:variant|change|mutation)) (?:is|was) (?:now )?(?:class(?:ifi)?ed|considered"
    r"|called)"
    r"|(?:the|our|this) lab(?:oratory)? (?:class(?:es|ifies)|regards|considers|calls) (?:it|this))"
    r"\b[^.;]{0,60}",
    re.I,
)

# "At present nobody knows whether it matters. It is called a variant of uncertain significance"
_IT = r"(?:it|this (?:variant|change|mutation)) (?:is|was)"
_CALLED = re.compile(
    rf"\s*{_IT} (?=(?:an? )?(?:likely |of |variant of )?(?:pathogenic|benign|uncertain))"
    rf"[^.;]{{0,60}}"
    rf"|\s*[^.;]{{0,90}}\.\s+{_IT} (?:classified|considered|called)\b[^.;]{{0,60}}",
    re.I,
)

# "Benign variants in BRCA1 (...) and BRCA2 (...)": said of all that follow
_CLASS_OF_ALL = re.compile(
    r"\W*(?:(?:the|these|following|two|three|several)\s)*(?:likely )?"
    r"(?:benign|pathogenic|uncertain)\b[^:;]*\b(?:variants|mutations|changes)\b",
    re.I,
)
_OF_TUMOR = re.compile(r"\W*(?:\d+[.)]\s*)?(?:tumou?r|somatic)\b[^:;]{0,25}:", re.I)
_FROM_BIRTH = re.compile(r"\W*(?:\d+[.)]\s*)?germline\b[^:;]{0,25}:", re.I)
_NEAR = 160
_BORN_WITH = re.compile(
    r"(?<!possible )(?<!potential )(?<!suspected )(?<!presumed )(?<!likely )\bgermline"
    r" (?:[\w-]+ ){0,3}?(?:variant|mutation|alteration|change) (?:\w+ ){0,2}(?:in|of) (?:the )?$",
    re.I,
)
_TWO_OF_EACH = 3.5  # copies: no more is no amplification
_LIMITS = re.compile(r"\b(?:limits?|LOD|sensitivity)\b", re.I)
_OTHER_AMOUNT = re.compile(
    rf"{_LIMITS.pattern}|\b(?:at least|down to|carriers?|population|not?|negative|without|absent"
    r"|undetected|earlier|previous(?:ly)?|prior|baseline|diagnosis|(?:19|20)\d\d)\b",
    re.I,
)
"""Words that tell that an amount is a limit, of other people, of another day, or denied."""
_HIGH = re.compile(r"\b(?:MSI-?H(?:igh)?|dMMR|TMB-?H(?:igh)?)\b", re.I)
_TUMOR_TITLE = re.compile(r"\btumou?r\b(?! (?:and|or|/|risk|syndrome|predisposition))", re.I)

# A cell of its own in front: "Germline variant | BRCA2 p.S1982fs".
_CELL_OF_ORIGIN = re.compile(
    r"(?:^|[|\t]|\s{2})\s*(?:somatic|germline) (?:variant|mutation)s?\s*(?:[|\t]|\s{2})\s*$", re.I
)


@dataclass(frozen=True)
class Context:
    """What holds for the whole report while its rows are read."""

    origin: Origin
    language: str = "en"
    fraction_column: str = ""
    stain: bool = False
    germline: bool = False
    scale: str = ""
    specimen_id: str | None = None


@dataclass(frozen=True)
class Seen:
    """One item on its way to a finding."""

    row: Row
    sentence: Sentence
    index: int
    scope: Scoped
    context: Context

    @property
    def item(self) -> Item:
        """The gene or biomarker itself."""
        return self.sentence.items[self.index]

    @property
    def stop(self) -> int:
        """Where the words of the item end."""
        for later in self.sentence.items[self.index + 1 :]:
            if later.start > self.item.start:
                return later.start
        return self.sentence.end

    @property
    def of_tumor(self) -> bool:
        """True when a label or a heading says that this is of the tumor: "Tumor: TP53 ..."."""
        titled = _TUMOR_TITLE.search(self.row.section.title or "")
        return bool(_OF_TUMOR.match(self.lead) or titled)

    @property
    def from_birth(self) -> bool:
        """True when words in front say so: "Germline: RAD51D", "a germline variant in ATM"."""
        return bool(_FROM_BIRTH.match(self.lead) or _BORN_WITH.search(self.lead[-_NEAR:]))

    @property
    def lead(self) -> str:
        """The words of the sentence before the item."""
        return self.row.text[self.sentence.start : self.item.start]

    @property
    def words(self) -> str:
        """The words from the item to the next one."""
        return self.row.text[self.item.start : self.stop]

    def read_class(self, text: str) -> Classification | None:
        """The class that words beside the item tell."""
        return read_class(text, "" if self.item.analyte in BY_FUNCTION else self.context.scale)


def make_finding(
    seen: Seen,
    analyte: str,
    kind: str,
    reading: Reading,
    span: tuple[int, int],
) -> Finding:
    """The finding that the words of the span print."""
    start, stop = span
    row = seen.row
    first, last = _shown(seen, span, kind)
    classification: Classification | None = None
    origin: Origin = seen.context.origin
    if kind not in ("protein", "signature"):
        if reading.polarity in ("present", "indeterminate"):
            classification = _class(seen, start)
        if seen.from_birth:
            origin = "germline"
        elif origin == "germline" and seen.of_tumor:
            origin = "unknown"
        titled = row.section.origin
        if titled == "possible_ch" and reading.polarity in ("absent_stated", "not_performed"):
            titled = None  # what is not there comes from nowhere
        beside = _CELL_OF_ORIGIN.search(seen.lead)
        origin = read_origin(seen.words) or (beside and read_origin(beside[0])) or titled or origin
        if classification or origin == "possible_ch":
            last = max(last, seen.item.start + len(seen.words.rstrip()), start)
    elif origin == "germline":
        origin = "unknown"
    return Finding(
        id="f0",
        specimen_id=seen.context.specimen_id,
        analyte=analyte,
        kind=kind,
        as_printed=row.printed(start, stop) or analyte,
        value=reading.value,
        polarity=reading.polarity,
        origin=origin,
        classification=classification,
        section=row.section.title if _fits(row, kind) else None,
        evidence=row.evidence(first, last),
        confidence=_confidence(seen),
    )


def _shown(seen: Seen, span: tuple[int, int], kind: str) -> tuple[int, int]:
    """The words to show as evidence: the span with its cue, its heading, its gene."""
    first, last = span[0], max(span[1], span[0] + 1)
    cue = seen.scope.cue
    if cue is not None:
        first, last = min(first, cue[0]), max(last, cue[1])
    elif seen.row.section.kind in ("negatives", "not_done") and seen.row.heading:
        first = 0
    if seen.item.inherited and kind != "signature":
        first = min(first, _gene_start(seen))
    return first, last


def _class(seen: Seen, start: int) -> Classification | None:
    """The class in the item's words, in those before it, or in the heading above."""
    row = seen.row
    before = row.text[seen.sentence.start : start] if seen.index == 0 else ""
    lead = row.text[seen.sentence.start : seen.sentence.items[0].start]
    if seen.index and _CLASS_OF_ALL.match(lead):
        before = lead
    cell = row.text[max(row.text.rfind("\t", 0, start), 0) : start]
    if seen.index and row.text.startswith("\t"):
        before = before or cell  # "FGFR2    Pathogenic fusion FGFR2::BICC1"
    behind = _next_label(seen)
    anew = told_anew(behind) is not None
    texts = (behind, seen.words, before) if anew else (seen.words, behind, before)
    found = next((said for text in texts if (said := seen.read_class(text))), None)
    if row.section.kind == "vus" and (found is None or found.startswith("tier")):
        return "vus"
    return found or read_class(row.section.title or "")


def _next_label(seen: Seen) -> str:
    """The class that a sentence of its own gives after the last item: "Tier I." """
    if seen.index + 1 < len(seen.sentence.items):
        return ""
    after = seen.row.text[seen.sentence.end :]
    match = _CLASS_LABEL.match(after) or _CALLED.match(after)
    return match.group() if match and not find_genes(match.group()) else ""


def _fits(row: Row, kind: str) -> bool:
    """False for a biomarker that merely follows a list of uncertain variants."""
    return row.section.kind != "vus" or kind not in ("protein", "signature")


def _gene_start(seen: Seen) -> int:
    """Where the gene of an inherited item is named."""
    for earlier in reversed(seen.sentence.items[: seen.index]):
        if not earlier.inherited:
            return earlier.start
    return seen.item.start


# Not detected in one cell and an amount in another, or two shares: several samples, unordered.
_ND, _CELL = r"(?:ND|n\.d\.|[Nn]ot (?:detected|found|seen)|[Aa]bsent)", r"(?:\t|\s{2,})"
_CHANGE = r"(?:p\.\(?)?[A-Z][a-z]{0,2}\d{1,4}[A-Za-z*]+\)?"
_SEVERAL = re.compile(
    rf"{_CELL}{_ND}(?={_CELL}).*{_CELL}(?:\d+(?:\.\d+)?\s?%?|\++[^\t]*)(?=\s*(?:{_CELL}|$))"
    rf"|{_CELL}\d+(?:\.\d+)?\s?%?(?={_CELL}).*{_CELL}{_ND}(?=\s*(?:{_CELL}|$))"
    rf"|{_CELL}{_ND}{_CELL}{_CHANGE}|{_CHANGE} \(?\d+(?:\.\d+)?\s?%\)?{_CELL}(?:.*{_CELL})?{_ND}"
    rf"|(?:{_CELL}\d+(?:\.\d+)?\s?%\s?(?={_CELL}|$)){{2}}"
)


# "KRAS G12D   -" and "KRAS G12D   < 0.1 %" may say that it was not there.
_LOW_OR_DASH = re.compile(
    r"\w\s[-\u2013\u2212]\s*$|(?:\s{2}|\t|\|)\s*(?:\(?[-\u2013\u2212]\)?\s*$|<\s?\d)"
)


def may_be_absent(seen: Seen) -> bool:
    """True for a change with a dash, or less than some share, where its result would stand."""
    told = seen.scope.polarity is not None or bool(seen.row.fraction)
    return bool(seen.item.variants) and not told and bool(_LOW_OR_DASH.search(seen.words))


def _only_sought(seen: Seen) -> bool:
    """True for a fusion without its partner or any word on a result: perhaps it was only sought."""
    item = seen.item
    fusion = item.event is not None and item.event.kind == "fusion" and not item.partners
    told = seen.scope.polarity is not None or seen.row.section.kind in ("positives", "negatives")
    return fusion and not told and seen.row.section.kind != "not_done"


def has_amount(seen: Seen) -> bool:
    """True for a change with its share of reads or many copies, which its own line does not deny.

    A list of what was not found may end above it, without a heading.
    """
    row, item = seen.row, seen.item
    other = _OTHER_AMOUNT.search(f"{row.fraction} {seen.words}")
    if (
        other
        or _LIMITS.search(row.section.title or "")
        or seen.scope.polarity not in (None, "present")
    ):
        return False
    if item.variants:
        amount, fewest = read_fraction(row.text[item.end : seen.stop], row.fraction), 0.0
    else:
        amount, fewest = read_copies(seen.words) if item.event else None, _TWO_OF_EACH
    if amount is None or (amount.value.operator or "").startswith("<"):
        return False
    return (amount.value.number or 0) > fewest


def _confidence(seen: Seen) -> float:
    if seen.context.language != "en":
        return 0.4
    if misread_changes(seen.words):
        return 0.4
    if re.search(r"not (?:clearly )?equivocal|cannot (?:be )?exclude", seen.words, re.I):
        return 0.4
    if seen.scope.doubt or (seen.row.silent and seen.scope.polarity is None):
        return 0.4
    if may_be_absent(seen) or seen.row.unsure or _only_sought(seen) or _SEVERAL.search(seen.words):
        return 0.6
    against = seen.scope.own and seen.scope.polarity == "present"
    if seen.row.section.kind == "negatives" and (against or has_amount(seen)):
        return 0.4  # the heading and the line say the contrary of each other
    if seen.row.section.kind == "negatives" and _HIGH.search(seen.words) and not seen.scope.own:
        return 0.6  # sought and not found, or found and printed below the list
    sentence = seen.row.text[seen.sentence.start : seen.sentence.end]
    if seen.scope.own or seen.row.section.kind in ("findings", "vus", "negatives", "not_done"):
        return 0.95
    return 0.75 if wordy(sentence, 3) else 0.9
