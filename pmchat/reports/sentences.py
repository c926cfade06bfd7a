"""The sentences of a row."""

from __future__ import annotations

import re

from pmchat.reports.biomarkers import find_marks
from pmchat.reports.genes import find_genes
from pmchat.reports.polarity import find_cues
from pmchat.reports.prose import wordy
from pmchat.reports.variants import find_variants

_SENTENCE = re.compile(
    r"(?<=[a-z0-9)%*\]A-Z][.!?])(?<!Met1\?)(?<!p\.M1\?)\s+(?=[A-Z(])"
    r"|\s{2,}(?=[A-Z][A-Za-z /]{2,28}:\s)"
    r"|;\s+(?=[A-Z][A-Z0-9-]+(?: [\w.()*>-]+){0,3} (?:was|were|is|are) (?:not |also )?"
    r"(?:detected|found|identified|present|seen)\b)"
)
_NO_END = re.compile(r"\b(?:vs|Dr|Mr|Mrs|Ms|No|approx|ca|e\.g|i\.e|resp|Fig|ref|St|al)\.$")


# "Variant 2: ...", or "No V600E.", after a sentence about the same gene.
_ANOTHER = re.compile(r"\s*(?:(?:variant|allele) \d\b|(?:no|negative for|without)\s)", re.I)
_CHANGE_ALONE = re.compile(r"\s*\S+ (?:was|is) (?:not )?(?:detected|found|identified|present)\W*")
_BESIDE_NAMES = re.compile(r"\([^()]*\)|\b(?:fusions?|mutations?|promoter|genes?)\b|[\s.]")
_ISH = re.compile(r"\s*(?:reflex )?(?:(?:[FCS]|DD?)?ISH|in situ)\b", re.I)
# How the person handles a drug, in the sentence behind the genotype.
_TYPE = re.compile(
    r"\s*(?:you are|(?:this|that|it) (?:makes|means|suggests)(?: that)? you(?: are)?)"
    r" (?:likely )?(?:an? )?[\w-]+ (?:metaboli[sz]er|acetylator)\b",
    re.I,
)
# What is said of the sample stands beside a result, and is none of it.
_OF_SAMPLE = re.compile(
    r"\b(?:controls?|white (?:blood )?cells?|buffy coat|(?:matched|paired) normal"
    r"|tumou?r (?:content|purity)|plasma volume|(?:cf)?DNA (?:yield|input|amount|quality)"
    r"|contamination|sample (?:quality|identity)|(?:mean |median )?(?:coverage|depth))\b",
    re.I,
)
_RESULT = re.compile(
    r"\s*(?:result|status|finding|outcome|genotype|phenotype|diplotype)s?\s*[:=]", re.I
)


_FEW_WORDS = 3
_SHARE = re.compile(r"%|\d (?:\w+ )?reads\b")
# "Tested: EML4::ALK, KIF5B::RET. None was detected."
_ALL_DENIED = re.compile(
    r"\s*(?:(?:none|neither)(?: of (?:them|these|those)(?: \w+)?)? (?:was|were|is|are)"
    r"(?: \w+)? (?:detected|found|identified|seen|present|observed)|all (?:were |are )?negative"
    r"|no (?:[a-z]+ ){0,6}(?:variants?|mutations?|changes?|alterations?) (?:was|were|is|are) "
    r"(?:detected|found|identified|seen) in (?:any of )?(?:them|(?:these|those|the) genes)"
    r"|not (?:detected|found|identified|seen)|negative)\W*",
    re.I,
)


def find_sentences(text: str, begin: int) -> list[tuple[int, int]]:
    """The sentences of a row, from where its heading ends."""
    spans, start = [], begin
    for match in _SENTENCE.finditer(text, begin):
        if _NO_END.search(text[max(0, match.start() - 12) : match.start()]) or _names_no_label(
            text, match
        ):
            continue
        if match.group().startswith(";") and not wordy(text[start : match.start()], _FEW_WORDS):
            continue  # names in front may share its result
        spans.append((start, match.start()))
        start = match.end()
    spans.append((start, len(text)))
    return _with_changes(text, [(a, b) for a, b in spans if text[a:b].strip()])


def _with_changes(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """A sentence that only names a change goes with the one before that names its gene."""
    out: list[tuple[int, int]] = []
    for start, end in spans:
        if out and find_variants(text[start:end]) and not find_genes(text[start:end]):
            before = text[out[-1][0] : out[-1][1]]
            one_gene = len({g.symbol for g in find_genes(before)}) == 1
            told = _ANOTHER.match(text[start:end]) or _CHANGE_ALONE.fullmatch(text[start:end])
            if one_gene and (told or not find_variants(before)):
                out[-1] = (out[-1][0], end)
                continue
        if out and _only_names(text[slice(*out[-1])]):
            out[-1] = (out[-1][0], end)
            continue
        her2 = out and re.search(r"\b(?:HER2|ERBB2)\b", text[out[-1][0] : out[-1][1]])
        if her2 and _ISH.match(text[start:end]) and not find_genes(text[start:end]):
            out[-1] = (out[-1][0], end)
            continue
        denied = _ALL_DENIED.fullmatch(text[start:end])
        if (
            out
            and denied
            and not find_cues(text[slice(*out[-1])])
            and not _SHARE.search(text[:start])
        ):
            out[-1] = (out[-1][0], end)
            continue
        told = _RESULT.match(text[start:end]) or _TYPE.match(text[start:end])
        if out and told and not find_genes(text[start:end]):
            out[-1] = (out[-1][0], end)
            continue
        out.append((start, end))
    return out


def denied_at_end(text: str) -> bool:
    """True for a list of genes whose last sentence denies all: "No variant was seen in them."."""
    _names, stop, last = text.rstrip(" .").rpartition(". ")
    return bool(stop) and _ALL_DENIED.fullmatch(last) is not None


def _only_names(text: str) -> bool:
    """True for a name that stands before its sentences: "TP53. No mutation was found."."""
    spans = [(g.start, g.end) for g in find_genes(text)]
    spans += [(m.start, m.end) for m in find_marks(text)]
    if not spans or min(spans)[0] > len(text) - len(text.lstrip()):
        return False
    last = max(end for _, end in spans)
    between = re.sub(r"[A-Z0-9/-]+|\band\b|,", "", text[:last])
    return not between.strip() and not _BESIDE_NAMES.sub("", text[last:])


def _names_no_label(text: str, match: re.Match[str]) -> bool:
    """A wide space before a detail such as "VAF:" does not end a sentence."""
    if text[match.start() - 1 : match.start()] in (".", "!", "?"):
        return False
    label = text[match.end() : match.end() + 30].split(":", maxsplit=1)[0]
    if label in ("MAF", "VAF", "AF"):
        return True
    marks = {m.analyte for m in find_marks(label + ":")}
    before = {m.analyte for m in find_marks(text[: match.start()])}
    if _OF_SAMPLE.search(label) and (before or find_genes(text[: match.start()])):
        return False
    return not find_genes(label) and (not marks or marks == before)
