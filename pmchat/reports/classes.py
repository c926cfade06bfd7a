"""What the laboratory calls a variant: its class, its tier, where it comes from."""

from __future__ import annotations

import re

from pmchat.model import Classification, Origin

_OTHER_VOICE = re.compile(
    r"\b(?:ClinVar|COSMIC|HGMD|literature|submitters?|in silico)\b[^;|\t]*", re.I
)
_CHANGED = re.compile(
    r"\b(?:re-?classified|changed|updated|upgraded"
    r"|downgraded)\b.{0,20}?\bfrom\b.{3,60}?\bto\b",
    re.I,
)
_CLASSES: tuple[tuple[Classification, str], ...] = (
    ("vus", r"\b(?:variants?|alterations?|changes?|mutations?)? ?(?:of )?(?:uncertain|unknown"
            r"|undetermined)"
            r" (?:clinical )?significance\b|(?<![A-Za-z])VUS(?![A-Za-z])|\buncertain(?=\s*$)"),
    ("likely_pathogenic", r"\blikely[ -]pathogenic\b|\bprobably pathogenic\b|(?<=[\s"
                          r"|\t(])LP(?=\s*(?:$|[|\t),;]|\s{2}))"),
    ("likely_benign", r"\blikely[ -]benign\b|(?<=[\s|\t(])LB(?=\s*(?:$|[|\t),;]|\s{2}))"),
    ("pathogenic", r"\bpathogenic\b|\bdeleterious\b|\bdisease[- ]causing\b"),
    ("benign", r"\bbenign\b|\bpolymorphism\b"),
    ("tier_4", r"\btier[ -]?(?:IV|4)(?![A-Za-z0-9])"),
    ("tier_3", r"\btier[ -]?(?:III|3)(?![A-Za-z0-9])"),
    ("tier_2", r"\btier[ -]?(?:II|2)[A-D]?(?![A-Za-z0-9])"),
    ("tier_1", r"\btier[ -]?(?:I|1)[A-D]?(?![A-Za-z0-9])"),
)  # fmt: skip
_COMPILED = tuple((name, re.compile(rx, re.I)) for name, rx in _CLASSES)
_EITHER = re.compile(
    r"\b(?:pathogenic\s*(?:/|or|and|,)\s*likely[ -]pathogenic"
    r"|likely[ -]pathogenic\s*(?:/|or|and)\s*pathogenic|no\w* pathogenic|P/LP)\b",
    re.I,
)
_ORIGINS: tuple[tuple[Origin, str], ...] = (
    ("possible_ch", r"\bclonal h(?:a)?ematopoiesis\b|\bCHIP\b|\bCH[- ](?:related|associated)\b"
                    r"|\(CH\)"),
    ("unknown", r"\borigin (?:is )?(?:uncertain|unknown|not determined)|\b(?:somatic"
                r"|germline) (?:or|vs\.?|versus) (?:somatic|germline)"
                r"|\b(?:possible|suspected|potential|potentially|possibly|presumed|likely"
                r"|may be) (?:a )?(?:germline|somatic)"),
    ("somatic", r"\bsomatic\b(?!/)|\btumou?r[- ]associated\b|\btumou?r[- ]specific\b"),
    ("germline", r"\bgermline\b(?!/)|\binherited\b"),
)  # fmt: skip
_ORIGINS_COMPILED = tuple((name, re.compile(rx, re.I)) for name, rx in _ORIGINS)


def read_class(text: str) -> Classification | None:
    """The laboratory's class in the words of a row; other databases' words do not count."""
    text = _CHANGED.sub(" ", _OTHER_VOICE.sub(" ", text))
    if _EITHER.search(text):
        text = _EITHER.sub(" ", text)
    hits = [
        (m.start(), i, name) for i, (name, rx) in enumerate(_COMPILED) if (m := rx.search(text))
    ]
    if not hits:
        return None
    classes = [h for h in hits if not h[2].startswith("tier")]
    start, _, name = min(classes or hits)
    if name == "pathogenic" and re.search(r"likely[ -]$", text[:start], re.I):
        return "likely_pathogenic"
    if name == "benign" and re.search(r"likely[ -]$", text[:start], re.I):
        return "likely_benign"
    return name


def read_origin(text: str) -> Origin | None:
    """Where the row says the change comes from, or None when it says nothing."""
    for name, pattern in _ORIGINS_COMPILED:
        if pattern.search(text):
            return name
    return None
