"""What a question is about: names, the kind of thing asked, findings, the earlier subject."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pmchat.lexicon import Lexicon
from pmchat.model import Finding, Question, Report, SectionKind
from pmchat.text import normalise, numbers, terms

_KIND_CUES: tuple[tuple[SectionKind, str], ...] = (
    (
        "side_effects",
        r"side.?effects?|symptoms?|watch for|toxic|react(?:ion)?s?\b|safe\b|risky",
    ),
    ("cost", r"cost|pay|bill|insurance cover|copay|afford|price|\$"),
    ("privacy", r"privacy|private|keep my|stored?\b|shared?\b|who (?:can )?sees?|delete"),
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
        r"how (?:likely|common|often|many|high|accurate)|chances?\b|percent|%|odds|figures?"
        r"|risk numbers?",
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
_CODE = re.compile(
    r"\b[A-Z]\d{2,5}(?:[A-Z]|fs|del|dup|\*)\b|\b[cp]\.\S+|\b[A-Z]{1,5}-\d{2,5}\b|\bNCT\d+\b"
)
_COMMON_TERMS = 3
"""A word on more findings than this tells nothing about which one is meant."""


@dataclass(frozen=True)
class Understanding:
    """What is asked. `query` is the text to search with; `unknown` are codes that nothing knows."""

    query: str
    entities: tuple[str, ...]
    asked: SectionKind | None
    findings: tuple[Finding, ...]
    not_stated: tuple[str, ...]
    unknown: tuple[str, ...]


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
    findings = _touched(text, entities, report, lexicon) if report else ()
    if report and not entities:
        entities = list(dict.fromkeys(e for f in findings for e in lexicon.entities(f.analyte)))
    printed = " ".join(f.evidence.text for f in report.findings) if report else ""
    unknown = {c for c in codes(text) - known_codes - codes(printed) if not lexicon.find(c)}
    return Understanding(
        query=query,
        entities=tuple(entities),
        asked=_asked(text),
        findings=findings,
        not_stated=_not_stated(entities, findings, lexicon) if report else (),
        unknown=tuple(sorted(unknown)),
    )


def codes(text: str) -> frozenset[str]:
    """Variant names, trial numbers and drug codes in a text."""
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
    text: str, entities: list[str], report: Report, lexicon: Lexicon
) -> tuple[Finding, ...]:
    """The findings that the question names, by name, number or printed word; else all if it
    asks about the report as a whole."""
    named = [f for f in report.findings if set(lexicon.entities(f.analyte)) & set(entities)]
    if named:
        return tuple(_narrowed(text, named))
    shared = _sharing_words(text, report)
    if shared:
        return tuple(shared)
    if _WHOLE_REPORT.search(text):
        return report.findings
    return ()


def _narrowed(text: str, findings: list[Finding]) -> list[Finding]:
    """Of several findings of one gene, those whose number or variant the question repeats."""
    wanted = set(numbers(text)) | {c.lower() for c in codes(text)}
    exact = [f for f in findings if wanted & (set(numbers(f.as_printed)) | _lower_codes(f))]
    return exact or findings


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


def _not_stated(
    entities: list[str], findings: tuple[Finding, ...], lexicon: Lexicon
) -> tuple[str, ...]:
    """Genes and biomarkers that were asked about and that the report says nothing of."""
    stated = {e for f in findings for e in lexicon.entities(f.analyte)}
    return tuple(e for e in entities if lexicon.entries[e].kind == "genes" and e not in stated)
