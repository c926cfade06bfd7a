"""Whether a sentence on findings says only what those findings have."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from pmchat.answering.checks.advice import advice
from pmchat.answering.checks.coverage import names
from pmchat.answering.checks.said import take_apart
from pmchat.answering.checks.synonyms import key_of
from pmchat.lexicon import Lexicon
from pmchat.model import Finding
from pmchat.text import numbers

_QUOTED = re.compile(r'"(.*)"', re.DOTALL)
"""All between the first and the last mark: what is printed may hold marks of its own."""
BETWEEN = '"; "'
"""Stands between several prints quoted in one sentence."""
_CLASSES: Final = (
    (r"likely[ -]pathogenic", {"likely_pathogenic"}),
    (r"likely[ -]benign", {"likely_benign"}),
    (r"pathogenic|harmful", {"pathogenic"}),
    (r"benign|harmless", {"benign"}),
    (r"vus|uncertain|unknown significance", {"vus"}),
)
"""Words for a class, the longer ones first, and the classes of findings that they fit."""
_ORIGINS: Final = (
    (r"somatic|acquired", {"somatic"}),
    (r"germline|inherited|hereditary|born with", {"germline"}),
    (r"clonal hematopoiesis|\bch\b|chip", {"possible_ch"}),
)
_POLARITIES: Final = (
    (r"not (?:yet )?(?:done|performed|tested)|no result for", {"not_performed"}),
    (r"no clear result|not clear|unclear|equivocal|indeterminate|inconclusive", {"indeterminate"}),
    (r"\bno\b|\bnot\b|\bnone\b|n't\b|without|negative|absent|\bfree of", {"absent_stated"}),
    (r"\b(?:found|detected|present|positive|has|have|lists?|marks?|shows?)\b", {"present"}),
)
"""The first that is found counts: "no change was found" speaks of absence."""
_PROTEINS: Final = (
    (r"(?<!not )\blost\b|\bmissing\b", "present"),
    (r"\bintact\b|\bnot lost\b", "absent_stated"),
)
"""A protein that is missing is a result that was found."""
_COPIES: Final = ((r"single copy", "heterozygous"), (r"both copies", "homozygous"))
"""How many copies are said to be changed, and the word that must be printed for it."""
_FRAME: Final = frozenset(
    map(
        key_of,
        """you your report reports list lists call calls mark marks say says give gives change
        result overall test tested done clear found reportable sample variant uncertain known
        significance possible clonal hematopoiesis pathogenic likely benign corrected
        added name print finding detected present positive negative absent equivocal
        indeterminate inconclusive line gene prints medicines medicine beside kinds tumors other
        note resistance germline birth single copy copies both lost missing intact part""".split(),
    )
)
"""Words that a sentence may put around what is printed."""


def report_fault(
    text: str,
    findings: Sequence[Finding],
    printed: Sequence[str],
    lexicon: Lexicon,
    medicines: Sequence[str] = (),
) -> str | None:
    """Why a sentence says more than its findings; `printed` are the words of each.

    `medicines` are those printed beside them on the lines that are cited.
    Words in quotation marks must be printed. What is said of class, origin and presence must
    hold for every finding: what is not stated is not absent.
    """
    lines = "\n".join(printed)
    allowed = numbers(lines)
    for number in numbers(text):
        if number not in allowed:
            return f"the number {number} is not on the line"
    for quoted in (q for part in _QUOTED.findall(text) for q in part.split(BETWEEN)):
        if not _is_printed(quoted, printed):
            return "the words in quotation marks are not on the line"
    own = _QUOTED.sub(" ", text)
    said, support = take_apart(own, lexicon), take_apart(lines, lexicon)
    own_names = {
        e for f in findings for n in (f.analyte, f.as_printed) for e in lexicon.entities(n)
    } | {e for m in medicines for e in lexicon.entities(m)}
    for entity in sorted(said.entities - own_names):
        return f"{entity} is not the name of the finding"
    why = names(said, support, lexicon) or advice(said, support, lexicon)
    if why:
        return why.replace("in the quote", "on the line")
    for word in said.content:
        if word.key not in support.keys | _FRAME and not word.key.startswith("="):
            return f"the word {word.text} is not on the line"
    for pattern, printed_word in _COPIES:
        if re.search(pattern, own.lower()) and printed_word not in lines.lower():
            return "how many copies are changed is not on the line"
    for pattern, polarity in _PROTEINS:
        if re.search(pattern, own.lower()) and any(
            f.kind != "protein" or f.polarity != polarity for f in findings
        ):
            return "that a protein is lost or intact is not on the line"
    return _wrong_claim(own.lower(), findings)


def _is_printed(quoted: str, printed: Sequence[str]) -> bool:
    bare = " ".join(quoted.split()).rstrip(".")
    return any(bare in " ".join(line.split()) for line in printed)


def _wrong_claim(own: str, findings: Sequence[Finding]) -> str | None:
    """A class, origin or polarity that some finding does not have."""
    for pattern, fitting in _CLASSES:
        if re.search(pattern, own) and any(f.classification not in fitting for f in findings):
            return "the class is not that of the finding"
        own = re.sub(pattern, " ", own)
    for pattern, fitting in _ORIGINS:
        if re.search(pattern, own) and any(f.origin not in fitting for f in findings):
            return "the origin is not that of the finding"
    claimed = next((fitting for pattern, fitting in _POLARITIES if re.search(pattern, own)), None)
    if claimed and any(f.polarity not in claimed for f in findings):
        return "what was found or not found is not what the report says"
    return None
