"""Tells general text about genes from a statement about this sample."""

from __future__ import annotations

import re

from pmchat.reports.genes import find_genes
from pmchat.reports.legends import tells_scale

_HERE = re.compile(
    r"\b(?:in|of|from) (?:this|the|your|submitted|the submitted) (?:sample|specimen|patient"
    r"|tumou?r|case|individual)\b"
    r"|\bthis (?:patient|individual|specimen|sample|tumou?r) (?:has|harbou?rs|carries|shows|is"
    r"|was)\b",
    re.I,
)
_GENERAL = re.compile(
    r"\b(?:(?:has|have) been(?! (?:removed|deleted|withdrawn|sent|submitted|forwarded|referred"
    r"|ordered|requested"
    r"|cleared from)\b)"
    r"|are (?:found|seen|common|associated|observed|reported|present"
    r"|detected|known|rare)"
    r"|is an? (?:(?!pathogenic|likely|deleterious|benign)[\w-]+ ){0,2}(?:mutation|alteration|gene"
    r"|kinase|protein|receptor)"
    r"|are (?:reported|scored|termed) as|is termed as|[0-3]\+? is (?:reported|scored) as"
    r"|an? (?:[\w-]+ )?(?:score|result|stain\w*)\b[^.]{0,40} is (?:reported|scored) as"
    r"|^\W*(?:[a-z\d]{1,2}[.)]\s+)?confidence (?:of|for|interval)"
    r"|is an? (?:(?:wholly|very|quite) )?(?:different|distinct|separate)(?:, [\w-]+)? "
    r"(?:change|variant|mutation|alteration)"
    r"|(?:label(?:l?ing)?|product characteristics|SmPC|licen[cs]e)\b[^.;]{0,60}? (?:demands?"
    r"|requires?|calls? for|asks? for)"
    r"|is (?:common|associated|a (?:known|common|recurrent|gene|tumou?r)|seen in|found in"
    r"|reported in|located|one of)"
    r"|are inherited together"
    r"|occurs? in|encodes?|(?:is|are) (?:also )?(?:considered|called|classified as|regarded)"
    r"|(?:is|are) defined (?:as|by)"
    r"|a (?:clinical )?(?:trial|study) (?:for|of|in|with)"
    r"|patients with|individuals with|people with|persons with|women with|men with"
    r"|\ba person with|^\W*others include|\bsee (?:the|your) (?:\w+ )?portal"
    r"|\b(?:rare|other|less common|uncommon) (?:[\w-]+ )?(?:variants|alleles)"
    r"(?: \w+){0,3} (?:are|were|may|will)\b"
    r"|carriers of"
    r"|-(?:negative|positive) disease|\b(?:negative|positive|mutant|mutated) (?:\w+ )?patients\b"
    r"|as (?:detected|determined) by an FDA-approved test"
    r"|the report (?:includes|lists|contains) (?:all )?(?:the )?(?:relevant )?"
    r"(?:findings|results) (?:in|for|of|on)"
    r"|wild[- ]?type (?:disease|tumou?rs|cancers?)"
    r"|is the (?:share|percent\w*|sum) of"
    r"|(?:is|are) (?:the |an? )?(?:[\w-]+ ){0,2}predictors? of"
    r"|(?:common|frequent|rare) in (?:\w+-(?:\w+ )?)?(?:\w+ ){0,2}(?:tumou?rs|cancers|carcinomas)"
    r"|(?:is|are) (?:only reported|reported only) (?:with|if|when|together with)"
    r"|is an? (?:[\w-]+ ){0,2}(?:target|marker|hotspot)|^\W*(?:e\.g|compare with|if)"
    r"|^\W*(?:limit of detection|detection limit|LOD)\b"
    r"|(?:ClinVar|COSMIC|OncoKB|HGMD) (?:lists?|reports?|describes?|classif\w+)"
    r"|of \d+ ?%? or (?:more|above|higher) (?:is|are|means?)"
    r"|^\W*(?:[a-z\d]{1,2}[.)]\s+)?had (?:an?|the|any|there|both|either|this)\b"
    r"[^.;]{0,120}?\bbeen\b"
    r"|(?:large|intragenic|structural|balanced|exonic|exon-level|partial|whole-gene) "
    r"(?:deletions?|duplications?|rearrangements?|inversions?|translocations?)\b[^.;]{0,120}?"
    r"\bare not (?:reported|detected|covered|assessed|evaluated|examined) (?:by|on|with|in) "
    r"(?:this|the|our) (?:\w+ )?(?:test|assay|panel|method|version|release)"
    r"|outside (?:of )?(?:the )?(?:[\w-]+ ){0,3}(?:regions?|exons?|codons?|hotspots?)\b"
    r"[^.;]{0,80}?\b(?:are not|cannot|(?:may|will|would) not)"
    r"|cases (?:are|that|with)|(?:tumou?rs|cancers) (?:with|respond|often|usually)"
    r"|(?:variants|alleles|positions) (?:tested|assayed|examined|genotyped|looked for)"
    r" (?:were|are) (?=(?:only )?(?:the following\b|[cp]\.|\*\d|rs\d|(?-i:[A-Z])\d))"
    r"|studies|study|in vitro|preclinical"
    r"|differential (?:diagnos[ie]s )?(?:includes?|considers?|is between)"
    r"|(?:drug |product )?label(?:l?ing)?s? (?:includes?|lists?|names?|mentions?|covers?"
    r"|refers? to)"
    r"|(?:is|are) linked (?:to|with) (?:[\w-]+ ){0,2}(?:benefit|response|outcomes?|survival"
    r"|prognosis|course)"
    r"|only (?:when|where|if) (?-i:[A-Z][A-Z0-9-]+) (?:is|are)"
    r"|\w+(?:mab|nib|rafenib|tinib|lisib|parib|ciclib|tecan|vedotin|platin)"
    r" (?:needs?|requires?|is (?:active|given|used|meant|licensed))"
    r"|literature|et al|510\(k"
    r"|clinical trials?"
    r"|frequently|commonly|typically"
    r"|detected (?:up|down) to (?:about |~ ?)?\d+"
    r"|(?:is|are) (?:(?:most|more|very|quite) )?"
    r"(?:often|usually|rarely|sometimes|recurrently|generally|mostly)"
    r"|(?:is|are) (?:required (?:before|for|to)|enriched (?:for|in|with))"
    r"|(?:usually|often|mostly|rarely) (?:carr(?:y|ies)|harbou?rs?|has|have|shows?|lacks?)"
    r"|(?:approximately|up to) \d[\d.-]* ?% of (?!(?:the |all |\d+ )?(?:tumou?r |malignant )?"
    r"(?:cells|nuclei|reads|alleles|DNA))"
    r"|in (?:(?:over|about|around|nearly|up to|more than|~) ?)?\d+(?:\.\d+)?(?:-\d+)? ?% of"
    r"(?! (?:the )?(?:tumou?r(?! \w*(?:samples?|specimens?|types?|tissues?|biops))\b"
    r"|(?:[\w+-]+ )?(?:nuclei|cells|interphase|metaphases|reads|positions"
    r"|bases|exons?)))"
    r"|\d ?% of (?:all|patients|tumou?rs\b|cases|\w+ (?:cancers|tumou?rs|carcinomas))"
    r"|may (?:(?:still|also|not) )?(?:be(?! (?:an? )?(?:of |from )?(?:germline|inherited|somatic"
    r"|clonal|due to (?:clonal|ha?ematopoie\w+)))"
    r"|follow|predict|confer|indicate|benefit|respond|suggest|have|lead|cause|emerge|develop"
    r"|(?<!it may )(?<!this may )(?<!signal may )(?<!band may )appear)"
    r"|(?<!no result )(?<!no results )can (?:be(?! (?:excluded|neither|said)\b)|cause"
    r"|lead|occur|result)"
    r"|(?:this|the|our) (?:assay|test|panel|method) (?:detects?|covers?|includes?|tests?|reads?"
    r"|checks?|can|does|(?:is|was)(?! (?:cancel+ed|unsuccessful|stopped|abandoned))|evaluates?"
    r"|analy[sz]es?)"
    r"|sensitivity to|resistance to|(?<!reduced )(?<!increased )(?<!normal )response to"
    r"|approved for|indicated for|eligible|predicts?"
    r"|NCT\d+|PMID|clinicaltrials"
    r"|inhibitors? (?:is|are|have|has)|would (?:be|have|support|predict|argue|mean|suggest|favou?r)"
    r"|should be|if (?:a|the|an|any|you)"
    r"|a second (?:[\w-]+ ){0,2}(?:variant|mutation|change) (?:was|is) not"
    r"|(?:when|where) (?:the )?(?:[\w-]+ ){1,3}(?:is|are) (?:below|under|low|less)"
    r"|if (?:[\w-]+ ){1,6}(?:is|are|was|were|becomes?|develops?|emerges?)|consider"
    r"|recommended|recommend"
    r"|for example|such as|pathway|oncogene|tumou?r suppressor gene|mutations in (?:this|the|these)"
    r"|the role of|known to"
    r"|(?:a|any) (?:negative|positive|normal|low|high) (?:[\w-]+ ){0,3}results? (?:does|do|may|can"
    r"|should|must)|does not (?:exclude|rule out|guarantee|preclude))\b",
    re.I,
)
# "Agents directed at KRAS G12C ..."
_OF_ANY = re.compile(
    r"\W*(?:the |other |such )?(?:agents?|drugs?|medicines?|inhibitors?|compounds?"
    r"|antibod(?:y|ies)) (?:directed|aimed|targeted) (?:at|against|to)\b",
    re.I,
)
_SHARE_OF_CASES = re.compile(
    r"\b(?:found|seen|observed|detected|reported|identified|present|mutated|altered|occurs?) in"
    r" (?:about |approximately |up to |~ ?)?\d[\d.,-]*\s?%"
    r"(?!\s*(?:of (?:the )?(?:\w+ )?(?:nuclei|cells|interphase|metaphases|reads|alleles)|VAF|allel"
    r"|variant))",
    re.I,
)
# "CYP2C19 *2 is a no function allele" explains an allele; a pair of them is a result.
_ALLELE = re.compile(r"\*\d+\w* (?:is|are) (?:an? )?(?:[\w-]+ ){0,3}alleles?\b", re.I)
_PAIR = re.compile(r"\*\w+\s?/\s?\*\w+")
# A change by its full name, and its class.
_CLASSED = re.compile(
    r"(?<=[\w)]) (?:(?:is|was) (?:currently )?(?:classified|considered|regarded)"
    r"|has been (?:re-?classified|upgraded|downgraded) from [^.;]{3,40}? to)"
    r" (?:as |to be )?(?:an? )?"
    r"(?=VUS|variant of|(?:likely )?(?:pathogenic|benign)|(?:of )?uncertain)",
    re.I,
)
# Advice beside a result does not make it general text.
_ADVICE = re.compile(
    r"\ba (?:neg|posi)tive result is (?:more|less) likely to be a true (?:neg|posi)tive\b|"
    r"\b(?:[\w-]+ ){0,3}(?:testing|confirmation|correlation|counsel+ing|evaluation|referral"
    r"|follow-up) (?:is|are|may be|should be)?\s*(?:strongly )?(?:recommended|advised|suggested"
    r"|considered|warranted|indicated)\b|\bno (?:therapies|trials)[^.]*(?:\.|$)"
    r"|\b(?:see|refer to)\b[^.;]{0,60}\bsection\b"
    r"|\b(?:should|if) (?:this|it|these) (?:is|be|are) (?:of )?clinical\w*[^.;]*",
    re.I,
)
# Nor do the tests that used up the sample: "insufficient after the above studies".
_USED_UP = re.compile(
    r"\b(?:after|for|by) (?:the )?(?:above|other|previous|prior|these|initial|earlier|routine) "
    r"(?:studies|tests|stains)\b",
    re.I,
)
# Nor does it that nobody has studied the change: "no functional study known to us".
_UNSTUDIED = re.compile(
    r"\bno\s+(?:functional|published|experimental)\s+stud(?:y|ies)\b(?:\s+known(?:\s+to\s+us)?)?",
    re.I,
)
# Nor does a word on where a change may come from.
_ORIGIN = re.compile(
    r"\b(?:origin |source )?(?:may|might|could) (?:be|come|arise|originate|derive|represent"
    r"|reflect)(?: (?:from|of|in|an?|the|white)){0,3} (?:blood(?: cells?| origin)?|CH(?:IP)?"
    r"|clonal \w+|(?:germline|somatic|inherited|constitutional)(?: \w+)?)\b",
    re.I,
)
# Nor does what drugs do about it, printed behind a result: "1.9 % (resistance to ...)", or what
# else is to come: "; resistance may emerge".
_DRUGS = re.compile(
    r"(?:[,;(-]|\s{2}|\t)\s*(?:[\w-]+ ){0,4}?(?:sensitivity|resistance|response) to\b[^.]*"
    r"|[,;:(-]\s*(?-i:[a-z-]+ ){1,4}may (?:emerge|develop|appear)\b[^.]*",
    re.I,
)
_SENSITIVE = re.compile(
    r"\b(?:high|low|normal|increased|decreased|intermediate) sensitivity to \w+", re.I
)
_STATED = re.compile(r"\d\s?%|\b(?:detected|positive|present|identified)\b", re.I)
_KNOWN = frozenset(
    "exon exons intron deletion del insertion ins duplication mutation mutations variant variants"
    " alteration alterations"
    " amplification amplified fusion rearrangement rearranged skipping loss gain copy copies"
    " number heterozygous homozygous"
    " hemizygous likely pathogenic benign uncertain unknown significance clinical tier level"
    " detected identified not positive"
    " negative found present absent somatic germline origin allele frequency fraction variant"
    " gene status result results"
    " stable high low intermediate score the and with for was were this sample specimen tumor"
    " tumour associated possible"
    " clonal hematopoiesis haematopoiesis invented codons codon missense frameshift nonsense"
    " splice site promoter truncating"
    " activating equivocal indeterminate internal tandem inframe frame metabolizer normal poor"
    " rapid ultrarapid function"
    " decreased increased zygosity type wild mutant percent reads coverage depth cell free blood"
    " plasma tissue pct cdna protein"
    " change nucleotide transcript class classification risk autosomal dominant recessive chr"
    " chromosome sequencing".split()
)
_WORD = re.compile(r"(?<![A-Za-z.])[a-z]{3,}(?![A-Za-z])")


def general(text: str) -> bool:
    """True when the sentence speaks of people or tumors in general, not of this sample."""
    text = _ORIGIN.sub(" ", _ADVICE.sub(" ", text))
    text = _UNSTUDIED.sub(" ", _USED_UP.sub(" ", _SENSITIVE.sub(" ", text)))
    if re.search(r"\bc\.[\d*-]", text):
        text = _CLASSED.sub(" ", text)
    behind = _DRUGS.search(text)
    if behind is not None and _STATED.search(text[: behind.start()]):
        text = text[: behind.start()]
    told = _GENERAL.search(text) or _OF_ANY.match(text) or _SHARE_OF_CASES.search(text)
    explained = _ALLELE.search(text) and not _PAIR.search(text)
    # a scale that speaks of "the tumor" still is one
    return tells_scale(text) or (bool(told or explained) and not _HERE.search(text))


def wordy(text: str, limit: int = 4) -> bool:
    """True when a text holds more plain words than a row of results does."""
    if not any(c.islower() for c in text):
        for gene in reversed(find_genes(text)):
            text = text[: gene.start] + text[gene.end :]
        text = text.lower()
    return sum(1 for w in _WORD.findall(text) if w not in _KNOWN) > limit
