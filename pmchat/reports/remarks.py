"""What a report says beside its results: limits, comments, what was not tested, the family."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from pmchat.model import Evidence, Finding, Identifier
from pmchat.reports import pgx
from pmchat.reports.fields import read_fields
from pmchat.reports.genes import find_genes
from pmchat.reports.lines import addresses_program
from pmchat.reports.rows import NOTE, Row
from pmchat.reports.sentences import find_sentences
from pmchat.reports.targets import of_control
from pmchat.reports.therapies import names_no_drug
from pmchat.text import sentences as split_sentences

MOST = 100
"""How many are kept: a report of many pages is chiefly text on genes at large."""

_RUNNING = 6
"""How many plain words make running text, which may say more than the result in it."""

MORE = 1.5
"""How many times as long as a result a text is that says more than it."""

_LONGEST = 400
_FEWEST_WORDS = 2
_SHORT = 3
_WORD = re.compile(r"(?<![A-Za-z0-9])[a-z][a-z-]+(?![A-Za-z0-9])")
_LISTS = 80
"""How many lines are kept that list what was tested."""

_FIELDS = 40
"""How many fields of the report's head are kept."""

_HEADER = re.compile(
    r"\W*(?:\w+ )?(?:diagnosis|histology|procedure|specimen|tissue|sample|collected|received"
    r"|draw date|report(?:ed)?(?: date)?)(?: \w+)?\s*(?::|\.\.)|synthetic\b|\d+ ",
    re.IGNORECASE,
)
"""How a line on the sample begins."""

_TELLING = re.compile(
    r"\b(?:family|mother|father|sister|brother|aunt|uncle|parents?|relatives?|tumou?r fraction"
    r"|lymph nodes?|margins?|grade \d|tumou?r content|amended|corrected|addendum|reclassified"
    r"|pending|guidelines?|inconclusive|failed|failure"
    r"|not (?:performed|tested|done|ordered|included|received))\b",
    re.IGNORECASE,
)
"""Words of a short line that is worth telling."""

_FIGURE = re.compile(r"\d ?%|\b\d+ in \d+", re.IGNORECASE)
_FEWEST_IN_ROW = 2
"""How many words make a figure of a table worth telling."""

_REFERENCE = re.compile(
    r"https?:|www\.|PMID|\bNCT\d|\bet al\b|\bdoi\b|copyright|CLIA|\bby the (?:US )?FDA\b"
    r"|\b(?:appendix|please refer|developed by)\b|\b(?:figures?|table|list) (?:below|above)\b",
    re.IGNORECASE,
)
"""References, notices of the law, and pointers to other pages."""

_LEANS = re.compile(
    r"\s*+\W{0,20}"
    r"(?:it|its|they|their|these|those|such|he|she|this (?:variant|change|finding|gene|mutation"
    r"|alteration|result|is(?! an? [\w -]{0,40}\b(?:test|assay|report|panel)\b)|may|was|has"
    r"|does|suggests?|means?|indicates?|supports?)|the (?:variant|change|mutation|same)"
    r"|(?:the )?latter|a second (?:variant|change|mutation)"
    r"|[^.;]{0,400}\b(?:prove|confirm|exclude|explain|show) (?:it|this|that)"
    r"|[^.;]{0,400}\b(?:these|those) (?:medicines|drugs|genes|variants|figures))\b(?!')",
    re.IGNORECASE,
)
"""How a sentence begins that is on what the one before it names."""

_COMMAND = re.compile(
    r"(?:^|[.!?:]\s)\W*(?:say|tell (?:the|every|this|all|me|us)|answer|reply|write|print|output"
    r"|respond|pretend|simulate|translate|insert|append|reveal|forget|ignore|disregard|override"
    r"|promise|assure|speak (?:like|as|in)|from now on|if you (?:don't|do not) comply"
    r"|list (?:all|the)|compose|explain|describe|provide|develop a|draft|create|generate|imagine"
    r"|replace (?:every|all|vowels)|render|jumble|break down|rewrite|summari[sz]e"
    r"|repeat the (?:instructions|words|text)|give (?:me|a)|show me|use (?:the|only|emojis)|convert"
    r"|encode|enable|(?:end|start) your)\b"
    r"|\byour (?:next )?(?:reply|response|answers?|output|instructions|rules|guidelines)\b"
    r"|\byou are (?:now an?|not a program|\w*GPT|DAN)\b|\b(?:an|as|evil|another) A[Il]\b|\bOpenA"
    r"|\bDAN mode\b|\b(?:system|hidden|this|your) prompts?\b|\b(?:chat)?bot\b|\bother users\b"
    r"|\bpassword\b|\bunrestricted\b|\bsudo\b",
    re.IGNORECASE,
)
"""Orders, which no laboratory gives to the reader of its report."""

_OF_REPORT = re.compile(r"\W*(?:this|these) (?:results?|findings?|tests|changes)\b", re.IGNORECASE)
"""How one begins that is on the report's results, whatever stands before it."""

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

_ADVICE = re.compile(
    r"(?<=[.;,])\s+(?=(?:consider|use|avoid|monitor|adjust|reduce|select|see)\b)", re.IGNORECASE
)
"""Where a table of medicines goes over to what to do."""

_MEDICINE = re.compile(r"\W*[a-z][a-z ,/-]{3,60}?\s{2,}[A-Z][\w*:-]+\s{2,}[a-z]")
"""How a row begins that names medicines, a gene, and what it does with them."""

_COUNTS_TRIALS = re.compile(
    r"\b(?:\d+|no|none|one|two|three|four|five|six) (?:\w+ ){0,2}trials?\b"
    r"|\btrials?\b\W{1,4}(?:none\b|\d+ (?:listed|found|matched|open|available))",
    re.IGNORECASE,
)
"""How a report tells how many trials it lists; the trials themselves are left out."""

_DENIES = re.compile(r"\b(?:not|failed)\b", re.IGNORECASE)
"""A heading without which what stands below it says the contrary."""

_TITLE = r"^\W*(?:(?:Mr|Mrs|Ms|Miss|Dr)\.? )?"
_SAID_OF_THEM = r"\W+(?=(?:has|have|is|was|does|did|carries|had|may|should)\b)"
"""What stands before and behind a name with which a sentence begins."""


def read_remarks(
    rows: Sequence[Row], findings: Sequence[Finding], identifiers: Sequence[Identifier]
) -> tuple[Evidence, ...]:
    """The sentences that are no result, with their place; none with personal data in it."""
    personal: dict[tuple[int, int], list[str]] = {}
    for one in identifiers:
        personal.setdefault((one.page, one.line), []).append(one.text)
    lines = "\n".join(_bare(f.evidence.text) for f in findings)
    printed = {_bare(f.as_printed) for f in findings} - {""}
    found: dict[str, Evidence] = {}
    lists: list[Evidence] = []
    fields: list[Evidence] = []
    for row in rows:
        if _COMMAND.search(row.text):
            continue
        if row.section.kind == "trials" and not _COUNTS_TRIALS.search(row.text):
            continue
        hidden = [t for line in row.lines for t in personal.get((line.page, line.number), ())]
        if row.section.kind == "genes":
            lists += _printed(row)
            continue
        fields += [f for line in row.lines for f in read_fields(line, hidden)]
        whole = list(_drug_rows(row))
        for sentence in whole or (*_effects(row), *_told(row, hidden)):
            if not _is_result(sentence.text, lines, printed):
                found.setdefault(sentence.text, sentence)
    sentences = tuple(found.values())[:MOST]
    heads = [f for f in fields if not any(f.text in s.text for s in sentences)]
    return (*sentences, *lists[:_LISTS], *heads[:_FIELDS])


def remarks_in(text: str) -> tuple[Evidence, ...]:
    """The sentences of a conclusion that are worth telling; it has no lines of its own."""
    said = dict.fromkeys(s for s in split_sentences(text) if len(s) <= _LONGEST and _is_telling(s))
    return tuple(Evidence(page=1, line=1, text=s) for s in said)[:MOST]


def _printed(row: Row) -> list[Evidence]:
    """The lines of a list, as they stand."""
    texts = [(line, " ".join(line.text.split())) for line in row.lines]
    return [Evidence(page=n.page, line=n.number, text=t) for n, t in texts if len(t) <= _LONGEST]


def _drug_rows(row: Row) -> Iterator[Evidence]:
    """The rows of a table of medicines that tell what a drug gene does, each whole: what is said
    of one medicine is not said of the gene."""
    in_table = row.section.kind.startswith("therap") and "\t" in row.text
    for line in row.lines:
        if not (in_table or _MEDICINE.match(line.raw)):
            return
        text = _ADVICE.split(" ".join(line.raw.split()))[0].strip("!*+> ;,")
        on_gene = any(g.symbol in pgx.GENES for g in find_genes(text))
        if on_gene and len(_WORD.findall(text)) > _FEWEST_WORDS and len(text) <= _LONGEST:
            yield Evidence(page=line.page, line=line.number, text=text)


def _bare(text: str) -> str:
    """The letters and figures alone: tables are printed with more or less between them."""
    return re.sub(r"[\W_]", "", text).lower()


def _is_result(said: str, lines: str, printed: Collection[str]) -> bool:
    """Whether a text says no more than the line of a result, which is told as that."""
    if names_no_drug(said) or (said.endswith(".") and len(_WORD.findall(said)) >= _RUNNING):
        return False
    text = _bare(said)
    return text in lines or any(one in text and len(text) <= MORE * len(one) for one in printed)


def _told(row: Row, hidden: Sequence[str]) -> Iterator[Evidence]:
    """The sentences worth telling, without what is `hidden`: one that begins with a name is told
    from behind it, one with other personal data not at all."""
    for one in _sentences(row):
        text = one.text
        for name in hidden:
            text = re.sub(_TITLE + re.escape(name) + _SAID_OF_THEM, "", text)
        if any(name in text for name in hidden) or of_control(text, text):
            continue
        if _is_telling(text):
            yield one.model_copy(update={"text": text})


def _sentences(row: Row) -> Iterator[Evidence]:
    """The sentences of a row; a numbered comment on one thing stays whole if all may be told."""
    denies = _DENIES.search(row.text[: row.heading])
    bare = not row.text[row.heading :].strip(" :.-")
    keeps_heading = row.section.kind in {"history", "trials"} or denies or bare
    begin = 0 if keeps_heading else row.heading
    number = _NUMBER.match(row.text, begin)
    spans = list(_standing_alone(row.text, find_sentences(row.text, begin)))
    if number and len(row.text) <= _LONGEST and _is_telling(row.text[number.end() :]):
        noted = NOTE.match(row.text, begin)  # a footnote keeps the mark that its line bears
        spans = [(begin if noted else number.end(), len(row.text))]
    for start, end in spans:
        printed = row.printed(start, end)
        if len(printed) <= _LONGEST:
            place = row.evidence(start, end)
            yield Evidence(page=place.page, line=place.line, text=printed)


def _standing_alone(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The sentences, each "it" with the one before that says what it is, or not at all; one of
    two or three words goes with the one before as well."""
    before: tuple[int, int] | None = None
    for start, end in spans:
        is_short = len(text[start:end].split()) <= _SHORT
        leans = _LEANS.match(text, start) or (before and is_short)
        fits = before and leans and end - before[0] <= _LONGEST
        if before and not fits:
            yield before
        if before and fits:
            before = (before[0], end)
        else:
            before = None if leans and not _OF_REPORT.match(text, start) else (start, end)
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
        if _EFFECT.search(said) and not addresses_program(said):
            yield block[0].model_copy(update={"text": said})


def _is_telling(text: str) -> bool:
    """Whether a text is a sentence, or a line on a thing worth telling."""
    if _COUNTS_TRIALS.search(text) and not addresses_program(text):
        return True
    if _HEADER.match(text) or _REFERENCE.search(text) or addresses_program(text):
        return False
    in_capitals = 2 * sum(map(str.isupper, text)) > sum(map(str.isalpha, text))
    if in_capitals and (_FRAGMENT.match(text) or not _SAYS.search(text)):
        return False
    words = _WORD.findall(text.lower() if in_capitals else text)
    is_sentence = text.endswith(".") and len(words) > _FEWEST_WORDS
    is_figure = bool(_FIGURE.search(text)) and len(words) >= _FEWEST_IN_ROW
    is_said = is_sentence or is_figure or names_no_drug(text)
    return is_said or bool(_TELLING.search(text))
