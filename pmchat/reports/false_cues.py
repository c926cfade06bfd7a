"""Words that look like a result and are none, in the order in which they are tried."""

from __future__ import annotations

from pmchat.model import Polarity
from pmchat.reports.cue_parts import NO_OTHER, PERSON, SEEN, Direction

FALSE_CUES: tuple[tuple[Polarity | None, Direction, str], ...] = (
    ("absent_stated", "backward", r"\bfalse[- ]positive\b(?! (?:rates?|results? (?:may|can|are)))"),
    (None, "both", r"\bfalse[- ](?:positives?|negatives?)\b"),
    (
        None,
        "both",
        r"\b(?:positive|negative) (?:if|from|when)\b[^();|\t]*\d[^();|\t]*"
        r"|\((?:positive|negative)\b[^()]*\d ?%? or (?:more|higher|above|less|lower)\)",
    ),
    (None, "both", r"\bfound to be\b|\bnot only\b|\bgenotype (?:found|detected|identified)\b"),
    # of the two copies the changed one is left
    (
        None,
        "both",
        r"(?<=\bloss of )(?:the )?(?:remaining |other )?wild[- ]?type(?:-? ?allele)?\b",
    ),
    # an artifact that is excluded leaves the change there
    (
        None,
        "both",
        r"\bart[ei]facts?\b (?:(?:is|are|was|were|has been|have been) )?(?:(?!not\b)\w+ )?"
        r"(?:excluded|ruled out|unlikely)\b|\bunlikely (?:to be )?(?:an? )?(?:\w+ )?art[ei]fact\b",
    ),
    # who reads or tests it once more takes nothing from the result
    (
        None,
        "both",
        r"\b(?:confirmation|verification|validation|(?:second|expert|external) (?:opinion|review"
        r"|reading))\b(?! (?:of|for)\b)[^.;,|\t]{0,30}? (?:(?:is|are) )?(?:still |being )?"
        r"(?:awaited|pending|to follow)\b",
    ),
    # what is not printed beside a result denies nothing
    (
        None,
        "both",
        r"\bno (?:percentages?|percent|fractions?|shares?|numbers?|values?|figures?|VAF|scores?) "
        r"(?:(?:is|are|was|were|has been|can be) )?"
        r"(?:given|printed|reported|stated|quoted|shown|applicable|available|calculated)\b",
    ),
    # what is counted is no result: "Percentage of cells positive: 0 %"
    (
        None,
        "both",
        r"\d\s?% positive (?:nuclei|cells|tumou?r cells)\b"
        r"|(?:\b(?:cells|nuclei|percent(?:age)?|proportion)|(?<!\S)%) positive"
        r"(?=\s*:?\s*[<>~]?\s?\d)"
        r"|\bpositive (?:\w+ )?(?:cells|nuclei)(?=\s*:?\s*[<>~]?\s?\d)",
    ),
    (None, "both", r"\byes\s?/\s?no\b|\bpositive\s?/\s?negative\b"),
    (
        None,
        "both",
        rf"\b(?:{SEEN}|positive|mutated) (?:at (?:initial )?(?:diagnosis|baseline|presentation)"
        r"|in the (?:previous|prior|earlier|diagnostic|initial|first) \w+|previously)\b",
    ),
    (
        "absent_stated",
        "both",
        rf"{NO_OTHER}(?=(?:\s+in(?: the)?(?: genes?)?:?\s+|\s*:\s*)(?-i:[A-Z][A-Z0-9]))",
    ),
    (None, "both", NO_OTHER),
    (
        None,
        "both",
        r"\bno (?:other|additional|further)\b(?:(?!(?-i:\b[A-Z][A-Z0-9]{2}))[^.;:|\t]){0,80}?"
        rf"\b(?:was|were|is|are|been) (?:\w+ )?{SEEN}\b",
    ),
    # a warning that is not given denies no gene
    (None, "both", r"\bno (?:[a-z-]+ ){0,2}(?:flags?|alerts?|warnings?|interactions?)\b"),
    # "known polymorphism, no BRCA2 deficiency": what a change does not lead to
    (None, "both", r"\bno (?:(?-i:[A-Z][A-Z0-9]+)[- ]?)?deficiency\b"),
    # "the fraction does not by itself show that the change is inherited" denies no change
    (
        None,
        "both",
        r"\b(?:does|do|did) not (?:(?:by|in|of) itself|alone|on its own) "
        r"(?:show|prove|mean|say|tell|settle|establish)\b",
    ),
    # "a negative result is more likely to be a true negative" is said of any test
    (None, "both", r"\ba (?:negative|positive) result is\b|\btrue (?:negative|positive)s?\b"),
    # nor does it deny a change that nobody has studied it
    (
        None,
        "both",
        r"\bno\s+(?:functional|published|experimental|segregation|population)\s+"
        r"(?:study|studies|data|evidence|reports?|publications?)\b",
    ),
    # what a test cannot find is not said of this sample
    (
        None,
        "both",
        r"\bnot (?:be )?(?:reliably|consistently|always|readily|well) (?:be )?"
        rf"(?:{SEEN}|called|covered|captured|picked up)\b"
        r"|\b(?:(?:does|do|did|may|might|could) not|cannot) "
        r"(?:reliably|consistently|always|readily) "
        r"(?:detect|find|identify|see|call|cover|capture|pick up)\b",
    ),
    (
        None,
        "both",
        r"\bno\.\s*\d|\bno (?:other|second|additional|further|longer|known|data|trials?"
        r"|FDA)\b",
    ),
    (
        None,
        "both",
        r"\bnot (?:seen|found|detected|present|identified) in (?:the )?(?:matched )?(?:blood|normal"
        r"|germline)\b(?=[^.;|\t]{0,40}\b(?:acquired|somatic)\b)",
    ),
    (
        None,
        "both",
        r"\b(?:germline|somatic|inherited|constitutional)\b[^.;|\t]{0,60}?\b(?:is|are|was|were) "
        r"(?:therefore )?not (?:excluded|ruled out)\b",
    ),
    # a part of the tumor is changed, and the rest of it is not
    (
        None,
        "both",
        r"(?<=[;,] )(?:the )?"
        r"(?:remainder|rest|remaining (?:\w+ )?(?:tumou?r|cells|areas?)|elsewhere)"
        r"(?: of (?:the )?(?:tumou?r|cells|lesion))?:? (?:(?:is|are|was|were|shows?) )?"
        r"(?:wild[- ]?type|normal|negative|intact|retained|preserved)\b",
    ),
    # the person's healthy cells are another sample
    (
        None,
        "both",
        rf"\b(?:not {SEEN}|(?:absent|undetected|undetectable)) (?:in|from) (?:the )?"
        r"(?:buffy coat|(?:paired|matched) (?:white (?:blood )?cells?|leu[ck]ocytes?|germline DNA"
        r"|normal (?:DNA|tissue|cells?)))\b(?! and\b)",
    ),
    (
        None,
        "both",
        r"\b(?:white (?:blood )?cells?(?: \(WBC\))?|WBCs?|buffy coat|leu[ck]ocytes?"
        r"|(?:matched|paired) (?:normal|blood)) ?: ?"
        rf"(?:not {SEEN}|absent|negative|undetected|ND)(?!\w)",
    ),
    (
        None,
        "both",
        r"\b(?:matched|paired|white (?:blood )?cell|WBC|buffy coat)"
        r"(?: (?:blood|normal|tissue|sample|DNA|cell|control|test(?:ing)?|analysis"
        r"|sequencing)){1,3}:? (?:(?:was|were|is|are|has been) )?not (?:yet )?(?:been )?"
        r"(?:performed|done|available|tested|received|sequenced|analy[sz]ed|submitted|requested"
        r"|ordered)\b",
    ),
    (
        None,
        "both",
        rf"\bnot {SEEN} in (?:the |any )?(?:\w+ )?(?:earlier|previous|prior|first|last) "
        r"(?:samples?|tests?|reports?|specimens?|results?|biops(?:y|ies)|draws?|stud(?:y|ies))\b",
    ),
    (None, "both", r"\b(?:does|do|did|can|could) ?not (?:\w+ )?(?:whether|if)\b"),
    (
        None,
        "both",
        r"\b(?:if|unless) (?:[\w/.-]+ ){0,5}?(?:not|already) (?:yet |already |previously )?"
        r"(?:been )?(?:performed|done|tested|checked|assessed|ordered|requested|available"
        r"|completed)\b",
    ),
    (None, "both", r"\bif (?:there (?:is|are) )?no\b[^.;,|\t]*"),
    (
        None,
        "both",
        r"\bno (?:[a-z]+ ){0,2}reasons? (?:for|to)\b"
        r"|\bno (?:dose )?changes? (?:is|are) (?:advised|needed|recommended|suggested)\b",
    ),
    (
        None,
        "both",
        r"\b(?:when|where|whenever|once) (?:it is |they are )?(?:present|positive|absent|negative"
        r"|detected|found|seen|identified|observed|mutated|amplified)\b",
    ),
    # what a drug may do: "altered receptor response possible"
    (
        None,
        "both",
        r"\b(?:response|effects?|reactions?|benefit|toxicity|interactions?|exposure|levels?) "
        r"(?:is |are )?possible\b",
    ),
    # what a gene's protein does no more: "no working CYP2C19 enzyme", "one no-function allele"
    (
        None,
        "both",
        r"\bno-function\b|\b(?:an?|one|two) no function alleles?\b"
        r"|\bno (?:working|functional|functioning|active) (?:(?-i:[A-Z][A-Z0-9-]+) )?"
        r"(?:enzymes?|proteins?|cop(?:y|ies)|alleles?|receptors?)\b"
        rf"(?: (?:of|in) (?-i:[A-Z][A-Z0-9-]+))?(?: (?:was|were|is|are) {SEEN})?",
    ),
    (
        None,
        "both",
        r"\bif (?:(?!not\b)[\w/.-]+ ){0,3}?(?:is |are )?(?:negative|positive|detected|present"
        r"|absent|equivocal|abnormal|mutated|wild[- ]?type)\b"
        r"|\b(?:if|when|whenever|whether|once) (?:(?!not\b)[\w/.-]+ ){1,3}(?:is|are) (?:\w+ )?"
        r"(?:negative|positive|detected|present|absent|mutated|deleted|lost|amplified)\b",
    ),
    (None, "both", r"\bnot (?:known|reportable|intended|approved|FDA|limited|necessarily|rule)\b"),
    (
        None,
        "both",
        r"\b(?:germline|somatic|inherited)\b(?:[^.;|\t]|[pc]\.|\d\.\d){0,80}?"
        r"\b(?:cannot|can not|could not)"
        r" be \w+(?: out)?"
        r"|\b(?:cannot|could not) (?:exclude|rule out) (?:an? )?(?:germline|somatic)\b"
        r"|\bsignificance (?:of \w+ )?(?:is|are|was|remains?) (?:currently )?(?:uncertain|unknown"
        r"|unclear|undetermined)\b|\bof (?:uncertain|unclear|undetermined) (?:origin|relevance)\b",
    ),
    (
        None,
        "both",
        r"\b(?:not|never|absent|undetected)\b[^.;:|\t]{0,25}?\b(?:in|from)\b"
        r" (?:[\w-]+ ){0,3}?(?:parents?|parental|mother|father|population|databases?|gnomAD|ExAC"
        r"|ClinVar|COSMIC|HGMD|LOVD|individuals|people|cohorts?"
        r"|1000 Genomes|dbSNP|controls?|literature)\b",
    ),
    (None, "both", rf"\b(?<!not )(?:{SEEN}|confirmed) in (?:[\w']+ ){{0,3}}?{PERSON}"),
    (
        None,
        "both",
        rf"\b{PERSON}(?: (?:is|was|tested))?[ :,(-]{{1,3}}(?:not )?"
        rf"(?:positive|negative|absent|carrier|{SEEN})\b",
    ),
    (None, "both", r"\b(?:intact|positive|retained|negative) internal (?:\w+ )?controls?"),
    (None, "both", r"\b(?:clonal ha?ematopoiesis|CHIP|mosaic\w*)\b[^.;|\t]{0,30}?\bpossible\b"),
    (
        None,
        "both",
        r"\b(?:origin|clonal ha?ematopoiesis|CHIP)\b[^.;|\t]{0,40}?\b(?:cannot|could not)"
        r" be (?:\w+ )?(?:excluded|ruled out)\b",
    ),
    (
        None,
        "both",
        r"\b(?:possibl[ey]|probabl[ey]|suspected|presumed|suspicious for|suggestive of)"
        r" (?:of )?(?:germline|somatic|inherited|constitutional)"
        r"(?: (?:origin|variants?|mutations?|changes?|alterations?|findings?))?"
        r"(?=\s*(?:$|[\t|),.:;]|\s{2}))",
    ),
    (
        None,
        "both",
        r"\b(?:germline|somatic|inherited|constitutional) origin"
        r" (?:(?:is|was|remains|seems|appears) )?(?:\w+ )?"
        r"(?:possible|likely|probable|suspected|suggested|not excluded)\b",
    ),
    # new to science, or since the last test; and the other half of a fusion
    (
        None,
        "both",
        r"\b(?:variant|mutation|change|alteration)s?,? (?:(?:that|which) )?"
        r"(?:(?:is|was|has|have) )?(?:not yet(?: been)?|never(?: been)?|not been) "
        r"(?:reported|described|published)\b"
        rf"|\b(?:not|never) (?:yet )?(?:been )?previously (?:{SEEN}|described|published)\b"
        rf"|\b(?:not|never) (?:yet )?(?:been )?(?:{SEEN}|described|published) (?:previously|before"
        r"|in (?:this|any|other|another) (?:tumou?r|cancer|disease) types?)\b"
        r"|\bfusion partners?(?: genes?)?\b[^.;|\t]{0,20}?\b(?:not (?:be )?(?:determined|identified"
        r"|established|resolved)|undetermined|indeterminate)\b",
    ),
    # where a change comes from, or on which copy it stands, is no doubt that it is there
    (
        None,
        "both",
        r"\b(?:origin|phase(?! (?:\d|I|trial|study))|inheritance)\b"
        r"(?! of (?:the )?(?:tumou?r|cancer|primary))(?:(?!\s{2})[^.;:|\t]){0,60}?"
        r"(?::\s*)?\b(?:(?:not|never)(?: been| be)? "
        r"(?:determined|established|known|assessed|evaluated|tested|examined|confirmed"
        r"|investigated)|undetermined|uncertain|unclear|indeterminate)\b",
    ),
    # "No approved drug directed at KRAS G12D was found"
    (
        None,
        "both",
        r"\b(?:no|not any) (?:[\w-]+ ){0,3}?(?:drugs?|medicines?|medications?|therap(?:y|ies)"
        r"|treatments?|inhibitors?|(?:clinical )?trials?|stud(?:y|ies)|guidelines?)"
        r"(?= (?:directed|aimed|for|against|targeting|that|which|with|to|approved|available|matched"
        r"|was|were|is|are)\b)"
        rf"(?:[^.;|\t]{{0,80}}?\b(?:was|were|is|are|has been|have been) (?:\w+ )?{SEEN})?",
    ),
    (None, "both", r"\b(?:insufficient|limited|conflicting) (?:data|evidence|information)\b"),
    (None, "both", r"(?:\s{2}|[|\t])\s*no\s*(?=\s{2}|[|\t]|$)"),
    (
        None,
        "both",
        r"\blimits? of detection|\bnot detected does not\b|\bnegative result\b"
        r"|\black of (?:\w+ )?(?:response|benefit|efficacy|sensitivity|evidence|data)\b",
    ),
    (None, "both", r"\b(?:detected|identified) (?:alterations?|variants?) list"),
)
