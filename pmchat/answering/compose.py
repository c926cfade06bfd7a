"""Puts an answer together from the report's lines and the library's own sentences."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from pmchat.answering.brief import say_briefly
from pmchat.answering.choose import (
    CLOSING,
    Part,
    choose,
    explain_findings,
    explain_own,
    in_parts,
    together,
)
from pmchat.answering.findings import say_findings, sentence_of
from pmchat.answering.lookup import (
    MAIN,
    NOTHING_FOUND,
    READ_WITH,
    general_side_effects,
    is_harmful,
    meanings,
)
from pmchat.answering.medicines import say_lines_of, say_medicines, say_none_listed
from pmchat.answering.nearest import Found, Nearest, Told
from pmchat.answering.remarks import say_remarks
from pmchat.answering.situations import beside_results
from pmchat.answering.touched import printed_beside
from pmchat.answering.understand import Understanding
from pmchat.answering.wording import GENERAL, NO_PAGE, fixed, who_tells
from pmchat.answering.words import ON_RESULT, words_of
from pmchat.corpus.release import Release
from pmchat.glossary import fold
from pmchat.lexicon import Lexicon
from pmchat.model import (
    Finding,
    Passage,
    PassageCitation,
    Report,
    Role,
    SectionKind,
    Sentence,
    Statement,
)
from pmchat.text import terms

LOOKED_UP_SENTENCES = 2
BRIEFLY = 2
"""How many results are explained in a summary."""

OWN_SENTENCES = 6
"""How much is told of the pages on the findings where the search brought nothing."""
ON_REPORTS = frozenset({"reading-reports", "pharmacogenomics"})
"""Areas whose pages tell how to read a report."""

_OF_LIST = re.compile(
    r"\b(?:none|nothing|no (?:drugs?|pills?|medicines?)) (?:\w+ ){0,2}"
    r"(?:next to|beside|listed|under|therap\w+)\b",
    re.IGNORECASE,
)
"""Asked of the medicines that a report prints beside its results."""

_WHAT_IS = re.compile(r"\bwhat(?:'?s| is| are)\b", re.IGNORECASE)
"""Asked of what a thing is, whatever else is asked."""

_IF_TESTED = re.compile(
    r"\b(?:did|was|were|is|are|have)\b.{0,40}\b(?:check|test|look|cover|includ|examin)\w*",
    re.IGNORECASE,
)
"""Asked of whether a thing was tested."""

TUMOR_TESTS = frozenset({"tumor_ngs_tissue", "tumor_ngs_plasma"})


@dataclass(frozen=True)
class Draft:
    """Sentences before they are verified, and the documents they come from, lead first."""

    sentences: tuple[Sentence, ...]
    document_ids: tuple[str, ...]


def compose(
    understanding: Understanding,
    found: Found,
    definition: Passage | None,
    release: Release,
    today: date,
    *,
    report: Report | None,
) -> Draft | None:
    """The answer: report lines, then what the library says of them and of the question.

    Sentences on several reports name the one they are about.
    What was `found` fits and is strong enough to answer from; None if there is nothing to say.
    A `definition` from the glossary leads unless the first sentence already names the thing.
    """
    say = say_briefly if understanding.brief else say_findings
    sentences = say(understanding.findings, report)
    named = printed_beside(understanding.entities, report, release.lexicon) if report else []
    drugs = any(release.lexicon.entries[e].kind == "drugs" for e in understanding.entities)
    of_list = _OF_LIST.search(understanding.text)
    whole = understanding.whole_report and not understanding.brief
    if of_list or understanding.asked == "options" or whole or named or drugs:
        asked = {line.analyte for line in named}
        sentences += say_lines_of(named, understanding.findings, report)
        beside = understanding.stated if of_list else understanding.findings
        sentences += on_medicines(beside, asked, report, release, today)
    said = " ".join(s.text for s in sentences)
    remarks = [r for r in understanding.remarks if r.text.rstrip(".") not in said]
    sentences += say_remarks(remarks, report, leads=not sentences)
    leads = not sentences
    framing, parts = _material(understanding, found, release, today, report)
    sentences += framing
    if definition and not (parts and fold(definition.heading) in fold(parts[0][1][0].text)):
        parts = [(definition, definition.statements), *parts]
    if not (understanding.whole_report or understanding.lists or understanding.changes):
        sentences += _on_words(understanding, parts, release)
        sentences += _on_others(understanding, found, parts, report)
        sentences += _on_untested(understanding, parts, report, release)
        sentences += _beside_vus(understanding, report)
    for place, (passage, statements) in enumerate(parts):
        sentences += from_passage(passage, statements, leads=leads)
        leads = False
        if not place and understanding.asked == "inheritance":
            sentences += _on_tumor_tests(understanding, report, release, today)
    if not sentences:
        return None
    if not parts:
        sentences.append(fixed(NO_PAGE))
    if understanding.findings or understanding.remarks:
        sentences += who_tells(understanding.asked, sentences)
    documents = dict.fromkeys(p.document_id for p, _ in parts)
    return Draft(tuple(once(sentences)), tuple(documents))


def _material(
    understanding: Understanding,
    found: Found,
    release: Release,
    today: date,
    report: Report | None,
) -> tuple[list[Sentence], list[Part]]:
    """The parts of passages to tell, with words to put before them.

    What was searched comes first, then what stands under the names asked for.
    """
    concepts = understanding.concepts
    if understanding.lists:
        concepts = tuple(c for c in concepts if c in NOTHING_FOUND)
    nearest = Nearest(understanding, found.nearness, release, today)
    meant = meanings(concepts, release, today, understanding.inherited)
    fitting = [(p, [s for s in statements if nearest.goes(p, s)]) for p, statements in meant]
    looked_up = [(p, tuple(told[:LOOKED_UP_SENTENCES])) for p, told in fitting if told]
    if understanding.changes:
        return [], list(_on_comparing(understanding, release, today))
    if understanding.lists:
        return [], [(passage, statements[:1]) for passage, statements in looked_up[:1]]
    if understanding.brief:
        of_results = [p for p in looked_up if p[0].kind == "meaning"]
        shortly = [(passage, statements[:1]) for passage, statements in of_results]
        limits = [(p, told[:1]) for p, told in _reading(report, release, today)][:1]
        return [], [*shortly[:BRIEFLY], *limits]
    if understanding.whole_report:
        both = together(understanding, found, release, today)
        explained = explain_findings(understanding, found, release, today)
        return [], [*looked_up, *both, *explained, *_reading(report, release, today)]
    if understanding.asked == "side_effects" and not _on_side_effects(found):
        general = general_side_effects(understanding.entities, release, today)
        if general:
            return [fixed(GENERAL)], [(general, general.statements)]
    situation = list(in_situation(understanding, found, report, release, today))
    added = list(in_parts(situation))
    if _asks_if_tested(understanding) and (added or understanding.findings):
        return [], [*added, *_untold(looked_up, added)]
    if found.hits:
        chosen = list(choose(understanding, found, release, today, situation))
        looked_up = _untold(looked_up, chosen)[:1]
        means = understanding.asked == "meaning" or _WHAT_IS.search(understanding.text)
        if understanding.findings and not means:
            on_result = understanding.asked in ON_RESULT or "VUS" in concepts
            looked_up = [(p, statements[:1]) for p, statements in looked_up if on_result]
        of_kin = understanding.asked == "inheritance"
        if understanding.findings and not (understanding.has_found or of_kin):
            return [], [*looked_up, *chosen]  # what no result means comes before the gene
        return [], [*chosen, *looked_up]
    if not understanding.findings:
        return [], looked_up
    both = together(understanding, found, release, today)
    own = explain_own(understanding, found, release, today, OWN_SENTENCES)
    return [], [*both, *added, *own, *looked_up]


def _asks_if_tested(understanding: Understanding) -> bool:
    """Whether all that is asked is if a thing was tested that was not, as far as the report
    says."""
    touched = understanding.findings
    if touched:
        asked = _IF_TESTED.search(understanding.text)
        return bool(asked) and all(f.polarity == "not_performed" for f in touched)
    return understanding.asked == "testing" and bool(understanding.not_stated)


def _untold(parts: Sequence[Part], told: Sequence[Part]) -> list[Part]:
    """The parts without the sentences that are told already."""
    said = {s.text for _, statements in told for s in statements}
    left = ((p, tuple(s for s in statements if s.text not in said)) for p, statements in parts)
    return [part for part in left if part[1]]


def in_situation(
    understanding: Understanding,
    found: Found,
    report: Report | None,
    release: Release,
    today: date,
) -> Iterator[Told]:
    """What a counselor adds where such a question meets such a result."""
    nearest = Nearest(understanding, found.nearness, release, today)
    return beside_results(understanding, report, nearest, release, today)


def _on_comparing(understanding: Understanding, release: Release, today: date) -> Iterator[Part]:
    """How numbers of several reports can be held against each other, by their page."""
    labels = dict.fromkeys(f.value.label for f in understanding.findings if f.value)
    for label in labels:
        pages = [d for d in release.documents if label in d.entities[:MAIN]]
        passages = [p for d in pages for p in d.passages if p.is_fresh(today)]
        for passage in [p for p in passages if "compare" in p.heading.lower()][:1]:
            yield passage, passage.statements[:LOOKED_UP_SENTENCES]


def _on_side_effects(found: Found) -> bool:
    """Whether any section found tells of side effects."""
    return any(h.passage.kind in {"side_effects", "urgent"} for h in found.hits)


def _on_words(
    understanding: Understanding, parts: Sequence[Part], release: Release
) -> Iterator[Sentence]:
    """The result words in the lines quoted, but those that the first sentences to be told name."""
    lead = fold(" ".join(s.text for _, told in parts[:1] for s in told[:LOOKED_UP_SENTENCES]))
    for term in words_of(understanding, release.glossary):
        if fold(term.term) not in lead:
            yield from from_passage(term.passage, term.passage.statements)


def _on_others(
    understanding: Understanding, found: Found, parts: Sequence[Part], report: Report | None
) -> list[Sentence]:
    """The other results of the report that sentences to be told lean on."""
    told = {s.text for _, statements in parts for s in statements}
    touched = {f.id for f in understanding.findings}
    others = {p.other.id: p.other for p in found.pairs if p.told[1].text in told}
    said = say_findings([f for i, f in others.items() if i not in touched], report)
    return [s.model_copy(update={"role": "report"}) for s in said]


def _on_untested(
    understanding: Understanding, parts: Sequence[Part], report: Report | None, release: Release
) -> list[Sentence]:
    """The tests that the question or first sentences to be told lean on, and that were not done
    or not clear."""
    lexicon = release.lexicon
    lead = [s.text for _, statements in parts[:1] for s in statements[:LOOKED_UP_SENTENCES]]
    named = {e for text in lead for e in lexicon.entities(text)}
    touched = {f.id for f in understanding.findings}
    lines = {(f.evidence.page, f.evidence.line) for f in understanding.findings}
    untested = [
        f
        for f in understanding.stated
        if f.polarity in {"not_performed", "indeterminate"}
        and f.id not in touched
        and (f.evidence.page, f.evidence.line) not in lines
        and (
            named & set(lexicon.entities(f.as_printed))
            or _genes(understanding.entities, lexicon) & set(lexicon.entities(sentence_of(f)))
        )
    ]
    said = say_findings(untested if understanding.findings else [], report)
    return [s.model_copy(update={"role": "report"}) for s in said]


def _beside_vus(understanding: Understanding, report: Report | None) -> list[Sentence]:
    """The harmful changes beside a VUS that relatives are asked about: those they can test for."""
    touched = understanding.findings
    if understanding.asked != "inheritance" or not touched:
        return []
    if any(f.classification != "vus" for f in touched):
        return []
    harmful = [f for f in understanding.stated if is_harmful(f)]
    said = say_findings(harmful, report)
    return [s.model_copy(update={"role": "report"}) for s in said]


def _genes(names: Sequence[str], lexicon: Lexicon) -> set[str]:
    return {e for e in names if lexicon.entries[e].kind in {"genes", "variants"}}


def on_medicines(
    findings: Sequence[Finding],
    asked: Container[str],
    report: Report | None,
    release: Release,
    today: date,
) -> list[Sentence]:
    """The medicines printed beside the findings, and what such a list is."""
    printed = say_medicines(findings, report, asked)
    notes = [p for p in _on_reading(report, release, "options", today) if printed]
    listed = [*printed, *(s for p in notes for s in from_passage(p, _frame_of(p)))]
    return [*listed, *say_none_listed(findings, report)]


def _frame_of(passage: Passage) -> tuple[Statement, ...]:
    """What answers the heading, and how the section ends: who decides, and what a list is not."""
    return (passage.statements[0], *passage.statements[1:][-2:])


def _on_tumor_tests(
    understanding: Understanding, report: Report | None, release: Release, today: date
) -> list[Sentence]:
    """That many tests of a tumor cannot tell what is inherited, beside findings of a tumor."""
    findings = understanding.findings
    if report is None or report.family not in TUMOR_TESTS or not findings:
        return []
    if any(f.origin == "germline" for f in findings):
        return []
    pages = [d for d in release.documents if "germline variant" in d.entities[:MAIN]]
    sections = [p for d in pages for p in d.passages if p.kind == "next_step" and p.is_fresh(today)]
    return [s for p in sections[:1] for s in explain_shortly(p, 1)]


def _reading(report: Report | None, release: Release, today: date) -> Iterator[Part]:
    """What a report of this kind cannot tell, and what to do with it."""
    for kind in CLOSING:
        for passage in _on_reading(report, release, kind, today):
            yield passage, passage.statements[:LOOKED_UP_SENTENCES]


def _on_reading(
    report: Report | None, release: Release, kind: SectionKind, today: date
) -> list[Passage]:
    """The section of a kind, at most one, on the page on how to read a report of this family."""
    name = READ_WITH.get(report.family if report else "")
    pages = [d for d in release.documents if name in d.entities[:MAIN] and d.area in ON_REPORTS]
    sections = [p for d in pages[:1] for p in d.passages if p.kind == kind and p.is_fresh(today)]
    return sorted(sections, key=lambda p: "not mean" not in p.heading)[:1]


def explain_shortly(passage: Passage, count: int) -> tuple[Sentence, ...]:
    """Only the first sentences of a passage, for below a fixed text."""
    return tuple(from_passage(passage, passage.statements[:count]))


def from_passage(
    passage: Passage, statements: Sequence[Statement], *, leads: bool = False
) -> Iterator[Sentence]:
    """The sentences with their citations; if they lead the answer, the first is its headline."""
    role: Role = "limit" if passage.kind == "limits" else "explanation"
    for place, statement in enumerate(statements):
        yield _cited(passage, statement, "headline" if leads and not place else role)


def _cited(passage: Passage, statement: Statement, role: Role) -> Sentence:
    citation = PassageCitation(
        passage_id=passage.id,
        document_id=passage.document_id,
        quote=statement.text,
        sources=statement.sources,
    )
    return Sentence(text=statement.text, role=role, citations=(citation,))


def once(sentences: Sequence[Sentence]) -> Iterator[Sentence]:
    """Each sentence where it stands first; none of the library that says less than one before."""
    seen: set[str] = set()
    known: list[set[str]] = []
    for sentence in sentences:
        words = set(terms(sentence.text))
        quoted = any(c.kind == "passage" for c in sentence.citations)
        if sentence.text in seen or (quoted and any(words <= before for before in known)):
            continue
        seen.add(sentence.text)
        if quoted:
            known.append(words)
        yield sentence
