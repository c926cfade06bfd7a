"""What a question is about: names, the kind of thing asked, findings, the earlier subject."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pmchat.answering.lookup import GENE_KINDS, concepts
from pmchat.lexicon import Lexicon
from pmchat.model import Finding, Folder, Question, Report, SectionKind
from pmchat.text import normalise, numbers, terms

_KIND_CUES: tuple[tuple[SectionKind, str], ...] = (
    (
        "side_effects",
        r"side.?effects?|symptoms?|watch for|toxic|react(?:ion)?s?\b|safe\b|risky",
    ),
    ("cost", r"cost|pay|bill|insurance cover|copay|afford|price|\$"),
    (
        "privacy",
        r"privacy|private|keep my|stored?\b|shared?\b|who (?:can )?sees?|delete"
        r"|\b(?:boss|work|job|employer|insur\w+|school|landlord|police|government)\b.{0,20}"
        r"\b(?:see|know|find out|look up|access|ask me|fire me)\b",
    ),
    (
        "inheritance",
        r"inherit|hereditary|runs? in|pass(?:ed)? (?:it )?(?:on|down)|skip"
        r"|\b(?:my|our) (?:kids|child|children|sons?|daughters?|sisters?|brothers?|siblings|family)"
        r"|from (?:my|his|her) (?:mom|mum|dad|mother|father|parents)",
    ),
    (
        "options",
        r"treat|drugs?\b|pills?\b|therap|medicines?|options?\b|what can be done|inhibitor"
        r"|vaccine|blocker",
    ),
    ("testing", r"\btest(?:s|ed|ing)?\b|biopsy|find out|checked|sample"),
    (
        "numbers",
        r"how (?:likely|common|often|many|high|accurate)|chances?\b"
        r"|(?<!\d)(?<!\d )(?:percent|%)|odds|figures?|risk numbers?",
    ),
    (
        "how_it_works",
        r"how (?:do|does|can|did)\b.*\b(?:work|know|attack|kill|stop)|what happens",
    ),
    (
        "limits",
        r"does (?:it|that|this) mean|so (?:i|do i|am i|is it)\b|isn'?t (?:it|that)|right\?"
        r"|is (?:it|that|this) (?:bad|good|the same|stage)|same (?:as|thing)",
    ),
    (
        "next_step",
        r"what (?:should|do|can) i (?:ask|do)|questions? (?:to|should|for)|next step"
        r"|appointment|now what|prepare",
    ),
    (
        "meaning",
        r"what(?:'?s| is| are| does)|mean|explain|stand for|difference|tell me about",
    ),
)
_FOLLOW_UP = re.compile(
    r"^(?:and|but|so|what about|how about|ok(?:ay)?|then|also|why|which (?:one|of)"
    r"|(?:is|does|can) (?:it|that|this)|(?:are|do) (?:they|those|these))\b"
    r"|\b(?:it|its|they|them|that one|this one|those|these)\b",
    re.IGNORECASE,
)
_WHOLE_REPORT = re.compile(
    r"\b(?:my|the|this|his|her|wife'?s|husband'?s|mom'?s|dad'?s|mum'?s|our|whole)\s+(?:\w+\s+){0,2}"
    r"(?:reports?|results?|tests?|findings?|panel|screen)\b"
    r"|\bsummar|\bexplain (?:it|this|everything|all)\b"
    r"|what (?:did|was|were|does)\b.*\b(?:find|found|show)",
    re.IGNORECASE,
)
_ON_REPORT = re.compile(
    r"\bmy\b|\b(?:report|result|line|lab)s?\b|\b(?:it|that|this) (?:says?|lists?|shows?)\b"
    r"|^\W*(?:\w+\W*){1,4}$",
    re.IGNORECASE,
)
_CODE = re.compile(
    r"\b[A-Z]\d{2,5}(?:[A-Z]|fs|del|dup|\*)\b|\b[cp]\.\S+|\b[A-Z]{1,5}-\d{2,5}\b|\bNCT\d+\b"
    r"|\b[A-Za-z]{3,}(?:tinib|fenib|ciclib|parib|lisib|rasib|degib|zomib|limab|tuzumab|xumab)\b"
)
"""Variant names, drug codes, trial numbers, and words that end like drugs of this field."""
_DISTRESS = re.compile(
    r"\b(?:scared|terrified|afraid|frightened|shaking|crying|freak\w*|panic\w*|worried|anxious"
    r"|devastated|death sentence|can'?t sleep|overwhelmed|heartbroken)\b|!!",
    re.IGNORECASE,
)
_PREDICTION = re.compile(
    r"\bexact(?:ly)?\b.{0,40}\b(?:chances?|odds|percent|number|risk|likelihood|date|cut-?off)\b"
    r"|\bwhich\b.{0,60}\b(?:first|next|soonest)\b|\b(?:treatment|chemo|drug|it) is working\b"
    r"|\bis (?:my|the|his|her) (?:treatment|chemo|drug|pill) working\b|\byou (?:decide|tell me)\b",
    re.IGNORECASE,
)
CONTEXT_KINDS: frozenset[SectionKind | None] = frozenset({"inheritance", "options", "side_effects"})
"""What can be asked of "it", meaning the changes on the report."""

_COMMON_TERMS = 3
"""A word on more findings than this tells nothing about which one is meant."""


@dataclass(frozen=True)
class Understanding:
    """What is asked.

    `query` is the text to search with, `concepts` are the names behind the
    findings touched, `not_stated` what the report was asked for and has not,
    `waiting` what stands on lines that the person has not checked yet,
    `unknown` codes that neither library nor report knows. `asks_prediction`: it
    wants a forecast or a verdict for one person, which no page can support.
    """

    query: str
    entities: tuple[str, ...]
    asked: SectionKind | None
    findings: tuple[Finding, ...]
    whole_report: bool
    concepts: tuple[str, ...]
    not_stated: tuple[str, ...]
    waiting: tuple[str, ...]
    unknown: tuple[str, ...]
    asks_prediction: bool
    distressed: bool


def understand(question: Question, lexicon: Lexicon, known_codes: frozenset[str]) -> Understanding:
    """Read a question with its history and report.

    `known_codes` are the codes that the library knows, as `codes` gives them.
    """
    text = normalise(question.text)
    entities = lexicon.entities(text)
    query = text
    if not entities and question.history and _is_follow_up(text):
        subject = _last_subject(question, lexicon)
        entities = subject
        query = f"{text} ({', '.join(subject)})" if subject else text
    report = question.report
    analytes = {f.analyte: lexicon.entities(f.analyte) for f in report.findings} if report else {}
    findings = _touched(text, entities, report, analytes, lexicon) if report else ()
    asked = _asked(text)
    whole = (
        bool(_WHOLE_REPORT.search(text))
        and not (findings or entities)
        and asked not in CONTEXT_KINDS
        and report is not None
    )
    if report and whole:
        findings = report.findings
    elif report and not findings and _ON_REPORT.search(text):
        findings = tuple(_sharing_words(text, report))
    waiting = _waiting(entities, report, lexicon)
    printed = " ".join(f.evidence.text for f in report.findings) if report else ""
    unknown = {c for c in codes(text) - known_codes - codes(printed) if not lexicon.find(c)}
    named = concepts(findings, analytes)
    if report and not entities and asked in CONTEXT_KINDS:
        findings = _context(asked, report)
        named = _context_names(asked, findings, analytes)
        query = f"{text} ({', '.join(named)})" if named else text
    return Understanding(
        query=query,
        entities=tuple(dict.fromkeys([*entities, *([] if whole else named)])),
        asked=asked,
        findings=findings,
        whole_report=whole,
        concepts=tuple(named),
        not_stated=tuple(
            name
            for name in (_not_stated(entities, report, analytes, lexicon) if report else ())
            if name not in waiting
        ),
        waiting=waiting,
        unknown=tuple(sorted(unknown)),
        asks_prediction=bool(_PREDICTION.search(text)),
        distressed=bool(_DISTRESS.search(text)),
    )


def codes(text: str) -> frozenset[str]:
    """Variant names, trial numbers, drug codes and drug names in a text."""
    return frozenset(c.rstrip("?.,;:!)") for c in _CODE.findall(text))


def _asked(text: str) -> SectionKind | None:
    for kind, cue in _KIND_CUES:
        if re.search(cue, text, re.IGNORECASE):
            return kind
    return None


def _is_follow_up(text: str) -> bool:
    return len(text.split()) <= 4 or bool(_FOLLOW_UP.search(text))


def _last_subject(question: Question, lexicon: Lexicon) -> list[str]:
    """The names in the latest earlier question that had any, else in its answer's first words."""
    for turn in reversed(question.history):
        found = lexicon.entities(turn.question) or lexicon.entities(turn.answer[:200])[:2]
        if found:
            return found
    return []


def _touched(
    text: str,
    entities: list[str],
    report: Report,
    analytes: dict[str, list[str]],
    lexicon: Lexicon,
) -> tuple[Finding, ...]:
    """The findings that the question names, repeats a number of, or names a look-alike of."""

    def about(names: set[str]) -> list[Finding]:
        return [f for f in report.findings if names & set(analytes[f.analyte])]

    named = about(set(entities))
    if named:
        return tuple(_narrowed(text, named))
    repeated = _repeating(text, report.findings)
    if repeated:
        return tuple(repeated)
    mistaken = {o for e in entities for o in lexicon.look_alikes.get(e, ())}
    return tuple(about(mistaken))


def _narrowed(text: str, findings: list[Finding]) -> list[Finding]:
    """Of several findings of one gene, those whose number or variant the question repeats."""
    return _repeating(text, findings) or findings


def _repeating(text: str, findings: Sequence[Finding]) -> list[Finding]:
    wanted = set(numbers(text)) | {c.lower() for c in codes(text)}
    return [f for f in findings if wanted & (set(numbers(f.as_printed)) | _lower_codes(f))]


def _lower_codes(finding: Finding) -> set[str]:
    return {c.lower() for c in codes(finding.as_printed)}


def _sharing_words(text: str, report: Report) -> list[Finding]:
    asked = set(terms(text)) | set(numbers(text))
    words = [
        set(terms(f"{f.as_printed} {f.evidence.text} {(f.classification or '').replace('_', ' ')}"))
        | set(numbers(f.evidence.text))
        for f in report.findings
    ]
    telling = {w for w in asked if 0 < sum(w in ws for ws in words) <= _COMMON_TERMS}
    return [f for f, ws in zip(report.findings, words, strict=True) if telling & ws]


def _context(asked: SectionKind | None, report: Report) -> tuple[Finding, ...]:
    """The changes of the report that a question without a name is about.

    "Can my children have it" is about inherited changes, "which drugs are
    there" about all that were found and are not of uncertain significance.
    """
    return tuple(
        f
        for f in report.findings
        if f.polarity == "present"
        and f.kind in GENE_KINDS
        and f.classification != "vus"
        and f.origin != "possible_ch"
        and (asked != "inheritance" or f.origin == "germline")
    )


def _context_names(
    asked: SectionKind | None, findings: Sequence[Finding], analytes: dict[str, list[str]]
) -> list[str]:
    if asked == "inheritance" and not findings:
        return ["somatic variant", "germline variant"]
    return list(dict.fromkeys(e for f in findings for e in analytes[f.analyte]))


def _not_stated(
    entities: list[str], report: Report, analytes: dict[str, list[str]], lexicon: Lexicon
) -> tuple[str, ...]:
    """Genes and conditions that were asked about and that the report says nothing of.

    Any other name counts only if the report has a look-alike of it.
    """
    stated = {e for ids in analytes.values() for e in ids}
    printed = " ".join(f.evidence.text for f in report.findings).lower()
    members = {m for e in entities for m in lexicon.entries[e].members}
    return tuple(
        e
        for e in entities
        if e not in stated | members
        and e.lower() not in printed
        and (
            lexicon.entries[e].kind in {"genes", "conditions"}
            or lexicon.look_alikes.get(e, frozenset()) & stated
        )
    )


def _waiting(entities: list[str], report: Report | None, lexicon: Lexicon) -> tuple[str, ...]:
    """Names asked about that stand on lines which the person has not checked."""
    if not isinstance(report, Folder):
        return ()
    names = {e for analyte in report.waiting for e in lexicon.entities(analyte)}
    return tuple(e for e in entities if e in names)
