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
NO_OTHER = (
    rf"\bno (?:other|additional|further) {LEAD}{NOUNS}\b(?:\s+(?:was|were|is|are)?\s*{SEEN})?"
)
PERSON = (
    r"(?:mother|father|sister|brother|aunt|uncle|cousin|niece|nephew|grandmother"
    r"|grandfather|daughter|son|sibling|parent|family member|relative"
    r"(?! (?:to|copy|allele|expression|amount))|mom|dad)s?\b(?:'s)?"
)
