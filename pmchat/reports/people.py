"""Names of people in a text, read word by word."""

from __future__ import annotations

import re
import unicodedata

from pmchat.reports.genes import symbols

_PARTICLES = frozenset(
    "de del della dell der den des di da do dos das du la las le les los van von vom zu zum zur "
    "ter ten al el bin ibn bint ben af av y e i".split()
)
_JOINED = re.compile(r"(?:al|el|ad|as|ash|d|l|dell|ben|ibn|o)[-'\u2019][^\W\d_a-z]")
# Words that end a name: labels beside it, and what stands where no name was given.
_STOPS = frozenset(
    "dob mrn sex gender age date birth born id page accession physician provider clinician "
    "patient patients name number no phone tel fax mobile email e-mail address specimen sample "
    "collected received reported report ordering referring diagnosis male female facility "
    "institution hospital clinic center centre laboratory lab test tests panel result results "
    "information info history details status account acct ssn medical record order case member "
    "policy group insurance race ethnicity not none unknown see same pending available provided "
    "n/a na gene genes gene-drug drug variant doctor colleague sir madam customer page tumor "
    "tumour cancer carcinoma type site block blood tissue method summary findings genomic "
    "adenocarcinoma biomarker biomarkers final mother father sister brother partner spouse parents "
    "proband heterozygous homozygous hemizygous classification zygosity "
    "profile profiling pharmacogenomic pharmacogenetic pgx assay screen screening sequencing ngs "
    "hrd dna rna molecular pathology oncology hereditary germline somatic plasma solid liquid "
    "geb geboren geburtsdatum geschlecht vorname name weiblich m\u00e4nnlich fallnummer einsender "
    "befund sexe n\u00e9 n\u00e9e n\u00e9(e) pr\u00e9nom nom dossier sexo fecha nombre apellidos "
    "edad nacimiento data nascita nascimento sesso paciente paziente".split()
)
_PLACES = frozenset("clinic center centre hospital laboratory lab institution".split())
"""Words that make the words before them the name of a place: "Breast Clinic"."""
_TITLES = frozenset("dr dr. dra dra. prof prof. med. mr mr. mrs mrs. ms ms.".split())
_ON_PAPER = frozenset("test patient sample specimen report case blood tumor tumour".split())
"""Words that stand on every report, and cannot stand for a person of an odd name."""

_CREDENTIAL = re.compile(
    r"(?:M\.?D|D\.?O|Ph\.?D|M\.?B\.?B\.?S|FACMG|FCAP|FRCPath|CGC|LCGC|NP|PA-C|RN|MPH|DABMGG)\b"
)
_LONGEST = 8
_WORD = re.compile(r"\S+")
_MADE_UP = re.compile(r"(?:test|patient|sample|example),? (?:test|patient|sample|example)\b", re.I)
_EPONYM = re.compile(
    r"[-\s](?:[\w'\u2019-]+\s)?(?:syndrome|sarcoma|lymphoma|disease|chromosome|tumou?r|cell|test"
    r"|rule|stain|anaemia|anemia|carcinoma|criteria|score|stage|grade)\b"
)
_MONTHS = frozenset(
    "january february march april may june july august september october november december".split()
)


def read_name(text: str, start: int) -> tuple[int, int] | None:
    """Where the name of a person that begins at `start` stands; None when none does."""
    first = end = -1
    count = 0
    if made_up := _MADE_UP.match(text, start):  # "TEST, PATIENT": else both words end a name
        first, end, count = start, made_up.end(), 2
    for match in _WORD.finditer(text, max(start, end)):
        if count == _LONGEST or _parted(text, end, match.start()):
            break
        word = match.group().rstrip(",;")
        if _ends_name(word, text[match.end() : match.end() + 2]):
            if count and word.casefold() in _PLACES:
                return None
            break
        if not _name_like(word):
            if word.casefold() in _PARTICLES:
                first = match.start() if first < 0 else first
                continue
            break
        first = match.start() if first < 0 else first
        end = match.start() + len(word)
        count += word.casefold() not in _TITLES
        if match.group().endswith(";"):
            break
    return (first, end) if count and first >= start else None


def is_clinician(name: str) -> bool:
    """Whether a name carries the title or the degree of a clinician."""
    title = name.split(maxsplit=1)[0].casefold().rstrip(".") in ("dr", "dra", "prof")
    return title or bool(re.search(rf"[\s,]{_CREDENTIAL.pattern}", name))


def parts_of(name: str) -> list[str]:
    """The words of a name that can stand for it alone: no initials, particles or degrees."""
    words = [w.strip(".,;'\u2019") for w in name.split()]
    pieces = [piece for w in words if "-" in w for piece in w.split("-")]
    words += [piece for piece in pieces if piece.casefold() not in _STOPS]
    return [
        w
        for w in words
        if len(w) >= 3
        and w.casefold() not in _PARTICLES | _TITLES | _MONTHS | _ON_PAPER
        and not _CREDENTIAL.fullmatch(w)
        and w not in symbols()
        and w.upper() not in symbols()
    ]


def eponym_follows(text: str, end: int) -> bool:
    """Whether the words after a name make it that of a disease: "Lynch syndrome"."""
    return bool(_EPONYM.match(text, end))


def _parted(text: str, end: int, start: int) -> bool:
    """Whether a column begins between two words."""
    gap = text[end:start] if end >= 0 else ""
    return not gap.startswith(",") and ("\t" in gap or "  " in gap)


def _ends_name(word: str, after: str) -> bool:
    plain = word.casefold().strip(".'\u2019-:")
    digit_next = after[1:2].isdigit()
    return plain in _STOPS or ":" in word or (plain in ("f", "m") and digit_next)


def _name_like(word: str) -> bool:
    if _JOINED.match(word):
        return True
    if not word[:1].isalpha() or word[0].islower():
        return word.casefold() in _TITLES
    return all(c.isalpha() or c in ".'\u2019-" or unicodedata.combining(c) for c in word)
