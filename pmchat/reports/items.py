"""Items: each gene or biomarker of a sentence with the words that belong to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from pmchat.reports.biomarkers import Mark, find_marks
from pmchat.reports.cue_parts import SEEN
from pmchat.reports.equivalents import one_change
from pmchat.reports.genes import MISMATCH_REPAIR, Mention, find_genes, plain_word
from pmchat.reports.item import Item, Sentence, split_ish
from pmchat.reports.variants import REGION, Event, Variant, find_events, find_variants

# In a fusion the analyte is the partner that a medicine acts on, else the last.
DRIVERS = frozenset(
    "ALK ROS1 RET NTRK1 NTRK2 NTRK3 FGFR1 FGFR2 FGFR3 NRG1 BRAF RAF1 ABL1 MET PDGFRA PDGFRB JAK2 "
    "RARA KMT2A EGFR ERBB2 ERG EWSR1 SS18 NUTM1 TFE3 CRLF2 CSF1R CBFB NUP98".split()
)
_OLD_NAMED = frozenset({"F2", "F5", "MTHFR", "ABCB1", "VKORC1", "TERT"})
_MMR = MISMATCH_REPAIR | {"EPCAM"}
_JOIN = re.compile(r"\s?(?:-|::|\u2013|--)\s?(?:and\s)?$")
_SLASH = re.compile(r"\s?/\s?$")
_PART = r"(?:(?:the )?(?:exons?|introns?) [\d-]+ (?:of|in) )?(?:the )?"
_NEAR = 80
_JOINING = re.compile(
    r"\b(?:fusions?|rearrangements?|translocations?) (?:(?:that|which) )?(?:joins|joining|linking"
    rf"|juxtaposing|between) {_PART}$",
    re.I,
)
_TO_PARTNER = re.compile(
    rf"\s*(?:\([^()]*\)\s*|(?:exons?|introns?) \d+ )?(?:to|with|and) {_PART}", re.I
)
_ALIAS_GAP = re.compile(r"^\s*[(/,-]\s*$|^\s*\(?(?:also|aka|formerly)\W*$")
_AND = re.compile(r"(?:,|/|\band\b|\bor\b|&|\s)+")
_AGAIN = re.compile(
    r"\s*(?:activity score|phenotype|metaboli[sz]er status|signals?\b|copies\b"
    r"|(?:gene )?copy number\W{0,3}\d)",
    re.I,
)
_PARTED = re.compile(r";|\b(?:negative|no|not|but)\b", re.I)
STAIN = re.compile(
    r"\b(?:IHC|immunohisto\w*|immunostain\w*|flow cytometry|nuclear|expression|expressed|stain\w*"
    r"|intact|retained|preserved|lost|overexpress\w*|(?<!of )loss)\b|[0-3]\s?\+",
    re.I,
)
_EVENT_GAP = re.compile(
    r"^\s*(?:\([^)]*\)|[\s:,|\t/()-]|\b(?:CE[PN]\d+|gene|copy|high-level|focal|low-level|protein|kinase"
    r"|focally"
    r"|mutation|alteration|variant|not|no|is|was|by|FISH|IHC|NGS|ISH|for|with|of|the|an?|domain|tyrosine|somatic|DNA"
    r"|RNA|evidence|detected|identified|status|analysis|testing|result|and|or|intron|exon|in-frame|inframe"
    r"|heterozygous|CNA|SNP array|array"
    r"|homozygous|positive|negative|likely|pathogenic|whole|ratio|PTC\d?|copies|\d+(?:\.\d+)?)\b)*\s*$",
    re.I,
)
_NEXT_DENIED = re.compile(r"(?:\b(?:and|or)|;) no\b", re.I)  # "no NRAS mutation and no fusion"
_CONTRAST = re.compile(r"\b(?:but|however|although|while|whereas|instead)\b", re.I)
# The name of a gene that is not known: "JAK1 deletion, PRDM2 p.E282del".
_UNKNOWN_GENE = re.compile(
    r"[,;]\s*(?!(?:EX|EXON|INT|INTRON|CHR|TIER|CLASS|GRCH|HG|RS|GEN|VAR)\d)[A-Z]{2,6}\d{1,2}[A-Z]?\s+$"
)
# "chr13q | heterozygous deletion | q-arm | 1 | BRCA2, RB1": its genes stand in the last cell.
_OF_REGION = re.compile(REGION)
_CELLS_BETWEEN = re.compile(
    r"(?:\s*(?:[|\t]|\s{2})\s*(?:[pq]-arm(?:, partial)?|(?:copy number )?\d{1,2})?)*"
    r"\s*(?:[|\t]|\s{2})\s*(?:[A-Z][A-Z0-9]{1,7}, ?)*"
)
# A change named in front: "c.5096G>A) was identified in BRCA1".
_FOUND_IN = re.compile(
    rf"\W*(?:(?:was|is|were|has been) )?(?:{SEEN} )?(?:only )?(?:in|of) (?:the )?$", re.I
)
# Genes that lie side by side on a chromosome.
_NEIGHBORS = (
    frozenset({"CDKN2A", "CDKN2B", "MTAP"}),
    frozenset({"CCND1", "FGF3", "FGF4", "FGF19"}),
)
_OTHERS = re.compile(r" (?:other than|apart from|besides|beyond|not) ", re.I)
_OF = re.compile(r"\s+(?:of|in|involving)\s+(?:the\s+)?")
_EVENT_BEFORE = re.compile(
    r"^\s*(?:of|in|involving|affecting|within|for|:|the|both|gene|\s)*\s*$", re.I
)


def read_items(text: str, start: int, end: int) -> Sentence:
    """The items of one sentence; offsets are those of the row."""
    piece = text[:end]
    marks = [m for m in find_marks(piece) if m.start >= start]
    genes = [
        g
        for g in find_genes(piece)
        if g.start >= start and not _inside(g, marks) and not plain_word(piece, g)
    ]
    variants = [
        v for v in find_variants(piece) if v.start >= start and not _inside(v, [*marks, *genes])
    ]
    events = [
        e for e in find_events(piece) if e.start >= start and not _inside(e, [*marks, *variants])
    ]
    atoms: list[Mark | Mention | Variant | Event] = sorted(
        [*marks, *genes, *variants, *events], key=lambda a: a.start
    )
    stain = bool(STAIN.search(text, start, end))
    return Sentence(start, end, tuple(_Grouper(piece).group(atoms)), stain)


def _inside(
    one: Mark | Mention | Variant | Event, others: Sequence[Mark | Mention | Variant]
) -> bool:
    return any(one.start < o.end and o.start < one.end for o in others)


class _Grouper:
    """Hands each change to the gene it belongs to."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.items: list[Item] = []
        self.waiting: list[Variant | Event] = []

    def group(self, atoms: list[Mark | Mention | Variant | Event]) -> list[Item]:
        """Goes through the names in order and returns the items."""
        for atom in atoms:
            if isinstance(atom, Mark):
                self._mark(atom)
            elif isinstance(atom, Mention):
                self._gene(atom)
            elif isinstance(atom, Variant):
                self._variant(atom)
            else:
                self._event(atom)
        self._late()
        return split_ish(self.text, sorted(self.items, key=lambda i: i.start))

    @property
    def last(self) -> Item | None:
        """The gene that a change would belong to."""
        item = self.items[-1] if self.items else None
        return item if item is not None and item.mark is None else None

    def _mark(self, mark: Mark) -> None:
        last = self.items[-1] if self.items else None
        same = last is not None and last.mark is not None and last.analyte == mark.analyte
        if last is not None and same and not re.search(r";|\.\s", self.text[last.end : mark.start]):
            last.end = mark.end
            return
        self.items.append(Item(mark.analyte, mark.start, mark.end, mark=mark, head_end=mark.end))

    def _gene(self, gene: Mention) -> None:
        last = self.last
        if last is not None and gene.start >= last.end:
            gap = self.text[last.end : gene.start]
            if gene.symbol == last.analyte and _ALIAS_GAP.match(gap):
                closed = self.text[gene.end : gene.end + 1] == ")"
                last.end = last.head_end = gene.end + closed
                return
            if gene.symbol == last.analyte and _AGAIN.match(self.text[gene.end :]):
                return
            if gene.symbol in last.partners:
                last.end = gene.end
                return
            if self._fused(last, gap, gene):
                last.partners = [*(last.partners or [last.analyte]), gene.symbol]
                drivers = [p for p in last.partners if p in DRIVERS]
                last.analyte = drivers[0] if drivers else last.partners[-1]
                last.end = last.head_end = gene.end
                return
        item = Item(gene.symbol, gene.start, gene.end, head_end=gene.end)
        if (name := self.text[gene.start : gene.end]).endswith("vIII"):
            item.event = Event("indel", gene.start, gene.end, name)
        item.haplotype = "HapB3" in self.text[gene.end :]
        self.items.append(item)
        self._take_waiting(item)

    def _fused(self, last: Item, gap: str, gene: Mention) -> bool:
        if gap == "::" and gene.symbol != last.analyte:
            return True
        if last.analyte != gene.symbol and _joined(self.text[: last.start], gap):
            return True
        if not (last.bare or last.partners) or last.inherited or gene.symbol == last.analyte:
            return False
        if last.analyte in _MMR or gene.symbol in _MMR or _neighbors(last.analyte, gene.symbol):
            return False
        if _JOIN.match(gap):
            return True
        if _family(last.analyte) == _family(gene.symbol) and {last.analyte, gene.symbol} <= DRIVERS:
            return False  # "NTRK1/NTRK3 fusion" is one of either gene
        after = self.text[gene.end : gene.end + 24].lower()
        return bool(_SLASH.match(gap)) and bool(
            re.match(r"\W*(?:gene )?(?:fusion|rearr|transl)", after)
        )

    def _take_waiting(self, item: Item) -> None:
        """A change named just before its gene: "amplification of ERBB2"."""
        changes = [w for w in self.waiting if isinstance(w, Variant)]
        if changes and _FOUND_IN.match(self.text[changes[-1].end : item.start]):
            item.variants = [c for c in changes if _belongs(item, c)]
            item.start, changes = min(item.start, changes[0].start), []
        for atom in self.waiting:
            gap = self.text[atom.end : item.start]
            leads = _EVENT_BEFORE.match(gap) or (
                _OF_REGION.match(self.text, atom.start) and _CELLS_BETWEEN.fullmatch(gap)
            )
            if isinstance(atom, Event) and item.event is None and leads:
                item.event = atom
                item.start = min(item.start, atom.start)
        self.waiting = [*changes]

    def _variant(self, variant: Variant) -> None:
        last = self.last
        if last is None:
            if not self.items:
                self.waiting.append(variant)
            return
        variant = _own_name(last.analyte, variant)
        if last.bare and _CONTRAST.search(self.text[last.end : variant.start]):
            self.waiting.append(variant)
            return
        gap = self.text[last.end : variant.start]
        if not last.bare and _UNKNOWN_GENE.search(gap):
            return
        other_name = gap.strip() == ";" and {v.kind for v in last.variants} == {"c"}
        parted = (
            not last.bare
            and not (other_name and variant.kind == "p")
            and _PARTED.search(gap)
            and not _in_bracket(self.text[last.start : variant.start])
        )
        if _belongs(last, variant) and not parted:
            last.variants.append(variant)
            last.end = max(last.end, variant.end)
            return
        self.items.append(
            Item(last.analyte, variant.start, variant.end, variants=[variant], inherited=True)
        )

    def _event(self, event: Event) -> None:
        last = self.last
        gap = self.text[last.end : event.start] if last is not None else ""
        if (
            last is None
            or not _EVENT_GAP.match(gap)
            or _NEXT_DENIED.search(gap)
            or self._of_next_gene(gap, event)
        ):
            self.waiting.append(event)
            return
        if (last.event is None and not last.variants) or (
            last.event is None and event.kind in ("indel", "snv")
        ):
            last.event = event
            last.end = max(last.end, event.end)
        elif (
            event.kind in ("cnv", "fusion")
            and re.search(r"[,;]|\band\b", gap)
            and not _of_any_gene(self.text, event)
        ):
            self.items.append(
                Item(last.analyte, event.start, event.end, event=event, inherited=True)
            )

    def _of_next_gene(self, gap: str, event: Event) -> bool:
        """True for the loss in "deletions of BRCA2 and homozygous loss of PTEN"."""
        behind = _OF.match(self.text, event.end)
        joined = re.search(r",|\b(?:and|or)\b", gap)
        if not (behind and joined):
            return False
        return any(
            g.start == behind.end() and g.symbol not in _MMR  # whose loss is one of a protein
            for g in find_genes(self.text)
        )

    def _beside(self, one: Item, other: Item) -> None:
        """Genes that lie side by side are lost or gained together: "CDKN2A/CDKN2B: deletion"."""
        joined = _SLASH.fullmatch(self.text, one.end, other.start)
        together = _neighbors(one.analyte, other.analyte)
        copies = other.event is not None and other.event.kind == "cnv"
        after = other.event is not None and other.event.start >= other.head_end
        if joined and together and copies and after and one.bare and not other.variants:
            one.event, one.end, one.head_end = other.event, other.end, other.head_end
            other.start = one.start

    def _late(self) -> None:
        """A change printed before the only gene of its row belongs to that gene."""
        for one, other in reversed(list(pairwise(self.items))):
            self._beside(one, other)
        led: Event | None = None
        for one, other in zip(self.items, self.items[1:], strict=False):
            if one.start == other.start and one.bare and other.event is not None:
                one.event, one.end = other.event, other.end
            if one.event is not None and one.event.start == one.start:
                led = one.event
            gap = self.text[one.end : other.start]
            if led is not None and one.event is led and other.bare and _AND.fullmatch(gap):
                other.event = led  # "amplification of CCND1, FGF3 and FGF19"
        symbols = {i.analyte for i in self.items if i.mark is None}
        changes = [w for w in self.waiting if isinstance(w, Variant)]
        if len(symbols) != 1 or not changes:
            return
        item = next(i for i in self.items if i.mark is None)
        if item.variants or len({c.short for c in changes if c.kind == "p"}) > 1:
            return
        item.variants.extend(_own_name(item.analyte, change) for change in changes)
        item.start = min(item.start, changes[0].start)


def _of_any_gene(text: str, event: Event) -> bool:
    """True for what is said of fusions in general: "gene fusions other than those listed"."""
    said = text[event.start : event.end].lower()
    plural = said.startswith("gene ") and said.endswith("s")
    return plural or bool(_OTHERS.match(text, event.end))


def _own_name(analyte: str, variant: Variant) -> Variant:
    """The old names of some genes' changes, such as MTHFR C677T, are of letters of DNA."""
    old = analyte in _OLD_NAMED and re.fullmatch(r"[ACGT]\d{3,}[ACGT]", variant.text)
    return replace(variant, kind="legacy") if old else variant


def joined_in_words(text: str, item: Item) -> bool:
    """True for partners told in words, as a fusion that is sought may be too."""
    return bool(item.partners and _JOINING.search(text[: item.start][-_NEAR:]))


def _joined(lead: str, gap: str) -> bool:
    """True for the partners of a fusion told in words: "a fusion joining FGFR2 to BICC1"."""
    return bool(_TO_PARTNER.fullmatch(gap) and _JOINING.search(lead[-_NEAR:]))


def _neighbors(one: str, other: str) -> bool:
    return any({one, other} <= genes for genes in _NEIGHBORS)


def _family(symbol: str) -> str:
    """The name without its number: that of NTRK1 is that of NTRK3."""
    return symbol.rstrip("0123456789")


def _in_bracket(text: str) -> bool:
    return text.count("(") > text.count(")")


def _belongs(item: Item, variant: Variant) -> bool:
    """True when the change is the item's own, or another way to print it."""
    if variant.kind == "c" and item.analyte == "DPYD" and item.haplotype:
        return True
    if variant.kind == "legacy":
        return not any(v.kind == "legacy" for v in item.variants)
    same = [v for v in item.variants if v.kind == variant.kind]
    return not same or any(
        v.short == variant.short or one_change(item.analyte, (v.hgvs, variant.hgvs)) is not None
        for v in same
    )
