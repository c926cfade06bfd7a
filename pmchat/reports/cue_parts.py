"""The pieces that words of result are made of."""

from __future__ import annotations

from typing import Literal

Direction = Literal["forward", "backward", "both"]

NOUNS = (
    r"(?:alterations?|mutations?|variants?|changes?|amplifications?|fusions?|rearrangements?"
    r"|findings?|skipping"
    r"|abnormalit(?:y|ies)|(?:over)?expression|staining|(?:immuno)?reactivity|deletions?|evidence)"
)
LEAD = (
    r"(?:(?:(?-i:[a-z()/,-]+|\d(?:/\d)?|[IV]+(?:/[IV]+)?)|REPORTABLE|PATHOGENIC|LIKELY|OR"
    r"|HOMOZYGOUS|HETEROZYGOUS|BIALLELIC|FOCAL|COPY|NUMBER|HOTSPOT|DETECTABLE"
    r"|CLINICALLY|SIGNIFICANT|DELETERIOUS|ACTIONABLE|RELEVANT|EVIDENCE|OF|SOMATIC|GERMLINE"
    r"|GENOMIC|GENE|DISEASE-CAUSING)\s+){0,7}?"
)
SEEN = r"(?:detected|identified|found|seen|observed|present|demonstrated|reported|noted)"
WERE_TESTED = (
    r"\b(?:was|were|could be|has been|have been) (?:[a-z]+ly )?(?:tested|sequenced|analy[sz]ed"
    r"|examined|assessed|evaluated|covered|included)\b"
)
# What is deleted so is words of a report or a gene of a list, not a piece of a chromosome.
BY_MISTAKE = (
    r" (?:in error|by (?:mistake|error|accident)|from (?:[a-z]+ ){0,3}(?:panel|list|reports?|test"
    r"|assay|records?|table|files?))\b"
)
NO_OTHER = (
    rf"\bno (?:other|additional|further) {LEAD}{NOUNS}\b(?:\s+(?:was|were|is|are)?\s*{SEEN})?"
)
PERSON = (
    r"(?:mother|father|sister|brother|aunt|uncle|cousin|niece|nephew|grandmother"
    r"|grandfather|daughter|son|sibling|parent|family member|relative"
    r"(?! (?:to|copy|allele|expression|amount))|mom|dad)s?\b(?:'s)?"
)
