"""What a chat model is given to write from: the passages and findings behind a composed answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pmchat.answering.prompt import fenced
from pmchat.model import (
    Finding,
    Passage,
    PassageCitation,
    Report,
    ReportCitation,
    Sentence,
)
from pmchat.reports.lines import addresses_program
from pmchat.reports.masking import without_persons

PASSAGES = 5
FINDINGS = 8
_LONGEST_NAME = 60

_POLARITY = {
    "present": "found",
    "absent_stated": "looked for and not found",
    "indeterminate": "no clear result",
    "not_performed": "not tested",
}
_ORIGIN = {
    "somatic": "a change of the tumor (somatic)",
    "germline": "an inherited change (germline)",
    "possible_ch": "possibly from blood cells (clonal hematopoiesis)",
    "unknown": "",
}


@dataclass(frozen=True)
class Item:
    """One numbered thing that the model may cite: the words it sees, and what stands behind them.

    `quotes` pairs each text that a sentence can lean on with its citation.
    """

    shown: str
    quotes: tuple[tuple[str, PassageCitation | ReportCitation], ...]


@dataclass(frozen=True)
class Material:
    """The question as it was searched for, the items (numbered from 1), and the composed answer."""

    question: str
    items: tuple[Item, ...]
    composed: tuple[Sentence, ...]

    @property
    def numbered(self) -> str:
        """The items as the model sees them."""
        return "\n".join(f"[{n}] {item.shown}" for n, item in enumerate(self.items, 1))


def gather(
    question: str,
    composed: Sequence[Sentence],
    passages: Mapping[str, Passage],
    report: Report | None,
) -> Material:
    """The passages and findings that a composed answer cites, the first ones first.

    Of a finding only its structured fields are shown, never its line; a passage is shown
    without any sentence that addresses a program.
    """
    cited = [c for s in composed for c in s.citations]
    ids = dict.fromkeys(c.passage_id for c in cited if isinstance(c, PassageCitation))
    items = [_passage(passages[i]) for i in list(ids)[:PASSAGES] if i in passages]
    items += list(_findings(composed, report))[:FINDINGS]
    asked = fenced(without_persons(question, report))
    return Material(asked, tuple(i for i in items if i.quotes), tuple(composed))


def _passage(passage: Passage) -> Item:
    statements = [s for s in passage.statements if not addresses_program(s.text)]
    quotes = tuple(
        (
            s.text,
            PassageCitation(
                passage_id=passage.id,
                document_id=passage.document_id,
                quote=s.text,
                sources=s.sources,
            ),
        )
        for s in statements
    )
    text = " ".join(s.text for s in statements)
    return Item(f"{fenced(passage.heading)} {fenced(text)}", quotes)


def _findings(composed: Sequence[Sentence], report: Report | None) -> Iterator[Item]:
    """An item for each finding; a sentence on it is held to what the composed answer says of it."""
    findings = {f.id: f for f in report.findings} if report else {}
    seen: set[str] = set()
    for sentence in composed:
        for citation in sentence.citations:
            if not isinstance(citation, ReportCitation) or citation.finding_id in seen:
                continue
            finding = findings.get(citation.finding_id or "")
            if finding is not None:
                seen.add(finding.id)
                shown = without_persons(described(finding), report)
                yield Item(f"Result: {fenced(shown)}", ((sentence.text, citation),))


def described(finding: Finding) -> str:
    """The structured fields of a finding in words: nothing of its line but names and numbers."""
    value = finding.value
    amount = ""
    if value and value.number is not None:
        parts = (value.label, value.operator, f"{value.number:g}", value.unit)
        amount = " ".join(p for p in parts if p)
    names = (finding.analyte, finding.hgvs_p, finding.hgvs_c)
    facts = (
        " ".join(n[:_LONGEST_NAME] for n in names if n),
        _POLARITY[finding.polarity],
        _ORIGIN[finding.origin],
        (finding.classification or "").replace("_", " "),
        amount[:_LONGEST_NAME],
    )
    return "; ".join(f for f in facts if f)
