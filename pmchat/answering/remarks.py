"""What else the report says that a question is on: comments, limits, the family's history."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from pmchat.lexicon import Lexicon
from pmchat.model import Evidence, Finding, Report, ReportCitation, SectionKind, Sentence
from pmchat.reports.together import name_of, part_saying
from pmchat.text import numbers, terms

MOST = 4
"""How many are told beside what was found."""

ADJACENT = 2
"""How many lines below a remark on a gene one without a name is still on it."""

OF_ALL = 4
"""How many are told of a whole report."""

ASKED = 2
OWN_NAME = 2
"""What counts a topic asked, and a name or number of the question, beside one shared word."""

MOST_SHARED = 3
"""How much shared words and names can count: a long remark shares many by chance."""

BEST_SHARE = 0.3
"""What share of the best remark's value others need to be told beside it."""

ENOUGH = 2
"""How many words a remark shares with a question that its topic is not asked in, or one and
any topic."""

FEW = 2
"""How many findings can be touched for every remark on them to count."""

JOINING = frozenset("ALK ROS1 RET NTRK1 NTRK2 NTRK3 NRG1 FGFR1 FGFR2 FGFR3 MET".split())
"""Genes of which a test of RNA looks for fusions, or for a piece left out."""

_FUSIONS = re.compile(r"\bfusions?\b|\bRNA\b", re.I)
_PLAIN_WORD = re.compile(r"(?<![A-Za-z0-9])[a-z]{2,}(?![A-Za-z0-9])")
_FEWEST_WORDS = 4
_UNCLEAR = re.compile(r"\bVUS\b|\buncertain significance\b|\binsufficient to\b", re.I)

NEAR = 0.45
"""Cosine to the question from which a remark is told, whatever words they share."""

FAR = 0.15
"""Cosine below which a remark that names nothing of the question is on something else."""

NEARNESS = 6.0
"""What the cosine counts beside shared words and topics."""

Near = Callable[[str, Sequence[Evidence]], Mapping[str, float]]
"""How near the texts of remarks are to a question."""

_LIST = 8
"""A line with more names than this is a list of what was tested."""


@dataclass(frozen=True)
class Topic:
    """A thing that remarks are on: how they say it, and by which kind or words it is asked.

    With `of_names` a remark must be on what the question names, if it names anything.
    """

    said: re.Pattern[str]
    kinds: frozenset[SectionKind | None]
    asked: re.Pattern[str]
    of_all: bool = False
    of_names: bool = False


def _topic(
    said: str,
    kinds: Sequence[SectionKind | None],
    asked: str,
    *,
    of_all: bool = False,
    of_names: bool = False,
) -> Topic:
    said_in, asked_in = re.compile(said, re.I), re.compile(asked, re.I)
    return Topic(said_in, frozenset(kinds), asked_in, of_all, of_names)


CORRECTED = _topic(
    r"\b(?:amend|correct|revis|reclassif|replac|supersed)\w*",
    (),
    r"\b(?:amend|correct|revis|reclass|updat)\w*|\bchanged\b|\bnew(?:er)? report|\bversions?\b"
    r"|\b(?:first|old|other|last|earlier) (?:report|said|paper|one|version)"
    r"|\bused to\b|\bnow it\b|\bwrong\b|\b(?:two|2|both) (?:papers|reports|versions|letters)\b",
    of_all=True,
)
"""Told only where it is asked, whatever it names."""

TOPICS = (
    CORRECTED,
    _topic(
        r"\b(?:mother|father|sister|brother|aunt|uncle|cousin|grand\w+|family history)\b",
        ("inheritance",),
        r"\b(?:famil\w+|mom|mum|dad|mother|father|sister|brother|aunt|uncle|grand\w+)\b",
    ),
    _topic(
        r"\b(?:germline|inherit\w*|heritable|constitutional|blood cells?|ha?ematopoiesis|parents?"
        r"|matched normal|normal sample|tumou?r[- ]only|tumou?r tissue only"
        r"|relatives?|de novo|carriers?|sporadic|genetic counsel\w*|children)\b",
        ("inheritance",),
        r"\b(?:inherit\w*|born|blood|famil\w+|relatives?|parents?|passed?|gave|give|germline"
        r"|lynch|hereditary|kids|child\w*|sons?|daughters?|brothers?|sisters?|grand\w+|mom|mum|dad|baby"
        r"|(?:yr|years?) old)\b",
        of_all=True,
    ),
    _topic(
        r"\b(?:not|n't|never) (?:\w+ ){0,2}(?:part|includ\w*|test\w*|perform\w*|examin\w*"
        r"|evaluat\w*|analy[sz]\w*|sequenced|ordered|looked|done|sampled|assess\w*|cover\w*|called)\b"
        r"|\bcannot be (?:called|assess\w*|determin\w*)",
        ("testing",),
        r"\b(?:test\w*|look\w*|check\w*|miss\w*|cover\w*|includ\w*|fail\w*|enough|negative|clear)\b",
        of_all=True,
        of_names=True,
    ),
    _topic(
        r"\b(?:recommend\w*|suggest\w*|consider(?:ed)?|advis\w*|offered|repeat|new sample)\b",
        ("next_step",),
        r"\b(?:next|now what|(?:happens?|what) now|again|repeat|more tests?"
        r"|another (?:test|biopsy)|do now|clear)\b",
        of_all=True,
    ),
    _topic(
        r"\b(?:cannot|can ?not|does not|do not|did not|should not|limit\w*|below|low"
        r"|insufficient|fraction)\b",
        ("limits",),
        r"\b(?:sure|certain|trust|reliable|accurate|rule\w* out|miss\w*|negative|clear|not found"
        r"|fraction|enough|low|skip)\b",
        of_names=True,
    ),
)

TREATMENT = _topic(
    r"\b(?:treat(?:ment|able|ed|ing)?|therap(?:y|ies)|medicines?|suitable|clinical criteria)\b",
    ("options", "side_effects"),
    r"\b(?:treat\w*|chemo\w*|drugs?|pills?|tablets?|medicines?|tak(?:e|ing))\b",
    of_all=True,
)
"""What the laboratory says of treatment at large: no drug is named in it, and no dose."""

DENIALS = _topic(
    r"\bnot (?:a |an )?(?:tests?|diagnos\w*|measure|proof|establish\w*|evidence)\b|\balone\b"
    r"|\b(?:does|do|is|are) not (?:the (?:same|share)|mean|show|replace|prove|tell)\b",
    ("limits",),
    r"\b(?:so|then|right|yes|yeah|cured?|gone|work(?:s|ing)?|fail\w*|left|another)\b"
    r"|\b(?:do|have|does) (?:i|it|that)\b|\bis (?:it|this|that)\b",
    of_names=True,
)
"""What a result is not, told where a question draws a conclusion."""

OF_NEGATIVES = _topic(
    r"\b(?:negative|not detected|not found|absence)\b.{0,60}\b(?:rule out|exclude|mean|preclude)\b",
    (),
    r"(?!)",
)
"""Told whenever something was not found."""


@dataclass(frozen=True)
class _Wanted:
    """What remarks are held against: the words, numbers, names and topics of a question.

    `own` are the names asked about and of the findings touched, `named` those that make a
    sentence worth telling, `listed` those that do so for the line of a list; `unclear`: a change
    of uncertain meaning is touched; `above` are the names that a remark without one stands below.
    """

    words: set[str]
    numbers: set[str]
    topics: Sequence[Topic]
    own: set[str]
    named: set[str]
    listed: set[str]
    unclear: bool
    lexicon: Lexicon
    near: Mapping[str, float]
    above: Mapping[str, frozenset[str]]

    def value(self, remark: Evidence) -> float:
        """How much a remark tells of what is asked; 0 if nothing."""
        genes = _genes_in(remark, self.lexicon)
        if self._is_aside(remark, genes):
            return 0
        near = self.near.get(remark.text, FAR)
        named = self._names(remark, genes)
        shared = self._shared(remark) + OWN_NAME * named
        topics = [t for t in self.topics if shared or not self.own or not t.of_names]
        asked_of = sum(t.said.search(remark.text) is not None for t in topics)
        telling = near >= NEAR or asked_of or shared + _is_on(remark, TOPICS) >= ENOUGH
        on_all = any(t.of_all and t.said.search(remark.text) for t in topics) and not genes
        if not telling or (near < FAR and not (named or on_all)):
            return 0
        return min(shared, MOST_SHARED) + ASKED * asked_of + NEARNESS * near

    def _shared(self, remark: Evidence) -> int:
        """How many words of the question a remark has; a number counts as a name does."""
        figures = self.numbers & set(numbers(remark.text))
        return len(self.words & set(terms(remark.text))) + OWN_NAME * bool(figures)

    def _is_aside(self, remark: Evidence, genes: set[str]) -> bool:
        """Whether a remark is on a correction or an unclear change that nobody asked of, on other
        genes alone, or a list of many."""
        if CORRECTED not in self.topics and _is_on(remark, [CORRECTED]):
            return True
        if _UNCLEAR.search(remark.text) and not genes and not self.unclear:
            return True
        if not self.topics and _is_on(remark, [OF_NEGATIVES]):
            return True
        return len(genes) > _LIST or bool(genes and self.own and not genes & self.own)

    def _names(self, remark: Evidence, genes: set[str]) -> bool:
        """Whether a remark names what is asked, or is on the test that looks for it."""
        if not genes and JOINING & self.own and _FUSIONS.search(remark.text):
            return True
        wanted = self.named if _is_sentence(remark) else self.listed
        named = genes or self.above.get(remark.text, frozenset())
        return bool(wanted & {*self.lexicon.entities(remark.text), *named})


def remarks_on(
    text: str,
    report: Report,
    lexicon: Lexicon,
    *,
    asked: SectionKind | None,
    names: Iterable[str],
    findings: Sequence[Finding],
    not_stated: Sequence[str],
    near: Near,
) -> tuple[Evidence, ...]:
    """The remarks that a question is on, the nearest ones, in their order.

    `names` are those asked about and of the `findings` touched. A remark counts if it is near
    in meaning, on a topic that is asked, or shares words with the question; none that names
    other genes alone.
    """
    unstated = [r for r in report.remarks if set(not_stated) & set(lexicon.entities(r.text))]
    if unstated:
        return tuple(unstated[:MOST])
    missed = any(f.polarity == "absent_stated" for f in findings)
    topics = [t for t in (*TOPICS, TREATMENT, DENIALS) if asked in t.kinds or t.asked.search(text)]
    own, asked_for = set(names), set(lexicon.entities(text))
    things = {n for n in own if n not in lexicon.entries or lexicon.entries[n].kind != "tests"}
    wanted = _Wanted(
        words=set(terms(text)) - {t for n in things for t in terms(n)},
        numbers={n for n in numbers(text) if len(n) > 1},
        topics=[*topics, *([OF_NEGATIVES] if missed else [])],
        own=own,
        named=asked_for | {f.analyte for f in findings if len(findings) <= FEW},
        listed=asked_for if asked == "testing" else set(),
        unclear=any(f.classification == "vus" for f in findings),
        lexicon=lexicon,
        above=_genes_above(report.remarks, lexicon),
        near=near(text, [r for r in report.remarks if _is_sentence(r)]),
    )
    value = {r.text: wanted.value(r) for r in report.remarks}
    least = BEST_SHARE * max(value.values(), default=0)
    near_enough = [r for r in report.remarks if value[r.text] > 0 and value[r.text] >= least]
    best = sorted(near_enough, key=lambda r: -value[r.text])[:MOST]
    open_still = [
        r for r in report.remarks if missed and r not in best and _is_on(r, [OF_NEGATIVES])
    ]
    told = [*best, *open_still[: MOST - len(best)]]
    return tuple(r for r in report.remarks if r in told)


def remarks_of_all(report: Report, lexicon: Lexicon) -> tuple[Evidence, ...]:
    """The first remarks of a whole report that matter whatever is asked."""
    topics = [t for t in TOPICS if t.of_all]
    if any(f.polarity == "absent_stated" for f in report.findings):
        topics.append(OF_NEGATIVES)
    told = (r for r in report.remarks if len(_genes_in(r, lexicon)) <= _LIST)
    return tuple(r for r in told if _is_on(r, topics))[:OF_ALL]


def _genes_in(remark: Evidence, lexicon: Lexicon) -> set[str]:
    kinds = {"genes", "variants"}
    return {e for e in lexicon.entities(remark.text) if lexicon.entries[e].kind in kinds}


def _genes_above(remarks: Sequence[Evidence], lexicon: Lexicon) -> dict[str, frozenset[str]]:
    """The genes that each remark without one goes on about: those of the remark right above."""
    found: dict[str, frozenset[str]] = {}
    last: tuple[int, int, frozenset[str]] = (0, 0, frozenset())
    for one in remarks:
        genes = frozenset(_genes_in(one, lexicon))
        page, line, above = last
        if not genes and one.page == page and 0 <= one.line - line <= ADJACENT:
            genes = found[one.text] = above
        last = (one.page, one.line, genes)
    return found


def _is_sentence(remark: Evidence) -> bool:
    """Whether a remark is more than a line of a list; some reports are all in capitals."""
    text = remark.text.lower() if remark.text.isupper() else remark.text
    return len(_PLAIN_WORD.findall(text)) >= _FEWEST_WORDS


def _is_on(remark: Evidence, topics: Sequence[Topic]) -> bool:
    return any(topic.said.search(remark.text) for topic in topics)


def say_remarks(
    remarks: Sequence[Evidence], report: Report | None, *, leads: bool = False
) -> list[Sentence]:
    """A sentence each, with the printed words in quotation marks; the first may lead."""
    first = remarks[0] if remarks and leads else None
    return [
        Sentence(
            text=f"{_owner(remark, report)} {'says' if remark is first else 'also says'}: "
            f'"{remark.text.rstrip(".")}".',
            role="headline" if remark is first else "report",
            citations=(
                ReportCitation(
                    finding_id=None, page=remark.page, line=remark.line, quote=remark.text
                ),
            ),
        )
        for remark in remarks
    ]


def _owner(remark: Evidence, report: Report | None) -> str:
    """The report that prints a remark, by its number if there are several."""
    part = part_saying(report, remark.page, remark.line, remark.text)
    return f"Your {name_of(part, None)}" if part else "Your report"
