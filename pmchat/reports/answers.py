"""Results that stand on a line of their own, below the name that they speak of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pmchat.reports.biomarkers import find_marks
from pmchat.reports.genes import find_genes
from pmchat.reports.lines import Line
from pmchat.reports.polarity import Cue, find_cues

_ANSWER = re.compile(
    r"^\W*(?:not (?:detected|found|identified|performed|done|tested|assessed|evaluated|evaluable)"
    r"|negative)\W*$",
    re.I,
)
_RESULT_WORDS = re.compile(
    r"^(?:\W*\w+){0,3}\W*\b(?:detected|found|identified|positive|negative|present)\W*$", re.I
)
_ANSWERED_WORDS = 5
_REASONED_WORDS = 9  # with the reason behind the result
_CELLS = 3
_WIDE = re.compile(r"\S\s{2,}\S|[|\t]")


def answers(above: Sequence[Line], line: Line) -> bool:
    """True for a bare "Not detected" right below the short name that it speaks of.

    Names and results must take turns from a name on: below "Detected" and a list of names, it is
    a heading.
    """
    if not _ANSWER.match(line.text) or not above or above[-1].blank:
        return False
    named, last = False, line.text.split()
    for text in (one.text for one in reversed(above) if not one.blank):
        name, result = _names(text), bool(_RESULT_WORDS.search(text)) and not find_genes(text)
        if result and text.split() == last:
            continue  # the result, and the usual one beside it
        last = text.split()
        if name and named:
            return False
        if not (result if named else name):
            break
        named = not named
    return named


def _names(text: str) -> bool:
    """True for a few words with a gene or marker and without a label."""
    return (
        ":" not in text
        and len(re.split(r"\s{2,}|\t", text.strip())) < _CELLS
        and len(text.split()) <= _ANSWERED_WORDS
        and bool(find_genes(text) or find_marks(text))
    )


def answers_name(name: str, text: str) -> bool:
    """True for a result such as "Not detected" under the gene or change that it speaks of."""
    words = text.strip(" .")
    return (
        _names_only(name)
        and len(words.split()) <= _REASONED_WORDS
        and not find_genes(text)
        and not find_marks(text)
        and any(_answering(c, words) for c in find_cues(words))
    )


def _answering(cue: Cue, words: str) -> bool:
    """True for a cue that is most of the words, or begins them: "Detected, 3.1 copies"."""
    begins = cue.start == 0 and re.match(r"[,;:]| [-\u2013] | \(", words[cue.end :])
    return bool(begins) or cue.end - cue.start >= len(words) / 2


def _names_only(text: str) -> bool:
    """True for a line of a gene or marker, its change or event, and hardly a word more."""
    return (
        bool(find_genes(text) or find_marks(text))
        and len(text.split()) <= _ANSWERED_WORDS
        and not find_cues(text)
        and not _WIDE.search(text.strip())
        and ":" not in text.replace("::", "")
    )
