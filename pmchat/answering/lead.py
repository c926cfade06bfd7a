"""The section that leads an answer: of those found the one that fits best."""

from __future__ import annotations

from datetime import date

from pmchat.answering.followup import TREATMENTS
from pmchat.answering.levels import FEW, TAKEN_FOR
from pmchat.answering.lookup import MAIN, pages_about, result_names
from pmchat.answering.nearest import Found, Nearest
from pmchat.answering.understand import Understanding
from pmchat.corpus.release import Release
from pmchat.model import Finding, Passage, SectionKind
from pmchat.retrieval.search import Hit

LEAD_NEARNESS = 3.0
"""What the nearness of a section's two nearest sentences counts beside its score."""

OWN_PAGE = 2.0
"""What a section of the page on the finding asked about gains over others."""

OWN_VARIANT = 1.0
"""What a section gains whose first sentence names the variant or the score found."""

OTHER_RESULT = 3.0
"""What a section loses whose first sentence does not go with the report, or is on another
variant than the one found, or that is on signs of danger where a result is asked about."""


ON_TREATMENT: frozenset[SectionKind | None] = frozenset({"side_effects", "urgent"})
"""What is asked by those for whom signs that need help at once may matter."""


def own_pages(understanding: Understanding, release: Release) -> set[str]:
    """The pages on what was found, or is unclear, unless many findings are touched at once; on a
    medicine, if that alone is named."""
    names = set(release.lexicon.entities(understanding.text))
    if "VAF" in understanding.concepts and not _is_named(understanding, names):
        return {d.id for d in release.documents if "VAF" in d.entities[:MAIN]}
    found = [f for f in understanding.findings if _has_page(f)]
    drugs = {e for e in names if release.lexicon.entries[e].kind == "drugs"} - TREATMENTS
    if drugs and not names & {f.analyte for f in found}:
        on_drugs = {d.id for d in release.documents if drugs & set(d.entities)}
        on_both = {d.id for f in understanding.findings for d in pages_about(f, release)} & on_drugs
        return on_both or on_drugs
    findings = found if len(found) <= FEW else []
    return {d.id for f in findings for d in pages_about(f, release)}


def _is_named(understanding: Understanding, names: set[str]) -> bool:
    """Whether it is asked what the change itself is, and not the number beside it."""
    own = {f.analyte for f in understanding.findings}
    taken = TAKEN_FOR.search(understanding.text)
    return understanding.asked == "meaning" and bool(names & own) and not taken


def _has_page(finding: Finding) -> bool:
    return finding.kind != "summary" or bool(result_names(finding))


def lead_of(found: Found, understanding: Understanding, release: Release, today: date) -> Passage:
    """The section that fits best as a whole and in its single sentences.

    A page on the finding that was asked about is preferred, and what the finding is before
    what it is not.
    """
    own = own_pages(understanding, release)
    nearest = Nearest(understanding, found.nearness, release, today)

    def value(hit: Hit) -> float:
        two = sorted(found.nearness[hit.passage.id])[-2:]
        is_own = hit.passage.document_id in own
        is_meant = understanding.asked == hit.passage.kind
        preferred = OWN_PAGE * (is_own + (is_own and is_meant))
        first = hit.passage.statements[0]
        is_aside = bool(understanding.findings) and nearest.is_of_another(first.text)
        own_words = nearest.names_own_variant(first.text) or nearest.names_own_score(first.text)
        of_danger = hit.passage.kind == "urgent" and understanding.asked not in ON_TREATMENT
        if understanding.findings and of_danger:
            preferred -= OTHER_RESULT
        if understanding.findings and own_words:
            preferred += OWN_VARIANT
        preferred -= OTHER_RESULT * (is_aside or not nearest.goes(hit.passage, first))
        return hit.score.score + preferred + LEAD_NEARNESS * float(sum(two)) / len(two)

    if understanding.asked == "inheritance" and understanding.inherited:
        passed_on = _on_inheritance(understanding, release, today)
        if passed_on:
            return passed_on
    on_own = [h for h in found.hits if h.passage.document_id in own]
    drugs = on_own if understanding.asked == "options" and understanding.has_found else []
    return max(drugs or found.hits, key=value).passage


def _on_inheritance(understanding: Understanding, release: Release, today: date) -> Passage | None:
    """How the weightiest change from birth that was found is passed on, by its own page."""
    harmful = [f for f in understanding.findings if f.polarity == "present" and _has_page(f)]
    certain = [f for f in harmful if f.classification != "vus" and f.origin == "germline"]
    pages = pages_about(certain[0], release) if certain and len(certain) == len(harmful) else []
    sections = (p for d in pages for p in d.passages if p.kind == "inheritance")
    return next((p for p in sections if p.is_fresh(today)), None)
