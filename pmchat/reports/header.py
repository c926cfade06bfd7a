"""What sort of report it is: its family and language, the laboratory and the test."""

from __future__ import annotations

import re

from pmchat.model import Family
from pmchat.reports.lines import Line

_FAMILY_LINES = 600
_TITLE_LINES = 12
_NO_FLUID = r"(?!\W+(?:based|nitrogen|cyto\w*|medium|fixative)\b)"
"""Behind the word liquid: how cells are kept, and no blood."""
_SIGNS: tuple[tuple[Family, float, str], ...] = (
    ("consumer", 6, r"\b23andMe\b|\bPromethease\b"
                    r"|(?-i:\bAncestry(?:DNA)?\b)(?!:| (?:reported|stated|given)\b)"
                    r"|raw data (?:file|download)"
                    r"|\bgenetic health risks?\b|\bselected variants\b"
                    r"|\brsid\b"),
    ("mrd", 6, r"\bmolecular residual disease\b|\b(?:minimal|measurable) residual disease\b"
               r"|\bresidual disease (?:test|assay|report)|\btumou?r-informed\b"
               r"|\bpersonali[sz]ed ctDNA monitoring\b|\bSignatera\b"
               r"|\bGuardant Reveal\b|\bclonoSEQ\b|\bMRD (?:\w+ )?(?:test|assay"
               r"|report|monitoring|result)"),
    ("other", 6, r"\brecurrence score\b|\bMammaPrint\b|\bProsigna\b|\bDecipher\b"
                 r"|\bgene[- ]expression (?:assay|profil\w+|test)"),
    ("pgx", 4, r"\bpharmacogen\w+|\bPGx\b|\bdrug[- ]gene\b|\bmetaboli[sz]er\b"
               r"|\bgene[- ]drug\b(?!\s+(?:predictive )?associations?)"
               r"|\bPharmCAT\b|\bGeneSight\b|\bRightMed\b"),
    ("pgx", 2, r"\bCYP2(?:C19|D6|C9)\b|\*\d+/\*\d+"),
    ("germline", 4, r"\bhereditary\b|\bgermline (?:panel|test(?:ing)?|analysis|genetic|sequencing"
                    r"|report)\b(?!:|,? (?:is|was|should|may|could|can|recommended|advised|to|of))"
                    r"|\binherited\b.{0,40}\b(?:panel|test)\b|\bcarrier screen\w*|\bmyRisk\b"
                    r"|\bCancerNext\b|\bwhole exome\b|(?<!be )(?<!possibly )\bconstitutional\b"
                    r"|\bfamilial (?:\w+ )?(?:variant|mutation)\b|\bpredictive (?:genetic )?test"
                    r"|multi-?gene (?:cancer )?panel"
                    r"|\b(?:cardiomyopath\w+|arrhythmia|aortopath\w+|epilepsy)\b.{0,40}\bpanel\b"
                    r"|\bnewborn screen\w*"),
    ("germline", 2, r"\bsaliva\b|\bbuccal\b|\bproband\b"
                    r"|(?<!somatic from )(?<!somatic and )\bgermline\b(?! (?:from|and|or) somatic)"
                    r"|\bheterozygous\b.{0,60}\b(?:pathogenic|uncertain)"),
    ("tumor_ngs_plasma", 5, r"\bliquid biopsy\b|\bcell-free\b|\bcfDNA\b|\bctDNA\b"
                            r"|\bcirculating tumou?r\b|\bGuardant360\b|\bLiquid CDx\b"
                            rf"|\bplasma\b(?! cells?\b)|(?-i:\bLIQUID\b){_NO_FLUID}"),
    ("tumor_ngs_tissue", 4, r"\btumou?r (?:profil\w+|panel|sequencing|NGS|mutation panel|genomic)"
                            r"|\bsolid tumou?r\b|\bcomprehensive genomic\b|\bFFPE\b"
                            r"|\bFoundationOne CDx\b|\bTempus xT\b|\bMSK-IMPACT\b"
                            r"|\bmolecular report\b.*\btumou?r\b|\bneuro-?oncology lab"
                            r"|\boncology panel\b|\bgenomic profil\w+|\bmolecular profil\w+"
                            r"|\bnext[- ]generation sequencing\b|\bmutation analysis\b"
                            r"|\b(?:myeloid|lymphoid|leuk(?:a)?emia)\b.{0,30}\b(?:panel|sequencing)"),
    ("tumor_ngs_tissue", 3, r"\btissue NGS\b|\btumou?r[- ]only\b"),
    ("tumor_ngs_tissue", 3, r"\bFNA\b|\bfine[- ]needle\b|\bcytology\b|\bBethesda (?:I|V)"),
    ("tumor_ngs_tissue", 1, r"\btumou?r (?:content|purity|type)\b|\bVAF\b|\bNGS\b|\bTMB\b"
                            r"|\bblock\b|\bsomatic\b|\btissue\b"),
    ("hrd", 6, r"\bmyChoice\b|\bHRD\)? (?:test|assay|report|analysis|status)\b"
               r"|\bgenomic instability (?:score|status)\b"
               r"|homologous recombination deficiency (?:test|report|assay)"),
    ("cytogenetics", 5, r"\bkaryotyp\w+|\bcytogenetics?\b|\bchromosom(?:e|al) (?:analysis"
                        r"|microarray)\b|\bISCN\b|\bG-band\w*"),
    ("cytogenetics", 3, r"\bFISH (?:panel|report|analysis)\b|\bBCR[:-]+ABL1\b"),
    ("ihc", 2, r"\bHER2 (?:by )?IHC\b"),
    ("ihc", 3, r"\bimmunohistochem\w+|\bIHC (?:report|panel|results?|test)\b|\bPD-L1 (?:report"
               r"|IHC|test)\b|\b22C3\b|\bSP142\b|\bSP263\b|\breceptor status\b"
               r"|\bbiomarker reporting\b|\b(?:o?estrogen|progesterone) receptor\b|\bsynoptic\b"),
)  # fmt: skip
_COMPILED = tuple((family, weight, re.compile(rx, re.I)) for family, weight, rx in _SIGNS)
_ORDER: tuple[Family, ...] = (
    "consumer", "mrd", "pgx", "tumor_ngs_plasma", "germline", "tumor_ngs_tissue", "hrd",
        "cytogenetics", "ihc", "other",
)  # fmt: skip

# Small words, and words that stand on every report.
_FUNCTION_WORDS: dict[str, frozenset[str]] = {
    "en": frozenset("the of and in to is was were not for with this that are by from no".split()),
    "de": frozenset("der die das und ist nicht mit f\u00fcr von ein eine wurde wurden bei im den"
                    " keine des nachgewiesen kein befund ergebnis ergebnisse geb wildtyp nachweis"
                    " eingang patientin gewebe probe".split()),
    "fr": frozenset("le la les et est dans pour avec une des du non par sur pas aucune"
                    " d\u00e9tect\u00e9 d\u00e9tect\u00e9e r\u00e9sultat r\u00e9sultats"
                    " pr\u00e9l\u00e8vement n\u00e9 n\u00e9e nom pr\u00e9nom tumeur".split()),
    "es": frozenset("el la los las y es en para con una de del no por se fue detectado detectada"
                    " paciente muestra resultado resultados informe fecha mutado negativo".split()),
    "it": frozenset("il lo gli e di che per con una non del della nel sono stato rilevata rilevato"
                    " paziente campione risultato risultati referto esito mutazione".split()),
    "pt": frozenset("o os e em para com uma do da n\u00e3o por foi dos das na detectado detectada"
                    " paciente amostra resultado laudo muta\u00e7\u00e3o".split()),
    "nl": frozenset("de het en van een niet met voor is zijn bij werd geen op aangetoond uitslag"
                    " pati\u00ebnt mutatie weefsel".split()),
}  # fmt: skip


_DENIED = re.compile(
    r"\b(?:variants?|mutations?|changes?|alterations?|it) (?:is|are|may be|might be|could be)\s+"
    r"(?:of )?(?:germline|inherited|constitutional)\b"
    r"|\brequires? (?:an? )?(?:germline|inherited)\b|\bconfirmatory germline\b"
    r"|\b(?:no|not an?) germline\b[^.:;]{0,30}\b(?:test(?:ing)?|analysis|study|assay)\b"
    r"|\b(?:hereditary|inherited|germline|constitutional) (?:cause|origin|syndrome|disease)\b"
    r"[^.:;]{0,25}\b(?:not|cannot)\b[^.:;]{0,25}\b(?:excluded|ruled\s+out)\b"
    r"|\b(?:possible|suspected|potential|presumed|outside|previous|prior|earlier) germline\b"
    r"(?: test(?:ing|s)?\b)?"
    r"|\b(?:confirm|verify|check|follow up|pending|awaiting|await)(?:ed)? (?:\w+ )?"
    r"(?:with |by |in |on |for |of )?(?:an? )?(?:\w+ )?germline (?:test(?:ing)?|sample|analysis)\b"
    r"|\bgermline (?:\w+ )?(?:tests?|testing)\b(?: (?:for|in|of) [^.:;]{1,40}?)?"
    r"(?:\s+(?:is|are|(?:would|should|could|may|can|might) be))?\s+(?:suggested|advised|recommended"
    r"|considered|indicated|warranted)\b"
    r"|\bsent (?:out )?for (?:an? |the )?(?:[\w-]+ ){0,3}"
    r"(?:recurrence score|MammaPrint|Prosigna|Decipher)\b"
    r"|\b(?:recurrence score|MammaPrint|Prosigna|Decipher)\b[^.;:\n]{0,30}"
    r"\b(?:ordered|requested|pending|to follow|awaited|sent)\b"
    r"|\b(?:refer(?:ral|red)?(?: the patient)? for|offer|arrange|discuss|consider|recommend|advise"
    r"|suggest) (?:an? )?(?:\w+ )?germline (?:test(?:ing)?|analysis|counsel+ing|evaluation)\b"
    r"|\bgermline (?:test(?:ing)?|analysis|panel|sample|control)\b\W{0,3}"
    r"(?:(?:was|is|were|has been)\s+)?"
    r"(?:not|never|declined|pending|recommended|suggested|advised)\b[^.;]{0,40}"
    r"|\b(?:not|cannot) (?:distinguish|discriminate|differentiate)\b[^.;]{0,20}\bgermline\b"
    r"|\b(?:not|cannot) (?:replace|substitute(?: for)?) (?:an? )?germline\b[^.:;]{0,20}",
    re.I,
)
"""A sort of test that the report says it is not."""
_ELSEWHERE = re.compile(r"(?=.{0,160}$).*\bseparate report\b", re.I)
"""A line, but no paragraph, on another report."""


def read_family(lines: list[Line]) -> Family:
    """The family that the title and the text speak for."""
    shown = [line.text for line in lines if line.text.strip()]
    title, body = (
        _DENIED.sub(" ", "\n".join(t for t in part if not _ELSEWHERE.match(t)))
        for part in (shown[:_TITLE_LINES], shown[_TITLE_LINES:_FAMILY_LINES])
    )
    scores: dict[Family, float] = {}
    for family, weight, pattern in _COMPILED:
        if pattern.search(title):
            scores[family] = scores.get(family, 0) + 2 * weight
        elif pattern.search(body):
            scores[family] = scores.get(family, 0) + weight / 2
    of_person = _INBORN.search(title) or _SAMPLE_OF_PERSON.search(title)
    if not of_person and _OF_TUMOR.search(f"{title}\n{body}"):
        scores.pop("germline", None)  # a pathologist's word on a germline test makes none
    if _PAIRED.search(title) and not _HEREDITARY.search(title):
        tumor = scores.get("tumor_ngs_tissue", 0) + scores.pop("germline", 0)
        scores["tumor_ngs_tissue"] = tumor + _OF_PAIR
    _settle(title, scores)
    _first_named(title, scores)
    if (
        len(_MEASURED.findall(f"{title}\n{body}")) > 1
        and {"ihc", "tumor_ngs_tissue"} <= scores.keys()
    ):
        scores["tumor_ngs_tissue"] += scores.pop("ihc")
    if not scores or max(scores.values()) < 1:
        return "other"
    best = max(scores.values())
    return next(family for family in _ORDER if scores.get(family) == best)


_MEASURED = re.compile(r"\bVAF\W{0,3}\d|\d\s?%\s+VAF\b", re.I)
"""The share of a change, which no stain tells."""
_INHERITED = re.compile(
    r"\b(?:hereditary|inherited|germline|constitutional|carrier screen\w*)\b", re.I
)
_INBORN = re.compile(
    "|".join(pattern for family, _, pattern in _SIGNS if family == "germline"), re.I
)
_OF_TUMOR = re.compile(
    r"\btumou?r (?:cells?|type|content|purity)\b|\bFFPE\b"
    r"|\bimmunostain\w*|\bimmunohistochem\w*"
    r"|\b(?:biopsy|resection|excision)\b.{0,60}\bcarcinoma\b",
    re.I,
)
_OF_PAIR = 4
_PAIRED = re.compile(
    r"\btumou?r (?:specimen|sample|tissue)\s*:(?!\s*(?:no|not|none|n/a)\b)[\s\S]{1,160}?"
    r"\bnormal (?:specimen|sample|tissue)\s*:(?!\s*(?:no|not|none|n/a)\b)",
    re.I,
)
"""Both samples of a tumor's test, in which the person's own cells are only compared."""
_HEREDITARY = re.compile(r"\b(?:hereditary|inherited|constitutional|carrier screen\w*)\b", re.I)
_SAMPLE_OF_PERSON = re.compile(
    r"\b(?:EDTA|saliva|buccal)\b|\b(?:sample|specimen|material)\b[^\n]{0,12}\bblood\b", re.I
)
"""Signs of a test from birth, that a tumor was tested, and that the person was."""
_FROM_PLASMA = re.compile(
    r"\b(?:liquid biopsy|cell-free DNA|cfDNA|ctDNA|circulating tumou?r DNA)\b", re.I
)
_BLOOD = re.compile(
    rf"\bplasma\b(?! cells?\b)|\bliquid\b{_NO_FLUID}|cell-free|cfDNA|ctDNA"
    r"|\b(?:specimen|sample)(?: type)?\s*:?\s+(?:whole |peripheral )?blood\b",
    re.I,
)
_SOLID = re.compile(r"tissue|FFPE|biopsy of|solid|\bblock\b", re.I)
_OF_BLOOD_CELLS = re.compile(r"\bmyelo|\blymph|\bleuk|\bha?emato", re.I)
_ADVISED = re.compile(r"\b(?:suggest|recommend|advis|consider|confirm)", re.I)


def _settle(title: str, scores: dict[Family, float]) -> None:
    """A stain beside sequencing is part of the tumor report; plasma in a blood test too."""
    done = "\n".join(one for one in title.splitlines() if not _ADVISED.search(one))
    sequenced = re.search(r"(?<!marker )\bpanel\b|\bNGS\b|sequenc|profil|genomic", done, re.I)
    if sequenced and "tumor_ngs_tissue" in scores and "ihc" in scores:
        scores["tumor_ngs_tissue"] += scores.pop("ihc")
    elif re.search(r"immunohistochem\w+|\bIHC report\b|\bPD-L1 report\b", title, re.I):
        scores["ihc"] += 6
    if "tumor_ngs_plasma" in scores and "tumor_ngs_tissue" in scores and "mrd" not in scores:
        blood, solid = _BLOOD.search(title), _SOLID.search(title)
        if blood is None or (solid is not None and solid.start() < blood.start()):
            scores["tumor_ngs_tissue"] += 20
        elif solid is None and not _OF_BLOOD_CELLS.search(title):
            scores["tumor_ngs_plasma"] += scores.pop("tumor_ngs_tissue")


def _first_named(title: str, scores: dict[Family, float]) -> None:
    """Of a test of plasma and one of heredity the line above tells; the other is advised."""
    inherited, plasma = _INHERITED.search(title), _FROM_PLASMA.search(title)
    if not {"germline", "tumor_ngs_plasma"} <= scores.keys() or not (inherited and plasma):
        return
    between = title[min(inherited.end(), plasma.end()) : max(inherited.start(), plasma.start())]
    if "\n" in between:
        del scores["germline" if plasma.start() < inherited.start() else "tumor_ngs_plasma"]


def read_language(lines: list[Line]) -> str:
    """The language by its small words; English unless another clearly leads."""
    words = re.findall(r"[a-z\u00e0-\u00ff]+", " ".join(line.text for line in lines[:400]).lower())
    counts = {code: sum(w in small for w in words) for code, small in _FUNCTION_WORDS.items()}
    various = {code: len(small.intersection(words)) for code, small in _FUNCTION_WORDS.items()}
    best = max(counts, key=lambda code: (counts[code], code == "en"))
    return best if various[best] >= 3 and counts[best] > counts["en"] * 1.5 else "en"


_LAB = re.compile(
    r"\b(?:performing |testing )?(?:laboratory|lab)(?: name)?\s*[:|]\s*([^"
    r"|\t;]+?)(?=\s{2,}|,? CLIA|$)",
    re.I,
)
_NAMED = re.compile(
    r"((?:[A-Z][\w&.'-]*\s){1,5}(?:Lab(?:oratory|oratories|s)?|Diagnostics|Genomics|Genetics"
    r"|Health|Medicine|Pathology|Inc\.?)\b(?: (?:Lab(?:oratory|s)?|Inc\.?|LLC))?)"
    r"(?=\s*(?:,|$|\s{2,}|CLIA|\())"
)
_TEST = re.compile(
    r"\b(?:test(?: name| performed| ordered)?|assay|panel|procedure)\s*[:|]\s*([^"
    r"|\t;]+?)(?=\s{2,}|$)",
    re.I,
)
_NO_TEST = re.compile(r"\W*(?:not\b|failed|pending|cancel|QNS|no\b|negative|positive)", re.I)
"""How a result behind "panel:" begins, which names no test."""
_TEST_TITLE = re.compile(
    r"((?:[A-Z0-9][\w/+&-]*[ ,]+)*(?:REPORT|PANEL|PROFILE|PROFILING REPORT|BIOPSY|TEST|ANALYSIS"
    r"|Report|Panel|Profile|Test|SEQUENCING|CDx)(?: (?:REPORT|\+ IHC))?(?:\s\([^)]*\))?)"
)
_NOT_TITLE = re.compile(r"SYNTHETIC|NOT A REAL|patient:|page \d|status", re.I)
_TOP = 15


def read_laboratory(lines: list[Line]) -> str | None:
    """The laboratory as printed, or None."""
    top = [line.text for line in lines if line.text.strip()][: 2 * _TOP]
    for text in top:
        if match := _LAB.search(text):
            return " ".join(match[1].split())
    for text in top[:_TOP]:
        if _NOT_TITLE.search(text):
            continue
        if match := _NAMED.search(text):
            return " ".join(match[1].split())
    return None


def read_test(lines: list[Line]) -> str | None:
    """The test as printed, or None."""
    top = [line.text for line in lines if line.text.strip()][:_TOP]
    for text in top:
        if (match := _TEST.search(text)) and not _NO_TEST.match(match[1]):
            return " ".join(match[1].split())
    for text in top[:8]:
        for part in re.split(r"\s{2,}|[|\t]", text):
            if _NOT_TITLE.search(part):
                continue
            match = _TEST_TITLE.search(part)
            if match and len(match[1].split()) > 1:
                return " ".join(match[1].split())
    return None
