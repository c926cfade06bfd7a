"""Made-up visits that several tests print."""

from __future__ import annotations

from datetime import date

from pmchat import visit
from pmchat.handout.sheet import Sheet, sheet_of
from pmchat.model import PassageCitation, SourceRef
from pmchat.visit import Visit, Why

DAY = date(2026, 11, 28)
REASON = "The exact name matters, because FDA labels link most EGFR drugs to certain EGFR changes."
WHY = Why(
    citation=PassageCitation(passage_id="a#b", document_id="a", quote=REASON, sources=("S1",)),
    page="EGFR changes",
    sources=(
        SourceRef(
            document_id="a",
            sid="S1",
            organisation="National Cancer Institute (NCI)",
            title="Biomarker Testing for Cancer Treatment",
            url="https://www.cancer.gov/",
            checked=DAY,
        ),
    ),
    draft=True,
)
WORDS = "I am afraid of losing the feeling in my hands.\nI can come on Mondays."
RESULT = "EGFR: exon 19 deletion VAF \u2265 27.5 % (page 1, line 10)"
HOSTILE = "<img src=x onerror=alert(1)> & \u201cquotes\u201d?"


def visit_of(count: int, *more: str) -> Visit:
    """A visit with so many suggested questions and some of the person's own."""
    made = visit.say(Visit(), WORDS)
    for number in range(count):
        text = f"Which EGFR change was found in sample {number}, and what is its exact name?"
        made = visit.explain(visit.add(made, text, page="a"), number + 1, WHY)
    for text in more:
        made = visit.add(made, text)
    return made


def sheet(count: int = 3, *more: str) -> Sheet:
    return sheet_of(visit_of(count, *more), DAY)
