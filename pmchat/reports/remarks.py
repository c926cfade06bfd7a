"""What a report says beside its results: limits, comments, what was not tested, the family."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pmchat.model import Evidence, Finding, Identifier
from pmchat.reports import pgx
from pmchat.reports.genes import find_genes
from pmchat.reports.lines import addresses_program
from pmchat.reports.rows import Row
from pmchat.reports.sentences import find_sentences
from pmchat.reports.targets import of_control
from pmchat.reports.therapies import names_drug
from pmchat.text import sentences as split_sentences

MOST = 60
"""How many are kept: a report of many pages is chiefly text on genes at large."""

_LONGEST = 400
_FEWEST_WORDS = 2
_WORD = re.compile(r"(?<![A-Za-z0-9])[a-z][a-z-]+(?![A-Za-z0-9])")
_LISTS = 80
"""How many lines are kept that list what was tested."""

_HEADER = re.compile(
    r"\W*(?:\w+ )?(?:diagnosis|histology|procedure|specimen|tissue|sample|collected|received"
    r"|draw date|report(?:ed)?(?: date)?)(?: \w+)?\s*(?::|\.\.)|synthetic\b|\d+ ",
    re.IGNORECASE,
)
"""How a line on the sample begins."""

_DENIED = re.compile(
    r"(?:\bnot |\bcannot )(?:exclude|rule out|mean|show|replace|prove|cause|assess|predict"
    r"|an? predict\w*)\b",
    re.IGNORECASE,
)
"""Words that forbid a conclusion, which is no forecast."""

_VERB = re.compile(
    r"\b(?:not|is|are|was|were|be|been|has|have|had|does|did|do|can(?:not)?|may|might|should|must|could"
    r"|will|would|needs?|shows?|means?|supports?|fits?|replaces?|tests?|looks?|limits?|consider"
    r"|increases?|codes?|causes?|reduces?|leads?|helps?|arises?|raises?|distinguish(?:es)?|separates?|cover(?:s|ed)?|includes?|recommend(?:s|ed)?|suggest(?:s|ed)?)\b",
    re.IGNORECASE,
)

_TELLING = re.compile(
    r"\b(?:family|mother|father|sister|brother|aunt|uncle|parents?|relatives?|tumou?r fraction"
    r"|lymph nodes?|margins?|grade \d|tumou?r content|amended|corrected|addendum|reclassified"
    r"|not (?:performed|tested|done|ordered|included|received))\b",
    re.IGNORECASE,
)
"""Words of a short line that is worth telling."""

_ADVICE = re.compile(
    r"\b\d[\d.,]*\s*(?:mg|mcg|\u00b5g|g/m2|mL|tablets?)\b"
    r"|\b(?:dos(?:e|es|ing|age)|start|stop|avoid|prescribe|switch|discontinue|(?<!may )take)\b"
    r"|https?:|www\.|PMID|\bNCT\d|\bet al\b|\bdoi\b|copyright|\bFDA\b|CLIA",
    re.IGNORECASE,
)
"""Doses and orders, which are for the care team alone; references and notices of the law."""

_AT_LARGE = re.compile(
    r"\W*(?:people|patients|individuals|women|men|families|for example|in general|positive:"
    r"|negative:|uncertain:|(?:\w+: )?family history\W*(?:see below|provided|supplied)?\W*$"
    r"|if |.*\b(?:appendix|please refer|encodes?|developed by)\b)",
    re.IGNORECASE,
)
"""Teaching that holds for anyone, and pointers to other pages."""

_LEANS = re.compile(
    r"\W*(?:it|its|they|their|these|those|such|he|she|this (?:variant|change|finding|gene|mutation"
    r"|alteration|result|is(?! an? [\w -]{0,40}\b(?:test|assay|report|panel)\b)|may|was|has"
    r"|does|suggests?|means?|indicates?|supports?)|the (?:variant|change|mutation|same)"
    r"|(?:the )?latter|a second (?:variant|change|mutation)"
    r"|[^.;]*\bthe same (?:variant|change|mutation)"
    r"|[^.;]*\b(?:prove|confirm|exclude|explain|show) (?:it|this|that))\b(?!')",
    re.IGNORECASE,
)
"""How a sentence begins that is on what the one before it names."""

_NUMBER = re.compile(r"\W*(?:\d{1,2}[.)]|[a-z]\)|[-*\u2022])\s+")
"""How a comment of a list begins."""

_SAYS = re.compile(r":|\d|\.$")
"""What a line in capitals has that is no title."""

_FRAGMENT = re.compile(
    r"\W*(?:is|are|was|were|not|and|or|of|to|for|with|than)\b[^:]*$", re.IGNORECASE
)
"""How the rest of a wrapped sentence begins, where capitals do not tell."""

_EFFECT = re.compile(
    r"\b(?:reduced|increased|decreased|higher|lower|low|normal|slower|faster)\b.*"
    r"\b(?:risk|formation|exposure|effect|relief|levels?|clearance|activity|symptoms)\b",
    re.IGNORECASE,
)
"""What a drug gene does with a drug, in no words on what to do."""

_OUTLOOK = re.compile(
    r"predict|prognos|outcome|outlook|surviv|recurrence|sensitiv|benefit|respon[ds]"
    r"|favou?rable|\bworse|\bpoor\b|\d ?% of\b|\bstud(?:y|ies)\b",
    re.IGNORECASE,
)
"""Forecasts, and figures of other people."""


def read_remarks(
    rows: Sequence[Row], findings: Sequence[Finding], identifiers: Sequence[Identifier]
) -> tuple[Evidence, ...]:
    """The sentences that are no result, with their place; none with personal data in it."""
    personal = {(i.page, i.line) for i in identifiers}
    results = [(_bare(f.evidence.text), _bare(f.as_printed)) for f in findings]
    found: dict[str, Evidence] = {}
    lists: list[Evidence] = []
    for row in rows:
        if row.section.kind == "trials":
            continue
        if any((line.page, line.number) in personal for line in row.lines):
            continue
        if row.section.kind == "genes":
            lists += _printed(row)
            continue
        found |= {e.text: e for e in _effects(row) if not _is_result(_bare(e.text), results)}
        for one in _sentences(row):
            control = of_control(one.text, one.text)
            if _is_telling(one.text) and not control and not _is_result(_bare(one.text), results):
                found.setdefault(one.text, one)
    return (*tuple(found.values())[:MOST], *lists[:_LISTS])


def remarks_in(text: str) -> tuple[Evidence, ...]:
    """The sentences of a conclusion that are worth telling; it has no lines of its own."""
    said = dict.fromkeys(s for s in split_sentences(text) if len(s) <= _LONGEST and _is_telling(s))
    return tuple(Evidence(page=1, line=1, text=s) for s in said)[:MOST]


def _printed(row: Row) -> list[Evidence]:
    """The lines of a list, as they stand."""
    texts = [(line, " ".join(line.text.split())) for line in row.lines]
    return [Evidence(page=n.page, line=n.number, text=t) for n, t in texts if len(t) <= _LONGEST]


def _bare(text: str) -> str:
    """The letters and figures alone: tables are printed with more or less between them."""
    return re.sub(r"[\W_]", "", text).lower()


def _is_result(text: str, results: Sequence[tuple[str, str]]) -> bool:
    """Whether a text is the line of a result, which is told as that."""
    return any(text in line or (printed in text and printed) for line, printed in results)


def _sentences(row: Row) -> Iterator[Evidence]:
    """The sentences of a row; a numbered comment on one thing stays whole if all may be told."""
    keeps_heading = row.section.kind == "history" or not row.text[row.heading :].strip(" :.-")
    begin = 0 if keeps_heading else row.heading
    number = _NUMBER.match(row.text, begin)
    spans = list(_standing_alone(row.text, find_sentences(row.text, begin)))
    if number and len(row.text) <= _LONGEST and _is_telling(row.text[number.end() :]):
        spans = [(number.end(), len(row.text))]
    for start, end in spans:
        printed = row.printed(start, end)
        if len(printed) <= _LONGEST:
            place = row.evidence(start, end)
            yield Evidence(page=place.page, line=place.line, text=printed)


def _standing_alone(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The sentences, each "it" with the one before that says what it is, or not at all."""
    before: tuple[int, int] | None = None
    for start, end in spans:
        leans = _LEANS.match(text, start)
        if before and not leans:
            yield before
        before = (before[0], end) if before and leans else None if leans else (start, end)
    if before:
        yield before


def _effects(row: Row) -> Iterator[Evidence]:
    """What genes that handle drugs do with them: the first sentence of each gene's lines."""
    blocks: list[list[Evidence]] = []
    for line in _printed(row) if _EFFECT.search(row.text) else ():
        if any(g.symbol in pgx.GENES for g in find_genes(line.text)):
            blocks.append([line])
        elif blocks:
            blocks[-1].append(line)
    for block in blocks:
        said = split_sentences(" ".join(line.text for line in block))[0]
        if _EFFECT.search(said) and not (_ADVICE.search(said) or addresses_program(said)):
            yield block[0].model_copy(update={"text": said})


def _is_telling(text: str) -> bool:
    """Whether a text is a sentence, or a line on a thing worth telling, and no order."""
    if _HEADER.match(text) or _AT_LARGE.match(text):
        return False
    if _ADVICE.search(text) or names_drug(text):
        return False
    if _OUTLOOK.search(text) and not _DENIED.search(text):
        return False
    if addresses_program(text):
        return False
    in_capitals = 2 * sum(map(str.isupper, text)) > sum(map(str.isalpha, text))
    if in_capitals and (_FRAGMENT.match(text) or not _SAYS.search(text)):
        return False
    words = _WORD.findall(text.lower() if in_capitals else text)
    is_sentence = text.endswith(".") and len(words) > _FEWEST_WORDS
    return bool((is_sentence and _VERB.search(text)) or _TELLING.search(text))
