"""The frozen types that travel between the rooms."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from math import isfinite
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator


class Frozen(BaseModel):
    """Base of every type here: immutable, and no unknown field passes."""

    model_config = ConfigDict(frozen=True, extra="forbid")


# ---------------------------------------------------------------- the library

SectionKind = Literal[
    "meaning",
    "how_it_works",
    "limits",
    "options",
    "side_effects",
    "inheritance",
    "testing",
    "numbers",
    "privacy",
    "cost",
    "next_step",
    "urgent",
]


class Source(Frozen):
    """Where a fact comes from, and how it was held against that place."""

    sid: str = Field(pattern=r"^S[1-9]\d?$")
    organisation: str
    title: str
    url: str = Field(pattern=r"^(https?://|README\.md)")
    accessed: date
    check: Literal["read", "secondary", "unchecked"]
    note: str = ""


class Statement(Frozen):
    """One sentence of the library with the ids of the sources behind it."""

    text: str
    sources: tuple[str, ...]


class Passage(Frozen):
    """One `##` section of a document: the unit that is found and cited.

    `expires` is set on a section that ages; after that day it is not used.
    """

    id: str
    document_id: str
    title: str
    heading: str
    kind: SectionKind
    statements: tuple[Statement, ...]
    asks: tuple[str, ...] = ()
    entities: tuple[str, ...] = ()
    expires: date | None = None

    def is_fresh(self, today: date) -> bool:
        """Whether the passage may still be shown."""
        return self.expires is None or self.expires >= today

    @property
    def text(self) -> str:
        """The sentences without their marks; every citation quotes from this."""
        return " ".join(s.text for s in self.statements)


class Document(Frozen):
    """One page of the library."""

    id: str
    title: str
    area: str
    audience: Literal["patient", "counselor"]
    volatility: Literal["low", "medium", "high"]
    jurisdiction: tuple[str, ...]
    status: Literal["draft", "reviewed"]
    reviewer: str | None
    checked: date
    review_by: date
    entities: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    notes: str = ""
    sources: tuple[Source, ...]
    passages: tuple[Passage, ...]

    @property
    def is_draft(self) -> bool:
        """Whether no named clinician has reviewed the page."""
        return self.status == "draft" or not self.reviewer

    def references(self, sids: Sequence[str]) -> tuple[SourceRef, ...]:
        """The page's sources of these ids, in its order, as they are shown to a person."""
        return tuple(
            SourceRef(
                document_id=self.id,
                sid=source.sid,
                organisation=source.organisation,
                title=source.title,
                url=source.url,
                checked=self.checked,
            )
            for source in self.sources
            if source.sid in sids
        )


# ----------------------------------------------------------------- the report

Polarity = Literal["present", "absent_stated", "indeterminate", "not_performed"]
Origin = Literal["somatic", "germline", "possible_ch", "unknown"]
Family = Literal[
    "tumor_ngs_tissue",
    "tumor_ngs_plasma",
    "germline",
    "pgx",
    "ihc",
    "hrd",
    "mrd",
    "cytogenetics",
    "consumer",
    "other",
]
Classification = Literal[
    "pathogenic",
    "likely_pathogenic",
    "vus",
    "likely_benign",
    "benign",
    "tier_1",
    "tier_2",
    "tier_3",
    "tier_4",
]


class Evidence(Frozen):
    """The printed words behind a finding; `page` and `line` count from 1."""

    page: int
    line: int
    text: str


class Value(Frozen):
    """A measured amount: `label` says of what (VAF, TPS, TMB), `operator` is <, <=, >=, >.

    A number too large to be held is none.
    """

    number: float | None
    unit: str | None
    label: str | None
    operator: str | None = None

    @field_validator("number")
    @classmethod
    def _finite(cls, number: float | None) -> float | None:
        return number if number is not None and isfinite(number) else None


class Specimen(Frozen):
    """A sample that was tested."""

    id: str
    type: str | None = None
    site: str | None = None
    collected: date | None = None


class ReportDates(Frozen):
    """The dates printed on a report."""

    collected: date | None = None
    received: date | None = None
    reported: date | None = None
    amended: date | None = None


class Finding(Frozen):
    """One result. `polarity` says whether the thing named is there.

    `by_person` tells what the person corrected or added; it is not part of the JSON.
    """

    id: str
    specimen_id: str | None
    analyte: str
    kind: str
    as_printed: str
    hgvs_c: str | None = None
    hgvs_p: str | None = None
    value: Value | None = None
    polarity: Polarity
    origin: Origin
    classification: Classification | None = None
    section: str | None = None
    evidence: Evidence
    confidence: float = 1.0
    by_person: Literal["corrected", "added"] | None = Field(default=None, exclude=True)

    @property
    def printed(self) -> str:
        """What is printed of the result, on one line."""
        return " ".join(self.as_printed.split())


class TherapyLine(Frozen):
    """A drug that the laboratory printed beside a result; never a recommendation."""

    analyte: str
    drug: str
    scope: Literal["this_tumor", "other_tumor", "resistance"]
    evidence: Evidence


class Identifier(Frozen):
    """Personal data on the report: shown to its owner only, masked elsewhere."""

    kind: str
    text: str
    page: int
    line: int
    why: str


class Report(Frozen):
    """What was read of one report file.

    `diagnosis` is the cancer as printed, for choosing what to tell; it is no result.
    `remarks` are sentences beside the results: comments, limits, the family's history.
    """

    family: Family
    language: str
    status: Literal["final", "preliminary", "amended", "failed"]
    laboratory: str | None
    test: str | None
    diagnosis: str | None = None
    specimens: tuple[Specimen, ...] = ()
    dates: ReportDates = ReportDates()
    findings: tuple[Finding, ...] = ()
    therapies: tuple[TherapyLine, ...] = ()
    limits: tuple[str, ...] = ()
    remarks: tuple[Evidence, ...] = ()
    warnings: tuple[str, ...] = ()
    identifiers: tuple[Identifier, ...] = ()


class Part(Frozen):
    """One report of several, with its number in the order in which they were brought."""

    number: int
    report: Report


class Folder(Report):
    """The reports of one person as answers lean on them: each apart in `parts`, read as one.

    `waiting` names what stands on lines that the person has not yet checked; those lines are
    left out. See `pmchat.reports.together`.
    """

    parts: tuple[Part, ...]
    waiting: tuple[str, ...] = ()


# ----------------------------------------------------------- question, answer

Outcome = Literal["answer", "abstain", "redirect", "urgent", "crisis", "out_of_scope"]
Role = Literal["headline", "report", "explanation", "limit", "framing", "next_step"]
MUST_CITE: frozenset[Role] = frozenset({"headline", "report", "explanation", "limit"})


class Turn(Frozen):
    """One earlier question of the conversation and the answer given, as plain text."""

    question: str
    answer: str


class Question(Frozen):
    """What the person typed, with what went before."""

    text: str
    id: str | None = None
    report: Report | None = None
    history: tuple[Turn, ...] = ()


class PassageCitation(Frozen):
    """Points to the words of a library passage."""

    kind: Literal["passage"] = "passage"
    passage_id: str
    document_id: str
    quote: str
    sources: tuple[str, ...]


class ReportCitation(Frozen):
    """Points to a line of the person's own report."""

    kind: Literal["report"] = "report"
    finding_id: str | None
    page: int
    line: int
    quote: str


Citation = Annotated[PassageCitation | ReportCitation, Field(discriminator="kind")]


class Sentence(Frozen):
    """One sentence of an answer."""

    text: str
    role: Role
    citations: tuple[Citation, ...] = ()


class SourceRef(Frozen):
    """A source behind a cited passage, as shown to the person."""

    document_id: str
    sid: str
    organisation: str
    title: str
    url: str
    checked: date


class Reading(Frozen):
    """A page to read further."""

    title: str
    url: str


class ScoredPassage(Frozen):
    """A passage with the parts of its score, for the trace.

    `dense` and `lexical` are standardised over all passages (mean 0, deviation
    1) and added with the weights of `pmchat.retrieval.search`; `score` has them,
    the lift by names and that by the rest of the page. `similarity` is
    the plain cosine, `coverage` the share of the question's words that stand
    in the passage, both of the whole question or its best clause.
    """

    passage_id: str
    score: float
    similarity: float
    coverage: float
    dense: float
    lexical: float
    entity: float


class Trace(Frozen):
    """How an answer came about; feeds the counselor's page. Holds no report text."""

    entities: tuple[str, ...] = ()
    asked: str | None = None
    gates: tuple[str, ...] = ()
    passages: tuple[ScoredPassage, ...] = ()
    dropped: tuple[str, ...] = ()
    query: str = ""
    notes: tuple[str, ...] = ()


class Answer(Frozen):
    """What the person gets. Field names are a fixed contract (DESIGN.md)."""

    id: str | None
    question: str
    outcome: Outcome
    sentences: tuple[Sentence, ...]
    sources: tuple[SourceRef, ...] = ()
    questions_for_visit: tuple[str, ...] = ()
    further_reading: tuple[Reading, ...] = ()
    reading_grade: float
    generator: str
    release: str
    timings_ms: dict[str, float]
    trace: Trace = Field(default=Trace(), exclude=True)

    @property
    def text(self) -> str:
        """The answer as plain text."""
        return " ".join(s.text for s in self.sentences)
