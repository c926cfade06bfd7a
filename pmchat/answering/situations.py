"""What a counselor adds where a question meets a certain kind of result: sections by situation."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from pmchat.answering.lookup import GENE_KINDS
from pmchat.answering.nearest import Nearest, Told
from pmchat.answering.silent import FROM_WHOM
from pmchat.answering.understand import Understanding
from pmchat.corpus.release import Release
from pmchat.model import Finding, Report

MOST = 3
"""How many sections are added to one answer."""

SENTENCES = 3
"""How much is told of each: what answers its heading, what is nearest, and who tells more."""

NEAR = 0.45
"""How near to the question the second of them must be."""

_WHO = re.compile(r"\b(?:care team|counselor|specialist|doctor|pharmacist)s?\b")

_KIN = (
    r"\b(?:sisters?|brothers?|siblings?|daughters?|sons?|kids?|child(?:ren)?|boys|girls|cousins?"
    r"|nieces?|nephews?|aunts?|uncles?|relatives?|family|grand\w+"
    r"|inherit\w*|passed?|hereditary|born with|runs in)\b"
)
_PARENTS = r"\b(?:parents?|mom|mum|dad|mother|father)\b"
_CHILD = r"\b(?:daughters?|sons?|kids?|child(?:ren)?|boys|girls|baby|\d+ ?(?:yr|years?)[ -]old)\b"
_OF_FAMILY = re.compile(
    r"\b(?:known|familial|family) (?:familial |family |pathogenic )?(?:variant|mutation|change)\b"
    r"|\bknown [A-Z0-9]{3,8} (?:c\.|variant|mutation|pathogenic)"
    r"|\b(?:variant|mutation|change) of the (?:mother|father|family|parent)\b",
    re.IGNORECASE,
)
_NO_FAMILY = re.compile(
    r"\bno known\b|\bnot (?:known|provided)\b|\b(?:if|when|should|may)\b", re.IGNORECASE
)
"""How a report names a change that runs in the family, and says that none is known."""

_TUMOR = frozenset({"tumor_ngs_tissue", "tumor_ngs_plasma", "ihc", "hrd", "mrd"})


@dataclass(frozen=True)
class _Case:
    """A question beside a report."""

    text: str
    report: Report
    findings: Sequence[Finding]
    not_stated: Sequence[str]
    silent: Sequence[str]

    @property
    def shares(self) -> int:
        """How many changes with a share of reads are touched."""
        return sum(f.kind in GENE_KINDS and f.value is not None for f in self.findings)

    @property
    def in_tumor(self) -> bool:
        """Whether a tumor was tested, and nothing touched is known to be inherited."""
        inborn = any(f.origin == "germline" for f in self.findings)
        return self.report.family in _TUMOR and not inborn

    @property
    def is_harmful(self) -> bool:
        """Whether a harmful change from birth was found, and no other is asked about."""
        return any(_is_harmful(f) for f in self.findings or self.report.findings)

    @property
    def is_vus(self) -> bool:
        """Whether all that is touched are changes of unknown meaning."""
        changes = [f for f in self.findings if f.kind != "summary"]
        return bool(changes) and all(f.classification == "vus" for f in changes)

    @property
    def is_clear(self) -> bool:
        """Whether a test for inherited changes found no harmful one."""
        harmful = any(_is_harmful(f) for f in self.report.findings)
        return self.report.family == "germline" and not (harmful or self.knows_family_change)

    @property
    def knows_family_change(self) -> bool:
        """Whether the test looked for a change that was found in a relative."""
        lines = [r.text for r in self.report.remarks]
        return any(_OF_FAMILY.search(t) and not _NO_FAMILY.search(t) for t in lines)

    @property
    def is_true_negative(self) -> bool:
        """Whether the change of the family was looked for and not found."""
        found = any(_is_harmful(f) for f in self.report.findings)
        return self.report.family == "germline" and self.knows_family_change and not found

    @property
    def in_blood_cells(self) -> bool:
        """Whether all that is touched may come from blood cells."""
        return bool(self.findings) and all(f.origin == "possible_ch" for f in self.findings)

    @property
    def on_brca(self) -> bool:
        """Whether a harmful change from birth was found in a BRCA gene."""
        brca = {"BRCA1", "BRCA2"}
        return any(
            _is_harmful(f) and f.analyte in brca for f in self.findings or self.report.findings
        )

    @property
    def is_drug_gene(self) -> bool:
        """Whether the report is on how genes handle medicines."""
        return self.report.family == "pgx"


def _is_harmful(finding: Finding) -> bool:
    return (
        finding.origin == "germline"
        and finding.polarity == "present"
        and finding.kind in GENE_KINDS
        and finding.classification in {"pathogenic", "likely_pathogenic"}
    )


@dataclass(frozen=True)
class Situation:
    """A section of the library, by which words it is asked for, and with which results it goes.

    Of a list of words those `asked` for are told, of all others what comes first.
    """

    section: str
    asked: re.Pattern[str]
    fits: Callable[[_Case], bool]
    is_list: bool


def _when(
    section: str, fits: Callable[[_Case], bool], asked: str, *, is_list: bool = False
) -> Situation:
    return Situation(section, re.compile(asked, re.IGNORECASE), fits, is_list)


SITUATIONS = (
    _when(
        "fnd-germline-vs-somatic#why-second-test",
        lambda c: c.in_tumor and not c.is_vus,
        _KIN + r"|\bgermline\b|\bborn\b",
    ),
    _when("gen-clonal-hematopoiesis#next-step", lambda c: c.in_blood_cells, r""),
    _when(
        "her-cascade-family#relatives-report",
        lambda c: c.report.family == "germline",
        r"\b(?:cousin|sister|brother|aunt|uncle|mother|mum|mom|father|dad|friend)(?:'?s)?\b.*"
        r"\b(?:report|result|test|paper)s?\b.*\b(?:i|i'm|me|my)\b|\bsent me (?:her|his|their)\b",
    ),
    _when(
        "rep-anatomy-germline-report#which-parent",
        lambda c: c.report.family == "germline",
        FROM_WHOM,
    ),
    _when(
        "rep-anatomy-germline-report#zygosity-not-stated",
        lambda c: c.report.family == "germline" and bool(c.silent),
        r"\b(?:hetero|homo)zyg\w+|\bcopies\b",
    ),
    _when(
        "rep-anatomy-tumor-report#stage-grade",
        lambda c: c.report.family in _TUMOR,
        r"\bstage\b|\bgrade\b|\bspread\b|\bmetasta\w+",
    ),
    _when(
        "rep-vaf#add-up",
        lambda c: c.shares > 1,
        r"\d ?%? ?\+ ?\d|\badd(?:ed|ing)?(?: \w+)? up\b|\btotal\b|\baltogether\b"
        r"|\bin all\b|\bsum\b",
    ),
    _when(
        "rep-vaf#highest-vaf",
        lambda c: c.shares > 0,
        r"\b(?:highest|biggest|higher|bigger|worse|worst|main|most important|more important)\b",
    ),
    _when("rep-vus#family", lambda c: c.is_vus, _KIN),
    _when(
        "rep-vus#with-harmful-change",
        lambda c: c.is_vus and any(_is_harmful(f) for f in c.report.findings),
        _KIN,
        is_list=True,
    ),
    _when(
        "rep-vus#updates",
        lambda c: c.is_vus,
        r"\b(?:change[sd]?|updat\w*|reclass\w*|when will|how (?:will|do|would) (?:i|we|they)"
        r"|find out later|still (?:be )?uncertain)\b",
    ),
    _when(
        "rep-vus#change-care",
        lambda c: c.is_vus,
        r"\b(?:surger\w+|operation|remov\w+|mastectomy|hysterectomy|breasts? off|ovaries|womb"
        r"|treat\w*|care|screen\w*|checks?"
        r"|skip|colonoscop\w+|mammogram\w*|worry|worried)\b",
    ),
    _when(
        "her-minors#adult-onset",
        lambda c: c.is_harmful,
        rf"{_CHILD}.*\b(?:test\w*|check\w*|now|too young|age|know)\b"
        rf"|\b(?:test\w*|check\w*)\b.*{_CHILD}",
    ),
    _when(
        "her-brca#risk-men",
        lambda c: c.on_brca,
        r"\b(?:brothers?|sons?|boys?|men|man|males?|dads?|fathers?|nephews?"
        r"|wom[ae]n'?s)\b",
    ),
    _when(
        "her-cascade-family#what-is-it",
        lambda c: c.is_harmful,
        r"\b(?:sisters?|brothers?|siblings?|cousins?|parents?|aunts?|uncles?|relatives?|famil\w+"
        r"|mom|mum|dad|mother|father)\b",
    ),
    _when(
        "her-reproductive#choices",
        lambda c: c.is_harmful,
        r"\b(?:baby|babies|pregnan\w+|conceive|ivf|embryos?|have (?:kids|children|a child))\b",
    ),
    _when(
        "her-reproductive#partner",
        lambda c: c.is_harmful,
        r"\b(?:baby|babies|pregnan\w+|conceive|ivf|embryos?)\b"
        r"|\btest\w*\b.*\b(?:partner|husband|wife|spouse)\b",
    ),
    _when(
        "her-risk-management#deciding",
        lambda c: c.is_harmful,
        r"\b(?:surger\w+|operation|remov\w+|cut|mastectomy|hysterectomy|ovaries|urgent|hurry|rush"
        r"|right away|wait\w*|weeks?|too late)\b",
    ),
    _when(
        "rep-anatomy-germline-report#pos-neg-uncertain",
        lambda c: c.report.family == "germline" and c.is_harmful,
        r"\bpositive\b|\b(?:i|she|he) (?:\w+ )?ha(?:ve|s)\b.*\bcancer\b",
    ),
    _when(
        "her-negative-family#true-negative",
        lambda c: c.is_true_negative,
        r"\b(?:safe|free|clear|skip\w*|negative|not found|wasn'?t found|pass\w*|kids|risk)\b",
    ),
    _when(
        "her-negative-family#skip-checks",
        lambda c: c.is_clear,
        r"\b(?:skip\w*|stop|need|free|colonoscop\w+|mammogram\w*|scans?|screen\w*|checks?)\b",
    ),
    _when(
        "her-negative-family#plan",
        lambda c: c.is_clear,
        r"\b(?:skip\w*|free|safe|clear|risk|checks?|screen\w*|colonoscop\w+|mammogram\w*|scans?"
        r"|worry|relax|stop)\b",
    ),
    _when(
        "her-negative-family#uninformative",
        lambda c: c.is_clear,
        rf"\bbut\b.*(?:{_KIN}|{_PARENTS})|\bhow can\b",
    ),
    _when(
        "her-negative-family#test-first",
        lambda c: c.is_clear,
        rf"\b(?:but|explain)\b.*(?:{_KIN}|{_PARENTS})|\bhow can\b",
    ),
    _when(
        "rep-anatomy-germline-report#genes-not-named",
        lambda c: c.report.family == "germline" and bool(c.not_stated),
        r"",
    ),
    _when(
        "rep-anatomy-germline-report#genes-not-named",
        lambda c: c.report.family == "germline" and not c.not_stated,
        r"\b(?:which|what|how many|all|every) (?:of )?(?:the )?(?:\w+ )?genes\b|\bpanel\b",
    ),
    _when(
        "rep-negative-results#what-is-it",
        lambda c: c.report.family != "germline" and bool(c.not_stated),
        r"",
        is_list=True,
    ),
    _when(
        "prv-using-this-tool#no-report-needed",
        lambda c: True,
        r"\bsent me (?:her|his|their)\b"
        r"|\bwithout (?:her|his|their) (?:ok|permission)\b",
        is_list=True,
    ),
    _when(
        "pgx-cyp2c19#children-inherit",
        lambda c: c.is_drug_gene and any(f.analyte == "CYP2C19" for f in c.report.findings),
        _KIN,
    ),
    _when(
        "rep-variant-names#del-dup-fs",
        lambda c: True,
        r"\d\w*(?:fs|del|dup|ins)(?:\b|\d|\*)|\*\d|\bTer\d|\bfs\b",
        is_list=True,
    ),
    _when(
        "rep-variant-names#c-and-p",
        lambda c: True,
        r"\bc\.\d|\bp\.\(?[A-Z]|\bthe letters\b|\bthis code\b",
    ),
    _when(
        "pgx-what-is-it#limits",
        lambda c: c.is_drug_gene,
        r"\bsafe\b|\bno side effects\b|\bnormal\b|\bcan i take\b|\bok(?:ay)? to take\b",
    ),
)
"""In the order of their weight."""


def beside_results(
    understanding: Understanding,
    report: Report | None,
    nearest: Nearest,
    release: Release,
    today: date,
) -> Iterator[Told]:
    """What the situation of a question calls for."""
    if report is None:
        return
    case = _Case(
        understanding.text,
        report,
        understanding.findings,
        understanding.not_stated,
        understanding.silent,
    )
    fitting = [s for s in SITUATIONS if s.asked.search(case.text) and s.fits(case)]
    for situation in fitting[:MOST]:
        passage = release.passages.get(situation.section)
        if passage and passage.is_fresh(today):
            own = [(passage, s) for s in passage.statements]
            yield from _told(own, situation, nearest)


def _told(own: Sequence[Told], situation: Situation, nearest: Nearest) -> Sequence[Told]:
    if situation.is_list:
        return nearest.of(own, SENTENCES, least=None)
    who = [t for t in own[1:] if _WHO.search(t[1].text)]
    first = [t for t in own[:1] if nearest.goes(*t)]
    other = nearest.of([t for t in own[1:] if t not in who], 1, NEAR)
    return [*first, *other, *nearest.of(who, 1, least=None)]
